"""Setting up and keeping a counsellor's files: nothing is overwritten, nobody is sent away for a slip of the hand."""

import subprocess

import pexpect
import pytest

from house import BIN, ENVIRONMENT, run
from test_counsellor import error


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def new_counsellor(house, **values):
    """The arguments of `counsellor init` for somebody new, and where her files go."""
    folder = house.folder
    options = {
        "home": folder / "new", "collector": folder / "new-online", "link": house.link,
        "id": "nieuw", "name": "De nieuwe", "role": "internal", "reads": "mon", "language": "en",
        "enrolment": folder / "nieuw.enrolment", **values}
    return ["init"] + [part for name, value in options.items()
                       for part in ("--" + name, str(value))]


def made(house):
    return [path.name for path in house.folder.iterdir() if path.name.startswith(("new", "nieuw."))]


@pytest.mark.parametrize("lost", ["identity.age", "keys.age", "months.age", "vault.age"])
def test_files_are_never_made_over_others(built_house, tmp_path, lost):
    house = built_house.copied(tmp_path / "house")
    person = house.intern
    backup = house.folder / "backup"
    person.offline_run("backup", backup)
    (person.offline / lost).unlink()
    before = contents(person.offline)
    for command in (["inbox"], ["months"]):
        said = error(person.offline_run(*command, ok=False), lost, "is missing",
                     "counsellor restore")
        assert "init" not in said.stderr
    error(run("counsellor", *new_counsellor(house, home=person.offline), "--passphrase-file",
              person.passphrase, ok=False))
    error(run("counsellor", "restore", backup, "--home", person.offline, "--passphrase-file",
              person.passphrase, ok=False))
    assert contents(person.offline) == before and made(house) == []


def test_a_backup_replaces_only_its_own(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    intern, extern = house.intern, house.extern
    for home in (intern.offline, extern.offline):
        before = contents(home)
        error(intern.offline_run("backup", home, ok=False), "not an earlier backup")
        error(intern.offline_run("backup", "--months", home / "vault.age", ok=False),
              "not an earlier backup")
        assert contents(home) == before
    stick = house.folder / "stick"
    extern.offline_run("backup", stick)
    before = contents(stick)
    error(intern.offline_run("backup", stick, ok=False), "not an earlier backup")
    assert contents(stick) == before
    extern.offline_run("backup", stick)


def test_a_slip_at_the_passphrase_is_asked_again(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    child = pexpect.spawn(str(BIN / "counsellor"), new_counsellor(house), env=ENVIRONMENT,
                          timeout=60, encoding="utf-8", dimensions=(50, 200))
    child.expect("one made now")
    child.sendline("2")
    for first, again, said in (
            ("kort", None, "at least 12 characters"),
            ("een lange wachtzin", "een lange wachtzim", "are not the same"),
            ("", None, "Nothing was typed")):
        child.expect("New passphrase")
        child.sendline(first)
        if again:
            child.expect("The same again")
            child.sendline(again)
        child.expect(said)
    child.expect("New passphrase")
    child.sendline("een lange wachtzin")
    child.expect("The same again")
    child.sendline("")
    child.expect("Nothing was typed")
    child.expect("The same again")
    child.sendline("een lange wachtzin")
    child.expect("Fingerprint")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_copying_the_words_wrongly_is_asked_again_and_stopping_leaves_nothing(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    child = pexpect.spawn(str(BIN / "counsellor"), new_counsellor(house), env=ENVIRONMENT,
                          timeout=60, encoding="utf-8", dimensions=(50, 200))
    child.expect("one made now")
    child.sendline("1")
    child.expect("The same again")
    child.sendline("andere woorden dan die")
    child.expect("not the words above")
    child.expect("The same again")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus != 0 and made(house) == []
    # What fails later leaves nothing either.
    (house.folder / "blocked").write_text("")
    error(run("counsellor", *new_counsellor(house, collector=house.folder / "blocked" / "x"),
              "--passphrase-file", house.passphrase("new"), ok=False))
    (house.folder / "new.passphrase").unlink()
    assert made(house) == []
    run("counsellor", *new_counsellor(house), "--passphrase-file", house.passphrase("someone"))


def test_questions_are_asked_again_after_a_slip(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    folder = house.folder
    child = pexpect.spawn(
        str(BIN / "counsellor"),
        ["init", "--home", f"{folder}/new", "--collector", f"{folder}/new-online", "--link",
         str(house.link), "--language", "nl", "--enrolment", f"{folder}/nieuw.enrolment",
         "--passphrase-file", str(house.passphrase("someone"))],
        env=ENVIRONMENT, timeout=60, encoding="utf-8", dimensions=(50, 200))
    child.expect("Korte naam")
    for typed, said in (
            ("", "Er is niets getypt"), ("Hoofd Letters", "Dit moet zijn: 1 tot 32 tekens, alleen a-z"), ("nieuw", "Naam zoals melders"),
            ("", "Er is niets getypt"), ("De\u202enieuwe", r"U\+202E"), ("De nieuwe", "Welke rol"),
            ("4", "Typ een getal"), ("1", "Op welke dagen"),
            ("", "Er is niets getypt"), ("zondag", "een of meer van ma,di,wo,do,vr,za,zo"), ("zo", "Gemaakt")):
        child.sendline(typed)
        child.expect(said)
    child.expect("Vingerafdruk")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_an_organisation_that_could_not_be_made_leaves_no_key(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    folder = house.folder

    def make(root):
        return run(
            "counsellor", "organisation", "init", folder / "linde", "--name", "De Linde",
            "--gateway", house.address, "--gateway-keys",
            house.gateway_folder / "gateway.vkeys", "--language", "en",
            "--root-key", root, "--root-passphrase-file", house.passphrase("first"),
            "--second-key", folder / "second.age", "--second-passphrase-file",
            house.passphrase("second"), ok=None)

    error(make(folder / "no-stick" / "root.age"), "no-stick")
    # Before anybody chooses and copies a passphrase: there is nobody here to ask.
    asks = ["organisation", "init", folder / "linde", "--gateway", house.address, "--gateway-keys",
            house.gateway_folder / "gateway.vkeys", "--language", "en", "--root-key", folder / "first.age",
            "--second-key"]
    error(run("counsellor", *asks, folder / "no-stick" / "second.age", "--name", "De Linde", ok=False), "no-stick")
    error(run("counsellor", *asks, folder / "council.age", "--name", "De Linde", ok=False), "council.age is there already")
    error(run("counsellor", *asks, folder / "other.age", "--name", "", ok=False), "--name must not be empty")
    assert not (folder / "second.age").exists()
    assert make(folder / "root.age").returncode == 0


def test_init_replaces_no_file_it_hands_over(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    for name in ("nieuw.enrolment", "nieuw.keys.note", "nieuw.hours.note"):
        path = house.folder / name
        path.write_text("van een ander\n")
        error(run("counsellor", *new_counsellor(house), "--passphrase-file",
                  house.passphrase("someone"), ok=False), name, "is there already")
        assert path.read_text() == "van een ander\n" and made(house) == [name]
        path.unlink()


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u200f", "\ufeff"])
def test_names_that_show_as_others_are_refused(built_house, tmp_path, sign):
    house = built_house.copied(tmp_path / "house")
    secret = ["--passphrase-file", house.passphrase("someone")]
    error(run("counsellor", *new_counsellor(house, name=f"De {sign}nieuwe"), *secret, ok=False),
          "--name", f"⟨U+{ord(sign):04X}⟩")
    error(run("counsellor", *new_counsellor(house, way=f"Tel{sign}efoon"), *secret, ok=False),
          "--way")
    assert made(house) == []


def test_folders_follow_home_and_xdg(tmp_path):
    def named(*arguments, **variables):
        environment = {**ENVIRONMENT, **{name: str(value) for name, value in variables.items()}}
        return subprocess.run([BIN / "counsellor", *arguments, "--language", "en"], env=environment,
                              capture_output=True, text=True, stdin=subprocess.DEVNULL).stderr

    home, data = tmp_path / "home", tmp_path / "data"
    assert f"in {home}/.local/share/sottovoce\n" in named("inbox", HOME=home, XDG_DATA_HOME="")
    assert f"in {home}/x\n" in named("inbox", "--home", "~/x", HOME=home)
    assert f"in {data}/sottovoce\n" in named("inbox", HOME=home, XDG_DATA_HOME=data)
    assert f"in {data}/sottovoce-collector\n" in named("fetch", HOME=home, XDG_DATA_HOME=data)
    assert f"in {home}/.local/share/sottovoce\n" in named("inbox", HOME=home, XDG_DATA_HOME="data")


def test_an_outbox_is_posted_by_whose_it_is(house):
    house.intern.offline_run("hours", "--reads", "tue")
    stick = house.folder / "stick"
    house.intern.offline_run("outbox", stick)
    assert len([path for path in stick.iterdir() if path.suffix in (".reply", ".report")]) == 60
    error(run("counsellor", "post", stick, "--collector", house.extern.online, "--language", "en",
              ok=False), "intern", "extern")
    error(house.extern.offline_run("outbox", stick, ok=False), "intern", "extern")
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=stick, check=True)
    run("counsellor", "post", stick, "--collector", house.intern.online)


def test_a_flipped_byte_of_the_mirror_is_told_as_damage(house):
    person = house.intern
    code = house.file("Een vraag.")
    person.fetch()
    person.import_()
    person.reply(1, "Een antwoord.")
    person.post()
    person.fetch()
    for path in (person.mirror / "notes", person.mirror / "checkpoint"):
        whole = path.read_bytes()
        # In the checkpoint: the root, and a signature.
        for place in (30, 60, len(whole) - 3):
            changed = bytearray(whole)
            changed[place] ^= 1
            path.write_bytes(changed)
            error(person.import_(ok=False), "cut off or altered", "counsellor fetch")
        person.fetch()
        assert path.read_bytes() == whole
        person.import_()
    assert "Een antwoord." in house.check(code)
