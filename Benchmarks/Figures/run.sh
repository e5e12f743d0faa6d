#!/bin/bash
# Draws three figures with Hedgebook, matplotlib and Vega-Altair and compares them (README.md).
#   Benchmarks/Figures/run.sh [SITE]     SITE is the folder of a built site, Output by default
set -eu
# A relative SITE counts from where the script is called.
site=$(realpath -m -- "${1:-"$(dirname "$0")/../../Output"}")
cd "$(dirname "$0")/../.."

hedgebook=${HEDGEBOOK:-.build/release/hedgebook}
benchmark=${FIGURE_BENCHMARK:-.build/release/figure-benchmark}
venv=Benchmarks/.venv-figures
work=Benchmarks/.work-figures
peers="matplotlib==3.11.2 altair==6.3.0 vl-convert-python==1.9.0.post1 playwright==1.56.0"

if [ ! -f "$site/assets/style.css" ]; then
  echo "error: $site holds no built site. Build one: hedgebook build" >&2
  exit 1
fi

# shellcheck disable=SC2086 # a list of packages
Benchmarks/install-peers.sh "$venv" $peers

mkdir -p "$work"
echo '*' > "$work/.gitignore"
export MPLCONFIGDIR="$PWD/$work/matplotlib"
"$venv/bin/python" Benchmarks/Figures/compare.py --site "$site" --work "$work" --product . \
  --hedgebook "$hedgebook" --benchmark "$benchmark"
