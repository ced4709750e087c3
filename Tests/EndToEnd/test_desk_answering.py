"""The first answer: looked at before it goes, never an example as it stands; and letters that only look right are shown."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def answering_house(shared_house):
    shared_house.file("Schrijf naar p\u0430ypal. \u0410\u043d\u043d\u0430 weet het.")
    shared_house.arrive()
    return shared_house


def test_an_example_goes_only_when_it_is_wanted_so(at_desk):
    at_desk.page.goto(at_desk.page.url.replace("/today", "/cases/1"))
    at_desk.sees("Is iemand nu in gevaar?").press("Ontvangen en gelezen")
    at_desk.page.get_by_label("Verstuur het meteen").check()
    at_desk.press("Verzegel het antwoord").sees("Dit is het voorbeeld zoals het er staat.")
    assert at_desk.page.get_by_label("Verstuur het meteen").is_checked()
    at_desk.page.fill("#text", "Bel me op \u2026 als je wilt.")
    at_desk.press("Verzegel het antwoord").sees("In uw antwoord staat nog een open plek")
    assert at_desk.page.locator("article.written").count() == 0
    at_desk.page.get_by_label("Verzegel het toch zo").check()
    at_desk.press("Verzegel het antwoord").sees("nog niet klaargezet")
    assert at_desk.page.locator("article.written").count() == 1


def test_letters_of_another_alphabet_are_shown(answering_house, at_desk):
    at_desk.page.goto(at_desk.page.url.replace("/today", "/cases/1"))
    at_desk.sees("p\u0430\u27e8U+0430\u27e9ypal. \u0410\u043d\u043d\u0430 weet", "uit een ander alfabet")
    at_desk.press("Op slot").page.wait_for_selector("#passphrase")
    assert "p\u0430\u27e8U+0430\u27e9ypal. \u0410\u043d\u043d\u0430" in answering_house.intern.offline_run("show", 1).stdout


def test_the_card_about_me_leads_to_the_cases(at_desk):
    at_desk.goes("Kaarten").follows(at_desk.page.get_by_role("link", name="Zaak 1 overdragen"))
    at_desk.page.wait_for_url("**/cases/1/conflict")
