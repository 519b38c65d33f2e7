#!/bin/bash
# Starts `paylyt serve` with the simulator, for development: scripts/serve.sh <paylyt> [options]
set -euo pipefail
cd "$(dirname "$0")/.."

paylyt=$1
shift

# PostgreSQL never runs as root: then it needs a data directory that other users can reach.
data=$PWD/.paylyt
if [ "$(id -u)" -eq 0 ]; then
  folder=$PWD
  while [ "$folder" != / ]; do
    if (( (8#$(stat -c %a "$folder") & 1) == 0 )); then
      data=/var/lib/paylyt
      echo "serve: other users cannot enter $folder; the data is in $data" >&2
      break
    fi
    folder=$(dirname "$folder")
  done
fi

exec "$paylyt" serve --with-simulator --data-dir "${PAYLYT_DATA_DIR:-$data}" "$@"
