#!/bin/sh
# Makes .venv with the official Python gRPC and protobuf in the pinned versions. Does nothing when
# it is there already and up to date.
#
# Usage: scripts/python-env.sh     (PYTHON names another interpreter than python3)
set -eu
cd "$(dirname "$0")/.."

requirements=Tests/Support/python/requirements.txt
python=${PYTHON:-python3}
# Written last: an environment that was left half made has none.
stamp=.venv/requirements.txt

if [ -x .venv/bin/python ] && cmp -s "$requirements" "$stamp"; then
  exit 0
fi
echo "Installing the official Python gRPC client into .venv …"
rm -rf .venv
"$python" -m venv .venv || {
  rm -rf .venv
  echo "python3 cannot make a virtual environment: apt-get install python3-venv" >&2
  exit 1
}
.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$requirements"
cp "$requirements" "$stamp"
