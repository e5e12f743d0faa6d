"""The three figures as a built site holds them: drawings, words, and the numbers beside them."""

import csv
import dataclasses
import re
import sys
import xml.etree.ElementTree

WRITE_UP = "daily/2016/01/04"
GALLERY = "about/figures/index.html"
SNAPSHOT = "Tests/SVGChartsTests/Snapshots/heat-map.svg.txt"

NAMES = {"curve": "Term structure", "price": "Price and OBV", "heat": "Scenario heat map"}


@dataclasses.dataclass
class Source:
    """One figure of the site and what the other libraries need to draw the same."""

    key: str
    wide: str
    narrow: str
    caption: str
    subtitle: str
    # Whether a table and downloads stand beside the drawing in the page.
    has_table: bool
    origin: str
    data: object = None

    @property
    def title(self):
        return xml.etree.ElementTree.fromstring(self.wide).findtext("title")

    @property
    def description(self):
        return xml.etree.ElementTree.fromstring(self.wide).findtext("desc")

    @property
    def svg(self):
        return self.wide + self.narrow


def plain(markup):
    """The words of a piece of markup."""
    words = re.sub(r"<[^>]*>", "", markup)
    for entity, character in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", '"')]:
        words = words.replace(entity, character)
    return " ".join(words.split())


def drawings(markup):
    """The wide and the narrow drawing in a piece of a page or in a snapshot."""
    found = {}
    for width in "wn":
        match = re.search(rf'<svg class="{width}".*?</svg>', markup, re.DOTALL)
        if match is None:
            sys.exit(f"error: no drawing of class {width} where a figure was expected.")
        # Snapshots have one element a line, pages have none of these breaks.
        found[width] = match.group().replace(">\n<", "><")
    return found["w"], found["n"]


def figures(page):
    """All figures of a page by their id."""
    found = re.findall(r'<figure[^>]*\bid="([^"]*)".*?</figure>', page, re.DOTALL)
    bodies = re.findall(r'<figure[^>]*\bid="[^"]*".*?</figure>', page, re.DOTALL)
    return dict(zip(found, bodies))


def source(key, body, origin):
    wide, narrow = drawings(body)
    caption = re.search(r"<figcaption>.*?<b>(.*?)</b>", body, re.DOTALL)
    subtitle = re.search(r'<span class="subtitle">(.*?)</span>', body, re.DOTALL)
    return Source(
        key, wide, narrow, plain(caption.group(1)) if caption else "",
        plain(subtitle.group(1)) if subtitle else "",
        bool(re.search(r"<details.*?<th scope=.*?</table>", body, re.DOTALL)), origin)


def number(text):
    """A number as figures print it: true minus, narrow spaces between thousands."""
    return float(text.replace("−", "-").replace("\u202f", "").replace("+", ""))


def curves(path):
    """Curves of the term structure: name and (days, points, contract), in the table's order."""
    with open(path, encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    result = []
    for column in range(1, len(head), 2):
        name = head[column].rsplit(",", 1)[0]
        points = [
            (float(row[column]), float(row[column + 1]), row[0].split(",")[0])
            for row in rows if row[column] and row[column + 1]]
        result.append((name, points))
    return result


def sessions(path, wide):
    """Sessions with close and OBV, and the swings that our drawing joins, as rows of the table."""
    with open(path, encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    left, right = (float(word) for word in re.search(r'data-rows="([^"]*)"', wide)[1].split()[:2])
    swings = []
    pattern = (
        r'<path class="(dv2?)"[^>]*/><g class="sw (bls|pus)">'
        r'<circle cx="([\d.]+)"[^>]*/><circle cx="([\d.]+)"')
    for kind, panel, first, second in re.findall(pattern, wide):
        unit = (right - left) / (len(rows) - 1)
        ends = [round((float(x) - left) / unit) for x in [first, second]]
        swings.append(("close" if panel == "bls" else "obv", kind == "dv", *ends))
    return {
        "sessions": [row[0] for row in rows], "close": [float(row[1]) for row in rows],
        "obv": [float(row[2]) for row in rows], "swings": swings}


def placed_texts(wide):
    """Words of a drawing with their places; a `tspan` without y continues the one before it."""
    result = []
    for text in xml.etree.ElementTree.fromstring(wide).iter("text"):
        y = text.get("y")
        for part in list(text) or [text]:
            y = part.get("y", y)
            result.append((float(part.get("x")), float(y), part.text, text.get("class", "")))
    return result


def grid(wide):
    """The heat map's numbers and outlined cells, read from our own drawing."""
    texts = placed_texts(wide)
    cells = [text for text in texts if not text[3]]
    heads = [text for text in texts if text[3] == "tk" and re.fullmatch(r"[−+]?\d+", text[2])]
    panels = [text for text in texts if text[3] == "b"]
    lines = sorted({cell[1] for cell in cells})
    rows = [next(text[2] for text in heads if text[1] == line) for line in lines]
    outlined = [
        (x + width / 2, y + height / 2) for x, y, width, height in (
            map(float, box) for path in re.findall(r'class="us" d="([^"]*)"', wide)
            for box in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-", path))]
    result = {
        "caption": texts[0][2], "rows": rows, "columns": [], "panels": [], "usual": set(),
        "outline": "usual VIX response"}
    for index, panel in enumerate(panels):
        right = panels[index + 1][0] if index + 1 < len(panels) else float("inf")
        inside = [cell for cell in cells if panel[0] <= cell[0] < right]
        places = sorted({cell[0] for cell in inside})
        result["columns"] = [
            next(text[2] for text in heads if text[0] == x and text[1] < lines[0]) for x in places]
        values = {(cell[1], cell[0]): number(cell[2]) for cell in inside}
        result["panels"].append((panel[2], [[values[line, x] for x in places] for line in lines]))
        result["usual"] |= {
            (row, column) for row, line in enumerate(lines) for column, x in enumerate(places)
            if any(abs(middle - x) < 2 and 0 < line - height < 8 for middle, height in outlined)}
    return result


def read(site, product):
    """The three figures of the site; the heat map from a snapshot where no gallery shows it."""
    day = site / WRITE_UP
    found = figures((day / "index.html").read_text(encoding="utf-8"))
    result = [source(key, found[f"figure-{key}"], WRITE_UP) for key in ["curve", "price"]]
    result[0].data = curves(day / "curve.csv")
    result[1].data = sessions(day / "price.csv", result[1].wide)
    gallery, heat = site / GALLERY, None
    if gallery.exists():
        shown = figures(gallery.read_text(encoding="utf-8"))
        heat = next((shown[name] for name in shown if "heat-map" in name), None)
    text = (product / SNAPSHOT).read_text(encoding="utf-8")
    result.append(source("heat", heat or text, GALLERY if heat else SNAPSHOT))
    result[2].data = grid(result[2].wide)
    if heat:
        compare_numbers(result[2].data, gallery.parent / "heat-map.csv")
    return result


def compare_numbers(data, path):
    """Ends with an error where the drawing's numbers are not those of the file beside it."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    stored = [[float(word) for word in row[2:]] for row in rows]
    if stored != [line for _, values in data["panels"] for line in values]:
        sys.exit(f"error: the numbers in the heat map are not those of {path}.")
