#!/usr/bin/env bash
# Puts the command and what belongs to it under a folder, or takes it away again.
#
# usage: install.sh BINARY ROOT
#        install.sh --remove ROOT
# ROOT is DESTDIR and PREFIX together, such as /usr/local. The folder share/hedgebook below it belongs
# to Hedgebook alone and is replaced as a whole; nothing else is touched but the files named here.
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# = 2 ] && [ -n "$2" ] || { echo "usage: install.sh BINARY ROOT | install.sh --remove ROOT" >&2; exit 64; }
binary=$1 root=$2
share=$root/share/hedgebook
manual=$root/share/man/man1/hedgebook.1
bash_completion=$root/share/bash-completion/completions/hedgebook
zsh_completion=$root/share/zsh/site-functions/_hedgebook
fish_completion=$root/share/fish/vendor_completions.d/hedgebook.fish

if [ "$binary" = --remove ]; then
  rm -f "$root/bin/hedgebook" "$manual" "$bash_completion" "$zsh_completion" "$fish_completion"
  rm -rf "$share"
  exit 0
fi

[ -x "$binary" ] || { echo "install: there is no $binary; run make release first" >&2; exit 74; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Everything is made before the first file is put in place.
cp "$binary" "$work/hedgebook"
# Symbols are two fifths of a program that carries the Swift run-time.
if [ "$(uname -s)" = Linux ] && command -v strip >/dev/null 2>&1; then strip "$work/hedgebook"; fi
"$binary" --experimental-dump-help > "$work/help.json"
version=$("$binary" --version)
"${SWIFT:-swift}" Scripts/manual.swift "${version%% *}" < "$work/help.json" > "$work/hedgebook.1"
for shell in bash zsh fish; do
  "$binary" --generate-completion-script "$shell" > "$work/$shell"
done

put() { # MODE FILE TARGET
  install -d -m 755 "$(dirname "$3")"
  install -m "$1" "$2" "$3"
}
put 755 "$work/hedgebook" "$root/bin/hedgebook"
put 644 "$work/hedgebook.1" "$manual"
put 644 "$work/bash" "$bash_completion"
put 644 "$work/zsh" "$zsh_completion"
put 644 "$work/fish" "$fish_completion"
rm -rf "$share"
install -d -m 755 "$share" "$share/Content"
cp -R Templates "$share/"
cp -R Content/profiles "$share/Content/"
chmod -R u=rwX,go=rX "$share"
