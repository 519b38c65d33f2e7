"""Receives webhooks on loopback: `receive_webhooks.py SECRET_FILE [--port PORT]`.

SECRET_FILE holds what `GetWebhookSecret` told, `whsec_…`; it is read for each request, so that it
may be replaced. What is not signed with it, or not within five minutes, is answered with 401. Each
event is printed as one line of JSON, once, however often it comes.

Needs the packages protobuf and standardwebhooks (the specification's reference implementation)."""

import argparse
import http.server
import json
import pathlib
import tempfile

import grpc_tools
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from grpc_tools import protoc
from standardwebhooks import Webhook, WebhookVerificationError

PROTOS = pathlib.Path(__file__).resolve().parents[2] / "proto"


def types():
    """Every message of our protos, compiled on the spot."""
    include = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    files = sorted(str(file.relative_to(PROTOS)) for file in PROTOS.glob("paylyt/**/*.proto"))
    with tempfile.TemporaryDirectory() as folder:
        descriptors = pathlib.Path(folder) / "paylyt.bin"
        code = protoc.main([
            "protoc", f"-I{PROTOS}", f"-I{include}", "--include_imports",
            f"--descriptor_set_out={descriptors}", *files,
        ])
        if code != 0:
            raise SystemExit("protoc refuses the protos")
        pool = descriptor_pool.DescriptorPool()
        for file in descriptor_pb2.FileDescriptorSet.FromString(descriptors.read_bytes()).file:
            pool.Add(file)
    return pool


class Receiver(http.server.BaseHTTPRequestHandler):
    """Answers each delivery, and handles each event once."""

    pool = None
    secret_file = None
    seen = set()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", "0")))
        secret = pathlib.Path(self.secret_file).read_text(encoding="ascii").strip()
        try:
            # Before anything is read: who sent it, and when.
            message = Webhook(secret).verify(body, dict(self.headers))
        except WebhookVerificationError as error:
            print(json.dumps({"refused": str(error)}), flush=True)
            self.answer(401)
            return
        self.answer(200)
        if self.headers["webhook-id"] in self.seen:
            return
        self.seen.add(self.headers["webhook-id"])
        self.handle_event(message["data"])

    def handle_event(self, data):
        """The event as the protobuf message that it is, with the resource in it."""
        found = self.pool.FindMessageTypeByName("paylyt.events.v1.Event")
        event = message_factory.GetMessageClass(found)()
        json_format.ParseDict(data, event, descriptor_pool=self.pool)
        resource = None
        if event.HasField("payload"):
            named = self.pool.FindMessageTypeByName(event.payload.TypeName())
            resource = message_factory.GetMessageClass(named)()
            event.payload.Unpack(resource)
        print(
            json.dumps({
                "id": self.headers["webhook-id"], "type": event.type, "subject": event.subject,
                "name": getattr(resource, "name", ""),
            }), flush=True)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format, *arguments):
        """What counts is printed."""


def main():
    parser = argparse.ArgumentParser(description="receives webhooks")
    parser.add_argument("secret_file")
    parser.add_argument("--port", type=int, default=0)
    arguments = parser.parse_args()
    Receiver.pool = types()
    Receiver.secret_file = arguments.secret_file
    server = http.server.ThreadingHTTPServer(("127.0.0.1", arguments.port), Receiver)
    print(f"listening on {server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
