#!/usr/bin/env python3
"""Print pages of a built site as a reader would, and look at the sheets.

Usage: print.py SITE [FILE...]

Chromium prints to PDF the pages of SHEETS, or each FILE below SITE. Findings:

  sheets    more or fewer sheets than the page should take
  tagged    the file has no tags, so that a screen reader cannot follow it
  cut       a figure, table or list of facts lies on two sheets or in two columns
  orphan    a heading stands at the foot of a column without what it heads

Printed: each page with its number of sheets, the findings, then one line

  print  N pages  S sheets  F findings

Where parts of a page went is read from the destinations that Chromium writes into the file for
the ids that print.js links to. Exit status: 0 without a finding, 1 with findings, 2 when the check
itself could not be made.
"""

import collections
import functools
import pathlib
import re
import subprocess
import sys
import tempfile

import browser
import pages

HERE = pathlib.Path(__file__).resolve().parent

WRITEUP = (1, 3)  # the fewest and the most sheets of any write-up

# Of pages: a quiet day, the longest days with commentary, the rest.
SHEETS = {
    "daily/2015/11/10/index.html": (1, 2),
    "daily/2015/08/24/index.html": (2, 3),
    "daily/2016/01/04/index.html": (2, 3),
    "index.html": (1, 1),
    "lessons/04-vix-three-things/index.html": (1, 4),
    "glossary/on-balance-volume/index.html": (1, 1),
    "about/figures/index.html": (1, 12),
}

DESTINATION = re.compile(r'^\s*(\d+) \[ XYZ\s+(\S+)\s+(\S+)\s.*"(.*)"$', re.MULTILINE)
LEADING = 4  # points that a part may stand above the one before it: rounding and line spacing

Finding = collections.namedtuple("Finding", "page kind what")
Place = collections.namedtuple("Place", "sheet x y")


class Printer:
    """One page after the other, printed with a browser's own settings for paper."""

    def __init__(self, site: pathlib.Path, driven) -> None:
        self.site = site
        # A page's own policy forbids the ids and links that print.js adds to it.
        self.page = driven.new_context(bypass_csp=True).new_page()
        self.page.emulate_media(media="print")
        self.keep = (HERE / "print.js").read_text(encoding="utf-8")

    def __call__(self, file: pathlib.Path) -> list[Finding]:
        """All findings of one page, and its number of sheets as the first."""
        name = str(file.relative_to(self.site))
        self.page.goto(file.as_uri())
        groups = self.page.evaluate(self.keep)
        with tempfile.TemporaryDirectory() as folder:
            printed = pathlib.Path(folder) / "page.pdf"
            self.page.pdf(path=printed, prefer_css_page_size=True, tagged=True)
            facts, places = information(printed), destinations(printed)
        sheets = int(facts["Pages"])
        found = [Finding(name, "", sheets)]
        fewest, most = SHEETS.get(name, (1, sheets))
        if not fewest <= sheets <= most:
            found.append(Finding(name, "sheets", f"{sheets} sheets, not {fewest} to {most}"))
        if facts.get("Tagged") != "yes":
            found.append(Finding(name, "tagged", "the file has no tags"))
        return found + [Finding(name, kind(group), group["what"])
                        for group in groups if apart([places[part] for part in group["parts"]])]


def kind(group: dict) -> str:
    """What it is called when the parts of a group are apart."""
    return "orphan" if group["what"].startswith("heading") else "cut"


def apart(parts: list[Place]) -> bool:
    """Whether parts that follow each other are on two sheets, or go on at the head of a column."""
    first = parts[0]
    return any(part.sheet != first.sheet or part.y > first.y + LEADING for part in parts)


def information(printed: pathlib.Path) -> dict[str, str]:
    """What pdfinfo says of a file, by name."""
    lines = told("pdfinfo", printed).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def destinations(printed: pathlib.Path) -> dict[str, Place]:
    """Where each linked id begins: the sheet, and points from its left and its lower edge."""
    return {name: Place(int(sheet), float(x), float(y))
            for sheet, x, y, name in DESTINATION.findall(told("pdfinfo", "-dests", printed))}


def told(*command) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Print, look, and end with the status that says whether there was a finding."""
    if len(sys.argv) == 2:
        sys.argv += SHEETS
    site, files = pages.asked()
    results = browser.each(files, functools.partial(Printer, site))
    sheets = {found.page: found.what for found in results if not found.kind}
    findings = [found for found in results if found.kind]
    for page, count in sheets.items():
        print(f"{count:3} sheets  {page}")
    for found in findings:
        print(f"{found.page}: {found.kind}: {found.what}")
    print(f"print  {len(files)} pages  {sum(sheets.values())} sheets  {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
