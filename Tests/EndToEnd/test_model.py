"""The formal model of the protocol in Tests/Model: every attack expected is found, every other excluded."""

import pathlib
import re
import shutil
import subprocess

import pytest

CHECK = pathlib.Path(__file__).resolve().parents[1] / "Model" / "check"


def test_model():
    if not shutil.which("SPASS"):
        pytest.fail("SPASS is missing: apt-get install spass (make test does)")
    done = subprocess.run([CHECK], capture_output=True, text=True, timeout=600)
    *scenarios, last = done.stdout.splitlines()
    assert re.fullmatch(r"\d+ passed, 0 failed", last) and done.returncode == 0, done.stdout + done.stderr
    assert int(last.split()[0]) == len(scenarios) >= 28
