"""After closing: `reporter` asks the two questions that the page asks, and the counsellor sees the answers first."""

import pexpect
import pytest

from desk_world import Counsellor, DeskRun
from reporter_world import at_terminal, flat, reporter

QUESTIONS = {"nl": ("Is het opgelost?", "Word je slecht behandeld omdat je iets zei?", r"alleen\s+een\s+punt", "versturen", "ja"),
             "en": ("Is it settled?", "Are you treated badly for speaking up?", r"only\s+a\s+full\s+stop", "Send now", "yes")}

AFTER = {"nl": "Na het afsluiten: kijk hier eerst", "en": "After closing: look here first"}


@pytest.fixture
def house(own_house):
    return own_house


@pytest.fixture
def closed(house, tmp_path):
    """The organisation, and a file with the code of a case that is closed."""
    house.file("Iets.", "--code-out", tmp_path / "code")
    house.arrive()
    house.close_case(1, "We sluiten dit af.")
    return house, tmp_path / "code"


def reply(house, code, *options, text=""):
    return reporter("reply", "--organisation", house.link, "--code-file", code, "--language", "en", *options, text=text)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_person_is_asked_and_may_skip(closed, browser, language):
    house, code = closed
    settled, treated, more, now, yes = QUESTIONS[language]
    person = at_terminal("reply", "--organisation", house.link_text, "--code-file", code, "--language", language)
    person.expect_exact(settled)
    person.sendline("9")
    person.sendline("")
    person.expect_exact(treated)
    person.sendline("3")
    person.expect(more)
    person.sendline(".")
    person.expect(now)
    person.sendline(yes)
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0
    house.arrive()
    shown = flat(house.show(1))
    assert settled not in shown and f"{treated} {'Ja' if language == 'nl' else 'Yes'}" in shown
    running = DeskRun(house.intern, language)
    at_desk = Counsellor(running, browser).unlocks()
    assert at_desk.page.locator("main h2").first.inner_text() == AFTER[language]
    at_desk.leaves()
    running.stop()


def test_a_script_answers_by_options(closed, tmp_path):
    house, code = closed
    done = reply(house, code, "--settled", "partly", "--treated-badly", "no", "--yes")
    assert done.returncode == 0, done.stderr
    (tmp_path / "more").write_text("Het gaat.")
    done = reply(house, code, "--settled", "yes", "--message-file", tmp_path / "more", "--yes")
    assert done.returncode == 0, done.stderr
    house.arrive()
    shown = flat(house.show(1))
    assert "Is it settled? A little Are you treated badly for speaking up? No" in shown
    assert "Is it settled? Yes Het gaat." in shown
    wrong = reply(house, code, "--settled", "perhaps", "--yes")
    assert wrong.returncode == 64 and "yes, partly, no" in wrong.stderr


def test_they_are_of_a_closed_case_only(closed):
    house, code = closed
    house.file("Iets anders.", "--code-out", code.with_name("open"))
    house.arrive()
    house.answer(2, "Gelezen.")
    wrong = reply(house, code.with_name("open"), "--settled", "yes", "--yes")
    assert wrong.returncode == 64 and "this is not closed" in flat(wrong.stderr)
