"""The organisation's link in the address bar, which nothing on the page may lose; and what can be tapped."""

from playwright.sync_api import expect

from gateway_organisation import Signer
from page_world import SHORT, Visitor

WHOLE = "Praten met een vertrouwenspersoon van De Linde"


def goes_to(visitor, address):
    """As someone who types it in the address bar of this tab."""
    visitor.page.evaluate("(address) => { location.href = address; }", address)


def test_the_whole_link_in_a_tab_that_is_open(page_world, browser):
    visitor = Visitor(page_world, browser, link=page_world.address + "/")
    visitor.sees("Je link is niet compleet")
    goes_to(visitor, page_world.link_text)
    visitor.sees(WHOLE)
    visitor.sees_not("Je link is niet compleet")
    # And another one after it, which no list is signed by.
    first, other = page_world.link_text.split("&second=")[0], Signer("first.example/sottovoce").vkey
    goes_to(visitor, first.split("root=")[0] + "root=" + other.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D"))
    visitor.sees("niet ondertekend met de handtekeningen uit jouw link")
    goes_to(visitor, page_world.link_text)
    visitor.sees(WHOLE)
    visitor.leaves()


def test_other_fragments_leave_the_page_as_it_is(page_world, browser):
    visitor = Visitor(page_world, browser).chooses("talk", "intern")
    visitor.page.fill("#body", "Wat ik schreef.")
    goes_to(visitor, "#elders")
    goes_to(visitor, page_world.link_text)
    visitor.page.click("#language-en")
    visitor.sees("Write what is on your mind")
    assert visitor.page.input_value("#body") == "Wat ik schreef."
    visitor.leaves()


def test_nothing_can_lose_the_link_before_the_script_is_there(page_world, browser):
    visitor = Visitor(page_world, browser, link="about:blank")
    held = []
    visitor.page.route("**/scripts/main.mjs", lambda route: held.append(route))
    visitor.page.goto(page_world.link_text, wait_until="commit")
    expect(visitor.page.locator("section#en h1")).to_have_text("Talk with a confidential counsellor", timeout=SHORT)
    assert visitor.page.locator("a[href^='#']").count() == 0
    assert visitor.page.locator("header").get_by_text("Nederlands").count() == 0
    held[0].continue_()
    visitor.sees(WHOLE)
    visitor.leaves()


def test_websites_and_numbers_can_be_tapped(page_world, browser):
    visitor = Visitor(page_world, browser)
    visitor.page.click("#help summary")
    row = visitor.page.locator("#help li", has_text="113 Zelfmoordpreventie").locator("bdi a")
    assert [one.get_attribute("href") for one in row.all()] == ["tel:113", "tel:08000113", "https://113.nl/"]
    visitor.chooses("talk", "intern")
    assert visitor.page.locator("#main .box a").get_attribute("href") == "tel:112"
    visitor.leaves()
    visitor = Visitor(page_world, browser, java_script_enabled=False)
    assert visitor.page.locator("a[href='https://113.nl/']").count() == 2
    assert visitor.page.locator("header a[href='#en']").is_visible()
    visitor.context.close()
