#!/usr/bin/env bash
# Runs every check of a built site by others' tools and ends with a table.
#
# usage: all.sh SITE [NAME...]
# NAME is one of markup, links, feeds, data, budgets, reproducible, install, search, plain, journey,
# browse, print, axe; without it all run, one after the other: each uses both cores by itself. address
# and thread run tests under a sanitizer and only by name, because each builds them anew (make
# sanitize). Browsers run without a network. What a check finds is printed as it ends and kept in
# .build-check/logs/NAME.log. Exit status 1 when one finds anything or cannot run. HEDGEBOOK names the
# command for those that build or serve the site (.build/release/hedgebook). CHECK_TABLE names a file
# that holds the lines of checks that ran before: the table begins with them.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -ge 1 ] && [ -d "$1" ] || { echo "usage: all.sh SITE [NAME...]" >&2; exit 2; }
site=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- markup links feeds data budgets reproducible install search plain journey \
  browse print axe

Scripts/check/setup.sh
checks=Scripts/check
python="$PWD/.build-check/venv/bin/python"
logs=.build-check/logs
mkdir -p "$logs"
export PYTHONDONTWRITEBYTECODE=1

hedgebook=${HEDGEBOOK:-.build/release/hedgebook}
web=$(mktemp -d)
trap 'rm -rf "$web"' EXIT

# The same content once more, for a server; built when the first check asks.
build_web() {
  [ -e "$web/site/index.html" ] || "$hedgebook" build --quiet --target web --output "$web/site"
}

browse() { "$checks/unplugged.sh" "$python" "$checks/$1.py" "${@:2}"; }

run() {
  case $1 in
    markup | feeds | data | budgets) "$python" "$checks/$1.py" "$site" ;;
    axe | browse | print) browse "$1" "$site" ;;
    links) "$checks/links.sh" "$site" ;;
    search) build_web && browse search "$site" "$web/site" ;;
    plain) build_web && browse plain --web "$web/site" "$site" ;;
    journey) browse journey "$site" "$hedgebook" ;;
    reproducible) "$checks/reproducible.sh" "$hedgebook" ;;
    install) Scripts/check-install.sh ;;
    address | thread) "$checks/sanitize.sh" "$1" ;;
    *) echo "check: there is no check $1" >&2; return 2 ;;
  esac
}

table="" failed=""
for name in "$@"; do
  began=$SECONDS result=ok
  echo "check: $name"
  run "$name" > "$logs/$name.log" 2>&1 || { result=FAILED; failed="$failed $name"; }
  [ "$result" = ok ] || sed 's/^/  /' "$logs/$name.log"
  table+=$(printf '%-7s %4d s  %s' "$result" $((SECONDS - began)) "$(tail -n 1 "$logs/$name.log")")$'\n'
done
echo
[ ! -f "${CHECK_TABLE:-}" ] || cat "$CHECK_TABLE"
printf '%s' "$table"
if [ -n "$failed" ]; then
  echo "check: findings in$failed; see $logs" >&2
  exit 1
fi
