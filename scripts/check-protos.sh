#!/bin/sh
# The protos keep our style (docs/PROTOS.md), and break nobody who was built from those of the last
# release, proto/released.binpb.
#
# Usage: scripts/check-protos.sh <a built protoc-gen-paylyt>
set -eu
cd "$(dirname "$0")/.."
tool=$1
set=$(mktemp)
trap 'rm -f "$set"' EXIT

scripts/proto-set.sh "$set"
"$tool" lint "$set"
"$tool" breaking proto/released.binpb "$set"
