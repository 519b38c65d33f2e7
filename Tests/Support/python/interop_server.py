"""grpc.testing.TestService by the official Python server: interop_server.py, on a free port.

Prints `listening on 127.0.0.1:PORT`, and serves until its input ends.
"""

import os
import sys
import tempfile
import time
from concurrent import futures

import grpc
from grpc_tools import protoc

PROTO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "proto")


def compiled():
    """The messages; services are registered by hand, because the package `grpc` is taken."""
    import importlib.util

    with tempfile.TemporaryDirectory() as out:
        names = ["empty", "messages"]
        files = [f"grpc/testing/{name}.proto" for name in names]
        assert protoc.main(["protoc", f"-I{PROTO}", f"--python_out={out}"] + files) == 0
        modules = []
        for name in names:
            path = f"{out}/grpc/testing/{name}_pb2.py"
            spec = importlib.util.spec_from_file_location(f"testing_{name}", path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            modules.append(module)
    return modules


empty, m = compiled()
INITIAL = "x-grpc-test-echo-initial"
TRAILING = "x-grpc-test-echo-trailing-bin"


def echo(context):
    for key, value in context.invocation_metadata():
        if key == INITIAL:
            context.send_initial_metadata([(key, value)])
        if key == TRAILING:
            context.set_trailing_metadata([(key, value)])


def refuse(status, context):
    if status.code:
        code = next(code for code in grpc.StatusCode if code.value[0] == status.code)
        context.abort(code, status.message)


def empty_call(request, context):
    echo(context)
    return empty.Empty()


def unary_call(request, context):
    echo(context)
    refuse(request.response_status, context)
    if request.response_compressed.value:
        context.set_compression(grpc.Compression.Gzip)
    return m.SimpleResponse(payload=m.Payload(body=bytes(request.response_size)))


def output(request, context):
    refuse(request.response_status, context)
    for parameters in request.response_parameters:
        time.sleep(parameters.interval_us / 1e6)
        if not parameters.compressed.value:
            context.disable_next_message_compression()
        yield m.StreamingOutputCallResponse(payload=m.Payload(body=bytes(parameters.size)))


def streaming_output(request, context):
    echo(context)
    context.set_compression(grpc.Compression.Deflate)
    yield from output(request, context)


def streaming_input(requests, context):
    echo(context)
    size = sum(len(request.payload.body) for request in requests)
    return m.StreamingInputCallResponse(aggregated_payload_size=size)


def full_duplex(requests, context):
    echo(context)
    for request in requests:
        yield from output(request, context)


def half_duplex(requests, context):
    for request in list(requests):
        yield from output(request, context)


def handler(kind, function, request, response):
    make = getattr(grpc, f"{kind}_rpc_method_handler")
    return make(function, request.FromString, response.SerializeToString)


simple = (m.SimpleRequest, m.SimpleResponse)
streamed = (m.StreamingOutputCallRequest, m.StreamingOutputCallResponse)
sent = (m.StreamingInputCallRequest, m.StreamingInputCallResponse)
methods = {
    "EmptyCall": handler("unary_unary", empty_call, empty.Empty, empty.Empty),
    "UnaryCall": handler("unary_unary", unary_call, *simple),
    "StreamingOutputCall": handler("unary_stream", streaming_output, *streamed),
    "StreamingInputCall": handler("stream_unary", streaming_input, *sent),
    "FullDuplexCall": handler("stream_stream", full_duplex, *streamed),
    "HalfDuplexCall": handler("stream_stream", half_duplex, *streamed),
}

server = grpc.server(futures.ThreadPoolExecutor(max_workers=8))
service = grpc.method_handlers_generic_handler("grpc.testing.TestService", methods)
server.add_generic_rpc_handlers([service])
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(f"listening on 127.0.0.1:{port}", flush=True)
sys.stdin.read()
server.stop(0)
