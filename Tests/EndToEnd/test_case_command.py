"""`counsellor case`: a case from receipt to erasure in a terminal or a script."""

import json
import re

import pytest

from reporter_world import flat


def case(house, *arguments, text=None, ok=True):
    """What `counsellor case …` says as JSON."""
    done = house.intern.offline_run("case", *arguments, "--json", text=text, ok=ok)
    return json.loads(done.stdout) if ok else done


def test_a_life_in_json(shared_house):
    house = shared_house
    house.file("Iets \u202eover mijn baas.", "--track", "complaint", "--category", "bullying")
    house.arrive()
    listed = case(house, "list")
    assert (listed["count"], listed["page"], listed["pages"]) == (1, 1, 1)
    one = listed["cases"][0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", one["received"])
    assert {key: one[key] for key in ("number", "status", "track", "category", "route", "closed", "newMessages",
                                      "awaitsAnswer", "alarm", "hasCode", "sorted", "practice", "partOf", "movedTo")} == {
        "number": 1, "status": "received", "track": "complaint", "category": "bullying", "route": "digital",
        "closed": None, "newMessages": 1, "awaitsAnswer": True, "alarm": False, "hasCode": True, "sorted": None,
        "practice": False, "partOf": None, "movedTo": []}
    assert [clock["step"] for clock in one["clocks"]] == ["acknowledgement", "feedback"]

    changed = case(house, "status", 1, "--status", "assessed", "--category", "fraud", "--outcome", "mediation")
    assert (changed["status"], changed["category"], changed["outcome"]) == ("assessed", "fraud", "mediation")
    case(house, "note", 1, "--message-file", "-", text="Gebeld met niemand.\n")
    case(house, "milestone", 1, "hearing", "--on", one["received"])
    raw = house.intern.offline_run("case", "show", 1, "--json").stdout
    # Whatever a reporter typed, JSON moves and hides nothing on a terminal.
    assert raw.isascii() and "\\u202e" in raw
    shown = json.loads(raw)
    assert shown["case"] == changed
    assert shown["notes"] == [{"day": one["received"], "text": "Gebeld met niemand."}]
    assert shown["milestones"] == [{"step": "hearing", "day": one["received"]}]
    assert [message["from"] for message in shown["messages"]] == ["reporter"]
    assert shown["messages"][0]["authentic"] and shown["messages"][0]["new"]
    assert re.fullmatch(r"[0-9a-f]{64}", shown["messages"][0]["hash"])
    assert {"day": one["received"], "kind": "event", "value": "status assessed"} in shown["timeline"]
    assert (shown["erasure"], shown["hold"], shown["aftercare"], shown["account"]) == (None, None, [], None)

    closed = case(house, "close", 1, "--message-file", "-", text="We sluiten dit af.")
    assert closed["closed"] and closed["status"] == "concluded"
    assert case(house, "list", "--show", "closed")["count"] == 1
    shown = case(house, "show", 1)
    assert [step["step"] for step in shown["aftercare"]] == ["2-weeks", "3-months", "6-months"]
    assert int(shown["erasure"][:4]) == int(closed["closed"][:4]) + 1
    case(house, "aftercare", 1, "2-weeks", "--by", "phone", "--message-file", "-", text="Gaat beter.")
    assert case(house, "show", 1)["aftercare"][0]["remark"] == "Gaat beter."

    refused = case(house, "erase", 1, ok=False)
    assert refused.stdout == "" and "has not come" in refused.stderr
    case(house, "hold", 1, "--reason", "Vordering van de politie.")
    assert "is held" in case(house, "erase", 1, "--early", ok=False).stderr
    assert case(house, "erase", "--due") == {"cases": []}
    case(house, "hold", 1, "--release")
    # Its last answer has not gone.
    assert "has not gone yet" in case(house, "erase", 1, "--early", ok=False).stderr
    house.intern.post()
    house.arrive()
    assert case(house, "erase", 1, "--early") == {"cases": [1]}
    assert case(house, "list")["count"] == 0
    # The mirror still has it, and it stays away.
    house.intern.import_()
    assert case(house, "list")["count"] == 0


def test_mistakes_are_said_with_what_would_do(shared_house):
    for arguments, said in [
        (("list", "--show", "everything"), "all, new, open"), (("status", 9, "--status", "assessed"), "no case 9"),
        (("status", 9, "--category", "nonsense"), "bullying"), (("new", "--route", "digital"), "phone, meeting, letter"),
        (("new", "--route", "phone", "--on", "24-11-2026"), "--on"), (("erase",), "--due"), (("merge", 1), "--into"),
    ]:
        failed = case(shared_house, *arguments, ok=False)
        assert failed.stdout == "" and "error: " in failed.stderr and said in flat(failed.stderr), failed.stderr


def test_a_code_given_along_is_read_by_the_reporter(shared_house):
    house = shared_house
    told = house.folder / "told.txt"
    told.write_text("Zag twee keer dezelfde rekening.\n")
    number = case(house, "new", "--route", "phone", "--track", "wbk", "--account-file", told)["number"]
    assert case(house, "show", number)["account"]["text"] == "Zag twee keer dezelfde rekening."
    words = case(house, "code", number)["words"]
    assert len(words) == 10
    assert "has a code" in case(house, "code", number, ok=False).stderr
    code = " ".join(words)
    # Nothing was ever filed with it.
    nothing = house.check(code)
    assert nothing.returncode == 0 and "Nothing filed before today" in flat(nothing.stdout)
    house.answer(number, "Dit schreef ik op. Klopt het?")
    seen = house.check(code)
    assert seen.returncode == 0 and "Dit schreef ik op. Klopt het?" in seen.stdout
    assert "Nothing filed" not in seen.stdout and "ALARM" not in seen.stdout
    path = house.folder / "given.code"
    path.write_text(code + "\n")
    house.follow_up(path, "Het was drie keer.")
    house.arrive()
    shown = case(house, "show", number)
    assert [message["body"] for message in shown["messages"]] == ["Dit schreef ik op. Klopt het?", "Het was drie keer."]
    assert shown["case"]["route"] == "phone" and shown["case"]["alarm"] is False
    assert house.check(code).returncode == 0
    for path in house.intern.offline.iterdir():
        assert words[0].encode() + b" " + words[1].encode() not in path.read_bytes()


def test_spam_practice_merge_and_split(shared_house):
    house = shared_house
    first, second = (case(house, "new", "--route", "letter")["number"] for _ in range(2))
    assert case(house, "sort", first, second, "--as", "spam") == {"cases": [first, second]}
    assert case(house, "list", "--route", "letter")["count"] == 0 and case(house, "list", "--show", "spam")["count"] == 2
    case(house, "sort", first, second, "--as", "case")
    assert "reason is needed" in case(house, "merge", first, "--into", second, ok=False).stderr
    assert case(house, "merge", first, "--into", second, "--reason", "Zei het zelf.")["partOf"] == second
    assert case(house, "show", second)["parts"] == [first]
    assert case(house, "merge", first, "--undo")["partOf"] is None
    made = case(house, "practice")["cases"]
    assert len(made) == 3 and case(house, "list", "--show", "practice")["count"] == 3
    house.intern.reply(made[0], "Geoefend.")
    assert case(house, "practice", "--remove") == {"cases": []}
    assert case(house, "list", "--show", "practice")["count"] == 0
    code = house.folder / "split.code"
    code.write_text(house.file("Het ene.").stdout)
    house.follow_up(code, "Het andere.", "intern")
    house.arrive()
    number = case(house, "list", "--search", "andere")["cases"][0]["number"]
    messages = case(house, "show", number)["messages"]
    new = case(house, "split", number, "--message", messages[1]["hash"])["number"]
    assert [message["body"] for message in case(house, "show", new)["messages"]] == [messages[1]["body"]]


def test_in_words(shared_house):
    house = shared_house
    number = case(house, "new", "--route", "meeting")["number"]
    shown = house.intern.offline_run("case", "show", number).stdout
    assert "came by: meeting" in shown and "first answer: done on" in shown
    assert "Gesprek" not in shown
    assert "Tijdlijn" in house.intern.offline_run("case", "show", number, language="nl").stdout
    assert f"Case {number} is closed." in house.intern.offline_run("case", "close", number, "--without-message").stdout
