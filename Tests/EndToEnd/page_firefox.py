"""Someone at the page in real Firefox, driven by marionette: the same steps as in Chromium."""

import contextlib
import shutil

from marionette_driver import By, Wait
from marionette_driver.errors import NoSuchElementException, StaleElementException
from marionette_driver.marionette import Marionette

from house import free_port
from page_world import STORED, Steps

PATIENCE = 60
BLANK = "about:blank"


class Firefox(Steps):
    """Shares one tab with those before; `errors` is for what Chromium alone tells."""

    def __init__(self, world, marionette, link=None):
        self.marionette, self.errors = marionette, []
        marionette.timeout.page_load = 30
        # A page that is there already would not be loaded anew for another fragment, or for none.
        marionette.navigate(BLANK)
        marionette.navigate(link if link is not None else world.link_text)

    def until(self, condition, what):
        """What it gives, once that is something. A screen may be made anew while it looks."""
        gone = (NoSuchElementException, StaleElementException)
        return Wait(self.marionette, timeout=PATIENCE, ignored_exceptions=gone).until(lambda _: condition(), message=what)

    def every(self, selector):
        return self.marionette.find_elements(By.CSS_SELECTOR, selector)

    def shown(self, selector, text=None):
        return next((one for one in self.every(selector) if one.is_displayed() and text in (None, one.text)), None)

    def runs(self, script, *arguments):
        return self.marionette.execute_script(script, script_args=arguments)

    # What is on the screen

    def said(self):
        return " ".join(self.runs("return document.body.textContent").split())

    def sees(self, *texts):
        for text in texts:
            self.until(lambda: text in self.said(), text)

    def sees_not(self, *texts):
        said = self.runs("return document.body.innerText")
        for text in texts:
            assert text not in said, said

    def arrives_at(self, screen):
        self.until(lambda: self.count(f"#main[data-screen={screen}]"), screen)
        return self

    def settles(self):
        self.until(lambda: not self.count("#main .busy"), "not busy")
        return self

    def words(self):
        def ten():
            words = [one.text for one in self.every(".words li span")]
            return words if len(words) == 10 else None

        return self.until(ten, "ten words")

    def count(self, selector):
        return self.runs("return document.querySelectorAll(arguments[0]).length", selector)

    def stored(self):
        return self.runs(f"return {STORED}")

    # What is done

    def does(self, action, selector, text=None):
        """To what is shown. What is made anew between finding and doing is found once more."""

        def done():
            one = self.shown(selector, text)
            if one:
                action(one)
            return one

        self.until(done, text or selector)
        return self

    def click(self, selector):
        self.does(lambda one: one.click(), selector)

    def fill(self, selector, text):
        def fills(field):
            field.clear()
            field.send_keys(text)

        self.does(fills, selector)

    def press(self, text):
        return self.does(lambda one: one.click(), "button", text)

    def reload(self):
        self.marionette.refresh()
        return self

    def leaves(self):
        """Whoever comes after in this tab finds nothing."""
        if self.marionette.get_url() != BLANK:
            self.runs("sessionStorage.clear()")
            self.marionette.navigate(BLANK)


@contextlib.contextmanager
def firefox(folder):
    """Firefox in Dutch; `folder` is for what it writes."""
    running = Marionette(
        bin=shutil.which("firefox-esr"), headless=True, host="127.0.0.1", port=free_port(), startup_timeout=60,
        workspace=str(folder), gecko_log=str(folder / "gecko.log"),
        prefs={"intl.accept_languages": "nl", "intl.locale.requested": "nl"})
    running.start_session()
    try:
        yield running
    finally:
        with contextlib.suppress(Exception):
            running.quit()
