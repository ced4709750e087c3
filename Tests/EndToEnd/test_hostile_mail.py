"""Reports, answers and promises that a gateway drops, withholds or swaps."""

import os
import re

import pytest

from gateway_organisation import REPLY, Signer, report
from hostile_world import ANSWER, QUESTION, plain
from made_log import sha256

STRANGER = Signer("meld.example/promise")


def withheld(hash):
    return lambda party, method, path, body: (404, b"not found\n") if path == f"/envelopes/{hash.hex()}" else None


def swapped(hash):
    return lambda party, method, path, body: (200, report()[16:]) if path == f"/envelopes/{hash.hex()}" else None


def test_a_report_dropped_after_promising(world):
    """Only the promise proves it; without one it is said that nothing is there."""
    world.file(code="kept", evidence="evidence")
    # A report is taken, a promise given, and nothing kept.
    world.gateway.trick = lambda party, method, path, body: path == "/reports" and (
        200, world.kept.promise(world.today(), 1, sha256(body[16:]), body[:16]))
    out = world.file(code="dropped", evidence="other evidence")
    assert "SENT." in out.stderr
    world.gateway.trick = lambda *_: None
    world.next_day()
    world.confirms()
    said = world.check("kept", evidence="evidence")
    assert "It arrived and has been kept since: that is proven." in said and "WARNING" not in said
    said = world.check("dropped", evidence="other evidence")
    assert "promised to keep your message, and it is not there. That is proven, with the file" in said
    # Whoever must send nothing new here is not told to, nor that nothing was sent.
    assert "Counsellor intern: nothing arrived with this code in the last 6 months, up to yesterday" in said
    assert "Nothing filed" not in said and "Perhaps nothing" not in said and "Write again" not in said
    said = world.check("dropped")
    assert "Nothing filed before today with this code" in said and "Are you sure that you sent it before today, in the last 6 months?" in said
    # Of what is longer ago nothing can be said but that.
    assert "Was it longer than 6 months ago? Then it is no longer kept here." in said


def test_a_follow_up_dropped_without_evidence(world):
    """Nothing proves it, but who knows when they wrote is told what to look for."""
    world.gateway.trick = lambda party, method, path, body: path == "/reports" and (
        200, world.kept.promise(world.today(), 1, sha256(body[16:]), body[:16]))
    world.run_reporter("reply", "--code-file", world.folder / "code", "--yes", text="Nog iets.")
    world.gateway.trick = lambda *_: None
    world.next_day()
    said = world.check()
    assert "You wrote on" in said and "Did you also write on another day before today, in the last 6 months?" in said
    # Of yesterday's only message there is no other day to tell of.
    world.file(code="second")
    world.next_day()
    said = world.check("second")
    assert "You wrote on" in said and "another day" not in said


def own_entry(world):
    """The reporter's first message, as the log has it."""
    return next(entry for entry in world.kept.log.entries if entry[0] == 1)


@pytest.mark.parametrize("day", ["told in one fetch", "told in two"])
def test_an_old_message_logged_again_for_one_dropped(world, day):
    """The code would take its line for a second message that arrived."""
    world.next_day()
    world.confirms()
    world.gateway.trick = lambda party, method, path, body: path == "/reports" and (
        200, world.kept.promise(world.today(), 1, sha256(body[16:]), body[:16]))
    world.run_reporter("reply", "--code-file", world.folder / "code", "--yes", text="Nog iets.")
    world.gateway.trick = lambda *_: None
    first, honest = own_entry(world), world.kept.copied()
    if day == "told in two":
        # In the list of what waits already.
        world.kept.pending.append((world.today(), first[0], first[1:33], first[33:]))
        world.refuses(f"has one message twice ({first[1:33].hex()})", "nothing was confirmed")
        world.next_day()
    else:
        world.kept.log.add(first[0], first[1:33], first[33:])
        world.next_day()
    said = world.check(ok=False, evidence="evidence")
    assert "it lists an older message a second time, so a newer one may be missing" in said
    assert "that is proven" not in said and "You wrote" not in said and ANSWER in said
    for id in ("intern", "extern"):
        world.refuses(f"has one message twice ({first[1:33].hex()})", "nothing was confirmed", id=id)
        assert "has one message twice" in plain(world.collector("fetch", id, "--all", ok=False))
    assert "New messages" not in plain(world.imports())
    # Nothing of it was kept: an honest log goes on from what was seen.
    honest.close(world.today(-1))
    world.gateway.show(honest)
    world.confirms()


@pytest.mark.parametrize("kind", [1, 2])
def test_an_entry_logged_twice_under_another_tag(world, kind):
    entry = next(each for each in world.kept.log.entries if each[0] == kind)
    world.kept.log.add(kind, entry[1:33], os.urandom(16))
    world.next_day()
    world.check(ok=False)
    world.refuses("has one message twice")


def test_what_was_sent_today(world):
    """It is said to be accepted where a promise proves it, and else when it will show."""
    world.file(code="second", evidence="evidence")
    said = world.check("second", evidence="evidence")
    assert "Counsellor intern: accepted on" in said and "the reporting point's promise proves it" in said
    assert "Whether it was kept too shows from tomorrow." in said and "No answer yet. Whom did you write to on" in said
    assert "Nothing filed" not in said and "no answer found yet" not in said
    said = world.check("second")
    assert "Counsellor intern: nothing arrived with this code in the last 6 months, up to yesterday" in said
    assert "What you sent today shows here from tomorrow." in said and "no answer found yet" not in said
    world.next_day()
    assert "Counsellor intern: arrived, not fetched yet" in world.check("second", evidence="evidence")


def test_the_day_to_look_again_comes(world):
    """It is counted from the message, for each counsellor: it does not go on with the days."""
    world.file(code="second")
    world.next_day()
    world.confirms()
    named = re.findall(r"Counsellor \w+: look again on [^.]+\.", world.check("second"))
    assert len(named) == 2
    world.next_day(2)
    world.confirms()
    assert re.findall(r"Counsellor \w+: look again on [^.]+\.", world.check("second")) == named
    world.next_day(6)
    world.confirms()
    said = world.check("second")
    assert [one.replace("look again on", "should have read this before") in said for one in named] == [True, True], said


def test_an_answer_of_a_month_no_longer_kept(world):
    """It is not there any more, but nobody is told that there was none."""
    log, before = world.kept.log, len(world.kept.log.entries)
    world.kept.publish(world.organisation.roster(serial=2, retention=1))
    for note in sum(world.own_notes.values(), []):
        log.add(3, sha256(note))
    log.records.append(["open", log.checkpoint()])
    world.next_day(70)
    # Its line may still be in the log, and is longer there where less than a tile was logged.
    for first, days in ((0, len(log.records)), (before, 68)):
        log.first_entry, log.records = first, log.records[-days:]
        said = world.check()
        assert "Counsellor intern: answered; that answer is no longer kept" in said and ANSWER not in said
        assert "There was an answer from Counsellor intern. Answers are kept for about 1 month" in said
        assert "No answer yet" not in said and "Nothing filed" not in said


def test_a_waiting_report_let_go(world):
    """The collector had it while it waited: it is not lost, and that it was dropped is said until it is put right."""
    world.file(code="second", text="Dit liet de gateway vallen.")
    world.confirms("intern")
    ((day, kind, hash, tag),) = world.kept.pending
    world.kept.pending = []
    for _ in range(2):
        world.refuses(f"let go of 1 message that waited there ({hash.hex()})", "Nothing was confirmed")
        world.next_day()
    assert "New messages: 1" in plain(world.imports())
    assert "Dit liet de gateway vallen." in world.offline("show", 2).stdout
    # The counsellor has called: it goes on, and what was let go can still be imported.
    world.fetch(accept=True)
    world.confirms("intern")
    assert "New messages" not in plain(world.imports())


def test_a_report_kept_waiting(world):
    """A day is closed without it, and then it is logged a day late: said each time, though nothing is lost."""
    world.file(code="second", text="Dit bleef liggen.")
    waiting, world.kept.pending = world.kept.pending, []
    hash = waiting[0][2].hex()
    world.next_day()
    world.kept.pending = waiting
    said = f"late with 1 message of {world.today(-1)} ({hash})"
    world.refuses(said, "Nothing was confirmed")
    assert "New messages: 1" in plain(world.imports())
    # As of the next day, in the list and in the log.
    world.kept.pending = [(world.today(), *waiting[0][1:])]
    world.refuses(said)
    world.next_day()
    world.refuses(said)
    world.confirms("intern")


@pytest.mark.parametrize("kind, tag", [(2, False), (1, True), (2, True)])
def test_a_waiting_report_logged_as_something_else(world, kind, tag):
    """As a reply nobody opens it; under another tag its reporter does not find it."""
    world.file(code="second", text="Dit werd iets anders.")
    world.confirms("intern")
    ((day, _, hash, own),) = world.kept.pending
    world.kept.pending = [(day, kind, hash, os.urandom(16) if tag else own)]
    for _ in range(2):
        world.next_day()
        world.refuses(f"let go of 1 message that waited there ({hash.hex()}): it did not put it in its register, or put it there as")
    assert "New messages: 1" in plain(world.imports())
    assert "Dit werd iets anders." in world.offline("show", 2).stdout
    world.fetch(accept=True)
    world.confirms("intern")
    assert "New messages" not in plain(world.imports())


def test_a_message_that_was_never_there(world):
    world.kept.pending.append((world.today(), 1, os.urandom(32), os.urandom(16)))
    world.refuses("lists 1 message that it doesn't give")
    world.kept.pending = []
    world.refuses("let it go without ever giving it", "go on with --accept-dropped")
    world.fetch(accept=True)
    world.confirms("intern")
    assert "New messages" not in plain(world.imports())


def test_garbage_under_a_reporters_tag(world):
    """The tag is of the envelope's hash: another envelope under it is nobody's, and the true one is missing."""
    world.file(code="second", evidence="evidence")
    ((day, kind, hash, tag),) = world.kept.pending
    garbage = report()[16:]
    world.kept.pending = [(day, kind, sha256(garbage), tag)]
    world.kept.envelopes[sha256(garbage)] = garbage
    world.next_day()
    # The counsellors can't tell it from anybody's report.
    world.confirms()
    assert "New messages" not in plain(world.imports())
    said = world.check("second", evidence="evidence")
    assert "it is not there. That is proven" in said
    assert "Nothing filed before today with this code" in world.check("second")


@pytest.mark.parametrize("how", [withheld, swapped])
@pytest.mark.parametrize("logged", [True, False])
def test_an_envelope_withheld_or_swapped(world, how, logged):
    world.file(code="second", text="Dit wordt achtergehouden.")
    world.file(code="third", text="Dit niet.")
    hash = min(each[2] for each in world.kept.pending)
    if logged:
        world.next_day()
    world.gateway.trick = how(hash)
    out = world.refuses(f"lists 1 message that it doesn't give ({hash.hex()})")
    # The other is fetched all the same.
    assert "Fetched 1 new" in out.stdout
    # Reporters see that nobody confirms.
    world.next_day(6)
    world.refuses("lists 1 message that it doesn't give")
    assert world.check("second").count("has not yet fetched what you sent on") == 2
    world.gateway.trick = lambda *_: None
    world.confirms()
    assert "WARNING" not in world.check("second")
    assert "New messages: 2. New cases: 2." in world.imports().stdout


@pytest.mark.parametrize("kind, size", [(1, 100), (1, 8192), (2, 16_384), (2, 0)])
def test_an_envelope_of_another_size(world, kind, size):
    envelope = os.urandom(size)
    world.kept.envelopes[sha256(envelope)] = envelope
    world.kept.log.add(kind, sha256(envelope))
    world.next_day()
    world.refuses(f"lists 1 message that it doesn't give ({sha256(envelope).hex()}), or gives in another form")


def test_an_answer_withheld_or_swapped(world):
    month, ((label, envelope),) = next(iter(world.kept.replies.items()))
    assert ANSWER in world.check()
    world.kept.replies[month] = []
    said = world.check()
    assert "an answer from Counsellor intern came in for you, and the reporting point does not give it" in said
    assert "That is proven." in said and ANSWER not in said
    other = os.urandom(len(envelope))
    world.kept.replies[month] = [(label, other)]
    said = world.check()
    assert "came in for you, and the reporting point gives something else. That is proven." in said
    assert "WARNING: in a place for answers from Counsellor intern lies something that can't be opened" in said
    # Both: the true one is shown, and the other told.
    world.kept.replies[month] = [(label, other), (label, envelope)]
    said = world.check()
    assert ANSWER in said and "lies something that can't be opened" in said
    world.kept.replies[month] = [(label, envelope)]
    assert "WARNING" not in world.check()


@pytest.mark.parametrize("status", [404, 302])
def test_this_months_answers_are_held_back(world, status):
    """The log that was just checked shows that the month has begun there too: it is not the clock."""
    if world.today().endswith("-01"):
        world.next_day()
    month = world.today()[:7]
    world.gateway.trick = lambda party, method, path, body: path == f"/replies/{month}" and (status, b"")
    said = world.check(evidence="evidence")
    assert "holds back the answers of this month, which it must show to everyone" in said and "clock" not in said
    # What is proven is shown all the same, and what the log has and is not given is told.
    assert "You wrote on" in said and ("came in for you" in said) == bool(world.kept.replies.get(month))
    assert list((world.folder / "evidence").glob("*.tlog-proof"))
    posted = world.gateway.requests.count(("reporter", "POST", "/reports"))
    assert "holds back what it must show to everyone" in plain(world.file(code="third", ok=False))
    assert world.gateway.requests.count(("reporter", "POST", "/reports")) == posted
    world.gateway.trick = lambda *_: None
    assert "WARNING" not in world.check()


def test_a_clock_of_another_month(world):
    """With a log that stopped long ago, by this computer's clock, it may well be the clock."""
    world.clock += 40
    month = world.today()[:7]
    world.gateway.trick = lambda party, method, path, body: path == f"/replies/{month}" and (404, b"")
    if not world.today().endswith("-01"):
        out = world.run_reporter("check", "--code-file", world.folder / "code", ok=False)
        assert "at the reporting point it is another month" in plain(out)


def test_her_confirmations_are_hidden(world):
    """Her answer shows that she had it: the gateway is blamed, not she."""
    world.next_day(6)
    world.confirms()
    assert "WARNING" not in world.check()
    lied = world.kept.copied()
    for record in lied.log.records:
        text, lines = record[1].split(b"\n\n", 1)
        own = [line for line in lines.splitlines(True) if line.split(b" ")[1] == lied.log.signer.name.encode()]
        record[1] = text + b"\n\n" + b"".join(own)
    world.gateway.show(lied, "reporter")
    said = world.check()
    assert "Counsellor intern had what you sent on" in said and "something is wrong there, not with Counsellor intern" in said
    assert "Counsellor intern has not yet fetched" not in said
    assert "WARNING: Counsellor extern has not yet fetched what you sent on" in said


def test_a_month_crowded_by_a_colleague(world):
    """Thousands of replies that nobody can open: the true one is found among them."""
    ((month, answers),) = world.kept.replies.items()
    envelope = os.urandom(REPLY)
    world.kept.replies[month] = answers + [(os.urandom(16), envelope) for _ in range(5000)]
    said = world.check()
    assert ANSWER in said and "WARNING" not in said


def test_an_answer_swapped_in_the_log_too(world):
    """Garbage logged and served under the label: it was never hers."""
    month, ((label, envelope),) = next(iter(world.kept.replies.items()))
    garbage = os.urandom(len(envelope))
    place = [entry[1:33] for entry in world.kept.log.entries].index(sha256(envelope))
    entries = list(world.kept.log.entries)
    entries[place] = bytes([2]) + sha256(garbage) + label
    world.kept.remake(entries)
    world.kept.replies[month] = [(label, garbage)]
    said = world.check()
    assert "lies something that can't be opened. It is damaged or not from Counsellor intern" in said
    # Who confirmed the true one sees it at her next visit.
    world.refuses("signed two different registers")
    world.refuses("signed two different registers", id="extern")


def test_an_answer_dropped_after_promising(world):
    world.answers("Komt niet aan.")
    ((_, _, hash, label),) = world.kept.pending
    assert "Komt niet aan." in world.check()
    honest = world.kept.copied()
    world.kept.pending = []
    world.kept.replies[world.today()[:7]] = [each for each in world.kept.replies[world.today()[:7]] if each[0] != label]
    world.next_day()
    assert "Komt niet aan." not in world.check()
    world.refuses("promised on", "to keep what you sent, and its register lacks it", f"promises/{hash.hex()}")
    honest.close(world.today(-1))
    world.gateway.show(honest)
    world.confirms("intern")
    assert "Komt niet aan." in world.check()


@pytest.mark.parametrize("kind, tag", [(2, True), (1, False)])
def test_an_answer_logged_as_something_else(world, kind, tag):
    """The reporter can't find it, and what proves the gateway's promise stays."""
    world.answers("Komt ergens anders aan.")
    ((day, _, hash, label),) = world.kept.pending
    world.kept.pending = [(day, kind, hash, os.urandom(16) if tag else label)]
    world.kept.replies[day[:7]] = [each for each in world.kept.replies[day[:7]] if each[0] != label]
    world.next_day()
    assert "Komt ergens anders aan." not in world.check()
    if kind == 1:
        world.refuses("gives in another form")
    else:
        for _ in range(2):
            world.refuses("to keep what you sent, and its register lacks it as promised", f"promises/{hash.hex()}")
    assert list(world.persons["intern"].online.glob("promises/*"))


def promises(world, body):
    """What can be wrong with a promise."""
    hash, tag = sha256(body[16:]), body[:16]
    day, promise = world.today(), world.kept.promise
    return {
        "another's": promise(*world.kept.pending[0]),
        "another tag": promise(day, 1, hash, os.urandom(16)),
        "another kind": promise(day, 2, hash, tag),
        "another log": promise(day, 1, hash, tag, origin="meld.example.org"),
        "another's signature": promise(day, 1, hash, tag, signer=STRANGER),
        "yesterday's": promise(world.today(-1), 1, hash, tag),
        "long from now": promise(world.today(30), 1, hash, tag),
        "no promise": b"SENT\n",
    }


@pytest.mark.parametrize("which", [
    ("another's", "another tag", "another kind"), ("another log", "another's signature", "no promise"),
    ("no promise", "yesterday's", "long from now")])
def test_a_promise_that_proves_nothing(world, which):
    world.first_evening()
    bodies, lies = [], list(which)

    def trick(party, method, path, body):
        if path != "/reports":
            return None
        bodies.append(body)
        return 200, promises(world, body)[lies.pop(0)]

    world.gateway.trick = trick
    out = world.file(code="second", ok=False, evidence="evidence")
    wanted = "UNCERTAIN. " + ("The reporting point says it is" if which[-1] == "long from now" else
                              "An answer came, but it does not prove that your report was accepted.")
    assert out.returncode == 75 and wanted in plain(out) and "SENT. The reporting point" not in plain(out)
    # Each try sent the same envelope, and no promise was kept.
    assert lies == [] and len(set(bodies)) == 1
    assert not any(name.endswith(".promise") for name in os.listdir(world.folder / "evidence"))
    # The envelope that was kept can be sent when the gateway answers as it should.
    world.gateway.trick = lambda *_: None
    (kept,) = world.folder.glob("sealed-*.kept")
    assert "SENT." in plain(world.run_reporter("send", kept))


def test_a_promise_for_an_answer_that_proves_nothing(world):
    world.gateway.trick = lambda party, method, path, body: path == "/replies" and (
        200, world.kept.promise(world.today(), 2, os.urandom(32), body[:16]))
    out = world.answers("Nog een antwoord.", ok=False)
    assert out.returncode == 65 and "the reporting point's receipt for" in plain(out) and "is not right" in plain(out)
    assert not list(world.persons["intern"].online.glob("promises/*"))
    world.gateway.trick = lambda *_: None
    world.posts()
    assert "Nog een antwoord." in world.check()


def test_the_finder_of_a_mirror(world):
    """Whoever finds one has what everyone's has, can read none of it, and can alter none of it unseen."""
    mirrors = [{path.relative_to(person.mirror).as_posix(): path.read_bytes()
                for path in person.mirror.rglob("*") if path.is_file()} for person in world.persons.values()]
    # Who fetched first has not yet the other's confirmation of that day.
    assert {name for name in mirrors[0] if mirrors[0][name] != mirrors[1].get(name)} == {"days"}
    assert mirrors[0].keys() == mirrors[1].keys()
    assert not any(word.encode() in content for content in mirrors[0].values() for word in (QUESTION, ANSWER))
    # Another counsellor opens it, and finds nothing for her.
    out = world.offline("import", world.persons["intern"].mirror, id="extern")
    assert "No new messages." in out.stdout
    world.file(code="second")
    hash = world.kept.pending[0][2].hex()
    world.next_day()
    world.confirms()
    (envelope,) = (path for path in world.persons["intern"].mirror.rglob("*") if path.name == hash)
    whole = envelope.read_bytes()
    envelope.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    out = world.imports(ok=None)
    assert "is missing or altered" in plain(out)
    assert "Files that were altered, and were fetched again: 1." in plain(world.fetch())
    assert "New messages: 1." in world.imports().stdout
