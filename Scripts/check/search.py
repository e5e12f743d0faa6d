#!/usr/bin/env python3
"""Search a built site as a reader does, and read every page without scripts.

Usage: search.py SITE [WEB]

Chromium opens the search page of SITE from disk, and that of WEB, the same site built with
--target web, under its own address, whose files come from the folder. For pages spread over the
site the page's heading is typed; the answer must name the page among its ten results, and the
first result must open. Each question is asked in a new window, so that its time is a first answer:
from the return key to the results, with everything that is loaded for it.

Then every page of both is opened with scripts off. Findings:

  search    no answer, an answer without the page, a first result that does not open
  slow      the median of the first answers is over 300 ms
  network   a request to anything but the site itself, or for a file that is missing
  console   an error or warning
  plain     without scripts: a page without heading or text, or with a control that does nothing

Printed: the findings, then one line

  search  N pages  Q questions  first answer M ms, at most L ms  F findings
"""

import functools
import html
import mimetypes
import pathlib
import re
import statistics
import sys
import urllib.parse

from playwright.sync_api import TimeoutError as Timeout
from playwright.sync_api import sync_playwright

import browser
import feeds
import pages

QUESTIONS = 24
MOST_MS = 300
HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)

# From the return key to the results: the status line is written when they stand in the page.
ANSWER = """() => new Promise((done) => {
  const form = document.getElementById('search-form');
  const status = document.getElementById('search-status');
  const began = performance.now();
  new MutationObserver((_, own) => { own.disconnect(); done(performance.now() - began); })
    .observe(status, { childList: true, characterData: true, subtree: true });
  form.requestSubmit();
})"""
LINKS = "() => [...document.querySelectorAll('#search-results a')].map((link) => link.href)"
CONTROLS = """() => [...document.querySelectorAll('input, select, textarea, button')]
  .filter((control) => !control.disabled && control.checkVisibility())
  .map((control) => control.id || control.outerHTML.slice(0, 60))"""
TEXT = """() => [document.querySelectorAll('main h1').length,
  (document.querySelector('main') || document.body).innerText.trim().length]"""


class Copy:
    """A built site and the address under which it is read."""

    def __init__(self, folder: pathlib.Path, on_disk: bool) -> None:
        self.folder = folder
        match = feeds.CANONICAL.search((folder / "index.html").read_text(encoding="utf-8"))
        if not on_disk and not match:
            pages.unable("search.py", f"{folder} has no address: its site.yml needs a baseURL")
        self.base = folder.as_uri() + "/" if on_disk else html.unescape(match.group(1))
        self.on_disk = on_disk
        self.name = "disk" if on_disk else "web"

    def address(self, page: str) -> str:
        """Where a page, such as search/index.html, is read."""
        if not self.on_disk:
            page = page.removesuffix("index.html")
        return self.base + urllib.parse.quote(page)

    def file(self, address: str) -> pathlib.Path | None:
        """The file behind an address; None for an address that is not the site's."""
        plain = address.split("#")[0].split("?")[0]
        if not plain.startswith(self.base):
            return None
        inside = urllib.parse.unquote(plain.removeprefix(self.base))
        if inside == "" or inside.endswith("/"):
            inside += "index.html"
        return self.folder / inside

    def serve(self, route) -> None:
        """Answer a request of the site's own address from its folder, and no other."""
        file = self.file(route.request.url)
        if file is None or not file.is_file():
            route.abort()
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    def window(self, driven, note, scripts: bool = True):
        """A new page in a context of its own, whose requests and messages are watched."""
        context = driven.new_context(java_script_enabled=scripts)
        if not self.on_disk:
            context.route("**/*", self.serve)
        page = context.new_page()

        def request(asked) -> None:
            if asked.url.startswith("data:"):
                return
            file = self.file(asked.url)
            if file is None:
                note("network", asked.url)
            elif not file.is_file():
                note("network", f"missing: {asked.url.removeprefix(self.base)}")

        page.on("request", request)
        page.on("pageerror", lambda error: note("console", str(error)))
        page.on("console", lambda message: note("console", message.text)
                if message.type in ("error", "warning") else None)
        return page


def headings(copy: Copy) -> list[tuple[str, str]]:
    """Pages spread over the site, each with a heading that no other page has."""
    owners: dict[str, list[str]] = {}
    for file in sorted(copy.folder.rglob("*.html")):
        name = file.relative_to(copy.folder).as_posix()
        match = HEADING.search(file.read_text(encoding="utf-8"))
        if match and name not in ("search/index.html", "index.html"):
            words = html.unescape(re.sub(r"<[^>]*>", " ", match.group(1)))
            owners.setdefault(" ".join(words.split()), []).append(name)
    unique = sorted((names[0], words) for words, names in owners.items() if len(names) == 1)
    step = max(1, len(unique) // QUESTIONS)
    return unique[::step][:QUESTIONS]


def ask(copy: Copy, driven, name: str, words: str, note) -> float | None:
    """Type one question, time its answer and follow its first result."""
    page = copy.window(driven, note)
    page.goto(copy.address("search/index.html"))
    try:
        page.fill("#search-input", words, timeout=3000)
        took = page.evaluate(ANSWER)
        page.wait_for_selector("#search-results a", timeout=3000)
    except Timeout:
        note("search", f"{words!r} has no answer")
        page.context.close()
        return None
    found = page.evaluate(LINKS)
    if copy.address(name) not in found:
        note("search", f"{words!r} does not find {name}")
    page.click("#search-results li:first-child a")
    page.wait_for_load_state()
    if page.url.split("#")[0] != found[0] or page.locator("h1").count() == 0:
        note("search", f"the first result of {words!r} does not open: {found[0]}")
    page.context.close()
    return took


def type_letters(copy: Copy, driven, words: str, note) -> None:
    """Answers come while letters are typed, without the return key."""
    page = copy.window(driven, note)
    page.goto(copy.address("search/index.html"))
    try:
        page.locator("#search-input").press_sequentially(words[:24], delay=20, timeout=3000)
        page.wait_for_selector("#search-results a", timeout=3000)
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.matches('#search-results a')") is not True:
            note("search", "the arrow key does not lead to the first result")
    except Timeout:
        note("search", f"typing {words[:24]!r} has no answer")
    page.context.close()


class Plain:
    """One page after the other with scripts off."""

    def __init__(self, folder: pathlib.Path, on_disk: bool, driven) -> None:
        self.copy = copy = Copy(folder, on_disk)
        self.notes: list[tuple[str, str]] = []
        self.page = copy.window(driven, lambda *what: self.notes.append(what), scripts=False)

    def __call__(self, file: pathlib.Path) -> list[tuple[str, ...]]:
        name = file.relative_to(self.copy.folder).as_posix()
        self.page.goto(self.copy.address(name))
        heads, length = self.page.evaluate(TEXT)
        if heads != 1 or length < 40:
            self.notes.append(("plain", f"{heads} headings and {length} characters"))
        for control in self.page.evaluate(CONTROLS):
            self.notes.append(("plain", f"a control without its script: {control}"))
        if name == "search/index.html" and not self.page.locator("noscript .notice").is_visible():
            self.notes.append(("plain", "the search page does not say what to do without scripts"))
        found = [(self.copy.name, name, *note) for note in self.notes]
        self.notes.clear()
        return found


def main() -> None:
    """Ask, read, print, and end with the status that says whether there was a finding."""
    folders = [pathlib.Path(name).resolve() for name in sys.argv[1:]]
    if not 1 <= len(folders) <= 2 or not all((f / "index.html").is_file() for f in folders):
        pages.unable("search.py", "usage: search.py SITE [WEB], folders of built sites")
    findings: list[tuple[str, ...]] = []
    times: list[float] = []
    read = 0
    for copy in [Copy(folder, on_disk=first == 0) for first, folder in enumerate(folders)]:
        if not (copy.folder / "search/index.html").is_file():
            pages.unable("search.py", f"{copy.folder} has no search page")
        with sync_playwright() as playwright:
            driven = browser.launch(playwright)
            asked = headings(copy)
            for name, words in asked:
                took = ask(copy, driven, name, words,
                           lambda *what: findings.append((copy.name, name, *what)))
                times += [took] if took is not None else []
            for name, words in asked[:1]:
                type_letters(copy, driven, words,
                             lambda *what: findings.append((copy.name, name, *what)))
            driven.close()
        files = sorted(copy.folder.rglob("*.html"))
        read += len(files)
        findings += browser.each(files, functools.partial(Plain, copy.folder, copy.on_disk))
    middle, most = (statistics.median(times), max(times)) if times else (0, 0)
    if middle > MOST_MS:
        findings.append(("disk", "search/index.html", "slow", f"first answers take {middle:.0f} ms"))
    for where, name, kind, what in findings:
        print(f"{where}: {name}: {kind}: {what}")
    print(f"search  {read} pages  {len(times)} questions  first answer {middle:.0f} ms, "
          f"at most {most:.0f} ms  {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
