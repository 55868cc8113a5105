#!/bin/sh
# bench/ingest.sh - tartan building a release from one big CSV file, beside DuckDB merely
# loading that file on the same machine: into a database file, which like a release is on
# the disk when it is done, and into memory, which is gone when the program ends.
#
# usage: bench/ingest.sh [ROWS [RUNS]]      default: 1500000 rows (some 500 MB), 5 runs
#
# Environment: TARTAN, the program (default build/tartan); TMPDIR, where some 800 MB go.
# Needs node and, the first time, npm. Prints the seconds of each run, the medians and how
# many times as fast tartan is.
set -eu

rows=${1:-1500000}
runs=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
tartan=${TARTAN:-$here/../build/tartan}
work=$(mktemp -d "${TMPDIR:-/tmp}/tartan-ingest-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

median() {
	sort -n | awk '{ x[NR] = $1 }
		END { printf "%.3f\n", NR % 2 ? x[(NR + 1) / 2] : (x[NR / 2] + x[NR / 2 + 1]) / 2 }'
}

now() {
	date +%s.%N
}

[ -d "$here/node_modules/@duckdb/node-api" ] || npm install --prefix "$here" --no-progress >&2

"$tartan" simulate "$work/source" --figures "$rows" --seed 1 --one-file
file=$work/source/figures.csv
ls -l "$file" | awk '{ printf "file: %.1f MB\n", $5 / 1e6 }'
cat "$file" >/dev/null # into the page cache, for both alike

# In turns, so that a machine that is slower for a while is so for all of them.
run=0
while [ "$run" -lt "$runs" ]; do
	node "$here/load_duckdb.js" "$file" 1 "$work/database" >>"$work/kept"
	rm -f "$work/database"
	node "$here/load_duckdb.js" "$file" 1 >>"$work/memory"
	begin=$(now)
	"$tartan" build "$work/source" -o "$work/out.tartan" >"$work/log" 2>&1 || {
		cat "$work/log" >&2
		exit 1
	}
	end=$(now)
	awk "BEGIN { printf \"%.3f\n\", $end - $begin }" >>"$work/tartan"
	run=$((run + 1))
done

tell() {
	printf '%s: %s\n' "$1" "$(tr '\n' ' ' <"$2")"
}

compare() {
	awk "BEGIN { printf \"medians: %s %.3f s, tartan %.3f s; %.1f times as fast\n\",
		\"$1\", $2, $3, $2 / $3 }"
}

tell "duckdb, into a file" "$work/kept"
tell "duckdb, into memory" "$work/memory"
tell "tartan build" "$work/tartan"
ours=$(median <"$work/tartan")
compare "duckdb into a file" "$(median <"$work/kept")" "$ours"
compare "duckdb into memory" "$(median <"$work/memory")" "$ours"
