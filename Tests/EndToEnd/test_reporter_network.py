"""What a reporter's connections show, and what is said when they fail."""

import datetime
import hashlib
import os
import re
import shutil
import ssl
import subprocess
import urllib.request

import pytest

from house import BIN, ENVIRONMENT, free_port, run
from reporter_world import Meddler, NotesServer, Recorder, SOCKSServer, World, at_terminal, flat, reporter


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    recorder = Recorder()
    world = World(tmp_path_factory.mktemp("network"), front=recorder.port)
    world.recorder, recorder.target = recorder, world.port
    world.start()
    yield world
    world.stop()
    recorder.close()


@pytest.fixture
def recorder(world):
    """Every connection to the organisation's address passes here."""
    world.recorder.sent.clear()
    yield world.recorder
    world.recorder.drop_answers_to = world.recorder.drops = None


def requests(recorder):
    """Everything sent, a connection each; the order of connections is the order they came in."""
    return [bytes(record) for record in recorder.sent if record]


def test_check_sends_the_same_bytes_for_any_code(world, recorder):
    answered = world.file("Eerste.\n").stdout
    world.arrive()
    world.answer(max(world.cases()), "Een antwoord.")
    unanswered = world.file("Tweede.\n").stdout
    invalid = "molen molen molen molen molen molen molen molen molen molen\n"
    seen = []
    for code, status in ((answered, 0), (unanswered, 0), (invalid, 65), ("?\n", 65), ("", 64)):
        recorder.sent.clear()
        out = world.check(code)
        assert out.returncode == status, out.stderr
        seen.append(requests(recorder))
    assert all(each == seen[0] for each in seen)
    assert len(seen[0]) == 1
    lines = re.findall(rb"^GET (\S+) HTTP/1.1\r$", seen[0][0], re.M)
    assert lines[:3] == [b"/notes", b"/days", b"/checkpoint"] and len(lines) == 11
    assert re.fullmatch(rb"/tile/entries/000\.p/\d+", lines[3])
    months = [line.decode() for line in lines[4:]]
    assert months == sorted(months, reverse=True) and all(re.fullmatch(r"/replies/\d{4}-\d\d", m) for m in months)
    for header in (b"user-agent", b"cookie", b"accept-language", b"referer", b"if-none-match"):
        assert header not in seen[0][0].lower()


def test_other_commands_fetch_the_same_set_and_post_on_a_new_connection(world, recorder, tmp_path):
    world.check("")
    (fixed,) = requests(recorder)
    recorder.sent.clear()
    reporter("organisation", "--organisation", world.link)
    assert requests(recorder) == [fixed]
    recorder.sent.clear()
    code = world.file("Iets.\n").stdout
    reading, posting = requests(recorder)
    assert reading == fixed and posting.startswith(b"POST /reports HTTP/1.1\r\n")
    assert len(posting.split(b"\r\n\r\n", 1)[1]) == 16 + 16_384
    assert b"user-agent" not in posting.lower()
    (tmp_path / "code").write_text(code)
    recorder.sent.clear()
    out = reporter("reply", "--organisation", world.link, "--code-file", tmp_path / "code", "--to", "intern", "--yes",
              text="Meer.\n")
    assert out.returncode == 0, out.stderr
    reading, second = requests(recorder)
    assert reading == fixed and len(second) == len(posting)


@pytest.mark.parametrize("language, said, help_line", [
    ("nl", "niet te bereiken", "113 Zelfmoordpreventie"), ("en", "can't be reached", "suicidal thoughts")])
@pytest.mark.parametrize("command", ["check", "organisation", "file"])
def test_without_a_gateway_the_help_lines_are_shown(world, command, language, said, help_line):
    link = world.link_through(f"http://127.0.0.1:{free_port()}")
    out = reporter(command, "--organisation", link, "--language", language, text="")
    assert out.returncode == 69
    assert help_line in out.stderr
    assert len([line for line in out.stderr.splitlines() if line.startswith("error: ") and said in line]) == 1


def test_an_answer_that_is_lost_is_uncertain_and_repeating_is_safe(world, recorder, tmp_path):
    recorder.drop_answers_to = b"POST /reports"
    kept = tmp_path / "kept"
    out = world.file("Onzeker.\n", "--keep", kept)
    assert out.returncode == 75 and "UNCERTAIN" in out.stderr and "SENT." not in out.stderr.replace("NOT SENT", "")
    assert len(out.stdout.split()) == 10
    content = kept.read_bytes()
    head, envelope = content.split(b"\n\n", 1)
    assert re.fullmatch(rb"sottovoce/v1 kept\nmonth \d{4}-\d\d\ngenesis [0-9a-f]{8}\ntag [0-9a-f]{32}\nsha256 [0-9a-f]{64}", head)
    assert len(envelope) == 16_384 and b"Onzeker" not in content

    again = reporter("send", kept, "--organisation", world.link, "--language", "nl")
    assert again.returncode == 75 and "ONZEKER" in again.stderr and kept.exists()
    recorder.drop_answers_to = None
    sent = reporter("send", kept, "--organisation", world.link, "--language", "nl")
    assert sent.returncode == 0 and "VERSTUURD" in sent.stderr and not kept.exists()
    # Many posts, one report.
    world.arrive()
    assert sum("Onzeker." in world.show(case) for case in world.cases()) == 1


def posts(recorder):
    return [request.split(b"\r\n\r\n", 1)[1] for request in requests(recorder) if request.startswith(b"POST")]


def test_a_script_sends_the_same_envelope_again_by_itself(world, recorder, tmp_path):
    recorder.drop_answers_to, recorder.drops = b"POST /reports", 1
    out = run("reporter", "file", "--organisation", world.link, "--to", "intern", "--yes", "--language", "en",
              text="Een keer.\n", cwd=tmp_path)
    assert "SENT. " in out.stderr and list(tmp_path.iterdir()) == []
    first, second = posts(recorder)
    assert first == second
    world.arrive()
    assert sum("Een keer." in world.show(case) for case in world.cases()) == 1


@pytest.mark.parametrize("command", ["file", "reply", "withdraw"])
@pytest.mark.parametrize("language, hint", [
    ("nl", "verstuur dezelfde envelop nog een keer, met: reporter send "),
    ("en", "send the same envelope once more, with: reporter send ")])
def test_a_script_keeps_what_is_uncertain(world, recorder, tmp_path, command, language, hint):
    codes, here = tmp_path / "codes", tmp_path / "here"
    codes.mkdir()
    here.mkdir()
    more = ("--code-out", codes / "code")
    if command != "file":
        world.file("Vooraf.\n", *more)
        more = ("--code-file", codes / "code")
    recorder.drop_answers_to = b"POST /reports"
    recorder.sent.clear()
    arguments = ("reporter", command, "--organisation", world.link, "--to", "intern", "--yes", "--language", language)
    out = run(*arguments, *more, text="Bewaard.\n", cwd=here, ok=False)
    assert out.returncode == 75
    assert len(posts(recorder)) == 3 and len(set(posts(recorder))) == 1
    (kept,) = (codes if command == "file" else here).glob("*.kept")
    assert re.fullmatch("sealed-[0-9a-f]{8}.kept", kept.name) and kept.stat().st_mode & 0o777 == 0o600
    assert [line for line in out.stderr.splitlines() if line.startswith("hint: " + hint) and kept.name in line]
    recorder.drop_answers_to = None
    sent = reporter("send", kept, "--organisation", world.link)
    assert sent.returncode == 0 and not kept.exists()
    assert posts(recorder)[-1] == posts(recorder)[0]


@pytest.mark.parametrize("language, said", [("nl", "tweede melding"), ("en", "second report")])
def test_what_can_not_be_kept_is_said(world, recorder, language, said):
    recorder.drop_answers_to = b"POST /reports"
    out = run("reporter", "file", "--organisation", world.link, "--to", "intern", "--yes", "--language", language,
              text="Iets.\n", cwd="/proc", ok=False)
    assert out.returncode == 75 and "hint: " in out.stderr and said in out.stderr.split("hint: ")[1]


@pytest.mark.parametrize("language, said", [("nl", "Haal het zelf weg."), ("en", "Remove it yourself.")])
def test_a_sent_envelope_that_can_not_be_removed_is_said_to_be_there(world, recorder, tmp_path, language, said):
    recorder.drop_answers_to = b"POST /reports"
    kept = tmp_path / "kept"
    assert world.file("Iets.\n", "--keep", kept).returncode == 75
    recorder.drop_answers_to = None
    # As on a stick that can only be read.
    read_only = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    sent = run("reporter", "send", kept, "--organisation", world.link, "--language", language,
               wrap=("unshare", "-rm", "sh", "-c", read_only, tmp_path))
    assert said in flat(sent.stderr) and kept.exists(), sent.stderr
    assert "is weggehaald" not in flat(sent.stderr) and "was removed" not in flat(sent.stderr)


def test_at_a_terminal_an_uncertain_sending_can_be_tried_again(world, recorder, tmp_path):
    recorder.drop_answers_to = b"POST /reports"
    person = at_terminal("file", "--organisation", world.link, "--language", "nl", "--to", "extern", "--track", "complaint",
                         "--category", "unknown")
    person.expect("alleen een punt")
    person.sendline("Iets onzekers.")
    person.sendline(".")
    person.expect("overtypen")
    person.sendline("nee")
    person.expect("nu versturen")
    person.sendline("ja")
    person.expect("ONZEKER")
    person.expect("opnieuw proberen")
    # It can't be reached any more, and may have arrived all the same.
    recorder.close()
    person.sendline("ja")
    person.expect("ONZEKER")
    assert "NIET VERSTUURD" not in person.before
    recorder.open()
    person.expect("opnieuw proberen")
    person.sendline("nee")
    person.expect("dichte envelop bewaren")
    person.sendline("ja")
    person.expect("Naam van het bestand")
    person.sendline(str(tmp_path / "envelop"))
    person.expect("Bewaard in")
    person.expect("error: ONZEKER")
    person.wait()
    person.close()
    assert person.exitstatus == 75
    recorder.drop_answers_to = None
    assert reporter("send", tmp_path / "envelop", "--organisation", world.link).returncode == 0


def test_nothing_sent_is_said_as_not_sent(world, tmp_path):
    """The gateway goes between fetching and posting: nothing has left."""
    person = at_terminal("file", "--organisation", world.link_text, "--language", "en", "--to", "extern", "--track",
                         "conversation", "--category", "unknown")
    person.expect("only a full stop")
    person.sendline("Something.")
    person.sendline(".")
    person.expect("type the words")
    person.sendline("no")
    person.expect("send now")
    world.recorder.close()
    person.sendline("yes")
    person.expect("NOT SENT")
    person.expect("Try again now")
    world.recorder.open()
    person.sendline("yes")
    person.expect("SENT. The reporting point accepted it")
    person.wait()
    person.close()
    assert person.exitstatus == 0


def rewritten(kept, old, new):
    """A kept envelope with something else in its lines, and the right hash for it."""
    head, envelope = kept.split(b"\n\n", 1)
    lines = head.replace(old, new, 1).split(b"sha256 ")[0]
    return lines + b"sha256 " + hashlib.sha256(lines + envelope).hexdigest().encode() + b"\n\n" + envelope


def test_a_kept_envelope_is_refused_when_altered_old_or_of_another_organisation(world, recorder, tmp_path):
    recorder.drop_answers_to = b"POST /reports"
    kept = tmp_path / "kept"
    assert world.file("Iets.\n", "--keep", kept).returncode == 75
    recorder.drop_answers_to = None
    content = kept.read_bytes()
    month = re.search(rb"month (\d{4}-\d\d)", content)[1]

    def flipped(place):
        return content[:place] + bytes([content[place] ^ 1]) + content[place + 1:]

    tag = content.index(b"tag ") + 4
    for altered, expected in (
        (content[:-1], "damaged"), (content + b"\0", "damaged"), (content.replace(b"kept", b"Kept", 1), "damaged"),
        *((flipped(place), "damaged") for place in (len(content) - 16_384, len(content) - 5_000, len(content) - 1, tag)),
        (content.replace(month, b"2020-01", 1), "damaged"),
        (rewritten(content, month, b"2020-01"), "until and including"), (rewritten(content, month, b"2999-01"), "clock"),
        (rewritten(content, re.search(rb"genesis [0-9a-f]{8}", content)[0], b"genesis 00000000"), "another organisation"),
    ):
        path = tmp_path / "altered"
        path.write_bytes(altered)
        recorder.sent.clear()
        out = reporter("send", path, "--organisation", world.link, "--language", "en")
        assert out.returncode not in (0, 75) and expected in out.stderr and "othing was sent" in out.stderr
        assert not any(request.startswith(b"POST") for request in requests(recorder))
        assert path.read_bytes() == altered
    # Over another's file nothing is written.
    out = world.file("Iets.\n", "--keep", kept)
    assert out.returncode == 1 and kept.read_bytes() == content


def test_a_proxy_resolves_every_name(world):
    socks = SOCKSServer(world.port)
    out = world.check("", "--proxy", f"socks5://127.0.0.1:{socks.port}")
    assert out.returncode == 64 and socks.names[0][1:] == ("127.0.0.1", world.front)
    # A name goes to the proxy as a name. The organisation's list is for another address, which is said.
    link = world.link_through("http://" + "a" * 56 + ".onion")
    socks.names.clear()
    out = world.check("", "--proxy", f"socks5h://127.0.0.1:{socks.port}", link=link)
    assert socks.names == [(3, "a" * 56 + ".onion", 80)]
    assert "another organisation" in out.stderr
    # Without a proxy an onion name is never asked of anyone.
    out = world.check("", link=link)
    assert out.returncode == 64 and "--proxy socks5://127.0.0.1:9050" in out.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_an_onion_name_never_leaves_this_machine(world, tmp_path):
    link = world.link_through("http://" + "a" * 56 + ".onion")
    trace = tmp_path / "trace"
    for proxy in ((), ("--proxy", f"socks5://127.0.0.1:{free_port()}")):
        subprocess.run(
            ["strace", "-f", "-e", "trace=network", "-o", str(trace), str(BIN / "reporter"), "check",
             "--organisation", str(link), *proxy], env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True)
        assert "htons(53)" not in trace.read_text()


@pytest.mark.parametrize("link, expected", [
    ("http://meld.linde.example", "not safe"), ("ftp://meld.linde.example", "not the link"),
    ("https://meld.linde.example/pad", "not the link"),
])
def test_unsafe_links_are_refused(world, link, expected):
    out = world.check("", link=world.link_through(link))
    assert out.returncode == 65 and expected in out.stderr


@pytest.fixture
def double(world, recorder):
    """A gateway that serves what the real one serves, and what a test changes in it."""
    double = Meddler(world.port)
    double.month = datetime.datetime.now(datetime.timezone.utc).strftime("/replies/%Y-%m")
    with urllib.request.urlopen(f"http://127.0.0.1:{world.port}{double.month}") as answer:
        double.records = answer.read()
    recorder.target = double.port
    yield double
    recorder.target = world.port
    double.close()


def test_what_lies_under_a_label_and_does_not_open_is_an_alarm(world, recorder, request):
    world.arrive()  # So that the next case is the newest.
    code = world.file("Iets.\n").stdout
    world.arrive()
    world.answer(max(world.cases()), "Een antwoord.")
    assert "Een antwoord." in world.check(code).stdout
    double = request.getfixturevalue("double")
    records = double.records
    size = 16 + 8192
    assert len(records) >= size and len(records) % size == 0
    for place in (16 + 30, 16 + 2000, size - 1):
        altered = bytearray(records)
        for start in range(0, len(records), size):
            altered[start + place] ^= 1
        double.changes[double.month] = bytes(altered)
        for language, said in (("nl", "LET OP"), ("en", "WARNING")):
            out = world.check(code, language=language)
            assert out.returncode == 2 and said in out.stdout and "Een antwoord." not in out.stdout
    double.changes[double.month] = records[:-1]
    out = world.check(code)
    assert out.returncode == 65 and "not complete" in out.stderr and out.stdout == ""
    # What came in today is not proven before tomorrow, and this is said.
    double.changes[double.month] = b""
    assert "What you sent today does not count yet." in world.check(code).stdout.replace("\n", " ")


@pytest.mark.parametrize("proxy", ["tor", "socks5://127.0.0.1", "http://127.0.0.1:9050"])
def test_a_wrong_proxy_is_said(world, proxy):
    out = world.check("", "--proxy", proxy)
    assert out.returncode == 64 and "socks5://127.0.0.1:9050" in out.stderr


@pytest.mark.parametrize("language, said", [("nl", "is niet veilig"), ("en", "is not safe")])
def test_a_certificate_nobody_vouches_for_is_refused(world, tmp_path, language, said):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    server = NotesServer()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.server.socket = context.wrap_socket(server.server.socket, server_side=True)
    link = world.link_through(f"https://localhost:{server.port}")
    for out in (world.check("", link=link, language=language), world.file("Iets.\n", link=link, language=language)):
        assert out.returncode == 69 and out.stdout == ""
        assert len([line for line in out.stderr.splitlines() if line.startswith("error: ") and said in line]) == 1
        assert "0800-0113" in out.stderr
    assert server.requests == []
    server.close()


@pytest.mark.parametrize("language, said, theirs", [
    ("nl", "antwoordt geen proxy (Tor)", "Tor (of een andere proxy) antwoordt niet"),
    ("en", "no proxy (Tor) answers", "Tor (or another proxy) does not answer")])
def test_a_proxy_that_does_not_answer_is_said(world, language, said, theirs):
    for port in (free_port(), world.port):  # Nothing there, and something that is no proxy.
        proxy = f"socks5://127.0.0.1:{port}"
        out = world.check("", "--proxy", proxy, language=language)
        assert out.returncode == 69 and said in out.stderr and proxy in out.stderr and "0800-0113" in out.stderr
        fetched = run("counsellor", "fetch", "--collector", world.intern.online, "--proxy", proxy, "--language",
                      language, ok=None)
        assert fetched.returncode == 69 and theirs in fetched.stderr and proxy in fetched.stderr


@pytest.mark.parametrize("status, said", [(503, "too busy"), (507, "no room left"), (403, "answer 403"), (302, "answer 302")])
def test_what_was_not_stored_is_not_sent(world, recorder, double, tmp_path, status, said):
    double.refuses = status
    out = world.file("Iets.\n", "--keep", tmp_path / "kept")
    assert out.returncode == 69 and "error: NOT SENT" in out.stderr and said in out.stderr, out.stderr
    assert "Kept in" in out.stderr and (tmp_path / "kept").exists()


@pytest.mark.parametrize("language, said", [("nl", "nog niet open"), ("en", "isn't open yet")])
def test_a_reporting_point_that_is_not_open_is_said_with_help_lines(world, language, said):
    server = NotesServer(status=503)
    link = world.link_through(f"http://127.0.0.1:{server.port}")
    for out in (world.check("", link=link, language=language), world.file("Iets.\n", link=link, language=language),
                reporter("organisation", "--organisation", link, "--language", language)):
        assert out.returncode == 69 and said in out.stderr and "0800-0113" in out.stderr
    # Whatever else is wrong there: the help lines come.
    server.status = 200
    for notes in (b"", b"nothing\n", b"note 3\nabc"):
        server.notes = notes
        out = reporter("organisation", "--organisation", link, "--language", language)
        assert out.returncode == 65 and "0800-0113" in out.stderr
    server.close()
