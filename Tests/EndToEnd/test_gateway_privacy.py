"""What a gateway that ran under load keeps of its clients: nothing, on disk, in its log or in its memory."""

import os
import re
import subprocess
import threading
import time

import pytest
from gateway_organisation import Gateway, report, reply, today

ADDRESS = "127.77.66.55"
AGENT = "MarkedAgent/7391846"
TARGET = "/marked-target-5820174"
QUERY = "marked-query-6019283"
HEADER = "marked-header-2750163"
# One reply, posted again each time: new ones of a day are counted.
ANSWER = reply()
TIME = re.compile(rb"[0-2][0-9]:[0-5][0-9]:[0-5][0-9]")
# An IPv4 socket address as the system keeps it: family, port, address.
SOCKET_ADDRESS = re.compile(rb"\x02\x00..\x7f\x4d\x42\x37", re.DOTALL)


@pytest.fixture
def gateway(tmp_path):
    with Gateway(tmp_path / "gateway").start() as gateway:
        yield gateway


def marked_requests(gateway):
    headers = {"User-Agent": AGENT, "X-Marked": HEADER, "Referer": "https://" + HEADER,
               "Content-Type": "application/octet-stream"}
    connection = gateway.connection(source=ADDRESS)
    for method, target, body in [
        ("POST", "/reports", report()), ("GET", TARGET, None), ("GET", "/notes?" + QUERY, None),
        ("GET", f"/replies/{today()[:7]}", None), ("POST", "/reports?" + QUERY, b"short"),
        ("GET", "/checkpoint?" + QUERY, None), ("PUT", TARGET, None), ("POST", "/reports", report()),
    ]:
        gateway.request(method, target, body, headers=headers, connection=connection)
    answer = gateway.signed("POST", "/replies", ANSWER, headers=headers)
    assert answer.status == 200
    connection.close()


def memory_of(gateway, folder):
    core = os.path.join(folder, "core")
    # The process hides its memory from others of its user; only root may look.
    command = ["gcore", "-a", "-o", core, str(gateway.process.pid)]
    if os.geteuid() != 0:
        command = ["sudo", "-n", *command]
    out = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert out.returncode == 0, out.stderr
    path = f"{core}.{gateway.process.pid}"
    if os.geteuid() != 0:
        subprocess.run(["sudo", "-n", "chmod", "a+r", path], check=True)
    with open(path, "rb") as file:
        memory = file.read()
    os.remove(path)
    return memory


def files_of(gateway):
    for folder, _, names in os.walk(gateway.folder):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                yield name, file.read()


def markers_in(data):
    found = [m for m in (ADDRESS, AGENT, TARGET, QUERY, HEADER) if m.encode() in data]
    return found + (["socket address"] if SOCKET_ADDRESS.search(data) else [])


def test_nothing_of_a_client_stays_behind(gateway, tmp_path):
    stop = threading.Event()
    failures = []

    def load():
        connection = gateway.connection()
        while not stop.is_set():
            answer = gateway.request("POST", "/reports", report(), connection=connection)
            if answer.status != 200:
                failures.append(answer.status)

    threads = [threading.Thread(target=load) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(20):
            marked_requests(gateway)
        memory = memory_of(gateway, tmp_path)
        for _ in range(20):
            # A connection just closed here may not be closed there yet; what stays, stays.
            if not markers_in(memory):
                break
            time.sleep(0.5)
            memory = memory_of(gateway, tmp_path)
        stored = list(files_of(gateway))
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert not failures
    assert b"sottovoce/v1 promise" in memory, "the dump is of the right process"
    assert markers_in(memory) == []
    for name, data in stored:
        assert markers_in(data) == [], name
        assert not TIME.search(data), f"a time of day in {name}"
    assert gateway.stop() == 0
    log = "".join(gateway.lines) + gateway.process.stdout.read()
    assert markers_in(log.encode()) == [] and not TIME.search(log.encode()), log
    assert all(line.startswith(today()[:8]) for line in gateway.lines), log
    for name, data in files_of(gateway):
        assert markers_in(data) == [] and not TIME.search(data), name


def test_the_search_finds_what_is_there(gateway, tmp_path):
    # The same search, while a marked connection is open: the test above is no empty one.
    connection = gateway.connection(source=ADDRESS)
    gateway.request("GET", TARGET, headers={"User-Agent": AGENT}, connection=connection)
    assert "socket address" in markers_in(memory_of(gateway, tmp_path))
    connection.close()


def test_the_files_times_do_not_tell_when_the_last_report_came(gateway):
    # Refreshed at start and each minute, whether anything came or not: see Docs/operations.md.
    database = os.path.join(gateway.folder, "drop-box.sqlite")
    os.utime(database, (1, 1))
    gateway.post_report(report())
    gateway.stop()
    with gateway.start():
        assert os.stat(database).st_mtime > 1


def test_another_program_of_the_same_user_cant_read_the_memory(gateway):
    status = open(f"/proc/{gateway.process.pid}/status").read()
    assert "CoreDumping:\t0" in status
    # A hidden process's files in /proc belong to root.
    assert os.stat(f"/proc/{gateway.process.pid}/mem").st_uid == 0
    limits = os.stat(gateway.folder)
    assert limits.st_mode & 0o077 == 0
    for name in ("log.key", "promise.key", "gateway.conf", "drop-box.sqlite", "drop-box.sqlite-wal"):
        assert os.stat(os.path.join(gateway.folder, name)).st_mode & 0o077 == 0, name
