"""First use, a forgotten passphrase, a backup and its drill, hours, a succession: whole stories at the desk."""

import re

import pytest

from desk_world import Counsellor, DeskRun
from house import run
from test_desk_screens import looked_at

PASSPHRASE = "zeven eigen woorden voor deze ene proef hier"


class Newcomer(Counsellor):
    """Someone whose desk has nothing to unlock yet, or a list first."""
    first_seen = "h1"


def make_sheets(at_desk):
    """Makes sheets, and gives the words of each as it stood on its page."""
    at_desk.goes("Sleutels en bewaren")
    at_desk.follows(at_desk.page.get_by_role("link", name="Herstelbladen", exact=True))
    at_desk.press("Maak drie bladen")
    words = []
    for number in (1, 2, 3):
        at_desk.sees(f"Herstelblad {number} van 3")
        words.append(at_desk.page.locator(".sheet ol li").all_inner_texts())
        assert len(words[-1]) == 10
        at_desk.press(f"Blad {number} ligt klaar, verder")
    at_desk.sees("De nieuwe bladen gelden.")
    return words


def recovers(at_desk, one, two, passphrase=PASSPHRASE):
    at_desk.follows(at_desk.page.get_by_role("link", name="Wachtzin vergeten?", exact=True))
    at_desk.page.fill("#one", one)
    at_desk.page.fill("#two", two)
    at_desk.page.fill("#passphrase", passphrase)
    at_desk.page.fill("#again", passphrase)
    at_desk.press("Open met een nieuwe wachtzin")


def test_a_forgotten_passphrase_with_two_sheets_and_with_one(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser)
    at_desk.sees_not("Wachtzin vergeten?").unlocks()
    words = make_sheets(at_desk)
    # Their words are nowhere any more.
    at_desk.page.go_back()
    at_desk.page.reload()
    at_desk.sees_not(words[2][0] + "\n" + words[2][1])
    at_desk.press("Op slot")
    at_desk.page.wait_for_selector("#passphrase")
    one = " ".join(words[0])
    for other, said in [(one, "Eén blad opent niets"), ("molen " * 10, "het tweede blad horen niet bij deze bestanden"),
                        (" ".join(words[1][:9]), "zijn het er 9")]:
        recovers(at_desk, one, other)
        at_desk.sees(said)
        assert at_desk.page.locator("nav").count() == 0
        at_desk.follows(at_desk.page.get_by_role("link", name="Terug"))
    at_desk.unlocks().press("Op slot")
    at_desk.page.wait_for_selector("#passphrase")
    recovers(at_desk, "\n".join(f"{n}. {word.upper()}," for n, word in enumerate(words[2], 1)), one)
    at_desk.sees("Uw bestanden hebben een nieuwe wachtzin.").press("Op slot")
    at_desk.page.wait_for_selector("#passphrase")
    at_desk.page.fill("#passphrase", desk.passphrase)
    at_desk.page.keyboard.press("Enter")
    at_desk.sees("Dat is niet de wachtzin van deze kluis.")
    at_desk.unlocks(PASSPHRASE)
    # Back to the one the other tests know.
    at_desk.goes("Sleutels en bewaren")
    at_desk.follows(at_desk.page.get_by_role("link", name="Andere wachtzin"))
    at_desk.page.fill("#present", PASSPHRASE)
    at_desk.page.fill("#passphrase", desk.passphrase)
    at_desk.page.fill("#again", desk.passphrase)
    at_desk.press("Andere wachtzin").sees("Uw wachtzin is veranderd.")
    at_desk.leaves()


def test_first_use_from_nothing_to_today(shared_house, browser, tmp_path):
    class New:
        id, offline, online = "nieuw", tmp_path / "data" / "offline", tmp_path / "data" / "online"
        passphrase = tmp_path / "passphrase"
    New.passphrase.write_text(PASSPHRASE)
    running = DeskRun(New)
    try:
        at_desk = Newcomer(running, browser)
        at_desk.sees("Welkom bij uw bureau", "Een computer die uw werkgever beheert is de zwakste keus")
        at_desk.press("English").sees("Welcome to your desk").press("Nederlands").press("Begin")
        at_desk.page.fill("#link", "https://meld.linde.example/")
        at_desk.press("Verder").sees("Dit is geen link van een organisatie.")
        at_desk.page.fill("#link", shared_house.link_text)
        at_desk.press("Verder").sees("Wie bent u?")
        at_desk.page.fill("#name", "De nieuwe")
        at_desk.page.fill("#id", "Niet Goed")
        at_desk.page.get_by_label("vervanger").check()
        at_desk.page.get_by_label("Nederlands").check()
        at_desk.page.get_by_label("dinsdag").check()
        at_desk.press("Verder").sees("Een korte naam heeft 1 tot 32 tekens")
        assert at_desk.page.get_by_label("dinsdag").is_checked()
        at_desk.page.fill("#id", "nieuw")
        at_desk.press("Verder").sees("Uw wachtzin")
        offered = at_desk.page.locator(".words").inner_text()
        assert len(offered.split()) == 7
        for typed, strength in [("kort", "Nog te kort"), ("welkom welkom welkom", "Zwak:"),
                                ("paarden dansen graag op gras", "Redelijk."), (offered, "Sterk.")]:
            at_desk.page.fill("#passphrase", typed)
            at_desk.sees(strength)
        for first, second, said in [("kort", "kort", "minstens twaalf tekens"),
                                    (PASSPHRASE, offered, "niet gelijk"),
                                    ("welkom welkom welkom", "welkom welkom welkom", "Deze wachtzin is zwak")]:
            at_desk.page.fill("#passphrase", first)
            at_desk.page.fill("#again", second)
            at_desk.press("Maak mijn kluis").sees(said)
            assert at_desk.page.locator(".words").inner_text() == offered
            assert not New.offline.exists() or not (New.offline / "identity.age").exists()
        at_desk.page.fill("#passphrase", offered)
        at_desk.page.fill("#again", offered)
        at_desk.press("Maak mijn kluis").sees("De eerste stappen", "1. Uw vingerafdruk zeggen")
        said = re.search(r"nl: ([a-z ]+)", at_desk.page.locator("main").inner_text())[1]
        stick = tmp_path / "stick"
        at_desk.page.fill("#folder", str(stick))
        at_desk.press("Schrijf de bestanden").sees("nieuw.enrolment")
        names = sorted(path.name for path in stick.iterdir())
        assert names == ["nieuw.enrolment", "nieuw.hours.note", "nieuw.keys.note"]
        at_desk.press("Ik heb de vingerafdruk gezegd en de bestanden gegeven")
        make_sheets(at_desk)
        at_desk.goes("Vandaag").sees("Eerste stappen die nog te doen zijn: 2.")
        at_desk.follows(at_desk.page.get_by_role("link", name="Naar de eerste stappen"))
        at_desk.follows(at_desk.page.get_by_role("link", name="Back-up en proef"))
        backup = tmp_path / "backup"
        at_desk.page.fill("#folder", str(backup))
        at_desk.page.fill("#months", str(tmp_path / "months.age"))
        at_desk.press("Maak een back-up").sees("13 maandsleutels")
        at_desk.page.fill("#proved", str(backup))
        at_desk.page.fill("#passphrase", "niet deze wachtzin")
        at_desk.press("Doe de proef").sees("Dat is niet de wachtzin")
        at_desk.page.fill("#proved", str(backup))
        at_desk.page.fill("#passphrase", offered)
        at_desk.press("Doe de proef").sees("De back-up gaat open.", "De herstelbladen werken er ook op.")
        at_desk.goes("Vandaag").sees("Er ligt niets te wachten.", "Eerste stappen die nog te doen zijn: 1.")
        # The holders add and sign; the words they see are those she said.
        added = run("counsellor", "organisation", "add", shared_house.organisation, stick / "nieuw.enrolment",
                    "--language", "nl").stdout
        assert said.strip() in added
        shared_house.sign()
        run("gateway", "publish", shared_house.gateway_folder, shared_house.organisation / "roster.note",
            *stick.glob("*.note"))
        run("counsellor", "fetch", "--collector", New.online)
        for colleague in (shared_house.intern, shared_house.extern):
            colleague.fetch(ok=False)
            run("counsellor", "approve", "nieuw", "--yes", "--collector", colleague.online)
            colleague.fetch()
        at_desk.goes("Ophalen en versturen")
        assert at_desk.page.input_value("#mirror") == f"{New.online}/mirror"
        at_desk.press("Lees in").sees("Ingelezen berichten: 0").goes("Vandaag")
        at_desk.sees_not("Eerste stappen").leaves()
    finally:
        running.stop()


def test_a_succession_is_told_in_each_open_thread(shared_house, desk, browser, tmp_path):
    codes = [shared_house.file(f"Zaak {n} van de opvolging.").stdout for n in (1, 2)]
    shared_house.arrive()
    at_desk = Counsellor(desk, browser).unlocks()
    at_desk.goes("Sleutels en bewaren")
    at_desk.follows(at_desk.page.get_by_role("link", name="Iemand neemt het over"))
    open_cases = int(re.search(r"kunt schrijven: (\d+)", at_desk.page.locator("main").inner_text())[1])
    assert open_cases >= 2
    at_desk.page.select_option("#to", "extern")
    at_desk.press("Bekijk wat er geschreven wordt").sees("Dit komt in elk gesprek")
    text = at_desk.page.input_value("#letter")
    assert "Counsellor extern neemt het over" in text
    at_desk.page.fill("#letter", text + "\n\nDank voor je vertrouwen.")
    at_desk.press("Schrijf dit in alle open zaken").sees(f"Geschreven in zoveel zaken: {open_cases}.")
    at_desk.leaves()
    desk.stop()
    shared_house.intern.post()
    for code in codes:
        shown = shared_house.check(code).stdout
        assert "Dank voor je vertrouwen." in shown and "extern" in shown


def test_hours_and_what_ends(shared_house, desk, browser):
    at_desk = Counsellor(desk, browser).unlocks().goes("Sleutels en bewaren")
    at_desk.sees("De lijst van vertrouwenspersonen geldt tot en met", "Uw sleutels gelden tot en met", "nl: ", "en: ")
    at_desk.follows(at_desk.page.get_by_role("link", name="Wanneer ik lees"))
    at_desk.page.get_by_label("donderdag").check()
    at_desk.page.fill("#from", "2031-01-09")
    at_desk.page.fill("#until", "2031-01-02")
    at_desk.press("Teken").sees("De eerste dag komt vóór de laatste")
    assert at_desk.page.get_by_label("donderdag").is_checked()
    at_desk.page.fill("#until", "2031-01-20")
    at_desk.page.select_option("#replacement", "extern")
    at_desk.page.fill("#phone", "+31 00 000 00 09")
    at_desk.press("Teken").sees("Getekend.").goes("Vandaag").sees("Ze gaan mee als u verstuurt.")
    at_desk.leaves()
    desk.stop()
    shared_house.intern.post()
    shown = shared_house.reporter("organisation").stdout
    assert "+31 00 000 00 09" in shown and "2031" in shown, shown


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1280, "light")])
def test_every_screen_of_keeping(shared_house, browser, tmp_path, width, scheme):
    class New:
        id, offline, online, passphrase = "geen", tmp_path / "none", tmp_path / "online", shared_house.intern.passphrase
    running = DeskRun(New, "en")
    at_desk = Newcomer(running, browser, width, color_scheme=scheme)
    looked_at(at_desk, f"start-welcome-{width}")
    at_desk.press("Begin")
    looked_at(at_desk, f"start-organisation-{width}")
    at_desk.page.fill("#link", shared_house.link_text)
    at_desk.press("Go on")
    looked_at(at_desk, f"start-you-{width}")
    at_desk.page.fill("#name", "A. Newcomer")
    at_desk.page.fill("#id", "new")
    at_desk.page.get_by_label("external").check()
    at_desk.page.get_by_label("English").check()
    at_desk.press("Go on")
    looked_at(at_desk, f"start-passphrase-{width}")
    at_desk.page.fill("#passphrase", "welcome welcome")
    at_desk.page.fill("#again", "welcome welcome")
    at_desk.press("Make my vault").sees("weak")
    looked_at(at_desk, f"start-weak-{width}")
    at_desk.leaves()
    running.stop()
    running = DeskRun(shared_house.intern, "en")
    try:
        at_desk = Counsellor(running, browser, width, color_scheme=scheme).unlocks()
        at_desk.press("English") if at_desk.page.evaluate("document.documentElement.lang") == "nl" else None
        room = at_desk.page.url.rpartition("/")[0]
        for language in ("English", "Nederlands"):
            at_desk.page.goto(room + "/today")
            at_desk.press(language)
            for screen in ("today", "keeping", "keeping/first", "keeping/sheets", "keeping/backup", "keeping/hours",
                           "keeping/passphrase", "keeping/succession", "keeping/end", "organisations"):
                at_desk.page.goto(f"{room}/{screen}")
                looked_at(at_desk, f"{language}-{screen.replace('/', '-')}-{width}")
            at_desk.page.goto(room + "/keeping/sheets")
            at_desk.follows(at_desk.page.locator("form .main"))
            looked_at(at_desk, f"{language}-sheet-{width}")
            at_desk.page.goto(room + "/keeping/succession")
            at_desk.page.select_option("#to", "extern")
            at_desk.follows(at_desk.page.locator("main .main"))
            looked_at(at_desk, f"{language}-succession-preview-{width}")
        for _ in range(3):
            at_desk.page.goto(room + "/keeping/sheets/3")
        at_desk.follows(at_desk.page.locator(".main"))
        at_desk.press("Op slot")
        at_desk.follows(at_desk.page.locator("a[href$='/recover']"))
        looked_at(at_desk, f"recover-{width}")
        at_desk.page.fill("#one", "molen")
        at_desk.page.fill("#two", "molen")
        at_desk.page.fill("#passphrase", "welcome welcome")
        at_desk.page.fill("#again", "welcome welcome")
        at_desk.follows(at_desk.page.locator(".main"))
        at_desk.page.wait_for_selector("[role=alert]")
        looked_at(at_desk, f"recover-wrong-{width}")
        at_desk.leaves()
    finally:
        running.stop()
