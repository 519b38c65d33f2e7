"""Contracts of what is sent to users' servers."""

from case import NO_ID, PAGES, Case, named, outer, with_bad_id
from fields import WEBHOOKS

COLLECTION = "webhookEndpoints"


def endpoint(**changes):
    fields = {"url": "https://example.com/hook", "event_types": ["escrow.*", "payout.succeeded"]}
    return fields | changes


def bad_content(build):
    """Addresses, descriptions and types that are refused."""
    return [
        (build(url=""), "url"),
        (build(url="ftp://example.com/"), "url"),
        (build(url="https://user@example.com/"), "url"),
        (build(url="https://example.com:99999/"), "url"),
        (build(url="https://example.com/" + "x" * 2_000), "url"),
        (build(description="x" * 201), "description"),
        (build(event_types=["x"] * 33), "event_types"),
        (build(event_types=["escrow.*", "No Type"]), "event_types[1]"),
        (build(event_types=["x" * 65]), "event_types[0]"),
        (build(event_types=["escrow.*", "escrow.nonsense"]), "event_types[1]"),
        (build(event_types=["escrows.*"]), "event_types[0]"),
    ]


def of_one(make, by="client"):
    """A method that changes an endpoint of the caller's; everybody may have endpoints."""
    return Case(
        by, None, foreign=lambda people: {"name": people.endpoint("freelancer")},
        **with_bad_id(named(make, COLLECTION), COLLECTION),
    )


def of_client(people):
    return people.endpoint("client")


def update(name=f"{COLLECTION}/{NO_ID}", **changes):
    return endpoint(name=name) | changes


CASES = {
    WEBHOOKS + "CreateWebhookEndpoint": Case(
        "client", None, lambda people: people.without_endpoints("client") or endpoint(), None,
        [*bad_content(endpoint), (endpoint(request_id="7"), "request_id")],
    ),
    WEBHOOKS + "GetWebhookEndpoint": Case(
        "client", None, foreign=lambda people: {"name": people.endpoint("freelancer")},
        **named(of_client, COLLECTION),
    ),
    WEBHOOKS + "ListWebhookEndpoints": Case("client", None, lambda people: {}, None, PAGES),
    WEBHOOKS + "UpdateWebhookEndpoint": Case(
        "client", None, lambda people: update(of_client(people)),
        lambda people: update(people.endpoint("freelancer")),
        [
            *bad_content(update), (update(name="x"), "name"),
            (update(request_id="7"), "request_id"),
        ],
    ),
    WEBHOOKS + "DeleteWebhookEndpoint": of_one(of_client),
    WEBHOOKS + "DisableWebhookEndpoint": of_one(of_client),
    WEBHOOKS + "EnableWebhookEndpoint": of_one(
        lambda people: people.disabled_endpoint("client")),
    WEBHOOKS + "RotateWebhookSecret": Case(
        "client", None, lambda people: {"name": of_client(people), "overlap_seconds": 60},
        lambda people: {"name": people.endpoint("freelancer")},
        [
            ({"name": "webhookEndpoints/1"}, "name"),
            ({"name": f"{COLLECTION}/{NO_ID}", "overlap_seconds": -1}, "overlap_seconds"),
            ({"name": f"{COLLECTION}/{NO_ID}", "overlap_seconds": 604_801}, "overlap_seconds"),
            ({"name": f"{COLLECTION}/{NO_ID}", "request_id": "7"}, "request_id"),
        ],
    ),
    WEBHOOKS + "GetWebhookSecret": Case(
        "client", None, foreign=lambda people: {"name": people.endpoint("freelancer")},
        **named(of_client, COLLECTION),
    ),
    WEBHOOKS + "TestWebhookEndpoint": of_one(of_client),
    WEBHOOKS + "GetWebhookDelivery": Case(
        "client", None, lambda people: {"name": people.delivery("client")},
        lambda people: {"name": people.delivery("freelancer")},
        [({"name": f"{COLLECTION}/{NO_ID}"}, "name"), ({"name": "x"}, "name")],
    ),
    WEBHOOKS + "ListWebhookDeliveries": Case(
        "client", None, lambda people: {"parent": outer(people.delivery("client"))},
        lambda people: {"parent": people.endpoint("freelancer")},
        [
            ({"parent": ""}, "parent"),
            ({"parent": f"{COLLECTION}/{NO_ID}", "page_size": -1}, "page_size"),
            ({"parent": f"{COLLECTION}/{NO_ID}", "page_token": "nonsense"}, "page_token"),
            ({"parent": f"{COLLECTION}/{NO_ID}", "state": 4711}, "state"),
        ],
    ),
    WEBHOOKS + "RedeliverWebhook": Case(
        "client", None, lambda people: {"name": people.delivery("client")},
        lambda people: {"name": people.delivery("freelancer")},
        [
            ({"name": f"{COLLECTION}/{NO_ID}"}, "name"),
            ({"name": f"{COLLECTION}/{NO_ID}/deliveries/1"}, "name"),
            ({"name": f"{COLLECTION}/{NO_ID}/deliveries/{NO_ID}", "request_id": ""}, "request_id"),
        ],
    ),
    WEBHOOKS + "RedeliverWebhooks": Case(
        "client", None, lambda people: {"parent": of_client(people)},
        lambda people: {"parent": people.endpoint("freelancer")},
        [
            ({"parent": "webhookEndpoints/1"}, "parent"),
            ({"parent": f"{COLLECTION}/{NO_ID}", "start_position": -1}, "start_position"),
            (
                {"parent": f"{COLLECTION}/{NO_ID}", "start_position": 5, "end_position": 4},
                "end_position",
            ),
            ({"parent": f"{COLLECTION}/{NO_ID}", "request_id": "7"}, "request_id"),
        ],
    ),
}
