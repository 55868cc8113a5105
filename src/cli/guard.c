#include "cli/guard.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/err.h"

/* All of this runs in a handler: nothing here but what POSIX calls async-signal-safe,
 * and no state but the stack. */

/* A line of /proc/self/maps: "from-until rights offset device inode   path". */
struct mapping {
	uintptr_t from, until;
	char path[4096]; /* empty where there is no file */
};

struct reader {
	int fd;
	ssize_t at, len;
	char bytes[4096];
};

/* The next character, 0 at the end. */
static char
next(struct reader *reader)
{
	if (reader->at == reader->len) {
		reader->at = 0;
		reader->len = read(reader->fd, reader->bytes, sizeof reader->bytes);
	}
	return reader->len > 0 ? reader->bytes[reader->at++] : '\0';
}

/* A hexadecimal number and the character behind it. */
static uintptr_t
read_address(struct reader *reader)
{
	uintptr_t address = 0;

	for (char c = next(reader); c && c != '-' && c != ' '; c = next(reader))
		address = address * 16 + (uintptr_t)(c <= '9' ? c - '0' : c - 'a' + 10);
	return address;
}

static bool
read_mapping(struct reader *reader, struct mapping *mapping)
{
	size_t len = 0;
	char c;

	mapping->from = read_address(reader);
	mapping->until = read_address(reader);
	/* Nothing before the path has a slash in it. */
	for (c = next(reader); c && c != '\n'; c = next(reader))
		if ((c == '/' || len) && len + 1 < sizeof mapping->path)
			mapping->path[len++] = c;
	mapping->path[len] = '\0';
	return c == '\n';
}

static bool
find_mapping(uintptr_t address, struct mapping *mapping)
{
	struct reader reader = { .fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC) };
	bool found = false;

	if (reader.fd < 0)
		return false;
	while (!found && read_mapping(&reader, mapping))
		found = mapping->from <= address && address < mapping->until;
	close(reader.fd);
	return found && mapping->path[0];
}

static void
wait_for_end(int number)
{
	(void)number;
	for (;;)
		pause();
}

/* Several threads may run into the end of one file at once; the first one speaks. */
static bool
is_first(void)
{
	struct sigaction waiting = { .sa_handler = wait_for_end }, before;

	return sigaction(SIGBUS, &waiting, &before) == 0 &&
	       before.sa_handler != wait_for_end;
}

static void
say(const char *text, size_t len)
{
	while (len) {
		ssize_t n = write(STDERR_FILENO, text, len);
		if (n <= 0)
			return;
		text += n;
		len -= (size_t)n;
	}
}

static void
on_bus_error(int number, siginfo_t *info, void *context)
{
	static const char before[] = "tartan: '",
			  behind[] = "' changed while it was read\n";
	static const char clear[] = "\r\033[K";
	struct mapping mapping;
	struct termios terminal;

	(void)context;
	if (!is_first())
		wait_for_end(number);
	if (!find_mapping((uintptr_t)info->si_addr, &mapping)) {
		/* Not a file: what the signal does by itself, as soon as this returns.
		 */
		signal(number, SIG_DFL);
		raise(number);
		return;
	}
	/* On a terminal there may be a bar (cli/bar.h). */
	if (tcgetattr(STDERR_FILENO, &terminal) == 0)
		say(clear, sizeof clear - 1);
	say(before, sizeof before - 1);
	say(mapping.path, strlen(mapping.path));
	say(behind, sizeof behind - 1);
	_exit(err_exit_status(FAULT_SYSTEM));
}

void
guard_process(void)
{
	struct sigaction bus = { .sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO };

	signal(SIGXFSZ, SIG_IGN);
	sigaction(SIGBUS, &bus, NULL);
}
