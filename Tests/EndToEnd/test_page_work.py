"""The page at a busy gateway: it works before it sends, says so, and stops when the visitor leaves."""

import os

import pytest

from page_world import Visitor

LINE = "sottovoce/v1 work\ndifficulty {}\nroot {}\n"
NL, EN = "Het duurt iets langer, omdat het druk is.", "This takes a little longer, because it is busy."


@pytest.fixture(scope="module")
def busy(page_confirmed, tmp_path_factory):
    """An organisation whose gateway takes no report without work."""
    made = page_confirmed.copied(tmp_path_factory.mktemp("busy") / "page")
    configuration = made.gateway_folder / "gateway.conf"
    text = configuration.read_text()
    assert "reports-without-work 1000000\n" in text
    configuration.write_text(text.replace("reports-without-work 1000000\n", "reports-without-work 0\n"))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def front(busy):
    busy.page.clear()
    busy.page.requests.clear()
    yield busy.page
    busy.page.clear()


def posts(front):
    return [one for one in front.requests if one[0] == "POST"]


@pytest.mark.parametrize("language, said", [("nl", NL), ("en", EN)], ids=["nl", "en"])
def test_a_report_goes_through(busy, browser, front, language, said):
    visitor = Visitor(busy, browser, language)
    visitor.writes(f"Druk in het {language}.")
    visitor.page.evaluate("""() => {
      const place = document.getElementById("said");
      window.said = [];
      new MutationObserver(() => window.said.push(place.textContent)).observe(place, { childList: true });
    }""")
    visitor.sends()
    # It is said once, and not read out any more on the screen that follows.
    [told, after] = visitor.page.evaluate("window.said")
    assert said in told and after == ""
    assert posts(front) == [("POST", "/reports", 16_400)] * 2
    assert visitor.stored() == [0, 0, ""]
    visitor.leaves()
    busy.arrive()
    assert any(f"Druk in het {language}." in busy.show(case) for case in busy.cases())


def test_a_log_that_grew_meanwhile_is_worked_on_again(busy, browser, front):
    front.demands = [LINE.format(1, os.urandom(32).hex()).encode()]
    visitor = Visitor(busy, browser)
    visitor.writes("Nog een keer.")
    visitor.sends().leaves()
    assert len(posts(front)) == 3


@pytest.mark.parametrize("demand, count", [
    pytest.param(LINE.format(1, "00" * 32), 4, id="endless"), pytest.param(LINE.format(13, "00" * 32), 1, id="too-much"),
    pytest.param("precondition required\n", 1, id="none")])
def test_demands_without_end_or_sense_are_too_busy(busy, browser, front, demand, count):
    front.demands = [demand.encode()] * 100
    visitor = Visitor(busy, browser)
    visitor.writes("Te druk.")
    visitor.page.click("#send")
    visitor.sees("Niet verstuurd.", "te druk")
    assert len(posts(front)) == count
    visitor.page.reload()
    visitor.arrives_at("waiting").sees("Je melding is nog niet verstuurd")
    front.clear()
    visitor.sends().leaves()


def test_who_leaves_meanwhile_sends_nothing(busy, browser, front):
    front.demands = [LINE.format(12, "00" * 32).encode()] * 100
    visitor = Visitor(busy, browser)
    visitor.writes("Toch niet.")
    visitor.page.click("#send")
    visitor.sees(NL)
    assert visitor.page.locator("#main .busy").inner_text().startswith(NL)
    working, *_ = visitor.page.workers  # The others wait for tasks to come.
    visitor.press("Terug naar je tekst").arrives_at("write")
    # One, unless the work was done by chance before that.
    count = len(posts(front))
    for _ in range(200):
        if working not in visitor.page.workers:
            break
        visitor.page.wait_for_timeout(50)
    # Ended, not finished: that would have posted once more.
    assert working not in visitor.page.workers and len(posts(front)) == count
    assert visitor.stored() == [0, 0, ""]
    front.clear()
    visitor.page.click(".actions .main")
    visitor.arrives_at("code").words()
    visitor.sends().leaves()
    assert len(posts(front)) == count + 2
