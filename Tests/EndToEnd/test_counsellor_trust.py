"""Rosters, notes and clocks at the counsellor's: what is refused, each with its own sentence."""

import contextlib
import datetime
import http.server
import os
import pathlib
import shutil
import signal
import threading

import pytest

from house import House, run
from test_counsellor import error


def bundle(*notes):
    """The notes as a gateway serves them."""
    parts = [note if isinstance(note, bytes) else note.read_bytes() for note in notes]
    return b"".join(b"note %d\n" % len(part) + part for part in parts)


def faketime(moment):
    """Runs a command with another clock; timers keep theirs."""
    return ["env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", moment]


def stop(house):
    """Ends a gateway that `faketime` started, which would take the signal for itself."""
    if house.process:
        parent = house.process.pid
        for child in pathlib.Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
            os.kill(int(child), signal.SIGTERM)
        house.process.wait(30)
        house.process = None


def test_a_rollback_is_refused(house):
    person = house.intern
    old_gateway = house.folder / "old-gateway"
    house.stop()
    shutil.copytree(house.gateway_folder, old_gateway)
    run("counsellor", "organisation", "renew", house.organisation)
    house.sign()
    run("gateway", "publish", house.gateway_folder, house.organisation / "roster.note")
    house.start()
    person.fetch()
    person.import_()
    house.stop()
    # A gateway that serves what it had before.
    house.gateway_folder = old_gateway
    house.start()
    error(person.fetch(ok=False), "list 1", "list 2", "refused")
    # A mirror that was tampered with on its way.
    house.extern.fetch()
    error(person.offline_run("import", house.extern.mirror, ok=False), "list 1", "list 2")


@contextlib.contextmanager
def serving_notes(house):
    """In the gateway's place, a server that has nothing but notes; gives what to set them with."""
    house.stop()
    served = [b""]

    class NotesOnly(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = served[0] if self.path == "/notes" else b""
            self.send_response(200 if self.path == "/notes" else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", house.port), NotesOnly)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield lambda *notes: served.__setitem__(0, bundle(*notes))
    finally:
        server.shutdown()
        server.server_close()


def test_each_fault_of_a_roster_has_its_own_sentence(house):
    with serving_notes(house) as serve:
        refuses_each_fault(house, serve)


def refuses_each_fault(house, serve):
    person = house.intern
    complete = (house.organisation / "roster.note").read_bytes()
    text, signatures = complete.rsplit(b"\n\n", 1)
    board, council = signatures.splitlines(keepends=True)

    def with_signatures(*lines, text=text):
        serve(text + b"\n\n" + b"".join(lines))
        return person.fetch(ok=False)

    other = "— iemand.anders AAAAAAAA".encode() + b"A" * 84 + b"\n"
    error(with_signatures(other), "not signed by the organisation's keys")
    error(with_signatures(board), "lacks the signature of", "/second")
    error(with_signatures(council), "lacks the signature of", "/root")
    changed = text.replace(b"retention 6", b"retention 9")
    assert changed != text
    error(with_signatures(board, council, text=changed), "is false")
    serve()
    error(person.fetch(ok=False), "no list of counsellors yet")
    serve(complete)
    error(person.fetch(ok=False, wrap=faketime("+500d")), "ended on", "date")
    error(person.fetch(ok=False, wrap=faketime("-365d")), "begins on", "date")


def test_another_organisations_mirror_is_refused(house, tmp_path_factory):
    other = House(tmp_path_factory.mktemp("other"), persons=("intern",)).start()
    try:
        other.intern.fetch()
        error(house.intern.offline_run("import", other.intern.mirror, ok=False), "not signed by")
    finally:
        other.stop()


def test_a_swapped_key_is_refused(house):
    person = house.intern
    person.fetch()
    person.import_()
    # The holders are talked into another's keys under her name.
    impostor, elsewhere = house.folder / "impostor", house.folder / "elsewhere"
    elsewhere.mkdir()
    run("counsellor", "organisation", "remove", house.organisation, "intern")
    run("counsellor", "init", "--home", impostor, "--collector", house.folder / "impostor-online",
        "--passphrase-file", person.passphrase, "--link", house.link, "--id", "intern", "--name",
        "Counsellor intern", "--role", "internal", "--enrolment",
        elsewhere / "intern.enrolment")
    run("counsellor", "organisation", "add", house.organisation,
        elsewhere / "intern.enrolment")
    house.sign()
    run("gateway", "publish", house.gateway_folder, house.organisation / "roster.note")
    error(person.fetch(ok=False), "keys that are not yours", "posing as you")
    # A colleague's machine fetches all of it, and confirms nothing.
    error(house.extern.fetch(ok=False), "new keys", "counsellor approve intern")
    error(person.offline_run("import", house.extern.mirror, ok=False), "keys that are not yours")


def test_a_dismissed_counsellor_is_told(house):
    run("counsellor", "organisation", "remove", house.organisation, "intern")
    house.sign()
    run("gateway", "publish", house.gateway_folder, house.organisation / "roster.note")
    error(house.intern.fetch(ok=False), "intern is not in the list")


def test_signing_shows_the_list_and_refuses_other_keys(house):
    run("counsellor", "organisation", "renew", house.organisation)
    sign = ["organisation", "sign", house.organisation, "--language", "en"]
    error(run("counsellor", *sign, "--key", house.folder / "board.age", "--passphrase-file",
              house.passphrase("board"), ok=False), "--yes")
    error(run("counsellor", *sign, "--yes", "--key", house.folder / "board.age",
              "--passphrase-file", house.passphrase("council"), ok=False),
          "the passphrase is not right")
    done = run("counsellor", *sign, "--yes", "--key", house.folder / "board.age",
               "--passphrase-file", house.passphrase("board"))
    assert "Counsellor intern" in done.stdout and "Fingerprint" in done.stdout
    assert "Still to sign" in done.stderr and "/second" in done.stderr
    key = house.folder / "stranger.age"
    run("counsellor", "organisation", "init", house.folder / "elsewhere", "--name", "De Eik",
        "--gateway", house.address, "--gateway-keys", house.gateway_folder / "gateway.vkeys",
        "--root-key", key, "--one-key", "--root-passphrase-file", house.passphrase("stranger"))
    error(run("counsellor", *sign, "--yes", "--key", key, "--passphrase-file",
              house.passphrase("stranger"), ok=False), "does not belong to this organisation")
    # Another age file that opens: it is whole, and no key of this organisation.
    error(run("counsellor", *sign, "--yes", "--key", house.intern.offline / "identity.age", "--passphrase-file",
              house.intern.passphrase, ok=False), "identity.age does not belong to this organisation")
    error(run("counsellor", "organisation", "add", house.organisation, house.link, "--language",
              "en", ok=False), "not a whole enrolment file")
    error(run("counsellor", "organisation", "add", house.organisation,
              house.folder / "intern.enrolment", "--language", "en", ok=False), "already")


def test_renewed_keys_and_hours_are_published_from_the_outbox(house):
    person = house.intern
    person.offline_run("months", "--count", "20")
    person.offline_run("hours", "--reads", "tue,fri", "--absent", "2026-12-20..2099-01-03",
                       "--replacement", "extern", "--phone", "+31 00 000 00 01")
    posted = person.post().stdout
    assert "keys-2.note" in posted and "hours-2.note" in posted
    shown = house.reporter("organisation").stdout
    assert "Tuesday" in shown and "Friday" in shown and "+31 00 000 00 01" in shown
    # What is not named stays.
    person.offline_run("hours", "--absent", "none", "--remark", "Bel gerust.")
    person.post()
    shown = house.reporter("organisation").stdout
    assert "Friday" in shown and "Bel gerust." in shown and "2099" not in shown
    person.fetch()
    person.import_()
    assert "notes about you 0" in person.offline_run("outbox", house.folder / "empty").stdout


def test_months_roll_over_and_keys_are_destroyed(built_house, tmp_path):
    house = built_house.copied(tmp_path / "house")
    person = house.intern

    def at(moment):
        stop(house)
        # Confirming, below, needs the same clock.
        house.is_confirmed = True
        house.start(wrap=faketime(moment), options=["--clock-is-right"])
        return faketime(moment)

    today = datetime.date.today()
    first = (today.replace(day=1) + datetime.timedelta(days=62)).replace(day=1)
    inside = first + datetime.timedelta(days=14)
    wrap = at(f"@{inside} 12:00:00")
    for each in (person, house.extern):
        each.fetch(wrap=wrap)
    code = house.file("Geschreven in de ene maand.", wrap=wrap)
    assert code.exists()
    person.fetch(wrap=wrap)
    person.import_(wrap=wrap)
    # 34 days after its month everything is still there, 36 days after it is destroyed.
    last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    for days, gone in ((35, False), (37, True)):
        later = last + datetime.timedelta(days=days)
        wrap = at(f"@{later} 12:00:00")
        house.follow_up(code, f"Na {days} dagen.", "intern", wrap=wrap)
        wrap = at(f"@{later + datetime.timedelta(days=1)} 12:00:00")
        person.fetch(wrap=wrap)
        said = person.import_(wrap=wrap)
        assert f"Na {days} dagen." in person.offline_run("show", "1", wrap=wrap).stdout
        assert (f"{first:%Y-%m}" in said.stderr) == gone, said.stderr
    stop(house)


def test_a_clock_wrong_by_a_year(house):
    person = house.intern
    house.file("Op tijd.")
    error(person.fetch(ok=False, wrap=faketime("+365d")), "date and time")
    error(person.fetch(ok=False, wrap=faketime("-365d")), "begins on", "date")
    person.fetch()
    # A year ahead: nothing is done offline until somebody says that it is right.
    ahead = {"wrap": faketime("+360d")}
    error(person.import_(ok=False, **ahead), "the last day it knows of", "set the date")
    person.import_()
    letter = ["--message-file", person.passphrase]
    for command in (["months"], ["hours", "--reads", "mon"], ["reply", "1", *letter],
                    ["close", "1", *letter], ["import", person.mirror]):
        said = error(person.offline_run(*command, ok=False, **ahead), "--clock-is-right")
        assert f"{datetime.date.today()}" in said.stderr
        error(person.offline_run(*command, ok=False, wrap=faketime("-2d")), "date")
    # Whoever says so wrongly takes nothing back that is published, and destroys no key.
    person.offline_run("months", "--clock-is-right", **ahead)
    error(person.outbox(ok=False), "already", "date")
    error(person.import_(ok=False), "already", "--clock-is-right")
    person.post("--clock-is-right")
    person.fetch()
    house.file("Ook op tijd.", code="second")
    person.fetch()
    assert "New messages" in person.import_().stdout


@pytest.mark.parametrize("language, behind", [("nl", "al opgehaald"), ("en", "it fetched on")])
def test_nothing_is_posted_on_a_wrong_day(house, language, behind):
    person = house.intern
    person.fetch()
    person.outbox()
    person.post_due(person.stick)
    posted = person.stick.parent / "intern-online" / "schedule"
    before = sorted(posted.iterdir())
    assert before

    def pending():
        return run("gateway", "status", house.gateway_folder, "--language", "en").stdout.split("pending")[1].split()[0]

    count = pending()
    # A year ahead tomorrow's files are due, of which the report would go unsigned.
    post = ["post", "--collector", person.online, "--language", language]
    error(run("counsellor", *post, ok=False, wrap=faketime("+365d")), "HTTP 403")
    assert sorted(posted.iterdir()) == before and pending() == count
    # A year behind nothing is due, which is no news.
    said = error(run("counsellor", *post, ok=False, wrap=faketime("-365d")), behind)
    assert said.returncode == 1 and sorted(posted.iterdir()) == before
    assert run("counsellor", *post).returncode == 0


def test_whoever_has_no_key_for_this_month_is_told(house):
    person = house.intern
    person.fetch()
    assert "no published key" not in person.import_().stderr
    house.stop()
    wrap = faketime(f"@{datetime.date.today() + datetime.timedelta(days=395)} 12:00:00")
    house.start(wrap=wrap, options=["--clock-is-right"])
    person.fetch(wrap=wrap)
    said = person.offline_run("import", person.mirror, wrap=wrap)
    assert "You have no published key for" in said.stderr and "counsellor months" in said.stderr
    stop(house)


def test_signing_shows_ways_and_languages_and_both_fingerprints(house):
    run("counsellor", "organisation", "renew", house.organisation)
    done = run("counsellor", "organisation", "sign", house.organisation, "--language", "nl",
               "--yes", "--key", house.folder / "board.age", "--passphrase-file",
               house.passphrase("board"))
    assert "talen: nl, en" in done.stdout and "Telephone +31 00 000 00 00" in done.stdout
    assert done.stdout.count("    nl: ") == done.stdout.count("    en: ") == 3
    done = run("counsellor", "organisation", "sign", house.organisation, "--language", "en",
               "--yes", "--key", house.folder / "council.age", "--passphrase-file",
               house.passphrase("council"))
    assert "gateway publish GATEWAY-FOLDER" in done.stderr


def test_asking_to_share_with_oneself_is_refused(house):
    house.file("Vraag.")
    house.intern.fetch()
    house.intern.import_()
    error(house.intern.reply(1, "Mag dit?", "--ask-referral", "intern", ok=False), "intern is you")
    error(house.intern.reply(1, "Mag dit?", "--ask-referral", "niemand", ok=False),
          "niemand is not in the list")
    house.intern.reply(1, "Mag dit?", "--ask-referral", "extern")
