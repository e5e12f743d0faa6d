#!/bin/bash
# Builds the index of 10,000 made-up pages and measures it in Chromium (README.md).
set -eu
cd "$(dirname "$0")/../.."

benchmark=${SEARCH_BENCHMARK:-.build/release/search-benchmark}
venv=${SEARCH_VENV:-.build-search/venv}
work=${SEARCH_WORK:-.build-search/site}

if [ ! -x "$benchmark" ]; then
  echo "error: $benchmark is missing. Build it: swift build -c release --product search-benchmark" >&2
  exit 1
fi
if ! command -v chromium > /dev/null; then
  echo "error: chromium is missing. Install it: apt-get install chromium" >&2
  exit 1
fi
if ! "$venv/bin/python" -c 'import playwright, rank_bm25' 2> /dev/null; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet playwright==1.56.0 rank-bm25==0.2.2
fi
rm -rf "$work"
"$benchmark" "$work"
"$venv/bin/python" Benchmarks/Search/measure.py "$work" .
