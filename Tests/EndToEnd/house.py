"""An invented organisation made with the real commands, its gateway on loopback, and short ways to use both."""

import contextlib
import copy
import itertools
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import time

from gateway_organisation import configure

BIN = pathlib.Path(os.environ.get("SOTTOVOCE_BIN", ".build/debug")).resolve()
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


def run(command, *arguments, ok=True, text=None, wrap=(), **options):
    """Runs one of the three commands with nobody to ask; `ok=False` where it must fail, `ok=None` where it may."""
    done = subprocess.run(
        [*map(str, wrap), str(BIN / command), *map(str, arguments)], input=text,
        stdin=subprocess.DEVNULL if text is None else None, capture_output=True, text=True,
        env=ENVIRONMENT, timeout=120, start_new_session=True, **options)
    if ok is not None:
        assert (done.returncode == 0) == ok, f"{command} {arguments}\n{done.stdout}\n{done.stderr}"
    return done


def free_port():
    """A port that nobody listens on, that no other worker of this run gives out, and below those of clients."""
    for port in PORTS:
        with socket.socket() as one, contextlib.suppress(OSError):
            one.bind(("127.0.0.1", port))
            return port


def own_ports():
    count = 1_500
    first = 20_000 + count * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
    start = random.randrange(count)
    return itertools.cycle(range(first, first + count)[(start + one) % count] for one in range(count))


PORTS = own_ports()


def set_clock(days):
    """All commands run from now on see another day; 0 is today.

    The `faketime` command only: it waits for what it runs, which would not get our signals. So one run
    lends its environment to all others."""
    global clock
    for name in [name for name in ENVIRONMENT if name.startswith("FAKETIME") or name == "LD_PRELOAD"]:
        del ENVIRONMENT[name]
    if clock:
        clock.stdin.close()
        clock.wait()
        clock = None
    if days:
        clock = subprocess.Popen(
            ["faketime", "--exclude-monotonic", "-f", f"{days:+}d", "sh", "-c", "env; echo; cat"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for line in iter(clock.stdout.readline, "\n"):
            name, _, value = line.rstrip("\n").partition("=")
            if name.startswith("FAKETIME") or name == "LD_PRELOAD":
                ENVIRONMENT[name] = value


clock = None


class Person:
    """A counsellor's two folders and her passphrase."""

    def __init__(self, house, id):
        self.id = id
        self.offline, self.online = house.folder / f"{id}-offline", house.folder / f"{id}-online"
        self.passphrase = house.passphrase(id)
        self.stick = house.folder / f"{id}-stick"
        self.mirror = self.online / "mirror"

    def offline_run(self, *arguments, **options):
        return run("counsellor", *arguments, "--home", self.offline, "--passphrase-file",
                   self.passphrase, "--language", options.pop("language", "en"), **options)

    def fetch(self, **options):
        return run("counsellor", "fetch", "--collector", self.online, "--language", "en", **options)

    def import_(self, **options):
        return self.offline_run("import", self.mirror, **options)

    def reply(self, case, text, *more, **options):
        return self.offline_run("reply", case, "--message-file", "-", *more, text=text, **options)

    def outbox(self, *more, **options):
        """Writes the schedule to her stick; `--now` sends what waits besides it."""
        self.stick.mkdir(exist_ok=True)
        return self.offline_run("outbox", self.stick, *more, **options)

    def post_due(self, *folder, **options):
        """Takes an outbox, if there is one, and posts what is due."""
        return run("counsellor", "post", *folder, "--collector", self.online, "--language", "en",
                   **options)

    def post(self, *more, **options):
        """Everything that waits, at once: several answers a day don't fit into the schedule."""
        self.outbox("--now", *more)
        return self.post_due(self.stick, **options)


class House:
    """De Linde: two root keys, counsellors `intern` and `extern`.

    `front` is the port in the link, where that is a relay's and not the gateway's own; `free_reports` of an hour
    need no work."""

    # Of those who are not called "Counsellor …".
    names = {}

    def __init__(self, folder, persons=("intern", "extern"), front=None, free_reports=1_000_000):
        self.folder, self.port = pathlib.Path(folder), free_port()
        self.front = front or self.port
        self.address = f"http://127.0.0.1:{self.front}"
        self.gateway_folder = self.folder / "gateway"
        self.organisation = self.folder / "organisation"
        self.process, self.is_confirmed = None, False
        run("gateway", "init", self.gateway_folder, "--origin", "meld.linde.example", "--gateway",
            self.address)
        configure(self.gateway_folder, reports_without_work=free_reports)
        run("counsellor", "organisation", "init", self.organisation, "--name", "De Linde",
            "--gateway", self.address, "--gateway-keys", self.gateway_folder / "gateway.vkeys",
            "--root-key", self.folder / "board.age", "--root-passphrase-file",
            self.passphrase("board"), "--second-key", self.folder / "council.age",
            "--second-passphrase-file", self.passphrase("council"))
        self.link = self.organisation / "organisation.link"
        for id in persons:
            setattr(self, id, self.enrol(id))
        self.sign()
        self.publish_own_notes()

    def copied(self, folder):
        """The same organisation in another folder; passphrases are slow by design, copies are not."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        made = copy.copy(self)
        made.folder, made.process = pathlib.Path(folder), None
        made.gateway_folder, made.organisation = made.folder / "gateway", made.folder / "organisation"
        made.link = made.organisation / "organisation.link"
        for id, person in vars(self).items():
            if isinstance(person, Person):
                setattr(made, id, Person(made, id))
        return made

    def passphrase(self, who):
        path = self.folder / f"{who}.passphrase"
        path.write_text(f"tests passphrase of the {who}\n")
        path.chmod(0o600)
        return path

    def enrol(self, id):
        person = Person(self, id)
        run("counsellor", "init", "--home", person.offline, "--collector", person.online,
            "--passphrase-file", person.passphrase, "--link", self.link, "--id", id, "--name",
            self.names.get(id, f"Counsellor {id}"), "--role", "external" if id == "extern" else "internal",
            "--languages", "nl,en", "--way", "Telephone +31 00 000 00 00", "--enrolment",
            self.folder / f"{id}.enrolment")
        run("counsellor", "organisation", "add", self.organisation, self.folder / f"{id}.enrolment")
        return person

    def sign(self, holders=("board", "council")):
        for holder in holders:
            run("counsellor", "organisation", "sign", self.organisation, "--key",
                self.folder / f"{holder}.age", "--passphrase-file", self.passphrase(holder), "--yes")

    def publish_own_notes(self):
        run("gateway", "publish", self.gateway_folder, self.organisation / "roster.note",
            *self.folder.glob("*.keys.note"), *self.folder.glob("*.hours.note"))

    def start(self, wrap=(), options=()):
        """Serves; `options` says `--clock-is-right` where more than 14 days have passed."""
        with socket.socket() as other:
            assert other.connect_ex(("127.0.0.1", self.port)), "another gateway has this port"
        self.process = subprocess.Popen(
            [*map(str, wrap), str(BIN / "gateway"), "serve", str(self.gateway_folder), "--port",
             str(self.port), *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env=ENVIRONMENT)
        # Closing the days of months takes a while.
        for _ in range(3_000):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self.confirm()
            except OSError:
                assert self.process.poll() is None, self.process.stdout.read()
                time.sleep(0.1)
        raise AssertionError("the gateway did not start")

    def confirm(self):
        """Whoever has not confirmed the list of readers by a first fetch is not offered to reporters."""
        if not self.is_confirmed:
            self.is_confirmed = True
            for person in [each for each in vars(self).values() if isinstance(each, Person)]:
                person.fetch()
        return self

    def stop(self, number=signal.SIGTERM):
        if self.process:
            self.process.send_signal(number)
            self.process.wait(30)
            self.process = None

    def reporter(self, command, *arguments, organisation=None, language="en", **options):
        return run("reporter", command, "--organisation", organisation or self.link, "--language",
                   language, *arguments, **options)

    def file(self, text, *to, code="code", **options):
        """Files a report; the code is kept in a file of this name, whose path is given back."""
        path = self.folder / code
        path.unlink(missing_ok=True)
        readers = [part for id in (to or ("intern",)) for part in ("--to", id)]
        self.reporter("file", *readers, "--message-file", "-", "--code-out", path, "--yes",
                      text=text, **options)
        return path

    def check(self, code, **options):
        """What is shown; an alarm among it is no failure, and has a status of its own."""
        done = self.reporter("check", "--code-file", code, ok=None, **options)
        assert done.returncode in (0, 2), done.stdout + done.stderr
        return done.stdout

    def follow_up(self, code, text, *to, **options):
        readers = [part for id in to for part in ("--to", id)]
        return self.reporter("reply", "--code-file", code, *readers, "--message-file", "-", "--yes",
                             text=text, **options)
