"""What a contract of a method is made of."""

import dataclasses
import typing

from fields import btc

# Of the right form, and nobody's.
NO_ID = "01890a5d-ac96-774b-bcce-b302099a8000"


@dataclasses.dataclass
class Case:
    by: typing.Union[str, typing.Callable, None]
    denied: typing.Optional[str]
    good: typing.Callable
    foreign: typing.Optional[typing.Callable]
    bad: list


def named(make, collection="escrows"):
    """For methods whose request is a name: good and bad ones."""
    return {
        "good": lambda people: {"name": make(people)},
        "bad": [
            ({"name": ""}, "name"),
            ({"name": collection}, "name"),
            ({"name": f"{collection}/1"}, "name"),
            ({"name": f"{collection}/{NO_ID}/x"}, "name"),
            ({"name": f"others/{NO_ID}"}, "name"),
        ],
    }


def outer(name):
    """The resource that another one is part of."""
    return "/".join(name.split("/")[:2])


def with_bad_id(fields, collection="escrows"):
    """The same with request ids that are none."""
    name = f"{collection}/{NO_ID}"
    more = [({"name": name, "request_id": bad}, "request_id") for bad in ("", "7", NO_ID + "0")]
    return fields | {"bad": fields["bad"] + more}


def on_escrow(by, denied, make, *bad):
    fields = with_bad_id(named(make))
    fields["bad"] += bad
    return Case(by, denied, foreign=lambda people: {"name": people.funded()}, **fields)


def amounts(field, build):
    """Amounts that nobody can mean."""
    return [
        (build(btc(0)), f"{field}.units"),
        (build(btc(-1)), f"{field}.units"),
        (build({"asset": "BTC", "units": 2**63 - 1}), f"{field}.units"),
        (build({"asset": "BTC", "units": 1}), f"{field}.units"),
        (build({"asset": "XYZ", "units": 1000}), f"{field}.asset"),
    ]


PAGES = [({"page_size": -1}, "page_size"), ({"page_token": "nonsense"}, "page_token")]

# What every list that can be searched refuses.
SEARCHES = [
    *PAGES, ({"filter": "nothing = 1"}, "filter"), ({"filter": "create_time"}, "filter"),
    ({"filter": "create_time = 5"}, "filter"), ({"filter": "state < 5"}, "filter"),
    ({"filter": "create_time > 2026-01-01T00:00:00Z OR create_time = x"}, "filter"),
    ({"filter": "x" * 1_001}, "filter"), ({"order_by": "name"}, "order_by"),
]
OWNED = [
    *SEARCHES, ({"parent": "users"}, "parent"), ({"parent": "users/1"}, "parent"),
    ({"parent": f"others/{NO_ID}"}, "parent"),
]


def listed(by, good):
    """Lists of the caller's, of which only admins see those of others."""
    return Case(by, None, lambda people: good, lambda people: {"parent": "users/-"}, OWNED)
