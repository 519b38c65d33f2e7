"""Runs the interoperability cases of gRPC with the official client against a server:

    interop_client.py TARGET [--tls AUTHORITIES] [--client CERT KEY] [CASE …]

The messages come from proto/grpc/testing, compiled on the fly. Prints the name of each case that
passed, and exits with 1 at the first that did not.
"""

import argparse
import os
import sys
import tempfile
import threading
import time

import grpc
from grpc_tools import protoc

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")


def compiled():
    out = tempfile.TemporaryDirectory()
    names = ["empty", "messages", "test"]
    code = protoc.main(
        ["protoc", f"-I{ROOT}/proto", f"--python_out={out.name}", f"--grpc_python_out={out.name}"]
        + [f"grpc/testing/{name}.proto" for name in names]
    )
    assert code == 0
    # The package `grpc` is taken: load the modules by their own names.
    sys.path.insert(0, out.name)
    import importlib.util

    found = {}
    for name in ["empty_pb2", "messages_pb2", "test_pb2", "test_pb2_grpc"]:
        spec = importlib.util.spec_from_file_location(
            f"grpc.testing.{name}", f"{out.name}/grpc/testing/{name}.py"
        )
        module = importlib.util.module_from_spec(spec)
        parent = sys.modules.setdefault("grpc.testing", type(sys)("grpc.testing"))
        setattr(parent, name, module)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        found[name] = module
    out.cleanup()
    return found


modules = compiled()
Empty = modules["empty_pb2"].Empty
m = modules["messages_pb2"]

INITIAL = "x-grpc-test-echo-initial"
TRAILING = "x-grpc-test-echo-trailing-bin"
REQUEST_SIZES = [27182, 8, 1828, 45904]
RESPONSE_SIZES = [31415, 9, 2653, 58979]


def payload(size):
    return m.Payload(body=bytes(size))


def refusal(call):
    try:
        call()
    except grpc.RpcError as error:
        return error
    raise AssertionError("the call was not refused")


def large_request(**fields):
    return m.SimpleRequest(response_size=314159, payload=payload(271828), **fields)


def check_large(response):
    assert len(response.payload.body) == 314159
    assert response.payload.body == bytes(314159)


def empty_unary(stub, channel):
    assert stub.EmptyCall(Empty()) == Empty()


def large_unary(stub, channel):
    check_large(stub.UnaryCall(large_request()))


def cacheable_unary(stub, channel):
    request = m.SimpleRequest(payload=m.Payload(body=str(time.monotonic_ns()).encode()))
    first, call = stub.CacheableUnaryCall.with_call(request, metadata=[("x-user-ip", "1.2.3.4")])
    assert ("cache-control", "max-age=60, public") in call.initial_metadata()
    assert first == stub.CacheableUnaryCall(request, metadata=[("x-user-ip", "1.2.3.4")])


def client_streaming(stub, channel):
    requests = (m.StreamingInputCallRequest(payload=payload(size)) for size in REQUEST_SIZES)
    assert stub.StreamingInputCall(requests).aggregated_payload_size == sum(REQUEST_SIZES)


def output_request(sizes, **fields):
    parameters = [m.ResponseParameters(size=size) for size in sizes]
    return m.StreamingOutputCallRequest(response_parameters=parameters, **fields)


def sizes_of(responses):
    return [len(response.payload.body) for response in responses]


def server_streaming(stub, channel):
    assert sizes_of(stub.StreamingOutputCall(output_request(RESPONSE_SIZES))) == RESPONSE_SIZES


class Requests:
    """What a caller sends, one after the other, until it is closed."""

    def __init__(self):
        self.lock = threading.Condition()
        self.waiting = []
        self.is_closed = False

    def send(self, request):
        with self.lock:
            self.waiting.append(request)
            self.lock.notify()

    def close(self):
        with self.lock:
            self.is_closed = True
            self.lock.notify()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            while not self.waiting and not self.is_closed:
                self.lock.wait()
            if not self.waiting:
                raise StopIteration
            return self.waiting.pop(0)


def ping_pong(stub, channel):
    requests = Requests()
    responses = stub.FullDuplexCall(requests)
    for request_size, response_size in zip(REQUEST_SIZES, RESPONSE_SIZES):
        requests.send(output_request([response_size], payload=payload(request_size)))
        assert len(next(responses).payload.body) == response_size
    requests.close()
    assert list(responses) == []


def empty_stream(stub, channel):
    assert list(stub.FullDuplexCall(iter([]))) == []


def half_duplex(stub, channel):
    requests = Requests()
    responses = stub.HalfDuplexCall(requests)
    for size in RESPONSE_SIZES:
        requests.send(output_request([size]))
    arrived = []
    reader = threading.Thread(target=lambda: arrived.extend(sizes_of(responses)))
    reader.start()
    time.sleep(0.2)
    assert arrived == []
    requests.close()
    reader.join()
    assert arrived == RESPONSE_SIZES


def custom_metadata(stub, channel):
    metadata = [(INITIAL, "test_initial_metadata_value"), (TRAILING, b"\xab\xab\xab")]

    def check(call):
        assert metadata[0] in call.initial_metadata(), call.initial_metadata()
        assert metadata[1] in call.trailing_metadata(), call.trailing_metadata()

    response, call = stub.UnaryCall.with_call(large_request(), metadata=metadata)
    check_large(response)
    check(call)
    call = stub.FullDuplexCall(
        iter([output_request([314159], payload=payload(271828))]), metadata=metadata
    )
    assert sizes_of(call) == [314159]
    check(call)
    # With an error too.
    failed = refusal(
        lambda: stub.UnaryCall(
            m.SimpleRequest(response_status=m.EchoStatus(code=2, message="no")), metadata=metadata
        )
    )
    check(failed)


def echo_status(stub, code, message):
    status = m.EchoStatus(code=code, message=message)
    streamed = m.StreamingOutputCallRequest(response_status=status)
    return [
        refusal(lambda: stub.UnaryCall(m.SimpleRequest(response_status=status))),
        refusal(lambda: list(stub.FullDuplexCall(iter([streamed])))),
        refusal(lambda: list(stub.StreamingOutputCall(streamed))),
    ]


def status_code_and_message(stub, channel):
    for code in grpc.StatusCode:
        number, _ = code.value
        if number == 0:
            continue
        for error in echo_status(stub, number, "test status message"):
            assert error.code() == code, error
            assert error.details() == "test status message", error


def special_status_message(stub, channel):
    message = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001f608\t\n"
    for error in echo_status(stub, 2, message):
        assert error.code() == grpc.StatusCode.UNKNOWN, error
        assert error.details() == message, error


def unimplemented(channel, path):
    call = channel.unary_unary(
        path, request_serializer=Empty.SerializeToString, response_deserializer=Empty.FromString
    )
    assert refusal(lambda: call(Empty())).code() == grpc.StatusCode.UNIMPLEMENTED


def unimplemented_method(stub, channel):
    unimplemented(channel, "/grpc.testing.TestService/UnimplementedCall")


def unimplemented_service(stub, channel):
    unimplemented(channel, "/grpc.testing.UnimplementedService/UnimplementedCall")


def cancel_after_begin(stub, channel):
    call = stub.StreamingInputCall.future(Requests())
    call.cancel()
    assert call.cancelled()
    assert call.code() == grpc.StatusCode.CANCELLED


def cancel_after_first_response(stub, channel):
    requests = Requests()
    responses = stub.FullDuplexCall(requests)
    requests.send(output_request([31415], payload=payload(27182)))
    assert len(next(responses).payload.body) == 31415
    responses.cancel()
    error = refusal(lambda: next(responses))
    assert error.code() == grpc.StatusCode.CANCELLED
    requests.close()


def timeout_on_sleeping_server(stub, channel):
    slow = m.StreamingOutputCallRequest(
        response_parameters=[m.ResponseParameters(size=1, interval_us=60_000_000)]
    )
    error = refusal(lambda: list(stub.FullDuplexCall(iter([slow]), timeout=0.05)))
    assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED, error


def expecting(value):
    return m.BoolValue(value=value)


def client_compressed_unary(stub, channel):
    for encoding in [grpc.Compression.Gzip, grpc.Compression.Deflate]:
        request = large_request(expect_compressed=expecting(True))
        error = refusal(lambda: stub.UnaryCall(request, compression=grpc.Compression.NoCompression))
        assert error.code() == grpc.StatusCode.INVALID_ARGUMENT, error
        check_large(stub.UnaryCall(request, compression=encoding))
        plain = large_request(expect_compressed=expecting(False))
        check_large(stub.UnaryCall(plain, compression=grpc.Compression.NoCompression))


def client_compressed_streaming(stub, channel):
    def request(size, compressed):
        return m.StreamingInputCallRequest(
            expect_compressed=expecting(compressed), payload=payload(size)
        )

    error = refusal(lambda: stub.StreamingInputCall(iter([request(27182, True)])))
    assert error.code() == grpc.StatusCode.INVALID_ARGUMENT, error
    # The official Python client cannot change its mind between two messages of a call.
    answer = stub.StreamingInputCall(
        iter([request(27182, True), request(45904, True)]), compression=grpc.Compression.Gzip
    )
    assert answer.aggregated_payload_size == 73086


def server_compressed_unary(stub, channel):
    for compressed in [True, False]:
        response, call = stub.UnaryCall.with_call(
            large_request(response_compressed=expecting(compressed))
        )
        check_large(response)
        encoding = dict(call.initial_metadata()).get("grpc-encoding")
        assert encoding in (None, "gzip"), encoding


def server_compressed_streaming(stub, channel):
    request = m.StreamingOutputCallRequest(
        response_parameters=[
            m.ResponseParameters(compressed=expecting(index % 2 == 0), size=size)
            for index, size in enumerate(RESPONSE_SIZES)
        ]
    )
    assert sizes_of(stub.StreamingOutputCall(request)) == RESPONSE_SIZES


def rpc_soak(stub, channel):
    for _ in range(300):
        start = time.monotonic()
        check_large(stub.UnaryCall(large_request(), timeout=5))
        assert time.monotonic() - start < 5


def channel_soak(stub, channel):
    for _ in range(20):
        fresh = connect()
        check_large(modules["test_pb2_grpc"].TestServiceStub(fresh).UnaryCall(large_request()))
        fresh.close()


CASES = [
    empty_unary, large_unary, cacheable_unary, client_streaming, server_streaming, ping_pong,
    empty_stream, half_duplex, custom_metadata, status_code_and_message, special_status_message,
    unimplemented_method, unimplemented_service, cancel_after_begin, cancel_after_first_response,
    timeout_on_sleeping_server, client_compressed_unary, client_compressed_streaming,
    server_compressed_unary, server_compressed_streaming, rpc_soak, channel_soak,
]


def username(stub, channel):
    response = stub.UnaryCall(m.SimpleRequest(fill_username=True))
    print(f"username {response.username}")


# Only when asked for by name.
EXTRAS = [username]


def read(path):
    with open(path, "rb") as file:
        return file.read()


parser = argparse.ArgumentParser()
parser.add_argument("target")
parser.add_argument("--tls", metavar="AUTHORITIES")
parser.add_argument("--client", nargs=2, metavar=("CERT", "KEY"))
parser.add_argument("cases", nargs="*")
arguments = parser.parse_intermixed_args()


def connect():
    # Without this, channels to one target share one connection.
    options = [("grpc.use_local_subchannel_pool", 1)]
    if not arguments.tls:
        return grpc.insecure_channel(arguments.target, options)
    certificate, key = arguments.client or (None, None)
    credentials = grpc.ssl_channel_credentials(
        read(arguments.tls), key and read(key), certificate and read(certificate)
    )
    return grpc.secure_channel(arguments.target, credentials, options)


def main():
    chosen = [case for case in CASES + EXTRAS if case.__name__ in arguments.cases] or CASES
    with connect() as channel:
        stub = modules["test_pb2_grpc"].TestServiceStub(channel)
        for case in chosen:
            case(stub, channel)
            print(case.__name__, flush=True)


main()
