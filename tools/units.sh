#!/usr/bin/env bash
# Runs the tests of a build directory and counts them: the last line is
# "N passed, N failed" over every single test of every program.
#
#   tools/units.sh DIRECTORY
set -uo pipefail
cd "$(dirname "$0")/.."
directory=$1

export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:abort_on_error=0
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export TSAN_OPTIONS=halt_on_error=1
case $directory in
build) patience=2 ;;
*) patience=6 ;;
esac

rm -f "$directory/meson-logs/testlog.junit.xml"
meson test -C "$directory" --no-rebuild --quiet --print-errorlogs -t $patience
status=$?

# Meson counts programs; its report counts tests. A program that dies before it has told
# of a failed test is one failure.
awk -v status=$status '
	function of(name) {
		if (!match($0, " " name "=\"[0-9]+\""))
			return 0
		return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0
	}
	/<testsuite / { tests += of("tests"); skipped += of("skipped"); failed += of("failures") + of("errors") }
	END {
		if (status != 0 && failed == 0) { failed = 1; tests++ }
		printf "%d passed, %d failed\n", tests - failed - skipped, failed
	}' "$directory/meson-logs/testlog.junit.xml" 2>/dev/null || echo "0 passed, 1 failed"
exit $status
