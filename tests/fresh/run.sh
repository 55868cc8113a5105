#!/usr/bin/env bash
# Proves the promise of the README on a machine that has nothing: makes a minimal Debian 12,
# puts a clean clone of HEAD there and runs `make demo` and `make check`.
#
#   tests/fresh/run.sh [all|install]      as root, with debootstrap
#
# With `install` it stops after what the tests need has been installed. Debian's archive and
# the npm registry are reached the way this machine reaches them: its package sources, its
# proxies, the certificates it trusts. Nothing on this machine changes; the new root is
# removed at the end, whatever happens. The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.."

what=${1:-all}
case $what in
all | install) ;;
*)
	echo "usage: tests/fresh/run.sh [all|install]" >&2
	exit 2
	;;
esac
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
	echo "fresh: want to be root, and debootstrap installed" >&2
	exit 2
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/tartan-fresh-XXXXXX")
root=$work/root
demo=
passed=0 failed=0

# The demo is a process group of its own; its name spaces, and so all in them, go with it.
stop_demo() {
	[ -n "$demo" ] || return 0
	kill -KILL -- "-$demo" 2>/dev/null
	wait "$demo" 2>/dev/null
	demo=
}

tidy_up() {
	stop_demo
	# Mounts live in name spaces that have ended; should one not have, it is left alone.
	rm -rf --one-file-system "$work"
}
trap tidy_up EXIT
trap 'exit 1' INT TERM

# Origin, address and release of each package source of Debian's own that is in use here.
debian_sources() {
	apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' \
		'Created-By: Packages' | awk '$1 == "Debian" && $3 ~ /^bookworm/ && $4 == "main"' |
		sort -u
}

make_root() {
	local mirror
	mirror=$(debian_sources | awk '$3 == "bookworm" { print $2; exit }')
	[ -n "$mirror" ] || { echo "no package source of Debian 12 is in use here"; return 1; }
	# make and git are what a visitor brings along.
	debootstrap --variant=minbase --include=ca-certificates,git,make \
		bookworm "$root" "$mirror" || return 1
	debian_sources | awk '{ print "deb", $2, $3, $4 }' >"$root/etc/apt/sources.list"
	apt-config dump | grep -iE '^Acquire::(http|https|Retries|Check-Valid-Until)' \
		>"$root/etc/apt/apt.conf.d/90network"
	cp -L /etc/resolv.conf "$root/etc/resolv.conf"
	cp /etc/hosts "$root/etc/hosts"
	if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
		cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
		in_root update-ca-certificates
	fi
	[ ! -f ~/.npmrc ] || cp ~/.npmrc "$root/root/.npmrc"
	git clone -q --depth 1 "file://$PWD" "$root/root/tartan"
}

# Runs a shell command in the new root. Mounts and processes are in name spaces of their
# own and end with it.
in_root() {
	local settings=() name
	for name in $(compgen -e); do
		case $name in
		*_proxy | *_PROXY | npm_config_* | NODE_EXTRA_CA_CERTS)
			settings+=("$name=${!name}")
			;;
		esac
	done
	exec 3<<<'
		mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" || exit 1
		root=$1
		shift
		exec chroot "$root" "$@"'
	unshare --mount --pid --fork --kill-child bash /dev/fd/3 "$root" \
		env -i HOME=/root LANG=C.UTF-8 TERM=dumb PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		"${settings[@]}" sh -c "$1" </dev/null
}

# Runs a command, keeps what it says, and says in one line how it went.
step() {
	local name=$1 start=$SECONDS log="$work/log"
	shift
	if "$@" >"$log" 2>&1; then
		passed=$((passed + 1))
		echo "passed: $name, $((SECONDS - start)) s"
		tail -n 1 "$log" | sed 's/^/  /'
	else
		failed=$((failed + 1))
		echo "failed: $name, $((SECONDS - start)) s"
		tail -n 60 "$log" | sed 's/^/  /'
		return 1
	fi
}

# Starts the demo, waits for the address it prints, and fetches that page.
try_demo() {
	local log=$work/demo.log address= status=
	set -m
	in_root 'cd /root/tartan && exec make demo' >"$log" 2>&1 &
	demo=$!
	set +m
	for ((waited = 0; waited < 1800; waited++)); do
		address=$(grep -oE 'http://(localhost|127\.0\.0\.1|\[::1\]):[0-9]+[^ ]*' "$log" | head -n 1)
		[ -z "$address" ] || break
		kill -0 "$demo" 2>/dev/null || break
		sleep 1
	done
	cat "$log"
	[ -n "$address" ] || return 1
	status=$(curl -s -o "$work/page" -w '%{http_code}' --noproxy '*' \
		--retry 5 --retry-connrefused "$address")
	stop_demo
	echo "$address answered $status with $(wc -c <"$work/page") bytes"
	[ "$status" = 200 ]
}

if step 'a minimal Debian 12' make_root; then
	if [ "$what" = install ]; then
		step 'install for the build' in_root 'cd /root/tartan && tools/install.sh build'
		step 'install for the tests' in_root 'cd /root/tartan && tools/install.sh test'
		step 'install again' in_root 'cd /root/tartan && test -z "$(tools/install.sh test)"'
	else
		step 'make demo' try_demo
		step 'make check' in_root 'cd /root/tartan && make check'
	fi
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
