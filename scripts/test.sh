#!/bin/bash
# Runs groups of tests, each in a process of its own: scripts/test.sh WIDTH FILTER...
#
# A group that fails does not keep the next from running. All that failed is said again at the end,
# where it is found: of a long output, what keeps it may show the last lines only.
set -euo pipefail
cd "$(dirname "$0")/.."
width=$1
shift

log=.build/test.log
failures=.build/test-failures.txt
: >"$failures"
status=0
for group; do
  swift test --skip-build --filter "$group" \
    --experimental-maximum-parallelization-width "$width" 2>&1 | tee "$log" && continue
  status=1
  {
    echo "Failed: $group"
    # Each issue with the lines that explain it; without one, how the process ended.
    grep --text -m 20 -A 3 -E 'recorded an issue|^error: ' "$log" || tail -n 5 "$log"
  } | cut -c-400 >>"$failures"
done
[ "$status" = 0 ] || cat "$failures" >&2
exit "$status"
