/* A private copy of a file: what it holds, and what no longer touches it. */
#include "base/copy.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../unit.h"

enum { LONG = 3 * 1024 * 1024 + 17 /* more than is copied at a time */ };

/* A file of the test's own with bytes that differ from place to place. */
static void
make(char *path, size_t len)
{
	int fd;

	memcpy(path, "test-copy-XXXXXX", sizeof "test-copy-XXXXXX");
	fd = mkstemp(path);
	ck_assert_int_ge(fd, 0);
	char *bytes = malloc(len + 1);
	for (size_t i = 0; i < len; i++)
		bytes[i] = (char)(i % 251);
	ck_assert_int_eq(write(fd, bytes, len), (ssize_t)len);
	free(bytes);
	close(fd);
}

static bool
is_whole(const struct file *file, size_t len)
{
	if (file->bytes.len != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (file->bytes.at[i] != (char)(i % 251))
			return false;
	return true;
}

/* What is done to a file after it was copied. */
static void
cut_off(const char *path)
{
	ck_assert_int_eq(truncate(path, 0), 0);
}

static void
write_over(const char *path)
{
	int fd = open(path, O_WRONLY);

	ck_assert_int_eq(write(fd, "other", 5), 5);
	close(fd);
}

static void
take_away(const char *path)
{
	ck_assert_int_eq(unlink(path), 0);
}

static const struct {
	const char *name;
	size_t len;
	void (*harm)(const char *path);
} harms[] = {
	{ "cut off", LONG, cut_off },
	{ "written over", LONG, write_over },
	{ "taken away", LONG, take_away },
	{ "a single byte", 1, cut_off },
	{ "an empty file", 0, write_over },
};

START_TEST(test_a_copy_stays_as_it_is)
{
	char path[32];
	struct file file;
	struct err err = { 0 };

	make(path, harms[_i].len);
	ck_assert_msg(copy_open(&file, path, &err), "%s: %s", harms[_i].name, err.text);
	harms[_i].harm(path);
	ck_assert_msg(is_whole(&file, harms[_i].len), "%s", harms[_i].name);
	file_close(&file);
	unlink(path);
}
END_TEST

/* Where the file lies nothing can be made, nor where temporary files belong. */
START_TEST(test_a_copy_finds_room_in_memory)
{
	char path[32], other[64];
	const char *before = getenv("TMPDIR");
	struct file file;
	struct err err = { 0 };

	make(path, LONG);
	int fd = open(path, O_RDONLY);
	snprintf(other, sizeof other, "/proc/self/fd/%d", fd);
	setenv("TMPDIR", "/proc/none", 1);
	ck_assert_msg(copy_open(&file, other, &err), "%s", err.text);
	if (before)
		setenv("TMPDIR", before, 1);
	else
		unsetenv("TMPDIR");
	cut_off(path);
	ck_assert(is_whole(&file, LONG));
	file_close(&file);
	close(fd);
	unlink(path);
}
END_TEST

START_TEST(test_the_front_of_a_file)
{
	char path[32];
	struct file file;
	struct err err = { 0 };

	make(path, LONG);
	ck_assert(copy_open_front(&file, path, 1000, &err));
	cut_off(path);
	ck_assert_uint_eq(file.bytes.len, LONG);
	for (size_t i = 0; i < 1000; i++)
		ck_assert_int_eq(file.bytes.at[i], (char)(i % 251));
	ck_assert_int_eq(file.bytes.at[LONG - 1], 0);
	file_close(&file);
	ck_assert(copy_open_front(&file, path, 1000, &err));
	ck_assert_uint_eq(file.bytes.len, 0);
	file_close(&file);
	unlink(path);
}
END_TEST

START_TEST(test_what_cannot_be_copied)
{
	struct file file;
	struct err err;

	ck_assert(!copy_open(&file, "none", &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	ck_assert(!copy_open(&file, ".", &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	ck_assert(!copy_open_front(&file, "none", 1, &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
}
END_TEST

/* Files of the system tell a size that they do not have. */
START_TEST(test_a_file_that_ends_early)
{
	static const char path[] = "/sys/kernel/mm/transparent_hugepage/enabled";
	struct file file;
	struct err err;

	if (access(path, R_OK) != 0)
		return;
	ck_assert(!copy_open(&file, path, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	ck_assert(!copy_open_front(&file, path, 4096, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("copy");

	ADD_ROWS(tcase, test_a_copy_stays_as_it_is, harms);
	tcase_add_test(tcase, test_a_copy_finds_room_in_memory);
	tcase_add_test(tcase, test_the_front_of_a_file);
	tcase_add_test(tcase, test_what_cannot_be_copied);
	tcase_add_test(tcase, test_a_file_that_ends_early);
	return unit_run("copy", tcase);
}
