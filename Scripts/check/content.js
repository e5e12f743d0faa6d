// What a reader can see of a page, for the comparison of the page with and without its scripts.
//
// Returns the shown headings, table captions, figures and links as lines of text, in their order.
() => {
  document.querySelectorAll('details').forEach((fold) => { fold.open = true; });
  const marked = 'h1, h2, h3, h4, figure, figcaption, table, caption, a[href], summary';
  return [...document.querySelectorAll(marked)]
    .filter((element) => element.checkVisibility({visibilityProperty: true}))
    .map((element) => {
      const text = element.matches('figure, table')
        ? (element.id || element.getAttribute('aria-labelledby') || '')
        : element.textContent.replace(/\s+/g, ' ').trim();
      return `${element.tagName.toLowerCase()} ${text}`;
    });
}
