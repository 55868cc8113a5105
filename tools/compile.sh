#!/usr/bin/env bash
# Configures a build directory where need be, compiles, and leaves the program at
# DIRECTORY/tartan.
#
#   tools/compile.sh DIRECTORY [TARGET...]
#
# The name of the directory says what kind of build it is:
#   build        gcc; with WERROR=1 a warning is an error
#   build-asan   clang, address and undefined-behaviour sanitizers, warnings are errors
#   build-tsan   clang, thread sanitizer
#   build-fuzz   clang, libFuzzer with the address and undefined-behaviour sanitizers
set -euo pipefail
cd "$(dirname "$0")/.."

directory=$1
shift
targets=()
compilers=(CC=clang CXX=clang++)
options=(-Dhardened=false -Db_lundef=false)
case $directory in
build)
	compilers=(CC=gcc CXX=g++)
	options=()
	[ "${WERROR:-0}" = 0 ] || options=(-Dwerror=true)
	;;
build-asan) options+=(-Dwerror=true -Db_sanitize=address,undefined) ;;
build-tsan) options+=(-Db_sanitize=thread) ;;
build-fuzz) options+=(-Dfuzz=true -Db_sanitize=address,undefined) ;;
*)
	echo "compile: no kind of build is called '$directory'" >&2
	exit 2
	;;
esac

log() { # runs a command quietly, shows what it said only if it fails
	local output
	output=$("$@" 2>&1) || {
		printf '%s\n' "$output" >&2
		return 1
	}
}

if [ ! -f "$directory/build.ninja" ]; then
	log env "${compilers[@]}" meson setup "$directory" "${options[@]}"
elif [ "$directory" = build ] && [ "${WERROR:-0}" != 0 ] &&
	! grep -q -e ' -Werror ' "$directory/compile_commands.json"; then
	log meson configure "$directory" "${options[@]}"
fi

# The program lives in its layer's directory; a link brings it where people look for it.
for target in "$@"; do
	[ "$target" != tartan ] || target=src/cli/tartan
	targets+=("$target")
done
# All faults at once, not the first.
ninja -C "$directory" --quiet -k 0 "${targets[@]}"
ln -sfn src/cli/tartan "$directory/tartan"
