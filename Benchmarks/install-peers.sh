#!/bin/bash
# Installs what a benchmark compares with into a virtual environment, once for every list.
#   install-peers.sh VENV PACKAGE==VERSION...
set -eu
venv=$1
shift
peers=$*
[ "$(cat "$venv/peers.txt" 2>/dev/null)" != "$peers" ] || exit 0
echo "Installing $peers into $venv"
rm -rf "$venv"
if ! { python3 -m venv "$venv" && "$venv/bin/python" -m pip install --quiet "$@"; }; then
  echo "error: $peers could not be installed from PyPI; nothing to compare with." >&2
  exit 1
fi
echo "$peers" > "$venv/peers.txt"
