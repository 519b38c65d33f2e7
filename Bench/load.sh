#!/bin/bash
# Some seconds of everything against a server of its own, and the comparison of the books afterwards.
# load.sh DIRECTORY-OF-BINARIES [options of `paylyt load run`]
set -euo pipefail
binaries=$(cd "$1" && pwd)
shift
directory=$(mktemp -d /var/tmp/paylyt-load-XXXXXX)
chmod 755 "$directory"
server=
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  rm -rf "$directory"
}
trap stop EXIT
echo "Starting PostgreSQL, the provider simulator and the server in $directory …"
"$binaries/paylyt" serve --with-simulator --simulator-pays-after-ms 20 --data-dir "$directory" \
  --listen 127.0.0.1:0 --plaintext-listen none --webhook-listen 127.0.0.1:0 \
  --ready-file "$directory/ready.json" --log-level warning >"$directory/server.log" 2>&1 &
server=$!
for _ in $(seq 600); do
  [ -e "$directory/ready.json" ] && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.2
done
[ -e "$directory/ready.json" ] || { cat "$directory/server.log" >&2; exit 1; }
target=$(sed -E 's/.*"grpc":"([^"]*)".*/\1/' "$directory/ready.json")
common=(--target "$target" --certificate "$directory/tls-certificate.pem" --work "$directory/work.txt")
echo "Preparing 1000 funded escrows through the API …"
"$binaries/paylyt" load prepare "${common[@]}" --escrows 1000
"$binaries/paylyt" load run "${common[@]}" --mix mixed --seconds 8 --journal "$directory/journal.txt" "$@"
"$binaries/paylyt" load verify "${common[@]}" --journal "$directory/journal.txt"
