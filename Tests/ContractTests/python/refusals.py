"""Fails when methods declare to refuse with what no test has heard: `make refusals`, after a whole
`make test`.

Tests of servers and of commands write what they heard into .build/refusals.txt. A reason that
nobody heard is one that cannot be, and is not to be declared, or one whose test is missing.
"""

import pathlib
import sys
import tempfile

import official

HEARD = official.ROOT / ".build" / "refusals.txt"


def main():
    if not HEARD.exists():
        sys.exit(f"{HEARD} is not there: make test first")
    heard = {tuple(line.split(" ")) for line in HEARD.read_text().splitlines()}
    with tempfile.TemporaryDirectory() as folder:
        files = official.compiled(folder, "grpc_tools")
    api = official.API(files, None)
    declared, methods = set(), 0
    for file in files.file:
        if not file.package.startswith("paylyt."):
            continue
        for service in file.service:
            for method in service.method:
                methods += 1
                name = f"{file.package}.{service.name}/{method.name}"
                short = f"{service.name}/{method.name}"
                declared |= {(short, reason) for reason in api.refusals(name)}
    missing = sorted(declared - heard)
    common = {name for name, (_, is_common) in api.reasons.items() if is_common}
    silent = sorted(common - {reason for _, reason in heard})
    for method, reason in missing + [("any method", reason) for reason in silent]:
        print(f"{method} {reason}")
    print(f"{len(declared)} refusals of {methods} methods are declared, "
          f"{len(missing)} of them were not heard; of {len(common)} common reasons, {len(silent)}.")
    sys.exit(1 if missing or silent else 0)


if __name__ == "__main__":
    main()
