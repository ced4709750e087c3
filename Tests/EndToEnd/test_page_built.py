"""Sources/Page/build.sh: the same bytes each time, with compressed copies and the list that is signed."""

import gzip
import hashlib
import os
import pathlib
import subprocess

from gateway_organisation import Gateway
from served_page import FILES, manifest_text, target

BUILD = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "Page" / "build.sh"


def build(sources, output, umask=0o022, ok=True):
    done = subprocess.run(
        [BUILD, "--sources", sources, "--core", sources / "core.wasm", "--output", output], capture_output=True,
        text=True, umask=umask, env={**os.environ, "LC_ALL": "nl_NL.UTF-8", "GZIP": ""})
    assert (done.returncode == 0) == ok, done.stderr
    return done.stdout if ok else done.stderr


def made(folder):
    for name, bytes in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes)
    # Not of the page.
    (folder / "index.mjs").write_text("// makes index.html\n")
    (folder / "scripts" / "notes.txt").write_text("todo\n")
    return folder


def contents(folder):
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mode)
            for path in folder.rglob("*") if path.is_file()}


def test_it_is_built_the_same_whenever_and_wherever(tmp_path):
    first, second = made(tmp_path / "one"), made(tmp_path / "elsewhere" / "two")
    os.utime(second / "style.css", (0, 0))
    said = build(first, tmp_path / "a")
    build(second, tmp_path / "b", umask=0o077)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    build(first, tmp_path / "a")  # Over an older one.
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    lines = said.splitlines()
    weights = 0
    for name, bytes in FILES.items():
        line, = [line.split() for line in lines if line.endswith(" " + name)]
        assert line[0] == hashlib.sha256(bytes).hexdigest()
        weights += int(line[1])
    assert lines[-1].startswith(f"page: {len(FILES)} files, {weights} bytes gzipped")


def test_what_is_built_is_served(tmp_path):
    build(made(tmp_path / "sources"), tmp_path / "page")
    assert (tmp_path / "page" / "manifest").read_text() == manifest_text(FILES)
    assert not (tmp_path / "page" / "index.mjs").exists() and not (tmp_path / "page" / "scripts" / "notes.txt").exists()
    with Gateway(tmp_path / "gateway").start("--page", str(tmp_path / "page")) as gateway:
        for name, bytes in FILES.items():
            answer = gateway.request("GET", target(name), headers={"Accept-Encoding": "gzip"})
            assert answer.status == 200
            assert (gzip.decompress(answer.body) if answer.getheader("Content-Encoding") else answer.body) == bytes
        assert gateway.request("GET", "/manifest").body.decode() == manifest_text(FILES)


def test_without_an_index_nothing_is_built(tmp_path):
    (made(tmp_path / "sources") / "index.html").unlink()
    assert "index.html is not there" in build(tmp_path / "sources", tmp_path / "page", ok=False)
    assert not (tmp_path / "page").exists()
