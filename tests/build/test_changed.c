/* Sources that somebody writes to while they are read give no release. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../unit.h"
#include "build/folder.h"
#include "folder_of.h"

#define TABLE                                                                          \
	"Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Time "      \
	"period,Value\n"                                                               \
	"1,First,E92000001,England,England,Persons,5 yrs,2015,10\n"

static void
write_over(const char *path)
{
	int fd = open(path, O_WRONLY);

	ck_assert_int_eq(pwrite(fd, "2", 1, sizeof TABLE - 3), 1);
	ck_assert_int_eq(close(fd), 0);
}

static void
append(const char *path)
{
	int fd = open(path, O_WRONLY | O_APPEND);

	ck_assert_int_eq(write(fd, "\n", 1), 1);
	ck_assert_int_eq(close(fd), 0);
}

static void
replace(const char *path)
{
	struct err err;

	ck_assert(file_save(path, STR(TABLE "\n"), &err));
}

static void
take_away(const char *path)
{
	ck_assert_int_eq(unlink(path), 0);
}

static void
leave(const char *path)
{
	ck_assert_int_eq(access(path, R_OK), 0);
}

/* What is done to a file, and whether what was read of it can still be relied on. */
static const struct {
	const char *name;
	void (*harm)(const char *path);
	bool settled;
} harms[] = {
	{ "left alone", leave, true },
	{ "written over in place", write_over, false },
	{ "appended to", append, false },
	{ "replaced by another file", replace, true },
	{ "taken away", take_away, true },
};

/* So that a write in the same tick of the clock is not taken for none. */
static void
make_older(const char *path)
{
	const struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };

	ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

START_TEST(test_folder)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct folder_of place;
	struct folder folder;
	struct err err = { 0 };

	folder_of_nothing(&place);
	folder_of_add(&place, "x.csv", STR(TABLE));
	make_older(folder_of_path(&arena, &place, "x.csv"));
	ck_assert(folder_open(&folder, place.path, &report, &err));
	harms[_i].harm(folder_of_path(&arena, &place, "x.csv"));
	ck_assert_msg(folder_is_settled(&folder, &err) == harms[_i].settled, "%s",
	    harms[_i].name);
	if (!harms[_i].settled) {
		ck_assert_str_eq(err.text, "'x.csv' changed while it was read");
		ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	}
	folder_close(&folder);
	report_done(&report);
	folder_of_remove(&place);
}
END_TEST

/* The release is written after the figures have been read. */
START_TEST(test_release)
{
	AUTO_ARENA arena = { 0 };
	struct folder_of place;
	struct build build;
	struct err err = { 0 };
	const char *path, *output;

	folder_of_nothing(&place);
	folder_of_add(&place, "in/x.csv", STR(TABLE));
	path = folder_of_path(&arena, &place, "in/x.csv");
	output = folder_of_path(&arena, &place, "out.tartan");
	make_older(path);
	ck_assert_msg(build_read(&build, folder_of_path(&arena, &place, "in"), 1, &err),
	    "%s", err.text);
	harms[_i].harm(path);
	ck_assert_msg(build_write(&build, output, 1, &err) == harms[_i].settled, "%s",
	    harms[_i].name);
	ck_assert_msg(
	    (access(output, F_OK) == 0) == harms[_i].settled, "%s", harms[_i].name);
	build_done(&build);
	folder_of_remove(&place);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("changed");

	ADD_ROWS(tcase, test_folder, harms);
	ADD_ROWS(tcase, test_release, harms);
	return unit_run("build changed", tcase);
}
