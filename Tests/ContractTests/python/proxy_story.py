"""A mobile app's day: the whole story as JSON over HTTP, through examples/mobile_proxy.

    proxy_story.py --proxy URL --simulator URL

It knows nothing of gRPC and uses the standard library alone. Two deals: one is released and paid
out, after a payout to nobody has failed and its money has come back; the other is disputed and
divided. In between, what an app does wrong. Prints one line for each step; the first thing that
does not hold ends it with 1."""

import argparse
import base64
import contextlib
import datetime
import http.client
import json
import struct
import time
import urllib.error
import urllib.request
import uuid
import zlib

AUTH = "paylyt.auth.v1.AuthService/"
JOBS = "paylyt.jobs.v1.JobService/"
ESCROW = "paylyt.escrow.v1.EscrowService/"
DISPUTES = "paylyt.escrow.v1.DisputeService/"
INVOICES = "paylyt.lightning.v1.InvoiceService/"
WALLETS = "paylyt.wallets.v1.WalletService/"
PAYOUTS = "paylyt.payouts.v1.PayoutService/"
# Nothing waits for ever; far above what a loaded machine needs.
SECONDS_MAX = 60


def sats(number):
    return {"asset": "BTC", "units": str(number * 1000)}


class Proxy:
    """HTTP to the proxy: a status and a JSON object for each call."""

    def __init__(self, url):
        self.url = url

    def send(self, path, body, token=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers.setdefault("x-timeout-ms", "30000")
        if token is not None:
            headers["authorization"] = f"Bearer {token}"
        request = urllib.request.Request(
            f"{self.url}/{path}", data=body, headers=headers, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=SECONDS_MAX) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def announce(self, path, length):
        """The status of a request that says how long its body is, and waits before it sends it."""
        host = self.url.removeprefix("http://")
        connection = http.client.HTTPConnection(host, timeout=SECONDS_MAX)
        with contextlib.closing(connection):
            connection.putrequest("POST", f"/{path}")
            connection.putheader("content-length", str(length))
            connection.endheaders()
            return connection.getresponse().status

    def refused(self, status, path, token=None, **fields):
        got, body = self.send(path, json.dumps(fields).encode(), token)
        assert got == status, f"{path}: {got} {body}, not {status}"
        return body

    def register(self, role):
        """The access token of a new user."""
        return App(self, None).call(
            AUTH + "Register", email=f"{uuid.uuid4()}@example.com", displayName="Somebody",
            password="a long enough password", roles=[role],
        )["accessToken"]


class App:
    """The app of one user: it makes a request id for each thing that it wants done."""

    def __init__(self, proxy, role):
        self.proxy = proxy
        self.token = proxy.register(role) if role else None

    def call(self, path, **fields):
        fields.setdefault("requestId", str(uuid.uuid4()))
        return self.read(path, **fields)

    def read(self, path, **fields):
        status, body = self.proxy.send(path, json.dumps(fields).encode(), self.token)
        assert status == 200, f"{path}: {status} {body}"
        return body

    def until(self, path, name, state):
        """Reads a resource until it is in a state; bounded, and looked at again and again."""
        end = time.monotonic() + SECONDS_MAX
        while True:
            found = self.read(path, name=name)
            if found["state"] == state:
                return found
            assert time.monotonic() < end, f"{name} never came to {state}: {found}"
            time.sleep(0.05)

    def balance(self):
        """Millisatoshis."""
        balances = self.read(WALLETS + "GetWallet").get("balances", [])
        return sum(int(money.get("units", 0)) for money in balances if money["asset"] == "BTC")


class Story:
    def __init__(self, proxy, simulator):
        self.proxy = proxy
        self.simulator = simulator
        self.client = App(proxy, "ROLE_CLIENT")
        self.freelancer = App(proxy, "ROLE_FREELANCER")
        self.stranger = App(proxy, "ROLE_CLIENT")

    def pay(self, payment_request):
        """As a wallet that scanned the code would."""
        invoices = f"{self.simulator}/sim/invoices"
        with urllib.request.urlopen(invoices, timeout=SECONDS_MAX) as answer:
            known = json.load(answer)["invoices"]
        invoice = next(one for one in known if one["request"] == payment_request)
        urllib.request.urlopen(
            urllib.request.Request(
                f"{invoices}/{invoice['id']}/pay", data=b"{}", method="POST"
            ),
            timeout=SECONDS_MAX,
        ).close()

    def accepted(self):
        """A job of 5 000 satoshis, from draft to accepted terms."""
        deadline = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=14)
        job = self.client.call(
            JOBS + "CreateJob", title="A logo", description="Drafts, then final files.",
            milestones=[
                {"title": "Drafts", "amount": sats(2_000)},
                {"title": "Files", "amount": sats(3_000)},
            ],
            localCurrency="NGN", deadline=deadline.strftime("%Y-%m-%dT%H:%M:%SZ"), draft=True,
        )
        self.proxy.refused(404, JOBS + "GetJob", self.freelancer.token, name=job["name"])
        job = self.client.call(JOBS + "PublishJob", name=job["name"])
        assert job["state"] == "STATE_OPEN", job
        return self.freelancer.call(
            JOBS + "AcceptTerms", name=job["name"], termsSha256=job["termsSha256"],
            termsVersion=job["termsVersion"],
        )

    def funded(self):
        """The name of an escrow whose money is held."""
        escrow = self.accepted()["escrow"]
        funding = {"name": escrow, "requestId": str(uuid.uuid4())}
        first = self.client.read(ESCROW + "FundEscrow", **funding)
        # The app lost its connection and asks again.
        assert self.client.read(ESCROW + "FundEscrow", **funding) == first
        invoice = self.client.read(INVOICES + "GetInvoice", name=first["invoice"])
        assert invoice["paymentUri"] == f"lightning:{first['paymentRequest']}", invoice
        picture = self.client.read(
            INVOICES + "RenderQr", name=first["invoice"], format="FORMAT_PNG")
        check_png(base64.b64decode(picture["content"]))
        self.pay(first["paymentRequest"])
        held = self.client.until(ESCROW + "GetEscrow", escrow, "STATE_PAID_LOCKED")
        assert held["available"] == sats(5_000), held
        return escrow

    def released(self):
        escrow = self.funded()
        self.freelancer.call(
            ESCROW + "SubmitMilestone", name=f"{escrow}/milestones/1", deliveryNote="Done.")
        self.client.call(ESCROW + "ReleaseMilestone", name=f"{escrow}/milestones/1")
        self.client.call(ESCROW + "ReleaseEscrow", name=escrow)
        receipts = self.client.read(ESCROW + "ListReceipts", parent=escrow)["receipts"]
        assert sum(int(receipt["gross"]["units"]) for receipt in receipts) == 5_000_000, receipts
        print(f"released  {escrow}", flush=True)

    def paid_out(self):
        before = self.freelancer.balance()
        assert before == 4_875_000, before
        host = self.simulator.removeprefix("http://")
        failed = self.freelancer.call(
            PAYOUTS + "CreatePayout", amount=sats(1_000), lightningAddress=f"nobody@{host}")
        failed = self.freelancer.until(PAYOUTS + "GetPayout", failed["name"], "STATE_FAILED")
        assert failed["failureReason"] and self.freelancer.balance() == before, failed
        print(f"failed    {failed['name']}: {failed['failureReason']}", flush=True)
        paid = self.freelancer.call(
            PAYOUTS + "CreatePayout", amount=sats(1_000), lightningAddress=f"ada@{host}")
        paid = self.freelancer.until(PAYOUTS + "GetPayout", paid["name"], "STATE_SUCCEEDED")
        fee = int(paid.get("fee", {}).get("units", 0))
        assert self.freelancer.balance() == before - 1_000_000 - fee, paid
        print(f"paid out  {paid['name']}", flush=True)

    def disputed(self):
        escrow = self.funded()
        client, freelancer = self.client.balance(), self.freelancer.balance()
        dispute = self.client.call(DISPUTES + "OpenDispute", escrow=escrow, reason="It is late.")
        self.proxy.refused(
            400, ESCROW + "ReleaseEscrow", self.client.token, name=escrow,
            requestId=str(uuid.uuid4()),
        )
        offered = self.freelancer.call(
            DISPUTES + "ProposeSettlement", name=dispute["name"], toFreelancer=sats(2_000),
            toClient=sats(3_000),
        )
        settled = self.client.call(
            DISPUTES + "AcceptSettlement", name=dispute["name"], number=offered["offer"]["number"])
        assert settled["state"] == "STATE_SETTLED", settled
        held = self.client.read(ESCROW + "GetEscrow", name=escrow)
        assert held["state"] == "STATE_SPLIT" and held["refunded"] == sats(3_000), held
        assert self.client.balance() == client + 3_000_000
        # 2 000 satoshis less the fee of 2.5 %.
        assert self.freelancer.balance() == freelancer + 1_950_000
        print(f"divided   {escrow}", flush=True)

    def refusals(self):
        """What an app does wrong is told in the form that it knows, and changes nothing."""
        escrow = self.accepted()["escrow"]
        nobody = self.proxy.refused(401, ESCROW + "GetEscrow", name=escrow)
        assert reason(nobody) == "TOKEN_MISSING", nobody
        self.proxy.refused(401, ESCROW + "GetEscrow", "bm90.YQ.dG9rZW4", name=escrow)
        foreign = self.proxy.refused(404, ESCROW + "GetEscrow", self.stranger.token, name=escrow)
        assert foreign["code"] == "NOT_FOUND" and reason(foreign) == "NOT_FOUND", foreign
        role = self.proxy.refused(
            403, ESCROW + "FundEscrow", self.freelancer.token, name=escrow,
            requestId=str(uuid.uuid4()),
        )
        assert reason(role) == "SCOPE_MISSING", role
        bad = self.proxy.refused(400, ESCROW + "GetEscrow", self.client.token, name="escrows/1")
        assert violations(bad) == ["name"], bad
        stale = self.proxy.refused(
            409, ESCROW + "CancelEscrow", self.client.token, name=escrow, etag="stale",
            requestId=str(uuid.uuid4()),
        )
        assert reason(stale) == "ETAG_MISMATCH", stale
        self.proxy.refused(404, ESCROW + "NoSuchCall", self.client.token)
        self.proxy.refused(400, ESCROW + "GetEscrow", self.client.token, nonsense=1)
        for body in (b"{", b"[]"):
            got, answer = self.proxy.send(ESCROW + "GetEscrow", body, self.client.token)
            assert got == 400 and answer["code"] == "INVALID_ARGUMENT", (got, answer)
        assert self.proxy.announce(ESCROW + "GetEscrow", (1 << 20) + 1) == 413
        for limit in ("0", "x", "30001"):
            got, answer = self.proxy.send(
                ESCROW + "GetEscrow", b"{}", self.client.token, x_timeout_ms=limit)
            assert got == 400, (got, answer)
        self.client.call(ESCROW + "CancelEscrow", name=escrow)
        print("refused   what an app does wrong", flush=True)


def reason(refusal):
    return next(detail["reason"] for detail in refusal["details"] if "reason" in detail)


def violations(refusal):
    return [
        violation["field"] for detail in refusal["details"]
        for violation in detail.get("fieldViolations", [])
    ]


def check_png(content):
    """A whole picture: every checksum holds, and it has as many pixels as it says."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n", content[:8]
    rest, chunks = content[8:], {}
    while rest:
        length, kind = struct.unpack(">I4s", rest[:8])
        body, (checksum,) = rest[8:8 + length], struct.unpack(">I", rest[8 + length:12 + length])
        assert zlib.crc32(kind + body) == checksum, kind
        chunks[kind], rest = body, rest[12 + length:]
    width, height, depth, color = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, color) == (1, 0) and width == height > 200, chunks[b"IHDR"]
    # zlib checks the Adler-32 at the end.
    assert len(zlib.decompress(chunks[b"IDAT"])) == height * (1 + width // 8)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("proxy", "simulator"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    story = Story(Proxy(arguments.proxy), arguments.simulator)
    for step in (story.released, story.paid_out, story.disputed, story.refusals):
        step()


if __name__ == "__main__":
    main()
