"""The program in Tests/Verifier, made of Go's own packages for notes and logs, and our verifier beside it."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest

from house import run

SOURCE = pathlib.Path(__file__).resolve().parents[1] / "Verifier"
PACKAGES = pathlib.Path("/usr/share/gocode")
INSTALL = "apt-get install golang-go golang-golang-x-mod-dev (make test does)"


def need_go():
    if not shutil.which("go"):
        pytest.fail("Go is missing: " + INSTALL)
    if not (PACKAGES / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        pytest.fail("Go's x/mod is missing: " + INSTALL)


def build(folder):
    """Builds it from Debian's packages: no module is downloaded."""
    need_go()
    environment = {**os.environ, "GO111MODULE": "off", "GOPATH": str(PACKAGES), "GOFLAGS": "",
                   "GOCACHE": str(folder / "cache"), "CGO_ENABLED": "0"}
    built = subprocess.run(["go", "build", "-o", folder / "verifier", "."], cwd=SOURCE, env=environment,
                           capture_output=True, text=True)
    assert built.returncode == 0, built.stderr

    def verify(*arguments, ok=True):
        done = subprocess.run([folder / "verifier", *map(str, arguments)], capture_output=True, text=True,
                              timeout=60)
        assert ok is None or (done.returncode == 0) == ok, (arguments, done.stdout, done.stderr)
        assert done.returncode in (0, 1) and "panic" not in done.stderr
        return done

    return verify


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def places(whole):
    """Where to flip a byte: not in the name or key id of a cosignature, which is somebody unknown's then."""
    signed = [at.end() + 20 for at in re.finditer(rb"\xe2\x80\x94 \S+ ", whole)]
    return [1, *signed[:1], *signed[-3:]] if signed else [0, len(whole) // 3, len(whole) * 2 // 3]


def ours(link, roster, proof, *options):
    return run("reporter", "verify", proof, "--organisation", link, "--roster", roster, "--language", "en",
               *options, ok=None)


def compare(verifier, keys, link, roster, proof, folder, step):
    """Both verifiers, on a proof with one byte flipped after the other; how many are ignored as they must be."""
    whole = proof.read_bytes()
    true = [verifier("proof", keys, proof), ours(link, roster, proof)]
    assert [done.returncode for done in true] == [0, 0], true
    changed = folder / "changed.tlog-proof"
    ignored = 0
    for at in range(0, len(whole), step):
        changed.write_bytes(flipped(whole, at))
        theirs, own = verifier("proof", keys, changed, ok=None), ours(link, roster, changed)
        assert own.returncode in (0, 65), own.stderr
        # Both, or ours alone: Go reads base64 of a signature whose last bits are not zero.
        assert own.returncode == 65 or theirs.returncode == 0, (at, own.stdout, theirs.stderr)
        if own.returncode == 0:
            # The name or key id of a cosignature: it is somebody unknown then, and ignored.
            ignored += 1
            assert own.stdout.count("\n") < true[1].stdout.count("\n"), (at, own.stdout)
            assert theirs.stdout.count("cosigned") == true[0].stdout.count("cosigned") - 1
    return ignored
