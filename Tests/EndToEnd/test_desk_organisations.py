"""Forty organisations at one desk: each its own vault; a search never shows another, ending one leaves the others."""

import re
import shutil

import pytest

from desk_world import Counsellor, DeskRun
from house import Person, run
from reporter_world import World

COUNT = 40


class AtTheList(Counsellor):
    first_seen = "h1"

    def opens(self, name, passphrase=None):
        self.follows(self.page.get_by_role("link", name=name, exact=True))
        self.page.wait_for_selector("#passphrase")
        return self.unlocks(passphrase)

    def lists(self):
        self.page.goto(self.page.url.partition("/o/")[0].rpartition("/today")[0] + "/organisations"
                       if "/o/" not in self.page.url else self.page.url.partition("/o/")[0] + "/organisations")
        return self


@pytest.fixture(scope="module")
def forty(tmp_path_factory):
    """De Linde and De Esdoorn with a case each, and copies of a third's vault for the rest: none but folders differ."""
    folder = tmp_path_factory.mktemp("forty")
    worlds = {}
    for name in ("linde", "esdoorn"):
        (folder / name).mkdir()
        worlds[name] = World(folder / name, persons=("intern",)).start()
    worlds["linde"].file("Alleen over de fiets van de linde.")
    worlds["esdoorn"].file("Alleen over de sleutel van de esdoorn.")
    for world in worlds.values():
        world.arrive()
    data, online = folder / "data-organisations", folder / "online-organisations"
    data.mkdir()
    online.mkdir()
    for name, world in worlds.items():
        shutil.move(world.intern.offline, data / name)
        shutil.move(world.intern.online, online / name)
    other = Person(worlds["linde"], "derde")
    run("counsellor", "init", "--home", other.offline, "--collector", other.online, "--passphrase-file",
        other.passphrase, "--link", worlds["linde"].link, "--id", "derde", "--name", "De derde", "--role", "internal",
        "--enrolment", folder / "derde.enrolment")
    for number in range(3, COUNT + 1):
        shutil.copytree(other.offline, data / f"org-{number:02}")

    class Owner:
        id, offline, online = "intern", folder / "data", folder / "online"
        passphrase = worlds["linde"].intern.passphrase
    yield Owner, data, online
    for world in worlds.values():
        world.stop()


def test_one_never_shows_another_and_ending_one_leaves_the_rest(forty, browser, tmp_path):
    owner, data, online = forty
    running = DeskRun(owner)
    try:
        at_desk = AtTheList(running, browser)
        rows = at_desk.page.locator("ul.cases li")
        assert rows.count() == COUNT
        at_desk.sees_not("De Linde")
        for name, own, others in (("linde", "fiets", "sleutel"), ("esdoorn", "sleutel", "fiets")):
            at_desk.opens(name)
            at_desk.goes("Zaken")
            at_desk.page.fill("#q", own)
            at_desk.press("Zoek").sees("Gevonden zaken: 1")
            at_desk.page.fill("#q", others)
            at_desk.press("Zoek").sees("Gevonden zaken: 0")
            at_desk.page.fill("#q", "Alleen over")
            at_desk.press("Zoek").sees("Gevonden zaken: 1")
            at_desk.follows(at_desk.page.locator("ul.cases a").first)
            at_desk.sees(own).sees_not(others)
            # Whose desk it is stands on every screen, and by the answer.
            assert at_desk.page.locator("header .organisation").inner_text() == f"De Linde ({name})"
            at_desk.sees(f"U antwoordt voor: De Linde ({name})")
            at_desk.lists()
        at_desk.sees("De Linde")
        colours = {row.get_attribute("class").split()[0] for row in rows.all()}
        assert len(colours) > 1
        at_desk.press("Haal op en lees in, voor alle").sees("De Linde (linde): Ingelezen berichten: 0")
        # The contract with one ends.
        at_desk.follows(at_desk.page.locator(f"a[href$='/o/esdoorn/today']"))
        at_desk.goes("Sleutels en bewaren")
        at_desk.follows(at_desk.page.get_by_role("link", name="Contract beëindigen"))
        at_desk.sees("Er zijn nog open zaken.")
        export = tmp_path / "export"
        # Both organisations have the same name.
        for name, passphrase, said in (
                ("De Ander", running.passphrase, "Dat is niet de naam van deze organisatie."),
                ("De Linde (linde)", running.passphrase, "Dat is niet de naam van deze organisatie."),
                ("De Linde (esdoorn)", "niet deze wachtzin", "Dat is niet de wachtzin")):
            at_desk.page.fill("#folder", str(export))
            at_desk.page.fill("#passphrase", passphrase)
            at_desk.page.fill("#name", name)
            at_desk.press("Zet over en wis").sees(said)
            assert (data / "esdoorn" / "identity.age").exists() and not export.exists()
        at_desk.page.fill("#folder", str(export))
        at_desk.page.fill("#passphrase", running.passphrase)
        at_desk.page.fill("#name", "De Linde (esdoorn)")
        at_desk.press("Zet over en wis").sees("De kluis van De Linde (esdoorn) is gewist.")
        assert rows.count() == COUNT - 1 and not (data / "esdoorn").exists() and not (online / "esdoorn").exists()
        assert len(list(data.iterdir())) == COUNT - 1
        summary = (export / "summary.txt").read_text()
        assert "Zaken: minder dan vijf." in summary and "sleutel van" not in summary
        at_desk.follows(at_desk.page.locator(f"a[href$='/o/linde/today']"))
        at_desk.goes("Zaken").sees("Gevonden zaken: 1")
        at_desk.leaves()
    finally:
        running.stop()
    restored = tmp_path / "restored"
    run("counsellor", "restore", export, "--home", restored, "--passphrase-file", owner.passphrase)
    shown = run("counsellor", "show", "1", "--home", restored, "--passphrase-file", owner.passphrase).stdout
    assert "Alleen over de sleutel van de esdoorn." in shown


def test_one_passphrase_may_open_many_and_a_locked_one_says_nothing(forty, browser):
    owner, data, online = forty
    for folder in data.iterdir():
        if folder.name.startswith("org-") and folder.name > "org-05":
            shutil.rmtree(folder)
    running = DeskRun(owner)
    try:
        at_desk = AtTheList(running, browser)
        at_desk.follows(at_desk.page.get_by_role("link", name="org-03", exact=True))
        at_desk.page.wait_for_selector("#passphrase")
        at_desk.page.get_by_label("Open ook de andere organisaties").check()
        third = (owner.passphrase.parent / "derde.passphrase").read_text().strip()
        at_desk.unlocks(third).lists()
        for _ in range(60):
            if at_desk.page.get_by_text("open, niets nieuws").count() == 3:
                break
            at_desk.page.wait_for_timeout(500)
            at_desk.page.reload()
        # Those with this passphrase are open, the other is not and says no more than its folder's name.
        assert at_desk.page.get_by_text("open, niets nieuws").count() == 3
        assert at_desk.page.locator("li", has_text="op slot").inner_text().startswith("linde")
        root = at_desk.page.url.rpartition("/")[0]
        at_desk.page.goto(f"{root}/o/linde/cases")
        at_desk.sees("Uw bureau is op slot").sees_not("fiets")
        for nothing in ("/o/none/today", "/o/../today", "/o/%2e%2e/today", "/o/Linde/today"):
            answer = at_desk.page.request.get(root + nothing)
            assert "fiets" not in answer.text() and answer.status in (200, 404, 403)
        at_desk.page.goto(f"{root}/organisations")
        at_desk.press("Alles op slot")
        assert at_desk.page.get_by_text("op slot", exact=True).count() == 4
        at_desk.leaves()
    finally:
        running.stop()
