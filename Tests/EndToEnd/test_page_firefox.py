"""The page in real Firefox, by marionette: filed, sent, and an answer read."""

import contextlib
import shutil

import pytest
from marionette_driver import By, Wait
from marionette_driver.marionette import Marionette

from house import free_port


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


def test_filed_and_read_in_firefox(page_world, firefox):
    page = Firefox(firefox, page_world)
    page.sees("Counsellor intern (werkt bij de organisatie)")
    page.click("#door-talk")
    page.click("#reader-intern")
    page.click(".actions .main")
    page.types("#body", "Geschreven in Firefox.")
    page.click(".actions .main")
    page.sees("NOG NIET VERSTUURD")
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
