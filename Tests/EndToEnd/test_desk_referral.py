"""The desk: referring with the reporter's consent and back, handing over what is about oneself, and the sketch."""

import re

import pytest
from playwright.sync_api import expect

from desk_world import SHORT, Counsellor, DeskRun
from page_world import Visitor
from test_desk_screens import looked_at


@pytest.fixture
def desks(page_world, browser):
    """Opens a counsellor's desk; her earlier one is closed, and all are in the end."""
    running = []

    def close():
        for desk, person in running:
            person.leaves()
            desk.stop()
        running.clear()

    def open_(person, language="nl", width=1280, **options):
        close()
        desk = DeskRun(person, language)
        at_desk = Counsellor(desk, browser, width, **options)
        running.append((desk, at_desk))
        return at_desk.unlocks()

    yield open_
    close()


def reads_in(at_desk):
    at_desk.goes("Ophalen en versturen").press("Lees in").sees("Ingelezen berichten")
    return at_desk.goes("Vandaag")


def hands_in(world, at_desk, person):
    """An outbox, carried over and posted."""
    stick = world.folder / f"{person.id}-desk-stick"
    at_desk.goes("Ophalen en versturen")
    at_desk.page.fill("#outbox", str(stick))
    at_desk.press("Zet de antwoorden klaar").sees("De map met antwoorden staat klaar")
    person.post_due(stick)


def opens(at_desk, title):
    at_desk.goes("Zaken")
    at_desk.follows(at_desk.page.get_by_role("link", name=title, exact=True))
    at_desk.page.wait_for_selector("h1")
    return at_desk


def follows(at_desk, name):
    at_desk.follows(at_desk.page.get_by_role("link", name=name, exact=True).first)
    return at_desk


def test_internal_to_external_and_back(page_world, browser, desks):
    world = page_world
    code = world.file("Ik word gepest door mijn chef.\n", language="nl").stdout
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern))
    follows(at_desk, "Zaak 1").sees("Ik word gepest door mijn chef.")
    follows(at_desk, "Doorverwijzen").sees("Wanneer verwijst u door?", "Er is misschien een strafbaar feit gepleegd.")
    at_desk.page.check("input[value=extern]")
    at_desk.page.locator("input[name^=m]").first.check()
    at_desk.page.fill("#remark", "Past beter bij jou.")
    at_desk.press("Bekijk wat er meegaat")
    expect(at_desk.page.locator("#along")).to_have_value(re.compile(
        r"^Past beter bij jou\..*> Ik word gepest door mijn chef\.", re.S), timeout=SHORT)
    assert "wat je schreef op" in at_desk.page.input_value("#words")
    at_desk.press("Vraag het de melder").sees("De melder heeft nog geen ja gezegd.")
    hands_in(world, at_desk, world.intern)

    visitor = Visitor(world, browser).comes_back(code)
    visitor.sees("Dit is een vraag: mag dit gedeeld worden met Counsellor extern", "een paar woorden van mij erbij")
    visitor.press("Ja, dat mag").sees("Dit gaat naar: Counsellor intern en Counsellor extern.")
    visitor.page.click("#send")
    visitor.arrives_at("sent").leaves()

    world.pass_to(1)
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern))
    follows(at_desk, "Zaak 1").sees("De melder vindt het goed dat dit naar Counsellor extern gaat")
    follows(at_desk, "Doorverwijzen").press("Verwijs door").sees("Wordt doorverwezen naar Counsellor extern")
    hands_in(world, at_desk, world.intern)

    world.pass_to(3)
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern)).goes("Zaken").sees("doorverwezen naar Counsellor extern op")
    opens(at_desk, "Zaak 1").sees("Hier is niets meer bewaard").sees_not("gepest")
    at_desk.goes("Zaken")
    at_desk.page.fill("#q", "gepest")
    at_desk.press("Zoek").sees("Gevonden zaken: 0")

    world.extern.fetch()
    at_desk = reads_in(desks(world.extern))
    follows(at_desk, "Zaak 1").sees(
        "Doorverwezen door Counsellor intern", "uw collega zegt: de melder vond het goed", "> Ik word gepest door mijn chef.",
        "Ik vind het goed dat dit wordt gedeeld.")
    at_desk.page.fill("#text", "Vanaf nu help ik u.")
    at_desk.press("Verzegel het antwoord")
    hands_in(world, at_desk, world.extern)

    visitor = Visitor(world, browser, days=3).comes_back(code)
    visitor.sees("Vanaf nu help ik u.", "Counsellor intern heeft dit overgedragen aan Counsellor extern.")
    visitor.press("Schrijf terug").sees("Dit gaat naar: Counsellor extern.")
    # She can be left out, and others chosen.
    visitor.press("Kies iemand anders")
    expect(visitor.page.locator("#reader-extern")).to_be_checked()
    visitor.page.fill("#body", "Dank u wel.")
    visitor.sends()
    visitor.leaves()
    world.intern.fetch()
    assert "Dank u wel." not in world.intern.import_().stdout + world.intern.offline_run("show", 1).stdout

    # And back: the external is away for long.
    world.extern.fetch()
    at_desk = reads_in(desks(world.extern))
    follows(at_desk, "Zaak 1").sees("Dank u wel.")
    follows(at_desk, "Doorverwijzen")
    at_desk.page.check("input[value=intern]")
    for box in at_desk.page.locator("input[name^=m]").all():
        box.check()
    at_desk.page.check("input[value=absence]")
    at_desk.press("Bekijk wat er meegaat").press("Verwijs door").sees("Wordt doorverwezen naar Counsellor intern")
    hands_in(world, at_desk, world.extern)
    # That day's files were posted already: these go the day after.
    world.pass_to(4)
    world.extern.post_due()
    world.pass_to(6)
    world.extern.fetch()
    reads_in(desks(world.extern)).goes("Zaken").sees("doorverwezen naar Counsellor intern op")
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern))
    follows(at_desk, "Zaak 1").sees("Doorverwezen door Counsellor extern", "uw collega is ziek of weg", "Dank u wel.")
    visitor = Visitor(world, browser, days=6).comes_back(code)
    visitor.press("Schrijf terug").sees("Dit gaat naar: Counsellor intern.")
    visitor.leaves()


def test_the_accused_counsellor_hands_over(page_world, browser, desks):
    world = page_world
    world.pass_to(6)
    code = world.file("Het gaat over Counsellor intern.\n", language="nl").stdout
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern))
    link = at_desk.page.get_by_role("link", name="Gaat dit over u?").first
    number = int(link.get_attribute("href").split("/")[-2])
    at_desk.follows(link)
    at_desk.sees("Lees dan niet verder", "U hoeft niet te zeggen waarom.").sees_not("Het gaat over Counsellor intern.")
    at_desk.page.check("input[value=extern]")
    at_desk.press("Draag de zaak over").sees("Wordt doorverwezen naar Counsellor extern", "Daarom ziet u hier niets meer")
    for screen in ("", "/sketch", "/refer", "/statement"):
        at_desk.page.goto(re.sub(r"/cases/.*", f"/cases/{number}{screen}", at_desk.page.url))
        at_desk.sees("Daarom ziet u hier niets meer").sees_not("Het gaat over Counsellor intern.")
    hands_in(world, at_desk, world.intern)
    visitor = Visitor(world, browser, days=6).comes_back(code)
    visitor.sees("Dat ligt niet aan jou.", "heeft dit overgedragen aan Counsellor extern")
    visitor.press("Schrijf terug").sees("Dit gaat naar: Counsellor extern.")
    visitor.leaves()
    world.pass_to(8)
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern))
    opens(at_desk, f"Zaak {number}").sees("Hier is niets meer bewaard").sees_not("Het gaat over Counsellor intern.")
    world.extern.fetch()
    at_desk = reads_in(desks(world.extern)).goes("Zaken")
    at_desk.follows(at_desk.page.locator("ul.cases a").first)
    at_desk.sees("zonder vragen: uw collega is erbij betrokken", "> Het gaat over Counsellor intern.", "weet u nu alleen van Counsellor intern")


def test_a_sketch_that_the_reporter_sees_first(page_world, browser, desks):
    world = page_world
    world.pass_to(8)
    code = world.file("Ik word geslagen.\n", language="nl").stdout
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern))
    at_desk.follows(at_desk.page.locator("ul.cases li.new a").first)
    at_desk.sees("Ik word geslagen.")
    follows(at_desk, "Overdrachtsschets")
    at_desk.page.fill("#who", "Sanne Voorbeeld, <b>34</b>")
    at_desk.page.fill("#what", "Sanne wordt geslagen.")
    at_desk.page.fill("#redacted", "sanne\nvoorbeeld")
    at_desk.press("Bewaar en bekijk de schets").sees("[—] [—], <b>34</b>", "[—] wordt geslagen.")
    at_desk.page.goto(at_desk.page.url + "-print")
    at_desk.sees("De melder moet deze schets eerst zien en goedvinden.")
    at_desk.press("Laat de schets aan de melder zien").sees("De melder is gevraagd of dit zo mag.")
    hands_in(world, at_desk, world.intern)
    visitor = Visitor(world, browser, days=8).comes_back(code)
    visitor.sees("[—] wordt geslagen.")
    visitor.press("Schrijf terug")
    visitor.page.fill("#body", "Ja, dat klopt.")
    visitor.sends()
    visitor.leaves()
    world.intern.fetch()
    at_desk = reads_in(desks(world.intern))
    at_desk.follows(at_desk.page.locator("ul.cases li.new a").first)
    follows(at_desk, "Overdrachtsschets")
    at_desk.page.locator("input[name=answer]").first.check()
    at_desk.press("Hiermee vindt de melder het goed").sees("De melder vindt deze schets goed.")
    # What stands above each part is in the reporter's language, whichever the desk has.
    at_desk.press("English").sees_not("changed after").sees("Wat is er gebeurd?").press("Nederlands")
    follows(at_desk, "Toon de schets om te printen of te bewaren").sees("[—] wordt geslagen.", "De melder heeft dit gelezen")
    at_desk.page.emulate_media(media="print")
    assert not at_desk.page.locator("nav").is_visible() and not at_desk.page.locator(".screen").is_visible()
    at_desk.page.emulate_media(media="screen")
    follows(at_desk, "Terug naar de schets.")
    # In mortal danger, and only with a reason.
    at_desk.page.fill("#what", "Iets anders.")
    at_desk.press("Bewaar en bekijk de schets").sees("veranderd nadat de melder hem zag")
    at_desk.page.check("input[name=danger]")
    at_desk.page.fill("#reason", "Er is een mes.")
    at_desk.press("Schrijf dit op").sees("Levensgevaar, opgeschreven op", "Er is een mes.")
    follows(at_desk, "Toon de schets om te printen of te bewaren").sees("Iets anders.", "Vanwege levensgevaar")


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1280, "light")])
def test_every_screen(page_world, browser, desks, width, scheme):
    """One case is asked about, another has a sketch; a third came from the external."""
    world = page_world
    world.pass_to(9)
    world.file("Nog een vraag, met een lang verhaal. " * 9, language="nl")
    world.arrive()
    number = max(world.cases())
    at_desk = desks(world.intern, "nl", width, color_scheme=scheme)
    root = at_desk.page.url.rpartition("/today")[0]
    for language in ("English", "Nederlands"):
        at_desk.press(language)
        for screen in ("refer", "conflict", "sketch"):
            at_desk.page.goto(f"{root}/cases/{number}/{screen}")
            looked_at(at_desk, f"{language}-{screen}-{width}")
        at_desk.page.goto(f"{root}/cases/{number}/refer")
        at_desk.page.check("input[value=extern]")
        at_desk.page.locator("input[name^=m]").first.check()
        at_desk.follows(at_desk.page.locator("main form .main").last)
        at_desk.page.wait_for_selector("#along")
        looked_at(at_desk, f"{language}-refer-preview-{width}")
        at_desk.page.fill("#words", "")
        at_desk.follows(at_desk.page.locator("main form .main").last)
        at_desk.page.wait_for_selector("[role=alert]")
        looked_at(at_desk, f"{language}-refer-preview-wrong-{width}")
        at_desk.page.fill("#words", "Mag dit?")
        at_desk.follows(at_desk.page.locator("main form .main").last)
        at_desk.page.wait_for_url(f"**/cases/{number}")
        looked_at(at_desk, f"{language}-being-asked-{width}")
        at_desk.page.goto(f"{root}/cases/{number}/refer")
        looked_at(at_desk, f"{language}-refer-asked-{width}")
        at_desk.page.goto(f"{root}/cases/{number}/sketch")
        at_desk.page.fill("#who", "Iemand van de nachtploeg.")
        at_desk.follows(at_desk.page.locator("main form button").last)
        at_desk.page.wait_for_selector("#words")
        looked_at(at_desk, f"{language}-sketch-written-{width}")
        if at_desk.page.locator("input[name=danger]").count():
            at_desk.page.check("input[name=danger]")
            at_desk.page.fill("#reason", "Er is een mes.")
            at_desk.follows(at_desk.page.locator("main form button").last)
            at_desk.page.wait_for_selector(".danger")
        at_desk.page.goto(f"{root}/cases/{number}/sketch-print")
        looked_at(at_desk, f"{language}-sketch-print-{width}")
        for case in range(1, number):
            at_desk.page.goto(f"{root}/cases/{case}")
            looked_at(at_desk, f"{language}-case-{case}-{width}")
