#!/usr/bin/env bash
# Runs every fuzz target of build-fuzz for so many seconds.
#
#   fuzz/run.sh SECONDS
#
# Starts from the inputs in fuzz/corpus; new ones are kept in build-fuzz/corpus, and an input
# that breaks a target in build-fuzz/broken: mend the fault and add the input to fuzz/corpus.
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0 failed=0
mkdir -p build-fuzz/broken
for program in build-fuzz/fuzz/fuzz_*; do
	[ -f "$program" ] && [ -x "$program" ] || continue
	unit=${program##*/fuzz_}
	mkdir -p "build-fuzz/corpus/$unit"
	dictionary=()
	[ ! -f "fuzz/$unit.dict" ] || dictionary=("-dict=fuzz/$unit.dict")
	echo "== $unit"
	if "$program" -max_total_time="$1" -print_final_stats=1 "${dictionary[@]}" \
		-artifact_prefix="build-fuzz/broken/$unit-" \
		"build-fuzz/corpus/$unit" "fuzz/corpus/$unit" 2>&1 | tail -n 12; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
