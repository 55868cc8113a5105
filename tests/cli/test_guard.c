/* The end of a file that is cut off while it is read from where it lies. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/guard.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"
#include "base/task.h"

enum { LONG = 64 * 1024, THREADS = 8 };

/* How a process ended, and what it said on stderr. */
struct end {
	int status;
	char said[1000];
};

static struct end
end_of(void (*work)(const char *path), const char *path)
{
	struct end end = { 0 };
	FILE *said = tmpfile();
	pid_t pid;

	ck_assert_ptr_nonnull(said);
	pid = fork();
	if (pid == 0) {
		dup2(fileno(said), STDERR_FILENO);
		guard_process();
		work(path);
		_exit(0);
	}
	ck_assert_int_eq(waitpid(pid, &end.status, 0), pid);
	rewind(said);
	end.said[fread(end.said, 1, sizeof end.said - 1, said)] = '\0';
	fclose(said);
	return end;
}

static void
touch(void *context, size_t piece)
{
	const volatile char *bytes = context;

	for (size_t i = 0; i < LONG; i += 512)
		(void)bytes[(i + piece * 4096) % LONG];
}

static void
read_cut_off(const char *path)
{
	struct file file;
	struct err err;

	if (!file_open(&file, path, &err) || truncate(path, 0) != 0)
		_exit(9);
	task_run(THREADS, THREADS, touch, (void *)(uintptr_t)file.bytes.at);
}

static void
write_too_much(const char *path)
{
	struct rlimit limit = { .rlim_cur = 100, .rlim_max = 100 };
	struct file_writer writer;
	struct err err;

	if (setrlimit(RLIMIT_FSIZE, &limit) != 0 || !file_create(&writer, path, &err))
		_exit(9);
	for (int i = 0; i < 100; i++)
		if (!file_write(&writer, STR("0123456789"), &err))
			_exit(5);
}

START_TEST(test_a_file_is_cut_off)
{
	char path[] = "test-guard-XXXXXX", wanted[5000];
	char *full;
	int fd = mkstemp(path);

	ck_assert_int_eq(ftruncate(fd, LONG), 0);
	full = realpath(path, NULL);
	snprintf(
	    wanted, sizeof wanted, "tartan: '%s' changed while it was read\n", full);
	struct end end = end_of(read_cut_off, path);
	ck_assert_int_eq(WIFEXITED(end.status), 1);
	ck_assert_int_eq(WEXITSTATUS(end.status), 3);
	ck_assert_str_eq(end.said, wanted);
	free(full);
	close(fd);
	unlink(path);
}
END_TEST

START_TEST(test_a_file_that_may_not_grow)
{
	char path[] = "test-guard-XXXXXX";
	int fd = mkstemp(path);

	struct end end = end_of(write_too_much, path);
	ck_assert_int_eq(WIFEXITED(end.status), 1);
	ck_assert_int_eq(WEXITSTATUS(end.status), 5);
	close(fd);
	unlink(path);
}
END_TEST

static void
raise_bus_error(const char *path)
{
	(void)path;
	raise(SIGBUS);
}

START_TEST(test_what_is_no_file_still_kills)
{
	struct end end = end_of(raise_bus_error, NULL);

	ck_assert_int_eq(WIFSIGNALED(end.status), 1);
	ck_assert_int_eq(WTERMSIG(end.status), SIGBUS);
	ck_assert_str_eq(end.said, "");
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("guard");

	tcase_add_test(tcase, test_a_file_is_cut_off);
	tcase_add_test(tcase, test_a_file_that_may_not_grow);
	tcase_add_test(tcase, test_what_is_no_file_still_kills);
	return unit_run("guard", tcase);
}
