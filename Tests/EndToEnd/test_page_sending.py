"""A sending that is stopped, changed or left behind while it runs: what the page says is what happened."""

import threading

import pytest

from page_world import Visitor

AGAIN, GIVE_UP = "Probeer het opnieuw", "Stop hier."


@pytest.fixture
def front(page_world):
    yield page_world.page
    for event in page_world.page.holds.values():
        event.set()
    page_world.page.clear()


def posts(front):
    return [one for one in front.requests if one[0] == "POST"]


@pytest.fixture
def visitor(page_world, browser, front):
    front.requests.clear()
    made = Visitor(page_world, browser)
    yield made
    made.leaves()


def fails_once(visitor):
    """Sends, and waits for the first try's end; how often a request came, for a browser sends one twice by itself."""
    with visitor.page.expect_event("requestfailed", lambda request: request.method == "POST"):
        visitor.page.click("#send")
    assert (count := len(posts(visitor.front)))
    return count


def buttons(visitor):
    return [one.strip() for one in visitor.page.locator("#main button:visible").all_inner_texts()]


def test_what_is_under_way_can_not_be_called_back(visitor, front):
    front.holds["POST"] = threading.Event()
    visitor.writes("Onderweg.")
    assert {"Terug naar je tekst", "Gooi alles weg"} <= set(buttons(visitor))
    visitor.page.click("#send")
    visitor.page.get_by_role("button", name=GIVE_UP).wait_for()
    assert not {"Terug naar je tekst", "Gooi alles weg"} & set(buttons(visitor))
    visitor.sees_not("Er is niets verstuurd")
    front.holds["POST"].set()
    visitor.arrives_at("sent")
    assert len(posts(front)) == 1


def test_who_gives_up_sends_nothing_more(visitor, front):
    visitor.writes("Opgegeven.")
    front.is_down = True
    before = fails_once(visitor)
    visitor.page.get_by_role("button", name=GIVE_UP).click()
    visitor.arrives_at("home")
    front.is_down = False
    visitor.page.wait_for_timeout(3_000)
    assert len(posts(front)) == before and visitor.stored() == [0, 0, ""]
    visitor.sees_not("Er is niets verstuurd", "Niet verstuurd")


def test_what_is_thrown_away_before_it_left_is_not_posted(visitor, front):
    visitor.writes("Weggegooid.")
    front.holds["/notes"] = threading.Event()
    visitor.page.reload()
    visitor.arrives_at("waiting")
    visitor.page.click("#send")
    visitor.press("Gooi weg en begin opnieuw").arrives_at("home")
    front.holds["/notes"].set()
    visitor.sees("Counsellor intern")
    visitor.page.wait_for_timeout(1_000)
    assert posts(front) == [] and visitor.stored() == [0, 0, ""]


def test_quick_exit_between_two_tries(page_world, browser, front):
    front.requests.clear()
    visitor = Visitor(page_world, browser)
    slow = []
    visitor.context.route("https://www.knmi.nl/**", lambda route: slow.append(route))
    visitor.writes("Weg.")
    front.is_down = True
    before = fails_once(visitor)
    visitor.page.dispatch_event("#exit", "click")
    front.is_down = False
    visitor.page.wait_for_timeout(3_000)
    assert len(posts(front)) == before
    slow[0].fulfill(body="weather", content_type="text/plain")
    visitor.page.wait_for_url("https://www.knmi.nl/**")
    visitor.page.goto(page_world.link_text)
    visitor.sees("Counsellor intern")
    assert visitor.stored() == [0, 0, ""]
    visitor.context.close()


def test_a_try_that_fails_after_one_that_may_have_arrived(visitor, front):
    visitor.writes("Misschien.")
    front.drops = 9
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen.", "Er kwam geen antwoord")
    front.drops = 0
    visitor.context.set_offline(True)
    visitor.press(AGAIN)
    visitor.sees("We weten niet of je melding is aangekomen.", "Een eerdere keer misschien wel.")
    visitor.sees_not("niets weggegaan", "Niet verstuurd")
    visitor.context.set_offline(False)
    front.refuses = 507
    visitor.press(AGAIN)
    visitor.sees("Een eerdere keer misschien wel.")
    visitor.sees_not("niets bewaard")
    front.refuses = None
    visitor.press(AGAIN).arrives_at("sent")


def test_an_answer_that_never_comes_is_not_waited_for(page_world, browser, front):
    visitor = Visitor(page_world, browser)
    visitor.sees("Counsellor intern")
    front.holds["/notes"] = threading.Event()
    visitor.page.clock.install()
    visitor.page.click("#door-back")
    visitor.page.clock.fast_forward(31_000)
    # Whom to call is known from before.
    visitor.sees("Het meldpunt is nu niet te bereiken.", "Telephone +31 00 000 00 00")
    visitor.leaves()


@pytest.fixture(scope="module")
def logged(page_world):
    """The words of a report of yesterday. Days pass from here on."""
    code = page_world.file("Eerst dit.\n", language="nl").stdout
    page_world.pass_to(1)
    for person in (page_world.intern, page_world.extern):
        person.fetch()
    return code


def test_a_message_that_was_not_sent_is_sealed_anew_after_a_change(page_world, browser, front, logged):
    visitor = Visitor(page_world, browser, days=1).comes_back(logged)
    visitor.press("Schrijf er iets bij")
    visitor.page.check("#reader-intern")
    visitor.page.fill("#body", "Met de naam Jan.")
    front.refuses = 507
    visitor.page.click("#send")
    visitor.sees("Niet verstuurd.")
    visitor.page.fill("#body", "Zonder naam.")
    visitor.page.uncheck("#reader-intern")
    visitor.page.check("#reader-extern")
    front.refuses = None
    visitor.sends()
    visitor.leaves()
    page_world.arrive()
    page_world.extern.fetch()
    page_world.extern.import_()
    numbers = page_world.cases()
    assert not any("naam" in page_world.show(case) for case in numbers)
    shown = page_world.extern.offline_run("inbox").stdout
    said = page_world.extern.offline_run("show", shown.split()[0]).stdout
    assert "Zonder naam." in said and "Jan" not in said


def test_a_message_that_may_have_arrived_stays_as_it_is(page_world, browser, front, logged):
    visitor = Visitor(page_world, browser, days=1).comes_back(logged)
    visitor.press("Schrijf er iets bij")
    visitor.page.check("#reader-intern")
    visitor.page.fill("#body", "Zo blijft het.")
    front.drops = 9
    visitor.page.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen.", "Je kunt het niet meer veranderen.")
    assert visitor.page.locator("#body").is_disabled() and visitor.page.locator("#reader-extern").is_disabled()
    front.drops = 0
    visitor.press(AGAIN).arrives_at("sent").leaves()
