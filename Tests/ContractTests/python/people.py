"""The people and things that the contract tests call for."""

import json
import time
import urllib.request

from fields import (
    ADMINS, AUTH, BANK, BENEFICIARIES, BOOKS, CLIENT, CONVERSIONS, DELIVERABLES, DISPUTES,
    ESCROW, FREELANCER, FX, JOBS, KEYS, LEDGER, NOTIFICATIONS, PASSWORD, PAYOUTS, PIN,
    PROVIDERS, SANDBOX, USERS, WALLETS, WEBHOOKS, btc, file_fields, job_fields, key_fields,
    kyc_fields, new_email, new_id, soon,
)
from official import Refused


class People:
    """A client and a freelancer with deals between them, a stranger with every role but the
    admin's, the admin, and another one who approves."""

    def __init__(self, api, admin_email, approver_email, simulator_address):
        self.api = api
        self.simulator = f"http://{simulator_address}"
        self.address = f"ada@{simulator_address}"
        self.keys = {}
        self.client_session = self.register(CLIENT)
        self.client = self.client_session.access_token
        self.freelancer = self.register(FREELANCER).access_token
        self.stranger = self.register(CLIENT, FREELANCER).access_token
        self.admin, self.approver = self.login(admin_email), self.login(approver_email)

    def register(self, *roles):
        name = AUTH + "Register"
        request = self.api.request(
            name, email=new_email(), password=PASSWORD, display_name="Somebody", roles=roles
        )
        return self.api.call(name, request)

    def login(self, email):
        return self.do(None, AUTH + "Login", email=email, password=PASSWORD).access_token

    def do(self, token, name, /, **fields):
        return self.api.call(name, self.api.request(name, **fields), token)

    def running(self):
        """Conversions go on. True, whatever they did before."""
        return self.switched("ResumeCapability")

    def paused(self):
        return self.switched("PauseCapability")

    def switched(self, method):
        fields = {"capability": CONVERSIONS, "reason": "A test."}
        try:
            self.do(self.admin, ADMINS + method, **fields)
        except Refused as refused:
            assert refused.reason == "ILLEGAL_TRANSITION", refused
        return True

    def reconciled(self):
        """The name of the newest comparison with the books of the provider, once none is open: the
        server makes one when it starts."""
        for _ in range(600):
            runs = self.do(self.admin, BOOKS + "ListReconciliationRuns").runs
            if runs and all(run.HasField("finish_time") for run in runs):
                return runs[0].name
            time.sleep(0.05)
        raise AssertionError("a comparison is never done")

    def key(self, scope):
        """The secret of an API key with one scope; made once for each."""
        if scope not in self.keys:
            fields = key_fields(scopes=[scope])
            self.keys[scope] = self.do(self.admin, KEYS + "CreateApiKey", **fields).secret
        return self.keys[scope]

    def api_key(self):
        """A new one."""
        return self.do(self.admin, KEYS + "CreateApiKey", **key_fields()).api_key

    def session(self):
        """The name of a session of the client, beside the one that the tests use."""
        email = self.client_session.user.email
        other = self.login(email)
        sessions = self.do(other, AUTH + "ListSessions").sessions
        return next(session.name for session in sessions if session.is_current)

    def with_pin(self):
        """The token of somebody new who has a transaction PIN."""
        token = self.register(CLIENT).access_token
        self.do(token, AUTH + "SetTransactionPin", password=PASSWORD, transaction_pin=PIN)
        return token

    def kyc(self):
        """The name of a case that waits for its decision."""
        token = self.register(CLIENT).access_token
        return self.do(token, USERS + "SubmitKyc", **kyc_fields()).name

    def posted(self):
        return self.do(self.client, JOBS + "CreateJob", **job_fields())

    def applied(self):
        """The freelancer's application for a job of which the client picks somebody."""
        job = self.do(
            self.client, JOBS + "CreateJob", **job_fields(requires_application=True)
        )
        return self.do(
            self.freelancer, JOBS + "ApplyToJob", name=job.name, proposal="I can do that.",
            terms_sha256=job.terms_sha256,
        )

    def drafted(self):
        """A job that only the client sees."""
        return self.do(self.client, JOBS + "CreateJob", **job_fields(draft=True))

    def delivered(self):
        """The name of a file that the freelancer has delivered."""
        return self.do(
            self.freelancer, DELIVERABLES + "UploadDeliverable",
            **file_fields(self.funded() + "/milestones/1"),
        ).name

    def accepted(self):
        """An accepted job."""
        job = self.posted()
        return self.do(
            self.freelancer, JOBS + "AcceptTerms", name=job.name, terms_sha256=job.terms_sha256
        )

    def invoiced(self):
        """An escrow with its invoice, as FundEscrow answers."""
        return self.do(self.client, ESCROW + "FundEscrow", name=self.accepted().escrow)

    def open_invoice(self):
        """The name of an invoice that nobody pays by itself, as all others are."""
        fault = {"operation": "create_invoice", "kind": "hold_payment"}
        knob = urllib.request.Request(
            f"{self.simulator}/sim/faults", data=json.dumps(fault).encode(), method="POST"
        )
        urllib.request.urlopen(knob, timeout=60).close()
        return self.invoiced().invoice

    def funded(self):
        """The name of an escrow whose money is held; the simulator pays by itself."""
        name = self.invoiced().escrow.name
        held = self.api.message("paylyt.escrow.v1.Escrow").STATE_PAID_LOCKED
        # Bounded: the invoice is paid after a fraction of a second.
        for _ in range(600):
            if self.do(self.client, ESCROW + "GetEscrow", name=name).state == held:
                return name
            time.sleep(0.05)
        raise AssertionError("the escrow was never paid")

    def frozen_escrow(self):
        """The name of an escrow that the admin has frozen."""
        name = self.funded()
        self.do(self.admin, ESCROW + "FreezeEscrow", name=name, reason="A court asks.")
        return name

    def submitted(self):
        """The name of a milestone that waits for the client."""
        name = self.funded() + "/milestones/1"
        self.do(self.freelancer, ESCROW + "SubmitMilestone", name=name, delivery_note="Done.")
        return name

    def released(self):
        """The name of a receipt."""
        name = self.funded()
        self.do(self.client, ESCROW + "ReleaseEscrow", name=name)
        return self.do(self.client, ESCROW + "ListReceipts", parent=name).receipts[0].name

    def disputed(self):
        """A dispute that the client has opened, over 5 000 satoshis."""
        return self.do(
            self.client, DISPUTES + "OpenDispute", escrow=self.funded(), reason="It is late."
        )

    def offered(self):
        """The same, with an offer of the freelancer."""
        return self.do(
            self.freelancer, DISPUTES + "ProposeSettlement", name=self.disputed().name,
            to_freelancer=btc(2_000), to_client=btc(3_000),
        )

    def evidence(self):
        """The name of a file that the client has brought."""
        return self.do(
            self.client, DISPUTES + "UploadEvidence", **file_fields(self.disputed().name)
        ).name

    def payout(self):
        """A payout of the freelancer."""
        self.do(self.client, ESCROW + "ReleaseEscrow", name=self.funded())
        return self.do(
            self.freelancer, PAYOUTS + "CreatePayout",
            amount=btc(1_000), lightning_address=self.address,
        )

    def earned(self):
        """A little of what the freelancer got for a released escrow."""
        self.do(self.client, ESCROW + "ReleaseEscrow", name=self.funded())
        return btc(1)

    def deposited(self):
        """A deposit of the client."""
        return self.do(self.client, WALLETS + "CreateDeposit", amount=btc(10))

    def somebody(self):
        """The wallet of a new user."""
        return self.register(CLIENT).user.name + "/wallet"

    def frozen(self):
        """A wallet that nothing may leave."""
        return self.do(
            self.admin, WALLETS + "FreezeWallet", name=self.somebody(), reason="A suspicion."
        ).name

    def beneficiary(self, destination):
        """The name of a new beneficiary of the freelancer."""
        name = BENEFICIARIES + "CreateBeneficiary"
        return self.do(self.freelancer, name, destination=destination, label="Mine").name

    def bank(self):
        return self.beneficiary(BANK)

    def lightning(self):
        return self.beneficiary({"lightning_address": self.address})

    def payout_quote(self):
        """The name of a quote for a payout to the freelancer's bank."""
        name = PAYOUTS + "CreatePayoutQuote"
        return self.do(
            self.freelancer, name, beneficiary=self.bank(), amount=btc(1_000)
        ).name

    def send(self, address):
        """A payout of the freelancer to a Lightning address."""
        self.do(self.client, ESCROW + "ReleaseEscrow", name=self.funded())
        return self.do(
            self.freelancer, PAYOUTS + "CreatePayout", amount=btc(1_000), lightning_address=address
        ).name

    def waiting(self):
        """A payout that cannot leave: its address does not answer."""
        return self.send("ada@127.0.0.1:9")

    def failed(self):
        """A payout that failed: nobody has its address."""
        name = self.send(self.address.replace("ada@", "nobody@"))
        state = self.api.message("paylyt.payouts.v1.Payout").STATE_FAILED
        for _ in range(600):
            if self.do(self.freelancer, PAYOUTS + "GetPayout", name=name).state == state:
                return name
            time.sleep(0.05)
        raise AssertionError("the payout never failed")

    def quoted(self):
        """A quote of the freelancer, whose wallet holds enough for it."""
        self.do(self.client, ESCROW + "ReleaseEscrow", name=self.funded())
        return self.do(
            self.freelancer, FX + "CreateQuote",
            from_asset="BTC", to_asset="NGN", from_units=50_000,
        )

    def converted(self):
        """A conversion of the freelancer."""
        return self.do(self.freelancer, FX + "ExecuteQuote", name=self.quoted().name)

    def ledger_account(self):
        """The name of a new account of the general ledger."""
        account = {"asset": "USD/2", "normal_side": 2}
        return self.do(
            self.admin, LEDGER + "CreateAccount", account_id=new_id(), account=account
        ).name

    def ledger_draft(self, **changes):
        """A transaction between two new accounts that is not posted yet."""
        postings = [
            {"account": self.ledger_account(), "side": side, "amount": 5} for side in (1, 2)
        ]
        return {"transaction_id": new_id(), "postings": postings} | changes

    def ledger_schedule_fields(self):
        """A transaction between two new accounts that is to be posted in an hour."""
        return {
            "schedule_id": new_id(), "due_time": soon(), "transactions": [self.ledger_draft()],
        }

    def ledger_schedule(self):
        """The name of a new schedule of the general ledger."""
        return self.do(
            self.admin, LEDGER + "CreateSchedule", **self.ledger_schedule_fields()
        ).name

    def ledger_transaction(self, **changes):
        """The name of a new transaction of the general ledger."""
        return self.do(
            self.admin, LEDGER + "PostTransaction", transaction=self.ledger_draft(**changes)
        ).transaction.name

    def sealed(self):
        """The name of an audit entry; entries are sealed a moment after they are written."""
        name = "paylyt.audit.v1.AuditService/ListAuditEntries"
        for _ in range(600):
            entries = self.do(self.admin, name, page_size=1).entries
            if entries:
                return entries[0].name
            time.sleep(0.05)
        raise AssertionError("nothing was ever sealed")

    def without_endpoints(self, who):
        """Makes room for another endpoint of a person."""
        token = getattr(self, who)
        for found in self.do(token, WEBHOOKS + "ListWebhookEndpoints").endpoints:
            try:
                self.do(token, WEBHOOKS + "DeleteWebhookEndpoint", name=found.name)
            except Refused as refused:
                # A call that nobody waited for has deleted it meanwhile.
                assert refused.code == "NOT_FOUND", refused

    def endpoint(self, who):
        """The name of a person's new endpoint, at an address that nobody answers."""
        self.without_endpoints(who)
        return self.do(
            getattr(self, who), WEBHOOKS + "CreateWebhookEndpoint",
            url="https://webhooks.invalid/hook", event_types=["mail.retried"],
        ).name

    def disabled_endpoint(self, who):
        name = self.endpoint(who)
        self.do(getattr(self, who), WEBHOOKS + "DisableWebhookEndpoint", name=name)
        return name

    def delivery(self, who):
        """The name of a delivery to a person's new endpoint."""
        name, token = self.endpoint(who), getattr(self, who)
        self.do(token, WEBHOOKS + "TestWebhookEndpoint", name=name)
        # Bounded: the event is sealed and taken up after a fraction of a second.
        for _ in range(600):
            found = self.do(token, WEBHOOKS + "ListWebhookDeliveries", parent=name).deliveries
            if found:
                return found[0].name
            time.sleep(0.05)
        raise AssertionError("the test was never taken up")

    def notified(self, who):
        """A person's newest notification: of a secret that they have just replaced."""
        name, token = self.endpoint(who), getattr(self, who)
        self.do(token, WEBHOOKS + "RotateWebhookSecret", name=name)
        # Bounded: the event is sealed and taken up after a second.
        for _ in range(600):
            found = self.do(token, NOTIFICATIONS + "ListNotifications").notifications
            if found and found[0].subject == name:
                return found[0]
            time.sleep(0.05)
        raise AssertionError("nobody was told")

    def mailed(self):
        """The name of an e-mail to somebody who was told of something."""
        mails = self.do(self.admin, NOTIFICATIONS + "ListMails").mails
        if not mails:
            self.notified("client")
            mails = self.do(self.admin, NOTIFICATIONS + "ListMails").mails
        assert mails, "this server mails nobody"
        return mails[0].name

    def provider_call(self):
        """The name of something that the provider was asked; it is written down a moment later."""
        self.invoiced()
        for _ in range(600):
            calls = self.do(self.admin, PROVIDERS + "ListProviderCalls").calls
            if calls:
                return calls[0].name
            time.sleep(0.05)
        raise AssertionError("no call was ever written down")

    def fees(self):
        """The name of the fees of what is written now."""
        return self.do(self.client, ESCROW + "ListFeeSchedules").fee_schedules[0].name

    def without_faults(self, who):
        """Makes room for a person's faults."""
        self.do(getattr(self, who), SANDBOX + "ClearFaults")
