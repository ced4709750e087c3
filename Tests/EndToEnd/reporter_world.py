"""An invented organisation made by the commands themselves, its gateway running, and ways to listen in between."""

import http.server
import os
import select
import signal
import socket
import struct
import subprocess
import threading
import time

import pexpect

BIN = os.path.abspath(os.environ.get("SOTTOVOCE_BIN", ".build/debug"))
# One locale for all, so that only --language decides; no proxy of the machine's.
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "TERM": "dumb"}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run(command, *arguments, input=None, prefix=(), timeout=120):
    """Runs a command without a terminal: nobody can be asked."""
    return subprocess.run(
        [*prefix, os.path.join(BIN, command), *map(str, arguments)], input=input, capture_output=True, text=True,
        env=ENVIRONMENT, timeout=timeout, start_new_session=True)


def must(command, *arguments, **more):
    out = run(command, *arguments, **more)
    assert out.returncode == 0, (command, arguments, out.stdout, out.stderr)
    return out.stdout


def at_terminal(*arguments):
    """`reporter` with a person at it."""
    return pexpect.spawn(
        os.path.join(BIN, "reporter"), list(map(str, arguments)), env=ENVIRONMENT, encoding="utf-8", timeout=60,
        dimensions=(60, 100))


class World:
    """`front`: the port in the link, where that is not the gateway's own but a relay's."""

    def __init__(self, folder, front=None):
        self.folder = folder
        self.port = free_port()
        self.front = front or self.port
        self.address = f"http://127.0.0.1:{self.front}"
        self.process = None
        for who in ("board", "council", "intern", "extern"):
            (folder / f"{who}.pass").write_text(f"invented passphrase of {who}\n")
        must("gateway", "init", folder / "gateway", "--origin", "meld.linde.example", "--gateway", self.address)
        must(
            "counsellor", "organisation", "init", folder / "organisation", "--name", "De Linde", "--gateway",
            self.address, "--gateway-keys", folder / "gateway/gateway.vkeys", "--root-key", folder / "board.age",
            "--root-passphrase-file", folder / "board.pass", "--second-key", folder / "council.age",
            "--second-passphrase-file", folder / "council.pass")
        self.link_file = folder / "organisation/organisation.link"
        self.link = self.link_file.read_text().strip()
        for id, name, role in (("intern", "Noor Linde", "internal"), ("extern", "Bram Eik", "external")):
            must(
                "counsellor", "init", *self.home(id), "--collector", folder / f"{id}-online", "--link", self.link_file,
                "--id", id, "--name", name, "--role", role, "--languages", "nl,en", "--way", "bel 000 000 00 00",
                "--reads", "mon,thu", "--enrolment", folder / f"{id}.enrolment")
            must("counsellor", "organisation", "add", folder / "organisation", folder / f"{id}.enrolment")
        for who in ("board", "council"):
            must(
                "counsellor", "organisation", "sign", folder / "organisation", "--key", folder / f"{who}.age",
                "--passphrase-file", folder / f"{who}.pass", "--yes")
        must(
            "gateway", "publish", folder / "gateway", folder / "organisation/roster.note",
            *sorted(folder.glob("*.keys.note")), *sorted(folder.glob("*.hours.note")))

    def home(self, id):
        return ("--home", self.folder / f"{id}-offline", "--passphrase-file", self.folder / f"{id}.pass")

    def start(self):
        self.process = subprocess.Popen(
            [os.path.join(BIN, "gateway"), "serve", str(self.folder / "gateway"), "--port", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("the gateway did not start")

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
            self.process = None

    def link_through(self, port):
        """A file with the organisation's link, but for another port."""
        path = self.folder / f"link-{port}"
        path.write_text(self.link.replace(f":{self.front}/", f":{port}/"))
        return path

    # The counsellor's side.

    def fetch(self, id="intern"):
        must("counsellor", "fetch", "--collector", self.folder / f"{id}-online")
        return must("counsellor", "import", self.folder / f"{id}-online/mirror", *self.home(id), "--language", "en")

    def show(self, case, id="intern"):
        return must("counsellor", "show", case, *self.home(id), "--language", "en")

    def cases(self, id="intern"):
        return must("counsellor", "inbox", *self.home(id), "--language", "en")

    def answer(self, case, text, *options, id="intern", command="reply"):
        must("counsellor", command, case, *options, "--message-file", "-", *self.home(id), input=text)
        out = self.folder / f"{id}-outbox-{time.monotonic_ns()}"
        out.mkdir()
        must("counsellor", "outbox", out, *self.home(id))
        must("counsellor", "post", out, "--collector", self.folder / f"{id}-online")

    # The reporter's side.

    def file(self, text="Er is iets. Twee regels zijn genoeg.", *options, to=("intern",), link=None):
        readers = [part for name in to for part in ("--to", name)]
        return run(
            "reporter", "file", "--organisation", link or self.link_file, *readers, "--yes", "--language", "en",
            *options, input=text)

    def check(self, code, *options, link=None, language="en"):
        return run(
            "reporter", "check", "--organisation", link or self.link_file, "--language", language, *options, input=code)


class Recorder:
    """A TCP relay that keeps what clients send, and can drop what the server answers."""

    def __init__(self):
        self.target = None
        self.sent = []
        self.drop_answers_to = None
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
                    elif self.drop_answers_to and record.startswith(self.drop_answers_to):
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
    """Serves any bytes as notes and no replies: a gateway that says what a test wants."""

    def __init__(self, notes=b"", status=200):
        outer = self
        self.notes = notes
        self.status = status
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.requests.append((self.command, self.path, dict(self.headers)))
                body = outer.notes if self.path == "/notes" else b""
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


def bundle(*notes):
    return b"".join(b"note %d\n" % len(note) + note for note in notes)
