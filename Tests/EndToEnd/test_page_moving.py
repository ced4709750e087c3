"""Going on with new words in the page; and what else only time brings: what was accepted today, another month, an answer
that is no longer kept. Days pass in this file."""

import datetime

import pytest

from house import set_clock
from page_world import Visitor
from reporter_world import flat
from test_moving import case_with


@pytest.fixture
def front(page_world):
    yield page_world.page
    page_world.page.clear()


def answered(world, text="Het eerste bericht.\n"):
    """The words of a report that was answered, and the number of its case."""
    code = world.file(text, language="nl").stdout.strip()
    world.arrive()
    case = case_with(world, text.strip())
    world.answer(case, "Het eerste antwoord.")
    return code, case


def moves(visitor):
    """From the status to the screen of new words."""
    visitor.page.get_by_text("Iemand anders heeft mijn woorden gezien").click()
    return visitor.press("Ga verder met nieuwe woorden").arrives_at("move")


def test_from_the_old_words_to_an_answer_at_the_new_ones(page_world, browser, front):
    old, old_case = answered(page_world)
    visitor = moves(Visitor(page_world, browser).comes_back(old))
    assert visitor.focused() == "H1"
    visitor.sees("Wat dit niet doet: de oude woorden worden niet geblokkeerd.")
    assert visitor.page.is_checked("#reader-intern") and not visitor.page.is_checked("#reader-extern")
    # They were written to already.
    visitor.sees("Nieuw sinds")
    visitor.sees_not("voor je schrijft")
    visitor.page.uncheck("#reader-intern")
    visitor.press("Verder").arrives_at("move").sees("Kies eerst wie het mag lezen.")
    visitor.page.check("#reader-intern")
    visitor.page.fill("#body", "Ik schreef over een rode fiets.")
    visitor.page.click("#language-en")
    visitor.sees("What this does not do: the old words are not blocked.")
    assert visitor.page.input_value("#body") == "Ik schreef over een rode fiets."
    visitor.page.click("#language-nl")
    visitor.press("Verder")
    words = visitor.words()
    assert words != old.split()
    visitor.sees("Nog niet verstuurd", "Dit zijn je NIEUWE tien woorden. Er is nog NIETS verstuurd.")
    assert not any(method == "POST" for method, _, _ in front.requests)
    visitor.press("Terug naar je tekst").arrives_at("move")
    visitor.press("Verder")
    assert visitor.words() == words
    # An uncertain sending is said as uncertain here too, and sent once.
    front.drops = 100
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen")
    # It tries once more by itself; that has to fail too.
    visitor.page.wait_for_selector("#send:enabled")
    front.clear()
    visitor.sends().sees("Verstuurd", "Kijk vanaf nu met je nieuwe woorden.", "Schrijf vanaf nu alleen met de nieuwe woorden.")
    assert visitor.stored() == [0, 0, ""]
    # What was accepted shows at once, in this visit: the register has it from tomorrow.
    visitor.press("Kijk hoe het ervoor staat").arrives_at("status")
    visitor.sees("Aangenomen op", "de belofte van het meldpunt bewijst dat")
    visitor.sees_not("Met deze woorden is niets gevonden", "Het eerste antwoord.")
    visitor.leaves()

    page_world.arrive()
    new_case = case_with(page_world, "rode fiets")
    assert f"Goes on with case {old_case}: the old code proves that." in flat(page_world.show(new_case))
    assert f"Goes on in case {new_case}:" in flat(page_world.show(old_case))
    page_world.answer(new_case, "Alleen voor de nieuwe woorden.")
    visitor = Visitor(page_world, browser).comes_back(" ".join(words))
    visitor.sees("Alleen voor de nieuwe woorden.")
    visitor.sees_not("Het eerste antwoord.")
    visitor.leaves()
    visitor = Visitor(page_world, browser).comes_back(old)
    visitor.sees("Het eerste antwoord.")
    visitor.sees_not("Alleen voor de nieuwe woorden.")
    visitor.leaves()


def test_nothing_said_and_nobody_answered(page_world, browser, front):
    code = page_world.file("Vandaag gezien.\n", language="nl").stdout
    visitor = moves(Visitor(page_world, browser).comes_back(code))
    visitor.sees("Er heeft nog niemand geantwoord.")
    assert not visitor.page.is_checked("#reader-intern")
    visitor.page.check("#reader-intern")
    visitor.press("Verder")
    visitor.words()
    visitor.press("Gooi alles weg").arrives_at("stopped").sees("Er is niets verstuurd", "Je oude woorden werken nog.")
    assert visitor.stored() == [0, 0, ""]
    visitor.press("Terug naar je gesprek").arrives_at("status")
    visitor = moves(visitor)
    visitor.page.check("#reader-intern")
    visitor.press("Verder")
    visitor.words()
    visitor.sends().leaves()
    page_world.arrive()
    case = case_with(page_world, "Ik ga verder met nieuwe woorden.")
    assert "the old code proves that" in flat(page_world.show(case))


def test_where_the_log_is_not_to_be_believed_nothing_moves(page_world, browser, front):
    code = page_world.file("Iets.\n", language="nl").stdout
    front.changes = {"/checkpoint": lambda answer: answer.replace(b"\n\n", b"\nx\n\n", 1)}
    visitor = Visitor(page_world, browser).comes_back(code)
    visitor.sees("Het meldpunt kan niet bewijzen dat het eerlijk is")
    visitor.sees_not("Ga verder met nieuwe woorden")
    visitor.leaves()


def test_a_promise_of_another_day(page_world, browser, front):
    visitor = Visitor(page_world, browser, days=1)
    visitor.writes("De klok staat verkeerd.")
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen.", "Het meldpunt zegt dat het", "Een van de twee klokken staat verkeerd.")
    visitor.leaves()


def test_a_gateway_of_another_month(page_world, browser, front):
    """No day is closed yet: nothing shows which month it is there."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    days = 1 if today.day == 1 else 0  # On the first of a month two right clocks may differ.
    this_month = f"/replies/{today + datetime.timedelta(days):%Y-%m}"
    front.missing = (this_month,)
    code = page_world.file("Iets.\n", language="nl").stdout
    visitor = Visitor(page_world, browser, days=days).comes_back(code)
    visitor.sees("maar bij het meldpunt is het een andere maand")
    visitor.sees_not("de antwoorden van deze maand achter")
    assert visitor.page.locator("#alarms").count() == 0
    visitor.leaves()
    # One that is gone is none: the oldest months are not served any more.
    front.missing = tuple(path for _, path, _ in front.requests if path.startswith("/replies/") and path != this_month)
    visitor = Visitor(page_world, browser, "en", days=days).comes_back(code)
    visitor.sees_not("it is another month", "holds back the answers of this month", "Not everything could be fetched")
    visitor.leaves()


def test_this_months_answers_are_held_back(page_world, browser, front):
    """A closed day shows that the month has begun there too: it is not the clock."""
    today = datetime.datetime.now(datetime.timezone.utc).date()
    days = 2 if (today + datetime.timedelta(1)).day == 1 else 1
    code = page_world.file("Iets van vandaag.\n", language="nl").stdout
    page_world.pass_to(days)
    front.missing = (f"/replies/{today + datetime.timedelta(days):%Y-%m}",)
    visitor = Visitor(page_world, browser, days=days).comes_back(code)
    visitor.sees("houdt de antwoorden van deze maand achter", "Dat is aangekomen")
    visitor.sees_not("andere maand", "Schrijf terug")
    visitor.leaves()


def test_an_answer_that_is_no_longer_kept(page_world, browser, front):
    """The last test of this file: eight months pass."""
    code, _ = answered(page_world, "Lang geleden.\n")
    page_world.stop()
    set_clock(245)
    page_world.start(options=("--clock-is-right",))
    visitor = Visitor(page_world, browser, days=245).comes_back(code)
    visitor.sees("Er was een antwoord van Counsellor intern. Antwoorden worden ongeveer 6 maanden bewaard; dit is er niet meer.")
    visitor.sees_not("Het eerste antwoord.", "Nog geen antwoord.")
    visitor.leaves()
