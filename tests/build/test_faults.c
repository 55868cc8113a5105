#define _GNU_SOURCE /* unshare */
#include "build/build.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"
#include "folder_of.h"

#define HEADER                                                                         \
	"Indicator ID,Area Code,Sex,Time period,Value,Lower CI 95.0 limit,Upper CI "   \
	"95.0 limit,Count,Denominator\n"
#define GOOD "1,E92000001,Persons,2014,40,31,49,40,100\n"
#define BEFORE "1,E92000001,Persons,2015,"

/* What makes indicator 7 a proportion for certain: ten rows with Wilson's limits. */
#define SHARE(area) "7," area ",Persons,2015,40,33.46,46.92,80,200\n"
#define SHARES                                                                         \
	SHARE("E12000001")                                                             \
	SHARE("E12000002")                                                             \
	SHARE("E12000003")                                                             \
	SHARE("E12000004")                                                             \
	SHARE("E12000005")                                                             \
	SHARE("E12000006")                                                             \
	SHARE("E12000007")                                                             \
	SHARE("E12000008")                                                             \
	SHARE("E12000009")                                                             \
	SHARE("E92000001")

/* A view of a literal that may hold NUL. */
#define TEXT(literal)                                                                  \
	{                                                                              \
		"" literal, sizeof(literal) - 1                                        \
	}

/* One file a case; what is expected begins behind its name. The
 * file's name stands where there is '@'. */
static const struct {
	const char *name;
	struct str bytes;
	const char *wanted[3];
} cases[] = {
	{ "empty file", TEXT(""), { "1:1: fault: the file is empty; wanted a table" } },
	{ "header only", TEXT(HEADER),
	    { "1:1: fault: the file has a header but no rows; wanted rows of "
	      "figures" } },
	{ "binary file",
	    TEXT("\x7f"
		 "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\x03"),
	    { "0:0: fault: this looks like a binary file; wanted text in UTF-8" } },
	{ "unknown header", TEXT("colour,shape\nred,round\n"),
	    { "1:1: fault: unknown header 'colour', 'shape'; wanted in the first line "
	      "figures "
	      "('Indicator ID', 'Area Code', 'Time period', 'Value'), metadata or "
	      "areas; or an entry under 'tables' in definitions.yaml" } },
	{ "an essential column is missing",
	    TEXT("Indicator ID,Area Code,Sex,Time period,Count,Denominator\n"
		 "1,E92000001,Persons,2015,1,2\n"),
	    { "1:1: fault: column 'Value' is missing" } },
	{ "period and value are both missing",
	    TEXT("Indicator ID,Area Code,Area Type,Parent Code,When,Figure\n"
		 "1,E92000001,England,,2015,10\n"),
	    { "1:1: fault: column 'Time period' is missing",
		"1:1: fault: column 'Value' is missing" } },
	{ "a download that broke off within a value",
	    TEXT(HEADER GOOD "1,E92000001,Persons,2015,1"),
	    { "3:1: fault: the file ends within this row, after 5 of 9 cells; wanted a "
	      "complete download" } },
	{ "an essential column is misspelt",
	    TEXT("Indicator ID,Aera Code,Time period,Value\n1,E92000001,2015,1\n"),
	    { "1:14: fault: column 'Area Code' is missing; is 'Aera Code' meant for "
	      "it?" } },
	{ "value that is no number", TEXT(HEADER GOOD BEFORE "many,,,,\n"),
	    { "3:26: fault: value 'many' is not a number; wanted a number or an empty "
	      "cell" } },
	{ "negative count", TEXT(HEADER GOOD BEFORE "10,,,-1,10\n"),
	    { "3:31: fault: count '-1' is negative; wanted 0 or more" } },
	{ "denominator 0", TEXT(HEADER GOOD BEFORE "10,,,0,0\n"),
	    { "3:33: fault: denominator is 0 where there is a value; wanted more than "
	      "0" } },
	{ "lower limit above the value", TEXT(HEADER GOOD BEFORE "10,12,13,,\n"),
	    { "3:29: fault: lower 95 % limit '12' is above the value '10'; wanted it "
	      "at or below" } },
	{ "value above the upper limit", TEXT(HEADER GOOD BEFORE "10,7,8,,\n"),
	    { "3:31: fault: upper 95 % limit '8' is below the value '10'; wanted it at "
	      "or above" } },
	{ "count above the denominator of a proportion",
	    TEXT(HEADER SHARES "7,E06000001,Persons,2015,120,120,120,1200001,1e6\n"),
	    { "12:38: fault: count 1200001 is above the denominator 1000000 in a "
	      "proportion; wanted a count between 0 and the denominator" } },
	{ "unknown sex", TEXT(HEADER GOOD "1,E92000001,Sheep,2015,10,,,,\n"),
	    { "3:13: fault: unknown sex 'Sheep'; wanted 'Persons', 'Male', 'Female' or "
	      "'Not applicable'" } },
	{ "no period", TEXT(HEADER GOOD "1,E92000001,Persons,soon,10,,,,\n"),
	    { "3:21: fault: no period 'soon': wanted one such as '2015', '2015 - 17', "
	      "'2015/16', '2019 Q1' or 'Jan 2019'" } },
	{ "impossible year", TEXT(HEADER GOOD "1,E92000001,Persons,9015,10,,,,\n"),
	    { "3:21: fault: impossible period '9015': years are from 1801 to 2200" } },
	{ "unclosed quotation mark", TEXT(HEADER GOOD "1,\"E92000001,Persons\n"),
	    { "3:3: fault: the quotation mark is never closed" } },
	{ "NUL byte",
	    TEXT(HEADER GOOD "1,E92\0"
			     "00001,Persons,2015,10,,,,\n"),
	    { "3:6: fault: NUL byte within the text; wanted text in UTF-8" } },
	{ "invalid UTF-8", TEXT(HEADER GOOD "1,E92000001,\xc3\xa9\xe9,2015,10,,,,\n"),
	    { "3:14: fault: byte 0xE9 is not UTF-8, as other characters of the file "
	      "are; wanted UTF-8 throughout" } },
	{ "neither UTF-8 nor Windows-1252",
	    TEXT(HEADER GOOD "1,E92000001,\x81,2015,10,,,,\n"),
	    { "3:13: fault: byte 0x81 is neither UTF-8 nor Windows-1252; wanted "
	      "UTF-8" } },
	{ "conflicting repetitions",
	    TEXT(HEADER "8,E92000001,Persons,2015,40,31,49,40,100\n"
			"8,E92000001,Persons,2015,40,31,49,41,100\n"),
	    { "3:35: fault: indicator '8', area 'E92000001', period '2015' has other "
	      "figures at @:2; wanted one row, or the same figures in both" } },
	{ "conflicting repetitions behind wide characters and line feeds",
	    TEXT("Indicator Name,Area Code,Time period,Value\n"
		 "\"\xe2\x89\xa5 5\nyears\",E92000001,2015,1\n"
		 "\"\xe2\x89\xa5 5\nyears\",E92000001,2015,2\n"),
	    { "5:23: fault: indicator '\xe2\x89\xa5 5 years', area 'E92000001', period "
	      "'2015' has other figures at @:2; wanted one row, or the same figures "
	      "in both" } },
	{ "conflicting repetitions in Windows-1252 with old line ends",
	    TEXT("Indicator Name,Area Code,Time period,Value\r"
		 "Caf\xe9s,E92000001,2015,1\r\rCaf\xe9s,E92000001,2015,2\r"),
	    { "2:4: note: the text is not UTF-8; read as Windows-1252",
		"4:22: fault: indicator 'Caf\xc3\xa9s', area 'E92000001', period "
		"'2015' has other figures at @:2; wanted one row, or the same figures "
		"in both" } },
	{ "three faults of one file, in the order of lines",
	    TEXT(HEADER "9,E92000001,Persons,2015,1,,,,\n"
			"9,E12000001,Persons,2015,ten,,,,\n"
			"9,E92000001,Persons,2015,2,,,,\n"
			"9,E12000002,Sheep,2015,1,,,,\n"),
	    { "3:26: fault: value 'ten' is not a number; wanted a number or an empty "
	      "cell",
		"4:26: fault: indicator '9', area 'E92000001', period '2015' has other "
		"figures at @:2; wanted one row, or the same figures in both",
		"5:13: fault: unknown sex 'Sheep'; wanted 'Persons', 'Male', 'Female' "
		"or 'Not applicable'" } },
};

/* "x.csv:3:1: fault: ..." for each line a case wants. */
static uint64_t
print_wanted(struct buf *out, size_t number, const char *file)
{
	uint64_t faults = 0;

	for (size_t i = 0; i < 3 && cases[number].wanted[i]; i++) {
		struct str rest = str_of(cases[number].wanted[i]);
		faults += str_has(rest, STR(": fault: "));
		buf_print(out, "%s:", file);
		while (rest.at) {
			buf_add(out, str_cut(&rest, '@'));
			if (!rest.at)
				break;
			buf_add(out, str_of(file));
		}
		buf_add_char(out, '\n');
	}
	return faults;
}

/* Builds the folder, which has so many faults, and compares the report. */
static void
expect(const char *name, const struct folder_of *folder, uint64_t faults,
    const struct buf *wanted)
{
	AUTO_BUF got = { 0 };
	struct build build;
	struct err err;

	ck_assert_msg(!build_read(&build, folder->path, 0, &err), "%s: no fault", name);
	ck_assert_msg(err.fault == FAULT_INPUT, "%s: %s", name, err.text);
	folder_of_print(&got, &build.report);
	folder_of_compare(name, &got, wanted);
	ck_assert_msg(build.report.faults == faults, "%s: %llu faults", name,
	    (unsigned long long)build.report.faults);
	build_done(&build);
}

START_TEST(test_fault)
{
	AUTO_BUF wanted = { 0 };
	struct folder_of folder;
	uint64_t faults;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "good.csv", STR(HEADER GOOD));
	folder_of_add(&folder, "x.csv", cases[_i].bytes);
	faults = print_wanted(&wanted, (size_t)_i, "x.csv");
	expect(cases[_i].name, &folder, faults, &wanted);
	folder_of_remove(&folder);
}
END_TEST

START_TEST(test_all_faults_at_once)
{
	AUTO_BUF wanted = { 0 };
	struct folder_of folder;
	uint64_t faults = 0;
	char file[16];

	folder_of_nothing(&folder);
	folder_of_add(&folder, "good.csv", STR(HEADER GOOD));
	/* Cases with the same indicator would contradict each other. */
	for (size_t i = 0; i < ROWS(cases); i++) {
		snprintf(file, sizeof file, "%02zu.csv", i);
		folder_of_add(&folder, file, cases[i].bytes);
		faults += print_wanted(&wanted, i, file);
	}
	expect("all at once", &folder, faults, &wanted);
	folder_of_remove(&folder);
}
END_TEST

START_TEST(test_conflict_between_files)
{
	AUTO_BUF wanted = { 0 };
	struct folder_of folder;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "a/one.csv", STR(HEADER GOOD BEFORE "5,,,,\n"));
	folder_of_add(&folder, "b/two.csv", STR(HEADER BEFORE "6,,,,\n" GOOD));
	buf_print(&wanted, "b/two.csv:2:26: fault: indicator '1', area 'E92000001', "
			   "period '2015' has other figures at a/one.csv:3; wanted one "
			   "row, or the same figures in both\n");
	expect("two files", &folder, 1, &wanted);
	folder_of_remove(&folder);
}
END_TEST

/* A line of ten million bytes. */
START_TEST(test_long_line)
{
	enum { BYTES = 10 * 1000 * 1000 };
	AUTO_BUF bytes = { 0 }, wanted = { 0 };
	struct folder_of folder;

	folder_of_nothing(&folder);
	buf_add(&bytes, STR(HEADER GOOD BEFORE));
	memset(buf_room(&bytes, BYTES), 'x', BYTES);
	bytes.len += BYTES;
	buf_add(&bytes, STR("\n1,E92000001,Persons,2016,many,,,,\n"));
	folder_of_add(&folder, "x.csv", buf_str(&bytes));
	buf_print(&wanted,
	    "x.csv:3:26: fault: the cell is longer than 64 KiB; is a quotation mark "
	    "missing?\n"
	    "x.csv:4:26: fault: value 'many' is not a number; wanted a number or an "
	    "empty cell\n");
	expect("a line of 10 MB", &folder, 2, &wanted);
	folder_of_remove(&folder);
}
END_TEST

START_TEST(test_nothing_recognisable)
{
	AUTO_BUF wanted = { 0 };
	struct folder_of folder;
	struct str name;

	folder_of_nothing(&folder);
	if (_i)
		folder_of_add(&folder, "README.md", STR("# Nothing here\n"));
	name = str_of(folder.path + strlen(folder.path));
	while (name.at[-1] != '/')
		name = (struct str){ .at = name.at - 1, .len = name.len + 1 };
	buf_print(&wanted,
	    "%.*s:0:0: fault: no table of figures in the folder; wanted a Fingertips "
	    "data download or another CSV with indicator, area, period and value\n",
	    STR_ARG(name));
	expect("nothing recognisable", &folder, 1, &wanted);
	folder_of_remove(&folder);
}
END_TEST

START_TEST(test_no_folder)
{
	AUTO_ARENA arena = { 0 };
	struct folder_of folder;
	struct build build;
	struct err err;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "x.csv", STR(HEADER));
	ck_assert(
	    !build_read(&build, folder_of_path(&arena, &folder, "none"), 0, &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	build_done(&build);
	ck_assert(
	    !build_read(&build, folder_of_path(&arena, &folder, "x.csv"), 0, &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Whoever may read everything tries as somebody who may not. */
static void
expect_unreadable(const struct folder_of *folder, const struct buf *wanted)
{
	enum { NOBODY = 65534 };
	int status;
	pid_t child = fork();

	ck_assert_int_ge(child, 0);
	if (child == 0) {
		if (geteuid() == 0 && setuid(NOBODY) != 0)
			_exit(EXIT_FAILURE);
		expect("unreadable", folder, 2, wanted);
		_exit(EXIT_SUCCESS);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}

START_TEST(test_unreadable_files)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF wanted = { 0 };
	struct folder_of folder;
	const char *closed, *nowhere;

	folder_of_nothing(&folder);
	closed = folder_of_path(&arena, &folder, "closed.csv");
	nowhere = folder_of_path(&arena, &folder, "nowhere.csv");
	folder_of_add(&folder, "good.csv", STR(HEADER GOOD));
	folder_of_add(&folder, "closed.csv", STR(HEADER GOOD));
	ck_assert_int_eq(chmod(folder.path, 0755), 0);
	ck_assert_int_eq(chmod(closed, 0), 0);
	ck_assert_int_eq(symlink("no/such/file", nowhere), 0);
	buf_print(&wanted,
	    "closed.csv:0:0: fault: cannot open '%s': Permission denied; wanted a file "
	    "that can be read\n"
	    "nowhere.csv:0:0: fault: cannot open '%s': No such file or directory; "
	    "wanted a file that can be read\n",
	    closed, nowhere);
	expect_unreadable(&folder, &wanted);
	folder_of_remove(&folder);
}
END_TEST

/* A named pipe is not waited for, a release is no source. */
START_TEST(test_files_that_are_no_sources)
{
	AUTO_ARENA arena = { 0 };
	struct folder_of folder;
	struct build build;
	struct err err = { 0 };

	folder_of_nothing(&folder);
	folder_of_add(&folder, "good.csv", STR(HEADER GOOD));
	folder_of_add(&folder, ".hidden.csv", STR("no table\n"));
	ck_assert_int_eq(mkfifo(folder_of_path(&arena, &folder, "pipe.csv"), 0600), 0);
	for (int i = 0; i < 2; i++) {
		folder_of_read(&folder, &build, 0);
		ck_assert_uint_eq(build.report.count, 0);
		ck_assert_msg(
		    build_write(
			&build, folder_of_path(&arena, &folder, "own.tartan"), 0, &err),
		    "%s", err.text);
		build_done(&build);
	}
	folder_of_remove(&folder);
}
END_TEST

/* Of one file twenty faults are kept, and all are counted. */
START_TEST(test_limit_per_file)
{
	AUTO_BUF bad = { 0 };
	struct folder_of folder;
	struct build build;
	struct err err;
	uint32_t of_file[2] = { 0 };

	buf_add(&bad, STR(HEADER));
	for (int i = 0; i < 60; i++)
		buf_add(&bad, STR(BEFORE "?,,,,\n"));
	/* Found when all rows are together, so by another part of the program. */
	for (int i = 0; i < 41; i++)
		buf_print(&bad, "2,E92000001,Persons,2015,%d,,,,\n", i);
	folder_of_nothing(&folder);
	folder_of_add(&folder, "a.csv", buf_str(&bad));
	folder_of_add(&folder, "b.csv", STR(HEADER "3,E92000001,Sheep,2015,1,,,,\n"));
	ck_assert(!build_read(&build, folder.path, 0, &err));
	ck_assert_uint_eq(build.report.faults, 101);
	for (uint32_t i = 0; i < build.report.count; i++)
		of_file[str_equal(build.report.entries[i].place.file, STR("b.csv"))]++;
	ck_assert_uint_eq(of_file[0], REPORT_PER_FILE);
	ck_assert_uint_eq(of_file[1], 1);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Builds to a file in a folder where nothing can be stored. */
static void
write_to(const struct folder_of *source, const char *path)
{
	struct build build;
	struct err err = { 0 };

	folder_of_read(source, &build, 0);
	ck_assert(!build_write(&build, path, 0, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	ck_assert_msg(strstr(err.text, path), "%s", err.text);
	build_done(&build);
}

/* The files in a folder, hidden ones too. */
static uint64_t
links_in(const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct str *paths;
	struct err err;
	size_t count = 0;

	ck_assert(file_list(&arena, path, &paths, &count, &err));
	return count;
}

static void
expect_in_child(void (*test)(void))
{
	int status;
	pid_t child = fork();

	ck_assert_int_ge(child, 0);
	if (child == 0) {
		test();
		_exit(EXIT_SUCCESS);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}

static void
write_past_limit(void)
{
	const struct rlimit limit = { .rlim_cur = 100, .rlim_max = 100 };
	AUTO_ARENA arena = { 0 };
	struct folder_of source, target;

	folder_of_nothing(&source);
	folder_of_nothing(&target);
	folder_of_add(&source, "good.csv", STR(HEADER GOOD));
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	write_to(&source, folder_of_path(&arena, &target, "x.tartan"));
	ck_assert_uint_eq(links_in(target.path), 0);
	folder_of_remove(&source);
	folder_of_remove(&target);
}

/* A disk of one page for many rows, where the machine lets the test make one. */
static void
write_to_full_disk(void)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF bytes = { 0 };
	struct folder_of source, target;

	folder_of_nothing(&source);
	folder_of_nothing(&target);
	buf_add(&bytes, STR(HEADER));
	for (int i = 0; i < 1000; i++)
		buf_print(&bytes, "%d,E92000001,Persons,2015,%d,,,,\n", i, i);
	folder_of_add(&source, "good.csv", buf_str(&bytes));
	if (unshare(CLONE_NEWNS) == 0 &&
	    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
	    mount("none", target.path, "tmpfs", 0, "size=4096") == 0) {
		write_to(&source, folder_of_path(&arena, &target, "x.tartan"));
		ck_assert_uint_eq(links_in(target.path), 0);
		ck_assert_int_eq(umount(target.path), 0);
	}
	folder_of_remove(&source);
	folder_of_remove(&target);
}

START_TEST(test_no_room_leaves_nothing)
{
	expect_in_child(_i ? write_to_full_disk : write_past_limit);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("faults");

	tcase_set_timeout(tcase, 60);
	ADD_ROWS(tcase, test_fault, cases);
	tcase_add_test(tcase, test_all_faults_at_once);
	tcase_add_test(tcase, test_conflict_between_files);
	tcase_add_test(tcase, test_long_line);
	tcase_add_loop_test(tcase, test_nothing_recognisable, 0, 2);
	tcase_add_test(tcase, test_no_folder);
	tcase_add_test(tcase, test_unreadable_files);
	tcase_add_test(tcase, test_files_that_are_no_sources);
	tcase_add_test(tcase, test_limit_per_file);
	tcase_add_loop_test(tcase, test_no_room_leaves_nothing, 0, 2);
	return unit_run("build faults", tcase);
}
