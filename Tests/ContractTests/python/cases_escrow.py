"""The contracts of escrows."""

from case import NO_ID, PAGES, Case, amounts, listed, named, on_escrow, outer
from fields import ESCROW, btc

CASES = {
    ESCROW + "GetEscrow": Case(
        "client", None, foreign=lambda people: {"name": people.accepted().escrow},
        **named(lambda people: people.accepted().escrow),
    ),
    ESCROW + "ListEscrows": listed("client", {"filter": "state != EXPIRED AND frozen = false"}),
    ESCROW + "FundEscrow": on_escrow(
        "client", "freelancer", lambda people: people.accepted().escrow
    ),
    ESCROW + "SubmitMilestone": Case(
        "freelancer", "client",
        lambda people: {"name": people.funded() + "/milestones/1", "delivery_note": "Done."},
        lambda people: {"name": people.funded() + "/milestones/1", "delivery_note": "Done."},
        [
            ({"name": f"escrows/{NO_ID}/milestones/0", "delivery_note": "x"}, "name"),
            ({"name": f"escrows/{NO_ID}", "delivery_note": "x"}, "name"),
            ({"name": f"escrows/{NO_ID}/milestones/99999", "delivery_note": "x"}, "name"),
            ({"name": f"escrows/{NO_ID}/milestones/1"}, "delivery_note"),
            (
                {"name": f"escrows/{NO_ID}/milestones/1", "delivery_note": "x" * 10_001},
                "delivery_note",
            ),
        ],
    ),
    ESCROW + "ReleaseMilestone": Case(
        "client", "freelancer", lambda people: {"name": people.funded() + "/milestones/2"},
        lambda people: {"name": people.funded() + "/milestones/2"},
        [
            ({"name": f"escrows/{NO_ID}"}, "name"),
            ({"name": f"escrows/{NO_ID}/milestones/-1"}, "name"),
            ({"name": f"escrows/{NO_ID}/milestones/1", "request_id": "x"}, "request_id"),
            ({"name": f"escrows/{NO_ID}/milestones/1", "quote": "quotes/1"}, "quote"),
        ],
    ),
    ESCROW + "ReleaseEscrow": on_escrow(
        "client", "freelancer", lambda people: people.funded(),
        ({"name": f"escrows/{NO_ID}", "quote": NO_ID}, "quote"),
    ),
    # Both sides may ask for it; the state decides.
    ESCROW + "RefundEscrow": Case(
        "freelancer", "admin", lambda people: {"name": people.funded(), "reason": "We part ways."},
        lambda people: {"name": people.funded(), "reason": "We part ways."},
        [
            ({"name": f"escrows/{NO_ID}"}, "reason"),
            ({"name": f"escrows/{NO_ID}", "reason": "x" * 1_001}, "reason"),
            ({"name": "escrows", "reason": "x"}, "name"),
            ({"name": f"escrows/{NO_ID}", "reason": "x", "request_id": ""}, "request_id"),
        ],
    ),
    ESCROW + "CancelEscrow": on_escrow(
        "client", "freelancer", lambda people: people.accepted().escrow
    ),
    ESCROW + "RestateEscrow": Case(
        "client", "admin",
        lambda people: {
            "name": people.funded(), "amounts": [btc(1), btc(2)],
            "new_milestones": [{"title": "More of it", "amount": btc(1)}],
        },
        lambda people: {"name": people.accepted().escrow, "amounts": [btc(1), btc(0)]},
        [
            ({"name": "escrows/1", "amounts": [btc(1)]}, "name"),
            ({"name": f"escrows/{NO_ID}"}, "amounts"),
            ({"name": f"escrows/{NO_ID}", "amounts": [btc(1)] * 51}, "amounts"),
            ({"name": f"escrows/{NO_ID}", "amounts": [btc(-1)]}, "amounts[0].units"),
            (
                {"name": f"escrows/{NO_ID}", "amounts": [btc(1), {"asset": "XYZ"}]},
                "amounts[1].asset",
            ),
            (
                {
                    "name": f"escrows/{NO_ID}",
                    "new_milestones": [{"title": "x", "amount": btc(1)}] * 51,
                },
                "new_milestones",
            ),
            (
                {"name": f"escrows/{NO_ID}", "new_milestones": [{"title": "x"}]},
                "new_milestones[0].amount",
            ),
            (
                {
                    "name": f"escrows/{NO_ID}",
                    "new_milestones": [{"title": "x\ny", "amount": btc(1)}],
                },
                "new_milestones[0].title",
            ),
        ],
    ),
    ESCROW + "RequestRevision": Case(
        "client", "freelancer",
        lambda people: {"name": people.submitted(), "note": "The logo is too big."},
        lambda people: {"name": people.funded() + "/milestones/1", "note": "x"},
        [
            ({"name": f"escrows/{NO_ID}", "note": "x"}, "name"),
            ({"name": f"escrows/{NO_ID}/milestones/1"}, "note"),
            ({"name": f"escrows/{NO_ID}/milestones/1", "note": "x" * 10_001}, "note"),
        ],
    ),
    ESCROW + "ExtendInspection": Case(
        "client", "admin",
        lambda people: {"name": people.submitted(), "seconds": 60},
        lambda people: {"name": people.funded() + "/milestones/1", "seconds": 60},
        [
            ({"name": f"escrows/{NO_ID}", "seconds": 1}, "name"),
            ({"name": f"escrows/{NO_ID}/milestones/1"}, "seconds"),
            ({"name": f"escrows/{NO_ID}/milestones/1", "seconds": -1}, "seconds"),
            ({"name": f"escrows/{NO_ID}/milestones/1", "seconds": 2**63 - 1}, "seconds"),
        ],
    ),
    ESCROW + "PreviewRelease": Case(
        "client", None, lambda people: {"name": people.funded()},
        lambda people: {"name": people.accepted().escrow},
        [
            ({"name": ""}, "name"), ({"name": f"escrows/{NO_ID}/milestones/0"}, "name"),
            *amounts("amount", lambda amount: {"name": f"escrows/{NO_ID}", "amount": amount}),
            ({"name": f"escrows/{NO_ID}", "quote": "quotes/x"}, "quote"),
        ],
    ),
    ESCROW + "SetPayees": Case(
        "freelancer", "client",
        lambda people: {
            "name": people.accepted().escrow,
            "payees": [{"user": people.client_session.user.name, "weight": 1}],
        },
        lambda people: {"name": people.accepted().escrow},
        [
            ({"name": "escrows/1"}, "name"),
            (
                {
                    "name": f"escrows/{NO_ID}",
                    "payees": [{"user": f"users/{NO_ID}", "weight": 1}] * 11,
                },
                "payees",
            ),
            (
                {"name": f"escrows/{NO_ID}", "payees": [{"user": "x", "weight": 1}]},
                "payees[0].user",
            ),
            (
                {"name": f"escrows/{NO_ID}", "payees": [{"user": f"users/{NO_ID}"}]},
                "payees[0].weight",
            ),
            (
                {"name": f"escrows/{NO_ID}", "payees": [{"user": f"users/{NO_ID}", "weight": 1}]},
                "payees[0].user",
            ),
        ],
    ),
    ESCROW + "ConsentCancel": on_escrow("client", "admin", lambda people: people.funded()),
    ESCROW + "FreezeEscrow": Case(
        "admin", "client", lambda people: {"name": people.funded(), "reason": "A court asks."},
        None,
        [
            ({"name": f"escrows/{NO_ID}"}, "reason"),
            ({"name": "escrows", "reason": "x"}, "name"),
        ],
    ),
    ESCROW + "UnfreezeEscrow": Case(
        "admin", "client", lambda people: {"name": people.frozen_escrow(), "reason": "It is over."},
        None,
        [
            ({"name": f"escrows/{NO_ID}"}, "reason"),
            ({"name": "escrows", "reason": "x"}, "name"),
        ],
    ),
    ESCROW + "OverrideEscrow": Case(
        "admin", "client",
        lambda people: {
            "name": people.funded(), "to_freelancer": btc(2_000), "to_client": btc(3_000),
            "reason": "Both are gone.",
        },
        None,
        [
            ({"name": f"escrows/{NO_ID}"}, "reason"),
            ({"name": "escrows", "reason": "x"}, "name"),
            (
                {"name": f"escrows/{NO_ID}", "reason": "x", "to_client": btc(-1)},
                "to_client.units",
            ),
            (
                {"name": f"escrows/{NO_ID}", "reason": "x", "to_freelancer": {"asset": "NGN"}},
                "to_freelancer.asset",
            ),
        ],
    ),
    ESCROW + "GetFeeSchedule": Case(
        "client", None, lambda people: {"name": people.fees()}, None,
        [
            ({"name": "feeSchedules"}, "name"), ({"name": "feeSchedules/0"}, "name"),
            ({"name": "feeSchedules/01"}, "name"), ({"name": "fees/1"}, "name"),
        ],
    ),
    ESCROW + "ListFeeSchedules": Case("client", None, lambda people: {}, None, PAGES),
    ESCROW + "SetFeeSchedule": Case(
        "admin", "client", lambda people: {"basis_points": 250}, None,
        [
            ({"basis_points": -1}, "basis_points"), ({"basis_points": 1_001}, "basis_points"),
            ({"replaces_version": -1}, "replaces_version"),
            ({"fixed": btc(-1)}, "fixed.units"), ({"min": {"asset": "XYZ"}}, "min.asset"),
            ({"min": btc(2), "max": btc(1)}, "max"), ({"max": btc(100_001)}, "max.units"),
        ],
    ),
    ESCROW + "GetReceipt": Case(
        "client", None, lambda people: {"name": people.released()},
        lambda people: {"name": people.released()},
        [
            ({"name": f"escrows/{NO_ID}"}, "name"),
            ({"name": f"escrows/{NO_ID}/receipts/1"}, "name"),
        ],
    ),
    ESCROW + "GetReceiptKey": Case(None, None, lambda people: {}, None, []),
    ESCROW + "ListReceipts": Case(
        "client", None, lambda people: {"parent": outer(people.released())},
        lambda people: {"parent": people.accepted().escrow},
        [({"parent": ""}, "parent"), ({"parent": "jobs/1"}, "parent")],
    ),
    ESCROW + "WatchEscrow": Case(
        "client", None, foreign=lambda people: {"name": people.accepted().escrow},
        **named(lambda people: people.accepted().escrow),
    ),
}
