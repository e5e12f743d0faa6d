// What is out of place in a page at its present width.
//
// Returns a list of {kind, what, by}, by in CSS pixels: kind is
//  - sideways: the page itself can be scrolled sideways (a wide table has a box of its own);
//  - overlap: two texts of one figure cover each other;
//  - outside: a text of a figure reaches beyond the figure's drawing;
//  - small: a text of a figure is drawn below 10 px.
() => {
  const HAIR = 1;      // px that texts may touch sideways: extents include side bearings
  const LEADING = .25; // share of the lower text's height that lines may share: boxes hold leading
  const found = [];
  const add = (kind, what, by) => found.push({kind, what, by: Math.round(by * 10) / 10});

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')]
      .filter((e) => e.getBoundingClientRect().right > root.clientWidth + .5 && !scrolls(e))
      .map((e) => [e.tagName.toLowerCase(), ...e.classList].join('.'));
    add('sideways', wide.slice(0, 3).join(' > ') || 'page', root.scrollWidth - root.clientWidth);
  }
  // Whether an element lies in a box that scrolls or cuts sideways, and so widens no page.
  function scrolls(element) {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
      if (getComputedStyle(e).overflowX !== 'visible') return true;
    return false;
  }

  const owner = (svg) => svg.closest('figure[id]')?.id ?? svg.getAttribute('class') ?? 'svg';
  const seen = (text) => text.textContent.trim()
    && text.checkVisibility({visibilityProperty: true, opacityProperty: true});

  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    if (svg.parentElement.closest('svg') || !frame.width) continue;
    const texts = [...svg.querySelectorAll('text')].filter(seen)
      .map((element) => ({element, text: element.textContent.trim(),
        box: element.getBoundingClientRect()}))
      .filter(({box}) => box.width && box.height)
      .sort((a, b) => a.box.left - b.box.left);
    const figure = owner(svg);
    for (const {text, box, element} of texts) {
      const beyond = Math.max(frame.left - box.left, box.right - frame.right,
        frame.top - box.top, box.bottom - frame.bottom);
      if (beyond > HAIR) add('outside', `${figure}: ${text}`, beyond);
      const matrix = element.getScreenCTM();
      const size = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(matrix.a, matrix.b);
      if (size < 10) add('small', `${figure}: ${text}`, size);
    }
    // Sorted by their left edges: a text meets only those that begin before it ends.
    texts.forEach((first, i) => {
      for (const second of texts.slice(i + 1)) {
        if (second.box.left > first.box.right - HAIR) break;
        const [a, b] = [first.box, second.box];
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (width > HAIR && height > LEADING * Math.min(a.height, b.height))
          add('overlap', `${figure}: ${first.text} / ${second.text}`, Math.min(width, height));
      }
    });
  }
  return found;
}
