#define _GNU_SOURCE /* O_TMPFILE */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit.h"
#include "base/arena.h"

/* A directory of the test's own, gone again when it is done. */
struct place {
	char name[32];
	char path[64]; /* of the file that place_path named last */
};

static void
place_make(struct place *place)
{
	snprintf(place->name, sizeof place->name, "test-file-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(place->name));
}

static const char *
place_path(struct place *place, const char *name)
{
	snprintf(place->path, sizeof place->path, "%s/%.20s", place->name, name);
	return place->path;
}

/* Entries of the directory, hidden ones included. */
static int
place_count(const struct place *place)
{
	DIR *directory = opendir(place->name);
	int count = 0;

	ck_assert_ptr_nonnull(directory);
	for (struct dirent *entry; (entry = readdir(directory));)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			count++;
	closedir(directory);
	return count;
}

static void
place_remove(struct place *place, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		ck_assert_int_eq(remove(place_path(place, names[i])), 0);
	ck_assert_int_eq(rmdir(place->name), 0);
}

static bool
holds(const char *path, struct str bytes)
{
	struct file file;
	struct err err;
	bool same = file_open(&file, path, &err) && str_equal(file.bytes, bytes);

	file_close(&file);
	return same;
}

START_TEST(test_what_is_saved_can_be_read)
{
	static const char *const names[] = { "a" };
	struct place place;
	struct err err;

	place_make(&place);
	const char *path = place_path(&place, "a");
	ck_assert(file_save(path, STR("one\0two"), &err));
	ck_assert(holds(path, STR("one\0two")));
	ck_assert(file_save(path, STR("new"), &err));
	ck_assert(holds(path, STR("new")));
	ck_assert(file_save(path, STR(""), &err));
	ck_assert(holds(path, STR("")));
	ck_assert_int_eq(place_count(&place), 1);
	place_remove(&place, names, ROWS(names));
}
END_TEST

START_TEST(test_pieces_may_come_in_any_order)
{
	static const char *const names[] = { "a" };
	struct file_writer writer;
	struct place place;
	struct err err;

	place_make(&place);
	ck_assert(file_create(&writer, place_path(&place, "a"), &err));
	ck_assert(file_write_at(&writer, STR("world"), 6, &err));
	ck_assert(file_write(&writer, STR("hello "), &err));
	ck_assert(file_finish(&writer, &err));
	file_abandon(&writer);
	ck_assert(holds(place.path, STR("hello world")));
	place_remove(&place, names, ROWS(names));
}
END_TEST

START_TEST(test_an_unfinished_file_is_not_seen)
{
	static const char *const names[] = { "a" };
	struct file_writer writer;
	struct place place;
	struct err err;

	place_make(&place);
	ck_assert(file_save(place_path(&place, "a"), STR("old"), &err));
	ck_assert(file_create(&writer, place.path, &err));
	ck_assert(file_write(&writer, STR("half of the n"), &err));
	ck_assert(holds(place.path, STR("old")));
	ck_assert_int_eq(place_count(&place), 1);
	file_abandon(&writer);
	file_abandon(&writer);
	ck_assert(holds(place.path, STR("old")));
	ck_assert_int_eq(place_count(&place), 1);
	place_remove(&place, names, ROWS(names));
}
END_TEST

/* A full disk, played by a limit on the size of files. */
START_TEST(test_a_full_disk_leaves_nothing_behind)
{
	struct rlimit before, small;
	struct place place;
	struct err err = { 0 };
	size_t len = 1024 * 1024;
	char *bytes = calloc(1, len);

	place_make(&place);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_IGN);
	small = before;
	small.rlim_cur = 64 * 1024;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	bool fine = file_save(
	    place_path(&place, "a"), (struct str){ .at = bytes, .len = len }, &err);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	free(bytes);

	ck_assert(!fine);
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	ck_assert_msg(strstr(err.text, place.path) != NULL, "'%s'", err.text);
	ck_assert_int_eq(place_count(&place), 0);
	place_remove(&place, NULL, 0);
}
END_TEST

/* The name is taken by a directory, which renaming cannot replace. */
START_TEST(test_a_failed_renaming_leaves_nothing_behind)
{
	static const char *const names[] = { "a" };
	struct place place;
	struct err err = { 0 };

	place_make(&place);
	ck_assert_int_eq(mkdir(place_path(&place, "a"), 0777), 0);
	ck_assert(!file_save(place.path, STR("x"), &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	ck_assert_int_eq(place_count(&place), 1);
	place_remove(&place, names, ROWS(names));
}
END_TEST

/* Makes the kernel refuse files without names, as some file systems do. */
static void
refuse_nameless(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 3),
		BPF_STMT(
		    BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_TMPFILE & ~O_DIRECTORY, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { .len = ROWS(filter), .filter = filter };

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
		_exit(1);
}

/* In a process of its own, as nothing takes the filter away again. */
START_TEST(test_a_file_system_without_nameless_files)
{
	static const char *const names[] = { "a" };
	struct place place;
	struct err err;
	int status;

	place_make(&place);
	ck_assert(file_save(place_path(&place, "a"), STR("old"), &err));
	pid_t pid = fork();
	if (pid == 0) {
		struct file_writer writer;
		refuse_nameless();
		if (open(place.name, O_TMPFILE | O_RDWR, 0600) >= 0)
			_exit(2);
		if (!file_create(&writer, place.path, &err) || !writer.elsewhere ||
		    !file_write(&writer, STR("new"), &err) || place_count(&place) != 1)
			_exit(3);
		_exit(file_finish(&writer, &err) ? 0 : 4);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
	ck_assert(holds(place.path, STR("new")));
	ck_assert_int_eq(place_count(&place), 1);
	place_remove(&place, names, ROWS(names));
}
END_TEST

/* Whoever holds a file open reads what was written to it. */
START_TEST(test_a_file_that_is_held)
{
	char path[32], bytes[16];
	FILE *held = tmpfile();
	struct file_writer writer;
	struct err err;

	ck_assert_ptr_nonnull(held);
	snprintf(path, sizeof path, "/dev/fd/%d", fileno(held));
	ck_assert(file_create(&writer, path, &err));
	ck_assert(file_write_at(&writer, STR("world"), 6, &err));
	ck_assert(file_write_at(&writer, STR("hello "), 0, &err));
	ck_assert(file_finish(&writer, &err));
	ck_assert_uint_eq(fread(bytes, 1, sizeof bytes, held), 11);
	ck_assert_mem_eq(bytes, "hello world", 11);
	fclose(held);
}
END_TEST

START_TEST(test_what_cannot_be_created)
{
	struct file_writer writer;
	char longest[5000];
	struct err err;

	ck_assert(!file_create(&writer, "no such directory/a", &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	file_abandon(&writer);
	memset(longest, 'a', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	ck_assert(!file_create(&writer, longest, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	file_abandon(&writer);
}
END_TEST

START_TEST(test_what_cannot_be_opened)
{
	static const char *const names[] = { "pipe" };
	struct place place;
	struct file file;
	struct err err;

	place_make(&place);
	ck_assert(!file_open(&file, place_path(&place, "none"), &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	file_close(&file);
	ck_assert(!file_open(&file, place.name, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	ck_assert_int_eq(mkfifo(place_path(&place, "pipe"), 0600), 0);
	ck_assert(!file_open(&file, place.path, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	place_remove(&place, names, ROWS(names));
}
END_TEST

START_TEST(test_files_are_listed_in_byte_order)
{
	static const char *const want[] = { "B", "a/b/c", "a/d", "b", "\xc3\xa9" };
	static const char *const names[] = { "a/b/c", "a/b/.no", "a/b", "a/d",
		"a/.no/no", "a/.no", "a", "B", "b", ".no", "\xc3\xa9" };
	static const char *const files[] = { "b", "a/d", "a/b/c", "a/b/.no", "a/.no/no",
		".no", "B", "\xc3\xa9" };
	AUTO_ARENA arena = { 0 };
	struct place place;
	struct str *paths;
	size_t count;
	struct err err;

	place_make(&place);
	ck_assert(file_make_directory(place_path(&place, "a/b"), &err));
	ck_assert(file_make_directory(place_path(&place, "a/.no"), &err));
	for (size_t i = 0; i < ROWS(files); i++)
		ck_assert(file_save(place_path(&place, files[i]), STR("x"), &err));
	ck_assert(file_list(&arena, place.name, &paths, &count, &err));
	ck_assert_uint_eq(count, ROWS(want));
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(
		    str_equal(paths[i], str_of(want[i])), "%.*s", STR_ARG(paths[i]));
	place_remove(&place, names, ROWS(names));
}
END_TEST

START_TEST(test_listing_what_is_not_there)
{
	AUTO_ARENA arena = { 0 };
	struct place place;
	struct str *paths;
	size_t count;
	struct err err;

	place_make(&place);
	ck_assert(file_list(&arena, place.name, &paths, &count, &err));
	ck_assert_uint_eq(count, 0);
	ck_assert(!file_list(&arena, place_path(&place, "none"), &paths, &count, &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	place_remove(&place, NULL, 0);
}
END_TEST

START_TEST(test_making_directories)
{
	static const char *const names[] = { "a/b", "a", "f" };
	struct place place;
	struct err err;

	place_make(&place);
	ck_assert(file_make_directory(place_path(&place, "a/b"), &err));
	ck_assert(file_is_directory(place.path));
	ck_assert(file_make_directory(place.path, &err));
	ck_assert(file_save(place_path(&place, "f"), STR("x"), &err));
	ck_assert(!file_is_directory(place.path));
	ck_assert(!file_make_directory(place.path, &err));
	ck_assert(!file_make_directory(place_path(&place, "f/g"), &err));
	place_remove(&place, names, ROWS(names));
}
END_TEST

START_TEST(test_no_file_in_the_place_of_a_device)
{
	struct file_writer writer;
	struct err err;

	ck_assert(!file_create(&writer, "/dev/null", &err));
	ck_assert_str_eq(
	    err.text, "cannot write '/dev/null': it is not a regular file");
}
END_TEST

/* Two links to the directory itself would double the paths at every step down. */
START_TEST(test_list_does_not_go_round)
{
	AUTO_ARENA arena = { 0 };
	char directory[] = "/tmp/tartan-test-XXXXXX";
	struct str *paths;
	struct err err;
	size_t count;

	ck_assert(mkdtemp(directory) != NULL);
	struct str a = str_print(&arena, "%s/a", directory);
	struct str b = str_print(&arena, "%s/b", directory);
	struct str file = str_print(&arena, "%s/c.csv", directory);
	ck_assert(symlink(".", a.at) == 0 && symlink(".", b.at) == 0);
	ck_assert(file_save(file.at, STR("x"), &err));
	ck_assert(file_list(&arena, directory, &paths, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert(str_equal(paths[0], STR("c.csv")));
	unlink(a.at);
	unlink(b.at);
	unlink(file.at);
	rmdir(directory);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("file");

	tcase_add_test(tcase, test_what_is_saved_can_be_read);
	tcase_add_test(tcase, test_pieces_may_come_in_any_order);
	tcase_add_test(tcase, test_an_unfinished_file_is_not_seen);
	tcase_add_test(tcase, test_a_full_disk_leaves_nothing_behind);
	tcase_add_test(tcase, test_a_failed_renaming_leaves_nothing_behind);
	tcase_add_test(tcase, test_a_file_system_without_nameless_files);
	tcase_add_test(tcase, test_a_file_that_is_held);
	tcase_add_test(tcase, test_what_cannot_be_created);
	tcase_add_test(tcase, test_what_cannot_be_opened);
	tcase_add_test(tcase, test_files_are_listed_in_byte_order);
	tcase_add_test(tcase, test_listing_what_is_not_there);
	tcase_add_test(tcase, test_making_directories);
	tcase_add_test(tcase, test_no_file_in_the_place_of_a_device);
	tcase_add_test(tcase, test_list_does_not_go_round);
	return unit_run("file", tcase);
}
