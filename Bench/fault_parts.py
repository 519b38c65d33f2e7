"""What faults.py puts together: PostgreSQL, PgBouncer, the server and the load client before it."""

import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import time


class Failed(Exception):
    pass


class Skipped(Exception):
    pass


def expect(holds, what):
    if not holds:
        raise Failed(what)


def wait(what, condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        expect(time.monotonic() < end, f"not within {seconds} s: {what}")
        time.sleep(0.1)


def newest_postgres():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3]))
    expect(found, "there is no PostgreSQL: make setup")
    return found[-1].parent


def unprivileged():
    """Who runs PostgreSQL and PgBouncer: neither wants to be root."""
    return ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []


def own(path):
    if os.getuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(path, account.pw_uid, account.pw_gid)


class Cluster:
    """A durable PostgreSQL on a unix socket."""

    def __init__(self, directory, settings=(), base=None):
        self.directory, self.data, self.bin = directory, directory / "data", newest_postgres()
        self.settings = settings
        directory.mkdir(exist_ok=True)
        own(directory)
        if base is None:
            self.call("initdb", "-D", self.data, "-U", "paylyt", "-A", "trust", "--data-checksums", "-E", "UTF8", "--locale=C")
        else:
            self.call("pg_basebackup", "-h", base.directory, "-U", "paylyt", "-D", self.data, "-R", "-X", "stream", "-c", "fast")
        self.start()

    def call(self, program, *arguments, check=True):
        command = unprivileged() + [str(self.bin / program)] + [str(a) for a in arguments]
        return subprocess.run(command, cwd="/", check=check, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT).returncode

    def start(self, check=True):
        settings = ["listen_addresses=''", f"unix_socket_directories='{self.directory}'", "max_connections=100", *self.settings]
        options = " ".join(f"-c {setting}" for setting in settings)
        return self.call("pg_ctl", "-D", self.data, "-w", "-l", self.directory / "log", "-o", options, "start", check=check)

    def stop(self):
        self.call("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop", check=False)

    def kill(self):
        """Loss of power, for PostgreSQL: every process of it at once."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(postmaster, signal.SIGSTOP)
        children = subprocess.run(["pgrep", "-P", str(postmaster)], text=True, stdout=subprocess.PIPE).stdout.split()
        for process in [postmaster, *map(int, children)]:
            os.kill(process, signal.SIGKILL)

    def restart(self):
        """After `kill`: processes of the old one may hold its memory for a moment."""
        wait("PostgreSQL starts again", lambda: self.start(check=False) == 0, seconds=30)

    def sql(self, text, database="postgres"):
        return subprocess.run(
            [self.bin / "psql", "-XAtq", "-h", self.directory, "-U", "paylyt", "-d", database, "-c", text],
            text=True, check=True, stdout=subprocess.PIPE).stdout.strip()

    def conninfo(self):
        return f"host={self.directory} port=5432 user=paylyt dbname=paylyt"


class Server:
    """`paylyt serve` with the simulator, and the load client before it."""

    def __init__(self, binaries, directory, conninfo):
        self.paylyt, self.data, self.conninfo = binaries / "paylyt", directory / "server", conninfo
        self.data.mkdir()
        self.work, self.journal, self.json = (self.data / name for name in ["work.txt", "journal.txt", "load.json"])
        self.used, self.port, self.plain = 0, free_port(), free_port()
        # Its own is made anew at each start, and clients that believe only the old one stay away.
        self.certificate, self.key = self.data / "certificate.pem", self.data / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
             "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", self.key, "-out", self.certificate],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.start()

    def start(self):
        ready = self.data / "ready.json"
        ready.unlink(missing_ok=True)
        self.log = open(self.data / "server.log", "a")
        self.process = subprocess.Popen(
            [self.paylyt, "serve", "--with-simulator", "--simulator-pays-after-ms", "10", "--database", self.conninfo,
             "--data-dir", self.data, "--listen", f"127.0.0.1:{self.port}", "--plaintext-listen", f"127.0.0.1:{self.plain}",
             "--webhook-listen", "127.0.0.1:0", "--ready-file", ready, "--log-level", "warning",
             "--tls-certificate", self.certificate, "--tls-key", self.key],
            stdout=self.log, stderr=self.log)
        wait("the server starts", lambda: ready.exists() or self.process.poll() is not None)
        expect(ready.exists(), "the server did not start: " + self.tail())
        self.common = ["--target", f"127.0.0.1:{self.port}", "--certificate", self.certificate, "--work", self.work]

    def tail(self):
        return (self.data / "server.log").read_text()[-1500:]

    def load(self, verb, *arguments):
        return [str(a) for a in [self.paylyt, "load", verb, *self.common, *arguments]]

    def prepare(self, escrows=600):
        result = subprocess.run(
            self.load("prepare", "--escrows", escrows, "--milestones", 3), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        expect(result.returncode == 0, f"no work was made: {result.stdout[-1500:]}{self.state()}")

    def state(self):
        """What a person wants to know of the server when something went wrong before it."""
        ended = self.process.poll()
        how = "the server runs" if ended is None else f"the server ended with {ended}"
        return f"\n{how}, and said last: {self.tail()}"

    def run(self, seconds=8, connections=4, rate=400):
        """Starts the load: what nobody answered is sent again, with the same request id."""
        self.json.unlink(missing_ok=True)
        return subprocess.Popen(
            self.load("run", "--mix", "release=30,submit=20,create-job=10,read=40", "--seconds", seconds, "--ramp-up", 0,
                      "--rate", rate, "--in-flight", 200, "--connections", connections, "--timeout-ms", 4000, "--retries", 8,
                      "--work-from", self.used, "--journal", self.journal, "--json", self.json, "--quiet"),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def done(self, load):
        """Waits for the load to end; what it counted."""
        try:
            output = load.communicate(timeout=120)[0]
        except subprocess.TimeoutExpired:
            load.kill()
            raise Failed("the load client does not end")
        expect(self.json.exists(), f"the load client wrote no report: {output[-1500:]}{self.state()}")
        report = json.loads(self.json.read_text())
        self.used = report["workUsed"]
        return report

    def acknowledged(self):
        return sum(line.startswith("ack ") for line in self.journal.read_text().splitlines()) if self.journal.exists() else 0

    def verify(self):
        """The journal against the database."""
        wait("the server answers again", self.answers)
        result = subprocess.run(self.load("verify", "--journal", self.journal), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        expect(result.returncode == 0, "the books disagree:\n" + result.stdout)
        return result.stdout.strip().splitlines()[-1]

    def answers(self):
        """Whether it reads from the database: nothing is compared yet."""
        probe = self.data / "probe.json"
        probe.unlink(missing_ok=True)
        subprocess.run(
            self.load("run", "--mix", "read", "--seconds", 1, "--ramp-up", 0, "--in-flight", 1, "--quiet", "--json", probe),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return probe.exists() and json.loads(probe.read_text())["total"]["succeeded"] > 0

    def memory(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().split("VmRSS:")[1].split()
        return int(fields[0]) // 1024

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Stage:
    """The parts of one scenario, stopped in reverse."""

    def __init__(self, binaries, directory):
        self.binaries, self.directory, self.parts = binaries, directory, []

    def cluster(self, name="postgres", **options):
        cluster = Cluster(self.directory / name, **options)
        self.parts.append(cluster)
        return cluster

    def server(self, conninfo):
        server = Server(self.binaries, self.directory, conninfo)
        self.parts.append(server)
        return server

    def refusal(self, conninfo):
        """What a server says that does not start."""
        result = subprocess.run(
            [self.binaries / "paylyt", "serve", "--with-simulator", "--database", conninfo, "--data-dir", self.directory / "refused",
             "--listen", "127.0.0.1:0", "--plaintext-listen", "none", "--webhook-listen", "127.0.0.1:0"],
            text=True, timeout=60, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        expect(result.returncode != 0, "the server started")
        return result.stdout.strip()[-600:]

    def usual(self, **options):
        cluster = self.cluster(**options)
        cluster.sql("CREATE DATABASE paylyt")
        server = self.server(cluster.conninfo())
        server.prepare()
        return cluster, server

    def close(self):
        for part in reversed(self.parts):
            part.stop()


class PgBouncer:
    def __init__(self, directory, cluster, mode):
        self.directory, self.port = directory, free_port()
        directory.mkdir()
        own(directory)
        settings = directory / "pgbouncer.ini"
        settings.write_text(
            f"[databases]\npaylyt = host={cluster.directory} port=5432 user=paylyt dbname=paylyt\n"
            f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {self.port}\nauth_type = any\nunix_socket_dir =\n"
            f"pool_mode = {mode}\ndefault_pool_size = 40\nmax_client_conn = 200\nlogfile = {directory}/log\n")
        self.command = unprivileged() + [shutil.which("pgbouncer") or "/usr/sbin/pgbouncer", str(settings)]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        wait("PgBouncer listens", self.listens)

    def listens(self):
        with socket.socket() as door:
            return door.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def conninfo(self):
        return f"host=127.0.0.1 port={self.port} user=paylyt dbname=paylyt"
