"""Contracts of what operators look at."""

from case import NO_ID, PAGES, SEARCHES, Case, named
from fields import CLIENT, CORRECTIONS, DASHBOARD, btc, past


def series(**changes):
    return {"start_time": past(), "step_seconds": 60} | changes


def correction(**changes):
    fields = {"kind": 1, "amount": btc(1), "reason": "A test."}
    return {name: value for name, value in (fields | changes).items() if value is not None}


def repayment(people):
    """What somebody new is to get, over an escrow that went wrong."""
    return {
        "kind": 3, "user": people.register(CLIENT).user.name, "amount": btc(1),
        "subject": people.accepted().escrow, "reason": "It was never booked.",
    }


def proposed(people):
    """The name of a correction that the admin has proposed."""
    fields = repayment(people)
    return people.do(people.admin, CORRECTIONS + "ProposeCorrection", **fields).name


CASES = {
    CORRECTIONS + "ProposeCorrection": Case(
        "admin", "client", repayment, None,
        [
            (correction(kind=0), "kind"),
            (correction(kind=4711), "kind"),
            (correction(kind=3), "user"),
            (correction(user=f"users/{NO_ID}"), "user"),
            (correction(kind=4, user="users/1"), "user"),
            (correction(amount=None), "amount"),
            (correction(amount=btc(0)), "amount.units"),
            (correction(amount={"asset": "NGN", "units": 1}), "amount.asset"),
            (correction(reason=""), "reason"),
            (correction(subject=f"jobs/{NO_ID}"), "subject"),
            (correction(request_id="7"), "request_id"),
        ],
    ),
    CORRECTIONS + "ApproveCorrection": Case(
        "approver", "client", lambda people: {"name": proposed(people)}, None,
        [({"name": ""}, "name"), ({"name": "corrections/1"}, "name")],
    ),
    CORRECTIONS + "WithdrawCorrection": Case(
        "admin", "client",
        lambda people: {"name": proposed(people), "reason": "It was found."}, None,
        [
            ({"name": "corrections/1", "reason": "A test."}, "name"),
            ({"name": f"corrections/{NO_ID}"}, "reason"),
        ],
    ),
    CORRECTIONS + "GetCorrection": Case(
        "admin", "client", foreign=None,
        **named(proposed, "corrections"),
    ),
    CORRECTIONS + "ListCorrections": Case(
        "admin", "client",
        lambda people: proposed(people) and {
            "filter": "state = PROPOSED AND kind = WALLET_CREDIT", "order_by": "create_time",
        },
        None, SEARCHES,
    ),
    DASHBOARD + "GetDashboard": Case("admin", "client", lambda people: {}, None, []),
    DASHBOARD + "QueryTimeSeries": Case(
        "admin", "client", lambda people: series(), None,
        [
            ({"step_seconds": 60}, "start_time"),
            (series(start_time={"seconds": -1}), "start_time"),
            (series(end_time={"seconds": 1}), "end_time"),
            (series(step_seconds=59), "step_seconds"),
            (series(step_seconds=2_678_401), "step_seconds"),
            (series(start_time={"seconds": 0}), "step_seconds"),
            (series(kinds=["x"]), "kinds[0]"),
            (series(kinds=["fee"] * 33), "kinds"),
        ],
    ),
    DASHBOARD + "ListActivity": Case(
        "admin", "client", lambda people: {}, None, [*PAGES, ({"actor": "x" * 101}, "actor")],
    ),
}
