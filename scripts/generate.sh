#!/bin/sh
# Regenerates everything under Sources/Generated, Tests/Generated and docs/api from the protos.
#
# C comes from protoc-c, which reads descriptors that our tool rewrites first (see
# Sources/Codegen/CDescriptors.swift); Swift comes from our protoc plugin. Only files whose content
# changed are written, so that a run without changes rebuilds nothing.
#
# Usage: scripts/generate.sh [path to a built protoc-gen-paylyt]
set -eu
cd "$(dirname "$0")/.."

system_protos=/usr/include
well_known="any api duration empty field_mask source_context struct timestamp type wrappers"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# sync_files <new directory> <target directory> <ending>: the target holds exactly the new ones.
sync_files() {
  new=$1 target=$2 ending=$3
  mkdir -p "$target"
  (cd "$new" && find . -type f -name "*$ending") | sort >"$work/new"
  (cd "$target" && find . -type f -name "*$ending") | sort >"$work/old"
  comm -13 "$work/new" "$work/old" | while read -r file; do rm "$target/$file"; done
  while read -r file; do
    cmp -s "$new/$file" "$target/$file" && continue
    mkdir -p "$target/$(dirname "$file")"
    cp "$new/$file" "$target/$file"
  done <"$work/new"
  find "$target" -type d -empty -delete
}

# install_c <new directory> <target folder>: sources beside `include/`, headers in it.
#
# The module map names every header: with SwiftPM's own, which names the directory, an incremental
# build does not notice that a header came or went.
install_c() {
  rm -rf "$work/headers" "$work/sources"
  mkdir "$work/headers" "$work/sources"
  (cd "$1" && find . -name '*.h' -exec cp --parents {} "$work/headers" \;)
  (cd "$1" && find . -name '*.c' -exec cp --parents {} "$work/sources" \;)
  {
    echo "module $(basename "$2") {"
    (cd "$work/headers" && find . -name '*.h') | LC_ALL=C sort | sed 's,^\./\(.*\),  header "\1",'
    echo "  export *"
    echo "}"
  } >"$work/headers/module.modulemap"
  sync_files "$work/headers" "$2/include" .h
  sync_files "$work/headers" "$2/include" .modulemap
  sync_files "$work/sources" "$2" .c
}

# The tool reads descriptors through this C, so it comes first and needs no tool.
mkdir "$work/plugin"
protoc-c -I"$system_protos" --c_out="$work/plugin" \
  google/protobuf/descriptor.proto google/protobuf/compiler/plugin.proto
install_c "$work/plugin" Sources/Generated/CPluginAPI

if [ $# -gt 0 ]; then
  tool=$1
else
  swift build --product protoc-gen-paylyt >"$work/build" 2>&1 || {
    cat "$work/build" >&2
    exit 1
  }
  tool=$(swift build --show-bin-path)/protoc-gen-paylyt
fi

# module <folder> <module> <protoc include> <parameter> <file>…
module() {
  folder=$1 name=$2 include=$3 parameter=$4
  shift 4
  rm -rf "$work/c" "$work/swift"
  mkdir "$work/c" "$work/swift"
  protoc -I"$include" -I"$system_protos" --include_imports --descriptor_set_out="$work/set" "$@"
  "$tool" --c-descriptors "$work/set" "$work/c-set" "$@" >"$work/c-files"
  xargs -r protoc-c --descriptor_set_in="$work/c-set" --c_out="$work/c" <"$work/c-files"
  install_c "$work/c" "$folder/C$name"
  protoc -I"$include" -I"$system_protos" --plugin=protoc-gen-paylyt="$tool" \
    --paylyt_out="$work/swift" --paylyt_opt="Module=$name,CModule=C$name$parameter" "$@"
  sync_files "$work/swift" "$folder/$name" .swift
}

# protos <folder> <path in it>: the proto files there, sorted.
protos() {
  (cd "$1" && find "$2" -name '*.proto' | LC_ALL=C sort)
}

# shellcheck disable=SC2046 # File names here hold no spaces.
module Sources/Generated StandardAPI proto "" \
  $(for name in $well_known; do echo "google/protobuf/$name.proto"; done) \
  $(protos proto google) $(protos proto grpc/channelz) $(protos proto grpc/health) \
  $(protos proto grpc/reflection)
# shellcheck disable=SC2046
module Sources/Generated PayLytAPI proto "" $(protos proto paylyt)
# The API reference, from the comments.
mkdir "$work/reference"
# shellcheck disable=SC2046
protoc -Iproto -I"$system_protos" --include_imports --include_source_info \
  --descriptor_set_out="$work/set" $(protos proto paylyt)
"$tool" reference "$work/set" "$work/reference" Sources/PayLytServer/Auth/Permissions.swift \
  docs/ERRORS.md
sync_files "$work/reference" docs/api .md
# What LND speaks: our client and the simulator's node.
# shellcheck disable=SC2046
module Sources/Generated LNDAPI proto "" $(protos proto lnd)
# What the interop server and the bench server answer.
# shellcheck disable=SC2046
module Sources/Generated InteropAPI proto "" $(protos proto grpc/testing)
# shellcheck disable=SC2046
module Sources/Generated BenchAPI proto "" $(protos proto bench)

# The protos of the tests, one module with several packages.
test_protos=Tests/CodegenTests/Protos
mkdir "$work/test"
cp -r $test_protos/. "$work/test"
mkdir -p "$work/test/paylyt/common/v1" "$work/test/google/rpc"
cp proto/paylyt/common/v1/options.proto proto/paylyt/common/v1/reason.proto \
  "$work/test/paylyt/common/v1"
cp proto/google/rpc/code.proto "$work/test/google/rpc"
# shellcheck disable=SC2046
module Tests/Generated TestAPI "$work/test" ",Prefix=paylyt.test.other.v1:Other" \
  $(protos $test_protos . | sed 's,^\./,,')
