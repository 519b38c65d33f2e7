"""Every RPC of a running server, called by the official gRPC client over TLS.

    contract.py --certificate PEM --plaintext ADDRESS --admin EMAIL --approver EMAIL
        --simulator ADDRESS ADDRESS

Prints one line for each check, `ok …` or `FAILED …`, and ends with 1 when any failed. The methods
come from the server's reflection, and most of what is checked from their descriptors (generic.py).
A method that moves money must have a case in cases.py too."""

import argparse
import pathlib
import sys
import tempfile
import traceback

import grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)

import generic
import lists
import official
from cases import CASES, Case
from cases_refused import REFUSED
from official import API, Refused
from people import People
from standard import STANDARD, health, needed_files, same_files, served_by_v1, unimplemented

MESSAGE_BYTES_MAX = 4 << 20
EXPLAIN = "paylyt.auth.v1.AccessService/ExplainAccess"


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

    def __init__(self, name, access, api, people):
        self.name, self.access, self.api, self.people = name, access, api, people
        self.case = CASES.get(name) or Case(self.usual_caller(), None, None, None, [])
        self.is_public = access.permission == "public"
        self.is_client_stream = api.method(name).client_streaming

    def usual_caller(self):
        roles = list(self.access.roles)
        return roles[0] if roles else None

    def run(self, checks):
        for check in (
            self.has_permission, self.has_case, self.good, self.listed, self.replay, self.rehearsal,
            self.stale_etag, self.no_token, self.garbage_token, self.wrong_roles,
            self.key_without_scope, self.key_for_a_user, self.key_alone, self.foreign,
            self.missing, self.garbage, self.invalid_text, self.oversize, self.deadline,
        ):
            checks.run(f"{self.name}: {check.__name__.replace('_', ' ')}", check)
        checks.run(f"{self.name}: what its descriptor forbids", self.descriptor)
        for number, (fields, field) in enumerate(self.case.bad):
            checks.run(f"{self.name}: bad {field} ({number})", self.bad, fields, field)
        for name, who, make, reason in REFUSED:
            if name == self.name:
                checks.run(f"{self.name}: {reason}", self.by_state, who, make, reason)

    def token(self, who="by"):
        chosen = self.case.by if who == "by" else who
        if chosen is None:
            return None
        return chosen(self.people) if callable(chosen) else getattr(self.people, chosen)

    def request(self, fields):
        return self.api.request(self.name, **fields)

    def base(self):
        """A request to start from: a good one where there is a case, else one that is made up."""
        if self.case.good is not None:
            return self.request(self.case.good(self.people))
        return generic.made_up(self.api, self.api.method(self.name).input_type)

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

    def has_case(self):
        """What moves money is called for good at least once."""
        if self.api.option(self.name, "money_moving"):
            assert self.name in CASES, "it moves money and cases.py does not have it"

    def good(self):
        if self.case.good is None:
            return
        answer = self.api.call(
            self.name, self.request(self.case.good(self.people)), self.token()
        )
        again = type(answer).FromString(answer.SerializeToString())
        assert again == answer

    def listed(self):
        """What a list shows is got by its name, and is the same."""
        getter = lists.getter(self.api.method(self.name))
        if self.case.good is None or getter is None:
            return
        items, get = getter
        request, token = self.request(self.case.good(self.people)), self.token()
        # Somebody else may change it between the two: a payment comes, a worker goes on.
        for _ in range(10):
            found = getattr(self.api.call(self.name, request, token), items)
            if not found:
                assert self.name in lists.EMPTY_LISTS, "nothing is in the list"
                return
            got = self.api.call(get, self.api.request(get, name=found[0].name), token)
            if lists.shown(got) == lists.shown(found[0]):
                return
        raise AssertionError(f"{found[0]} is listed, {got} is got")

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
            # The same account. Registering opens a session each time, refreshing repeats one.
            assert first.user == second.user
            is_same = self.name.endswith("/RefreshSession")
            assert (first.access_token == second.access_token) == is_same
            return
        if "secret" in first.DESCRIPTOR.fields_by_name:
            # Whoever repeats the request is not told the secret again.
            assert first.secret != "" and second.secret == ""
            first.secret = ""
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
            rehearsed, metadata = self.api.call_with_metadata(self.name, request, token)
            assert "paylyt-idempotent-replayed" not in metadata, metadata
        request.validate_only = False
        done, metadata = self.api.call_with_metadata(self.name, request, token)
        assert "paylyt-idempotent-replayed" not in metadata, metadata
        said, would_be = generic.lasting(done), generic.lasting(rehearsed)
        assert said == would_be, f"{would_be} was rehearsed, {said} was done"

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

    def wrong_roles(self):
        """Each role without the permission, alone, is refused, whatever it asks for."""
        if self.is_public:
            return
        for role in {"client", "freelancer", "admin"} - set(self.access.roles):
            refused = self.refused("PERMISSION_DENIED", token=self.token(role))
            assert refused.reason == "SCOPE_MISSING", (role, refused.reason)
        assert self.case.denied is None or self.case.denied not in self.access.roles

    def key_without_scope(self):
        """A service without the scope may not, for itself nor for a user who may."""
        if self.is_public or self.access.permission == "auth.session":
            return
        key = self.people.key("auth.proxy")
        refused = self.refused("PERMISSION_DENIED", token=self.token(), key=key)
        assert refused.reason == "SCOPE_MISSING", refused.reason

    def key_for_a_user(self):
        """A service's scope does not add to what its user may do."""
        if self.is_public or self.access.permission == "auth.session":
            return
        key = self.people.key(self.access.permission)
        for role in {"client", "freelancer", "admin"} - set(self.access.roles):
            refused = self.refused("PERMISSION_DENIED", token=self.token(role), key=key)
            assert refused.reason == "SCOPE_MISSING", (role, refused.reason)

    def key_alone(self):
        """A service calls for itself only where admins may."""
        if self.is_public or self.access.services_alone:
            return
        scope = self.access.permission
        key = self.people.key("auth.proxy" if scope == "auth.session" else scope)
        assert self.refused("UNAUTHENTICATED", key=key).reason == "TOKEN_MISSING"

    def foreign(self):
        if self.case.foreign is not None:
            request = self.request(self.case.foreign(self.people))
            refused = self.refused("NOT_FOUND", request, self.people.stranger)
            assert refused.reason == "NOT_FOUND", refused.reason

    def missing(self):
        """What is not there at all looks like what is somebody else's."""
        if self.is_client_stream:
            return
        for request in generic.missing_resources(self.base()):
            refused = self.refused("NOT_FOUND", request, self.token())
            assert refused.reason == "NOT_FOUND", refused.reason

    def descriptor(self):
        """Each field just outside of the rules that its descriptor tells, and just inside."""
        if self.is_client_stream:
            return
        calls = generic.calls(self.api, self.name, self.base())
        token = self.token() if calls else None
        wrong = []
        for call in calls:
            try:
                if call.is_inside:
                    self.accepted(call, token)
                else:
                    self.outside(call, token)
            except AssertionError as error:
                wrong.append(f"{call.what}: {error}".replace("\n", " "))
        assert not wrong, f"{len(wrong)} of {len(calls)}: " + "; ".join(wrong)

    def outside(self, call, token):
        refused = self.refused("INVALID_ARGUMENT", call.request, token)
        named = [call.field] if call.field else refused.fields[:1]
        assert refused.fields == named != [], f"{refused.fields}, not {call.field}"
        assert refused.reason in ("INVALID_FIELD", "BAD_PAGE_TOKEN"), refused.reason

    def accepted(self, call, token):
        """Whatever comes of it, it is not this field that is wrong. Tried out only, where the
        method changes something."""
        method = self.name.split("/")[1]
        if generic.is_known_better(method, call.field):
            return
        if self.api.method(self.name).server_streaming:
            return
        if self.has_field("request_id") and not self.has_field("validate_only"):
            return
        if self.has_field("validate_only"):
            call.request.validate_only = True
        try:
            self.api.call(self.name, call.request, token)
        except Refused as refused:
            assert call.field not in refused.fields, f"refused: {refused}"

    def bad(self, fields, field):
        refused = self.refused("INVALID_ARGUMENT", self.request(fields), self.token())
        assert refused.fields == [field], f"{refused.fields}, not {field}"
        assert refused.reason in ("INVALID_FIELD", "BAD_PAGE_TOKEN"), refused.reason

    def by_state(self, who, make, reason):
        """The state of things forbids it, and the refusal says why, as its proto declares."""
        request = self.request(make(self.people))
        code, _ = self.api.reasons[reason]
        refused = self.refused(code, request, self.token(who))
        assert refused.reason == reason, refused.reason

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
            self.api.call(self.name, self.base(), self.token(), timeout=0.001)
        except Refused as refused:
            assert refused.code == "DEADLINE_EXCEEDED", refused


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

    def every_case_is_a_method():
        assert set(CASES) <= methods, f"there is no {set(CASES) - methods}"
        assert services >= STANDARD, services

    checks.run("every case is of a method that reflection shows", every_case_is_a_method)
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
    people = People(api, arguments.admin, arguments.approver, arguments.simulator)
    table = {line.method: line for line in people.do(people.admin, EXPLAIN).methods}

    def table_is_complete():
        assert set(table) == methods, f"not the same: {set(table) ^ methods}"
        for name, line in table.items():
            assert line.permission == api.option(name, "permission"), name
            assert line.money_moving == api.option(name, "money_moving"), name

    checks.run("the table of who may call what has every method", table_is_complete)
    for name in sorted(methods):
        MethodChecks(name, table[name], api, people).run(checks)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    for name in ("certificate", "plaintext", "admin", "approver", "simulator"):
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
