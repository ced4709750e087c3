"""What is typed at the desk is not lost: not by the lock, not by leaving a screen, not by an error."""

import pytest

from desk_world import Counsellor, DeskRun, Window


@pytest.fixture(scope="module", autouse=True)
def typing_house(shared_house):
    shared_house.file("Iets waar ik over wil praten.")
    shared_house.arrive()
    return shared_house


def test_a_new_conversation_outlives_the_lock(at_desk):
    at_desk.goes("Zaken").follows(at_desk.page.get_by_role("link", name="Nieuw gesprek"))
    at_desk.page.fill("#note", "Klonk geschrokken.")
    at_desk.page.fill("#account", "Vertelde over een gesprek.\n\nTwee keer.")
    at_desk.press("Op slot").page.wait_for_selector("#passphrase")
    at_desk.unlocks().sees("Begonnen en nog niet bewaard of verstuurd")
    at_desk.follows(at_desk.page.get_by_role("main").get_by_role("link", name="Nieuw gesprek"))
    at_desk.sees("Dit typte u eerder. Het is nog niet bewaard of verstuurd.")
    assert at_desk.page.input_value("#account") == "Vertelde over een gesprek.\n\nTwee keer."
    assert at_desk.page.input_value("#note") == "Klonk geschrokken."
    at_desk.page.get_by_label("telefoon").check()
    at_desk.press("Voer in").sees("Klonk geschrokken.", "Wat er is verteld")
    # Sent is sent: nothing of it comes back.
    at_desk.goes("Vandaag").sees_not("Begonnen en nog niet bewaard of verstuurd")


def test_an_answer_left_at_once_is_kept(at_desk):
    at_desk.page.goto(at_desk.page.url.replace("/today", "/cases/1"))
    at_desk.page.fill("#text", "Nog niet af")
    at_desk.goes("Kaarten").goes("Vandaag").sees("Begonnen en nog niet bewaard of verstuurd")
    at_desk.follows(at_desk.page.locator("main section", has_text="Begonnen").get_by_role("link", name="Zaak 1"))
    assert at_desk.page.input_value("#text") == "Nog niet af"
    # Another form of the same screen takes nothing away.
    at_desk.page.fill("#text", "Nog niet af, maar langer")
    at_desk.page.fill("#note", "Even gebeld.")
    at_desk.press("Bewaar (Nieuwe aantekening)").sees("Even gebeld.")
    assert at_desk.page.input_value("#text") == "Nog niet af, maar langer"
    assert at_desk.page.input_value("#note") == ""


def test_what_was_typed_over_a_proposal_can_be_taken_back(at_desk):
    at_desk.page.goto(at_desk.page.url.replace("/today", "/cases/1"))
    at_desk.page.fill("#hold-why", "Een vordering")
    at_desk.sees("Wat u typte is bewaard.").page.reload()
    at_desk.sees("Dit typte u eerder.")
    assert at_desk.page.input_value("#hold-why") == "Een vordering"
    at_desk.press("Terug naar wat er stond")
    assert at_desk.page.input_value("#hold-why") == ""
    at_desk.sees("Wat u typte is bewaard.").page.reload()
    assert at_desk.page.input_value("#hold-why") == ""
    at_desk.sees_not("Dit typte u eerder.")


def test_the_idle_lock_takes_nothing(typing_house, browser):
    running = DeskRun(typing_house.intern, "nl", "--idle-minutes", 1)
    at_desk = Counsellor(running, browser).unlocks()
    at_desk.goes("Zaken").follows(at_desk.page.get_by_role("link", name="Nieuw gesprek"))
    at_desk.page.fill("#account", "Tijdens het bellen.")
    at_desk.page.wait_for_selector("#passphrase", timeout=90_000)
    at_desk.unlocks().follows(at_desk.page.get_by_role("main").get_by_role("link", name="Nieuw gesprek"))
    at_desk.page.wait_for_load_state()
    assert at_desk.page.input_value("#account") == "Tijdens het bellen."
    at_desk.leaves()
    running.stop()


def test_words_of_sheets_are_kept_nowhere(at_desk):
    at_desk.page.goto(at_desk.page.url.replace("/today", "/recover"))
    assert at_desk.page.locator("#drafts, #lock").count() == 0


def test_the_room_that_is_left_is_said_when_the_typing_pauses(at_desk):
    at_desk.page.goto(at_desk.page.url.replace("/today", "/cases/1"))
    said = at_desk.page.locator("#room-said")
    at_desk.page.fill("#text", "")
    at_desk.page.locator("#text").press_sequentially("Even geduld", delay=100)
    assert said.text_content() == "", "nothing is said at every key"
    said.filter(has_text="Er passen nog ongeveer").wait_for(state="attached")
    at_desk.page.fill("#text", "")


def test_a_lock_reaches_every_tab_and_takes_nothing(at_desk):
    at_desk.page.goto(at_desk.page.url.replace("/today", "/cases/1"))
    second = at_desk.context.new_page()
    second.goto(at_desk.page.url)
    second.fill("#text", "In het andere venster getypt")
    at_desk.press("Op slot").page.wait_for_selector("#passphrase")
    second.wait_for_selector("#passphrase")
    assert "Iets waar ik over wil praten." not in second.content()
    second.close()
    at_desk.unlocks().page.goto(at_desk.page.url.replace("/today", "/cases/1"))
    at_desk.page.wait_for_load_state()
    assert at_desk.page.input_value("#text") == "In het andere venster getypt"
    at_desk.page.fill("#text", "")
    at_desk.sees("Wat u typte is bewaard.")


def test_what_is_sent_to_a_locked_desk_or_to_nobody_is_kept(desk, typing_house):
    typing_house.file("Nog iets.")
    typing_house.arrive()
    other = max(typing_house.cases())
    window = Window(desk)
    sent = {"draft": "cases/1/reply", "draft-fields": "text"}
    window.ask("POST", "/cases/1/reply", {"text": "Na het slot.", **sent})
    window.ask("POST", "/drafts", {"form": "cases/1/note", "field": "text", "text": "Ook na het slot.", "proposed": ""})
    window.ask("POST", "/unlock", {"passphrase": desk.passphrase})
    shown = window.ask("GET", "/cases/1")
    assert ">Na het slot.</li>" in shown and ">Ook na het slot.</li>" in shown
    # The case it was for is no part of this one.
    said = window.ask("POST", "/cases/1/reply", {"text": "Voor het deel.", "to": other, **sent}, ok=False)
    assert "hoort niet meer bij deze zaak" in said and "Voor het deel." in said
