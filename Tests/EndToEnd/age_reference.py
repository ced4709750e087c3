"""age files for hybrid recipients, written again from C2SP age.md on PyPI `cryptography` alone.

It shares no code with the project: what both agree on is the format.
"""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
INFO = b"age-encryption.org/mlkem768x25519"
ENCAPSULATED = 1_120
CHUNK = 65_536
CHARACTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def _polymod(values):
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    return check


def bech32(prefix, data):
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    values = [int(bits[i : i + 5], 2) for i in range(0, len(bits), 5)]
    human = [ord(c) >> 5 for c in prefix.lower()] + [0] + [ord(c) & 31 for c in prefix.lower()]
    check = _polymod(human + values + [0] * 6) ^ 1
    values += [check >> 5 * (5 - i) & 31 for i in range(6)]
    text = prefix.lower() + "1" + "".join(CHARACTERS[value] for value in values)
    return text.upper() if prefix.isupper() else text


def _b64(data):
    return base64.b64encode(data).rstrip(b"=")


def _unb64(text):
    return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)


def _hkdf(key, salt, info):
    secret = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(secret, info + b"\x01", "sha256")


class Identity:
    """A post-quantum identity, from its seed."""

    def __init__(self, seed=None):
        self.seed = seed or os.urandom(32)
        expanded = hashlib.shake_256(self.seed).digest(96)
        self._kem = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
        self._dh = x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
        self.key = hpke.MLKEM768X25519PrivateKey(self._kem, self._dh)

    @property
    def text(self):
        return bech32("AGE-SECRET-KEY-PQ-", self.seed)

    @property
    def recipient(self):
        public = self._kem.public_key().public_bytes_raw() + self._dh.public_key().public_bytes_raw()
        return bech32("age1pq", public)


def seal(plaintext, identities):
    file_key = os.urandom(16)
    header = b"age-encryption.org/v1\n"
    for identity in identities:
        sealed = SUITE.encrypt(file_key, identity.key.public_key(), info=INFO)
        header += b"-> mlkem768x25519 " + _b64(sealed[:ENCAPSULATED]) + b"\n"
        header += _b64(sealed[ENCAPSULATED:]) + b"\n"
    header += b"---"
    mac = hmac.digest(_hkdf(file_key, b"", b"header"), header, "sha256")
    nonce = os.urandom(16)
    cipher = ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload"))
    chunks = [plaintext[i : i + CHUNK] for i in range(0, len(plaintext), CHUNK)] or [b""]
    payload = b"".join(
        cipher.encrypt(i.to_bytes(11, "big") + bytes([i == len(chunks) - 1]), chunk, None)
        for i, chunk in enumerate(chunks)
    )
    return header + b" " + _b64(mac) + b"\n" + nonce + payload


def open_file(file, identity):
    end = file.index(b"\n--- ") + 4
    lines = file[:end].split(b"\n")
    assert lines[0] == b"age-encryption.org/v1"
    file_key = None
    for line, body in zip(lines[1:], lines[2:]):
        if not line.startswith(b"-> mlkem768x25519 "):
            continue
        try:
            file_key = SUITE.decrypt(_unb64(line.split(b" ")[2]) + _unb64(body), identity.key, info=INFO)
        except Exception:  # for another identity
            continue
    assert file_key is not None, "no stanza opened"
    mac = file[end + 1 : end + 44]
    assert _unb64(mac) == hmac.digest(_hkdf(file_key, b"", b"header"), file[:end], "sha256")
    start = end + 45
    cipher = ChaCha20Poly1305(_hkdf(file_key, file[start : start + 16], b"payload"))
    sealed = file[start + 16 :]
    chunks = [sealed[i : i + CHUNK + 16] for i in range(0, len(sealed), CHUNK + 16)]
    return b"".join(
        cipher.decrypt(i.to_bytes(11, "big") + bytes([i == len(chunks) - 1]), chunk, None)
        for i, chunk in enumerate(chunks)
    )
