"""What a reader of the tree relies on."""

import pathlib
import re
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]


def tracked():
    names = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, check=True).stdout
    return [TOP / name for name in names.decode().split("\0") if name]


def test_no_secret_is_tracked():
    secret = re.compile(
        rb"AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20}|sottovoce/v1 signing-key\nname|-----BEGIN [A-Z ]*PRIVATE KEY")
    for path in tracked():
        inside = path.relative_to(TOP)
        if inside.is_relative_to("Tests"):
            continue  # outside vectors and invented keys
        assert not secret.search(path.read_bytes()), inside
        assert inside.suffix not in {".age", ".key"}, inside


def test_the_readme_is_short():
    assert len((TOP / "README.md").read_text().splitlines()) <= 150


def test_every_claim_names_a_test_that_exists():
    tests = "\n".join(
        path.read_text() for path in tracked()
        if path.is_relative_to(TOP / "Tests") and path.suffix in {".swift", ".py", ".mjs"})
    named = re.findall(r"`(\w+)`", "\n".join(
        line.split("Tested:", 1)[1]
        for line in (TOP / "Docs/threat-model.md").read_text().split("\n\n") if "Tested:" in line))
    assert len(named) > 20
    for name in named:
        assert re.search(rf"\b(func|def|struct|test\(\") ?{name}\b", tests), name


def test_links_between_documents_lead_somewhere():
    for path in tracked():
        if path.suffix != ".md":
            continue
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text()):
            if not re.match(r"[a-z]+:", target):
                assert (path.parent / target).exists(), f"{path.relative_to(TOP)}: {target}"
