#!/bin/bash
# Proves that the analytics stand alone: Quant and ALVH need no Foundation and no C library but libc.
#
# One line for each proof; exits with status 1 and the reason at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

fail() { echo "FAILED $1" >&2; exit 1; }

# 1. Sources: import statements, conditional ones and @-attributed ones included.
imports() {
  grep -rhoE '^[[:space:]]*(@[A-Za-z_]+(\([^)]*\))?[[:space:]]+)*((public|package|internal|fileprivate|private)[[:space:]]+)?import[[:space:]].*' \
    --include='*.swift' "Sources/$1" | sed -E 's/.*import[[:space:]]+//; s/[[:space:]]*(\/\/.*)?$//' | sort -u
}
for target in Quant ALVH; do
  allowed='Glibc|Darwin'
  [ "$target" = ALVH ] && allowed="$allowed|Quant"
  if foreign=$(imports "$target" | grep -vxE "$allowed"); then
    fail "Sources/$target imports $(echo "$foreign" | paste -sd' '); allowed: ${allowed//|/, }"
  fi
  # A name that is reached without an import statement of its own, such as canImport(Foundation).
  if found=$(grep -rnE '\b(Foundation|CLibXML2|CCMark|libxml2?|cmark)\b' --include='*.swift' "Sources/$target" |
    grep -vE ':[0-9]+:[[:space:]]*//' | head -1) && [ -n "$found" ]; then
    fail "a source names a foreign library: $found"
  fi
  echo "ok sources of $target import only $(imports "$target" | paste -sd, | sed 's/,/, /g')"
done

# 2. A package of its own, with nothing else to find.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/package/Sources" "$work/no-pkg-config"
ln -s "$root/Sources/Quant" "$root/Sources/ALVH" "$work/package/Sources/"
cat > "$work/package/Package.swift" <<'MANIFEST'
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "analytics",
  platforms: [.macOS(.v15)],
  products: [.library(name: "ALVH", type: .dynamic, targets: ["ALVH", "Quant"])],
  targets: [
    .target(name: "Quant", exclude: ["README.md"]),
    .target(name: "ALVH", dependencies: ["Quant"], exclude: ["README.md"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
MANIFEST
# pkg-config that fails on every question, first in the path and with nowhere to look.
printf '#!/bin/sh\nexit 1\n' > "$work/no-pkg-config/pkg-config"
chmod +x "$work/no-pkg-config/pkg-config"
if ! env PATH="$work/no-pkg-config:$PATH" PKG_CONFIG_LIBDIR=/nonexistent PKG_CONFIG_PATH= \
  swift build --package-path "$work/package" --product ALVH \
  --explicit-target-dependency-import-check error > "$work/build.log" 2>&1; then
  fail "swift build --product ALVH without the C libraries: $(grep -m1 error "$work/build.log" || tail -1 "$work/build.log")"
fi
echo "ok swift build --product ALVH with two targets, no packages and no pkg-config"

# 3. What the object files ask the linker for, and which symbols they leave open.
bin=$(swift build --package-path "$work/package" --show-bin-path)
forbidden='Foundation|xml2|libxml|cmark|CoreFoundation'
objects=$(find "$bin" -path '*.build/*.o' | sort)
[ -n "$objects" ] || fail "the build left no object files in $bin"
for target in Quant ALVH; do
  files=$(echo "$objects" | grep "/$target.build/") || fail "no object files of $target"
  if command -v readelf > /dev/null; then
    # shellcheck disable=SC2086 # a list of files
    entries=$(readelf -p .swift1_autolink_entries $files 2> /dev/null |
      grep -oE '[[:space:]]-l[A-Za-z0-9_+.]+' | tr -d '[:blank:]' | sort -u) || true
    if found=$(echo "$entries" | grep -E "$forbidden"); then
      fail "object files of $target ask for $(echo "$found" | paste -sd' ')"
    fi
    echo "ok object files of $target link $(echo "$entries" | paste -sd' ')"
  fi
  # shellcheck disable=SC2086
  if found=$(nm -u $files | grep -E "10Foundation|_?xml[A-Z]|cmark_" | head -1) && [ -n "$found" ]; then
    fail "$target uses the foreign symbol $found"
  fi
  echo "ok object files of $target leave no symbol of Foundation, libxml2 or libcmark open"
done

# 4. What the product loads.
library=$(find "$bin" -maxdepth 1 \( -name 'libALVH.so' -o -name 'libALVH.dylib' \) | head -1)
[ -n "$library" ] || fail "the build made no dynamic library in $bin"
if command -v readelf > /dev/null; then
  loaded=$(readelf -d "$library" | sed -nE 's/.*\(NEEDED\).*\[(.*)\]/\1/p')
else
  loaded=$(otool -L "$library" | tail -n +2 | awk '{print $1}')
fi
if found=$(echo "$loaded" | grep -E "$forbidden"); then
  fail "$(basename "$library") loads $(echo "$found" | paste -sd' ')"
fi
echo "ok $(basename "$library") loads $(echo "$loaded" | paste -sd' ')"

# 5. What a client of the library loads while it runs, the libraries of its libraries included.
if command -v ldd > /dev/null; then
  if found=$(ldd "$library" | grep -E "$forbidden"); then
    fail "$(basename "$library") loads $(echo "$found" | paste -sd' ') through another library"
  fi
  echo "ok the libraries it loads bring in neither Foundation nor libxml2 nor libcmark"
fi
