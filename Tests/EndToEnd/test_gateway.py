"""The built gateway, driven over real sockets: durability, limits, shutdown, full disks, closing days."""

import glob
import hashlib
import os
import signal
import socket
import subprocess
import threading

import pytest
from gateway_organisation import (BINARY, REPLY, REPORT, Gateway, ServedLog, configure, entries_of, envelope,
                                  promise_fields, reply, report, run, today)


@pytest.fixture
def gateway(tmp_path):
    with Gateway(tmp_path / "gateway").start() as gateway:
        yield gateway


def raw(gateway):
    connection = socket.create_connection(("127.0.0.1", gateway.port))
    connection.settimeout(60)
    return connection


def is_closed(connection):
    """Waits for the other side to close; a time-out is an error."""
    try:
        while connection.recv(65536):
            pass
        return True
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("round", range(3))
def test_what_is_promised_survives_kill_9(gateway, round):
    promised, sent, lock = {}, {}, threading.Lock()

    def post():
        connection = gateway.connection()
        try:
            while True:
                body = report()
                with lock:
                    sent[body[:16].hex()] = body
                answer = gateway.request("POST", "/reports", body, connection=connection)
                assert answer.status == 200
                with lock:
                    promised[body[:16].hex()] = answer.body
                    if len(promised) >= 200:
                        gateway.process.send_signal(signal.SIGKILL)
        except (OSError, Exception) as error:  # noqa: the server dies under us, as it should
            if isinstance(error, AssertionError):
                raise

    threads = [threading.Thread(target=post) for _ in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gateway.stop() == -signal.SIGKILL
    gateway.start()
    kept = {line[3]: line[2] for line in entries_of(gateway.signed("GET", "/pending").body)}
    assert len(promised) >= 200
    for tag, promise in promised.items():
        assert kept[tag] == promise_fields(promise)["hash"]
    # What was sent and never answered is there or not; sent again it gets its promise, the same as any.
    for tag, body in sent.items():
        again = gateway.post_report(body)
        assert again.status == 200 and again.body == promised.get(tag, again.body)


def test_sigterm_finishes_what_was_accepted(gateway):
    body = report()
    connection = raw(gateway)
    head = (f"POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode()
    connection.sendall(head + body[:8000])
    # Answered on another connection: so the one before has been taken.
    assert gateway.request("GET", "/status").body == b"ok\n"
    idle = gateway.connection()
    gateway.request("GET", "/status", connection=idle)
    gateway.process.send_signal(signal.SIGTERM)
    assert is_closed(idle.sock)
    connection.sendall(body[8000:])
    answer = b""
    while part := connection.recv(65536):
        answer += part
    assert answer.startswith(b"HTTP/1.1 200") and b"sottovoce/v1 promise" in answer
    assert gateway.stop() == 0
    assert gateway.lines[-1].endswith("stopped; everything accepted is stored\n")
    gateway.start()
    assert [line[3] for line in entries_of(gateway.signed("GET", "/pending").body)] == [body[:16].hex()]


def test_slow_senders_are_let_go(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    configure(gateway.folder, request_seconds=2, idle_seconds=2)
    with gateway.start():
        stop = threading.Event()

        def drip(connection, start):
            connection.sendall(start)
            while not stop.wait(0.2):
                try:
                    connection.sendall(b"x")
                except OSError:
                    return

        starts = [
            b"", b"GET /st", b"POST /reports HTTP/1.1\r\nHost: x\r\nX-Slow: ",
            b"POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n"
            b"Content-Length: 16400\r\n\r\n"]
        connections = [raw(gateway) for _ in starts]
        threads = [threading.Thread(target=drip, args=pair) for pair in zip(connections[1:], starts[1:])]
        for thread in threads:
            thread.start()
        assert all(is_closed(connection) for connection in connections)
        stop.set()
        for thread in threads:
            thread.join()
        assert gateway.post_report(report()).status == 200


def test_a_hoarder_of_connections_shuts_nobody_out(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    configure(gateway.folder, connections=16)
    with gateway.start():
        hoard = [raw(gateway) for _ in range(40)]
        for _ in range(20):
            assert gateway.post_report(report()).status == 200
        # The oldest had to go.
        assert is_closed(hoard[0]) and is_closed(hoard[10])


def test_endless_bodies_and_headers_end(gateway):
    for start in (b"POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n"
                  b"Transfer-Encoding: chunked\r\n\r\n",
                  b"PUT /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"):
        connection = raw(gateway)
        connection.sendall(start)
        with pytest.raises(OSError):
            for _ in range(200):
                connection.sendall(b"10000\r\n" + bytes(65536) + b"\r\n")
            assert is_closed(connection)
            raise OSError
    connection = raw(gateway)
    with pytest.raises(OSError):
        connection.sendall(b"GET /status HTTP/1.1\r\nHost: x\r\n")
        for number in range(2000):
            connection.sendall(b"X-%d: " % number + b"y" * 1000 + b"\r\n")
        assert is_closed(connection)
        raise OSError
    assert gateway.request("GET", "/status").body == b"ok\n"


def test_what_is_not_http_gets_no_more_than_a_refusal(gateway):
    for line in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20, b"HELO\r\n\r\n",
                 b"GET /status HTTP/1.1\r\nContent-Length: x\r\n\r\n", b"GET  /status\r\n\r\n"):
        connection = raw(gateway)
        connection.sendall(line)
        answer = b""
        try:
            while part := connection.recv(4096):
                answer += part
        except ConnectionResetError:
            pass
        assert answer == b"" or answer.startswith(b"HTTP/1.1 400"), line


def test_a_request_names_one_host(gateway):
    for lines, status in ((b"", 400), (b"Host: x\r\nHost: y\r\n", 400), (b"Host: x\r\n", 200)):
        connection = raw(gateway)
        connection.sendall(b"GET /status HTTP/1.1\r\n" + lines + b"\r\n")
        assert connection.recv(64).startswith(f"HTTP/1.1 {status}".encode()), lines


def test_lengths_said_and_not_kept(gateway):
    for size, status in ((16 + REPORT + 1, 413), (10**9, 413), (16 + REPORT - 1, 400), (0, 400)):
        connection = raw(gateway)
        connection.sendall((f"POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n"
                            f"Content-Length: {size}\r\n\r\n").encode())
        assert connection.recv(64).startswith(f"HTTP/1.1 {status}".encode()), "answered before the body"
        connection.close()


def test_only_the_exact_shape(gateway):
    for size, stanzas in ((REPORT, 0), (REPORT, 1), (REPORT, 2), (REPORT, 4), (REPLY, 1)):
        body = os.urandom(16) + envelope(size, stanzas)
        assert gateway.post_report(body).status == 400, (size, stanzas)
    for size, stanzas in ((REPLY, 0), (REPLY, 2), (REPORT, 3)):
        body = os.urandom(16) + envelope(size, stanzas)
        assert gateway.signed("POST", "/replies", body).status in (400, 413), (size, stanzas)
    good = report()
    end = good.index(b"\n--- ")
    refused, connection = 0, gateway.connection()
    for index in range(16, end + 5):
        flipped = bytearray(good)
        flipped[index] ^= 0x80
        refused += gateway.post_report(bytes(flipped), connection=connection).status == 400
    assert refused == end + 5 - 16
    assert gateway.signed("GET", "/pending").body == b""


def test_two_servers_never_serve_one_folder(gateway):
    out = run("serve", gateway.folder, "--port", "0")
    assert out.returncode == 1 and out.stderr.startswith(f"error: another gateway serves {gateway.folder}")
    assert "\nhint: " in out.stderr


def test_a_port_in_use_is_said(gateway, tmp_path):
    other = Gateway(tmp_path / "other")
    out = run("serve", other.folder, "--port", str(gateway.port))
    assert out.returncode == 1
    assert out.stderr.splitlines()[-2:] == [
        f"error: 127.0.0.1:{gateway.port} is in use by another program",
        "hint: stop that program, or choose another port with --port"]


def test_a_roster_published_while_it_serves_is_noticed(tmp_path):
    with Gateway(tmp_path / "gateway", publish=False).start() as gateway:
        body = report()
        answer = gateway.post_report(body)
        assert (answer.status, answer.body) == (503, b"not available now\n")
        assert any("no roster is published yet" in line for line in gateway.lines)
        gateway.publish(gateway.organisation.roster())
        assert gateway.post_report(body).status == 200
        gateway.publish(gateway.organisation.hours())
        assert b"sottovoce/v1 hours" in gateway.request("GET", "/notes").body


def test_a_full_disk_acknowledges_nothing_and_ends_when_there_is_room(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    # A disk of its own, 6 MiB, that only this server and what it starts can see.
    script = ('mount -t tmpfs -o size=6m,mode=700 tmpfs "$1.disk" && cp -a "$1/." "$1.disk/" && '
              'head -c 2000000 /dev/zero > "$1.disk/ballast" && exec "$2" serve "$1.disk" --port 0')
    os.mkdir(gateway.folder + ".disk", 0o700)
    wrap = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    process = subprocess.Popen([*wrap, "sh", "-c", script, "sh", gateway.folder, BINARY],
                               stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    gateway.process, gateway.lines = process, []
    gateway.reader = threading.Thread(target=lambda: None)
    gateway.reader.start()
    for line in process.stderr:
        if " serving " in line:
            gateway.port = int(line.rsplit(":", 1)[1])
            break
    with gateway:
        promised, refused = [], []
        for _ in range(1000):
            body = report()
            answer = gateway.post_report(body)
            if answer.status == 200:
                promised.append(body)
            else:
                refused.append(body)
                assert (answer.status, answer.body) == (507, b"insufficient storage\n")
                if len(refused) == 5:
                    break
        assert len(refused) == 5 and promised
        kept = {line[3] for line in entries_of(gateway.signed("GET", "/pending").body)}
        assert kept == {body[:16].hex() for body in promised}
        os.remove(f"/proc/{process.pid}/root{gateway.folder}.disk/ballast")
        for body in refused:
            assert gateway.post_report(body).status == 200
        assert gateway.stop() == 0


def test_no_counsellor_crowds_a_month(tmp_path):
    """Eight times the replies a day that the list says, each; what is there may be posted again."""
    with Gateway(tmp_path / "gateway").start() as gateway:
        bodies = [reply() for _ in range(8)]
        assert {gateway.signed("POST", "/replies", body).status for body in bodies} == {200}
        assert gateway.signed("POST", "/replies", reply()).status == 429
        assert gateway.signed("POST", "/replies", bodies[0]).status == 200
        assert gateway.signed("POST", "/replies", reply(), by="bram").status == 200
        assert len(gateway.request("GET", f"/replies/{today()[:7]}").body) == 9 * (16 + REPLY)


def in_another_time(shift):
    """A prefix for a program whose clock is shifted; `timeout` passes signals on."""
    library, = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    return ("env", f"LD_PRELOAD={library}", f"FAKETIME={shift}", "FAKETIME_DONT_FAKE_MONOTONIC=1", "timeout", "600")


def test_a_day_that_ended_while_it_was_stopped_is_closed_at_start(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    bodies = [report() for _ in range(20)]
    with gateway.start(wrap=in_another_time("-2d")):
        for body in bodies:
            assert promise_fields(gateway.post_report(body).body)["day"] == today(-2)
        gateway.stop()
    with gateway.start():
        assert gateway.lines[0] == f"{today()} closed {today(-1)}\n"
        log = gateway.log()
        assert log.hashes(1) == sorted(hashlib.sha256(body[16:]).hexdigest() for body in bodies)
        closed = [(day, ServedLog.head(note, gateway)[0]) for day, note in log.records if day]
        assert next(day for day, size in closed if size > 20) == today(-2)
        assert closed[-1][0] == today(-1)
        assert gateway.signed("GET", "/pending").body == b""
        assert promise_fields(gateway.post_report(bodies[0]).body)["day"] == today(-2)
        gateway.stop()
    # A clock set back behind a closed day: nothing would be accepted, so it is said at once.
    out = subprocess.run([*in_another_time("-365d"), BINARY, "serve", gateway.folder, "--port", "0"],
                         capture_output=True, text=True, timeout=60)
    assert out.stderr.splitlines()[-2] == (
        f"error: this machine's clock says {today(-365)}, but {today(-1)} is closed already")
