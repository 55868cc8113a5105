#include "source/setting.h"

#include "base/buf.h"
#include "base/number.h"
#include "model/period.h"

enum { LONGEST_QUOTED = 60, MOST_OFFERED = 64 };

/* As messages say it. */
#define YEARS "of the years 1801 to 2200"
_Static_assert(PERIOD_FIRST_YEAR == 1801 && PERIOD_LAST_YEAR == 2200, YEARS);

/* What is quoted of a value in a message: its first line, without half a character at
 * the end. */
static struct str
quoted(struct str text)
{
	struct str rest = str_trim(text), line = str_cut(&rest, '\n');
	struct str head = str_slice(line, 0, LONGEST_QUOTED);

	return str_slice(head, 0, str_utf8_until(head));
}

bool
setting_refuse(
    const struct settings *settings, const struct yaml_item *item, const char *wanted)
{
	struct str key = quoted(item->key), text = quoted(item->value->text);

	if (item->value->kind != YAML_TEXT)
		report_fault(settings->report, item->value->place,
		    "%s%.*s%s %s, wanted %s", key.len ? "'" : "", STR_ARG(key),
		    key.len ? "' is" : "found", yaml_kind_words(item->value->kind),
		    wanted);
	else if (key.len)
		report_fault(settings->report, item->value->place,
		    "'%.*s' is '%.*s', wanted %s", STR_ARG(key), STR_ARG(text), wanted);
	else
		report_fault(settings->report, item->value->place,
		    "found '%.*s', wanted %s", STR_ARG(text), wanted);
	return false;
}

bool
setting_is(
    const struct settings *settings, const struct yaml_item *item, enum yaml_kind kind)
{
	return item->value->kind == kind ||
	       setting_refuse(settings, item, yaml_kind_words(kind));
}

bool
setting_text(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct str *text = at;

	if (!setting_is(settings, item, YAML_TEXT))
		return false;
	*text = str_copy(settings->arena, str_trim(item->value->text));
	return true;
}

bool
setting_bool(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct str text = item->value->text;
	bool yes = str_equal(text, STR("true")) || str_equal(text, STR("True")) ||
		   str_equal(text, STR("TRUE"));
	bool no = str_equal(text, STR("false")) || str_equal(text, STR("False")) ||
		  str_equal(text, STR("FALSE"));
	bool *value = at;

	if (item->value->kind != YAML_TEXT || !item->value->plain || (!yes && !no))
		return setting_refuse(settings, item, "true or false");
	*value = yes;
	return true;
}

static bool
is_leap(unsigned year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned
days_in(unsigned year, unsigned month)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Reads digits of exactly that length. */
static bool
take_digits(struct str text, size_t digits, unsigned *out)
{
	uint64_t value = 0;

	if (text.len != digits || !number_parse_whole(text, &value))
		return false;
	*out = (unsigned)value;
	return true;
}

bool
setting_parse_date(
    struct arena *arena, struct str text, bool day_wanted, struct str *date)
{
	struct str rest = str_trim(text), whole = rest;
	unsigned year = 0, month = 0, day = 0;
	struct period period;
	struct err err;

	if (take_digits(str_cut(&rest, '-'), 4, &year)) {
		bool short_form = whole.len == sizeof "YYYY-MM" - 1;
		if (!take_digits(str_cut(&rest, '-'), 2, &month) ||
		    year < PERIOD_FIRST_YEAR || year > PERIOD_LAST_YEAR || month < 1 ||
		    month > 12 || (short_form && day_wanted))
			return false;
		if (!short_form && (!take_digits(rest, 2, &day) || day < 1 ||
				       day > days_in(year, month)))
			return false;
	} else {
		if (day_wanted || !period_parse(whole, &period, &err) ||
		    period.part != PERIOD_MONTHS || period.months != 1)
			return false;
		year = (unsigned)period.first / 12;
		month = (unsigned)period.first % 12 + 1;
	}
	*date = day ? str_print(arena, "%04u-%02u-%02u", year, month, day)
		    : str_print(arena, "%04u-%02u", year, month);
	return true;
}

bool
setting_date(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT &&
	    setting_parse_date(settings->arena, item->value->text, false, at))
		return true;
	return setting_refuse(
	    settings, item, "a date " YEARS ", as YYYY-MM-DD or YYYY-MM");
}

bool
setting_day(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT &&
	    setting_parse_date(settings->arena, item->value->text, true, at))
		return true;
	return setting_refuse(settings, item, "a day " YEARS ", as YYYY-MM-DD");
}

void
setting_want(
    const struct settings *settings, const struct yaml_item *item, const char *key)
{
	for (const struct yaml_item *i = item->value->first; i; i = i->next)
		if (str_equal(i->key, str_of(key)) && i->value->kind != YAML_NOTHING)
			return;
	report_fault(
	    settings->report, item->key_place, "the key '%s' is missing here", key);
}

bool
setting_texts(const struct settings *settings, const struct yaml_item *item,
    struct str **texts, struct place **places, uint32_t *count)
{
	bool alone = item->value->kind == YAML_TEXT;

	if (!alone && !setting_is(settings, item, YAML_LIST))
		return false;
	*texts = ARENA_NEW(settings->arena, struct str, alone ? 1 : item->value->count);
	*places =
	    ARENA_NEW(settings->arena, struct place, alone ? 1 : item->value->count);
	*count = 0;
	for (const struct yaml_item *one = alone ? item : item->value->first; one;
	     one = alone ? NULL : one->next) {
		if (!setting_text(settings, one, &(*texts)[*count]))
			continue;
		(*places)[(*count)++] = alone ? item->value->place : one->key_place;
	}
	return true;
}

/* Names the key and the nearest that exists, or all where none is near. */
static void
report_unknown(const struct settings *settings, const struct yaml_item *item,
    const struct setting *rows, size_t row_count, const struct str *more,
    size_t more_count)
{
	struct str names[MOST_OFFERED], key = quoted(item->key);
	AUTO_BUF list = { 0 };
	size_t count = 0, nearest;

	for (size_t i = 0; i < row_count && count < MOST_OFFERED; i++)
		names[count++] = str_of(rows[i].key);
	for (size_t i = 0; i < more_count && count < MOST_OFFERED; i++)
		names[count++] = more[i];
	nearest = str_nearest(item->key, names, count);
	if (nearest != SIZE_MAX) {
		report_fault(settings->report, item->key_place,
		    "unknown key '%.*s', the nearest is '%.*s'", STR_ARG(key),
		    STR_ARG(names[nearest]));
		return;
	}
	for (size_t i = 0; i < count; i++) {
		buf_add(&list, i ? STR(", ") : STR(""));
		buf_add(&list, names[i]);
	}
	report_fault(settings->report, item->key_place,
	    "unknown key '%.*s', wanted one of: %.*s", STR_ARG(key),
	    STR_ARG(buf_str(&list)));
}

static const struct setting *
find_row(const struct setting *rows, size_t count, struct str key)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(key, str_of(rows[i].key)))
			return &rows[i];
	return NULL;
}

void
setting_read_map(const struct settings *settings, const struct yaml_node *map,
    const struct setting *rows, size_t row_count, void *into, uint32_t *mask,
    bool (*other)(
	const struct settings *settings, const struct yaml_item *item, void *into),
    const struct str *more, size_t more_count)
{
	for (const struct yaml_item *item = map->first; item; item = item->next) {
		const struct setting *row = find_row(rows, row_count, item->key);
		if (!row && !(other && other(settings, item, into)))
			report_unknown(
			    settings, item, rows, row_count, more, more_count);
		if (!row || item->value->kind == YAML_NOTHING)
			continue;
		if (row->read(settings, item, (char *)into + row->offset) && mask &&
		    row->bit >= 0)
			*mask |= 1u << row->bit;
	}
}

void
setting_read_file(const struct settings *settings, struct str bytes, struct str file,
    const struct setting *rows, size_t row_count, void *into)
{
	AUTO_ARENA tree = { 0 };
	const struct yaml_node *root = yaml_read(&tree, bytes, file, settings->report);

	if (!root || root->kind == YAML_NOTHING)
		return;
	if (root->kind == YAML_MAP)
		setting_read_map(
		    settings, root, rows, row_count, into, NULL, NULL, NULL, 0);
	else
		report_fault(settings->report, root->place, "found %s, wanted %s '%s'",
		    yaml_kind_words(root->kind),
		    row_count > 1 ? "keys such as" : "the key", rows[0].key);
}
