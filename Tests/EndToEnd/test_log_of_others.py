"""Our verifier checks a log that others made: Go's golang.org/x/mod/sumdb/note and tlog, by Tests/Verifier."""

import base64
import datetime
import types
import urllib.parse

import pytest

import age_reference
from gateway_organisation import Organisation, Signer, sign
from other_verifiers import compare, flipped, ours, places
from reporter_world import NotesServer, bundle, flat, reporter

CODE = "alien virtual endless sketch guide busy patient wonder ritual inhale"


class Theirs:
    """An organisation whose log Go made: its keys, cosignatures, tiles and proofs."""

    def __init__(self, verifier, folder, first_entry, size):
        self.folder, self.site, self.server = folder, folder / "site", NotesServer()
        self.keys = folder / "keys"
        self.keys.write_text(verifier("make-keys", folder, "goes.example/log", "goes.example/anna/collector",
                                      "goes.example/anna/imported").stdout)
        log, *cosigners = [line.split(" ")[1] for line in self.keys.read_text().splitlines()]
        organisation = Organisation({"log": log, "promise": Signer("goes.example/promise").vkey},
                                    counsellors=("anna",))
        organisation.address = f"http://127.0.0.1:{self.server.port}"
        anna = organisation.counsellors["anna"]
        anna.collector, anna.imported = [types.SimpleNamespace(vkey=vkey) for vkey in cosigners]
        today = datetime.datetime.now(datetime.timezone.utc).date()
        first = (today.replace(day=1) - datetime.timedelta(1)).replace(day=1)
        recipient = age_reference.Identity().recipient
        notes = [organisation.roster(retention=1), sign(
            f"sottovoce/v1 keys\nserial 1\ngenesis {organisation.root.vkey}\ncounsellor anna\n"
            f"month {today:%Y-%m} {recipient}\n", anna.notes)]
        paths = [folder / "roster.note", folder / "keys.note"]
        for path, note in zip(paths, notes):
            path.write_bytes(note)
        self.roster = paths[0]
        verifier("make", folder, self.site, first, (today - first).days, first_entry, size, *paths)
        self.link = f"{organisation.address}/#" + "&".join(
            f"{name}={urllib.parse.quote(key.vkey, safe='')}"
            for name, key in (("root", organisation.root), ("second", organisation.second)))
        self.server.notes = bundle(*notes)
        self.serve()

    def serve(self):
        self.server.replies = {"/" + str(path.relative_to(self.site)): path.read_bytes()
                               for path in self.site.rglob("*") if path.is_file()}

    def check(self):
        return reporter("check", "--organisation", self.link, "--language", "en", text=CODE)


# The second has hash tiles on levels 0 to 2, and nothing of its first 65,536 entries.
@pytest.fixture(scope="module", params=[(0, 600), (65_700, 66_000)], ids=["whole", "pruned"])
def theirs(request, verifier, tmp_path_factory):
    made = Theirs(verifier, tmp_path_factory.mktemp("theirs"), *request.param)
    yield made
    made.server.close()


def test_ours_verifies_proofs_that_go_made(theirs, verifier, tmp_path):
    proofs = sorted(theirs.folder.glob("*.tlog-proof"))
    assert len(proofs) >= 3
    for proof in proofs:
        done = ours(theirs.link, theirs.roster, proof)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("Anna") == 2
    assert compare(verifier, theirs.keys, theirs.link, theirs.roster, proofs[-1], tmp_path, 23) > 0


def signer(line):
    """Name and key identifier of a signature's line; nothing when it is none."""
    try:
        _, name, signature = line.split(b" ")
        return name, base64.b64decode(signature, validate=True)[:4]
    except ValueError:
        return None


def test_ours_verifies_the_log_that_go_made_and_refuses_flips(theirs, verifier):
    verifier("log", theirs.keys, theirs.site)
    theirs.server.requests.clear()
    out = theirs.check()
    assert out.returncode == 0 and "WARNING" not in out.stdout, out.stdout + out.stderr
    asked = {path for _, path, _ in theirs.server.requests} & set(theirs.server.replies)
    assert len(asked) > 4
    for path in sorted(asked):
        whole = theirs.server.replies[path]
        for at in places(whole):
            theirs.server.replies[path] = flipped(whole, at)
            out = theirs.check()
            start = whole.rfind(b"\n", 0, at) + 1
            before, after = (signer(bytes(each)[start:].split(b"\n")[0]) for each in (whole, flipped(whole, at)))
            if b"/anna/" in whole[start:at] and after == before:
                # The log is right; what is said of her is false. Else the line is no signature any more.
                assert "the reporting point says that Anna confirmed something" in flat(out.stdout), (path, out.stdout)
            else:
                assert out.returncode == 65, (path, at, out.stdout, out.stderr)
        theirs.server.replies[path] = whole
    assert theirs.check().returncode == 0
