"""The WebAssembly build and the native one open what the other sealed (Tests/Page, under Node)."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("SOTTOVOCE_BIN", ROOT / ".build/debug"))


def test_webassembly_and_native_builds_interoperate():
    run = subprocess.run(
        ["node", "--test", "--test-reporter=tap", "Tests/Page/interop.test.mjs"], cwd=ROOT,
        capture_output=True, text=True, timeout=300,
        env={**os.environ, "PAGE_EXCHANGE": str(BIN / "PageExchange")})
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 6" in run.stdout and "# skipped 0" in run.stdout, run.stdout
