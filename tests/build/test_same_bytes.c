/* The same folder gives the same bytes. */
#include "build/build.h"

#include <stdio.h>
#include <stdlib.h>

#include "../unit.h"
#include "base/file.h"
#include "build/collect.h"
#include "folder_of.h"
#include "source/figures.h"

enum { FILES = 7, ROWS_OF_FILE = 300 };

#define HEADER                                                                         \
	"Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area "          \
	"Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI "    \
	"95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,Compared to "     \
	"England value or percentiles\n"

/* Rows that differ in every way rows can, some of them in several files. */
static void
write_row(struct buf *out, unsigned long long *random)
{
	static const char *const ages[] = { "5 yrs", "<18 yrs", "School age" };
	static const char *const words[] = { "", "Better", "Worse", "Similar" };
	unsigned indicator = (unsigned)(unit_random(random) % 9);
	unsigned area = (unsigned)(unit_random(random) % 40);
	unsigned year = 2001 + (unsigned)(unit_random(random) % 12);
	/* The figure follows from its key, so that repetitions agree. */
	unsigned count = (indicator * 7919 + area * 104729 + year * 31) % 900;

	buf_print(out, "%u,\"Indicator, number %u\",E120000%02u,Region %u,", indicator,
	    indicator, area % 9 + 1, area % 9 + 1);
	buf_print(out, "E0600%04u,\"Area\n%u\",%s,Persons,%s,,,", area, area,
	    area % 2 ? "County & UA" : "District & UA", ages[count % 3]);
	buf_print(out, "%u/%02u,", year, (year + 1) % 100);
	if (count % 10)
		buf_print(out, "%u.%u,%u,%u,%u,1000,%s,%s\n", count / 10, count % 10,
		    count / 20, count / 5 + 1, count, count % 4 ? "" : "A note",
		    words[count % 4]);
	else
		buf_print(out, ",,,,,Value suppressed %u,\n", count % 50);
}

static void
write_figures(struct buf *out, size_t number)
{
	unsigned long long random = number / 2; /* files in pairs share their rows */

	buf_add(out, STR(HEADER));
	for (int i = 0; i < ROWS_OF_FILE; i++)
		write_row(out, &random);
}

static void
file_name(size_t number, char name[16])
{
	snprintf(name, 16, "%s%zu.csv", number % 3 ? "" : "sub/", number);
}

/* step has no common factor with FILES: the order in which files are made. */
static void
write_folder(const struct folder_of *folder, size_t step)
{
	char name[16];

	for (size_t i = 0; i < FILES; i++) {
		AUTO_BUF bytes = { 0 };
		size_t number = i * step % FILES;
		write_figures(&bytes, number);
		file_name(number, name);
		folder_of_add(folder, name, buf_str(&bytes));
	}
	folder_of_add(folder, "tartan.yaml",
	    STR("title: The same\narea types: [District & UA]\ndomains:\n  - name: "
		"One\n    indicators: [5, 3]\n"));
}

static void
build_to(const struct folder_of *folder, size_t threads, struct buf *release)
{
	AUTO_ARENA arena = { 0 };
	struct folder_of target;
	struct build build;
	struct file file;
	struct err err = { 0 };
	const char *path;

	folder_of_nothing(&target);
	path = folder_of_path(&arena, &target, "x.tartan");
	folder_of_read(folder, &build, threads);
	ck_assert_msg(build_write(&build, path, threads, &err), "%s", err.text);
	ck_assert_msg(file_open(&file, path, &err), "%s", err.text);
	buf_add(release, file.bytes);
	file_close(&file);
	build_done(&build);
	folder_of_remove(&target);
}

static const struct {
	const char *name;
	size_t threads, step;
} runs[] = {
	{ "one thread", 1, 1 },
	{ "two threads", 2, 1 },
	{ "five threads", 5, 1 },
	{ "all cores", 0, 1 },
	{ "files made in another order", 2, 3 },
	{ "files made backwards", 5, 6 },
};

START_TEST(test_same_bytes)
{
	AUTO_BUF first = { 0 }, again = { 0 };
	struct folder_of folder;

	folder_of_nothing(&folder);
	write_folder(&folder, 1);
	build_to(&folder, 1, &first);
	folder_of_remove(&folder);
	folder_of_nothing(&folder);
	write_folder(&folder, runs[_i].step);
	build_to(&folder, runs[_i].threads, &again);
	folder_of_remove(&folder);
	ck_assert_msg(first.len > 10000, "%zu bytes", first.len);
	ck_assert_msg(str_equal(buf_str(&first), buf_str(&again)), "%s", runs[_i].name);
}
END_TEST

/* All that collecting comes to, as text. */
static void
print_series(struct buf *out, const struct collection *c)
{
	for (uint32_t s = 0; s < c->series_count; s++) {
		const struct collected_series *series = &c->series[s];
		buf_print(out, "%.*s | %.*s | %u | %.*s | %.*s | %x\n",
		    STR_ARG(c->indicators[series->indicator].key),
		    STR_ARG(c->types[series->area_type]), series->sex,
		    STR_ARG(c->ages[series->age]),
		    STR_ARG(c->categories[series->category]), series->columns);
		for (uint32_t r = 0; r < series->row_count; r++) {
			const struct row *row = collected_row(c, series->rows[r]);
			struct place place = collected_place(c, series->rows[r]);
			uint32_t cell = series->cells[r];
			buf_print(out, "  %.*s %.*s %.*s:%llu ",
			    STR_ARG(c->areas[series->areas[cell / series->period_count]]
					.code),
			    STR_ARG(
				c->periods[series->periods[cell % series->period_count]]
				    .label),
			    STR_ARG(place.file), (unsigned long long)place.line);
			buf_add_number(out, row->numbers[COLUMN_VALUE]);
			buf_print(out, " %u\n",
			    c->note_numbers[series->rows[r].batch][row->note]);
		}
	}
}

static void
print_collection(struct buf *out, const struct collection *c)
{
	for (uint32_t i = 0; i < c->indicator_count; i++)
		buf_print(out, "%.*s %.*s\n", STR_ARG(c->indicators[i].key),
		    STR_ARG(c->indicators[i].name));
	for (uint32_t i = 0; i < c->area_count; i++)
		buf_print(out, "%.*s %.*s\n", STR_ARG(c->areas[i].code),
		    STR_ARG(c->areas[i].name));
	for (uint32_t i = 0; i < c->note_count; i++)
		buf_print(out, "%.*s\n", STR_ARG(c->notes[i]));
	for (uint32_t i = 0; i < c->relation_count; i++)
		buf_print(out, "%u %u %u\n", c->relations[i].type,
		    c->relations[i].parent, c->relations[i].area);
	buf_print(out, "%llu rows, %llu repeated\n", (unsigned long long)c->rows,
	    (unsigned long long)c->repeated);
	print_series(out, c);
}

static void
collect_pieces(
    const struct buf *texts, size_t piece_bytes, size_t threads, struct buf *out)
{
	struct source_file files[FILES];
	struct str paths[FILES];
	char names[FILES][16];
	struct report report = { 0 };
	struct collection collection;
	struct batch *batches;
	size_t count;

	for (size_t i = 0; i < FILES; i++) {
		file_name(i, names[i]);
		paths[i] = str_of(names[i]);
		files[i] = (struct source_file){
			.path = paths[i],
			.bytes = buf_str(&texts[i]),
			.number = (uint32_t)i,
		};
	}
	figures_read_cut(files, FILES, threads, piece_bytes, &batches, &count);
	for (size_t i = 0; i < count; i++)
		report_join(&report, &batches[i].report);
	collect(&collection, batches, count, paths, threads, &report);
	print_collection(out, &collection);
	folder_of_print(out, &report);
	collection_done(&collection);
	while (count)
		batch_done(&batches[--count]);
	free(batches);
	report_done(&report);
}

static const struct {
	const char *name;
	size_t piece_bytes, threads;
} cuts[] = {
	{ "pieces of a row", 100, 1 },
	{ "pieces of a row on two threads", 100, 2 },
	{ "pieces of some rows", 1000, 5 },
	{ "two pieces a file", 20000, 2 },
};

/* Rows, names and notes about names do not depend on where files are cut. */
START_TEST(test_same_collection)
{
	AUTO_BUF whole = { 0 }, cut = { 0 };
	struct buf texts[FILES] = { 0 };

	for (size_t i = 0; i < FILES; i++) {
		write_figures(&texts[i], i);
		buf_print(&texts[i],
		    "90,Name in file %zu,,,E06000090,Name of file "
		    "%zu,County & UA,Male,5 yrs,,,%zu,1,,,,,,\n",
		    i, i, 1900 + i);
	}
	collect_pieces(texts, 1 << 20, 1, &whole);
	collect_pieces(texts, cuts[_i].piece_bytes, cuts[_i].threads, &cut);
	ck_assert(str_has(buf_str(&whole), STR("note: indicator '90' is called")));
	ck_assert(str_has(buf_str(&whole), STR("note: area 'E06000090' is called")));
	folder_of_compare(cuts[_i].name, &cut, &whole);
	for (size_t i = 0; i < FILES; i++)
		buf_done(&texts[i]);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("same bytes");

	tcase_set_timeout(tcase, 60);
	ADD_ROWS(tcase, test_same_bytes, runs);
	ADD_ROWS(tcase, test_same_collection, cuts);
	return unit_run("build same bytes", tcase);
}
