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

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

BINARY = os.path.join(os.environ.get("SOTTOVOCE_BIN", ".build/debug"), "gateway")
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
# Of `mlkem768x25519` recipients the gateway looks at the text only.
RECIPIENT = "age1pq1" + "q" * 10
REPORT, REPLY = 16_384, 8_192


class Signer:
    """An Ed25519 key with a name, as C2SP signed-note has it."""

    def __init__(self, name):
        self.name = name
        self.key = Ed25519PrivateKey.generate()
        self.public = b"\x01" + self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = hashlib.sha256(name.encode() + b"\n" + self.public).digest()[:4]

    @property
    def vkey(self):
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(self.public).decode()}"

    def signature_line(self, text):
        blob = base64.b64encode(self.id + self.key.sign(text.encode())).decode()
        return f"\u2014 {self.name} {blob}\n"


def sign(text, *signers):
    return (text + "\n" + "".join(s.signature_line(text) for s in signers)).encode()


class Counsellor:
    def __init__(self, id):
        self.id = id
        self.request, self.collector, self.imported, self.notes = (
            Signer(f"meld.example/{id}/{use}") for use in ("request", "collector", "imported", "notes"))
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


class Gateway:
    """A gateway folder and, while it runs, the process that serves it."""

    def __init__(self, folder, publish=True, **organisation):
        self.folder = str(folder)
        out = run("init", self.folder, "--origin", "meld.example", "--gateway", Organisation.address)
        assert out.returncode == 0, out.stderr
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

    def post_report(self, body, **more):
        return self.request("POST", "/reports", body, **more)

    def signed(self, method, target, body=None, by="anna", signer=None, headers=None, **more):
        signer = signer or self.organisation.counsellors[by].request
        all = signed_headers(signer, method, target, body, **more)
        if body is not None and target == "/notes":
            all["Content-Type"] = "text/plain; charset=utf-8"
        return self.request(method, target, body, {**all, **(headers or {})})


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
