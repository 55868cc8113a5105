#!/usr/bin/env bash
# Everything that has to pass, one step after the other. A step that fails does not keep
# the next from running, so that one run tells all; the last line adds up what the steps
# counted: "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0 failed=0 broken=()

# step NAME COMMAND...: a command whose last line is a count is taken at its word; any
# other counts as one.
step() {
	local name=$1 output status count start=$SECONDS
	shift
	echo "== $name"
	output=$(mktemp)
	"$@" 2>&1 | tee "$output"
	status=${PIPESTATUS[0]}
	count=$(tail -n 1 "$output" | grep -xE '[0-9]+ passed, [0-9]+ failed')
	rm -f "$output"
	if [ -z "$count" ]; then
		count="$((status == 0)) passed, $((status != 0)) failed"
	fi
	read -r p _ f _ <<<"$count"
	# A failure that was not counted is a failure still.
	[ "$status" = 0 ] || [ "$f" != 0 ] || f=1
	passed=$((passed + p))
	failed=$((failed + f))
	[ "$f" = 0 ] || broken+=("$name")
	echo "== $name: $((SECONDS - start)) s"
	[ "$f" = 0 ]
}

step 'format' tools/format.sh
if step 'build with gcc' env WERROR=1 tools/compile.sh build; then
	step 'tests' tools/units.sh build
	step 'rules' tools/rules.py build
fi
if step 'build with clang and sanitizers' tools/compile.sh build-asan; then
	step 'tests under sanitizers' tools/units.sh build-asan
	step 'clang-tidy' tools/tidy.py build-asan
fi
step 'browser' node tests/browser/run.mjs

[ ${#broken[@]} = 0 ] || printf 'failed: %s\n' "${broken[@]}"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
