"""Each failure in both browsers, real Chromium and real Firefox: a clear sentence, exactly one report or none, and nothing half
sent. The last test lets a day pass."""

import pytest

from gateway_organisation import Counsellor, Signer, sign, today
from hostile_gateway import claimed
from test_moving import case_with
from told import Told

VALID = "alien virtual endless sketch guide busy patient wonder ritual inhale"


def test_filed_opened_answered_and_read(page_world, visits):
    before = set(page_world.cases())
    visitor = visits()
    visitor.sees("Counsellor intern (werkt bij de organisatie)")
    words = visitor.writes("Geschreven in een browser.")
    visitor.sees("Nog niet verstuurd")
    visitor.sends().sees("Het meldpunt heeft het op")
    assert visitor.stored() == [0, 0, ""]
    page_world.arrive()
    case, = set(page_world.cases()) - before
    assert "Geschreven in een browser." in page_world.show(case)
    page_world.answer(case, "Gelezen. <b>Dank</b>.")
    visitor.press("Klaar: vergeet alles op deze pagina").arrives_at("home").comes_back(" ".join(words))
    visitor.sees("Gelezen. <b>Dank</b>.")
    assert visitor.stored() == [0, 0, ""]


def test_the_gateway_goes_down_midway(page_world, visits):
    before = page_world.taken
    visitor = visits()
    visitor.writes("Onderweg weg.")
    page_world.page.is_down = True
    visitor.click("#send")
    visitor.sees("We weten niet of je melding is aangekomen.", "Er kwam geen antwoord van het meldpunt.")
    page_world.page.is_down = False
    visitor.press("Probeer het opnieuw").arrives_at("sent")
    assert page_world.taken == before + 1 and visitor.stored() == [0, 0, ""]


def test_a_reload_at_the_code_screen(page_world, visits):
    before = page_world.taken
    visitor = visits()
    words = visitor.writes("Herladen.")
    assert visitor.stored()[:2] == [1, 0]
    visitor.reload().arrives_at("waiting").sees("Je melding is nog niet verstuurd", "Gooi weg en begin opnieuw")
    visitor.sees_not(" ".join(words), "Herladen.")
    assert page_world.taken == before
    visitor.sends()
    assert page_world.taken == before + 1 and visitor.stored() == [0, 0, ""]
    visitor.press("Klaar: vergeet alles op deze pagina").arrives_at("home").writes("Weggegooid.")
    visitor.reload().arrives_at("waiting").press("Gooi weg en begin opnieuw").arrives_at("home")
    assert page_world.taken == before + 1 and visitor.stored() == [0, 0, ""]


def test_a_misspelt_word_and_a_wrong_code(page_world, visits):
    code = page_world.file("Iets.\n", language="nl").stdout.split()
    typed = list(code)
    # Four letters are enough for a word, so the mistake is among them.
    typed[3] = typed[3][0] + ("q" if typed[3][1] != "q" else "z") + typed[3][2:]
    visitor = visits().comes_back(" ".join(typed).upper().replace(" ", ", "), answered=False)
    visitor.sees("Woord 4 klopt niet", f"Bedoel je {code[3]}?")
    visitor.press(f"Ja, {code[3]}").arrives_at("status").sees("Met deze woorden is niets gevonden")
    visitor.press("Klaar: vergeet mijn woorden").arrives_at("home").comes_back("een twee drie", answered=False)
    visitor.sees("Dat zijn 3 woorden. Het moeten er tien zijn.")
    visitor.fill("#code", " ".join(reversed(code)))
    visitor.press("Kijk").sees("Deze tien woorden horen niet bij elkaar.")
    visitor.fill("#code", VALID)
    visitor.press("Kijk").arrives_at("status").sees("Met deze woorden is niets gevonden")


def test_an_altered_core(page_world, visits):
    page_world.page.changes = {"/core.wasm": lambda core: core[:-100]}
    visitor = visits()
    nothing_can_be_sent(visitor, "Deze pagina is niet heel aangekomen, of er is iets aan veranderd.")
    visitor.errors.clear()  # Chromium tells of the file.


def test_workers_that_do_not_come(page_world, visits):
    visitor = visits()
    visitor.click("#door-back")
    visitor.arrives_at("enter").settles()
    page_world.page.lacks = "/scripts/worker.mjs"
    # Some were made before; then there are none.
    for number in range(1, 6):
        visitor.fill("#code", "een " * number)
        visitor.press("Kijk")
        if number > 3:
            visitor.sees("Het meldpunt is nu niet te bereiken. Kijk of je internet hebt.")
    page_world.page.clear()
    visitor.press("Kijk").sees("Dat zijn 5 woorden.")


def nothing_can_be_sent(visitor, *said):
    """No form behind the door, only the reason and the other ways."""
    visitor.click("#door-report")
    visitor.arrives_at("readers").sees(*said, "Alle hulplijnen", "0800-0113")
    assert visitor.count("#main input, #main textarea, #main select") == 0
    assert visitor.stored() == [0, 0, ""]


def another(told, id="anna"):
    """Somebody else with the same name, in a list that both roots sign."""
    told.organisation.counsellors[id] = Counsellor(id)
    return told.tells(told.organisation.roster(serial=2), told.keys_note(id, recipient=1))


def changed_list(told):
    key, other = told.counsellor("anna").thread_key, Counsellor("anna").thread_key
    honest = told.organisation.roster()
    return told.tells(honest.replace(key.encode(), other.encode()), told.keys_note("anna"))


def changed_keys(told):
    """Her signature under another's recipient."""
    mine, other = told.recipients
    return told.tells(told.organisation.roster(), told.keys_note("anna").replace(mine.encode(), other.encode())).confirmed()


def keys_by_another(told):
    thief = Signer(told.counsellor("anna").notes.name)
    return told.tells(told.organisation.roster(), told.keys_note("anna", signer=thief, recipient=1)).confirmed()


def false_confirmation(told):
    another(told.honest().confirmed())
    told.confirms_with(lambda text: claimed(told.counsellor("anna").collector.vkey, today(), text))
    return told


def signed_by(told, *keys):
    return told.tells(sign(told.organisation.roster_text(), *keys), told.keys_note("anna")).confirmed()


NOBODY = "Je kunt hier nu aan niemand schrijven"
# What is served, with which link, and what is said on every screen that could have a form.
LIES = {
    "a key changed in the list": (changed_list, {}, ["De handtekening van meld.example/root onder de lijst met vertrouwenspersonen is vals."]),
    "a key changed in her own note": (changed_keys, {}, [NOBODY, "Deze maand kun je hier niet aan deze persoon schrijven."]),
    "her own note by another": (keys_by_another, {}, [NOBODY, "Deze maand kun je hier niet aan deze persoon schrijven."]),
    "another in her place, confirmed by nobody": (
        lambda told: another(told.honest().confirmed()), {}, [NOBODY, "Heeft deze lijst nog niet zelf bevestigd."]),
    "another in her place, a false confirmation": (
        false_confirmation, {}, [NOBODY, "Heeft deze lijst nog niet zelf bevestigd."]),
    "another root in the link": (
        lambda told: told.honest().confirmed(), {"root": Signer("meld.example/root"), "second": Signer("meld.example/second")},
        ["niet ondertekend met de handtekeningen uit jouw link"]),
    "another second key in the link": (
        lambda told: told.honest().confirmed(), {"second": Signer("meld.example/other")}, ["staat er maar één onder de lijst"]),
    "signed by the root alone": (lambda told: signed_by(told, told.root), {}, ["meld.example/second ontbreekt."]),
    "signed by the second alone": (lambda told: signed_by(told, told.second), {}, ["meld.example/root ontbreekt."]),
    "expired": (lambda told: told.honest(issued=-300, expires=-1).confirmed(), {}, ["gold tot en met"]),
    "not yet valid": (lambda told: told.honest(issued=30).confirmed(), {}, ["geldt pas vanaf"]),
    "nobody ever fetched": (lambda told: told.honest(), {}, [NOBODY, "Heeft deze lijst nog niet zelf bevestigd."]),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_list_or_key_that_is_not_to_be_trusted(page_world, visits, lie):
    tells, keys, said = LIES[lie]
    told = tells(Told(page_world))
    nothing_can_be_sent(visits(link=told.link(**keys)), *said)
    assert told.posted == 0


def test_the_truth_is_believed_and_who_never_fetched_is_not_offered(page_world, visits):
    """The same organisation with nothing wrong: what is refused above is refused for its lie alone."""
    told = Told(page_world).honest().confirmed("bram")
    visitor = visits(link=told.link())
    visitor.click("#door-talk")
    visitor.arrives_at("readers").sees("Nu niet op deze manier te bereiken", "Heeft deze lijst nog niet zelf bevestigd.")
    assert visitor.count("#main input") == visitor.count("#reader-bram") == 1
    visitor.press("Terug naar het begin").arrives_at("home").writes("Iets.", readers=("bram",))
    assert told.posted == 0
    visitor.sends().sees("Het meldpunt heeft het op")
    assert told.posted == len(told.kept.pending) == 1


@pytest.mark.parametrize("signers", [1, 2])
def test_one_signature_is_said_for_what_it_is(page_world, visits, signers):
    told = Told(page_world)
    if signers == 1:
        told.tells(sign(told.organisation.roster_text(roots=[told.root]), told.root), told.keys_note("anna"))
        told.confirmed("anna")
    else:
        told.honest().confirmed()
    visitor = visits(link=told.link(second=False))
    one, linked = "Eén persoon heeft deze lijst ondertekend, niet twee.", "je link noemt er één"
    visitor.sees(one if signers == 1 else linked)
    visitor.sees_not(linked if signers == 1 else one)
    visitor.chooses("talk", "anna")


# That the page's own clock is a day ahead, as the gateway's is then.
TOMORROW = b"""globalThis.Date = class extends Date {
  constructor(...all) { super(...(all.length ? all : [Date.now() + 86_400_000])); }
};
"""


@pytest.fixture(scope="module")
def answered(page_world):
    """The words of a report whose answer is a day old: it is in the log."""
    code = page_world.file("Vandaag beantwoord.\n", language="nl").stdout
    page_world.arrive()
    page_world.answer(case_with(page_world, "Vandaag beantwoord."), "Dit komt niet aan.")
    page_world.pass_to(1)
    page_world.intern.fetch()
    return code


def test_a_withheld_reply(page_world, visits, answered):
    front, tomorrow = page_world.page, {"/scripts/main.mjs": lambda script: TOMORROW + script}
    front.changes = tomorrow
    visits().comes_back(answered).sees("Dit komt niet aan.")
    front.instead = lambda method, path, body: (200, b"") if path.startswith("/replies/") else None
    visitor = visits().comes_back(answered)
    visitor.sees("kwam er een antwoord van Counsellor intern voor je binnen, en het meldpunt geeft het niet. Dat is bewezen.",
                 "Telephone +31 00 000 00 00")
    visitor.sees_not("Nog geen antwoord", "Dit komt niet aan.")
