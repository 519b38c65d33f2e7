"""Contracts of notifications and e-mails."""

from case import NO_ID, PAGES, SEARCHES, Case, named
from fields import NOTIFICATIONS


def preference(**changes):
    return {"preferences": [{"kind": 2, "in_app": True, "mail": 3} | changes]}


CASES = {
    NOTIFICATIONS + "ListNotifications": Case(
        "client", None, lambda people: {"filter": "kind = ESCROW"}, None, SEARCHES
    ),
    NOTIFICATIONS + "GetNotification": Case(
        "client", None, lambda people: {"name": people.notified("client").name},
        lambda people: {"name": people.notified("freelancer").name},
        [({"name": ""}, "name"), ({"name": "notifications/1"}, "name")],
    ),
    NOTIFICATIONS + "MarkNotificationRead": Case(
        "client", None, lambda people: {"name": people.notified("client").name},
        lambda people: {"name": people.notified("freelancer").name},
        [
            ({"name": ""}, "name"),
            ({"name": "notifications/1"}, "name"),
            ({"name": f"notifications/{NO_ID}", "request_id": "7"}, "request_id"),
        ],
    ),
    NOTIFICATIONS + "MarkAllNotificationsRead": Case(
        "client", None, lambda people: {}, None, [({"request_id": "7"}, "request_id")],
    ),
    NOTIFICATIONS + "GetNotificationPreferences": Case(
        "client", None, lambda people: {}, None, [],
    ),
    NOTIFICATIONS + "UpdateNotificationPreferences": Case(
        "client", None, lambda people: preference(), None,
        [
            ({}, "preferences"),
            ({"preferences": preference()["preferences"] * 7}, "preferences"),
            ({"preferences": preference()["preferences"] * 2}, "preferences[1].kind"),
            (preference(kind=0), "preferences[0].kind"),
            (preference(kind=4711), "preferences[0].kind"),
            (preference(mail=0), "preferences[0].mail"),
            (preference(mail=4711), "preferences[0].mail"),
            (preference(kind=6, in_app=False), "preferences[0].in_app"),
            (preference() | {"request_id": "7"}, "request_id"),
        ],
    ),
    NOTIFICATIONS + "GetMail": Case(
        "admin", "client", foreign=None, **named(lambda people: people.mailed(), "mails"),
    ),
    NOTIFICATIONS + "ListMails": Case(
        "admin", "client", lambda people: people.mailed() and {}, None,
        [*PAGES, ({"state": 4711}, "state")],
    ),
    # No e-mail is given up within the minutes of a test: PayLytServerTests tries one that was.
    NOTIFICATIONS + "RetryMail": Case(
        "admin", "client", None, None,
        [
            ({"name": "mails/1"}, "name"),
            ({"name": f"mails/{NO_ID}", "request_id": ""}, "request_id"),
        ],
    ),
}
