"""Age files of other programs open here and ours open there, the built `counsellor` against Debian's `age`
(X25519 and passphrases) and against PyPI `cryptography` (post-quantum recipients)."""

import os
import pathlib
import shutil
import subprocess

import pexpect
import pytest

import age_reference

COUNSELLOR = str(pathlib.Path(os.environ["SOTTOVOCE_BIN"]) / "counsellor")
PASSPHRASE = "één wachtzin van vijf woorden"
# Around the ends of chunks and of the pieces the files are worked on in.
SIZES = [0, 1, 65_535, 65_536, 65_537, 16 * 65_536, 16 * 65_536 + 1, 5_000_000]
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="Debian's age is not installed")


def counsellor(*arguments, stdin=b""):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}
    return subprocess.run(
        [COUNSELLOR, *map(str, arguments)], input=stdin, capture_output=True, env=environment, timeout=120
    )


def error(*arguments, **options):
    """The one error line of a command that fails."""
    done = counsellor(*arguments, **options)
    assert done.returncode == 65, done.stderr
    lines = done.stderr.decode().splitlines()
    assert lines[0].startswith("error: ") and len(lines) <= 2
    return lines[0]


def age(*arguments, stdin=None):
    return subprocess.run(["age", *map(str, arguments)], input=stdin, capture_output=True, check=True).stdout


def age_with_passphrase(*arguments, times):
    """age asks for passphrases at a terminal only."""
    child = pexpect.spawn("age", [str(argument) for argument in arguments], timeout=60)
    for _ in range(times):
        child.expect("passphrase")
        child.expect(": ")
        child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before


@pytest.fixture
def keys(tmp_path):
    """An identity file of age-keygen and its recipient."""
    path = tmp_path / "key.txt"
    subprocess.run(["age-keygen", "-o", path], check=True, capture_output=True)
    recipient = subprocess.run(["age-keygen", "-y", path], check=True, capture_output=True).stdout.decode().strip()
    return path, recipient


@pytest.fixture
def passphrase_file(tmp_path):
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n")
    return path


@pytest.fixture
def hybrid(tmp_path):
    """A post-quantum identity and its identity file."""
    identity = age_reference.Identity()
    path = tmp_path / "hybrid.txt"
    path.write_text(f"# made for a test\n\n{identity.text}\n")
    return identity, path


@needs_age
@pytest.mark.parametrize("size", SIZES)
def test_x25519_both_ways(tmp_path, keys, size):
    key, recipient = keys
    text = os.urandom(size)
    (tmp_path / "plain").write_bytes(text)
    age("-r", recipient, "-o", tmp_path / "theirs.age", tmp_path / "plain")
    opened = counsellor("open-file", "--identity", key, tmp_path / "theirs.age")
    assert (opened.returncode, opened.stdout, opened.stderr) == (0, text, b"")
    age("-a", "-r", recipient, "-o", tmp_path / "armored.age", tmp_path / "plain")
    opened = counsellor("open-file", "--identity", key, "-", stdin=(tmp_path / "armored.age").read_bytes())
    assert (opened.returncode, opened.stdout) == (0, text)
    sealed = counsellor("seal-file", "--to", recipient, "-o", tmp_path / "ours.age", tmp_path / "plain")
    assert (sealed.returncode, sealed.stdout) == (0, b"")
    assert age("-d", "-i", key, tmp_path / "ours.age") == text
    piped = counsellor("seal-file", "--to", recipient, "-", stdin=text)
    assert age("-d", "-i", key, stdin=piped.stdout) == text


@needs_age
def test_several_recipients(tmp_path, keys):
    key, recipient = keys
    others = []
    for number in range(3):
        path = tmp_path / f"other{number}"
        subprocess.run(["age-keygen", "-o", path], check=True, capture_output=True)
        others.append(path)
    text = b"voor vier lezers"
    recipients = tmp_path / "recipients"
    lines = [subprocess.run(["age-keygen", "-y", path], check=True, capture_output=True).stdout.decode() for path in others]
    recipients.write_text("# lezers\n" + "".join(lines))
    sealed = counsellor("seal-file", "--to", recipient, "--recipients-file", recipients, "-", stdin=text).stdout
    for path in [key, *others]:
        assert age("-d", "-i", path, stdin=sealed) == text
        assert counsellor("open-file", "--identity", path, "-", stdin=sealed).stdout == text
    theirs = age("-R", recipients, stdin=text)
    assert counsellor("open-file", "--identity", key, "--identity", others[2], "-", stdin=theirs).stdout == text
    (tmp_path / "theirs").write_bytes(theirs)
    assert "no matching identity" in error("open-file", "--identity", key, tmp_path / "theirs")


@needs_age
def test_passphrase_both_ways(tmp_path, passphrase_file):
    text = os.urandom(200_000)
    (tmp_path / "plain").write_bytes(text)
    age_with_passphrase("-p", "-o", tmp_path / "theirs.age", tmp_path / "plain", times=2)
    opened = counsellor("open-file", "--passphrase-file", passphrase_file, tmp_path / "theirs.age")
    assert (opened.returncode, opened.stdout) == (0, text)
    opened = counsellor(
        "open-file", "--passphrase-file", "-", tmp_path / "theirs.age", stdin=PASSPHRASE.encode() + b"\r\n"
    )
    assert (opened.returncode, opened.stdout) == (0, text)
    sealed = counsellor(
        "seal-file", "--passphrase-file", passphrase_file, "-o", tmp_path / "ours.age", tmp_path / "plain"
    )
    assert sealed.returncode == 0, sealed.stderr
    age_with_passphrase("-d", "-o", tmp_path / "back", tmp_path / "ours.age", times=1)
    assert (tmp_path / "back").read_bytes() == text


@needs_age
def test_passphrase_protected_identity_file(tmp_path, keys, passphrase_file):
    key, recipient = keys
    sealed = age("-r", recipient, stdin=b"achter twee sloten")
    for number, armor in enumerate([[], ["-a"]]):
        protected = tmp_path / f"key{number}.age"
        age_with_passphrase(*armor, "-p", "-o", protected, key, times=2)
        opened = counsellor(
            "open-file", "--identity", protected, "--identity-passphrase-file", passphrase_file, "-", stdin=sealed
        )
        assert (opened.returncode, opened.stdout) == (0, b"achter twee sloten"), opened.stderr
    wrong = tmp_path / "wrong"
    wrong.write_text("een heel andere wachtzin\n")
    (tmp_path / "sealed").write_bytes(sealed)
    said = error("open-file", "--identity", protected, "--identity-passphrase-file", wrong, tmp_path / "sealed")
    assert said == f"error: the passphrase of {protected} is not right"


@pytest.mark.parametrize("size", SIZES)
def test_hybrid_both_ways(tmp_path, hybrid, size):
    identity, key = hybrid
    text = os.urandom(size)
    stranger = age_reference.Identity()
    theirs = age_reference.seal(text, [stranger, identity])
    opened = counsellor("open-file", "--identity", key, "-", stdin=theirs)
    assert (opened.returncode, opened.stdout, opened.stderr) == (0, text, b"")
    ours = counsellor("seal-file", "--to", stranger.recipient, "--to", identity.recipient, "-", stdin=text)
    assert ours.returncode == 0, ours.stderr
    assert age_reference.open_file(ours.stdout, identity) == text
    assert age_reference.open_file(ours.stdout, stranger) == text


def test_report_vector_opens(tmp_path):
    vectors = pathlib.Path(__file__).parents[1] / "Vectors" / "protocol"
    identity = age_reference.Identity(bytes([2]) * 32)
    (tmp_path / "key").write_text(identity.text)
    opened = counsellor("open-file", "--identity", tmp_path / "key", vectors / "report.age")
    assert opened.returncode == 0
    assert opened.stdout == age_reference.open_file((vectors / "report.age").read_bytes(), identity)


def test_kinds_of_recipients_are_not_mixed(hybrid):
    x25519 = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"
    said = error("seal-file", "--to", hybrid[0].recipient, "--to", x25519, "-", stdin=b"x")
    assert "quantum" in said


def test_failures_are_told_apart_and_leave_nothing(tmp_path, hybrid, passphrase_file):
    identity, key = hybrid
    text = os.urandom(300_000)
    sealed = age_reference.seal(text, [identity])
    payload = len(sealed) - 300_000 - 5 * 16 - 16
    changed = bytearray(sealed)
    changed[-5] ^= 1
    header = bytearray(sealed)
    header[payload - 10] = ord("A") if header[payload - 10] != ord("A") else ord("B")
    cases = {
        "is not an age file": b"Geachte heer, mevrouw,\n",
        "is damaged or was altered": bytes(changed),
        "is damaged or was altered ": bytes(header),
        "was cut off": sealed[: payload + 16 + 2 * 65_552],
        "was cut off ": sealed[: payload - 3],
    }
    for expected, file in cases.items():
        (tmp_path / "file.age").write_bytes(file)
        output = tmp_path / "output"
        said = error("open-file", "--identity", key, "--output", output, tmp_path / "file.age")
        assert expected.strip() in said
        assert not output.exists() and not list(tmp_path.glob(".*"))
        output.write_bytes(b"what stood there")
        error("open-file", "--identity", key, "--output", output, tmp_path / "file.age")
        assert output.read_bytes() == b"what stood there"
        output.unlink()
        # Streamed, what came out is the beginning of the plaintext, and the status says that it is not all.
        streamed = counsellor("open-file", "--identity", key, tmp_path / "file.age")
        assert streamed.returncode == 65 and text.startswith(streamed.stdout) and streamed.stdout != text
    (tmp_path / "file.age").write_bytes(sealed)
    said = error("open-file", "--passphrase-file", passphrase_file, tmp_path / "file.age")
    assert "sealed to keys" in said
    assert counsellor("open-file", "--identity", key, "-o", tmp_path / "output", tmp_path / "file.age").returncode == 0
    assert (tmp_path / "output").read_bytes() == text
    assert (tmp_path / "output").stat().st_mode & 0o777 == 0o600


def test_at_a_terminal_text_is_shown_harmless_and_passphrases_are_asked(tmp_path, passphrase_file):
    text = "dag \x1b[31mwereld\n"
    sealed = counsellor(
        "seal-file", "--passphrase-file", passphrase_file, "-o", tmp_path / "text.age", "-", stdin=text.encode()
    )
    assert sealed.returncode == 0
    child = pexpect.spawn(COUNSELLOR, ["open-file", "--language", "nl", str(tmp_path / "text.age")], timeout=60)
    child.expect("Wachtzin van .*text.age:")
    child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "dag ␛[31mwereld" in child.before.decode() and "\x1b" not in child.before.decode()
    assert PASSPHRASE not in child.before.decode()


def test_a_full_disk_is_said(hybrid):
    identity, key = hybrid
    sealed = age_reference.seal(bytes(3_000_000), [identity])
    for language, said in (("nl", "geen plaats voor de uitvoer"), ("en", "no room for the output")):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [COUNSELLOR, "open-file", "--language", language, "--identity", str(key), "-"], input=sealed, stdout=full,
                stderr=subprocess.PIPE
            )
        assert done.returncode != 0 and "error: " in done.stderr.decode() and said in done.stderr.decode()
