#include "calc/answer.h"

#include <errno.h>
#include <math.h>

#include "base/number.h"

enum { FLUSH_BYTES = 256 * 1024 };

static bool
is_json(const struct calc_answer *answer)
{
	return answer->request->json;
}

/* A row of a CSV: cells with commas between them. */
static void
separate(struct calc_answer *answer)
{
	if (!answer->first)
		buf_add_char(&answer->out, ',');
	answer->first = false;
}

/* In JSON every value is preceded by the name of its column. */
static void
name_value(struct calc_answer *answer)
{
	json_key_ready(&answer->json, answer->heading.keys[answer->next++]);
}

static void
add_text(struct calc_answer *answer, struct str text)
{
	if (is_json(answer)) {
		name_value(answer);
		json_text(&answer->json, text);
	} else {
		separate(answer);
		buf_add_cell(&answer->out, text);
	}
}

static void
add_number(struct calc_answer *answer, double number)
{
	if (is_json(answer)) {
		name_value(answer);
		json_number(&answer->json, number);
	} else {
		separate(answer);
		buf_add_number(&answer->out, number);
	}
}

static void
add_digits(struct calc_answer *answer, struct str digits)
{
	name_value(answer);
	json_digits(&answer->json, digits);
}

/* A cell without a number is empty, in JSON null. */
static void
add_nothing(struct calc_answer *answer)
{
	add_number(answer, (double)NAN);
}

static void
add_words(struct calc_answer *answer, const char *words)
{
	if (words)
		add_text(answer, str_of(words));
	else
		add_nothing(answer);
}

static void
add_header(struct calc_answer *answer)
{
	answer->first = true;
	for (size_t i = 0; i < answer->heading.count; i++)
		add_text(answer, answer->heading.names[i]);
	buf_add(&answer->out, str_of(answer->line_end));
}

static void
find_numeric(struct calc_answer *answer)
{
	const struct calc_method *method = answer->request->method;

	answer->numeric = ARENA_NEW(&answer->arena, bool, answer->sheet->count);
	for (size_t i = 0; i < calc_columns(method); i++)
		if (answer->sheet->at[i] != SIZE_MAX)
			answer->numeric[answer->sheet->at[i]] =
			    !method->columns[i].text;
}

void
calc_answer_begin(struct calc_answer *answer)
{
	struct heading_wish wish = {
		.request = answer->request,
		.sheet = answer->sheet,
		.settings = &answer->settings,
		.whole = answer->whole,
		.summed = answer->summed,
	};

	answer->settings = calc_request_settings(answer->request);
	answer->json = json_to(&answer->out);
	heading_make(&answer->heading, &answer->arena, &wish);
	find_numeric(answer);
	if (is_json(answer))
		json_array(&answer->json);
	else
		add_header(answer);
}

/* Nearly all cells are digits alone, and such are JSON as they stand. */
static bool
is_plain_number(struct str cell)
{
	enum { EXACT = 15 /* digits that any number keeps */ };

	if (cell.len > EXACT || (cell.at[0] == '0' && cell.len > 1))
		return false;
	for (size_t i = 0; i < cell.len; i++)
		if (cell.at[i] < '0' || cell.at[i] > '9')
			return false;
	return true;
}

/* What cannot be read as a number stays as it is, for the note to speak of. */
static void
add_read_number(struct calc_answer *answer, struct str cell)
{
	double number;

	if (str_trim(cell).len == 0)
		add_nothing(answer);
	else if (is_plain_number(cell))
		add_digits(answer, cell);
	else if (number_parse(str_trim(cell), &number))
		add_number(answer, number);
	else
		add_text(answer, cell);
}

static void
add_record_json(struct calc_answer *answer, const struct csv *csv)
{
	for (size_t i = 0; i < answer->sheet->count; i++) {
		struct str cell = csv_text(&answer->scratch, &csv->cells[i]);
		if (answer->numeric[i])
			add_read_number(answer, cell);
		else
			add_text(answer, cell);
	}
	arena_done(&answer->scratch);
}

/* Byte for byte, but for cells that the header has no names for, and with commas for
 * those that are missing. */
static void
add_record(struct calc_answer *answer, const struct csv *csv)
{
	struct str record = csv_record(csv);
	size_t count = answer->sheet->count;

	if (csv->count > count) {
		const struct csv_cell *last = &csv->cells[count - 1];
		record.len = (size_t)(last->at + last->len + last->quoted - record.at);
	}
	buf_add(&answer->out, record);
	for (size_t i = csv->count; i < count; i++)
		buf_add_char(&answer->out, ',');
	answer->first = false;
}

static void
add_group(struct calc_answer *answer, const struct str *groups, const double *sums)
{
	for (size_t i = 0; i < answer->request->by_count; i++)
		add_text(answer, groups[i]);
	for (size_t i = 0; answer->summed && i < calc_columns(answer->request->method);
	     i++)
		add_number(answer, sums[i]);
}

static void
add_constants(struct calc_answer *answer)
{
	if (!answer->heading.constant_count)
		return;
	if (is_json(answer)) {
		json_members_ready(&answer->json, answer->heading.constants);
		answer->next += answer->heading.constant_count;
	} else {
		separate(answer);
		buf_add(&answer->out, answer->heading.constants);
	}
}

static void
add_result(struct calc_answer *answer, const struct calc_result *result)
{
	const struct calc_method *method = answer->request->method;

	for (size_t i = 0; i < answer->heading.number_count; i++)
		add_number(answer, result->numbers[i]);
	for (size_t set = 0; set < calc_sets(method); set++)
		for (size_t level = 0; level < answer->settings.levels; level++) {
			add_number(answer, result->limits[set][level].lower);
			add_number(answer, result->limits[set][level].upper);
		}
	add_constants(answer);
	for (size_t i = 0; i < calc_words(method); i++)
		add_words(answer, result->words[i]);
	add_words(answer, result->note);
}

static void
flush(struct calc_answer *answer)
{
	if (!answer->broken &&
	    fwrite(answer->out.at, 1, answer->out.len, answer->file) != answer->out.len)
		answer->broken = errno ? errno : EIO;
	answer->out.len = 0;
}

void
calc_answer_row(struct calc_answer *answer, const struct csv *csv,
    const struct str *groups, const double *sums, const struct calc_result *result)
{
	answer->first = true;
	answer->next = 0;
	if (is_json(answer)) {
		json_break(&answer->json);
		json_object(&answer->json);
	}
	if (!answer->whole)
		add_group(answer, groups, sums);
	else if (is_json(answer))
		add_record_json(answer, csv);
	else
		add_record(answer, csv);
	add_result(answer, result);
	if (is_json(answer))
		json_close(&answer->json);
	else
		buf_add(&answer->out, str_of(answer->line_end));
	if (answer->out.len > FLUSH_BYTES)
		flush(answer);
}

bool
calc_answer_end(struct calc_answer *answer, struct err *err)
{
	if (is_json(answer)) {
		json_break(&answer->json);
		json_close(&answer->json);
		buf_add_char(&answer->out, '\n');
	}
	flush(answer);
	if (!answer->broken && fflush(answer->file) != 0)
		answer->broken = errno ? errno : EIO;
	buf_done(&answer->out);
	arena_done(&answer->arena);
	arena_done(&answer->scratch);
	return !answer->broken || err_set(err, FAULT_SYSTEM, "cannot write '%s': %s",
				      answer->name, strerror(answer->broken));
}
