#!/usr/bin/env bash
# Runs tests under a sanitizer of LLVM, which ends the run at the first fault.
#
# usage: sanitize.sh address | thread
# address: the tests of what reads foreign bytes or uses C libraries and unsafe memory.
# thread: the tests of what works on several threads at once.
# Prints the runner's closing line. Exit status 1 when a test fails or the sanitizer reports anything.
set -euo pipefail
cd "$(dirname "$0")/../.."

case ${1:-} in
  address)
    tests="MarketDataTests MarkdownTests ProseChecksTests SiteSearchTests TeXMathTests"
    filter='.'
    # What limits time holds for code without a sanitizer.
    skip='PathologicalTests|LimitTests|RealFiles'
    ;;
  thread)
    tests="PreviewServerTests SiteGeneratorTests EndToEndTests"
    filter='ParallelMap|PreviewServer|LiveReload|BuildSession|SitePublisher|SiteWriter|SmallSite|TargetTests'
    # Slow requests hold to times; two hundred builds in a row take a quarter of an hour.
    skip='HostileRequestTests|afterEveryEdit'
    export TSAN_OPTIONS="suppressions=$PWD/Scripts/check/thread-suppressions.txt"
    ;;
  *)
    echo "usage: sanitize.sh address | thread" >&2
    exit 2
    ;;
esac

export HEDGEBOOK_TESTS=$tests
swift=${SWIFT:-swift}
options=(--sanitize="$1" --scratch-path ".build-check/sanitize-$1")
"$swift" build --build-tests "${options[@]}"
"$swift" test --skip-build "${options[@]}" --filter "$filter" --skip "$skip"
