#!/usr/bin/env python3
"""The whole story of an escrow, told with the official gRPC client for Python.

    scripts/python-env.sh                       # once: grpcio and grpcio-tools into .venv
    .venv/bin/python examples/python/story.py --certificate PEM ADDRESS

ADDRESS and PEM are what `make run` prints. The invoice is paid by whoever has a wallet; the
provider simulator can do it by itself (`paylyt serve --with-simulator --simulator-pays-after-ms
500`), or is told to with `--simulator URL`, which also gives the freelancer a Lightning address to
be paid at.
"""

import argparse
import datetime
import importlib
import json
import pathlib
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid

import grpc
from grpc_tools import protoc

PROTOS = pathlib.Path(__file__).resolve().parents[2] / "proto"
SECONDS_MAX = 120


def load_stubs(folder):
    """Generates the Python of every PayLyt proto into `folder` and makes it importable."""
    files = [str(path.relative_to(PROTOS)) for path in sorted(PROTOS.glob("paylyt/**/*.proto"))]
    well_known = pathlib.Path(protoc.__file__).parent / "_proto"
    arguments = [f"-I{PROTOS}", f"-I{well_known}", f"--python_out={folder}"]
    if protoc.main(["protoc", *arguments, f"--grpc_python_out={folder}", *files]) != 0:
        sys.exit("the protos do not compile")
    sys.path.insert(0, folder)

    def module(name):
        return importlib.import_module(f"paylyt.{name}")

    names = {
        "auth": "auth.v1.auth", "users": "identity.v1.user", "jobs": "jobs.v1.job",
        "escrow": "escrow.v1.escrow", "wallets": "wallets.v1.wallet",
        "payouts": "payouts.v1.payout", "money": "common.v1.money",
    }
    messages = {key: module(f"{name}_pb2") for key, name in names.items()}
    services = {key: module(f"{name}_pb2_grpc") for key, name in names.items() if key != "money"}
    return messages, services


class Person:
    """Somebody who is signed in: stubs for every service, and the token of each call."""

    def __init__(self, channel, messages, services, role, display_name):
        self.auth = services["auth"].AuthServiceStub(channel)
        self.jobs = services["jobs"].JobServiceStub(channel)
        self.escrows = services["escrow"].EscrowServiceStub(channel)
        self.wallets = services["wallets"].WalletServiceStub(channel)
        self.payouts = services["payouts"].PayoutServiceStub(channel)
        auth = messages["auth"]
        self.session = self.auth.Register(
            auth.RegisterRequest(
                request_id=new_id(),
                email=f"{display_name.lower()}-{uuid.uuid4().hex[:12]}@example.com",
                password="a long enough password",
                display_name=display_name,
                roles=[role],
            ),
            timeout=SECONDS_MAX,
        )

    def call(self, method, request):
        return method(request, metadata=self.metadata, timeout=SECONDS_MAX)

    @property
    def metadata(self):
        return (("authorization", f"Bearer {self.session.access_token}"),)


def new_id():
    """A request id: the same one sent again never does a thing twice."""
    return str(uuid.uuid4())


def sats(amount):
    return f"{amount.units // 1000} sat"


def pay(simulator, payment_request):
    """Lets the provider simulator pay an invoice, as a wallet would."""
    with urllib.request.urlopen(f"{simulator}/sim/invoices", timeout=SECONDS_MAX) as answer:
        invoices = json.load(answer)["invoices"]
    invoice = next(i for i in invoices if i["request"] == payment_request)
    request = urllib.request.Request(
        f"{simulator}/sim/invoices/{invoice['id']}/pay", data=b"{}", method="POST"
    )
    try:
        urllib.request.urlopen(request, timeout=SECONDS_MAX).close()
    except urllib.error.HTTPError as error:
        # A simulator that pays by itself may have been faster.
        if error.code != 409:
            raise


def agree(client, freelancer, messages):
    """A job with two milestones is posted, read and accepted. Returns the name of its escrow."""
    jobs, money = messages["jobs"], messages["money"]
    deadline = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=14)

    def milestone(title, satoshis):
        return jobs.MilestoneTerms(
            title=title, amount=money.Money(asset="BTC", units=satoshis * 1000)
        )

    request = jobs.CreateJobRequest(
        request_id=new_id(),
        title="A logo for a bakery",
        description="Two drafts, then the final files.",
        milestones=[milestone("Drafts", 20_000), milestone("Final files", 30_000)],
        local_currency="NGN",
    )
    request.deadline.FromDatetime(deadline)
    posted = client.call(client.jobs.CreateJob, request)
    worth = posted.local_value
    print(f"posted    {posted.name}: {sats(posted.amount)}, {worth.units / 100:,.2f} {worth.asset}")

    # Posting again with the same request id makes no second job.
    assert client.call(client.jobs.CreateJob, request) == posted

    seen = freelancer.call(freelancer.jobs.GetJob, jobs.GetJobRequest(name=posted.name))
    accepted = freelancer.call(
        freelancer.jobs.AcceptTerms,
        jobs.AcceptTermsRequest(
            request_id=new_id(), name=seen.name, terms_sha256=seen.terms_sha256
        ),
    )
    print(f"accepted  {accepted.escrow}")
    # What was read before is what is agreed on, the platform's fee with it.
    print(f"          {sats(seen.client_pays)} are paid, {sats(seen.freelancer_gets)} are earned")
    return accepted.escrow


def fund(client, name, simulator, messages):
    """Pays the escrow's invoice and waits until the money is held."""
    escrow = messages["escrow"]
    funding = client.call(
        client.escrows.FundEscrow, escrow.FundEscrowRequest(request_id=new_id(), name=name)
    )
    print(f"invoice   {funding.payment_request[:48]}…")
    watch = client.call(client.escrows.WatchEscrow, escrow.WatchEscrowRequest(name=name))
    if simulator:
        pay(simulator, funding.payment_request)
    for change in watch:
        print(f"          {escrow.Escrow.State.Name(change.state)}")
        if change.state == escrow.Escrow.STATE_PAID_LOCKED:
            watch.cancel()
            return change
    sys.exit("the escrow ended before it was paid")


def work_and_release(client, freelancer, held, messages):
    """Delivers the first milestone, pays it, and pays the rest."""
    escrow = messages["escrow"]
    first = held.milestones[0].name
    freelancer.call(
        freelancer.escrows.SubmitMilestone,
        escrow.SubmitMilestoneRequest(
            request_id=new_id(), name=first, delivery_note="https://example.com/drafts"
        ),
    )
    print(f"delivered {first}")
    after = client.call(
        client.escrows.ReleaseMilestone,
        escrow.ReleaseMilestoneRequest(request_id=new_id(), name=first),
    )
    print(f"released  {sats(after.released)}, {sats(after.available)} still held")
    after = client.call(
        client.escrows.ReleaseEscrow,
        escrow.ReleaseEscrowRequest(request_id=new_id(), name=held.name),
    )
    assert after.state == escrow.Escrow.STATE_RELEASED, after
    print(f"released  {sats(after.released)}, of which {sats(after.fee_taken)} fee")
    receipts = client.call(
        client.escrows.ListReceipts, escrow.ListReceiptsRequest(parent=held.name)
    ).receipts
    for receipt in receipts:
        print(f"receipt   {', '.join(receipt.lines)}: {sats(receipt.net)} net")
    assert sum(receipt.gross.units for receipt in receipts) == held.amount.units


def pay_out(freelancer, simulator, messages):
    """Sends half of what the freelancer has to a Lightning address."""
    payouts, money, wallets = messages["payouts"], messages["money"], messages["wallets"]
    wallet = freelancer.call(freelancer.wallets.GetWallet, wallets.GetWalletRequest())
    balance = next(b.units for b in wallet.balances if b.asset == "BTC")
    print(f"wallet    {balance // 1000} sat")
    payout = freelancer.call(
        freelancer.payouts.CreatePayout,
        payouts.CreatePayoutRequest(
            request_id=new_id(),
            amount=money.Money(asset="BTC", units=balance // 2000 * 1000),
            lightning_address=f"ada@{simulator.split('//')[1]}",
        ),
    )
    watch = freelancer.call(
        freelancer.payouts.WatchPayout, payouts.WatchPayoutRequest(name=payout.name)
    )
    for payout in watch:
        print(f"payout    {payouts.Payout.State.Name(payout.state)}")
    assert payout.state == payouts.Payout.STATE_SUCCEEDED, payout
    print(f"paid out  {sats(payout.amount)} to {payout.lightning_address}, fee {sats(payout.fee)}")


def refused(freelancer, name, messages):
    """What must not be possible is not: the freelancer cannot release the client's money."""
    escrow = messages["escrow"]
    try:
        freelancer.call(
            freelancer.escrows.ReleaseEscrow,
            escrow.ReleaseEscrowRequest(request_id=new_id(), name=name),
        )
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.PERMISSION_DENIED, error
        print(f"refused   {error.details()}")
        return
    sys.exit("the freelancer released the client's money")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("address", metavar="ADDRESS", help="such as 127.0.0.1:50051")
    parser.add_argument("--certificate", required=True, metavar="PEM", help="the server's")
    parser.add_argument("--simulator", metavar="URL", help="the provider simulator's")
    arguments = parser.parse_args()
    credentials = grpc.ssl_channel_credentials(pathlib.Path(arguments.certificate).read_bytes())
    begin = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        grpc.secure_channel(arguments.address, credentials) as channel,
    ):
        messages, services = load_stubs(folder)
        roles = messages["users"]
        client = Person(channel, messages, services, roles.ROLE_CLIENT, "Clara")
        freelancer = Person(channel, messages, services, roles.ROLE_FREELANCER, "Femi")
        print(f"signed in {client.session.user.name} and {freelancer.session.user.name}")
        name = agree(client, freelancer, messages)
        held = fund(client, name, arguments.simulator, messages)
        refused(freelancer, name, messages)
        work_and_release(client, freelancer, held, messages)
        if arguments.simulator:
            pay_out(freelancer, arguments.simulator.rstrip("/"), messages)
    print(f"done in {time.monotonic() - begin:.1f} s")


if __name__ == "__main__":
    main()
