#!/usr/bin/env bash
# Installs what is missing and nothing else.
#
#   tools/install.sh build    what `make build` and `make demo` need
#   tools/install.sh test     that, and what `make check` needs
#
# Debian's packages are listed in packages.txt, those of npm in package-lock.json. Where
# nothing is missing it changes nothing, asks no network and prints nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-}
case $level in
build) sections='build' ;;
test) sections='build test' ;;
*)
	echo "usage: tools/install.sh build|test" >&2
	exit 2
	;;
esac

# The "package command" lines of the sections asked for.
wanted() {
	awk -v sections=" $sections " '
		/^[[:space:]]*(#|$)/ { next }
		/^\[/ { section = substr($1, 2, length($1) - 2); next }
		index(sections, " " section " ") { print }
	' tools/packages.txt
}

has() {
	local package=$1 command=${2:-}
	if [ -n "$command" ] && command -v "$command" >/dev/null; then
		return 0
	fi
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ]
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "install: not root and no sudo; please run as root: $*" >&2
		exit 1
	fi
}

install_debian() {
	local missing=() package command
	while read -r package command; do
		has "$package" "$command" || missing+=("$package")
	done < <(wanted)
	[ ${#missing[@]} -gt 0 ] || return 0
	if ! command -v apt-get >/dev/null; then
		echo "install: missing, and this is no Debian: ${missing[*]}" >&2
		exit 1
	fi
	echo "install: from Debian: ${missing[*]}"
	as_root apt-get -q update
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get -q install -y --no-install-recommends "${missing[@]}"
}

# A note in node_modules says which lock file was installed and for what; npm removes it
# with everything else when it starts afresh.
install_npm() {
	local sum omit=()
	sum=$(sha256sum <package-lock.json | cut -c1-64)
	for note in build test; do
		if [ "$note" = test ] || [ "$level" = build ]; then
			[ "$(cat "node_modules/.tartan-$note" 2>/dev/null)" != "$sum" ] || return 0
		fi
	done
	[ "$level" = test ] || omit=(--omit=dev)
	echo "install: from npm, for $level"
	npm ci --ignore-scripts "${omit[@]}"
	echo "$sum" >"node_modules/.tartan-$level"
}

install_debian
install_npm
