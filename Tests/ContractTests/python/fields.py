"""The names of services, and what requests are made of."""

import hashlib
import time
import uuid

AUTH = "paylyt.auth.v1.AuthService/"
JOBS = "paylyt.jobs.v1.JobService/"
ESCROW = "paylyt.escrow.v1.EscrowService/"
DISPUTES = "paylyt.escrow.v1.DisputeService/"
ADMINS = "paylyt.admin.v1.AdminService/"
CORRECTIONS = "paylyt.admin.v1.CorrectionService/"
BOOKS = "paylyt.providers.v1.ReconciliationService/"
PROVIDERS = "paylyt.providers.v1.ProviderService/"
BENEFICIARIES = "paylyt.payouts.v1.BeneficiaryService/"
DELIVERABLES = "paylyt.jobs.v1.DeliverableService/"
WALLETS = "paylyt.wallets.v1.WalletService/"
FX = "paylyt.fx.v1.FxService/"
PAYOUTS = "paylyt.payouts.v1.PayoutService/"
DASHBOARD = "paylyt.admin.v1.DashboardService/"
SANDBOX = "paylyt.sandbox.v1.SandboxService/"
NOTIFICATIONS = "paylyt.notifications.v1.NotificationService/"
WEBHOOKS = "paylyt.webhooks.v1.WebhookService/"
LEDGER = "paylyt.ledger.v1.LedgerService/"
KEYS = "paylyt.auth.v1.ApiKeyService/"
USERS = "paylyt.identity.v1.UserService/"
PASSWORD = "a long enough password"
PIN = "123456"

CLIENT, FREELANCER, ADMIN = 1, 2, 3
CONVERSIONS = 7
BANK = {
    "bank_account": {
        "country": "NG", "bank_code": "058", "account_number": "0123456789", "account_name": "Ada",
    }
}
PHONE = {
    "mobile_money": {
        "country": "KE", "network": "MPESA", "phone_number": "254712345678", "account_name": "Wanjiru",
    }
}


def btc(satoshis):
    return {"asset": "BTC", "units": satoshis * 1000}


def new_email():
    return f"{uuid.uuid4()}@example.com"


def new_id():
    return str(uuid.uuid4())


def past(seconds=60):
    return {"seconds": int(time.time()) - seconds}


def soon():
    return {"seconds": int(time.time()) + 14 * 24 * 3600}


def job_fields(**changes):
    fields = {
        "title": "A logo",
        "description": "Drafts, then final files.",
        "milestones": [
            {"title": "Drafts", "amount": btc(2_000)},
            {"title": "Final files", "amount": btc(3_000)},
        ],
        "local_currency": "NGN",
        "deadline": soon(),
    }
    return fields | changes


def key_fields(**changes):
    return {"display_name": "Contract", "scopes": ["jobs.read"], "credential": 1} | changes


def kyc_fields(**changes):
    document = {"kind": 1, "number": "P1", "scan_sha256": bytes(32)}
    details = {
        "legal_name": "Ada Lovelace", "birth_date": "1990-12-31", "country": "NG",
        "documents": [document],
    }
    return {"tier": 2, "details": details | changes}


def file_fields(parent, **changes):
    """A small file in one message."""
    content = b"a picture"
    fields = {
        "parent": parent, "file_name": "draft.png", "content_type": "image/png",
        "size_bytes": len(content), "sha256": hashlib.sha256(content).digest(),
        "content": content,
    }
    return fields | changes
