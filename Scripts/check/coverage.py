#!/usr/bin/env python3
"""Print how many lines of each module the tests run, and hold them to a bound.

Usage: coverage.py REPORT

REPORT is what `swift test --enable-code-coverage` writes (`swift test --show-codecov-path` names it).
Lines are those of LLVM's line coverage of Sources/<module>. Commands (modules with a main.swift or an
entry point) are listed and not bound: what they do is tested through the libraries they call, and
by the checks that run them. Findings are modules below their bound. Last line:

  coverage  N modules  P % of all lines  F findings
"""

import collections
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
STRICT = {"Quant": 90, "ALVH": 90, "MarketData": 90}
OTHERS = 80
COMMANDS = {"hedgebook", "example-market"}


def lines_by_module(report: dict) -> dict[str, tuple[int, int]]:
    """For each folder of Sources the lines that can run and those that ran."""
    sums: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    for file in report["data"][0]["files"]:
        path = pathlib.Path(file["filename"])
        if not path.is_relative_to(ROOT / "Sources"):
            continue
        module = path.relative_to(ROOT / "Sources").parts[0]
        lines = file["summary"]["lines"]
        sums[module][0] += lines["count"]
        sums[module][1] += lines["covered"]
    return {module: (count, covered) for module, (count, covered) in sums.items()}


def main() -> None:
    """Print the table and end with status 1 when a module is below its bound."""
    if len(sys.argv) != 2:
        sys.exit(__doc__.split("\n\n")[1])
    report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    modules = lines_by_module(report)
    findings = 0
    for module, (count, covered) in sorted(modules.items()):
        percent = 100 * covered / count if count else 100
        bound = None if module in COMMANDS else STRICT.get(module, OTHERS)
        is_below = bound is not None and percent < bound
        findings += is_below
        wanted = "no bound" if bound is None else f"bound {bound} %"
        print(f"{'BELOW' if is_below else 'ok':<6}{module:<20}{covered:>7} of {count:>6} lines"
              f"{percent:>7.1f} %  {wanted}")
    count, covered = (sum(each) for each in zip(*modules.values()))
    print(f"coverage  {len(modules)} modules  {100 * covered / count:.1f} % of all lines  "
          f"{findings} findings")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
