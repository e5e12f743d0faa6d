#!/usr/bin/env python3
"""Weigh what a reader's browser loads of a built site.

Usage: budgets.py SITE

  page        a page's bytes; for a write-up also as a server sends them, compressed
  figure      the drawings of one figure
  script      a script of assets/
  style       a style sheet of assets/
  requests    the files that a page asks for when it is opened, with itself
  search      the most that one answer of the search loads: the manifest, the shards of terms that
              the manifest's budget allows, and the ten largest shards of pages

Bounds that `hedgebook check` and the index keep are read from their sources, where they are
declared; sizes are measured here anew. Printed: the ten that are nearest to their bound, every
finding, then one line

  budgets  N weights  the worst at S %  F findings

Exit status: 0 without a finding, 1 with findings, 2 when the check itself could not be made.
"""

import collections
import gzip
import pathlib
import re
import sys

import lxml.html

import pages

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"
MOST_REQUESTS = 6  # the page, style sheet, icon, and three more
SHOWN = 10
RESULTS = 10  # that one answer quotes from, each at worst from a shard of its own
FIGURE = re.compile(rb"<figure\b[^>]*?(?:\sid=\"([^\"]*)\")?[^>]*>(.*?)</figure>", re.DOTALL)
DRAWING = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
LOADED = ("//script[@src]/@src | //img/@src | //source/@src"
          " | //link[contains(@rel, 'icon') or @rel = 'stylesheet']/@href")

# What weighs, how much, and how much it may.
Weight = collections.namedtuple("Weight", "share kind place value bound")


def declared(file: str, name: str) -> int:
    """The value of a constant that a Swift source declares as a product of whole numbers."""
    path = SOURCES / file
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    match = re.search(rf"\b{name}(?: =|:) ([0-9_]+(?: \* [0-9_]+)*)", text)
    if not match:
        pages.unable("budgets.py", f"{file} declares no {name}")
    product = 1
    for factor in match.group(1).split(" * "):
        product *= int(factor.replace("_", ""))
    return product


def weighed(kind: str, place: str, value: int, bound: int) -> Weight:
    """One weight with its share of what is allowed."""
    return Weight(value / bound, kind, place, value, bound)


def of_page(file: pathlib.Path, name: str, bounds: dict[str, int]) -> list[Weight]:
    """The weights of one page."""
    content = file.read_bytes()
    is_writeup = pages.template(content.decode("utf-8")) == "page-daily"
    found = [weighed("page", name, len(content), bounds["write-up" if is_writeup else "page"])]
    if is_writeup:
        packed = len(gzip.compress(content, 6, mtime=0))
        found.append(weighed("page, packed", name, packed, bounds["packed"]))
    for identifier, inside in FIGURE.findall(content):
        drawn = sum(len(drawing) for drawing in DRAWING.findall(inside))
        place = f"{name}#{identifier.decode('utf-8')}"
        found.append(weighed("figure", place, drawn, bounds["figure"]))
    asked = {address for address in lxml.html.document_fromstring(content).xpath(LOADED)
             if not address.startswith("data:")}
    return found + [weighed("requests", name, 1 + len(asked), MOST_REQUESTS)]


def of_search(index: pathlib.Path) -> int:
    """The most bytes that one answer can load."""
    manifest = (index / "manifest.js").read_bytes()
    budget = re.search(rb'"budget":(\d+)', manifest)
    if not budget:
        pages.unable("budgets.py", "search/index/manifest.js states no budget")
    terms, quoted = ([file.stat().st_size for file in (index / part).glob("*.js")]
                     for part in ("terms", "pages"))
    return (len(manifest) + min(sum(terms), int(budget.group(1)) * 1024)
            + sum(sorted(quoted)[-RESULTS:]))


def main() -> None:
    """Weigh, print, and end with the status that says whether there was a finding."""
    site, files = pages.asked()
    rule = "SiteAudit/Pages/PageWeightRule.swift"
    bounds = {"page": declared(rule, "heaviest"), "write-up": declared(rule, "heaviestWriteUp"),
              "packed": declared(rule, "heaviestPacked"),
              "figure": declared("SiteAudit/Figures/FigureWeightRule.swift", "heaviest"),
              ".js": declared("SiteAudit/Assets/ScriptWeightRule.swift", "heaviest"),
              ".css": declared("SiteAudit/Assets/StylesheetRule.swift", "heaviest")}
    weights = [weight for file in files
               for weight in of_page(file, file.relative_to(site).as_posix(), bounds)]
    for file in sorted((site / "assets").iterdir()):
        if bound := bounds.get(file.suffix):
            kind = "script" if file.suffix == ".js" else "style"
            weights.append(weighed(kind, f"assets/{file.name}", file.stat().st_size, bound))
    if (site / "search/index").is_dir():
        answer = declared("SiteSearch/Index/SearchIndexLimits.swift", "answerBytes")
        weights.append(weighed("search", "search/index", of_search(site / "search/index"), answer))
    weights.sort(key=lambda weight: (-weight.share, weight[1:]))
    findings = [weight for weight in weights if weight.share > 1]
    for weight in dict.fromkeys(weights[:SHOWN] + findings):
        mark = "too much" if weight.share > 1 else "        "
        print(f"{mark} {weight.share:4.0%}  {weight.kind:12} {weight.value:8} of {weight.bound:8}"
              f"  {weight.place}")
    print(f"budgets  {len(weights)} weights  the worst at {weights[0].share:.0%}  "
          f"{len(findings)} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
