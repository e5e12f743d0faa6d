#!/usr/bin/env python3
"""Break a copy of a built site in known ways and require that the right checks see it.

Usage: mutations.py [--own] SITE [NAME...]

Each mutation changes one file of a temporary copy, runs every check on that file, and puts the file
back. A check has seen the mutation when its status or its number of findings changes, so that a
site with open findings can be used too. Printed: one line for each mutation with the checks
that saw it; "hedgebook" is `hedgebook check` itself, when HEDGEBOOK names the command, and the line
ends with the rules by which it saw the mutation. Exit status 1 when an expected check stays silent
or another one speaks up, and when `hedgebook check` alone sees fewer than OWN_LEAST of all mutations.

With --own only `hedgebook check` is run: that needs neither Python packages nor Java nor a browser.

The page that is broken is the largest write-up: body class page-daily.
"""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import pages

HERE = pathlib.Path(__file__).resolve().parent
ON_PAGES = ("markup", "axe", "browse", "plain")  # these take the changed page, others the site
CHECKS = ("markup", "axe", "browse", "plain", "links", "feeds", "data", "budgets", "journey",
          "hedgebook")

OWN_LEAST = 18  # of all mutations, those that a user without other tools must learn of

# name, the file or PAGE, what is looked for (a pattern), what takes its place, the checks that must
# see it. hedgebook is left out of the expectation: its own tests say what it must find, and here
# it is held to a number.
Mutation = collections.namedtuple("Mutation", "name file pattern replacement seen")
# The journey does not come by the largest write-up and reads no feed: it is run for these files.
ON_THE_WAY = ("assets/", "search/")
PAGE = "the largest write-up"
RECORD = "the largest write-up's record"
CSV = "the curve of the largest write-up as CSV"
END = r"</main>"

MUTATIONS = [
    Mutation("disclaimer removed", PAGE, r'<div data-disclaimer="hypothetical".*?</div>', "", ""),
    Mutation("disclaimer of the foot removed", PAGE,
             r'<div id="disclaimer-options".*?</div>', "", ""),
    Mutation("id repeated", PAGE, END, r'<p id="main">x</p></main>', "markup"),
    Mutation("figure without desc", PAGE, r"<desc\b.*?</desc>", "", "markup"),
    Mutation("figure without name", PAGE,
             r'(<svg class="w"[^>]*role="img")[^>]*><title\b.*?</title>', r"\1>", "axe"),
    Mutation("anchor broken", PAGE, r'href="#dashboard"', 'href="#dashbord"', "links"),
    Mutation("link broken", PAGE, r'href="([^"]*)glossary/index\.html"',
             r'href="\1glosary/index.html"', "links"),
    Mutation("inline style", PAGE, END, r'<p style="margin:0">x</p></main>', "markup browse plain"),
    Mutation("inline handler", PAGE, END, r'<p onclick="x()">x</p></main>', "markup browse plain"),
    Mutation("inline script", PAGE, END, r"<script>alert(1)</script></main>",
             "markup browse plain"),
    Mutation("remote image", PAGE, END, r'<img src="https://example.org/a.png" alt="A" /></main>',
             "markup browse plain"),
    Mutation("remote style sheet", PAGE, r"</head>",
             r'<link rel="stylesheet" href="https://example.org/a.css" /></head>',
             "markup browse plain"),
    Mutation("missing image", PAGE, END, r'<img src="gone.png" alt="A" /></main>',
             "links browse plain"),
    Mutation("image without alt", PAGE, END,
             r'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" /></main>', "markup axe"),
    Mutation("heading level skipped", PAGE, END, r"<section><h2>x</h2><h4>x</h4></section></main>",
             "markup axe"),
    Mutation("tag not closed", PAGE, END, r"<p><b>x</p></main>", "markup"),
    Mutation("language missing", PAGE, r'<html lang="en">', "<html>", "markup axe"),
    Mutation("title missing", PAGE, r"<title>[^<]*</title>", "", "markup axe"),
    Mutation("table header emptied", PAGE, r'(<th [^>]*scope="col"[^>]*>)[^<]+', r"\1", "axe"),
    Mutation("text over text", PAGE, r'(<svg class="w".*?)(<text x="[^"]*" y=.*?</text>)',
             r"\1\2\2", "browse"),
    Mutation("text outside its figure", PAGE, r'(<svg class="w".*?)<text x="[^"]*"',
             r'\1<text x="900"', "browse"),
    Mutation("page too wide", PAGE, END, r"<pre>" + "w" * 300 + "</pre></main>", "browse"),
    Mutation("pale text", "assets/style.css", r"--muted: #565c66", "--muted: #b0b4ba", "axe"),
    Mutation("feed unbalanced", "feed.xml", r"</entry>", "", "feeds"),
    Mutation("feed without author", "feed.xml", r"(?s)<author>.*?</author>", "", "feeds"),
    Mutation("feed's link dead", "feed.xml", r'(<entry>.*?<link href="[^"]*)/"', r'\1x/"',
             "links feeds"),
    Mutation("number wrong in the record", RECORD, r'("name":"vix\.close","number":)[0-9.]+',
             r"\g<1>99.5", "data"),
    Mutation("text wrong in the record", RECORD, r'("name":"vix\.close".*?"text":")[0-9.]+',
             r"\g<1>99.50", "data"),
    Mutation("origin unknown in the record", RECORD, r'"origin":"published"', '"origin":"told"',
             "data"),
    Mutation("value wrong on the page", PAGE, r'(<data value=")[^"]*', r"\g<1>99.5", "data"),
    Mutation("number wrong in a table's CSV", CSV, r"\r\n(.*?),[-0-9.]+", r"\r\n\1,99.5", "data"),
    Mutation("control without its script", PAGE, END,
             r'<p><button type="button">A button</button></p></main>', "plain"),
    Mutation("heading shown by a script", "assets/figures.js", r"^",
             "addEventListener('load', () => document.querySelector('main').append("
             "Object.assign(document.createElement('h2'), {textContent: 'x'})));\n",
             "plain journey"),
    Mutation("figure too heavy", PAGE, r'(<svg class="w".*?)</svg>',
             r'\1<path class="gr" d="M0 0' + "h1" * 8000 + r'"/></svg>', "budgets"),
    Mutation("script too heavy", "assets/figures.js", r"$", "// " + "x" * 10240, "budgets"),
    Mutation("search's answer too heavy", "search/index/manifest.js", r"$", "//" + "x" * 300_000,
             "budgets"),
    Mutation("values of another row", "assets/figures.js", r"rows\[index\]",
             "rows[Math.max(0, index - 1)]", "journey"),
    Mutation("search without arrow keys", "assets/search.js", "ArrowDown", "ArrowDawn", "journey"),
    Mutation("search without its index", "search/index/manifest.js", "hedgebookSearch", "search",
             "journey"),
    Mutation("no dark colours", "assets/style.css", r"prefers-color-scheme: dark",
             "prefers-color-scheme: none", "journey"),
    Mutation("sitemap's page missing", "sitemap.xml", r"(?s)<url>.*?</url>", "", "feeds"),
]


FOUND = re.compile(r"(\d+) (?:errors|warnings|broken|violations|findings)")


class Workshop:
    """The copy of the site and what its checks say of it."""

    def __init__(self, site: pathlib.Path, page: pathlib.Path, checks: list[str]) -> None:
        self.site, self.page, self.checks = site, page, checks
        self.baseline = self.results(checks)

    def command(self, check: str) -> list[str]:
        """The command line of one check."""
        if check == "hedgebook":
            return [os.environ["HEDGEBOOK"], "check", "--format", "json", str(self.site)]
        if check == "links":
            return [str(HERE / "links.sh"), str(self.site)]
        command = [sys.executable, str(HERE / f"{check}.py"), str(self.site)]
        if check == "journey":
            return [str(HERE / "unplugged.sh"), *command]
        return command + [str(self.page)] if check in ON_PAGES else command

    def result(self, check: str) -> tuple[int, list[str]]:
        """Exit status and numbers of findings of one check; of hedgebook the rules broken."""
        run = subprocess.run(self.command(check), capture_output=True, text=True, check=False)
        if run.returncode not in (0, 1):
            sys.exit(f"check/mutations: {check}: {run.stderr.strip()}")
        if check == "hedgebook":
            found = json.loads(run.stdout)["diagnostics"]
            return run.returncode, sorted(finding["rule"] for finding in found)
        lines = run.stdout.strip().splitlines()
        return run.returncode, FOUND.findall(lines[-1]) if lines else []

    def results(self, checks: list[str]) -> dict[str, tuple[int, list[str]]]:
        """The results of checks, two at a time."""
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return dict(zip(checks, pool.map(self.result, checks)))

    def file(self, name: str) -> pathlib.Path:
        """The file that a mutation changes."""
        day = self.page.parent.relative_to(self.site / "daily").as_posix().replace("/", "-")
        return {PAGE: self.page, CSV: self.page.parent / "curve.csv",
                RECORD: self.site / f"api/daily/{day}.json"}.get(name, self.site / name)

    def seen(self, mutation: Mutation) -> tuple[list[str], list[str]]:
        """The checks that say something else of the changed site, and hedgebook's rules."""
        file = self.file(mutation.file)
        text = file.read_bytes().decode("utf-8")
        changed = re.sub(mutation.pattern, mutation.replacement, text, count=1, flags=re.DOTALL)
        if changed == text:
            sys.exit(f"check/mutations: {mutation.name}: nothing in {file} to change")
        file.write_bytes(changed.encode("utf-8"))
        try:
            on_the_way = mutation.file.startswith(ON_THE_WAY)
            results = self.results(
                [check for check in self.checks if check != "journey" or on_the_way])
            seen = [check for check, found in results.items() if found != self.baseline[check]]
            rules = (collections.Counter(results["hedgebook"][1])
                     - collections.Counter(self.baseline["hedgebook"][1])
                     if "hedgebook" in results else {})
            return seen, sorted(rules)
        finally:
            file.write_bytes(text.encode("utf-8"))


def main() -> None:
    """One line for each mutation, and a count."""
    is_own = "--own" in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--own"]
    names = sys.argv[2:]
    del sys.argv[2:]
    command = os.environ.get("HEDGEBOOK")
    if is_own and not command:
        pages.unable("mutations.py", "HEDGEBOOK does not name the command")
    checks = [check for check in CHECKS if (command if check == "hedgebook" else not is_own)]
    original, files = pages.asked()
    writeups = [file for file in files
                if pages.template(file.read_text(encoding="utf-8")) == "page-daily"]
    if not writeups:
        pages.unable("mutations.py", f"{original} holds no write-up")
    largest = max(writeups, key=lambda file: file.stat().st_size).relative_to(original)
    wrong = own = 0
    chosen = [mutation for mutation in MUTATIONS if not names or mutation.name in names]
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder).resolve() / "site"
        shutil.copytree(original, site)
        workshop = Workshop(site, site / largest, checks)
        for mutation in chosen:
            seen, rules = workshop.seen(mutation)
            expected = [check for check in mutation.seen.split() if check in checks]
            others = [check for check in seen if check not in expected and check != "hedgebook"]
            silent = [check for check in expected if check not in seen]
            wrong += bool(others or silent)
            own += "hedgebook" in seen
            verdict = "WRONG" if others or silent else "ok"
            print(f"{verdict:6}{mutation.name:32}{' '.join(seen) or '-'}"
                  + (f"  [{', '.join(rules)}]" if rules else "")
                  + (f"  (silent: {' '.join(silent)})" if silent else "")
                  + (f"  (unexpected: {' '.join(others)})" if others else ""), flush=True)
    print(f"mutations  {len(chosen)} mutations  {wrong} wrong"
          + (f"  hedgebook check alone: {own}" if command else ""))
    too_few = command and not names and own < OWN_LEAST
    if too_few:
        print(f"mutations: hedgebook check alone sees {own}; {OWN_LEAST} are required",
              file=sys.stderr)
    sys.exit(1 if wrong or too_few else 0)


if __name__ == "__main__":
    main()
