"""Two of three recovery sheets open a vault whose passphrase is lost, also with Debian's age alone; one opens nothing."""

import re
import shutil

import pexpect
import pytest

from house import BIN, ENVIRONMENT, run
from test_counsellor import error

needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="Debian's age is not installed")


@pytest.fixture
def sheets(built_house, tmp_path):
    """A house whose internal counsellor has sheets: their files, and the words of each."""
    house = built_house.copied(tmp_path / "house")
    folder = house.folder / "sheets"
    house.intern.offline_run("recovery", "make", "--sheets", folder)
    paths = sorted(folder.iterdir())
    words = [" ".join(re.findall(r"^ +\d+  ([a-z]+)$", path.read_text(), re.M)) for path in paths]
    return house, paths, words


def age(file, words, output):
    child = pexpect.spawn("age", ["-d", "-o", str(output), str(file)], timeout=60, encoding="utf-8")
    child.expect("passphrase.*: ")
    child.sendline(words)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def test_a_sheet_says_what_it_is_and_has_its_own_words(sheets):
    house, paths, words = sheets
    assert [path.name for path in paths] == ["sheet-1.txt", "sheet-2.txt", "sheet-3.txt"]
    assert all(len(each.split()) == 10 for each in words) and len(set(words)) == 3
    for number, path in enumerate(paths, 1):
        text = path.read_text()
        assert f"RECOVERY SHEET {number} OF 3" in text and "This sheet alone opens nothing." in text
        assert not any(other in text for other in words if other != words[number - 1])
        assert path.stat().st_mode & 0o077 == 0


@needs_age
def test_each_pair_opens_with_the_age_tool_alone(sheets, tmp_path):
    house, paths, words = sheets
    mark = re.search(r"Serial number (\d{4})", paths[0].read_text())[1]
    for one, other in ((1, 2), (1, 3), (2, 3)):
        file = house.intern.offline / f"recovery-{mark}-{one}-{other}.age"
        step, identity = tmp_path / f"step-{one}-{other}", tmp_path / f"identity-{one}-{other}"
        assert age(file, words[one - 1], step) == 0
        assert b"SECRET-KEY" not in step.read_bytes()
        # One sheet twice, and the third, are refused by the inner layer.
        for wrong in {1, 2, 3} - {other}:
            assert age(step, words[wrong - 1], tmp_path / "none") == 1
        assert age(step, words[other - 1], identity) == 0
        opened = tmp_path / f"vault-{one}-{other}"
        run("counsellor", "open-file", "--identity", identity, "--output", opened, house.intern.offline / "vault.age")
        assert opened.read_bytes().startswith(b"SQLite format 3")


def test_two_sheets_give_a_new_passphrase(sheets):
    house, paths, words = sheets
    person, new = house.intern, house.folder / "new.passphrase"
    new.write_text("heel iets anders dan vroeger\n")
    typed = house.folder / "typed"
    typed.write_text("\n".join(f"{n}. {word.upper()}," for n, word in enumerate(words[2].split(), 1)))
    run("counsellor", "recovery", "open", "--home", person.offline, "--sheet-file", typed, "--sheet-file",
        written(house, words[0]), "--passphrase-file", new, "--language", "en")
    assert person.offline_run("inbox", ok=False).stderr == "error: the passphrase is not right\n"
    assert "No cases" in run("counsellor", "inbox", "--home", person.offline, "--passphrase-file", new,
                             "--language", "en").stdout


def written(house, words):
    path = house.folder / f"words-{abs(hash(words))}"
    path.write_text(words + "\n")
    return path


def test_one_sheet_and_a_wrong_one_open_nothing(sheets):
    house, paths, words = sheets
    person, new = house.intern, house.folder / "new.passphrase"
    new.write_text("heel iets anders dan vroeger\n")
    before = {path.name: path.read_bytes() for path in person.offline.iterdir()}
    wrong = "abandon " * 9 + "ability"
    for one, other, said in [(words[0], words[0], "one sheet twice"), (words[0], wrong, "the second sheet does not"),
                             (words[0], "molen", "ten words"),
                             (words[0], " ".join(["qqqqqqqq"] + words[1].split()[1:]), "word 1 of the second")]:
        error(run("counsellor", "recovery", "open", "--home", person.offline, "--sheet-file", written(house, one),
                  "--sheet-file", written(house, other), "--passphrase-file", new, "--language", "en", ok=False), said)
    assert {path.name: path.read_bytes() for path in person.offline.iterdir()} == before


def test_new_sheets_void_the_old_ones_and_a_backup_follows(sheets):
    house, paths, words = sheets
    person, backup = house.intern, house.folder / "backup"
    person.offline_run("backup", backup)
    old = {path.name for path in backup.glob("recovery-*")}
    assert len(old) == 3
    new_folder = house.folder / "new-sheets"
    person.offline_run("recovery", "make", "--sheets", new_folder)
    error(run("counsellor", "recovery", "open", "--home", person.offline, "--sheet-file", written(house, words[0]),
              "--sheet-file", written(house, words[1]), "--passphrase-file", person.passphrase, "--language", "en",
              ok=False), "not two sheets of these files")
    person.offline_run("backup", backup)
    assert len(list(backup.glob("recovery-*"))) == 3 and not old & {path.name for path in backup.iterdir()}
    restored = house.folder / "restored"
    run("counsellor", "restore", backup, "--home", restored, "--passphrase-file", person.passphrase)
    assert len(list(restored.glob("recovery-*"))) == 3


def test_at_a_terminal_one_sheet_at_a_time(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    person = house.intern
    child = pexpect.spawn(
        str(BIN / "counsellor"), ["recovery", "make", "--home", str(person.offline), "--passphrase-file",
                                  str(person.passphrase), "--language", "nl"],
        env=ENVIRONMENT, timeout=60, encoding="utf-8", dimensions=(60, 120))
    for number in (1, 2, 3):
        child.expect(f"HERSTELBLAD {number} VAN 3")
        child.expect("druk dan op Enter|Druk dan op Enter")
        assert not list(person.offline.glob("recovery-*"))
        child.sendline("")
    child.expect("gelden")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0 and len(list(person.offline.glob("recovery-*"))) == 3
