"""What the markup of a drawing holds, counted."""

import gzip
import re
import xml.etree.ElementTree

NUMBER = re.compile(r"^[−+]?\d[\d\u202f]*\.\d+$")


def local(name):
    return name.rsplit("}", 1)[-1]


def roots(svg):
    """The drawings in a text: ours are two, the others' have a prologue."""
    return [
        xml.etree.ElementTree.fromstring(drawing)
        for drawing in re.findall(r"<svg\b.*?</svg>", svg, re.DOTALL)]


def sizes(svg):
    """Bytes as they are and packed; mtime 0, for the same bytes in every run."""
    data = svg.encode()
    return len(data), len(gzip.compress(data, 9, mtime=0))


def text_alternative(svg):
    """Which of role, name and description every drawing in the text has at its root."""
    found = []
    # A drawing may name an element of its sibling: both stand in one page.
    ids = {element.get("id"): element for root in roots(svg) for element in root.iter()}
    for root in roots(svg):
        named = [ids.get(word) for word in root.get("aria-labelledby", "").split()]
        described = [ids.get(word) for word in root.get("aria-describedby", "").split()]
        kinds = {local(element.tag) for element in named + described if element is not None}
        found.append({
            "role": root.get("role") in ("img", "graphics-document"),
            "title": "title" in kinds or bool(root.get("aria-label"))
            or any(local(element.tag) == "title" for element in root),
            "desc": "desc" in kinds})
    return {key: all(one[key] for one in found) for key in ["role", "title", "desc"]}


def labelled_marks(svg):
    """Marks that have an ARIA label of their own."""
    return sum(
        element.get("aria-label") is not None and element.get("aria-hidden") != "true"
        for root in roots(svg) for element in root.iter())


def texts(svg):
    """Text elements with words, and outlines of glyphs that are used in their place."""
    words, outlines = 0, 0
    for root in roots(svg):
        for element in root.iter():
            words += local(element.tag) == "text" and bool("".join(element.itertext()).strip())
            # matplotlib names glyphs after their font: DejaVuSans-41.
            outlines += local(element.tag) == "use" and any(
                re.match(r"#[A-Za-z]+(-[A-Za-z]+)?-[0-9a-f]+$", value)
                for key, value in element.attrib.items() if local(key) == "href")
    return words, outlines


def printed_numbers(svg):
    """Numbers with decimals that stand as text in the first drawing, each with its sign."""
    count = 0
    for element in roots(svg)[0].iter():
        if local(element.tag) in ("text", "tspan"):
            count += bool(NUMBER.match((element.text or "").strip()))
    return count


def scripts(svg):
    """Script elements and event attributes."""
    return len(re.findall(r"<script\b", svg)) + len(re.findall(r"\son[a-z]+=", svg))


def inline_styles(svg):
    """Style attributes and elements, which a strict Content-Security-Policy refuses."""
    return len(re.findall(r"\sstyle=", svg)) + len(re.findall(r"<style\b", svg))


def repeated_ids(drawings):
    """Ids that occur more than once when all of these drawings stand in one page."""
    ids = [word for svg in drawings for word in re.findall(r'\sid="([^"]*)"', svg)]
    return len({word for word in ids if ids.count(word) > 1})
