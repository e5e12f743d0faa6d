"""Windows of the system's Chromium, driven by Playwright."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Error, sync_playwright

import browser
from window import HEIGHT, PATIENCE, WIDTH, Missed, Opened, Window


class Chromium(Window):
    """A window of the system's Chromium, in a context of its own."""

    failure = Error

    def __init__(self, driven, dark: bool, scripts: bool) -> None:
        super().__init__()
        self.page = page = driven.new_context(
            java_script_enabled=scripts, color_scheme="dark" if dark else "light",
            viewport={"width": WIDTH, "height": HEIGHT}).new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("request", lambda asked: None if asked.url.startswith("data:")
                else self.requests.append(asked.url))
        page.on("requestfailed", lambda asked: self.messages.append(f"missing: {asked.url}")
                if asked.failure != "net::ERR_ABORTED" else None)  # by leaving the page
        page.on("response", lambda got: self.messages.append(f"{got.status}: {got.url}")
                if got.status >= 400 else None)
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("console", lambda message: self.messages.append(message.text)
                if message.type in ("error", "warning") else None)

    def go(self, address: str) -> None:
        self.page.goto(address)

    def ask(self, function: str, *arguments):
        return self.page.evaluate(f"(given) => ({function})(...given)", list(arguments))

    def click(self, selector: str) -> None:
        try:
            self.page.locator(selector).filter(visible=True).first.click()
        except Error as error:
            reason = error.message.splitlines()[0]
            raise Missed(f"nothing to click at {selector}: {reason}") from error

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def back(self) -> None:
        self.page.go_back()

    def pdf(self) -> bytes:
        return self.page.pdf(prefer_css_page_size=True, tagged=True)


@contextlib.contextmanager
def opener() -> Iterator[Opened]:
    """Gives a function that opens windows, each a context of its own, in one Chromium."""
    with sync_playwright() as playwright:
        driven = browser.launch(playwright)

        @contextlib.contextmanager
        def opened(dark: bool = False, scripts: bool = True) -> Iterator[Window]:
            window = Chromium(driven, dark, scripts)
            yield window
            window.page.context.close()

        yield opened
        driven.close()
