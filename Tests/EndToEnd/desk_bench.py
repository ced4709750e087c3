"""Measures the desk over a vault of 5,000 cases and 50,000 messages: `make bench`. Decides nothing: tests do."""

import http.client
import pathlib
import re
import sys
import tempfile
import time
import urllib.parse

from desk_world import DeskRun
from page_bench import show
from reporter_world import World
from vault_file import fill

CASES, MESSAGES = 5_000, 50_000


class Window:
    """What a browser asks of the desk, without the browser."""

    def __init__(self, running):
        self.port = int(re.search(r":(\d+)/", running.entrance)[1])
        self.cookie, self.room = None, ""
        entered = self.ask("GET", re.search(r"/open/.*", running.entrance)[0])
        self.room = re.search(r"url=(/[0-9a-f]{32})", entered)[1]

    def ask(self, method, path, fields=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if method == "POST":
            headers |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, self.room + path, urllib.parse.urlencode(fields or {}) or None, headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        self.cookie = self.cookie or answer.headers["set-cookie"].partition(";")[0]
        assert answer.status in (200, 303), (path, answer.status, body[:500])
        return body

    def timed(self, *asked):
        """The slowest of five, in milliseconds, and the last answer."""
        times = []
        for _ in range(5):
            start = time.monotonic()
            body = self.ask(*asked)
            times.append((time.monotonic() - start) * 1e3)
        return max(times), body


def measure(house, running, passphrase):
    window = Window(running)
    start = time.monotonic()
    window.ask("POST", "/unlock", {"passphrase": passphrase})
    show("desk: opened, with a second for the passphrase", time.monotonic() - start, "s", 3)
    for path, sign in [("/today", "<main"), ("/cases", "<main"), ("/cases?q=gesprek+kamer", "<main"), ("/cases/77", "<blockquote"),
                       ("/exchange", "<main"), ("/cards", "<main")]:
        slowest, body = window.timed("GET", path)
        assert sign in body
        show(f"desk: {path}", slowest, "ms", 200)
    for path, fields in [("/cases/78/note", {"text": "Een aantekening."}), ("/cases/78/reply", {"text": "Een antwoord."}),
                         ("/cases/79/status", {"status": "assessed", "track": "complaint"})]:
        slowest, _ = window.timed("POST", path, fields)
        show(f"desk: saved, {path}", slowest, "ms", 500)
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
            measure(house, running, house.intern.passphrase.read_text().strip())
        finally:
            running.stop()


if __name__ == "__main__":
    sys.exit(main())
