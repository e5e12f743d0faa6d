// Contrast of a page's text and of its figures, from the styles that the browser computed.
//
// Returns a list of {kind, selector, text, ratio, least, colours}: text below 4.5 to 1 (WCAG 2.2,
// 1.4.3; 3 to 1 from 24 px, or from 18.66 px in bold) and marks below 3 to 1 (1.4.11). axe leaves
// most text of drawings, scrolled tables and single characters undecided, so that all of it is
// computed here:
//  - text of the page: against the background colours of its ancestors (images are not read);
//  - text of a figure: against the stroke around it where that is painted first, else against the
//    shapes of its drawing that come before it and contain its middle line, over the background;
//  - marks of a figure: the better of stroke and fill against the background.
() => {
  // Marks that carry no meaning alone. Each needs its reason.
  const UNMEANT = [
    '.gr', // grid lines: every value has its tick label and its row in the table
    // Quiet areas and bands: what bounds them is a line or a label, which is held to 3.
    '.fa', '.f1', '.f2', '.fe', '.fo', '.rb',
    // Steps of a tint must fade: the numbers stand in the cells or in the table, the cells that
    // matter carry an outline or a ring. `.qr` is the paper between cells, `.hh` a cell without value.
    '.q', '.qr', '.h1', '.h2', '.hh',
  ].join(',');
  const SHAPES = 'path, line, polyline, polygon, rect, circle, ellipse';

  const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const known = new Map();
  // Any CSS colour as [red, green, blue, alpha], each 0 to 1.
  const rgba = (colour) => {
    if (!known.has(colour)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = '#000';
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
      known.set(colour, [...pixel.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
    }
    return known.get(colour);
  };
  const over = (top, alpha, bottom) =>
    [0, 1, 2].map((i) => top[i] * top[3] * alpha + bottom[i] * (1 - top[3] * alpha));
  const luminance = (colour) => {
    const [r, g, b] = colour.map((c) => (c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + .05) / (low + .05);
  };
  const hex = (colour) =>
    '#' + colour.map((c) => Math.round(c * 255).toString(16).padStart(2, '0')).join('');

  const opacity = (element, root) => {
    let product = 1;
    for (let e = element; e && e !== root.parentElement; e = e.parentElement)
      product *= parseFloat(getComputedStyle(e).opacity);
    return product;
  };
  const grounds = new Map();
  // The colour of the page below an element's content.
  const behind = (element) => {
    if (!element) return matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [1, 1, 1];
    if (!grounds.has(element)) {
      const own = rgba(getComputedStyle(element).backgroundColor);
      grounds.set(element, over(own, 1, behind(element.parentElement)));
    }
    return grounds.get(element);
  };
  const paint = (style, name) => {
    const value = style[name];
    return value === 'none' || value.startsWith('url(') ? null : rgba(value);
  };
  const simple = (element) => {
    const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
    return [element.tagName.toLowerCase(), ...classes].join('.');
  };
  const named = (element) => {
    const owner = element.parentElement?.closest('[id]');
    return `${owner ? '#' + owner.id + ' ' : ''}${simple(element)}`;
  };
  const least = (style, scale) => {
    const size = parseFloat(style.fontSize) * scale;
    return size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  };

  // The colour below one point of the screen: the shapes before the text that are filled there.
  const below = (x, y, shapes, base) => shapes.reduce((under, {shape, style, alpha}) => {
    const fill = paint(style, 'fill');
    const matrix = shape.getScreenCTM();
    if (!fill || !matrix) return under;
    const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
    return shape.isPointInFill(point) ? over(fill, alpha * style.fillOpacity, under) : under;
  }, base);

  const findings = [];
  const note = (kind, element, text, worst, need) => {
    if (worst.ratio >= need) return;
    const colours = `${hex(worst.ink)} on ${hex(worst.ground)}`;
    findings.push({kind, selector: named(element), text, ratio: worst.ratio, least: need, colours});
  };
  const measured = (ink, alpha, ground) => {
    const seen = over(ink, alpha, ground);
    return {ratio: ratio(seen, ground), ink: seen, ground};
  };

  const checkPageText = (element, text) => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || element.closest(':disabled')) return;
    if (!element.checkVisibility({visibilityProperty: true, opacityProperty: true})) return;
    const style = getComputedStyle(element);
    const alpha = opacity(element, document.documentElement);
    const seen = measured(rgba(style.color), alpha, behind(element));
    note('text', element, text, seen, least(style, 1));
  };

  const checkText = (text, style, base, shapes, root) => {
    const box = text.getBoundingClientRect();
    if (!text.textContent.trim() || !box.width || style.visibility !== 'visible') return;
    const fill = paint(style, 'fill');
    if (!fill) return;
    const alpha = opacity(text, root) * style.fillOpacity;
    const halo = style.paintOrder.startsWith('stroke') && parseFloat(style.strokeWidth) >= 2
      ? paint(style, 'stroke') : null;
    const under = halo ? [over(halo, style.strokeOpacity, base)] : [.2, .5, .8].map((part) =>
      below(box.left + box.width * part, box.top + box.height / 2, shapes, base));
    const worst = under.map((ground) => measured(fill, alpha, ground))
      .reduce((a, b) => (b.ratio < a.ratio ? b : a));
    const need = least(style, text.getScreenCTM()?.a ?? 1);
    note('figure-text', text, text.textContent.trim(), worst, need);
  };

  const checkMark = (shape, style, base, root) => {
    const box = shape.getBoundingClientRect();
    if (shape.matches(UNMEANT) || shape.closest('defs, clipPath, mask, pattern, marker')) return;
    if ((!box.width && !box.height) || style.visibility !== 'visible') return;
    const all = opacity(shape, root);
    const stroke = parseFloat(style.strokeWidth) > 0 ? paint(style, 'stroke') : null;
    const inks = [[stroke, style.strokeOpacity], [paint(style, 'fill'), style.fillOpacity]]
      .filter(([ink]) => ink && ink[3] > 0)
      .map(([ink, own]) => measured(ink, own * all, base));
    if (!inks.length) return;
    note('figure-mark', shape, '', inks.reduce((a, b) => (b.ratio > a.ratio ? b : a)), 3);
  };

  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const read = new Set();
  while (nodes.nextNode()) {
    const element = nodes.currentNode.parentElement;
    const text = nodes.currentNode.data.trim();
    if (!text || read.has(element) || element.closest('svg, script, style, template')) continue;
    read.add(element);
    checkPageText(element, text);
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.parentElement.closest('svg') || !svg.getBoundingClientRect().width) continue;
    const base = behind(svg.parentElement);
    const shapes = [];
    for (const element of svg.querySelectorAll(`${SHAPES}, text`)) {
      const style = getComputedStyle(element);
      if (element.tagName === 'text') checkText(element, style, base, shapes, svg);
      else {
        checkMark(element, style, base, svg);
        if (style.fill !== 'none')
          shapes.push({shape: element, style, alpha: opacity(element, svg)});
      }
    }
  }
  return findings;
}
