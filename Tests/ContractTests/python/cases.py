"""What methods of ours are called with, beside what their descriptors say (generic.py). A method
that moves money and is not here fails the tests.

Each case names the caller who may (`by`), who may not for lack of a role (`denied`), the fields of
a call that succeeds (`good`), of one about somebody else's resource (`foreign`), and of calls with
one bad field each (`bad`) that no field rule tells of. `None` means that there is no such call."""

import cases_access
import cases_admin
import cases_disputes
import cases_escrow
import cases_jobs
import cases_ledger
import cases_money
import cases_notifications
import cases_sandbox
import cases_webhooks
from case import NO_ID, PAGES, Case, named, with_bad_id

INVOICES = "paylyt.lightning.v1.InvoiceService/"
EVENTS = "paylyt.events.v1.EventService/"
AUDIT = "paylyt.audit.v1.AuditService/"


CASES = {
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
        "client", None, lambda people: {"parent": people.invoiced().escrow.name},
        lambda people: {"parent": people.accepted().escrow},
        [
            ({"parent": ""}, "parent"), ({"parent": "jobs/1"}, "parent"),
            ({"parent": f"escrows/{NO_ID}", "page_size": -1}, "page_size"),
            ({"parent": f"escrows/{NO_ID}", "order_by": "amount"}, "order_by"),
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
            ({"name": f"jobs/{NO_ID}", "format": 1}, "name"),
            ({"name": f"invoices/{NO_ID}"}, "format"),
            ({"name": f"invoices/{NO_ID}", "format": 4711}, "format"),
        ],
    ),
    EVENTS + "GetEvent": Case(
        "client", None, foreign=lambda people: {"name": people.notified("freelancer").event},
        **named(lambda people: people.notified("client").event, "events"),
    ),
    EVENTS + "ListEvents": Case("admin", "freelancer", lambda people: {}, None, PAGES),
    EVENTS + "Subscribe": Case(
        "freelancer", None, lambda people: {}, None,
        [
            ({"resume_token": "nonsense"}, "resume_token"),
            ({"start": 4711}, "start"),
            ({"filter": {"types": ["x"] * 1000}}, "filter.types"),
            ({"filter": {"types": ["escrow.*", "escrow.nonsense"]}}, "filter.types[1]"),
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
}
for more in (
    cases_access, cases_admin, cases_disputes, cases_escrow, cases_jobs, cases_ledger, cases_money,
    cases_notifications, cases_sandbox, cases_webhooks,
):
    CASES |= more.CASES
