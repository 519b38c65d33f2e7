"""Every RPC of a running server, called by the official gRPC client over TLS.

    contract.py --certificate PEM --plaintext ADDRESS --admin EMAIL --simulator ADDRESS ADDRESS

Prints one line for each check, `ok …` or `FAILED …`, and ends with 1 when any failed. The methods
come from the server's reflection: one that cases.py does not have is a failure."""

import argparse
import pathlib
import sys
import tempfile
import traceback

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)

import official
from cases import CASES
from official import API, SECONDS_MAX, Refused
from people import People

MESSAGE_BYTES_MAX = 4 << 20
# Covered here by hand; their methods are not ours.
STANDARD = {
    "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
}


class Checks:
    """Counts what held and what did not, and says each."""

    def __init__(self):
        self.failures = 0

    def run(self, name, check, *arguments):
        try:
            check(*arguments)
        except Exception:  # Whatever goes wrong in a check is its failure, and the rest still runs.
            self.failures += 1
            reason = traceback.format_exc().strip().splitlines()[-1]
            print(f"FAILED {name}: {reason}", flush=True)
        else:
            print(f"ok {name}", flush=True)


class MethodChecks:
    """What must hold for one method of ours."""

    def __init__(self, name, case, api, people):
        self.name, self.case, self.api, self.people = name, case, api, people
        self.is_public = api.option(name, "permission") == "public"

    def run(self, checks):
        for check in (
            self.has_permission, self.good, self.replay, self.rehearsal, self.stale_etag,
            self.no_token, self.garbage_token, self.wrong_role, self.foreign, self.garbage,
            self.invalid_text, self.oversize, self.deadline,
        ):
            checks.run(f"{self.name}: {check.__name__.replace('_', ' ')}", check)
        for number, (fields, field) in enumerate(self.case.bad):
            checks.run(f"{self.name}: bad {field} ({number})", self.bad, fields, field)

    def token(self, who="by"):
        chosen = getattr(self.case, who) if who == "by" else who
        if chosen is None:
            return None
        return chosen(self.people) if callable(chosen) else getattr(self.people, chosen)

    def request(self, fields):
        return self.api.request(self.name, **fields)

    def refused(self, code, request=None, token=None, **options):
        try:
            answer = self.api.call(self.name, request, token, **options)
        except Refused as refused:
            assert refused.code == code, f"{refused}, not {code}"
            return refused
        raise AssertionError(f"not refused, but answered: {answer}")

    def has_permission(self):
        assert self.api.option(self.name, "permission"), "no permission is named in the proto"
        moves_money = self.api.option(self.name, "money_moving")
        # A stream names each of its items by itself.
        has_id = self.has_field("request_id") or self.api.method(self.name).client_streaming
        assert has_id or not moves_money, "it moves money and has no request id"

    def good(self):
        if self.case.good is None:
            return
        answer = self.api.call(
            self.name, self.request(self.case.good(self.people)), self.token()
        )
        again = type(answer).FromString(answer.SerializeToString())
        assert again == answer

    def replay(self):
        """The same request again has the same answer, which says that it is one."""
        if self.case.good is None or not self.has_field("request_id"):
            return
        request, token = self.request(self.case.good(self.people)), self.token()
        first, unmarked = self.api.call_with_metadata(self.name, request, token)
        second, marked = self.api.call_with_metadata(self.name, request, token)
        assert "paylyt-idempotent-replayed" not in unmarked, unmarked
        assert marked.get("paylyt-idempotent-replayed") == "true", marked
        if first.DESCRIPTOR.name == "Session":
            # The same account; each answer opens a session of its own.
            assert first.user == second.user and first.access_token != second.access_token
        else:
            assert first == second

    def has_field(self, name):
        return name in self.api.method(self.name).input_type.fields_by_name

    def rehearsal(self):
        """With validate_only it is answered and nothing is kept: the id is still good."""
        if self.case.good is None or not self.has_field("validate_only"):
            return
        request, token = self.request(self.case.good(self.people)), self.token()
        request.validate_only = True
        for _ in range(2):
            _, metadata = self.api.call_with_metadata(self.name, request, token)
            assert "paylyt-idempotent-replayed" not in metadata, metadata
        request.validate_only = False
        _, metadata = self.api.call_with_metadata(self.name, request, token)
        assert "paylyt-idempotent-replayed" not in metadata, metadata

    def stale_etag(self):
        """Whoever has read another version is refused, and may send the same id again."""
        if self.case.good is None or not self.has_field("etag"):
            return
        request, token = self.request(self.case.good(self.people)), self.token()
        request.etag = "stale"
        refused = self.refused("ABORTED", request, token)
        assert refused.reason == "ETAG_MISMATCH", refused.reason
        request.etag = ""
        self.api.call(self.name, request, token)

    def no_token(self):
        if not self.is_public:
            assert self.refused("UNAUTHENTICATED").reason == "TOKEN_MISSING"

    def garbage_token(self):
        if not self.is_public:
            refused = self.refused("UNAUTHENTICATED", token="bm90.YQ.dG9rZW4")
            assert refused.reason == "TOKEN_INVALID", refused.reason

    def wrong_role(self):
        if self.case.denied is not None:
            refused = self.refused("PERMISSION_DENIED", token=self.token(self.case.denied))
            assert refused.reason == "SCOPE_MISSING", refused.reason

    def foreign(self):
        if self.case.foreign is not None:
            request = self.request(self.case.foreign(self.people))
            refused = self.refused("NOT_FOUND", request, self.people.stranger)
            assert refused.reason == "NOT_FOUND", refused.reason

    def bad(self, fields, field):
        refused = self.refused("INVALID_ARGUMENT", self.request(fields), self.token())
        assert refused.fields == [field], f"{refused.fields}, not {field}"
        assert refused.reason in ("INVALID_FIELD", "BAD_PAGE_TOKEN"), refused.reason

    def garbage(self):
        """Bytes that are no message: a length beyond the end, an unknown wire type, a bare tag."""
        for raw in (b"\x0a\xff\x01", b"\x0f", b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"):
            self.refused("INVALID_ARGUMENT", raw=raw, token=self.token())

    def invalid_text(self):
        """Text that is no UTF-8, or has a NUL, is refused by the name of its field."""
        for field in self.api.method(self.name).input_type.fields:
            if field.type != field.TYPE_STRING or field.is_repeated:
                continue
            for text in (b"\xff\xfe", b"a\x00b", b"\xed\xa0\x80"):
                raw = bytes([field.number << 3 | 2, len(text)]) + text
                refused = self.refused("INVALID_ARGUMENT", raw=raw, token=self.token())
                assert refused.fields == [field.name], f"{refused.fields}, not {field.name}"

    def oversize(self):
        self.refused("RESOURCE_EXHAUSTED", raw=bytes(MESSAGE_BYTES_MAX + 1), token=self.token())

    def deadline(self):
        if self.case.good is None:
            return
        try:
            self.api.call(
                self.name, self.request(self.case.good(self.people)), self.token(), timeout=0.001
            )
        except Refused as refused:
            assert refused.code == "DEADLINE_EXCEEDED", refused


def unimplemented(channel, path):
    call = channel.unary_unary(path, lambda _: b"", lambda raw: raw)
    try:
        call(None, timeout=SECONDS_MAX)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.UNIMPLEMENTED, error
        return
    raise AssertionError("it was answered")


def health(channel, services):
    stub = health_pb2_grpc.HealthStub(channel)
    for service in ["", *sorted(services)]:
        answer = stub.Check(health_pb2.HealthCheckRequest(service=service), timeout=SECONDS_MAX)
        assert answer.status == health_pb2.HealthCheckResponse.SERVING, service
    watch = stub.Watch(health_pb2.HealthCheckRequest(), timeout=SECONDS_MAX)
    assert next(watch).status == health_pb2.HealthCheckResponse.SERVING
    watch.cancel()
    try:
        stub.Check(health_pb2.HealthCheckRequest(service="no.Service"), timeout=SECONDS_MAX)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.NOT_FOUND, error
    else:
        raise AssertionError("a service that is not there is healthy")


def needed_files(services, compiled):
    """The files that declare the services, and what they import."""
    files = {file.name: file for file in compiled.file}
    rest = [
        file.name for file in compiled.file
        if any(f"{file.package}.{service.name}" in services for service in file.service)
    ]
    found = {}
    while rest:
        name = rest.pop()
        if name not in found:
            found[name] = files[name]
            rest += files[name].dependency
    return found


def same_files(served, files):
    """What reflection serves is what protoc makes of our protos."""
    assert files, "there is nothing to compare"
    for name, file in files.items():
        assert served(name) == file, f"{name} is served with another content"


def served_by_v1(api, channel):
    """Files by name, over grpc.reflection.v1 with messages of our own proto."""
    request = api.message("grpc.reflection.v1.ServerReflectionRequest")
    response = api.message("grpc.reflection.v1.ServerReflectionResponse")
    multi = channel.stream_stream(
        "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
        request_serializer=request.SerializeToString, response_deserializer=response.FromString,
    )
    file_type = official.descriptor_pb2.FileDescriptorProto

    def served(name):
        answer = next(multi(iter([request(file_by_filename=name)]), timeout=SECONDS_MAX))
        files = [
            file_type.FromString(raw)
            for raw in answer.file_descriptor_response.file_descriptor_proto
        ]
        return next(file for file in files if file.name == name)

    return served


def check_all(checks, arguments, folder, channel, plaintext):
    ours = official.compiled(folder, "grpc_tools")
    api = API(ours, channel)
    database = ProtoReflectionDescriptorDatabase(channel)
    services = set(database.get_services())
    methods = {
        f"{service}/{method.name}"
        for service in services - STANDARD
        for method in database.FindFileContainingSymbol(service).service[0].method
    }

    def every_method_has_a_case():
        assert methods == set(CASES), f"not the same: {methods ^ set(CASES)}"
        assert services >= STANDARD, services

    checks.run("every method that reflection shows has a case", every_method_has_a_case)
    from_pip = needed_files(services, ours)
    # Each protoc brings its own well-known protos; the server's are the machine's.
    without_google = {
        name: file for name, file in from_pip.items() if not name.startswith("google/protobuf/")
    }
    from_machine = needed_files(services, official.compiled(folder, "protoc"))
    v1alpha, v1 = database.FindFileByName, served_by_v1(api, channel)
    for name, served, files in (
        ("v1alpha, grpc_tools", v1alpha, without_google),
        ("v1, grpc_tools", v1, without_google), ("v1, protoc", v1, from_machine),
    ):
        checks.run(f"reflection serves our protos ({name})", same_files, served, files)
    ours_served = services - STANDARD
    checks.run("health over TLS", health, channel, ours_served)
    checks.run("health in the clear", health, plaintext, ours_served)
    for service in sorted(services):
        checks.run(f"{service}/Nothing is unimplemented", unimplemented, channel,
                   f"/{service}/Nothing")
    checks.run("no.Service is unimplemented", unimplemented, channel, "/no.Service/Nothing")
    people = People(api, arguments.admin, arguments.simulator)
    for name in sorted(methods & set(CASES)):
        MethodChecks(name, CASES[name], api, people).run(checks)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    for name in ("certificate", "plaintext", "admin", "simulator"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    credentials = grpc.ssl_channel_credentials(pathlib.Path(arguments.certificate).read_bytes())
    options = [("grpc.max_send_message_length", -1)]
    checks = Checks()
    with (
        tempfile.TemporaryDirectory() as folder,
        grpc.secure_channel(arguments.address, credentials, options) as channel,
        grpc.insecure_channel(arguments.plaintext) as plaintext,
    ):
        check_all(checks, arguments, folder, channel, plaintext)
    sys.exit(1 if checks.failures else 0)


if __name__ == "__main__":
    main()
