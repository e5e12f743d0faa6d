"""The pages of a built site, and the few of them that stand for all.

A page's features are the pairs of its template (the class of its body) and a class, an element or
a figure's id that occurs in it. The sample is chosen greedily until every feature of the site has
been seen. It starts with the first, the last and the largest page of each template; then the page
with the most new features follows, ties by path. The same site gives the same sample everywhere.
"""

import pathlib
import re
import sys

TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)>")
CLASSES = re.compile(r'\sclass="([^"]*)"')
FIGURE = re.compile(r'\sid="(figure-[^"]*)"')
BODY = re.compile(r'<body\b[^>]*\sclass="([^"]*)"')


def asked(suffixes: tuple[str, ...] = (".html",)) -> tuple[pathlib.Path, list[pathlib.Path]]:
    """The site's folder and the files to check, from the command line: SITE [FILE...].

    Without FILE all files of the suffixes below SITE, by path. Ends with status 2 and a message
    when there is no such folder or file.
    """
    script = pathlib.Path(sys.argv[0]).name
    if len(sys.argv) < 2 or not pathlib.Path(sys.argv[1]).is_dir():
        unable(script, f"usage: {script} SITE [FILE...]; SITE is the folder of a built site")
    site = pathlib.Path(sys.argv[1]).resolve()
    files = [(site / name).resolve() for name in sys.argv[2:]] or sorted(
        file for file in site.rglob("*") if file.suffix in suffixes and file.is_file())
    missing = [file for file in files if not file.is_file()]
    if missing or not files:
        unable(script, f"there is no {missing[0]}" if missing else f"{site} holds no page")
    return site, files


def unable(script: str, reason: str) -> None:
    """End with the status of a check that could not be made."""
    print(f"check/{script}: {reason}", file=sys.stderr)
    sys.exit(2)


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
