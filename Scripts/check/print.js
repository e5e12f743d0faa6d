// Names what a sheet of paper must keep together, so that the printed file says where it went.
//
// Every part gets an id and a hidden link to it: a browser writes a destination into the file for
// each id that a link of the page leads to. Returns a list of {what, parts}: the ids of a heading
// and what follows it, of the parts of a figure, of the first and the last row of a table.
() => {
  const SHEET = 1000; // px of an A4 sheet between its margins, less a heading
  const links = document.body.appendChild(document.createElement('nav'));
  links.hidden = true;
  let count = 0;
  const named = (element) => {
    element.id ||= `kept-${count += 1}`;
    const link = links.appendChild(document.createElement('a'));
    link.href = `#${element.id}`;
    return element.id;
  };
  // The page is in print media when this runs: what paper leaves out has no box.
  const shown = (element) => element && element.getClientRects().length > 0;
  const words = (element) => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 50);
  // Where an element begins: a list or a section that goes on in the next column has no one place.
  const first = (element) => {
    const child = [...element.children].find(shown);
    const isBox = child && !getComputedStyle(child).display.startsWith('inline')
      && element.namespaceURI === document.documentElement.namespaceURI;
    return isBox ? first(child) : element;
  };
  // What follows an element, or the element that it ends.
  const next = (element) => {
    for (let e = element; e && e !== document.body; e = e.parentElement)
      for (let s = e.nextElementSibling; s; s = s.nextElementSibling) if (shown(s)) return first(s);
    return null;
  };
  const groups = [];
  const keep = (what, elements) => {
    const parts = [...new Set(elements.filter(shown))].map(named);
    if (parts.length > 1) groups.push({what, parts});
  };
  for (const figure of document.querySelectorAll('main figure'))
    keep(`figure: ${words(figure.querySelector('figcaption') ?? figure)}`,
      [figure, ...figure.children]);
  for (const table of document.querySelectorAll('main table')) {
    // A table longer than a sheet has to go on; its head is repeated, its rows stay whole.
    if (!shown(table) || table.offsetHeight > SHEET) continue;
    const rows = [...table.rows];
    const caption = table.closest('.table')?.querySelector('.caption');
    keep(`table: ${words(caption ?? table)}`, [caption, rows[0], rows.at(-1)]);
  }
  for (const list of document.querySelectorAll('main .facts'))
    keep(`list: ${words(list)}`, [list.firstElementChild, list.lastElementChild]);
  for (const heading of document.querySelectorAll('main :is(h2, h3, h4)'))
    if (shown(heading)) keep(`heading: ${words(heading)}`, [heading, next(heading)]);
  return groups;
}
