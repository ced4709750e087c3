"""One desk a person: whoever starts it again is led into the one that runs, and it ends when nobody is there."""

import os
import pathlib
import re
import signal
import stat
import subprocess

import pytest

from desk_world import Counsellor, DeskRun
from house import BIN, ENVIRONMENT


@pytest.fixture
def running(shared_house):
    desk = DeskRun(shared_house.intern)
    yield desk
    desk.stop()


def started_again(desk):
    """A second click on the icon. Returns what it says; it ends by itself."""
    person = desk.person
    return subprocess.run(
        [BIN / "counsellor", "desk", "--no-browser", "--home", person.offline, "--collector", person.online, "--language",
         "nl"], capture_output=True, text=True, timeout=60, check=True,
        env={**ENVIRONMENT, "XDG_RUNTIME_DIR": str(person.offline.parent)}).stdout


def test_a_closed_tab_locks_nobody_out(running, browser):
    first = Counsellor(running, browser).unlocks()
    first.leaves()
    said = started_again(running)
    assert said.startswith("Uw bureau loopt al.")
    assert pathlib.Path(re.search(r"(/\S+\.html)", said)[1]) == running.page_file
    # The vault is open still: she is back where she was, in the same desk.
    again = Counsellor(running, browser, first_seen="nav")
    again.goes("Zaken").sees("Gevonden zaken")
    again.leaves()
    assert running.process.poll() is None


def test_an_older_window_works_no_more(running, browser):
    older = Counsellor(running, browser).unlocks()
    started_again(running)
    Counsellor(running, browser, first_seen="nav").leaves()
    older.page.reload()
    older.sees("Open het bureau met zijn pictogram op deze computer.")
    older.leaves()


def test_what_leads_in_is_private_and_gone_after(running):
    folder = running.page_file.parent
    started_again(running)
    for path, mode in ((folder, 0o700), (folder / "bell", 0o600), (running.page_file, 0o600)):
        assert stat.S_IMODE(path.stat().st_mode) == mode, path
    running.stop()
    assert not (folder / "bell").exists() and not running.page_file.exists()


def test_a_killed_desk_is_followed_by_another(running):
    started_again(running)
    running.process.send_signal(signal.SIGKILL)
    running.process.wait(20)
    assert (running.page_file.parent / "bell").exists()
    after = DeskRun(running.person)
    assert after.process.pid != running.process.pid and after.page_file == running.page_file
    assert started_again(after).startswith("Uw bureau loopt al.")
    after.stop()


def test_it_ends_when_locked_and_nobody_is_there(shared_house):
    desk = DeskRun(shared_house.intern, "nl", "--end-after-minutes", 1)
    assert desk.process.wait(120) == 0
    assert os.listdir(desk.page_file.parent) == [".lock"]
