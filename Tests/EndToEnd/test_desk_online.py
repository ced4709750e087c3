"""Fetch and Send as one button each, where the counsellor lets her machine go online."""

import pytest

from desk_world import Counsellor, DeskRun


@pytest.fixture
def at_desk(shared_house, browser):
    running = DeskRun(shared_house.intern)
    someone = Counsellor(running, browser).unlocks().goes("Ophalen en versturen")
    yield someone
    someone.leaves()
    running.stop()


def allow(at_desk, proxy=""):
    if not at_desk.page.locator("#proxy").is_visible():
        at_desk.page.get_by_text("Mag deze computer het internet op?").click()
    at_desk.page.get_by_label("Deze computer mag het internet op").check()
    at_desk.page.fill("#proxy", proxy)
    at_desk.press("Bewaar")


def test_a_report_comes_and_its_answer_goes_without_a_stick(shared_house, at_desk):
    code = shared_house.file("Twee regels zijn genoeg.").stdout
    # Nothing goes online before she says so.
    at_desk.sees_not("Haal op\n")
    assert at_desk.page.get_by_role("button", name="Haal op", exact=True).count() == 0
    allow(at_desk)
    at_desk.press("Haal op").sees("Opgehaald en nagekeken.", "Ingelezen berichten: 1; nieuwe zaken: 1.")
    at_desk.goes("Vandaag")
    at_desk.follows(at_desk.page.locator("ul.cases a").first)
    at_desk.page.fill("#text", "Ik heb het gelezen.")
    at_desk.press("Verzegel het antwoord").goes("Ophalen en versturen")
    at_desk.press("Verstuur").sees("De bestanden van vandaag zijn verstuurd. Uw laatste antwoord gaat weg op")
    assert "Ik heb het gelezen." in shared_house.check(code).stdout


def test_what_goes_wrong_is_said_and_nothing_is_lost(shared_house, at_desk):
    allow(at_desk, "socks5://127.0.0.1:1")
    at_desk.press("Haal op").sees("Het ophalen is niet helemaal gelukt.")
    at_desk.press("Verstuur").sees("Het versturen is niet gelukt. Er is niets verloren")
    at_desk.page.get_by_text("Details", exact=True).click()
    at_desk.sees("proxy")
    allow(at_desk)
    at_desk.press("Verstuur").sees("verstuurd.").sees_not("Er is niets verloren")
    # And off again.
    at_desk.page.get_by_text("Mag deze computer het internet op?").click()
    at_desk.page.get_by_label("Deze computer mag het internet op").uncheck()
    at_desk.press("Bewaar")
    assert at_desk.page.get_by_role("button", name="Verstuur", exact=True).count() == 0
