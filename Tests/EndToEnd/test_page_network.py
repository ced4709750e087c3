"""The network that goes while the page is at work: no task waits for ever, and it is called what it is."""

import threading

import pytest
from playwright.sync_api import expect

from page_world import SHORT, Visitor
from test_page_both import VALID

WORKER = "/scripts/worker.mjs"
GONE = "Het meldpunt is nu niet te bereiken. Kijk of je internet hebt."
DEVICE = "op dit toestel of in deze browser"
ANSWER = "Dank je wel."
# So many tasks can be done without a network; a page makes workers for them before.
SPARE = 3


@pytest.fixture
def front(page_world):
    yield page_world.page
    for event in page_world.page.holds.values():
        event.set()
    page_world.page.clear()


@pytest.fixture(scope="module")
def answered(page_world):
    """The words of a report that was answered."""
    code = page_world.file("Iets.\n", language="nl").stdout
    page_world.arrive()
    page_world.answer(max(page_world.cases()), ANSWER)
    return code


def idle(visitor):
    """Its workers are there: nothing is being fetched."""
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.wait_for_timeout(500)
    return visitor


def at_the_words(world, browser):
    visitor = Visitor(world, browser)
    visitor.page.click("#door-back")
    visitor.page.wait_for_selector("#code")
    return idle(visitor)


def looks(visitor, words):
    visitor.page.fill("#code", words)
    visitor.press("Kijk")


def looks_wrongly(visitor, times):
    for number in range(1, times + 1):
        looks(visitor, " ".join(["een"] * number))
        visitor.sees("Dat is 1 woord" if number == 1 else f"Dat zijn {number} woorden")


def said(visitor):
    return visitor.page.locator("#said")


def test_a_gateway_that_was_away_while_sending(page_world, browser, front, answered):
    before = page_world.taken
    visitor = Visitor(page_world, browser).comes_back(answered)
    visitor.press("Schrijf terug").page.fill("#body", "Ja.")
    idle(visitor)
    front.is_down = True
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen.")
    front.is_down = False
    visitor.press("Probeer het opnieuw").arrives_at("sent").leaves()
    assert page_world.taken == before + 1


def test_a_promise_that_can_not_be_looked_at_is_not_called_false(page_world, browser, front, answered):
    before = page_world.taken
    visitor = Visitor(page_world, browser).comes_back(answered)
    visitor.press("Schrijf terug")
    idle(visitor)
    front.lacks = WORKER
    for number in range(SPARE):
        # Each is sealed anew.
        visitor.page.fill("#body", f"Ja {number}.")
        front.refuses = 507
        with visitor.page.expect_response("**/reports"):
            visitor.page.click("#send")
        visitor.sees("Niet verstuurd.")
    front.refuses = None
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen.", "Er kwam geen antwoord van het meldpunt.")
    visitor.sees_not("bewijst niet")
    front.clear()
    visitor.press("Probeer het opnieuw").arrives_at("sent").leaves()
    assert page_world.taken == before + 1


def test_sealing_without_a_network(page_world, browser, front):
    visitor = idle(Visitor(page_world, browser)).chooses("talk", "intern")
    visitor.page.fill("#body", "In een tunnel.")
    front.lacks = WORKER
    # The words and the envelope are made all the same.
    visitor.press("Verder").words()
    for _ in range(SPARE):
        visitor.press("Terug naar je tekst").arrives_at("write").press("Verder").arrives_at("code")
        visitor.page.wait_for_selector("#main:not(:has(.busy))")
    visitor.sees(GONE, "Er is niets verstuurd.")
    visitor.sees_not(DEVICE)
    front.clear()
    visitor.press("Probeer het opnieuw").words()
    visitor.sends().leaves()


def test_who_waits_for_the_envelope_can_go_back(page_world, browser, front):
    visitor = idle(Visitor(page_world, browser)).chooses("talk", "intern")
    visitor.page.fill("#body", "Eerst.")
    front.holds[WORKER] = threading.Event()
    visitor.press("Verder")
    words = visitor.words()
    for _ in range(SPARE - 2):
        visitor.press("Terug naar je tekst").arrives_at("write").press("Verder").words()
    visitor.press("Terug naar je tekst").press("Verder").sees("Je tekst gaat in een dichte envelop.")
    visitor.press("Terug naar je tekst").arrives_at("write")
    assert visitor.page.input_value("#body") == "Eerst."
    front.holds[WORKER].set()
    idle(visitor)
    # What was left behind opens no screen and keeps nothing.
    assert visitor.screen == "write" and visitor.stored() == [0, 0, ""]
    visitor.press("Verder")
    assert visitor.words() == words
    visitor.leaves()


def test_words_are_looked_up_without_a_network(page_world, browser, front, answered):
    visitor = at_the_words(page_world, browser)
    visitor.context.set_offline(True)
    looks_wrongly(visitor, 1)
    looks(visitor, answered)
    visitor.arrives_at("status").sees(ANSWER)
    visitor.leaves()


def test_words_that_can_not_be_looked_at_are_said_to_be(page_world, browser, front, answered):
    visitor = at_the_words(page_world, browser)
    visitor.context.set_offline(True)
    looks_wrongly(visitor, SPARE)
    looks(visitor, answered)
    visitor.sees(GONE)
    visitor.sees_not(DEVICE, "Dat zijn")
    assert visitor.screen == "enter" and visitor.page.input_value("#code") == answered
    visitor.context.set_offline(False)
    visitor.press("Kijk").arrives_at("status").sees(ANSWER)
    visitor.leaves()


def test_a_status_that_can_not_be_looked_up_is_said_to_be(page_world, browser, front, answered):
    visitor = at_the_words(page_world, browser)
    visitor.context.set_offline(True)
    looks_wrongly(visitor, SPARE - 1)
    looks(visitor, answered)
    visitor.arrives_at("status").sees(GONE)
    # Who looks for an answer sent nothing.
    visitor.sees_not(DEVICE, "niets verstuurd")
    expect(said(visitor)).to_have_text(GONE, timeout=SHORT)
    visitor.context.set_offline(False)
    visitor.press("Kijk opnieuw").sees(ANSWER)
    expect(said(visitor)).to_have_text("Alles is bekeken. Er is 1 antwoord.", timeout=SHORT)
    visitor.leaves()


@pytest.mark.parametrize("spoil, announced", [
    ({"lacks": "/replies/"}, "Niet alles kon worden opgehaald"),
    ({"changes": {"/checkpoint": lambda answer: answer.replace(b"\n\n", b"\nx\n\n", 1)}}, "niet bewijzen dat het eerlijk is")])
def test_what_is_wrong_is_announced(page_world, browser, front, answered, spoil, announced):
    for name, value in spoil.items():
        setattr(front, name, value)
    for code in (answered, VALID):
        visitor = Visitor(page_world, browser).comes_back(code)
        expect(said(visitor)).to_contain_text(announced, timeout=SHORT)
        assert "Alles is bekeken" not in said(visitor).inner_text()
        visitor.sees_not("Nog geen antwoord")
        visitor.leaves()


def test_nothing_wrong_is_announced_as_all(page_world, browser, front):
    visitor = Visitor(page_world, browser).comes_back(VALID)
    expect(said(visitor)).to_have_text("Alles is bekeken. Er zijn geen antwoorden.", timeout=SHORT)
    visitor.leaves()
