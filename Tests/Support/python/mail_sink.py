"""A real SMTP server that keeps what it is sent: one line of JSON for each mail.

    mail_sink.py [--certificate PEM --key PEM] [--user NAME --password TEXT] [--greeting TEXT]

It prints `listening on PORT`. The recipient's local part says how it behaves: `refuse…` is
answered 550, `busy…` 451 for its first mail, what came whole for `spam…` 554, and after a mail
to `drop…` came whole, the connection is cut instead of answered, for the first one of each
Message-ID. The sender `unwelcome@…` is answered 550."""

import argparse
import asyncio
import base64
import email
import email.policy
import json
import ssl

LINE_BYTES_MAX = 64 * 1024


class Session:
    """One connection of a client."""

    seen = set()

    def __init__(self, reader, writer, options):
        self.reader, self.writer, self.options = reader, writer, options
        self.is_encrypted = self.is_known = False
        self.recipients = []

    async def run(self):
        await self.say(self.options.greeting)
        while line := await self.reader.readline():
            verb, _, rest = line.decode("ascii").strip().partition(" ")
            answer = getattr(self, "on_" + verb.lower(), None)
            if answer is None:
                await self.say("502 not here")
            elif await answer(rest):
                break
        self.writer.close()

    async def say(self, text):
        self.writer.write(text.encode() + b"\r\n")
        await self.writer.drain()

    async def on_ehlo(self, _):
        offers = ["sink"]
        if self.options.certificate and not self.is_encrypted:
            offers.append("STARTTLS")
        if self.options.user:
            offers.append("AUTH PLAIN")
        lines = [f"250-{offer}" for offer in offers[:-1]] + [f"250 {offers[-1]}"]
        await self.say("\r\n".join(lines))

    async def on_starttls(self, _):
        await self.say("220 go on")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.options.certificate, self.options.key)
        await self.writer.start_tls(context)
        self.is_encrypted = True

    async def on_auth(self, rest):
        _, _, code = rest.partition(" ")
        if not code:
            await self.say("334 ")
            code = (await self.reader.readline()).decode("ascii").strip()
        wanted = f"\0{self.options.user}\0{self.options.password}".encode()
        self.is_known = base64.b64decode(code) == wanted
        await self.say("235 welcome" if self.is_known else "535 who are you?")

    async def on_mail(self, rest):
        if self.options.user and not self.is_known:
            return await self.say("530 say who you are")
        if "unwelcome@" in rest:
            return await self.say("550 not from you")
        self.recipients = []
        await self.say("250 ok")

    async def on_rcpt(self, rest):
        address = rest.partition(":")[2].strip().strip("<>")
        if address.startswith("refuse"):
            return await self.say("550 nobody of this name")
        if address.startswith("busy") and address not in Session.seen:
            Session.seen.add(address)
            return await self.say("451 not now")
        self.recipients.append(address)
        await self.say("250 ok")

    async def on_data(self, _):
        await self.say("354 go on")
        lines = []
        while (line := await self.reader.readline()) != b".\r\n":
            if not line:
                return True
            lines.append(line[1:] if line.startswith(b".") else line)
        mail = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        print(json.dumps({
            "recipients": self.recipients, "subject": mail["subject"],
            "messageID": mail["message-id"], "sender": mail["from"],
            "isEncrypted": self.is_encrypted, "isKnown": self.is_known,
            "defects": [str(defect) for defect in mail.defects],
            "text": mail.get_content().replace("\r\n", "\n"),
        }), flush=True)
        if self.recipients[0].startswith("spam"):
            return await self.say("554 not of this kind")
        name = mail["message-id"]
        if self.recipients[0].startswith("drop") and name not in Session.seen:
            Session.seen.add(name)
            return True
        await self.say("250 taken")

    async def on_rset(self, _):
        await self.say("250 ok")

    async def on_quit(self, _):
        await self.say("221 bye")
        return True


async def main():
    parser = argparse.ArgumentParser()
    for name in ("certificate", "key", "user", "password"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--greeting", default="220 sink ESMTP")
    options = parser.parse_args()

    async def serve(reader, writer):
        try:
            await Session(reader, writer, options).run()
        except (ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=LINE_BYTES_MAX)
    print(f"listening on {server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


asyncio.run(main())
