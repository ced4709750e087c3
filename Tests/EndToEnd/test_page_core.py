"""The page's core: each operation against the native build, which opens what the other sealed, and with
hostile input (Tests/Page, under Node)."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("SOTTOVOCE_BIN", ROOT / ".build/debug"))


def test_webassembly_and_native_builds_agree():
    tests = sorted(path for path in (ROOT / "Tests/Page").glob("*.test.mjs") if path.name != "texts.test.mjs")
    run = subprocess.run(
        ["node", "--test", "--test-reporter=tap", *tests], cwd=ROOT,
        capture_output=True, text=True, timeout=300,
        env={**os.environ, "PAGE_EXCHANGE": str(BIN / "PageExchange")})
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 42" in run.stdout and "# skipped 0" in run.stdout, run.stdout


def test_the_texts_are_whole_in_every_language():
    run = subprocess.run(["node", "--test", ROOT / "Tests/Page/texts.test.mjs"], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr
