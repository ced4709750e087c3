"""What would hurt somebody: a report on the screen after locking, a wrong day, a folder of another organisation."""

import os
import re

import pytest
from playwright.sync_api import sync_playwright

from desk_world import Counsellor, DeskRun, Window
from house import set_clock


@pytest.fixture
def house(own_house):
    return own_house


def room(at_desk):
    return re.match(r"(http://[^/]+/[^/]+)", at_desk.page.url)[1]


def test_going_back_after_locking_shows_nothing(shared_house, desk):
    """With the browser's own cache of pages, which Playwright switches off unless it is asked not to."""
    shared_house.file("Dit mag niemand anders lezen.")
    shared_house.arrive()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), ignore_default_args=["--disable-back-forward-cache"], args=["--no-sandbox", "--headless=new"])
        at_desk = Counsellor(desk, browser).unlocks().goes("Zaken")
        at_desk.follows(at_desk.page.locator("ul.cases a").first)
        at_desk.sees("Dit mag niemand anders lezen.").press("Op slot")
        at_desk.page.wait_for_selector("#passphrase")
        at_desk.page.evaluate("history.back()")
        at_desk.page.wait_for_timeout(1_000)
        at_desk.page.wait_for_selector("#passphrase")
        at_desk.sees_not("Dit mag niemand anders lezen.")
        browser.close()


def test_under_a_day_that_cannot_be_nothing_is_written(house, browser):
    house.file("Iets.")
    house.arrive()
    set_clock(-300)
    try:
        running = DeskRun(house.intern)
        at_desk = Counsellor(running, browser).unlocks()
        at_desk.sees("is al geweest").goes("Zaken")
        at_desk.follows(at_desk.page.locator("ul.cases a").first)
        at_desk.page.fill("#text", "Een antwoord van gisteren.")
        at_desk.press("Verzegel het antwoord").sees("Zet de klok goed.")
        assert at_desk.page.input_value("#text") == "Een antwoord van gisteren."
        at_desk.goes("Ophalen en versturen")
        at_desk.page.fill("#outbox", str(house.folder / "stick"))
        at_desk.press("Zet de antwoorden klaar").sees("Zet de klok goed.")
        assert not list((house.folder / "stick").glob("*.reply"))
        # A person who knows better says so.
        at_desk.goes("Vandaag").press("Ja, de datum van deze computer klopt").sees_not("is al geweest")
        at_desk.leaves()
        running.stop()
    finally:
        set_clock(0)


def test_an_answer_that_has_not_gone_is_not_forgotten(house, browser):
    house.file("Iets.")
    house.arrive()
    running = DeskRun(house.intern)
    at_desk = Counsellor(running, browser).unlocks()
    at_desk.follows(at_desk.page.locator("ul.cases a").first)
    at_desk.page.fill("#text", "Mijn antwoord.")
    at_desk.press("Verzegel het antwoord").sees("(nog niet verstuurd)").goes("Vandaag")
    at_desk.sees("Antwoorden die nog weg moeten: 1.").sees_not("Er ligt niets te wachten.")
    at_desk.leaves()
    running.stop()
    house.intern.offline_run("close", 1, "--message-file", "-", text="Tot ziens.")
    refused = house.intern.offline_run("case", "erase", 1, "--early", ok=None)
    assert refused.returncode and "has not gone yet" in refused.stderr


def test_the_outbox_of_another_organisation_is_left_alone(house, tmp_path):
    """The same short name may stand in two lists."""
    sums = house.intern.stick / "SHA256SUMS"
    house.intern.outbox()
    owner = re.search(r"^# counsellor (\S+)/intern$", sums.read_text(), re.M)[1]
    sums.write_text(sums.read_text().replace(owner, "meld.esdoorn.example"))
    before = {path.name: path.read_bytes() for path in house.intern.stick.iterdir()}
    for refused in (house.intern.outbox(ok=False), house.intern.post_due(house.intern.stick, ok=False)):
        assert "meld.esdoorn.example/intern" in refused.stderr
    assert {path.name: path.read_bytes() for path in house.intern.stick.iterdir()} == before


@pytest.mark.parametrize("path", ["/cases?page=9223372036854775807", "/cases?page=-9223372036854775808",
                                  "/cases/9223372036854775807", "/cases/99999999999999999999"])
def test_no_number_in_an_address_ends_it(shared_house, desk, path):
    window = Window(desk)
    window.ask("POST", "/unlock", {"passphrase": desk.passphrase})
    window.ask("GET", path, ok=None)
    window.ask("GET", "/today")


def test_a_pipe_on_a_stick_holds_nobody_up(shared_house, desk, tmp_path):
    os.mkfifo(tmp_path / "notes")
    window = Window(desk)
    window.ask("POST", "/unlock", {"passphrase": desk.passphrase})
    window.ask("POST", "/exchange/import", {"folder": str(tmp_path)}, ok=False)


def test_a_form_leads_back_to_a_screen(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser).unlocks().goes("Ophalen en versturen")
    at_desk.page.fill("#mirror", "/nowhere")
    at_desk.press("Lees in")
    at_desk.page.wait_for_selector("[role=alert]")
    at_desk.press("English").sees("Fetch and send").press("Nederlands")
    at_desk.page.goto(f"{room(at_desk)}/exchange/import")
    at_desk.sees("Dit scherm is er niet.", "Vandaag")
    at_desk.leaves()


def test_sheets_are_in_force_only_when_all_three_of_one_set_are_ready(shared_house, desk):
    """In two tabs: what one shows may be forgotten, or made anew, in the other."""
    offline = shared_house.intern.offline
    before = sorted(offline.glob("recovery-*"))
    window = Window(desk)
    window.ask("POST", "/unlock", {"passphrase": desk.passphrase})

    def shown(sheet):
        return re.search(r'name="mark" value="(\d{4})"', window.ask("GET", f"/keeping/sheets/{sheet}"))[1]

    window.ask("POST", "/keeping/sheets")
    old = shown(3)
    window.ask("POST", "/lock")
    window.ask("POST", "/unlock", {"passphrase": desk.passphrase})
    assert "gelden niet" in window.ask("POST", "/keeping/sheets/3", {"mark": old}, ok=False)
    window.ask("POST", "/keeping/sheets")
    new = shown(1)
    assert "gelden niet" in window.ask("POST", "/keeping/sheets/1", {"mark": old}, ok=False) or new == old
    # The third before the others is not enough.
    window.ask("POST", "/keeping/sheets/3", {"mark": new})
    assert sorted(offline.glob("recovery-*")) == before
    window.ask("POST", "/keeping/sheets/1", {"mark": new})
    assert "De nieuwe bladen gelden." in window.ask("POST", "/keeping/sheets/2", {"mark": new})
    assert {path.name.split("-")[1] for path in offline.glob("recovery-*")} == {new}
