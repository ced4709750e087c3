"""The gateway serves the reporter's page and the organisation's own texts: exact headers, exact bytes, nothing else."""

import gzip
import json
import os
import shutil
import struct
import subprocess
import zlib

import pytest

from gateway_organisation import BINARY, ENVIRONMENT, Gateway
from served_page import FILES, TYPES, Page, target

POLICY = ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
          "connect-src 'self'; worker-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; "
          "require-trusted-types-for 'script'; trusted-types worker")
PLAIN_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"
HEADERS = {
    "cache-control": "no-store", "content-security-policy": POLICY, "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer", "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp", "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
TEXTS = """# Van ons
language: nl
welcome: Welkom <b>bij</b> De Linde.
help: Bedrijfsarts
for: klachten door het werk
contact: 030 000 00 00
"""


def png(width=8, height=8, extra=b""):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    picture = zlib.compress((b"\0" + b"\0" * width) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + extra + chunk(b"IDAT", picture) + chunk(b"IEND", b""))


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    page = Page(folder / "page")
    gateway = Gateway(folder / "gateway")
    (folder / "gateway" / "page-texts").write_text(TEXTS)
    (folder / "gateway" / "logo.png").write_bytes(png())
    with gateway.start("--page", str(page.folder)):
        gateway.page = page
        yield gateway


@pytest.mark.parametrize("name", [*FILES, "manifest"])
def test_each_file_with_exact_headers_and_bytes(served, name):
    whole = (served.page.folder / name).read_bytes()
    for accepted in [None, "gzip, deflate, br, zstd", "identity", "gzip;q=0", "*", "br", "deflate, GZIP;q=0.5",
                     "*;q=0", "gzip;q=0.000, *"]:
        answer = served.request("GET", target(name), headers={"Accept-Encoding": accepted or "identity"}
                                if accepted else {})
        assert answer.status == 200
        has_copy = (served.page.folder / (name + ".gz")).exists()
        takes = accepted in ("gzip, deflate, br, zstd", "*", "deflate, GZIP;q=0.5")
        expected = {**HEADERS, "content-type": TYPES[name.rsplit(".")[-1]],
                    "content-length": str(len(answer.body))}
        if has_copy:
            expected["vary"] = "Accept-Encoding"
        if has_copy and takes:
            expected["content-encoding"] = "gzip"
        headers = {key.lower(): value for key, value in answer.getheaders()}
        assert headers.pop("date") and "microphone=()" in headers.pop("permissions-policy")
        assert headers == expected
        assert (gzip.decompress(answer.body) if has_copy and takes else answer.body) == whole
        head = served.request("HEAD", target(name), headers={"Accept-Encoding": accepted} if accepted else {})
        assert head.status == 200 and head.body == b""
        assert {k.lower(): v for k, v in head.getheaders() if k.lower() != "date"} == {
            k.lower(): v for k, v in answer.getheaders() if k.lower() != "date"}


def test_nothing_marks_a_visitor(served):
    for name in FILES:
        answer = served.request("GET", target(name), headers={
            "If-None-Match": '"x"', "If-Modified-Since": "Wed, 25 Nov 2026 00:00:00 GMT", "Range": "bytes=0-1",
            "Cookie": "a=b"})
        assert answer.status == 200
        for header in ("ETag", "Last-Modified", "Set-Cookie", "Server", "Age", "Expires"):
            assert answer.getheader(header) is None


def test_other_paths_are_the_one_not_found(served):
    nothing = served.request("GET", "/nothing")
    for path in ["/index.html", "/index.html.gz", "/style.css.gz", "/core.wasm.gz", "/manifest.gz", "/style.css/",
                 "//style.css", "/./style.css", "/scripts", "/scripts/", "/scripts/../style.css", "/%73tyle.css",
                 "/scripts%2fpage.mjs", "/STYLE.CSS", "/../gateway/log.key", "/..%2fgateway/log.key",
                 "/gateway.conf", "/page-texts", "/scripts/page.mjs%00", "/.well-known/x", "/style.css;x",
                 "/\\style.css", "/tile/../style.css"]:
        answer = served.request("GET", path)
        assert answer.status == 404 and answer.body == b"not found\n", path
        first, other = ({name: value for name, value in one.getheaders() if name != "Date"} for one in (nothing, answer))
        assert other == first, path


def test_a_query_changes_nothing(served):
    assert served.request("GET", "/style.css?x=1").body == FILES["style.css"]
    assert served.request("GET", "/?x").body == FILES["index.html"]


def test_only_reading(served):
    for path in [*map(target, FILES), "/manifest", "/organisation.json", "/logo.png"]:
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            answer = served.request(method, path)
            assert answer.status == 405 and answer.getheader("Allow") == "GET, HEAD", (method, path)
            assert answer.getheader("Content-Security-Policy") == PLAIN_POLICY


def test_the_interface_keeps_its_own_headers(served):
    for path in ("/status", "/notes", "/days", "/organisation.json", "/logo.png"):
        answer = served.request("GET", path, headers={"Accept-Encoding": "gzip"})
        assert answer.status == 200
        assert answer.getheader("Content-Security-Policy") == PLAIN_POLICY
        assert answer.getheader("Content-Encoding") is None
        assert answer.getheader("Permissions-Policy") is None


def test_the_organisations_own_texts(served):
    answer = served.request("GET", "/organisation.json")
    assert answer.getheader("Content-Type") == "application/json"
    assert b"<" not in answer.body
    assert json.loads(answer.body) == {"nl": {
        "welcome": "Welkom <b>bij</b> De Linde.",
        "help": [{"name": "Bedrijfsarts", "for": "klachten door het werk", "contact": "030 000 00 00"}]}}
    logo = served.request("GET", "/logo.png")
    assert logo.getheader("Content-Type") == "image/png" and logo.body == png()


def test_files_are_read_at_the_start_only(tmp_path):
    page = Page(tmp_path / "page")
    with Gateway(tmp_path / "gateway").start("--page", str(page.folder)) as gateway:
        shutil.rmtree(page.folder)
        for name, bytes in FILES.items():
            assert gateway.request("GET", target(name)).body == bytes


def test_without_a_page_there_is_the_text_with_help_lines(tmp_path):
    with Gateway(tmp_path / "gateway").start("--page", "none") as gateway:
        answer = gateway.request("GET", "/")
        assert answer.getheader("Content-Type") == "text/plain; charset=utf-8" and b"0800-0113" in answer.body
        texts = gateway.request("GET", "/organisation.json")
        assert texts.status == 200 and texts.body == b"{}\n"
        assert gateway.request("GET", "/logo.png").status == 404


def test_the_page_of_the_configuration_and_of_the_installation(tmp_path):
    page = Page(tmp_path / "gateway-page")
    gateway = Gateway(tmp_path / "gateway")
    with open(tmp_path / "gateway" / "gateway.conf", "a") as file:
        file.write("page ../gateway-page\n")
    with gateway.start():
        assert gateway.request("GET", "/").body == FILES["index.html"]
    with gateway.start("--page", "none"):
        assert b"0800-0113" in gateway.request("GET", "/").body
    # As make install puts them: PREFIX/bin/gateway, PREFIX/share/sottovoce/page.
    installed = tmp_path / "usr" / "bin" / "gateway"
    installed.parent.mkdir(parents=True)
    shutil.copy(os.path.realpath(BINARY), installed)
    shutil.copytree(page.folder, tmp_path / "usr" / "share" / "sottovoce" / "page")
    other = Gateway(tmp_path / "other")
    with other.start(wrap=["sh", "-c", f'shift; exec "{installed}" "$@"', "sh"]):
        assert other.request("GET", "/").body == FILES["index.html"]


def refused(folder, *options, language="en"):
    done = subprocess.run([BINARY, "serve", str(folder), "--port", "0", "--language", language, *options],
                          capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    assert done.returncode not in (0, 70), done
    return done.stderr


@pytest.fixture(scope="module")
def idle(tmp_path_factory):
    return Gateway(tmp_path_factory.mktemp("idle") / "gateway")


@pytest.mark.parametrize("name, words, woorden", [
    ("secret.key", "has a name or extension that no page has", "naam of extensie die geen pagina heeft"),
    ("x.html~", "everything in that folder would be public", "alles in die map zou openbaar zijn")])
def test_what_is_no_page_is_refused_at_the_start(idle, tmp_path, name, words, woorden):
    page = Page(tmp_path / "page")
    page.write(name, b"x")
    assert words in refused(idle.folder, "--page", str(page.folder))
    assert woorden in refused(idle.folder, "--page", str(page.folder), language="nl")


def test_links_stale_copies_and_no_index_are_refused(idle, tmp_path):
    page = Page(tmp_path / "page")
    (page.folder / "x.txt").symlink_to("/etc/passwd")
    assert "symbolic link" in refused(idle.folder, "--page", str(page.folder))
    (page.folder / "x.txt").unlink()
    (page.folder / "style.css").write_bytes(b"changed")
    assert "is not of the file beside it" in refused(idle.folder, "--page", str(page.folder))
    (page.folder / "index.html").unlink()
    assert "has no index.html" in refused(idle.folder, "--page", str(page.folder))
    assert "is not there" in refused(idle.folder, "--page", str(tmp_path / "nowhere"))


def test_faults_of_the_own_texts_are_named_with_their_line(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    texts = tmp_path / "gateway" / "page-texts"
    texts.write_text("language: nl\nhelp: Arts\nfoo: x\n")
    assert "page-texts, line 3: 'foo' is none of language, welcome, help" in refused(gateway.folder)
    assert "page-texts, regel 3: 'foo' is geen van language" in refused(gateway.folder, language="nl")
    texts.write_text("language: nl\nhelp: Arts\n")
    assert "has no 'contact'" in refused(gateway.folder)
    texts.write_bytes(b"language: nl\nwelcome: \xff\n")
    assert "not UTF-8" in refused(gateway.folder)
    texts.write_text("#" * 70_000)
    assert "more than 65536 bytes" in refused(gateway.folder)
    texts.unlink()
    logo = tmp_path / "gateway" / "logo.png"
    for bytes in [b"GIF89a", png() + b"<script>", png()[:-1], png(3000, 1), png(extra=b"\0\0\0\0abcdXXXX"), b""]:
        logo.write_bytes(bytes)
        assert "not a PNG picture" in refused(gateway.folder)
        assert "geen PNG-plaatje" in refused(gateway.folder, language="nl")
