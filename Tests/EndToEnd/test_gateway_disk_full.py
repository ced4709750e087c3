"""A disk that is full at every step of accepting and of closing: a file system of its own, filled to so many bytes."""

import os
import subprocess
import sys

import pytest
from gateway_organisation import BINARY, ENVIRONMENT, Gateway, report
from test_gateway_kills import Load, in_days

STEP = 16 << 10
FULL = "the disk is full; nothing was stored"


class Disk:
    """The gateway's folder as a file system of its own."""

    def __init__(self, folder):
        self.ballast = os.path.join(folder, "ballast")
        self.folder = folder
        kept = folder + ".kept"
        os.rename(folder, kept)
        os.mkdir(folder, 0o700)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m,mode=700", "tmpfs", folder], check=True)
        subprocess.run(["cp", "-a", kept + "/.", folder], check=True)

    def leave(self, count):
        """So many bytes are free from now on."""
        self.empty()
        status = os.statvfs(self.folder)
        with open(self.ballast, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, status.f_bavail * status.f_frsize - count))

    def empty(self):
        if os.path.exists(self.ballast):
            os.remove(self.ballast)


def command(name, folder, days=1):
    return subprocess.run([*in_days(days), BINARY, name, folder], capture_output=True, text=True,
                          timeout=120, env=ENVIRONMENT)


def whole(gateway):
    out = command("verify", gateway.folder)
    assert out.returncode == 0, out.stderr


def closing(path):
    gateway = Gateway(path)
    with gateway.start():
        for _ in range(60):
            assert gateway.post_report(report()).status == 200
        gateway.stop()
    disk = Disk(gateway.folder)
    steps = 0
    while True:
        disk.leave(steps * STEP)
        out = command("close-day", gateway.folder)
        disk.empty()
        whole(gateway)
        if out.returncode == 0:
            break
        assert FULL in out.stderr, (steps, out.stderr)
        assert "pending      60 " in command("status", gateway.folder).stdout.replace("\n", " "), steps
        steps += 1
    assert steps > 20
    # It is closed; the copy of its checkpoint beside the store is written as soon as there is room.
    assert "nothing to close" in command("close-day", gateway.folder).stdout
    with open(os.path.join(gateway.folder, "checkpoint")) as file:
        assert file.read().split("\n")[1] == "61"


def accepting(path):
    gateway = Gateway(path)
    disk = Disk(gateway.folder)
    gateway.start()
    promised, refused = set(), 0
    for step in range(40):
        disk.leave(step * STEP)
        load = Load(gateway, threads=4, until=507)
        load.join()
        refused += load.refused
        promised |= set(load.promised)
        disk.empty()
        # There is room again: no restart is needed.
        load = Load(gateway, threads=1, count=1)
        load.join()
        assert len(load.promised) == 1, step
        promised |= set(load.promised)
        if step % 10 == 9:
            gateway.stop()
            whole(gateway)
            gateway.start()
    gateway.stop()
    assert refused >= 40 and len(promised) > 100, (refused, len(promised))
    assert command("close-day", gateway.folder).returncode == 0
    whole(gateway)
    gateway.start(wrap=in_days(1))
    assert promised <= set(gateway.log().hashes(1))
    gateway.stop()


@pytest.mark.parametrize("steps", ["closing", "accepting"])
def test_a_disk_that_is_full_at_every_step(tmp_path, steps):
    wrap = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    program = f"import sys, test_gateway_disk_full as steps; steps.{steps}(sys.argv[1])"
    out = subprocess.run([*wrap, sys.executable, "-c", program, str(tmp_path / "gateway")],
                         capture_output=True, text=True, timeout=600, cwd=os.path.dirname(__file__),
                         env={**ENVIRONMENT, "SOTTOVOCE_BIN": os.path.abspath(os.path.dirname(BINARY))})
    assert out.returncode == 0, out.stdout + out.stderr
