"""`make run`: the commands that the playground prints do what it says, as somebody types them."""

import subprocess
from pathlib import Path

import pexpect
import pytest

from house import BIN, ENVIRONMENT, free_port

SCRIPT = Path(__file__).with_name("playground").resolve()


class Playground:
    """It serves from a folder of its own, until it is stopped."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.start()

    def start(self):
        self.process = pexpect.spawn(
            str(SCRIPT), [str(BIN), str(self.port)], cwd=self.folder, env=ENVIRONMENT, encoding="utf-8", timeout=120)
        self.process.expect("until Ctrl-C")
        printed = [line.strip() for line in self.process.before.splitlines() if line.startswith("  ")]
        self.commands = [line for line in printed if "/reporter " in line]
        self.hers = [line for line in printed if line.startswith("hers=") or "/counsellor " in line]

    def type(self, *commands):
        return pexpect.spawn(
            "bash", ["-c", "\n".join(commands)], cwd=self.folder, env=ENVIRONMENT, encoding="utf-8", timeout=60)

    def stop(self):
        self.process.sendintr()
        self.process.expect(pexpect.EOF)
        self.process.close()
        return self.process.exitstatus


@pytest.fixture
def playground(tmp_path):
    made = Playground(tmp_path)
    yield made
    made.process.close(force=True)


def test_what_it_prints_can_be_typed(playground):
    shows, files = playground.commands
    person = playground.type(shows)
    person.expect("Confidential counsellor .internal.")
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0

    person = playground.type(files)
    for question, answer in (
            ("Your choice:", "1"), ("Numbers, with a space between:", "1"), ("Your choice:", ""),
            ("only a full stop", "Somebody shouts at me.\n."), ("type the words", "no"), ("send now", "yes")):
        person.expect(question)
        person.sendline(answer)
    person.expect("SENT. ")
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0

    assert len(playground.hers) == 4
    person = playground.type("set -e", *playground.hers)
    person.expect("   1  20")
    person.expect(pexpect.EOF)
    person.close()
    assert person.exitstatus == 0

    assert playground.stop() == 0
    # Nothing is left running, and the next time it is the same organisation.
    running = subprocess.run(["pgrep", "-f", f"serve {playground.folder}"], capture_output=True, text=True)
    assert running.stdout == ""
    playground.start()
    person = playground.type(files)
    person.expect("Your choice:")
    person.close(force=True)
    assert playground.stop() == 0
