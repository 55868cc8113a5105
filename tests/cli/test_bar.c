/* What a terminal is shown of a long piece of work, and a log is not. */
#define _XOPEN_SOURCE 700 /* posix_openpt */
#include "cli/bar.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "../unit.h"

/* stderr, led elsewhere for a while. */
struct elsewhere {
	int before;
};

static struct elsewhere
lead(int fd)
{
	struct elsewhere elsewhere = { .before = dup(STDERR_FILENO) };

	ck_assert_int_ge(dup2(fd, STDERR_FILENO), 0);
	close(fd);
	return elsewhere;
}

static void
lead_back(struct elsewhere elsewhere)
{
	dup2(elsewhere.before, STDERR_FILENO);
	close(elsewhere.before);
}

/* Everything that a terminal has been sent. */
struct terminal {
	int fd; /* of the far side */
	char shown[100000];
	size_t len;
};

static int
terminal_open(struct terminal *terminal)
{
	*terminal = (struct terminal){ .fd = posix_openpt(O_RDWR | O_NOCTTY) };
	ck_assert_int_ge(terminal->fd, 0);
	ck_assert_int_eq(grantpt(terminal->fd), 0);
	ck_assert_int_eq(unlockpt(terminal->fd), 0);
	return open(ptsname(terminal->fd), O_RDWR | O_NOCTTY);
}

/* Reads until the text has been shown. */
static void
terminal_wait(struct terminal *terminal, const char *text)
{
	while (!strstr(terminal->shown, text)) {
		size_t room = sizeof terminal->shown - 1 - terminal->len;
		ssize_t n = read(terminal->fd, terminal->shown + terminal->len, room);
		ck_assert_int_gt(n, 0);
		terminal->len += (size_t)n;
		terminal->shown[terminal->len] = '\0';
	}
}

START_TEST(test_a_terminal)
{
	struct terminal terminal;
	struct elsewhere before = lead(terminal_open(&terminal));
	struct bar bar;

	bar_begin(&bar);
	progress_begin(&bar.progress, "reading", 200);
	progress_add(&bar.progress, 100);
	terminal_wait(
	    &terminal, "\rreading  [===============               ]  50 %\033[K");
	progress_begin(&bar.progress, "sorting", 0);
	terminal_wait(&terminal, "\rsorting  ...\033[K");
	bar_end(&bar);
	fputs("done", stderr);
	terminal_wait(&terminal, "\r\033[Kdone");
	lead_back(before);
	close(terminal.fd);
}
END_TEST

/* What is over within a second is not drawn at all. */
START_TEST(test_a_short_time)
{
	struct terminal terminal;
	struct elsewhere before = lead(terminal_open(&terminal));
	struct bar bar;

	bar_begin(&bar);
	progress_begin(&bar.progress, "reading", 200);
	bar_end(&bar);
	fputs("done", stderr);
	terminal_wait(&terminal, "done");
	ck_assert_str_eq(terminal.shown, "done");
	lead_back(before);
	close(terminal.fd);
}
END_TEST

START_TEST(test_a_log)
{
	const struct timespec while_drawing = { .tv_sec = 1, .tv_nsec = 300000000 };
	FILE *log = tmpfile();
	struct elsewhere before = lead(dup(fileno(log)));
	struct bar bar;

	bar_begin(&bar);
	progress_begin(&bar.progress, "reading", 200);
	nanosleep(&while_drawing, NULL);
	bar_end(&bar);
	lead_back(before);
	ck_assert_int_eq(fseek(log, 0, SEEK_END), 0);
	ck_assert_int_eq(ftell(log), 0);
	fclose(log);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("bar");

	tcase_add_test(tcase, test_a_terminal);
	tcase_add_test(tcase, test_a_short_time);
	tcase_add_test(tcase, test_a_log);
	return unit_run("bar", tcase);
}
