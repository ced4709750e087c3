"""A page that is not the released one is found: by `reporter verify-page`, and by `counsellor fetch` by the way."""

import gzip
import hashlib
import http.server
import shutil
import socket
import socketserver
import subprocess
import threading

import pytest

from gateway_organisation import Signer
from house import BIN, ENVIRONMENT, run
from served_page import FILES, Page, manifest_text, target
from test_page_served import HEADERS, TYPES


class Host:
    """Serves a page as a gateway does, and lies where it is told to."""

    def __init__(self, page):
        self.files = {target(name): (name, bytes) for name, bytes in page.files.items()}
        self.files["/manifest"] = ("manifest", (page.folder / "manifest").read_bytes())
        self.asked, self.headers, self.status, self.lies = [], {}, {}, {}
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                host.asked.append((self.path, dict(self.headers)))
                name, bytes = host.files.get(self.path, (None, b"not found\n"))
                bytes = host.lies.get(self.path, bytes)
                if callable(bytes):
                    bytes = bytes(self.headers)
                status = host.status.get(self.path, 200 if name else 404)
                self.send_response_only(status)
                headers = {**HEADERS, "content-type": TYPES[(name or "manifest").rsplit(".")[-1]],
                           **host.headers.get(self.path, {})}
                for key, value in headers.items():
                    if value is not None:
                        self.send_header(key, value)
                self.send_header("content-length", str(len(bytes)))
                self.end_headers()
                self.wfile.write(bytes)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def page(tmp_path):
    return Page(tmp_path / "page")


@pytest.fixture
def host(page):
    made = Host(page)
    yield made
    made.close()


def verify(address, key, *more, language="en", status=0):
    done = run("reporter", "verify-page", address, "--release-key", key, "--language", language, *more, ok=None)
    assert done.returncode == status, (done.stdout, done.stderr)
    return done


def test_the_released_page_at_the_real_gateway(house, page):
    house.stop()
    serve(house, page)
    done = verify(house.link.read_text().strip(), page.release.vkey)
    assert "THE SAME: every file" in done.stdout and "Not proven" in done.stdout
    assert "List of 5 files, signed by sottovoce.example/release" in done.stdout
    assert hashlib.sha256(manifest_text(page.files).encode()).hexdigest() in done.stdout
    assert "GELIJK: elk bestand" in verify(house.address + "/", page.vkey(house.folder), language="nl").stdout


def test_an_altered_file_is_named(page, host):
    for name, bytes in FILES.items():
        host.lies = {target(name): bytes + b" "}
        done = verify(host.address, page.release.vkey, status=65)
        assert [line for line in done.stdout.splitlines() if line.startswith("  ") and "SHA" not in line] == [
            f"  {name}: other content than was released"]
        assert "NOT THE SAME PAGE" in done.stderr and "don't use this page" in done.stderr
    done = verify(host.address, page.release.vkey, status=65, language="nl")
    assert "een andere inhoud dan uitgegeven is" in done.stdout
    assert "NIET DEZELFDE PAGINA" in done.stderr and "gebruik deze pagina niet" in done.stderr


def test_only_what_browsers_are_given_counts(page, host):
    """Honest to those who take no compression, as a simple checker would; lying to browsers."""
    whole = FILES["scripts/page.mjs"]
    host.lies["/scripts/page.mjs"] = lambda headers: (
        gzip.compress(whole + b"steal()") if "gzip" in headers["Accept-Encoding"] else whole)
    host.headers["/scripts/page.mjs"] = {"content-encoding": "gzip"}
    assert "scripts/page.mjs: other" in verify(host.address, page.release.vkey, status=65).stdout
    host.lies["/scripts/page.mjs"] = gzip.compress(whole)
    verify(host.address, page.release.vkey)


def test_a_missing_file_and_a_redirection(page, host):
    for status in (404, 302, 503):
        host.status = {"/core.wasm": status}
        done = verify(host.address, page.release.vkey, status=65)
        assert f"core.wasm: not given (HTTP {status})" in done.stdout
    host.status = {"/": 302}
    assert "index.html: not given (HTTP 302)" in verify(host.address, page.release.vkey, status=65).stdout


def test_the_manifest_of_another_key_of_another_page_and_none(page, host, tmp_path):
    other = Signer("sottovoce.example/release")
    done = verify(host.address, other.vkey, status=65)
    assert "not signed by sottovoce.example/release with the key given" in done.stdout
    # Signed by the right key, for another page.
    another = Page(tmp_path / "another", {**FILES, "style.css": b"x" * 300, "texts/en.mjs": b"x" * 300})
    another.release = page.release
    another.sign()
    host.lies["/manifest"] = (another.folder / "manifest").read_bytes()
    done = verify(host.address, page.release.vkey, status=65)
    assert "style.css: other" in done.stdout and "texts/en.mjs: not given" in done.stdout
    host.lies["/manifest"] = manifest_text(FILES).encode()
    assert "is not signed: this page is not a release" in verify(host.address, page.release.vkey, status=65).stdout
    host.lies["/manifest"] = b"\0" * 200_000
    assert "not in its form" in verify(host.address, page.release.vkey, status=65).stdout
    host.status["/manifest"] = 404
    assert "no signed list of files is served" in verify(host.address, page.release.vkey, status=65).stdout


def test_a_file_that_was_not_released_is_named(page, host):
    host.lies["/"] = FILES["index.html"].replace(b"scripts/page.mjs", b"scripts/evil.mjs")
    host.files["/scripts/evil.mjs"] = ("scripts/evil.mjs", b"steal()")
    done = verify(host.address, page.release.vkey, status=65)
    assert "index.html: other content" in done.stdout
    assert "scripts/evil.mjs: used by the page, but not released" in done.stdout


@pytest.mark.parametrize("name, value", [
    ("content-security-policy", "default-src *"), ("content-security-policy", None),
    ("content-type", "text/plain"), ("refresh", "0; url=https://evil.example"), ("link", "</x.css>; rel=stylesheet")])
def test_headers_that_change_what_a_browser_does(page, host, name, value):
    host.headers["/"] = {name: value}
    done = verify(host.address, page.release.vkey, status=65)
    assert f"index.html: given with another {name} header" in done.stdout.replace(
        "Content-Security-Policy", "content-security-policy").replace("Content-Type", "content-type")


def test_what_something_in_between_compressed_is_said(page, host):
    host.headers["/style.css"] = {"content-encoding": "br"}
    assert "style.css: compressed by something in between (br)" in verify(
        host.address, page.release.vkey, status=65).stdout


def test_it_looks_like_a_browser(page, host):
    verify(host.address, page.release.vkey)
    paths = [path for path, _ in host.asked]
    # As a browser comes to them; what nothing leads to only after the manifest.
    assert paths == ["/", "/scripts/page.mjs", "/texts/nl.mjs", "/manifest", "/core.wasm", "/style.css"]
    first = host.asked[0][1]
    assert "Firefox/" in first["User-Agent"] and first["Sec-Fetch-Mode"] == "navigate"
    assert first["Accept"].startswith("text/html") and first["Accept-Language"].startswith("nl")
    for _, headers in host.asked:
        assert "sottovoce" not in str(headers).lower() and "Referer" not in headers and "Cookie" not in headers


def test_bombs_and_endless_files_are_survived(page, host):
    host.lies["/style.css"] = gzip.compress(b"\0" * (64 << 20))
    host.headers["/style.css"] = {"content-encoding": "gzip"}
    assert "style.css: other" in verify(host.address, page.release.vkey, status=65).stdout
    host.lies["/core.wasm"] = b"\0" * (5 << 20)
    assert "core.wasm: other" in verify(host.address, page.release.vkey, status=65).stdout


def test_what_is_typed_wrongly(page, host, tmp_path):
    assert "is not a public release key" in verify(host.address, "x", status=65).stderr
    (tmp_path / "two").write_text(page.release.vkey + "\n" + page.release.vkey + "\n")
    assert "is not a public release key" in verify(host.address, tmp_path / "two", status=65).stderr
    (tmp_path / "one").write_text("# The makers'.\n\n" + page.release.vkey + "\n")
    verify(host.address, tmp_path / "one")
    verify("http://meld.example", page.release.vkey, status=65)
    verify("https://meld.example/path", page.release.vkey, status=65)
    verify(host.address, page.release.vkey, "--proxy", "http://x", status=64)
    host.close()
    verify(host.address, page.release.vkey, status=69)


class Socks(socketserver.BaseRequestHandler):
    """SOCKS5 to wherever the test says; names are not resolved here."""

    def handle(self):
        self.request.recv(3)
        self.request.sendall(b"\5\0")
        head = self.request.recv(4)
        name = self.request.recv(self.request.recv(1)[0]) if head[3] == 3 else self.request.recv(4)
        self.request.recv(2)
        self.server.names.append(name)
        self.request.sendall(b"\5\0\0\1\0\0\0\0\0\0")
        with socket.create_connection(("127.0.0.1", self.server.to)) as there:
            back = threading.Thread(target=self.pump, args=(there, self.request), daemon=True)
            back.start()
            self.pump(self.request, there)
            back.join(5)

    @staticmethod
    def pump(one, other):
        try:
            while data := one.recv(65536):
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def test_over_tor(page, host):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Socks) as proxy:
        proxy.daemon_threads = True
        proxy.names, proxy.to = [], host.server.server_address[1]
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        verify("http://" + "a" * 56 + ".onion", page.release.vkey, "--proxy",
               f"socks5://127.0.0.1:{proxy.server_address[1]}")
        assert set(proxy.names) == {b"a" * 56 + b".onion"}
        proxy.shutdown()


def serve(house, page):
    with open(house.gateway_folder / "gateway.conf", "a") as file:
        file.write(f"page {page.folder}\n")
    house.start()


def test_fetch_finds_an_altered_page_after_all_is_stored_and_confirmed(house, page):
    house.stop()
    serve(house, page)
    assert "page" not in house.intern.fetch().stdout
    page.vkey(house.intern.online)
    assert "The reporters' page is as it was released (5 files)." in house.intern.fetch().stdout
    house.stop()
    page.write("scripts/page.mjs", b"steal()" * 40)
    house.start()
    house.file("Something happened.")
    done = house.intern.fetch(ok=None)
    assert done.returncode == 65
    assert "Confirmed to everyone" in done.stdout
    assert "ALARM: THE REPORTERS' PAGE IS NOT WHAT WAS RELEASED" in done.stderr
    assert "scripts/page.mjs: other content than was released" in done.stderr
    assert "What was new is fetched and confirmed. But:" in done.stderr
    house.intern.import_()
    assert "1" in house.intern.offline_run("inbox").stdout
    done = run("counsellor", "fetch", "--collector", house.intern.online, "--language", "nl", ok=None)
    assert done.returncode == 65 and "ALARM: DE PAGINA VOOR MELDERS" in done.stderr


def test_fetch_goes_on_without_a_page_and_with_a_broken_key(house, page):
    page.vkey(house.intern.online)
    done = house.intern.fetch(ok=None)
    assert done.returncode == 65 and "no signed list of files is served" in done.stderr
    assert "Confirmed to everyone" in done.stdout
    (house.intern.online / "release.vkey").write_text("x\n")
    done = house.intern.fetch(ok=None)
    assert done.returncode == 65 and "release.vkey is not a public release key" in done.stderr
    assert "Confirmed to everyone" in done.stdout


def release(*arguments, ok=True, text=None, language="en"):
    done = subprocess.run([BIN / "release", *map(str, arguments), "--language", language], input=text, text=True,
                          capture_output=True, env=ENVIRONMENT, timeout=120)
    assert (done.returncode == 0) == ok, (done.stdout, done.stderr)
    return done


def test_the_maintainer_makes_a_key_and_signs_a_page(house, page, tmp_path):
    secret, passphrase = tmp_path / "release.age", tmp_path / "passphrase"
    passphrase.write_text("seven words that nobody else knows\n")
    vkey = release("key", secret, "--name", "example.org/release", "--passphrase-file", passphrase).stdout.strip()
    assert secret.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ") and secret.stat().st_mode & 0o77 == 0
    assert "is there already" in release("key", secret, "--name", "x", "--passphrase-file", passphrase, ok=False).stderr
    (page.folder / "manifest.gz").write_bytes(gzip.compress((page.folder / "manifest").read_bytes(), mtime=0))
    wrong = release("sign", page.folder, "--key", secret, "--passphrase-file", "-", text="something else\n", ok=False)
    assert "not the passphrase" in wrong.stderr
    done = release("sign", page.folder, "--key", secret, "--passphrase-file", passphrase)
    assert done.stdout == manifest_text(page.files)
    house.stop()
    serve(house, page)
    verify(house.address, vkey)
    verify(house.address, page.release.vkey, status=65)
    (page.folder / "secret.key").write_text("x")
    assert "extensie die geen pagina heeft" in release(
        "sign", page.folder, "--key", secret, "--passphrase-file", passphrase, ok=False, language="nl").stderr
    shutil.rmtree(page.folder)
