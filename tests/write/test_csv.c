/* Downloads: they read back as what went in. The reader here is the plainest that RFC
 * 4180 allows and none of the program's own. */
#include "write/csv.h"

#include <math.h>
#include <stdlib.h>

#include "../unit.h"
#include "base/number.h"
#include "shire.h"

enum { COLUMNS = 27, ROWS_MOST = 2000 };

enum column {
	CSV_INDICATOR,
	CSV_INDICATOR_NAME,
	CSV_PARENT_CODE,
	CSV_PARENT_NAME,
	CSV_AREA_CODE,
	CSV_AREA_NAME,
	CSV_AREA_TYPE,
	CSV_SEX,
	CSV_AGE,
	CSV_CATEGORY_TYPE,
	CSV_CATEGORY,
	CSV_PERIOD,
	CSV_VALUE,
	CSV_LOWER95,
	CSV_UPPER95,
	CSV_LOWER998,
	CSV_UPPER998,
	CSV_COUNT,
	CSV_DENOMINATOR,
	CSV_NOTE,
	CSV_TREND,
	CSV_ENGLAND,
	CSV_PARENT,
	CSV_SORTABLE,
	CSV_NEW,
	CSV_GOAL,
	CSV_RANGE
};

static const char *const names[COLUMNS] = { "Indicator ID", "Indicator Name",
	"Parent Code", "Parent Name", "Area Code", "Area Name", "Area Type", "Sex",
	"Age", "Category Type", "Category", "Time period", "Value",
	"Lower CI 95.0 limit", "Upper CI 95.0 limit", "Lower CI 99.8 limit",
	"Upper CI 99.8 limit", "Count", "Denominator", "Value note", "Recent Trend",
	"Compared to England value or percentiles",
	"Compared to Region value or percentiles", "Time period Sortable", "New data",
	"Compared to goal", "Time period range" };

struct file_read {
	struct arena arena;
	struct str cells[ROWS_MOST][COLUMNS];
	size_t rows;
};

/* One cell from *rest on; says what ended it: ',' or '\n'. */
static char
read_cell(struct arena *arena, struct str *rest, struct str *cell)
{
	AUTO_BUF text = { 0 };
	bool quoted = str_starts(*rest, STR("\""));
	size_t i = quoted;

	for (;; i++) {
		ck_assert_uint_lt(i, rest->len);
		if (quoted && rest->at[i] == '"') {
			if (i + 1 < rest->len && rest->at[i + 1] == '"')
				i++;
			else
				break;
		} else if (!quoted && (rest->at[i] == ',' || rest->at[i] == '\r')) {
			break;
		}
		buf_add_char(&text, rest->at[i]);
	}
	*cell = str_copy(arena, buf_str(&text));
	*rest = str_slice(*rest, i + quoted, rest->len);
	if (str_starts(*rest, STR(","))) {
		*rest = str_slice(*rest, 1, rest->len);
		return ',';
	}
	ck_assert(str_starts(*rest, STR("\r\n")));
	*rest = str_slice(*rest, 2, rest->len);
	return '\n';
}

static struct file_read *
read_all(struct str csv)
{
	struct file_read *file = memory_take(1, sizeof *file);

	while (csv.len > 0) {
		ck_assert_uint_lt(file->rows, ROWS_MOST);
		for (size_t c = 0; c < COLUMNS; c++) {
			char end =
			    read_cell(&file->arena, &csv, &file->cells[file->rows][c]);

			ck_assert_int_eq(end, c + 1 < COLUMNS ? ',' : '\n');
		}
		file->rows++;
	}
	return file;
}

static void
file_done(struct file_read *file)
{
	arena_done(&file->arena);
	free(file);
}

static struct file_read *
ask(struct shire *shire, const char *path, const char *query)
{
	AUTO_BUF whole = { 0 };
	struct reply reply;

	site_reply(&shire->site, str_of(path), str_of(query), &reply);
	ck_assert_int_eq(reply.status, 200);
	buf_add(&whole, buf_str(&reply.body));
	while (reply.more) {
		ck_assert(site_continue(&reply));
		buf_add(&whole, buf_str(&reply.body));
	}
	reply_done(&reply);
	return read_all(buf_str(&whole));
}

/* The row of an area and period, the only one. */
static const struct str *
row_of(const struct file_read *file, const char *area, const char *period)
{
	const struct str *found = NULL;

	for (size_t r = 1; r < file->rows; r++) {
		const struct str *row = file->cells[r];

		if (!str_equal(row[CSV_AREA_CODE], str_of(area)) ||
		    !str_equal(row[CSV_PERIOD], str_of(period)))
			continue;
		ck_assert_msg(found == NULL, "%s %s twice", area, period);
		found = row;
	}
	ck_assert_msg(found != NULL, "no %s %s", area, period);
	return found;
}

START_TEST(test_header)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct file_read *file;

	shire_open(shire, 1);
	file = ask(shire, "/little/download.csv", "type=county-ua");
	for (size_t c = 0; c < COLUMNS; c++)
		ck_assert_msg(str_equal(file->cells[0][c], str_of(names[c])), "%.*s",
		    STR_ARG(file->cells[0][c]));
	file_done(file);
	file = ask(shire, "/little/download.csv", "");
	ck_assert(str_equal(file->cells[0][CSV_PARENT],
	    STR("Compared to parent value or percentiles")));
	file_done(file);
	file = ask(shire, "/little/download.csv", "type=region");
	ck_assert(
	    str_equal(file->cells[0][CSV_PARENT], STR("Compared to percentiles")));
	file_done(file);
	shire_done(shire);
	free(shire);
}
END_TEST

static const struct {
	const char *name, *query, *area, *period;
	enum column column;
	const char *text;
} cells[] = {
	{ "a value", "indicator=90001&sex=male", "E10000001", "2018", CSV_VALUE, "21" },
	{ "a limit", "indicator=90001", "E10000001", "2018", CSV_LOWER95, "19" },
	{ "a wider limit", "indicator=90001", "E10000001", "2018", CSV_UPPER998,
	    "21.6" },
	{ "a denominator", "indicator=90001", "E10000001", "2018", CSV_DENOMINATOR,
	    "10000" },
	{ "better", "indicator=90001", "E10000001", "2018", CSV_ENGLAND, "Better" },
	{ "against the region", "indicator=90001", "E10000003", "2018", CSV_PARENT,
	    "Worse" },
	{ "England has no parent", "indicator=90001", "E92000001", "2018",
	    CSV_PARENT_CODE, "" },
	{ "nor is it compared", "indicator=90001", "E92000001", "2018", CSV_ENGLAND,
	    "Not compared" },
	{ "a trend in the latest period", "indicator=90001", "E10000001", "2018",
	    CSV_TREND, "Increasing and getting worse" },
	{ "none before", "indicator=90001", "E10000001", "2017", CSV_TREND, "" },
	{ "a missing value", "indicator=90004", "E10000006", "2018", CSV_VALUE, "" },
	{ "its note, with quotes undone", "indicator=90004", "E10000006", "2018",
	    CSV_NOTE, "The council did not <answer> & would not say why" },
	{ "three grades of five", "indicator=90002", "E10000005", "2016 - 18",
	    CSV_ENGLAND, "Better" },
	{ "a sortable period", "indicator=90002", "E10000005", "2016 - 18",
	    CSV_SORTABLE, "20160000" },
	{ "its length", "indicator=90002", "E10000005", "2016 - 18", CSV_RANGE, "3y" },
	{ "the lowest fifth", "indicator=90003&type=county-ua", "E10000001", "2018",
	    CSV_ENGLAND, "Lowest quintile" },
	{ "the highest fifth", "indicator=90003&type=county-ua", "E10000006", "2018",
	    CSV_ENGLAND, "Highest quintile" },
	{ "a parent", "indicator=90003&type=ward", "E05000001", "2018", CSV_PARENT_NAME,
	    "Millfield" },
};

START_TEST(test_cell)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct file_read *file;
	const struct str *row;

	shire_open(shire, 1);
	file = ask(shire, "/little/trends.csv",
	    str_c(&shire->little.arena, str_print(&shire->little.arena, "%s&area=%s",
					    cells[_i].query, cells[_i].area)));
	row = row_of(file, cells[_i].area, cells[_i].period);
	ck_assert_msg(str_equal(row[cells[_i].column], str_of(cells[_i].text)),
	    "%s: '%.*s'", cells[_i].name, STR_ARG(row[cells[_i].column]));
	file_done(file);
	shire_done(shire);
	free(shire);
}
END_TEST

static bool
is_number_or_empty(struct str text)
{
	double value;

	return text.len == 0 || number_parse(text, &value);
}

static struct str
page_of(struct shire *shire, const char *path, const char *query)
{
	struct reply reply;
	struct str text;

	site_reply(&shire->site, str_of(path), str_of(query), &reply);
	ck_assert_int_eq(reply.status, 200);
	text = str_copy(&shire->little.arena, buf_str(&reply.body));
	reply_done(&reply);
	return text;
}

/* What reads better on a page is another name to a program. */
START_TEST(test_name_as_published)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct file_read *file;
	const struct str *row;

	little_start(&shire->little);
	shire->little.draft.areas[NORTH].name = STR("North region");
	shire->little.draft.areas[NORTH].published = STR("North  region ");
	shire->little.draft.indicators[SMOKING].published = STR(" Smoking at  age 16");
	little_open(&shire->little);
	shire->profiles[0] =
	    (struct site_profile){ STR("little"), &shire->little.release };
	shire->site = (struct site){ shire->profiles, 1 };
	file = ask(shire, "/little/area.csv", "area=E12000001&type=region");
	row = row_of(file, "E12000001", "2018");
	ck_assert(str_equal(row[CSV_AREA_NAME], STR("North  region ")));
	ck_assert(str_equal(row[CSV_INDICATOR_NAME], STR(" Smoking at  age 16")));
	ck_assert(str_has(page_of(shire, "/little/area", "area=E12000001&type=region"),
	    STR("Smoking at age 16")));
	file_done(file);
	shire_done(shire);
	free(shire);
}
END_TEST

/* A source without a column of sexes or ages says nothing of either: no more does the
 * download, and a page does not go on about it. */
START_TEST(test_not_stated)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct draft *draft = &shire->little.draft;
	struct file_read *file;
	const struct str *row;
	struct str page;

	little_start(&shire->little);
	draft->series[WELLBEING_COUNTY].sex = SEX_UNSTATED;
	draft->ages[draft->series[WELLBEING_COUNTY].age] = STR("");
	little_open(&shire->little);
	shire->profiles[0] =
	    (struct site_profile){ STR("little"), &shire->little.release };
	shire->site = (struct site){ shire->profiles, 1 };
	file = ask(shire, "/little/trends.csv",
	    "indicator=90003&type=county-ua&area=E10000001");
	row = row_of(file, "E10000001", "2018");
	ck_assert_uint_eq(row[CSV_SEX].len, 0);
	ck_assert_uint_eq(row[CSV_AGE].len, 0);
	page = page_of(shire, "/little/compare",
	    "indicator=90003&type=county-ua&sex=not-stated&age=not-stated");
	ck_assert(str_has(page, STR("Wellbeing")));
	ck_assert(!str_has(page, STR("Not stated,")));
	ck_assert(!str_has(page, STR("All ages")));
	file_done(file);
	shire_done(shire);
	free(shire);
}
END_TEST

/* In whose words a goal is met is the source's affair. */
START_TEST(test_goal)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct figure figure = little_value(20, 1, 2);
	struct file_read *file;
	struct str page;

	figure.goal = 2;
	little_start(&shire->little);
	little_put(&shire->little, SMOKING_COUNTY, MILLFIELD, Y2018, figure);
	little_open(&shire->little);
	shire->profiles[0] =
	    (struct site_profile){ STR("little"), &shire->little.release };
	shire->site = (struct site){ shire->profiles, 1 };
	file = ask(shire, "/little/trends.csv",
	    "indicator=90001&type=county-ua&area=E10000001");
	ck_assert(str_equal(
	    row_of(file, "E10000001", "2018")[CSV_GOAL], STR("Amber  or better")));
	ck_assert_uint_eq(row_of(file, "E10000001", "2017")[CSV_GOAL].len, 0);
	file_done(file);
	page = page_of(
	    shire, "/little/trends", "indicator=90001&type=county-ua&area=E10000001");
	ck_assert(str_has(page, STR("Compared with the goal")));
	ck_assert(str_has(page, STR("Amber  or better")));
	page = page_of(
	    shire, "/little/trends", "indicator=90001&type=county-ua&area=E10000002");
	ck_assert(!str_has(page, STR("Compared with the goal")));
	shire_done(shire);
	free(shire);
}
END_TEST

/* A folder without figures of England says still how its source compared with it. */
START_TEST(test_no_root)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct figure figure = little_value(20, (double)NAN, (double)NAN);
	struct draft *draft = &shire->little.draft;
	struct file_read *file;

	figure.published = (VERDICT_WORSE + 1) << PUBLISHED_ENGLAND;
	little_start(&shire->little);
	draft->profile.root = draft->profile.benchmark = RELEASE_NONE;
	draft->indicators[WELLBEING].comparison = COMPARISON_INTERVAL;
	little_put(&shire->little, WELLBEING_COUNTY, MILLFIELD, Y2018, figure);
	little_open(&shire->little);
	shire->profiles[0] =
	    (struct site_profile){ STR("little"), &shire->little.release };
	shire->site = (struct site){ shire->profiles, 1 };
	file = ask(shire, "/little/trends.csv",
	    "indicator=90001&type=county-ua&area=E10000001");
	ck_assert(str_equal(
	    row_of(file, "E10000001", "2018")[CSV_ENGLAND], STR("Not compared")));
	file_done(file);
	file = ask(shire, "/little/trends.csv",
	    "indicator=90003&type=county-ua&area=E10000001");
	ck_assert(
	    str_equal(row_of(file, "E10000001", "2018")[CSV_ENGLAND], STR("Worse")));
	file_done(file);
	shire_done(shire);
	free(shire);
}
END_TEST

/* A later figure of the same place stands for the earlier. */
static bool
is_replaced(const struct little *little, size_t place)
{
	const struct little_cell *cell = &little->cells[place];

	for (size_t i = place + 1; i < little->cell_count; i++) {
		const struct little_cell *later = &little->cells[i];

		if (later->series == cell->series && later->area == cell->area &&
		    later->period == cell->period)
			return true;
	}
	return false;
}

static size_t
count_rows(const struct little *little)
{
	size_t count = 0;

	for (size_t i = 0; i < little->cell_count; i++)
		count += little->cells[i].figure.missing != MISSING_NO_ROW &&
			 !is_replaced(little, i);
	return count;
}

/* Every figure of the release stands in the whole download, once. */
START_TEST(test_whole)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct file_read *file;

	shire_open(shire, 1);
	file = ask(shire, "/little/download.csv", "");
	ck_assert_uint_eq(file->rows - 1, count_rows(&shire->little));
	for (size_t r = 1; r < file->rows; r++) {
		const struct str *row = file->cells[r];

		for (enum column c = CSV_VALUE; c <= CSV_DENOMINATOR; c++)
			ck_assert(is_number_or_empty(row[c]));
		ck_assert(row[CSV_AREA_CODE].len == 9 && row[CSV_GOAL].len == 0);
		ck_assert_uint_eq(row[CSV_SORTABLE].len, 8);
	}
	file_done(file);
	shire_done(shire);
	free(shire);
}
END_TEST

static const struct {
	const char *name, *text, *cell;
} quotes[] = {
	{ "plain", "a b", "a b" },
	{ "a comma", "a,b", "\"a,b\"" },
	{ "quotes", "a \"b\"", "\"a \"\"b\"\"\"" },
	{ "a line feed", "a\nb", "\"a\nb\"" },
	{ "a carriage return", "a\rb", "\"a\rb\"" },
	{ "an apostrophe", "it's", "it's" },
	{ "a formula stays what it is", "=1+1", "=1+1" },
};

START_TEST(test_quotes)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	AUTO_ARENA arena = { 0 };
	struct reply reply;
	struct file_read *file;
	struct str cell = str_print(&arena, "90003,%s,", quotes[_i].cell);

	little_start(&shire->little);
	shire->little.draft.indicators[WELLBEING].name = str_of(quotes[_i].text);
	little_open(&shire->little);
	shire->profiles[0] =
	    (struct site_profile){ STR("little"), &shire->little.release };
	shire->site = (struct site){ shire->profiles, 1 };
	site_reply(
	    &shire->site, STR("/little/compare.csv"), STR("indicator=90003"), &reply);
	ck_assert_msg(str_has(buf_str(&reply.body), cell), "%s", quotes[_i].name);
	file = read_all(buf_str(&reply.body));
	ck_assert_msg(
	    str_equal(file->cells[1][CSV_INDICATOR_NAME], str_of(quotes[_i].text)),
	    "%s, read back", quotes[_i].name);
	file_done(file);
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("csv");

	tcase_add_test(tcase, test_header);
	ADD_ROWS(tcase, test_cell, cells);
	tcase_add_test(tcase, test_name_as_published);
	tcase_add_test(tcase, test_goal);
	tcase_add_test(tcase, test_not_stated);
	tcase_add_test(tcase, test_no_root);
	tcase_add_test(tcase, test_whole);
	ADD_ROWS(tcase, test_quotes, quotes);
	return unit_run("csv", tcase);
}
