"""Every screen of the page: accessible, in both languages, by keyboard alone, on a narrow screen; leaving at once."""

import json

import pytest
from playwright.sync_api import expect

from page_look import FITS, WIDTH, looked_at
from page_world import Visitor

TEXT = {"nl": {"again": "Schrijf terug", "stop": "Stop, doe hier niets mee"},
        "en": {"again": "Write back", "stop": "Stop, don't do anything with this"}}
MOVE = {"nl": ("Ga verder met nieuwe woorden", "Verder", "Gooi alles weg", "Je oude woorden werken nog."),
        "en": ("Go on with new words", "Go on", "Throw everything away", "Your old words still work.")}


@pytest.fixture(scope="module")
def answered(page_world):
    """The words of a report that was answered."""
    code = page_world.file("Iets.\n").stdout
    page_world.arrive()
    page_world.answer(max(page_world.cases()), "Dank je wel.")
    return code


@pytest.mark.parametrize("language, scheme", [("nl", "light"), ("en", "dark")])
def test_every_screen(page_world, browser, answered, language, scheme):
    every_screen(page_world, Visitor(page_world, browser, language, width=WIDTH, color_scheme=scheme, reduced_motion="reduce"),
                 answered)


def test_every_screen_with_letters_twice_as_large(page_world, large_letters, answered):
    visitor = Visitor(page_world, large_letters, "nl", width=WIDTH)
    assert visitor.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 34
    every_screen(page_world, visitor, answered)


def test_every_screen_with_the_page_s_letters_doubled(page_world, browser, answered):
    visitor = Visitor(page_world, browser, "en", width=WIDTH, link="about:blank")
    visitor.context.add_init_script(
        'addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "200%"; })')
    visitor.page.goto(page_world.link_text)
    every_screen(page_world, visitor, answered)


def every_screen(page_world, visitor, answered):
    front, seen, language = page_world.page, [], visitor.language
    look = lambda: seen.append(looked_at(visitor))
    visitor.sees("De Linde", "<img src=x onerror=alert(1)> <b>Odd</b>")
    look()
    visitor.page.click("#door-report")
    visitor.page.click(".actions .main")
    look()
    visitor.page.check("#reader-intern")
    visitor.page.click(".actions .main")
    look()
    visitor.page.fill("#body", "Iets.")
    visitor.page.click(".actions .main")
    visitor.words()
    look()
    front.refuses = 507
    visitor.page.click("#send")
    visitor.page.wait_for_selector("#outcome")
    look()
    visitor.page.reload()
    visitor.arrives_at("waiting")
    look()
    front.refuses = None
    visitor.sends()
    look()
    visitor.page.click(".actions .main")
    visitor.arrives_at("home")
    visitor.comes_back("een twee", answered=False)
    visitor.page.wait_for_selector("#main [role=alert]:not([hidden])")
    look()
    visitor.page.fill("#code", answered)
    visitor.page.click(".actions .main")
    visitor.arrives_at("status").sees("Dank je wel.", TEXT[language]["again"])
    look()
    for button in TEXT[language].values():
        visitor.press(button).arrives_at("message")
        look()
        visitor.page.click(".actions .quiet")
        visitor.arrives_at("status")
    begin, on, stop, still = MOVE[language]
    visitor.page.locator("#main details").last.evaluate("(one) => { one.open = true; }")
    visitor.press(begin).arrives_at("move")
    look()
    visitor.press(on)
    visitor.words()
    look()
    visitor.press(stop).arrives_at("stopped").sees(still)
    look()
    visitor.page.click(".actions .main, #main > .main")
    visitor.arrives_at("status")
    assert set(seen) == {
        "home", "readers", "write", "code", "waiting", "sent", "enter", "status", "message", "move", "stopped"}
    visitor.leaves()


def test_by_keyboard_alone(page_world, browser):
    visitor = Visitor(page_world, browser, "en")
    visitor.sees("De Linde")
    press = visitor.page.keyboard.press

    def tab_to(selector):
        for _ in range(60):
            if visitor.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                box = visitor.page.evaluate("""() => { const box = document.activeElement.getBoundingClientRect();
                    return [box.top, box.bottom, innerHeight]; }""")
                assert 0 <= box[0] < box[2], f"{selector} is out of sight"
                return
            press("Tab")
        raise AssertionError(f"{selector} can't be reached")

    def arrives(screen):
        visitor.arrives_at(screen)
        assert visitor.focused() == "H1"

    tab_to("#door-question")
    press("Enter")
    arrives("readers")
    tab_to("#reader-intern")
    press("Space")
    tab_to(".actions .main")
    press("Enter")
    arrives("write")
    tab_to("#body")
    visitor.page.keyboard.type("Is this normal?")
    tab_to(".actions .main")
    press("Enter")
    visitor.words()
    arrives("code")
    tab_to("#send")
    press("Enter")
    arrives("sent")
    # Whoever was not chosen is no way out when nothing comes.
    visitor.sees("If nothing comes", "Counsellor intern")
    visitor.sees_not("Counsellor extern")
    visitor.leaves()


def test_new_words_by_keyboard_alone(page_world, browser, answered):
    visitor = Visitor(page_world, browser, "en").comes_back(answered)
    steps = [("#main details:last-of-type > summary", "Enter"), ("#main details[open] button", "Enter"), ("#body", None),
             (".actions .main", "Enter")]
    for selector, key in steps:
        for _ in range(60):
            if visitor.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                break
            visitor.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"{selector} can't be reached")
        if key:
            visitor.page.keyboard.press(key)
        else:
            assert visitor.screen == "move"
            visitor.page.keyboard.type("The red bicycle.")
    visitor.words()
    assert visitor.screen == "code" and visitor.focused() == "H1"
    visitor.leaves()


def test_the_language_changes_in_place(page_world, browser):
    visitor = Visitor(page_world, browser).chooses("report", "intern")
    visitor.page.fill("#body", "Wat ik schreef.")
    visitor.page.check("#track-wbk")
    visitor.page.select_option("#category", "fraud")
    visitor.page.click("#language-en")
    visitor.sees("Write what happened")
    assert visitor.page.input_value("#body") == "Wat ik schreef." and visitor.page.is_checked("#track-wbk")
    assert visitor.page.input_value("#category") == "fraud" and visitor.page.get_attribute("html", "lang") == "en"
    visitor.leaves()


@pytest.mark.parametrize("way", ["button", "shift"])
def test_leaving_at_once(page_world, browser, way):
    visitor = Visitor(page_world, browser)
    visitor.context.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="weather", content_type="text/plain"))
    words = visitor.writes("Weg ermee.")
    assert visitor.stored()[0] == 1
    length = visitor.page.evaluate("history.length")
    if way == "button":
        visitor.page.click("#exit")
    else:
        for _ in range(3):
            visitor.page.keyboard.press("Shift")
    visitor.page.wait_for_url("https://www.knmi.nl/**")
    assert visitor.page.evaluate("history.length") == length
    visitor.page.goto(page_world.link_text)
    visitor.sees("Praten met een vertrouwenspersoon")
    visitor.sees_not("Weg ermee.", words[0] + "\n")
    assert visitor.stored() == [0, 0, ""] and visitor.context.cookies() == []
    visitor.context.close()


def test_without_javascript(page_world, browser):
    visitor = Visitor(page_world, browser, width=320, java_script_enabled=False)
    for said in ("Praten met een vertrouwenspersoon", "Talk with a confidential counsellor", "0800-0113", "088-133 10 00",
                 "het programma reporter", "the program reporter", "Wat doet een vertrouwenspersoon?"):
        assert visitor.page.get_by_text(said).first.count() == 1, said
    assert all(path in ("/", "/style.css") or path.startswith(("/scripts/", "/core.wasm")) for path in
               (path for _, path, _ in page_world.page.requests[-3:]))
    visitor.context.close()


def test_the_organisations_own_texts_are_text(page_world, browser):
    front = page_world.page
    mean = "<img src=x onerror=alert(1)> \u202egnirts\u200b"
    front.changes = {"/organisation.json": json.dumps({"nl": {
        "welcome": f"Welkom {mean}", "help": [{"name": mean, "for": mean, "contact": "<b>+31 00 111 11 11</b>"}]}}).encode()}
    visitor = Visitor(page_world, browser)
    visitor.sees("Welkom <img src=x onerror=alert(1)> ⟨U+202E⟩gnirts⟨U+200B⟩")
    visitor.page.click("#help summary")
    visitor.sees("<b>+31 00 111 11 11</b>")
    assert visitor.page.locator("#main img, #foot b").count() == 0
    front.clear()
    visitor.leaves()


def test_too_long_and_empty_texts_go_nowhere(page_world, browser):
    visitor = Visitor(page_world, browser).chooses("talk", "intern", "extern")
    visitor.press("Verder").sees("Er staat nog niets. Twee regels zijn genoeg.")
    visitor.page.fill("#body", "é" * 6_000)
    expect(visitor.page.locator("#said")).to_contain_text("te lang")
    visitor.sees_not("Er staat nog niets")
    visitor.press("Verder").arrives_at("write")
    visitor.page.fill("#body", "onzichtbaar \u0001 teken")
    visitor.press("Verder").sees("onzichtbare tekens")
    assert visitor.stored()[0] == 0
    visitor.leaves()


def test_quick_exit_stays_whole(page_world, browser):
    visitor = Visitor(page_world, browser, width=320)
    visitor.sees("De Linde")
    box = visitor.page.locator("#exit").bounding_box()
    assert box["height"] < 60 and box["x"] + box["width"] <= 320
    # A telephone on its side.
    visitor.page.set_viewport_size({"width": 568, "height": 320})
    assert visitor.page.evaluate(FITS) == []
    visitor.leaves()


def test_forced_colours_and_large_letters(page_world, browser):
    visitor = Visitor(page_world, browser, width=640, forced_colors="active")
    visitor.page.evaluate("document.documentElement.style.fontSize = '200%'")
    visitor.sees("De Linde")
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visitor.leaves()
