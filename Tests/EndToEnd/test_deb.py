"""The Debian package of the desk: what is in it, that it can be installed, and that its desktop entry opens a desk."""

import configparser
import pathlib
import re
import shutil
import subprocess
import urllib.request

import pytest

from house import BIN, ENVIRONMENT
from reporter_world import World
from test_repository import TOP


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    path = tmp_path_factory.mktemp("deb") / "desk.deb"
    subprocess.run([TOP / "Sources/Debian/build.sh", BIN / "counsellor", path], check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def installed(package, tmp_path_factory):
    folder = tmp_path_factory.mktemp("root")
    subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    return folder


def field(package, name):
    return subprocess.run(["dpkg-deb", "-f", package, name], check=True, capture_output=True, text=True).stdout.strip()


def test_everything_is_roots_and_only_the_commands_can_be_run(package):
    listed = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True).stdout.splitlines()
    files = {line.split()[5]: line.split()[:2] for line in listed if not line.startswith("d")}
    assert set(owner for _, owner in files.values()) == {"root/root"}
    assert {name for name, (mode, _) in files.items() if "x" in mode} == {
        "./usr/bin/counsellor", "./usr/lib/sottovoce/daily"}
    assert all(line[8] != "w" for line in listed)


def test_the_same_files_make_the_same_package(package, tmp_path):
    again = tmp_path / "again.deb"
    subprocess.run([TOP / "Sources/Debian/build.sh", BIN / "counsellor", again], check=True, capture_output=True)
    assert again.read_bytes() == package.read_bytes()


def test_it_depends_on_what_the_command_needs(package, installed):
    """But for Swift's libraries, which the released command has inside."""
    asked = {re.split(r"[ (]", one)[0] for one in field(package, "Depends").split(", ")}
    needed = subprocess.run(["ldd", installed / "usr/bin/counsellor"], check=True, capture_output=True, text=True).stdout
    for name, path in re.findall(r"(\S+) => (\S+)", needed):
        # Since /lib is /usr/lib, a package may know a file by either.
        known = [subprocess.run(["dpkg", "-S", prefix + path], capture_output=True, text=True).stdout
                 for prefix in ("", "/usr")]
        owners = {line.split(":")[0] for line in known if line}
        assert owners & asked or re.match(r"lib(_?swift|_?Foundation|dispatch|BlocksRuntime)", name), (name, owners)


def test_the_desktop_entry_opens_a_desk(installed, tmp_path):
    entry = installed / "usr/share/applications/sottovoce-counsellor.desktop"
    subprocess.run(["desktop-file-validate", entry], check=True)
    said = configparser.ConfigParser(interpolation=None)
    said.optionxform = str
    said.read(entry)
    assert said["Desktop Entry"]["Name[nl]"] and said["Desktop Entry"]["Terminal"] == "false"
    assert (installed / f"usr/share/icons/hicolor/scalable/apps/{said['Desktop Entry']['Icon']}.svg").exists()
    program, *arguments = said["Desktop Entry"]["Exec"].split()
    done = subprocess.run([str(installed) + program, *arguments, "--help"], capture_output=True, text=True,
                          env=ENVIRONMENT)
    assert done.returncode == 0 and "browser" in done.stdout
    # Pressed, it serves one; without a display no browser comes up.
    running = tmp_path / "running"
    running.mkdir(mode=0o700)
    environment = {**ENVIRONMENT, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(running)}
    desk = subprocess.Popen([str(installed) + program, *arguments], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        (page,) = re.findall(rf"{running}/\S+\.html", desk.stdout.readline())
        address = re.search(r'url=(http://[^"]+)"', pathlib.Path(page).read_text())[1]
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200
    finally:
        desk.terminate()
        assert desk.wait(20) == 0
    assert not list(running.rglob("*.html"))


def test_the_timer_is_daily_at_an_hour_that_says_nothing(installed):
    units = installed / "usr/lib/systemd/user"
    service, timer = ((units / f"sottovoce.{kind}").read_text() for kind in ("service", "timer"))
    assert re.findall(r"^ExecStart=(.*)$", service, re.M) == ["/usr/lib/sottovoce/daily"]
    assert re.search(r"^OnCalendar=\*-\*-\* \d\d:\d\d:00 UTC$", timer, re.M)


def test_each_day_every_organisation_is_fetched_for_who_has_the_online_folder(installed, tmp_path):
    (tmp_path / "house").mkdir()
    house = World(tmp_path / "house").start()
    try:
        environment = {**ENVIRONMENT, "PATH": f"{installed}/usr/bin:{ENVIRONMENT['PATH']}", "XDG_DATA_HOME": str(tmp_path)}

        def daily():
            return subprocess.run([installed / "usr/lib/sottovoce/daily"], env=environment, capture_output=True, text=True)
        nothing = daily()
        assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "", "")
        shutil.copytree(house.intern.online, tmp_path / "sottovoce-collector")
        # A first use makes this folder on the vault's computer too: nothing goes online before a person lets it.
        (tmp_path / "sottovoce-collector" / "online").unlink()
        nothing = daily()
        assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "", "")
        (tmp_path / "sottovoce-collector" / "online").touch()
        shutil.copytree(house.extern.online, tmp_path / "sottovoce-collector-organisations" / "linde")
        house.file("Iets.")
        done = daily()
        assert done.returncode == 0, done.stderr
        envelopes = {folder: tmp_path / folder / "mirror" / "envelopes" for folder in (
            "sottovoce-collector", "sottovoce-collector-organisations/linde")}
        first = [set(path.name for path in folder.iterdir()) for folder in envelopes.values()]
        assert first[0] and first[0] == first[1]
        # Of one that fails the others are done all the same, and it is said.
        (tmp_path / "sottovoce-collector" / "request.key").write_text("?")
        house.file("Nog iets.")
        assert daily().returncode == 1
        assert len(set(path.name for path in list(envelopes.values())[1].iterdir()) - first[1]) == 1
    finally:
        house.stop()
