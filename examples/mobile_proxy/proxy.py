#!/usr/bin/env python3
"""A backend for mobile apps: JSON over HTTP in, typed RPCs out.

    .venv/bin/python examples/mobile_proxy/proxy.py --certificate PEM --key-file KEY ADDRESS

ADDRESS and PEM are what `make run` prints; KEY holds the secret of an API key with the scopes
that the app needs and `auth.proxy` (`ApiKeyService.CreateApiKey`). An app then calls each unary
RPC by its name:

    POST /paylyt.wallets.v1.WalletService/GetWallet
    authorization: Bearer <the user's access token>
    x-timeout-ms: 5000

    {}

What the proxy adds: its own identity beside the user's (both are checked, and both are in the
audit log), the caller's address, a deadline, and more tries with the same `request_id` when the
server is away for a moment. What it leaves to the server: every decision. It keeps nothing and
knows no rules.
"""

import argparse
import http.server
import importlib
import json
import pathlib
import signal
import sys
import tempfile
import threading
import uuid

import grpc
from google.protobuf import descriptor_pool, json_format, message_factory
from google.rpc import error_details_pb2  # noqa: F401  what details are made of, for MessageToDict
from google.rpc import status_pb2
from grpc_tools import protoc

PROTOS = pathlib.Path(__file__).resolve().parents[2] / "proto"
BODY_BYTES_MAX = 1 << 20
TIMEOUT_MS_DEFAULT = 5_000
TIMEOUT_MS_MAX = 30_000

# As google.rpc.Code maps to HTTP.
HTTP_STATUS = {
    grpc.StatusCode.OK: 200,
    grpc.StatusCode.CANCELLED: 499,
    grpc.StatusCode.INVALID_ARGUMENT: 400,
    grpc.StatusCode.FAILED_PRECONDITION: 400,
    grpc.StatusCode.OUT_OF_RANGE: 400,
    grpc.StatusCode.UNAUTHENTICATED: 401,
    grpc.StatusCode.PERMISSION_DENIED: 403,
    grpc.StatusCode.NOT_FOUND: 404,
    grpc.StatusCode.ABORTED: 409,
    grpc.StatusCode.ALREADY_EXISTS: 409,
    grpc.StatusCode.RESOURCE_EXHAUSTED: 429,
    grpc.StatusCode.UNIMPLEMENTED: 501,
    grpc.StatusCode.UNAVAILABLE: 503,
    grpc.StatusCode.DEADLINE_EXCEEDED: 504,
}


class Refused(Exception):
    """What the proxy itself answers, in the form of the server's own refusals."""

    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def load_methods():
    """Every unary method by its path, from the protos: a new RPC needs no new proxy."""
    with tempfile.TemporaryDirectory() as folder:
        files = [str(path.relative_to(PROTOS)) for path in sorted(PROTOS.glob("paylyt/**/*.proto"))]
        well_known = pathlib.Path(protoc.__file__).parent / "_proto"
        if protoc.main(
            ["protoc", f"-I{PROTOS}", f"-I{well_known}", f"--python_out={folder}", *files]
        ) != 0:
            sys.exit("the protos do not compile")
        sys.path.insert(0, folder)
        for file in files:
            importlib.import_module(file.removesuffix(".proto").replace("/", ".") + "_pb2")
        sys.path.remove(folder)
    methods = {}
    pool = descriptor_pool.Default()
    for file in files:
        for service in pool.FindFileByName(file).services_by_name.values():
            for method in service.methods:
                if not method.client_streaming and not method.server_streaming:
                    methods[f"/{service.full_name}/{method.name}"] = method
    return methods


class Backend:
    """One channel to PayLyt for all requests: HTTP/2 carries them side by side."""

    def __init__(self, address, certificate, key):
        self.methods = load_methods()
        self.key = key
        service_config = json.dumps({
            "methodConfig": [{
                "name": [{}],
                "retryPolicy": {
                    "maxAttempts": 3, "initialBackoff": "0.05s", "maxBackoff": "0.5s",
                    "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE"],
                },
            }]
        })
        credentials = grpc.ssl_channel_credentials(pathlib.Path(certificate).read_bytes())
        self.channel = grpc.secure_channel(
            address, credentials, options=[("grpc.service_config", service_config)])

    def call(self, path, body, authorization, address, timeout):
        method = self.methods.get(path)
        if method is None:
            raise Refused(404, "NOT_FOUND", "There is no such call.")
        request = message_factory.GetMessageClass(method.input_type)()
        try:
            json_format.ParseDict(body, request)
        except json_format.ParseError as error:
            raise Refused(400, "INVALID_ARGUMENT", str(error)) from error
        # The app makes the id, so that its own retry is the same request. One that forgets gets one
        # here, which makes at least our retries safe.
        if "request_id" in method.input_type.fields_by_name and not request.request_id:
            request.request_id = str(uuid.uuid4())
        metadata = [("paylyt-api-key", self.key), ("paylyt-forwarded-for", address)]
        if authorization:
            metadata.append(("authorization", authorization))
        answer = message_factory.GetMessageClass(method.output_type)
        call = self.channel.unary_unary(
            path, request_serializer=type(request).SerializeToString,
            response_deserializer=answer.FromString)
        return json_format.MessageToDict(call(request, timeout=timeout, metadata=metadata))


def refusal(error):
    """A failed call as the app sees it: code, message, and the details of google.rpc."""
    status = HTTP_STATUS.get(error.code(), 500)
    body = {"code": error.code().name, "message": error.details()}
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            details = status_pb2.Status.FromString(value).details
            body["details"] = [json_format.MessageToDict(detail) for detail in details]
    return status, body


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "paylyt-mobile-proxy"
    timeout = 30  # seconds in which a connection must say something

    def do_POST(self):
        try:
            body, timeout = self.read_request()
            answer = self.server.backend.call(
                self.path, body, self.headers.get("authorization"), self.client_address[0], timeout)
            self.answer(200, answer)
        except Refused as error:
            self.answer(error.status, {"code": error.code, "message": error.message})
        except grpc.RpcError as error:
            self.answer(*refusal(error))

    def read_request(self):
        length = self.headers.get("content-length", "")
        if not length.isdigit() or int(length) > BODY_BYTES_MAX:
            self.close_connection = True
            raise Refused(413, "INVALID_ARGUMENT", f"Send at most {BODY_BYTES_MAX} bytes.")
        try:
            body = json.loads(self.rfile.read(int(length)) or b"{}")
        except ValueError as error:
            raise Refused(400, "INVALID_ARGUMENT", "The body is not JSON.") from error
        if not isinstance(body, dict):
            raise Refused(400, "INVALID_ARGUMENT", "The body is not an object.")
        limit = self.headers.get("x-timeout-ms", str(TIMEOUT_MS_DEFAULT))
        if not limit.isdigit() or not 1 <= int(limit) <= TIMEOUT_MS_MAX:
            raise Refused(400, "INVALID_ARGUMENT", f"x-timeout-ms is 1 to {TIMEOUT_MS_MAX}.")
        return body, int(limit) / 1000

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Tokens and bodies belong in no log; the server's own has a line for each call."""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address", help="PayLyt's TLS address, HOST:PORT")
    parser.add_argument("--certificate", required=True, help="PEM that PayLyt's is checked with")
    parser.add_argument("--key-file", required=True, help="file with the API key's secret")
    parser.add_argument("--listen", default="127.0.0.1:8080", help="HOST:PORT for the app")
    options = parser.parse_args()

    key = pathlib.Path(options.key_file).read_text().strip()
    host, _, port = options.listen.rpartition(":")
    server = http.server.ThreadingHTTPServer((host, int(port)), Handler)
    server.daemon_threads = True
    server.backend = Backend(options.address, options.certificate, key)
    signal.signal(
        signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown, daemon=True).start())
    print(f"http://{host}:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    server.server_close()


if __name__ == "__main__":
    main()
