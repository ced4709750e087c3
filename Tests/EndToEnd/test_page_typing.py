"""What a visitor typed stays where it was, whatever is chosen meanwhile; and what it amounts to is said as it is."""

from page_world import Visitor


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
    visitor.press("Gooi weg").arrives_at("home").sees_not("Verder met wat je al schreef")
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
    visitor.sees("Word 4 you could not read.", f"Do you mean {code[3]}?")
    assert visitor.page.input_value("#code").split()[4:] == code[4:]
    visitor.press(f"Yes, {code[3]}").arrives_at("status")
    visitor.press("Done: forget my words").page.click("#door-back")
    visitor.arrives_at("enter").sees_not("you could not read")
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
