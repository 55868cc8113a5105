#include "calc/answer.h"

#include <math.h>

#include "base/number.h"

enum { FLUSH_BYTES = 256 * 1024, NAME_LONGEST = 40 };

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

static void
add_text(struct calc_answer *answer, struct str text)
{
	if (is_json(answer)) {
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
		json_number(&answer->json, number);
	} else {
		separate(answer);
		buf_add_number(&answer->out, number);
	}
}

/* "95_0" for 95 %, as the field's R package writes it. */
static void
print_level(char *out, size_t room, double confidence)
{
	char digits[NUMBER_LONGEST];
	size_t len = number_print(digits, round(confidence * 1e10) / 1e8);
	bool point = memchr(digits, '.', len);

	for (size_t i = 0; i < len; i++)
		if (digits[i] == '.')
			digits[i] = '_';
	snprintf(out, room, "%.*s%s", (int)len, digits, point ? "" : "_0");
}

/* "lowercl", or with several levels "lower95_0cl". */
static void
print_limit_name(const struct calc_answer *answer, char *out, const char *set,
    const char *end, size_t level)
{
	const struct calc_settings *s = &answer->settings;
	char number[NAME_LONGEST / 2] = "";

	if (s->levels > 1 || answer->request->method->levelled)
		print_level(number, sizeof number, s->confidence[level]);
	snprintf(out, NAME_LONGEST, "%s%s%scl", set, end, number);
}

/* A column of the table that is read keeps its name; a computed one gives way. */
static struct str
free_name(struct calc_answer *answer, const char *name)
{
	for (size_t i = 0; answer->whole && i < answer->sheet->count; i++)
		if (str_equal(answer->sheet->names[i], str_of(name)))
			return str_print(&answer->arena, "%s_calc", name);
	return str_copy(&answer->arena, str_of(name));
}

static void
keep_name(struct calc_answer *answer, const char *name)
{
	answer->names[answer->name_count++] = free_name(answer, name);
}

/* The names of all computed columns, in the order in which add_result writes them. */
static void
name_results(struct calc_answer *answer)
{
	const struct calc_method *method = answer->request->method;
	char name[NAME_LONGEST];

	for (size_t i = 0; i < calc_numbers(method); i++)
		keep_name(answer, method->numbers[i]);
	for (size_t set = 0; set < calc_sets(method); set++)
		for (size_t level = 0; level < answer->settings.levels; level++) {
			print_limit_name(
			    answer, name, method->sets[set], "lower", level);
			keep_name(answer, name);
			print_limit_name(
			    answer, name, method->sets[set], "upper", level);
			keep_name(answer, name);
		}
	if (calc_sets(method))
		keep_name(answer, "confidence");
	for (size_t i = 0; i < calc_words(method); i++)
		keep_name(answer, method->words[i]);
	keep_name(answer, "note");
}

/* "95%, 99.8%" */
static void
name_levels(struct calc_answer *answer)
{
	AUTO_BUF text = { 0 };

	for (size_t i = 0; i < answer->settings.levels; i++) {
		if (i)
			buf_add(&text, STR(", "));
		buf_add_number(
		    &text, round(answer->settings.confidence[i] * 1e10) / 1e8);
		buf_add_char(&text, '%');
	}
	answer->levels = str_copy(&answer->arena, buf_str(&text));
}

static void
add_header(struct calc_answer *answer)
{
	const struct calc_request *request = answer->request;
	const struct sheet *sheet = answer->sheet;

	answer->first = true;
	for (size_t i = 0; answer->whole && i < sheet->count; i++)
		add_text(answer, sheet->names[i]);
	for (size_t i = 0; !answer->whole && i < request->by_count; i++)
		add_text(answer, sheet->names[sheet->by[i]]);
	for (size_t i = 0; answer->summed && i < calc_columns(request->method); i++)
		add_text(answer, sheet_name(sheet, request, i));
	for (size_t i = 0; i < answer->name_count; i++)
		add_text(answer, answer->names[i]);
	buf_add(&answer->out, str_of(answer->line_end));
}

void
calc_answer_begin(struct calc_answer *answer)
{
	answer->settings = calc_request_settings(answer->request);
	answer->json = json_to(&answer->out);
	name_results(answer);
	name_levels(answer);
	if (is_json(answer))
		json_array(&answer->json);
	else
		add_header(answer);
}

/* In JSON every value is preceded by its name. */
static void
name_value(struct calc_answer *answer, struct str name)
{
	if (is_json(answer))
		json_key_text(&answer->json, name);
}

static bool
is_read_as_number(const struct calc_answer *answer, size_t column)
{
	for (size_t i = 0; i < calc_columns(answer->request->method); i++)
		if (answer->sheet->at[i] == column)
			return !answer->request->method->columns[i].text;
	return false;
}

/* The record as it was read: in a CSV byte for byte, but for cells that are missing. */
static void
add_record(struct calc_answer *answer, const struct csv *csv)
{
	const struct sheet *sheet = answer->sheet;
	double number;

	if (!is_json(answer)) {
		buf_add(&answer->out, csv_record(csv));
		for (size_t i = csv->count; i < sheet->count; i++)
			buf_add_char(&answer->out, ',');
		answer->first = false;
		return;
	}
	for (size_t i = 0; i < sheet->count; i++) {
		struct str cell = csv_text(&answer->scratch, &csv->cells[i]);
		name_value(answer, sheet->names[i]);
		if (is_read_as_number(answer, i) &&
		    number_parse(str_trim(cell), &number))
			json_number(&answer->json, number);
		else
			json_text(&answer->json, cell);
	}
	arena_done(&answer->scratch);
}

static void
add_group(struct calc_answer *answer, const struct str *groups, const double *sums)
{
	const struct calc_request *request = answer->request;
	const struct sheet *sheet = answer->sheet;

	for (size_t i = 0; i < request->by_count; i++) {
		name_value(answer, sheet->names[sheet->by[i]]);
		add_text(answer, groups[i]);
	}
	for (size_t i = 0; answer->summed && i < calc_columns(request->method); i++) {
		name_value(answer, sheet_name(sheet, request, i));
		add_number(answer, sums[i]);
	}
}

static void
add_result(struct calc_answer *answer, const struct calc_result *result)
{
	const struct calc_method *method = answer->request->method;
	size_t name = 0;

	for (size_t i = 0; i < calc_numbers(method); i++) {
		name_value(answer, answer->names[name++]);
		add_number(answer, result->numbers[i]);
	}
	for (size_t set = 0; set < calc_sets(method); set++)
		for (size_t level = 0; level < answer->settings.levels; level++) {
			name_value(answer, answer->names[name++]);
			add_number(answer, result->limits[set][level].lower);
			name_value(answer, answer->names[name++]);
			add_number(answer, result->limits[set][level].upper);
		}
	if (calc_sets(method)) {
		name_value(answer, answer->names[name++]);
		add_text(answer, answer->levels);
	}
	for (size_t i = 0; i < calc_words(method); i++) {
		name_value(answer, answer->names[name++]);
		add_text(answer, str_of(result->words[i]));
	}
	name_value(answer, answer->names[name++]);
	add_text(answer, str_of(result->note));
}

static void
flush(struct calc_answer *answer)
{
	fwrite(answer->out.at, 1, answer->out.len, answer->file);
	answer->out.len = 0;
}

void
calc_answer_row(struct calc_answer *answer, const struct csv *csv,
    const struct str *groups, const double *sums, const struct calc_result *result)
{
	answer->first = true;
	if (is_json(answer)) {
		buf_add_char(&answer->out, '\n');
		json_object(&answer->json);
	}
	if (answer->whole)
		add_record(answer, csv);
	else
		add_group(answer, groups, sums);
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
	bool fine;

	if (is_json(answer)) {
		json_close(&answer->json);
		buf_add_char(&answer->out, '\n');
	}
	flush(answer);
	fine = fflush(answer->file) == 0 && !ferror(answer->file);
	buf_done(&answer->out);
	arena_done(&answer->arena);
	arena_done(&answer->scratch);
	return fine ? true
		    : err_set(err, FAULT_SYSTEM, "the answer could not be written");
}
