"""The main job from the reporter's side, at a terminal and in scripts, in both languages."""

import os
import re
import signal
import stat
import subprocess

import pexpect
import pytest

from house import BIN, ENVIRONMENT, run
from reporter_world import at_terminal, flat, reporter

ANSWERS = {
    "nl": dict(yes="ja", no="nee", not_sent="NOG NIET VERSTUURD", sent="VERSTUURD", doors="Je keuze:",
               readers="Nummers, met een spatie ertussen:", message="alleen een punt", back="overtypen",
               send="nu versturen", words="Je tien woorden:", right="Dit zijn je tien woorden",
               nothing="niets gevonden", answer="Antwoord 1 van Counsellor intern", meant="Bedoel je",
               good="Klopt dat", danger="Bel 112"),
    "en": dict(yes="yes", no="no", not_sent="NOT SENT YET", sent="SENT", doors="Your choice:",
               readers="Numbers, with a space between:", message="only a full stop", back="type the words",
               send="send now", words="Your ten words:", right="These are your ten words",
               nothing="Nothing was found", answer="Answer 1 from Counsellor intern", meant="Do you mean",
               good="Is that right", danger="Call 112"),
}
# Never said to a reporter, in either language.
FORBIDDEN = re.compile(r"passphrase|wachtzin|\bkeys?\b|\bsleutels?\b|cipher|\blogs?\b|codename", re.I)


@pytest.fixture(scope="module")
def world(shared_house):
    return shared_house


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_is_asked_at_a_terminal(world, language):
    say = ANSWERS[language]
    person = at_terminal("file", "--organisation", world.link_text, "--language", language)
    person.expect(say["danger"])
    person.expect(say["doors"])
    person.sendline("1")
    person.expect("Counsellor intern")
    person.expect("Counsellor extern")
    person.expect(say["readers"])
    person.sendline("")  # Nobody is chosen by Enter alone.
    person.expect(say["readers"])
    person.sendline("1")
    person.expect("Counsellor intern")
    person.expect(say["doors"])
    person.sendline("1" if language == "nl" else "")  # Both skip what it is about.
    person.expect(say["message"])
    person.sendline(f"Wat er gebeurde ({language}) … één")
    person.sendline("en nog een regel")
    person.sendline(".")
    person.expect(say["not_sent"])
    words = []
    for number in range(1, 11):
        person.expect(rf"\s{number}   ([a-z]+)\r")
        words.append(person.match.group(1))
    person.expect(say["back"])
    person.sendline(say["yes"])
    person.expect(say["words"])
    person.sendline(" ".join(word[:4].upper() for word in words))
    person.expect(say["right"])
    assert say["sent"] not in person.before
    person.expect(say["send"])
    person.sendline(say["yes"])
    person.expect(say["sent"])
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0

    world.arrive()
    case = max(world.cases())
    shown = world.show(case)
    assert f"Wat er gebeurde ({language}) … één" in shown and "en nog een regel" in shown
    world.answer(case, f"Dank je wel ({language}).\n\n- praten\n- wachten\n")

    person = at_terminal("check", "--organisation", world.link_text, "--language", language)
    person.expect(say["words"])
    wrong = list(words)
    wrong[3] = "q" + words[3][1:]
    person.sendline(", ".join(wrong))
    person.expect(words[3])
    person.expect(say["good"])
    person.sendline(say["yes"])
    person.expect(say["answer"])
    person.expect(re.escape(f"Dank je wel ({language})."))
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0


def test_saying_no_sends_nothing_and_removes_the_code_file(world, tmp_path):
    before = world.cases()
    person = at_terminal("file", "--organisation", world.link_text, "--language", "en", "--to", "intern", "--track",
                         "conversation", "--category", "bullying", "--code-out", tmp_path / "code")
    person.expect("only a full stop")
    person.sendline("Something.")
    person.sendline(".")
    person.expect("type the words")
    person.sendline("no")
    person.expect("send now")
    assert (tmp_path / "code").exists()
    person.sendline("no")
    person.expect("Nothing was sent")
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 1 and not (tmp_path / "code").exists()
    world.arrive()
    assert world.cases() == before


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_keeps_what_was_asked_to_be_kept(world, tmp_path, language):
    before = world.cases()
    say = ANSWERS[language]
    kept, code = tmp_path / "kept", tmp_path / "code"
    person = at_terminal("file", "--organisation", world.link_text, "--language", language, "--to", "intern", "--track",
                         "conversation", "--category", "bullying", "--code-out", code, "--keep", kept)
    person.expect(say["message"])
    person.sendline("Later.")
    person.sendline(".")
    person.expect(say["back"])
    person.sendline(say["no"])
    person.expect(r"reporter\s+send")
    person.expect(say["send"])
    person.sendline(say["no"])
    person.expect({"nl": "De dichte envelop is bewaard", "en": "The closed envelope is kept"}[language])
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 1 and kept.exists() and len(code.read_text().split()) == 10
    world.arrive()
    assert world.cases() == before
    sent = reporter("send", kept, "--organisation", world.link, "--yes", "--language", language)
    assert sent.returncode == 0 and not kept.exists(), sent.stderr
    world.arrive()
    assert world.cases() == [*before, max(before, default=0) + 1]

    # The same of a follow-up.
    person = at_terminal("withdraw", "--organisation", world.link_text, "--language", language, "--code-file", code,
                         "--to", "intern", "--keep", kept)
    person.expect(r"reporter\s+send")
    person.expect({"nl": "Wil je dit versturen", "en": "Do you want to send this"}[language])
    person.sendline(say["no"])
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 1 and kept.exists()
    assert reporter("send", kept, "--organisation", world.link, "--yes").returncode == 0
    world.arrive()
    assert "STOP" in world.show(max(world.cases()))


@pytest.mark.parametrize("language, missed, asked, left_out", [
    ("nl", "Die krijgt dit niet. Noem iedereen", "Wil je iemand toevoegen", "niet naar wie je ook antwoordde: Counsellor intern"),
    ("en", "They don't get this. Name everyone", "Do you want to add someone", "others who answered you: Counsellor intern")])
def test_a_stop_reaches_also_who_did_not_answer(world, tmp_path, language, missed, asked, left_out):
    say, code = ANSWERS[language], tmp_path / "code"
    world.file("Voor allebei.", "--code-out", code, to=("intern", "extern"))
    world.arrive()
    world.answer(max(world.cases()), "Dank je wel.")
    said = ("--organisation", world.link, "--code-file", code, "--yes", "--language", language)
    for command in ("reply", "withdraw"):
        sent = reporter(command, *said, text="Nog iets.")
        assert sent.returncode == 0 and missed in flat(sent.stderr), sent.stderr
    sent = reporter("reply", *said, "--to", "extern", text="Alleen voor de externe.")
    assert sent.returncode == 0 and left_out in flat(sent.stderr) and missed not in flat(sent.stderr)
    world.extern.fetch()
    world.extern.import_()
    case = max(int(line.split()[0]) for line in world.extern.offline_run("inbox").stdout.splitlines())
    assert "STOP" not in world.extern.offline_run("show", case).stdout

    person = at_terminal("withdraw", "--organisation", world.link_text, "--code-file", code, "--language", language)
    person.expect("Counsellor intern")
    person.expect(asked)
    person.sendline(say["yes"])
    person.expect("Counsellor extern")
    # Of one there is no more to choose than that one.
    person.expect(say["doors"])
    person.sendline("2")
    person.expect(r"(Typ|Type) 1\.")
    person.expect(say["doors"])
    person.sendline("1")
    person.expect({"nl": "Wil je dit versturen", "en": "Do you want to send this"}[language])
    person.sendline(say["yes"])
    person.expect(say["sent"])
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0
    world.extern.fetch()
    world.extern.import_()
    assert "STOP" in world.extern.offline_run("show", case).stdout


def test_words_typed_back_are_told_apart_from_others(world, tmp_path):
    person = at_terminal("file", "--organisation", world.link_text, "--language", "en", "--to", "intern", "--track",
                         "conversation", "--category", "bullying")
    person.expect("only a full stop")
    person.sendline("Something.")
    person.sendline(".")
    for typed, other in (("abuse ability able about", False),
                         ("alien virtual endless sketch guide busy patient wonder ritual inhale", True)):
        person.expect("type the words")
        person.sendline("yes")
        person.expect("Your ten words:")
        person.sendline(typed)
        person.expect("Do you want to")
        assert ("These are not the words above" in flat(person.before)) == other
        assert other or "There should be ten" in person.before
    person.close(force=True)


def test_a_script_gets_the_code_and_a_conversation_goes_on(world, tmp_path):
    out = world.file("Vraag over iets.\n", "--track", "complaint", "--category", "bullying", "--code-out",
                     tmp_path / "code", to=("Counsellor intern", "extern"))
    assert out.returncode == 0, out.stderr
    assert len(out.stdout.split()) == 10 and out.stdout == (tmp_path / "code").read_text()
    assert stat.S_IMODE(os.stat(tmp_path / "code").st_mode) == 0o600
    assert out.stderr.index("NOT SENT YET") < out.stderr.index("SENT. ")
    code = out.stdout

    nothing = world.check(code)
    assert nothing.returncode == 0 and "Nothing filed before today" in nothing.stdout
    assert flat(nothing.stdout).count("nothing arrived with this code in the last 6 months, up to yesterday") == 2

    world.arrive()
    case = max(world.cases())
    world.answer(case, "Mag ik dit delen?", "--ask-referral", "extern")
    asked = world.check(code)
    assert "may this be shared with Counsellor extern" in asked.stdout
    agreed = reporter("reply", "--organisation", world.link, "--code-file", tmp_path / "code", "--agree",
                 "--yes", "--language", "en")
    assert agreed.returncode == 0, agreed.stderr
    world.arrive()
    assert "I agree that this is shared." in world.show(case)

    followed = reporter("reply", "--organisation", world.link, "--code-file", tmp_path / "code", "--yes",
                   "--to", "intern", "--language", "nl", text="Nog iets.\n")
    assert followed.returncode == 0, followed.stderr
    world.arrive()
    assert "Nog iets." in world.show(case)

    world.close_case(case, "We sluiten dit af.")
    closed = world.check(code, language="nl")
    assert "afgesloten" in closed.stdout and "slecht behandeld" in closed.stdout

    stopped = reporter("withdraw", "--organisation", world.link, "--yes", "--language", "nl", text=code)
    assert stopped.returncode == 0, stopped.stderr
    assert "Wat al gelezen is, blijft gelezen" in stopped.stderr.replace("\n", " ")


def test_a_withdrawal_comes_after_what_was_written_that_day(world, tmp_path):
    # The order would be chance without a hint: two cases of four messages.
    codes = [tmp_path / "one", tmp_path / "two"]
    for code in codes:
        world.file("Eerst.\n", "--code-out", code)
        said = ("--organisation", world.link, "--code-file", code, "--to", "intern", "--yes", "--language", "en")
        for number in range(3):
            assert reporter("reply", *said, text=f"Vervolg {number}.\n").returncode == 0
        assert reporter("withdraw", *said).returncode == 0
    world.arrive()
    for case in world.cases()[-2:]:
        shown = world.show(case)
        places = [shown.index(f"Vervolg {number}.") for number in range(3)]
        assert shown.index("Eerst.") < min(places) and max(places) < shown.index("Stop. I don't want")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_organisation_and_the_words_used(world, language):
    out = reporter("organisation", "--organisation", world.link_text, "--language", language)
    assert out.returncode == 0
    for expected in ("Counsellor intern", "Counsellor extern", "+31 00 000 00 00", "0800-0113", "112"):
        assert expected in out.stdout
    assert not FORBIDDEN.search(out.stdout + out.stderr)
    filed = world.file("Iets.\n", language=language)
    # The address in the link is the only word that is not ours.
    assert not FORBIDDEN.search(filed.stderr)
    checked = world.check(filed.stdout, language=language)
    assert not FORBIDDEN.search(checked.stdout + checked.stderr)


def test_the_locale_is_the_default_language(world):
    for locale, expected in (("nl_NL.UTF-8", "De vertrouwenspersonen van"), ("en_GB.UTF-8", "The confidential")):
        out = run("reporter", "organisation", "--organisation", world.link,
                  wrap=("env", "LC_ALL=", "LC_MESSAGES=", f"LANG={locale}"))
        assert expected in out.stdout


@pytest.mark.parametrize("change, language, expected", [
    (lambda w: w[:9], "en", "missing|9 words"),
    (lambda w: w[:8], "nl", "Dat zijn 8 woorden"),
    (lambda w: ["zzzzzz"] + w[1:], "en", "must be|Do you mean"),
    (lambda w: ["?", "?", "?"] + w[3:], "nl", "onleesbaar"),
    (lambda w: w[::-1], "en", "order|don't belong|right"),
    (lambda w: w[:1], "nl", r"Dat is 1 woord\. "), (lambda w: w[:1], "en", r"That is 1 word\. "),
    (lambda w: ["banaan"] + w, "nl", r"een woord te veel: woord 1, \"banaan\""),
    (lambda w: ["banaan", "etage"] + w, "nl", "Dat zijn 12 woorden"),
    (lambda w: w + ["wisdom", "and", "peace"], "en", "Those are 13 words"),
    (lambda w: [], "nl", "--code-file"),
])
def test_a_wrong_code_is_said_in_one_line(world, change, language, expected):
    words = world.file("Iets.\n").stdout.split()
    out = world.check(" ".join(change(words)) + "\n", language=language)
    assert out.returncode != 0 and out.stdout == ""
    errors = [line for line in out.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and re.search(expected, errors[0]), errors


@pytest.mark.parametrize("language, said", [("nl", "is leeg"), ("en", "is empty")])
def test_an_empty_code_file_is_said(world, tmp_path, language, said):
    (tmp_path / "code").write_text("\n")
    out = world.check("", "--code-file", tmp_path / "code", language=language)
    assert out.returncode == 65 and f"{tmp_path}/code {said}; " in out.stderr


def test_capitals_numbers_and_line_breaks_are_forgiven(world):
    words = world.file("Iets.\n").stdout.split()
    typed = "\n".join(f"{n}. {word.capitalize()}," for n, word in enumerate(words, 1))
    assert world.check(typed).returncode == 0


def test_a_text_too_long_is_refused_by_how_many_characters(world):
    out = world.file("é" * 20_000)
    assert out.returncode == 65 and out.stdout == ""
    match = re.search(r"error: the text is (\d+) characters too long; about (\d+) fit", out.stderr)
    assert match and int(match[1]) + int(match[2]) == 20_000
    assert world.file("é" * int(match[2])).returncode == 0
    assert world.file("é" * (int(match[2]) + 1)).returncode == 65


@pytest.mark.parametrize("text, options, expected", [
    ("\n \n", (), "there is no text"),
    ("\u200b\n\u2060\ufeff \u3000", (), "there is no text"),
    ("a\x00b", (), "control characters"),
    ("a\x1b[2Jb", (), "control characters"),
    ("Iets.", ("--to", "Nobody"), "no such person"),
    ("Iets.", ("--to", "intern"), "at most three"),
    ("Iets.", ("--track", "x"), "conversation, complaint, wbk"),
    ("Iets.", ("--category", "x"), "bullying"),
])
def test_wrong_input_gets_its_own_sentence(world, text, options, expected):
    out = world.file(text, *options)
    assert out.returncode != 0 and out.stdout == ""
    errors = [line for line in out.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and expected in errors[0], out.stderr


def test_nobody_to_ask_names_the_option(world):
    out = reporter("file", "--organisation", world.link, "--yes", "--language", "en", text="Iets.")
    assert out.returncode == 64 and "--to NAME" in out.stderr and "Counsellor intern (intern)" in out.stderr
    out = reporter("file", "--organisation", world.link, "--to", "intern", "--language", "nl",
              text="Iets.")
    assert out.returncode == 64 and "--yes" in out.stderr
    out = reporter("check", "--language", "nl")
    assert out.returncode == 64 and "--organisation" in out.stderr


def test_a_line_longer_than_a_terminal_takes_is_said_and_asked_again(world):
    person = at_terminal("file", "--organisation", world.link_text, "--language", "nl", "--to", "intern", "--track",
                         "conversation", "--category", "unknown")
    person.expect("alleen een punt")
    person.sendline("x" * 5_000)
    person.expect("te lang voor een terminal")
    for _ in range(10):
        person.sendline("y" * 1_000)
    person.sendline(".")
    person.expect(r"te\s+lang; er passen")
    person.expect("Alles opnieuw schrijven")
    person.expect("Typ een nummer")
    person.sendline("3")
    person.sendline("kort")
    person.sendline(".")
    person.expect("4 tekens geschreven")
    person.expect("overtypen")
    person.sendcontrol("c")
    person.expect(pexpect.EOF)
    person.close()


@pytest.mark.parametrize("command", ["check", "file"])
@pytest.mark.parametrize("years", ["-1y", "+1y"])
@pytest.mark.parametrize("language, clock", [("nl", "klok"), ("en", "clock")])
def test_a_clock_wrong_by_a_year_is_said(world, command, years, language, clock):
    more = ("--to", "intern", "--yes") if command == "file" else ()
    out = run("reporter", command, "--organisation", world.link, "--language", language, *more, ok=False, text="Iets.",
              wrap=("faketime", "--exclude-monotonic", "-f", years))
    errors = [line for line in out.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and clock in errors[0], out.stderr
    assert out.stdout == ""


def test_nothing_is_sent_when_the_words_can_not_be_written(world, tmp_path):
    world.arrive()
    before = world.cases()
    with open("/dev/full", "w") as full:
        out = subprocess.run(
            [BIN / "reporter", "file", "--organisation", world.link, "--to", "intern", "--yes", "--language", "nl"],
            input="Iets.", stdout=full, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True)
    assert out.returncode == 1 and "schijf vol" in out.stderr and "VERSTUURD. Het" not in out.stderr
    out = world.file("Iets.", "--code-out", "/dev/full/code")
    assert out.returncode == 1 and out.stdout == "" and "can't be written" in out.stderr
    (tmp_path / "code").write_text("mine")
    out = world.file("Iets.", "--code-out", tmp_path / "code")
    assert out.returncode == 1 and (tmp_path / "code").read_text() == "mine"
    world.arrive()
    assert world.cases() == before


def test_a_reader_that_leaves_is_no_full_disk(world):
    """As behind `| head`: it ends like other tools, and says nothing."""
    code = world.file("Iets.").stdout
    world.arrive()  # So that the next case is the newest.
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as gone:
        out = subprocess.run(
            [BIN / "reporter", "check", "--organisation", world.link, "--language", "en"], input=code, stdout=gone,
            stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True)
    assert out.returncode == -signal.SIGPIPE and "error" not in out.stderr, out.stderr


@pytest.mark.parametrize("command", ["reply", "withdraw"])
def test_help_promises_no_new_words_where_there_are_none(command):
    assert "words are printed" not in flat(reporter(command, "--help", "--language", "en").stdout)
    assert "words are printed before it is sent" in flat(reporter("file", "--help", "--language", "en").stdout)


def test_an_unknown_language_is_refused(world):
    out = reporter("check", "--organisation", world.link, "--language", "fr")
    assert out.returncode == 64 and "nl" in out.stderr and "en" in out.stderr


def test_a_secret_is_not_shown_and_a_signal_shows_typing_again(world, tmp_path):
    """Of the shared terminal module, with the command that asks for passphrases."""
    shell = pexpect.spawn("/bin/sh", env={**ENVIRONMENT, "PS1": "$ "}, encoding="utf-8", timeout=60)
    shell.sendline(f"{BIN}/counsellor inbox --home {world.folder}/intern-offline --language en")
    shell.expect("assphrase")
    shell.send("never shown")
    shell.sendintr()
    shell.expect(r"\$ ")
    assert "never shown" not in shell.before
    shell.sendline("stty -a | tr ' ' '\\n' | grep -x -- '-*echo;*'")
    shell.expect(r"\n(-?echo)\b")
    assert shell.match[1] == "echo"
    shell.close()


@pytest.mark.parametrize("language, refused", [("nl", "geen tekst is"), ("en", "is not text")])
def test_an_arrow_key_costs_one_line_only(world, language, refused):
    say = ANSWERS[language]
    person = at_terminal("file", "--organisation", world.link_text, "--language", language, "--to", "intern",
                         "--track", "conversation", "--category", "bullying")
    person.expect(say["message"])
    person.sendline("De eerste regel.")
    person.sendline("De tweede\x1b[D regel.")
    person.expect(refused)
    person.sendline("De tweede regel.")
    person.sendline(".")
    person.expect(say["back"])
    person.sendline(say["no"])
    person.expect(say["send"])
    person.sendline(say["yes"])
    person.expect(say["sent"])
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0
    world.arrive()
    shown = world.show(max(world.cases()))
    assert "    De eerste regel.\n    De tweede regel." in shown


def test_of_a_text_too_long_the_person_chooses_what_is_kept(world):
    person = at_terminal("file", "--organisation", world.link_text, "--language", "en", "--to", "intern",
                         "--track", "conversation", "--category", "bullying")
    person.expect("only a full stop")
    person.setecho(False)
    lines = [f"Line {number:03} " + "x" * 490 for number in range(40)]
    for line in lines:
        person.sendline(line)
    person.sendline(".")
    person.expect(r'begins\s+with:\s+"Line\s+(\d+)')
    first_left = int(person.match.group(1))
    person.expect("What now")
    person.sendline("2")
    person.expect("Go on writing")
    person.sendline("And this instead.")
    person.sendline(".")
    person.expect("type the words")
    person.sendline("no")
    person.expect("send now")
    person.sendline("yes")
    person.expect("SENT")
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0
    world.arrive()
    shown = world.show(max(world.cases()))
    assert "\n".join("    " + line for line in lines[:first_left] + ["And this instead."]) in shown
    assert lines[first_left] not in shown


@pytest.mark.parametrize("command", ["reporter", "counsellor", "gateway"])
def test_help_and_wrong_options_are_in_the_language_asked_for(command):
    english = re.compile(r"OVERVIEW|USAGE|ARGUMENTS|SUBCOMMANDS|OPTIONS|Show help|default|\bthe\b|\bthis\b|\bfile\b<")
    listed = run(command, "--help", "--language", "nl").stdout
    names = [[name] for name in re.findall(r"^  ([a-z][a-z-]+) {2,}", listed, re.M)]
    assert len(names) > 5
    if command == "counsellor":
        names += [["organisation", name] for name in ("init", "add", "remove", "renew", "sign")]
    for name in [[]] + names:
        out = run(command, *name, "--help", "--language", "nl").stdout
        plain = out.replace("In danger now? Call 112. In English: --language en.", "").replace("(English)", "")
        assert "DOEL: " in out and "Toon deze uitleg." in out and not english.search(plain), out
        assert "OVERVIEW: " in run(command, *name, "--help", "--language", "en").stdout
    out = run(command, names[0][0], "--nothing", "--language=nl", ok=None)
    assert out.returncode == 64 and out.stderr.startswith("error: ") and "--help legt uit" in out.stderr
    assert "Unknown" not in out.stderr and "Missing" not in out.stderr
    out = run(command, "--language", "fr", ok=None)
    assert out.returncode == 64 and "nl" in out.stderr


@pytest.mark.parametrize("language, said", [("nl", "in de opdracht staat iets wat daar niet hoort"),
                                            ("en", "something in this command does not belong there")])
def test_words_given_as_arguments_are_not_repeated(language, said):
    for command in (["check"], ["reply"], ["move"], ["withdraw"], [], ["organisation"]):
        for typed in (["putter"], ["putter", "gordijn", "fiets"], ["putter gordijn fiets"]):
            out = run("reporter", *command, *typed, "--language", language, ok=None, text="")
            assert out.returncode == 64 and out.stdout == "" and said in out.stderr, out.stderr
            assert "putter" not in out.stderr and "gordijn" not in out.stderr
            # A single word may be a command's name misspelt.
            is_secret = command != ["organisation"] and (command or typed != ["putter"])
            assert ("history -d" in out.stderr) == bool(is_secret) != ("--help" in out.stderr)


def test_files_that_cannot_be_made_are_said_before_any_word_is_shown(world, tmp_path):
    there = tmp_path / "there"
    there.write_text("mine")
    for options, status, said in (
        (("--code-out", tmp_path / "same", "--keep", tmp_path / "same"), 64, "same file"),
        (("--code-out", tmp_path / "code", "--keep", there), 1, "exists"),
        (("--code-out", there), 1, "exists"),
        (("--code-out", tmp_path / "nowhere" / "code"), 1, "can't be written"),
        (("--keep", tmp_path / "nowhere" / "kept"), 1, "can't be written"),
    ):
        out = world.file("Iets.\n", *options)
        assert out.returncode == status and out.stdout == "" and said in out.stderr, out.stderr
    assert there.read_text() == "mine" and list(tmp_path.iterdir()) == [there]


def test_a_reply_with_words_nothing_was_found_with_says_so(world, tmp_path):
    (tmp_path / "code").write_text(world.file("Iets.\n").stdout)
    for language, said in (("nl", "geen antwoord gevonden"), ("en", "no answer was found")):
        out = reporter("reply", "--organisation", world.link, "--code-file", tmp_path / "code", "--yes", "--language",
                       language, text="Nog iets.\n")
        assert out.returncode == 64 and said in out.stderr and "Counsellor intern (intern)" in out.stderr


def test_the_categories_are_listed_when_asked_for():
    out = reporter("file", "--category", "help", "--language", "nl")
    assert out.returncode == 0 and out.stderr == "" and re.search(r"^bullying +pesten$", out.stdout, re.M)
