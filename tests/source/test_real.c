/* Reads the published files that the project was built on, where they are at hand: the
 * folder is the first argument. They are not part of the project. */
#include <stdio.h>

#include "../unit.h"
#include "base/file.h"
#include "source/figures.h"
#include "source/kind.h"

static int
skip(const char *why)
{
	printf("1..0 # SKIP %s\n", why);
	return EXIT_SUCCESS;
}

/* One line of TAP for one file: that it is known, and read without a fault. */
static bool
read_file(struct str path, struct str bytes, size_t number)
{
	struct source_file file = { .path = path, .bytes = bytes };
	struct report report = { 0 };
	enum source_kind kind = kind_of(&file, &report);
	size_t count = 0, rows = 0;
	struct batch *batches = NULL;

	if (kind == KIND_FIGURES)
		figures_read(&file, 1, 0, &batches, &count);
	for (size_t i = 0; i < count; i++) {
		rows += batches[i].row_count;
		report_join(&report, &batches[i].report);
	}
	bool good = report.faults == 0 && (kind != KIND_FIGURES || rows > 0);
	printf("%sok %zu - %.*s: %s, %zu rows\n", good ? "" : "not ", number,
	    STR_ARG(path), kind_word(kind), rows);
	for (uint32_t i = 0; i < report.count; i++)
		printf("# %llu:%u: %.*s\n",
		    (unsigned long long)report.entries[i].place.line,
		    report.entries[i].place.column, STR_ARG(report.entries[i].text));
	report_done(&report);
	while (count)
		batch_done(&batches[--count]);
	free(batches);
	return good;
}

int
main(int argc, char **argv)
{
	AUTO_ARENA arena = { 0 };
	struct str *paths;
	size_t count;
	struct err err;
	bool good = true;

	if (argc < 2 || !file_is_directory(argv[1]))
		return skip("the published files are not here");
	if (!file_list(&arena, argv[1], &paths, &count, &err))
		return skip(err.text);
	printf("1..%zu\n", count);
	for (size_t i = 0; i < count; i++) {
		struct str path =
		    str_print(&arena, "%s/%.*s", argv[1], STR_ARG(paths[i]));
		struct file file = { 0 };
		if (!file_open(&file, str_c(&arena, path), &err)) {
			printf("not ok %zu - %s\n", i + 1, err.text);
			good = false;
			continue;
		}
		good = read_file(paths[i], file.bytes, i + 1) && good;
		file_close(&file);
	}
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
