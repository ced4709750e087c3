"""A transparency log made by hand from Docs/protocol.md §5 and RFC 6962, none of it by our own code."""

import base64
import hashlib
import os

from gateway_organisation import sign


def sha256(data):
    return hashlib.sha256(data).digest()


def root_of(entries):
    if not entries:
        return sha256(b"")
    if len(entries) == 1:
        return sha256(b"\0" + entries[0])
    middle = 1 << (len(entries) - 1).bit_length() - 1
    return sha256(b"\1" + root_of(entries[:middle]) + root_of(entries[middle:]))


def read_days(days):
    """`first-entry` and the records, [kind or day, note], of a served `days`."""
    rest = days.split(b"\n", 2)
    assert rest[0] == b"sottovoce/v1 days"
    first, rest, records = int(rest[1].split(b" ")[1]), rest[2], []
    while rest:
        line, rest = rest.split(b"\n", 1)
        *kind, size = line.decode().split(" ")
        records.append([kind[-1], rest[:int(size)]])
        rest = rest[int(size):]
    return first, records


def days_of(first, records):
    out = f"sottovoce/v1 days\nfirst-entry {first}\n".encode()
    for kind, note in records:
        out += (f"open {len(note)}\n" if kind == "open" else f"closed {kind} {len(note)}\n").encode() + note
    return out


def read_bundle(bundle):
    assert len(bundle) % 51 == 0
    return [bundle[at + 2:at + 51] for at in range(0, len(bundle), 51)]


def bundle_of(entries):
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


class MadeLog:
    """At most 255 entries, kept whole."""

    def __init__(self, signer, entries=()):
        self.signer, self.entries, self.records = signer, list(entries), []
        # What is shown as the first entry kept.
        self.first_entry = 0

    def add(self, kind, hash, tag=None):
        self.entries.append(bytes([kind]) + hash + (tag or os.urandom(16)))

    def checkpoint(self, size=None):
        size = len(self.entries) if size is None else size
        root = base64.b64encode(root_of(self.entries[:size])).decode()
        return sign(f"{self.signer.name}\n{size}\n{root}\n", self.signer)

    def close(self, day, *cosigned):
        """Closes a day; `cosigned` are signers and their days."""
        note = self.checkpoint()
        text = note.decode().split("\n\n")[0] + "\n"
        self.records.append([day, note + "".join(s.cosignature_line(text, d) for s, d in cosigned).encode()])

    @property
    def files(self):
        """What is served, by path."""
        files = {"/days": days_of(self.first_entry, self.records), "/checkpoint": self.checkpoint()}
        if self.entries:
            files[f"/tile/entries/000.p/{len(self.entries)}"] = bundle_of(self.entries)
        return files
