"""A disk that was lost: a restored folder without its `checkpoint` signs nothing, and goes on only deliberately."""

import os
import sqlite3

import pytest
from gateway_organisation import ENVIRONMENT, Gateway, run
from test_gateway_command import failed

DUTCH = {**ENVIRONMENT, "LC_ALL": "nl_NL.UTF-8"}


def remove(path):
    if os.path.exists(path):
        os.remove(path)


class Lost(Gateway):
    """Backed up at two entries; what was signed later is on the disk that is lost."""

    def __init__(self, folder, later=0):
        # What collectors' mirrors have, by number of entries.
        self.mirrors = {}
        super().__init__(folder)
        self.path, self.checkpoint = f"{self.folder}/drop-box.sqlite", f"{self.folder}/checkpoint"
        self.publish(self.organisation.hours())
        with sqlite3.connect(self.path) as source, sqlite3.connect(f"{self.folder}.backup") as copy:
            source.backup(copy)
        for serial in range(2, 2 + later):
            self.publish(self.organisation.hours(serial=serial))
        for suffix in ("", "-wal", "-shm"):
            remove(self.path + suffix)
        os.remove(self.checkpoint)
        os.rename(f"{self.folder}.backup", self.path)
        os.chmod(self.path, 0o600)

    def publish(self, note):
        out = super().publish(note)
        with open(f"{self.folder}/checkpoint") as file:
            text = file.read()
        self.mirrors[int(text.split("\n")[1])] = text
        return out

    def accept_loss(self, mirror, **options):
        path = f"{self.folder}.mirror"
        with open(path, "w") as file:
            file.write(mirror)
        return run("accept-loss", self.folder, "--newest-checkpoint", path, **options)


def commands(gateway, tmp_path):
    note = tmp_path / "another-note"
    note.write_bytes(gateway.organisation.hours(serial=9))
    return (("serve", gateway.folder, "--port", "0"), ("close-day", gateway.folder),
            ("publish", gateway.folder, str(note)), ("verify", gateway.folder))


def test_a_store_without_its_checkpoint_signs_nothing(tmp_path):
    gateway = Lost(tmp_path / "gateway", later=1)
    message = (f"{gateway.folder}/checkpoint is not there: nothing tells whether this drop-box is the newest, and one "
               "that is older would sign a second log")
    for command in commands(gateway, tmp_path):
        failed(run(*command), message, "gateway accept-loss")
        assert not os.path.exists(gateway.checkpoint)
    failed(run("serve", gateway.folder, env=DUTCH),
           f"{gateway.folder}/checkpoint is er niet: niets zegt of deze drop-box de nieuwste is, en een oudere zou een "
           "tweede logboek ondertekenen", "gateway accept-loss")
    # All it has is shown, and last that nothing may be signed upon it.
    out = run("status", gateway.folder)
    assert out.returncode == 65 and "2 entries" in out.stdout and message in out.stderr.replace("\n", " ")


def test_a_store_that_is_gone_is_not_begun_anew(tmp_path):
    gateway = Lost(tmp_path / "gateway")
    for prepare in (lambda: remove(gateway.path), lambda: open(gateway.path, "w").close()):
        prepare()
        for suffix in ("-wal", "-shm"):
            remove(gateway.path + suffix)
        for command in (*commands(gateway, tmp_path), ("status", gateway.folder)):
            failed(run(*command), f"{gateway.folder}/drop-box.sqlite is not there, or has nothing in it", "backup")
        assert not os.path.exists(gateway.checkpoint)


@pytest.mark.parametrize("mirror", [1, 2])
def test_a_backup_goes_on_with_a_mirrors_checkpoint(tmp_path, mirror):
    gateway = Lost(tmp_path / "gateway")
    out = gateway.accept_loss(gateway.mirrors[mirror])
    assert out.returncode == 0, out.stderr
    assert out.stdout == (f"the log goes on from its 2 entries; the checkpoint shown has {mirror}. What was accepted "
                          "after the backup is lost\n")
    assert "a new log must begin" in out.stderr
    assert open(gateway.checkpoint).read() == gateway.mirrors[2]
    assert run("verify", gateway.folder).returncode == 0
    gateway.publish(gateway.organisation.hours(serial=2))
    with gateway:
        assert gateway.log().size == 3


def test_a_newer_or_foreign_checkpoint_is_refused(tmp_path):
    gateway = Lost(tmp_path / "gateway", later=1)
    failed(gateway.accept_loss(gateway.mirrors[3]),
           f"the drop-box of {gateway.folder} has 2 entries, but a log of 3 was signed: an old backup was put back, or "
           "rows are lost", "a new log must begin")
    mirror = f"{gateway.folder}.mirror"
    for text in ("meld.example\n2\n", gateway.mirrors[2].replace("\n2\n", "\n1\n")):
        failed(gateway.accept_loss(text),
               f"{mirror} is not a checkpoint that the log.key of {gateway.folder} signed", "mirror/checkpoint")
    failed(gateway.accept_loss("", env=DUTCH),
           f"{mirror} is geen checkpoint dat met de log.key van {gateway.folder} is ondertekend", "mirror/checkpoint")
    assert not os.path.exists(gateway.checkpoint)


def test_nothing_is_accepted_where_nothing_is_lost(tmp_path):
    gateway = Lost(tmp_path / "gateway")
    assert gateway.accept_loss(gateway.mirrors[2]).returncode == 0
    failed(gateway.accept_loss(gateway.mirrors[2]), f"{gateway.checkpoint} is there already and was left as it is")
    assert run("accept-loss", gateway.folder).returncode == 64
