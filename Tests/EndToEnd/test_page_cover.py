"""Coming back over six months of default cover of two counsellors: how much is fetched, in which order, and what is
shown meanwhile."""

import types

import pytest

from page_bench import RECEIVED, scene
from page_world import Visitor

# Some 180 days of one answer each of two counsellors, and what proves it.
LEAST, MOST = 2_800_000, 3_500_000


@pytest.fixture(scope="module")
def covered():
    """What `Visitor` needs of a world, and the words."""
    with scene() as (link, words):
        yield types.SimpleNamespace(link_text=link, address=link.partition("/#")[0], page=None, words=words)


@pytest.fixture
def visitor(covered, browser):
    made = Visitor(covered, browser, "en")
    yield made
    made.leaves()


def test_six_months_are_at_most_3_5_megabytes_newest_first(covered, visitor):
    asked = []
    visitor.page.wait_for_load_state("networkidle")
    arrived = visitor.page.evaluate("performance.now()")
    visitor.page.on("request", lambda request: asked.append(request.url.removeprefix(covered.address)))
    visitor.comes_back(covered.words)
    visitor.sees("Answer 1.", "Answer 2.", "2 answers")
    months = [path for path in asked if path.startswith("/replies/")]
    assert len(months) == 7 and months == sorted(months, reverse=True)
    assert LEAST < visitor.page.evaluate(RECEIVED, arrived) < MOST


def test_the_newest_answer_does_not_wait_for_the_rest(covered, visitor):
    asked = []

    def hold(route):
        asked.append(route)
        if len(asked) != 2:
            route.continue_()

    visitor.page.route("**/replies/*", hold)
    visitor.comes_back(covered.words, answered=False).arrives_at("status")
    visitor.sees("Answer 2.")
    visitor.sees_not("Answer 1.", "2 answers")
    asked[1].continue_()
    visitor.sees("Answer 1.", "2 answers")
