#include "answer/england.h"

#include <math.h>

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

START_TEST(test_england)
{
	static const struct {
		uint32_t indicator, sex, latest, before;
		enum side change;
		enum trend trend;
	} rows[] = {
		{ SMOKING, SEX_PERSONS, Y2018, Y2017, SIDE_SIMILAR, TREND_NONE },
		{ SMOKING, SEX_MALE, Y2018, Y2017, SIDE_SIMILAR, TREND_NONE },
		/* The rolling periods between the two share years with the latest. */
		{ ADMISSIONS, SEX_PERSONS, Y2016_18, Y2013_15, SIDE_SIMILAR,
		    TREND_UNKNOWN },
		{ CARE, SEX_PERSONS, Y2018, Y2017, SIDE_BELOW, TREND_UNKNOWN },
		{ SMOKING, SEX_PERSONS, Y2018, Y2017, SIDE_SIMILAR, TREND_NONE },
		{ SMOKING, SEX_MALE, Y2018, Y2017, SIDE_SIMILAR, TREND_NONE },
	};
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);
	struct england england;
	struct err err;

	ck_assert(england_ask(&arena, &view, &england, &err));
	ck_assert_uint_eq(england.row_count, ROWS(rows));
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct england_row *row = &england.rows[i];
		ck_assert_uint_eq(row->domain, i < 3 ? NEED : SERVICES);
		ck_assert_uint_eq(row->variant.indicator, rows[i].indicator);
		ck_assert_uint_eq(row->variant.sex, rows[i].sex);
		ck_assert_uint_eq(row->latest.period, rows[i].latest);
		ck_assert_uint_eq(row->before.period, rows[i].before);
		ck_assert_int_eq(row->change, rows[i].change);
		ck_assert_int_eq(row->latest.trend.trend, rows[i].trend);
		ck_assert_int_eq(row->latest.verdict, VERDICT_NONE);
		/* Smoking stands in both domains. */
		ck_assert(row->again == (i >= 4));
	}
}
END_TEST

/* England's children in care of 2017 and 2018, and what is made of their change. */
static const struct {
	const char *name;
	enum comparison comparison;
	double before, half95, half998;
	enum side change;
} changes[] = {
	{ "intervals apart", COMPARISON_INTERVAL, 60, 4, 6, SIDE_BELOW },
	{ "intervals that touch", COMPARISON_INTERVAL, 60, 5, 6, SIDE_SIMILAR },
	{ "apart at 95 %, not at 99.8 %", COMPARISON_INTERVAL_998, 60, 4, 6,
	    SIDE_SIMILAR },
	{ "apart at 99.8 %", COMPARISON_INTERVAL_998, 60, 4, 4.5, SIDE_BELOW },
	{ "one of two levels", COMPARISON_TWO_LEVELS, 60, 4, 6, SIDE_BELOW },
	{ "both levels", COMPARISON_TWO_LEVELS, 60, 4, 4.5, SIDE_FAR_BELOW },
	{ "upwards at both levels", COMPARISON_TWO_LEVELS, 40, 4, 4.5, SIDE_FAR_ABOVE },
	{ "without limits", COMPARISON_INTERVAL, 60, (double)NAN, (double)NAN,
	    SIDE_UNKNOWN },
	{ "without those that are asked for", COMPARISON_INTERVAL_998, 60, 4,
	    (double)NAN, SIDE_UNKNOWN },
};

START_TEST(test_england_change)
{
	AUTO_ARENA arena = { 0 };
	struct little own;
	struct england england;
	struct err err;

	little_start(&own);
	own.draft.indicators[CARE].comparison = changes[_i].comparison;
	little_put(&own, CARE_ENGLAND, ENGLAND, Y2017,
	    little_value(changes[_i].before, changes[_i].half95, changes[_i].half998));
	little_put(&own, CARE_ENGLAND, ENGLAND, Y2018,
	    little_value(50, changes[_i].half95, changes[_i].half998));
	little_open(&own);
	struct view view = little_view(&little, SERVICES);
	view.release = &own.release;
	ck_assert(england_ask(&arena, &view, &england, &err));
	ck_assert_uint_eq(england.rows[0].variant.indicator, CARE);
	ck_assert_msg(england.rows[0].change == changes[_i].change, "%s: %d",
	    changes[_i].name, (int)england.rows[0].change);
	little_done(&own);
}
END_TEST

/* A figure that is hidden is not one that never was. */
START_TEST(test_england_hidden_before)
{
	AUTO_ARENA arena = { 0 };
	struct little own;
	struct england england;
	struct err err;

	little_start(&own);
	little_put(
	    &own, CARE_ENGLAND, ENGLAND, Y2017, little_missing(MISSING_SUPPRESSED));
	little_open(&own);
	struct view view = little_view(&little, SERVICES);
	view.release = &own.release;
	ck_assert(england_ask(&arena, &view, &england, &err));
	ck_assert_uint_eq(england.rows[0].before.period, Y2017);
	ck_assert_int_eq(england.rows[0].before.figure.missing, MISSING_SUPPRESSED);
	ck_assert_int_eq(england.rows[0].change, SIDE_UNKNOWN);
	little_done(&own);
}
END_TEST

START_TEST(test_england_with_one_period)
{
	AUTO_ARENA arena = { 0 };
	struct little own;
	struct england england;
	struct err err;

	little_start(&own);
	for (uint32_t p = Y2014_16; p <= Y2016_18; p += 2)
		little_put(&own, ADMISSIONS_COUNTRY, ENGLAND, p,
		    little_missing(MISSING_NO_ROW));
	little_open(&own);
	struct view view = little_view(&little, NEED);
	view.release = &own.release;
	ck_assert(england_ask(&arena, &view, &england, &err));
	ck_assert_uint_eq(england.rows[2].latest.period, Y2013_15);
	ck_assert_uint_eq(england.rows[2].before.series, RELEASE_NONE);
	ck_assert_uint_eq(england.rows[2].before.period, RELEASE_NONE);
	ck_assert_int_eq(england.rows[2].change, SIDE_UNKNOWN);
	ck_assert(!england.rows[2].overlapping);
	little_done(&own);
}
END_TEST

START_TEST(test_england_with_overlapping_periods)
{
	AUTO_ARENA arena = { 0 };
	struct little own;
	struct england england;
	struct err err;

	little_start(&own);
	little_put(&own, ADMISSIONS_ENGLAND, ENGLAND, Y2013_15,
	    little_missing(MISSING_NO_ROW));
	little_open(&own);
	struct view view = little_view(&little, NEED);
	view.release = &own.release;
	ck_assert(england_ask(&arena, &view, &england, &err));
	ck_assert_uint_eq(england.rows[2].latest.period, Y2016_18);
	ck_assert_uint_eq(england.rows[2].before.period, RELEASE_NONE);
	ck_assert(england.rows[2].overlapping);
	little_done(&own);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("england");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_england);
	ADD_ROWS(tcase, test_england_change, changes);
	tcase_add_test(tcase, test_england_hidden_before);
	tcase_add_test(tcase, test_england_with_one_period);
	tcase_add_test(tcase, test_england_with_overlapping_periods);
	return unit_run("answer england", tcase);
}
