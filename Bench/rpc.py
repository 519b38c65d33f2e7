"""PayLytRPC beside gRPC C++ and gRPC Go, the same message and the same load, in one run (make bench-rpc).

Servers run on core 0, load on core 1. Each round visits every server once, so that the ratios are
those of one moment; the table has the medians over the rounds. Nothing is asserted.
"""

import argparse
import os
import pathlib
import re
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
RPC = ROOT / "Bench" / "rpc"
METHODS = {name: f"/bench.v1.Echo/{name}" for name in ("Unary", "ServerStream", "Bidi")}
OURS, PEER, BUFFERED, GO = "PayLyt", "gRPC C++", "gRPC C++, buffered", "gRPC Go"


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, text=True, **options)


# MARK: The message (proto/bench/v1/echo.proto)


def varint(value):
    out = b""
    while value >= 0x80:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def text(number, value):
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def integer(number, value):
    return varint(number << 3) + varint(value)


ITEM = (
    text(1, "escrow:7f3c9a52-1f0e-4c55-9d3b-2a1f6e8b0c11")
    + integer(2, 12_500_000)
    + text(3, text(1, "0d9e7c1a-5b42-4f0e-8a6d-91c2e7f3b845") + text(2, "EUR") + integer(3, 1_760_000_000_000_000))
)


def framed(message):
    return b"\0" + struct.pack(">I", len(message)) + message


def write_bodies(folder):
    bodies = {
        "Unary": framed(ITEM),
        "ServerStream": framed(text(1, ITEM) + integer(2, 1000)),
        "Bidi": framed(ITEM) * 100,
    }
    for name, body in bodies.items():
        (folder / name).write_bytes(body)


# MARK: Servers


def build(folder):
    """The peer, the counter of allocations and a certificate."""
    proto = ROOT / "proto"
    plugin = shutil.which("grpc_cpp_plugin")
    if not plugin or not shutil.which("h2load"):
        sys.exit("packages are missing: scripts/setup.sh bench installs them")
    run("protoc", f"-I{proto}", f"--cpp_out={folder}", f"--grpc_out={folder}",
        f"--plugin=protoc-gen-grpc={plugin}", "bench/v1/echo.proto")
    flags = run("pkg-config", "--cflags", "--libs", "grpc++", "protobuf", stdout=subprocess.PIPE).stdout.split()
    run("g++", "-O2", "-std=c++17", "-DNDEBUG", f"-I{folder}", RPC / "peer.cc",
        folder / "bench/v1/echo.pb.cc", folder / "bench/v1/echo.grpc.pb.cc", *flags, "-o", folder / "peer")
    build_go(folder, proto)
    run("gcc", "-O2", "-shared", "-fPIC", RPC / "allocations.c", "-o", folder / "allocations.so")
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
        "-keyout", folder / "key.pem", "-out", folder / "cert.pem", stderr=subprocess.DEVNULL)
    write_bodies(folder)


def build_go(folder, proto):
    """gRPC Go lies where Debian's packages put it; nothing is fetched."""
    package = folder / "go/src/bench/echo"
    package.mkdir(parents=True)
    run("protoc", f"-I{proto}/bench/v1", f"--go_out=plugins=grpc,import_path=echo:{package}", "echo.proto")
    environment = dict(os.environ) | {
        "GO111MODULE": "off", "GOPATH": f"{folder}/go:/usr/share/gocode", "GOCACHE": f"{folder}/go/cache"}
    run("go", "build", "-o", folder / "peer-go", RPC / "peer.go", env=environment)


class Server:
    def __init__(self, name, folder, tls=False, loops=1, counting=False):
        self.name, self.folder, self.tls = name, folder, tls
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        files = [str(folder / "cert.pem"), str(folder / "key.pem")] if tls else []
        if name == OURS:
            command = [ROOT / ".build/release/bench-server", "--port", self.port, *files, "--loops", loops]
        elif name == GO:
            command = [folder / "peer-go", self.port, *files]
        else:
            command = [folder / "peer", self.port, "buffered" if name == BUFFERED else "flushed", *files]
        environment = dict(os.environ)
        if counting:
            self.counter = folder / "allocations"
            self.counter.write_bytes(bytes(8))
            environment |= {"LD_PRELOAD": str(folder / "allocations.so"), "ALLOCATIONS": str(self.counter)}
        environment["GOMAXPROCS"] = str(loops)
        cores = "0" if loops == 1 else "0,1"
        self.process = subprocess.Popen(
            ["taskset", "-c", cores, *map(str, command)], env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait()

    def wait(self):
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        sys.exit(f"{self.name} does not start")

    def cpu(self):
        """Seconds of the processor, user and system, that the server has used."""
        return time.clock_gettime(~self.process.pid << 3 | 2)

    def resident(self):
        """KiB of memory."""
        rollup = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(r"Rss:\s+(\d+)", rollup).group(1))

    def allocations(self):
        return int.from_bytes(self.counter.read_bytes(), sys.byteorder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


# MARK: Load


def load(server, method, connections, streams, calls, rate=None, log=None, cores="1"):
    """Calls until `calls` are answered.

    Returns microseconds of the server's processor per call, and calls per second.
    """
    command = [
        "taskset", "-c", cores, "h2load", "-t1", f"-c{connections}", f"-m{streams}", f"-n{calls}",
        "-H", "content-type: application/grpc", "-H", "te: trailers", "-d", str(server.folder / method),
    ]
    if rate:
        command.append(f"--rps={max(1, round(rate / connections))}")
    if log:
        log.unlink(missing_ok=True)
        command.append(f"--log-file={log}")
    scheme = "https" if server.tls else "http"
    command.append(f"{scheme}://127.0.0.1:{server.port}{METHODS[method]}")
    before, start = server.cpu(), time.monotonic()
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used, seconds = server.cpu() - before, time.monotonic() - start
    done, succeeded = (int(re.search(rf"(\d+) {word}", out).group(1)) for word in ("done", "succeeded"))
    if done != calls or succeeded != calls:
        sys.exit(f"{server.name}: {succeeded} of {calls} calls succeeded\n{out}")
    return used / calls * 1e6, calls / seconds


def calls_for(server, method, connections, streams, seconds):
    """So many calls that a measurement takes about `seconds`."""
    calls = connections * streams * 4
    for _ in range(3):
        _, rate = load(server, method, connections, streams, calls)
        calls = max(connections * streams * 2, int(rate * seconds))
        if calls / rate >= 0.9 * seconds:
            break
    return calls


def compare(options, folder, names, method, connections, streams, per_call=1, tls=False):
    """Per server: microseconds per message, its ratio to the peer's, and messages per second."""
    servers = [Server(name, folder, tls) for name in names]
    try:
        calls = {s.name: calls_for(s, method, connections, streams, options.seconds) for s in servers}
        rows = {name: [] for name in names}
        for _ in range(options.rounds):
            for server in servers:
                cost, rate = load(server, method, connections, streams, calls[server.name])
                rows[server.name].append((cost / per_call, rate * per_call))
    finally:
        for server in servers:
            server.__exit__()
    figures = {}
    for name in names:
        ratios = [ours[0] / peer[0] for ours, peer in zip(rows[name], rows[PEER])]
        figures[name] = (
            statistics.median(cost for cost, _ in rows[name]), statistics.median(ratios),
            statistics.median(rate for _, rate in rows[name]))
    return figures


def tail(options, folder, name, saturation):
    """The 99th percentile in microseconds at half of the saturation, the median over rounds."""
    log = folder / "latencies"
    found = []
    with Server(name, folder) as server:
        for _ in range(options.rounds):
            rate = saturation / 2
            load(server, "Unary", 64, 32, int(rate * options.seconds), rate=rate, log=log)
            times = sorted(int(line.split("\t")[2]) for line in log.open())
            found.append(times[len(times) * 99 // 100])
    log.unlink()
    return statistics.median(found)


def allocations(folder, name):
    with Server(name, folder, counting=True) as server:
        load(server, "Unary", 16, 32, 5_000)
        before = server.allocations()
        load(server, "Unary", 16, 32, 50_000)
        return (server.allocations() - before) / 50_000


def idle(options, folder, name, tls):
    """KiB for each idle connection that has made one call."""

    def connect(server, count):
        return subprocess.Popen(
            [sys.executable, RPC / "connections.py", str(server.port), str(count), "tls" if tls else "clear",
             folder / "Unary"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    with Server(name, folder, tls) as server:
        first = connect(server, 20)
        first.communicate("\n")
        time.sleep(0.5)
        before = server.resident()
        client = connect(server, options.connections)
        if client.stdout.readline().strip() != "idle":
            sys.exit(f"{name}: the idle connections failed")
        time.sleep(1.5)
        used = (server.resident() - before) / options.connections
        client.communicate("\n")
        return used


def scaling(options, folder):
    """How many times the throughput of one core two cores have, by the processor time of a call.

    The load shares the two cores, so wall time would measure the load.
    """
    costs = {1: [], 2: []}
    for _ in range(options.rounds):
        for loops in costs:
            with Server(OURS, folder, loops=loops) as server:
                calls = calls_for(server, "Unary", 16, 32, options.seconds / 2)
                costs[loops].append(load(server, "Unary", 16, 32, calls, cores="0,1")[0])
    return 2 * statistics.median(costs[1]) / statistics.median(costs[2])


# MARK: The table


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def unary_costs(options, folder):
    row("case", OURS, PEER, GO, f"{OURS} : {PEER}", f"{OURS} calls/s")
    row(*["---"] * 6)
    for title, connections, streams, tls in [
        ("unary, 16 connections x 32 streams", 16, 32, False), ("the same, TLS", 16, 32, True),
        ("unary, one at a time", 1, 1, False),
    ]:
        found = compare(options, folder, [OURS, PEER, GO], "Unary", connections, streams, tls=tls)
        costs = [f"{found[name][0]:.2f} us" for name in (OURS, PEER, GO)]
        row(title, *costs, f"{found[OURS][1]:.3f}", f"{found[OURS][2]:.0f}")
    print()


def stream_costs(options, folder):
    names = [OURS, PEER, BUFFERED, GO]
    row("per message", *names)
    row(*["---"] * 5)
    for title, method, per_call in [
        ("server stream of 1000", "ServerStream", 1000), ("bidi stream of 100", "Bidi", 100),
    ]:
        found = compare(options, folder, names, method, 4, 4, per_call)
        row(title, *(f"{found[name][0]:.3f} us" for name in names))
    print()


def tails(options, folder):
    saturation = compare(options, folder, [OURS, PEER], "Unary", 16, 32)
    row("at half of its own saturation", OURS, PEER)
    row(*["---"] * 3)
    row("99th percentile", *(f"{tail(options, folder, n, saturation[n][2]):.0f} us" for n in (OURS, PEER)))
    print()


def memory(options, folder):
    row("memory", OURS, PEER)
    row(*["---"] * 3)
    row("allocations per unary call", *(f"{allocations(folder, n):.1f}" for n in (OURS, PEER)))
    for tls in (False, True):
        row(f"per idle connection, {'TLS' if tls else 'h2c'}",
            *(f"{idle(options, folder, n, tls):.1f} KiB" for n in (OURS, PEER)))
    print()


def two_cores(options, folder):
    print(f"Throughput on two cores: {scaling(options, folder):.2f} x that on one.")


PARTS = {
    "unary": unary_costs, "streams": stream_costs, "tail": tails, "memory": memory, "cores": two_cores}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.5, help="of each measurement")
    parser.add_argument("--connections", type=int, default=900, help="idle ones")
    parser.add_argument("--only", choices=PARTS, action="append", help="a part, instead of all")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="paylyt-bench-", dir="/dev/shm") as name:
        folder = pathlib.Path(name)
        build(folder)
        for name in options.only or PARTS:
            PARTS[name](options, folder)


main()
