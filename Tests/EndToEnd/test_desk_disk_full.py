"""A disk that is full while the desk saves, or a stick while answers are got ready: it is said, and nothing is lost."""

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
    stick = house.folder / "STICK"
    stick.mkdir()
    full = Disk(str(stick))
    try:
        window = Window(running)
        answered(window, running.passphrase, disk)
        got_ready(window, full)
    finally:
        running.stop()
    assert house.show(1).count("Mijn antwoord.") == 1
    full.leave(0)
    refused = house.intern.offline_run("outbox", stick, ok=False).stderr
    assert f"the folder with answers in {stick} is not complete" in " ".join(refused.split()), refused


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


def got_ready(window, full):
    """A stick that was full on the way holds no whole set: that is said, and done again it is whole."""
    full.leave(128 << 10)
    refused = html.unescape(window.ask("POST", "/exchange/outbox", {"folder": full.folder}, ok=False))
    assert f"De map met antwoorden in {full.folder} is niet af" in refused and "Er is niets verloren." in refused, refused
    assert len(os.listdir(full.folder)) > 1 and "SHA256SUMS" not in os.listdir(full.folder)
    full.empty()
    assert "Antwoorden van u daarin: 1." in window.ask("POST", "/exchange/outbox", {"folder": full.folder})
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], check=True, cwd=full.folder)


def test_a_full_disk_keeps_nothing_half(tmp_path):
    wrap = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    out = subprocess.run([*wrap, sys.executable, "-c", "import sys, test_desk_disk_full as full; full.saving(sys.argv[1])",
                          str(tmp_path)], capture_output=True, text=True, timeout=300, cwd=os.path.dirname(__file__),
                         env={**ENVIRONMENT, "SOTTOVOCE_BIN": str(BIN)})
    assert out.returncode == 0, out.stdout + out.stderr
