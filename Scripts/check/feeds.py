#!/usr/bin/env python3
"""Hold the feeds and the sitemap of a built site to their specifications and to the site itself.

Usage: feeds.py SITE

  *.xml whose root is an Atom feed   atom.rng (RFC 4287) through libxml2, the RFC's rules that no
                                     grammar can say (its section in brackets), and every entry as
                                     feedparser reads it
  sitemap.xml                        sitemap.rng, at most 50 000 addresses, each once, and exactly
                                     the canonical addresses of the site's pages
  feed.json                          JSON Feed 1.1 by jsonfeed.schema.json, and the entries of the
                                     Atom feed beside it

An entry's content names every disclaimer of the foot of its page.

Every address of the site in them must lead to a file of the site. Each finding is printed as
file: message, then one line

  feeds  N feeds  E entries  A addresses  F findings

Exit status: 0 without a finding, 1 with findings, 2 when there is nothing to check.
"""

import collections
import json
import pathlib
import re
import sys
import urllib.parse

import feedparser
import jsonschema
from lxml import etree

import pages

HERE = pathlib.Path(__file__).resolve().parent
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
CANONICAL = re.compile(r'<link\b(?=[^>]*\brel="canonical")[^>]*\bhref="([^"]*)"')
DISCLAIMER = re.compile(r'data-disclaimer="[^"]*"[^>]*><h2>([^<]*)</h2>')
MOST_ADDRESSES = 50_000

# No entity is read from anywhere: a feed that needs one is not self-contained.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class Check:
    """The findings and counts of one site."""

    def __init__(self, site: pathlib.Path) -> None:
        self.site = site
        self.findings: list[str] = []
        self.count = collections.Counter()
        self.canonical = {page: match.group(1) for page in sorted(site.rglob("*.html"))
                          if (match := CANONICAL.search(page.read_text(encoding="utf-8")))}
        self.base = self.canonical.get(site / "index.html", "")

    def note(self, file: pathlib.Path, message: str) -> None:
        """One finding."""
        self.findings.append(f"{file.relative_to(self.site)}: {message}")

    def address(self, file: pathlib.Path, address: str | None) -> None:
        """Require that an address is absolute and, on this site, that its file is there."""
        self.count["addresses"] += 1
        parts = urllib.parse.urlsplit(address or "")
        if parts.scheme not in ("http", "https") or not parts.netloc:
            self.note(file, f"{address!r} is not an absolute address")
        elif self.base and (address or "").startswith(self.base):
            inside = urllib.parse.unquote(parts.path[len(urllib.parse.urlsplit(self.base).path):])
            if inside == "" or inside.endswith("/"):
                inside += "index.html"
            if not (self.site / inside).is_file():
                self.note(file, f"{address} leads to no file of the site")

    def grammar(self, file: pathlib.Path, tree, name: str) -> None:
        """Validate against one of the grammars beside this script."""
        grammar = etree.RelaxNG(etree.parse(HERE / name, PARSER))
        if not grammar.validate(tree):
            for error in grammar.error_log:
                self.note(file, f"line {error.line}: {error.message}")

    def atom(self, file: pathlib.Path, tree) -> None:
        """One Atom feed."""
        self.count["feeds"] += 1
        self.grammar(file, tree, "atom.rng")
        root = tree.getroot()
        entries = root.findall(f"{ATOM}entry")
        self.count["entries"] += len(entries)
        if not entries:
            self.note(file, "has no entry")
        for element in [root, *entries]:
            self.links(file, element)
        # 4.1.1: a feed has an author unless each of its entries has one.
        if root.find(f"{ATOM}author") is None and any(
                entry.find(f"{ATOM}author") is None for entry in entries):
            self.note(file, "neither the feed nor each of its entries has an author (4.1.1)")
        times = collections.Counter(entry.findtext(f"{ATOM}id") for entry in entries)
        for identifier, number in times.items():
            if number > 1:
                self.note(file, f"{number} entries have the id {identifier} (4.1.1)")
        self.read(file, len(entries))

    def links(self, file: pathlib.Path, element) -> None:
        """The rules for the links of a feed or an entry."""
        links = element.findall(f"{ATOM}link")
        alternates = [(link.get("type"), link.get("hreflang")) for link in links
                      if link.get("rel", "alternate") == "alternate"]
        name = element.findtext(f"{ATOM}id")
        if len(set(alternates)) < len(alternates):
            self.note(file, f"{name} has two alternate links of one type and language (4.1.2)")
        if element.tag == f"{ATOM}entry":
            if not alternates and element.find(f"{ATOM}content") is None:
                self.note(file, f"{name} has neither content nor an alternate link (4.1.2)")
            alternate = next((link.get("href") for link in links
                              if link.get("rel", "alternate") == "alternate"), None)
            self.disclaimed(file, alternate, element.findtext(f"{ATOM}content") or "")
        else:
            own = [link.get("href") for link in links if link.get("rel") == "self"]
            expected = self.base + file.relative_to(self.site).as_posix()
            if own != [expected]:
                self.note(file, f"its own link is {own}, not {expected} (4.1.1)")
        for link in links:
            self.address(file, link.get("href"))

    def disclaimed(self, file: pathlib.Path, address: str | None, content: str) -> None:
        """Require the titles of the page's disclaimers in an entry's content."""
        page = next((page for page, own in self.canonical.items() if own == address), None)
        if page is None:
            return
        for title in DISCLAIMER.findall(page.read_text(encoding="utf-8")):
            if title not in content:
                self.note(file, f"the entry {address} lacks the disclaimer {title!r}")

    def read(self, file: pathlib.Path, expected: int) -> None:
        """What a feed reader gets from the feed."""
        feed = feedparser.parse(file.read_bytes())
        if feed.bozo:
            self.note(file, f"feedparser: {feed.bozo_exception}")
        if feed.version != "atom10" or len(feed.entries) != expected:
            self.note(file, f"feedparser reads {len(feed.entries)} of {expected} entries "
                            f"as {feed.version or 'no known format'}")
        for entry in feed.entries:
            for part in ("id", "title", "link", "updated_parsed", "summary"):
                if not entry.get(part):
                    self.note(file, f"feedparser finds no {part} in the entry {entry.get('id')}")
        dates = [entry.get("updated_parsed") for entry in feed.entries]
        if None not in dates and dates != sorted(dates, reverse=True):
            self.note(file, "its entries are not in order, the latest first")

    def sitemap(self, file: pathlib.Path, tree) -> None:
        """The sitemap, and that it names the canonical address of each page and no other."""
        self.count["feeds"] += 1
        self.grammar(file, tree, "sitemap.rng")
        named = [place.text or "" for place in tree.iter(f"{SITEMAP}loc")]
        for address in named:
            self.address(file, address)
        if len(named) > MOST_ADDRESSES:
            self.note(file, f"names {len(named)} addresses, {MOST_ADDRESSES} are allowed")
        for address, times in collections.Counter(named).items():
            if times > 1:
                self.note(file, f"names {address} {times} times")
        pages_own = set(self.canonical.values())
        for address in sorted(set(named) - pages_own):
            self.note(file, f"{address} is no page's canonical address")
        for address in sorted(pages_own - set(named)):
            self.note(file, f"does not name the page {address}")

    def json_feed(self, file: pathlib.Path) -> None:
        """A JSON Feed."""
        self.count["feeds"] += 1
        schema = json.loads((HERE / "jsonfeed.schema.json").read_text(encoding="utf-8"))
        feed = json.loads(file.read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(
            schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
        errors = list(validator.iter_errors(feed))
        for error in errors:
            self.note(file, f"{error.json_path}: {error.message[:200]}")
        if errors:
            return
        self.count["entries"] += len(feed["items"])
        for item in feed["items"]:
            self.address(file, item.get("url"))
            self.disclaimed(file, item.get("url"), item.get("content_html", ""))
        atom = file.with_name("feed.xml")
        if atom.is_file():
            entries = feedparser.parse(atom.read_bytes()).entries
            if [entry.get("id") for entry in entries] != [item["id"] for item in feed["items"]]:
                self.note(file, "its items are not the entries of feed.xml, in the same order")
        if len({item["id"] for item in feed["items"]}) < len(feed["items"]):
            self.note(file, "two items have the same id")

    def everything(self) -> None:
        """All feeds below the site, by path."""
        for file in sorted(self.site.rglob("*.xml")):
            try:
                tree = etree.parse(file, PARSER)
            except etree.XMLSyntaxError as error:
                self.note(file, f"is not well-formed: {error}")
                continue
            kind = tree.getroot().tag
            if kind == f"{ATOM}feed":
                self.atom(file, tree)
            elif kind == f"{SITEMAP}urlset":
                self.sitemap(file, tree)
            elif file.name in ("feed.xml", "sitemap.xml"):
                self.note(file, f"has the root {kind}, which is no feed's and no sitemap's")
        for file in sorted(self.site.rglob("feed.json")):
            try:
                self.json_feed(file)
            except ValueError as error:
                self.note(file, f"is not JSON: {error}")


def main() -> None:
    """Check, print, and end with the status that says whether there was a finding."""
    check = Check(pages.asked()[0])
    check.everything()
    print(*check.findings, sep="\n", end="\n" if check.findings else "")
    count = check.count
    print(f"feeds  {count['feeds']} feeds  {count['entries']} entries  "
          f"{count['addresses']} addresses  {len(check.findings)} findings")
    if not count["feeds"] and not check.findings:
        pages.unable("feeds.py", "there is no feed")
    sys.exit(1 if check.findings else 0)


if __name__ == "__main__":
    main()
