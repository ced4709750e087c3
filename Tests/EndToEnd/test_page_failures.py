"""What goes wrong between the page and the gateway: a clear sentence, exactly one report or none, nothing half sent."""

import contextlib
import sqlite3
import urllib.parse

import pytest

from gateway_organisation import Signer
from page_world import Visitor

VALID = "alien virtual endless sketch guide busy patient wonder ritual inhale"


@pytest.fixture
def front(page_world):
    yield page_world.page
    page_world.page.clear()


def arrived(world):
    """How many reports the gateway has taken."""
    with contextlib.closing(sqlite3.connect(f"file:{world.gateway_folder}/drop-box.sqlite?mode=ro", uri=True)) as store:
        return store.execute("SELECT count(*) FROM entry WHERE kind = 1").fetchone()[0]


def test_a_lost_answer_is_uncertain_and_sent_once(page_world, browser, front):
    before = arrived(page_world)
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
    assert arrived(page_world) == before + 1


def test_a_reload_at_the_code_screen(page_world, browser, front):
    before = arrived(page_world)
    visitor = Visitor(page_world, browser)
    visitor.writes("Herladen.")
    assert visitor.stored()[:2] == [1, 0]
    kept = visitor.page.evaluate("Object.values(sessionStorage).join()")
    assert "Herladen" not in kept
    visitor.page.reload()
    visitor.arrives_at("waiting").sees("Je melding is nog niet verstuurd", "Gooi weg en begin opnieuw")
    assert arrived(page_world) == before
    visitor.sends()
    visitor.leaves()
    assert arrived(page_world) == before + 1

    visitor = Visitor(page_world, browser)
    visitor.writes("Weggegooid.")
    visitor.page.reload()
    visitor.arrives_at("waiting").press("Gooi weg en begin opnieuw").arrives_at("home")
    assert visitor.stored() == [0, 0, ""]
    visitor.leaves()
    assert arrived(page_world) == before + 1


def test_the_gateway_goes_down_midway(page_world, browser, front):
    before = arrived(page_world)
    visitor = Visitor(page_world, browser, "en")
    visitor.writes("The line goes down.")
    front.is_down = True
    visitor.page.click("#send")
    visitor.sees("We don't know whether your report arrived.", "No answer came from the reporting point.")
    front.is_down = False
    visitor.press("Try again").arrives_at("sent")
    visitor.leaves()
    assert arrived(page_world) == before + 1


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
    visitor.page.click("#door-report")
    visitor.sees("0800-0113", "Bel of spreek een vertrouwenspersoon")
    assert visitor.page.locator("#main input, #main textarea").count() == 0
    visitor.leaves()


def test_a_wrong_word_and_a_wrong_code(page_world, browser, front):
    code = page_world.file("Iets.\n", language="nl").stdout.split()
    typed = list(code)
    # Four letters are enough for a word, so the mistake is among them.
    typed[3] = typed[3][0] + ("q" if typed[3][1] != "q" else "z") + typed[3][2:]
    visitor = Visitor(page_world, browser)
    visitor.comes_back(" ".join(typed).upper().replace(" ", ", "), answered=False)
    visitor.sees("Woord 4 klopt niet", f"Bedoel je {code[3]}?")
    visitor.press(f"Ja, {code[3]}").arrives_at("status")
    visitor.sees("Met deze woorden is niets gevonden")
    visitor.press("Klaar: vergeet mijn woorden").arrives_at("home")
    visitor.comes_back("een twee drie", answered=False)
    visitor.sees("Dat zijn 3 woorden. Het moeten er tien zijn.")
    visitor.page.fill("#code", " ".join(reversed(code)))
    visitor.press("Kijk")
    visitor.page.wait_for_selector("#main [role=alert]:not([hidden])")
    visitor.page.fill("#code", VALID)
    visitor.press("Kijk").arrives_at("status")
    visitor.sees("Met deze woorden is niets gevonden")
    visitor.leaves()


def with_second(world, vkey):
    """The link, with another second key; None for none."""
    first = world.link_text.split("&second=")[0]
    return first + (f"&second={urllib.parse.quote(vkey, safe='-._~')}" if vkey else "")


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


def test_lists_that_are_not_to_be_trusted(page_world, browser, front):
    other = Signer("second.example/sottovoce").vkey
    cases = [({"link": with_second(page_world, other)}, "staat er maar één onder de lijst"),
             ({"days": 500}, "gold tot en met"),
             ({"days": -30}, "geldt pas vanaf")]
    for options, said in cases:
        visitor = Visitor(page_world, browser, **options)
        visitor.page.click("#door-report")
        visitor.arrives_at("readers").sees(said, "Alle hulplijnen", "112")
        assert visitor.page.locator("#main input, #main textarea").count() == 0
        visitor.leaves()


def test_a_link_with_one_key(page_world, browser, front):
    visitor = Visitor(page_world, browser, link=with_second(page_world, None))
    visitor.sees("Eén persoon heeft deze lijst ondertekend, niet twee.")
    visitor.leaves()


def test_a_link_without_keys_is_for_reading_only(page_world, browser, front):
    visitor = Visitor(page_world, browser, link=page_world.address + "/")
    visitor.sees("Je link is niet compleet", "Deze namen en nummers zijn niet nagekeken", "Counsellor intern")
    visitor.sees_not("of hier schrijven")
    for door in ("talk", "back"):
        visitor.page.click(f"#door-{door}")
        visitor.sees("Je link is niet compleet")
        assert visitor.page.locator("#main input, #body, #code").count() == 0
        visitor.press("Terug naar het begin")
    visitor.page.fill("#link", "https://elders.example/#root=abc")
    visitor.press("Gebruik deze link").sees("Deze link hoort bij een ander adres")
    visitor.page.fill("#link", page_world.link_text)
    visitor.press("Gebruik deze link").sees("Praten met een vertrouwenspersoon van De Linde")
    visitor.chooses("talk", "intern")
    visitor.leaves()


def test_an_altered_core_opens_no_form(page_world, browser, front):
    front.changes = {"/core.wasm": lambda core: core[:-100]}
    visitor = Visitor(page_world, browser)
    visitor.page.click("#door-report")
    visitor.sees("Deze pagina is niet heel aangekomen, of er is iets aan veranderd.")
    assert visitor.page.locator("#main input, #main textarea").count() == 0
    visitor.context.close()


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
