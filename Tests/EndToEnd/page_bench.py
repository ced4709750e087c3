"""Measures the page in real browsers over six months of cover: `make bench`. Decides nothing: tests do.

Each figure stands beside its aim; the derivation of a code's keys beside the same Argon2id in OpenSSL. The slow phone is
Chromium 360 px wide at the developer tools' "slow 4G", its renderer stopped for three quarters of the time: the
tools' own slowing leaves workers out.
"""

import contextlib
import datetime
import io
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from marionette_driver.marionette import Marionette
from playwright.sync_api import sync_playwright

from house import BIN, free_port
from page_world import BUILT, ROOT

SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
SLOWED = 4
SLICE = 0.01
# The page's own way of calling its core, for the parts that no screen shows alone.
CALLS = re.sub(r"^export ", "", (ROOT / "Sources/Page/scripts/wasm.mjs").read_text(), flags=re.M)
CORE_TIMES = CALLS + """
const core = performance.getEntriesByType("resource").find((one) => /\\.wasm$/.test(one.name)).name;
const module = await WebAssembly.compileStreaming(fetch(core));
const get = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const timed = async (...fields) => {
  const call = await instantiate(module);
  const start = performance.now();
  const answer = call(...fields);
  return [answer, performance.now() - start];
};
const context = [LINK, await get("/notes"), TODAY];
const log = [await get("/days"), await get("/checkpoint")];
const [plan] = await timed("plan", [...context, ...log]);
const [tiles, months] = [[], []];
for (const path of plan.tiles) tiles.push([path, await get(`/tile/${path}`)]);
for (const month of plan.months) {
  const answer = await fetch(`/replies/${month}`);
  if (answer.ok) months.push([month, new Uint8Array(await answer.arrayBuffer())]);
}
log.push(resources(tiles));
const none = ["", "", new Uint8Array()];
const [, derivation] = await timed("check", [...context, ...none, new Uint8Array(), WORDS]);
const [seen, check] = await timed("check", [...context, ...log, resources(months), WORDS]);
if (seen.answers.length !== 2 || seen.problem) throw new Error(JSON.stringify(seen));
return [derivation, check - derivation];
"""

# The most that is asked by default, of ten envelopes; the time of each.
WORK_TIMES = CALLS + """
const core = performance.getEntriesByType("resource").find((one) => /\\.wasm$/.test(one.name)).name;
const module = await WebAssembly.compileStreaming(fetch(core));
const times = [];
for (let count = 0; count < 10; count += 1) {
  const call = await instantiate(module);
  const posted = crypto.getRandomValues(new Uint8Array(16_400));
  const start = performance.now();
  call("work", [posted, `sottovoce/v1 work\\ndifficulty 7\\nroot ${"00".repeat(32)}\\n`]);
  times.push((performance.now() - start) / 1000);
}
return times;
"""
# Bytes, since a moment of the page's own clock.
RECEIVED = """(since) => performance.getEntriesByType("resource").filter((one) => one.startTime >= since)
  .reduce((sum, one) => sum + one.transferSize, 0)"""


def show(what, value, unit, aim, aim_is="aim"):
    met = "met" if value <= aim else "NOT MET"
    print(f"{what:<52} {f'{value:,.3g} {unit}' if value < 1000 else f'{value:,.0f} {unit}':<14} {aim_is}: {aim:<10.3g} {met}", flush=True)


@contextlib.contextmanager
def scene():
    """The link and the words of `bench scene`."""
    served = subprocess.Popen([f"{BIN}/bench", "scene", "--page", str(BUILT), "--port", str(free_port())],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield served.stdout.readline().strip(), served.stdout.readline().strip()
    finally:
        served.stdin.close()
        served.wait()


class Slowed:
    """Lets the renderers of this browser run a quarter of the time."""

    def __enter__(self):
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()

    def run(self):
        renderers, looked = [], 0
        while not self.ended.is_set():
            if time.monotonic() - looked > 0.2:
                renderers, looked = list(self.renderers()), time.monotonic()
            self.signal(renderers, signal.SIGSTOP)
            time.sleep(SLICE * (SLOWED - 1))
            self.signal(renderers, signal.SIGCONT)
            time.sleep(SLICE)

    @staticmethod
    def renderers():
        for one in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if b"--type=renderer" in (one / "cmdline").read_bytes():
                    yield int(one.name)

    @staticmethod
    def signal(processes, number):
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)


def weight():
    """What a visitor downloads who uses all of the page in one language; and all files there are."""
    files = [one for one in BUILT.rglob("*") if one.is_file() and one.suffix != ".gz" and one.name != "manifest"]
    sent = {one.relative_to(BUILT).as_posix(): min(
        gz.stat().st_size if (gz := one.with_name(one.name + ".gz")).exists() else 1 << 30, one.stat().st_size)
        for one in files}
    texts = {path: size for path, size in sent.items() if path.startswith("texts/")}
    show("page: gzipped, in one language", (sum(sent.values()) - sum(texts.values()) + max(texts.values())) / 1000, "KB", 200)
    show("page: gzipped, all languages", sum(sent.values()) / 1024, "KiB", 200)


def own_derivation():
    start = time.perf_counter()
    Argon2id(salt=secrets.token_bytes(16), length=32, iterations=3, lanes=1, memory_cost=65_536).derive(b"x" * 11)
    return (time.perf_counter() - start) * 1000


def in_chromium(link, words, slow):
    where = "slow phone" if slow else "Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--headless=new"])
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="en")
        context.set_default_timeout(120_000)
        page = context.new_page()
        page.goto("about:blank")
        tools = context.new_cdp_session(page)
        tools.send("Network.enable")
        if slow:
            tools.send("Network.emulateNetworkConditions", SLOW_4G)
        with Slowed() if slow else contextlib.nullcontext():
            start = time.monotonic()
            since = lambda: time.monotonic() - start
            page.goto(link, wait_until="commit")
            page.wait_for_selector("#door-report")
            interactive = since()
            painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime") / 1000
            show(f"{where}: first screen readable", painted, "s", 2 if slow else 1)
            show(f"{where}: first screen answers", interactive, "s", 5 if slow else 1)
            page.click("#door-talk")
            page.check("#reader-intern")
            page.click(".actions .main")
            page.fill("#body", "x" * 500)
            start = time.monotonic()
            page.click(".actions .main")
            page.wait_for_selector(".words li:nth-child(10)")
            page.wait_for_selector("#send:enabled")
            sealed = since()
            show(f"{where}: sealed, from a text to its code", sealed, "s", 30 if slow else 2)
            page.evaluate("sessionStorage.clear()")
            page.goto("about:blank")
            page.goto(link)
            page.wait_for_selector("#door-back")
            page.wait_for_load_state("networkidle")
            mark = page.evaluate("performance.now()")
            start = time.monotonic()
            page.click("#door-back")
            page.fill("#code", words)
            typed = since()
            page.click(".actions .main")
            page.get_by_text("Answer 2.").wait_for()
            show(f"{where}: newest answer, from 'I have ten words'", since(), "s", 8 if slow else 2)
            page.get_by_text("Answer 1.").wait_for()
            page.wait_for_selector("#main:not(:has(.busy))")
            show(f"{where}: everything", since(), "s", 25 if slow else 2)
            if not slow:
                show(f"{where}: from code to status", since() - typed, "s", 2)
            if not slow:
                show(f"{where}: received for that", page.evaluate(RECEIVED, mark) / 1e6, "MB", 3.5)
            else:
                work = page.evaluate(f"async () => {{ {WORK_TIMES} }}")
                show(f"{where}: sealed, and the slowest of ten works", sealed + max(work), "s", 30)
        if not slow:
            both(where, page.evaluate(f"async () => {{ {given(CORE_TIMES, link, words)} }}"))
        browser.close()


def in_firefox(link, words):
    browser = Marionette(bin=shutil.which("firefox-esr"), headless=True, host="127.0.0.1", port=free_port(),
                         startup_timeout=60, prefs={"intl.accept_languages": "en"}, gecko_log="/dev/null")
    with contextlib.redirect_stdout(io.StringIO()):
        browser.start_session()  # It says much about its version.
    try:
        browser.timeout.script = browser.timeout.page_load = 120
        does = lambda script: browser.execute_script(script)

        def wait(condition):
            while not does(f"return Boolean({condition})"):
                time.sleep(0.005)

        start = time.monotonic()
        since = lambda: time.monotonic() - start
        browser.navigate(link)
        wait("document.querySelector('#door-report')")
        show("Firefox: first screen answers", since(), "s", 1)
        for step in ("#door-talk", "#reader-intern", ".actions .main"):
            wait(f"document.querySelector('{step}')")
            does(f"document.querySelector('{step}').click()")
        wait("document.querySelector('#body')")
        does("const body = document.querySelector('#body'); body.value = 'x'.repeat(500); body.dispatchEvent(new Event('input'))")
        start = time.monotonic()
        does("document.querySelector('.actions .main').click()")
        wait("document.querySelector('.words li:nth-child(10)') && document.querySelector('#send:enabled')")
        show("Firefox: sealed, from a text to its code", since(), "s", 2)
        does("sessionStorage.clear()")
        browser.navigate("about:blank")
        browser.navigate(link)
        wait("document.querySelector('#door-back')")
        does("document.querySelector('#door-back').click()")
        wait("document.querySelector('#code')")
        does(f"const code = document.querySelector('#code'); code.value = '{words}'; code.dispatchEvent(new Event('input'))")
        start = time.monotonic()
        does("document.querySelector('.actions .main').click()")
        wait("document.body.innerText.includes('Answer 1.') && !document.querySelector('#main .busy')")
        show("Firefox: from code to status", since(), "s", 2)
        both("Firefox", browser.execute_async_script(
            f"const [done] = arguments; (async () => {{ {given(CORE_TIMES, link, words)} }})().then(done, (e) => done(String(e)))"))
    finally:
        browser.quit()


def given(script, link, words):
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return f"const LINK = {json.dumps(link)}, WORDS = {json.dumps(words)}, TODAY = {json.dumps(today)};\n{script}"


def both(where, times):
    derivation, check = times
    # A browser's core has no vector instructions of this processor.
    show(f"{where}: a code's keys", derivation, "ms", own_derivation() * 4, "4 × OpenSSL's Argon2id")
    show(f"{where}: all opened and proven", check, "ms", 2000)


def main():
    weight()
    with scene() as (link, words):
        in_chromium(link, words, slow=False)
        in_firefox(link, words)
        in_chromium(link, words, slow=True)


if __name__ == "__main__":
    sys.exit(main())
