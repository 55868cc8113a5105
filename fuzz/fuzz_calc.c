/* fuzz/fuzz_calc.c - any bytes as a table for any method: never a crash, as many rows
 * of as many cells in the answer as it says, and no blank without a note.
 *
 * The first byte chooses the method, the second the switches below, the third the words
 * of the method's own options. */
#define _GNU_SOURCE
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "calc/calc.h"
#include "calc/feed.h"
#include "source/csv.h"

enum {
	SWITCH_GROUPS = 1,
	SWITCH_LEVELS = 2,
	SWITCH_HEADER = 4 /* a header that fits the method stands before the rest */
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A file that is only in memory, at its beginning. */
static int
file_of(struct str bytes)
{
	int fd = memfd_create("table", MFD_CLOEXEC);
	ssize_t written = write(fd, bytes.at, bytes.len);
	off_t from = lseek(fd, 0, SEEK_SET);

	assert(fd >= 0 && written == (ssize_t)bytes.len && from == 0);
	return fd;
}

static void
set(struct calc_request *request, const char *option, const char *value)
{
	struct err err;
	bool fine = calc_request_set(request, option, value, &err);

	assert(fine);
}

/* Words of options by the bits; numbers that keep a run short. The published way of
 * funnels takes seconds, and is for tests. */
static void
choose(struct calc_request *request, unsigned switches, unsigned words)
{
	const struct calc_method *method = request->method;

	for (size_t i = 0; i < calc_choices(method); i++) {
		const struct calc_choice *choice = &method->choices[i];
		unsigned count = 0;
		while (choice->words && choice->words[count])
			count++;
		if (count && strcmp(choice->name, "way") != 0)
			set(request, choice->name, choice->words[words % count]);
		if (count)
			words /= count;
		if (strcmp(choice->name, "repetitions") == 0)
			set(request, choice->name, "1000");
		if (strcmp(choice->name, "nquantiles") == 0)
			set(request, choice->name, "2");
	}
	if (switches & SWITCH_GROUPS && calc_groups(method))
		set(request, "by", "g");
	if (switches & SWITCH_LEVELS && calc_sets(method))
		set(request, "confidence", "95,99.8");
}

static void
add_header(struct buf *table, const struct calc_method *method)
{
	for (size_t i = 0; i < calc_columns(method); i++)
		buf_print(table, "%s,", method->columns[i].name);
	buf_add(table, STR("g\n"));
}

/* Whether there is an answer, and what. */
static bool
compute(const struct calc_request *request, struct str table, struct buf *answer,
    struct calc_tally *tally)
{
	struct report report = { 0 };
	struct err err = { 0 };
	char *bytes = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&bytes, &len);
	int fd = file_of(table);
	bool fine = calc_run(request, fd, "table", out, "answer", tally, &report, &err);

	assert(fine || err.fault == FAULT_INPUT || err.fault == FAULT_USAGE);
	assert(fine || str_utf8_until(str_of(err.text)) == strlen(err.text));
	fclose(out);
	close(fd);
	buf_add(answer, (struct str){ bytes, len });
	free(bytes);
	report_done(&report);
	return fine;
}

/* Cells of the first record. */
static size_t
count_columns(struct str table)
{
	struct csv *csv = memory_take(1, sizeof *csv);
	struct report report = { 0 };
	struct feed feed;
	struct str text;
	struct err err;
	uint64_t line;
	size_t count;
	char end;
	int fd = file_of(table);

	feed_init(&feed, fd, "table");
	bool fine = feed_next(&feed, SIZE_MAX, &text, &line, &end, &err);
	assert(fine);
	csv_init(csv, text, end, line, STR("table"), &report);
	fine = csv_next(csv);
	assert(fine);
	count = csv->count;
	feed_done(&feed);
	close(fd);
	free(csv);
	report_done(&report);
	return count;
}

/* How many columns stand before the computed ones. */
static size_t
count_lead(const struct calc_request *request, struct str table)
{
	const struct calc_method *method = request->method;

	if (method->shape == CALC_PLACED ||
	    (method->shape == CALC_EACH && !request->by_count))
		return count_columns(table);
	return request->by_count + (method->sums ? calc_columns(method) : 0);
}

/* Every row has a cell in each column, and an empty one has a note. */
static void
check_answer(const struct calc_request *request, struct str table, struct str answer,
    uint64_t rows)
{
	struct csv *csv = memory_take(1, sizeof *csv);
	struct report report = { 0 };
	size_t lead = count_lead(request, table), columns;

	assert(str_utf8_until(answer) == answer.len);
	csv_init(csv, answer, '\n', 1, STR("answer"), &report);
	bool fine = csv_next(csv);
	assert(fine);
	columns = csv->count;
	for (; csv_next(csv); rows--) {
		assert(rows > 0 && csv->count == columns);
		bool noted = columns > CSV_CELLS || csv->cells[columns - 1].len > 0;
		for (size_t i = lead; !noted && i + 1 < columns; i++)
			assert(csv->cells[i].len > 0);
	}
	assert(rows == 0 && report.faults == 0);
	free(csv);
	report_done(&report);
}

/* All portions of a table, one behind the other; false when it is refused. */
static bool
join_portions(struct str table, size_t piece, size_t wanted, struct buf *joined)
{
	struct str portion = { .len = 1 };
	struct feed feed;
	struct err err;
	uint64_t line;
	char end;
	bool fine = true;
	int fd = file_of(table);

	feed_init(&feed, fd, "table");
	feed.piece = piece;
	while (fine && portion.len) {
		fine = feed_next(&feed, wanted, &portion, &line, &end, &err);
		if (fine)
			buf_add(joined, portion);
	}
	feed_done(&feed);
	close(fd);
	return fine;
}

static void
compare_portions(struct str table, size_t piece)
{
	AUTO_BUF whole = { 0 }, cut = { 0 };
	bool fine = join_portions(table, table.len + 1, SIZE_MAX, &whole);
	bool fine_cut = join_portions(table, piece, piece, &cut);

	assert(fine == fine_cut);
	assert(!fine || str_equal(buf_str(&whole), buf_str(&cut)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO_BUF table = { 0 }, answer = { 0 }, json = { 0 };
	struct calc_tally tally, other;
	struct calc_request request;

	if (size < 3)
		return 0;
	calc_request_init(&request, calc_method_at(data[0] % calc_method_count()));
	choose(&request, data[1], data[2]);
	if (data[1] & SWITCH_HEADER)
		add_header(&table, request.method);
	buf_add(&table, (struct str){ (const char *)data + 3, size - 3 });
	compare_portions(buf_str(&table), 1 + data[2] % 64);
	bool fine = compute(&request, buf_str(&table), &answer, &tally);
	if (fine)
		check_answer(&request, buf_str(&table), buf_str(&answer), tally.rows);
	request.json = true;
	bool fine_json = compute(&request, buf_str(&table), &json, &other);
	assert(fine == fine_json);
	assert(tally.rows == other.rows && tally.noted == other.noted);
	assert(!fine || str_ends(buf_str(&json), STR("]\n")));
	assert(str_utf8_until(buf_str(&json)) == json.len);
	return 0;
}
