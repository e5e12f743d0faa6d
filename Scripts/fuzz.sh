#!/usr/bin/env bash
# Fuzzes every reader with libFuzzer and the address sanitizer.
#
# usage: fuzz.sh [SECONDS [TARGET...]]
# Each target runs SECONDS (60) on the seeds of Tests/Fuzz/Seeds/TARGET and what earlier runs found
# (.build/fuzz/corpus). An input that crashes, leaks, runs over 1 s or takes over 1 GB ends the run
# with status 1 and is kept in .build/fuzz/findings. The fuzzer measures by the clock: an input that
# took over 1 s on a busy machine is run again by itself, and is a finding if it takes 1 s of processor.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-60}
[ $# -gt 0 ] && shift
swiftc=${SWIFTC:-swiftc}
out=.build/fuzz
mkdir -p "$out/corpus" "$out/findings"

flags="-O -swift-version 6 -package-name hedgebook -parse-as-library -wmo -sanitize=fuzzer,address -Xcc -fno-omit-frame-pointer"
for feature in ExistentialAny InternalImportsByDefault MemberImportVisibility; do
  flags="$flags -enable-upcoming-feature $feature"
done
includes="-I $out -I Sources/CLibXML2 -I Sources/CZlib"
for flag in $(pkg-config --cflags libxml-2.0 zlib); do includes="$includes -Xcc $flag"; done

newest() { find "$@" -name '*.swift' -newer "$out/fuzz-readers" 2>/dev/null | head -1; }
if [ ! -x "$out/fuzz-readers" ] || [ -n "$(newest Sources/TextDistance Sources/Quant Sources/MarketData Tests/Fuzz)" ]; then
  echo "Building the fuzz targets"
  # shellcheck disable=SC2086,SC2046 # lists of flags and files
  {
    "$swiftc" $flags -emit-module -emit-module-path "$out/TextDistance.swiftmodule" -c \
      -o "$out/TextDistance.o" -module-name TextDistance Sources/TextDistance/*.swift
    "$swiftc" $flags -emit-module -emit-module-path "$out/Quant.swiftmodule" -c -o "$out/Quant.o" \
      -module-name Quant $(find Sources/Quant -name '*.swift' | sort)
    "$swiftc" $flags $includes -emit-module -emit-module-path "$out/MarketData.swiftmodule" -c \
      -o "$out/MarketData.o" -module-name MarketData $(find Sources/MarketData -name '*.swift' | sort)
    "$swiftc" $flags $includes -c -o "$out/FuzzTarget.o" -module-name FuzzTarget \
      Tests/Fuzz/FuzzTarget.swift
    "$swiftc" -sanitize=fuzzer,address -o "$out/fuzz-readers" "$out/FuzzTarget.o" \
      "$out/MarketData.o" "$out/Quant.o" "$out/TextDistance.o" $(pkg-config --libs libxml-2.0 zlib) 2>"$out/link.log" \
      || { cat "$out/link.log" >&2; exit 1; } # gold warns about every symbol of the sanitizer
  }
fi

# Whether all a target found were inputs that waited for the processor; removes these.
forgive_waiting() {
  found=0
  for input in "$out/findings/$1-"*; do
    [ -e "$input" ] || continue
    found=1
    case $input in "$out/findings/$1-timeout-"*) ;; *) return 1 ;; esac
    used=$({ TIMEFORMAT=%U; time HEDGEBOOK_FUZZ_TARGET=$1 "$out/fuzz-readers" "$input" >/dev/null 2>&1; } 2>&1)
    awk -v used="$used" 'BEGIN { exit !(used < 1) }' || return 1
    rm "$input"
  done
  [ "$found" -eq 1 ]
}

if [ $# -eq 0 ]; then
  # shellcheck disable=SC2046 # a list of names
  set -- $(ls Tests/Fuzz/Seeds)
fi
failed=""
for target in "$@"; do
  seeds="Tests/Fuzz/Seeds/$target"
  [ -d "$seeds" ] || { echo "error: there are no seeds for $target: $seeds" >&2; exit 1; }
  mkdir -p "$out/corpus/$target"
  log="$out/$target.log"
  status=ok
  end=$(($(date +%s) + seconds))
  : >"$log"
  while remaining=$((end - $(date +%s))) && [ "$remaining" -gt 0 ]; do
    if HEDGEBOOK_FUZZ_TARGET=$target "$out/fuzz-readers" "$out/corpus/$target" "$seeds" \
      -max_total_time="$remaining" -timeout=1 -rss_limit_mb=1024 -max_len=65536 \
      -print_final_stats=1 -artifact_prefix="$out/findings/$target-" >>"$log" 2>&1; then
      break
    fi
    forgive_waiting "$target" || { status=FAILED; failed="$failed $target"; break; }
  done
  runs=$(awk '/^stat::number_of_executed_units:/ {n += $2} END {print n}' "$log")
  memory=$(awk '/^stat::peak_rss_mb:/ && $2 > n {n = $2} END {print n}' "$log")
  slowest=$(awk '/^stat::slowest_unit_time_sec:/ && $2 > n {n = $2} END {print n + 0}' "$log")
  printf '%-24s %-7s %10s runs  slowest %s s  peak %s MB\n' "$target" "$status" "${runs:-?}" \
    "${slowest:-?}" "${memory:-?}"
done
if [ -n "$failed" ]; then
  echo "error: findings in$failed; see $out/findings and $out/TARGET.log" >&2
  exit 1
fi
