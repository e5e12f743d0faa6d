"""The steps that one reader goes in journey.py: one browser, one place where the site is read."""

import collections
import pathlib
import tempfile
import urllib.parse
from collections.abc import Callable

import chromium
import print as sheets
from window import LOADED, Missed, Opened, Window

HERE = pathlib.Path(__file__).resolve().parent
CONTENT = (HERE / "content.js").read_text(encoding="utf-8")
CONTRAST = 4.5  # of text, WCAG 2.2 AA
TERM = ('main a[href*="glossary/"]'
        ':not([href$="glossary/"], [href$="glossary/index.html"], [href*="#"])')

# Every figure that shows its values: what its table says, row by row, as the readout puts it.
FIGURES = """() => [...document.querySelectorAll('figure')]
  .filter((figure) => figure.querySelector('.plot.live'))
  .map((figure) => {
    const cells = (row) => [...row.cells].map((cell) => cell.textContent.trim());
    const table = figure.querySelector('.twin table'), heads = cells(table.tHead.rows[0]);
    return [figure.id, [...table.tBodies[0].rows].map(cells).map((row) => row[0] + ' '
      + row.slice(1).map((value, i) => `${heads[i + 1]} ${value}`).join(' · '))];
  })"""
READOUT = """(id) => {
  const shown = document.querySelector(`#${id} .readout`);
  return shown.hidden ? '' : shown.textContent.replace(/\\s/g, ' ');
}"""
RESULTS = """() => {
  const links = [...document.querySelectorAll('#search-results a')].map((link) => link.href);
  return links.length > 0 && links;
}"""
TWINS = """() => [...document.querySelectorAll('figure:has(.twin)')].map((figure) => figure.id)"""
ROWS = """(id) => [...document.querySelectorAll(`#${id} .twin tbody tr`)]
  .filter((row) => row.checkVisibility() && row.cells.length > 1).length"""
COLOURS = """() => {
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const body = getComputedStyle(document.body), axis = document.querySelector('figure svg text');
  return [body.backgroundColor, body.color, getComputedStyle(axis).fill].map(numbers);
}"""


class Way:
    """What one reader has seen, and the steps to it."""

    def __init__(self, opened: Opened, base: str) -> None:
        self.opened = opened
        self.base = base
        self.found: list[str] = []
        self.steps = 0
        self.writeup = self.term = ""

    def address(self, page: str) -> str:
        """Where a page, such as search/index.html, is read."""
        is_on_disk = self.base.startswith("file:")
        return self.base + (page if is_on_disk else page.removesuffix("index.html"))

    def walk(self) -> None:
        """All steps, in their order."""
        with self.opened() as seen:
            for step in (self.way, self.search, self.twin, self.crosshair, self.print, self.theme,
                         self.plain):
                self.take(step, seen)
            self.watch(seen)

    def take(self, step: Callable[[Window], None], seen: Window) -> None:
        """Take one step and keep what was missed."""
        self.steps += 1
        try:
            step(seen)
        except (Missed, seen.failure) as missed:
            self.found.append(f"{step.__name__}: {missed}")

    def watch(self, seen: Window) -> None:
        """Keep what pages said, and what they asked of others than the site."""
        seen.ask("() => 0")  # the browser has told all that happened before its answer
        self.found += [f"message: {message}" for message in seen.messages]
        self.found += [f"network: {asked}" for asked in seen.requests
                       if not urllib.parse.unquote(asked).startswith(self.base)]

    def follow(self, seen: Window, selector: str) -> None:
        """Click a link and wait for its page."""
        before = seen.ask("() => location.href")
        seen.click(selector)
        seen.until(LOADED, before, told=f"the link {selector} leads nowhere")

    def way(self, seen: Window) -> None:
        """Home, write-up, term, and back."""
        seen.go(self.address("index.html"))
        self.follow(seen, "#latest h2 a")
        self.writeup = seen.address()
        if not seen.ask("() => document.body.classList.contains('page-daily')"):
            raise Missed(f"{self.writeup} is no write-up")
        self.follow(seen, TERM)
        self.term = seen.address()
        if not seen.ask("() => document.body.classList.contains('page-term')"):
            raise Missed(f"{self.term} is no term")
        seen.back()
        if seen.address() != self.writeup:
            raise Missed(f"back leads to {seen.address()}")

    def search(self, seen: Window) -> None:
        """The term of the way, typed; its page opened by keys."""
        seen.go(self.term)
        words = seen.ask("() => document.querySelector('h1').textContent.trim()")
        self.follow(seen, 'nav a[href*="search/"]')
        seen.click("#search-input")
        seen.press(*words)
        found = seen.settled(RESULTS, told=f"no answer to {words!r}")
        if self.term not in found:
            raise Missed(f"{words!r} does not find {self.term}")
        for _ in range(found.index(self.term) + 1):
            seen.press("ArrowDown")
        before = seen.ask("() => location.href")
        seen.press("Enter")
        seen.until(LOADED, before, told="the return key opens no result")
        if seen.address() != self.term:
            raise Missed(f"keys lead to {seen.address()} and not to {self.term}")

    def twin(self, seen: Window) -> None:
        """Every figure's table, opened."""
        seen.go(self.writeup)
        twins = seen.ask(TWINS)
        if not twins:
            raise Missed("no figure has a table")
        for figure in twins:
            if seen.ask(ROWS, figure):
                raise Missed(f"{figure}: its table is open already")
            seen.click(f"#{figure} .twin summary")
            seen.until(ROWS, figure, told=f"{figure}: its table does not open")

    def crosshair(self, seen: Window) -> None:
        """The values of every live figure, row by row, by keys."""
        seen.go(self.writeup)
        figures = seen.until(FIGURES, told="no figure shows its values")
        if not figures:
            raise Missed("no figure shows its values")
        for figure, rows in figures:
            seen.ask("(id) => document.querySelector(`#${id} .plot`).focus()", figure)
            last = len(rows) - 1
            for key, row in (("Home", 0), ("ArrowRight", 1), ("PageDown", 11), ("ArrowLeft", 10),
                             ("End", last), ("ArrowRight", last), ("PageUp", last - 10)):
                seen.press(key)
                wanted, shown = rows[max(0, min(last, row))], seen.ask(READOUT, figure)
                if shown != " ".join(wanted.split()):
                    raise Missed(f"{figure}: {key} shows {shown!r}, the table says {wanted!r}")
            seen.press("Escape")
            if seen.ask(READOUT, figure):
                raise Missed(f"{figure}: Escape leaves the values")

    def print(self, seen: Window) -> None:
        """The write-up on paper."""
        seen.go(self.writeup)
        with tempfile.NamedTemporaryFile(suffix=".pdf") as printed:
            pathlib.Path(printed.name).write_bytes(seen.pdf())
            facts = sheets.information(pathlib.Path(printed.name))
        fewest, most = sheets.WRITEUP
        if not fewest <= int(facts["Pages"]) <= most:
            raise Missed(f"{facts['Pages']} sheets, not {fewest} to {most}")
        if isinstance(seen, chromium.Chromium) and facts.get("Tagged") != "yes":
            raise Missed("the file has no tags")

    def theme(self, seen: Window) -> None:
        """Paper and ink, light and dark."""
        with self.opened(dark=True) as night:
            shown = {}
            for name, reader in (("light", seen), ("dark", night)):
                reader.go(self.writeup)
                shown[name] = [luminance(colour) for colour in reader.ask(COLOURS)]
            self.watch(night)
        for name, (paper, *inks) in shown.items():
            for ink in inks:
                contrast = (max(paper, ink) + 0.05) / (min(paper, ink) + 0.05)
                if contrast < CONTRAST:
                    raise Missed(f"{name}: text has a contrast of {contrast:.1f}")
        if not shown["light"][0] > 0.5 > 0.2 > shown["dark"][0]:
            raise Missed(f"paper is {shown['light'][0]:.2f} in light,"
                         f" {shown['dark'][0]:.2f} in dark")

    def plain(self, seen: Window) -> None:
        """What only scripts show."""
        way = (self.address("index.html"), self.writeup, self.term,
               self.address("search/index.html"))
        with self.opened(scripts=False) as bare:
            for page in way:
                shown, left = (self.content(reader, page) for reader in (seen, bare))
                if gone := shown - left:
                    raise Missed(f"{page} lacks without scripts: {', '.join(list(gone)[:3])}")
            if not bare.ask("() => document.querySelector('noscript .notice')?.checkVisibility()"):
                raise Missed("the search page does not say what to do without scripts")
            self.watch(bare)

    def content(self, reader: Window, page: str) -> collections.Counter[str]:
        """What a page shows, line by line; never nothing."""
        reader.go(page)
        lines = collections.Counter(reader.ask(CONTENT))
        if not lines:
            raise Missed(f"{page} shows nothing")
        return lines


def luminance(colour: list[float]) -> float:
    """The relative luminance of WCAG 2 of a colour in sRGB, 0 to 255."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
              for c in (part / 255 for part in colour[:3])]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
