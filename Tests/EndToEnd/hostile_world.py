"""Real counsellors and a real reporter at a hostile gateway: a conversation of three days to spoil."""

import copy
import pathlib
import re
import shutil
import urllib.parse

from gateway_organisation import Organisation, Signer, today
from hostile_gateway import HostileGateway, Kept
from house import House, Person
from house import run as run_now

QUESTION, ANSWER = "Vraag van de meldster.", "Antwoord-kwartelslag."


def plain(out):
    """What was said, however it was wrapped, without roles."""
    said = " ".join((out if isinstance(out, str) else out.stdout + out.stderr).split())
    return re.sub(r"(Counsellor \w+) \([^)]*\)", r"\1", said)


class Enrolled:
    """A counsellor by her own enrolment file, but without cover: what is posted here is counted."""

    def __init__(self, path):
        self.text = pathlib.Path(path).read_text().split("\n", 1)[1].replace("cover 1\n", "cover 0\n")
        self.keys = dict(line.split(" ", 1) for line in self.text.splitlines())

    def lines(self):
        return self.text


class HostileWorld:
    passphrase = House.passphrase

    def __init__(self, folder):
        """An organisation of which a test holds all keys, and two counsellors made by their own command."""
        self.folder, self.clock = pathlib.Path(folder), 0
        log, promise = Signer("meld.example"), Signer("meld.example/promise")
        self.gateway = HostileGateway(Kept(log, promise))
        self.organisation = Organisation({"log": log.vkey, "promise": promise.vkey}, counsellors=())
        self.organisation.address = f"http://127.0.0.1:{self.gateway.port}"
        keys = [urllib.parse.quote(key.vkey, safe="-._~")
                for key in (self.organisation.root, self.organisation.second)]
        self.link = self.folder / "link"
        self.link.write_text(f"{self.organisation.address}/#root={keys[0]}&second={keys[1]}\n")
        self.persons = {}
        self.own_notes = {id: self.enrol(id) for id in ("intern", "extern")}
        self.gateway.kept["reporter"].publish(self.organisation.roster(), *sum(self.own_notes.values(), []))

    def enrol(self, id):
        """Adds a counsellor to the list that is signed next; gives her own two notes."""
        self.persons[id] = person = Person(self, id)
        file = self.folder / f"{id}.enrolment"
        self.run("counsellor", "init", "--home", person.offline, "--collector", person.online, "--passphrase-file",
                 person.passphrase, "--link", self.link, "--id", id, "--name", f"Counsellor {id}", "--role",
                 "external" if id == "extern" else "internal", "--languages", "nl,en", "--way",
                 "Telephone +31 00 000 00 00", "--enrolment", file)
        self.organisation.counsellors[id] = Enrolled(file)
        return [(self.folder / f"{id}.{kind}.note").read_bytes() for kind in ("keys", "hours")]

    def copied(self, folder):
        """The same, as it stands, for one test."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        made = copy.copy(self)
        made.folder = pathlib.Path(folder)
        made.organisation = copy.copy(self.organisation)
        made.organisation.counsellors = dict(self.organisation.counsellors)
        made.persons = {id: Person(made, id) for id in self.persons}
        kept = self.gateway.kept["reporter"].copied()
        made.gateway = HostileGateway(kept, self.gateway.port)
        made.past = [past.copied() for past in self.past]
        made.gateway.days = self.clock
        return made

    def run(self, *arguments, ok=True, **options):
        """A command on this world's day."""
        for _ in range(5):
            done = run_now(*arguments, wrap=self.wrap, ok=None, **options)
            # Another's `faketime` that was killed is in the way of this one's process number: have the next.
            if "faketime: sem_open" not in done.stderr:
                break
        assert ok is None or (done.returncode == 0) == ok, f"{arguments}\n{done.stdout}\n{done.stderr}"
        return done

    def first_evening(self):
        """Back to when one report was pending and nothing was answered: on the true day, on which `sleep` sleeps."""
        self.clock = self.gateway.days = 0
        self.gateway.show(self.past[0])

    @property
    def wrap(self):
        return ["env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", f"+{self.clock}d"] if self.clock else []

    @property
    def kept(self):
        return self.gateway.kept["reporter"]

    def next_day(self, days=1):
        """All clocks go on, and every truth has its days closed."""
        for _ in range(days):
            for kept in {id(each): each for each in self.gateway.kept.values()}.values():
                kept.close(today(self.clock))
            self.clock += 1
        self.gateway.days = self.clock

    def today(self, days=0):
        return today(self.clock + days)

    # The counsellors

    def fetch(self, id="intern", accept=False, **options):
        return self.collector("fetch", id, *["--accept-dropped"][:accept], **options)

    def collector(self, command, id, *arguments, **options):
        self.gateway.caller = "collector"
        try:
            return self.run("counsellor", command, *arguments, "--collector", self.persons[id].online, "--language",
                            "en", **options)
        finally:
            self.gateway.caller = "reporter"

    def confirms(self, *ids):
        """She fetches, finds nothing wrong and confirms."""
        for id in ids or self.persons:
            before = self.gateway.confirmed
            out = self.fetch(id)
            assert "Confirmed to everyone" in out.stdout and self.gateway.confirmed == before + 1

    def refuses(self, *said, id="intern", status=65):
        """She fetches, says what is wrong and confirms nothing."""
        before = self.gateway.confirmed
        out = self.fetch(id, ok=False)
        assert out.returncode == status and out.stderr.count("error: ") == 1, out.stderr
        for part in said:
            assert part in plain(out), out.stderr
        assert self.gateway.confirmed == before
        return out

    def offline(self, command, *arguments, id="intern", **options):
        person = self.persons[id]
        return self.run("counsellor", command, *arguments, "--home", person.offline, "--passphrase-file",
                        person.passphrase, "--language", "en", **options)

    def imports(self, id="intern", **options):
        return self.offline("import", self.persons[id].mirror, id=id, **options)

    def posts(self, id="intern", **options):
        stick = self.persons[id].stick
        stick.mkdir(exist_ok=True)
        self.offline("outbox", stick, id=id)
        return self.collector("post", id, stick, **options)

    def answers(self, text=ANSWER, **options):
        self.offline("reply", 1, "--message-file", "-", text=text)
        return self.posts(**options)

    # The reporter

    def run_reporter(self, command, *arguments, **options):
        return self.run("reporter", command, "--organisation", self.link, "--language", "en", *arguments, **options)

    def file(self, *to, code="code", text=QUESTION, evidence=None, **options):
        path = self.folder / code
        path.unlink(missing_ok=True)
        readers = [part for id in to or ("intern",) for part in ("--to", id)]
        kept = ["--evidence", self.folder / evidence] if evidence else []
        return self.run_reporter("file", *readers, "--message-file", "-", "--code-out", path, "--yes", *kept,
                                 text=text, cwd=self.folder, **options)

    def check(self, code="code", evidence=None, ok=True, **options):
        kept = ["--evidence", self.folder / evidence] if evidence else []
        done = self.run_reporter("check", "--code-file", self.folder / code, *kept, ok=None, **options)
        said = plain(done)
        # Scripts see it by the exit status: something to look out for, or nothing that can be believed.
        assert done.returncode == (65 if not ok else 2 if "WARNING" in said else 0), said
        return said


def conversation(folder):
    """Asked, confirmed by both, answered, imported: all of it honest; `past` has the gateway of each morning."""
    world = HostileWorld(folder)
    world.past = []
    world.confirms()
    world.file()
    world.past.append(world.kept.copied())
    world.next_day()
    world.confirms()
    world.imports()
    world.answers()
    world.past.append(world.kept.copied())
    world.next_day()
    world.confirms()
    world.imports()
    world.posts()
    said = world.check()
    assert "1 answer" in said and ANSWER in said and "WARNING" not in said, said
    world.gateway.close()
    return world
