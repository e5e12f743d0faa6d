"""The three figures drawn with matplotlib: a source in, SVG text out."""

import io
import logging

import matplotlib
import matplotlib.colors
import matplotlib.ticker
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import style

VERSION = matplotlib.__version__

matplotlib.rcParams.update({
    # Text stays text, and ids do not change from run to run: neither is the default.
    "svg.fonttype": "none", "svg.hashsalt": "hedgebook",
    "font.family": style.FONTS, "font.size": style.TEXT_SIZE,
    "text.color": style.INK, "axes.edgecolor": style.MUTED, "axes.linewidth": 1,
    "axes.facecolor": "none", "grid.color": style.HAIR, "grid.linewidth": 1,
    "xtick.color": style.MUTED, "ytick.color": style.MUTED, "ytick.major.size": 0,
    "axes.axisbelow": True})

# A family that this machine lacks is still named in the drawing, for readers' machines.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

# Text over lines stands on paper. A halo (`patheffects`) would turn the text into outlines.
ON_PAPER = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 0.5}


def canvas(width, height, source):
    """A figure of this many CSS pixels: one point of matplotlib is one unit of the drawing."""
    figure = Figure(figsize=(width / 72, height / 72), facecolor=style.PAPER)
    # matplotlib writes the title as <title> and the description into RDF metadata.
    metadata = {"Title": source.title, "Description": source.description, "Date": None}
    return figure, metadata


def axes(figure, left, top, right, bottom):
    """Axes whose edges are these distances from the figure's edges, in pixels."""
    width, height = figure.get_size_inches() * 72
    place = [left / width, bottom / height, (width - left - right) / width,
             (height - top - bottom) / height]
    plot = figure.add_axes(place)
    for side in ["left", "right", "top"]:
        plot.spines[side].set_visible(False)
    plot.yaxis.tick_right()
    plot.grid(axis="y")
    return plot


def markup(figure, metadata):
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata=metadata, facecolor=figure.get_facecolor())
    return buffer.getvalue()


def curve(source):
    figure, metadata = canvas(640, 292, source)
    plot = axes(figure, 94, 24, 27, 46)
    for index, (name, points) in enumerate(source.data):
        colour, width, dash = style.CURVES[index]
        days, levels, _ = zip(*points)
        line, = plot.plot(
            days, levels, color=colour, linewidth=width, marker="o", markersize=5,
            gid=f"series-{index + 1}", clip_on=False)
        if dash:
            line.set_dashes([length / width for length in dash])
        plot.annotate(
            f"{name} {style.decimal(levels[0], 2)}", (days[0], levels[0]), (-12, 0),
            textcoords="offset points", ha="right", va="center", color=colour,
            weight="bold" if index == 0 else "normal")
    (_, spot, _), (days, front, _) = source.data[0][1][:2]
    place = "below" if front < spot else "above"
    plot.annotate(
        f"Front future {style.decimal(abs(front - spot), 2)} {place} spot", (days, front), (4, 6),
        textcoords="offset points", bbox=ON_PAPER)
    plot.set_xlim(0, max(points[-1][0] for _, points in source.data) + 4)
    plot.xaxis.set_major_locator(matplotlib.ticker.MultipleLocator(30))
    plot.yaxis.set_major_locator(matplotlib.ticker.MultipleLocator(1))
    plot.set_xlabel("calendar days to expiration", color=style.MUTED, loc="right")
    return markup(figure, metadata)


def price(source):
    figure, metadata = canvas(640, 402, source)
    panels = [axes(figure, 6, 30, 47, 202), axes(figure, 6, 250, 47, 28)]
    data = source.data
    last = len(data["sessions"]) - 1
    for plot, (key, colour, heading) in zip(panels, style.SERIES):
        values = data[key]
        plot.plot(values, color=colour, linewidth=1.75, gid="series-" + key, clip_on=False)
        plot.axvline(last, color=style.INK, linewidth=1, linestyle=(0, (1, 3)))
        plot.set_title(
            heading.format(first=style.day(data["sessions"][0])), loc="left", color=colour,
            fontsize=style.TEXT_SIZE, weight="bold", pad=12)
        plot.set_xlim(0, last)
        plot.yaxis.set_major_locator(matplotlib.ticker.MaxNLocator(6, steps=[1, 2, 5, 10]))
        plot.yaxis.set_major_formatter(lambda value, _: style.decimal(value, 0))
        plot.set_xticks([])
        swings(plot, source, key, colour)
    panels[0].spines["bottom"].set_visible(False)
    ticks = style.tick_rows(data["sessions"])
    panels[1].set_xticks(ticks, [style.day(data["sessions"][row]) for row in ticks])
    for label, side in [(0, "left"), (-1, "right")]:
        panels[1].get_xticklabels()[label].set_horizontalalignment(side)
    panels[0].annotate(
        f"known {style.day(data['sessions'][last])}", (last, 1), (-5, 2),
        xycoords=("data", "axes fraction"), textcoords="offset points", ha="right")
    panels[0].annotate(
        style.decimal(data["close"][last], 2), (last, data["close"][last]), (-3, -14),
        textcoords="offset points", ha="right", color=style.BLUE, weight="bold",
        bbox=ON_PAPER)
    return markup(figure, metadata)


def swings(plot, source, key, colour):
    """The lines between swing highs, the current divergence with its dates or its difference."""
    values = source.data[key]
    for panel, current, first, second in source.data["swings"]:
        if panel != key:
            continue
        ends = [first, second]
        plot.plot(
            ends, [values[row] for row in ends], color=style.VERMILION,
            linewidth=2.6 if current else 1.3, linestyle="-" if current else (0, (4, 3)),
            marker="o", markersize=8 if current else 6, markerfacecolor=style.PAPER,
            markeredgecolor=colour, markeredgewidth=1.75, zorder=3,
            gid=f"divergence-{key}-{first}")
        if not current:
            if key == "close":
                plot.annotate(
                    f"{style.day(source.data['sessions'][second])}, earlier",
                    (second, values[second]), (2, 8), textcoords="offset points", ha="right",
                    color=style.MUTED, bbox=ON_PAPER)
            continue
        if key == "obv":
            difference = style.signed(values[second] - values[first], 2)
            plot.annotate(
                f"{difference} bn", (sum(ends) / 2, max(values[row] for row in ends)), (0, 10),
                textcoords="offset points", ha="center", bbox=ON_PAPER)
            continue
        for row, shift in [(first, (-8, 32)), (second, (2, 12))]:
            plot.annotate(
                f"{style.day(source.data['sessions'][row])} {style.decimal(values[row], 2)}",
                (row, values[row]), shift, textcoords="offset points", ha="right",
                bbox=ON_PAPER,
                arrowprops={"arrowstyle": "-", "linewidth": 0.8, "color": style.INK, "shrinkB": 6}
                if row == first else None)


def heat(source):
    figure, metadata = canvas(640, 300, source)
    data = source.data
    figure.text(0, 1 - 16 / 300, data["caption"], color=style.MUTED)
    figure.text(0, 1 - 34 / 300, "↓ S&P 500, % → VIX, points", color=style.MUTED)
    largest = max(abs(value) for _, values in data["panels"] for row in values for value in row)
    colours = matplotlib.colors.LinearSegmentedColormap.from_list(
        "diverging", [style.tint(-1, 1), style.PAPER, style.tint(1, 1)])
    for index, (title, values) in enumerate(data["panels"]):
        plot = axes(figure, 31 + 206 * index, 84, 640 - 223 - 206 * index, 46)
        plot.grid(False)
        plot.spines["bottom"].set_visible(False)
        # Rectangles, not an image: the cells stay sharp and there is no data in base64.
        plot.pcolormesh(
            values, cmap=colours, vmin=-largest, vmax=largest, edgecolors=style.PAPER,
            linewidth=1)
        plot.invert_yaxis()
        plot.set_title(title, loc="left", fontsize=style.TEXT_SIZE, weight="bold", pad=22)
        plot.xaxis.tick_top()
        plot.set_xticks([place + 0.5 for place in range(len(data["columns"]))], data["columns"])
        plot.yaxis.tick_left()
        plot.set_yticks(
            [place + 0.5 for place in range(len(data["rows"]))],
            data["rows"] if index == 0 else [])
        plot.tick_params(length=0)
        for row, line in enumerate(values):
            for column, value in enumerate(line):
                plot.text(
                    column + 0.5, row + 0.5, style.signed(value, 1), ha="center",
                    va="center_baseline")
        for row, column in sorted(data["usual"]):
            plot.add_patch(Rectangle(
                (column + 0.03, row + 0.05), 0.94, 0.9, fill=False, edgecolor=style.INK,
                linewidth=1.5, clip_on=False))
    figure.add_artist(Rectangle(
        (2 / 640, 10 / 300), 17 / 640, 13 / 300, fill=False, edgecolor=style.INK, linewidth=1.5))
    figure.text(26 / 640, 12 / 300, "outlined: " + data["outline"], color=style.MUTED)
    return markup(figure, metadata)


DRAWINGS = {"curve": curve, "price": price, "heat": heat}
