"""The comparison as one static page, with the site's stylesheet."""

import html
import re

# Rules for drawings that a site's stylesheet may not know yet: cells are thick lines.
HEAT_RULES = """
path.q { stroke-width: 23; }
path.qs { stroke-width: 14; }
path.qr { stroke: var(--paper); stroke-width: 1; }
path.us { stroke: var(--ink); stroke-width: 1.5; }
""" + "".join(
    f"path.{name}{step} {{ stroke: color-mix(in srgb, var(--{hue}) calc({share} * var(--tint)), "
    "var(--paper)); }\n"
    for name, hue in [("v", "vermilion"), ("g", "green")]
    for step, share in [(1, 1), (2, 2), (3, 3), (4, 4.2)]
) + "@media (forced-colors: active) { path.q { stroke: none; } }\n"

SHEET = """
main { max-width: none; }
.page { max-width: 124rem; display: block; width: auto; padding: 0 var(--pad); }
.drawings { display: grid; gap: 2rem; margin-bottom: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
.drawings h3 { margin: 0 0 .6rem; }
.drawings .plot { max-width: 640px; }
.drawings img { display: block; width: 100%; height: auto; }
.comparison { max-width: 52rem; margin-bottom: 2.6rem; }
ul { max-width: 52rem; }
.comparison td { white-space: nowrap; }
@media print { .drawings { grid-template-columns: 1fr 1fr 1fr; } }
"""


def missing_rules(sheet):
    """The rules for heat cells, when the sheet lacks them."""
    return "" if re.search(r"path\.q\b", sheet) else HEAT_RULES


def table(libraries, label):
    """One line a criterion, one column a library."""
    heads = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in libraries)
    lines = []
    for column in next(iter(libraries.values())):
        cells = "".join(
            f"<td>{html.escape(libraries[name].get(column) or '–')}</td>" for name in libraries)
        lines.append(f'<tr><th scope="row">{html.escape(column)}</th>{cells}</tr>')
    return (
        f'<div class="scroll comparison" tabindex="0" role="region" aria-label="{label}">'
        f'<table aria-label="{label}"><thead><tr><td></td>{heads}</tr></thead>'
        f'<tbody>{"".join(lines)}</tbody></table></div>')


def drawing(library, figure, svg, work):
    """Ours stands in the page. The others are images: their styles would reach the whole page."""
    if library == "Hedgebook":
        content = f'<div class="plot">{svg}</div>'
    else:
        name = f"{library.lower()}-{figure.key}.svg"
        (work / name).write_text(svg, encoding="utf-8")
        content = f'<div class="plot"><img src="{name}" alt="{html.escape(figure.title)}"></div>'
    return f"<div><h3>{library}</h3>{content}</div>"


def write(figures, measured, tables, notes, names, options):
    """Writes comparison.html, its sheet and the others' drawings; returns the page's path."""
    work = options.work
    sheet = (options.site / "assets/style.css").read_text(encoding="utf-8")
    (work / "style.css").write_text(sheet + missing_rules(sheet) + SHEET, encoding="utf-8")
    sections = []
    for figure in figures:
        columns = "".join(
            drawing(library, figure, measured[library][figure.key]["svg"], work)
            for library in measured)
        label = "Measured: " + names[figure.key]
        words = ". ".join(word for word in [figure.caption, figure.subtitle] if word)
        sections.append(
            f'<section id="{figure.key}"><h2>{names[figure.key]}</h2>'
            f"<p>{html.escape(words or figure.title)}.</p>"
            f'<div class="drawings">{columns}</div>{table(tables[figure.key], label)}</section>')
    items = "".join(f"<li>{html.escape(note)}</li>" for note in notes)
    path = work / "comparison.html"
    path.write_text(
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<title>Three figures, three chart libraries</title>\n"
        '<link rel="stylesheet" href="style.css"></head>\n'
        '<body><div class="page"><main><h1>Three figures, three chart libraries</h1>\n'
        "<p>The same numbers, drawn by Hedgebook, matplotlib and Vega-Altair. Index closes are "
        "published; VIX futures and the scenarios are modelled or invented, as the pages that "
        "show them say.</p>\n"
        f'{"".join(sections)}\n<h2>Notes</h2><ul>{items}</ul></main></div></body></html>\n',
        encoding="utf-8")
    return path
