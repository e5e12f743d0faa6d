"""Measures the search of a site of 10,000 pages in Chromium and Firefox ESR, from file://.

  site.py SITE

SITE is the folder that site.sh builds from the pages of make-pages.py. Prints for each browser the
time from the return key to the results, the bytes of the index that a query loads, and the memory
of JavaScript after one query and after all of them in one page; then the queries that took longest.
Exits with 1 when a bound is missed or a query has no answer.

What earlier pages have left in memory is collected before each page, but nothing after it: what a
query leaves counts.
"""

import abc
import contextlib
import pathlib
import statistics
import sys
from collections.abc import Iterator

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Scripts/check"))

import chromium  # noqa: E402
import firefox  # noqa: E402
from window import Window  # noqa: E402

ROUNDS = 5
ANSWER_MS, LOADED_BYTES, HEAP_BYTES = 300, 300_000, 50_000_000
# Words in every page, in a tenth of them, in one; several; a beginning; a number; none known.
QUERIES = ("vix", "curve", "contango", "payrolls", "histogram of the macd", "note 4242",
           "on-balance volume fell", "the slope of the curve", "volat", "1 985",
           "realised volatility before the payrolls report", "maxDrag", "the", "vix zebra")

# What the page loads of the index from now on, by the scripts that it adds to its head.
LISTEN = """() => {
  window.loaded = [];
  new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach((added) =>
    added.src && window.loaded.push(added.src)))).observe(document.head, {childList: true});
}"""
# As a reader who clicks the field, types without pause and presses the return key.
ASK = """(query) => new Promise((done) => {
  const input = document.getElementById('search-input');
  const status = document.getElementById('search-status');
  const began = performance.now();
  new MutationObserver((_, own) => {
    own.disconnect();
    done([performance.now() - began, status.textContent, window.loaded,
      document.querySelectorAll('#search-results a').length]);
  }).observe(status, {childList: true, characterData: true, subtree: true});
  input.value = query;
  document.getElementById('search-form').requestSubmit();
})"""
# What about:memory's button "minimize memory usage" does, in all processes.
COLLECT = """() => new Promise((done) =>
  Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager)
    .minimizeMemoryUsage(() => done(0)))"""
# Of about:memory: JavaScript's memory in the process that holds pages from disk.
REPORT = """() => new Promise((done) => {
  let sum = 0;
  Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).getReports(
    (process, path, kind, units, amount) => {
      if (process.startsWith('file ') && path.startsWith('js-main-runtime/')) sum += amount;
    }, null, () => done(sum), null, false);
})"""


class Memory(abc.ABC):
    """What a browser tells of its JavaScript memory."""

    @abc.abstractmethod
    def collect(self) -> None:
        """Free what no page needs any more."""

    @abc.abstractmethod
    def used(self) -> int:
        """Bytes in use, with what has not been collected yet."""


class ChromiumMemory(Memory):
    """The heap of the window's page."""

    def __init__(self, window: chromium.Chromium) -> None:
        self.session = window.page.context.new_cdp_session(window.page)
        self.session.send("Performance.enable")

    def collect(self) -> None:
        self.session.send("HeapProfiler.collectGarbage")

    def used(self) -> int:
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in metrics if one["name"] == "JSHeapUsedSize")


class FirefoxMemory(Memory):
    """All of JavaScript in the process of pages from disk: its heap, its code, and the rest."""

    def __init__(self, session: firefox.Session) -> None:
        whole = session.send("browsingContext.getTree", **{"moz:scope": "chrome"})
        self.parent = {"context": whole["contexts"][0]["context"]}
        self.session = session

    def collect(self) -> None:
        self.ask(COLLECT)

    def used(self) -> int:
        return self.ask(REPORT)

    def ask(self, function: str) -> int:
        """What a function returns in Firefox's own window."""
        return self.session.send("script.callFunction", target=self.parent, awaitPromise=True,
                                 functionDeclaration=function)["result"]["value"]


@contextlib.contextmanager
def started(name: str) -> Iterator[tuple[Window, Memory]]:
    """A window of a browser that has just been started."""
    if name == "chromium":
        with chromium.opener() as opened, opened() as window:
            yield window, ChromiumMemory(window)
        return
    session = firefox.Session({}, "--remote-allow-system-access")
    try:
        yield firefox.Firefox(session), FirefoxMemory(session)
    finally:
        session.close()


class Measurement:
    """All queries in ROUNDS newly started browsers."""

    def __init__(self, name: str, site: pathlib.Path) -> None:
        self.name = name
        self.page = site / "search/index.html"
        self.times: dict[str, list[float]] = {query: [] for query in QUERIES}  # ms
        self.loaded: dict[str, int] = {}  # bytes
        self.heaps: list[int] = []  # bytes after one query
        self.after_all: list[int] = []  # bytes after all queries in one page
        self.missed: list[str] = []

    def run(self) -> None:
        """One browser after the other."""
        for _ in range(ROUNDS):
            with started(self.name) as (window, memory):
                for query in QUERIES:
                    self.open(window, memory)
                    self.ask(window, query)
                    self.heaps.append(memory.used())
                self.open(window, memory)
                for query in QUERIES:
                    window.ask(ASK, query)
                self.after_all.append(memory.used())
                self.missed += [f"a request leaves the site: {asked}" for asked in window.requests
                                if not asked.startswith("file:")]

    def open(self, window: Window, memory: Memory) -> None:
        """The search page, before anything of the index is loaded."""
        memory.collect()
        window.go(self.page.as_uri())
        window.ask(LISTEN)

    def ask(self, window: Window, query: str) -> None:
        """Time one first answer and weigh what it loads."""
        took, status, loaded, results = window.ask(ASK, query)
        self.times[query].append(took)
        self.loaded[query] = sum(
            (self.page.parent / "index" / address.split("/search/index/")[1]).stat().st_size
            for address in loaded)
        if results == 0:
            self.missed.append(f"{query!r} has no answer: {status}")

    def told(self) -> list[str]:
        """Print what was measured; what is missed."""
        every = sorted(took for times in self.times.values() for took in times)
        tail = every[int(0.95 * len(every))]
        cold = statistics.median(self.times[QUERIES[0]])
        heavy = max(QUERIES, key=self.loaded.get)
        median = statistics.median
        print(f"{self.name}\n  first answer: median {median(every):.0f} ms, 95 % {tail:.0f} ms, "
              f"most {every[-1]:.0f} ms; the browser's very first {cold:.0f} ms\n"
              f"  loaded: median {median(self.loaded.values()) / 1000:.0f} kB, most "
              f"{self.loaded[heavy] / 1000:.0f} kB ({heavy})\n"
              f"  JavaScript memory: median {median(self.heaps) / 1e6:.1f} MB, most "
              f"{max(self.heaps) / 1e6:.1f} MB; after {len(QUERIES)} queries in one page "
              f"{median(self.after_all) / 1e6:.1f} MB, most {max(self.after_all) / 1e6:.1f} MB")
        for query in sorted(QUERIES, key=lambda query: -median(self.times[query]))[:3]:
            print(f"  {median(self.times[query]):4.0f} ms {self.loaded[query] / 1000:4.0f} kB"
                  f"  {query}")
        for value, bound, what in (
                (tail, ANSWER_MS, "ms for 95 % of the first answers"),
                (self.loaded[heavy], LOADED_BYTES, "bytes loaded by a query"),
                (max(self.heaps), HEAP_BYTES, "bytes of JavaScript memory after one query"),
                (max(self.after_all), HEAP_BYTES, "bytes of JavaScript memory after all")):
            if value > bound:
                self.missed.append(f"{value:.0f} {what}; {bound} is the bound")
        return [f"{self.name}: {what}" for what in dict.fromkeys(self.missed)]


def main() -> None:
    """Measure both browsers, one after the other, and exit with 1 when something is missed."""
    site = pathlib.Path(sys.argv[1]).resolve()
    index = [file.stat().st_size for file in (site / "search/index").rglob("*.js")]
    print(f"{len(QUERIES)} queries, {ROUNDS} rounds; the index: {len(index)} files, "
          f"{sum(index) / 1e6:.1f} MB")
    missed: list[str] = []
    for name in ("chromium", "firefox"):
        measurement = Measurement(name, site)
        measurement.run()
        missed += measurement.told()
    for what in missed:
        print(f"MISSED {what}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
