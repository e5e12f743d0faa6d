#!/usr/bin/env bash
# Follows every link and anchor of a built site with lychee, without a network.
#
# usage: links.sh SITE
# Absolute addresses of the site itself, read from the first page's canonical link, are followed
# inside SITE; addresses of other sites are counted and not asked. Prints each broken link with its
# page and place, then: links  N links  I inside  O outside  B broken. Exit status 1 when one breaks.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -eq 1 ] && [ -d "$1" ] || { echo "usage: links.sh SITE, the folder of a built site" >&2; exit 2; }
site=$(cd "$1" && pwd)
tools=.build-check/venv/bin
[ -f "$site/index.html" ] || { echo "check/links: $site holds no index.html" >&2; exit 2; }

report=$(mktemp)
trap 'rm -f "$report"' EXIT
set -- --offline --no-ignore --no-progress --include-fragments=full --index-files index.html --format json
# grep ends with 1 where no page is canonical; then there is no address to follow inside.
base=$(grep -oE '<link [^>]*rel="canonical"[^>]*>' "$site/index.html" \
  | sed -nE 's/.*href="([^"]*)".*/\1/p' | head -n 1) || true
if [ -n "$base" ]; then
  escaped=$(printf '%s' "$base" | sed 's/[][\.*^$+?(){}|]/\\&/g')
  set -- "$@" --remap "^$escaped(.*)\$ file://$site/\$1"
fi
status=0
"$tools/lychee" "$@" "$site" > "$report" || status=$?
# lychee ends with 2 for broken links; anything else above 0 is a failure of the run itself.
case $status in 0 | 2) ;; *) echo "check/links: lychee failed ($status)" >&2; exit 2 ;; esac

"$tools/python" - "$report" "$site" <<'PYTHON'
import json, pathlib, sys

report, site = json.loads(pathlib.Path(sys.argv[1]).read_text()), sys.argv[2]
for page, links in sorted(report["error_map"].items()):
    for link in sorted(links, key=lambda link: (link["span"]["line"], link["span"]["column"])):
        place, status = link["span"], link["status"]
        print(f"{page.removeprefix(site + '/')}:{place['line']}:{place['column']}: "
              f"{link['url'].removeprefix('file://' + site + '/')}: {status['text']}")
inside = report["total"] - report["excludes"]
print(f"links  {report['total']} links  {inside} inside  {report['excludes']} outside  "
      f"{report['errors']} broken")
if inside == 0:
    sys.exit("check/links: no link inside the site was found")
sys.exit(1 if report["errors"] else 0)
PYTHON
