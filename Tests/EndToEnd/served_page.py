"""An invented page for tests, its release key, and the signed list of its files, written from Docs/http-api.md."""

import gzip
import hashlib
import pathlib

from gateway_organisation import Signer, sign

FILES = {
    "index.html": b"<!doctype html><title>Melden</title><script type=module src=scripts/page.mjs></script>" * 9,
    "style.css": b"body { color: black }\n" * 40,
    "scripts/page.mjs": b"import '../texts/nl.mjs'\n" * 40,
    "texts/nl.mjs": "export const welkom = 'Welkom \u2013 fijn dat je er bent'\n".encode() * 20,
    "core.wasm": b"\0asm\1\0\0\0",
}
TYPES = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8", "wasm": "application/wasm",
    "manifest": "text/plain; charset=utf-8",
}


def manifest_text(files):
    lines = sorted((name.encode(), hashlib.sha256(bytes).hexdigest()) for name, bytes in files.items())
    return "sottovoce/v1 page\n" + "".join(f"{digest} {name.decode()}\n" for name, digest in lines)


class Page:
    """A page's folder, signed by a release key made for the test."""

    def __init__(self, folder, files=FILES):
        self.folder = pathlib.Path(folder)
        self.files = dict(files)
        self.release = Signer("sottovoce.example/release")
        for name, bytes in self.files.items():
            self.write(name, bytes)
        self.sign()

    def write(self, name, bytes, compressed=True):
        """A file and, where it saves something, a compressed copy of it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes)
        copy = gzip.compress(bytes, mtime=0)
        if compressed and len(copy) < len(bytes):
            path.with_name(path.name + ".gz").write_bytes(copy)

    def sign(self, signer=None, text=None):
        note = sign(text or manifest_text(self.files), signer or self.release)
        (self.folder / "manifest").write_bytes(note)

    def vkey(self, folder):
        path = pathlib.Path(folder) / "release.vkey"
        path.write_text(self.release.vkey + "\n")
        return path


def target(name):
    return "/" if name == "index.html" else "/" + name
