import re
import signal
from pathlib import Path

import pytest

import other_verifiers
from desk_world import Counsellor, DeskRun
from hostile_world import conversation
from house import House, set_clock
from page_firefox import Firefox, firefox
from page_world import PageWorld, Visitor, chromium, launched
from reporter_world import World

# A run in the background may have been started with Ctrl-C ignored, which commands would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def no_stale_faketime():
    """Removes what killed `faketime` processes left, whose names a later process of the same number trips over."""
    for left in Path("/dev/shm").glob("*faketime_s*"):
        number = re.search(r"\d+$", left.name)
        if number and not Path("/proc", number[0]).exists():
            left.unlink(missing_ok=True)


def built(kind, tmp_path_factory):
    """One to copy, everyone offered to reporters, its gateway not running; each at an address of its own."""
    made = kind(tmp_path_factory.mktemp("built")).start()
    made.stop()
    return made


@pytest.fixture(scope="session")
def built_house(tmp_path_factory):
    """An organisation to copy, its gateway not running; nobody has confirmed it."""
    return House(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def built_own_house(tmp_path_factory):
    return built(World, tmp_path_factory)


@pytest.fixture(scope="session")
def built_shared_house(tmp_path_factory):
    return built(World, tmp_path_factory)


@pytest.fixture
def house(built_house, tmp_path):
    """An organisation of its own for one test, its gateway running."""
    made = built_house.copied(tmp_path / "house").start()
    yield made
    made.stop()


@pytest.fixture
def at(house):
    """Moves every clock to so many days from now; the gateway starts again with it."""
    def move(days):
        house.stop()
        set_clock(days)
        house.start(options=["--clock-is-right"])

    yield move
    set_clock(0)


@pytest.fixture
def own_house(built_own_house, tmp_path):
    """The same with the whole of each side's work in one call."""
    made = built_own_house.copied(tmp_path / "house").start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def shared_house(built_shared_house, tmp_path_factory):
    """One organisation for the tests of a file, its gateway running."""
    made = built_shared_house.copied(tmp_path_factory.mktemp("shared") / "house").start()
    yield made
    made.stop()
    set_clock(0)


@pytest.fixture
def desk(shared_house):
    """The desk of its internal counsellor, in Dutch."""
    running = DeskRun(shared_house.intern)
    yield running
    running.stop()


@pytest.fixture
def at_desk(desk, browser):
    """She at it, unlocked."""
    someone = Counsellor(desk, browser).unlocks()
    yield someone
    someone.leaves()


@pytest.fixture(scope="session")
def conversation_had(tmp_path_factory):
    """A conversation of three honest days, to copy."""
    return conversation(tmp_path_factory.mktemp("conversation"))


@pytest.fixture
def world(conversation_had, tmp_path):
    """The same for one test, at a gateway that can lie."""
    made = conversation_had.copied(tmp_path / "world")
    yield made
    made.gateway.close()


@pytest.fixture(scope="session")
def page_built(tmp_path_factory):
    """An organisation behind its page, to copy; its gateway not running."""
    made = PageWorld(tmp_path_factory.mktemp("page"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def page_confirmed(page_built, tmp_path_factory):
    """The same, with everyone offered to reporters."""
    made = page_built.copied(tmp_path_factory.mktemp("confirmed") / "page").start()
    for person in (made.intern, made.extern, made.odd):
        person.fetch()
    made.stop()
    return made


@pytest.fixture(scope="module")
def page_world(page_confirmed, tmp_path_factory):
    """The same for the tests of a file, its gateway running."""
    made = page_confirmed.copied(tmp_path_factory.mktemp("copy") / "page")
    made.page.clear()
    made.page.requests.clear()
    made.start()
    yield made
    made.stop()
    set_clock(0)


@pytest.fixture(scope="module")
def browser():
    """Chromium, ended before other files' tests."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def large_letters(browser):
    """Chromium of someone who has set letters twice as large."""
    running = launched(browser.browser_type, "--blink-settings=defaultFontSize=32")
    yield running
    running.close()


@pytest.fixture(scope="module")
def firefox_browser(tmp_path_factory):
    """Firefox, ended before other files' tests."""
    with firefox(tmp_path_factory.mktemp("firefox")) as running:
        yield running


@pytest.fixture(params=["chromium", "firefox"])
def visits(request, page_world):
    """Opens the page, in each of the browsers; nothing is spoilt afterwards."""
    made = []

    def opens(**options):
        visitor = (Visitor(page_world, request.getfixturevalue("browser"), **options) if request.param == "chromium"
                   else Firefox(page_world, request.getfixturevalue("firefox_browser"), **options))
        made.append(visitor)
        return visitor

    yield opens
    page_world.page.clear()
    for visitor in made:
        visitor.leaves()


@pytest.fixture(scope="session")
def verifier(tmp_path_factory):
    """Go's verifier of logs: a function that runs it, with `ok=False` where it must refuse."""
    return other_verifiers.build(tmp_path_factory.mktemp("go"))
