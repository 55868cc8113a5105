#include "simulate/simulate.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "simulate/places.h"

#include "../unit.h"

/* A folder of the test's own, emptied and removed by clear_folder. */
static void
make_folder(char path[32])
{
	memcpy(path, "/tmp/tartan-simulate-XXXXXX", 28);
	ck_assert_ptr_nonnull(mkdtemp(path));
}

static void
clear_folder(const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct str *names;
	size_t count;
	struct err err;

	ck_assert(file_list(&arena, path, &names, &count, &err));
	for (size_t i = 0; i < count; i++)
		unlink(str_c(
		    &arena, str_print(&arena, "%s/%.*s", path, STR_ARG(names[i]))));
	rmdir(path);
}

/* Number made of the names and bytes of all files; counts lines of CSV. */
static uint64_t
folder_hash(const char *path, size_t *lines)
{
	AUTO_ARENA arena = { 0 };
	struct str *names;
	size_t count;
	struct err err;
	uint64_t hash = 0;

	ck_assert(file_list(&arena, path, &names, &count, &err));
	*lines = 0;
	for (size_t i = 0; i < count; i++) {
		struct file file;
		const char *full = str_c(
		    &arena, str_print(&arena, "%s/%.*s", path, STR_ARG(names[i])));
		ck_assert_msg(file_open(&file, full, &err), "%s", err.text);
		hash = hash * 31 + str_hash(names[i]);
		hash = hash * 31 + str_hash(file.bytes);
		for (size_t c = 0; c < file.bytes.len; c++)
			*lines +=
			    file.bytes.at[c] == '\n' && str_ends(names[i], STR(".csv"));
		file_close(&file);
	}
	return hash;
}

static uint64_t
simulate_hash(const struct simulate_options *options, struct simulate_result *result)
{
	char path[32];
	struct err err = { 0 };
	size_t lines;
	uint64_t hash;

	make_folder(path);
	ck_assert_msg(simulate_write(path, options, result, &err), "%s", err.text);
	hash = folder_hash(path, &lines);
	ck_assert_uint_eq(lines, result->rows + result->files);
	clear_folder(path);
	return hash;
}

static const struct {
	const char *name;
	struct simulate_options one, other;
	bool same;
} pairs[] = {
	{ "same seed, same bytes", { .seed = 5, .figures = 20000 },
	    { .seed = 5, .figures = 20000 }, true },
	{ "one thread or four", { .seed = 5, .figures = 20000, .threads = 1 },
	    { .seed = 5, .figures = 20000, .threads = 4 }, true },
	{ "other seed, other bytes", { .seed = 5, .figures = 20000 },
	    { .seed = 6, .figures = 20000 }, false },
	{ "one file or several", { .seed = 5, .figures = 150000 },
	    { .seed = 5, .figures = 150000, .one_file = true }, false },
};

START_TEST(test_reproducible)
{
	struct simulate_result one, other;
	uint64_t a = simulate_hash(&pairs[_i].one, &one);
	uint64_t b = simulate_hash(&pairs[_i].other, &other);

	ck_assert_msg((a == b) == pairs[_i].same, "%s", pairs[_i].name);
	ck_assert_msg(one.rows == other.rows, "%s: rows", pairs[_i].name);
}
END_TEST

/* Never fewer rows than asked for, and at most one indicator more. */
static const struct {
	const char *name;
	size_t figures, least, most, files, indicators;
} sizes[] = {
	{ "one figure is one indicator", 1, PLACES * 3, PLACES * 3, 1, 1 },
	{ "part of one domain", 20000, 20000, 35000, 1, 7 },
	{ "the example", 0, 200000, 210000, 5, 51 },
	{ "numbered ones added", 250000, 250000, 250000 + PLACES * 135, 6, 54 },
};

START_TEST(test_sizes)
{
	struct simulate_options options = { .seed = 1, .figures = sizes[_i].figures };
	struct simulate_result result;

	simulate_hash(&options, &result);
	ck_assert_msg(result.rows >= sizes[_i].least && result.rows <= sizes[_i].most,
	    "%s: %zu rows", sizes[_i].name, result.rows);
	ck_assert_msg(result.files == sizes[_i].files, "%s: %zu files", sizes[_i].name,
	    result.files);
	ck_assert_msg(result.indicators == sizes[_i].indicators, "%s: %zu indicators",
	    sizes[_i].name, result.indicators);
}
END_TEST

/* What a smaller folder holds, a bigger one of the same seed holds too. */
START_TEST(test_bigger_holds_smaller)
{
	AUTO_ARENA arena = { 0 };
	char small[32], big[32];
	struct simulate_options options = {
		.seed = 3, .figures = 3000, .one_file = true
	};
	struct simulate_result result;
	struct file few, many;
	struct err err;

	make_folder(small);
	make_folder(big);
	ck_assert(simulate_write(small, &options, &result, &err));
	options.figures = 30000;
	ck_assert(simulate_write(big, &options, &result, &err));
	ck_assert(file_open(
	    &few, str_c(&arena, str_print(&arena, "%s/figures.csv", small)), &err));
	ck_assert(file_open(
	    &many, str_c(&arena, str_print(&arena, "%s/figures.csv", big)), &err));
	ck_assert(str_starts(many.bytes, few.bytes));
	file_close(&few);
	file_close(&many);
	clear_folder(small);
	clear_folder(big);
}
END_TEST

START_TEST(test_refuses_full_directory)
{
	char path[32];
	struct simulate_options options = { .seed = 1, .figures = 1 };
	struct simulate_result result;
	struct err err = { 0 };

	make_folder(path);
	ck_assert(simulate_write(path, &options, &result, &err));
	ck_assert(!simulate_write(path, &options, &result, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_msg(strstr(err.text, "holds files already") != NULL, "%s", err.text);
	clear_folder(path);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("simulate");

	tcase_set_timeout(tcase, 120);
	ADD_ROWS(tcase, test_reproducible, pairs);
	ADD_ROWS(tcase, test_sizes, sizes);
	tcase_add_test(tcase, test_bigger_holds_smaller);
	tcase_add_test(tcase, test_refuses_full_directory);
	return unit_run("simulate", tcase);
}
