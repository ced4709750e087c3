"""Work for a busy gateway, from Docs/protocol.md §9 alone; Argon2id is OpenSSL's. Run by itself it prints the lines of
Tests/Vectors/protocol/log.txt that are about work."""

import hashlib
import pathlib

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

VECTORS = pathlib.Path(__file__).resolve().parents[1] / "Vectors/protocol/log.txt"
GATE = 12


def zero_bits(digest):
    return 8 * len(digest) - int.from_bytes(digest, "big").bit_length()


def salt(root):
    return hashlib.sha256(b"sottovoce/v1 work\0" + root).digest()[:16]


def gated(posted):
    """The nonces that pass the gate, from 0 on, each with what Argon2id is asked about it."""
    digest = hashlib.sha256(posted).digest()
    nonce = 0
    while True:
        data = digest + nonce.to_bytes(8, "big")
        if zero_bits(hashlib.sha256(data).digest()) >= GATE:
            yield nonce, data
        nonce += 1


def is_hard(data, root, difficulty):
    hard = Argon2id(salt=salt(root), length=32, iterations=1, lanes=1, memory_cost=1024).derive(data)
    return zero_bits(hard) >= difficulty


def first_nonce(posted, root, difficulty):
    return next(nonce for nonce, data in gated(posted) if is_hard(data, root, difficulty))


def false_nonce(posted, root, difficulty):
    """The first that passes the gate and is not enough."""
    return next(nonce for nonce, data in gated(posted) if not is_hard(data, root, difficulty))


def header(nonce, root):
    return {"Sottovoce-Work": f"{nonce:016x} {root.hex()}"}


def asked(body):
    """The difficulty, or None, and the roots of what a gateway asks."""
    first, difficulty, *roots = body.decode().removesuffix("\n").split("\n")
    assert first == "sottovoce/v1 work" and 1 <= len(roots) <= 2
    value = difficulty.removeprefix("difficulty ")
    return None if value == "none" else int(value), [bytes.fromhex(line.removeprefix("root ")) for line in roots]


def work(posted, body):
    """The header that does what is asked."""
    difficulty, roots = asked(body)
    return header(first_nonce(posted, roots[0], difficulty), roots[0])


def vectors():
    values = dict(line.split(": ", 1) for line in VECTORS.read_text().splitlines() if ": " in line)
    posted = bytes.fromhex(values["tag-E"]) + bytes(range(256)) * 64
    root = bytes.fromhex(values["root"])
    return [f"work-salt: {salt(root).hex()}",
            *(f"first-nonce-for-d-{bits}: {first_nonce(posted, root, bits)}" for bits in (0, 3, 7))]


if __name__ == "__main__":
    print("\n".join(vectors()))
