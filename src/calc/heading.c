#include "calc/heading.h"

#include <math.h>

#include "base/json.h"
#include "base/number.h"

struct heading_draft {
	struct heading *heading;
	struct arena *arena;
	const struct heading_wish *wish;
};

/* 95 for 0.95: the per cent that were asked for, without what dividing them left. */
static double
per_cent(double confidence)
{
	return round(confidence * 1e10) / 1e8;
}

/* "lowercl", or with several levels "lower95_0cl", as the field's R package has it. */
static struct str
limit_name(struct heading_draft *draft, const char *set, const char *end, size_t level)
{
	const struct calc_settings *s = draft->wish->settings;
	char digits[NUMBER_LONGEST];
	size_t len;

	if (s->levels == 1 && !draft->wish->request->method->levelled)
		return str_print(draft->arena, "%s%scl", set, end);
	len = number_print(digits, per_cent(s->confidence[level]));
	bool point = memchr(digits, '.', len);
	for (size_t i = 0; i < len; i++)
		if (digits[i] == '.')
			digits[i] = '_';
	return str_print(draft->arena, "%s%s%.*s%scl", set, end, (int)len, digits,
	    point ? "" : "_0");
}

static bool
is_taken(const struct heading_draft *draft, struct str name)
{
	for (size_t i = 0; i < draft->heading->count; i++)
		if (str_equal(draft->heading->names[i], name))
			return true;
	return false;
}

/* The name itself while nothing else has it, then with the ending and a number. */
static struct str
free_name(struct heading_draft *draft, struct str name, const char *ending)
{
	struct str tried = name;

	for (unsigned i = 1; is_taken(draft, tried); i++)
		tried = i == 1 && *ending
			    ? str_print(draft->arena, "%.*s%s", STR_ARG(name), ending)
			    : str_print(draft->arena, "%.*s%s_%u", STR_ARG(name),
				  ending, i + !*ending);
	return tried;
}

static void
name_result(struct heading_draft *draft, struct str name)
{
	name = free_name(draft, name, "_calc");
	draft->heading->names[draft->heading->count++] = name;
}

/* What stands before the results, in the order in which rows have it. */
static void
name_lead(struct heading_draft *draft)
{
	const struct calc_request *request = draft->wish->request;
	const struct sheet *sheet = draft->wish->sheet;

	for (size_t i = 0; draft->wish->whole && i < sheet->count; i++) {
		struct str name = sheet->names[i];
		if (draft->wish->request->json)
			name = free_name(draft, name, "");
		draft->heading->names[draft->heading->count++] = name;
	}
	for (size_t i = 0; !draft->wish->whole && i < request->by_count; i++)
		draft->heading->names[draft->heading->count++] =
		    sheet->names[sheet->by[i]];
	for (size_t i = 0; draft->wish->summed && i < calc_columns(request->method);
	     i++)
		name_result(draft, sheet_name(sheet, request, i));
}

/* "95%, 99.8%" */
static void
print_levels(const struct calc_settings *settings, struct buf *out)
{
	for (size_t i = 0; i < settings->levels; i++) {
		if (i)
			buf_add(out, STR(", "));
		buf_add_number(out, per_cent(settings->confidence[i]));
		buf_add_char(out, '%');
	}
}

/* Adds a column to those that say the same in every row, and its name to the names. */
static void
add_constant(struct heading_draft *draft, struct buf *constants, struct str name,
    struct str text)
{
	name_result(draft, name);
	if (draft->heading->constant_count++)
		buf_add_char(constants, ',');
	if (draft->wish->request->json)
		buf_add(constants,
		    json_ready_member(draft->arena,
			draft->heading->names[draft->heading->count - 1], text));
	else
		buf_add_cell(constants, text);
}

/* How sure and what: the same in every row. */
static void
name_constants(struct heading_draft *draft)
{
	const struct calc_method *method = draft->wish->request->method;
	AUTO_BUF constants = { 0 }, levels = { 0 }, statistic = { 0 };

	if (calc_sets(method)) {
		print_levels(draft->wish->settings, &levels);
		add_constant(draft, &constants, STR("confidence"), buf_str(&levels));
	}
	if (method->statistic) {
		method->statistic(draft->wish->settings, &statistic);
		add_constant(draft, &constants, STR("statistic"), buf_str(&statistic));
	}
	draft->heading->constants = str_copy(draft->arena, buf_str(&constants));
}

/* The computed columns, in the order in which rows have them. */
static void
name_results(struct heading_draft *draft)
{
	const struct calc_method *method = draft->wish->request->method;
	const char *const *numbers;

	draft->heading->number_count =
	    calc_numbers(method, draft->wish->settings, &numbers);
	for (size_t i = 0; i < draft->heading->number_count; i++)
		name_result(draft, str_of(numbers[i]));
	for (size_t set = 0; set < calc_sets(method); set++)
		for (size_t level = 0; level < draft->wish->settings->levels; level++) {
			const char *before = method->sets[set];
			name_result(draft, limit_name(draft, before, "lower", level));
			name_result(draft, limit_name(draft, before, "upper", level));
		}
	name_constants(draft);
	for (size_t i = 0; i < calc_words(method); i++)
		name_result(draft, str_of(method->words[i]));
	name_result(draft, STR("note"));
}

void
heading_make(
    struct heading *heading, struct arena *arena, const struct heading_wish *wish)
{
	enum {
		COMPUTED = CALC_COLUMNS + CALC_NUMBERS + CALC_SETS * CALC_LEVELS * 2 +
			   CALC_WORDS + 3 /* confidence, statistic, note */
	};
	struct heading_draft draft = { heading, arena, wish };

	*heading = (struct heading){
		.names = ARENA_NEW(
		    arena, struct str, wish->sheet->count + CALC_BY + COMPUTED),
	};
	name_lead(&draft);
	name_results(&draft);
	heading->keys = ARENA_NEW(arena, struct str, heading->count);
	for (size_t i = 0; i < heading->count; i++)
		heading->keys[i] = json_ready_key(arena, heading->names[i]);
}
