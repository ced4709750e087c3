"""The reporter's page in a real browser, at a real gateway, with ways to spoil what passes between the two."""

import contextlib
import datetime
import http.client
import http.server
import os
import pathlib
import threading

from playwright.sync_api import expect, sync_playwright

from house import set_clock
from reporter_world import World

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = ROOT / ".build/page"
SHORT = 30_000
STORED = "[sessionStorage.length, localStorage.length, document.cookie]"


class Front:
    """Passes all on to the gateway and back, headers too: but for what a test changes, refuses or drops."""

    def __init__(self):
        outer = self
        self.target, self.requests = None, []
        self.clear()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0))) or None
                is_browser = "sec-fetch-mode" in self.headers
                if is_browser:
                    outer.requests.append((self.command, self.path, len(body or b"")))
                if is_browser and (outer.is_down or outer.lacks and self.path.startswith(outer.lacks)):
                    self.close_connection = True
                    return
                for start, event in list(outer.holds.items()):
                    if is_browser and (self.command == start or self.path.startswith(start)):
                        event.wait(60)
                status, headers, answer = outer.answer(self.command, self.path, body, self.headers, is_browser)
                if self.command == "POST" and outer.drops and is_browser:
                    outer.drops -= 1
                    self.close_connection = True
                    return
                if is_browser and self.path in outer.changes:
                    change, status = outer.changes[self.path], 200
                    answer = change(answer) if callable(change) else change
                self.send_response(status)
                for name, value in headers:
                    if name.lower() not in ("content-length", "connection", "transfer-encoding"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_POST = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def clear(self):
        """Nothing is spoilt (any more)."""
        # By path: what is answered instead, or a function of the answer.
        self.changes = {}
        # The status of each answer to a post, which goes no further; and how many answers to posts are lost.
        self.refuses, self.drops, self.is_down = None, 0, False
        # What begins so is not answered; what is named is not there.
        self.lacks, self.missing = None, ()
        # What is not answered before its event is set: by the method or the start of the path.
        self.holds = {}
        # What work each of the next posts is asked for, instead of being passed on.
        self.demands = []
        # Answers instead of the gateway: a function of (method, path, body) that gives status and body, or None.
        self.instead = lambda *_: None

    def answer(self, method, path, body, headers, is_browser):
        if is_browser and (answer := self.instead(method, path, body)):
            return answer[0], [("Content-Type", "application/octet-stream")], answer[1]
        if method == "POST" and self.refuses and is_browser:
            return self.refuses, [("Content-Type", "text/plain")], b""
        if path in self.missing and is_browser:
            return 404, [("Content-Type", "text/plain")], b""
        if method == "POST" and self.demands and is_browser:
            return 428, [("Content-Type", "text/plain")], self.demands.pop(0)
        headers = dict(headers)
        if path in self.changes:
            headers.pop("Accept-Encoding", None)
        connection = http.client.HTTPConnection("127.0.0.1", self.target, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()

    def close(self):
        self.server.shutdown()


class PageWorld(World):
    """The invented organisation behind a front. The third counsellor's name is not a nice one."""

    names = {"odd": "<img src=x onerror=alert(1)> <b>Odd</b>"}

    def __init__(self, folder):
        self.page = Front()
        super().__init__(folder, persons=("intern", "extern", "odd"), front=self.page.port)
        self.page.target = self.port
        self.is_confirmed = True  # Nobody has fetched yet.

    def start(self, wrap=(), options=()):
        return super().start(wrap, ("--page", str(BUILT), *options))

    def pass_to(self, days):
        self.stop()
        set_clock(days)
        self.start()

    def close(self):
        self.stop()
        self.page.close()


class Steps:
    """What someone does at the page, in whichever browser."""

    def chooses(self, door, *readers):
        self.click(f"#door-{door}")
        self.arrives_at("readers")
        for reader in readers:
            self.click(f"#reader-{reader}")
        self.click(".actions .main")
        return self.arrives_at("write")

    def writes(self, text, door="report", readers=("intern",)):
        """Up to the ten words, which it gives."""
        self.chooses(door, *readers)
        self.fill("#body", text)
        self.click(".actions .main")
        self.arrives_at("code")
        return self.words()

    def sends(self):
        self.click("#send")
        return self.arrives_at("sent")

    def comes_back(self, code, answered=True):
        self.click("#door-back")
        self.fill("#code", code)
        self.click(".actions .main")
        if answered:
            self.arrives_at("status").settles()
        return self


class Visitor(Steps):
    """Someone at the page in Chromium. Fails on any error in the console and any request elsewhere."""

    def __init__(self, world, browser, language="nl", width=360, days=0, link=None, **options):
        self.world, self.front, self.language = world, world.page, language
        self.context = browser.new_context(
            viewport={"width": width, "height": 740}, locale=f"{language}-NL" if language == "nl" else language, **options)
        self.context.set_default_timeout(SHORT)
        self.page = self.context.new_page()
        self.errors, self.elsewhere = [], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda line: self.errors.append(line.text) if line.type == "error"
                     and "Failed to load resource" not in line.text else None)
        self.page.on("request", lambda request: None if request.url.startswith((world.address, "data:", "blob:"))
                     else self.elsewhere.append(request.url))
        if days:
            now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days)
            self.page.clock.set_fixed_time(now)
        self.page.goto(link if link is not None else world.link_text)

    # What is on the screen

    @property
    def screen(self):
        return self.page.locator("#main").get_attribute("data-screen")

    def sees(self, *texts):
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text, timeout=SHORT)

    def sees_not(self, *texts):
        said = self.page.locator("body").inner_text()
        for text in texts:
            assert text not in said, said

    def arrives_at(self, screen):
        expect(self.page.locator("#main")).to_have_attribute("data-screen", screen, timeout=SHORT)
        return self

    def focused(self):
        return self.page.evaluate("document.activeElement.tagName")

    def words(self):
        expect(self.page.locator(".words li")).to_have_count(10, timeout=20_000)
        return self.page.locator(".words li").all_inner_texts()

    def settles(self):
        expect(self.page.locator("#main .busy")).to_have_count(0, timeout=20_000)
        return self

    def count(self, selector):
        return self.page.locator(selector).count()

    def stored(self):
        return self.page.evaluate(STORED)

    # What is done

    def click(self, selector):
        self.page.click(selector)

    def fill(self, selector, text):
        self.page.fill(selector, text)

    def press(self, text):
        self.page.get_by_role("button", name=text, exact=True).click()
        return self

    def reload(self):
        self.page.reload()
        return self

    def leaves(self):
        """Nothing went wrong, and nothing went anywhere else."""
        self.context.close()
        assert self.errors == [] and self.elsewhere == []


def launched(kind, *options):
    return kind.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                       args=["--no-sandbox", "--headless=new", *options])


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        yield browser
        browser.close()
