"""What accounts, sessions, keys of services and profiles are called with; see cases.py."""

from case import NO_ID, PAGES, SEARCHES, Case
from fields import (
    ADMIN, AUTH, CLIENT, FREELANCER, KEYS, PASSWORD, PIN, USERS, key_fields, kyc_fields, new_email,
)

ACCESS = "paylyt.auth.v1.AccessService/"


def fresh(people):
    """The token of somebody new, who is gone afterwards."""
    return people.register(CLIENT).access_token


def registration(**changes):
    fields = {
        "email": new_email(), "password": PASSWORD, "display_name": "Somebody", "roles": [CLIENT],
    }
    return fields | changes


def renamed(name="", display_name="Ada"):
    return {
        "user": {"name": name, "display_name": display_name},
        "update_mask": {"paths": ["display_name"]},
    }


def profile(**fields):
    return {"profile": fields}


def profile_with(field, value):
    """One bad field, and that it is meant."""
    return profile(**{field: value}) | {"update_mask": {"paths": [field]}}


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
    AUTH + "Logout": Case(fresh, None, lambda people: {}, None, []),
    AUTH + "ListSessions": Case(
        "client", None, lambda people: {},
        lambda people: {"parent": people.client_session.user.name}, [],
    ),
    AUTH + "RevokeSession": Case(
        "client", None, lambda people: {"name": people.session()},
        lambda people: {"name": people.session()},
        [({"name": f"users/{NO_ID}"}, "name"), ({"name": f"users/{NO_ID}/sessions/1"}, "name")],
    ),
    AUTH + "RevokeAllSessions": Case(
        fresh, None, lambda people: {"keep_current": True},
        lambda people: {"parent": people.client_session.user.name},
        [({"parent": "users/1"}, "parent")],
    ),
    AUTH + "ChangePassword": Case(
        fresh, None,
        lambda people: {"current_password": PASSWORD, "new_password": PASSWORD + "!"}, None,
        [({"current_password": PASSWORD, "new_password": "short"}, "new_password")],
    ),
    AUTH + "RequestPasswordReset": Case(
        None, None, lambda people: {"email": new_email()}, None,
        [({"email": email}, "email") for email in ("", "nobody", "a@b@c", "a" * 251 + "@b.c")],
    ),
    AUTH + "RequestEmailConfirmation": Case(fresh, None, lambda people: {}, None, []),
    # The codes are in e-mails: RecoveryTests read them.
    AUTH + "ConfirmEmail": Case(
        None, None, None, None, [({"code": "not a code"}, "code"), ({"code": ""}, "code")],
    ),
    AUTH + "ResetPassword": Case(
        None, None, None, None,
        [({"code": "A" * 64, "new_password": "short"}, "new_password"),
         ({"code": "not a code", "new_password": PASSWORD}, "code"),
         ({"code": "", "new_password": PASSWORD}, "code")],
    ),
    AUTH + "SetTransactionPin": Case(
        "client", None, lambda people: {"password": PASSWORD, "transaction_pin": PIN}, None,
        [({"password": PASSWORD, "transaction_pin": pin}, "transaction_pin")
         for pin in ("12345", "12345a", "１２３４５６", "-12345")],
    ),
    AUTH + "StepUp": Case(
        lambda people: people.with_pin(), None, lambda people: {"transaction_pin": PIN}, None,
        [({"transaction_pin": pin}, "transaction_pin") for pin in ("12345", "abcdef")],
    ),
    AUTH + "GetSigningKeys": Case(None, None, lambda people: {}, None, []),
    ACCESS + "ExplainAccess": Case(
        "admin", "client", lambda people: {"subject": people.client_session.user.name}, None,
        [({"subject": "x"}, "subject"), ({"subject": "apiKeys/1"}, "subject"),
         ({"method": "no.Service/Nothing"}, "method")],
    ),
    KEYS + "CreateApiKey": Case(
        "admin", "client", lambda people: key_fields(), None,
        [
            (key_fields(scopes=["no.such"]), "scopes[0]"),
            (key_fields(scopes=["jobs.read", "public"]), "scopes[1]"),
            (key_fields(credential=3), "public_key"),
            (key_fields(credential=3, public_key=b"x" * 31), "public_key"),
            (key_fields(public_key=bytes(32)), "public_key"),
            (key_fields(credential=4), "certificate_name"),
            (key_fields(credential=4, certificate_name="x" * 501), "certificate_name"),
            (key_fields(certificate_name="a.example"), "certificate_name"),
            (key_fields(expire_time={"seconds": 1}), "expire_time"),
            (key_fields(expire_time={"seconds": 253_402_300_799}), "expire_time"),
        ],
    ),
    KEYS + "GetApiKey": Case(
        "admin", "client", lambda people: {"name": people.api_key().name}, None, [],
    ),
    KEYS + "ListApiKeys": Case("admin", "client", lambda people: {}, None, []),
    KEYS + "RotateApiKey": Case(
        "admin", "client",
        lambda people: {"name": people.api_key().name, "overlap_seconds": 60}, None, [],
    ),
    KEYS + "RevokeApiKey": Case(
        "admin", "client", lambda people: {"name": people.api_key().name, "reason": "Done."},
        None, [],
    ),
    USERS + "GetMe": Case("client", None, lambda people: {}, None, []),
    USERS + "GetUser": Case(
        "client", None, lambda people: {"name": people.client_session.user.name},
        lambda people: {"name": people.client_session.user.name}, [],
    ),
    USERS + "ListUsers": Case(
        "admin", "client", lambda people: {"filter": "state = ACTIVE"}, None,
        [*SEARCHES, ({"email": "x" * 255}, "email")],
    ),
    USERS + "UpdateUser": Case(
        "client", None, lambda people: renamed(), lambda people: renamed(
            name=people.client_session.user.name),
        [
            (renamed() | {"update_mask": {"paths": ["email"]}}, "update_mask"),
            (renamed(display_name=""), "user.display_name"),
            (renamed(display_name="x" * 101), "user.display_name"),
            (renamed(name="users/1"), "user.name"),
        ],
    ),
    # Whoever was deleted cannot repeat it: an admin can.
    USERS + "DeleteUser": Case(
        "admin", None, lambda people: {"name": people.register(CLIENT).user.name},
        lambda people: {"name": people.client_session.user.name}, [],
    ),
    USERS + "SetUserRoles": Case(
        "admin", "client",
        lambda people: {
            "name": people.register(CLIENT).user.name, "roles": [CLIENT, FREELANCER],
            "reason": "Asked for it.",
        },
        None, [],
    ),
    USERS + "FreezeUser": Case(
        "admin", "client",
        lambda people: {"name": people.register(CLIENT).user.name, "reason": "Fraud."}, None, [],
    ),
    USERS + "UnfreezeUser": Case(
        "admin", "client",
        lambda people: {"name": people.register(CLIENT).user.name, "reason": "Cleared."}, None, [],
    ),
    USERS + "GetProfile": Case(
        "client", None, lambda people: {"name": people.client_session.user.name + "/profile"}, None,
        [({"name": f"users/{NO_ID}"}, "name"), ({"name": "users/1/profile"}, "name")],
    ),
    USERS + "UpdateProfile": Case(
        "client", "admin", lambda people: profile(headline="Ada"), None,
        [
            (profile(headline="x" * 101), "profile.headline"),
            (profile(about="x" * 5_001), "profile.about"),
            (profile(skills=["x"] * 51), "profile.skills"),
            (profile(skills=["Swift", ""]), "profile.skills[1]"),
            (profile(skills=["two\nlines"]), "profile.skills[0]"),
            (profile(portfolio_urls=["http://example.com"]), "profile.portfolio_urls[0]"),
            (profile(hourly_rate_satoshis=-1), "profile.hourly_rate_satoshis"),
            (profile() | {"update_mask": {"paths": ["name"]}}, "update_mask"),
        ],
    ),
    USERS + "SubmitKyc": Case(
        lambda people: people.register(CLIENT).access_token, "admin",
        lambda people: kyc_fields(), None,
        [
            (kyc_fields() | {"tier": 1}, "tier"),
            (kyc_fields(legal_name=""), "details.legal_name"),
            (kyc_fields(birth_date="31.12.1990"), "details.birth_date"),
            (kyc_fields(birth_date="1990-02-31"), "details.birth_date"),
            (kyc_fields(birth_date="2099-01-01"), "details.birth_date"),
            (kyc_fields(country="ng"), "details.country"),
            (kyc_fields(country="ZZ"), "details.country"),
            (kyc_fields(address="1 Marina, Lagos") | {"tier": 3}, "details.documents"),
            (kyc_fields() | {"tier": 3}, "details.address"),
            (kyc_fields(documents=[]), "details.documents"),
            (kyc_fields(documents=[{"number": "1", "scan_sha256": bytes(32)}]),
             "details.documents[0].kind"),
            (kyc_fields(documents=[{"kind": 1, "number": "1"}]),
             "details.documents[0].scan_sha256"),
        ],
    ),
    USERS + "GetKycCase": Case(
        "admin", None, lambda people: {"name": people.kyc()}, lambda people: {"name": people.kyc()},
        [],
    ),
    USERS + "ListKycCases": Case(
        "admin", None, lambda people: people.kyc() and {}, lambda people: {"parent": "users/-"},
        [*PAGES, ({"parent": "users/1"}, "parent"), ({"parent": f"jobs/{NO_ID}"}, "parent")],
    ),
    USERS + "ReviewKyc": Case(
        "admin", "client",
        lambda people: {"name": people.kyc(), "approve": True, "reason": "Good."}, None, [],
    ),
    USERS + "GetLimits": Case("client", None, lambda people: {}, None, []),
}
