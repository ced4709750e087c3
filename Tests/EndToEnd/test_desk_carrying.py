"""Folders are carried without a terminal or hidden places: fetched messages, and the part that goes online itself."""

import shutil

import pytest

from desk_world import Counsellor, DeskRun
from test_desk_collector import Online
from test_desk_keeping import Newcomer
from test_desk_screens import looked_at


@pytest.fixture
def at_vault(house, browser):
    running = DeskRun(house.intern)
    someone = Counsellor(running, browser).unlocks()
    yield someone
    someone.leaves()
    running.stop()


def online(house, browser, folder):
    running = DeskRun(Online(house.intern, folder))
    return running, Newcomer(running, browser)


def test_what_is_fetched_goes_on_the_stick_and_is_read_in_from_it(house, at_vault, browser, tmp_path):
    stick = tmp_path / "STICK"
    stick.mkdir()
    house.file("Op de stick.")
    running, at_online = online(house, browser, tmp_path / "data")
    at_online.page.fill("#stick", str(stick))
    at_online.press("Haal op").sees("Op de stick staat alles in", str(stick / "mirror"))
    # What was damaged on its way is made whole, and what is gone here goes there.
    envelope = next((stick / "mirror" / "envelopes").iterdir())
    envelope.write_bytes(b"x" * envelope.stat().st_size)
    (stick / "mirror" / "envelopes" / ("0" * 64)).write_bytes(b"old")
    at_online.page.fill("#stick", f"file://{stick}")
    at_online.press("Haal op").sees("Op de stick staat alles in")
    assert envelope.read_bytes() != b"x" * envelope.stat().st_size
    assert {one.name: one.read_bytes() for one in envelope.parent.iterdir()} == {
        one.name: one.read_bytes() for one in (house.intern.mirror / "envelopes").iterdir()}
    looked_at(at_online, "collector-copied")
    at_online.leaves()
    running.stop()
    # The stick itself is enough: `mirror` on it is found.
    at_vault.goes("Ophalen en versturen").page.fill("#mirror", str(stick))
    at_vault.press("Lees in").sees("nieuwe zaken: 1")


def test_the_online_part_moves_by_stick(house, at_vault, browser, tmp_path):
    stick, other = tmp_path / "STICK", tmp_path / "other"
    stick.mkdir()
    there = house.intern.online
    had = sorted(str(one.relative_to(there)) for one in there.rglob("*") if one.is_file() and one.name != ".lock")
    at_vault.page.goto(at_vault.page.url.replace("/today", "/keeping/first"))
    at_vault.page.fill("#stick", str(stick))
    at_vault.press("Zet op de stick").sees("De map staat op de stick, in", "staat niet meer op deze computer")
    looked_at(at_vault, "carried")
    assert not there.exists()
    try:
        person = Online(house.intern, tmp_path / "data")
        person.online = other
        running = DeskRun(person)
        at_online = Newcomer(running, browser)
        at_online.sees("Dit is de computer met internet").page.fill("#stick", str(tmp_path / "none"))
        at_online.press("Haal de map van de stick").sees("staat geen map voor de computer met internet")
        at_online.page.fill("#stick", str(stick))
        at_online.press("Haal de map van de stick").sees("De map staat nu op deze computer", "Klopt dat adres?")
        assert list(stick.iterdir()) == []
        assert sorted(str(one.relative_to(other)) for one in other.rglob("*")
                      if one.is_file() and one.name != ".lock") == had
        at_online.press("Haal op").sees("Opgehaald en nagekeken.")
        at_online.leaves()
        running.stop()
    finally:
        shutil.move(other, there)


def test_another_ones_part_is_not_written_over(house, at_vault, tmp_path):
    stick = tmp_path / "STICK" / "sottovoce-online"
    shutil.copytree(house.extern.online, stick)
    before = (stick / "request.key").read_bytes()
    at_vault.page.goto(at_vault.page.url.replace("/today", "/keeping/first"))
    at_vault.page.fill("#stick", str(stick))
    at_vault.press("Zet op de stick").sees("van een ander. Er is niets overschreven.")
    assert (stick / "request.key").read_bytes() == before and (house.intern.online / "anchor").exists()


@pytest.mark.parametrize("typed, said", [
    ("stick", "Geef de hele plaats"), ("   ", "Kies eerst een map"), ("/media/nobody/NONE", "De stick voor"),
])
def test_places_that_are_none_are_refused(at_vault, typed, said):
    at_vault.goes("Ophalen en versturen").page.fill("#outbox", typed)
    at_vault.press("Zet de antwoorden klaar").sees(said)


def test_it_comes_back_to_the_vault_it_belongs_to(house, browser, tmp_path):
    """Whoever changes their mind; and never beside another's vault, which could be erased with it."""
    stick, there = tmp_path / "STICK", house.intern.online
    stick.mkdir()
    running = DeskRun(house.intern)
    at_vault = Counsellor(running, browser).unlocks()
    room = at_vault.page.url.rpartition("/")[0]
    at_vault.page.goto(f"{room}/keeping/first")
    at_vault.page.fill("#stick", str(stick))
    at_vault.press("Zet op de stick").sees("De map staat op de stick, in")
    at_vault.press("Op slot").page.goto(f"{room}/start")
    at_vault.page.fill("#stick", str(stick))
    at_vault.press("Haal de map van de stick").sees("Op deze computer is een kluis op slot", "Er is niets verplaatst.")
    assert not there.exists()
    at_vault.page.goto(f"{room}/today")
    at_vault.unlocks().page.goto(f"{room}/start")
    at_vault.page.fill("#stick", str(stick))
    at_vault.press("Haal de map van de stick").sees("De map staat nu op deze computer")
    assert (there / "anchor").exists() and list(stick.iterdir()) == []
    at_vault.leaves()
    running.stop()
