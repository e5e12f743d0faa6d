#!/usr/bin/env python3
"""Writes the same plain Markdown pages as a Hedgebook site and as a Hugo site.

    make-pages.py <folder> [--pages 10000]

The text is drawn from a seeded generator: the same number of pages gives the same bytes on every
machine. The SHA-256 of all pages is printed, so that two runs can be compared. Pages that are
already there are left as they are.
"""

import argparse
import hashlib
import pathlib
import random
import shutil

SEED = 20260131

MEASURES = [
    "the front future", "spot VIX", "the slope of the curve", "on-balance volume", "the RSI",
    "realised volatility", "the basis", "the net vega of the book", "the cost of the hedge",
    "the advance-decline line", "the skew of the puts", "the histogram of the MACD",
]
MOVES = ["rose", "fell", "was unchanged", "closed higher", "closed lower", "recovered", "slipped"]
REASONS = [
    "after the minutes were released", "although volume did not follow", "for the third session",
    "while the curve stayed in contango", "before the payrolls report", "on a shortened session",
    "as the index made a higher high", "with the December contract four days from expiration",
]
SENTENCES = [
    "On this day {measure} {move} {reason}, and {other} {counter} by {number} points.",
    "The reading was {number}, against {second} twenty sessions before; nothing in the rules asks "
    "for more than that.",
    "If {measure} had {move2} first, the condition would have been met {days} sessions earlier.",
    "A *coverage* of {percent} % is inside the band, so the size stays as it is.",
    "**Nothing is known** about the order of the two events, because both are stamped at the "
    "close.",
    "The short calls at {strike} & the long calls at {strike2} were marked at the middle of bid "
    "and ask, which is \"fair\" only while the spread is narrow.",
    "We note `{code}` here to be able to find the parameter again.",
    "Compare the note on [{measure}](/note-{link:05d}/), where the same question came up.",
    "The definition is the one of the [exchange](https://www.example.org/definitions/{link}).",
    "Over {days} sessions {measure} {move} {reason}; over twice as many it did not.",
    "What would have to be true for this to be wrong? {other_start} would have to reach {number} "
    "while the curve is still in contango.",
    "The loss at {percent} % below the sold strike is smaller than {second} dollars only because "
    "time value remains.",
]
HEADINGS = [
    "What happened", "What the rules say", "What it costs", "What is not known",
    "The other reading", "Where the numbers come from", "Against the month before",
    "For the next session",
]
ITEMS = [
    "{measure_start}: {number}, {move} {reason}",
    "the strike of {strike} is {percent} % away",
    "{days} sessions until the settlement of the *front* month",
    "see [the earlier note](/note-{link:05d}/) on {measure}",
]
CODE = [
    "coverage   = hedge vega / book vega",
    "drag       = premium * days / tenor",
    "threshold  = {number}",
    "if coverage < 0.{percent} {{add(layer: {digit})}}",
    "strike     : {strike} / {strike2}",
]

PAGE_BYTES = 4096


class Draw:
    """Random choices from a seed; of Python's generator only `random()` is the same for ever."""

    def __init__(self, seed, pages):
        self.random = random.Random(seed).random
        self.pages = pages

    def below(self, count):
        return int(self.random() * count)

    def one(self, items):
        return items[self.below(len(items))]

    def fill(self, pattern):
        measure, other = self.one(MEASURES), self.one(MEASURES)
        strike = 1800 + 5 * self.below(80)
        return pattern.format(
            measure=measure, measure_start=measure[0].upper() + measure[1:],
            other=other, other_start=other[0].upper() + other[1:],
            move=self.one(MOVES), move2=self.one(["risen", "fallen", "turned"]),
            counter=self.one(["gained", "lost"]), reason=self.one(REASONS),
            number=f"{10 + self.below(400) / 10:.1f}", second=f"{10 + self.below(400) / 10:.1f}",
            percent=10 + self.below(80), days=2 + self.below(40), digit=1 + self.below(3),
            strike=strike, strike2=strike + 25, link=1 + self.below(self.pages),
            code=self.one(["minRise", "deltaBand", "maxDrag", "rollDays"]))

    def paragraph(self):
        text = " ".join(self.fill(self.one(SENTENCES)) for _ in range(3 + self.below(3)))
        lines, line = [], ""
        for word in text.split(" "):
            if line and len(line) + 1 + len(word) > 96:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        return "\n".join(lines + [line]) + "\n"

    def bullets(self, numbered):
        marks = [f"{n}." if numbered else "-" for n in range(1, 4 + self.below(3))]
        return "".join(f"{mark} {self.fill(self.one(ITEMS))}\n" for mark in marks)

    def code(self):
        return "```\n" + "".join(self.fill(line) + "\n" for line in CODE) + "```\n"

    def quotation(self):
        return f"> {self.fill(self.one(SENTENCES[:5]))}\n"


def page(number, pages):
    """One note of about 4 KB: front matter, headings, paragraphs, lists, code, links."""
    draw = Draw(SEED * 1_000_003 + number, pages)
    title = f"Note {number}: {draw.one(MEASURES)} {draw.one(MOVES)}"
    summary = draw.fill("Why {measure} {move} {reason}")
    parts = [f'---\ntitle: "{title}"\nsummary: "{summary}."\n---\n', draw.paragraph()]
    section = draw.below(len(HEADINGS))
    while sum(len(part) + 1 for part in parts) < PAGE_BYTES - 500:
        parts.append(f"## {HEADINGS[section % len(HEADINGS)]}\n")
        parts.append(draw.paragraph())
        kind = section % 4
        parts.append(
            draw.bullets(False) if kind == 0 else draw.bullets(True) if kind == 1
            else draw.code() if kind == 2 else draw.quotation())
        parts.append(draw.paragraph())
        section += 1
    return "\n".join(parts).encode()


HUGO_CONFIGURATION = """\
title = "Bench"
baseURL = "https://bench.example/"
locale = "en"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
disableHugoGeneratorInject = true

# CommonMark only, as in the other site: nothing that Hugo would do beyond it.
[markup.goldmark.extensions]
definitionList = false
footnote = false
linkify = false
strikethrough = false
table = false
taskList = false
[markup.goldmark.extensions.typographer]
disable = true
[markup.highlight]
codeFences = false
"""

HUGO_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
img-src 'self' data:; base-uri 'none'; form-action 'none'" />
<meta name="color-scheme" content="light dark" />
<title>{{ .Title }} · Bench</title>
<meta name="description" content="{{ .Params.summary }}" />
<link rel="stylesheet" href="UPassets/style.css" />
<link rel="alternate" type="application/atom+xml" title="Bench, daily write-ups" \
href="UPfeed.xml" />
</head>
<body class="page-prose">
<a class="skip" href="#main">Skip to the text</a>
<header class="masthead">
<p class="wordmark"><a href="UPindex.html">Bench</a></p>
<nav aria-label="Site"><ul>
</ul></nav>
</header>
<div class="page">
<main id="main">
"""

HUGO_ARTICLE = """\
<article>
<header class="top">
<h1>{{ .Title }}</h1>
</header>
<div class="prose">
{{ .Content }}
</div>
</article>
"""

HUGO_FOOT = """\
</main>
<footer class="colophon">
<section class="disclaimers" id="disclaimers" aria-label="Disclaimers">
DISCLAIMERS</section>
<p class="build">Hugo<span class="feed"> · <a href="UPfeed.xml">Atom feed</a></span></p>
</footer>
</div>
</body>
</html>
"""


def disclaimers(templates):
    """The two blocks that every page of the other site ends with, as finished markup."""
    blocks = []
    for name in ["education", "non-affiliation"]:
        text = (templates / "disclaimers" / f"{name}.md").read_text(encoding="utf-8")
        front, body = text.split("---\n")[1:3]
        fields = dict(line.split(": ", 1) for line in front.splitlines())
        title = fields["title"].strip('"')
        body = body.strip().replace("&", "&amp;")
        blocks.append(
            f'<div id="disclaimer-{name}" data-disclaimer="{name}" '
            f'data-version="{fields["version"]}"><h2>{title}</h2><p>{body}</p>\n</div>\n')
    return "".join(blocks)


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def script_digest(templates):
    """Changes with this script and with what it takes from the templates."""
    digest = hashlib.sha256(pathlib.Path(__file__).read_bytes())
    for path in sorted([*templates.glob("disclaimers/*.md"), *templates.glob("assets/*")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    templates = pathlib.Path(__file__).resolve().parent.parent / "Templates"
    hedgebook, hugo = options.folder / "hedgebook-site", options.folder / "hugo-site"
    stamp = options.folder / "pages.txt"
    wanted = f"{options.pages} {script_digest(templates)}"
    if stamp.exists() and stamp.read_text().startswith(wanted + "\n"):
        print(stamp.read_text().split("\n")[1])
        return
    stamp.unlink(missing_ok=True)
    for site in [hedgebook, hugo]:
        shutil.rmtree(site, ignore_errors=True)

    write(hedgebook / "Content" / "site.yml", "title: Bench\nsearch: off\n")
    write(hugo / "hugo.toml", HUGO_CONFIGURATION)
    foot = HUGO_FOOT.replace("DISCLAIMERS", disclaimers(templates))
    single, home = HUGO_HEAD + HUGO_ARTICLE + foot, HUGO_HEAD + foot
    write(hugo / "layouts" / "single.html", single.replace("UP", "../"))
    write(hugo / "layouts" / "home.html", home.replace("UP", ""))
    style = (templates / "assets" / "style.css").read_bytes()
    write(hugo / "static" / "assets" / "style.css", style)

    digest, size = hashlib.sha256(), 0
    for number in range(1, options.pages + 1):
        content = page(number, options.pages)
        digest.update(content)
        size += len(content)
        write(hedgebook / "Content" / "pages" / f"note-{number:05d}.md", content)
        write(hugo / "content" / f"note-{number:05d}.md", content)
    line = (
        f"{options.pages} pages, {size / max(1, options.pages):.0f} bytes each, "
        f"sha256 {digest.hexdigest()[:16]}")
    stamp.write_text(f"{wanted}\n{line}\n")
    print(line)


if __name__ == "__main__":
    main()
