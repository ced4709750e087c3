"""Verifiers that others wrote check our log: Go's golang.org/x/mod/sumdb/note and tlog, by the program in
Tests/Verifier, and PyPI aics-tlog. And the steps of Docs/verify.md, run as they stand there."""

import base64
import glob
import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

import pytest

from gateway_organisation import Signer, report, sign
from house import BIN, House, set_clock
from made_log import MadeLog, read_bundle, sha256
from other_verifiers import SOURCE, compare, flipped, need_go, places
from reporter_world import Meddler


class Story(House):
    """Two days with more than a tile of reports, one of them true."""

    def pass_to(self, days):
        self.stop()
        set_clock(days)
        self.start()

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200, path
        return answer.read()

    def post_reports(self, count):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        for _ in range(count):
            connection.request("POST", "/reports", report(), {"Content-Type": "application/octet-stream"})
            answer = connection.getresponse()
            assert answer.status == 200, answer.read()
            answer.read()

    def keep_checkpoint(self):
        path = self.folder / f"kept-{len(self.kept)}.checkpoint"
        path.write_bytes(self.get("/checkpoint"))
        self.kept.append(path)

    def tell(self):
        self.kept, self.evidence = [], self.folder / "evidence"
        self.start()
        self.keep_checkpoint()
        self.code = self.folder / "code"
        self.reporter("file", "--to", "intern", "--message-file", "-", "--code-out", self.code, "--yes",
                      "--evidence", self.evidence, text="Iets.\n")
        self.post_reports(170)
        self.pass_to(1)
        self.keep_checkpoint()
        for person in (self.intern, self.extern):
            person.fetch()
        self.intern.import_()
        self.intern.post()
        self.post_reports(170)
        self.pass_to(2)
        for person in (self.intern, self.extern):
            person.fetch()
        self.check(self.code)
        self.reporter("check", "--code-file", self.code, "--evidence", self.evidence)
        (self.proof,) = self.evidence.glob("*.tlog-proof")
        (self.promise,) = self.evidence.glob("*.promise")
        self.notes = self.evidence / "organisation.notes"
        entry = base64.b64decode(re.search(r"^extra (.*)$", self.proof.read_text(), re.M)[1])
        (self.envelope,) = (path for path in (self.intern.mirror / "envelopes").rglob("*")
                            if path.is_file() and hashlib.sha256(path.read_bytes()).digest() == entry[1:33])
        return self

    @property
    def log_signer(self):
        seed = re.search(r"seed ([0-9a-f]{64})", (self.gateway_folder / "log.key").read_text())[1]
        return Signer("meld.linde.example", seed=bytes.fromhex(seed))


@pytest.fixture(scope="module")
def story(built_house, tmp_path_factory):
    folder = tmp_path_factory.mktemp("story") / "house"
    story = built_house.copied(folder)
    story.__class__ = Story
    yield story.tell()
    story.stop()
    set_clock(0)


@pytest.fixture(scope="module")
def keys(story, verifier):
    """The keys as Go reads them from link and roster."""
    path = story.folder / "keys"
    path.write_text(verifier("keys", story.link, story.notes).stdout)
    return path


@pytest.fixture
def meddler(story):
    meddler = Meddler(story.port)
    yield meddler
    meddler.close()


def test_go_verifies_everything_the_gateway_serves(story, keys, verifier):
    out = verifier("log", keys, story.address, *story.kept).stdout
    size = int(re.search(r"size (\d+), root", out)[1])
    assert size > 256 + 85
    # Two hash tiles on level 0, one on level 1.
    assert f"verified: {size} entries from 0, 3 hash tiles" in out
    assert int(re.search(r"(\d+) cosignatures", out)[1]) >= 5
    for path in story.kept:
        assert f"goes on from {path}" in out
    for name in ("intern/collector", "extern/collector"):
        assert re.search(rf"cosigned by \S*{name} on \d{{4}}-\d\d-\d\d$", out, re.M), out
    listed = verifier("entries", keys, story.address).stdout.splitlines()
    bundles = story.get("/tile/entries/000") + story.get(f"/tile/entries/001.p/{size - 256}")
    assert [line.split(" ", 1)[1] for line in listed] == [
        f"{e[0]} {e[1:33].hex()} {e[33:].hex()}" for e in read_bundle(bundles)]


def test_go_refuses_whatever_has_one_byte_flipped(story, keys, verifier, meddler):
    address = f"http://127.0.0.1:{meddler.port}"
    verifier("log", keys, address)
    paths = sorted({path for _, path in meddler.requests})
    assert len(paths) == 7
    for path in paths:
        whole = story.get(path)
        for at in places(whole):
            meddler.changes = {path: flipped(whole, at)}
            verifier("log", keys, address, ok=False)
        meddler.changes = {path: whole[:-1]}
        verifier("log", keys, address, ok=False)
    meddler.changes = {}
    verifier("log", keys, address)


def test_go_sees_forks_rewinds_and_strange_keys(story, keys, verifier, tmp_path):
    newest = story.get("/checkpoint")
    origin, size, root = newest.decode().split("\n")[:3]
    other = tmp_path / "other.checkpoint"
    for kept, said in (
            ((size, base64.b64encode(bytes(32)).decode()), "fork: two roots"),
            ((int(size) - 9, root), "fork: not the tree"), ((int(size) + 1, root), "rewound")):
        other.write_bytes(sign(f"{origin}\n{kept[0]}\n{kept[1]}\n", story.log_signer))
        assert said in verifier("log", keys, story.address, other, ok=False).stderr
    other.write_bytes(sign(f"{origin}\n{size}\n{root}\n", Signer(origin)))
    verifier("checkpoint", keys, other, ok=False)
    # A key of type 0x04 is another than one of type 0x01 with the same bytes.
    line = next(line for line in keys.read_text().splitlines() if "/collector" in line)
    name, id, blob = line.split(" ")[1].split("+", 2)
    raw = base64.b64decode(blob)
    strange = tmp_path / "keys"
    strange.write_text(keys.read_text().replace(line, f"cosigner {name}+{id}+" + base64.b64encode(b"\x01" + raw[1:]).decode()))
    verifier("checkpoint", strange, story.kept[0], ok=False)


@pytest.mark.parametrize("again, first, ok", [(None, 0, True), (1, 0, False), (1, 1, False), (1, 2, True), (0, 0, True)])
def test_go_refuses_what_is_logged_twice(verifier, tmp_path, again, first, ok):
    """Only a note may be, or what is no longer kept."""
    log = MadeLog(Signer("log.example"))
    for kind, hash in ((3, b"n" * 32), (1, b"a" * 32), (2, b"b" * 32)):
        log.add(kind, hash)
    if again is not None:
        log.add(log.entries[again][0], log.entries[again][1:33])
    log.close("2026-11-24")
    log.first_entry = first
    files = log.files
    files[f"/tile/0/000.p/{len(log.entries)}"] = b"".join(sha256(b"\0" + entry) for entry in log.entries)
    for path, content in files.items():
        (tmp_path / path[1:]).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path[1:]).write_bytes(content)
    (tmp_path / "keys").write_text(f"log {log.signer.vkey}\n")
    done = verifier("log", tmp_path / "keys", tmp_path, ok=ok)
    assert ok or "repeated: entries 1 and 3 have one hash" in done.stderr


def test_go_believes_a_roster_only_with_every_key_of_the_link(story, verifier, tmp_path):
    link = story.link.read_text().strip()
    stranger = urllib.parse.quote(Signer("root.example/x").vkey, safe="")
    assert verifier("keys", link, story.organisation / "roster.note").stdout == verifier(
        "keys", link, story.notes).stdout
    for false in (f"{link}&second={stranger}", re.sub("second=.*", f"second={stranger}", link),
                  link.replace(":" + str(story.front), ":1")):
        verifier("keys", false, story.notes, ok=False)
    notes = story.notes.read_bytes()
    (tmp_path / "notes").write_bytes(flipped(notes, notes.index(b"De%20Linde")))
    verifier("keys", link, tmp_path / "notes", ok=False)


def test_go_checks_the_promise_kept(story, keys, verifier, tmp_path):
    promise = next(line.split(" ")[1] for line in keys.read_text().splitlines() if line.startswith("promise "))
    assert verifier("note", promise, story.promise).stdout.startswith("sottovoce/v1 promise\n")
    for at in range(0, story.promise.stat().st_size, 41):
        (tmp_path / "promise").write_bytes(flipped(story.promise.read_bytes(), at))
        verifier("note", promise, tmp_path / "promise", ok=False)


def test_go_and_ours_agree_on_a_proof(story, keys, verifier, tmp_path):
    out = verifier("proof", keys, story.proof, story.envelope).stdout
    assert "verified: entry" in out and out.count("cosigned by") >= 2
    assert 0 < compare(verifier, keys, story.link, story.notes, story.proof, tmp_path, 11) < 30
    assert "another envelope" in verifier("proof", keys, story.proof, story.promise, ok=False).stderr


# PyPI aics-tlog

AICS = "aics-tlog==0.2.1"


def new_python():
    """A Python that aics-tlog runs on; None where there is none."""
    for path in (sys.executable, *(shutil.which(f"python3.{minor}") for minor in range(12, 20)),
                 *glob.glob(os.path.expanduser("~/.pyenv/versions/3.*/bin/python"))):
        if path:
            done = subprocess.run([path, "-c", "import sys, venv; sys.exit(sys.version_info < (3, 12))"],
                                  capture_output=True)
            if done.returncode == 0:
                return path
    return None


@pytest.fixture(scope="session")
def aics(tmp_path_factory):
    """The folder of aics-tlog's commands."""
    python = new_python()
    if not python:
        pytest.skip("aics-tlog needs Python 3.12 or newer, and there is none here")
    folder = tmp_path_factory.mktemp("aics")
    subprocess.run([python, "-m", "venv", folder], check=True, capture_output=True)
    done = subprocess.run([folder / "bin/pip", "install", "-q", "--disable-pip-version-check", AICS],
                          capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"{AICS} could not be installed: {done.stderr.strip()[-200:]}")
    return folder / "bin"


def key_options(keys):
    lines = [line.split(" ") for line in keys.read_text().splitlines()]
    witnesses = [vkey for kind, vkey in lines if kind == "cosigner"]
    return (["--log-key", next(vkey for kind, vkey in lines if kind == "log")],
            [part for vkey in witnesses for part in ("--witness-key", vkey)])


def test_aics_verifies_the_gateways_log(story, keys, aics, meddler, tmp_path):
    log_key, witnesses = key_options(keys)
    address = f"http://127.0.0.1:{meddler.port}/"

    def aics_tlog(command, *arguments, ok=True):
        done = subprocess.run([aics / "aics-tlog", command, *map(str, arguments)], capture_output=True, text=True)
        assert (done.returncode == 0) == ok, done.stdout + done.stderr
        return json.loads(done.stdout)

    def audit(ok=True):
        """Every tile and bundle against the root."""
        size, root = story.get("/checkpoint").decode().split("\n")[1:3]
        done = subprocess.run(
            [aics / "python", "-c", "import base64, sys, aics_tlog as a\n"
             "print(a.audit_tiles(a.HttpTileReader([sys.argv[1]]), int(sys.argv[2]), base64.b64decode(sys.argv[3])))",
             address, size, root], capture_output=True, text=True)
        assert (done.returncode == 0) == ok, done.stdout + done.stderr

    audit()
    aics_tlog("verify-checkpoint", "--tiles", address, *log_key, *witnesses, "--quorum", 2)
    for index in (0, 100, 255, 256, 300):
        aics_tlog("verify-inclusion", "--tiles", address, *log_key, "--index", index)
    for kept in story.kept:
        aics_tlog("verify-consistency", "--tiles", address, *log_key, "--old-checkpoint", kept)
    # The reporter's proof, without the network.
    top, note = story.proof.read_text().split("\n\n", 1)
    _, extra, index, *hashes = top.split("\n")
    size, root = note.split("\n")[1:3]
    (tmp_path / "entry").write_bytes(base64.b64decode(extra.removeprefix("extra ")))
    (tmp_path / "proof").write_text("\n".join(hashes) + "\n")
    (tmp_path / "note").write_text(note)
    inclusion = ["--leaf", tmp_path / "entry", "--index", index.removeprefix("index "), "--size", size, "--root",
                 root, "--proof", tmp_path / "proof"]
    aics_tlog("verify-inclusion", *inclusion)
    aics_tlog("verify-checkpoint", "--note", tmp_path / "note", *log_key, *witnesses, "--quorum", 2)
    (tmp_path / "entry").write_bytes(flipped((tmp_path / "entry").read_bytes(), 20))
    aics_tlog("verify-inclusion", *inclusion, ok=False)
    for path in sorted({path for _, path in meddler.requests if path.startswith("/tile/")}):
        meddler.changes = {path: flipped(story.get(path), 20)}
        audit(ok=False)


# Docs/verify.md

def steps():
    """The page's blocks of commands: what they are about, if it says, and themselves."""
    page = (SOURCE.parents[1] / "Docs" / "verify.md").read_text()
    return re.findall(r"^```sh ?(\w*)\n(.*?)^```$", page, re.M | re.S)


@pytest.fixture(scope="module")
def page(story, tmp_path_factory):
    """Runs the page in a new folder with these settings instead of its example's; a step of a kind that is left out
    is not run."""
    need_go()
    cache = tmp_path_factory.mktemp("cache")

    def run_page(settings, path="", without=("install",), folder=None):
        folder = folder or tmp_path_factory.mktemp("page")
        given = {"link": story.link.read_text().strip(), "proof": story.proof, "promise": story.promise,
                 "notes": story.notes, "gateway": story.address, "envelope": story.envelope,
                 "source": SOURCE.parents[1], **settings}
        kinds = steps()
        assert [kind for kind, _ in kinds].count("settings") == 1
        script = "set -euo pipefail\n" + "".join(
            f"echo == {number} {kind}\n{commands}" for number, (kind, commands) in enumerate(kinds)
            if kind not in ("settings", *without))
        return subprocess.run(
            ["bash", "-c", script], cwd=folder, capture_output=True, text=True, timeout=300,
            env={**os.environ, **{name: str(value) for name, value in given.items()}, "GOCACHE": str(cache),
                 "PATH": f"{path}{BIN}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"})

    return run_page


def test_every_step_of_the_page_works(story, page, tmp_path):
    names = {name for kind, commands in steps() if kind == "settings"
             for name in re.findall(r"^(\w+)=", commands, re.M)}
    assert names == {"link", "proof", "promise", "notes", "gateway", "source"}
    # In the same folder again, too.
    for _ in range(2):
        done = page({}, without=("install", "aics"), folder=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Signature Verified Successfully") >= 3
    assert "no identity matched" in done.stderr and "not for a stranger" in done.stdout
    assert "in the tree: 1 " in done.stdout and "goes on from seen.checkpoint" in done.stdout


def test_the_page_with_aics(aics, page):
    done = page({}, path=f"{aics}:", without=("install", "ours", "envelope"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(re.findall(r'^{.*"ok": true}$', done.stdout, re.M)) == 3, done.stdout


@pytest.mark.parametrize("altered", ["leaf", "path", "log signature", "cosignature", "promise", "link"])
def test_a_step_of_the_page_refuses(altered, story, page, tmp_path):
    proof, promise = story.proof.read_bytes(), story.promise.read_bytes()
    lines = proof.split(b"\n")
    at = {"leaf": b"extra ", "path": lines[3], "log signature": b" meld.linde.example ",
          "cosignature": b"/collector "}.get(altered)
    settings = {}
    if at:
        place = proof.index(at) + (len(at) if at != lines[3] else 0) + 20
        settings["proof"] = tmp_path / "a.tlog-proof"
        settings["proof"].write_bytes(flipped(proof, place))
    elif altered == "promise":
        settings["promise"] = tmp_path / "a.promise"
        settings["promise"].write_bytes(flipped(promise, promise.index(b"hash ") + 9))
    else:
        settings["link"] = re.sub("root=[^&]*", "root=" + urllib.parse.quote(Signer("a.example").vkey, safe=""),
                                  story.link.read_text().strip())
    assert page(settings, without=("install", "aics")).returncode != 0
    # And by the other tools alone.
    done = page(settings, without=("install", "aics", "ours", "envelope"))
    assert done.returncode != 0 and "refused" in done.stderr, done.stdout + done.stderr


def test_the_page_shows_that_an_envelope_was_dropped(story, page, tmp_path):
    """A promise truly signed, whose entry never came."""
    seed = re.search(r"seed ([0-9a-f]{64})", (story.gateway_folder / "promise.key").read_text())[1]
    signer = Signer("meld.linde.example/promise", seed=bytes.fromhex(seed))
    text = story.promise.read_text().split("\n\n")[0] + "\n"
    promise = tmp_path / "a.promise"
    promise.write_bytes(sign(re.sub("hash .*", "hash " + os.urandom(32).hex(), text), signer))
    done = page({"promise": promise}, without=("install", "ours", "envelope", "aics"))
    assert done.returncode == 1 and "refused" not in done.stderr
    assert "goes on from seen.checkpoint" in done.stdout


@pytest.mark.parametrize("at", [b"extra ", b"\n\nmeld.linde.example\n", b" meld.linde.example ", b"/collector "])
def test_the_steps_by_hand_refuse(at, story, keys, tmp_path):
    """OpenSSL and plain Python, without the Go program that would stop before them."""
    (step,) = (commands for _, commands in steps() if "by_hand.py" in commands)
    proof = story.proof.read_bytes()
    shutil.copy(keys, tmp_path / "keys")

    def by_hand(content):
        (tmp_path / "proof").write_bytes(content)
        return subprocess.run(["bash", "-euo", "pipefail", "-c", step], cwd=tmp_path, capture_output=True, text=True,
                              env={**os.environ, "proof": "proof", "source": str(SOURCE.parents[1])})

    assert by_hand(proof).returncode == 0
    # In the size, the digit; elsewhere well inside.
    place = proof.index(at) + len(at) + (0 if at.endswith(b"\n") else 20)
    assert by_hand(flipped(proof, place)).returncode != 0
