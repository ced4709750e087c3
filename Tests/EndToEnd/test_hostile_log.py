"""Logs that must not be believed: who is shown one says so, and confirms nothing of it."""

import os

import pytest

from gateway_organisation import Signer, report
from hostile_gateway import claimed
from hostile_world import ANSWER, plain
from made_log import MadeLog

# What an honest gateway could not know to be a lie.
STRANGER = Signer("meld.example")


def test_nothing_is_wrong_before_a_lie(world):
    world.file(code="second")
    world.next_day()
    world.confirms()
    said = world.check()
    assert ANSWER in said and "WARNING" not in said
    assert "Counsellor intern: fetched on" in world.check("second")


def not_signed(kept):
    kept.log.signer = STRANGER
    kept.remake()


def without_a_day(kept):
    kept.log.records = [each for each in kept.log.records if each[0] != closed_days(kept)[-2]]


def closed_days(kept):
    return [kind for kind, _ in kept.log.records if kind != "open"]


def unclosed(kept):
    kept.log.add(1, os.urandom(32))


def two_trees(kept):
    """Signs a second tree of the newest size."""
    other = MadeLog(kept.log.signer, kept.log.entries[:-1])
    other.add(2, os.urandom(32))
    kept.log.records.append(["open", other.checkpoint()])


def swapped_entry(kept):
    """The entries given are not those signed."""
    signed = kept.log.checkpoint()
    kept.log.entries[-1] = kept.log.entries[-1][:33] + os.urandom(16)
    kept.log.checkpoint = lambda size=None: signed


FAULTS = {
    "signed by another": (not_signed, "is not signed as it should be", "is not signed by the key in the list"),
    "a day is missing": (without_a_day, "is missing", "lacks the closing of the day after"),
    "a report after the closing": (unclosed, "is damaged or not complete", "is not in its form"),
    "fork": (two_trees, "it signed two different registers", "signed two different registers"),
    "altered": (swapped_entry, "something was changed in its register", "are not those it signed"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_log_with_a_fault_is_told_by_both(world, fault):
    lie, to_reporter, to_counsellor = FAULTS[fault]
    world.file(code="second", text="Nog iets.")
    world.next_day()
    world.check()
    honest = world.kept
    lied = honest.copied()
    lie(lied)
    world.gateway.show(lied)
    said = world.check(evidence="evidence", ok=False)
    assert to_reporter in said and "Answers that you will see are real." in said and ANSWER in said
    assert "WARNING" in said
    names = sorted(os.listdir(world.folder / "evidence"))
    assert f"served-{world.today()}.days" in names
    assert sum(name.startswith("fork-") for name in names) == (2 if fault == "fork" else 0)
    # Nothing is sent to such a gateway.
    posted = world.gateway.requests.count(("reporter", "POST", "/reports"))
    assert to_reporter in plain(world.file(code="third", ok=False))
    assert world.gateway.requests.count(("reporter", "POST", "/reports")) == posted
    world.refuses(to_counsellor, "nothing was confirmed")
    world.gateway.show(honest)
    world.confirms("intern")


@pytest.mark.parametrize("status", [404, 302])
@pytest.mark.parametrize("path", ["/days", "/checkpoint", "/tile/", "/notes"])
def test_what_everyone_must_be_shown_is_held_back(world, path, status):
    """Both say so, whatever excuse the gateway gives; a signed size without its tiles is the same."""
    world.file(code="second", text="Nog iets.")
    world.next_day()
    world.gateway.trick = lambda _, method, asked, body: method == "GET" and asked.startswith(path) and (status, b"")
    said = world.check(ok=False)
    assert "holds back what it must show to everyone" in said and "did not take" not in said
    assert (ANSWER in said) == ("WARNING" in said) == (path != "/notes")
    out = world.file(code="third", ok=False)
    assert out.returncode == 65 and "holds back what it must show to everyone" in plain(out)
    assert "date" not in plain(world.refuses("holds back what it must show to everyone"))
    world.gateway.trick = lambda *_: None
    world.confirms("intern")


def test_a_log_put_back_to_an_old_copy(world):
    seen = len(world.kept.log.entries)
    # The backup of the first evening goes on as if nothing had been since: the answer is gone.
    old = world.past[0]
    old.close(world.today(-2))
    old.close(world.today(-1))
    world.gateway.show(old)
    world.refuses(f"shows {seen - 1} entries, and {seen} were seen here before")
    world.file(code="second", text="Na het terugzetten.")
    old.accept(world.today(), 1, report())
    world.next_day()
    assert len(old.log.entries) > seen
    world.refuses("signed two different registers", "went back to an old copy")
    # Whoever wrote there is told when the counsellors' days are over.
    assert "WARNING" not in world.check("second")
    world.next_day(5)
    said = world.check("second")
    assert "WARNING: Counsellor intern has not yet fetched what you sent on" in said
    assert "WARNING: Counsellor extern has not yet fetched what you sent on" in said


def test_a_log_that_begins_too_late(world):
    """More is let go than may be: both say so, and once it is given again all goes on."""
    honest, lied = world.kept, world.kept.copied()
    lied.log.first_entry = len(lied.log.entries)
    lied.log.records = lied.log.records[-1:]
    world.gateway.show(lied)
    assert "months are missing that must be kept" in world.check(ok=False)
    for _ in range(2):
        world.refuses("no longer gives entries that it must keep")
    assert "no longer gives entries that it must keep" in plain(world.collector("fetch", "extern", "--all", ok=False))
    world.gateway.show(honest)
    world.confirms()


def test_a_shorter_log_for_the_collector(world):
    world.file(code="second", text="Dit krijgt zij niet.")
    world.next_day()
    world.confirms()
    seen, truth, shorter = len(world.kept.log.entries), world.kept, world.kept.copied()
    shorter.remake(shorter.log.entries[:-1])
    world.gateway.show(shorter, "collector")
    world.refuses(f"shows {seen - 1} entries, and {seen} were seen here before: it hides some")
    # The reporter is shown everything, and nothing is wrong there yet.
    assert "WARNING" not in world.check("second")
    world.gateway.show(truth)
    world.confirms()


def test_a_log_that_stopped(world):
    """The collector is shown no more than what there was, the reporter everything."""
    stopped = world.kept.copied()
    world.file(code="second", text="Dit krijgt zij niet.")
    world.next_day()
    world.gateway.show(stopped, "collector")
    said = world.check("second")
    assert "Counsellor intern: arrived, not fetched yet" in said and "WARNING" not in said
    truth = world.kept
    for _ in range(5):
        truth.close(world.today())
        world.gateway.kept = {"reporter": stopped.copied(), "collector": stopped.copied()}
        world.next_day()
    world.gateway.kept = {"reporter": truth, "collector": stopped}
    world.refuses("has closed no day since")
    said = world.check("second")
    assert "WARNING: Counsellor intern has not yet fetched what you sent on" in said
    assert "The last time was on" in said


def test_two_truths(world):
    """Reporter and counsellors are shown logs that each go on as they should."""
    others = world.kept.copied()
    world.gateway.show(others, "collector")
    world.file(code="second", text="Dit zien zij nooit.")
    # In its place they get a report that nobody wrote.
    others.accept(world.today(), 1, report())
    world.next_day()
    world.confirms()
    world.imports()
    # Her confirmations are of another tree and can't be shown to the reporter.
    assert "Counsellor intern: arrived, not fetched yet" in world.check("second")
    # What she writes next names the tree that she saw.
    world.answers("Tweede antwoord.")
    ((day, kind, hash, label),) = others.pending
    world.kept.accept(day, kind, label + others.envelopes[hash])
    world.next_day()
    said = world.check(evidence="evidence")
    assert "the reporting point shows you something else than it shows Counsellor intern" in said
    assert "That answer is real" in said and "Tweede antwoord." in said
    assert any(name.startswith("split-") for name in os.listdir(world.folder / "evidence"))
    world.next_day(4)
    said = world.check("second")
    assert "WARNING: Counsellor intern has not yet fetched what you sent on" in said
    # And when the two must meet, she is the one who sees it.
    world.gateway.show(world.kept)
    world.refuses("signed two different registers")


@pytest.mark.parametrize("key", ["collector", "imported"])
@pytest.mark.parametrize("how", ["signed by another", "given to another tree"])
def test_a_confirmation_that_was_never_given(world, key, how):
    world.file(code="second", text="Niemand haalt dit op.")
    world.next_day()
    assert "WARNING" not in world.check("second")
    kind, note = world.kept.log.records[-1]
    text = note.split(b"\n\n")[0].decode() + "\n"
    vkey = world.organisation.counsellors["intern"].keys[key]
    name = vkey.split("+")[0]
    line = claimed(vkey, world.today(), text)
    if how != "signed by another":
        lines = [each for _, given in world.kept.log.records for each in given.decode().splitlines()
                 if each.startswith(f"— {name} ")]
        line = lines[-1] + "\n"
    lied = world.kept.copied()
    lied.log.records[-1] = [kind, note + line.encode()]
    world.gateway.show(lied)
    said = world.check("second")
    assert "the reporting point says that Counsellor intern confirmed something, but that is false" in said
    assert "Counsellor intern: arrived, not fetched yet" in said
    assert "you can't write to them now" in plain(world.file(code="third", ok=False))
    # Each counsellor sees what is said in her name, and in another's.
    for id in ("intern", "extern"):
        world.refuses("claims that", "confirmed its register, and that is false", id=id)
