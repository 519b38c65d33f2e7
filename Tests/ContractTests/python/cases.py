"""What each method of ours is called with. A method that reflection shows and this table does not
have fails the tests: no RPC without a contract.

Each case names the caller who may (`by`), who may not for lack of a role (`denied`), the fields of
a call that succeeds (`good`), of one about somebody else's resource (`foreign`), and of calls with
one bad field each (`bad`). `None` means that there is no such call."""

import cases_disputes
import cases_escrow
import cases_jobs
import cases_ledger
import cases_money
from case import NO_ID, PAGES, Case, named, with_bad_id
from people import ADMIN, AUTH, CLIENT, PASSWORD, new_email

INVOICES = "paylyt.lightning.v1.InvoiceService/"
EVENTS = "paylyt.events.v1.EventService/"
AUDIT = "paylyt.audit.v1.AuditService/"


def registration(**changes):
    fields = {
        "email": new_email(), "password": PASSWORD, "display_name": "Somebody", "roles": [CLIENT],
    }
    return fields | changes


CASES = {
    AUTH + "Register": Case(
        None, None, lambda people: registration(), None,
        [
            (registration(email="nobody"), "email"),
            (registration(email="a@b@c"), "email"),
            (registration(email="a" * 250 + "@example.com"), "email"),
            (registration(password="short"), "password"),
            (registration(password="x" * 257), "password"),
            (registration(display_name=""), "display_name"),
            (registration(display_name="x" * 101), "display_name"),
            (registration(roles=[]), "roles"),
            (registration(roles=[CLIENT, ADMIN]), "roles[1]"),
            (registration(roles=[4711]), "roles[0]"),
            (registration(request_id="7"), "request_id"),
        ],
    ),
    # A wrong e-mail and a wrong password look the same: no field is named.
    AUTH + "Login": Case(
        None, None,
        lambda people: {"email": people.client_session.user.email, "password": PASSWORD}, None, [],
    ),
    AUTH + "RefreshSession": Case(
        None, None, lambda people: {"refresh_token": people.register(CLIENT).refresh_token}, None,
        [],
    ),
    # Every role has a session, and the request is empty.
    AUTH + "Logout": Case(
        lambda people: people.register(CLIENT).access_token, None, lambda people: {}, None, [],
    ),
    AUTH + "GetMe": Case("client", None, lambda people: {}, None, []),
    INVOICES + "GetInvoice": Case(
        "client", None, foreign=lambda people: {"name": people.invoiced().invoice},
        **named(lambda people: people.invoiced().invoice, "invoices"),
    ),
    # A payment request is nobody's secret.
    INVOICES + "DecodeInvoice": Case(
        "client", None, lambda people: {"payment_request": people.invoiced().payment_request},
        None,
        [
            ({"payment_request": ""}, "payment_request"),
            ({"payment_request": "lnbc1"}, "payment_request"),
            ({"payment_request": "x" * 100_000}, "payment_request"),
        ],
    ),
    **{
        INVOICES + method: Case(
            "client", "freelancer",
            foreign=lambda people: {"name": people.open_invoice()},
            **with_bad_id(named(lambda people: people.open_invoice(), "invoices"), "invoices"),
        )
        for method in ("RefreshInvoice", "CancelInvoice")
    },
    INVOICES + "ListInvoices": Case(
        "client", None, lambda people: {"parent": people.accepted().escrow},
        lambda people: {"parent": people.accepted().escrow},
        [
            ({"parent": ""}, "parent"), ({"parent": "jobs/1"}, "parent"),
            ({"parent": f"escrows/{NO_ID}", "page_size": -1}, "page_size"),
            ({"parent": f"escrows/{NO_ID}", "page_token": "nonsense"}, "page_token"),
        ],
    ),
    INVOICES + "WatchInvoice": Case(
        "client", None, foreign=lambda people: {"name": people.invoiced().invoice},
        **named(lambda people: people.invoiced().invoice, "invoices"),
    ),
    INVOICES + "RenderQr": Case(
        "client", None, lambda people: {"name": people.invoiced().invoice, "format": 3},
        lambda people: {"name": people.invoiced().invoice, "format": 1},
        [
            ({"name": "", "format": 1}, "name"),
            ({"name": f"invoices/{NO_ID}"}, "format"),
            ({"name": f"invoices/{NO_ID}", "format": 4711}, "format"),
        ],
    ),
    EVENTS + "ListEvents": Case("admin", "freelancer", lambda people: {}, None, PAGES),
    EVENTS + "Subscribe": Case(
        "freelancer", None, lambda people: {}, None,
        [
            ({"resume_token": "nonsense"}, "resume_token"),
            ({"start": 4711}, "start"),
            ({"filter": {"types": ["x"] * 1000}}, "filter.types"),
        ],
    ),
    EVENTS + "Consume": Case(
        "freelancer", None, lambda people: {"start": {"consumer": "contract"}}, None,
        [
            ({}, "start"),
            ({"start": {"consumer": ""}}, "start.consumer"),
            ({"start": {"consumer": "A B"}}, "start.consumer"),
            ({"start": {"consumer": "c", "in_flight_max": -1}}, "start.in_flight_max"),
            ({"start": {"consumer": "c", "start": 4711}}, "start.start"),
        ],
    ),
    AUDIT + "ListAuditEntries": Case(
        "admin", "client", lambda people: {}, None, [*PAGES, ({"actor": "a" * 1000}, "actor")]
    ),
    AUDIT + "VerifyAuditChain": Case(
        "admin", "client", lambda people: {}, None,
        [({"start_position": -1}, "start_position"), ({"entries_max": -1}, "entries_max")],
    ),
    AUDIT + "GetInclusionProof": Case(
        "admin", "client", lambda people: {"name": people.sealed()}, None,
        [({"name": ""}, "name"), ({"name": "auditEntries/0"}, "name"), ({"name": "x/1"}, "name")],
    ),
    AUDIT + "GetCheckpoint": Case(
        "admin", "client", lambda people: people.sealed() and {}, None,
        [({"position": -1}, "position")],
    ),
    AUDIT + "ExportAuditLog": Case(
        "admin", "client", lambda people: people.sealed() and {}, None,
        [
            ({"start_position": -1}, "start_position"),
            ({"start_position": 9, "end_position": 3}, "end_position"),
        ],
    ),
    AUDIT + "GetAuditKey": Case(None, None, lambda people: {}, None, []),
} | cases_disputes.CASES | cases_escrow.CASES | cases_jobs.CASES | cases_ledger.CASES \
    | cases_money.CASES
