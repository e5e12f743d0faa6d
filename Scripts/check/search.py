#!/usr/bin/env python3
"""Search a built site as a reader does.

Usage: search.py SITE [WEB]

Chromium opens the search page of SITE from disk, and that of WEB, the same site built with
--target web, under its own address, whose files come from the folder. For pages spread over the
site the page's heading is typed; the answer must name the page among its ten results, and the
first result must open. Each question is asked in a new window, so that its time is a first answer:
from the return key to the results, with everything that is loaded for it. Findings:

  search    no answer, an answer without the page, a first result that does not open
  slow      the median of the first answers is over 300 ms
  heavy     an answer loads more than 300 KB of the index
  network   a request to anything but the site itself, or for a file that is missing
  console   an error or warning

Printed: the findings, then one line

  search  Q questions  first answer M ms, at most L ms  K KB loaded at most  F findings
"""

import html
import pathlib
import re
import statistics
import sys

from playwright.sync_api import TimeoutError as Timeout
from playwright.sync_api import sync_playwright

import browser
import pages
from copies import Copy

QUESTIONS = 24
MOST_MS = 300
MOST_BYTES = 300_000
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


def ask(copy: Copy, driven, name: str, words: str, note) -> tuple[float, int] | None:
    """Type one question and follow its first result; the answer's time and bytes of the index."""
    page = copy.window(driven, note)
    loaded: list[pathlib.Path] = []
    page.on("request", lambda asked: loaded.append(copy.file(asked.url))
            if "/search/index/" in asked.url else None)
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
    weight = sum(file.stat().st_size for file in loaded if file and file.is_file())
    if copy.address(name) not in found:
        note("search", f"{words!r} does not find {name}")
    page.click("#search-results li:first-child a")
    page.wait_for_load_state()
    if page.url.split("#")[0] != found[0] or page.locator("h1").count() == 0:
        note("search", f"the first result of {words!r} does not open: {found[0]}")
    page.context.close()
    return took, weight


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


def main() -> None:
    """Ask, print, and end with the status that says whether there was a finding."""
    folders = [pathlib.Path(name).resolve() for name in sys.argv[1:]]
    if not 1 <= len(folders) <= 2 or not all((f / "index.html").is_file() for f in folders):
        pages.unable("search.py", "usage: search.py SITE [WEB], folders of built sites")
    findings: list[tuple[str, ...]] = []
    answers: list[tuple[float, int]] = []
    for copy in [Copy(folder, on_disk=first == 0) for first, folder in enumerate(folders)]:
        if not (copy.folder / "search/index.html").is_file():
            pages.unable("search.py", f"{copy.folder} has no search page")
        with sync_playwright() as playwright:
            driven = browser.launch(playwright)
            asked = headings(copy)
            for name, words in asked:
                answer = ask(copy, driven, name, words,
                             lambda *what: findings.append((copy.name, name, *what)))
                answers += [answer] if answer else []
            for name, words in asked[:1]:
                type_letters(copy, driven, words,
                             lambda *what: findings.append((copy.name, name, *what)))
            driven.close()
    times, weights = ([*measured] for measured in zip(*(answers or [(0, 0)])))
    middle, heaviest = statistics.median(times), max(weights)
    page = "search/index.html"
    if middle > MOST_MS:
        findings.append(("all", page, "slow", f"first answers take {middle:.0f} ms"))
    if heaviest > MOST_BYTES:
        findings.append(("all", page, "heavy", f"an answer loads {heaviest} bytes"))
    for where, name, kind, what in findings:
        print(f"{where}: {name}: {kind}: {what}")
    print(f"search  {len(answers)} questions  first answer {middle:.0f} ms, at most "
          f"{max(times):.0f} ms  {heaviest / 1000:.0f} KB loaded at most  {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
