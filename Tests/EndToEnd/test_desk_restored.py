"""A backup put back at the desk: on a new computer, and in the place of damaged files, of which nothing is erased."""

import pytest

from desk_world import Counsellor, DeskRun
from test_desk_keeping import Newcomer
from test_desk_screens import looked_at


@pytest.fixture(scope="module")
def house(shared_house):
    shared_house.file("Voor de back-up.")
    shared_house.arrive()
    return shared_house


@pytest.fixture
def backup(house, tmp_path):
    """The backup's folder, and the file with the month keys."""
    folder, months = tmp_path / "backup", tmp_path / "months" / "months.age"
    months.parent.mkdir()
    house.intern.offline_run("backup", folder, "--months", months)
    return folder, months


class Elsewhere:
    """The same counsellor with her vault in another folder."""

    def __init__(self, person, offline):
        self.id, self.offline, self.online, self.passphrase = person.id, offline, person.online, person.passphrase


def restores(at_desk, backup, passphrase=None):
    folder, months = backup
    at_desk.page.fill("#folder", str(folder))
    at_desk.page.fill("#months", str(months))
    at_desk.page.fill("#passphrase", passphrase or at_desk.desk.passphrase)
    at_desk.press("Zet terug")


def test_on_a_new_computer(house, backup, browser, tmp_path):
    running = DeskRun(Elsewhere(house.intern, tmp_path / "new" / "data"))
    try:
        at_desk = Newcomer(running, browser)
        # The part that goes online is here already, so that comes first.
        at_desk.sees("De computer met internet")
        at_desk.page.get_by_role("link", name="Hier een kluis beginnen", exact=False).click()
        at_desk.page.get_by_role("link", name="Had u al een kluis? Zet uw back-up terug", exact=True).click()
        looked_at(at_desk, "restore-new")
        restores(at_desk, (tmp_path / "nothing", backup[1]))
        at_desk.sees("staat geen hele back-up")
        assert not (tmp_path / "new" / "data").exists()
        restores(at_desk, backup, "niet deze wachtzin")
        at_desk.sees("Dat is niet de wachtzin")
        restores(at_desk, backup)
        at_desk.sees("De back-up is teruggezet. Lees nu eerst in").sees_not("aside").goes("Zaken")
        at_desk.page.locator("ul.cases a").first.click()
        at_desk.sees("Voor de back-up.", "lees eerst de nieuwste berichten in")
        at_desk.goes("Ophalen en versturen").press("Lees in").sees("Ingelezen berichten: 0").goes("Zaken")
        at_desk.page.locator("ul.cases a").first.click()
        at_desk.page.fill("#text", "Na het herstel.")
        at_desk.press("Verzegel het antwoord").sees("Na het herstel.", "nog niet klaargezet")
        at_desk.leaves()
    finally:
        running.stop()


@pytest.mark.parametrize("damage", ["cut off", "missing"])
def test_in_the_place_of_damaged_files(house, backup, browser, tmp_path, damage):
    offline = tmp_path / "data"
    house.intern.offline_run("backup", offline)
    months = offline / "months.age"
    months.write_bytes(backup[1].read_bytes())
    vault = offline / "vault.age"
    if damage == "cut off":
        vault.write_bytes(vault.read_bytes()[:-100])
    else:
        vault.unlink()
    running = DeskRun(Elsewhere(house.intern, offline))
    try:
        at_desk = Counsellor(running, browser)
        at_desk.page.fill("#passphrase", running.passphrase)
        at_desk.page.keyboard.press("Enter")
        at_desk.sees("vault.age", "Zet een back-up terug")
        at_desk.page.get_by_role("link", name="Zet een back-up terug", exact=False).click()
        looked_at(at_desk, "restore-damaged")
        restores(at_desk, backup)
        at_desk.sees("Hier staan al bestanden.")
        at_desk.page.get_by_label("Zet wat hier nu staat opzij.", exact=False).check()
        restores(at_desk, backup, "niet deze wachtzin")
        at_desk.sees("Dat is niet de wachtzin")
        assert not list(tmp_path.glob("data.aside-*"))
        restores(at_desk, backup)
        at_desk.sees("De back-up is teruggezet.", "staat in een map ernaast").goes("Zaken")
        at_desk.page.locator("ul.cases a").first.click()
        at_desk.sees("Voor de back-up.").leaves()
        (aside,) = tmp_path.glob("data.aside-*")
        assert (aside / "identity.age").exists() and (aside / "vault.age").exists() == (damage == "cut off")
        assert not (tmp_path / "data.restored").exists()
    finally:
        running.stop()
