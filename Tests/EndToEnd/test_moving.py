"""A code that somebody else has seen: the conversation goes on with a new one, told to all and followed by nobody itself."""

import re

import pexpect
import pytest

from house import run
from reporter_world import at_terminal, flat, reporter

SAY = {
    "nl": dict(old="Eerst je oude woorden", blocked="de oude woorden worden niet geblokkeerd", goes="Dit gaat naar wie je antwoordde",
               text="Wil je er iets bij schrijven?", yes="ja", no="nee", more="alleen een punt", stamp="NOG NIET VERSTUURD",
               new="NIEUWE tien woorden", back="overtypen", send="nu versturen", sent="VERSTUURD. Het",
               watch="Kijk vanaf nu met je nieuwe woorden", words="Je tien woorden:", unsent="Je oude woorden werken nog"),
    "en": dict(old="First your old words", blocked="the old words are not blocked", goes="This goes to the people who answered you",
               text="Do you want to add something?", yes="yes", no="no", more="only a full stop", stamp="NOT SENT YET",
               new="NEW ten words", back="type the words", send="send now", sent="SENT. ",
               watch="From now on look with your new words", words="Your ten words:", unsent="Your old words still work"),
}


@pytest.fixture
def world(own_house):
    """One for each test: a gateway takes only so many answers a day."""
    return own_house


def answered(world, folder):
    """A report that was answered: the number of its case, and the file of its code."""
    code = folder / "old"
    code.write_text(world.file("Het eerste bericht.\n").stdout)
    world.arrive()
    case = max(world.cases())
    world.answer(case, "Het eerste antwoord.")
    return case, code


def case_with(world, text):
    """Of one day the order of cases tells nothing."""
    (case,) = [case for case in world.cases() if text in world.show(case)]
    return case


def move(world, code, *options, language="en", text=""):
    return reporter("move", "--organisation", world.link, "--code-file", code, "--yes", "--language", language,
                    *options, text=text)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_the_old_code_to_an_answer_at_the_new_one(world, tmp_path, language):
    old_case, old = answered(world, tmp_path)
    say = SAY[language]
    person = at_terminal("move", "--organisation", world.link_text, "--language", language)
    person.expect(say["old"])
    person.expect(say["words"])
    person.sendline(old.read_text().strip())
    person.expect(say["blocked"])
    person.expect(say["goes"])
    person.expect(re.escape(say["text"]))
    person.sendline(say["yes"])
    person.expect(say["more"])
    person.sendline("Ik schreef je over een rode fiets.")
    person.sendline(".")
    person.expect(say["stamp"])
    person.expect(say["new"])
    words = []
    for number in range(1, 11):
        person.expect(rf"\s{number}   ([a-z]+)\r")
        words.append(person.match.group(1))
    new = " ".join(words)
    assert new != old.read_text().strip()
    person.expect(say["back"])
    person.sendline(say["no"])
    person.expect(say["send"])
    person.sendline(say["yes"])
    person.expect(say["sent"])
    person.expect(say["watch"])
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0

    imported = world.intern.fetch() and world.intern.import_()
    assert "Conversations that go on with a new code: 1." in imported.stderr
    new_case = case_with(world, "Ik schreef je over een rode fiets.")
    shown = flat(world.show(new_case))
    assert f"Goes on with case {old_case}: the old code proves that. From now on answer here." in shown
    assert "ALARM" not in shown
    shown = flat(world.intern.offline_run("show", old_case, language=language).stdout)
    assert (f"Gaat verder in zaak {new_case}:" if language == "nl" else f"Goes on in case {new_case}:") in shown
    line = re.search(rf"^ *{old_case} .*$", world.intern.offline_run("inbox").stdout, re.M)[0]
    assert f"goes on in {new_case}" in line and "ALARM" not in line

    for command in ("reply", "close"):
        refused = world.intern.offline_run(command, old_case, "--message-file", "-", text="Te veel.", ok=False)
        assert f"case {old_case} goes on in {new_case}" in refused.stderr and "--old-code" in refused.stderr
    world.answer(new_case, "Alleen voor de nieuwe woorden.")
    seen = world.check(new).stdout
    assert "Alleen voor de nieuwe woorden." in seen and "Het eerste antwoord." not in seen
    seen = world.check(old.read_text()).stdout
    assert "Het eerste antwoord." in seen and "Alleen voor de nieuwe woorden." not in seen and "Te veel." not in seen

    # What goes there all the same goes there on purpose.
    world.answer(old_case, "Met opzet naar de oude.", "--old-code")
    assert "Met opzet naar de oude." in world.check(old.read_text()).stdout


def test_two_who_move_from_one_code_are_told_on_all_three(world, tmp_path):
    old_case, old = answered(world, tmp_path)
    world.intern.reply(old_case, "Nog niet weg.")
    codes = []
    for language in ("nl", "en"):
        out = move(world, old, language=language)
        assert out.returncode == 0 and len(out.stdout.split()) == 10, out.stderr
        codes.append(out.stdout)
    assert codes[0] != codes[1] != old.read_text()
    world.intern.fetch()
    assert "ALARM: cases that say they go on with another" in world.intern.import_().stderr
    cases = sorted(case_with(world, text) for text in ("Ik ga verder met nieuwe woorden.", "I go on with new words."))
    both = f"more than one case goes on with this one: {cases[0]}, {cases[1]}."
    assert both in flat(world.show(old_case)) and "Nothing was moved." in flat(world.show(old_case))
    assert "not in the folder with answers yet still go to the old code" in flat(world.show(old_case))
    for case, other in (cases, reversed(cases)):
        shown = flat(world.show(case))
        assert f"ALARM: another case goes on with the same conversation: {other}." in shown
        assert "From now on answer here." not in shown
    inbox = world.intern.offline_run("inbox", language="nl").stdout
    for case in (old_case, *cases):
        assert "ALARM" in re.search(rf"^ *{case} .*$", inbox, re.M)[0]
    refused = world.intern.reply(old_case, "Voor wie?", ok=False)
    assert f"goes on in {cases[0]}, {cases[1]}" in refused.stderr
    # Whoever answers one of them is told once more.
    done = world.intern.reply(cases[1], "Wat schreef je mij eerst?")
    assert f"ALARM: another case goes on with the same conversation: {cases[0]}." in flat(done.stderr)


def test_where_nobody_answered_the_readers_are_named(world, tmp_path):
    old = tmp_path / "old"
    old.write_text(world.file("Nog geen antwoord.\n").stdout)
    out = move(world, old)
    assert out.returncode == 64 and out.stdout == "" and "say who may read with --to NAME" in flat(out.stderr)
    out_file = tmp_path / "new"
    text = tmp_path / "text"
    text.write_text("Iemand keek mee.\n")
    out = move(world, old, "--to", "intern", "--to", "extern", "--message-file", text, "--code-out", out_file)
    assert out.returncode == 0 and out.stdout == out_file.read_text(), out.stderr
    world.arrive()
    shown = world.show(case_with(world, "Iemand keek mee."))
    assert "the old code proves that" in flat(shown)
    # She was not written to before: what it goes on with she has not, but the proof for her is right.
    world.extern.fetch()
    world.extern.import_()
    assert "You have no case of that one." in flat(world.extern.offline_run("show", 1).stdout)


def test_nothing_moves_before_the_new_words_were_shown(world, tmp_path):
    old_case, old = answered(world, tmp_path)
    before = len(world.cases())
    person = at_terminal("move", "--organisation", world.link_text, "--code-file", old, "--language", "en")
    say = SAY["en"]
    person.expect(re.escape(say["text"]))
    person.sendline(say["no"])
    person.expect(say["stamp"])
    person.expect(say["back"])
    person.sendline(say["no"])
    person.expect(say["send"])
    person.sendline(say["no"])
    person.expect(say["unsent"])
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus != 0
    refused = move(world, old, "--message-file", "-", text="x")
    assert refused.returncode == 0, "the text may come from standard input when the code has its file"
    refused = reporter("move", "--organisation", world.link, "--message-file", "-", "--yes", "--language", "en", text="x")
    assert refused.returncode == 64
    world.arrive()
    assert len(world.cases()) == before + 1 and f"goes on in {max(world.cases())}" in world.intern.offline_run("inbox").stdout


def test_help_says_what_it_does_and_does_not():
    for language, said in (("nl", "De oude woorden blijven de antwoorden openen"), ("en", "The old words go on opening the answers")):
        assert said in flat(run("reporter", "move", "--help", "--language", language).stdout)
