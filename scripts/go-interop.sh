#!/bin/bash
# Builds the official Go client's cases for the tests of our server, when their sources are newer
# than it: .build/go/interop-client-go. gRPC Go lies where Debian's packages put it; nothing is
# fetched. Without them it says so, and the tests that need it are skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

source=Tests/Support/go/interop_client.go
out=$PWD/.build/go
program=$out/interop-client-go

newest=$(find "$source" proto/grpc/testing -type f -newer "$program" 2>/dev/null | head -1 || true)
if [ -x "$program" ] && [ -z "$newest" ]; then exit 0; fi

gocode=/usr/share/gocode
if ! command -v go >/dev/null || ! command -v protoc-gen-go >/dev/null \
  || [ ! -d "$gocode/src/google.golang.org/grpc" ]; then
  echo "go-interop: golang-go, golang-google-grpc-dev or protoc-gen-go-1-3 is missing:" \
    "its test is skipped"
  exit 0
fi

package=$out/src/interop/testing
mkdir -p "$package"
# The plugin makes one package of files that lie in one folder.
for file in empty messages test; do
  sed 's|import "grpc/testing/|import "|' "proto/grpc/testing/$file.proto" > "$package/$file.proto"
done
(cd "$package" && protoc -I. --go_out=plugins=grpc,import_path=testing:. ./*.proto)
GO111MODULE=off GOPATH="$out:$gocode" GOCACHE="$out/cache" \
  go build -o "$program.new" "$source"
mv "$program.new" "$program"
