"""What `gateway` says and leaves behind at the command line."""

import os
import sqlite3
import subprocess

import pytest
from gateway_organisation import BINARY, ENVIRONMENT, Gateway, Organisation, Signer, run, sign, today

INIT = ("--origin", "meld.example", "--gateway", Organisation.address)


def failed(out, message, hint=None):
    """One error line, at most one hint line, nothing on standard output."""
    lines = out.stderr.splitlines()
    assert out.returncode != 0 and out.stdout == ""
    assert lines[0] == "error: " + message, out.stderr
    assert len(lines) == 1 or (len(lines) == 2 and lines[1].startswith("hint: ")), out.stderr
    if hint:
        assert hint in lines[1]


@pytest.fixture
def folder(tmp_path):
    folder = str(tmp_path / "gateway")
    assert run("init", folder, *INIT).returncode == 0
    return folder


def test_init_makes_a_private_folder_and_prints_public_keys_only(folder):
    assert os.stat(folder).st_mode & 0o777 == 0o700
    names = set(os.listdir(folder))
    assert {"gateway.conf", "log.key", "promise.key", "gateway.vkeys", "drop-box.sqlite"} <= names
    for name in ("log.key", "promise.key", "drop-box.sqlite", "gateway.conf"):
        assert os.stat(f"{folder}/{name}").st_mode & 0o777 == 0o600, name
    seeds = [line.split()[1] for key in ("log", "promise")
             for line in open(f"{folder}/{key}.key") if line.startswith("seed")]
    vkeys = open(f"{folder}/gateway.vkeys").read()
    assert len(seeds) == 2 and not any(seed in vkeys for seed in seeds)
    assert [line.split(" ")[0] for line in vkeys.splitlines()] == ["log", "promise"]


def test_init_leaves_an_old_folder_alone(folder):
    before = open(f"{folder}/log.key").read()
    failed(run("init", folder, *INIT),
           f"{folder} has something in it; gateway init needs a new or empty folder")
    assert open(f"{folder}/log.key").read() == before


@pytest.mark.parametrize("origin, address", [
    ("two words", "https://meld.example"), ("a+b", "https://meld.example"), ("", "https://meld.example"),
    ("meld.example", "meld.example"), ("meld.example", "https://meld.example/path")])
def test_init_refuses_names_that_cannot_be(tmp_path, origin, address):
    out = run("init", str(tmp_path / "gateway"), "--origin", origin, "--gateway", address)
    assert out.returncode != 0 and out.stderr.startswith("error: ")
    assert not os.path.exists(tmp_path / "gateway")


def test_a_folder_that_is_none(tmp_path):
    for command in ("serve", "status", "close-day"):
        failed(run(command, str(tmp_path)), f"{tmp_path} is not a gateway folder", "gateway init")


@pytest.mark.parametrize("line, fault", [
    ("access-log yes", "no setting is called 'access-log'"),
    ("port 99999", "'99999' must be a number from 0 to 65535"),
    ("work-bits 13", "'13' must be a number from 1 to 12"),
    ("reports-without-work -1", "'-1' must be a number from 0 to 1000000"),
    ("port 1 2", "'port' takes one value"),
    ("host 127.0.0.1", "'host' was set before"),
    ("listen-beyond-loopback perhaps", "'listen-beyond-loopback' must be yes or no")])
def test_a_wrong_setting_is_named_with_its_line(folder, line, fault):
    path = f"{folder}/gateway.conf"
    text = "\n".join(l for l in open(path).read().splitlines() if not l.startswith("port")) + "\n"
    with open(path, "w") as file:
        file.write(text + line + "\n")
    failed(run("serve", folder), f"{path}, line {len(text.splitlines()) + 1}: {fault}", "operations.md")


def test_it_listens_beyond_loopback_only_when_told(folder):
    failed(run("serve", folder, "--host", "0.0.0.0"),
           "0.0.0.0 can be reached by other machines, and the gateway speaks HTTP without TLS",
           "--listen-beyond-loopback")


def test_keys_others_can_read_are_refused(folder):
    os.chmod(f"{folder}/promise.key", 0o644)
    failed(run("serve", folder), f"{folder}/promise.key can be read by other users of this machine", "chmod")
    os.chmod(f"{folder}/promise.key", 0o600)
    os.chmod(folder, 0o755)
    failed(run("status", folder), f"{folder} can be read by other users of this machine")


def test_a_damaged_drop_box_is_said_and_kept(folder):
    path = f"{folder}/drop-box.sqlite"
    for suffix in ("-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    junk = os.urandom(50_000)
    with open(path, "wb") as file:
        file.write(junk)
    failed(run("serve", folder, "--port", "0"), f"{path} is damaged or not a drop-box", "drop-box.sqlite-wal")
    assert open(path, "rb").read() == junk


def test_publish_names_what_is_wrong(tmp_path):
    gateway = Gateway(tmp_path / "gateway", publish=False)
    organisation = gateway.organisation
    note = str(tmp_path / "note")

    def publish(data):
        with open(note, "wb") as file:
            file.write(data)
        return run("publish", gateway.folder, note)

    text = organisation.roster_text()
    failed(publish(b"hello"), f"{note} is not a signed roster, keys or hours note; it was not published")
    failed(publish(organisation.hours()), f"{note} can't be checked: publish the roster first; it was not published")
    failed(publish(sign(text, organisation.root)),
           f"{note} is not signed by meld.example/second; it was not published")
    failed(publish(sign(text + "more\n", organisation.root, organisation.second)),
           f"{note} is not a signed roster, keys or hours note; it was not published")
    failed(publish(organisation.roster(address="https://other.example")),
           f"{note} is for another gateway: its 'gateway' line is not this folder's; it was not published")
    failed(publish(organisation.roster(issued=-300, expires=-1)), f"{note} ended on {today(-1)}; it was not published")
    out = publish(organisation.roster(serial=3))
    assert out.stdout == f"published: roster 3 of Voorbeeld BV, valid until {today(300)}\n" and out.stderr == ""
    assert publish(organisation.roster(serial=3)).returncode == 0, "again does no harm"
    failed(publish(organisation.roster(serial=2)),
           f"{note} is not newer: serial 3 is in force already; it was not published")
    failed(publish(organisation.hours(signer=Signer("meld.example/anna/notes"))),
           f"{note} is not signed by meld.example/anna/notes; it was not published")
    failed(publish(organisation.hours(id="anna").replace(b"counsellor anna", b"counsellor olga")),
           f"{note} is by 'olga', whom the roster in force does not name; it was not published")
    failed(run("publish", gateway.folder, str(tmp_path / "missing")), f"{tmp_path}/missing is not there")


def test_status_tells_counts_and_days_and_no_time(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    gateway.publish(gateway.organisation.hours())
    out = run("status", gateway.folder)
    assert out.returncode == 0 and ":" not in out.stdout.replace("https:", "")
    for part in ("organisation Voorbeeld BV", "serial 1", "anna, no keys yet, hours of " + today(),
                 "0 reports, 0 replies, 2 notes", "2 entries"):
        assert part in out.stdout
    # No day before the log began is closed.
    assert run("close-day", gateway.folder).stdout.startswith("nothing to close: ")
    tomorrow = ["faketime", "-f", "+1d", BINARY, "close-day", gateway.folder]
    for said in (f"closed {today()}; the log has 2 entries\n", "nothing to close: "):
        out = subprocess.run(tomorrow, capture_output=True, text=True, timeout=120, env=ENVIRONMENT)
        assert out.stdout.startswith(said), out


def test_it_speaks_dutch_too(folder):
    dutch = {**ENVIRONMENT, "LC_ALL": "nl_NL.UTF-8"}
    out = run("status", folder, env=dutch)
    assert "lijst              nog niet bekendgemaakt" in out.stdout and "laatst afgesloten" in out.stdout
    failed(run("serve", folder, "--host", "0.0.0.0", env=dutch),
           "0.0.0.0 is bereikbaar voor andere computers, en de gateway spreekt HTTP zonder TLS")
    assert run("close-day", folder, env=dutch).stdout.startswith(f"{today(-1)} is afgesloten")


def test_sqlites_own_backup_is_a_whole_drop_box(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    with gateway.start():
        source = sqlite3.connect(f"{gateway.folder}/drop-box.sqlite")
        copy = sqlite3.connect(tmp_path / "copy.sqlite")
        source.backup(copy)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM entry").fetchone() == (1,)
        source.close()


def test_verify_says_what_it_checked_and_names_what_is_wrong(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    gateway.publish(gateway.organisation.hours())
    out = run("verify", gateway.folder)
    assert (out.returncode, out.stderr) == (0, "")
    assert out.stdout == (
        "checked: 2 entries from 0 on, 0 envelopes, 2 notes, 0 pending, 0 subtrees, 3 checkpoints, 0 closings, "
        "0 cosignatures; all as signed\n")
    store = sqlite3.connect(f"{gateway.folder}/drop-box.sqlite")
    store.execute("UPDATE note SET bytes = zeroblob(70) WHERE number = 1")
    store.commit()
    store.close()
    failed(run("verify", gateway.folder), "the envelope of entry 1 is missing or is another one", "Docs/operations.md")


def test_a_restored_backup_is_refused_in_both_languages_and_changes_nothing(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    path = f"{gateway.folder}/drop-box.sqlite"
    with sqlite3.connect(path) as source, sqlite3.connect(tmp_path / "backup") as copy:
        source.backup(copy)
    gateway.publish(gateway.organisation.hours())
    signed = open(f"{gateway.folder}/checkpoint").read()
    assert signed.startswith("meld.example\n2\n")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    os.rename(tmp_path / "backup", path)
    note = tmp_path / "note"
    note.write_bytes(gateway.organisation.hours(serial=2))
    message = (f"the drop-box of {gateway.folder} has 1 entries, but a log of 2 was signed: an old backup was put "
               "back, or rows are lost")
    for command in (("serve", gateway.folder, "--port", "0"), ("close-day", gateway.folder),
                    ("publish", gateway.folder, str(note)), ("verify", gateway.folder)):
        failed(run(*command), message, "a new log must begin")
    failed(run("serve", gateway.folder, env={**ENVIRONMENT, "LC_ALL": "nl_NL.UTF-8"}),
           f"de drop-box van {gateway.folder} heeft 1 regels, maar een logboek van 2 is ondertekend: er is een oude "
           "reservekopie teruggezet, of er zijn regels kwijt", "een nieuw logboek")
    out = run("status", gateway.folder)
    assert out.returncode == 65 and "1 entry" in out.stdout and message in out.stderr.replace("\n", " ")
    assert open(f"{gateway.folder}/checkpoint").read() == signed
