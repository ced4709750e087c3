"""Today, what is written down of a spoken case, statements, contacts, examples, settings, succession and the end, by command."""

import json
import pathlib
import shutil

import pexpect
import pytest

from house import BIN, ENVIRONMENT, run
from reporter_world import flat

TOP = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def house(own_house):
    return own_house


def said(house, *arguments, text=None):
    """What a command says as JSON."""
    return json.loads(house.intern.offline_run(*arguments, "--json", text=text).stdout)


def desk_words(language, key):
    """A sentence of the desk's screens: what goes out is the same from either."""
    files = (TOP / "Sources/Desk/Texts").glob(f"{language}*.json")
    return next(texts[key] for texts in map(json.loads, map(pathlib.Path.read_text, files)) if key in texts)


def refused(house, *arguments, text=None):
    failed = house.intern.offline_run(*arguments, text=text, ok=False)
    assert failed.stdout == "" and "error: " in failed.stderr, failed.stdout + failed.stderr
    return flat(failed.stderr)


def at_terminal(house, *arguments):
    """A person who is asked."""
    return pexpect.spawn(
        str(BIN / "counsellor"),
        [*map(str, arguments), "--home", str(house.intern.offline), "--passphrase-file", str(house.intern.passphrase),
         "--language", "nl"], env=ENVIRONMENT, encoding="utf-8", timeout=60, dimensions=(60, 200))


def ends(child, status):
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status, child.before


def test_what_was_told_is_written_asked_and_agreed(shared_house):
    house = shared_house
    number = said(house, "case", "new", "--route", "phone", "--track", "wbk")["number"]
    empty = {"number": number, "state": None, "day": None, "text": None}
    assert said(house, "case", "account", number) == empty
    assert "nothing is written down yet" in refused(house, "case", "account", number, "--state", "agreed")
    assert "need a state" in refused(house, "case", "account", number, "--state", "written", "--send", text="Iets.")
    assert "written, asked, agreed, corrected" in refused(house, "case", "account", number, "--state", "done")
    told = said(house, "case", "account", number, "--state", "written", "--message-file", "-", text="Zag het twee keer.\n")
    assert (told["state"], told["text"]) == ("written", "Zag het twee keer.")
    # Without a code nothing can be sent, and then nothing is kept either.
    refused(house, "case", "account", number, "--state", "asked", "--send")
    assert said(house, "case", "account", number)["state"] == "written"
    code = " ".join(said(house, "case", "code", number)["words"])
    asked = said(house, "case", "account", number, "--state", "asked", "--send")
    assert (asked["state"], asked["text"]) == ("asked", "Zag het twee keer.")
    house.intern.post()
    seen = house.check(code)
    assert "Zag het twee keer." in seen.stdout
    corrected = said(house, "case", "account", number, "--state", "corrected", text="Zag het drie keer.")
    assert (corrected["state"], corrected["text"]) == ("corrected", "Zag het drie keer.")
    agreed = said(house, "case", "account", number, "--state", "agreed")
    assert (agreed["state"], agreed["text"]) == ("agreed", "Zag het drie keer.")
    in_words = house.intern.offline_run("case", "account", number, language="nl").stdout
    assert in_words.startswith("De melder stemde in op ") and "Zag het drie keer." in in_words
    assert [one["body"] for one in said(house, "case", "show", number)["messages"]] == [
        desk_words("en", "life-accountLetter").format("Zag het twee keer.")]


def test_a_statement_says_the_days_and_what_has_not_gone(shared_house):
    house = shared_house
    house.file("Iets over de kas.", "--track", "complaint")
    house.arrive()
    number = said(house, "case", "list", "--search", "kas")["cases"][0]["number"]
    one = said(house, "case", "statement", number)
    case = said(house, "case", "show", number)["case"]
    assert {key: one[key] for key in ("organisation", "counsellor", "track", "route", "closed", "practice")} == {
        "organisation": "De Linde", "counsellor": "intern", "track": "complaint", "route": "digital", "closed": None,
        "practice": False}
    assert one["received"] == case["received"]
    assert one["clocks"] == [{**clock, "unsent": False} for clock in case["clocks"]]
    house.intern.reply(number, "Dank u.")
    first = said(house, "case", "statement", number)["clocks"][0]
    assert first["done"] == one["day"] and first["unsent"]
    text = house.intern.offline_run("case", "statement", number, language="nl").stdout
    title, organisation, unsent = (desk_words("nl", key) for key in ("life-statement", "life-organisation", "notSentYet"))
    assert text.startswith(f"{title}\n{organisation}: De Linde\n") and f"({unsent})\n" in text
    house.intern.post()
    house.arrive()
    assert not said(house, "case", "statement", number)["clocks"][0]["unsent"]
    assert "no case 99" in refused(house, "case", "statement", 99)


def test_today_in_one_command(house):
    empty = said(house, "today")
    assert empty["new"] == {"cases": [], "count": 0} and empty["fetched"] is None and empty["fetchDue"]
    assert "Nothing asks for attention." in house.intern.offline_run("today").stdout
    house.file("Het ene.")
    house.arrive()
    today = said(house, "today")
    assert [case["number"] for case in today["new"]["cases"]] == [1] and today["new"]["count"] == 1
    assert today["fetched"] == today["day"] and not today["fetchDue"] and not today["clockDoubted"]
    assert (today["unsent"], today["aftercare"], today["erasures"]) == (0, [], [])
    assert today["listUntil"] > today["day"] and today["keysUntil"] > today["day"] and today["foreignKeys"] is None
    house.intern.offline_run("show", 1)
    assert [case["number"] for case in said(house, "today")["week"]["cases"]] == [1]
    house.intern.reply(1, "Dank u.")
    assert said(house, "today")["unsent"] == 1
    spoken = house.intern.offline_run("today", language="nl")
    assert "Nog te versturen: 1 antwoord." in spoken.stdout and "Laatst opgehaald op" in spoken.stderr


def test_contacts_are_kept_checked_and_put_back(shared_house):
    house = shared_house
    built_in = said(house, "contacts")["contacts"]
    assert len(built_in) == 17 and {one["whose"] for one in built_in} == {"built-in"}
    added = said(house, "contacts", "keep", "--name", "Arts Linde", "--purpose", "gezondheid", "--reach", "toestel 9",
                 "--whose", "organisation")["contacts"]
    own = added[0]
    assert len(added) == 18 and (own["name"], own["whose"], own["builtIn"], own["old"]) == ("Arts Linde", "organisation", None, False)
    changed = said(house, "contacts", "keep", own["id"], "--reach", "toestel 8")["contacts"][0]
    assert changed == {**own, "reach": "toestel 8"}
    other = said(house, "contacts", "keep", "--built-in", "LVV", "--reach", "zie de site")["contacts"]
    lvv = next(one for one in other if one["builtIn"] == "LVV")
    assert len(other) == 18 and lvv["reach"] == "zie de site" and lvv["id"] and lvv["checked"] == own["checked"]
    spoken = house.intern.offline_run("contacts", language="nl").stdout
    assert "Arts Linde · gezondheid · toestel 8 · van de organisatie" in spoken and "ingebouwd, aangepast" in spoken
    assert "no such contact" in refused(house, "contacts", "keep", 99, "--name", "Iemand")
    assert "no such contact" in refused(house, "contacts", "remove", 99)
    assert "own, organisation" in refused(house, "contacts", "keep", "--whose", "built-in", "--name", "Iemand")
    refused(house, "contacts", "keep", "--reach", "zonder naam")
    for one in (own, lvv):
        said(house, "contacts", "remove", one["id"])
    assert said(house, "contacts")["contacts"] == built_in


def test_examples_are_kept_a_set_a_language(shared_house):
    house = shared_house
    first = said(house, "examples")
    assert first["language"] == "en" and len(first["examples"]) == 13 and not any(one["changed"] for one in first["examples"])
    shown = house.intern.offline_run("examples", "show", "received", language="nl").stdout
    assert shown == desk_words("nl", "template-received-text") + "\n"
    kept = said(house, "examples", "keep", "received", "--message-file", "-", text="Thank you.\n")["examples"]
    received = next(one for one in kept if one["name"] == "received")
    assert received == {**first["examples"][0], "text": "Thank you.", "changed": True}
    own = said(house, "examples", "keep", "--title", "My own", text="Hello …")["examples"][-1]
    assert (own["title"], own["text"], own["own"]) == ("My own", "Hello …", True)
    assert said(house, "examples", "show", own["name"]) == own
    assert "(yours)" in house.intern.offline_run("examples").stdout
    assert "van uzelf" not in house.intern.offline_run("examples", language="nl").stdout
    assert "no example 'none'" in refused(house, "examples", "show", "none")
    assert "which example?" in refused(house, "examples", "keep", text="Iets.")
    assert "nothing to remove" in refused(house, "examples", "remove", "safety")
    for name in ("received", own["name"]):
        said(house, "examples", "remove", name)
    assert said(house, "examples") == first


def test_settings_stay_until_they_are_changed(shared_house):
    house = shared_house
    assert said(house, "settings") == {"retentionMonths": 12, "eraseByItself": False, "idleMinutes": None, "mirror": None, "outbox": None, "figures": []}
    changed = said(house, "settings", "--retention-months", 24, "--erase-by-itself", "--idle-minutes", 5, "--outbox", house.folder / "stick")
    assert changed == {"retentionMonths": 24, "eraseByItself": True, "idleMinutes": 5, "mirror": None, "outbox": str(house.folder / "stick"), "figures": []}
    assert said(house, "settings") == changed
    spoken = house.intern.offline_run("settings", language="nl").stdout
    assert "Afgesloten zaken blijven: 24 maanden." in spoken and f"De map met antwoorden: {house.folder}/stick" in spoken
    for option, value in (("--retention-months", 0), ("--retention-months", 121), ("--idle-minutes", 0)):
        assert option in refused(house, "settings", option, value)
    assert "not plugged in" in refused(house, "settings", "--mirror", "/media/nobody/none/mirror")
    assert said(house, "settings") == changed
    number = said(house, "case", "new", "--route", "letter")["number"]
    house.intern.offline_run("case", "close", number, "--without-message")
    house.intern.offline_run("case", "erase", number, "--early")
    figure = said(house, "settings", "--retention-months", 12, "--no-erase-by-itself")["figures"][0]
    assert (figure["route"], figure["track"], figure["count"]) == ("letter", "conversation", 1)


def test_everybody_is_told_who_goes_on(house):
    codes = [house.file(text).stdout for text in ("Het ene.", "Het andere.")]
    house.arrive()
    spoken = said(house, "case", "new", "--route", "meeting")["number"]
    before = said(house, "succession")
    assert before == {"to": None, "words": None, "written": False, "told": [1, 2], "untold": [spoken]}
    assert "extern  Counsellor extern" in house.intern.offline_run("succession").stdout
    preview = said(house, "succession", "--to", "extern", "--preview")
    assert "Counsellor extern" in preview["words"] and not preview["written"] and preview["told"] == [1, 2]
    assert "who goes on?" in refused(house, "succession", "--yes")
    assert "--yes" in refused(house, "succession", "--to", "extern")
    assert "nobody" in refused(house, "succession", "--to", "nobody", "--yes")
    child = at_terminal(house, "succession", "--to", "extern")
    child.expect("Counsellor extern")
    child.expect("open zaken")
    child.sendline("nee")
    child.expect("er is niets geschreven")
    ends(child, 1)
    assert said(house, "today")["unsent"] == 0
    done = said(house, "succession", "--to", "extern", "--yes", "--message-file", "-", text="Counsellor extern gaat verder. Goed?")
    assert done == {"to": "extern", "words": "Counsellor extern gaat verder. Goed?", "written": True, "told": [1, 2], "untold": [spoken]}
    house.intern.post()
    for code in codes:
        assert "Counsellor extern gaat verder. Goed?" in house.check(code).stdout


def test_the_end_of_a_contract(house):
    house.file("Iets.")
    house.arrive()
    copy, mine = house.folder / "copy", ("--collector", house.intern.online)
    assert "--organisation" in refused(house, "end-contract", copy, *mine)
    assert "not this organisation's name" in refused(house, "end-contract", copy, "--organisation", "De Eik", *mine)
    assert "not the online folder" in refused(
        house, "end-contract", copy, "--organisation", "De Linde", "--collector", house.extern.online)
    assert not copy.exists() and said(house, "case", "list")["count"] == 1
    child = at_terminal(house, "end-contract", copy, *mine)
    child.expect("open zaken")
    child.expect("Typ voor de zekerheid")
    child.sendline("De Lin")
    child.expect("er is niets gewist")
    ends(child, 64)
    assert not copy.exists()
    child = at_terminal(house, "end-contract", copy, *mine)
    child.expect("Typ voor de zekerheid")
    child.sendline("De Linde ")
    child.expect("De verzegelde kopie staat in")
    ends(child, 0)
    assert not house.intern.offline.exists() and not house.intern.online.exists() and house.extern.online.exists()
    summary = (copy / "summary.txt").read_text()
    assert summary.startswith(desk_words("nl", "ending-summaryTitle").format("De Linde"))
    assert desk_words("nl", "ending-summaryFew") in summary and "Iets." not in summary
    house.intern.offline_run("restore", copy)
    assert said(house, "case", "list")["count"] == 1
    again = said(house, "end-contract", house.folder / "second", "--organisation", "De Linde")
    assert again == {"organisation": "De Linde", "folder": str(house.folder / "second"), "cases": None, "openCases": True,
                     "onlineErased": False}
    assert not house.intern.offline.exists()


def test_what_was_set_aside_is_named_and_erased(house):
    assert said(house, "set-aside") == {"folders": []}
    asides = [house.intern.offline.with_name(f"{house.intern.offline.name}.aside-2026-11-2{n}") for n in (1, 2)]
    for one in asides:
        shutil.copytree(house.intern.offline, one)
    assert said(house, "set-aside") == {"folders": list(map(str, asides))}
    assert "no folder that was set aside" in refused(house, "set-aside", "--erase", house.intern.offline, "--yes")
    assert "--yes" in refused(house, "set-aside", "--erase", asides[0])
    wrong = house.folder / "wrong.passphrase"
    wrong.write_text("this is not the passphrase\n")
    failed = run("counsellor", "set-aside", "--erase", asides[0], "--yes", "--home", house.intern.offline,
                 "--passphrase-file", wrong, "--language", "en", ok=False)
    assert "passphrase is not right" in flat(failed.stderr)
    child = at_terminal(house, "set-aside", "--erase", asides[0].name)
    child.expect("voorgoed wissen")
    child.sendline("nee")
    child.expect("er is niets gewist")
    ends(child, 1)
    assert all((one / "vault.age").exists() for one in asides)
    assert said(house, "set-aside", "--erase", asides[0], "--yes") == {"folders": [str(asides[1])]}
    assert not asides[0].exists() and (house.intern.offline / "vault.age").exists()


def test_a_script_reads_in_answers_and_gets_ready(house):
    house.file("Het hek staat open.")
    house.intern.fetch()
    read = said(house, "import", house.intern.mirror)
    assert (read["messages"], read["newCases"], read["missing"], read["answersUntil"]) == (1, 1, 0, None)
    assert read["fetched"] and read["keysUntil"] > read["fetched"][:7]
    case = said(house, "case", "reply", 1, "--message-file", "-", text="Dank u.\n")
    assert case["number"] == 1 and not case["awaitsAnswer"] and case["clocks"][0]["done"] == read["fetched"]
    assert said(house, "reply", 1, "--message-file", "-", text="Nog iets.\n")["number"] == 1
    house.intern.stick.mkdir()
    ready = said(house, "outbox", house.intern.stick)
    assert (ready["answers"], ready["answersAtOnce"], ready["full"]) == (2, 0, [])
    assert read["fetched"] <= ready["lastAnswer"] < ready["until"]
    assert said(house, "import", house.intern.mirror)["answersUntil"] == ready["until"]


def test_the_drill_and_another_passphrase(house):
    copy, new = house.folder / "copy", house.folder / "new.passphrase"
    assert "--prove FOLDER alone" in refused(house, "backup", "--prove")
    assert "--prove FOLDER alone" in refused(house, "backup", copy, "--prove", "--months", house.folder / "months")
    assert "backup" in refused(house, "backup", copy, "--prove") and not copy.exists()
    house.intern.offline_run("backup", copy)
    proved = house.intern.offline_run("backup", copy, "--prove")
    assert "Cases in it: 0. It is the same as what is here." in flat(proved.stdout)
    assert "no recovery sheets" in flat(proved.stderr)
    said(house, "case", "new", "--route", "letter")
    assert "Something has changed here since." in flat(house.intern.offline_run("backup", copy, "--prove").stdout)
    assert house.intern.offline_run("backup", copy, "--prove", "--clock-is-right").returncode == 0
    new.write_text("kort\n")
    refused(house, "passphrase", "--new-passphrase-file", new)
    new.write_text("een heel andere wachtzin van nu\n")
    changed = house.intern.offline_run("passphrase", "--new-passphrase-file", new)
    assert "Make a new backup now." in changed.stdout and new.read_text().strip() not in changed.stdout
    assert "passphrase is not right" in refused(house, "today")
    # The copy keeps the old one.
    old = house.intern.passphrase
    house.intern.passphrase = new
    assert said(house, "case", "list")["count"] == 1
    assert "passphrase is not right" in refused(house, "backup", copy, "--prove")
    run("counsellor", "restore", copy, "--home", house.folder / "again", "--passphrase-file", old)
    assert (house.folder / "again/vault.age").exists()


def test_a_restoring_that_was_cut_off_is_ended(house):
    """Between setting aside what was there and putting the backup in its place."""
    said(house, "case", "new", "--route", "letter")
    offline = house.intern.offline
    restored, aside = (offline.with_name(offline.name + end) for end in (".restored", ".aside-2026-11-20"))
    shutil.copytree(offline, restored)
    assert said(house, "set-aside") == {"folders": [str(restored)]}
    offline.rename(aside)
    # As a shell completes it.
    house.intern.offline = f"{offline}/"
    assert said(house, "case", "list")["count"] == 1
    house.intern.offline = offline
    assert not restored.exists() and said(house, "set-aside") == {"folders": [str(aside)]}
    # One that is not whole stays what it is.
    aside.rename(restored)
    (restored / "unfinished").touch()
    gone = offline.rename(offline.with_name("elsewhere"))
    refused(house, "case", "list")
    assert not offline.exists()
    gone.rename(offline)
    # Nor is one of which a file is missing; and what a write that was cut off left goes along.
    (restored / "unfinished").unlink()
    (restored / "keys.age").unlink()
    (restored / ".vault.age.0a1b2c3d4e5f6071.part").write_bytes(b"sealed")
    offline.rename(gone)
    refused(house, "case", "list")
    gone.rename(offline)
    said(house, "set-aside", "--erase", restored, "--yes")
    assert not restored.exists()
