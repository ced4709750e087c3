"""Who does not belong at the desk gets a sentence and no data: pages elsewhere, names that lead here, other programs."""

import http.client
import re

import pytest

from desk_world import Counsellor, DeskRun


@pytest.fixture(scope="module")
def open_desk(shared_house):
    """A desk that is unlocked in a browser of its own: its port, the room's path and the cookie."""
    running = DeskRun(shared_house.intern)
    port = int(re.search(r":(\d+)/", running.entrance)[1])
    answer, body = ask(port, "GET", re.search(r"/open/.*", running.entrance)[0])
    assert answer.status == 200
    cookie = answer.headers["set-cookie"].partition(";")[0]
    room = re.search(r"url=(/[0-9a-f]{32})/today", body)[1]
    answer, _ = ask(port, "POST", f"{room}/unlock", cookie, {"Origin": f"http://127.0.0.1:{port}"},
                    f"passphrase={running.passphrase.replace(' ', '+')}")
    assert answer.status == 303
    yield running, port, room, cookie
    running.stop()


def ask(port, method, path, cookie=None, headers={}, body=None, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{port}")
    for name, value in ({"Cookie": cookie} if cookie else {}).items() | headers.items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Type", "application/x-www-form-urlencoded")
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body.encode() if body is not None else None)
    answer = connection.getresponse()
    text = answer.read().decode()
    return answer, text


def test_who_belongs_is_let_in(open_desk):
    _, port, room, cookie = open_desk
    answer, body = ask(port, "GET", f"{room}/today", cookie)
    assert answer.status == 200 and "Er ligt niets te wachten." in body
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("change", [
    {"host": "desk.attacker.example"}, {"host": "localhost"}, {"host": "127.0.0.1"},
    {"headers": {"Origin": "http://attacker.example"}}, {"headers": {"Origin": "null"}},
    {"headers": {"Sec-Fetch-Site": "cross-site"}}, {"headers": {"Sec-Fetch-Site": "same-site"}},
    {"cookie": None}, {"cookie": "sottovoce-desk=" + "0" * 32}, {"room": "/" + "0" * 32}, {"room": ""},
], ids=str)
@pytest.mark.parametrize("method, path, body", [
    ("GET", "/today", None), ("GET", "/cases", None), ("POST", "/lock", ""), ("POST", "/exchange/outbox", "folder=/tmp/x"),
])
def test_anyone_else_is_refused(open_desk, change, method, path, body):
    _, port, room, cookie = open_desk
    headers = {"Origin": f"http://127.0.0.1:{port}"} if method == "POST" else {}
    answer, text = ask(port, method, change.get("room", room) + path, change.get("cookie", cookie),
                       headers | change.get("headers", {}), body, change.get("host"))
    assert answer.status == 403 and text.startswith("Open het bureau") and len(text) < 200
    assert "set-cookie" not in answer.headers


def test_a_form_without_an_origin_is_refused(open_desk):
    _, port, room, cookie = open_desk
    answer, _ = ask(port, "POST", f"{room}/lock", cookie, {}, "")
    assert answer.status == 403


def test_the_address_works_once_and_the_page_is_private(open_desk):
    running, port, room, cookie = open_desk
    assert running.page_file.stat().st_mode & 0o777 == 0o600
    answer, _ = ask(port, "GET", re.search(r"/open/.*", running.entrance)[0])
    assert answer.status == 403
    answer, _ = ask(port, "GET", f"{room}/today", cookie)
    assert answer.status == 200


def test_bad_forms_are_refused_in_words(open_desk):
    _, port, room, cookie = open_desk
    for body in ("language=%zz", "language=fr", "language=%ff"):
        answer, text = ask(port, "POST", f"{room}/language", cookie, {"Origin": f"http://127.0.0.1:{port}"}, body)
        assert answer.status == 400 and "formulier" in text
    for path in ("/cases/99999", "/cases/x", "/cases/1/2/3", "/nothing", "/assets/../today"):
        answer, text = ask(port, "GET", room + path, cookie)
        assert answer.status in (400, 404) and "stack" not in text
