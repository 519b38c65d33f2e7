#!/bin/bash
# Installs the Debian packages that PayLyt needs and that are missing, and those that are named as
# arguments. Does nothing, and needs no rights, when all are there. `setup.sh interop` adds what the
# tests against the official C++ server and the official Go client need, `setup.sh bench` what the
# comparison with both needs.
set -euo pipefail
cd "$(dirname "$0")/.."

# The C libraries (Package.swift names each), the generators, the database, the tests' Python.
official=(
  g++ libgrpc++-dev protobuf-compiler-grpc golang-go golang-google-grpc-dev protoc-gen-go-1-3
)
case "${1:-}" in
  interop) extra=("${official[@]}" openssl) ;;
  bench) extra=("${official[@]}" openssl nghttp2-client) ;;
  *) extra=("$@") ;;
esac

packages=(
  libnghttp2-dev zlib1g-dev libssl-dev libprotobuf-c-dev libpq-dev libcurl4-openssl-dev
  libmicrohttpd-dev
  libsodium-dev libsecp256k1-dev libqrencode-dev pkg-config
  protobuf-compiler protobuf-c-compiler libprotobuf-dev libprotoc-dev
  postgresql python3 python3-venv git make curl
  "${extra[@]}"
)

fail() {
  echo "setup: $*" >&2
  exit 1
}

command -v swift >/dev/null \
  || fail "Swift 6.3 is missing. Install it as https://www.swift.org/install/linux says."

if ! command -v dpkg-query >/dev/null; then
  fail "this is no Debian. Install by hand what corresponds to: ${packages[*]}"
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null \
    || fail "packages are missing, and there is no sudo. As root: apt-get install ${missing[*]}"
  as_root=(sudo)
fi

echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -q </dev/null \
  || fail "apt-get update failed; is there a network? Missing: ${missing[*]}"

# Debian starts a server of its own when PostgreSQL is installed. We need its binaries only.
quiet=/etc/postgresql-common/createcluster.d/paylyt-setup.conf
if [[ " ${missing[*]} " == *" postgresql "* ]]; then
  "${as_root[@]}" mkdir -p "$(dirname "$quiet")"
  echo "create_main_cluster = false" | "${as_root[@]}" tee "$quiet" >/dev/null
  trap '"${as_root[@]}" rm -f "$quiet"' EXIT
fi
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null \
  || fail "apt-get install failed. Missing: ${missing[*]}"
