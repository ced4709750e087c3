"""More of what goes wrong between the page and the gateway than test_page_both has: a clear sentence, exactly one report or none,
nothing half sent."""

import pytest

from page_world import Visitor
from told import Told


@pytest.fixture
def front(page_world):
    yield page_world.page
    page_world.page.clear()


def test_a_lost_answer_is_uncertain_and_sent_once(page_world, browser, front):
    before = page_world.taken
    visitor = Visitor(page_world, browser)
    visitor.writes("Verloren antwoord.")
    front.drops = 100  # A browser tries again of itself.
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen", "Dubbel sturen kan niet", "Onzeker of het is aangekomen")
    visitor.page.reload()
    visitor.arrives_at("waiting").sees("We weten niet of je melding is aangekomen", "dubbel aankomen kan niet")
    # The same bytes get the same promise.
    front.clear()
    visitor.sends()
    assert visitor.stored() == [0, 0, ""]
    visitor.leaves()
    assert page_world.taken == before + 1


@pytest.mark.parametrize("status, said", [(503, "te druk"), (507, "geen plaats meer"), (400, "nam het niet aan (antwoord 400)")])
def test_a_refusal_is_not_sent(page_world, browser, front, status, said):
    visitor = Visitor(page_world, browser)
    visitor.writes("Geweigerd.")
    front.refuses = status
    visitor.page.click("#send")
    visitor.sees("Niet verstuurd.", said)
    visitor.page.reload()
    visitor.arrives_at("waiting").sees("Je melding is nog niet verstuurd")
    visitor.leaves()


def test_an_answer_that_proves_nothing_is_uncertain(page_world, browser, front):
    visitor = Visitor(page_world, browser)
    visitor.writes("Vals.")
    front.changes = {"/reports": b"sottovoce/v1 promise\n"}
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen.", "dat bewijst niet dat je melding is aangenomen")
    visitor.leaves()


def test_nothing_can_be_reached(page_world, browser, front):
    front.changes = {"/notes": b"note 3\nabc"}
    visitor = Visitor(page_world, browser)
    # Before all else.
    visitor.page.wait_for_selector("#main > h1 + .warning")
    visitor.sees("Bel of spreek een vertrouwenspersoon")
    assert visitor.page.locator("#people").count() == 0
    visitor.page.click("#door-report")
    visitor.sees("0800-0113", "Bel of spreek een vertrouwenspersoon")
    assert visitor.page.locator("#main input, #main textarea").count() == 0
    visitor.leaves()


def test_the_gateway_is_gone_when_looking_again(page_world, browser, front):
    code = page_world.file("Iets.\n", language="nl").stdout
    visitor = Visitor(page_world, browser).comes_back(code)
    front.is_down = True
    visitor.press("Kijk opnieuw").sees("Het meldpunt is nu niet te bereiken.")
    front.is_down = False
    visitor.press("Kijk opnieuw").sees("Met deze woorden is niets gevonden")
    visitor.leaves()


def test_months_that_do_not_come_raise_no_alarm(page_world, browser, front):
    code = page_world.file("Iets.\n", language="nl").stdout
    front.lacks = "/replies/"
    visitor = Visitor(page_world, browser).comes_back(code)
    visitor.sees("Niet alles kon worden opgehaald")
    assert visitor.page.locator("#alarms").count() == 0
    visitor.leaves()


def test_a_link_without_keys_is_for_reading_only(page_world, browser, front):
    visitor = Visitor(page_world, browser, link=page_world.address + "/")
    visitor.sees("Je link is niet compleet", "Deze namen en nummers zijn niet nagekeken", "Counsellor intern")
    visitor.sees_not("of hier schrijven", "Zo kan het ook")
    unchecked = "Deze namen en nummers zijn niet nagekeken"
    for door in ("talk", "back"):
        visitor.page.click(f"#door-{door}")
        visitor.sees("Je link is niet compleet", unchecked, "Counsellor intern")
        said = visitor.page.inner_text("#main")
        assert said.index(unchecked) < said.index("Zo kan het ook")
        assert visitor.page.locator("#main input, #body, #code").count() == 0
        visitor.press("Terug naar het begin")
    visitor.page.fill("#link", "https://elders.example/#root=abc")
    visitor.press("Gebruik deze link").sees("Deze link hoort bij een ander adres")
    visitor.page.fill("#link", page_world.link_text)
    visitor.press("Gebruik deze link").sees("Praten met een vertrouwenspersoon van De Linde")
    visitor.chooses("talk", "intern")
    visitor.leaves()


def test_a_fourth_can_not_be_chosen_and_it_is_said_why(page_world, browser, front):
    told = Told(page_world, ("anna", "bram", "cor", "dirk")).honest().confirmed()
    visitor = Visitor(page_world, browser, link=told.link())
    visitor.page.click("#door-talk")
    for id in ("anna", "bram", "cor"):
        visitor.sees_not("Meer dan drie kan niet.")
        visitor.page.check(f"#reader-{id}")
    visitor.sees("Meer dan drie kan niet.")
    assert visitor.page.locator("#reader-dirk").is_disabled()
    visitor.page.uncheck("#reader-bram")
    visitor.sees_not("Meer dan drie kan niet.")
    visitor.page.check("#reader-dirk")
    visitor.press("Verder").arrives_at("write").sees("Alleen deze mensen kunnen dit lezen: Anna, Cor en Dirk.")
    visitor.leaves()


def test_who_never_fetched_is_not_offered(page_world, page_built, browser, tmp_path):
    world = page_built.copied(tmp_path / "page")
    page_world.stop()  # The last test here: both have the same address.
    world.start()
    try:
        visitor = Visitor(world, browser)
        visitor.page.click("#door-talk")
        visitor.sees("Je kunt hier nu aan niemand schrijven", "Telephone +31 00 000 00 00",
                     "Heeft deze lijst nog niet zelf bevestigd")
        visitor.leaves()
        world.intern.fetch()
        visitor = Visitor(world, browser)
        visitor.page.click("#door-talk")
        visitor.sees("Nu niet op deze manier te bereiken", "Heeft deze lijst nog niet zelf bevestigd")
        assert visitor.page.locator("#main input").count() == 1
        visitor.press("Terug naar het begin").writes("Iets.")
        visitor.page.reload()
        visitor.arrives_at("waiting").sends()
        visitor.sees("Dit zijn alle vertrouwenspersonen:", "Counsellor extern")
        visitor.leaves()
    finally:
        world.stop()
