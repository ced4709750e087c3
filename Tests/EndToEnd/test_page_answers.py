"""Answers that no honest gateway gives: the page says whose fault it is, and shows all that is not touched by them."""

import datetime
import json

import pytest

from page_world import Visitor

RECORD = 16 + 8_192


@pytest.fixture
def front(page_world):
    yield page_world.page
    page_world.page.clear()


def answered(world, text):
    """The words of a report that was answered, and where this month's answers are."""
    code = world.file("Iets.\n", language="nl").stdout
    world.arrive()
    world.answer(max(world.cases()), text)
    return code, f"/replies/{datetime.datetime.now(datetime.timezone.utc):%Y-%m}"


def test_own_texts_of_any_shape(page_world, browser, front):
    thrower = {"toString": None}
    for own in (None, {}, 5, [1], {"nl": None}, {"nl": "x"}, {"nl": {"welcome": thrower, "help": {"length": 3}}},
                {"nl": {"help": [None, 7, {"name": thrower, "contact": "1"}, {"name": "Bereikloos", "contact": thrower},
                                 {"name": "Bereikbaar", "for": thrower, "contact": "+31 00 111 11 11"}]}}):
        front.changes = {"/organisation.json": json.dumps(own).encode()}
        front.requests.clear()
        visitor = Visitor(page_world, browser)
        visitor.sees("De Linde")
        visitor.page.wait_for_load_state("networkidle")
        # Where there is nothing of the organisation's own, there is no logo of its own to ask for.
        assert any(path == "/logo.png" for _, path, _ in front.requests) == ("Bereikbaar" in str(own))
        visitor.page.click("#help summary")
        assert visitor.page.locator("#help li", has_text="Bereikbaar").count() == int("Bereikbaar" in str(own))
        assert visitor.page.locator("#help li", has_text="Bereikloos").count() == 0
        visitor.leaves()


def test_own_texts_are_cut_to_what_a_gateway_accepts(page_world, browser, front):
    entry = {"name": "n" * 300, "for": "f" * 300, "contact": "😀" * 300}
    front.changes = {"/organisation.json": json.dumps({"nl": {"welcome": "w" * 3_000, "help": [entry] * 30}}).encode()}
    visitor = Visitor(page_world, browser)
    visitor.sees("wwww")
    assert len(visitor.page.locator(".own").inner_text()) == 2_000
    visitor.page.click("#help summary")
    rows = visitor.page.locator("#help li", has_text="nnnn")
    assert rows.count() == 20
    assert rows.first.inner_text() == f"{'n' * 200} ({'f' * 200}): {'😀' * 200}"
    visitor.leaves()


def test_notes_that_are_none_are_the_gateways_fault(page_world, browser, front):
    front.changes = {"/notes": bytes(1_000)}
    visitor = Visitor(page_world, browser)
    visitor.sees("Wat het meldpunt gaf, is beschadigd of niet compleet.")
    visitor.sees_not("in deze browser")
    visitor.leaves()


def test_beside_a_damaged_answer_nothing_is_not_said(page_world, browser, front):
    code, month = answered(page_world, "Dank je wel.")

    def damaged(records):
        assert records and len(records) % RECORD == 0
        return b"".join(records[at:at + RECORD - 1] + bytes([records[at + RECORD - 1] ^ 1])
                        for at in range(0, len(records), RECORD))

    front.changes = {month: damaged}
    visitor = Visitor(page_world, browser).comes_back(code)
    visitor.sees("ligt iets dat niet te openen is")
    visitor.sees_not("niets gevonden", "geen antwoord gevonden")
    visitor.leaves()


def test_a_month_of_garbage_hides_nothing_else(page_world, browser, front):
    code, month = answered(page_world, "Dank je wel.")
    page_world.pass_to(1)  # The last test here.
    front.changes = {month: b"garbage"}
    visitor = Visitor(page_world, browser, days=1).comes_back(code)
    visitor.sees("Niet alles kon worden opgehaald", "Je schreef op", "Dat is aangekomen")
    assert visitor.page.locator("#alarms").count() == 0
    front.clear()
    visitor.press("Kijk opnieuw").sees("Dank je wel.")
    visitor.sees_not("Niet alles kon worden opgehaald")
    visitor.leaves()
