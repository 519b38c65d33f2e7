"""The contracts of the ledger."""

from case import PAGES, Case
from fields import LEDGER, new_id, past, soon

LEDGER_NAMES = [
    ({"name": ""}, "name"), ({"name": "ledgerAccounts"}, "name"), ({"name": "x/1"}, "name"),
    ({"name": "ledgerAccounts/a b"}, "name"), ({"name": "ledgerTransactions/a/b"}, "name"),
]


def account_fields(**changes):
    return {"account_id": new_id(), "account": {"asset": "USD/2", "normal_side": 2} | changes}


def leg(side, account, amount=5):
    return {"account": account, "side": side, "amount": amount}


def draft(**changes):
    """A transaction between accounts that nobody has, for calls that are refused before."""
    postings = [leg(1, "ledgerAccounts/a"), leg(2, "ledgerAccounts/b")]
    return {"transaction": {"postings": postings} | changes}


def posting(**changes):
    good = leg(2, "ledgerAccounts/b")
    return draft(postings=[leg(1, "ledgerAccounts/a"), good | changes])


DRAFT = draft(transaction_id="twice")["transaction"]


def schedule_fields(**changes):
    return {"schedule_id": new_id(), "due_time": soon(), "transactions": [DRAFT]} | changes


def batch(*transactions, **changes):
    return {"mode": 2, "transactions": transactions or [DRAFT]} | changes


DRAFTS = [
    ({}, "transaction"),
    (draft(postings=[]), "transaction.postings"),
    (draft(postings=[leg(1, "ledgerAccounts/a")] * 101), "transaction.postings"),
    (posting(account="b"), "transaction.postings[1].account"),
    (posting(account="users/b"), "transaction.postings[1].account"),
    (posting(side=0), "transaction.postings[1].side"),
    (posting(side=4711), "transaction.postings[1].side"),
    (posting(amount=0), "transaction.postings[1].amount"),
    (posting(amount=-5), "transaction.postings[1].amount"),
    (draft(transaction_id="a b"), "transaction.transaction_id"),
    (draft(timeout_seconds=5), "transaction.timeout_seconds"),
    (draft(pending=True, timeout_seconds=-1), "transaction.timeout_seconds"),
    (draft(pending=True, timeout_seconds=2**62), "transaction.timeout_seconds"),
    (draft(code=-1), "transaction.code"),
    (draft(description="x" * 501), "transaction.description"),
    (draft(metadata={"a b": ""}), "transaction.metadata"),
    (draft(metadata={"a": "x" * 501}), "transaction.metadata"),
    (draft(metadata={f"k{n}": "" for n in range(17)}), "transaction.metadata"),
    (draft(reference="a b"), "transaction.reference"),
    (draft(balancing=4711), "transaction.balancing"),
    (draft(balancing=1, postings=[leg(1, "ledgerAccounts/a", 5), leg(2, "ledgerAccounts/b", 6)]),
     "transaction.balancing"),
    (draft() | {"request_id": "7"}, "request_id"),
]


CASES = {
    LEDGER + "CreateAccount": Case(
        "admin", "client", lambda people: account_fields(), None,
        [
            ({"account_id": "a"}, "account"),
            (account_fields() | {"account_id": ""}, "account_id"),
            (account_fields() | {"account_id": "a b"}, "account_id"),
            (account_fields() | {"account_id": "a" * 101}, "account_id"),
            (account_fields(asset=""), "account.asset"),
            (account_fields(asset="usd"), "account.asset"),
            (account_fields(normal_side=0), "account.normal_side"),
            (account_fields(balance_min=1), "account.balance_min"),
            (account_fields(balance_max=-1), "account.balance_max"),
            (account_fields(code=-1), "account.code"),
            (account_fields(metadata={"": "x"}), "account.metadata"),
            (account_fields() | {"request_id": "7"}, "request_id"),
        ],
    ),
    LEDGER + "CloseAccount": Case(
        "admin", "client", lambda people: {"name": people.ledger_account()}, None,
        [
            *LEDGER_NAMES, ({"name": "ledgerAccounts/x", "reason": "x" * 501}, "reason"),
            ({"name": "ledgerAccounts/x", "request_id": ""}, "request_id"),
        ],
    ),
    LEDGER + "ReopenAccount": Case(
        "admin", "client", lambda people: {"name": people.ledger_account()}, None,
        [
            *LEDGER_NAMES, ({"name": "ledgerAccounts/x", "reason": "x" * 501}, "reason"),
            ({"name": "ledgerAccounts/x", "request_id": ""}, "request_id"),
        ],
    ),
    LEDGER + "GetAccount": Case(
        "admin", "client", lambda people: {"name": people.ledger_account()}, None, LEDGER_NAMES,
    ),
    LEDGER + "ListAccounts": Case(
        "admin", "client", lambda people: people.ledger_account() and {"id_prefix": ""}, None,
        [
            *PAGES, ({"id_prefix": "a b"}, "id_prefix"), ({"asset": "usd"}, "asset"),
            ({"code": -1}, "code"), ({"label": "team"}, "label"),
            ({"label": "team=red", "code": 1}, "label"),
        ],
    ),
    LEDGER + "CreateSchedule": Case(
        "admin", "client", lambda people: people.ledger_schedule_fields(), None,
        [
            (schedule_fields() | {"schedule_id": ""}, "schedule_id"),
            (schedule_fields() | {"schedule_id": "a b"}, "schedule_id"),
            ({"schedule_id": "s", "transactions": [DRAFT]}, "due_time"),
            (schedule_fields() | {"transactions": []}, "transactions"),
            (schedule_fields() | {"transactions": [DRAFT] * 101}, "transactions"),
            (schedule_fields() | {"transactions": [DRAFT] * 2}, "transactions[1].transaction_id"),
            (schedule_fields() | {"recurrence": {"every": 1}}, "recurrence.unit"),
            (schedule_fields() | {"recurrence": {"unit": 1}}, "recurrence.every"),
            (schedule_fields() | {"recurrence": {"unit": 1, "every": 1001}}, "recurrence.every"),
            (schedule_fields() | {"recurrence": {"unit": 1, "every": 1, "count": 1}},
             "recurrence.count"),
            (schedule_fields() | {"request_id": "7"}, "request_id"),
        ],
    ),
    LEDGER + "CancelSchedule": Case(
        "admin", "client", lambda people: {"name": people.ledger_schedule()}, None,
        [
            ({"name": ""}, "name"), ({"name": "ledgerAccounts/x"}, "name"),
            ({"name": "ledgerSchedules/a b"}, "name"),
            ({"name": "ledgerSchedules/x", "reason": "x" * 501}, "reason"),
            ({"name": "ledgerSchedules/x", "request_id": ""}, "request_id"),
        ],
    ),
    LEDGER + "GetSchedule": Case(
        "admin", "client", lambda people: {"name": people.ledger_schedule()}, None,
        [
            ({"name": ""}, "name"), ({"name": "ledgerAccounts/x"}, "name"),
            ({"name": "ledgerSchedules/a b"}, "name"),
        ],
    ),
    LEDGER + "ListSchedules": Case(
        "admin", "client", lambda people: people.ledger_schedule() and {"state": 1}, None,
        [
            *PAGES, ({"state": 4711}, "state"), ({"series": "ledgerAccounts/x"}, "series"),
        ],
    ),
    LEDGER + "UpdateLabels": Case(
        "admin", "client",
        lambda people: {"name": people.ledger_account(), "labels": {"team": "red"}}, None,
        [
            ({"name": ""}, "name"), ({"name": "users/1"}, "name"),
            ({"name": "ledgerAccounts/a b"}, "name"),
            ({"name": "ledgerAccounts/x", "labels": {"a b": ""}}, "labels"),
            ({"name": "ledgerAccounts/x", "labels": {"a": "x" * 501}}, "labels"),
            ({"name": "ledgerAccounts/x", "labels": {f"k{n}": "" for n in range(65)}}, "labels"),
            ({"name": "ledgerAccounts/x", "remove": ["a b"]}, "remove[0]"),
            ({"name": "ledgerAccounts/x", "labels": {"a": ""}, "remove": ["a"]}, "remove[0]"),
            ({"name": "ledgerAccounts/x", "request_id": ""}, "request_id"),
        ],
    ),
    LEDGER + "GetBalance": Case(
        "admin", "client", lambda people: {"name": people.ledger_account(), "as_of": past()}, None,
        LEDGER_NAMES,
    ),
    LEDGER + "PostTransaction": Case(
        "admin", "client", lambda people: {"transaction": people.ledger_draft()}, None, DRAFTS,
    ),
    LEDGER + "CommitPending": Case(
        "admin", "client",
        lambda people: {"name": people.ledger_transaction(pending=True), "amounts": [3, 3]}, None,
        [
            *LEDGER_NAMES, ({"name": "ledgerTransactions/x", "amounts": [1, -1]}, "amounts[1]"),
            ({"name": "ledgerTransactions/x", "amounts": [0, 0]}, "amounts"),
            ({"name": "ledgerTransactions/x", "request_id": ""}, "request_id"),
        ],
    ),
    LEDGER + "VoidPending": Case(
        "admin", "client", lambda people: {"name": people.ledger_transaction(pending=True)}, None,
        [
            *LEDGER_NAMES, ({"name": "ledgerTransactions/x", "reason": "x" * 501}, "reason"),
            ({"name": "ledgerTransactions/x", "request_id": ""}, "request_id"),
        ],
    ),
    LEDGER + "ReverseTransaction": Case(
        "admin", "client",
        lambda people: {"name": people.ledger_transaction(), "transaction_id": new_id()}, None,
        [
            *LEDGER_NAMES,
            ({"name": "ledgerTransactions/x", "transaction_id": "a b"}, "transaction_id"),
            ({"name": "ledgerTransactions/x", "description": "x" * 501}, "description"),
            ({"name": "ledgerTransactions/x", "metadata": {"a b": ""}}, "metadata"),
            ({"name": "ledgerTransactions/x", "request_id": ""}, "request_id"),
        ],
    ),
    LEDGER + "BatchPostTransactions": Case(
        "admin", "client",
        lambda people: {"mode": 2, "transactions": [people.ledger_draft() for _ in range(3)]}, None,
        [
            ({"mode": 1}, "transactions"), (batch(mode=0), "mode"), (batch(mode=4711), "mode"),
            (batch(transactions=[]), "transactions"),
            (batch(DRAFT | {"transaction_id": ""}), "transactions[0].transaction_id"),
            (batch(DRAFT, DRAFT), "transactions[1].transaction_id"),
            (batch(DRAFT | {"postings": []}), "transactions[0].postings"),
            (batch(DRAFT | {"code": -1}), "transactions[0].code"),
            (batch(*[DRAFT] * 101), "transactions"),
            (batch(DRAFT) | {"request_id": "7"}, "request_id"),
        ],
    ),
    # A bad item has its own answer and ends nothing.
    LEDGER + "ImportTransactions": Case(
        "admin", "client", lambda people: {"transaction": people.ledger_draft()}, None, [],
    ),
    LEDGER + "StreamAccountStatement": Case(
        "admin", "client", lambda people: {"name": people.ledger_account()}, None,
        [
            *LEDGER_NAMES, ({"name": "ledgerAccounts/x", "end_time": soon()}, "end_time"),
            ({"name": "ledgerAccounts/x", "start_time": soon()}, "start_time"),
        ],
    ),
    LEDGER + "ExportJournal": Case(
        "admin", "client", lambda people: people.ledger_transaction() and {}, None,
        [({"resume_token": "nonsense"}, "resume_token")],
    ),
    LEDGER + "GetTransaction": Case(
        "admin", "client", lambda people: {"name": people.ledger_transaction()}, None,
        LEDGER_NAMES,
    ),
    LEDGER + "ListTransactions": Case(
        "admin", "client", lambda people: people.ledger_transaction() and {"state": 2}, None,
        [
            *PAGES, ({"state": 4711}, "state"), ({"label": "=red"}, "label"),
            ({"label": "team=red", "reference": "r"}, "label"),
        ],
    ),
    LEDGER + "ListEntries": Case(
        "admin", "client", lambda people: {"parent": people.ledger_account()}, None,
        [
            ({"parent": ""}, "parent"), ({"parent": "users/x"}, "parent"),
        ],
    ),
    LEDGER + "GetTrialBalance": Case(
        "admin", "client", lambda people: {}, None, [
            ({"as_of": soon()}, "as_of"), ({"as_of": past(), "verify": True}, "verify"),
        ],
    ),
    LEDGER + "ListTransfers": Case(
        "admin", "client", lambda people: {}, None, [*PAGES, ({"transaction": "7"}, "transaction")]
    ),
}
