"""The three figures drawn with Vega-Altair and vl-convert: a source in, SVG text out."""

import altair
import vl_convert

import style

VERSION = altair.__version__
VEGA_LITE_VERSION = altair.SCHEMA_VERSION.removeprefix("v")

FONT = ", ".join(style.FONTS)


def configured(chart, source, axis_on_right=True):
    """The site's look; the description becomes the drawing's ARIA label."""
    return (
        chart.properties(
            background=style.PAPER, padding=2,
            description=f"{source.title}. {source.description}")
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelFont=FONT, labelFontSize=style.TEXT_SIZE, labelColor=style.MUTED, title=None,
            gridColor=style.HAIR, domainColor=style.MUTED, tickColor=style.MUTED)
        .configure_axisY(domain=False, ticks=False, orient="right" if axis_on_right else "left")
        .configure_axisX(grid=False)
        .configure_text(font=FONT, fontSize=style.TEXT_SIZE, color=style.INK)
        .configure_title(
            font=FONT, fontSize=style.TEXT_SIZE, anchor="start", color=style.INK, offset=8))


def specification(source):
    """The Vega-Lite specification as Python's data."""
    return CHARTS[source.key](source).to_dict()


def convert(specification):
    return vl_convert.vegalite_to_svg(specification, vl_version=VL_VERSION)


def draw(source):
    return convert(specification(source))


# vl-convert names versions by their first two numbers.
VL_VERSION = ".".join(VEGA_LITE_VERSION.split(".")[:2])


def labelled(records, text, **options):
    """A text mark with a halo: the same text twice, the first one only as an edge."""
    data = altair.Data(values=records)
    base = altair.Chart(data)
    edge = base.mark_text(
        stroke=style.PAPER, strokeWidth=4, strokeJoin="round", aria=False, **options)
    return [mark.encode(text=text) for mark in [edge, base.mark_text(**options)]]


def curve(source):
    layers = []
    span = max(points[-1][0] for _, points in source.data) + 4
    levels = [point[1] for _, points in source.data for point in points]
    x = altair.X("days:Q").scale(domain=[0, span], nice=False).axis(
        values=list(range(0, int(span) + 1, 30)), title="calendar days to expiration",
        titleAnchor="end", titleFont=FONT, titleFontSize=style.TEXT_SIZE,
        titleFontWeight="normal", titleColor=style.MUTED, labelFlush=False)
    y = altair.Y("points:Q").scale(domain=[min(levels) - 0.4, max(levels) + 0.3], nice=False)
    for index, (name, points) in enumerate(source.data):
        colour, width, dash = style.CURVES[index]
        rows = [
            {"days": days, "points": level, "curve": name, "contract": contract}
            for days, level, contract in points]
        base = altair.Chart(altair.Data(values=rows)).encode(x=x, y=y)
        layers.append(base.mark_line(
            color=colour, strokeWidth=width, strokeDash=list(dash or [1, 0]), clip=False,
            description=f"Curve of {name}"))
        layers.append(base.mark_circle(color=colour, size=22, opacity=1))
        start = {**rows[0], "label": f"{name} {style.decimal(rows[0]['points'], 2)}"}
        layers.append(
            altair.Chart(altair.Data(values=[start]))
            .mark_text(
                align="right", dx=-12, color=colour,
                fontWeight="bold" if index == 0 else "normal")
            .encode(x=x, y=y, text="label:N"))
    (_, spot, _), (days, front, _) = source.data[0][1][:2]
    place = "below" if front < spot else "above"
    note = {
        "days": days, "points": front,
        "label": f"Front future {style.decimal(abs(front - spot), 2)} {place} spot"}
    layers += [
        mark.encode(x=x, y=y)
        for mark in labelled([note], "label:N", align="left", dx=4, dy=-10)]
    return configured(altair.layer(*layers).properties(width=518, height=222), source)


def price(source):
    data = source.data
    panels = [
        price_panel(source, *series, height)
        for series, height in zip(style.SERIES, [150, 124])]
    return configured(altair.vconcat(*panels, spacing=14), source)


def price_panel(source, key, colour, heading, height):
    data, values = source.data, source.data[key]
    heading = heading.format(first=style.day(data["sessions"][0]))
    last = len(values) - 1
    ticks = style.tick_rows(data["sessions"])
    words = {row: style.day(data["sessions"][row]) for row in ticks}
    axis = altair.Axis(
        values=ticks, labelExpr=f"{words}[datum.value]", labelBound=True, labelFlush=True)
    x = altair.X("row:Q").scale(domain=[0, last], nice=False).axis(axis if key == "obv" else None)
    reach = (max(values) - min(values)) * 0.07
    y = altair.Y(key + ":Q").scale(
        domain=[min(values) - reach, max(values) + reach], nice=False, zero=False).axis(
        tickCount=5, labelExpr="replace(replace(datum.label, ',', '\u202f'), '-', '−')",
        minExtent=40, offset=4)
    rows = [
        {"row": row, "session": data["sessions"][row], key: value}
        for row, value in enumerate(values)]
    base = altair.Chart(altair.Data(values=rows)).encode(x=x, y=y)
    layers = [
        base.mark_line(color=colour, strokeWidth=1.75, description=heading),
        altair.Chart(altair.Data(values=[{"row": last}])).mark_rule(
            color=style.INK, strokeDash=[1, 3]).encode(x=x)]
    layers += swings(source, key, colour, rows, x, y)
    if key == "close":
        end = {**rows[last], "label": style.decimal(values[last], 2)}
        known = {"row": last, "label": f"known {style.day(data['sessions'][last])}"}
        layers += [
            mark.encode(x=x, y=y) for mark in labelled(
                [end], "label:N", align="right", dx=-3, dy=10, fontWeight="bold", color=colour)]
        layers.append(
            altair.Chart(altair.Data(values=[known])).mark_text(align="right", dx=-5, dy=-4)
            .encode(x=x, y=altair.value(0), text="label:N"))
    title = altair.Title(heading, color=colour)
    return altair.layer(*layers, title=title).properties(width=590, height=height)


def swings(source, key, colour, rows, x, y):
    """The lines between swing highs, the current divergence with its dates or its difference."""
    layers = []
    for panel, current, first, second in source.data["swings"]:
        if panel != key:
            continue
        ends = [rows[first], rows[second]]
        base = altair.Chart(altair.Data(values=ends)).encode(x=x, y=y)
        layers.append(base.mark_line(
            color=style.VERMILION, strokeWidth=2.6 if current else 1.3,
            strokeDash=[1, 0] if current else [4, 3],
            description="Swing highs of " + " and ".join(
                style.day(end["session"]) for end in ends)))
        layers.append(base.mark_point(
            fill=style.PAPER, stroke=colour, strokeWidth=1.75, opacity=1,
            size=50 if current else 28))
        if not current:
            if key == "close":
                words = f"{style.day(ends[1]['session'])}, earlier"
                layers += [
                    mark.encode(x=x, y=y) for mark in labelled(
                        [{**ends[1], "label": words}], "label:N", align="right", dx=2, dy=-12,
                        color=style.MUTED)]
            continue
        if key == "obv":
            difference = style.signed(ends[1][key] - ends[0][key], 2)
            middle = {
                "row": (first + second) / 2, key: max(end[key] for end in ends),
                "label": f"{difference} bn"}
            notes = labelled([middle], "label:N", dy=-14)
        else:
            notes = []
            for end, shift in zip(ends, [(-8, -34), (2, -14)]):
                words = f"{style.day(end['session'])} {style.decimal(end[key], 2)}"
                notes += labelled(
                    [{**end, "label": words}], "label:N", align="right", dx=shift[0], dy=shift[1])
            layers.append(leader(ends[0], rows, x, y))
        layers += [mark.encode(x=x, y=y) for mark in notes]
    return layers


def leader(end, rows, x, y):
    """A line from a swing high up to its label, in units of the data."""
    values = [row["close"] for row in rows]
    height = (max(values) - min(values)) * 1.14 / 150  # units in a pixel
    places = {"row": end["row"] - 0.5, "close": end["close"] + 7 * height,
              "label row": end["row"] - 2, "label close": end["close"] + 26 * height}
    return altair.Chart(altair.Data(values=[places])).mark_rule(
        color=style.INK, strokeWidth=0.8).encode(x=x, y=y, x2="label row", y2="label close")


def heat(source):
    data = source.data
    largest = max(abs(value) for _, values in data["panels"] for row in values for value in row)
    colours = altair.Color("value:Q", legend=None).scale(
        domain=[-largest, 0, largest], range=[style.tint(-1, 1), style.PAPER, style.tint(1, 1)])
    panels = []
    for index, (title, values) in enumerate(data["panels"]):
        cells = [
            {"row": data["rows"][row], "column": data["columns"][column], "value": value,
             "label": style.signed(value, 1), "usual": (row, column) in data["usual"]}
            for row, line in enumerate(values) for column, value in enumerate(line)]
        x = altair.X("column:N", sort=data["columns"]).axis(
            orient="top", labelAngle=0, ticks=False, domain=False)
        y = altair.Y("row:N", sort=data["rows"]).axis(
            orient="left", ticks=False, labels=index == 0)
        base = altair.Chart(altair.Data(values=cells)).encode(x=x, y=y)
        outline = base.transform_filter("datum.usual").mark_rect(
            filled=False, stroke=style.INK, strokeWidth=1.5)
        panels.append(
            altair.layer(
                base.mark_rect(stroke=style.PAPER).encode(color=colours), outline,
                base.mark_text().encode(text="label:N"),
                title=altair.Title(title, color=style.INK))
            .properties(width=192, height=168))
    chart = altair.hconcat(*panels, spacing=12, title=altair.Title(
        [data["caption"], "↓ S&P 500, % → VIX, points; outlined: " + data["outline"]],
        color=style.MUTED, fontWeight="normal"))
    return configured(chart, source, axis_on_right=False)


CHARTS = {"curve": curve, "price": price, "heat": heat}
DRAWINGS = {key: draw for key in CHARTS}
