"""The counsellor's desk: a report read and answered without a terminal, and found again."""

import pytest

from desk_world import Counsellor, DeskRun


def test_a_frightened_report_is_answered_in_three_clicks_from_today(shared_house, desk, browser):
    code = shared_house.file("Ik ben bang voor mijn chef.\n<b>Help</b> \u202eme").stdout
    shared_house.intern.fetch()
    at_desk = Counsellor(desk, browser).unlocks()
    at_desk.sees("Er ligt niets te wachten.").goes("Ophalen en versturen").press("Lees in")
    at_desk.sees("Ingelezen berichten: 1; nieuwe zaken: 1.").goes("Vandaag")
    at_desk.sees("Nieuw", "eerste antwoord uiterlijk")
    # Three clicks: the case, an example made her own, seal.
    at_desk.follows(at_desk.page.locator("ul.cases a").first)
    at_desk.sees("Ik ben bang voor mijn chef.", "<b>Help</b> \u27e8U+202E\u27e9me", "Ontvangst bevestigen")
    assert at_desk.page.locator("blockquote b").count() == 0
    at_desk.sees("Is iemand nu in gevaar?", "Staat erin wanneer u weer leest")
    at_desk.press("Ben je veilig?")
    at_desk.page.keyboard.press("Control+End")
    at_desk.page.keyboard.type(" Ik lees dinsdag weer wat je schrijft over je chef.")
    at_desk.press("Verzegel het antwoord")
    at_desk.sees("nog niet klaargezet", "gedaan op")
    outbox = shared_house.folder / "desk-stick"
    at_desk.goes("Ophalen en versturen")
    at_desk.page.fill("#outbox", str(outbox))
    at_desk.press("Zet de antwoorden klaar").sees("De map met antwoorden staat klaar")
    at_desk.leaves()
    desk.stop()
    shared_house.intern.post_due(outbox)
    assert "Wat je schrijft maakt me bezorgd." in shared_house.check(code).stdout


def test_notes_drafts_and_search(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser).unlocks().goes("Zaken")
    at_desk.follows(at_desk.page.locator("ul.cases a").first)
    at_desk.page.fill("#text", "Begonnen antwoord, nog niet af.")
    at_desk.sees("Wat u typte is bewaard.")
    at_desk.page.fill("#note", "Gebeld met de externe, zonder namen.")
    at_desk.press("Bewaar (Nieuwe aantekening)")
    at_desk.sees("Gebeld met de externe, zonder namen.")
    assert at_desk.page.input_value("#text") == "Begonnen antwoord, nog niet af."
    at_desk.press("Op slot")
    at_desk.page.wait_for_selector("#passphrase")
    at_desk.unlocks().goes("Zaken")
    at_desk.page.fill("#q", "EXTERNE namen")
    at_desk.press("Zoek").sees("Gevonden zaken: 1")
    at_desk.page.fill("#q", "100%_niet")
    at_desk.press("Zoek").sees("Gevonden zaken: 0")
    at_desk.press("English").sees("Cases found: ").goes("Cards").sees("Someone is thinking of suicide")
    at_desk.leaves()


def test_a_wrong_passphrase_and_a_second_desk(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser)
    at_desk.page.fill("#passphrase", "not this one")
    at_desk.page.keyboard.press("Enter")
    at_desk.sees("Dat is niet de wachtzin van deze kluis.")
    at_desk.unlocks()
    refused = shared_house.intern.offline_run("inbox", ok=False)
    assert refused.stdout == "" and refused.stderr.startswith("error: ")
    at_desk.leaves()


def test_it_locks_when_nobody_is_there(shared_house, browser):
    running = DeskRun(shared_house.intern, "nl", "--idle-minutes", 1)
    try:
        at_desk = Counsellor(running, browser).unlocks()
        at_desk.page.wait_for_selector("#passphrase", timeout=90_000)
        assert "1" in shared_house.intern.offline_run("inbox").stdout
        at_desk.leaves()
    finally:
        running.stop()
