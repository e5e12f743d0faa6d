#!/usr/bin/env python3
"""Hold the data of a built site to its schema, to the pages and to itself.

Usage: data.py SITE

  api/daily/*.json   by api/schema/daily.json (JSON Schema 2020-12); its page is there and names it;
                     each value's text says its number, rounded; values that the decision also
                     holds are the same; <data> elements of the page carry the record's value and text
  *.csv              beside a page: the rows of the table under its figure, cell for cell, and of
                     the JSON beside it

Each finding is printed as file: message, then one line

  data  R records  V values  M marked values  T tables  F findings

Exit status: 0 without a finding, 1 with findings, 2 when there is nothing to check.
"""

import collections
import csv
import decimal
import json
import pathlib
import re
import sys

import jsonschema
from lxml import etree

import pages

# Whether a page is well-formed is the matter of markup.py.
XHTML = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
NUMBER = re.compile(r"[-+]?\$?[0-9]+(?:\.[0-9]+)?")
DASH = "\N{EN DASH}"  # stands where a value is missing
# Values that stand in the decision as well: row of the dashboard, and what it is multiplied by.
DASHBOARD = {"spx.close": "spx", "vix.close": "vix", "vx1.settle": "vx1", "vx2.settle": "vx2",
             "contango": "contango", "rv21": "realisedVolatility", "rsi": "rsi",
             "macd.histogram": "macd"}
SUMS = {"drag.cap": ("drag", "capDollars"), "hedge.drag": ("drag", "exAnteDollars"),
        "hedge.coverage": ("hedge", "coverage"), "hedge.contracts": ("hedge", "contracts"),
        "hedge.dollarsPerVIXPoint": ("hedge", "dollarsPerVIXPoint"),
        "book.credit": ("book", "creditDollars")}


def plain(text: str) -> str:
    """A printed number in ASCII: no true minus and no narrow spaces."""
    return text.replace("\N{MINUS SIGN}", "-").replace("\N{NARROW NO-BREAK SPACE}", "") \
        .replace("\N{NO-BREAK SPACE}", " ")


def says(text: str, value: dict) -> bool:
    """Whether a text prints a value's number, rounded half away from zero as the site rounds."""
    match = NUMBER.search(plain(text))
    if not match:
        return False
    shown = decimal.Decimal(match.group().replace("$", ""))
    exact = decimal.Decimal(value["number"]) * (100 if value["unit"] == "fraction" else 1)
    places = decimal.Decimal(1).scaleb(-value["decimals"])
    # `number` has the shortest digits of its double; the site rounds the double itself.
    return abs(shown - exact) <= places / 2 + abs(exact) * decimal.Decimal("1e-15")


class Check:
    """The findings and counts of one site."""

    def __init__(self, site: pathlib.Path) -> None:
        self.site = site
        self.findings: list[str] = []
        self.count = collections.Counter()

    def note(self, file: pathlib.Path, message: str) -> None:
        """One finding."""
        self.findings.append(f"{file.relative_to(self.site)}: {message}")

    def read(self, file: pathlib.Path):
        """A JSON file, its numbers exact; None with a finding when it is none."""
        try:
            return json.loads(file.read_text(encoding="utf-8"), parse_float=float)
        except ValueError as error:
            self.note(file, f"is not JSON: {error}")
            return None

    def records(self) -> None:
        """The record of each write-up."""
        files = sorted((self.site / "api/daily").glob("*.json"))
        schema_file = self.site / "api/schema/daily.json"
        if not files:
            return
        if not schema_file.is_file():
            self.note(schema_file, "is missing")
            return
        validator = jsonschema.Draft202012Validator(self.read(schema_file))
        for file in files:
            self.count["records"] += 1
            record = self.read(file)
            if record is None:
                continue
            errors = list(validator.iter_errors(record))
            for error in errors:
                self.note(file, f"{error.json_path}: {error.message[:200]}")
            if not errors:
                self.record(file, record)

    def record(self, file: pathlib.Path, record: dict) -> None:
        """One record that the schema accepts."""
        if file.stem != record["date"]:
            self.note(file, f"is the record of {record['date']}")
        values = {value["name"]: value for value in record["values"]}
        self.count["values"] += len(values)
        if list(values) != sorted(values) or len(values) != len(record["values"]):
            self.note(file, "the values are not sorted by name, each once")
        for name, value in values.items():
            if "number" in value and not says(value["text"], value):
                self.note(file, f"{name} is {value['number']!r} and its text {value['text']!r}")
        self.decision(file, record["decision"], values)
        page = (file.parent / record["page"]).resolve()
        page = page / "index.html" if page.is_dir() else page
        if not page.is_file():
            self.note(file, f"there is no page {record['page']}")
            return
        self.page(file, page, values)

    def decision(self, file: pathlib.Path, decision: dict, values: dict) -> None:
        """The values that the decision holds too."""
        rows = {row["quantity"]: row.get("latest") for row in decision["dashboard"]}
        pairs = [(name, rows.get(row)) for name, row in DASHBOARD.items()]
        pairs += [(name, (decision.get(group) or {}).get(key))
                  for name, (group, key) in SUMS.items()]
        for name, expected in pairs:
            own = values.get(name, {}).get("number")
            if own is not None and expected is not None and own != expected:
                self.note(file, f"{name} is {own!r}, in the decision {expected!r}")

    def page(self, file: pathlib.Path, page: pathlib.Path, values: dict) -> None:
        """The values that the page marks, and its link to the record."""
        root = etree.parse(page, XHTML).getroot()
        links = {(page.parent / link.get("href")).resolve()
                 for link in root.iter("{*}a") if link.get("type") == "application/json"}
        if file.resolve() not in links:
            self.note(page, f"does not name its record {file.name}")
        for element in root.iter("{*}data"):
            self.count["marked"] += 1
            name = element.get("data-name", "")
            text = "".join(element.itertext())
            value = values.get(name)
            if value is None:
                self.note(page, f"prints {text!r} as {name!r}, which the record lacks")
                continue
            if text != value["text"]:
                self.note(page, f"{name} is printed {text!r}, in the record {value['text']!r}")
            own = value.get("number", value.get("date", value["text"]))
            shown = element.get("value", "")
            try:
                same = float(shown) == own if isinstance(own, (int, float)) else shown == own
            except ValueError:
                same = False
            if not same:
                self.note(page, f"{name} is marked {shown!r}, in the record {own!r}")

    def tables(self) -> None:
        """Every CSV that a page offers beside a table."""
        for page in sorted(self.site.rglob("*.html")):
            text = page.read_text(encoding="utf-8")
            if '.csv"' not in text:
                continue
            for box in etree.fromstring(text.encode(), XHTML).iter("{*}details"):
                link = next((link for link in box.iter("{*}a")
                             if (link.get("href") or "").endswith(".csv")), None)
                if link is not None:
                    self.table(page, box, (page.parent / link.get("href")).resolve())

    def table(self, page: pathlib.Path, box, file: pathlib.Path) -> None:
        """One table, the CSV and the JSON beside it."""
        self.count["tables"] += 1
        rows = [[plain("".join(cell.itertext())) for cell in row if cell.tag is not etree.Comment]
                for row in box.iter("{*}tr")]
        with file.open(encoding="utf-8", newline="") as stream:
            fields = list(csv.reader(stream))
        exported = self.read(file.with_suffix(".json")) or {"rows": []}
        if len(rows) != len(fields) or len(fields) != len(exported["rows"]) + 1:
            self.note(file, f"{len(fields)} rows, {len(rows)} on {page.relative_to(self.site)}, "
                            f"{len(exported['rows']) + 1} in JSON")
            return
        for number, (shown, row) in enumerate(zip(rows, fields), 1):
            cells = [shown] if number == 1 else [shown, exported["rows"][number - 2]]
            if any(len(other) != len(row) or not all(map(self.same, other, row))
                   for other in cells):
                self.note(file, f"row {number} is {row}, on the page {shown}")

    @staticmethod
    def same(shown, field: str) -> bool:
        """Whether a cell of a page or of JSON says what a field of CSV says."""
        field = plain(field.removeprefix("'"))
        if shown is None or shown == DASH:
            return field == ""
        if isinstance(shown, (int, float)):
            return field != "" and float(field) == shown
        return plain(shown).removeprefix("+") == field.removeprefix("+")


def main() -> None:
    """Check, print, and end with the status that says whether there was a finding."""
    check = Check(pages.asked()[0])
    check.records()
    check.tables()
    print(*check.findings, sep="\n", end="\n" if check.findings else "")
    count = check.count
    print(f"data  {count['records']} records  {count['values']} values  {count['marked']} marked "
          f"values  {count['tables']} tables  {len(check.findings)} findings")
    if not count["records"] and not count["tables"] and not check.findings:
        pages.unable("data.py", "there is no data")
    sys.exit(1 if check.findings else 0)


if __name__ == "__main__":
    main()
