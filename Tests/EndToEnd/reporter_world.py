"""A reporter at a terminal or in a script, a counsellor who answers, and ways to listen in between."""

import contextlib
import http.client
import http.server
import re
import select
import socket
import sqlite3
import struct
import threading

import pexpect

from house import BIN, ENVIRONMENT, House, run


def reporter(*arguments, text=""):
    """`reporter` without a terminal, whatever comes of it."""
    return run("reporter", *arguments, ok=None, text=text)


def at_terminal(*arguments):
    """`reporter` with a person at it."""
    return pexpect.spawn(
        str(BIN / "reporter"), list(map(str, arguments)), env=ENVIRONMENT, encoding="utf-8", timeout=60,
        dimensions=(60, 100))


class World(House):
    """The invented organisation, with the whole of each side's work in one call."""

    @property
    def link_text(self):
        return self.link.read_text().strip()

    def link_through(self, address):
        """A file with the organisation's link, but for another address."""
        path = self.folder / "other.link"
        path.write_text(self.link_text.replace(self.address, address))
        return path

    @property
    def taken(self):
        """How many reports the gateway has."""
        path = f"file:{self.gateway_folder}/drop-box.sqlite?mode=ro"
        with contextlib.closing(sqlite3.connect(path, uri=True)) as store:
            return store.execute("SELECT count(*) FROM entry WHERE kind = 1").fetchone()[0]

    def arrive(self):
        self.intern.fetch()
        self.intern.import_()

    def cases(self):
        """Numbers of the internal counsellor's cases."""
        return [int(n) for n in re.findall(r"^\s*(\d+)\s", self.intern.offline_run("inbox").stdout, re.M)]

    def show(self, case):
        return self.intern.offline_run("show", case).stdout

    def answer(self, case, text, *more):
        self.intern.reply(case, text, *more)
        self.intern.post()

    def close_case(self, case, text):
        self.intern.offline_run("close", case, "--message-file", "-", text=text)
        self.intern.post()

    def file(self, text="Er is iets.", *options, to=("intern",), link=None, language="en"):
        readers = [part for name in to for part in ("--to", name)]
        return reporter("file", "--organisation", link or self.link, *readers, "--yes", "--language", language,
                        *options, text=text)

    def check(self, code, *options, link=None, language="en"):
        return reporter("check", "--organisation", link or self.link, "--language", language, *options, text=code)


class Recorder:
    """A TCP relay that keeps what passes, and can drop what the server answers."""

    def __init__(self):
        self.target = None
        self.sent, self.answered = [], []
        self.drop_answers_to = None
        # How many answers are dropped; None for all.
        self.drops = None
        self.port = 0
        self.open()

    def open(self):
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def _accept(self, listener):
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._relay, args=(client,), daemon=True).start()

    def _relay(self, client):
        record = bytearray()
        self.sent.append(record)
        with client, socket.create_connection(("127.0.0.1", self.target)) as server:
            while True:
                for ready in select.select([client, server], [], [])[0]:
                    data = ready.recv(65536)
                    if not data:
                        return
                    if ready is client:
                        record += data
                        server.sendall(data)
                        continue
                    self.answered.append(data)
                    if self.drop_answers_to and record.startswith(self.drop_answers_to) and self.drops != 0:
                        self.drops = self.drops and self.drops - 1
                        # It was accepted; the answer is lost.
                        return
                    else:
                        client.sendall(data)

    def close(self):
        # Closing alone would not wake the thread that accepts.
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


class SOCKSServer:
    """A small real SOCKS5 server (RFC 1928) that resolves every name to this machine and remembers the names."""

    def __init__(self, port):
        self.target = port
        self.names = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        with client:
            version, count = client.recv(2)
            assert version == 5 and 0 in client.recv(count)
            client.sendall(b"\x05\x00")
            _, command, _, kind = client.recv(4)
            assert command == 1
            if kind == 3:
                host = client.recv(client.recv(1)[0]).decode()
            else:
                host = socket.inet_ntop(socket.AF_INET if kind == 1 else socket.AF_INET6,
                                        client.recv(4 if kind == 1 else 16))
            (port,) = struct.unpack(">H", client.recv(2))
            self.names.append((kind, host, port))
            with socket.create_connection(("127.0.0.1", self.target)) as server:
                client.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01" + struct.pack(">H", self.target))
                while True:
                    for ready in select.select([client, server], [], [])[0]:
                        data = ready.recv(65536)
                        if not data:
                            return
                        (server if ready is client else client).sendall(data)


class NotesServer:
    """Serves any bytes as notes and whatever else (`replies`, by path): a gateway that says what a test wants."""

    def __init__(self, notes=b"", status=200):
        outer = self
        self.notes = notes
        self.replies = {}
        self.status = status
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.requests.append((self.command, self.path, dict(self.headers)))
                body = outer.notes if self.path == "/notes" else outer.replies.get(self.path, b"")
                self.send_response(outer.status)
                self.send_header("content-length", str(len(body)))
                if outer.status in (301, 302):
                    self.send_header("location", "/elsewhere")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()


class Meddler:
    """Passes everything on to the gateway and back, but for what a test changes in its answers."""

    def __init__(self, target=None):
        outer = self
        self.target = target
        # By path: what is answered instead, or a function of what the gateway answers.
        self.changes = {}
        # The status of each answer to a post, which goes no further; None to pass it on.
        self.refuses = None
        # What work each of the next posts is asked for, instead of being passed on.
        self.demands = []
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def pass_on(self):
                outer.requests.append((self.command, self.path))
                body = self.rfile.read(int(self.headers.get("content-length", 0))) or None
                if self.command == "POST" and outer.refuses:
                    self.send_response(outer.refuses)
                    self.send_header("content-length", "0")
                    self.end_headers()
                    return
                if self.command == "POST" and outer.demands:
                    demand = outer.demands.pop(0)
                    self.send_response(428)
                    self.send_header("content-length", str(len(demand)))
                    self.end_headers()
                    self.wfile.write(demand)
                    return
                connection = http.client.HTTPConnection("127.0.0.1", outer.target, timeout=60)
                connection.request(self.command, self.path, body, dict(self.headers))
                answer = connection.getresponse()
                body, status = answer.read(), answer.status
                if self.command == "GET" and self.path in outer.changes:
                    change, status = outer.changes[self.path], 200
                    body = change(body) if callable(change) else change
                self.send_response(status)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = pass_on

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()


def flat(text):
    """Without line breaks and indents."""
    return " ".join(text.split())


def bundle(*notes):
    return b"".join(b"note %d\n" % len(note) + note for note in notes)
