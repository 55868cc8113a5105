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
	result->note[0] = '\0';
}

static void
note(struct calc_result *result, const char *text)
{
	snprintf(result->note, sizeof result->note, "%s", text);
}

static void
add_row(struct calc *calc, const struct str *groups, const double *sums,
    const struct calc_result *result)
{
	calc_answer_row(&calc->answer, &calc->csv, groups, sums, result);
	calc->tally->rows++;
	calc->tally->without += result->note[0] != '\0';
}

/* Computes rows that belong together; results[0] has the reason where it fails. */
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
		made = method->shape == CALC_PLACED ? count : 1;
		for (size_t i = 0; i < made; i++) {
			clear_result(&calc->results[i]);
			note(&calc->results[i], err.text);
		}
	}
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
			&row, &err)) {
			compute(calc, &row, 1);
		} else {
			clear_result(calc->results);
			note(calc->results, err.text);
		}
		add_row(calc, NULL, NULL, calc->results);
	}
	arena_done(&calc->scratch);
}

static bool
stream(struct calc *calc, struct err *err)
{
	struct str portion;
	uint64_t line;
	char end;

	for (;;) {
		stream_portion(calc);
		if (!feed_next(&calc->feed, PORTION_BYTES, &portion, &line, &end, err))
			return false;
		if (portion.len == 0)
			return true;
		csv_init(
		    &calc->csv, portion, end, line, str_of(calc->name), calc->report);
	}
}

/* The first reason why a group cannot be computed as a whole. */
static const char *
group_fault(const struct gathered *g, size_t group)
{
	for (size_t i = g->first[group]; i < g->first[group + 1]; i++)
		if (g->rows[g->members[i]].fault)
			return g->rows[g->members[i]].fault;
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
	const struct str *cells = g->cells + group * calc->request->by_count;
	const char *fault = group_fault(g, group);
	size_t count = line_up(g, group, rows), made = 1;
	struct calc_row sum = sum_rows(method, rows, fault ? 0 : count);

	if (fault) {
		for (size_t c = 0; c < CALC_COLUMNS; c++)
			sum.in[c] = (double)NAN;
		clear_result(calc->results);
		note(calc->results, fault);
	} else {
		made =
		    method->sums ? compute(calc, &sum, 1) : compute(calc, rows, count);
	}
	for (size_t i = 0; i < made; i++)
		add_row(calc, cells, sum.in, &calc->results[i]);
}

/* Results of rows go back to where the rows stand in the table. */
static void
place_group(struct calc *calc, const struct gathered *g, size_t group,
    struct calc_row *rows, struct calc_result *placed)
{
	size_t count = line_up(g, group, rows), next = 0;

	compute(calc, rows, count);
	for (size_t i = g->first[group]; i < g->first[group + 1]; i++) {
		struct calc_result *result = &placed[g->members[i]];
		const char *fault = g->rows[g->members[i]].fault;
		if (!fault) {
			*result = calc->results[next++];
			continue;
		}
		clear_result(result);
		note(result, fault);
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

static size_t
largest_group(const struct gathered *g)
{
	size_t largest = 0;

	for (size_t i = 0; i < g->group_count; i++)
		if (g->first[i + 1] - g->first[i] > largest)
			largest = g->first[i + 1] - g->first[i];
	return largest;
}

static void
answer_gathered(struct calc *calc, struct str text, char end)
{
	struct gathered g;
	struct calc_row *rows;
	size_t largest;

	gather_rows(&g, &calc->arena, calc->request, &calc->sheet, &calc->csv);
	largest = largest_group(&g);
	rows = memory_take(largest, sizeof *rows);
	calc->results = memory_grow(calc->results,
	    largest > CALC_TABLE_MOST ? largest : CALC_TABLE_MOST,
	    sizeof *calc->results);
	if (calc->request->method->shape == CALC_PLACED)
		answer_placed(calc, &g, rows, text, end);
	else
		for (size_t group = 0; group < g.group_count; group++)
			answer_group(calc, &g, group, rows);
	free(rows);
	gathered_done(&g);
}

static bool
run(struct calc *calc, FILE *out, struct err *err)
{
	const struct calc_request *request = calc->request;
	enum calc_shape shape = request->method->shape;
	bool alone = shape == CALC_EACH && request->by_count == 0;
	struct str portion;
	uint64_t line;
	char end;

	if (!feed_next(&calc->feed, alone ? PORTION_BYTES : SIZE_MAX, &portion, &line,
		&end, err))
		return false;
	csv_init(&calc->csv, portion, end, line, str_of(calc->name), calc->report);
	if (!csv_next(&calc->csv))
		return err_set(err, FAULT_INPUT,
		    "'%s' is empty; wanted a header and rows", calc->name);
	if (!sheet_read(
		&calc->sheet, &calc->arena, request, &calc->csv, calc->name, err))
		return false;
	calc->answer = (struct calc_answer){
		.file = out,
		.request = request,
		.sheet = &calc->sheet,
		.whole = alone || shape == CALC_PLACED,
		.summed = shape == CALC_EACH && !alone,
		.line_end = str_has(str_slice(portion, 0, calc->csv.at), STR("\r\n"))
				? "\r\n"
				: "\n",
	};
	calc_answer_begin(&calc->answer);
	if (!alone) {
		answer_gathered(calc, portion, end);
		return calc_answer_end(&calc->answer, err);
	}
	struct err ended;
	bool fine = stream(calc, err);
	return calc_answer_end(&calc->answer, fine ? err : &ended) && fine;
}

bool
calc_run(const struct calc_request *request, int fd, const char *name, FILE *out,
    struct calc_tally *tally, struct report *report, struct err *err)
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
	fine = run(calc, out, err);
	feed_done(&calc->feed);
	arena_done(&calc->arena);
	arena_done(&calc->scratch);
	free(calc->results);
	free(calc);
	return fine;
}
