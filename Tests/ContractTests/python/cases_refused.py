"""Calls that are refused by the state of things: the method, who calls, what it asks for, and the
reason that it declares. What else a method may say is tried in tables (Tests/PayLytServerTests)."""

from cases_admin import proposed, repayment
from fields import (
    AUTH, CLIENT, CORRECTIONS, DISPUTES, ESCROW, FREELANCER, JOBS, LEDGER, PAYOUTS, USERS, WALLETS,
    btc, job_fields, kyc_fields,
)

INVOICES = "paylyt.lightning.v1.InvoiceService/"
WHY = "It is to be seen."
STEP = {"title": "One more", "amount": btc(10)}
TITLE = {"title": "Another logo", "update_mask": {"paths": ["title"]}}


def job_of(people, **changes):
    return people.do(people.client, JOBS + "CreateJob", **job_fields(**changes))


def terms(job):
    return {"name": job.name, "terms_sha256": job.terms_sha256}


def own_job(people):
    """A job that its client, who is a freelancer too, applies for."""
    people.both = people.register(CLIENT, FREELANCER).access_token
    job = people.do(people.both, JOBS + "CreateJob", **job_fields(requires_application=True))
    return terms(job) | {"proposal": "I can do that myself."}


def me(people):
    return people.do(people.admin, USERS + "GetMe").name


def withdrawn(people):
    name = people.disputed().name
    people.do(people.client, DISPUTES + "WithdrawDispute", name=name)
    return name


def prolonged(people):
    name = people.submitted()
    people.do(people.client, ESCROW + "ExtendInspection", name=name, seconds=60)
    return name


def asked_for_tier(people):
    people.somebody_new = people.register(CLIENT).access_token
    people.do(people.somebody_new, USERS + "SubmitKyc", **kyc_fields())
    return kyc_fields()


def used_quote(people):
    people.earned()
    quote = people.payout_quote()
    people.do(people.freelancer, PAYOUTS + "CreatePayout", quote=quote)
    return {"quote": quote}


def offer(people, number=1):
    return {"name": people.offered().name, "number": number}


REFUSED = [
    (JOBS + "PublishJob", "client", lambda p: {"name": p.posted().name}, "JOB_NOT_A_DRAFT"),
    (JOBS + "UpdateJob", "stranger", lambda p: {"name": p.posted().name} | TITLE,
     "NOT_THE_CLIENT"),
    (JOBS + "UpdateJob", "client", lambda p: {"name": p.accepted().name} | TITLE,
     "JOB_NOT_EDITABLE"),
    (JOBS + "AddMilestone", "stranger", lambda p: {"parent": p.posted().name, "milestone": STEP},
     "NOT_THE_CLIENT"),
    (JOBS + "AddMilestone", "client", lambda p: {"parent": p.accepted().name, "milestone": STEP},
     "JOB_NOT_EDITABLE"),
    (JOBS + "AddMilestone", "client",
     lambda p: {"parent": job_of(p, milestones=[STEP] * 50).name, "milestone": STEP},
     "MILESTONES_FULL"),
    (JOBS + "UpdateMilestone", "stranger",
     lambda p: {"name": p.posted().milestones[0].name, "milestone": STEP}, "NOT_THE_CLIENT"),
    (JOBS + "UpdateMilestone", "client",
     lambda p: {"name": p.accepted().milestones[0].name, "milestone": STEP}, "JOB_NOT_EDITABLE"),
    (JOBS + "RemoveMilestone", "stranger", lambda p: {"name": p.posted().milestones[0].name},
     "NOT_THE_CLIENT"),
    (JOBS + "RemoveMilestone", "client", lambda p: {"name": p.accepted().milestones[0].name},
     "JOB_NOT_EDITABLE"),
    (JOBS + "RemoveMilestone", "client",
     lambda p: {"name": job_of(p, milestones=[STEP]).milestones[0].name}, "LAST_MILESTONE"),
    (JOBS + "CancelJob", "stranger", lambda p: {"name": p.posted().name}, "NOT_THE_CLIENT"),
    (JOBS + "DeclineJob", "client", lambda p: {"name": p.posted().name, "reason": WHY},
     "JOB_NOT_ASSIGNED"),
    (JOBS + "AcceptTerms", "freelancer", lambda p: terms(job_of(p, requires_application=True)),
     "APPLICATION_REQUIRED"),
    (JOBS + "ApplyToJob", lambda p: p.both, own_job, "OWN_JOB"),
    (ESCROW + "PreviewRelease", "client", lambda p: {"name": p.accepted().escrow},
     "ILLEGAL_TRANSITION"),
    (ESCROW + "PreviewRelease", "client", lambda p: {"name": p.frozen_escrow()}, "ESCROW_FROZEN"),
    (ESCROW + "ExtendInspection", "client", lambda p: {"name": prolonged(p), "seconds": 60},
     "INSPECTION_PROLONGED"),
    (INVOICES + "RefreshInvoice", "client", lambda p: {"name": p.open_invoice(), "hold": True},
     "HOLD_INVOICES_UNSUPPORTED"),
    (DISPUTES + "OpenDispute", "client", lambda p: {"escrow": p.accepted().escrow, "reason": WHY},
     "ILLEGAL_TRANSITION"),
    (DISPUTES + "AcceptSettlement", "freelancer", offer, "OWN_OFFER"),
    (DISPUTES + "AcceptSettlement", "client", lambda p: offer(p, 2), "OFFER_GONE"),
    (DISPUTES + "RejectSettlement", "freelancer", offer, "OWN_OFFER"),
    (DISPUTES + "RejectSettlement", "client", lambda p: offer(p, 2), "OFFER_GONE"),
    (DISPUTES + "WithdrawDispute", "freelancer", lambda p: {"name": p.disputed().name},
     "NOT_THE_OPENER"),
    (DISPUTES + "WithdrawDispute", "client", lambda p: {"name": withdrawn(p)}, "DISPUTE_CLOSED"),
    (DISPUTES + "ProposeSettlement", "client",
     lambda p: {"name": withdrawn(p), "to_client": btc(5_000)}, "DISPUTE_CLOSED"),
    (AUTH + "ConfirmEmail", None, lambda p: {"code": "A" * 64}, "BAD_CODE"),
    (AUTH + "ResetPassword", None,
     lambda p: {"code": "A" * 64, "new_password": "a long password"}, "BAD_CODE"),
    (USERS + "FreezeUser", "admin", lambda p: {"name": me(p), "reason": WHY}, "OWN_ACCOUNT"),
    (USERS + "SetUserRoles", "admin",
     lambda p: {"name": me(p), "roles": [CLIENT], "reason": WHY}, "OWN_ACCOUNT"),
    (USERS + "SubmitKyc", lambda p: p.somebody_new, asked_for_tier, "KYC_PENDING"),
    (USERS + "DeleteUser", "admin",
     lambda p: {"name": p.posted() and p.client_session.user.name}, "USER_HAS_BUSINESS"),
    (WALLETS + "FreezeWallet", "admin", lambda p: {"name": p.frozen(), "reason": WHY},
     "ILLEGAL_TRANSITION"),
    (WALLETS + "UnfreezeWallet", "admin", lambda p: {"name": p.somebody(), "reason": WHY},
     "ILLEGAL_TRANSITION"),
    (CORRECTIONS + "ProposeCorrection", "admin",
     lambda p: repayment(p) | {"kind": 4}, "INSUFFICIENT_FUNDS"),
    (CORRECTIONS + "ProposeCorrection", "admin",
     lambda p: repayment(p) | {"user": me(p)}, "OWN_CASE"),
    (CORRECTIONS + "ApproveCorrection", "admin", lambda p: {"name": proposed(p)},
     "SECOND_APPROVER_NEEDED"),
    (PAYOUTS + "CreatePayoutQuote", "freelancer",
     lambda p: {"beneficiary": p.bank(), "amount": btc(1)}, "LIMIT_EXCEEDED"),
    (PAYOUTS + "CreatePayout", "freelancer", used_quote, "QUOTE_USED"),
    (LEDGER + "PostTransaction", "admin",
     lambda p: {"transaction": p.ledger_draft(effective_time={"seconds": 1})},
     "EFFECTIVE_TIME_OUT_OF_RANGE"),
]
