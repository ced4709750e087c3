"""Lists of counsellors that must not be believed, each with its own sentence in both languages."""

import datetime
import urllib.parse

import pytest

from gateway_organisation import Organisation, Signer, sign
from made_log import MadeLog, sha256
from reporter_world import NotesServer, bundle, flat, reporter


def quoted(text):
    return urllib.parse.quote(text, safe="-._~")


@pytest.fixture
def server():
    server = NotesServer()
    yield server
    server.close()


class Example(Organisation):
    def __init__(self, server):
        self.log_signer = Signer("meld.example")
        super().__init__({"log": self.log_signer.vkey, "promise": Signer("meld.example/promise").vkey})
        self.address = f"http://127.0.0.1:{server.port}"

    def serve(self, server, *notes):
        """These notes, each an entry of a log that says so."""
        made = MadeLog(self.log_signer)
        for note in notes:
            made.add(3, sha256(note))
        server.notes, server.replies = bundle(*notes), made.files

    @property
    def link(self):
        return f"{self.address}/#root={quoted(self.root.vkey)}&second={quoted(self.second.vkey)}"


def flipped(note):
    """The same signature lines under another text."""
    return note.replace(b"Voorbeeld", b"Voorbeelt", 1)


CASES = {
    "none": (lambda o: b"", "does not say who", "zegt niet wie"),
    "unsigned": (lambda o: bundle(sign(o.roster_text(), Signer("meld.example/thief"))),
                 "not signed with the signatures of your link", "niet ondertekend"),
    "root only": (lambda o: bundle(sign(o.roster_text(), o.root)), "meld.example/second is missing",
                  "meld.example/second ontbreekt"),
    "second only": (lambda o: bundle(sign(o.roster_text(), o.second)), "meld.example/root is missing",
                    "meld.example/root ontbreekt"),
    "changed": (lambda o: bundle(flipped(o.roster())), "is false", "is vals"),
    "expired": (lambda o: bundle(o.roster(issued=-300, expires=-1)), "was valid until and including", "gold tot en met"),
    "clock a year behind": (lambda o: bundle(o.roster(issued=365, expires=700)), "clock is probably wrong",
                            "klok van deze computer verkeerd"),
    "other gateway": (lambda o: bundle(o.roster(address="https://other.example")), "another organisation",
                      "een andere organisatie"),
    "two lists": (lambda o: bundle(o.roster(), o.roster(expires=299)), "two different lists",
                  "twee verschillende lijsten"),
    "cut off": (lambda o: bundle(o.roster())[:-20], "not complete", "niet compleet"),
    "not notes": (lambda o: b"<html>Log in to the wifi</html>", "not complete", "niet compleet"),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("case", CASES)
def test_what_is_not_proven_is_refused(server, case, language):
    notes, english, dutch = CASES[case]
    organisation = Example(server)
    server.notes = notes(organisation)
    out = reporter("check", "--organisation", organisation.link, "--language", language, text="")
    assert out.returncode == 65 and out.stdout == ""
    errors = [line for line in out.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and (english if language == "en" else dutch) in errors[0], out.stderr
    # Nothing more was asked of such a gateway.
    assert [path for _, path, _ in server.requests] == ["/notes"]


@pytest.mark.parametrize("language, one, linked", [
    ("nl", "Eén persoon heeft deze lijst ondertekend", "maar een van de twee mensen"),
    ("en", "signed by one person", "only one of the two people")])
def test_one_signature_is_said_for_what_it_is(server, language, one, linked):
    organisation = Example(server)
    whole, half = organisation.link, organisation.link.split("&second=")[0]
    alone = sign(organisation.roster_text(roots=[organisation.root]), organisation.root)
    for notes, link, said in ((alone, half, one), (organisation.roster(), half, linked),
                              (organisation.roster(), whole, None)):
        organisation.serve(server, notes, organisation.hours())
        for command, text in (("organisation", None), ("file", "Iets.")):
            yes = ("--to", "anna", "--yes") if command == "file" else ()
            out = reporter(command, "--organisation", link, "--language", language, *yes, text=text or "")
            shown = flat(out.stdout + out.stderr)
            assert [one in shown, linked in shown] == [said == one, said == linked], shown


def test_no_key_this_month_is_said_with_other_ways(server):
    organisation = Example(server)
    organisation.serve(server, organisation.roster(), organisation.hours())
    out = reporter("file", "--organisation", organisation.link, "--to", "anna", "--yes", "--language", "nl",
              text="Iets.")
    assert out.returncode == 1 and "kun je aan niemand op deze manier schrijven" in out.stderr
    assert "0800-0113" in out.stderr and "Anna" in out.stderr


def test_old_hours_are_said(server):
    organisation = Example(server)
    day = (datetime.datetime.now(datetime.timezone.utc).date() - datetime.timedelta(20)).isoformat()
    text = (f"sottovoce/v1 hours\nserial 1\ngenesis {organisation.root.vkey}\ncounsellor anna\nday {day}\n"
            "reads mon thu\nphone 000%1B000\n")
    hours = sign(text.replace("%1B", ""), organisation.counsellors["anna"].notes)
    organisation.serve(server, organisation.roster(), hours)
    out = reporter("organisation", "--organisation", organisation.link, "--language", "en")
    assert out.returncode == 0 and "20 days ago; it may have changed" in out.stdout.replace("\n    ", " ")


def test_redirects_are_not_followed(server):
    organisation = Example(server)
    server.status = 302
    out = reporter("check", "--organisation", organisation.link, "--language", "en", text="")
    assert out.returncode == 65 and "holds back what it must show to everyone" in flat(out.stderr)
    assert [path for _, path, _ in server.requests] == ["/notes"]


def test_far_too_much_is_not_read(server):
    organisation = Example(server)
    server.notes = b"n" * (9 << 20)
    out = reporter("check", "--organisation", organisation.link, "--language", "en", text="")
    assert out.returncode == 65 and "far more than can be right" in out.stderr
