#!/usr/bin/env bash
# Builds the site twice under unlike circumstances and requires the same bytes.
#
# usage: reproducible.sh [HEDGEBOOK [TARGET...]]
# HEDGEBOOK defaults to .build/release/hedgebook, TARGET to offline and web. The second build reads a
# copy in another folder, whose files are newer and were made in the opposite order, in another time
# zone, locale, umask and home, with 8 workers in place of 1. Prints each file that differs, then:
#   reproducible  N targets  F files  D differ
# Exit status 1 when one differs, 2 when a build fails.
set -euo pipefail
cd "$(dirname "$0")/../.."

hedgebook=${1:-.build/release/hedgebook}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- offline web
[ -x "$hedgebook" ] || { echo "check/reproducible: $hedgebook is missing" >&2; exit 2; }
hedgebook=$(cd "$(dirname "$hedgebook")" && pwd)/$(basename "$hedgebook")
here=$PWD

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
there="$work/a much longer name, with spaces/site"
mkdir -p "$there" "$work/home"
find Content Templates -type f | LC_ALL=C sort -r > "$work/files"
tar -cf - -T "$work/files" | tar -C "$there" -xmf -

# build FOLDER OUTPUT TARGET JOBS UMASK ASSIGNMENT...
build() {
  local folder=$1 output=$2 target=$3 jobs=$4 mask=$5
  shift 5
  (umask "$mask" && cd "$folder" && env "$@" "$hedgebook" build --quiet --source . --product . \
    --output "$output" --target "$target" --jobs "$jobs") \
    || { echo "check/reproducible: the build for $target failed in $folder" >&2; exit 2; }
}

files=0 differ=0 targets=0
for target in "$@"; do
  build "$here" "$work/one-$target" "$target" 1 022 TZ=UTC LC_ALL=C LANG=C
  build "$there" "$work/two-$target" "$target" 8 077 TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 \
    LANG=tr_TR.UTF-8 LANGUAGE=tr HOME="$work/home"
  diff -rq "$work/one-$target" "$work/two-$target" > "$work/differences" || true
  sed "s|$work/||g; s/^/$target: /" "$work/differences"
  targets=$((targets + 1))
  files=$((files + $(find "$work/one-$target" -type f | wc -l)))
  differ=$((differ + $(wc -l < "$work/differences")))
done
echo "reproducible  $targets targets  $files files  $differ differ"
[ "$differ" -eq 0 ]
