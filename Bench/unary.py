"""The latency of every unary RPC that needs no provider, at half load (make bench-unary).

The contract tests know a good request for each method; here as many as are needed are made before
the run, through the API. `paylyt load replay` sends them, from another process over several
connections with TLS: first as fast as the server answers, which is its saturation with this mix,
then, in an open loop, half as many a second. The moments of the calls are fixed beforehand, and
latency counts from them. Server, PostgreSQL and client share the machine: an upper bound.

    unary.py DIRECTORY-OF-BINARIES [--samples 80] [--only METHOD] [--keep]
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/ContractTests/python"))

import grpc  # noqa: E402
import official  # noqa: E402
from cases import CASES  # noqa: E402
from google.protobuf import json_format  # noqa: E402
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
# Each user may have a hundred: who prepares these is somebody of their own for each method.
HUNDRED = ("BeneficiaryService/",)
LOOKING = ("Get", "List", "Preview", "Decode", "Render", "Query", "Explain", "Verify")
# How often a method that looks is called, for each call of one that changes something.
LOOKS_FOR_A_CHANGE = 6
# Requests of a method that changes something, sent to find the saturation.
SAMPLES_SATURATING = 20
# Different requests of a method that looks.
SAMPLES_LOOKING = 3
CONNECTIONS = 16
# Requests are made side by side, each lane with people of its own, whose tokens last 15 minutes.
LANES = 4
AIM_MS = 20


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
                "--loops", str(min(2, os.cpu_count())),
            ], stdout=subprocess.DEVNULL, stderr=open(directory / "server.log", "wb"))
        for _ in range(600):
            if ready.exists() or self.process.poll() is not None:
                break
            time.sleep(0.1)
        if not ready.exists():
            sys.exit((directory / "server.log").read_text())
        self.addresses = json.loads(ready.read_text())
        self.certificate = (directory / "data" / "tls-certificate.pem").read_bytes()

    def admin(self, name):
        email = f"{name}@example.com"
        subprocess.run(
            [
                self.binaries / "paylyt", "admin", "create-user", "--database",
                self.addresses["database"], "--email", email,
            ], input=f"{PASSWORD}\n", text=True, check=True, stdout=subprocess.DEVNULL)
        return email

    def lay_out_log(self):
        """The files of PostgreSQL's log as in a cluster that has run for a while: they are there.

        In a new one, whoever commits writes 16 MB of zeros whenever one is full, and all others
        wait for 80 ms (bench.py does the same).
        """
        subprocess.run(
            [
                "psql", "-XAtq", "-d", self.addresses["database"], "-c",
                "DO $$ BEGIN FOR file IN 1..16 LOOP PERFORM "
                "pg_logical_emit_message(false, 'fill', ''), pg_switch_wal(); END LOOP; END $$", "-c", "CHECKPOINT",
            ], check=True, stdout=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


class Method:
    """One method and the calls that were made for it, as lines for `paylyt load replay`."""

    def __init__(self, name):
        self.name = name
        self.looks = name.split("/")[1].startswith(LOOKING)
        self.lines = []

    def prepare(self, api, people, callers, samples):
        case = CASES[self.name]
        for _ in range(SAMPLES_LOOKING if self.looks else samples):
            token = getattr(people, case.by) if isinstance(case.by, str) else case.by
            if callable(token):
                token = token(people)
            request = api.request(self.name, **case.good(people))
            text = json_format.MessageToJson(request, indent=None)
            self.lines.append(f"call {self.name} {callers.name(token)} {text}")


class Callers:
    """Names for access tokens: the file of calls has the names, another one the tokens."""

    def __init__(self):
        self.names, self.lock = {}, threading.Lock()

    def name(self, token):
        with self.lock:
            return self.names.setdefault(token, f"caller-{len(self.names)}") if token else "-"

    def write(self, path):
        path.write_text("".join(f"{name} {token}\n" for token, name in self.names.items()))
        path.chmod(0o600)


def prepare(server, api, only, samples):
    """The methods with their calls, and who makes them."""
    callers, admins = Callers(), [server.admin(name) for name in ("admin", "approver")]
    simulator = server.addresses["simulator"].split("//")[-1]
    methods = [Method(name) for name in sorted(CASES) if wanted(api, name) and only in name]
    own = threading.local()

    def one(method):
        if not hasattr(own, "people"):
            own.people = People(api, *admins, simulator)
        people = own.people
        if method.name.split(".")[-1].startswith(HUNDRED):
            people = People(api, *admins, simulator)
        try:
            method.prepare(api, people, callers, samples)
        except (official.Refused, AssertionError) as refused:
            print(f"SKIPPED {method.name}: {refused}", flush=True)

    with concurrent.futures.ThreadPoolExecutor(LANES) as lanes:
        list(lanes.map(one, methods))
    return [method for method in methods if method.lines], callers


def mixed(methods, first, last, source):
    """The calls `first..<last` of what changes something, among what looks, in random order."""
    lines = [line for each in methods if not each.looks for line in each.lines[first:last]]
    looking = [each for each in methods if each.looks]
    if looking:
        looks = max(LOOKS_FOR_A_CHANGE * len(lines), (last - first) * len(looking))
        lines += [source.choice(source.choice(looking).lines) for _ in range(looks)]
    source.shuffle(lines)
    return lines


def replay(server, folder, lines, *options):
    """What `paylyt load replay` found."""
    calls, result = folder / "calls.txt", folder / "result.json"
    calls.write_text("\n".join(["paylyt-calls 1", *lines, ""]))
    result.unlink(missing_ok=True)
    ended = subprocess.run(
        [
            server.binaries / "paylyt", "load", "replay", "--target", server.addresses["grpc"],
            "--certificate", server.directory / "data" / "tls-certificate.pem", "--calls", calls,
            "--token-file", folder / "tokens.txt", "--connections", str(CONNECTIONS),
            "--json", result, "--quiet", "--timeout-ms", "30000", *options,
        ], stderr=subprocess.PIPE, text=True, check=False)
    # Calls that are refused are results; a run that was none has only words.
    if not result.exists():
        sys.exit(f"paylyt load replay ended with {ended.returncode}: {ended.stderr}")
    return json.loads(result.read_text())


def milliseconds(latency, key):
    return latency[key] / 1e6


def report(saturation, found):
    total = found["total"]["latency"]
    print(f"saturation {saturation:.0f}/s; sent {found['rate']}/s, {total['count']} calls of "
          f"{len(found['operations'])} methods: p50 {milliseconds(total, 'p50'):.1f} ms, "
          f"p99 {milliseconds(total, 'p99'):.1f} ms")
    width = found["intervalWidth"] / 1e9
    print(f"p99 of each {width:g} s, ms: " + " ".join(
        f"{each['p99'] / 1e6:.0f}" for each in found["intervals"]))
    rows = sorted(
        ((name.split(".")[-1], each["latency"]) for name, each in found["operations"].items()),
        key=lambda row: -row[1]["p99"])
    late = sum(milliseconds(latency, "p99") >= AIM_MS for _, latency in rows)
    print(f"{len(rows) - late} of {len(rows)} methods have their p99 below {AIM_MS} ms")
    print("| method | calls | p50 ms | p99 ms | max ms |\n|---|---|---|---|---|")
    for name, latency in rows:
        cells = [f"{milliseconds(latency, key):.1f}" for key in ("p50", "p99", "max")]
        print(f"| {name} | {latency['count']} | " + " | ".join(cells) + " |")
    for failure in found["failures"]:
        print(f"FAILED {failure['count']} x {failure['operation']}: {failure['code']} "
              f"{failure['reason']}")


def wanted(api, name):
    method, short = api.method(name), name.split(".")[-1]
    left_out = NEEDS_PROVIDER | HASHES | READS_ALL | DISTURBS
    return (
        CASES[name].good is not None and not method.client_streaming
        and not method.server_streaming and short not in left_out
        and not short.startswith(FEW)
    )


def measure(server, folder, methods, samples):
    source = random.Random(1)
    server.lay_out_log()
    saturating = mixed(methods, 0, SAMPLES_SATURATING, source)
    saturation = replay(server, folder, saturating, "--in-flight", "64")["callsPerSecond"]
    lines = mixed(methods, SAMPLES_SATURATING, SAMPLES_SATURATING + samples, source)
    # No ramp-up, whose calls are left out of the figures: the saturation has warmed everything up.
    found = replay(
        server, folder, lines, "--in-flight", "500", "--rate", str(max(1, int(saturation / 2))),
        "--ramp-up", "0")
    report(saturation, found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binaries")
    parser.add_argument("--samples", type=int, default=80,
                        help="measured calls of each method that changes something")
    parser.add_argument("--only", default="", help="a part of the methods' names")
    parser.add_argument("--keep", action="store_true",
                        help="leave the server running until return is pressed")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="paylyt-unary-", dir="/var/tmp") as name:
        folder = pathlib.Path(name)
        server = Server(arguments.binaries, folder)
        try:
            credentials = grpc.ssl_channel_credentials(server.certificate)
            channel = grpc.secure_channel(server.addresses["grpc"], credentials)
            api = official.API(official.compiled(folder, "grpc_tools"), channel)
            begun = time.monotonic()
            methods, callers = prepare(
                server, api, arguments.only, SAMPLES_SATURATING + arguments.samples)
            callers.write(folder / "tokens.txt")
            channel.close()
            print(f"prepared {sum(len(each.lines) for each in methods)} requests in "
                  f"{time.monotonic() - begun:.0f} s", flush=True)
            measure(server, folder, methods, arguments.samples)
            if arguments.keep:
                print(f"database {server.addresses['database']}", flush=True)
                sys.stdin.readline()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
