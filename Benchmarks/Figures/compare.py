#!/usr/bin/env python3
"""Draws the same three figures with three libraries and compares bytes, times, looks and markup.

    compare.py --site <folder> --work <folder> --product <folder> --hedgebook <binary>
               --benchmark <binary>

Writes comparison.html with all drawings into the work folder. What cannot be measured on this
machine is an empty cell, and a line says why.
"""

import argparse
import datetime
import hashlib
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

import browser
import markup
import page
import sources

RUNS = 30
FEWER_RUNS = 10
PROCESSES = 3
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3, text
LEAST_LINE_CONTRAST = 3.0  # WCAG 2.2, 1.4.11, graphical objects
NAMES = {"curve": "Term structure", "price": "Price and OBV", "heat": "Scenario heat map"}

# Library, sheet of the page that holds its drawing, and its lines in the markup.
LIBRARIES = {
    "Hedgebook": ("style.css", "svg path.s, svg path.dv, svg path.dv2"),
    "matplotlib": ("neutral.css", "g[id^=series-] > path, g[id^=divergence-] > path"),
    "Vega-Altair": ("neutral.css", "g.mark-line path")}
MODULES = {"matplotlib": "draw_matplotlib", "Vega-Altair": "draw_altair"}
HERE = pathlib.Path(__file__).resolve().parent


def elapsed(function, argument):
    start = time.perf_counter()
    function(argument)
    return time.perf_counter() - start


def fresh(module, site, product, seed):
    """Draws in a new process: seconds to import and to draw, and hashes of the bytes."""
    code = (
        "import sys, time, hashlib, pathlib\n"
        f"sys.path.insert(0, {str(HERE)!r})\n"
        "import sources\n"
        f"figures = sources.read(pathlib.Path({str(site)!r}), pathlib.Path({str(product)!r}))\n"
        f"start = time.perf_counter(); import {module} as library\n"
        "print(time.perf_counter() - start)\n"
        "start = time.perf_counter(); svg = [library.DRAWINGS[f.key](f) for f in figures]\n"
        "print(time.perf_counter() - start)\n"
        "print(*[hashlib.sha256(s.encode()).hexdigest() for s in svg])\n")
    answer = subprocess.run(
        [sys.executable, "-B", "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)})
    imported, drawn, hashes = answer.stdout.splitlines()
    return float(imported), float(drawn), hashes.split()


def measure_peer(library, figures, options):
    """Drawings, median milliseconds for each, and what a new process costs."""
    module = MODULES[library]
    processes = [
        fresh(module, options.site, options.product, seed) for seed in range(1, PROCESSES + 1)]
    drawings = __import__(module).DRAWINGS
    result = {}
    for index, figure in enumerate(figures):
        drawings[figure.key](figure)  # does not count: fonts and compilers start
        seconds = [elapsed(drawings[figure.key], figure) for _ in range(RUNS)]
        svg = drawings[figure.key](figure)
        own = hashlib.sha256(svg.encode()).hexdigest()
        result[figure.key] = {
            "svg": svg, "milliseconds": statistics.median(seconds) * 1000,
            "same bytes": all(hashes[index] == own for _, _, hashes in processes)}
    start = {
        "import": statistics.median(imported for imported, _, _ in processes),
        "first": statistics.median(drawn for _, drawn, _ in processes)}
    return result, start


def own_times(benchmark):
    """Milliseconds for each figure as `figure-benchmark` prints them: a name, then the number."""
    if not os.access(benchmark, os.X_OK):
        return {}
    answer = subprocess.run([benchmark], capture_output=True, text=True, check=True).stdout
    words = {"curve": "term", "price": "price", "heat": "heat"}
    result = {}
    for line in answer.splitlines():
        match = re.match(r"\W*([A-Za-z][A-Za-z -]*?)[\s:|]+([\d.]+)", line)
        for key, word in words.items():
            if match and word in match[1].lower() and key not in result:
                result[key] = float(match[2])
    return result


def built_twice(options, figures):
    """Whether two builds of the repository's site hold the same drawings; None without a binary."""
    if not os.access(options.hedgebook, os.X_OK):
        return {}
    drawings = []
    for name in ["first", "second"]:
        output = options.work / name
        shutil.rmtree(output, ignore_errors=True)
        built = subprocess.run(
            [options.hedgebook, "build", "--quiet", "--source", options.product, "--product",
             options.product, "--output", output], capture_output=True, text=True, check=False)
        if built.returncode != 0:
            print(f"note: the site could not be built twice: {built.stderr.strip()[:300]}")
            return {}
        drawings.append({
            figure.key: figure.svg for figure in sources.read(output, options.product)
            if figure.origin != sources.SNAPSHOT})
        shutil.rmtree(output)
    return {
        key: drawings[0][key] == drawings[1].get(key) for key in drawings[0]}


def measure_own(figures, options):
    milliseconds, same = own_times(options.benchmark), built_twice(options, figures)
    if not milliseconds:
        print(f"note: {options.benchmark} is missing; no draw times of Hedgebook.")
    return {
        figure.key: {
            "svg": figure.svg, "wide": figure.wide, "milliseconds": milliseconds.get(figure.key),
            "same bytes": same.get(figure.key)} for figure in figures}


def yes(condition, otherwise="no"):
    return "yes" if condition else otherwise


def read_looks(looks, cells, numbers):
    """The cells of the table that Chromium answers."""
    printed, dark, forced, phone = (looks[name] for name in ["print", "dark", "forced", "phone"])
    pale = browser.palest_line(printed)
    faults = []
    if browser.least_contrast(printed) < LEAST_CONTRAST:
        faults.append("pale text")
    if pale is not None and pale < LEAST_LINE_CONTRAST:
        faults.append("pale lines")
    if browser.confused(printed):
        faults.append("lines differ in hue only")
    if numbers < cells:
        faults.append("cells without a number")
    smallest = min(text["size"] for text in phone["texts"])
    return {
        "Without script": yes(looks["same without script"]),
        "Same under the site’s CSP": yes(looks["same under the policy"]),
        "Black and white print": yes(not faults, ", ".join(faults)),
        "Dark mode": look_answer(dark, "stays light"),
        "Forced colours": look_answer(forced, "own colours"),
        "Least contrast, light": f"{browser.least_contrast(looks['light']):.1f}",
        "Least contrast, dark": f"{browser.least_contrast(dark):.1f}",
        "Smallest text at 320 px": f"{smallest:.1f} px"
        + ("" if phone["width"] <= 320 else ", scrolls")}


def look_answer(look, otherwise):
    if browser.least_contrast(look) < LEAST_CONTRAST:
        return f"unreadable ({browser.least_contrast(look):.1f})"
    return yes(not browser.stays_light(look), otherwise)


def row(library, figure, measured, looks):
    """One drawing's line of the table: column and answer, in order."""
    svg = measured["svg"]
    plain, packed = markup.sizes(svg)
    alternative = markup.text_alternative(svg)
    words, outlines = markup.texts(svg)
    milliseconds, same = measured["milliseconds"], measured["same bytes"]
    parts = [name for name in ["role", "title", "desc"] if alternative[name]]
    # Neither library makes a table; ours stands in the page beside the drawing.
    if library == "Hedgebook" and figure.has_table:
        parts.append("table")
    cells = sum(len(line) for _, values in figure.data["panels"] for line in values) \
        if figure.key == "heat" else 0
    result = {
        "Bytes": f"{plain:,}", "gzip -9": f"{packed:,}",
        # The others draw one width only.
        "Wide drawing alone": "{:,}".format(markup.sizes(measured.get("wide", svg))[0]),
        "Wide drawing alone, gzip -9": "{:,}".format(
            markup.sizes(measured.get("wide", svg))[1]),
        "Draw time": "" if milliseconds is None else f"{milliseconds:.3g} ms",
        "Text alternative": ", ".join(parts) or "none",
        "Labelled marks": str(markup.labelled_marks(svg)),
        "Text as text": yes(words and not outlines, f"{outlines} outlines"),
        "Inline styles": str(markup.inline_styles(svg)),
        "Scripts": str(markup.scripts(svg)),
        "Same bytes again": "" if same is None else yes(same)}
    if looks:
        result |= read_looks(looks, cells, markup.printed_numbers(svg))
    return result


def look_at_all(all_measured, options):
    """Chromium's looks at every drawing by library and figure; nothing without Chromium."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        print("note: Chromium is missing; what it would measure is left out.")
        return {}, None
    chromium = browser.Browser(executable)
    sheet = (options.site / "assets/style.css").read_text(encoding="utf-8")
    chromium.files["style.css"] = sheet + page.missing_rules(sheet)
    try:
        looks = {
            (library, key): chromium.inspect(measured["svg"], *LIBRARIES[library])
            for library, drawings in all_measured.items() for key, measured in drawings.items()}
        return looks, chromium.version
    finally:
        chromium.close()


def interactive_bytes(figures, site):
    """What reading values off a drawing costs: our script, and Altair's page with its scripts."""
    import draw_altair
    chart = draw_altair.CHARTS["price"](figures[1])
    script = (site / "assets/figures.js").read_text(encoding="utf-8")
    return markup.sizes(script), markup.sizes(chart.to_html(inline=True))


def print_table(table, notes):
    """The table as README.md holds it: one section a figure, one column a library."""
    for key, libraries in table.items():
        print(f"\n### {NAMES[key]}\n")
        print("| | " + " | ".join(libraries) + " |")
        print("|---" * (len(libraries) + 1) + "|")
        for column in next(iter(libraries.values())):
            cells = [libraries[library].get(column) or "–" for library in libraries]
            print(f"| {column} | " + " | ".join(cells) + " |")
    print()
    for note in notes:
        print(note)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ["--site", "--work", "--product", "--hedgebook", "--benchmark"]:
        parser.add_argument(name, type=pathlib.Path, required=True)
    options = parser.parse_args()
    figures = sources.read(options.site, options.product)

    measured, starts = {"Hedgebook": measure_own(figures, options)}, {}
    for library in MODULES:
        measured[library], starts[library] = measure_peer(library, figures, options)
    looks, version = look_at_all(measured, options)
    table = {
        figure.key: {
            library: row(library, figure, measured[library][figure.key],
                         looks.get((library, figure.key)))
            for library in LIBRARIES} for figure in figures}

    notes = describe(figures, measured, starts, version, options)
    print_table(table, notes)
    path = page.write(figures, measured, table, notes, NAMES, options)
    print(f"\n{path}")


def describe(figures, measured, starts, version, options):
    """Lines below the table: what was compared, and figures that belong to no single drawing."""
    import draw_altair
    import draw_matplotlib
    notes = [
        f"{datetime.date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} "
        f"cores; matplotlib {draw_matplotlib.VERSION}, Vega-Altair {draw_altair.VERSION} with "
        f"Vega-Lite {draw_altair.VEGA_LITE_VERSION}, Chromium {version or 'missing'}; medians of "
        f"{RUNS} drawings.",
        "Heat map from " + figures[2].origin + "."]
    for library, start in starts.items():
        notes.append(
            f"{library}: import {start['import']:.2f} s, the three figures for the first time "
            f"{start['first']:.2f} s (medians of {PROCESSES} processes).")
    ready = [draw_altair.specification(figure) for figure in figures]
    seconds = [[elapsed(draw_altair.convert, chart) for _ in range(FEWER_RUNS)] for chart in ready]
    times = ", ".join(f"{statistics.median(runs) * 1000:.3g} ms" for runs in seconds)
    notes.append(
        f"vl-convert alone, given a finished specification: {times}; the rest of Altair’s time "
        "builds and validates it.")
    for library, drawings in measured.items():
        count = markup.repeated_ids([drawing["svg"] for drawing in drawings.values()])
        notes.append(f"Ids that repeat with the three figures in one page, {library}: {count}.")
    ours, theirs = interactive_bytes(figures, options.site)
    notes.append(
        f"Values on hover, bytes (gzip -9): Hedgebook’s script for all figures "
        f"{ours[0]:,} ({ours[1]:,}); Altair’s page of one figure with its scripts "
        f"{theirs[0]:,} ({theirs[1]:,}); matplotlib’s SVG has none.")
    return notes


if __name__ == "__main__":
    main()
