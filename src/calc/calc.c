#include "calc/calc.h"

#include <math.h>
#include <stdlib.h>

#include "calc/answer.h"
#include "calc/feed.h"
#include "calc/gather.h"

enum { PORTION_BYTES = 1024 * 1024 };

/* Everything about one table on its way through a method. */
struct calc {
	const struct calc_request *request;
	const char *name;
	struct report *report;
	struct calc_tally *tally;
	struct arena arena, scratch;
	struct arena reasons; /* of a portion, or of the whole table */
	struct feed feed;
	struct csv csv;
	struct sheet sheet;
	struct calc_answer answer;
	struct calc_settings settings;
	struct calc_result *results; /* room for those of the largest group */
};

static void
clear_result(struct calc_result *result)
{
	for (size_t i = 0; i < CALC_NUMBERS; i++)
		result->numbers[i] = (double)NAN;
	for (size_t set = 0; set < CALC_SETS; set++)
		for (size_t level = 0; level < CALC_LEVELS; level++)
			result->limits[set][level] =
			    (struct calc_limits){ (double)NAN, (double)NAN };
	for (size_t i = 0; i < CALC_WORDS; i++)
		result->words[i] = NULL;
	result->note = NULL;
}

static struct calc_result
no_result(const char *why)
{
	struct calc_result result;

	clear_result(&result);
	result.note = why;
	return result;
}

static struct calc_row
no_row(void)
{
	struct calc_row row = { 0 };

	for (size_t i = 0; i < CALC_COLUMNS; i++)
		row.in[i] = (double)NAN;
	return row;
}

static void
add_row(struct calc *calc, const struct str *groups, const double *sums,
    const struct calc_result *result)
{
	calc_answer_row(&calc->answer, &calc->csv, groups, sums, result);
	calc->tally->rows++;
	calc->tally->noted += result->note != NULL;
}

/* Arithmetic on numbers near the end of their range leaves it; such cells are empty. */
static void
note_endless(const struct calc *calc, struct calc_result *result)
{
	bool endless = false;

	for (size_t i = 0; i < CALC_NUMBERS; i++)
		endless |= isinf(result->numbers[i]) != 0;
	for (size_t set = 0; set < CALC_SETS; set++)
		for (size_t level = 0; level < calc->settings.levels; level++)
			endless |= isinf(result->limits[set][level].lower) ||
				   isinf(result->limits[set][level].upper);
	if (endless && !result->note)
		result->note = "a figure is beyond the range of numbers";
}

static const char *
keep_reason(struct calc *calc, const struct err *err)
{
	return str_c(&calc->reasons, str_of(err->text));
}

/* Computes rows that belong together; where they have no answer every result says why.
 */
static size_t
compute(struct calc *calc, const struct calc_row *rows, size_t count)
{
	const struct calc_method *method = calc->request->method;
	size_t made = method->shape == CALC_PLACED  ? count
		      : method->shape == CALC_TABLE ? CALC_TABLE_MOST
						    : 1;
	struct err err = { 0 };

	for (size_t i = 0; i < made; i++)
		clear_result(&calc->results[i]);
	if (!method->compute(&calc->scratch, &calc->settings, rows, count,
		calc->results, &made, &err)) {
		struct calc_result none = no_result(keep_reason(calc, &err));
		made = method->shape == CALC_PLACED ? count : 1;
		for (size_t i = 0; i < made; i++)
			calc->results[i] = none;
	}
	for (size_t i = 0; i < made; i++)
		note_endless(calc, &calc->results[i]);
	arena_done(&calc->scratch);
	return made;
}

/* A portion of rows that stand alone. */
static void
stream_portion(struct calc *calc)
{
	struct err err;

	while (csv_next(&calc->csv)) {
		struct calc_row row;
		if (sheet_row(&calc->sheet, &calc->scratch, calc->request, &calc->csv,
			&row, &err))
			compute(calc, &row, 1);
		else
			calc->results[0] = no_result(keep_reason(calc, &err));
		add_row(calc, NULL, NULL, &calc->results[0]);
	}
	arena_done(&calc->scratch);
	arena_done(&calc->reasons);
}

/* Ends early when the answer cannot be written. */
static bool
stream(struct calc *calc, struct err *err)
{
	struct str portion;
	uint64_t line;
	char end;

	for (;;) {
		stream_portion(calc);
		if (calc->answer.broken)
			return true;
		if (!feed_next(&calc->feed, PORTION_BYTES, &portion, &line, &end, err))
			return false;
		if (portion.len == 0)
			return true;
		csv_init(
		    &calc->csv, portion, end, line, str_of(calc->name), calc->report);
	}
}

/* The first reason why a group cannot be computed as a whole, and where. */
static const char *
group_fault(struct calc *calc, const struct gathered *g, size_t group)
{
	for (size_t i = g->first[group]; i < g->first[group + 1]; i++) {
		const struct gathered_row *row = &g->rows[g->members[i]];
		if (row->fault)
			return str_print(&calc->reasons, "line %llu: %s",
			    (unsigned long long)row->line, row->fault)
			    .at;
	}
	return NULL;
}

/* Rows of a group side by side, those that cannot be read left out. */
static size_t
line_up(const struct gathered *g, size_t group, struct calc_row *rows)
{
	size_t count = 0;

	for (size_t i = g->first[group]; i < g->first[group + 1]; i++)
		if (!g->rows[g->members[i]].fault)
			rows[count++] = g->rows[g->members[i]].row;
	return count;
}

/* The columns of a group added up: one row, as if the group were one area. */
static struct calc_row
sum_rows(const struct calc_method *method, const struct calc_row *rows, size_t count)
{
	struct calc_row sum = { 0 };

	for (size_t i = 0; i < count; i++)
		for (size_t c = 0; c < calc_columns(method); c++)
			sum.in[c] += rows[i].in[c];
	return sum;
}

static void
answer_group(
    struct calc *calc, const struct gathered *g, size_t group, struct calc_row *rows)
{
	const struct calc_method *method = calc->request->method;
	size_t by_count = calc->request->by_count, made = 1;
	const struct str *cells = by_count ? g->cells + group * by_count : NULL;
	const char *fault = group_fault(calc, g, group);
	size_t count = line_up(g, group, rows);
	struct calc_row sum = fault ? no_row() : sum_rows(method, rows, count);

	if (fault)
		calc->results[0] = no_result(fault);
	else
		made =
		    method->sums ? compute(calc, &sum, 1) : compute(calc, rows, count);
	for (size_t i = 0; i < made; i++)
		add_row(calc, cells, sum.in, &calc->results[i]);
}

/* Results of rows go back to where the rows stand in the table. */
static void
place_group(struct calc *calc, const struct gathered *g, size_t group,
    struct calc_row *rows, struct calc_result *placed)
{
	const char *common =
	    calc->request->method->together ? group_fault(calc, g, group) : NULL;
	size_t next = 0;

	if (!common)
		compute(calc, rows, line_up(g, group, rows));
	for (size_t i = g->first[group]; i < g->first[group + 1]; i++) {
		const char *own = g->rows[g->members[i]].fault;
		placed[g->members[i]] = own      ? no_result(own)
					: common ? no_result(common)
						 : calc->results[next++];
	}
}

/* The table once more, each row with its result. */
static void
answer_placed(struct calc *calc, const struct gathered *g, struct calc_row *rows,
    struct str text, char end)
{
	struct calc_result *placed = memory_take(g->count, sizeof *placed);
	struct report told = { 0 }; /* the same faults as before */

	for (size_t group = 0; group < g->group_count; group++)
		place_group(calc, g, group, rows, placed);
	csv_init(&calc->csv, text, end, 1, str_of(calc->name), &told);
	if (csv_next(&calc->csv)) /* the header */
		for (size_t i = 0; csv_next(&calc->csv); i++)
			add_row(calc, NULL, NULL, &placed[i]);
	report_done(&told);
	free(placed);
}

static void
answer_gathered(struct calc *calc, struct str text, char end)
{
	struct gathered g;
	struct calc_row *rows;

	gather_rows(&g, &calc->arena, calc->request, &calc->sheet, &calc->csv);
	rows = memory_take(g.largest, sizeof *rows);
	if (g.largest > CALC_TABLE_MOST)
		calc->results =
		    memory_grow(calc->results, g.largest, sizeof *calc->results);
	if (calc->request->method->shape == CALC_PLACED)
		answer_placed(calc, &g, rows, text, end);
	else
		for (size_t group = 0; group < g.group_count; group++)
			answer_group(calc, &g, group, rows);
	free(rows);
	gathered_done(&g);
}

/* Reads the header and sets up the answer. */
static bool
begin(struct calc *calc, bool alone, FILE *out, const char *out_name, struct err *err)
{
	const struct calc_request *request = calc->request;
	enum calc_shape shape = request->method->shape;

	if (!csv_next(&calc->csv))
		return err_set(err, FAULT_INPUT,
		    "'%s' is empty; wanted a header and rows", calc->name);
	if (!sheet_read(
		&calc->sheet, &calc->arena, request, &calc->csv, calc->name, err))
		return false;
	struct str header = str_slice(calc->csv.text, 0, calc->csv.at);
	calc->answer = (struct calc_answer){
		.file = out,
		.name = out_name,
		.request = request,
		.sheet = &calc->sheet,
		.whole = alone || shape == CALC_PLACED,
		.summed = shape == CALC_EACH && !alone,
		.line_end = str_ends(header, STR("\r\n")) ? "\r\n" : "\n",
	};
	calc_answer_begin(&calc->answer);
	return true;
}

static bool
run(struct calc *calc, FILE *out, const char *out_name, struct err *err)
{
	const struct calc_request *request = calc->request;
	bool alone = request->method->shape == CALC_EACH && request->by_count == 0;
	size_t wanted = alone ? PORTION_BYTES : SIZE_MAX;
	struct err ended = { 0 };
	struct str portion;
	uint64_t line;
	char end;

	if (!feed_next(&calc->feed, wanted, &portion, &line, &end, err))
		return false;
	csv_init(&calc->csv, portion, end, line, str_of(calc->name), calc->report);
	if (!begin(calc, alone, out, out_name, err))
		return false;
	bool read = !alone || stream(calc, err);
	if (!alone)
		answer_gathered(calc, portion, end);
	/* What was computed before a fault is written; the first fault is the one told.
	 */
	return calc_answer_end(&calc->answer, read ? err : &ended) && read;
}

bool
calc_run(const struct calc_request *request, int fd, const char *name, FILE *out,
    const char *out_name, struct calc_tally *tally, struct report *report,
    struct err *err)
{
	struct calc *calc = memory_take(1, sizeof *calc);
	bool fine;

	*tally = (struct calc_tally){ 0 };
	calc->request = request;
	calc->name = name;
	calc->report = report;
	calc->tally = tally;
	calc->settings = calc_request_settings(request);
	calc->results = memory_take(CALC_TABLE_MOST, sizeof *calc->results);
	feed_init(&calc->feed, fd, name);
	fine = run(calc, out, out_name, err);
	feed_done(&calc->feed);
	arena_done(&calc->arena);
	arena_done(&calc->scratch);
	arena_done(&calc->reasons);
	free(calc->results);
	free(calc);
	return fine;
}
