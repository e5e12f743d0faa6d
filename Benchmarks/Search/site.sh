#!/bin/bash
# Builds 10,000 pages and measures their search in Chromium and Firefox ESR (README.md).
set -eu
cd "$(dirname "$0")/../.."

hedgebook=${HEDGEBOOK:-.build/release/hedgebook}
work=${SEARCH_WORK:-.build-search/pages}

if [ ! -x "$hedgebook" ]; then
  echo "error: $hedgebook is missing. Build it: swift build -c release --product hedgebook" >&2
  exit 1
fi
Scripts/check/setup.sh
python3 Benchmarks/make-pages.py "$work"
"$hedgebook" build --quiet --force --source "$work/hedgebook-site" --product . --output "$work/site"
PYTHONDONTWRITEBYTECODE=1 Scripts/check/unplugged.sh .build-check/venv/bin/python \
  Benchmarks/Search/site.py "$work/site"
