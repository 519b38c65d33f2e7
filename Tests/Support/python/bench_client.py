"""Calls bench.v1.Echo in all its shapes with the official client: bench_client.py TARGET [CERT]."""

import os
import sys
import tempfile

import grpc
from grpc_tools import protoc

PROTO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "proto")

with tempfile.TemporaryDirectory() as out:
    code = protoc.main(
        ["protoc", f"-I{PROTO}/bench/v1", f"--python_out={out}", f"--grpc_python_out={out}"]
        + ["echo.proto"]
    )
    assert code == 0
    sys.path.insert(0, out)
    import echo_pb2
    import echo_pb2_grpc

target, certificate = (sys.argv[1:] + [None])[:2]
if certificate:
    with open(certificate, "rb") as file:
        channel = grpc.secure_channel(target, grpc.ssl_channel_credentials(file.read()))
else:
    channel = grpc.insecure_channel(target)
stub = echo_pb2_grpc.EchoStub(channel)
meta = echo_pb2.Meta(idempotency_key="k", currency="BTC", created_us=1)
request = echo_pb2.EchoRequest(payload="sat \N{BITCOIN SIGN}", amount=-21, meta=meta)

reply = stub.Unary(request)
assert reply.SerializeToString() == request.SerializeToString()
assert stub.Unary(echo_pb2.EchoRequest()) == echo_pb2.EchoReply()

replies = list(stub.ServerStream(echo_pb2.StreamRequest(item=request, count=1000)))
assert [reply.amount for reply in replies] == list(range(1000))
assert all(reply.payload == request.payload and reply.meta == meta for reply in replies)

requests = [echo_pb2.EchoRequest(amount=number) for number in range(1000)]
assert [reply.amount for reply in stub.Bidi(iter(requests))] == list(range(1000))
print("bench")
