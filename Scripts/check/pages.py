"""The pages of a built site, and the few of them that stand for all.

A page's features are the pairs of its template (the class of its body) and a class, an element or
a figure's id that occurs in it. The sample is chosen greedily until every feature of the site has
been seen. It starts with the first, the last and the largest page of each template; then the page
with the most new features follows, ties by path. The same site gives the same sample everywhere.
"""

import pathlib
import re

TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)>")
CLASSES = re.compile(r'\sclass="([^"]*)"')
FIGURE = re.compile(r'\sid="(figure-[^"]*)"')
BODY = re.compile(r'<body\b[^>]*\sclass="([^"]*)"')


def of(site: pathlib.Path) -> list[pathlib.Path]:
    """Every page below the folder, by path."""
    return sorted(file for file in site.rglob("*.html") if file.is_file())


def template(text: str) -> str:
    """The class of the page's body, empty without one."""
    match = BODY.search(text)
    return match.group(1) if match else ""


def features(text: str) -> frozenset[tuple[str, str]]:
    """The pairs of the page's template and each element, class and figure in it."""
    found = set()
    for element, attributes in TAG.findall(text):
        found.add(f"<{element.lower()}>")
        for classes in CLASSES.findall(attributes):
            found.update(f"{element.lower()}.{name}" for name in classes.split())
        found.update(f"#{name}" for name in FIGURE.findall(attributes))
    kind = template(text)
    return frozenset((kind, feature) for feature in found)


def sample(pages: list[pathlib.Path]) -> list[pathlib.Path]:
    """The first, last and largest page of each template, and pages that show all other features."""
    texts = {page: page.read_text(encoding="utf-8", errors="replace") for page in pages}
    unseen = {page: features(text) for page, text in texts.items()}
    chosen = set()
    ends: dict[str, list[pathlib.Path]] = {}
    for page in pages:
        ends.setdefault(template(texts[page]), []).append(page)
    for group in ends.values():
        chosen.update((group[0], group[-1], max(group, key=lambda page: len(texts[page]))))
    seen = frozenset().union(*(unseen[page] for page in chosen))
    while True:
        unseen = {page: rest for page, had in unseen.items() if (rest := had - seen)}
        if not unseen:
            return sorted(chosen)
        best = min(unseen, key=lambda page: (-len(unseen[page]), page))
        chosen.add(best)
        seen |= unseen[best]
