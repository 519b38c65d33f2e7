"""Every method that moves money, on two servers at once and after one of them was killed.

    exactly_once.py send --kept FILE --admin EMAIL --approver EMAIL --simulator ADDRESS
        ADDRESS ADDRESS
    exactly_once.py again --kept FILE ADDRESS ADDRESS

The methods are those whose descriptors say `money_moving`; a new one is tested from its first day
on. `send` sends each request to both servers at the same time, and keeps what was answered in a
file; `again` sends all of it once more, to both. Prints one line for each check, as contract.py
does."""

import argparse
import base64
import concurrent.futures
import json
import pathlib
import sys
import tempfile
import time

import grpc

import official
from contract import EXPLAIN, Checks, MethodChecks
from official import API, Refused
from people import People

MARK = "paylyt-idempotent-replayed"
SECONDS_MAX = 60
# What no story here leads to, and the tests that send it twice.
ELSEWHERE = {
    # Somebody leaves, and is paid late.
    "paylyt.wallets.v1.WalletService/HandOverWallet": "WalletHandoverTests",
}


def money_movers(api, descriptors):
    """Their names, from the descriptors."""
    return sorted(
        name
        for file in descriptors.file if file.package.startswith("paylyt.")
        for service in file.service
        for method in service.method
        if api.option(name := f"{file.package}.{service.name}/{method.name}", "money_moving")
    )


def settled(api, name, request, token):
    """The answer and whether it is marked as that of an earlier request. Who is told that the
    request is under way, or that the database is not back yet, asks again, as a client does."""
    end = time.monotonic() + SECONDS_MAX
    while True:
        try:
            answer, metadata = api.call_with_metadata(name, request, token)
            return answer, metadata.get(MARK) == "true"
        except Refused as refused:
            is_passing = (
                refused.reason == "IDEMPOTENCY_IN_PROGRESS" or refused.code == "UNAVAILABLE")
            if not is_passing or time.monotonic() > end:
                raise
            time.sleep(0.05)


class Sending:
    """One method: sent to both servers at once."""

    def __init__(self, checks, servers, kept):
        self.checks, self.servers, self.kept = checks, servers, kept

    def run(self, name):
        case = self.checks.case
        assert case.good is not None, "cases.py has no good request"
        request, token = self.checks.request(case.good(self.checks.people)), self.checks.token()
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            calls = [
                pool.submit(settled, api, name, request, token)
                for api in self.servers for _ in range(2)
            ]
            outcomes = [call.result() for call in calls]
        fresh = sum(not marked for _, marked in outcomes)
        # The items of a batch are decided one by one: calls at the same time may share the work.
        assert fresh == 1 or (fresh > 1 and name.endswith("/BatchPostTransactions")), fresh
        answers = {answer.SerializeToString(deterministic=True) for answer, _ in outcomes}
        assert len(answers) == 1, "the answers differ"
        self.kept.append({
            "name": name, "token": token,
            "request": base64.b64encode(request.SerializeToString()).decode(),
            "answer": base64.b64encode(answers.pop()).decode(),
        })
        self.refuse_other_content(name, request, token)

    def refuse_other_content(self, name, request, token):
        other = self.checks.request(self.checks.case.good(self.checks.people))
        other.request_id = request.request_id
        if other == request:
            return
        for api in self.servers:
            try:
                api.call(name, other, self.checks.token())
            except Refused as refused:
                assert refused.code == "ALREADY_EXISTS", refused
                assert refused.reason == "IDEMPOTENCY_KEY_REUSED", refused.reason
            else:
                raise AssertionError("the same id with another content was accepted")


def send(checks, arguments, descriptors, servers):
    people = People(servers[0], arguments.admin, arguments.approver, arguments.simulator)
    table = {line.method: line for line in people.do(people.admin, EXPLAIN).methods}
    kept = []
    movers = money_movers(servers[0], descriptors)

    def there_are_some():
        assert len(movers) > 10, movers

    checks.run("there are methods that move money", there_are_some)
    for name in movers:
        method = MethodChecks(name, table[name], servers[0], people)
        if method.is_client_stream or name in ELSEWHERE:
            # Its items have ids of their own (LedgerBatchTests, BatchCreatePayouts).
            continue
        checks.run(f"{name}: once on two servers", Sending(method, servers, kept).run, name)
    pathlib.Path(arguments.kept).write_text(json.dumps(kept))


def again(checks, arguments, servers):
    for line in json.loads(pathlib.Path(arguments.kept).read_text()):
        checks.run(f"{line['name']}: the same after a crash", same, line, servers)


def same(line, servers):
    for api in servers:
        request = type(api.request(line["name"])).FromString(base64.b64decode(line["request"]))
        answer, marked = settled(api, line["name"], request, line["token"])
        assert marked, "it was carried out anew"
        assert answer == type(answer).FromString(base64.b64decode(line["answer"])), answer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("phase", choices=["send", "again"])
    parser.add_argument("--kept", required=True)
    parser.add_argument("--admin")
    parser.add_argument("--approver")
    parser.add_argument("--simulator")
    parser.add_argument("addresses", nargs=2)
    arguments = parser.parse_args()
    checks = Checks()
    first, second = arguments.addresses
    with (
        tempfile.TemporaryDirectory() as folder,
        grpc.insecure_channel(first) as one, grpc.insecure_channel(second) as two,
    ):
        descriptors = official.compiled(folder, "grpc_tools")
        servers = [API(descriptors, one), API(descriptors, two)]
        if arguments.phase == "send":
            send(checks, arguments, descriptors, servers)
        else:
            again(checks, arguments, servers)
    sys.exit(1 if checks.failures else 0)


if __name__ == "__main__":
    main()
