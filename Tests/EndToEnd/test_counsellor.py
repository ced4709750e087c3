"""The counsellor's side with the real commands: nothing lost, nothing opened by others, clear errors."""

import fcntl
import random
import resource
import shutil
import signal
import subprocess
import time

import pexpect
import pytest

from house import BIN, ENVIRONMENT, run

MARKER = "Merkwoord-kwartelslag"


def error(done, *parts, status=None):
    """The command failed with one error line, at most one hint, and these words."""
    lines = done.stderr.splitlines()
    assert done.returncode != 0
    assert len([line for line in lines if line.startswith("error: ")]) == 1, done.stderr
    assert len([line for line in lines if line.startswith("hint: ")]) <= 1
    for part in parts:
        assert part in done.stderr, done.stderr
    if status is not None:
        assert done.returncode == status
    return done


@pytest.fixture(scope="module")
def opened_once(built_house, tmp_path_factory):
    made = built_house.copied(tmp_path_factory.mktemp("opened")).start()
    made.file(MARKER)
    made.intern.fetch()
    made.intern.import_()
    made.stop()
    return made


@pytest.fixture
def opened(opened_once, tmp_path):
    """A house in which intern has opened one report."""
    made = opened_once.copied(tmp_path / "house").start()
    made.code = made.folder / "code"
    yield made
    made.stop()


def test_killed_during_saves_the_vault_is_whole(opened):
    person = opened.intern
    start = time.monotonic()
    person.reply(1, "antwoord 0")
    duration = time.monotonic() - start
    acknowledged = 1
    picked = random.Random(7)
    for number in range(1, 19):
        process = subprocess.Popen(
            [BIN / "counsellor", "reply", "1", "--message-file", "-", "--home", person.offline,
             "--passphrase-file", person.passphrase], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
        process.stdin.write(f"antwoord {number}")
        process.stdin.close()
        time.sleep(duration * picked.uniform(0.6, 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        said = process.stdout.read()
        shown = person.offline_run("show", "1").stdout
        written = shown.count("    antwoord ")
        acknowledged += 1 if said else 0
        # What was said to be saved is there; what was not may be.
        assert written in (acknowledged, acknowledged + 1)
        assert MARKER in shown
        acknowledged = written
    assert not [path for path in person.offline.iterdir() if path.name.endswith(".part")]


def test_an_import_killed_anywhere_loses_nothing(house):
    person = house.intern
    for number in range(3):
        house.file(f"Verhaal {number}.", code=f"code{number}")
    person.fetch()
    picked = random.Random(11)
    for _ in range(6):
        process = subprocess.Popen(
            [BIN / "counsellor", "import", person.mirror, "--home", person.offline,
             "--passphrase-file", person.passphrase], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        time.sleep(picked.uniform(0.2, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
    person.import_()
    shown = "".join(person.offline_run("show", str(case)).stdout for case in (1, 2, 3))
    assert all(shown.count(f"Verhaal {number}.") == 1 for number in range(3))


def test_nothing_opens_without_the_passphrase(opened):
    person = opened.intern
    wrong = opened.folder / "wrong"
    wrong.write_text("een andere wachtzin\n")
    for command in (["inbox"], ["show", "1"], ["import", person.mirror],
                    ["backup", opened.folder / "b"], ["months"], ["outbox", opened.folder / "o"]):
        failed = run("counsellor", *command, "--home", person.offline, "--passphrase-file", wrong,
                     "--language", "en", ok=False)
        assert failed.stderr == "error: the passphrase is not right\n"
        assert not failed.stdout
    for path in person.offline.iterdir():
        held = path.read_bytes()
        assert MARKER.encode() not in held and b"SECRET-KEY" not in held and b"SQLite" not in held
        assert path.stat().st_mode & 0o077 == 0


def test_age_opens_the_identity_with_the_passphrase(opened):
    child = pexpect.spawn("age", ["-d", str(opened.intern.offline / "identity.age")], timeout=60)
    child.expect("passphrase")
    child.sendline(opened.intern.passphrase.read_text().strip())
    child.expect("AGE-SECRET-KEY-PQ-1[0-9A-Z]+")


def test_everything_opens_without_the_vault(opened):
    """What Docs/for-counsellors.md says: with the passphrase alone, file after file."""
    person, folder = opened.intern, opened.folder
    identity = folder / "identity.txt"
    run("counsellor", "open-file", "--passphrase-file", person.passphrase, "--output", identity,
        person.offline / "identity.age")
    for name in ("months", "vault", "keys"):
        run("counsellor", "open-file", "--identity", identity, "--output", folder / name,
            person.offline / f"{name}.age")
    assert (folder / "vault").read_bytes().startswith(b"SQLite format 3")
    opens = [run("counsellor", "open-file", "--identity", folder / "months", path, ok=None)
             for path in (person.mirror / "envelopes").iterdir() if path.stat().st_size == 16_384]
    assert any(MARKER in done.stdout for done in opens)
    # Nor is the identity needed in the open.
    run("counsellor", "open-file", "--identity", person.offline / "identity.age",
        "--identity-passphrase-file", person.passphrase, "--output", folder / "again",
        person.offline / "months.age")


def test_every_offline_command_runs_without_a_network(opened):
    wrap = next(
        wrap for wrap in (["unshare", "-n"], ["unshare", "-rn"])
        if subprocess.run([*wrap, "true"], capture_output=True).returncode == 0)
    person, folder = opened.intern, opened.folder
    person.reply(1, "Dag.", wrap=wrap)
    for command in (["import", person.mirror], ["inbox"], ["show", "1"], ["months"], ["hours"],
                    ["outbox", folder / "out"], ["backup", folder / "b", "--months", folder / "m"],
                    ["close", "1", "--message-file", person.passphrase]):
        person.offline_run(*command, wrap=wrap)
    run("counsellor", "restore", folder / "b", "--months", folder / "m", "--home",
        folder / "restored", "--passphrase-file", person.passphrase, wrap=wrap)
    run("counsellor", "organisation", "renew", opened.organisation, wrap=wrap)


def test_two_at_once_the_second_is_told(opened):
    person = opened.intern
    for folder, command in ((person.offline, person.import_), (person.online, person.fetch)):
        with open(folder / ".lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            error(command(ok=False), "in use by another counsellor command")
        command()


def test_an_altered_mirror_is_told_and_fetched_again(house):
    house.file("Eén.")
    house.file("Twee.", code="two")
    person = house.intern
    person.fetch()
    envelopes = [path for path in (person.mirror / "envelopes").iterdir()
                 if path.stat().st_size == 16_384]
    cut, changed = envelopes[:2]
    cut.write_bytes(cut.read_bytes()[:-1])
    error(person.import_(ok=False), cut.name, "run counsellor fetch", status=65)
    assert person.offline_run("inbox").stdout.count("to answer") == 1
    data = bytearray(changed.read_bytes())
    data[9_000] ^= 1
    changed.write_bytes(data)
    assert "were altered" in person.fetch().stderr
    person.import_()
    assert person.offline_run("inbox").stdout.count("to answer") == 2

    bundle = max((person.mirror / "tile/entries/000.p").iterdir(), key=lambda path: int(path.name))
    for path in (bundle, *(person.mirror / name for name in
                           ("pending.txt", "notes", "days", "checkpoint", "start"))):
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) - 3])
        error(person.import_(ok=False), "cut off or altered")
        person.fetch()
        person.import_()
    changed = bytearray(bundle.read_bytes())
    changed[60] ^= 1
    bundle.write_bytes(changed)
    error(person.import_(ok=False), "cut off or altered")
    person.fetch()
    person.import_()


def test_an_altered_vault_is_told_and_the_backup_restored(opened):
    person, folder = opened.intern, opened.folder
    person.offline_run("backup", folder / "backup", "--months", folder / "months")
    vault = person.offline / "vault.age"
    data = vault.read_bytes()
    vault.write_bytes(data[: len(data) // 2])
    error(person.offline_run("inbox", ok=False), "vault.age", "counsellor restore")
    restored = folder / "restored"
    shutil.copytree(folder / "backup", folder / "cut")
    vault = folder / "cut" / "vault.age"
    vault.write_bytes(vault.read_bytes()[:-1])
    said = error(run("counsellor", "restore", folder / "cut", "--home", restored, "--passphrase-file",
                     person.passphrase, "--language", "en", ok=False), "cut off", "older backup")
    assert "counsellor restore" not in said.stderr and not (restored / "vault.age").exists()
    error(run("counsellor", "restore", folder / "backup", "--home", person.offline,
              "--passphrase-file", person.passphrase, "--language", "en", ok=False), "in use")
    run("counsellor", "restore", folder / "backup", "--months", folder / "months", "--home",
        restored, "--passphrase-file", person.passphrase, "--language", "en")
    person.offline = restored
    assert MARKER in person.offline_run("show", "1").stdout
    error(person.reply(1, "Te vroeg.", ok=False), "read in what was fetched")
    person.import_()
    person.reply(1, "Teruggezet.")
    person.post()
    assert "Teruggezet." in opened.check(opened.code)


def test_after_a_restore_replies_are_numbered_on(opened):
    person, folder = opened.intern, opened.folder
    person.offline_run("backup", folder / "backup", "--months", folder / "months")
    person.reply(1, "Van na de back-up.")
    person.post()
    person.fetch()
    run("counsellor", "restore", folder / "backup", "--months", folder / "months", "--home",
        folder / "restored", "--passphrase-file", person.passphrase)
    person.offline = folder / "restored"
    person.import_()
    assert "Reply 1 to case 1" in person.reply(1, "En nog een.").stdout
    person.stick = folder / "other-stick"
    person.post()
    answers = opened.check(opened.code)
    assert "Van na de back-up." in answers and "En nog een." in answers


def test_a_full_disk_loses_nothing(opened):
    person = opened.intern
    size = (person.offline / "vault.age").stat().st_size

    def fill():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

    error(person.reply(1, "Past niet.", ok=False, preexec_fn=fill), "no room on the disk")
    assert "Past niet." not in person.offline_run("show", "1").stdout
    person.reply(1, "Past wel.")
    error(person.offline_run("backup", opened.folder / "b", ok=False, preexec_fn=fill), "no room")


def test_an_altered_outbox_is_not_posted(opened):
    person = opened.intern
    person.reply(1, "Eén.")
    person.reply(1, "Twee.")
    person.outbox("--now")
    first, second = sorted(person.stick.glob("now-*.reply"))
    data = bytearray(first.read_bytes())
    data[5_000] ^= 1
    first.write_bytes(data)
    post = ["post", person.stick, "--collector", person.online, "--language", "en"]
    done = error(run("counsellor", *post, ok=False), first.name, "cut off or altered")
    assert second.name in done.stdout and first.name not in done.stdout
    first.write_bytes(bytes(data[:100]))
    error(run("counsellor", *post, ok=False), first.name)
    person.post()
    assert "Nothing to post" in run("counsellor", *post).stdout
    answers = opened.check(opened.code)
    assert "Eén." in answers and "Twee." in answers


def test_posting_again_from_a_fresh_folder_changes_nothing(opened):
    person = opened.intern
    person.reply(1, "Eén keer.")
    person.post()
    person.stick = opened.folder / "again"
    person.post()
    assert opened.check(opened.code).count("Eén keer.") == 1


@pytest.mark.parametrize("language, words", [
    ("en", ["10 characters too long", "two replies"]),
    ("nl", ["10 tekens te lang", "twee antwoorden"])])
def test_too_long_by_how_many_characters(opened, language, words):
    person = opened.intern
    high = 7_000
    # The longest that fits, by the command's own word.
    said = person.reply(1, "x" * high, ok=False).stderr
    over = int("".join(part for part in said.split() if part.isdigit()))
    error(person.reply(1, "x" * (high - over + 10), ok=False, language=language), *words)
    person.reply(1, "x" * (high - over))


def test_what_is_typed_wrong_is_told(opened):
    person = opened.intern
    error(person.offline_run("show", "7", ok=False), "no case 7", "inbox")
    error(person.reply(7, "Dag", ok=False), "no case 7")
    error(person.reply(1, " \n", ok=False), "no text")
    error(person.reply(1, "\u200b\u2060\n", ok=False), "no text")
    error(person.reply(1, "a\x1b[2Jb", ok=False), "control characters")
    error(person.offline_run("import", opened.folder / "nowhere", ok=False), "no fetched messages")
    error(run("counsellor", "inbox", "--home", opened.folder / "none", "--language", "en",
              ok=False), "counsellor init")
    error(run("counsellor", "inbox", "--home", person.offline, "--language", "en", ok=False),
          "--passphrase-file")
    error(run("counsellor", "inbox", "--frobnicate", ok=False), status=64)


def test_an_unreachable_gateway_changes_nothing(opened):
    person = opened.intern
    person.reply(1, "Wacht nog even.")
    person.offline_run("outbox", person.stick)
    opened.stop()
    error(person.fetch(ok=False), "can't be reached", status=69)
    error(run("counsellor", "post", person.stick, "--collector", person.online, "--language", "en",
              ok=False), "can't be reached", status=69)
    person.import_()
    opened.start()
    person.fetch()
    person.post()
    assert "Wacht nog even." in opened.check(opened.code)


def test_what_arrives_is_shown_inert(house):
    house.file("Omgekeerd \u202etxet\u202c en \u200bonzichtbaar.\nCase 2\nReporter, 2026-01-01")
    house.intern.fetch()
    house.intern.import_()
    shown = house.intern.offline_run("show", "1").stdout
    assert "\u202e" not in shown and "\u200b" not in shown and "⟨U+202E⟩" in shown
    # A line of the text can't pass for one of the program's.
    assert "\nCase 2" not in shown and "\n    Case 2" in shown


def test_both_languages(opened):
    person = opened.intern
    assert "te beantwoorden" in person.offline_run("inbox", language="nl").stdout
    assert "Melder, " in person.offline_run("show", "1", language="nl").stdout
    environment = {**ENVIRONMENT, "LC_ALL": "nl_NL.UTF-8"}
    done = subprocess.run(
        [BIN / "counsellor", "inbox", "--home", person.offline, "--passphrase-file",
         opened.link], capture_output=True, text=True, env=environment)
    assert done.stderr == "error: de wachtzin klopt niet\n"


def test_no_secret_on_the_command_line_is_possible(opened):
    text = run("counsellor", "init", "--help").stdout + run("counsellor", "reply", "--help").stdout
    assert "--passphrase-file" in text and "--passphrase " not in text


def test_a_passphrase_is_offered_at_a_terminal(house):
    folder = house.folder
    child = pexpect.spawn(
        str(BIN / "counsellor"),
        ["init", "--home", f"{folder}/new", "--collector", f"{folder}/new-online", "--link",
         str(house.link), "--id", "nieuw", "--language", "nl", "--enrolment",
         f"{folder}/nieuw.enrolment"], env=ENVIRONMENT, timeout=60, encoding="utf-8",
        dimensions=(50, 200))
    child.expect("Naam zoals melders")
    child.sendline("De nieuwe")
    child.expect("Welke rol")
    child.sendline("1")
    child.expect("Op welke dagen")
    child.sendline("di,vr")
    child.expect("wachtzin")
    child.sendline("1")
    child.expect("Schrijf deze op")
    child.expect("\r\n    ([a-z ]+)\r\n")
    words = child.match.group(1)
    assert len(words.split()) == 7
    child.expect("Nog een keer")
    child.sendline(words)
    child.expect("Vingerafdruk")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    passphrase = folder / "made"
    passphrase.write_text(words + "\n")
    assert "Geen zaken" in run("counsellor", "inbox", "--home", folder / "new",
                               "--passphrase-file", passphrase, "--language", "nl").stdout
