"""A whole gateway in memory, written from Docs/protocol.md and Docs/http-api.md alone. It is honest until a test
has it lie, to all or to one party: it tells them apart as a real one could, by where they call from."""

import http.server
import re
import threading

from gateway_organisation import REPLY, REPORT, Signer, sign, today
from made_log import MadeLog, sha256


class Kept:
    """Everything a gateway keeps; two of them are two truths."""

    def __init__(self, log, promise):
        self.log, self.promise_key = MadeLog(log), promise
        self.notes, self.pending, self.envelopes, self.replies = [], [], {}, {}

    def copied(self):
        made = Kept(self.log.signer, self.promise_key)
        made.log.entries = list(self.log.entries)
        made.log.records = [list(record) for record in self.log.records]
        made.notes, made.pending, made.envelopes = list(self.notes), list(self.pending), dict(self.envelopes)
        made.replies = {month: list(all) for month, all in self.replies.items()}
        return made

    def publish(self, *notes):
        """Each an entry at once, with a checkpoint of its own."""
        for note in notes:
            self.notes.append(note)
            self.envelopes[sha256(note)] = note
            self.log.add(3, sha256(note))
            self.log.records.append(["open", self.log.checkpoint()])

    def promise(self, day, kind, hash, tag, origin=None, signer=None):
        return sign(f"sottovoce/v1 promise\norigin {origin or self.log.signer.name}\nday {day}\nkind {kind}\n"
                    f"hash {hash.hex()}\ntag {tag.hex()}\n", signer or self.promise_key)

    def accept(self, day, kind, body):
        tag, envelope = body[:16], body[16:]
        assert len(envelope) == {1: REPORT, 2: REPLY}[kind]
        hash = sha256(envelope)
        if not any(each[2] == hash for each in self.pending):
            self.pending.append((day, kind, hash, tag))
            self.envelopes[hash] = envelope
            if kind == 2:
                self.replies.setdefault(day[:7], []).append((tag, envelope))
        return self.promise(day, kind, hash, tag)

    def close(self, day):
        """What was accepted up to this day becomes entries, by hash."""
        for entry in sorted((each for each in self.pending if each[0] <= day), key=lambda each: each[2]):
            self.log.add(*entry[1:])
        self.pending = [each for each in self.pending if each[0] > day]
        self.log.close(day)

    def cosign(self, cosigned):
        text, lines = cosigned.split(b"\n\n", 1)
        for record in reversed(self.log.records):
            if record[1].startswith(text + b"\n\n"):
                known = {line.split(b" ")[1] for line in record[1].splitlines() if line.startswith("—".encode())}
                record[1] += b"".join(line + b"\n" for line in lines.splitlines() if line.split(b" ")[1] not in known)
                return
        raise AssertionError("confirmed what was never signed")

    def remake(self, entries=None):
        """Another history of these entries, signed anew; true confirmations stay wherever the tree is the same."""
        old = self.log
        self.log = MadeLog(old.signer, old.entries if entries is None else entries)
        for kind, note in old.records:
            # What was left out makes every later tree smaller.
            left = [each for each in old.entries[:int(note.split(b"\n")[1])] if each in self.log.entries]
            size = int(note.split(b"\n")[1]) if len(self.log.entries) == len(old.entries) else len(left)
            made = self.log.checkpoint(size)
            self.log.records.append([kind, note if note.startswith(made) else made])

    def answer(self, method, path, body, day):
        """Status and body."""
        if method == "POST":
            if path in ("/reports", "/replies"):
                return 200, self.accept(day, 1 if path == "/reports" else 2, body)
            (self.cosign if path == "/cosignatures" else self.publish)(body)
            return 200, b"ok\n"
        if path == "/notes":
            return 200, b"".join(b"note %d\n" % len(note) + note for note in self.notes)
        if path == "/pending":
            return 200, b"".join(f"{d} {kind} {hash.hex()} {tag.hex()}\n".encode() for d, kind, hash, tag
                                 in sorted(self.pending, key=lambda each: each[2]))
        if month := re.fullmatch(r"/replies/(\d{4}-\d\d)", path):
            return 200, b"".join(tag + envelope for tag, envelope in sorted(self.replies.get(month[1], [])))
        if hash := re.fullmatch(r"/envelopes/([0-9a-f]{64})", path):
            envelope = self.envelopes.get(bytes.fromhex(hash[1]))
            return (404, b"not found\n") if envelope is None else (200, envelope)
        answer = self.log.files.get(path)
        return (404, b"not found\n") if answer is None else (200, answer)


class HostileGateway:
    """Serves a `Kept`, or one to each party; and answers otherwise where a trick says so."""

    def __init__(self, kept, port=0):
        outer = self
        self.kept = {"reporter": kept, "collector": kept}
        self.caller, self.days = "reporter", 0
        # A function of (party, method, path, honest answer) that gives an answer, or None for the honest one.
        self.trick = lambda *_: None
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def serve(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                status, answer = outer.answer(self.command, self.path, body)
                self.send_response(status)
                self.send_header("content-length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_POST = serve

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

        self.lock = threading.Lock()
        self.server = Server(("127.0.0.1", port), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, method, path, body):
        with self.lock:
            self.requests.append((self.caller, method, path))
            trick = self.trick(self.caller, method, path, body)
            return trick or self.kept[self.caller].answer(method, path, body, today(self.days))

    @property
    def confirmed(self):
        """How many confirmations counsellors have sent."""
        return self.requests.count(("collector", "POST", "/cosignatures"))

    def show(self, kept, *parties):
        """This truth to these parties, or to all."""
        for party in parties or ("reporter", "collector"):
            self.kept[party] = kept

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def claimed(vkey, day, text):
    """A line under a counsellor's name and key id that she never signed."""
    thief = Signer(vkey.split("+")[0], type=4)
    thief.id = bytes.fromhex(vkey.split("+")[1])
    return thief.cosignature_line(text, day)
