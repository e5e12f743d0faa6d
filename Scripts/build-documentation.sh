#!/usr/bin/env bash
# Builds the documentation of both libraries below .build/documentation, with warnings as errors, and
# checks that every public symbol has a doc comment and every public type a place on a landing page.
#
# Exits with a status other than 0 at the first library with a warning or a finding.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
output=.build/documentation

mkdir -p "$output"
for library in Quant ALVH; do
  rm -rf "${output:?}/$library"
  "$swift" package --allow-writing-to-directory "$output" generate-documentation \
    --target "$library" --warnings-as-errors --output-path "$output/$library"
  # The graph that this build has just written; an earlier one may lie beside it after a rename.
  graph=$(ls -t .build/*/extracted-symbols/*/"$library/$library.symbols.json" | head -n 1)
  "$swift" Scripts/check-documentation.swift "$graph" "Sources/$library/$library.docc/$library.md"
done
echo "Documentation: $output/Quant and $output/ALVH"
