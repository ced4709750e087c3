"""Every screen of the desk: accessible, in both languages, from 320 to 1280 px, by keyboard alone."""

import json
import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from desk_world import Counsellor, DeskRun

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
# A folder for pictures of every screen, for someone to look at.
SHOTS = os.environ.get("DESK_SHOTS")


@pytest.fixture(scope="module")
def desk_house(shared_house):
    """A vault with a complaint that was answered and a new report."""
    made = shared_house
    made.file("Iets over mijn rooster.", "--track", "complaint")
    made.arrive()
    made.intern.reply(1, "Gelezen.")
    made.file("Ik ben bang voor mijn chef. " * 20, "--category", "intimidation")
    made.arrive()
    return made


@pytest.fixture
def desk(desk_house):
    running = DeskRun(desk_house.intern, "en")
    yield running
    running.stop()


def looked_at(at_desk, name):
    """Nothing for axe, one heading, and no wider than the screen."""
    at_desk.page.wait_for_load_state("load")
    found = Axe().run(at_desk.page, options=RULES).response["violations"]
    assert found == [], name + json.dumps(
        [[one["id"], [node["html"][:200] for node in one["nodes"]]] for one in found], indent=1)
    width = at_desk.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], f"{name} is {width[0]} wide"
    assert at_desk.page.locator("h1").count() == 1
    # A tab or a screen reader tells screens apart by it.
    heading, title = at_desk.page.locator("h1").inner_text(), at_desk.page.title()
    problem = at_desk.page.locator("main > .box.danger[role=alert]").count() > 0
    assert title.startswith("" if problem else heading + " – ") and f"{heading} – " in title, title
    at_desk.sees_no_slip()
    at_desk.sees_not("step-", "status-", "group-")
    if SHOTS:
        at_desk.page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1280, "light")])
def test_every_screen(desk, browser, width, scheme):
    at_desk = Counsellor(desk, browser, width, color_scheme=scheme)
    looked_at(at_desk, f"unlock-{width}")
    at_desk.page.fill("#passphrase", "wrong")
    at_desk.page.keyboard.press("Enter")
    at_desk.page.wait_for_selector("[role=alert]")
    looked_at(at_desk, f"wrong-{width}")
    at_desk.unlocks()
    for language in ("English", "Nederlands"):
        at_desk.press(language)
        for index, screen in enumerate(("today", "cases", "exchange", "cards")):
            at_desk.follows(at_desk.page.locator("nav a").nth(index))
            at_desk.page.wait_for_url(f"**/{screen}")
            looked_at(at_desk, f"{language}-{screen}-{width}")
        for number in (1, 2):
            at_desk.page.goto(at_desk.page.url.replace("/cards", f"/cases/{number}").partition("?")[0]
                              if number == 1 else at_desk.page.url.replace("/cases/1", "/cases/2"))
            looked_at(at_desk, f"{language}-case-{number}-{width}")
    at_desk.follows(at_desk.page.locator("#answer .main"))
    at_desk.page.wait_for_selector("[role=alert]")
    looked_at(at_desk, f"empty-answer-{width}")
    at_desk.leaves()


def test_letters_twice_as_large_on_a_narrow_screen(desk, large_letters):
    at_desk = Counsellor(desk, large_letters, 320).unlocks()
    assert at_desk.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 34
    root = at_desk.page.url.rpartition("/")[0]
    for screen in ("today", "cases", "cases/1", "cases/2", "cases/2/refer", "cases/2/conflict", "cases/2/sketch", "cases/2/statement",
                   "new", "exchange", "cards", "contacts", "templates", "settings", "keeping", "keeping/first", "keeping/hours",
                   "keeping/backup", "keeping/sheets", "keeping/passphrase", "keeping/succession", "keeping/end",
                   "organisations", "ceremony", "restore", "start"):
        at_desk.page.goto(f"{root}/{screen}")
        looked_at(at_desk, f"large-{screen.replace('/', '-')}")
    at_desk.leaves()


def test_by_keyboard_alone(desk, browser):
    at_desk = Counsellor(desk, browser, 1280)
    keys = at_desk.page.keyboard

    def to(text):
        """Tabs until the element that has the focus is called so."""
        for _ in range(60):
            keys.press("Tab")
            name = at_desk.page.evaluate("document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText")
            if (name or "").strip() == text:
                return
        raise AssertionError(text)

    keys.type(desk.passphrase)
    keys.press("Enter")
    at_desk.page.wait_for_selector("nav")
    to("Zaak 2" if at_desk.page.evaluate("document.documentElement.lang") == "nl" else "Case 2")
    keys.press("Enter")
    at_desk.page.wait_for_selector("#answer")
    is_dutch = at_desk.page.evaluate("document.documentElement.lang") == "nl"
    to("Uw antwoord aan de melder" if is_dutch else "Your answer to the reporter")
    keys.type("Geschreven zonder muis.")
    to("Verzegel het antwoord" if is_dutch else "Seal the answer")
    keys.press("Enter")
    at_desk.sees("Geschreven zonder muis.")
    assert at_desk.page.input_value("#text") == ""
    at_desk.leaves()
