#!/usr/bin/env python3
"""The rules of the house that a machine can keep, beyond compilers and formatting.

    tools/rules.py [OBJECTS]

OBJECTS is a build directory without sanitizers, whose object files are looked at for
mutable state. Prints every breach as file:line: what, and what was wanted; the last line
is "N passed, N failed", counted by rule. Needs python3, which meson brings, and objdump.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 800

# Which layers a layer may see, as drawn in docs/architecture.md. The linker keeps the same
# law for calls; this keeps it for types and macros, which leave no trace in an object file.
FOUNDATION = {"base", "stats", "disclose", "geo", "model", "release", "ledger"}
LAYERS = {
    "base": set(),
    "stats": {"base"},
    "disclose": {"base"},
    "geo": {"base"},
    "model": {"base", "stats"},
    "release": {"base", "stats", "disclose", "model"},
    "ledger": {"base", "stats", "disclose", "model", "release"},
    "source": FOUNDATION,
    "build": FOUNDATION | {"source"},
    "answer": FOUNDATION,
    "draw": FOUNDATION | {"answer"},
    "write": FOUNDATION | {"answer", "draw", "assets"},
    "serve": FOUNDATION | {"answer", "draw", "write", "assets"},
    "simulate": FOUNDATION,
    "calc": FOUNDATION | {"source"},
    "cli": None,  # everything
}

# A sign before a number or a space compares; alone it compares too ("<" before an age).
MARKUP = re.compile(r"<(?=[A-Za-z/!?%])|.<$", re.DOTALL)
# The two writers; and the one that tells a kind of file by its first bytes.
MARKUP_ALLOWED = {"src/write/html.c", "src/draw/svg.c", "src/source/kind.c"}
# In capitals anywhere; in small letters, where it might be English, only at the start.
STATEMENT = (
    r"SELECT\b.+\bFROM\b|INSERT INTO\b|DELETE FROM\b|UPDATE\b.+\bSET\b"
    r"|CREATE (TEMP(ORARY)? )?(TABLE|VIEW|INDEX)\b|DROP (TABLE|VIEW)\b|ALTER TABLE\b"
)
SQL = re.compile(
    rf"(?s:\b({STATEMENT}|PRAGMA\b|(LEFT|INNER) JOIN\b))|(?is:^\s*({STATEMENT}))"
)
# The one thing that may change at file scope: the wish to stop, set by a signal handler.
STATE_ALLOWED = re.compile(r"src/serve/.*: stop$")

TOKEN = re.compile(
    r"""
      (?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)
    | (?P<include>^[ \t]*\#[ \t]*include[^\n]*)
    | (?P<string>"(?:\\.|[^"\\\n])*")
    | (?P<char>'(?:\\.|[^'\\\n])*')
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def sources(*endings):
    """Files of src/ by name, relative to the root."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "src").rglob("*")
        if path.suffix in endings
    )


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def literals(text):
    """Yields (line, contents) of each string literal; adjacent ones are one, as in C."""
    line, contents, end = 0, None, 0
    for token in TOKEN.finditer(text):
        if token.lastgroup == "comment":
            # White space as far as joining literals is concerned.
            if contents is not None and not text[end : token.start()].strip():
                end = token.end()
            continue
        if token.lastgroup != "string":
            continue
        if contents is not None and not text[end : token.start()].strip():
            contents += token.group()[1:-1]
        else:
            if contents is not None:
                yield line, contents
            line = text.count("\n", 0, token.start()) + 1
            contents = token.group()[1:-1]
        end = token.end()
    if contents is not None:
        yield line, contents


def no_markup():
    """Markup is written by the writers of HTML and SVG, never as text."""
    for name in sources(".c", ".h", ".cc"):
        if name in MARKUP_ALLOWED:
            continue
        for line, contents in literals(text_of(name)):
            if MARKUP.search(contents):
                yield f"{name}:{line}: markup in a literal, want html.h or svg.h"


def no_sql():
    """SQL stays where databases are read."""
    for name in sources(".c", ".h", ".cc"):
        if name.startswith("src/source/"):
            continue
        for line, contents in literals(text_of(name)):
            if SQL.search(contents):
                yield f"{name}:{line}: SQL in a literal, want it in src/source/"


def short_files():
    """A file that needs scrolling for ever is two files."""
    tracked = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.c", "*.h", "*.cc"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split("\n")
    for name in filter(None, tracked):
        if not (ROOT / name).is_file():
            continue
        lines = text_of(name).count("\n")
        if lines > LONGEST_FILE:
            yield f"{name}:{lines}: {lines} lines, want at most {LONGEST_FILE}"


def layers():
    """A layer sees itself and the layers below it."""
    for name in sources(".c", ".h", ".cc"):
        layer = name.split("/")[1]
        if layer not in LAYERS:
            yield f"{name}:1: a layer that tools/rules.py does not know"
            continue
        for number, line in enumerate(text_of(name).split("\n"), 1):
            found = re.match(r'\s*#\s*include\s+"([a-z_]+)/', line)
            if not found or found[1] == layer or LAYERS[layer] is None:
                continue
            if found[1] not in LAYERS[layer]:
                yield f"{name}:{number}: {layer} includes {found[1]}, which is not below it"


def no_state(build):
    """Nothing in an object file's writable sections: no variable outlives its function."""
    objects = sorted((build / "src").rglob("*.o"))
    if not objects:
        yield f"{build}: no object files, want a finished build"
    for path in objects:
        table = subprocess.run(
            ["objdump", "-t", path], check=True, capture_output=True, text=True
        ).stdout
        # src/serve/libserve.a.p/http.c.o comes from src/serve/http.c
        source = (path.parent.parent / path.name).relative_to(build).as_posix()[:-2]
        for row in table.split("\n"):
            found = re.match(r"^[0-9a-f]+ .{6}O (\S+)\s+[0-9a-f]+\s+(.*)$", row)
            if not found or not writable(found[1]):
                continue
            breach = f"{source}: {found[2].split()[-1]}"
            if not STATE_ALLOWED.match(breach):
                yield f"{breach} is mutable state in {found[1]}, want it passed along"


def writable(section):
    """Constant tables of pointers live in .data.rel.ro, which the loader seals."""
    if section.startswith(".data.rel.ro"):
        return False
    return section == "*COM*" or re.match(r"\.(data|bss|tdata|tbss)(\.|$)", section)


def main(arguments):
    rules = [no_markup, no_sql, short_files, layers]
    if arguments:
        build = Path(arguments[0]).resolve()
        rules.append(lambda: no_state(build))
    failed = 0
    for rule in rules:
        breaches = list(rule())
        for breach in breaches:
            print(breach)
        failed += bool(breaches)
    print(f"{len(rules) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
