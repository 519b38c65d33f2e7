"""The latency of every unary RPC that needs no provider, at half load (make bench-unary).

The contract tests know a good request for each method; here as many as are needed are made before
the run. The server's saturation with this mix is found by a closed loop, then an open loop sends
half of that: the moments of the calls are fixed beforehand, and latency counts from them. What is
measured is the client's view over TLS, with the official gRPC for Python, which shares the machine
with the server and PostgreSQL: an upper bound.

    unary.py DIRECTORY-OF-BINARIES [--seconds 30] [--samples 20]
"""

import argparse
import asyncio
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/ContractTests/python"))

import grpc  # noqa: E402
import official  # noqa: E402
from cases import CASES  # noqa: E402
from google.protobuf import message_factory  # noqa: E402
from people import People  # noqa: E402

PASSWORD = "a long enough password"
# A provider is asked inside of the call.
NEEDS_PROVIDER = {
    "JobService/CreateJob", "JobService/UpdateMilestone", "JobService/AddMilestone",
    "JobService/RemoveMilestone", "EscrowService/FundEscrow", "InvoiceService/RefreshInvoice",
    "InvoiceService/CancelInvoice", "EscrowService/CancelEscrow", "WalletService/CreateDeposit",
    "PayoutService/CreatePayoutQuote", "PayoutService/CreatePayout",
    "PayoutService/ReplaceDestination", "PayoutService/RequeryPayout",
    "PayoutService/GetPayoutQuote", "BeneficiaryService/ResolveBeneficiary",
    "BeneficiaryService/ListCorridors", "FxService/GetRate", "FxService/CreateQuote",
    "ProviderService/GetProviderHealth", "ProviderService/GetProviderBalances",
    "ReconciliationService/RunReconciliation",
}
# Argon2id takes its time on purpose, on threads of its own.
HASHES = {
    "AuthService/Register", "AuthService/Login", "AuthService/ChangePassword",
    "AuthService/SetTransactionPin", "AuthService/StepUp",
}
# They read all the books and the whole log, which is what they are for.
READS_ALL = {"LedgerService/GetTrialBalance", "AuditService/VerifyAuditChain"}
# They would change what the other calls see.
DISTURBS = {
    "SandboxService/AdvanceSandboxClock", "SandboxService/SetFault", "AdminService/PauseCapability",
    "AdminService/ResumeCapability", "AuthService/RevokeAllSessions", "AuthService/Logout",
    "UserService/DeleteUser", "AdminService/ReplayDeadLetter", "AdminService/DiscardDeadLetter",
    "NotificationService/RetryMail",
}
# Each user may have few of them, and the contracts make room for the next one.
FEW = ("WebhookService/",)
LOOKING = ("Get", "List", "Preview", "Decode", "Render", "Query", "Explain", "Verify")
# How often a method that looks is called, for each call of one that changes something.
LOOKS_FOR_A_CHANGE = 6


class Server:
    """A server of its own, with PostgreSQL and a simulator that pays by itself."""

    def __init__(self, binaries, directory):
        self.binaries, self.directory = pathlib.Path(binaries).resolve(), directory
        ready = directory / "ready.json"
        directory.chmod(0o755)
        self.process = subprocess.Popen(
            [
                self.binaries / "paylyt", "serve", "--with-simulator",
                "--simulator-pays-after-ms", "20", "--data-dir", directory / "data",
                "--listen", "127.0.0.1:0", "--plaintext-listen", "none", "--webhook-listen",
                "127.0.0.1:0", "--ready-file", ready, "--log-level", "warning", "--sandbox",
                "--fx-quote-seconds", "900", "--webhooks-to-private-addresses",
            ], stdout=subprocess.DEVNULL, stderr=open(directory / "server.log", "wb"))
        for _ in range(600):
            if ready.exists() or self.process.poll() is not None:
                break
            time.sleep(0.1)
        if not ready.exists():
            sys.exit((directory / "server.log").read_text())
        self.addresses = json.loads(ready.read_text())
        self.certificate = (directory / "data" / "tls-certificate.pem").read_bytes()

    def admin(self):
        email = "bench@example.com"
        subprocess.run(
            [
                self.binaries / "paylyt", "admin", "create-user", "--database",
                self.addresses["database"], "--email", email,
            ], input=f"{PASSWORD}\n", text=True, check=True, stdout=subprocess.DEVNULL)
        return email

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


class Method:
    """One method and the requests that were made for it."""

    def __init__(self, name, api, people, samples):
        self.name = name
        self.short = name.split(".")[-1]
        self.method = api.method(name)
        self.looks = self.short.split("/")[1].startswith(LOOKING)
        self.answer = message_factory.GetMessageClass(self.method.output_type)
        case = CASES[name]
        self.requests = []
        for _ in range(min(3, samples) if self.looks else samples):
            token = getattr(people, case.by) if isinstance(case.by, str) else case.by
            if callable(token):
                token = token(people)
            request = api.request(name, **case.good(people))
            metadata = (("authorization", f"Bearer {token}"),) if token else ()
            self.requests.append((request.SerializeToString(), metadata))
        self.next = 0

    def take(self):
        """The next request; none when all that change something are used up."""
        if not self.looks and self.next == len(self.requests):
            return None
        self.next += 1
        return self.requests[(self.next - 1) % len(self.requests)]


class Figures:
    def __init__(self):
        self.latencies, self.failures = {}, {}

    def add(self, name, seconds):
        self.latencies.setdefault(name, []).append(seconds * 1000)

    def fail(self, name, error):
        self.failures[name] = f"{error.code().name}: {error.details()}"


async def call(stubs, method, taken, begun, figures):
    request, metadata = taken
    try:
        await stubs[method.name](request, metadata=metadata, timeout=30)
        if figures:
            figures.add(method.short, time.monotonic() - begun)
    except grpc.aio.AioRpcError as error:
        if figures:
            figures.fail(method.short, error)


def stubs_of(channel, methods):
    return {
        each.name: channel.unary_unary(
            f"/{each.name}", request_serializer=lambda raw: raw,
            response_deserializer=lambda raw: raw)
        for each in methods
    }


async def saturate(channel, methods, seconds, lanes=32):
    """Calls a second of a closed loop over those that look, as they can be repeated."""
    stubs, looking = stubs_of(channel, methods), [each for each in methods if each.looks]
    end, done = time.monotonic() + seconds, 0

    async def lane(seed):
        nonlocal done
        source = random.Random(seed)
        while time.monotonic() < end:
            method = source.choice(looking)
            await call(stubs, method, method.take(), time.monotonic(), None)
            done += 1

    await asyncio.gather(*(lane(number) for number in range(lanes)))
    return done / seconds


async def run(channel, methods, rate, seconds):
    stubs, figures, source = stubs_of(channel, methods), Figures(), random.Random(1)
    looking = [each for each in methods if each.looks]
    plan = [each for each in methods if not each.looks for _ in each.requests]
    while len(plan) < rate * seconds:
        plan.append(source.choice(looking))
    source.shuffle(plan)
    begun, tasks = time.monotonic() + 0.5, []
    for number, method in enumerate(plan):
        moment = begun + number / rate
        pause = moment - time.monotonic()
        if pause > 0:
            await asyncio.sleep(pause)
        taken = method.take()
        if taken:
            tasks.append(asyncio.create_task(call(stubs, method, taken, moment, figures)))
    await asyncio.gather(*tasks)
    return figures


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def report(figures, rate, saturation):
    everything = [value for values in figures.latencies.values() for value in values]
    print(f"saturation {saturation:.0f}/s; sent {rate:.0f}/s, {len(everything)} calls of "
          f"{len(figures.latencies)} methods: p50 {statistics.median(everything):.1f} ms, "
          f"p99 {percentile(everything, 0.99):.1f} ms")
    print("| method | calls | p50 ms | p99 ms |\n|---|---|---|---|")
    rows = sorted(
        figures.latencies.items(), key=lambda row: -percentile(row[1], 0.99))
    for name, values in rows:
        print(f"| {name} | {len(values)} | {statistics.median(values):.1f} | "
              f"{percentile(values, 0.99):.1f} |")
    for name, failure in sorted(figures.failures.items()):
        print(f"FAILED {name}: {failure}")


def wanted(api, name):
    method, short = api.method(name), name.split(".")[-1]
    left_out = NEEDS_PROVIDER | HASHES | READS_ALL | DISTURBS
    return (
        CASES[name].good is not None and not method.client_streaming
        and not method.server_streaming and short not in left_out
        and not short.startswith(FEW)
    )


async def measure(server, methods, seconds):
    credentials = grpc.ssl_channel_credentials(server.certificate)
    async with grpc.aio.secure_channel(server.addresses["grpc"], credentials) as channel:
        saturation = await saturate(channel, methods, 5)
        rate = saturation / 2
        report(await run(channel, methods, rate, seconds), rate, saturation)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binaries")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--samples", type=int, default=20)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="paylyt-unary-", dir="/var/tmp") as folder:
        server = Server(arguments.binaries, pathlib.Path(folder))
        try:
            credentials = grpc.ssl_channel_credentials(server.certificate)
            channel = grpc.secure_channel(server.addresses["grpc"], credentials)
            api = official.API(official.compiled(folder, "grpc_tools"), channel)
            people = People(api, server.admin(), server.addresses["simulator"].split("//")[-1])
            methods = []
            for name in sorted(CASES):
                if not wanted(api, name) or arguments.only not in name:
                    continue
                try:
                    methods.append(Method(name, api, people, arguments.samples))
                except (official.Refused, AssertionError) as refused:
                    print(f"SKIPPED {name}: {refused}")
            print(f"prepared {sum(len(each.requests) for each in methods)} requests", flush=True)
            channel.close()
            asyncio.run(measure(server, methods, arguments.seconds))
        finally:
            server.stop()


if __name__ == "__main__":
    main()
