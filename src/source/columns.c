#include "source/columns.h"

#include <stdlib.h>

#include "base/buf.h"
#include "model/indicator.h"

enum { SAMPLE = 100 /* records that show what a column holds */ };

static const char *const titles[ROLE_COUNT] = {
	[ROLE_INDICATOR_ID] = "Indicator ID",
	[ROLE_INDICATOR_NAME] = "Indicator Name",
	[ROLE_PARENT_CODE] = "Parent Code",
	[ROLE_PARENT_NAME] = "Parent Name",
	[ROLE_AREA_CODE] = "Area Code",
	[ROLE_AREA_NAME] = "Area Name",
	[ROLE_AREA_TYPE] = "Area Type",
	[ROLE_SEX] = "Sex",
	[ROLE_AGE] = "Age",
	[ROLE_CATEGORY_TYPE] = "Category Type",
	[ROLE_CATEGORY] = "Category",
	[ROLE_PERIOD] = "Time period",
	[ROLE_VALUE] = "Value",
	[ROLE_LOWER95] = "Lower CI 95.0 limit",
	[ROLE_UPPER95] = "Upper CI 95.0 limit",
	[ROLE_LOWER998] = "Lower CI 99.8 limit",
	[ROLE_UPPER998] = "Upper CI 99.8 limit",
	[ROLE_COUNT_OF] = "Count",
	[ROLE_DENOMINATOR] = "Denominator",
	[ROLE_NOTE] = "Value note",
	[ROLE_TREND] = "Recent Trend",
	[ROLE_ENGLAND] = "Compared to England value or percentiles",
	[ROLE_PARENT] = "Compared to parent value or percentiles",
	[ROLE_SORTABLE] = "Time period Sortable",
	[ROLE_NEW] = "New data",
	[ROLE_GOAL] = "Compared to goal",
	[ROLE_RANGE] = "Time period range",
	[ROLE_UNIT] = "Unit",
};

static const struct columns_name names[] = {
	{ "age", ROLE_AGE },
	{ "ageband", ROLE_AGE },
	{ "agegroup", ROLE_AGE },
	{ "agerange", ROLE_AGE },
	{ "areacode", ROLE_AREA_CODE },
	{ "areaname", ROLE_AREA_NAME },
	{ "areatype", ROLE_AREA_TYPE },
	{ "category", ROLE_CATEGORY },
	{ "categorytype", ROLE_CATEGORY_TYPE },
	{ "count", ROLE_COUNT_OF },
	{ "date", ROLE_PERIOD },
	{ "denominator", ROLE_DENOMINATOR },
	{ "gender", ROLE_SEX },
	{ "geographycode", ROLE_AREA_CODE },
	{ "geographyname", ROLE_AREA_NAME },
	{ "geographytype", ROLE_AREA_TYPE },
	{ "gsscode", ROLE_AREA_CODE },
	{ "id", ROLE_INDICATOR_ID },
	{ "indicator", ROLE_INDICATOR_NAME },
	{ "indicatorid", ROLE_INDICATOR_ID },
	{ "indicatorname", ROLE_INDICATOR_NAME },
	{ "lowerci", ROLE_LOWER95 },
	{ "lowerci95", ROLE_LOWER95 },
	{ "lowerci950", ROLE_LOWER95 },
	{ "lowerci950limit", ROLE_LOWER95 },
	{ "lowerci95limit", ROLE_LOWER95 },
	{ "lowerci998", ROLE_LOWER998 },
	{ "lowerci998limit", ROLE_LOWER998 },
	{ "lowercilimit", ROLE_LOWER95 },
	{ "lowercl", ROLE_LOWER95 },
	{ "lowerlimit", ROLE_LOWER95 },
	{ "measure", ROLE_UNIT },
	{ "newdata", ROLE_NEW },
	{ "note", ROLE_NOTE },
	{ "numerator", ROLE_COUNT_OF },
	{ "parentcode", ROLE_PARENT_CODE },
	{ "parentname", ROLE_PARENT_NAME },
	{ "period", ROLE_PERIOD },
	{ "periodrange", ROLE_RANGE },
	{ "recenttrend", ROLE_TREND },
	{ "sex", ROLE_SEX },
	{ "significance", ROLE_ENGLAND },
	{ "targetdata", ROLE_GOAL },
	{ "timeperiod", ROLE_PERIOD },
	{ "timeperiodrange", ROLE_RANGE },
	{ "timeperiodsortable", ROLE_SORTABLE },
	{ "trend", ROLE_TREND },
	{ "unit", ROLE_UNIT },
	{ "units", ROLE_UNIT },
	{ "upperci", ROLE_UPPER95 },
	{ "upperci95", ROLE_UPPER95 },
	{ "upperci950", ROLE_UPPER95 },
	{ "upperci950limit", ROLE_UPPER95 },
	{ "upperci95limit", ROLE_UPPER95 },
	{ "upperci998", ROLE_UPPER998 },
	{ "upperci998limit", ROLE_UPPER998 },
	{ "uppercilimit", ROLE_UPPER95 },
	{ "uppercl", ROLE_UPPER95 },
	{ "upperlimit", ROLE_UPPER95 },
	{ "value", ROLE_VALUE },
	{ "valuenote", ROLE_NOTE },
	{ "year", ROLE_PERIOD },
};

enum { NAMES = sizeof names / sizeof names[0] };

const struct columns_name *
columns_names(size_t *count)
{
	*count = NAMES;
	return names;
}

const char *
columns_title(enum role role)
{
	return titles[role];
}

struct str
columns_fold(struct arena *arena, struct str header)
{
	char *folded = ARENA_NEW(arena, char, header.len);
	size_t n = 0;

	for (size_t i = 0; i < header.len; i++) {
		char c = header.at[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + ('a' - 'A'));
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			folded[n++] = c;
	}
	return (struct str){ .at = folded, .len = n };
}

static int
order(const void *key, const void *element)
{
	const struct str *folded = key;
	const struct columns_name *name = element;

	return str_order(*folded, str_of(name->folded));
}

/* The comparisons are named after what is compared with: England, the goal, or the
 * parent under any name ("Region", "ICBs", or only "percentiles"). */
static enum role
comparison_role(struct str with)
{
	if (str_starts(with, STR("england")))
		return ROLE_ENGLAND;
	if (str_starts(with, STR("goal")))
		return ROLE_GOAL;
	return ROLE_PARENT;
}

enum role
columns_role(struct arena *arena, struct str header)
{
	const struct str compared = STR("comparedto");
	struct str folded = columns_fold(arena, header);
	const struct columns_name *name =
	    bsearch(&folded, names, NAMES, sizeof names[0], order);

	if (name)
		return name->role;
	if (str_starts(folded, compared) && folded.len > compared.len)
		return comparison_role(str_slice(folded, compared.len, folded.len));
	return ROLE_COUNT;
}

/* Whether a column holds sexes, by some of its cells: re-shaped tables have "Persons"
 * in a column "unit". */
static bool
holds_sexes(const struct csv *csv, size_t column)
{
	struct report unread = { 0 };
	struct csv *sample = memory_take(1, sizeof *sample);
	struct str rest = str_slice(csv->text, csv->at, csv->text.len);
	size_t sexes = 0, others = 0;
	enum sex sex;

	csv_init(sample, rest, csv->feed, csv->at_line, csv->file, &unread);
	for (size_t i = 0; i < SAMPLE && others == 0 && csv_next(sample); i++) {
		const struct csv_cell *cell = &sample->cells[column];
		struct str text = str_trim((struct str){ cell->at, cell->len });
		if (text.len == 0)
			continue;
		if (sex_parse(text, &sex))
			sexes++;
		else
			others++;
	}
	free(sample);
	report_done(&unread);
	return sexes > 0 && others == 0;
}

/* What reading a header needs besides the result. */
struct heading {
	struct arena *arena;
	struct columns *columns;
	struct csv *csv;
	struct str unknown[CSV_CELLS]; /* as written */
	uint16_t unknown_at[CSV_CELLS];
	size_t unknown_count;
};

static struct str
header_text(const struct heading *heading, size_t column)
{
	return str_squeeze(
	    heading->arena, csv_text(heading->arena, &heading->csv->cells[column]));
}

static void
keep_unknown(struct heading *heading, size_t column)
{
	struct str text = header_text(heading, column);

	if (text.len == 0)
		return;
	heading->unknown[heading->unknown_count] = text;
	heading->unknown_at[heading->unknown_count++] = (uint16_t)column;
}

/* Gives the column its role. The same name twice is a fault; another name for a role
 * that is taken is one more unknown column. */
static bool
place_column(struct heading *heading, size_t column)
{
	struct columns *columns = heading->columns;
	struct str text = header_text(heading, column);
	enum role role = columns_role(heading->arena, text);

	if (role == ROLE_UNIT && holds_sexes(heading->csv, column))
		role = ROLE_SEX;
	if (role == ROLE_COUNT) {
		keep_unknown(heading, column);
		return true;
	}
	if (!columns_has(columns, role)) {
		columns->at[role] = (uint16_t)column;
		return true;
	}
	struct str first = header_text(heading, columns->at[role]);
	if (!str_equal(columns_fold(heading->arena, first),
		columns_fold(heading->arena, text))) {
		keep_unknown(heading, column);
		return true;
	}
	report_fault(heading->csv->report,
	    csv_place(heading->csv, &heading->csv->cells[column]),
	    "column '%.*s' is there twice; wanted it once", STR_ARG(text));
	return false;
}

/* Reports a missing column, with the unknown one that may be meant for it. */
static void
report_missing(const struct heading *heading, const char *wanted)
{
	const struct csv *csv = heading->csv;
	size_t near =
	    str_nearest(str_of(wanted), heading->unknown, heading->unknown_count);

	if (near == SIZE_MAX) {
		report_fault(csv->report, csv_place(csv, &csv->cells[0]),
		    "column '%s' is missing", wanted);
		return;
	}
	report_fault(csv->report,
	    csv_place(csv, &csv->cells[heading->unknown_at[near]]),
	    "column '%s' is missing; is '%.*s' meant for it?", wanted,
	    STR_ARG(heading->unknown[near]));
}

static bool
check_essential(const struct heading *heading)
{
	static const enum role essential[] = { ROLE_AREA_CODE, ROLE_PERIOD,
		ROLE_VALUE };
	const struct columns *columns = heading->columns;
	bool good = true;

	if (!columns_has(columns, ROLE_INDICATOR_ID) &&
	    !columns_has(columns, ROLE_INDICATOR_NAME)) {
		report_missing(heading, titles[ROLE_INDICATOR_ID]);
		good = false;
	}
	for (size_t i = 0; i < sizeof essential / sizeof essential[0]; i++) {
		if (columns_has(columns, essential[i]))
			continue;
		report_missing(heading, titles[essential[i]]);
		good = false;
	}
	return good;
}

static void
note_unknown(const struct heading *heading)
{
	const struct csv *csv = heading->csv;
	AUTO_BUF list = { 0 };

	if (heading->unknown_count == 0)
		return;
	for (size_t i = 0; i < heading->unknown_count; i++)
		buf_print(
		    &list, "%s'%.*s'", i ? ", " : "", STR_ARG(heading->unknown[i]));
	report_note(csv->report, csv_place(csv, &csv->cells[heading->unknown_at[0]]),
	    "%s of no known meaning: %.*s",
	    heading->unknown_count == 1 ? "a column" : "columns",
	    STR_ARG(buf_str(&list)));
}

bool
columns_read(struct columns *columns, struct csv *csv)
{
	AUTO_ARENA arena = { 0 };
	struct heading *heading = ARENA_NEW(&arena, struct heading, 1);
	bool good = true;

	heading->arena = &arena;
	heading->columns = columns;
	heading->csv = csv;
	columns->count = csv->count < CSV_CELLS ? csv->count : CSV_CELLS;
	for (size_t i = 0; i < ROLE_COUNT; i++)
		columns->at[i] = CSV_CELLS;
	for (size_t i = 0; i < columns->count; i++)
		good = place_column(heading, i) && good;
	good = check_essential(heading) && good;
	if (good)
		note_unknown(heading);
	return good;
}
