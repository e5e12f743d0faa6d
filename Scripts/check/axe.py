#!/usr/bin/env python3
"""Hold the pages of a built site to axe-core and to our own contrast check of figures.

Usage: axe.py SITE

axe-core (WCAG 2.0 to 2.2, A and AA, and best practices) runs in Chromium over every page in one of
six modes, chosen by the page's path, and over the sample of pages.py in all six: light, dark and
forced colours, at 390 and 1280 px. Every fold is opened first, so that what it hides is judged too.
In light and dark, contrast.js also computes the contrast of text and marks inside figures, where
axe cannot tell what lies behind them.

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


def axe(page, name: str, mode: str) -> list[Finding]:
    """What axe finds in the page as it is now; what it leaves open has a rule with a prefix."""
    result = page.evaluate("options => axe.run(document, options)", OPTIONS)
    found = []
    for prefix, group in (("", "violations"), (f"{UNDECIDED} ", "incomplete")):
        for rule in result[group]:
            for node in rule["nodes"]:
                reasons = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
                found.append(Finding(prefix + rule["id"], name, mode, " ".join(map(str, node["target"])),
                                     reasons[0] if reasons else rule["help"]))
    return found


def contrast(page, script: str, name: str, mode: str) -> list[Finding]:
    """Figures' text and marks of too little contrast."""
    return [Finding(f"figure-{found['kind']}-contrast", name, mode, found["selector"],
                    f"{found['ratio']:.2f} to 1, {found['colours']}, at least {found['least']}"
                    + (f": {found['text'][:40]}" if found["text"] else ""))
            for found in page.evaluate(script)]


def check(site: pathlib.Path, sampled: frozenset[pathlib.Path], page, file: pathlib.Path) -> list:
    """All findings of one loaded page, and one entry for each run."""
    name = str(file.relative_to(site))
    page.evaluate(axe_source() + "; null")
    page.evaluate("() => document.querySelectorAll('details').forEach(fold => fold.open = true)")
    own = MODES[binascii.crc32(name.encode()) % len(MODES)]
    found = []
    for look, width in (MODES if file in sampled else [own]):
        mode = f"{look} {width}"
        enter(page, look, width)
        found.append(Finding("", name, mode, "", ""))
        found += axe(page, name, mode)
        if look != "forced":
            found += contrast(page, contrast_source(), name, mode)
    return found


@functools.cache
def axe_source() -> str:
    """axe-core, read once in each worker."""
    return source()


@functools.cache
def contrast_source() -> str:
    """Our own script, read once in each worker."""
    return (HERE / "contrast.js").read_text(encoding="utf-8")


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
    if len(sys.argv) != 2 or not pathlib.Path(sys.argv[1]).is_dir():
        sys.exit("usage: axe.py SITE, the folder of a built site")
    site = pathlib.Path(sys.argv[1]).resolve()
    files = pages.of(site)
    if not files:
        sys.exit(f"check/axe: {site} holds no page")
    sampled = frozenset(pages.sample(files))
    results = browser.each(files, functools.partial(check, site, sampled))
    findings = [found for found in results if found.rule]
    show(findings)
    violations = sum(not found.rule.startswith(UNDECIDED) for found in findings)
    print(f"axe  {len(files)} pages  {len(results) - len(findings)} runs  {violations} violations")
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
