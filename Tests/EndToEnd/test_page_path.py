"""The whole path through the page: filed in the browser and read natively, answered, read in the browser; and the other
way round. Days pass in this file."""

import re

import pytest

from page_world import Visitor
from reporter_world import flat


@pytest.fixture(scope="module")
def filed(page_world, browser):
    """A report written in the browser: its ten words, and the number of its case."""
    visitor = Visitor(page_world, browser)
    visitor.sees("Praten met een vertrouwenspersoon van De Linde", "Counsellor intern (werkt bij de organisatie)",
                 "Ken je deze persoon niet? Vraag het na voor je schrijft.", "of hier schrijven")
    words = visitor.writes("Ik word gepest.\nMag ik met u praten?", readers=("intern", "extern"))
    visitor.sees("Nog niet verstuurd", "Niemand kan ze voor je terugvinden.")
    assert not any(path == "/reports" for _, path, _ in page_world.page.requests)
    visitor.sends()
    visitor.sees("Het meldpunt heeft het op", "Kijk opnieuw op", "Counsellor intern", "Telephone +31 00 000 00 00", "Nieuw sinds")
    visitor.sees_not("voor je schrijft")
    assert visitor.stored() == [0, 0, ""]
    assert [one for one in page_world.page.requests if one[0] == "POST"] == [("POST", "/reports", 16_400)]
    visitor.leaves()
    page_world.arrive()
    (case,) = page_world.cases()
    return " ".join(words), case


def test_filed_in_the_browser_and_opened_natively(page_world, filed):
    shown = page_world.show(filed[1])
    assert "Ik word gepest." in shown and "Mag ik met u praten?" in shown
    page_world.extern.fetch()
    page_world.extern.import_()
    assert "Ik word gepest." in page_world.extern.offline_run("show", 1).stdout
    page_world.odd.fetch()
    page_world.odd.import_()
    assert "Ik word gepest." not in page_world.odd.offline_run("inbox").stdout


def test_answered_read_in_the_browser_and_written_back(page_world, browser, filed):
    words, case = filed
    visitor = Visitor(page_world, browser, "en").comes_back(words)
    visitor.sees("Nothing was found with these words", "Did you send something today?")
    visitor.leaves()
    page_world.answer(case, "Dank je wel. <b>Bel</b> me \u2192 morgen.\n<script>alert(1)</script>")
    page_world.pass_to(1)
    page_world.arrive()

    visitor = Visitor(page_world, browser, days=1).comes_back(words)
    visitor.sees("1 antwoord", "Dank je wel. <b>Bel</b> me", "<script>alert(1)</script>", "Dat is aangekomen en wordt sindsdien bewaard")
    rows = [flat(row) for row in visitor.page.locator(".rows li").all_inner_texts()]
    assert re.fullmatch(r"Counsellor intern \(.*\) antwoordde op .*", rows[0])
    assert rows[1].endswith("aangekomen, nog niet opgehaald")
    assert visitor.page.locator(".said b, .said script").count() == 0
    said = flat(visitor.page.locator("#state").inner_text())
    # It is known before it is read who fetched it.
    assert said.index("Wie je niet koos, kan het niet lezen") < said.index("Counsellor intern")
    visitor.press("Schrijf terug").sees("Dit gaat naar: Counsellor intern.", "let op namen", "We lezen dit niet meteen")
    visitor.page.fill("#body", "Graag, na vijf uur.")
    visitor.sends()
    assert visitor.stored() == [0, 0, ""]
    visitor.leaves()
    page_world.arrive()
    assert "Graag, na vijf uur." in page_world.show(case)


def test_filed_natively_read_stopped_and_agreed_in_the_browser(page_world, browser, tmp_path):
    out = page_world.file("Iets over geld.\n", language="nl")
    assert out.returncode == 0, out.stderr
    page_world.arrive()
    case = max(page_world.cases())
    page_world.answer(case, "Mag ik dit delen?", "--ask-referral", "extern")
    visitor = Visitor(page_world, browser, days=1).comes_back(out.stdout)
    visitor.sees("Mag ik dit delen?", "Dit is een vraag: mag dit gedeeld worden met Counsellor extern")
    visitor.press("Ja, dat mag").sees("Dit gaat naar: Counsellor intern en Counsellor extern.")
    visitor.page.click("#send")
    visitor.arrives_at("sent").leaves()
    page_world.extern.fetch()
    page_world.extern.import_()
    assert "Ik vind het goed dat dit wordt gedeeld." in page_world.extern.offline_run("show", 2).stdout

    page_world.close_case(case, "We sluiten dit af.")
    visitor = Visitor(page_world, browser, days=1).comes_back(out.stdout)
    visitor.sees("Hiermee is dit afgesloten. Je tien woorden werken nog tot en met", "Hoe is het nu?")
    visitor.press("Beantwoord twee vragen")
    visitor.page.check("#settled-no")
    visitor.page.check("#treated-yes")
    visitor.page.fill("#body", "Mijn rooster is veranderd.")
    visitor.sends()
    visitor.leaves()
    page_world.arrive()
    shown = page_world.show(case)
    assert "Is het opgelost? Nee" in shown and "omdat je iets zei? Ja" in flat(shown) and "Mijn rooster" in shown

    visitor = Visitor(page_world, browser, "en", days=1).comes_back(out.stdout)
    visitor.press("Stop, don't do anything with this").sees("What was read stays read.", "Choose everyone you wrote to.")
    # Who answered is chosen; who else was written to only the reporter knows.
    assert visitor.page.locator("#reader-intern").is_checked() and not visitor.page.locator("#reader-extern").is_checked()
    visitor.page.check("#reader-extern")
    visitor.sends()
    visitor.leaves()
    page_world.arrive()
    assert "Stop. I don't want you to do anything with this." in page_world.show(case)
    page_world.extern.fetch()
    page_world.extern.import_()
    assert "Stop. I don't want you to do anything with this." in page_world.extern.offline_run("show", 2).stdout


def test_requests_are_the_same_for_any_code(page_world, browser, filed):
    def requests(code):
        visitor = Visitor(page_world, browser, days=1)
        visitor.sees("Counsellor intern")
        page_world.page.requests.clear()
        visitor.comes_back(code)
        visitor.leaves()
        # Workers of the core are the page's own files; what tells something is what the gateway is asked for.
        return [one for one in page_world.page.requests if not one[1].startswith("/scripts/")]

    other = page_world.file("Iets anders.\n").stdout
    seen = [requests(code) for code in (filed[0], other, "alien virtual endless sketch guide busy patient wonder ritual inhale")]
    assert seen[0] == seen[1] == seen[2]
    paths = [path for _, path, _ in seen[0]]
    assert paths[:3] == ["/notes", "/days", "/checkpoint"] and len([one for one in paths if one.startswith("/replies/")]) == 7


def test_what_the_gateway_keeps_back_is_told(page_world, browser, filed):
    page_world.pass_to(2)
    page_world.intern.fetch()
    front = page_world.page
    newest = sorted({path for _, path, _ in front.requests if path.startswith("/replies/")})
    front.changes = {path: b"" for path in newest}
    visitor = Visitor(page_world, browser, days=2).comes_back(filed[0])
    visitor.sees("kwam er een antwoord van Counsellor intern voor je binnen, en het meldpunt geeft het niet. Dat is bewezen.",
                 "Telephone +31 00 000 00 00")
    visitor.leaves()
    front.changes = {"/checkpoint": lambda answer: answer.replace(b"\n\n", b"\nx\n\n", 1)}
    visitor = Visitor(page_world, browser, days=2).comes_back(filed[0])
    visitor.sees("Het meldpunt kan niet bewijzen dat het eerlijk is", "Dank je wel.", "Stuur hier niets nieuws.")
    visitor.sees_not("Schrijf terug")
    visitor.leaves()
    visitor = Visitor(page_world, browser, days=2)
    visitor.sees("Counsellor intern")
    visitor.sees_not("of hier schrijven")
    visitor.page.click("#door-talk")
    visitor.sees("Het meldpunt kan niet bewijzen dat het eerlijk is", "Telephone +31 00 000 00 00")
    assert visitor.page.locator("#main input, #main textarea").count() == 0
    visitor.leaves()
    front.clear()


def test_who_has_not_fetched_is_told(page_world, browser, filed):
    page_world.pass_to(8)
    visitor = Visitor(page_world, browser, days=8).comes_back(filed[0])
    visitor.sees("heeft nog niet opgehaald wat je op", "Dat had al gemoeten.")
    visitor.leaves()
