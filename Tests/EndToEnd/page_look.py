"""What every screen of the page must be, whatever its letters, width and language: and a picture of it, for someone to look at."""

import os

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}

# A folder for pictures of every screen, for someone to look at; and another width for them.
SHOTS, WIDTH = os.environ.get("PAGE_SHOTS"), int(os.environ.get("PAGE_WIDTH", 320))
shots = 0

# What wider letters must not push out of the screen, hide or break; each with what is wrong with it.
FITS = """() => {
  const wrong = [], exit = document.querySelector("#exit");
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) wrong.push(`${wide} wide: ` + [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML.slice(0, 60)).join(" "));
  for (const place of [document.body.scrollHeight, 0]) {
    scrollTo(0, place);
    const box = exit.getBoundingClientRect();
    if (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight) {
      wrong.push(`exit at ${JSON.stringify(box)} where the page is at ${scrollY}`);
    }
    const under = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!exit.contains(under)) wrong.push(`${under?.tagName} is in front of exit`);
  }
  if (exit.scrollWidth > exit.clientWidth) wrong.push("exit is cut off");
  for (const one of document.querySelectorAll(".words span")) {
    if (one.getClientRects().length > 1) wrong.push(`${one.textContent} is broken`);
  }
  return wrong;
}"""


def violations(visitor):
    """What axe finds, with where."""
    found = Axe().run(visitor.page, options=RULES).response["violations"]
    return [[one["id"], [node["html"][:200] for node in one["nodes"]]] for one in found]


def looked_at(visitor):
    """Nothing for axe, no wider than the screen, and a way out in sight."""
    name = visitor.screen
    for one in visitor.page.locator("details").all():
        one.evaluate("(one) => { one.open = true; }")
    assert violations(visitor) == [], f"{name} {visitor.language}"
    assert visitor.page.evaluate(FITS) == [], f"{name} {visitor.language}"
    assert visitor.page.locator("h1").count() == 1
    if SHOTS:
        global shots
        shots += 1
        visitor.page.screenshot(path=f"{SHOTS}/{visitor.language}-{shots:02}-{name}.png", full_page=True)
    return name
