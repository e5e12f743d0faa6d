#!/usr/bin/env bash
# Runs every check of a built site by others' tools and ends with a table.
#
# usage: all.sh SITE [NAME...]
# NAME is one of markup, axe, browse, print, links, feeds, data, search, journey, reproducible, install;
# without it all run, one after the other: each uses both cores by itself. Browsers run without a
# network. What a check finds is printed as it ends and kept in .build-check/logs/NAME.log. Exit status
# 1 when one finds anything or cannot run; HEDGEBOOK names the command for search, journey and
# reproducible (.build/release/hedgebook).
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -ge 1 ] && [ -d "$1" ] || { echo "usage: all.sh SITE [NAME...]" >&2; exit 2; }
site=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- markup links feeds data reproducible install search journey browse print axe

Scripts/check/setup.sh
checks=Scripts/check
python="$PWD/.build-check/venv/bin/python"
logs=.build-check/logs
mkdir -p "$logs"
export PYTHONDONTWRITEBYTECODE=1

hedgebook=${HEDGEBOOK:-.build/release/hedgebook}

# The same content once more, for a server.
search_both() {
  local work status=0
  work=$(mktemp -d)
  "$hedgebook" build --quiet --target web --output "$work/web" \
    && "$checks/unplugged.sh" "$python" "$checks/search.py" "$site" "$work/web" || status=$?
  rm -rf "$work"
  return "$status"
}

run() {
  case $1 in
    markup | feeds | data) "$python" "$checks/$1.py" "$site" ;;
    axe | browse | print) "$checks/unplugged.sh" "$python" "$checks/$1.py" "$site" ;;
    links) "$checks/links.sh" "$site" ;;
    search) search_both ;;
    journey) "$checks/unplugged.sh" "$python" "$checks/journey.py" "$site" "$hedgebook" ;;
    reproducible) "$checks/reproducible.sh" "$hedgebook" ;;
    install) Scripts/check-install.sh ;;
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
printf '%s' "$table"
if [ -n "$failed" ]; then
  echo "check: findings in$failed; see $logs" >&2
  exit 1
fi
