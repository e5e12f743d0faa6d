#!/usr/bin/env python3
"""Open every page of a built site as a reader would, and look for what breaks.

Usage: browse.py SITE [FILE...]

Chromium loads each page below SITE, or each FILE of it, opens its folds and shows it in five
widths, 320 to 1920 px. Findings:

  console   an error or warning in the console, or an exception
  network   a request to anything but a file below SITE, or a file that is missing
  sideways  the page scrolls sideways
  overlap   two texts of a figure cover each other
  outside   a text of a figure reaches beyond its drawing
  small     a text of a figure is drawn below 10 px

Printed: the number of places of each kind, the worst of each with page and width, then one line

  browse  N pages  W widths  F findings
"""

import collections
import functools
import pathlib
import sys
import urllib.parse
import urllib.request

import browser
import pages

HERE = pathlib.Path(__file__).resolve().parent
WIDTHS = (320, 390, 768, 1280, 1920)
SHOWN = 8

# kind, how bad (larger is worse), page, width or 0, what. Sorted in that order.
Finding = collections.namedtuple("Finding", "kind by page width what")


class Watch:
    """What one page of the browser says and asks for while it is used."""

    def __init__(self, page, site: pathlib.Path) -> None:
        self.site = site
        self.notes: list[tuple[str, str]] = []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.notes.append(("console", str(error))))
        page.on("request", self.request)
        page.on("requestfailed", self.failed)

    def console(self, message) -> None:
        """Keep errors and warnings."""
        if message.type in ("error", "warning"):
            self.notes.append(("console", message.text))

    def request(self, request) -> None:
        """Keep every request that leaves the site's folder; data: addresses ask nobody."""
        address = urllib.parse.urlsplit(request.url)
        if address.scheme == "data":
            return
        file = pathlib.Path(urllib.request.url2pathname(address.path))
        if address.scheme != "file" or not file.is_relative_to(self.site):
            self.notes.append(("network", request.url))

    def failed(self, request) -> None:
        """Keep what the page asked for and did not get."""
        self.notes.append(("network", f"missing: {request.url}"))

    def take(self, name: str) -> list[Finding]:
        """The notes since the last call, as findings of one page."""
        notes, self.notes = self.notes, []
        return [Finding(kind, 0, name, 0, what) for kind, what in notes]


class Reader:
    """One page after the other in every width."""

    def __init__(self, site: pathlib.Path, driven) -> None:
        self.site = site
        self.page = driven.new_page()
        self.watch = Watch(self.page, site)
        self.layout = (HERE / "layout.js").read_text(encoding="utf-8")

    def __call__(self, file: pathlib.Path) -> list[Finding]:
        """All findings of one page."""
        name = str(file.relative_to(self.site))
        self.page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
        self.page.goto(file.as_uri())
        self.page.evaluate("() => document.querySelectorAll('details').forEach(f => f.open = true)")
        found = []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            found += [Finding(seen["kind"], seen["by"], name, width, seen["what"])
                      for seen in self.page.evaluate(self.layout)]
        return found + self.watch.take(name)


def worst(group: list[Finding]) -> list[Finding]:
    """The worst place of each thing that is found, the worst of all first."""
    least = group[0].kind == "small"  # where less is worse
    order = sorted(group, key=lambda found: (found.by if least else -found.by, found[2:]))
    return list({found.what: found for found in reversed(order)}.values())[::-1]


def main() -> None:
    """Look, print, and end with the status that says whether there was a finding."""
    site, files = pages.asked()
    findings = browser.each(files, functools.partial(Reader, site))
    kinds = collections.defaultdict(list)
    for found in findings:
        kinds[found.kind].append(found)
    for kind, group in kinds.items():
        print(f"{len(group):6} places  {len({found.page for found in group}):4} pages  {kind}")
    for kind, group in kinds.items():
        for found in worst(group)[:SHOWN]:
            place = f" at {found.width} px" if found.width else ""
            by = f" ({found.by} px)" if found.width else ""
            print(f"{found.page}{place}: {kind}{by}: {found.what}")
    print(f"browse  {len(files)} pages  {len(WIDTHS)} widths  {len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
