"""What a visitor typed stays where it was, whatever is chosen meanwhile; and what it amounts to is said as it is."""

import shutil
import subprocess

from page_world import BUILT, ROOT, Visitor


def test_another_door_keeps_what_was_written(page_world, browser):
    visitor = Visitor(page_world, browser).chooses("report", "intern")
    visitor.page.fill("#body", "Wat ik schreef.")
    visitor.page.check("#track-wbk")
    for door, title in [("talk", "Schrijf wat je kwijt wilt"), ("report", "Schrijf wat er is gebeurd")]:
        visitor.press("Kies andere lezers").press("Terug naar het begin").sees("Verder met wat je al schreef")
        visitor.page.click(f"#door-{door}")
        visitor.arrives_at("readers")
        assert visitor.page.is_checked("#reader-intern")
        visitor.press("Verder").arrives_at("write").sees(title)
        assert visitor.page.input_value("#body") == "Wat ik schreef."
    # It was not asked behind the other door.
    assert visitor.page.locator("input[name=track]:checked").count() == 0
    visitor.press("Gooi mijn tekst weg").arrives_at("stopped").sees("Er is niets verstuurd", "Je tekst is weg.")
    visitor.sees_not("opgeschreven")
    visitor.press("Terug naar het begin").arrives_at("home").sees_not("Verder met wat je al schreef")
    visitor.leaves()


def test_only_invisible_characters_are_no_text(page_world, browser):
    visitor = Visitor(page_world, browser).chooses("talk", "intern")
    visitor.page.fill("#body", " \u200b\u2060\n\u3164\ufeff")
    visitor.press("Verder").sees("Er staat nog niets. Twee regels zijn genoeg.")
    visitor.page.fill("#body", "\u200bJa")
    visitor.press("Verder").arrives_at("code")
    visitor.leaves()


def test_a_question_mark_is_a_word_not_read(page_world, browser):
    code = page_world.file("Iets.\n", language="nl").stdout.split()
    visitor = Visitor(page_world, browser)
    visitor.comes_back(" ".join([*code[:3], "?", *code[4:]]), answered=False)
    visitor.sees("Woord 4 kon je niet lezen.", f"Bedoel je {code[3]}?")
    visitor.sees_not("klopt niet")
    # In another language it is said again, and the words stay.
    visitor.page.click("#language-en")
    visitor.sees("You could not read word 4.", f"Do you mean {code[3]}?")
    assert visitor.page.input_value("#code").split()[4:] == code[4:]
    visitor.press(f"Yes, {code[3]}").arrives_at("status")
    visitor.press("Done: forget my words").page.click("#door-back")
    visitor.arrives_at("enter").sees_not("could not read")
    visitor.leaves()


def test_the_link_that_was_typed_stays_in_another_language(page_world, browser):
    visitor = Visitor(page_world, browser, link=page_world.address + "/")
    visitor.page.fill("#link", page_world.link_text)
    visitor.page.click("#language-en")
    visitor.sees("Your link is not complete")
    assert visitor.page.input_value("#link") == page_world.link_text
    visitor.press("Use this link").sees("Talk with a confidential counsellor of De Linde")
    visitor.leaves()


def test_a_language_that_can_not_be_fetched(page_world, browser):
    visitor = Visitor(page_world, browser)
    visitor.sees("De Linde")
    visitor.page.route("**/texts/**", lambda route: route.abort())
    for _ in range(2):
        visitor.page.click("#language-en")
        visitor.sees("De andere taal kan nu niet worden opgehaald.")
    assert visitor.page.locator("#language-failed").count() == 1 and visitor.page.get_attribute("html", "lang") == "nl"
    visitor.leaves()


def test_a_third_language_is_one_file_and_one_line(page_world, browser, tmp_path):
    """Texts of an invented third language, in which the words are English ones."""
    sources = tmp_path / "sources"
    shutil.copytree(ROOT / "Sources/Page", sources, ignore=shutil.ignore_patterns("Core"))
    english, list_ = (sources / "texts/en.mjs").read_text(), (sources / "scripts/language.mjs").read_text()
    line = '  en: ["English", () => import("../texts/en.mjs")],\n'
    assert line in list_ and 'language: "en",' in english and '"Your ten words"' in english
    (sources / "texts/fr.mjs").write_text(
        english.replace('language: "en",', 'language: "fr",').replace('"Your ten words"', '"Vos dix mots"'))
    (sources / "scripts/language.mjs").write_text(
        list_.replace(line, line + '  fr: ["Français", () => import("../texts/fr.mjs")],\n'))
    built = tmp_path / "page"
    subprocess.run([ROOT / "Sources/Page/build.sh", "--sources", sources, "--core", BUILT / "core.wasm", "--output", built],
                   check=True, capture_output=True)
    index = subprocess.run(["node", sources / "index.mjs"], check=True, capture_output=True, text=True).stdout
    assert '<section lang="fr" id="fr">' in index and '<a href="#fr" lang="fr">Français</a>' in index

    visitor = Visitor(page_world, browser, "fr", link="about:blank")
    for path in ("scripts/main.mjs", "texts/fr.mjs"):
        answer = {"body": (built / path).read_text(), "content_type": "text/javascript"}
        visitor.page.route(f"**/{path}", lambda route, _, answer=answer: route.fulfill(**answer))
    visitor.page.goto(page_world.link_text)
    visitor.sees("Français", "anglais")
    assert visitor.page.get_attribute("html", "lang") == "fr"
    words = visitor.writes("Bonjour.")
    visitor.page.locator("#main details").last.evaluate("(one) => { one.open = true; }")
    visitor.page.fill("#type-back", " ".join(words))
    visitor.press("Check").sees("Good. These are your ten words.")
    visitor.sends().press("Done: forget everything on this page").page.click("#door-back")
    visitor.sees("Vos dix mots")
    visitor.page.fill("#code", " ".join(words))
    visitor.press("Look").arrives_at("status")
    visitor.leaves()
    page_world.arrive()
    # What arrives together is in no order.
    assert any("Bonjour." in page_world.show(case) for case in page_world.cases())
