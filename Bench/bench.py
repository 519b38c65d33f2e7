"""PayLyt's whole path beside hand-written SQL, on one private PostgreSQL, in one run (make bench).

Each round visits every variant once; figures of a round are divided by the hand-written form at 16
clients of the same round, and the table shows medians over the rounds. Nothing is asserted.
"""

import argparse
import json
import os
import pathlib
import pwd
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SQL = HERE / "sql"
TICK = os.sysconf("SC_CLK_TCK")
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "max_connections": "200",
    # All of it in memory, and no checkpoint and no vacuum inside a measurement: their cost is left
    # out for every variant alike.
    "shared_buffers": f"{min(6144, os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') >> 22)}MB",
    "max_wal_size": "32GB",
    "min_wal_size": "4GB",
    "checkpoint_timeout": "1d",
    "autovacuum": "off",
    "jit": "off",
}


def run(*command, **options):
    return subprocess.run([str(c) for c in command], check=True, text=True, **options)


def newest_postgres():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pgbench"), key=lambda p: int(p.parts[-3]))
    if not found:
        sys.exit("there is no pgbench: install the package postgresql")
    return found[-1].parent


class Cluster:
    """A PostgreSQL of its own, on a unix socket, with everything that makes a commit durable."""

    def __init__(self, directory, settings):
        self.directory, self.bin = directory / "postgres", newest_postgres()
        self.directory.mkdir()
        self.user = []
        if os.getuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.directory, account.pw_uid, account.pw_gid)
            self.user = ["runuser", "-u", "postgres", "--"]
        self.environment = dict(os.environ, PGHOST=str(self.directory), PGPORT="5432", PGUSER="paylyt", PGOPTIONS="")
        data = self.directory / "data"
        self.call("initdb", "-D", data, "-U", "paylyt", "-A", "trust", "-E", "UTF8", "--locale=C", "--data-checksums")
        all_settings = dict(SETTINGS, unix_socket_directories=f"'{self.directory}'", **settings)
        arguments = " ".join(f"-c {name}={value}" for name, value in all_settings.items())
        self.call("pg_ctl", "-D", data, "-w", "-l", self.directory / "log", "-o", arguments, "start")
        self.postmaster = int((data / "postmaster.pid").read_text().split()[0])
        self.lay_out_log()

    def lay_out_log(self):
        """The files of the log as in a cluster that has run for a while: they are there and get used again.

        In a new one, whoever commits writes 16 MB of zeros whenever one is full, and all others wait.
        """
        self.psql("postgres", "-c", "DO $$ BEGIN FOR file IN 1..128 LOOP "
                  "PERFORM pg_logical_emit_message(false, 'fill', ''), pg_switch_wal(); END LOOP; END $$", "-c", "CHECKPOINT")

    def call(self, program, *arguments):
        run(*self.user, self.bin / program, *arguments, cwd="/", stdout=subprocess.DEVNULL)

    def stop(self):
        self.call("pg_ctl", "-D", self.directory / "data", "-m", "fast", "-w", "stop")

    def conninfo(self, database):
        return f"host={self.directory} port=5432 user=paylyt dbname={database}"

    def psql(self, database, *arguments):
        return run(self.bin / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments,
                   env=self.environment, stdout=subprocess.PIPE).stdout

    def cpu(self):
        """Seconds of the postmaster, of its processes, and of those that have ended."""
        time.sleep(0.5)  # Until the processes of the run before are ended and counted.
        total = 0
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                fields = stat(int(entry))
                if fields and int(entry) == self.postmaster:
                    total += sum(fields[11:15])
                elif fields and fields[1] == self.postmaster:
                    total += sum(fields[11:13])
        return total / TICK


def stat(process):
    """The numbers of /proc/<pid>/stat behind the name; None when the process is gone."""
    try:
        text = pathlib.Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return None
    return [int(f) if f.lstrip("-").isdigit() else f for f in text.rsplit(")", 1)[1].split()]


class Server:
    """`paylyt serve` on the cluster, with a work file of prepared escrows."""

    def __init__(self, directory, cluster, binaries, options, database="paylyt"):
        self.directory, self.cluster, self.paylyt = directory, cluster, binaries / "paylyt"
        self.database = database
        self.data = directory / database
        self.data.mkdir()
        cluster.psql("postgres", "-c", f"CREATE DATABASE {database}")
        ready = self.data / "ready.json"
        self.log = open(self.data / "server.log", "w")
        self.process = subprocess.Popen(
            [self.paylyt, "serve", "--with-simulator", "--database", cluster.conninfo(database), "--data-dir", self.data,
             "--listen", "127.0.0.1:0", "--plaintext-listen", "none", "--webhook-listen", "127.0.0.1:0",
             "--ready-file", ready, "--log-level", "warning", *options], stdout=self.log, stderr=self.log)
        for _ in range(600):
            if ready.exists() or self.process.poll() is not None:
                break
            time.sleep(0.1)
        if not ready.exists():
            sys.exit("the server did not start:\n" + (self.data / "server.log").read_text())
        self.target = ["--target", json.loads(ready.read_text())["grpc"], "--certificate", self.data / "tls-certificate.pem"]
        self.work, self.used = self.data / "work.txt", 0

    def prepare(self, escrows, freelancers=10_000):
        """Clients through the API, escrows in bulk (sql/prepare.sql)."""
        run(self.paylyt, "load", "prepare", *self.target, "--work", self.work, "--clients", 2, "--freelancers", 1, "--escrows", 0)
        lines = self.work.read_text().splitlines()
        emails = ",".join("'" + line.split()[2] + "'" for line in lines if line.startswith("user client"))
        made = self.cluster.psql(self.database, "-v", f"emails={emails}", "-v", f"escrows={escrows}", "-v", f"freelancers={freelancers}",
                                 "-v", "milestones=2", "-f", SQL / "prepare.sql")
        with open(self.work, "a") as file:
            file.writelines(line + "\n" for line in made.splitlines() if line.startswith("escrow "))

    def grow(self, entries, freelancers):
        """Old entries of the wallets that `prepare` made (sql/grow.sql)."""
        rounds = max(1, entries // 2 // freelancers)
        self.cluster.psql(self.database, "-v", f"rounds={rounds}", "-v", f"freelancers={freelancers}", "-f", SQL / "grow.sql")

    def load(self, connections, in_flight, seconds, *options):
        result, report = self.data / "result.json", {}
        before = (self.cpu(), self.cluster.cpu(), resource.getrusage(resource.RUSAGE_CHILDREN))
        subprocess.run([str(a) for a in [
            self.paylyt, "load", "run", *self.target, "--work", self.work, "--work-from", self.used, "--connections", connections,
            "--in-flight", in_flight, "--seconds", seconds + 1, "--ramp-up", 1, "--json", result, "--quiet",
            "--journal", self.data / "journal.txt", *options]], stderr=subprocess.DEVNULL)
        after = (self.cpu(), self.cluster.cpu(), resource.getrusage(resource.RUSAGE_CHILDREN))
        report = json.loads(result.read_text())
        done, self.used = report["workUsed"] - self.used, report["workUsed"]
        latency = report["total"]["latency"]
        return {
            "rate": report["callsPerSecond"], "p50": latency["p50"] / 1e6, "p99": latency["p99"] / 1e6,
            "server": (after[0] - before[0]) / done * 1e6, "postgres": (after[1] - before[1]) / done * 1e6,
            "client": (used(after[2]) - used(before[2])) / done * 1e6, "failed": report["total"]["failed"],
        }

    def verify(self):
        return subprocess.run([str(a) for a in [self.paylyt, "load", "verify", *self.target, "--work", self.work,
                               "--journal", self.data / "journal.txt"]], text=True, stderr=subprocess.PIPE)

    def cpu(self):
        fields = stat(self.process.pid)
        return sum(fields[11:13]) / TICK if fields else 0

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


def used(usage):
    return usage.ru_utime + usage.ru_stime


def handwritten(cluster, directory, script, clients, seconds):
    log = directory / "pgbench"
    before = (cluster.cpu(), resource.getrusage(resource.RUSAGE_CHILDREN))
    text = run(cluster.bin / "pgbench", "-n", "-M", "prepared", "-c", clients, "-j", 1 if clients < 16 else 2, "-T", seconds,
               "-f", SQL / f"{script}.sql", "-l", "--log-prefix", log, "handwritten", env=cluster.environment, cwd=directory,
               stdout=subprocess.PIPE).stdout
    after = (cluster.cpu(), resource.getrusage(resource.RUSAGE_CHILDREN))
    latencies = []
    for file in directory.glob("pgbench.*"):
        latencies += [int(line.split()[2]) for line in file.read_text().splitlines()]
        file.unlink()
    latencies.sort()
    rate = float(re.search(r"tps = ([\d.]+)", text).group(1))
    done = max(1, len(latencies))
    return {
        "rate": rate, "p50": latencies[done // 2] / 1e3, "p99": latencies[done * 99 // 100] / 1e3,
        "postgres": (after[0] - before[0]) / done * 1e6, "client": (used(after[1]) - used(before[1])) / done * 1e6,
    }


def variants(seconds):
    hand = [("hold", 16), ("hold", 64), ("hold", 1), ("release", 16), ("release", 1)]
    ours = [(16, 256), (16, 16), (256, 256), (1000, 1000), (1, 1)]
    rows = [(f"hand-written {script}, {clients} clients", lambda c, s, d, a=script, b=clients: handwritten(c, d, a, b, seconds))
            for script, clients in hand]
    rows += [(f"PayLyt release, {n} connections, {m} in flight", lambda c, s, d, n=n, m=m: s.load(n, m, seconds)) for n, m in ours]
    # Alternating, so that slow moments of the machine hit both kinds.
    order = [0, 5, 1, 6, 3, 7, 2, 9, 4, 8]
    return [rows[i] for i in order]


def half_load(server, seconds, rounds):
    """p99 when half of what is possible is offered, from the instant at which each call was due."""
    rate = statistics.median(r["rate"] for r in rounds)
    return int(rate / 2), server.load(16, 1000, seconds, "--rate", max(1, int(rate / 2)))


def table(results, baseline):
    print("\n| variant | ops/s | x hand-written hold, 16 | p50 ms | p99 ms | server µs/op | PostgreSQL µs/op | client µs/op |")
    print("|---|---|---|---|---|---|---|---|")
    for name, rounds in results.items():
        def middle(key):
            values = [r[key] for r in rounds if key in r]
            return statistics.median(values) if values else None

        ratios = [r["rate"] / b["rate"] for r, b in zip(rounds, baseline)]
        cells = [name, f"{middle('rate'):.0f}", f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})",
                 f"{middle('p50'):.2f}", f"{middle('p99'):.2f}"]
        cells += ["–" if middle(k) is None else f"{middle(k):.0f}" for k in ("server", "postgres", "client")]
        print("| " + " | ".join(cells) + " |")
    print("", flush=True)


def measure(options, directory, cluster, server):
    cluster.psql("postgres", "-c", "CREATE DATABASE handwritten")
    cluster.psql("handwritten", "-f", SQL / "handwritten.sql")
    print(f"preparing {options.escrows} escrows …", flush=True)
    server.prepare(options.escrows)
    chosen = [v for v in variants(options.seconds) if re.search(options.only, v[0]) or "hold, 16" in v[0]]
    results = {name: [] for name, _ in chosen}
    for number in range(options.rounds):
        for name, body in chosen:
            result = body(cluster, server, directory)
            results[name].append(result)
            print(f"round {number + 1}: {name}: {result['rate']:.0f} ops/s, p99 {result['p99']:.1f} ms"
                  + (f", {result['failed']} FAILED" if result.get("failed") else ""), flush=True)
    saturated = [r for name, r in results.items() if "16 connections, 256" in name]
    if saturated:
        rate, half = half_load(server, options.seconds, saturated[0])
        print(f"half load, open loop, {rate}/s: p50 {half['p50']:.2f} ms, p99 {half['p99']:.2f} ms, {half['failed']} failed")
    table(results, next(r for name, r in results.items() if "hold, 16" in name))
    one, ours = results.get("hand-written hold, 1 clients"), results.get("PayLyt release, 1 connections, 1 in flight")
    if one and ours:
        ratio = statistics.median(o["p50"] / h["p50"] for o, h in zip(ours, one))
        print(f"one operation alone takes {ratio:.2f} x the hand-written transaction (median latency)")
    if options.verify:
        print(server.verify().stderr.strip())


def growth(options, directory, cluster, empty):
    """The same load on an empty database and on one with years of business in it, by turns."""
    grown = Server(directory, cluster, options.binaries, ["--loops", str(options.loops)], "grown")
    try:
        print(f"growing to {options.accounts} accounts and {options.entries} ledger entries …", flush=True)
        empty.prepare(options.escrows)
        grown.prepare(options.escrows, options.accounts)
        grown.grow(options.entries, options.accounts)
        print(cluster.psql("grown", "-c", "SELECT pg_size_pretty(pg_database_size('grown'))").strip(), "in the database")
        ratios = []
        for number in range(options.rounds):
            # Either one goes first in turn.
            pair = [empty, grown] if number % 2 == 0 else [grown, empty]
            found = {server.database: server.load(16, 256, options.seconds) for server in pair}
            ratios.append(found["grown"]["rate"] / found["paylyt"]["rate"])
            print(f"round {number + 1}: " + "; ".join(
                f"{name}: {r['rate']:.0f} ops/s, p99 {r['p99']:.1f} ms, PostgreSQL {r['postgres']:.0f} µs/op, server {r['server']:.0f} µs/op,"
                f" {resident(server.process.pid)} MB" for name, r in found.items() for server in pair if server.database == name), flush=True)
        print(f"grown / empty: {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})")
    finally:
        grown.stop()


def resident(process):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process}/status").read_text()).group(1)) // 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binaries", type=pathlib.Path, default=HERE.parent / ".build/release")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=6, help="of each measurement")
    parser.add_argument("--escrows", type=int, default=400_000, help="prepared; each can be released twice")
    parser.add_argument("--loops", type=int, default=min(2, os.cpu_count()), help="of the server")
    parser.add_argument("--growth", action="store_true", help="compare an empty database with a grown one instead")
    parser.add_argument("--accounts", type=int, default=1_000_000, help="of the grown database")
    parser.add_argument("--entries", type=int, default=10_000_000, help="of the grown database; two to a transfer")
    parser.add_argument("--only", default="", help="a pattern of the variants to visit")
    parser.add_argument("--verify", action="store_true", help="compare the journal with the server at the end")
    parser.add_argument("--keep", action="store_true", help="leave everything running until return is pressed")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="another setting of PostgreSQL")
    options = parser.parse_args()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    directory = pathlib.Path(tempfile.mkdtemp(prefix="paylyt-bench-", dir="/var/tmp"))
    directory.chmod(0o755)
    cluster = server = None
    try:
        cluster = Cluster(directory, dict(s.split("=", 1) for s in options.set))
        server = Server(directory, cluster, options.binaries, ["--loops", str(options.loops)])
        (growth if options.growth else measure)(options, directory, cluster, server)
        if options.keep:
            print(f"server {server.process.pid}, {' '.join(str(t) for t in server.target)}, {cluster.conninfo('paylyt')}")
            sys.stdin.readline()
    finally:
        if server:
            server.stop()
        if cluster:
            cluster.stop()
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    main()
