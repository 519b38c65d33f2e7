#!/bin/sh
# Proves that what is generated is what the protos and the generator say: generating again must
# leave the working tree as it is.
#
# Usage: scripts/check-generated.sh [path to a built protoc-gen-paylyt]
set -eu
cd "$(dirname "$0")/.."

before=$(mktemp)
after=$(mktemp)
trap 'rm -f "$before" "$after"' EXIT

snapshot() {
  find Sources/Generated Tests/Generated docs/api -type f -exec sha256sum {} + | LC_ALL=C sort -k 2
}

snapshot >"$before"
scripts/generate.sh "$@"
snapshot >"$after"
if ! diff "$before" "$after" >&2; then
  echo "Sources/Generated, Tests/Generated or docs/api was out of date:" >&2
  echo "run \`make generate\` and commit." >&2
  exit 1
fi
# Written but never committed is drift too.
untracked=$(git ls-files --others --exclude-standard Sources/Generated Tests/Generated docs/api)
if [ -n "$untracked" ]; then
  echo "Generated files are not committed:" >&2
  echo "$untracked" >&2
  exit 1
fi
