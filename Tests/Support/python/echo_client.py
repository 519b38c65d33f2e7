"""Calls paylyt.test.v1.Echo with the official gRPC client: echo_client.py TARGET [CERTIFICATE].

Prints the name of each case that passed, and exits with 1 at the first that did not.
"""

import sys
import threading
import time

import grpc
from google.protobuf import wrappers_pb2 as w

SERVICE = "/paylyt.test.v1.Echo/"


class Stub:
    def __init__(self, channel):
        def method(kind, name, request, response):
            return getattr(channel, kind)(
                SERVICE + name,
                request_serializer=request.SerializeToString,
                response_deserializer=response.FromString,
            )

        self.echo = method("unary_unary", "Echo", w.StringValue, w.StringValue)
        self.blob = method("unary_unary", "Blob", w.BytesValue, w.BytesValue)
        self.fail = method("unary_unary", "Fail", w.StringValue, w.StringValue)
        self.crash = method("unary_unary", "Crash", w.StringValue, w.StringValue)
        self.sleep = method("unary_unary", "Sleep", w.StringValue, w.StringValue)
        self.count = method("unary_stream", "Count", w.Int32Value, w.Int32Value)
        self.flood = method("unary_stream", "Flood", w.Int32Value, w.BytesValue)
        self.join = method("stream_unary", "Join", w.StringValue, w.StringValue)
        self.chat = method("stream_stream", "Chat", w.StringValue, w.StringValue)
        self.nothing = method("unary_unary", "Nothing", w.StringValue, w.StringValue)


def refusal(call):
    try:
        call()
    except grpc.RpcError as error:
        return error
    raise AssertionError("the call was not refused")


def unary(stub):
    for text in ["", "hello", "grüße \N{EURO SIGN}"]:
        assert stub.echo(w.StringValue(value=text)).value == text


def large(stub):
    for count in [0, 1, 16_384, 65_535, 1_000_000, 4_000_000]:
        data = bytes(i * 31 % 256 for i in range(count))
        assert stub.blob(w.BytesValue(value=data)).value == data


def too_large(stub):
    error = refusal(lambda: stub.blob(w.BytesValue(value=bytes(4 << 20))))
    assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, error


def server_stream(stub):
    assert [m.value for m in stub.count(w.Int32Value(value=2000))] == list(range(2000))
    assert list(stub.count(w.Int32Value(value=0))) == []


def large_stream(stub):
    assert sum(len(m.value) for m in stub.flood(w.Int32Value(value=500))) == 500 * 16_384


def client_stream(stub):
    words = [w.StringValue(value=str(i)) for i in range(500)]
    assert stub.join(iter(words)).value == "".join(str(i) for i in range(500))
    assert stub.join(iter([])).value == ""


def early_answer(stub):
    def words():
        yield w.StringValue(value="stop")
        while True:
            time.sleep(0.01)
            yield w.StringValue(value="more")

    assert stub.join(words()).value == "stop"


def bidirectional(stub):
    said = [w.StringValue(value=str(i)) for i in range(200)]
    assert [m.value for m in stub.chat(iter(said))] == [f"re: {i}" for i in range(200)]


def ping_pong(stub):
    ready = threading.Semaphore(1)

    def words():
        for i in range(20):
            ready.acquire()
            yield w.StringValue(value=str(i))

    for i, message in enumerate(stub.chat(words())):
        assert message.value == f"re: {i}"
        ready.release()


def metadata(stub):
    sent = (("x-echo", "one"), ("x-echo", "two"), ("x-echo-bin", bytes(range(256))))
    call = stub.echo.with_call(w.StringValue(value="m"), metadata=sent)[1]
    for block in (call.initial_metadata(), call.trailing_metadata()):
        got = [(k, v) for k, v in block if k.startswith("x-echo")]
        assert got == list(sent), got


def status(stub):
    for code in grpc.StatusCode:
        if code == grpc.StatusCode.OK:
            continue
        error = refusal(lambda: stub.fail(w.StringValue(value=code.name)))
        assert error.code() == code, error
        assert error.details() == "grüße, 100 %\n", error.details()
        trailers = dict(error.trailing_metadata())
        assert trailers["x-reason"] == "because"
        # The code is field 1 of google.rpc.Status, as the value is of Int32Value.
        details = w.Int32Value.FromString(trailers["grpc-status-details-bin"])
        assert details.value == code.value[0]


def unforeseen(stub):
    error = refusal(lambda: stub.crash(w.StringValue()))
    assert error.code() == grpc.StatusCode.INTERNAL
    assert "hunter2" not in error.details()


def unknown(stub):
    error = refusal(lambda: stub.nothing(w.StringValue()))
    assert error.code() == grpc.StatusCode.UNIMPLEMENTED, error


def deadline(stub):
    begin = time.monotonic()
    error = refusal(lambda: stub.sleep(w.StringValue(), timeout=0.1))
    assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED, error
    assert time.monotonic() - begin < 5


def cancel(stub):
    future = stub.sleep.future(w.StringValue())
    time.sleep(0.1)
    future.cancel()
    assert future.cancelled()
    stream = stub.flood(w.Int32Value(value=100_000))
    next(stream)
    stream.cancel()
    assert refusal(lambda: list(stream)).code() == grpc.StatusCode.CANCELLED


def compressed(stub):
    text = w.StringValue(value="x" * 1000)
    for encoding in [grpc.Compression.Gzip, grpc.Compression.Deflate]:
        assert stub.echo(text, compression=encoding) == text
    bomb = w.BytesValue(value=bytes(4 << 20))
    error = refusal(lambda: stub.blob(bomb, compression=grpc.Compression.Gzip))
    assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, error


def concurrent(stub):
    calls = [stub.echo.future(w.StringValue(value=str(i))) for i in range(500)]
    assert [c.result().value for c in calls] == [str(i) for i in range(500)]


def health(channel):
    # HealthCheckRequest and -Response have one field each, as the wrappers have.
    check = channel.unary_unary(
        "/grpc.health.v1.Health/Check",
        request_serializer=w.StringValue.SerializeToString,
        response_deserializer=w.Int32Value.FromString,
    )
    assert check(w.StringValue()).value == 1
    error = refusal(lambda: check(w.StringValue(value="no.Service")))
    assert error.code() == grpc.StatusCode.NOT_FOUND, error


def main():
    options = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]
    if len(sys.argv) > 2:
        with open(sys.argv[2], "rb") as file:
            credentials = grpc.ssl_channel_credentials(file.read())
        channel = grpc.secure_channel(sys.argv[1], credentials, options)
    else:
        channel = grpc.insecure_channel(sys.argv[1], options)
    stub = Stub(channel)
    cases = [
        unary, large, too_large, server_stream, large_stream, client_stream, early_answer,
        bidirectional, ping_pong, metadata, status, unforeseen, unknown, deadline, cancel,
        compressed, concurrent,
    ]
    for case in cases:
        case(stub)
        print(case.__name__, flush=True)
    health(channel)
    print("health", flush=True)
    channel.close()


main()
