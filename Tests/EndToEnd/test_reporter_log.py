"""What a reporter sees of the log: how far it came, what is wrong, what is proven to others."""

import datetime
import re
import stat
import urllib.parse

import pytest

from gateway_organisation import Signer
from house import run, set_clock
from made_log import MadeLog, bundle_of, days_of, read_bundle, read_days
from reporter_world import Meddler, World, flat, reporter
from test_reporter import FORBIDDEN


def day(days):
    return (datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days)).isoformat()


class Days(World):
    """A world whose days pass when a test says so; what it serves passes by a meddler."""

    def pass_to(self, days):
        self.stop()
        set_clock(days)
        self.start()
        return self

    @property
    def log_signer(self):
        seed = re.search(r"seed ([0-9a-f]{64})", (self.gateway_folder / "log.key").read_text())[1]
        return Signer("meld.linde.example", seed=bytes.fromhex(seed))

    def hands_over(self):
        """What her offline machine confirms goes with the outbox."""
        self.arrive()
        self.intern.post()

    def verify(self, proof, *options, roster=None, language="en"):
        return run("reporter", "verify", proof, "--organisation", self.link, "--roster",
                   roster or self.organisation / "roster.note", "--language", language, *options, ok=None,
                   wrap=("unshare", "-rn"))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    meddler = Meddler()
    world = Days(tmp_path_factory.mktemp("log"), front=meddler.port)
    world.meddler, meddler.target = meddler, world.port
    world.is_confirmed = True  # Nobody has fetched yet.
    world.start()
    yield world
    world.stop()
    meddler.close()
    set_clock(0)


def of(out, name):
    """The row of a counsellor, of one line or more."""
    return flat(re.search(rf"^  Counsellor {name} \([^)]*\): (.*(\n    .*)*)$", out.stdout, re.M)[1])


def test_how_far_it_came_day_by_day(world, tmp_path):
    """One story: each step is seen as soon as it is proven, and in both languages."""
    out = world.file("Iets.\n", to=("intern",))
    assert out.returncode == 1 and "no confidential counsellor has confirmed the present list" in flat(out.stderr)
    out = reporter("file", "--organisation", world.link, "--yes", "--language", "nl", text="Iets.\n")
    assert "geen vertrouwenspersoon heeft de lijst van nu zelf bevestigd" in flat(out.stderr)
    assert "0800-0113" in out.stderr and "Telephone +31" in out.stderr
    world.intern.fetch()
    out = world.file("Iets.\n", to=("extern",))
    assert out.returncode == 1 and "Counsellor extern has not confirmed the present list yet" in flat(out.stderr)

    evidence = tmp_path / "evidence"
    filed = world.file("Iets.\n", "--evidence", evidence)
    assert filed.returncode == 0, filed.stderr
    assert "Counsellor intern: New since" in flat(filed.stderr)
    assert flat(filed.stderr).index("Whoever finds these files can see that you") < filed.stderr.index("Sending")
    (promise,) = evidence.iterdir()
    assert promise.suffix == ".promise" and stat.S_IMODE(promise.stat().st_mode) == 0o600
    assert stat.S_IMODE(evidence.stat().st_mode) == 0o700
    code = filed.stdout

    today = world.check(code, "--evidence", evidence)
    assert "What you sent today shows here from tomorrow." in today.stdout
    assert of(today, "intern").startswith("accepted on ")
    assert "Whether it was kept too shows from tomorrow" in flat(today.stdout)
    today = world.check(code)
    assert "Nothing filed before today with this code in the last 6 months" in flat(today.stdout)
    today = world.check(code, "--evidence", evidence, language="nl")
    assert of(today, "intern").startswith("aangenomen op ") and not FORBIDDEN.search(today.stdout)

    world.pass_to(1)
    out = world.check(code)
    assert "You wrote on" in out.stdout and of(out, "intern") == of(out, "extern") == "arrived, not fetched yet"
    world.intern.fetch()
    assert re.fullmatch("fetched on .*, perhaps not yet read", of(world.check(code), "intern"))
    dutch = world.check(code, language="nl")
    assert re.fullmatch("opgehaald op .*, misschien nog niet gelezen", of(dutch, "intern"))
    assert of(dutch, "extern") == "aangekomen, nog niet opgehaald"
    assert not FORBIDDEN.search(dutch.stdout + dutch.stderr)
    world.hands_over()
    out = world.check(code)
    assert of(out, "intern").startswith("in their hands since ") and not FORBIDDEN.search(out.stdout + out.stderr)
    world.answer(max(world.cases()), "Dank je wel.")
    out = world.check(code)
    assert of(out, "intern").startswith("1 answer, of ") and "Dank je wel." in out.stdout
    (tmp_path / "code").write_text(code)
    more = reporter("reply", "--organisation", world.link, "--code-file", tmp_path / "code", "--yes", text="Meer.\n")
    assert more.returncode == 0, more.stderr

    world.pass_to(2)
    out = world.check(code, "--evidence", evidence)
    first, second = re.findall(r"^  On (.*):\n    Counsellor intern: (.*)\n    Counsellor extern: (.*)$", out.stdout, re.M)
    assert first[1].startswith("answered on ") and second[1] == first[2] == "arrived, not fetched yet"
    assert "was done: your message was kept" in flat(out.stderr)
    assert sorted(path.suffix for path in evidence.iterdir()) == [".link", ".notes", ".promise", ".tlog-proof", ".tlog-proof"]
    # The words are in no file or name. One or two of a code may be those of a format by chance, such as "index".
    for path in evidence.iterdir():
        content = path.read_bytes().lower() + path.name.encode()
        assert sum(bool(re.search(rb"\b" + word.encode() + rb"\b", content)) for word in code.split()) < 3

    world.pass_to(7)
    out = world.check(code)
    assert "WARNING: Counsellor extern has not yet fetched what you sent on" in flat(out.stdout)
    assert "Nothing has ever been fetched." in flat(out.stdout) and "Telephone +31" in out.stdout
    world.intern.fetch()
    world.extern.fetch()
    assert "WARNING" not in world.check(code).stdout


@pytest.fixture(scope="module")
def story(world, tmp_path_factory):
    """A report with a logged answer, its envelope's proof and promise."""
    folder = tmp_path_factory.mktemp("story")
    set_clock(0)
    world.pass_to(8)
    # What was due meanwhile, so that the day of the answer has room for it.
    world.intern.post_due()
    world.intern.fetch()
    filed = world.file("Een verhaal.\n", "--evidence", folder / "evidence")
    assert filed.returncode == 0, filed.stderr
    world.pass_to(9)
    world.hands_over()
    world.answer(max(world.cases()), "Een antwoord.")
    world.pass_to(10)
    world.intern.fetch()
    assert "Een antwoord." in world.check(filed.stdout, "--evidence", folder / "evidence").stdout
    (proof,) = (folder / "evidence").glob("*.tlog-proof")
    return filed.stdout, proof


@pytest.fixture
def meddler(world, story):
    yield world.meddler
    world.meddler.changes.clear()


def test_a_proof_needs_no_network_and_no_code(world, story, tmp_path):
    _, proof = story
    for language, proven, fetched in (("en", "PROVEN", "confirmed on"), ("nl", "BEWEZEN", "bevestigde op")):
        for roster in (None, proof.parent / "organisation.notes"):
            out = world.verify(proof, language=language, roster=roster)
            assert out.returncode == 0 and out.stdout.startswith(proven + ": ") and fetched in out.stdout, out.stderr
    content = proof.read_bytes()
    for place in range(0, len(content), 37):
        altered = tmp_path / "altered"
        altered.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1:])
        out = world.verify(altered)
        # A signature line of a stranger proves nothing and takes nothing away.
        if out.returncode == 0:
            assert place > content.index("—".encode())
            assert out.stdout != world.verify(proof).stdout or place > content.index("—".encode())
        else:
            assert out.returncode == 65 and "NOT PROVEN" in out.stderr and out.stdout == ""
    envelope = tmp_path / "envelope"
    envelope.write_bytes(bytes(16_384))
    out = world.verify(proof, "--envelope", envelope)
    assert out.returncode == 65 and "another envelope" in out.stderr
    out = world.verify(proof, roster=proof)
    assert out.returncode == 65 and out.stdout == ""


@pytest.mark.parametrize("language, said", [("nl", "Geef een andere map met --evidence"), ("en", "Give another folder with --evidence")])
def test_another_organisation_s_proofs_are_not_overwritten(world, story, tmp_path, language, said):
    code, proof = story
    own = (proof.parent / "organisation.link").read_text()
    (tmp_path / "organisation.notes").write_text("theirs")
    asked = len(world.meddler.requests)
    others = "#root=" + urllib.parse.quote(Signer("elders.example/root").vkey, safe="")
    for link in (f"https://elders.example/{others}\n", f"{world.address}/{others}\n", own[:-9]):
        (tmp_path / "organisation.link").write_text(link)
        for command in ("check", "file"):
            out = reporter(command, "--organisation", world.link, "--evidence", tmp_path, "--language", language, text=code)
            assert out.returncode == 1 and said in flat(out.stderr) and out.stdout == "", out.stderr
    assert len(world.meddler.requests) == asked
    assert (tmp_path / "organisation.notes").read_text() == "theirs" and len(list(tmp_path.iterdir())) == 2
    # The same organisation by another address, or by one of its keys alone.
    for link in (own.replace(world.address, "http://elders.onion"), own.split("&second=")[0] + "\n"):
        (tmp_path / "organisation.link").write_text(link)
        assert world.check(code, "--evidence", tmp_path).returncode == 0
        assert (tmp_path / "organisation.link").read_text() == own
        (tmp_path / "organisation.notes").write_text("theirs")


def test_a_proof_alone_is_enough_where_its_folder_is(world, story, tmp_path):
    """What it needs lies beside it; that the link does too is said."""
    _, proof = story
    for path in (*proof.parent.glob("organisation.*"), proof):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for language, said in (("en", "The link lay beside the proof."), ("nl", "De link lag bij het bewijs.")):
        for name, folder in ((proof.name, tmp_path), (tmp_path / proof.name, proof.parent)):
            out = run("reporter", "verify", name, "--language", language, ok=None, wrap=("unshare", "-rn"), cwd=folder)
            assert out.returncode == 0 and said in out.stdout and world.link_text in out.stdout, out.stderr
    given = run("reporter", "verify", proof, "--organisation", world.link, "--language", "en")
    assert given.stdout.startswith("PROVEN: ") and "beside" not in given.stdout
    # As some editors save a text.
    (tmp_path / "organisation.link").write_text("\ufeff" + world.link_text, encoding="utf-8")
    assert run("reporter", "verify", tmp_path / proof.name, "--language", "en").stdout.startswith("PROVEN: ")
    (tmp_path / "organisation.link").unlink()
    out = run("reporter", "verify", tmp_path / proof.name, "--language", "en", ok=None)
    assert out.returncode == 64 and "--organisation" in out.stderr
    out = run("reporter", "verify", tmp_path / "nowhere", "--language", "en", ok=None)
    assert out.returncode == 1 and "nowhere can't be read" in out.stderr and "--organisation" not in out.stderr
    assert "--proxy" not in run("reporter", "verify", "--help").stdout


def test_an_answer_kept_back_is_said(world, story, meddler):
    code, _ = story
    months = {path for _, path in meddler.requests if path.startswith("/replies/")}
    for language, said in (("en", "the reporting point does not give it. That is proven."),
                           ("nl", "het meldpunt geeft het niet. Dat is bewezen.")):
        meddler.changes = {month: b"" for month in months}
        out = world.check(code, language=language)
        assert out.returncode == 2 and said in flat(out.stdout) and "Een antwoord." not in out.stdout
        assert not FORBIDDEN.search(out.stdout + out.stderr)


def signed_again(world, change):
    """The log's days and entries with something changed, each tree signed anew by the gateway's own key."""
    def files(get):
        first, records = read_days(get("/days"))
        size = int(get("/checkpoint").split(b"\n")[1])
        made = MadeLog(world.log_signer, read_bundle(get(f"/tile/entries/000.p/{size}")))
        sizes = [int(note.split(b"\n")[1]) for _, note in records]
        made.entries = change(made.entries)
        made.records = [[kind, made.checkpoint(size)] for (kind, _), size in zip(records, sizes)]
        return made.files, first
    return files


def served(world, path):
    import urllib.request
    with urllib.request.urlopen(f"http://127.0.0.1:{world.port}{path}") as answer:
        return answer.read()


def forked(world):
    made, _ = signed_again(world, lambda entries: entries[:-1] + [entries[-1][:33] + bytes(16)])(lambda p: served(world, p))
    first, records = read_days(served(world, "/days"))
    return {"/checkpoint": made["/checkpoint"]}


def altered(world):
    size = int(served(world, "/checkpoint").split(b"\n")[1])
    path = f"/tile/entries/000.p/{size}"
    entries = read_bundle(served(world, path))
    return {path: bundle_of(entries[:-1] + [entries[-1][:33] + bytes(16)])}


def gap(world):
    first, records = read_days(served(world, "/days"))
    closed = [record for record in records if record[0] != "open"]
    records.remove(closed[1])
    return {"/days": days_of(first, records)}


def rewound(world):
    _, records = read_days(served(world, "/days"))
    return {"/checkpoint": records[0][1]}


def stale(world):
    first, records = read_days(served(world, "/days"))
    closed = [record for record in records if record[0] != "open"]
    kept = records[:records.index(closed[1]) + 1]
    size = int(kept[-1][1].split(b"\n")[1])
    full = int(served(world, "/checkpoint").split(b"\n")[1])
    entries = read_bundle(served(world, f"/tile/entries/000.p/{full}"))[:size]
    return {"/days": days_of(first, kept), "/checkpoint": kept[-1][1],
            f"/tile/entries/000.p/{size}": bundle_of(entries)}


def withheld(world):
    notes = served(world, "/notes")
    end = 0
    parts = []
    while end < len(notes):
        line = notes.index(b"\n", end)
        size = int(notes[end:line].split(b" ")[1])
        parts.append(notes[end:line + 1 + size])
        end = line + 1 + size
    return {"/notes": b"".join(part for part in parts if b"sottovoce/v1 hours" not in part)
            if any(b"sottovoce/v1 hours" in part for part in parts)
            else b"".join(part for part in parts if b"counsellor extern\nmonth" not in part)}


FAULTS = {
    forked: ("signed two different registers", "twee verschillende registers"),
    altered: ("something was changed in its register", "iets veranderd"),
    gap: ("is missing", "ontbreekt de dag na"),
    rewound: ("something was taken out", "iets weggehaald"),
    stale: ("has not been kept up since", "niet bijgewerkt"),
    withheld: ("it keeps something back", "houdt iets achter"),
    lambda world: {"/days": b"?"}: ("damaged or not complete", "beschadigd of niet compleet"),
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_log_is_loud_and_answers_are_still_read(world, story, meddler, fault, language, tmp_path):
    code, _ = story
    said = FAULTS[fault][language == "nl"]
    meddler.changes = fault(world)
    out = world.check(code, "--evidence", tmp_path, language=language)
    assert out.returncode == 65 and said in flat(out.stderr), out.stderr
    errors = [line for line in out.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and said in errors[0]
    assert "Een antwoord." in out.stdout and "0800-0113" in out.stderr and "Telephone +31" in out.stderr
    assert ("WARNING" if language == "en" else "LET OP") in out.stderr
    assert not FORBIDDEN.search(out.stdout + re.sub(r"/\S+", "", out.stderr))
    if fault is forked:
        assert len(list(tmp_path.glob("fork-*.checkpoint"))) == 2
    # Nothing is sent there, whoever it is.
    before = len([each for each in meddler.requests if each[0] == "POST"])
    for sent in (world.file("Nieuw.\n", language=language),
                 reporter("withdraw", "--organisation", world.link, "--yes", "--language", language, text=code)):
        assert sent.returncode == 65 and said in flat(sent.stderr) and sent.stdout == ""
    assert len([each for each in meddler.requests if each[0] == "POST"]) == before


def test_another_log_than_she_was_shown_is_said(world, story, meddler):
    """The whole log again, an entry of someone else's swapped: only her answer tells."""
    code, _ = story

    def swap(entries):
        place = next(at for at, entry in enumerate(entries) if entry[0] == 1)
        return entries[:place] + [entries[place][:1] + bytes(48)] + entries[place + 1:]

    meddler.changes = signed_again(world, swap)(lambda path: served(world, path))[0]
    for language, said in (("en", "shows you something else than it shows"), ("nl", "laat jou iets anders zien dan")):
        out = world.check(code, language=language)
        assert said in flat(out.stdout) and "Een antwoord." in out.stdout, out.stdout + out.stderr


def test_a_report_dropped_after_a_promise_is_proven(world, story, meddler):
    code, proof = story
    hash = bytes.fromhex(re.search(r"hash (\w+)", proof.with_suffix(".promise").read_text())[1])

    def drop(entries):
        place = next(at for at, entry in enumerate(entries) if entry[1:33] == hash)
        return entries[:place] + [entries[place][:33] + bytes(16)] + entries[place + 1:]

    meddler.changes = signed_again(world, drop)(lambda path: served(world, path))[0]
    for language, said in (("en", "promised to keep your message, and it is not there. That is proven"),
                           ("nl", "beloofde het meldpunt je bericht te bewaren, en het is er niet. Dat is bewezen")):
        out = world.check(code, "--evidence", proof.parent, language=language)
        assert said in flat(out.stdout), out.stdout + out.stderr


def test_a_confirmation_she_never_gave_is_said(world, story, meddler):
    code, _ = story

    def forge(body):
        first, records = read_days(body)
        for record in records:
            lines = record[1].split(b"\n")
            for at, line in enumerate(lines):
                if b"/intern/collector " in line:
                    name, blob = line.rsplit(b" ", 1)
                    lines[at] = name + b" " + blob[:-6] + (b"AAAA" if blob[-6:-2] != b"AAAA" else b"BBBB") + blob[-2:]
            record[1] = b"\n".join(lines)
        return days_of(first, records)

    meddler.changes = {"/days": forge}
    out = world.check(code)
    assert "says that Counsellor intern confirmed something, but that is false" in flat(out.stdout), out.stderr


def test_the_same_is_asked_for_whatever_the_log_shows(world, story, meddler):
    code, _ = story
    for changes in ({}, {"/days": b"?"}, forked(world)):
        seen = []
        for words in (code, "molen " * 10, ""):
            meddler.changes = changes
            meddler.requests.clear()
            world.check(words)
            seen.append(list(meddler.requests))
        assert seen[0] == seen[1] == seen[2] and len(seen[0]) >= 9
