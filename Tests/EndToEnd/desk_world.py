"""The counsellor's desk as a person uses it: the real command, in a real browser."""

import contextlib
import http.client
import pathlib
import re
import signal
import subprocess
import urllib.parse

from playwright.sync_api import expect

from house import BIN, ENVIRONMENT

SHORT = 30_000


class DeskRun:
    """`counsellor desk` of one counsellor."""

    def __init__(self, person, language="nl", *options):
        self.person, self.passphrase = person, person.passphrase.read_text().strip()
        self.process = subprocess.Popen(
            [BIN / "counsellor", "desk", "--no-browser", "--home", person.offline, "--collector", person.online,
             "--language", language, *map(str, options)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={**ENVIRONMENT, "XDG_RUNTIME_DIR": str(person.offline.parent)})
        line = self.process.stdout.readline()
        found = re.search(r"(/\S+\.html)", line)
        assert found, line + self.process.stdout.read()
        self.page_file = pathlib.Path(found[1])

    @property
    def entrance(self):
        return re.search(r'url=(http://[^"]+)"', self.page_file.read_text())[1]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


class Counsellor:
    """Someone at the desk. Fails on an error in the console and on any request elsewhere."""

    # What the first screen has: a vault to unlock.
    first_seen = "#passphrase"

    def __init__(self, desk, browser, width=1280, first_seen=None, **options):
        self.desk = desk
        self.context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.context.set_default_timeout(SHORT)
        self.page = self.context.new_page()
        self.errors, self.elsewhere = [], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda line: self.errors.append(line.text) if line.type == "error"
                     and "Failed to load resource" not in line.text else None)
        self.own = desk.entrance.partition("/open/")[0]
        self.page.on("request", lambda request: None if request.url.startswith((self.own + "/", "file://"))
                     else self.elsewhere.append(request.url))
        self.page.goto(desk.page_file.as_uri())
        self.page.wait_for_selector(first_seen or self.first_seen)

    def unlocks(self, passphrase=None):
        self.page.fill("#passphrase", passphrase or self.desk.passphrase)
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self.page.wait_for_selector("nav")
        return self

    def goes(self, name):
        return self.follows(self.page.get_by_role("navigation").get_by_role("link", name=name, exact=True))

    def press(self, name):
        return self.follows(self.page.get_by_role("button", name=name, exact=True))

    def follows(self, way):
        """Clicks, and waits for the screen it leads to: what is clicked while that is on its way can be lost."""
        leads = way.evaluate("way => way.form ? way.type == 'submit' && way.form.checkValidity() : !!way.href")
        with self.page.expect_navigation(wait_until="load") if leads else contextlib.nullcontext():
            way.click()
        return self

    def sees(self, *texts):
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text, timeout=SHORT)
        return self

    def sees_not(self, *texts):
        said = self.page.locator("body").inner_text()
        for text in texts:
            assert text not in said, said
        return self

    def sees_no_slip(self):
        """Nothing that only a programmer would write; "vanille" is a word."""
        said = self.page.locator("body").inner_text()
        assert not re.search(r"\bnil\b|Optional\(|\{\{|\}\}", said), said

    def leaves(self):
        self.sees_no_slip()
        self.context.close()
        assert (self.errors, self.elsewhere) == ([], [])


class Window:
    """What a browser asks of the desk, without the browser."""

    def __init__(self, running):
        self.port = int(re.search(r":(\d+)/", running.entrance)[1])
        self.cookie, self.room = None, ""
        entered = self.ask("GET", re.search(r"/open/.*", running.entrance)[0])
        self.room = re.search(r"url=(/[0-9a-f]{32})", entered)[1]

    def ask(self, method, path, fields=None, ok=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if method == "POST":
            headers |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, self.room + path, urllib.parse.urlencode(fields or {}) or None, headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        self.cookie = self.cookie or answer.headers["set-cookie"].partition(";")[0]
        assert ok is None or (answer.status in (200, 303) if ok else answer.status == 400), (path, answer.status, body[:500])
        return body
