"""Sources/Page/build.sh: the same bytes each time, few small files, with compressed copies and the list that is signed."""

import gzip
import hashlib
import os
import pathlib
import re
import shutil
import subprocess

from gateway_organisation import Gateway
from served_page import manifest_text, target

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = TOP / "Sources" / "Page" / "build.sh"
BUILT = TOP / ".build" / "page"
# What a visitor downloads, in one language.
LIMIT = 200_000
LANGUAGES = {path.stem for path in (TOP / "Sources" / "Page" / "texts").glob("*.mjs")}

SOURCES = {
    "index.html": b"<!doctype html><title>Melden</title><script type=module src=scripts/main.mjs></script>" * 9,
    "style.css": b"/* Calm. */\nbody { color: black }\n" * 40,
    "scripts/main.mjs": b"""import { greet } from "./greet.mjs";
// Asked for when it is chosen.
greet((await import("../texts/nl.mjs")).default);
new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
""",
    "scripts/worker.mjs": b'import { greet } from "./greet.mjs";\ngreet("worker");\n',
    "scripts/greet.mjs": b"/** Says something. */\nexport function greet(words) {\n  console.log(words);\n}\n",
    "texts/nl.mjs": "export default 'Welkom \u2013 fijn dat je er bent';\n".encode(),
    "core.wasm": b"\0asm\1\0\0\0",
    # Not of the page.
    "index.mjs": b"// makes index.html\n",
    "scripts/notes.txt": b"todo\n",
}
FILES = ["core.wasm", "index.html", "scripts/main.mjs", "scripts/worker.mjs", "style.css", "texts/nl.mjs"]


def build(sources, output, umask=0o022, ok=True):
    done = subprocess.run(
        [BUILD, "--sources", sources, "--core", sources / "core.wasm", "--output", output], capture_output=True,
        text=True, umask=umask, env={**os.environ, "LC_ALL": "nl_NL.UTF-8", "GZIP": ""})
    assert (done.returncode == 0) == ok, done.stderr
    return done.stdout if ok else done.stderr


def made(folder):
    for name, bytes in SOURCES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes)
    return folder


def contents(folder):
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mode)
            for path in folder.rglob("*") if path.is_file()}


def served(folder):
    return {name: (folder / name).read_bytes() for name in FILES}


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
    for name, bytes in served(tmp_path / "a").items():
        line, = [line.split() for line in lines if line.endswith(" " + name)]
        assert line[0] == hashlib.sha256(bytes).hexdigest()
        copy = tmp_path / "a" / f"{name}.gz"
        if copy.exists():
            assert int(line[1]) == copy.stat().st_size < len(bytes) and gzip.decompress(copy.read_bytes()) == bytes
        weights += int(line[1])
    assert lines[-1].startswith(f"page: {len(FILES)} files, {weights} bytes gzipped")


def test_each_script_has_what_it_imports_and_a_language_is_apart(tmp_path):
    build(made(tmp_path / "sources"), tmp_path / "page")
    files = {name: bytes.decode() for name, bytes in served(tmp_path / "page").items() if name != "core.wasm"}
    for name in ("scripts/main.mjs", "scripts/worker.mjs"):
        # Names are kept, remarks are not; the licence is said.
        assert "function greet(words){console.log(words)}" in files[name] and "Says" not in files[name]
        assert files[name].startswith("// Apache-2.0") and "greet.mjs" not in files[name]
    assert 'import("../texts/nl.mjs")' in files["scripts/main.mjs"] and "Welkom \u2013 fijn" in files["texts/nl.mjs"]
    assert files["style.css"].startswith("/* Apache-2.0") and "Calm" not in files["style.css"]
    assert set(contents(tmp_path / "page")) - {f"{name}.gz" for name in FILES} == {*FILES, "manifest"}


def test_what_is_built_is_served(tmp_path):
    build(made(tmp_path / "sources"), tmp_path / "page")
    files = served(tmp_path / "page")
    assert (tmp_path / "page" / "manifest").read_text() == manifest_text(files)
    with Gateway(tmp_path / "gateway").start("--page", str(tmp_path / "page")) as gateway:
        for name, bytes in files.items():
            answer = gateway.request("GET", target(name), headers={"Accept-Encoding": "gzip"})
            assert answer.status == 200
            assert (gzip.decompress(answer.body) if answer.getheader("Content-Encoding") else answer.body) == bytes
        assert gateway.request("GET", "/manifest").body.decode() == manifest_text(files)


def test_without_an_index_or_with_an_import_of_nothing_nothing_is_built(tmp_path):
    (made(tmp_path / "sources") / "index.html").unlink()
    assert "index.html is not there" in build(tmp_path / "sources", tmp_path / "page", ok=False)
    (made(tmp_path / "sources") / "scripts" / "greet.mjs").unlink()
    assert "greet.mjs" in build(tmp_path / "sources", tmp_path / "page", ok=False)
    assert not (tmp_path / "page").exists()


def test_the_core_is_built_the_same_elsewhere(tmp_path):
    """The whole core, compiled anew in another folder, is what `make page` built."""
    for path in ("Package.swift", "Package.resolved", "Sources"):
        copy = shutil.copytree if (TOP / path).is_dir() else shutil.copy2
        copy(TOP / path, tmp_path / path)
    # Its C library is compiled from a source that is downloaded.
    shutil.copytree(TOP / ".build/wasm/libsodium", tmp_path / ".build/wasm/libsodium")
    done = subprocess.run([tmp_path / "Sources/Page/Core/build.sh"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / ".build/wasm/PageCore.wasm").read_bytes() == (BUILT / "core.wasm").read_bytes()


def test_the_page_weighs_what_a_slow_connection_can_carry():
    """As the gateway serves it. The whole page: what `make page` built."""
    weights = {}
    for line in (BUILT / "manifest").read_text().split("\n\n")[0].splitlines()[1:]:
        name = line.split(" ")[1]
        copy = BUILT / f"{name}.gz"
        weights[name] = (copy if copy.exists() else BUILT / name).stat().st_size
    texts = {name for name in weights if name.startswith("texts/")}
    assert texts == {f"texts/{language}.mjs" for language in LANGUAGES}
    common = sum(weight for name, weight in weights.items() if name not in texts)
    heaviest = common + max(weights[name] for name in texts)
    assert heaviest <= LIMIT, f"{heaviest} bytes in one language, {sum(weights.values())} in all: {weights}"
    # A visitor who changes language has them all.
    assert sum(weights.values()) <= LIMIT + 20_000, weights


def test_the_page_asks_for_no_file_that_is_not_there():
    files = {str(path.relative_to(BUILT)) for path in BUILT.rglob("*") if path.suffix in (".html", ".css", ".mjs", ".wasm")}
    assert files == {"index.html", "style.css", "core.wasm", "scripts/main.mjs", "scripts/worker.mjs",
                     *(f"texts/{language}.mjs" for language in LANGUAGES)}
    index = (BUILT / "index.html").read_text()
    named = set(re.findall(r'(?:src|href)="([\w/.-]+\.(?:mjs|css|wasm))"', index))
    assert {"style.css", "core.wasm", "scripts/main.mjs"} <= named <= files
    scripts = (BUILT / "scripts" / "main.mjs").read_text()
    for path in ("../core.wasm", "worker.mjs", *(f"../texts/{language}.mjs" for language in LANGUAGES)):
        assert f'"{path}"' in scripts
    assert re.findall(r'\bfrom *"|^import\b', scripts, re.M) == []
