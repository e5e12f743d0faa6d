#!/usr/bin/env python3
"""Open every page of a built site with and without scripts, from disk and as a server's.

Usage: plain.py [--web WEB] SITE [FILE...]

Chromium opens each page of SITE, or each FILE of it, from disk, and each of WEB, the same site
built with --target web, under its own address, whose files come from the folder: with scripts on
and off. Findings:

  network   a request to anything but the site itself, or for a file that is missing
  console   an error or warning
  scripts   a heading, figure, table or link that is shown only with scripts on
  plain     without scripts: a page without heading or text, or with a control that does nothing

Printed: the findings, then one line

  plain  N pages  R requests  F findings
"""

import collections
import functools
import pathlib
import sys

import browser
import pages
from copies import Copy

HERE = pathlib.Path(__file__).resolve().parent
CONTENT = (HERE / "content.js").read_text(encoding="utf-8")
CONTROLS = """() => [...document.querySelectorAll('input, select, textarea, button')]
  .filter((control) => !control.disabled && control.checkVisibility())
  .map((control) => control.id || control.outerHTML.slice(0, 60))"""
TEXT = """() => [document.querySelectorAll('main h1').length,
  (document.querySelector('main') || document.body).innerText.trim().length]"""
ASKED = "asked"  # not a finding: the number of a page's requests


class Visitor:
    """One page after the other, with scripts and without."""

    def __init__(self, folder: pathlib.Path, on_disk: bool, driven) -> None:
        self.copy = copy = Copy(folder, on_disk)
        self.notes: list[tuple[str, object]] = []
        self.asked = 0
        self.page, self.bare = (
            copy.window(driven, lambda *what: self.notes.append(what), scripts=scripts)
            for scripts in (True, False))
        for page in (self.page, self.bare):
            page.on("request", self.count)

    def count(self, request) -> None:
        """Count a request; data: addresses ask nobody."""
        self.asked += not request.url.startswith("data:")

    def __call__(self, file: pathlib.Path) -> list[tuple]:
        """All findings of one page, and the number of its requests as the last."""
        name = file.relative_to(self.copy.folder).as_posix()
        for page in (self.page, self.bare):
            page.goto(self.copy.address(name))
        heads, length = self.bare.evaluate(TEXT)
        if heads != 1 or length < 40:
            self.notes.append(("plain", f"{heads} headings and {length} characters"))
        for control in self.bare.evaluate(CONTROLS):
            self.notes.append(("plain", f"a control without its script: {control}"))
        if name == "search/index.html" and not self.bare.locator("noscript .notice").is_visible():
            self.notes.append(("plain", "the search page does not say what to do without scripts"))
        shown, left = (collections.Counter(page.evaluate(CONTENT))
                       for page in (self.page, self.bare))
        self.notes += [("scripts", what) for what in shown - left]
        found = [(self.copy.name, name, *note) for note in self.notes]
        found.append((self.copy.name, name, ASKED, self.asked))
        self.notes.clear()
        self.asked = 0
        return found


def main() -> None:
    """Open, print, and end with the status that says whether there was a finding."""
    web = None
    if sys.argv[1:2] == ["--web"]:
        web = pathlib.Path(sys.argv[2]).resolve()
        del sys.argv[1:3]
    site, files = pages.asked()
    results = browser.each(files, functools.partial(Visitor, site, True))
    if web:
        results += browser.each(sorted(web.rglob("*.html")), functools.partial(Visitor, web, False))
    asked = [found[-1] for found in results if found[2] == ASKED]
    findings = [found for found in results if found[2] != ASKED]
    for where, name, kind, what in findings:
        print(f"{where}: {name}: {kind}: {what}")
    print(f"plain  {len(asked)} pages  {sum(asked)} requests  {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
