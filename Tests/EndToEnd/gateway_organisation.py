"""An organisation and its gateway for tests, written from Docs/protocol.md and Docs/http-api.md alone:
keys, signed notes, signed requests and envelopes of the right outside shape, none of it by our own code."""

import base64
import datetime
import hashlib
import http.client
import os
import signal
import subprocess
import threading
import time
import urllib.parse

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

BINARY = os.path.join(os.environ.get("SOTTOVOCE_BIN", ".build/debug"), "gateway")
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
# Of `mlkem768x25519` recipients the gateway looks at the text only.
RECIPIENT = "age1pq1" + "q" * 10
REPORT, REPLY = 16_384, 8_192


class Signer:
    """An Ed25519 key with a name, as C2SP signed-note has it; of type 4 it cosigns checkpoints."""

    def __init__(self, name, type=1, seed=None):
        self.name = name
        self.key = Ed25519PrivateKey.from_private_bytes(seed) if seed else Ed25519PrivateKey.generate()
        self.public = bytes([type]) + self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = hashlib.sha256(name.encode() + b"\n" + self.public).digest()[:4]

    @property
    def vkey(self):
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(self.public).decode()}"

    def signature_line(self, text):
        blob = base64.b64encode(self.id + self.key.sign(text.encode())).decode()
        return f"\u2014 {self.name} {blob}\n"

    def cosignature_line(self, text, day):
        """C2SP tlog-cosignature, at 00:00 UTC of a day."""
        seconds = (datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days * 86_400
        signature = self.key.sign(f"cosignature/v1\ntime {seconds}\n{text}".encode())
        blob = base64.b64encode(self.id + seconds.to_bytes(8, "big") + signature).decode()
        return f"\u2014 {self.name} {blob}\n"


def sign(text, *signers):
    return (text + "\n" + "".join(s.signature_line(text) for s in signers)).encode()


class Counsellor:
    def __init__(self, id):
        self.id = id
        self.request, self.collector, self.imported, self.notes = (
            Signer(f"meld.example/{id}/{use}", type)
            for use, type in (("request", 1), ("collector", 4), ("imported", 4), ("notes", 1)))
        self.thread_key = os.urandom(32).hex()

    def lines(self):
        return (f"counsellor {self.id}\nname {self.id.capitalize()}\nrole external\nlanguages nl en\n"
                f"request {self.request.vkey}\ncollector {self.collector.vkey}\n"
                f"imported {self.imported.vkey}\nnotes {self.notes.vkey}\nthread-key {self.thread_key}\n"
                f"fetch-days 4\ncover 1\nsince {today()}\n")


def today(days=0):
    return (datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days)).isoformat()


class Organisation:
    address = "https://meld.example"

    def __init__(self, vkeys, counsellors=("anna", "bram")):
        self.root, self.second = Signer("meld.example/root"), Signer("meld.example/second")
        self.log, self.promise = vkeys["log"], vkeys["promise"]
        self.counsellors = {id: Counsellor(id) for id in counsellors}

    def roster_text(self, serial=1, retention=6, issued=0, expires=300, roots=None, **changed):
        roots = roots or [self.root, self.second]
        names = ["root", "second"]
        return (f"sottovoce/v1 roster\nserial {serial}\norganisation {quoted('Voorbeeld BV')}\n"
                f"genesis {changed.get('genesis', self.root.vkey)}\n"
                + "".join(f"{n} {k.vkey}\n" for n, k in zip(names, roots))
                + f"gateway {changed.get('address', self.address)}\n"
                f"log {changed.get('log', self.log)}\npromise {changed.get('promise', self.promise)}\n"
                f"issued {today(issued)}\nexpires {today(expires)}\nretention {retention}\ncover-total 0\n"
                + "".join(c.lines() for c in self.counsellors.values()))

    def roster(self, **changed):
        return sign(self.roster_text(**changed), self.root, self.second)

    def hours(self, id="anna", serial=1, signer=None, remark="bel gerust"):
        text = (f"sottovoce/v1 hours\nserial {serial}\ngenesis {self.root.vkey}\ncounsellor {id}\n"
                f"day {today()}\nreads mon thu\nremark {quoted(remark)}\n")
        return sign(text, signer or self.counsellors[id].notes)


def b64(data):
    return base64.b64encode(data).decode().rstrip("=")


def envelope(size, stanzas=None, mark=b""):
    """Bytes with an age header of well-formed stanzas; nobody can open them."""
    stanzas = stanzas if stanzas is not None else (3 if size == REPORT else 1)
    head = "age-encryption.org/v1\n" + "".join(
        f"-> mlkem768x25519 {b64(os.urandom(1120))}\n{b64(os.urandom(32))}\n" for _ in range(stanzas)
    ) + f"--- {b64(os.urandom(32))}\n"
    return head.encode() + mark + os.urandom(size - len(head) - len(mark))


def report():
    return os.urandom(16) + envelope(REPORT)


def reply():
    return os.urandom(16) + envelope(REPLY)


def signed_headers(signer, method, target, body=None, *, created=None, name=None, nonce=None, digest=None,
                   components=None, tag="sottovoce/v1"):
    """RFC 9421, the profile of Docs/http-api.md."""
    path, _, query = target.partition("?")
    created = int(time.time()) if created is None else created
    lines = [f'"@method": {method}', f'"@path": {path}', f'"@query": ?{query}']
    names = ["@method", "@path", "@query"]
    headers = {}
    if body is not None:
        digest = digest or "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"
        headers["Content-Digest"] = digest
        lines.append(f'"content-digest": {digest}')
        names.append("content-digest")
    names = components or names
    parameters = ("(" + " ".join(f'"{n}"' for n in names) + f');created={created};keyid="{name or signer.name}"'
                  f';alg="ed25519";nonce="{nonce or os.urandom(16).hex()}";tag="{tag}"')
    lines.append(f'"@signature-params": {parameters}')
    signature = base64.b64encode(signer.key.sign("\n".join(lines).encode())).decode()
    headers["Signature-Input"] = "sottovoce=" + parameters
    headers["Signature"] = f"sottovoce=:{signature}:"
    return headers


def configure(folder, **settings):
    with open(os.path.join(folder, "gateway.conf"), "a") as file:
        for name, value in settings.items():
            file.write(f"{name.replace('_', '-')} {value}\n")


class Gateway:
    """A gateway folder and, while it runs, the process that serves it. Tests post more in an hour than people do:
    `free_reports` of them need no work."""

    def __init__(self, folder, publish=True, free_reports=1_000_000, **organisation):
        self.folder = str(folder)
        out = run("init", self.folder, "--origin", "meld.example", "--gateway", Organisation.address)
        assert out.returncode == 0, out.stderr
        configure(self.folder, reports_without_work=free_reports)
        vkeys = dict(line.split(" ") for line in out.stdout.split("\n") if line)
        self.organisation = Organisation(vkeys, **organisation)
        self.process = None
        if publish:
            self.publish(self.organisation.roster())

    def publish(self, note):
        path = os.path.join(os.path.dirname(self.folder), f"note-{os.urandom(4).hex()}")
        with open(path, "wb") as file:
            file.write(note)
        out = run("publish", self.folder, path)
        assert out.returncode == 0, out.stderr
        return out

    def start(self, *options, wrap=()):
        self.process = subprocess.Popen(
            [*wrap, BINARY, "serve", self.folder, "--port", "0", *options], stderr=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        self.lines = []
        for line in self.process.stderr:
            self.lines.append(line)
            if " serving " in line:
                self.port = int(line.rsplit(":", 1)[1])
                break
        else:
            raise AssertionError("did not serve: " + "".join(self.lines))
        self.reader = threading.Thread(target=self._read, args=(self.process,), daemon=True)
        self.reader.start()
        return self

    def _read(self, process):
        for line in process.stderr:
            self.lines.append(line)

    def stop(self, number=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(60)
        self.reader.join(60)
        return status

    def __enter__(self):
        return self if self.process else self.start()

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.stop(signal.SIGKILL)

    def connection(self, source="127.0.0.1"):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=(source, 0))

    def request(self, method, target, body=None, headers=None, connection=None, source="127.0.0.1"):
        connection = connection or self.connection(source)
        headers = dict(headers or {})
        if body is not None:
            headers.setdefault("Content-Type", "application/octet-stream")
        connection.request(method, target, body, headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        return answer

    def log(self):
        """The log as it is served, every tree of it recomputed."""
        return ServedLog(self)

    def post_report(self, body, **more):
        return self.request("POST", "/reports", body, **more)

    def signed(self, method, target, body=None, by="anna", signer=None, headers=None, **more):
        signer = signer or self.organisation.counsellors[by].request
        all = signed_headers(signer, method, target, body, **more)
        if body is not None and target in ("/notes", "/cosignatures"):
            all["Content-Type"] = "text/plain; charset=utf-8"
        return self.request(method, target, body, {**all, **(headers or {})})


class ServedLog:
    """A log read over HTTP and checked by RFC 6962 and C2SP's tlog-checkpoint and tlog-tiles."""

    def __init__(self, gateway):
        def get(target):
            answer = gateway.request("GET", target)
            assert answer.status == 200, (target, answer.status)
            return answer.body

        days, checkpoint = get("/days"), get("/checkpoint")
        head, _, rest = days.partition(b"\n")
        assert head == b"sottovoce/v1 days"
        line, _, rest = rest.partition(b"\n")
        self.first_entry = int(line.removeprefix(b"first-entry "))
        self.records = []
        while rest:
            line, _, rest = rest.partition(b"\n")
            kind, *day, count = line.decode().split(" ")
            assert kind == ("closed" if day else "open")
            self.records.append((day[0] if day else None, rest[:int(count)]))
            rest = rest[int(count):]
        self.size, self.root = self.head(checkpoint, gateway)
        assert self.first_entry == 0, "from the beginning only"
        self.entries = []
        for number in range((self.size + 255) // 256):
            width = min(256, self.size - number * 256)
            bundle = get(f"/tile/entries/{number:03}" + (f".p/{width}" if width < 256 else ""))
            assert len(bundle) == width * 51
            for start in range(0, len(bundle), 51):
                assert bundle[start:start + 2] == b"\x00\x31"
                self.entries.append(bundle[start + 2:start + 51])
        heads = [(day, *self.head(note, gateway)) for day, note in [*self.records, (None, checkpoint)]]
        roots = tree_roots(self.entries, {size for _, size, _ in heads})
        for day, size, root in heads:
            assert roots[size] == root, (day, size)

    @staticmethod
    def head(note, gateway):
        """Size and root of a checkpoint that the log's key signed."""
        text, _, signatures = note.decode().rpartition("\n\n")
        origin, size, root = text.split("\n")
        name, key_id, key = gateway.organisation.log.split("+", 2)
        assert origin == name == "meld.example"
        blob, = (base64.b64decode(line.split(" ")[2]) for line in signatures.splitlines()
                 if line.split(" ")[1] == name)
        assert blob[:4].hex() == key_id
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key)[1:]).verify(
            blob[4:], (text + "\n").encode())
        return int(size), base64.b64decode(root)

    def hashes(self, kind):
        return [entry[1:33].hex() for entry in self.entries if entry[0] == kind]


def tree_roots(entries, sizes):
    """The roots of the trees of the first so many entries, in one pass. RFC 6962 §2.1."""
    edge, roots = [], {}
    for size in range(len(entries) + 1):
        if size:
            edge.append((0, hashlib.sha256(b"\x00" + entries[size - 1]).digest()))
        while len(edge) > 1 and edge[-2][0] == edge[-1][0]:
            height, right = edge.pop()
            edge.append((height + 1, hashlib.sha256(b"\x01" + edge.pop()[1] + right).digest()))
        if size in sizes:
            root = edge[-1][1] if edge else hashlib.sha256().digest()
            for _, left in reversed(edge[:-1]):
                root = hashlib.sha256(b"\x01" + left + root).digest()
            roots[size] = root
    return roots


def run(*arguments, **options):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=120,
                          **{"env": ENVIRONMENT, **options})


def promise_fields(body):
    text = body.decode().split("\n\n")[0]
    lines = text.split("\n")
    assert lines[0] == "sottovoce/v1 promise"
    return dict(line.split(" ", 1) for line in lines[1:])


def entries_of(body):
    return [line.split(" ") for line in body.decode().split("\n") if line]


def quoted(text):
    """A value of a note: Docs/protocol.md §6."""
    return urllib.parse.quote(text, safe="-._~:/+=@,()")
