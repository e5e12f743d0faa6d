#!/usr/bin/env python3
"""Hold the pages of a built site to axe-core and to our own check of contrast.

Usage: axe.py SITE [FILE...]

axe-core (WCAG 2.0 to 2.2, A and AA, and best practices) runs in Chromium over every page below
SITE, or each FILE of it, in one of six modes, chosen by the page's path, and over the sample of
pages.py in all six: light, dark and forced colours, at 390 and 1280 px. Every fold is opened first,
so that what it hides is judged too.

contrast.js computes the contrast of all text, and of the marks of figures, in each of these runs.
axe's own rule for it takes four fifths of axe's time and leaves figures undecided, so that it runs
on the sample only, and not in forced colours, where it takes the author's colours for the shown
ones (it reads -webkit-text-fill-color, which browsers do not force).

The scripts are evaluated through the browser's debugger, which a page's Content-Security-Policy
does not bind: the policy stays in force for the page itself. axe's preloading is off, because it
would fetch the style sheets again, which no page may do.

Printed: rule, number of places and pages; the first places of each rule with page, mode, selector
and reason; the rules that axe leaves to a person's eye (not findings); then one line

  axe  N pages  R runs  V violations
"""

import binascii
import collections
import functools
import itertools
import pathlib
import sys

import axe_playwright_python

import browser
import pages

HERE = pathlib.Path(__file__).resolve().parent
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "preload": False, "iframes": False,
           "resultTypes": ["violations", "incomplete"]}
MODES = list(itertools.product(("light", "dark", "forced"), (390, 1280)))
SHOWN = 5
UNDECIDED = "undecided"

# Where and why: rule, page, mode, selector, reason. Sorted in that order.
Finding = collections.namedtuple("Finding", "rule page mode selector reason")


def source() -> str:
    """axe-core as its package ships it."""
    folder = pathlib.Path(next(iter(axe_playwright_python.__path__)))
    return (folder / "axe.min.js").read_text(encoding="utf-8")


def enter(page, look: str, width: int) -> None:
    """Turn the loaded page to one mode, without loading it again."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if look == "dark" else "light",
                       forced_colors="active" if look == "forced" else "none")


def axe(page, name: str, mode: str, rules: dict) -> list[Finding]:
    """What axe finds in the page as it is now; what it leaves open has a rule with a prefix."""
    result = page.evaluate("options => axe.run(document, options)", OPTIONS | {"rules": rules})
    found = []
    for prefix, group in (("", "violations"), (f"{UNDECIDED} ", "incomplete")):
        for rule in result[group]:
            for node in rule["nodes"]:
                reasons = [check["message"] for kind in ("any", "all", "none")
                           for check in node[kind]] or [rule["help"]]
                selector = " ".join(map(str, node["target"]))
                found.append(Finding(prefix + rule["id"], name, mode, selector, reasons[0]))
    return found


def contrast(page, script: str, name: str, mode: str) -> list[Finding]:
    """Text, and marks of figures, of too little contrast."""
    return [Finding(f"{found['kind']}-contrast", name, mode, found["selector"],
                    f"{found['ratio']:.2f} to 1, {found['colours']}, at least {found['least']}"
                    + (f": {found['text'][:40]}" if found["text"] else ""))
            for found in page.evaluate(script)]


class Audit:
    """Every run over one page after the other, in one page of a browser."""

    def __init__(self, site: pathlib.Path, sampled: frozenset[pathlib.Path], driven) -> None:
        self.site, self.sampled = site, sampled
        self.page = driven.new_page()
        self.axe = source()
        self.contrast = (HERE / "contrast.js").read_text(encoding="utf-8")

    def __call__(self, file: pathlib.Path) -> list[Finding]:
        """All findings of one page, and an entry without a rule for each run."""
        name = str(file.relative_to(self.site))
        self.page.goto(file.as_uri())
        self.page.evaluate(self.axe + "; null")
        self.page.evaluate("() => document.querySelectorAll('details').forEach(f => f.open = true)")
        whole = file in self.sampled
        own = MODES[binascii.crc32(name.encode()) % len(MODES)]
        found = []
        for look, width in (MODES if whole else [own]):
            mode = f"{look} {width}"
            enter(self.page, look, width)
            rules = {"color-contrast": {"enabled": whole and look != "forced"}}
            found.append(Finding("", name, mode, "", ""))
            found += axe(self.page, name, mode, rules)
            found += contrast(self.page, self.contrast, name, mode)
        return found


def show(findings: list[Finding]) -> None:
    """The table of rules, then the first places of each."""
    rules = collections.defaultdict(list)
    for found in findings:
        rules[found.rule].append(found)
    for rule, group in rules.items():
        print(f"{len(group):6} places  {len({found.page for found in group}):4} pages  {rule}")
    for rule, group in rules.items():
        if rule.startswith(UNDECIDED):
            continue
        # One place of each distinct selector and reason; the same template repeats them.
        first = {(found.selector, found.reason): found for found in reversed(group)}
        for found in sorted(first.values())[:SHOWN]:
            print(f"{found.page} [{found.mode}] {rule}: {found.selector}: {found.reason}")
        if len(first) > SHOWN:
            print(f"  … {len(first)} different places of {rule}")


def main() -> None:
    """Check, print, and end with the status that says whether there was a violation."""
    site, files = pages.asked()
    sampled = frozenset(pages.sample(files))
    results = browser.each(files, functools.partial(Audit, site, sampled))
    findings = [found for found in results if found.rule]
    show(findings)
    violations = sum(not found.rule.startswith(UNDECIDED) for found in findings)
    print(f"axe  {len(files)} pages  {len(results) - len(findings)} runs  {violations} violations")
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
