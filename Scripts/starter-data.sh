#!/usr/bin/env bash
# Cuts the data of the new site's worked example out of the product's own example.
#
# usage: starter-data.sh
# Prices, VIX and breadth from October 2014, so that percentiles of 252 sessions exist at the end of
# 2015; futures and options from December 2015. All end on 2016-01-08. Rows are copied as they are.
set -euo pipefail
cd "$(dirname "$0")/.."

to=2016-01-08
target=Templates/starter/example/Content
mkdir -p "$target/data/market" "$target/data/macro" "$target/books/example"
cut_rows() { # FILE FROM
  awk -F, -v from="$2" -v to="$to" 'NR == 1 || ($1 >= from && $1 <= to)' \
    "Content/data/market/$1.csv" > "$target/data/market/$1.csv"
}
for name in spx vix breadth; do cut_rows "$name" 2014-10-01; done
for name in vx-settlements vix-options index-options; do cut_rows "$name" 2015-12-01; done
cp Content/data/macro/releases.csv Content/data/macro/fomc.csv "$target/data/macro/"
cp Content/books/example/2015-11-16.csv Content/books/example/2015-12-17.csv "$target/books/example/"
