"""The contracts of wallets, payouts and the exchange."""

from case import NO_ID, PAGES, Case, amounts, listed, named, with_bad_id
from fields import (
    ADMINS, BANK, BENEFICIARIES, BOOKS, FX, PAYOUTS, PHONE, PROVIDERS, WALLETS, btc, past, soon,
)


def gift(**changes):
    fields = {"to": f"users/{NO_ID}", "amount": btc(1)}
    return {name: value for name, value in (fields | changes).items() if value is not None}


def freezes():
    name = f"users/{NO_ID}/wallet"
    return [
        ({"name": "", "reason": "x"}, "name"),
        ({"name": f"users/{NO_ID}", "reason": "x"}, "name"),
        ({"name": name}, "reason"),
        ({"name": name, "reason": "x" * 1_001}, "reason"),
        ({"name": name, "reason": "x", "request_id": "7"}, "request_id"),
    ]


def handovers():
    good = {"name": f"users/{NO_ID}/wallet", "to": f"users/{NO_ID}", "reason": "It is theirs."}
    return [
        (good | {"name": f"users/{NO_ID}"}, "name"),
        (good | {"to": ""}, "to"),
        (good | {"to": "users/1"}, "to"),
        (good | {"reason": ""}, "reason"),
        (good | {"reason": "x" * 1_001}, "reason"),
        (good | {"request_id": "7"}, "request_id"),
    ]


def change(**changes):
    return {"from_asset": "BTC", "to_asset": "NGN", "from_units": 50_000} | changes


def quote(**changes):
    return {"beneficiary": f"beneficiaries/{NO_ID}", "amount": btc(1_000)} | changes


def beneficiary(destination, **changes):
    return {"destination": destination, "label": "Mine"} | changes


def account(kind, **changes):
    return {kind: {**BANK, **PHONE}[kind] | changes}


def bad_destinations(build):
    """Destinations that nobody can mean."""
    bank, phone = "bank_account", "mobile_money"
    bad = [
        ({}, "destination"),
        (account(bank, country="ng"), "destination.bank_account.country"),
        (account(bank, bank_code="x"), "destination.bank_account.bank_code"),
        (account(bank, account_number="12345"), "destination.bank_account.account_number"),
        (account(bank, account_name=""), "destination.bank_account.account_name"),
        (account(phone, network="m-pesa"), "destination.mobile_money.network"),
        (account(phone, phone_number="+254712345678"), "destination.mobile_money.phone_number"),
        ({"lightning_address": "ada"}, "destination.lightning_address"),
        ({"payment_request": "lnbc1"}, "destination.payment_request"),
    ]
    return [(build(destination), field) for destination, field in bad]


def switches():
    return [
        ({"capability": 0, "reason": "A test."}, "capability"),
        ({"capability": 4711, "reason": "A test."}, "capability"),
        ({"capability": 7, "reason": ""}, "reason"),
        ({"capability": 7, "reason": "x" * 1001}, "reason"),
        ({"capability": 7, "reason": "A test.", "request_id": "7"}, "request_id"),
    ]


def letters():
    return [
        ({"name": "", "reason": "A test."}, "name"),
        ({"name": "timers", "reason": "A test."}, "name"),
        ({"name": "timers/1", "reason": "A test."}, "name"),
        ({"name": f"jobs/{NO_ID}", "reason": "A test."}, "name"),
        ({"name": f"timers/{NO_ID}", "reason": ""}, "reason"),
        ({"name": f"timers/{NO_ID}", "reason": "x" * 1001}, "reason"),
        ({"name": f"timers/{NO_ID}", "reason": "A test.", "request_id": "7"}, "request_id"),
    ]


def spans():
    return [
        (span(provider="nobody"), "provider"),
        (span(start_time=None), "start_time"),
        (span(end_time=None), "end_time"),
        (span(start_time=past(0)), "start_time"),
        (span(start_time=past(32 * 86400)), "start_time"),
        (span(end_time=soon()), "end_time"),
        (span(request_id="7"), "request_id"),
    ]


def span(**changes):
    fields = {"provider": "bitnob", "start_time": past(3600), "end_time": past(60)}
    return {name: value for name, value in (fields | changes).items() if value is not None}


CASES = {
    BOOKS + "RunReconciliation": Case(
        "admin", "client", lambda people: people.reconciled() and span(), None, spans()),
    BOOKS + "GetReconciliationRun": Case(
        "admin", "client", foreign=None,
        **named(lambda people: people.reconciled(), "reconciliationRuns")),
    BOOKS + "ListReconciliationRuns": Case("admin", "client", lambda people: {}, None, PAGES),
    BOOKS + "ListReconciliationFindings": Case(
        "admin", "client", lambda people: {"parent": people.reconciled()}, None,
        [({"parent": ""}, "parent"), ({"parent": "reconciliationRuns/1"}, "parent")],
    ),
    # The books of these tests agree: PayLytServerTests gets a finding.
    BOOKS + "GetReconciliationFinding": Case(
        "admin", "client", None, None,
        [({"name": f"reconciliationRuns/{NO_ID}"}, "name"), ({"name": "x"}, "name")],
    ),
    ADMINS + "ListDeadLetters": Case(
        "admin", "client", lambda people: {}, None, PAGES + [({"kind": 4711}, "kind")]),
    # Nothing dies within the minutes of a test: what is dead is replayed in PayLytServerTests.
    ADMINS + "ReplayDeadLetter": Case("admin", "client", None, None, letters()),
    ADMINS + "DiscardDeadLetter": Case("admin", "client", None, None, letters()),
    ADMINS + "ListCapabilities": Case("admin", "client", lambda people: {}, None, []),
    # Conversions, which are let go on again before anybody converts.
    ADMINS + "PauseCapability": Case(
        "admin", "client",
        lambda people: people.running() and {"capability": 7, "reason": "A test."}, None,
        switches(),
    ),
    ADMINS + "ResumeCapability": Case(
        "admin", "client",
        lambda people: people.paused() and {"capability": 7, "reason": "A test."}, None,
        switches(),
    ),
    PROVIDERS + "GetProviderHealth": Case("admin", "client", lambda people: {}, None, []),
    PROVIDERS + "GetProviderBalances": Case("admin", "client", lambda people: {}, None, []),
    PROVIDERS + "GetProviderCall": Case(
        "admin", "client", foreign=None,
        **named(lambda people: people.provider_call(), "providerCalls"),
    ),
    PROVIDERS + "ListProviderCalls": Case(
        "admin", "client", lambda people: {"provider": "bitnob"}, None,
        [
            *PAGES,
            ({"subject": "escrows/1"}, "subject"),
            ({"reference": "x" * 201}, "reference"),
            ({"operation": 16}, "operation"),
            ({"outcome": 6}, "outcome"),
            ({"start_time": {"nanos": -1}}, "start_time"),
            ({"end_time": {"seconds": 2**40}}, "end_time"),
        ],
    ),
    WALLETS + "GetWallet": Case(
        "client", None, lambda people: {},
        lambda people: {"name": people.client_session.user.name + "/wallet"},
        [({"name": "wallet"}, "name"), ({"name": "users/1/wallet"}, "name")],
    ),
    WALLETS + "ListWalletEntries": Case(
        "client", None, lambda people: {},
        lambda people: {"parent": people.client_session.user.name},
        [
            *PAGES, ({"asset": "XYZ"}, "asset"), ({"parent": "users/-"}, "parent"),
            ({"parent": f"users/{NO_ID}/wallet"}, "parent"),
        ],
    ),
    WALLETS + "StreamStatement": Case(
        "client", None, lambda people: {"asset": "BTC", "start_time": {"seconds": 1}},
        lambda people: {
            "asset": "BTC", "start_time": {"seconds": 1},
            "parent": people.client_session.user.name,
        },
        [
            ({"asset": "BTC", "start_time": {"seconds": 1}, "parent": "users/-"}, "parent"),
            ({"asset": "", "start_time": {"seconds": 1}}, "asset"),
            ({"asset": "BTC"}, "start_time"),
            ({"asset": "BTC", "start_time": {"seconds": -(2**62)}}, "start_time"),
            (
                {"asset": "BTC", "start_time": {"seconds": 9}, "end_time": {"seconds": 8}},
                "end_time",
            ),
        ],
    ),
    WALLETS + "TransferFunds": Case(
        "freelancer", "admin",
        lambda people: {"to": people.client_session.user.name, "amount": people.earned()}, None,
        [
            (gift(to=""), "to"),
            (gift(to="wallets/1"), "to"),
            (gift(amount=None), "amount"),
            (gift(amount={"asset": "XYZ", "units": 1}), "amount.asset"),
            (gift(amount=btc(0)), "amount.units"),
            (gift(amount={"asset": "NGN", "units": 2**63 - 1}), "amount.units"),
            (gift(note="x" * 201), "note"),
            (gift(request_id="7"), "request_id"),
        ],
    ),
    WALLETS + "CreateDeposit": Case(
        "client", "admin", lambda people: {"amount": btc(10)}, None,
        [
            ({}, "amount"),
            ({"amount": btc(1), "request_id": "7"}, "request_id"),
            *amounts("amount", lambda amount: {"amount": amount}),
        ],
    ),
    WALLETS + "GetDeposit": Case(
        "client", None, foreign=lambda people: {"name": people.deposited().name},
        **named(lambda people: people.deposited().name, "deposits"),
    ),
    WALLETS + "WatchDeposit": Case(
        "client", None, foreign=lambda people: {"name": people.deposited().name},
        **named(lambda people: people.deposited().name, "deposits"),
    ),
    WALLETS + "ListDeposits": listed("client", {"filter": "amount > 0", "order_by": "create_time"}),
    WALLETS + "FreezeWallet": Case(
        "admin", "client", lambda people: {"name": people.somebody(), "reason": "To be looked at."},
        None, freezes(),
    ),
    WALLETS + "UnfreezeWallet": Case(
        "admin", "client", lambda people: {"name": people.frozen(), "reason": "All is well."},
        None, freezes(),
    ),
    # Nobody is paid late within the minutes of a test: see WalletHandoverTests.
    WALLETS + "HandOverWallet": Case("admin", "client", None, None, handovers()),
    PAYOUTS + "CreatePayout": Case(
        "freelancer", "admin",
        lambda people: people.payout() and {
            "amount": btc(100), "lightning_address": people.address,
        },
        None,
        [
            ({"lightning_address": "ada@example.com"}, "amount"),
            ({"amount": btc(1), "lightning_address": ""}, "lightning_address"),
            ({"amount": btc(1), "lightning_address": "ada"}, "lightning_address"),
            ({"amount": btc(1), "lightning_address": "A B@example.com"}, "lightning_address"),
            (
                {
                    "amount": btc(1), "lightning_address": "ada@example.com", "fee_limit": btc(-1),
                },
                "fee_limit.units",
            ),
            *amounts(
                "amount", lambda amount: {"amount": amount, "lightning_address": "ada@example.com"}
            ),
        ],
    ),
    PAYOUTS + "CreatePayoutQuote": Case(
        "freelancer", "admin", lambda people: quote(beneficiary=people.bank()), None,
        [
            (quote(beneficiary=""), "beneficiary"),
            (quote(beneficiary="beneficiaries/1"), "beneficiary"),
            (quote(request_id="7"), "request_id"),
        ],
    ),
    PAYOUTS + "GetPayoutQuote": Case(
        "freelancer", None, foreign=lambda people: {"name": people.payout_quote()},
        **named(lambda people: people.payout_quote(), "payoutQuotes"),
    ),
    PAYOUTS + "BatchCreatePayouts": Case(
        "freelancer", "admin",
        lambda people: {"payout": {"amount": people.earned(), "beneficiary": people.lightning()}},
        None, [],
    ),
    PAYOUTS + "CancelPayout": Case(
        "freelancer", "admin", foreign=lambda people: {"name": people.payout().name},
        **with_bad_id(named(lambda people: people.waiting(), "payouts"), "payouts"),
    ),
    PAYOUTS + "RequeryPayout": Case(
        "freelancer", None, foreign=lambda people: {"name": people.payout().name},
        **named(lambda people: people.payout().name, "payouts"),
    ),
    PAYOUTS + "ReplaceDestination": Case(
        "freelancer", "admin",
        lambda people: {"name": people.failed(), "lightning_address": people.address},
        lambda people: {"name": people.failed(), "lightning_address": people.address},
        [
            ({"name": "payouts/1", "lightning_address": "ada@example.com"}, "name"),
            ({"name": f"payouts/{NO_ID}", "lightning_address": "ada"}, "lightning_address"),
            ({"name": f"payouts/{NO_ID}", "quote": "quotes/1"}, "quote"),
            ({"name": f"payouts/{NO_ID}", "beneficiary": "x"}, "beneficiary"),
            ({"name": f"payouts/{NO_ID}", "request_id": "7"}, "request_id"),
        ],
    ),
    BENEFICIARIES + "CreateBeneficiary": Case(
        "freelancer", "admin", lambda people: beneficiary(BANK), None, [
            *bad_destinations(beneficiary),
            (beneficiary(BANK, label=""), "label"),
            (beneficiary(BANK, label="x" * 101), "label"),
            (beneficiary(BANK, request_id="7"), "request_id"),
        ],
    ),
    BENEFICIARIES + "GetBeneficiary": Case(
        "freelancer", None, foreign=lambda people: {"name": people.bank()},
        **named(lambda people: people.bank(), "beneficiaries"),
    ),
    BENEFICIARIES + "ListBeneficiaries": Case("freelancer", None, lambda people: {}, None, PAGES),
    BENEFICIARIES + "DeleteBeneficiary": Case(
        "freelancer", "admin", foreign=lambda people: {"name": people.bank()},
        **with_bad_id(named(lambda people: people.bank(), "beneficiaries"), "beneficiaries"),
    ),
    BENEFICIARIES + "ResolveBeneficiary": Case(
        "freelancer", None, lambda people: {"destination": BANK}, None,
        bad_destinations(lambda destination: {"destination": destination}),
    ),
    BENEFICIARIES + "ListCorridors": Case("freelancer", None, lambda people: {}, None, []),
    PAYOUTS + "GetPayout": Case(
        "freelancer", None, foreign=lambda people: {"name": people.payout().name},
        **named(lambda people: people.payout().name, "payouts"),
    ),
    PAYOUTS + "ListPayouts": listed(
        "freelancer",
        {"filter": "method = BANK AND state = SUCCEEDED", "order_by": "create_time desc"},
    ),
    PAYOUTS + "WatchPayout": Case(
        "freelancer", None, foreign=lambda people: {"name": people.payout().name},
        **named(lambda people: people.payout().name, "payouts"),
    ),
    FX + "GetRate": Case(
        "client", None, lambda people: {"currency": "NGN"}, None,
        [({"currency": ""}, "currency"), ({"currency": "BTC"}, "currency")],
    ),
    FX + "CreateQuote": Case(
        "client", "admin", lambda people: people.running() and change(), None,
        [
            (change(from_asset="XYZ"), "from_asset"),
            (change(to_asset=""), "to_asset"),
            (change(to_asset="BTC"), "to_asset"),
            (change(from_asset="KES"), "to_asset"),
            (change(from_units=0), "from_units"),
            (change(from_units=2**63 - 1), "from_units"),
            ({"from_asset": "BTC", "to_asset": "NGN"}, "from_units"),
            ({"from_asset": "BTC", "to_asset": "NGN", "to_units": -1}, "to_units"),
            (change(request_id="7"), "request_id"),
        ],
    ),
    FX + "GetQuote": Case(
        "freelancer", None, foreign=lambda people: {"name": people.quoted().name},
        **named(lambda people: people.quoted().name, "quotes"),
    ),
    FX + "ExecuteQuote": Case(
        "freelancer", "admin", foreign=lambda people: {"name": people.quoted().name},
        **with_bad_id(named(lambda people: people.quoted().name, "quotes"), "quotes"),
    ),
    FX + "GetConversion": Case(
        "freelancer", None, foreign=lambda people: {"name": people.converted().name},
        **named(lambda people: people.converted().name, "conversions"),
    ),
    FX + "ListConversions": listed("freelancer", {"filter": "to_asset != BTC"}),
}
