#!/usr/bin/env bash
# Says which C and C++ files are not laid out as .clang-format wants; changes nothing.
# The last line is "N passed, N failed", counted by file.
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0 failed=0
while read -r file; do
	[ -f "$file" ] || continue
	if clang-format-14 "$file" | cmp -s - "$file"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$file: not formatted, want \`make format\`"
	fi
done < <(git ls-files '*.c' '*.h' '*.cc')
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
