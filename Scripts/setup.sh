#!/usr/bin/env bash
# Installs the C libraries that Hedgebook links, when they are missing.
#
# Debian: libcmark-dev, libxml2-dev, zlib1g-dev, pkg-config, through apt-get: directly as root, with sudo when
# there is one. Otherwise the exact command is printed and the script stops. macOS: through Homebrew.
set -eu

command -v swift >/dev/null 2>&1 || {
  echo "setup: swift was not found. Install Swift 6.2 or later from https://www.swift.org/install/." >&2
  exit 1
}

has() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }

if [ "$(uname -s)" = Darwin ]; then
  missing=""
  command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
  has libcmark || missing="$missing cmark"
  has libxml-2.0 || missing="$missing libxml2"
  has zlib || missing="$missing zlib"
  [ -n "$missing" ] || exit 0
  if command -v brew >/dev/null 2>&1; then
    echo "setup: brew install$missing"
    # shellcheck disable=SC2086 # one argument for each package
    exec brew install $missing
  fi
  echo "setup: install Homebrew (https://brew.sh), then run: brew install$missing" >&2
  exit 1
fi

missing=""
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
has libcmark || missing="$missing libcmark-dev"
has libxml-2.0 || missing="$missing libxml2-dev"
has zlib || missing="$missing zlib1g-dev"
[ -n "$missing" ] || exit 0

install="apt-get update && apt-get install -y --no-install-recommends$missing"
if ! command -v apt-get >/dev/null 2>&1; then
  echo "setup: please install with your package manager:$missing" >&2
  exit 1
elif [ "$(id -u)" = 0 ]; then
  echo "setup: $install"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  exec apt-get install -y -qq --no-install-recommends $missing
elif command -v sudo >/dev/null 2>&1; then
  echo "setup: sudo $install"
  sudo apt-get update -qq
  # shellcheck disable=SC2086
  exec sudo apt-get install -y -qq --no-install-recommends $missing
fi
echo "setup: missing:$missing. As root, run:" >&2
echo "  $install" >&2
exit 1
