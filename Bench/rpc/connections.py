"""Connections that speak just enough HTTP/2 to make one unary call and then be idle.

usage: connections.py PORT COUNT tls|clear BODY

Opens COUNT connections, makes one call on each and compares the answer with the request, says
"idle", and closes them when a line comes in.
"""

import socket
import ssl
import struct
import sys

PATH = b"/bench.v1.Echo/Unary"


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def field(name, value):
    """A literal field, never indexed (RFC 7541 section 6.2.2)."""
    return b"\0" + bytes([len(name)]) + name + bytes([len(value)]) + value


class Connection:
    def __init__(self, port, context):
        self.socket = socket.create_connection(("127.0.0.1", port), 10)
        if context:
            self.socket = context.wrap_socket(self.socket, server_hostname="localhost")
        self.scheme, self.bytes = b"https" if context else b"http", b""
        self.socket.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0))

    def frames(self):
        while True:
            length = int.from_bytes(self.bytes[:3], "big")
            if len(self.bytes) < 9 or len(self.bytes) < 9 + length:
                more = self.socket.recv(65536)
                if not more:
                    sys.exit("the server closed a connection")
                self.bytes += more
                continue
            kind, flags, payload = self.bytes[3], self.bytes[4], self.bytes[9 : 9 + length]
            self.bytes = self.bytes[9 + length :]
            if kind in (4, 6) and not flags & 1:  # SETTINGS, PING
                self.socket.sendall(frame(kind, 1, 0, payload if kind == 6 else b""))
            yield kind, flags, payload

    def call(self, body):
        head = b"".join(
            field(name, value)
            for name, value in [
                (b":method", b"POST"), (b":scheme", self.scheme), (b":path", PATH),
                (b":authority", b"localhost"), (b"content-type", b"application/grpc"), (b"te", b"trailers"),
            ]
        )
        self.socket.sendall(frame(1, 4, 1, head) + frame(0, 1, 1, body))
        answer = b""
        for kind, flags, payload in self.frames():
            if kind in (3, 7):
                sys.exit(f"the server refused a call: {payload}")
            answer += payload if kind == 0 else b""
            if kind in (0, 1) and flags & 1:
                break
        if answer != body:
            sys.exit(f"the answer is wrong: {answer} is not {body}")


def main():
    port, count, tls, body = sys.argv[1:]
    context = None
    if tls == "tls":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_alpn_protocols(["h2"])
    with open(body, "rb") as file:
        body = file.read()
    connections = [Connection(int(port), context) for _ in range(int(count))]
    for connection in connections:
        connection.call(body)
    print("idle", flush=True)
    sys.stdin.readline()


main()
