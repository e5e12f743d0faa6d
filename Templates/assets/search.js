// Searches the site, also from file://. Format and markup: Sources/SiteSearch/README.md.
(() => {
'use strict';
const set = document.currentScript.dataset;
const [form, list, status] = ['form', 'results', 'status'].map(part =>
  document.getElementById('search-' + part));
if (!form || !list || !status) return;
form.hidden = false;
const { q, kind: kinds, date: dates } = form.elements;
const fields = [q, kinds, dates].filter(Boolean);

const arrived = {}, loads = new Map();
window.hedgebookSearch = (name, build, value) => { arrived[name] = { build, value }; };
function load(name) {
  if (loads.has(name)) return loads.get(name);
  const build = index && index.build, script = document.createElement('script');
  script.src = set.index + name + '.js' + (build && location.protocol !== 'file:' ? '?' + build : '');
  const value = new Promise((done, refuse) => {
    script.onerror = refuse;
    script.onload = () => {
      const file = arrived[name];
      if (!file || (build && file.build !== build)) return refuse();
      done(build ? file.value : { ...file.value, build: file.build });
    };
  });
  value.catch(() => loads.delete(name)).then(() => { delete arrived[name]; script.remove(); });
  loads.set(name, value);
  document.head.append(script);
  return value;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
function numbers(text) {
  const all = [];
  let number = 0, unit = 1;
  for (const c of text) {
    const digit = ALPHABET.indexOf(c);
    number += digit % 32 * unit;
    unit *= 32;
    if (digit < 32) { all.push(number); number = 0; unit = 1; }
  }
  return all;
}

let index;
async function open() {
  if (index) return;
  const m = { ...await load('manifest'), kindOf: [] };
  m.terms = m.terms.split(' ');
  for (const key of ['sizes', 'lengths', 'runs', 'pages']) m[key] = numbers(m[key]);
  m.runs.forEach((n, i) => { if (i % 2) while (n--) m.kindOf.push(m.kinds[m.runs[i - 1]]); });
  m.months = new Map(m.months.split(',').map(pair => pair.split(' ')));
  index = m;
}

// The rules of SearchTokenizer.
const TOKEN = new RegExp(('[12]\\d{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?(?!@)' +
  '|\\d+(?:[,\\u2009\\u202f]\\d{3}(?!@))*(?:\\.\\d+)*(?!@)|@+(?:&@+)*(?:[\'\\u2019][sS](?!@))?')
  .replace(/@/g, '[\\p{L}\\p{M}\\p{Nd}]'), 'gu');
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h',
  ı: 'i', ſ: 's', ς: 'σ' };
function toTerm(raw) {
  const folded = raw.replace(/['\u2019].*|[,\u2009\u202f]/g, '').toLowerCase()
    .replace(/[\xc0-\u024f\u1e00-\u1eff]/g, c => c.normalize('NFD')).replace(/[\u0300-\u036f]/g, '');
  const word = folded.replace(/./gu, c => LETTERS[c] || c).replace(/(.{32}).+/u, '$1');
  if (!index.stem || !/^[a-z]{3,}s$/.test(word)) return word;
  if (/(ss|x)es$/.test(word)) return word.slice(0, -2);
  if (/[^ea]ies$/.test(word)) return word.slice(0, -3) + 'y';
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}

const DATE = /^[12]\d{3}(-\d\d){0,2}$/;
const day = term => /^(0?[1-9]|[12]\d|3[01])$/.test(term) ? '-' + term.padStart(2, '0') : '';
function queryTerms(text) {
  const terms = [];
  for (const term of (text.match(TOKEN) || []).map(toTerm).filter(Boolean)) {
    const [last, before] = terms.slice(-2).reverse();
    const month = index.months.get(last), number = day(month ? before : last);
    const name = month || (number && index.months.get(before));
    if (/^[12]\d{3}$/.test(term) && name) {
      terms.length -= number ? 2 : 1;
      terms.push(term + '-' + name.padStart(2, '0') + number);
    } else terms.push(term);
  }
  return terms;
}

function parse(query) {
  const text = [...query].slice(0, 200).join(''), words = new Map();
  queryTerms(text).forEach((term, i, all) => {
    const open = i === all.length - 1 && term.length > 1 && /\S$/.test(text), dated = DATE.test(term);
    words.set(term, { term, dated, prefix: dated ? term + '-' : open && term });
  });
  return [...words.values()];
}
const shardOf = term => Math.max(0, index.terms.filter(first => first <= term).length - 1);
function plan(word, budget) {
  let next = shardOf(word.term), size = 0;
  const end = word.prefix ? shardOf(word.prefix + '\uffff') : next, shards = [];
  do { size += index.sizes[next]; shards.push(next++); }
  while (next <= end && size + index.sizes[next] <= budget && (word.dated || shards.length < 3));
  return { ...word, shards, size, cut: word.dated && next <= end };
}

const finds = (word, term) => word.term === term || (word.prefix && term.startsWith(word.prefix));
async function matches(word) {
  const own = new Map(), longer = new Map();
  for (const shard of await Promise.all(word.shards.map(n => load('terms/' + n)))) {
    const parts = shard.split(' ');
    for (let i = 0; i < parts.length; i += 2) {
      const same = parts[i] === word.term;
      if (!finds(word, parts[i])) continue;
      const into = same || word.dated ? own : longer, list = numbers(parts[i + 1]);
      for (let j = 0, doc = -1; j < list.length; j++) {
        doc += 1 + (list[j] >> 1);
        into.set(doc, (into.get(doc) || 0) + (list[j] & 1 ? list[++j] + 2 : 1));
      }
    }
  }
  return { own, longer };
}

// BM25; the cheapest words first, within the budget.
async function rank(query, kind, date) {
  const words = parse(query), scores = new Map(), { documents, lengths, kindOf } = index;
  if (!index.sizes.length) return { docs: [] };
  const filter = date && plan({ term: '@' + date, prefix: '@' + date + '-', dated: true }, Infinity);
  let left = index.budget - (filter ? filter.size : 0), partial = false;
  const plans = words.map(word => plan(word, index.budget));
  [...plans].sort((a, b) => a.size - b.size).forEach((word, i) => {
    word.kept = (left -= word.size) >= 0 || !i;
    partial = partial || word.cut || !word.kept;
  });
  const add = (found, share, known) => {
    const idf = share * Math.log((documents + 1) / (found.size + .5));
    found.forEach((f, doc) => {
      const norm = 1.2 * (.25 + .75 * lengths[doc] * documents / index.length);
      if (!known.has(doc)) scores.set(doc, (scores.get(doc) || 0) + idf * f * 2.2 / (f + norm));
    });
  };
  for (const { own, longer } of await Promise.all(plans.filter(word => word.kept).map(matches))) {
    add(own, 1, new Map());
    add(longer, own.size ? .25 : 1, own);
  }
  if (!words.length) lengths.forEach((_, doc) => scores.set(doc, 0));
  const dated = filter && (await matches(filter)).own;
  const docs = [...scores.keys()]
    .filter(doc => (!kind || kindOf[doc] === kind) && (!dated || dated.has(doc)))
    .sort((a, b) => scores.get(b) - scores.get(a) || a - b);
  return { docs, words, partial };
}

function hits(text, words) {
  const all = [];
  text.replace(TOKEN, (raw, at) => {
    const term = toTerm(raw), word = words.find(w => finds(w, term));
    if (word) all.push({ at, end: at + raw.length, word });
  });
  return all;
}
function element(name, className, text = '', words = []) {
  const made = document.createElement(name);
  made.className = className;
  let done = 0;
  for (const { at, end } of hits(text, words)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(at, end);
    made.append(text.slice(done, at), mark);
    done = end;
  }
  made.append(text.slice(done));
  return made;
}
function excerpt(text, words) {
  const all = hits(text, words), variety = hit => new Set(all.filter(other =>
    other.at >= hit.at && other.end < hit.at + 170).map(other => other.word)).size;
  let best = 0, most = 0;
  for (const hit of all) if (variety(hit) > most) { best = hit.at; most = variety(hit); }
  const from = best < 60 ? 0 : Math.min(best, text.indexOf(' ', best - 40) + 1), end = from + 220;
  const to = end < text.length ? Math.max(text.lastIndexOf(' ', end), best + 1) : end;
  return (from ? '… ' : '') + text.slice(from, to) + (end < text.length ? ' …' : '');
}
async function item(doc, words) {
  let shard = 0, first = 0;
  while (first + index.pages[shard] <= doc) first += index.pages[shard++];
  const [url, title, date, text] = (await load('pages/' + shard))[doc - first];
  const line = element('li', 'result'), link = element('a', 'title', title, words);
  const kind = index.kindOf[doc], option = [...kinds || []].find(o => o.value === kind);
  link.href = set.root + url;
  line.append(link, ' ', element('span', 'kind', option ? option.text : kind), ' ',
    element('span', 'date', date), element('p', 'snippet', excerpt(text, words), words));
  return line;
}

let turn = 0;
async function run() {
  const mine = ++turn, text = q.value, state = new URLSearchParams();
  const finish = (message, lines = []) => {
    if (mine !== turn) return;
    list.replaceChildren(...lines);
    status.textContent = message;
  };
  for (const { name, value } of fields) if (value.trim()) state.set(name, value.trim());
  try { history.replaceState(null, '', '?' + state); } catch { /* file:// */ }
  if (!`${state}`) return finish('');
  try {
    await open();
    const { docs, words, partial } = await rank(text, state.get('kind'), state.get('date'));
    const message = set[['none', 'one'][docs.length] || 'many'].replace('{count}', docs.length);
    finish(message + (partial ? ' ' + set.partial : ''),
      await Promise.all(docs.slice(0, 10).map(doc => item(doc, words))));
  } catch {
    finish(set.failed);
  }
}

let timer;
const ask = wait => { clearTimeout(timer); timer = setTimeout(run, wait); };
form.onsubmit = event => { event.preventDefault(); ask(0); };
form.oninput = () => ask(120);
q.onfocus = () => open().catch(() => {});
document.addEventListener('keydown', event => {
  const links = [...list.querySelectorAll('a')], at = links.indexOf(document.activeElement);
  if (at < 0 && document.activeElement !== q) return;
  const next = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] || q, Escape: q }[event.key];
  if (!next) return;
  if (event.key === 'Escape') { q.value = ''; ask(0); }
  next.focus();
  event.preventDefault();
});

const asked = new URLSearchParams(location.search);
for (const field of fields) if (asked.has(field.name)) field.value = asked.get(field.name);
if (fields.some(field => field.value)) ask(0);
})();
