"""Contracts of the sandbox."""

from case import NO_ID, Case, amounts, named, with_bad_id
from fields import SANDBOX

METHOD = "paylyt.jobs.v1.JobService/DeclineJob"


def fault(**changes):
    return {"method": METHOD, "kind": 1, "code": 14, "calls": 1} | changes


def unpaid():
    """Invoices that nobody has paid yet; and amounts that nobody can pay."""
    fields = with_bad_id(named(lambda people: people.open_invoice(), "invoices"), "invoices")
    name = f"invoices/{NO_ID}"
    fields["bad"] += amounts("amount", lambda amount: {"name": name, "amount": amount})
    return fields


CASES = {
    SANDBOX + "GetSandboxClock": Case("client", None, lambda people: {}, None, []),
    SANDBOX + "AdvanceSandboxClock": Case(
        "client", None, lambda people: {"seconds": 1}, None,
        [
            ({"seconds": 0}, "seconds"),
            ({"seconds": 31_622_401}, "seconds"),
            ({"seconds": 1, "request_id": "7"}, "request_id"),
        ],
    ),
    SANDBOX + "PayInvoice": Case(
        "client", None, foreign=lambda people: {"name": people.open_invoice()}, **unpaid(),
    ),
    SANDBOX + "SetFault": Case(
        "admin", None, lambda people: people.without_faults("admin") or fault(), None,
        [
            (fault(method=""), "method"),
            (fault(method="JobService"), "method"),
            (fault(method=SANDBOX + "ClearFaults"), "method"),
            (fault(method="paylyt." + "x" * 200 + "/Y"), "method"),
            (fault(kind=0), "kind"),
            (fault(kind=4711), "kind"),
            (fault(code=0), "code"),
            (fault(code=17), "code"),
            (fault(kind=3), "code"),
            (fault(kind=3, code=0), "delay_milliseconds"),
            (fault(delay_milliseconds=1), "delay_milliseconds"),
            (fault(calls=0), "calls"),
            (fault(calls=1_001), "calls"),
            (fault(request_id="7"), "request_id"),
        ],
    ),
    SANDBOX + "ListFaults": Case("client", None, lambda people: {}, None, []),
    SANDBOX + "ClearFaults": Case(
        "client", None, lambda people: {}, None, [({"request_id": "7"}, "request_id")],
    ),
}
