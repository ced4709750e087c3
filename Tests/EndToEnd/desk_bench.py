"""Measures the desk over a vault of 5,000 cases and 50,000 messages: `make bench`. Decides nothing: tests do."""

import pathlib
import re
import sys
import tempfile
import time

from desk_world import DeskRun, Window
from page_bench import show
from reporter_world import World
from vault_file import fill

CASES, MESSAGES = 5_000, 50_000
SCREENS = ["/cases/77/refer", "/cases/77/conflict", "/cases/77/sketch", "/cases/77/statement", "/exchange", "/cards", "/new",
           "/contacts", "/templates", "/settings", "/keeping", "/keeping/succession", "/keeping/hours", "/keeping/backup",
           "/keeping/sheets", "/keeping/end", "/organisations"]


def timed(window, *asked):
    """The slowest of five, in milliseconds, and the last answer."""
    times = []
    for _ in range(5):
        start = time.monotonic()
        body = window.ask(*asked)
        times.append((time.monotonic() - start) * 1e3)
    return max(times), body


def measure(running, passphrase, mirror, outbox):
    window = Window(running)
    start = time.monotonic()
    window.ask("POST", "/unlock", {"passphrase": passphrase})
    show("desk: opened, with a second for the passphrase", time.monotonic() - start, "s", 3)
    for path, sign in [("/today", "<main"), ("/cases", "<main"), ("/cases?q=gesprek+kamer", "<main"),
                       ("/cases?q=een+nieuw+gesprek+in+de+kamer", "<main"), ("/cases/77", "<blockquote"),
                       *[(path, "<main") for path in SCREENS]]:
        slowest, body = timed(window, "GET", path)
        assert sign in body
        show(f"desk: {path}", slowest, "ms", 200)
    for path, fields in [("/cases/78/note", {"text": "Een aantekening."}), ("/cases/78/reply", {"text": "Een antwoord."}),
                         ("/cases/79/details", {"status": "assessed", "track": "complaint"})]:
        slowest, _ = timed(window, "POST", path, fields)
        show(f"desk: saved, {path}", slowest, "ms", 500)
    for path, folder in [("/exchange/import", mirror), ("/exchange/outbox", outbox)]:
        start = time.monotonic()
        window.ask("POST", path, {"folder": str(folder)})
        show(f"desk: {path}", time.monotonic() - start, "s", 3)
    status = pathlib.Path(f"/proc/{running.process.pid}/status").read_text()
    show("desk: memory at most", int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024, "MiB", 512)


def main():
    with tempfile.TemporaryDirectory() as folder:
        house = World(pathlib.Path(folder)).start()
        try:
            house.file("Een eerste bericht.")
            house.arrive()
        finally:
            house.stop()
        fill(house.intern, CASES, MESSAGES, int(time.time()) // 86400)
        size = (house.intern.offline / "vault.age").stat().st_size
        print(f"desk: a vault of {CASES} cases and {MESSAGES} messages, {size / 1e6:.0f} MB")
        running = DeskRun(house.intern)
        try:
            (outbox := pathlib.Path(folder) / "outbox").mkdir()
            measure(running, house.intern.passphrase.read_text().strip(), house.intern.mirror, outbox)
            assert any(outbox.iterdir())
        finally:
            running.stop()


if __name__ == "__main__":
    sys.exit(main())
