"""The contracts of disputes."""

from case import NO_ID, PAGES, Case, named, outer, with_bad_id
from fields import DISPUTES, btc, file_fields

CASES = {
    DISPUTES + "OpenDispute": Case(
        "client", "admin", lambda people: {"escrow": people.funded(), "reason": "It is late."},
        lambda people: {"escrow": people.funded(), "reason": "It is late."},
        [
            ({"escrow": "escrows/1", "reason": "x"}, "escrow"),
            ({"escrow": f"escrows/{NO_ID}"}, "reason"),
            ({"escrow": f"escrows/{NO_ID}", "reason": "x" * 2_001}, "reason"),
        ],
    ),
    DISPUTES + "GetDispute": Case(
        "client", None, foreign=lambda people: {"name": people.disputed().name},
        **named(lambda people: people.disputed().name, "disputes"),
    ),
    DISPUTES + "ListDisputes": Case(
        "client", None, lambda people: {},
        lambda people: {"parent": people.accepted().escrow},
        [
            *PAGES, ({"state": 4711}, "state"), ({"parent": "users/1"}, "parent"),
            ({"parent": "escrows/-"}, "parent"), ({"parent": f"jobs/{NO_ID}"}, "parent"),
        ],
    ),
    DISPUTES + "UploadEvidence": Case(
        "client", "admin", lambda people: file_fields(people.disputed().name),
        lambda people: file_fields(people.disputed().name),
        [
            (file_fields("disputes/1"), "parent"),
            (file_fields(f"disputes/{NO_ID}", file_name="../x"), "file_name"),
            (file_fields(f"disputes/{NO_ID}", content_type="png"), "content_type"),
            (file_fields(f"disputes/{NO_ID}", size_bytes=0), "size_bytes"),
            (file_fields(f"disputes/{NO_ID}", size_bytes=(10 << 20) + 1), "size_bytes"),
            (file_fields(f"disputes/{NO_ID}", sha256=b"short"), "sha256"),
            (file_fields(f"disputes/{NO_ID}", note="x" * 2_001), "note"),
        ],
    ),
    DISPUTES + "ListEvidence": Case(
        "client", None, lambda people: {"parent": outer(people.evidence())},
        lambda people: {"parent": people.disputed().name},
        [({"parent": ""}, "parent"), ({"parent": f"escrows/{NO_ID}"}, "parent")],
    ),
    **{
        DISPUTES + method: Case(
            "freelancer", None, lambda people: {"name": people.evidence()},
            lambda people: {"name": people.evidence()},
            [({"name": f"disputes/{NO_ID}"}, "name"), ({"name": "x"}, "name")],
        )
        for method in ("GetEvidence", "DownloadEvidence")
    },
    DISPUTES + "ProposeSettlement": Case(
        "freelancer", "admin",
        lambda people: {
            "name": people.disputed().name, "to_freelancer": btc(1_000), "to_client": btc(4_000),
        },
        lambda people: {"name": people.disputed().name, "to_client": btc(5_000)},
        [
            ({"name": "disputes/1"}, "name"),
            ({"name": f"disputes/{NO_ID}", "to_client": btc(-1)}, "to_client.units"),
            ({"name": f"disputes/{NO_ID}", "to_client": {"asset": "X"}}, "to_client.asset"),
        ],
    ),
    DISPUTES + "AcceptSettlement": Case(
        "client", "admin", lambda people: {"name": people.offered().name, "number": 1},
        lambda people: {"name": people.offered().name, "number": 1},
        [({"name": "disputes", "number": 1}, "name"), ({"name": f"disputes/{NO_ID}"}, "number")],
    ),
    DISPUTES + "RejectSettlement": Case(
        "client", "admin", lambda people: {"name": people.offered().name, "number": 1},
        lambda people: {"name": people.offered().name, "number": 1},
        [({"name": "disputes", "number": 1}, "name"), ({"name": f"disputes/{NO_ID}"}, "number")],
    ),
    DISPUTES + "WithdrawDispute": Case(
        "client", "admin", foreign=lambda people: {"name": people.disputed().name},
        **with_bad_id(named(lambda people: people.disputed().name, "disputes"), "disputes"),
    ),
    DISPUTES + "ResolveDispute": Case(
        "admin", "client",
        lambda people: {
            "name": people.disputed().name, "to_freelancer": btc(1_000), "to_client": btc(4_000),
            "reason": "Half of it was done.",
        },
        None,
        [
            ({"name": "disputes/1", "reason": "x"}, "name"),
            ({"name": f"disputes/{NO_ID}"}, "reason"),
            (
                {"name": f"disputes/{NO_ID}", "reason": "x", "to_client": btc(-1)},
                "to_client.units",
            ),
        ],
    ),
}
