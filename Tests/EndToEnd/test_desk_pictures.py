"""The pictures of Docs/for-counsellors.md, made of the real screens in .build/pictures; `make pictures` renews the Docs."""

import re

import pytest

from desk_world import Counsellor, DeskRun
from test_desk_keeping import Newcomer
from test_repository import TOP

MADE, KEPT = TOP / ".build/pictures", TOP / "Docs/pictures"
SIZE = {"width": 1000, "height": 640}
# By name: where it is, and what it begins with.
SCREENS = {
    "today": ("today", "h1"), "case": ("cases/1", "h1"), "answer": ("cases/1", "#answer"), "cases": ("cases", "h1"),
    "new-conversation": ("new", "h1"), "exchange": ("exchange", "h1"), "cards": ("cards", "h1"),
    "life": ("cases/1", "#life-title"), "refer": ("cases/1/refer", "h1"), "conflict": ("cases/1/conflict", "h1"),
    "sketch": ("cases/1/sketch", "h1"), "statement": ("cases/1/statement", "h1"), "keeping": ("keeping", "h1"),
    "sheets": ("keeping/sheets", "h1"), "succession": ("keeping/succession", "h1"), "end": ("keeping/end", "h1"),
    "templates": ("templates", "h1"), "contacts": ("contacts", "h1"), "settings": ("settings", "section:has(#weekday)"),
    "ceremony": ("ceremony", "h1"),
}


def named_in_docs():
    return set(re.findall(r"\(pictures/([a-z-]+)\.png\)", (TOP / "Docs/for-counsellors.md").read_text()))


@pytest.fixture(scope="module")
def house(shared_house):
    made = shared_house
    made.file("Ik word al weken uitgelachen in het overleg. Ik slaap slecht en durf niets meer te zeggen.",
              "--track", "complaint", "--category", "bullying", language="nl")
    made.file("Er verdwijnt geld uit de kas van het feest.", "--category", "fraud", language="nl")
    made.arrive()
    return made


def take(at_desk, name, begin="h1"):
    at_desk.page.set_viewport_size(SIZE)
    at_desk.page.locator(begin).first.evaluate("one => one.scrollIntoView({ block: 'start' })")
    MADE.mkdir(parents=True, exist_ok=True)
    path = MADE / f"{name}.png"
    at_desk.page.screenshot(path=path)
    assert path.stat().st_size > 5_000


def test_each_picture_is_of_a_real_screen_and_named_in_the_docs(house, browser, tmp_path):
    running = DeskRun(house.intern)
    try:
        at_desk = Counsellor(running, browser, locale="nl-NL").unlocks()
        root = re.match(r"(http://[^/]+/[^/]+)", at_desk.page.url)[1]
        for name, (path, begin) in SCREENS.items():
            at_desk.page.goto(f"{root}/{path}")
            at_desk.page.wait_for_selector(begin)
            take(at_desk, name, begin)
        at_desk.leaves()
    finally:
        running.stop()

    class New:
        id, offline, online, passphrase = "nieuw", tmp_path / "offline", tmp_path / "online", house.intern.passphrase
    running = DeskRun(New)
    try:
        at_desk = Newcomer(running, browser)
        take(at_desk, "first-use")
        at_desk.follows(at_desk.page.get_by_role("link", name="Zet uw back-up terug", exact=False))
        at_desk.page.wait_for_selector("#months")
        take(at_desk, "restore")
        at_desk.leaves()
    finally:
        running.stop()
    made = {*SCREENS, "first-use", "restore"}
    assert made == named_in_docs() == {path.stem for path in KEPT.glob("*.png")}
