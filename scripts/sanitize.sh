#!/bin/bash
# Runs the tests of the RPC stack and of the server under ThreadSanitizer, then AddressSanitizer.
#
# Usage: scripts/sanitize.sh [thread|address|all] [filter]
set -euo pipefail
cd "$(dirname "$0")/.."

which=${1:-all}
# As `make test`, one group after the other.
groups=(PayLytRPCTests PayLytServerTests)
[ $# -lt 2 ] || groups=("$2")
[ "$which" = all ] && which="thread address"

# A report must end the run at once: Swift's own backtrace would keep the process for minutes.
export SWIFT_BACKTRACE=enable=no
# One report is enough to fail; the run goes on, so that one run shows all.
export TSAN_OPTIONS="exitcode=66 halt_on_error=0 suppressions=$PWD/scripts/tsan-suppressions.txt"
# No leak check: the Swift runtime keeps metadata, witness tables and one-time globals until the
# process ends, and tests end while their loops' threads still run, so every run would report those.
export ASAN_OPTIONS="detect_leaks=0 detect_stack_use_after_return=0"

for sanitizer in $which; do
  echo "sanitize: $sanitizer"
  # A build of its own for each: the flags differ for every file.
  scratch=.build/sanitize-$sanitizer
  swift build --build-tests --sanitize "$sanitizer" --scratch-path "$scratch"
  # Side by side, tests that run ten times slower would wait for each other past their patience.
  for group in "${groups[@]}"; do
    swift test --skip-build --no-parallel --sanitize "$sanitizer" --scratch-path "$scratch" \
      --filter "$group"
  done
done
