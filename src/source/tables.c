#include "source/tables.h"

#include <stddef.h>

static const char *const part_words[PART_COUNT] = {
	[PART_AREA] = "area",
	[PART_AREA_NAME] = "area name",
	[PART_AREA_TYPE] = "area type",
	[PART_PERIOD] = "period",
	[PART_SEX] = "sex",
	[PART_AGE] = "age",
	[PART_CATEGORY_TYPE] = "category type",
	[PART_CATEGORY] = "category",
};

const char *
table_part_word(enum table_part part)
{
	return part_words[part];
}

bool
said_read(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct said *said = at;

	if (!setting_text(settings, item, &said->text))
		return false;
	said->place = item->value->place;
	return said->text.len > 0 || setting_refuse(settings, item, "some text");
}

/* One text, or a list of them. */
static bool
read_list(const struct settings *settings, const struct yaml_item *item,
    struct said_list *list)
{
	if (item->value->kind == YAML_TEXT) {
		list->at = ARENA_NEW(settings->arena, struct said, 1);
		list->count = said_read(settings, item, list->at);
		return list->count == 1;
	}
	if (item->value->kind != YAML_LIST)
		return setting_refuse(settings, item, "a text or a list of texts");
	list->at = ARENA_NEW(settings->arena, struct said, item->value->count);
	list->count = 0;
	for (item = item->value->first; item; item = item->next)
		list->count += said_read(settings, item, &list->at[list->count]);
	return list->count > 0;
}

/* The part that a key names; PART_COUNT and a fault with the nearest for no part. */
static enum table_part
part_of(const struct settings *settings, struct str key, struct place place)
{
	struct str names[PART_COUNT];
	size_t nearest;

	for (unsigned i = 0; i < PART_COUNT; i++) {
		names[i] = str_of(part_words[i]);
		if (str_equal(key, names[i]))
			return (enum table_part)i;
	}
	nearest = str_nearest(key, names, PART_COUNT);
	if (nearest != SIZE_MAX)
		report_fault(settings->report, place,
		    "unknown key '%.*s', the nearest is '%s'",
		    STR_ARG(str_slice(key, 0, str_utf8_until(str_slice(key, 0, 60)))),
		    part_words[nearest]);
	else
		report_fault(settings->report, place,
		    "unknown key '%.*s', wanted area, area name, area type, period, "
		    "sex, age, category type or category",
		    STR_ARG(str_slice(key, 0, str_utf8_until(str_slice(key, 0, 60)))));
	return PART_COUNT;
}

static bool
read_columns(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct said_list *columns = at;

	if (!setting_is(settings, item, YAML_MAP))
		return false;
	for (item = item->value->first; item; item = item->next) {
		enum table_part part = part_of(settings, item->key, item->key_place);
		if (part < PART_COUNT && item->value->kind != YAML_NOTHING)
			read_list(settings, item, &columns[part]);
	}
	return true;
}

static bool
read_fixed(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct said *fixed = at;

	if (!setting_is(settings, item, YAML_MAP))
		return false;
	for (item = item->value->first; item; item = item->next) {
		enum table_part part = part_of(settings, item->key, item->key_place);
		if (part < PART_COUNT && item->value->kind != YAML_NOTHING)
			said_read(settings, item, &fixed[part]);
	}
	return true;
}

/* The words of one part. */
static void
read_part_words(const struct settings *settings, const struct yaml_item *item,
    enum table_part part, struct table_shape *shape)
{
	struct table_word *words;

	if (!setting_is(settings, item, YAML_MAP))
		return;
	words = ARENA_NEW(
	    settings->arena, struct table_word, shape->word_count + item->value->count);
	for (uint32_t i = 0; i < shape->word_count; i++)
		words[i] = shape->words[i];
	shape->words = words;
	for (item = item->value->first; item; item = item->next) {
		struct said to;
		if (!said_read(settings, item, &to))
			continue;
		words[shape->word_count++] = (struct table_word){
			.part = part,
			.from = str_copy(settings->arena, str_trim(item->key)),
			.to = to.text,
		};
	}
}

static bool
read_words(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (!setting_is(settings, item, YAML_MAP))
		return false;
	for (item = item->value->first; item; item = item->next) {
		enum table_part part = part_of(settings, item->key, item->key_place);
		if (part < PART_COUNT && item->value->kind != YAML_NOTHING)
			read_part_words(settings, item, part, at);
	}
	return true;
}

/* What people say of a symbol, and the note that says it to readers. */
static const struct {
	const char *word, *note;
} meanings[] = {
	{ "suppressed", "Value suppressed for disclosure control reasons" },
	{ "too few", "Value cannot be calculated as number of cases is too small" },
	{ "unreliable", "Value not published for data quality reasons" },
	{ "not available", "Value not available" },
	{ "not applicable", "Value not applicable" },
	{ "rounds to zero", "Value rounds to zero but is not zero" },
	{ "not given", "" },
	{ "zero", NULL },
};

static bool
read_meaning(const struct settings *settings, const struct yaml_item *item,
    struct table_symbol *symbol)
{
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
		if (item->value->kind != YAML_TEXT ||
		    !str_equal_folded(
			str_trim(item->value->text), str_of(meanings[i].word)))
			continue;
		*symbol = (struct table_symbol){
			.text = str_copy(settings->arena, str_trim(item->key)),
			.note = str_of(meanings[i].note),
			.zero = !meanings[i].note,
		};
		return true;
	}
	return setting_refuse(settings, item,
	    "suppressed, too few, unreliable, not available, not applicable, rounds to "
	    "zero, not given or zero");
}

static bool
read_symbols(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct table_shape *shape = at;

	if (!setting_is(settings, item, YAML_MAP))
		return false;
	shape->symbols =
	    ARENA_NEW(settings->arena, struct table_symbol, item->value->count);
	for (item = item->value->first; item; item = item->next)
		shape->symbol_count +=
		    read_meaning(settings, item, &shape->symbols[shape->symbol_count]);
	return true;
}

static bool
read_where(const struct settings *settings, const struct yaml_item *item,
    struct table_filters *filters, bool without)
{
	struct table_filter *all;

	if (!setting_is(settings, item, YAML_MAP))
		return false;
	all = ARENA_NEW(
	    settings->arena, struct table_filter, filters->count + item->value->count);
	for (uint32_t i = 0; i < filters->count; i++)
		all[i] = filters->at[i];
	filters->at = all;
	for (item = item->value->first; item; item = item->next) {
		struct table_filter *filter = &all[filters->count];
		*filter = (struct table_filter){
			.column = { .text =
					str_copy(settings->arena, str_trim(item->key)),
			    .place = item->key_place },
			.without = without,
		};
		filters->count += read_list(settings, item, &filter->values);
	}
	return true;
}

bool
tables_read_where(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	return read_where(settings, item, at, false);
}

bool
tables_read_where_not(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	return read_where(settings, item, at, true);
}

static bool
read_years(const struct settings *settings, const struct yaml_item *item, void *at)
{
	static const char *const words[] = {
		[YEARS_AS_WRITTEN] = "as written",
		[YEARS_ENDING_MARCH] = "ending March",
		[YEARS_ENDING_AUGUST] = "ending August",
		[YEARS_FROM_APRIL] = "from April",
		[YEARS_FROM_SEPTEMBER] = "from September",
	};
	enum table_years *years = at;

	for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
		if (item->value->kind == YAML_TEXT &&
		    str_equal_folded(str_trim(item->value->text), str_of(words[i]))) {
			*years = (enum table_years)i;
			return true;
		}
	return setting_refuse(settings, item,
	    "as written, ending March, ending August, from April or from September");
}

static bool
read_across(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct said *across = at;

	return said_read(settings, item, across) &&
	       part_of(settings, across->text, across->place) < PART_COUNT;
}

#define SHAPE(key, read, member)                                                       \
	{                                                                              \
		(key), (read), offsetof(struct table_shape, member), -1                \
	}

#define SHAPE_ROWS                                                                     \
	SHAPE("file", said_read, file), SHAPE("columns", read_columns, columns),       \
	    SHAPE("fixed", read_fixed, fixed), { "words", read_words, 0, -1 },         \
	    { "symbols", read_symbols, 0, -1 },                                        \
	    SHAPE("where", tables_read_where, filters),                                \
	    SHAPE("where not", tables_read_where_not, filters),                        \
	    SHAPE("years", read_years, years), SHAPE("across", read_across, across)

/* The shape is the first member of both kinds of table. */
static const struct setting counts_rows[] = {
	SHAPE_ROWS,
	{ "complete", setting_bool, offsetof(struct table_counts, complete), -1 },
	{ "makes", tables_read_recipes, 0, -1 },
};

static const struct setting people_rows[] = {
	{ "name", said_read, offsetof(struct table_people, name), -1 },
	SHAPE_ROWS,
	{ "people", said_read, offsetof(struct table_people, people), -1 },
};
_Static_assert(offsetof(struct table_counts, shape) == 0, "shape first");
_Static_assert(offsetof(struct table_people, shape) == 0, "shape first");

static bool
lacks(const struct settings *settings, struct place place, bool lacking,
    const char *wanted)
{
	if (lacking)
		report_fault(
		    settings->report, place, "the table has no key %s", wanted);
	return lacking;
}

static void
check_shape(const struct settings *settings, const struct table_shape *shape)
{
	lacks(settings, shape->place, !shape->file.text.len,
	    "'file', wanted the path of a CSV");
	lacks(settings, shape->place,
	    !shape->columns[PART_AREA].count && !shape->fixed[PART_AREA].text.len &&
		!str_equal(shape->across.text, STR("area")),
	    "'area' under 'columns', wanted the column of area codes");
}

/* A table of the list, or NULL and a fault. */
static bool
is_table(const struct settings *settings, const struct yaml_item *item)
{
	return item->value->kind == YAML_MAP ||
	       setting_refuse(settings, item, "keys such as 'file'");
}

bool
tables_read_counts(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct tables *tables = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	tables->counts =
	    ARENA_NEW(settings->arena, struct table_counts, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct table_counts *table = &tables->counts[tables->counts_count];
		if (!is_table(settings, item))
			continue;
		table->shape.place = item->value->place;
		SETTING_READ(settings, item->value, counts_rows, table);
		check_shape(settings, &table->shape);
		lacks(settings, table->shape.place, !table->count,
		    "'makes', wanted a list of indicators");
		for (uint32_t i = 0; i < table->count; i++)
			table->recipes[i].complete = table->complete;
		tables->counts_count++;
	}
	return true;
}

bool
tables_read_people(
    const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct tables *tables = at;

	if (!setting_is(settings, item, YAML_LIST))
		return false;
	tables->people =
	    ARENA_NEW(settings->arena, struct table_people, item->value->count);
	for (item = item->value->first; item; item = item->next) {
		struct table_people *table = &tables->people[tables->people_count];
		if (!is_table(settings, item))
			continue;
		table->shape.place = item->value->place;
		SETTING_READ(settings, item->value, people_rows, table);
		check_shape(settings, &table->shape);
		lacks(settings, table->shape.place, !table->name.text.len,
		    "'name', wanted what indicators call it");
		lacks(settings, table->shape.place, !table->people.text.len,
		    "'people', wanted the column of their number");
		tables->people_count++;
	}
	return true;
}

/* An asterisk stands for any run of characters, none among them. */
static bool
matches(struct str pattern, struct str text)
{
	size_t p = 0, t = 0, star = SIZE_MAX, mark = 0;

	while (t < text.len) {
		if (p < pattern.len && pattern.at[p] == '*') {
			star = p++;
			mark = t;
		} else if (p < pattern.len && pattern.at[p] == text.at[t]) {
			p++;
			t++;
		} else if (star != SIZE_MAX) {
			p = star + 1;
			t = ++mark;
		} else {
			return false;
		}
	}
	while (p < pattern.len && pattern.at[p] == '*')
		p++;
	return p == pattern.len;
}

bool
tables_is_file(struct str said, struct str path)
{
	if (!said.len)
		return false;
	for (size_t i = 0; i < path.len; i++)
		if ((i == 0 || path.at[i - 1] == '/') &&
		    matches(said, str_slice(path, i, path.len)))
			return true;
	return false;
}
