#!/bin/bash
# Runs the fuzz targets (Fuzz/Targets) under libFuzzer with AddressSanitizer.
#
# Usage: Fuzz/fuzz.sh [seconds for each target] [target…]
#
# What ends the process is kept in Fuzz/Crashes as <target>-<hash>: add it to the repository, and
# `make test` replays it from then on. Inputs that reach new code are kept in .build/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-30}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  targets=(deframer message inflate metadata timeout percent base64 json web session client server)
fi

scratch=.build/fuzz
swift build --scratch-path "$scratch" --target FuzzTargets -Xswiftc -sanitize=fuzzer,address

# SwiftPM links no program whose main() is libFuzzer's, so this does.
modules=(FuzzTargets PayLytJSON PayLytCrypto PayLytRPC StandardAPI CStandardAPI TestAPI CTestAPI)
objects=()
for module in "${modules[@]}"; do
  while IFS= read -r object; do objects+=("$object"); done \
    < <(find "$scratch/debug/$module.build" -name '*.o')
done
program=$scratch/paylyt-fuzz
swiftc -sanitize=fuzzer,address "${objects[@]}" -o "$program" \
  -lnghttp2 -lssl -lcrypto -lprotobuf-c -lz -lsodium

# A crash must end at once: Swift's own backtrace would keep the process for minutes.
export SWIFT_BACKTRACE=enable=no
# What the runtime allocates once and keeps until the end is no leak.
export ASAN_OPTIONS=detect_leaks=0

failed=()
for target in "${targets[@]}"; do
  mkdir -p "$scratch/corpus/$target" "Fuzz/Corpus/$target"
  echo "fuzz: $target for $seconds seconds"
  PAYLYT_FUZZ=$target "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -detect_leaks=0 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="Fuzz/Crashes/$target-" "$scratch/corpus/$target" "Fuzz/Corpus/$target" \
    || failed+=("$target")
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "fuzz: found something in ${failed[*]}; see Fuzz/Crashes" >&2
  exit 1
fi
