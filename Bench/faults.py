"""Real parts that fail under load (make faults): after each failure the load client's own journal of
acknowledged operations is compared with the database, operation by operation.

Everything runs on this machine, in a directory of its own. A part that is missing, or a right that we
do not have, skips its scenario and says so.
"""

import argparse
import asyncio
import os
import pathlib
import resource
import shutil
import ssl
import subprocess
import sys
import tempfile
import time

from fault_parts import Failed, PgBouncer, Skipped, Stage, expect, wait


# The scenarios. Each returns what a person wants to read.

def server_killed(stage):
    _, server = stage.usual()
    load = server.run()
    for _ in range(2):
        time.sleep(2)
        server.process.kill()
        server.process.wait()
        server.start()
    server.done(load)
    return server.verify()


def postgres_killed(stage):
    cluster, server = stage.usual()
    load = server.run()
    for _ in range(2):
        time.sleep(2)
        cluster.kill()
        cluster.restart()
    server.done(load)
    return server.verify()


def disk_full(stage):
    if os.getuid() != 0:
        raise Skipped("only root may mount a small disk")
    mountpoint = stage.directory / "disk"
    mountpoint.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=224m", "tmpfs", mountpoint], stderr=subprocess.PIPE, text=True)
    if mounted.returncode != 0:
        raise Skipped("mounting is not allowed here: " + mounted.stderr.strip())

    class Disk:
        def stop(self):
            subprocess.run(["umount", "-l", mountpoint], check=True)

    stage.parts.append(Disk())
    os.chmod(mountpoint, 0o755)
    cluster = stage.cluster("disk/postgres", settings=["max_wal_size=64MB", "min_wal_size=32MB"])
    cluster.sql("CREATE DATABASE paylyt")
    server = stage.server(cluster.conninfo())
    server.prepare()
    load = server.run(seconds=20, rate=120)
    time.sleep(2)
    ballast = mountpoint / "ballast"
    with open(ballast, "wb") as file:
        try:
            while True:
                file.write(bytes(1 << 20))
                file.flush()
        except OSError:
            pass
    before = server.acknowledged()
    time.sleep(5)
    while_full = server.acknowledged() - before
    ballast.unlink()
    cluster.start(check=False)  # It may have ended for want of space; while it runs, this is refused.
    began, before = time.monotonic(), server.acknowledged()
    wait("work goes on when there is room again", lambda: server.acknowledged() > before + 20, seconds=30)
    gap = time.monotonic() - began
    server.done(load)
    return f"{while_full} acknowledged while the disk was full, work went on after {gap:.1f} s of room; {server.verify()}"


async def storm(port, context, count, hold):
    """Opens many connections at once, says nothing or garbage, and goes away."""
    async def one(number):
        try:
            reader, writer = await asyncio.wait_for(
                asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname="localhost" if context else None), 20)
            writer.write(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" if number % 2 else b"\x00" * 9)
            await asyncio.sleep(hold)
            writer.transport.abort()
            return 1
        except (OSError, asyncio.TimeoutError, ssl.SSLError):
            return 0
    return sum(await asyncio.gather(*[one(number) for number in range(count)]))


def connection_storm(stage):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    _, server = stage.usual()
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    count = min(2000, hard // 6)
    load = server.run(seconds=15)
    opened = 0
    for round in range(3):
        opened += asyncio.run(storm(server.port, context, count, 0.5))
        opened += asyncio.run(storm(server.plain, None, count, 0.5))
    server.done(load)
    expect(server.process.poll() is None, "the server ended: " + server.tail())
    expect(opened > 3 * count, f"only {opened} of {6 * count} connections were opened")
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return f"{opened} connections came and went, the server has {server.memory()} MB; {server.verify()}"


def pgbouncer(stage):
    if not (shutil.which("pgbouncer") or os.path.exists("/usr/sbin/pgbouncer")):
        raise Skipped("PgBouncer is not there: scripts/setup.sh pgbouncer")
    cluster = stage.cluster()
    cluster.sql("CREATE DATABASE paylyt")
    for mode in ["transaction", "statement"]:
        sharing = PgBouncer(stage.directory / f"pgbouncer-{mode}", cluster, mode)
        stage.parts.append(sharing)
        said = stage.refusal(sharing.conninfo())
        expect("pool_mode = session" in said, f"in {mode} mode the server says: {said}")
        sharing.stop()
    between = PgBouncer(stage.directory / "pgbouncer", cluster, "session")
    stage.parts.append(between)
    server = stage.server(between.conninfo())
    server.prepare()
    load = server.run()
    time.sleep(3)
    between.stop()
    between.start()
    server.done(load)
    return server.verify()


def failover(stage):
    primary = stage.cluster("primary", settings=["synchronous_standby_names=standby"])
    # Until the standby is there, nobody confirms.
    os.environ["PGOPTIONS"] = "-c synchronous_commit=local"
    standby = stage.cluster("standby", settings=["cluster_name=standby"], base=primary)
    primary.sql("CREATE DATABASE paylyt")
    del os.environ["PGOPTIONS"]
    wait("the standby keeps up", lambda: primary.sql("SELECT sync_state FROM pg_stat_replication") == "sync")
    server = stage.server(
        f"host={primary.directory},{standby.directory} port=5432,5432 user=paylyt dbname=paylyt target_session_attrs=read-write")
    server.prepare()
    load = server.run(seconds=10)
    time.sleep(3)
    before = server.acknowledged()
    expect(before > 0, "nothing was acknowledged before the failover")
    primary.kill()
    began = time.monotonic()
    standby.call("pg_ctl", "-D", standby.data, "-w", "promote")
    wait("work goes on at the standby", lambda: server.acknowledged() > before + 20)
    gap = time.monotonic() - began
    server.done(load)
    return f"work went on after {gap:.1f} s; {server.verify()}"


SCENARIOS = {
    "server": ("servers are killed", server_killed),
    "postgres": ("PostgreSQL is killed", postgres_killed),
    "disk": ("the disk is full", disk_full),
    "storm": ("connections by the thousand", connection_storm),
    "pgbouncer": ("PgBouncer in between, and it dies", pgbouncer),
    "failover": ("the primary dies, a synchronous standby takes over", failover),
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binaries", type=pathlib.Path, default=pathlib.Path(".build/release"))
    parser.add_argument("only", nargs="*", choices=[[], *SCENARIOS], help="some of them: " + " ".join(SCENARIOS))
    arguments = parser.parse_args()
    failures = 0
    for name in arguments.only or SCENARIOS:
        title, scenario = SCENARIOS[name]
        directory = pathlib.Path(tempfile.mkdtemp(prefix="paylyt-faults-", dir="/var/tmp"))
        directory.chmod(0o755)
        stage = Stage(arguments.binaries.resolve(), directory)
        print(f"{title} …", flush=True)
        try:
            print(f"  right: {scenario(stage)}", flush=True)
        except Skipped as why:
            print(f"  skipped: {why}", flush=True)
        except (Failed, OSError, subprocess.CalledProcessError) as why:
            failures += 1
            print(f"  WRONG: {why}", flush=True)
        finally:
            stage.close()
            shutil.rmtree(directory, ignore_errors=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
