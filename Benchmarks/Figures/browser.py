"""What Chromium makes of a drawing that stands in a page: text sizes, contrasts, looks."""

import re

import playwright.sync_api

ADDRESS = "http://figures.test/"

# The policy of a built site, without the script that the figures do not need.
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:"

NEUTRAL = (
    ":root{color-scheme:light dark}body{margin:16px;background:Canvas;color:CanvasText}"
    "figure{margin:0}svg{display:block;width:100%;max-width:640px;height:auto}")

# Texts with size, colour and what is painted behind their middle; lines with colour and dash.
LOOK = """(lines) => {
  const shown = element => element.getClientRects().length > 0;
  const result = {texts: [], lines: [], width: document.documentElement.scrollWidth};
  const page = getComputedStyle(document.body).backgroundColor;
  result.page = page;
  for (const text of document.querySelectorAll('svg text')) {
    if (!shown(text) || !text.textContent.trim()) continue;
    const parts = text.querySelector('tspan') ? [...text.querySelectorAll('tspan')] : [text];
    for (const part of parts) {
      const style = getComputedStyle(part), box = part.getBoundingClientRect();
      if (style.fill === 'none' || !part.textContent.trim()) continue;
      let behind = page;
      const halo = style.stroke !== 'none' && style.paintOrder.startsWith('stroke');
      if (halo) behind = style.stroke;
      else for (const other of document.elementsFromPoint(box.x + box.width / 2,
                                                          box.y + box.height / 2)) {
        if (!(other instanceof SVGGeometryElement)) continue;
        const paint = getComputedStyle(other);
        if (paint.fill !== 'none' && paint.fillOpacity !== '0') { behind = paint.fill; break; }
        if (paint.stroke !== 'none' && parseFloat(paint.strokeWidth) >= 10) {
          behind = paint.stroke; break;
        }
      }
      result.texts.push({
        text: part.textContent, fill: style.fill, behind,
        size: parseFloat(style.fontSize) * Math.abs(text.getScreenCTM().d)});
    }
  }
  for (const line of document.querySelectorAll(lines)) {
    if (!shown(line)) continue;
    const style = getComputedStyle(line), box = line.getBoundingClientRect();
    result.lines.push({
      stroke: style.stroke, width: parseFloat(style.strokeWidth), dash: style.strokeDasharray,
      top: box.top, bottom: box.bottom});
  }
  return result;
}"""


def luminance(colour):
    """Relative luminance of a colour as browsers print it (WCAG 2.2)."""
    numbers = [float(word) for word in re.findall(r"-?[\d.]+(?:e-?\d+)?", colour)]
    channels = numbers[:3] if colour.startswith("color(") else [n / 255 for n in numbers[:3]]
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    lighter, darker = sorted([luminance(first), luminance(second)], reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(look):
    return min(contrast(text["fill"], text["behind"]) for text in look["texts"])


def stays_light(look):
    """Whether most texts have a light ground although the page is dark."""
    light = sum(luminance(text["behind"]) > 0.4 for text in look["texts"])
    return light * 2 > len(look["texts"]) and luminance(look["page"]) < 0.2


def confused(look):
    """Pairs of lines in one panel that differ in nothing but hue, for a reader without colour."""
    pairs = []
    for index, first in enumerate(look["lines"]):
        for second in look["lines"][index + 1:]:
            if first["bottom"] < second["top"] or second["bottom"] < first["top"]:
                continue
            widths = sorted([first["width"], second["width"]])
            if not (first["dash"] != second["dash"] or widths[1] >= 1.3 * widths[0]
                    or contrast(first["stroke"], second["stroke"]) >= 1.5):
                pairs.append((first["stroke"], second["stroke"]))
    return pairs


def palest_line(look, paper="rgb(255, 255, 255)"):
    return min((contrast(line["stroke"], paper) for line in look["lines"]), default=None)


class Browser:
    """Chromium without a network: every address is one of the files it was given."""

    def __init__(self, executable):
        self.started = playwright.sync_api.sync_playwright().start()
        self.chromium = self.started.chromium.launch(
            executable_path=executable, args=["--no-sandbox"])
        self.files = {"neutral.css": NEUTRAL}

    @property
    def version(self):
        return self.chromium.version

    def close(self):
        self.chromium.close()
        self.started.stop()

    @staticmethod
    def page(svg, sheet):
        """A page with the drawing in it, as text."""
        drawing = re.sub(r"^<\?xml.*?\?>\s*<!DOCTYPE.*?>", "", svg, flags=re.DOTALL)
        return (
            f'<!DOCTYPE html><html lang="en"><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>figure</title><link rel="stylesheet" href="/{sheet}">'
            f'<body><div class="page"><main><figure><div class="plot">{drawing}</div>'
            f"</figure></main></div></html>")

    def serve(self, route):
        name = route.request.url.removeprefix(ADDRESS)
        if name in self.files:
            kind = "text/css" if name.endswith(".css") else "text/html"
            headers = {"Content-Security-Policy": POLICY} if name == "strict.html" else {}
            route.fulfill(
                status=200, body=self.files[name], headers=headers,
                content_type=f"{kind}; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    def visit(self, lines, width=720, name="page.html", media="screen", pictured=False, **options):
        """The look of the page and, where it is wanted, its picture."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": 1200}, **options)
        context.route("**/*", self.serve)
        tab = context.new_page()
        tab.emulate_media(
            media=media, color_scheme=options.get("color_scheme", "light"),
            forced_colors=options.get("forced_colors", "none"))
        tab.goto(ADDRESS + name)
        # Evaluating works without the page's own scripts, too.
        look = tab.evaluate(LOOK, lines)
        picture = tab.screenshot() if pictured else None
        context.close()
        return look, picture

    def inspect(self, svg, sheet, lines):
        """All looks of one drawing."""
        self.files["page.html"] = self.files["strict.html"] = self.page(svg, sheet)
        light, picture = self.visit(lines, pictured=True)
        dark, _ = self.visit(lines, color_scheme="dark")
        forced, _ = self.visit(lines, color_scheme="dark", forced_colors="active")
        printed, _ = self.visit(lines, media="print")
        phone, _ = self.visit(lines, width=320)
        _, without_script = self.visit(lines, pictured=True, java_script_enabled=False)
        _, strict = self.visit(lines, name="strict.html", pictured=True)
        return {
            "light": light, "dark": dark, "forced": forced, "print": printed, "phone": phone,
            "same without script": picture == without_script,
            "same under the policy": picture == strict}
