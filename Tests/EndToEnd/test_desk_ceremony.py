"""Two people make an organisation's keys, add a counsellor, sign and renew the list: as screens, without a terminal."""

import pytest

from desk_world import DeskRun
from house import run
from test_desk_keeping import Newcomer
from test_desk_screens import looked_at


class Nobody:
    """A desk without a vault, for the two holders."""
    id = "nobody"

    def __init__(self, folder):
        self.offline, self.online, self.passphrase = folder / "none", folder / "online", folder / "passphrase"
        self.passphrase.write_text("unused by anybody\n")


@pytest.mark.parametrize("width, language", [(320, "nl"), (1280, "en")])
def test_from_two_keys_to_a_published_list(built_house, browser, tmp_path, width, language):
    house = built_house.copied(tmp_path / "house")
    running = DeskRun(Nobody(tmp_path), language)
    is_dutch = language == "nl"
    words = {"first": "eerste woorden van de eerste houder", "second": "tweede zin van de andere houder"}
    try:
        at_desk = Newcomer(running, browser, width)
        page = at_desk.page
        at_desk.follows(page.locator("a[href$='/ceremony']"))
        looked_at(at_desk, f"ceremony-{language}-{width}")
        folder, keys = tmp_path / "new", [tmp_path / "one.age", tmp_path / "two.age"]
        at_desk.follows(page.locator("form[action$='/ceremony/new'] button"))
        page.fill("#name", "De Linde")
        page.fill("#gateway", "meld.linde.example")
        page.fill("#vkeys", str(house.gateway_folder / "gateway.vkeys"))
        page.fill("#folder", str(folder))
        for number, holder in enumerate(("first", "second")):
            looked_at(at_desk, f"ceremony-{holder}-{language}-{width}")
            if number:
                # The first holder's file is not overwritten.
                page.fill("#key", str(keys[0]))
                fill(at_desk, words[holder])
                assert page.locator("[role=alert]").count() == 1 and not folder.exists()
            page.fill("#key", str(keys[number]))
            fill(at_desk, words[holder])
            if not number:
                assert page.locator("[role=alert]").count() == 1 and not keys[0].exists()
                page.fill("#gateway", house.address)
                fill(at_desk, words[holder])
        looked_at(at_desk, f"ceremony-made-{language}-{width}")
        assert all(key.exists() for key in keys) and (folder / "organisation.link").exists()
        at_desk.follows(page.locator("main .main"))
        at_desk.sees("Er staat nog niemand in de lijst." if is_dutch else "Nobody is in the list yet.")
        enrol(house, folder, "vers")
        page.fill("#enrolment", str(house.folder / "vers.enrolment"))
        at_desk.follows(page.locator("form[action$='/ceremony/add'] button"))
        at_desk.sees("nl: ", "en: ", "Counsellor vers")
        looked_at(at_desk, f"ceremony-list-{language}-{width}")
        sign(at_desk, keys[0], words["first"], is_right=False)
        at_desk.sees("Vink eerst aan" if is_dutch else "First tick")
        sign(at_desk, keys[0], words["second"])
        at_desk.sees("Dat is niet de wachtzin" if is_dutch else "That is not the passphrase")
        sign(at_desk, house.folder / "board.age", house.passphrase("board").read_text().strip())
        at_desk.sees("hoort niet bij deze organisatie" if is_dutch else "does not belong to this organisation")
        for key, holder in zip(keys, words):
            assert not (folder / "roster.note").exists()
            sign(at_desk, key, words[holder])
        at_desk.sees("De lijst is klaar." if is_dutch else "The list is ready.", str(folder / "roster.note"))
        looked_at(at_desk, f"ceremony-signed-{language}-{width}")
        run("gateway", "publish", house.gateway_folder, folder / "roster.note", ok=None)
        # A year later: the same people for a further time, signed again by both.
        at_desk.follows(page.locator("form[action$='/ceremony/renew'] button"))
        at_desk.sees("lijst nummer 2" if is_dutch else "list number 2")
        for key, holder in zip(keys, words):
            sign(at_desk, key, words[holder])
        at_desk.sees("De lijst is klaar." if is_dutch else "The list is ready.")
        at_desk.follows(page.locator("form[action$='/ceremony/remove'] button"))
        at_desk.sees("Niet meer in de lijst: Counsellor vers." if is_dutch else "No longer in the list: Counsellor vers.")
        at_desk.leaves()
    finally:
        running.stop()
    # The same folder is the command's.
    shown = run("counsellor", "organisation", "settings", folder, "--retention", "7", "--language", "en")
    assert "7 months" in shown.stdout


def enrol(house, folder, id):
    run("counsellor", "init", "--home", house.folder / id, "--collector", house.folder / f"{id}-online", "--passphrase-file",
        house.passphrase(id), "--link", folder / "organisation.link", "--id", id, "--name", f"Counsellor {id}", "--role",
        "internal", "--enrolment", house.folder / f"{id}.enrolment")


def fill(at_desk, passphrase):
    at_desk.page.fill("#passphrase", passphrase)
    at_desk.page.fill("#again", passphrase)
    at_desk.follows(at_desk.page.locator("main .main"))


def sign(at_desk, key, passphrase, is_right=True):
    at_desk.page.fill("#key", str(key))
    at_desk.page.fill("#passphrase", passphrase)
    if is_right:
        at_desk.page.locator("[name=right]").check()
    at_desk.follows(at_desk.page.locator("form[action$='/ceremony/sign'] button"))
