#!/usr/bin/env bash
# Installs into a temporary folder and uses what was installed from elsewhere, as a new user would.
#
# usage: check-install.sh
# HEDGEBOOK names a release build to install; without it `make install` builds one.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
checks=0
pass() { checks=$((checks + 1)); }
fail() { echo "check-install: $1" >&2; exit 1; }

# 1. The files, under DESTDIR and PREFIX.
if [ -n "${HEDGEBOOK:-}" ]; then
  Scripts/install.sh "$HEDGEBOOK" "$work/stage/opt/hb"
else
  make -s install DESTDIR="$work/stage" PREFIX=/opt/hb >/dev/null
fi
tree=$work/stage/opt/hb
for file in bin/hedgebook share/man/man1/hedgebook.1 share/bash-completion/completions/hedgebook \
  share/zsh/site-functions/_hedgebook share/fish/vendor_completions.d/hedgebook.fish \
  share/hedgebook/Templates/base.mustache share/hedgebook/Templates/archetypes/report.md \
  share/hedgebook/Templates/starter/example/Content/site.yml \
  share/hedgebook/Templates/schemas/site.schema.json share/hedgebook/Content/profiles/seed-obv.yml; do
  [ -s "$tree/$file" ] || fail "$file was not installed"
  pass
done

# 2. The program needs no Swift library of its own on the machine.
if [ "$(uname -s)" = Linux ]; then
  if ldd "$tree/bin/hedgebook" | grep -iE 'swift|foundation'; then fail "a Swift library is linked"; fi
  pass
fi

# 3. Manual page and completions are well-formed.
if command -v man >/dev/null 2>&1; then
  warnings=$(MANROFFSEQ='' LC_ALL=C.UTF-8 man --warnings -l "$tree/share/man/man1/hedgebook.1" 2>&1 >/dev/null)
  [ -z "$warnings" ] || fail "the manual page: $warnings"
  pass
fi
if command -v mandoc >/dev/null 2>&1; then
  mandoc -T lint -W warning "$tree/share/man/man1/hedgebook.1" | grep -v 'missing date' && fail "see above"
  pass
fi
bash -n "$tree/share/bash-completion/completions/hedgebook" && pass
for shell in zsh fish; do
  command -v $shell >/dev/null 2>&1 || continue
  case $shell in
    zsh) zsh -n "$tree/share/zsh/site-functions/_hedgebook" ;;
    fish) fish --no-execute "$tree/share/fish/vendor_completions.d/hedgebook.fish" ;;
  esac
  pass
done

# 4. A new site in five commands, from a folder that knows nothing of this one, twice: the installed
#    tree can be moved.
use() { # TREE FOLDER
  mkdir -p "$2"
  # A shell of its own: within `||` this one would not stop at a failure.
  bash -eu -o pipefail -s "$1" "$2" > "$2.log" 2>&1 <<'STEPS' || { cat "$2.log" >&2; fail "see above"; }
cd "$2"
export PATH="$1/bin:/usr/bin:/bin" HOME="$2"
expect() { grep -q "$1" "$2" || { echo "$2 lacks: $1"; exit 1; }; }
refuse() { if grep -q "$1" "$2"; then echo "$2 holds: $1"; exit 1; fi; }
hedgebook --version > version
grep -qE '^[0-9]+\.[0-9]+\.[0-9]+( \([0-9a-f]{7,}\+?\))?$' version || { cat version; exit 1; }
hedgebook init my-notes
cd my-notes
hedgebook new report 2016-01-05
hedgebook build
hedgebook check
page=Output/daily/2016/01/05/index.html
title='Write-up of Tuesday 5 January 2016'
refuse "$title" $page
hedgebook build --drafts
expect "$title" $page
sed -i.bak '/^draft: true$/d' Content/reports/2016-01-05.md
rm Content/reports/2016-01-05.md.bak
hedgebook new lesson first-steps
hedgebook new term vega
hedgebook build
hedgebook check
expect "$title" $page
hedgebook build --drafts
hedgebook check
cd ..
hedgebook init --bare bare
cd bare
hedgebook build
hedgebook check
STEPS
}
use "$tree" "$work/first" && pass
mv "$tree" "$work/moved"
use "$work/moved" "$work/second" && pass
cmp -s "$work/first/my-notes/Output/index.html" "$work/second/my-notes/Output/index.html" \
  || fail "two new sites differ"
pass

# 5. Nothing is left.
Scripts/install.sh --remove "$work/moved"
left=$(find "$work/moved" -type f)
[ -z "$left" ] || fail "left after uninstall: $left"
pass
echo "check-install: $checks checks passed"
