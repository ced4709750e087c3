"""A report of today, and one that nobody answers: what can be added, and the day to look again. Days pass in this file."""

import re

from page_world import Visitor
from reporter_world import flat
from test_moving import case_with

SENTENCE = r"Counsellor (intern|extern): (kijk opnieuw op|had dit vóór) ([^.]+?)(?: moeten lezen)?\."


def test_on_the_day_itself_more_can_be_written_and_stopped(page_world, browser):
    visitor = Visitor(page_world, browser)
    words = visitor.writes("Het eerste bericht.")
    visitor.sends().press("Kijk hoe het ervoor staat").arrives_at("status").sees("Aangenomen op")
    visitor.press("Schrijf er iets bij").arrives_at("message").sees("Kies dezelfde mensen als de eerste keer", "let op namen")
    visitor.page.check("#reader-intern")
    visitor.page.fill("#body", "Nog iets van vandaag.")
    visitor.sends().leaves()

    # Later that day, with the words alone.
    visitor = Visitor(page_world, browser).comes_back(" ".join(words))
    visitor.sees("Met deze woorden is niets gevonden", "Stuurde je vandaag iets met deze woorden?")
    visitor.press("Stop, doe hier niets mee").arrives_at("message")
    visitor.page.check("#reader-intern")
    visitor.sends().leaves()
    page_world.arrive()
    shown = flat(page_world.show(case_with(page_world, "Het eerste bericht.")))
    assert "Nog iets van vandaag." in shown and "Stop. Ik wil dat jullie hier niets mee doen." in shown


def test_the_day_to_look_again_comes(page_world, browser):
    code = page_world.file("Niemand antwoordt.\n", language="nl").stdout
    page_world.extern.offline_run("hours", "--reads", "mon,tue,wed,thu,fri,sat,sun")
    page_world.extern.outbox("--now")
    page_world.extern.post_due(page_world.extern.stick, ok=None)
    seen = []
    for days in (1, 3, 9):
        page_world.pass_to(days)
        for person in (page_world.intern, page_world.extern, page_world.odd):
            person.fetch()
        visitor = Visitor(page_world, browser, days=days).comes_back(code)
        visitor.sees("Nog geen antwoord. Aan wie schreef je op")
        said = flat(visitor.page.locator("#state").inner_text())
        seen.append({who: (what, day) for who, what, day in re.findall(SENTENCE, said)})
        visitor.leaves()
    first, third, ninth = seen
    again, passed = "kijk opnieuw op", "had dit vóór"
    # Counted from the message, and of each her own: who reads every day should have by the second day.
    assert first["intern"][0] == again and first["intern"] == third["intern"]
    assert ninth["intern"] == (passed, first["intern"][1])
    assert first["extern"][0] == again and first["extern"][1] != first["intern"][1]
    assert third["extern"] == ninth["extern"] == (passed, first["extern"][1])
