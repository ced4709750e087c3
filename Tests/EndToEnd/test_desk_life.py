"""The life of a case at the desk: both clocks, closing, aftercare, erasure; a code card; spam; practice."""

import datetime
import json
import re

import pytest
from playwright.sync_api import expect

from desk_world import Counsellor, DeskRun
from house import set_clock
from test_desk_screens import looked_at as any_screen

RIGHT = "Ja, de datum van deze computer klopt"
MARKER = "Merkwoord-kwartelslag"


@pytest.fixture
def year_house(own_house):
    """One whose files will know of a day more than a year from now."""
    yield own_house
    set_clock(0)


def looked_at(at_desk, name):
    any_screen(at_desk, name)
    at_desk.sees_not("life-", "contacts-", "settings-")


def opens(at_desk, number):
    root = re.match(r"(http://[^/]+/[^/]+)", at_desk.page.url)[1]
    at_desk.page.goto(f"{root}/cases/{number}")
    return at_desk


def on_day(house, browser, days):
    """The desk so many days from now."""
    set_clock(days)
    running = DeskRun(house.intern)
    at_desk = Counsellor(running, browser).unlocks()
    if 40 < days < 100:
        # So long after the last day it knew of, it asks.
        at_desk.press(RIGHT)
    return running, at_desk


def test_from_receipt_to_erasure(year_house, browser):
    house = year_house
    house.file(MARKER + ": er klopt iets niet.", "--track", "wbk", "--category", "fraud")
    house.arrive()
    running, at_desk = on_day(house, browser, 0)
    try:
        opens(at_desk, 1).sees("Ontvangst bevestigen", "Terugkoppelen wat er gebeurt")
        at_desk.page.fill("#text", "Gelezen, dank je wel.")
        at_desk.press("Verzegel het antwoord").sees("gedaan op")
        at_desk.page.check("input[name=status][value=assessed]")
        at_desk.page.select_option("#category", "corruption")
        at_desk.follows(at_desk.page.locator("form[action$='/details'] button"))
        at_desk.sees("Categorie: corruptie", "Stand: beoordeeld")
        at_desk.page.select_option("#step", "investigation")
        at_desk.press("Leg vast").sees("Onderzoek begonnen")
        at_desk.leaves()
    finally:
        running.stop()
    running, at_desk = on_day(house, browser, 30)
    try:
        opens(at_desk, 1)
        at_desk.page.fill("#text", "Dit is er gedaan.")
        at_desk.page.check("input[name=feedback]")
        at_desk.press("Verzegel het antwoord").sees("Teruggekoppeld")
        at_desk.page.fill("#text", "We sluiten dit af.")
        at_desk.page.select_option("#outcome", "investigation")
        with at_desk.page.expect_navigation():
            at_desk.follows(at_desk.page.locator("form[action$='/details'] button"))
        assert at_desk.page.input_value("#outcome") == "investigation"
        opens(at_desk, 1)
        at_desk.page.fill("#text", "We sluiten dit af.")
        at_desk.press("Sluit de zaak af met deze tekst").sees("Afgesloten op", "Nazorg")
        opens(at_desk, "1/statement").sees("Verklaring van de termijnen", "Ontvangen op", "Het eerste bericht van de melder")
        # What others can look up in the log is there under these very numbers.
        (logged,) = re.findall(r"\b[0-9a-f]{64}\b", at_desk.page.locator("main").inner_text())
        assert (house.intern.online / "mirror" / "envelopes" / logged).exists(), list((house.intern.online / "mirror").rglob("*"))
        looked_at(at_desk, "statement")
        at_desk.leaves()
    finally:
        running.stop()
    running, at_desk = on_day(house, browser, 30 + 15)
    try:
        at_desk.sees("nazorg na 2 weken")
        at_desk.follows(at_desk.page.locator("section", has_text="Nazorg").get_by_role("link", name="Zaak 1"))
        at_desk.press("Verzegel als bericht").sees("gevraagd op")
        assert "We hebben dit een tijd geleden afgesloten." in at_desk.page.locator("article.written").last.inner_text()
        at_desk.goes("Vandaag").sees_not("nazorg na 2 weken")
        at_desk.leaves()
    finally:
        running.stop()
    running, at_desk = on_day(house, browser, 30 + 370)
    try:
        # The reporter has none of it yet.
        at_desk.sees("Te wissen", "een antwoord of doorverwijzing is nog niet verstuurd").sees_not("Wis alle")
        at_desk.leaves()
    finally:
        running.stop()
    set_clock(30 + 15)
    house.intern.outbox("--now")
    set_clock(0)
    house.intern.post_due(house.intern.stick)
    house.intern.fetch()
    set_clock(30 + 15)
    house.intern.import_()
    running, at_desk = on_day(house, browser, 30 + 370)
    try:
        # A clock that is far from the last day known erases nothing unasked.
        at_desk.sees("Te wissen").page.locator("summary", has_text="Wis alle").click()
        at_desk.press("Wis voorgoed").sees("Zet de klok goed.", "Zaak 1").press(RIGHT)
        opens(at_desk, 1)
        at_desk.page.fill("#hold-why", "Vordering van de politie.")
        at_desk.press("Houd tegen").sees("Wissen tegengehouden sinds")
        at_desk.goes("Vandaag").sees("wordt tegengehouden")
        assert at_desk.page.get_by_role("button", name="Wis voorgoed").count() == 0
        opens(at_desk, 1).press("Laat weer los")
        at_desk.goes("Vandaag")
        at_desk.page.locator("summary", has_text="Wis alle").click()
        at_desk.press("Wis voorgoed").sees_not("Zaak 1")
        at_desk.goes("Instellingen").sees("via het meldpunt, melding van een misstand (Wbk), corruptie, onderzocht")
        at_desk.goes("Zaken").sees("Gevonden zaken: 0")
        at_desk.leaves()
    finally:
        running.stop()
        set_clock(0)
    found = json.loads(house.intern.offline_run("case", "list", "--search", MARKER, "--json").stdout)
    assert found["count"] == 0


def closed_letter(house):
    number = json.loads(house.intern.offline_run("case", "new", "--route", "letter", "--json").stdout)["number"]
    house.intern.offline_run("case", "close", number, "--without-message")
    return number


def test_once_chosen_it_erases_on_the_day_by_itself(year_house, browser):
    house = year_house
    house.intern.offline_run("settings", "--retention-months", "1")
    first, held = closed_letter(house), closed_letter(house)
    running, at_desk = on_day(house, browser, 33)
    try:
        at_desk.sees(f"Zaak {first}", "U drukt op de knop")
        opens(at_desk, held).page.fill("#hold-why", "Vordering van de politie.")
        at_desk.press("Houd tegen").goes("Vandaag")
        at_desk.page.locator("summary", has_text="Wis alle").click()
        at_desk.page.get_by_label("voortaan vanzelf", exact=False).check()
        at_desk.press("Wis voorgoed").sees(f"Zaak {held}").sees_not(f"Zaak {first}")
        assert at_desk.goes("Instellingen").page.get_by_label("voortaan vanzelf", exact=False).is_checked()
        at_desk.leaves()
    finally:
        running.stop()
    second = closed_letter(house)
    set_clock(0)
    house.intern.fetch()
    running, at_desk = on_day(house, browser, 101)
    try:
        # Under a day that can't be right nothing goes, nor before what came until that day is read in.
        at_desk.sees(f"Zaak {second}").press(RIGHT).goes("Vandaag").sees(f"Zaak {second}")
        fetched = datetime.date.today() + datetime.timedelta(days=101)
        (house.intern.mirror / "fetched").write_text(f"{fetched}\n")
        at_desk.goes("Ophalen en versturen").press("Lees in").sees("Ingelezen berichten").goes("Vandaag")
        at_desk.sees("Op hun dag gewist: 1.", f"Zaak {held}", "wordt tegengehouden").sees_not(f"Zaak {second}")
        at_desk.goes("Vandaag").sees_not("Op hun dag gewist")
        by_itself = at_desk.goes("Instellingen").page.get_by_label("voortaan vanzelf", exact=False)
        save = at_desk.page.locator("form[action$='/settings'] button")
        at_desk.page.fill("#retention", "2")
        assert at_desk.follows(save) and by_itself.is_checked()
        # Fewer months, perhaps by a slip, make more go.
        at_desk.page.fill("#retention", "1")
        at_desk.follows(save).sees("U koos minder maanden: vanzelf wissen staat nu uit.")
        assert not by_itself.is_checked()
        by_itself.check()
        assert at_desk.follows(save) and by_itself.is_checked()
        by_itself.uncheck()
        at_desk.follows(save).sees_not("U koos minder")
        assert not by_itself.is_checked()
        at_desk.leaves()
    finally:
        running.stop()


def test_a_code_card_given_along(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser).unlocks().goes("Zaken")
    at_desk.follows(at_desk.page.get_by_role("link", name="Nieuw gesprek"))
    looked_at(at_desk, "new")
    at_desk.page.check("input[value=phone]")
    at_desk.page.fill("#note", "Belde vanuit de auto.")
    at_desk.page.fill("#account", "De melder zag twee rekeningen.")
    at_desk.page.check("input[name=code]")
    at_desk.press("Voer in").sees("Dit ziet u \u00e9\u00e9n keer.")
    looked_at(at_desk, "code-card")
    words = at_desk.page.locator("ol.words li").all_inner_texts()
    assert len(words) == 10
    link = at_desk.page.locator(".address").inner_text()
    assert link == shared_house.link_text
    at_desk.sees(f"Liever kort? Typ {link.partition('#')[0].rstrip('/')}.")
    at_desk.follows(at_desk.page.get_by_role("link", name="Klaar: naar"))
    at_desk.sees("Belde vanuit de auto.", "Code meegegeven", "telefoon").sees_not(*[f"{a} {b}" for a, b in zip(words, words[1:])])
    at_desk.page.check("input[name=send]")
    at_desk.press("Gevraagd om na te kijken").sees("Gevraagd om na te kijken op")
    outbox = shared_house.folder / "card-stick"
    number = int(re.search(r"/cases/(\d+)", at_desk.page.url)[1])
    opens(at_desk, f"{number}/account").sees("De melder zag twee rekeningen.")
    looked_at(at_desk, "account")
    at_desk.goes("Ophalen en versturen")
    at_desk.page.fill("#outbox", str(outbox))
    at_desk.press("Zet de antwoorden klaar").sees("De map met antwoorden staat klaar")
    at_desk.leaves()
    desk.stop()
    shared_house.intern.post_due(outbox)
    code = " ".join(words)
    seen = shared_house.check(code, language="nl").stdout
    assert "De melder zag twee rekeningen." in seen and "Dit schreef ik op van wat je vertelde." in seen
    path = shared_house.folder / "card.code"
    path.write_text(code + "\n")
    shared_house.follow_up(path, "Het waren er drie.")
    shared_house.arrive()
    assert "Het waren er drie." in shared_house.show(number)


def test_spam_in_bulk_and_back(shared_house, desk, browser):
    desk.stop()
    for number in range(3):
        shared_house.file(f"Koop nu {number}!")
    shared_house.arrive()
    running = DeskRun(shared_house.intern)
    try:
        at_desk = Counsellor(running, browser).unlocks().goes("Zaken")
        at_desk.page.fill("#q", "koop nu")
        at_desk.press("Zoek").sees("Gevonden zaken: 3")
        for box in at_desk.page.locator("ul.cases input").all():
            box.check()
        at_desk.press("Zet apart als spam").sees("Gevonden zaken: 3")
        looked_at(at_desk, "spam")
        at_desk.goes("Vandaag").sees_not("Koop")
        at_desk.goes("Zaken")
        at_desk.page.check("input[value=spam]")
        at_desk.press("Zoek")
        at_desk.page.locator("ul.cases input").first.check()
        at_desk.press("Toch een zaak").goes("Zaken")
        at_desk.page.check("input[value=spam]")
        at_desk.press("Zoek").sees("Gevonden zaken: 2")
        for box in at_desk.page.locator("ul.cases input").all():
            box.check()
        at_desk.press("Wis de aangevinkte").sees("Nieuw gesprek")
        at_desk.page.check("input[value=spam]")
        at_desk.press("Zoek").sees("Gevonden zaken: 0")
        at_desk.leaves()
    finally:
        running.stop()


def test_practice_is_marked_and_goes_nowhere(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser).unlocks().goes("Instellingen").press("Zet oefenzaken klaar")
    at_desk.sees("Gevonden zaken: 3", "OEFENING")
    looked_at(at_desk, "practice")
    at_desk.follows(at_desk.page.locator("ul.cases a").first)
    at_desk.sees("OEFENING", "Deze zaak is verzonnen.")
    at_desk.page.fill("#text", "Geoefend antwoord.")
    at_desk.press("Verzegel het antwoord").sees("Geoefend antwoord.")
    at_desk.sees_not("nog niet klaargezet")
    outbox = shared_house.folder / "practice-stick"
    at_desk.goes("Ophalen en versturen")
    at_desk.page.fill("#outbox", str(outbox))
    at_desk.press("Zet de antwoorden klaar").sees("Antwoorden van u daarin: 0.")
    at_desk.goes("Vandaag").sees("3 verzonnen zaken").press("Haal de oefenzaken weg").sees_not("verzonnen")
    at_desk.leaves()


def test_templates_contacts_and_settings(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser, accept_downloads=True).unlocks().goes("Instellingen")
    at_desk.follows(at_desk.page.get_by_role("link", name="Pas de voorbeelden aan"))
    at_desk.page.locator("summary", has_text="Afsluiten").click()
    at_desk.page.fill("details[open] textarea", "Mijn eigen slot.")
    at_desk.press("Bewaar (Afsluiten)").sees("(aangepast)")
    at_desk.page.fill("#new-title", "Vakantie")
    at_desk.page.fill("#new-text", "Ik ben twee weken weg.")
    at_desk.press("Voeg toe").sees("Vakantie")
    looked_at(at_desk, "templates")
    opens(at_desk, answerable(at_desk))
    at_desk.press("Vakantie")
    assert at_desk.page.input_value("#text") == "Ik ben twee weken weg."
    at_desk.goes("Contacten").sees("113 Zelfmoordpreventie", "Laatst nagekeken op 24 november 2026")
    at_desk.page.fill("#name-new", "Bedrijfsarts")
    at_desk.page.fill("#reach-new", "010 000 00 00")
    at_desk.press("Voeg toe").sees("Bedrijfsarts", "010 000 00 00")
    looked_at(at_desk, "contacts")
    at_desk.goes("Instellingen")
    at_desk.page.fill("#retention", "24")
    at_desk.page.fill("#idle", "3")
    at_desk.follows(at_desk.page.locator("form[action$='/settings'] button"))
    assert at_desk.page.input_value("#retention") == "24"
    expect(at_desk.page.locator("html")).to_have_attribute("data-idle", "180")
    at_desk.page.fill("#retention", "0")
    assert at_desk.page.evaluate("document.querySelector('#retention').checkValidity()") is False
    at_desk.page.fill("#retention", "12")
    looked_at(at_desk, "settings")
    with at_desk.page.expect_download() as waiting:
        at_desk.page.get_by_role("button", name="Bewaar als agendabestand", exact=True).click()
    text = open(waiting.value.path(), newline="").read()
    assert text.count("BEGIN:VEVENT") == 1 and "RRULE:FREQ=WEEKLY\r\n" in text
    assert not re.search("zaak|melding|vertrouw|sottovoce desk", text.replace("PRODID:-//Sottovoce//Desk//EN", ""), re.I)
    start = re.search(r"DTSTART:(\d{8})T090000\r\n", text)[1]
    assert datetime.datetime.strptime(start, "%Y%m%d").weekday() == 1
    at_desk.leaves()


def answerable(at_desk):
    """The number of a case that can be answered."""
    at_desk.follows(at_desk.page.locator("nav a").nth(1))
    at_desk.page.fill("#q", "Koop nu")
    at_desk.follows(at_desk.page.locator("form[role=search] .main"))
    return int(re.search(r"\d+", at_desk.page.locator("ul.cases a").first.inner_text())[0])


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1280, "light")])
def test_every_screen_of_a_life(shared_house, desk, browser, width, scheme):
    at_desk = Counsellor(desk, browser, width, color_scheme=scheme).unlocks()
    number = answerable(at_desk)
    for language in ("English", "Nederlands"):
        at_desk.press(language)
        root = re.match(r"(http://[^/]+/[^/]+)", at_desk.page.url)[1]
        for name in ("today", "cases", "new", "templates", "contacts", "settings", f"cases/{number}",
                     f"cases/{number}/statement"):
            at_desk.page.goto(f"{root}/{name}")
            at_desk.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            looked_at(at_desk, f"{language}-{name.replace('/', '-')}-{width}")
    at_desk.leaves()
