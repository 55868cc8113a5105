#!/usr/bin/env bash
# Says which C and C++ files are not laid out as .clang-format wants; changes nothing.
# The last line is "N passed, N failed", counted by file.
set -uo pipefail
cd "$(dirname "$0")/.."

mapfile -t files < <(git ls-files '*.c' '*.h' '*.cc' | while read -r file; do
	[ ! -f "$file" ] || echo "$file"
done)
mapfile -t wrong < <(printf '%s\n' "${files[@]}" |
	xargs -P "$(nproc)" -n 50 clang-format-14 --dry-run -Werror 2>&1 |
	sed -n 's/^\([^: ]*\):[0-9]*:[0-9]*: error: .*/\1/p' | sort -u)

[ ${#wrong[@]} = 0 ] || printf '%s: not formatted, want `make format`\n' "${wrong[@]}"
echo "$((${#files[@]} - ${#wrong[@]})) passed, ${#wrong[@]} failed"
[ ${#wrong[@]} = 0 ]
