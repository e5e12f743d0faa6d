#!/bin/bash
# Compares the analytics with TA-Lib and QuantLib and checks their time bounds (README.md).
set -eu
cd "$(dirname "$0")/.."

venv=Benchmarks/.venv-analytics
work=Benchmarks/.work-analytics
peers="numpy==2.4.6 TA-Lib==0.8.2 QuantLib==1.44"

benchmark=${ANALYTICS_BENCHMARK:-}
if [ -z "$benchmark" ]; then
  swift build -c release --product analytics-benchmark
  benchmark=$(swift build -c release --show-bin-path)/analytics-benchmark
fi
if [ ! -x "$benchmark" ]; then
  echo "error: $benchmark is missing. Build it: swift build -c release --product analytics-benchmark" >&2
  exit 1
fi

# shellcheck disable=SC2086 # a list of packages
Benchmarks/install-peers.sh "$venv" $peers

mkdir -p "$work"
"$venv/bin/python" Benchmarks/analytics.py --benchmark "$benchmark" --work "$work"
