"""Checks a .tlog-proof with hashes alone, and writes for each key that signed it NAME.key, NAME.message and
NAME.signature, for `openssl pkeyutl -verify`. usage: by_hand.py PROOF KEYS

KEYS has lines `log VKEY` and `cosigner VKEY`. Sources: RFC 9162 2.1.3.2, C2SP tlog-proof, signed-note and
tlog-cosignature."""

import base64
import hashlib
import pathlib
import sys


def sha256(data):
    return hashlib.sha256(data).digest()


top, text, signatures = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").split("\n\n")
_, extra, index, *path = top.split("\n")
origin, size, root = text.split("\n")
entry = base64.b64decode(extra.split(" ")[1])

node, here, last = sha256(b"\0" + entry), int(index.split(" ")[1]), int(size) - 1
assert 0 <= here <= last, "not in the tree"
for hash in map(base64.b64decode, path):
    assert last > 0, "not in the tree"
    if here % 2 or here == last:
        node = sha256(b"\1" + hash + node)
        while here % 2 == 0 and here > 0:
            here, last = here >> 1, last >> 1
    else:
        node = sha256(b"\1" + node + hash)
    here, last = here >> 1, last >> 1
assert last == 0 and node == base64.b64decode(root), "not in the tree"
print("in the tree:", entry[0], entry[1:33].hex(), entry[33:].hex())

signed = set()
for line in pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines():
    kind, vkey = line.split(" ")
    name, id, key = vkey.split("+", 2)
    for signature in signatures.splitlines():
        _, who, blob = signature.split(" ")
        blob = base64.b64decode(blob)
        if who != name or blob[:4].hex() != id:
            continue
        signed.add(kind)
        message = text + "\n"
        if kind == "cosigner":
            message = f"cosignature/v1\ntime {int.from_bytes(blob[4:12], 'big')}\n" + message
        file = name.replace("/", "_")
        pathlib.Path(file + ".message").write_text(message, encoding="utf-8")
        pathlib.Path(file + ".signature").write_bytes(blob[-64:])
        # An Ed25519 public key as OpenSSL reads it: RFC 8410.
        pathlib.Path(file + ".key").write_bytes(
            bytes.fromhex("302a300506032b6570032100") + base64.b64decode(key)[1:])
assert "log" in signed and origin in {line.split(" ")[1].split("+")[0] for line in open(sys.argv[2])
                                      if line.startswith("log ")}, "not signed by the log"
