"""How far sealing and work are: said in numbers and as a bar, to everyone, and never going back."""

import re
import threading

import pytest

from page_look import violations
from page_world import SHORT, Visitor
from test_page_work import LINE

# Keeps each state of the bar, with what stands under it.
WATCH = """() => {
  window.shown = [];
  new MutationObserver(() => {
    const bar = document.querySelector("progress");
    const state = bar && [bar.value, document.getElementById("steps").textContent];
    if (state && String(state) !== String(window.shown.at(-1))) window.shown.push(state);
  }).observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
}"""


@pytest.fixture
def front(page_world):
    yield page_world.page
    page_world.page.clear()


def watching(visitor):
    visitor.page.evaluate(WATCH)
    return visitor


def until(visitor, condition):
    """The page's policy lets nobody else wait in it."""
    for _ in range(SHORT // 50):
        if visitor.page.evaluate(condition):
            return
        visitor.page.wait_for_timeout(50)
    raise AssertionError(condition)


def shown(visitor):
    """All states since then: none is less than the one before it, and none is the end."""
    states = visitor.page.evaluate("window.shown")
    values = [value for value, _ in states]
    assert values == sorted(values) and all(0 <= value < 1 for value in values), states
    return states


def test_a_first_report_is_sealed_in_three_steps(page_world, browser, front):
    visitor = watching(Visitor(page_world, browser))
    visitor.writes("Stap voor stap.")
    assert [said for _, said in shown(visitor)] == ["Stap 1 van 3.", "Stap 2 van 3.", "Stap 3 van 3."]
    # Back and on again: the words are there already.
    visitor.press("Terug naar je tekst").press("Verder").words()
    visitor.leaves()


def test_a_message_is_sealed_in_two_steps_and_stays_as_it_was_sent(page_world, browser, front):
    code = page_world.file("Iets.\n").stdout
    visitor = watching(Visitor(page_world, browser, "en").comes_back(code))
    visitor.press("Add something").arrives_at("message")
    visitor.page.check("#reader-intern")
    visitor.page.fill("#body", "One more thing.")
    # Who goes on writing meanwhile would send something else than what is read.
    visitor.page.evaluate("""() => new MutationObserver(() => {
      if (document.querySelector("progress")) window.disabled = document.querySelector("#body").matches(":disabled");
    }).observe(document.body, { childList: true, subtree: true })""")
    visitor.sends()
    assert [said for _, said in shown(visitor)] == ["Step 1 of 2.", "Step 2 of 2."]
    assert visitor.page.evaluate("window.disabled") is True
    visitor.leaves()


def test_new_words_take_a_step_more(page_world, browser, front):
    code = page_world.file("Iets.\n").stdout
    visitor = Visitor(page_world, browser).comes_back(code)
    visitor.page.get_by_text("Iemand anders heeft mijn woorden gezien").click()
    visitor.press("Ga verder met nieuwe woorden").arrives_at("move")
    visitor.page.check("#reader-intern")
    watching(visitor).press("Verder").words()
    assert [said for _, said in shown(visitor)] == [f"Stap {number} van 4." for number in range(1, 5)]
    visitor.leaves()


def test_work_counts_its_attempts_and_promises_nothing(page_world, browser, front):
    visitor = Visitor(page_world, browser)
    visitor.writes("Druk.")
    front.demands = [LINE.format(bits, "00" * 32).encode() for bits in (2, 8)]
    # How long the second takes is chance: what is sent after it waits until all was looked at.
    is_seen = threading.Event()

    def held(method, *_):
        if method == "POST" and not front.demands:
            is_seen.wait(60)

    front.instead = held
    watching(visitor).page.click("#send")
    until(visitor, "window.shown.some(([, said]) => / 2[5-9]\\d /.test(said))")
    assert shown(visitor)[0] == [0, "Poging 1. Gemiddeld zijn er 4 nodig, soms veel meer."]
    assert visitor.page.get_by_role("progressbar", name=re.compile("omdat het druk is")).count() == 1
    # In another language it goes on where it was.
    visitor.page.click("#language-en")
    visitor.sees("On average")
    until(visitor, "window.shown.at(-1)[1].startsWith('Attempt')")
    assert visitor.page.locator("#said").text_content() == "", "nothing is left in the other language"
    assert violations(visitor) == []
    assert shown(visitor)[-1][0] > 0
    is_seen.set()
    visitor.arrives_at("sent").sees("accepted it on")
    visitor.leaves()
