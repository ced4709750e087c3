"""The page in real Firefox, by marionette: filed, sent, and an answer read."""

import contextlib
import shutil

import pytest
from marionette_driver import By, Wait
from marionette_driver.marionette import Marionette

from house import free_port
from test_page_failures import arrived


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    port = free_port()
    running = Marionette(
        bin=shutil.which("firefox-esr"), headless=True, host="127.0.0.1", port=port, startup_timeout=60,
        workspace=str(tmp_path_factory.mktemp("firefox")), gecko_log=str(tmp_path_factory.mktemp("log") / "gecko"),
        prefs={"intl.accept_languages": "nl", "intl.locale.requested": "nl"})
    running.start_session()
    yield running
    with contextlib.suppress(Exception):
        running.quit()


class Firefox:
    """As `Visitor`, as far as it goes."""

    def __init__(self, marionette, world):
        self.marionette = marionette
        marionette.timeout.page_load = 30
        marionette.navigate("about:blank")
        marionette.navigate(world.link_text)

    def at(self, selector):
        return Wait(self.marionette, timeout=20).until(
            lambda one: next((each for each in one.find_elements(By.CSS_SELECTOR, selector) if each.is_displayed()), None))

    def click(self, selector):
        self.at(selector).click()

    def types(self, selector, text):
        self.at(selector).send_keys(text)

    def sees(self, text):
        Wait(self.marionette, timeout=20).until(
            lambda one: text in one.find_element(By.CSS_SELECTOR, "body").text, message=text)


    def writes(self, text):
        """Up to the ten words."""
        self.click("#door-talk")
        self.click("#reader-intern")
        self.click(".actions .main")
        self.types("#body", text)
        self.click(".actions .main")
        self.sees("NOG NIET VERSTUURD")


@pytest.fixture
def front(page_world):
    yield page_world.page
    page_world.page.clear()


def test_filed_and_read_in_firefox(page_world, firefox):
    page = Firefox(firefox, page_world)
    page.sees("Counsellor intern (werkt bij de organisatie)")
    page.writes("Geschreven in Firefox.")
    page.at(".words li")
    words = " ".join(each.text for each in firefox.find_elements(By.CSS_SELECTOR, ".words li span"))
    assert len(words.split()) == 10
    page.click("#send")
    page.sees("Het meldpunt heeft het op")
    page_world.arrive()
    case = max(page_world.cases())
    assert "Geschreven in Firefox." in page_world.show(case)
    page_world.answer(case, "Gelezen. <b>Dank</b>.")
    page.click(".actions .main")
    page.click("#door-back")
    page.types("#code", words)
    page.click(".actions .main")
    page.sees("Gelezen. <b>Dank</b>.")
    assert firefox.execute_script("return [sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]


def test_a_gateway_that_is_away_while_sending_in_firefox(page_world, firefox, front):
    before = arrived(page_world)
    page = Firefox(firefox, page_world)
    page.writes("Onderweg weg.")
    front.is_down = True
    page.click("#send")
    page.sees("We weten niet of je melding is aangekomen.")
    front.is_down = False
    page.click("#send")
    page.sees("Het meldpunt heeft het op")
    assert arrived(page_world) == before + 1


def test_workers_that_do_not_come_in_firefox(page_world, firefox, front):
    page = Firefox(firefox, page_world)
    page.click("#door-back")
    page.at("#code")
    front.lacks = "/scripts/worker.mjs"
    for number in range(1, 6):
        page.types("#code", "een ")
        page.click(".actions .main")
        if number > 3:
            page.sees("Het meldpunt is nu niet te bereiken. Kijk of je internet hebt.")
    front.clear()
    page.click(".actions .main")
    page.sees("Dat zijn 5 woorden.")


def test_a_wrong_word_in_firefox(page_world, firefox, front):
    code = page_world.file("Iets.\n", language="nl").stdout.split()
    page = Firefox(firefox, page_world)
    page.click("#door-back")
    page.types("#code", " ".join([*code[:3], "qqqq", *code[4:]]))
    page.click(".actions .main")
    page.sees(f"Bedoel je {code[3]}?")


def test_an_altered_core_in_firefox(page_world, firefox, front):
    front.changes = {"/core.wasm": lambda core: core[:-100]}
    page = Firefox(firefox, page_world)
    page.sees("Deze pagina is niet heel aangekomen, of er is iets aan veranderd.")
    page.click("#door-talk")
    page.sees("Deze pagina is niet heel aangekomen, of er is iets aan veranderd.")
    assert firefox.find_elements(By.CSS_SELECTOR, "#main input, #main textarea") == []
