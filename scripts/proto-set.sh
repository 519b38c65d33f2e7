#!/bin/sh
# Writes the descriptor set of all our protos and what they import, with comments.
#
# Usage: scripts/proto-set.sh <file> [--without-comments]
set -eu
case $1 in /*) out=$1 ;; *) out=$PWD/$1 ;; esac
comments=--include_source_info
[ "${2:-}" != --without-comments ] || comments=
cd "$(dirname "$0")/../proto"

# shellcheck disable=SC2046,SC2086 # File names here hold no spaces; no comments is no argument.
protoc -I. -I/usr/include --include_imports $comments --descriptor_set_out="$out" \
  $(find . -name '*.proto' | LC_ALL=C sort | sed 's,^\./,,')
