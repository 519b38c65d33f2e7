#!/bin/bash
# Builds the TestService of the official C++ server for the tests of our client, when its sources
# are newer than it: .build/cpp/interop-server-cpp. Without Debian's packages it says so, and the
# tests that need it are skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

source=Tests/Support/cpp/interop_server.cc
out=.build/cpp
program=$out/interop-server-cpp

newest=$(find "$source" proto/grpc/testing -type f -newer "$program" 2>/dev/null | head -1 || true)
if [ -x "$program" ] && [ -z "$newest" ]; then exit 0; fi

if ! command -v g++ >/dev/null || ! command -v grpc_cpp_plugin >/dev/null \
  || ! pkg-config --exists grpc++; then
  echo "cpp-interop: g++, libgrpc++-dev or protobuf-compiler-grpc is missing; its tests are skipped"
  exit 0
fi

mkdir -p "$out"
protos=(grpc/testing/empty.proto grpc/testing/messages.proto grpc/testing/test.proto)
protoc -Iproto --cpp_out="$out" --grpc_out="$out" \
  --plugin=protoc-gen-grpc="$(command -v grpc_cpp_plugin)" "${protos[@]}"
# shellcheck disable=SC2046 # pkg-config's flags are words.
g++ -std=c++17 -O1 -I"$out" "$source" "$out"/grpc/testing/*.cc -o "$program.new" \
  $(pkg-config --cflags --libs grpc++ protobuf)
mv "$program.new" "$program"
