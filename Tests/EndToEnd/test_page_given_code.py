"""A code that a counsellor gave along, with which nothing was ever filed, at the reporter's page."""

import json

from page_world import Visitor


def case(world, *arguments):
    return json.loads(world.intern.offline_run("case", *arguments, "--json").stdout)


def test_answers_are_shown_and_answered_back(page_world, browser):
    number = case(page_world, "new", "--route", "meeting")["number"]
    code = " ".join(case(page_world, "code", number)["words"])
    page_world.answer(number, "Fijn dat je langskwam.")
    visitor = Visitor(page_world, browser).comes_back(code)
    visitor.sees("Fijn dat je langskwam.")
    visitor.sees_not("niets aangekomen")
    assert visitor.page.locator("#alarms").count() == 0
    visitor.press("Schrijf terug").sees("Dit gaat naar: Counsellor intern.")
    visitor.page.fill("#body", "Ik lees het.")
    visitor.sends()
    visitor.leaves()
    page_world.arrive()
    shown = case(page_world, "show", number)
    assert [message["body"] for message in shown["messages"]] == ["Fijn dat je langskwam.", "Ik lees het."]
    assert shown["case"]["route"] == "meeting"
