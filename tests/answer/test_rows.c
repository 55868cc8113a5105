#include "answer/rows.h"

#include "../unit.h"
#include "little.h"

static struct little little;

static void
set_up(void)
{
	little_start(&little);
	little_open(&little);
}

static void
tear_down(void)
{
	little_done(&little);
}

struct collected {
	struct download_row rows[400];
	uint32_t count, stop_after;
};

static bool
collect(void *context, const struct download_row *row)
{
	struct collected *into = context;

	ck_assert_uint_lt(into->count, 400);
	into->rows[into->count++] = *row;
	return into->count != into->stop_after;
}

static const struct rows_filter all = { RELEASE_NONE, RELEASE_NONE, RELEASE_NONE,
	RELEASE_NONE, RELEASE_NONE };

static struct collected
walk(const struct rows_filter *filter, uint32_t stop_after)
{
	struct collected rows = { .stop_after = stop_after };
	struct err err;

	ck_assert(rows_walk(&little.release, filter, collect, &rows, &err));
	return rows;
}

static const struct {
	const char *name;
	struct rows_filter filter;
	uint32_t count;
} filters[] = {
	{ "everything",
	    { RELEASE_NONE, RELEASE_NONE, RELEASE_NONE, RELEASE_NONE, RELEASE_NONE },
	    131 + 28 + 38 + 40 },
	{ "a domain", { NEED, RELEASE_NONE, RELEASE_NONE, RELEASE_NONE, RELEASE_NONE },
	    131 + 28 },
	{ "an indicator",
	    { RELEASE_NONE, CARE, RELEASE_NONE, RELEASE_NONE, RELEASE_NONE }, 40 },
	{ "an indicator of another domain",
	    { NEED, CARE, RELEASE_NONE, RELEASE_NONE, RELEASE_NONE }, 0 },
	{ "an area type",
	    { RELEASE_NONE, RELEASE_NONE, TYPE_REGION, RELEASE_NONE, RELEASE_NONE },
	    12 },
	{ "an area", { RELEASE_NONE, SMOKING, RELEASE_NONE, RELEASE_NONE, ASHBY_TOO },
	    17 },
	{ "the areas of a parent",
	    { RELEASE_NONE, CARE, TYPE_COUNTY, NORTH, RELEASE_NONE }, 18 },
	{ "of two types",
	    { RELEASE_NONE, WELLBEING, RELEASE_NONE, NORTH, RELEASE_NONE }, 3 },
	{ "an area of another parent",
	    { RELEASE_NONE, CARE, RELEASE_NONE, NORTH, ZEDTON }, 0 },
	{ "England", { RELEASE_NONE, ADMISSIONS, RELEASE_NONE, RELEASE_NONE, ENGLAND },
	    4 },
};

START_TEST(test_filter)
{
	struct collected rows = walk(&filters[_i].filter, 0);

	ck_assert_msg(rows.count == filters[_i].count, "%s: %u rows", filters[_i].name,
	    rows.count);
}
END_TEST

static bool
ascend(const struct download_row *a, const struct download_row *b)
{
	const uint32_t x[] = { a->indicator, a->type, a->sex, a->age, a->category,
		a->period, a->area };
	const uint32_t y[] = { b->indicator, b->type, b->sex, b->age, b->category,
		b->period, b->area };

	for (size_t i = 0; i < ROWS(x); i++)
		if (x[i] != y[i])
			return x[i] < y[i];
	return false;
}

START_TEST(test_order)
{
	const struct rows_filter services = { SERVICES, RELEASE_NONE, RELEASE_NONE,
		RELEASE_NONE, RELEASE_NONE };
	struct collected rows = walk(&all, 0);

	for (uint32_t i = 1; i < rows.count; i++)
		ck_assert_msg(ascend(&rows.rows[i - 1], &rows.rows[i]), "row %u", i);
	rows = walk(&services, 0);
	ck_assert_uint_eq(rows.rows[0].indicator, WELLBEING);
	ck_assert_uint_eq(rows.rows[38].indicator, CARE);
	ck_assert_uint_eq(rows.rows[78].indicator, SMOKING);
}
END_TEST

START_TEST(test_stop)
{
	ck_assert_uint_eq(walk(&all, 3).count, 3);
	ck_assert_uint_eq(walk(&all, 100).count, 100);
}
END_TEST

static const struct {
	const char *name;
	uint32_t type, sex, area, period;
	uint32_t parent;
	enum verdict verdict, parent_verdict;
	bool latest;
	enum trend trend;
} contents[] = {
	{ "a county", TYPE_COUNTY, SEX_PERSONS, MILLFIELD, Y2018, NORTH, VERDICT_BETTER,
	    VERDICT_BETTER, true, TREND_UP },
	{ "a year before", TYPE_COUNTY, SEX_PERSONS, MILLFIELD, Y2017, NORTH,
	    VERDICT_BETTER, VERDICT_BETTER, false, TREND_UNKNOWN },
	{ "otherwise than its region", TYPE_COUNTY, SEX_PERSONS, AREA_10, Y2018, NORTH,
	    VERDICT_SIMILAR, VERDICT_WORSE, true, TREND_DOWN },
	{ "suppressed", TYPE_COUNTY, SEX_PERSONS, ASHBY, Y2018, SOUTH, VERDICT_NONE,
	    VERDICT_NONE, true, TREND_UNKNOWN },
	{ "a region", TYPE_REGION, SEX_PERSONS, NORTH, Y2018, ENGLAND, VERDICT_BETTER,
	    VERDICT_NONE, true, TREND_NONE },
	{ "England", TYPE_COUNTRY, SEX_PERSONS, ENGLAND, Y2018, RELEASE_NONE,
	    VERDICT_NONE, VERDICT_NONE, true, TREND_NONE },
	{ "nothing to compare with", TYPE_COUNTY, SEX_FEMALE, ZEDTON, Y2018, SOUTH,
	    VERDICT_NONE, VERDICT_NONE, true, TREND_NONE },
};

START_TEST(test_content)
{
	const struct rows_filter smoking = { RELEASE_NONE, SMOKING, contents[_i].type,
		RELEASE_NONE, contents[_i].area };
	struct collected rows = walk(&smoking, 0);
	uint32_t found = 0;

	for (uint32_t i = 0; i < rows.count; i++) {
		const struct download_row *row = &rows.rows[i];
		if (row->sex != contents[_i].sex || row->period != contents[_i].period)
			continue;
		found++;
		ck_assert_msg(row->parent == contents[_i].parent &&
				  row->finding.verdict == contents[_i].verdict &&
				  row->parent_verdict == contents[_i].parent_verdict,
		    "%s: parent %u, %s, %s", contents[_i].name, row->parent,
		    verdict_word(row->finding.verdict),
		    verdict_word(row->parent_verdict));
		ck_assert_msg(row->latest == contents[_i].latest &&
				  row->finding.trend.trend == contents[_i].trend,
		    "%s: %d, %d", contents[_i].name, row->latest,
		    (int)row->finding.trend.trend);
	}
	ck_assert_msg(found == 1, "%s: %u rows", contents[_i].name, found);
}
END_TEST

/* Figures that do not match their checksum end the walk with an error, not with wrong
 * rows. The last byte of a release belongs to the block of the last series. */
START_TEST(test_damage)
{
	struct str bytes = little.release.file.bytes;
	uint64_t *copy = memory_take(bytes.len / 8 + 1, 8);
	struct collected rows = { .count = 0 };
	struct release damaged;
	struct err err = { 0 };

	memcpy(copy, bytes.at, bytes.len);
	((char *)copy)[bytes.len - 1] ^= 1;
	ck_assert_msg(release_open_bytes(&damaged,
			  (struct str){ .at = (char *)copy, .len = bytes.len }, &err),
	    "%s", err.text);
	ck_assert(!rows_walk(&damaged, &all, collect, &rows, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_uint_gt(rows.count, 200);
	release_close(&damaged);
	free(copy);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("rows");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	ADD_ROWS(tcase, test_filter, filters);
	tcase_add_test(tcase, test_order);
	tcase_add_test(tcase, test_stop);
	ADD_ROWS(tcase, test_content, contents);
	tcase_add_test(tcase, test_damage);
	return unit_run("answer rows", tcase);
}
