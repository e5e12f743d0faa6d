"""Ranks the example's documents with rank-bm25 and writes what the index must agree with.

  oracle.py REPOSITORY

Reads Tests/Fixtures/SearchCorpus.json (the example's documents, recorded by ExampleSearchTests with
HEDGEBOOK_RECORD=search) and SearchQueries.json, and writes SearchOracle.json: for each query the best
ten scores with their addresses. SearchOracleTests asks the index of the same documents.

Nothing is shared with the product: the words are cut and folded here anew, from the rules that
Sources/SiteSearch/README.md states, fields are weighted by repeating their words, and the scores are
those of PyPI's rank-bm25 with k1 1.2, b 0.75 and the idf that is never negative. Queries are taken
as finished (their last word is a whole word); a year or month stands for every date that begins with
it. Needs rank-bm25 0.2.2. Also printed: how often rank-bm25's own idf gives the same first page.
"""
import json
import math
import re
import sys
import unicodedata
from pathlib import Path

from rank_bm25 import BM25Okapi

WEIGHTS = {"title": 5, "date": 5, "headings": 3, "terms": 4, "body": 1}
MONTHS = {name: i + 1 for i, names in enumerate(
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
    "|september sep sept|october oct|november nov|december dec".split("|")) for name in names.split()}
# Letters and decimal digits of any script; fractions and raised digits are neither.
WORD = r"(?:(?![\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2189\u2460-\u24ff])[^\W_])"
TOKEN = re.compile(
    rf"[12]\d{{3}}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?!{WORD})"
    rf"|\d+(?:[,\u2009\u202f]\d{{3}}(?!{WORD}))*(?:\.\d+)*(?!{WORD})"
    rf"|{WORD}+(?:&{WORD}+)*(?:['\u2019][sS](?!{WORD}))?")
DATE = re.compile(r"[12]\d{3}(-\d\d){0,2}")


def fold(raw: str) -> str:
    """Lower case without diacritics, thousands separators, possessives and English plurals."""
    word = re.sub(r"['\u2019].*|[,\u2009\u202f]", "", raw).lower()
    word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    if not re.fullmatch(r"[a-z]{3,}s", word):
        return word
    if re.search(r"(ss|x)es$", word):
        return word[:-2]
    if re.search(r"[^ea]ies$", word):
        return word[:-3] + "y"
    return word if word[-2] in "us" else word[:-1]


def terms(text: str, is_query: bool) -> list[str]:
    """The words of a text; a date in words is followed by its ISO form, in queries replaced by it."""
    found: list[str] = []
    for word in (fold(match.group()) for match in TOKEN.finditer(text)):
        phrase, length = None, 0
        if re.fullmatch(r"[12]\d{3}", word) and found:
            last, before = found[-1], found[-2] if len(found) > 1 else ""
            days = [w.isdigit() and len(w) <= 2 and 1 <= int(w) <= 31 for w in (last, before)]
            if last in MONTHS and days[1]:
                phrase, length = f"{word}-{MONTHS[last]:02}-{int(before):02}", 2
            elif last in MONTHS:
                phrase, length = f"{word}-{MONTHS[last]:02}", 1
            elif days[0] and before in MONTHS:
                phrase, length = f"{word}-{MONTHS[before]:02}-{int(last):02}", 2
        if phrase and is_query:
            del found[-length:]
            found.append(phrase)
        else:
            found += [word, phrase] if phrase else [word]
    return found


class PositiveBM25(BM25Okapi):
    """rank-bm25 with the idf that is never negative, ln(1 + (N - n + 0.5) / (n + 0.5))."""

    def _calc_idf(self, nd):
        for word, count in nd.items():
            self.idf[word] = math.log(1 + (self.corpus_size - count + 0.5) / (count + 0.5))


def bag(document: dict) -> list[str]:
    """The words of a document, each as often as its field counts."""
    words: list[str] = []
    for field, weight in WEIGHTS.items():
        texts = document[field] if isinstance(document[field], list) else [document[field]]
        words += [term for text in texts for term in terms(text, False)] * weight
    return words


def scores(bags: list[list[str]], query: list[str], model: type) -> list[float]:
    """The score of each document, one word after the other."""
    total = [0.0] * len(bags)
    for word in dict.fromkeys(query):
        merged = bags
        if DATE.fullmatch(word):
            merged = [[word if term.startswith(word + "-") else term for term in b] for b in bags]
        own = model(merged, k1=1.2, b=0.75).get_scores([word])
        total = [a + float(b) for a, b in zip(total, own)]
    return total


def main() -> None:
    fixtures = Path(sys.argv[1]) / "Tests/Fixtures"
    documents = json.loads((fixtures / "SearchCorpus.json").read_text(encoding="utf-8"))
    queries = json.loads((fixtures / "SearchQueries.json").read_text(encoding="utf-8"))
    bags = [bag(document) for document in documents]
    expected, same = [], 0
    for text, _ in queries:
        query = terms(text, True)
        ranked = sorted(zip((-s for s in scores(bags, query, PositiveBM25)),
                            (d["url"] for d in documents)))[:10]
        expected.append({"query": text, "best": [[url, round(-s, 9)] for s, url in ranked if s < 0]})
        plain = scores(bags, query, BM25Okapi)
        same += documents[plain.index(max(plain))]["url"] == ranked[0][1]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in expected)
    (fixtures / "SearchOracle.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(queries)} queries over {len(documents)} documents; "
          f"with rank-bm25's own idf {same} have the same first page")


main()
