"""kill -9 while envelopes are accepted, notes are published and days closed: nothing acknowledged is lost, and
no size of the log gets two trees. SOTTOVOCE_KILLS says how often (default 20); each takes about a second and 2 MB."""

import base64
import glob
import hashlib
import os
import random
import signal
import subprocess
import threading
import time

from gateway_organisation import BINARY, ENVIRONMENT, Gateway, report

KILLS = int(os.environ.get("SOTTOVOCE_KILLS", "20"))
CHECKED_EVERY = max(10, KILLS // 20)


def in_days(days):
    """A prefix for a program whose clock is so many days ahead; the process stays one, so it can be killed."""
    library, = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    # The second env is where the library changes the environment: after that Swift would not find its arguments.
    return ("env", f"LD_PRELOAD={library}", f"FAKETIME=+{days}d", "FAKETIME_DONT_FAKE_MONOTONIC=1", "env")


def forget(process):
    """What the library leaves behind of a process that was killed."""
    for name in (f"faketime_shm_{process.pid}", f"sem.faketime_sem_{process.pid}"):
        if os.path.exists(f"/dev/shm/{name}"):
            os.remove(f"/dev/shm/{name}")


class Load:
    """Posts until the server is gone, or answers `until`, or has taken `count`; remembers what was acknowledged."""

    def __init__(self, gateway, threads=8, until=None, count=None):
        self.gateway, self.promised, self.until, self.count = gateway, {}, until, count
        self.refused = 0
        self.threads = [threading.Thread(target=self._post) for _ in range(threads)]
        for thread in self.threads:
            thread.start()

    def _post(self):
        connection = self.gateway.connection()
        while True:
            body = report()
            try:
                answer = self.gateway.request("POST", "/reports", body, connection=connection)
            except Exception:  # noqa: the server dies under us, as it should
                return
            if answer.status == self.until:
                self.refused += 1
                return
            # A day closed by another process under the server's clock: it says so, and stores nothing.
            assert answer.status in (200, 503), answer.status
            if answer.status == 200:
                self.promised[hashlib.sha256(body[16:]).hexdigest()] = answer.body
            if self.count is not None and len(self.promised) >= self.count:
                return
            time.sleep(0.02)

    def join(self):
        for thread in self.threads:
            thread.join()


def signed_roots(log):
    """Size and root of all that is shown as signed."""
    roots = {}
    for _, note in log.records:
        _, size, root = note.decode().split("\n")[:3]
        assert roots.setdefault(int(size), root) == root
    roots[log.size] = base64.b64encode(log.root).decode()
    return roots


def file_root(gateway):
    with open(os.path.join(gateway.folder, "checkpoint")) as file:
        _, size, root = file.read().split("\n")[:3]
    return int(size), root


def test_whatever_is_killed_when(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    draw = random.Random(KILLS)
    promised, roots = set(), {}
    day = 0
    for round in range(KILLS):
        # The server lives a day ahead of the one before, closing what that one left; another process closes the
        # server's own day, or publishes. All are killed wherever they are.
        gateway.start(wrap=in_days(day))
        load = Load(gateway)
        time.sleep(draw.uniform(0.05, 0.4))
        note = tmp_path / f"note-{round}"
        note.write_bytes(gateway.organisation.hours(serial=round + 1))
        others = [subprocess.Popen([*in_days(day + 1), BINARY, *arguments], env=ENVIRONMENT,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                  for arguments in (("close-day", gateway.folder),
                                    ("publish", gateway.folder, str(note)))[:1 + round % 2]]
        time.sleep(draw.uniform(0, 0.5))
        gateway.process.send_signal(signal.SIGKILL)
        for other in others:
            time.sleep(draw.uniform(0, 0.05))
            other.kill()
            other.wait()
            forget(other)
        gateway.stop(signal.SIGKILL)
        forget(gateway.process)
        load.join()
        promised |= set(load.promised)
        day += 1
        # What was written outside the store is never ahead of it, and nothing signed is ever signed otherwise.
        size, root = file_root(gateway)
        assert roots.setdefault(size, root) == root
        if round % CHECKED_EVERY == CHECKED_EVERY - 1 or round == KILLS - 1:
            check(gateway, day, promised, roots)
            day += 1
    assert promised, "it was under load"


def check(gateway, day, promised, roots):
    """Starts it once more: everything acknowledged is there, every tree is as it was signed before."""
    out = subprocess.run([*in_days(day), BINARY, "verify", gateway.folder], capture_output=True, text=True,
                         timeout=300, env=ENVIRONMENT)
    assert out.returncode == 0, out.stderr
    gateway.start(wrap=in_days(day))
    log = gateway.log()
    for size, root in signed_roots(log).items():
        assert roots.setdefault(size, root) == root, size
    gateway.stop()
    out = subprocess.run([*in_days(day + 1), BINARY, "close-day", gateway.folder], capture_output=True,
                         text=True, timeout=300, env=ENVIRONMENT)
    assert out.returncode == 0, out.stderr
    gateway.start(wrap=in_days(day + 1))
    log = gateway.log()
    gateway.stop()
    assert promised <= set(log.hashes(1))
