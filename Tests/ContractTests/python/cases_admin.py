"""Contracts of what operators look at."""

from case import PAGES, Case
from fields import DASHBOARD, past


def series(**changes):
    return {"start_time": past(), "step_seconds": 60} | changes


CASES = {
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
