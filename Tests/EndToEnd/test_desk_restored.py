"""A backup put back at the desk: on a new computer, and in the place of damaged files, of which nothing is erased."""

import pytest

from desk_world import Counsellor, DeskRun
from test_desk_keeping import PASSPHRASE, Newcomer, make_sheets
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
        at_desk.follows(at_desk.page.get_by_role("link", name="Hier een kluis beginnen", exact=False))
        at_desk.follows(at_desk.page.get_by_role("link", name="Had u al een kluis? Zet uw back-up terug", exact=True))
        looked_at(at_desk, "restore-new")
        restores(at_desk, (tmp_path / "nothing", backup[1]))
        at_desk.sees("staat geen hele back-up")
        assert not (tmp_path / "new" / "data").exists()
        restores(at_desk, backup, "niet deze wachtzin")
        at_desk.sees("Dat is niet de wachtzin")
        restores(at_desk, backup)
        at_desk.sees("De back-up is teruggezet. Lees nu eerst in").sees_not("aside").goes("Vandaag")
        at_desk.sees("Deze kluis is teruggezet.").sees_not("Er ligt niets te wachten.").goes("Zaken")
        at_desk.follows(at_desk.page.locator("ul.cases a").first)
        at_desk.sees("Voor de back-up.", "lees eerst de nieuwste berichten in")
        at_desk.goes("Ophalen en versturen").press("Lees in").sees("Ingelezen berichten: 0").goes("Vandaag")
        at_desk.sees_not("Deze kluis is teruggezet.").goes("Zaken")
        at_desk.follows(at_desk.page.locator("ul.cases a").first)
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
        at_desk.follows(at_desk.page.get_by_role("link", name="Zet een back-up terug", exact=False))
        looked_at(at_desk, "restore-damaged")
        restores(at_desk, backup)
        at_desk.sees("Hier staan al bestanden.")
        at_desk.page.get_by_label("Zet wat hier nu staat opzij.", exact=False).check()
        restores(at_desk, backup, "niet deze wachtzin")
        at_desk.sees("Dat is niet de wachtzin")
        assert not list(tmp_path.glob("data.aside-*"))
        restores(at_desk, backup)
        at_desk.sees("De back-up is teruggezet.", "staat in een map ernaast").goes("Zaken")
        at_desk.follows(at_desk.page.locator("ul.cases a").first)
        at_desk.sees("Voor de back-up.").leaves()
        (aside,) = tmp_path.glob("data.aside-*")
        assert (aside / "identity.age").exists() and (aside / "vault.age").exists() == (damage == "cut off")
        assert not (tmp_path / "data.restored").exists()
    finally:
        running.stop()


def test_anothers_backup_is_named_before_and_what_it_moved_aside_after(house, backup, browser, tmp_path):
    """Whoever sits at the locked window could put other files in the place of these: nobody is fooled by it."""
    offline, other = tmp_path / "data", tmp_path / "other"
    house.intern.offline_run("backup", offline)
    (offline / "months.age").write_bytes(backup[1].read_bytes())
    house.extern.offline_run("backup", other)
    theirs = house.extern.passphrase.read_text().strip()
    running = DeskRun(Elsewhere(house.intern, offline))
    try:
        at_desk = Counsellor(running, browser)
        at_desk.sees_not("Opzij gezet")
        at_desk.follows(at_desk.page.get_by_role("link", name="Zet een back-up terug", exact=False))
        sure = at_desk.page.get_by_label("Zet wat hier nu staat opzij.", exact=False)
        sure.check()
        at_desk.page.fill("#folder", str(other))
        at_desk.page.fill("#passphrase", theirs)
        at_desk.press("Zet terug").sees("Deze back-up is van 127.0.0.1", "vertrouwenspersoon ‘extern’.")
        looked_at(at_desk, "restore-anothers")
        assert not list(tmp_path.glob("data.aside-*")) and sure.is_checked()
        at_desk.page.get_by_label("Dit is mijn back-up, en die hoort hier.").check()
        at_desk.page.fill("#passphrase", theirs)
        at_desk.press("Zet terug").sees("De back-up is teruggezet.").press("Op slot")
        (aside,) = tmp_path.glob("data.aside-*")
        at_desk.sees("Uw bureau is op slot", f"Opzij gezet, en niet gewist: {aside}")
        looked_at(at_desk, "unlock-aside")
        # And back again.
        at_desk.follows(at_desk.page.get_by_role("link", name="Zet dit terug", exact=False))
        assert at_desk.page.input_value("#folder") == str(aside)
        at_desk.page.get_by_label("Zet wat hier nu staat opzij.", exact=False).check()
        at_desk.page.fill("#passphrase", running.passphrase)
        at_desk.press("Zet terug").sees("Deze back-up is van De Linde, vertrouwenspersoon ‘intern’.")
        at_desk.page.get_by_label("Dit is mijn back-up, en die hoort hier.").check()
        at_desk.page.fill("#passphrase", running.passphrase)
        at_desk.press("Zet terug").sees("De back-up is teruggezet.").goes("Zaken")
        at_desk.follows(at_desk.page.locator("ul.cases a").first)
        at_desk.sees("Voor de back-up.")
        # What was erased here may still be in what was set aside: it can be erased too.
        at_desk.goes("Sleutels en bewaren")
        looked_at(at_desk, "keeping-asides")
        asides = sorted(tmp_path.glob("data.aside-*"))
        assert len(asides) == 2
        form = at_desk.page.locator("form[action$='/keeping/aside']").first
        at_desk.follows(form.get_by_role("button"))
        at_desk.sees("Zet eerst een vinkje.")
        assert sorted(tmp_path.glob("data.aside-*")) == asides
        form.get_by_label("Ik heb dit niet meer nodig.").check()
        at_desk.follows(form.get_by_role("button"))
        at_desk.sees("Wat opzij stond, is gewist.").leaves()
        assert sorted(tmp_path.glob("data.aside-*")) == asides[1:]
    finally:
        running.stop()


def test_two_sheets_open_what_is_left_when_the_computer_is_gone(house, backup, browser, tmp_path):
    offline, left = tmp_path / "data", tmp_path / "left"
    house.intern.offline_run("backup", offline)
    (offline / "months.age").write_bytes(backup[1].read_bytes())
    running = DeskRun(Elsewhere(house.intern, offline))
    at_desk = Counsellor(running, browser).unlocks()
    words = make_sheets(at_desk)
    at_desk.page.goto(at_desk.page.url.partition("/keeping")[0] + "/keeping/backup")
    at_desk.page.fill("#folder", str(left))
    at_desk.press("Maak een back-up").sees("Doe nu de proef.")
    at_desk.leaves()
    running.stop()
    running = DeskRun(Elsewhere(house.intern, tmp_path / "new" / "data"))
    try:
        at_desk = Newcomer(running, browser)
        at_desk.page.goto(at_desk.page.url.rpartition("/")[0] + "/restore")
        at_desk.follows(at_desk.page.get_by_role("link", name="Wachtzin kwijt?", exact=False))
        looked_at(at_desk, "recover-backup")
        at_desk.page.fill("#folder", str(left))
        for other, said in ((words[0], "Eén blad opent niets"), (words[2], "De back-up heeft nu de nieuwe wachtzin.")):
            at_desk.page.fill("#one", " ".join(words[0]))
            at_desk.page.fill("#two", " ".join(other))
            at_desk.page.fill("#passphrase", PASSPHRASE)
            at_desk.page.fill("#again", PASSPHRASE)
            at_desk.press("Open met een nieuwe wachtzin").sees(said)
        assert at_desk.page.input_value("#folder") == str(left)
        looked_at(at_desk, "restore-recovered")
        at_desk.page.fill("#passphrase", PASSPHRASE)
        at_desk.press("Zet terug").sees("De back-up is teruggezet.").goes("Zaken")
        at_desk.follows(at_desk.page.locator("ul.cases a").first)
        at_desk.sees("Voor de back-up.").leaves()
    finally:
        running.stop()
