"""A disk that is full while the desk saves: it is said, nothing of it is kept, and what was there before is whole."""

import html
import os
import pathlib
import subprocess
import sys

from desk_world import DeskRun, Window
from house import BIN, ENVIRONMENT
from reporter_world import World
from test_gateway_disk_full import Disk

FULL = "er is geen ruimte meer voor"


def saving(folder):
    house = World(pathlib.Path(folder)).start()
    house.file("Er is iets.")
    house.arrive()
    house.stop()
    disk = Disk(str(house.intern.offline))
    running = DeskRun(house.intern)
    try:
        answered(Window(running), running.passphrase, disk)
    finally:
        running.stop()
    assert house.show(1).count("Mijn antwoord.") == 1


def answered(window, passphrase, disk):
    window.ask("POST", "/unlock", {"passphrase": passphrase})
    disk.leave(0)
    refused = window.ask("POST", "/cases/1/reply", {"text": "Mijn antwoord."}, ok=False)
    assert FULL in refused.lower(), refused
    assert "Mijn antwoord." in html.unescape(refused)
    disk.empty()
    # The answer that was not saved is not there; typed again it is there once.
    assert "Mijn antwoord." not in window.ask("GET", "/cases/1")
    window.ask("POST", "/cases/1/reply", {"text": "Mijn antwoord."})
    assert window.ask("GET", "/cases/1").count("Mijn antwoord.") == 1


def test_a_full_disk_keeps_nothing_half(tmp_path):
    wrap = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    out = subprocess.run([*wrap, sys.executable, "-c", "import sys, test_desk_disk_full as full; full.saving(sys.argv[1])",
                          str(tmp_path)], capture_output=True, text=True, timeout=300, cwd=os.path.dirname(__file__),
                         env={**ENVIRONMENT, "SOTTOVOCE_BIN": str(BIN)})
    assert out.returncode == 0, out.stdout + out.stderr
