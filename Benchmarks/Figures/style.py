"""The site's light colours and its way of writing numbers, for the other libraries."""

import datetime

PAPER, INK, MUTED, HAIR = "#fdfcf9", "#1b1d21", "#565c66", "#d8d4c8"
ACCENT, BLUE, PURPLE = "#1a5a9e", "#1f6fb2", "#8a4a9e"
VERMILION, GREEN = "#bd4811", "#0b7a5c"
FONTS = ["Liberation Sans", "DejaVu Sans"]
TEXT_SIZE = 13

# Name, colour, width and dash of a curve: the latest one heavy, the oldest one dashed.
CURVES = [(ACCENT, 2.4, None), (INK, 1.4, None), (MUTED, 1.4, (5, 3))]

SERIES = [
    ("close", BLUE, "S&P 500, close"),
    ("obv", PURPLE, "On-balance volume, bn shares since {first}"),
]


def signed(value, decimals):
    """A number with its sign, zero without one."""
    text = decimal(value, decimals)
    return "+" + text if value > 0 and text.strip("0.") else text


def decimal(value, decimals):
    """A number with a true minus and narrow spaces between thousands; no minus before zero."""
    text = f"{abs(value):,.{decimals}f}".replace(",", "\u202f")
    return "−" + text if value < 0 and text.strip("0.") else text


def day(session):
    """An ISO date as day and month."""
    date = datetime.date.fromisoformat(session)
    return f"{date.day} {date:%b}"


def tick_rows(sessions):
    """Rows at the middles and beginnings of months, the first and the last: few enough to read."""
    wanted = [
        row for row in range(1, len(sessions))
        if any(sessions[row - 1][8:] < edge <= sessions[row][8:] for edge in ["16"])
        or sessions[row - 1][:7] != sessions[row][:7]]
    last = len(sessions) - 1
    return [0] + [row for row in wanted if 7 < row < last - 7] + [last]


def tint(value, largest):
    """Diverging colour centred at zero, the strongest one where `value` is `largest`."""
    share = min(1, abs(value) / largest) * 0.5
    hue = GREEN if value > 0 else VERMILION
    mixed = [
        round(int(hue[i:i + 2], 16) * share + int(PAPER[i:i + 2], 16) * (1 - share))
        for i in [1, 3, 5]]
    return "#{:02x}{:02x}{:02x}".format(*mixed)
