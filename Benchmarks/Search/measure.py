"""Measures the search of a folder that search-benchmark wrote, in Chromium, from file://, offline.

  measure.py FOLDER REPOSITORY

Prints time to the first answer, bytes loaded and heap, compares the order with rank-bm25, and tries
the page: terms of Tests/Fixtures/SearchTerms.json, keyboard, missing and foreign files, odd queries.
Exits with 1 when a bound or a check is missed. Needs playwright and rank-bm25 and Debian's chromium.
"""
import json, math, os, shutil, statistics, sys, time
from pathlib import Path
from playwright.sync_api import sync_playwright
from rank_bm25 import BM25Okapi

folder, repository = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
ANSWER_MS, LOADED_BYTES, HEAP_BYTES = 300, 300_000, 50_000_000
failures = []


def check(holds, text):
    print(("ok     " if holds else "MISSED ") + text)
    if not holds:
        failures.append(text)


ASK = """([query, open]) => new Promise(done => {
  const input = document.querySelector('input[type=search]'), status = document.getElementById('search-status');
  if (open) input.focus();
  const start = performance.now();
  new MutationObserver((_, me) => { me.disconnect(); done([performance.now() - start, status.textContent,
    [...document.querySelectorAll('#search-results a')].map(a => a.getAttribute('href'))]); })
    .observe(status, { childList: true, characterData: true, subtree: true });
  input.value = query;
  document.getElementById('search-form').requestSubmit();
})"""


class Visit:
    """One page in a context of its own, without network; counts the bytes of the files it loads."""

    def __init__(self, browser, query=''):
        self.context = browser.new_context(offline=True)
        self.tab = self.context.new_page()
        self.loaded, self.network, self.errors = 0, [], []
        self.tab.on('request', self.count)
        self.tab.on('console', lambda m: self.errors.append(m.text) if m.type == 'error' else None)
        self.tab.on('pageerror', lambda e: self.errors.append(str(e)))
        self.tab.goto(f'file://{folder}/search/index.html{query}')

    def count(self, request):
        path = request.url.removeprefix('file://').split('?')[0]
        if path == request.url.split('?')[0]:
            self.network.append(request.url)
        elif '/index/' in path and os.path.exists(path):
            self.loaded += os.path.getsize(path)

    def ask(self, query, focus=False):
        return self.tab.evaluate(ASK, [query, focus])

    def wait(self, condition):
        # wait_for_function would need 'unsafe-eval'.
        for _ in range(200):
            if self.tab.evaluate(condition):
                return
            time.sleep(0.02)
        raise SystemExit(f'MISSED {condition} within 4 s')

    def heap(self):
        session = self.context.new_cdp_session(self.tab)
        session.send('Performance.enable')
        metrics = session.send('Performance.getMetrics')['metrics']
        return next(m['value'] for m in metrics if m['name'] == 'JSHeapUsedSize')

    def state(self):
        return self.tab.evaluate("""() => [document.getElementById('search-status').textContent,
          document.querySelectorAll('#search-results li').length, document.querySelector('input').value,
          (document.activeElement || {}).tagName]""")


def speed(browser, queries, asked):
    times, bytes_, heaps, agree = [], [], [], 0
    for query, urls in zip(queries, asked):
        visit = Visit(browser)
        milliseconds, _, links = visit.ask(query)
        times.append(milliseconds)
        bytes_.append(visit.loaded)
        heaps.append(visit.heap())
        agree += links == ['../' + url for url in urls]
        if visit.network or visit.errors:
            check(False, f'"{query}": {(visit.network + visit.errors)[0]}')
        visit.context.close()
    times.sort()
    p95 = times[math.ceil(0.95 * len(times)) - 1]
    print(f'first answer: median {statistics.median(times):.0f} ms, 95 % {p95:.0f} ms, most {times[-1]:.0f} ms')
    check(p95 <= ANSWER_MS, f'first answer within {ANSWER_MS} ms for 95 % of {len(times)} queries')
    check(max(bytes_) <= LOADED_BYTES, f'{max(bytes_) / 1000:.0f} kB loaded at most, median {statistics.median(bytes_) / 1000:.0f} kB')
    check(agree == len(queries), f'the script answers {agree} of {len(queries)} queries as SearchIndexReader does')
    visit = Visit(browser)
    for query in queries:
        visit.ask(query)
    heaps.append(visit.heap())
    check(max(heaps) <= HEAP_BYTES, f'heap {max(heaps) / 1e6:.1f} MB at most, {heaps[-1] / 1e6:.1f} MB after all queries in one page')
    visit.context.close()


def budget(browser, comparison):
    visit = Visit(browser)
    _, status, links = visit.ask(comparison['common'])
    check(links == ['../' + url for url in comparison['commonFound'][0]] and visit.loaded <= LOADED_BYTES
          and status.endswith('The commonest words were left out.'),
          f'the 40 commonest words: {visit.loaded / 1000:.0f} kB, "{status}"')
    visit.context.close()


class LuceneBM25(BM25Okapi):
    """rank-bm25 with the idf that is never negative, ln(1 + (N - n + 0.5) / (n + 0.5))."""

    def _calc_idf(self, holders):
        for word, count in holders.items():
            self.idf[word] = math.log(1 + (self.corpus_size - count + 0.5) / (count + 0.5))


def order(comparison):
    number = {url: i for i, url in enumerate(comparison['urls'])}
    for name, model in (('rank-bm25, idf of Lucene', LuceneBM25), ('rank-bm25 as it is', BM25Okapi)):
        model = model(comparison['documents'], k1=1.2, b=0.75)
        same = first = 0
        for query, found in zip(comparison['queries'], comparison['found']):
            scores = model.get_scores(list(dict.fromkeys(query.split())))
            best = sorted(scores, reverse=True)[:len(found)]
            mine = [scores[number[url]] for url in found]
            same += all(abs(a - b) < 1e-9 for a, b in zip(best, mine))
            first += not found or abs(best[0] - mine[0]) < 1e-9
        total = len(comparison['queries'])
        text = f'{name}: same first ten for {same} of {total} queries, same first for {first}'
        check(same == total, text) if model.__class__ is LuceneBM25 else print('       ' + text)


def terms(browser):
    script = (repository / 'Templates/assets/search.js').read_text()
    rules = script[script.index('// The rules of SearchTokenizer'):script.index('function parse')]
    months = {}
    for i, names in enumerate('january jan|february feb|march mar|april apr|may|june jun|july jul|august aug'
                              '|september sep sept|october oct|november nov|december dec'.split('|')):
        months.update({name: str(i + 1) for name in names.split()})
    cases = json.loads((repository / 'Tests/Fixtures/SearchTerms.json').read_text())
    tab = browser.new_page()
    found = tab.evaluate(f"""([cases, months]) => {{
      const index = {{ stem: 1, months: new Map(Object.entries(months)) }};
      {rules}
      return cases.map(c => queryTerms(c[0]).join(' ')); }}""", [cases, months])
    wrong = [c + [f] for c, f in zip(cases, found) if c[1] != f]
    check(not wrong, f'{len(cases) - len(wrong)} of {len(cases)} queries have the terms of the tokeniser {wrong[:3]}')
    tab.close()


def behaviour(browser, queries):
    visit = Visit(browser, '?q=' + queries[0])
    visit.wait("document.querySelectorAll('#search-results li').length > 0")
    check(visit.state()[2] == queries[0], 'the address gives the query')
    visit.ask(queries[1])
    tab = visit.tab
    tab.focus('input')
    tab.keyboard.press('ArrowDown')
    tab.keyboard.press('ArrowDown')
    second = tab.evaluate("[...document.querySelectorAll('#search-results a')].indexOf(document.activeElement)")
    tab.keyboard.press('ArrowUp')
    tab.keyboard.press('ArrowUp')
    check(second == 1 and visit.state()[3] == 'INPUT', 'arrow keys go through the results and back')
    tab.keyboard.press('Escape')
    visit.wait("!document.querySelector('#search-results li')")
    check(visit.state()[:3] == ['', 0, ''], 'Escape clears')
    tab.keyboard.type(queries[0][:3])
    visit.wait("document.getElementById('search-status').textContent !== ''")
    check(visit.state()[1] > 0, f'typing "{queries[0][:3]}" answers: {visit.state()[0]}')
    check(visit.ask('no such wörd 😀 <img src=x onerror=alert(1)> ' + 'x' * 5000)[1] != '', 'an odd query is answered')
    status, links = visit.ask('zzzzzz')[1:]
    check(status == 'No page matches.' and not links, 'no page matches')
    tab.evaluate("document.getElementById('search-kind').value = 'lesson'")
    visit.ask(queries[1])
    kinds = tab.evaluate("[...new Set([...document.querySelectorAll('#search-results .kind')].map(e => e.textContent))]")
    tab.evaluate("document.getElementById('search-kind').value = ''; document.getElementById('search-date').value = '1995-03'")
    visit.ask(queries[1])
    dates = tab.evaluate("[...new Set([...document.querySelectorAll('#search-results .date')].map(e => e.textContent.slice(0, 7)))]")
    tab.evaluate("document.getElementById('search-date').value = ''")
    check(kinds == ['Lessons'] and dates == ['1995-03'], f'kind and date narrow: {kinds}, {dates}')
    day = visit.ask('1 March 1995')[2]
    check(day and all('1995-03-01' in link for link in day[:1]), f'a date in words finds its page: {day[:1]}')
    marks = visit.ask(queries[1]) and tab.evaluate("document.querySelectorAll('#search-results mark').length")
    check(marks > 0, f'{marks} words are marked')
    check(not visit.errors and not visit.network, f'no error, no network {visit.errors[:1]}')
    visit.context.close()


def faults(browser, queries):
    manifest = folder / 'search/index/manifest.js'
    kept = manifest.read_text()
    for name, text in (('missing', None), ('of another build', kept.replace('"manifest","', '"manifest","0', 1)), ('damaged', kept[:2000])):
        manifest.unlink()
        if text is not None:
            manifest.write_text(text)
        visit = Visit(browser)
        status = visit.ask(queries[0])[1]
        manifest.write_text(kept)
        again = visit.ask(queries[0])[1] if text is None else ''
        check(status == 'The search index could not be loaded.', f'an index whose manifest is {name} is reported')
        if text is None:
            check('match' in again, 'and is tried again')
        visit.context.close()


comparison = json.loads((folder / 'comparison.json').read_text())
shutil.copy(Path(__file__).parent / 'page.html', folder / 'search/index.html')
(folder / 'assets').mkdir(exist_ok=True)
shutil.copy(repository / 'Templates/assets/search.js', folder / 'assets/search.js')
check((folder / 'assets/search.js').stat().st_size <= 10_240, 'the script is at most 10 KiB')
with sync_playwright() as p:
    browser = p.chromium.launch(executable_path='/usr/bin/chromium', args=['--no-sandbox'])
    terms(browser)
    speed(browser, comparison['queries'], comparison['asked'])
    budget(browser, comparison)
    behaviour(browser, comparison['queries'])
    faults(browser, comparison['queries'])
    browser.close()
order(comparison)
sys.exit(1 if failures else 0)
