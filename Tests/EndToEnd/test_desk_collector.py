"""The computer that goes online has a window too: it fetches, sends and approves without a vault or a terminal."""

import pytest

from desk_world import DeskRun
from house import run
from reporter_world import SOCKSServer
from test_desk_keeping import Newcomer
from test_desk_screens import looked_at


@pytest.fixture
def house(own_house):
    return own_house


class Online:
    """Only the collector is on this computer."""

    def __init__(self, person, folder):
        self.id, self.offline, self.online, self.passphrase = person.id, folder, person.online, person.passphrase


@pytest.fixture
def at_desk(house, browser, tmp_path):
    running = DeskRun(Online(house.intern, tmp_path / "data"))
    someone = Newcomer(running, browser)
    yield someone
    someone.leaves()
    running.stop()


def test_it_fetches_and_sends_and_makes_no_vault(house, at_desk, tmp_path):
    code = house.file("Iets.").stdout
    looked_at(at_desk, "collector")
    at_desk.sees("De computer met internet", "Hij kan niets openen").press("Haal op")
    at_desk.sees("Opgehaald en nagekeken.", str(house.intern.mirror))
    house.intern.import_()
    house.intern.reply(house.cases()[0], "Ik heb het gelezen.")
    house.intern.outbox("--now")
    at_desk.page.fill("#folder", str(house.intern.stick))
    at_desk.press("Verstuur").sees("Gedaan. De stick is leeg")
    assert "Ik heb het gelezen." in house.check(code).stdout
    at_desk.page.fill("#folder", str(tmp_path / "nowhere"))
    at_desk.press("Verstuur").sees("Het versturen is niet gelukt. Er is niets verloren")
    assert not (tmp_path / "data" / "identity.age").exists()


def test_whoever_is_new_is_approved_here(house, at_desk, tmp_path):
    at_desk.press("Haal op").sees("Opgehaald en nagekeken.")
    run("counsellor", "init", "--home", tmp_path / "new", "--collector", tmp_path / "new-online", "--passphrase-file",
        house.intern.passphrase, "--link", house.link, "--id", "nieuw", "--name", "De nieuwe", "--role", "internal",
        "--enrolment", tmp_path / "nieuw.enrolment")
    added = run("counsellor", "organisation", "add", house.organisation, tmp_path / "nieuw.enrolment").stdout
    house.sign()
    run("gateway", "publish", house.gateway_folder, house.organisation / "roster.note",
        *tmp_path.glob("nieuw*.note"))
    at_desk.press("Haal op").sees("Het ophalen is niet helemaal gelukt.", "Nieuw in de lijst", "De nieuwe")
    looked_at(at_desk, "collector-approve")
    said = [line.strip() for line in added.splitlines() if line.strip().startswith("nl: ")]
    assert said and all(line in at_desk.page.locator("main").inner_text() for line in said)
    at_desk.press("Ik heb het nagevraagd: deze persoon hoort in de lijst De nieuwe").sees("Goedgekeurd. Haal nu opnieuw op.")
    at_desk.sees_not("De nieuwe").press("Haal op").sees("Opgehaald en nagekeken.")


def test_a_proxy_chosen_here_is_the_timers_too(house, at_desk):
    socks = SOCKSServer(house.port)
    at_desk.page.get_by_text("Via Tor", exact=True).click()
    at_desk.page.fill("#proxy", f"socks5://127.0.0.1:{socks.port}")
    at_desk.press("Bewaar").press("Haal op").sees("Opgehaald en nagekeken.")
    seen = len(socks.names)
    assert seen > 0
    house.intern.fetch()
    assert len(socks.names) > seen
    at_desk.page.get_by_text("Via Tor", exact=True).click()
    at_desk.page.fill("#proxy", "")
    at_desk.press("Bewaar").press("Haal op").sees("Opgehaald en nagekeken.")
    seen = len(socks.names)
    house.intern.fetch()
    assert len(socks.names) == seen
