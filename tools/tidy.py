#!/usr/bin/env python3
"""Runs clang-tidy on the source files of a clang build, on all cores.

    tools/tidy.py [--deep] DIRECTORY [FOLDER...]

Looks at the folders named, or at src and fuzz: what strangers' bytes go through. With --deep
the static analyzer follows the paths through each function too, which takes 20 times as long.

A file that was clean is not looked at again until it, a header it includes, the checks or
its compiler flags change: DIRECTORY/tidy/ remembers. Prints what was found; the last line
is "N passed, N failed", counted by file.
"""

import concurrent.futures
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-14"


def headers_of(build):
    """Object file -> what it was compiled from, as ninja learnt it from the compiler."""
    listing = subprocess.run(
        ["ninja", "-C", build, "-t", "deps"], check=True, capture_output=True, text=True
    ).stdout
    headers, target = {}, None
    for line in listing.split("\n"):
        if line.startswith("    "):
            headers[target].append(build / line.strip())
        elif ": #deps" in line:
            target = line.split(": #deps")[0]
            headers[target] = []
    return headers


def fingerprint(command, files, more):
    """Changes when a finding could."""
    sum_ = hashlib.sha256(" ".join([command, *more]).encode())
    sum_.update((ROOT / ".clang-tidy").read_bytes())
    for path in sorted(path.resolve() for path in files):
        # Debian's own headers change only with the compiler.
        if path.is_relative_to(ROOT):
            sum_.update(path.read_bytes())
    return sum_.hexdigest()


def look(build, source, note, more):
    """Returns what clang-tidy has to say of a file, empty when nothing."""
    if note.exists():
        return ""
    run = subprocess.run(
        [TIDY, "-p", build, "--quiet", *more, source],
        capture_output=True, text=True, cwd=ROOT,
    )
    # With a configuration it cannot read it warns of less and calls that success.
    if run.returncode == 0 and "Error parsing" not in run.stderr:
        note.touch()
        return ""
    return run.stdout or run.stderr


def main(arguments):
    deep = arguments[0] == "--deep"
    arguments = arguments[deep:]
    more = [] if deep else ["--checks=-clang-analyzer-*"]
    build = Path(arguments[0]).resolve()
    notes = build / "tidy"
    notes.mkdir(exist_ok=True)
    folders = [ROOT / name for name in arguments[1:] or ("src", "fuzz")]
    headers = headers_of(build)
    work = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = (build / entry["file"]).resolve()
        chosen = any(source.is_relative_to(folder) for folder in folders)
        if chosen and source.suffix in (".c", ".cc"):
            files = headers.get(entry["output"], [source])
            work[source] = notes / fingerprint(entry["command"], files, more)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for said in pool.map(lambda item: look(build, *item, more), sorted(work.items())):
            if said:
                print(said.rstrip())
                failed += 1
    print(f"{len(work) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
