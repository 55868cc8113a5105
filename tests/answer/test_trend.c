#include "answer/finding.h"
#include "answer/ranking.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

#define NONE ((double)NAN)
#define SAID(trend) ((uint16_t)(((trend) + 1) << PUBLISHED_TREND))

static struct little little;
static const struct variant smoking = { SMOKING, SEX_PERSONS, AGE_16, 0 };
static const uint32_t years[] = { Y2014, Y2015, Y2016, Y2017, Y2018 };

enum with { COUNTS = 1, LIMITS = 2 };

/* Five years of Millfield, counts of 10000. */
static const struct {
	const char *name;
	enum value_type type;
	double values[5];
	int with;
	uint16_t published;
	enum trend trend;
	enum trend_reason reason;
	bool as_published;
} trends[] = {
	{ "a proportion that rises", VALUE_PROPORTION, { 10, 12, 14, 16, 18 }, COUNTS,
	    0, TREND_UP, TREND_REASON_NONE, false },
	{ "a proportion that falls", VALUE_PROPORTION, { 18, 16, 14, 12, 10 }, COUNTS,
	    0, TREND_DOWN, TREND_REASON_NONE, false },
	{ "a proportion that does neither", VALUE_PROPORTION, { 10, 11, 10, 11, 10 },
	    COUNTS, 0, TREND_NONE, TREND_REASON_NONE, false },
	{ "a proportion without counts, by its limits", VALUE_PROPORTION,
	    { 10, 12, 14, 16, 18 }, LIMITS, 0, TREND_UP, TREND_REASON_NONE, false },
	{ "a proportion with nothing", VALUE_PROPORTION, { 10, 12, 14, 16, 18 }, 0, 0,
	    TREND_UNKNOWN, TREND_REASON_LIMITS, false },
	{ "a proportion of everybody", VALUE_PROPORTION, { 10, 12, 14, 16, 100 },
	    COUNTS | LIMITS, 0, TREND_UNKNOWN, TREND_REASON_EXTREME, false },
	{ "a rate", VALUE_CRUDE_RATE, { 10, 12, 14, 16, 18 }, LIMITS, 0, TREND_UP,
	    TREND_REASON_NONE, false },
	{ "a rate goes by its limits, not its counts", VALUE_CRUDE_RATE,
	    { 10, 12, 14, 16, 18 }, COUNTS, 0, TREND_UNKNOWN, TREND_REASON_LIMITS,
	    false },
	{ "a standardised rate", VALUE_DSR, { 18, 16, 14, 12, 10 }, LIMITS, 0,
	    TREND_DOWN, TREND_REASON_NONE, false },
	{ "an indirectly standardised rate", VALUE_ISR, { 18, 16, 14, 12, 10 }, LIMITS,
	    0, TREND_DOWN, TREND_REASON_NONE, false },
	{ "an indirectly standardised ratio", VALUE_ISRATIO, { 18, 16, 14, 12, 10 },
	    LIMITS, 0, TREND_DOWN, TREND_REASON_NONE, false },
	{ "a ratio", VALUE_RATIO, { 18, 16, 14, 12, 10 }, LIMITS, 0, TREND_DOWN,
	    TREND_REASON_NONE, false },
	{ "a mean", VALUE_MEAN, { 18, 16, 14, 12, 10 }, LIMITS, 0, TREND_DOWN,
	    TREND_REASON_NONE, false },
	{ "life expectancy", VALUE_LIFE_EXPECTANCY, { 70, 72, 74, 76, 78 }, LIMITS, 0,
	    TREND_UP, TREND_REASON_NONE, false },
	{ "a slope index", VALUE_SLOPE_INDEX, { 18, 16, 14, 12, 10 }, LIMITS, 0,
	    TREND_DOWN, TREND_REASON_NONE, false },
	{ "an unknown type with limits", VALUE_UNKNOWN, { 10, 12, 14, 16, 18 }, LIMITS,
	    0, TREND_UP, TREND_REASON_NONE, false },
	{ "an unknown type without", VALUE_UNKNOWN, { 10, 12, 14, 16, 18 }, 0, 0,
	    TREND_UNKNOWN, TREND_REASON_TYPE, false },
	{ "a count", VALUE_COUNT, { 10, 12, 14, 16, 18 }, LIMITS, 0, TREND_UNKNOWN,
	    TREND_REASON_TYPE, false },
	{ "a score", VALUE_SCORE, { 10, 12, 14, 16, 18 }, LIMITS, 0, TREND_UNKNOWN,
	    TREND_REASON_TYPE, false },
	{ "a gap", VALUE_CRUDE_RATE, { 10, 12, NONE, 16, 18 }, LIMITS, 0, TREND_UNKNOWN,
	    TREND_REASON_GAP, false },
	{ "a gap, but published", VALUE_CRUDE_RATE, { 10, 12, NONE, 16, 18 }, LIMITS,
	    SAID(TREND_NONE), TREND_NONE, TREND_REASON_GAP, true },
	{ "published, without limits", VALUE_CRUDE_RATE, { 10, 12, 14, 16, 18 }, 0,
	    SAID(TREND_DOWN), TREND_DOWN, TREND_REASON_LIMITS, true },
	{ "published that there is none", VALUE_CRUDE_RATE, { 10, 12, 14, 16, 18 }, 0,
	    SAID(TREND_UNKNOWN), TREND_UNKNOWN, TREND_REASON_LIMITS, false },
	{ "ours before theirs", VALUE_CRUDE_RATE, { 10, 12, 14, 16, 18 }, LIMITS,
	    SAID(TREND_DOWN), TREND_UP, TREND_REASON_NONE, false },
};

static void
put_years(size_t row)
{
	for (size_t y = 0; y < ROWS(years); y++) {
		double value = trends[row].values[y];
		bool limits = trends[row].with & LIMITS;
		struct figure figure =
		    isnan(value) ? little_missing(MISSING_SUPPRESSED)
				 : little_value(value, limits ? 1 : NONE, NONE);
		if (trends[row].with & COUNTS) {
			figure.count = value * 100;
			figure.denominator = 10000;
		}
		figure.published = y + 1 == ROWS(years) ? trends[row].published : 0;
		little_put(&little, SMOKING_COUNTY, MILLFIELD, years[y], figure);
	}
}

static struct finding
follow(const struct variant *variant, uint32_t area, uint32_t period)
{
	struct finding found;
	struct err err;

	ck_assert(finding_look_up(
	    &little.release, variant, RELEASE_NONE, area, period, &found, &err));
	ck_assert(finding_trend(&little.release, &found, &err));
	return found;
}

START_TEST(test_types)
{
	struct finding found;

	little_start(&little);
	little.draft.indicators[SMOKING].value_type = trends[_i].type;
	put_years((size_t)_i);
	little_open(&little);
	found = follow(&smoking, MILLFIELD, Y2018);
	ck_assert_msg(found.trend.trend == trends[_i].trend &&
			  found.trend.reason == trends[_i].reason &&
			  found.trend_as_published == trends[_i].as_published,
	    "%s: %s, reason %d%s", trends[_i].name,
	    trend_words(found.trend.trend, POLARITY_UNKNOWN), (int)found.trend.reason,
	    found.trend_as_published ? ", as published" : "");
	little_done(&little);
}
END_TEST

static const struct {
	const char *name;
	struct variant variant;
	uint32_t area, period;
	enum trend trend;
	enum trend_reason reason;
} periods[] = {
	{ "five years to 2018", { SMOKING, SEX_PERSONS, AGE_16, 0 }, MILLFIELD, Y2018,
	    TREND_UP, TREND_REASON_NONE },
	{ "five years to 2017", { SMOKING, SEX_PERSONS, AGE_16, 0 }, MILLFIELD, Y2017,
	    TREND_UP, TREND_REASON_NONE },
	{ "four years to 2016", { SMOKING, SEX_PERSONS, AGE_16, 0 }, MILLFIELD, Y2016,
	    TREND_UNKNOWN, TREND_REASON_FEW },
	{ "a year without a row", { SMOKING, SEX_PERSONS, AGE_16, 0 }, ASHBY_TOO, Y2018,
	    TREND_UNKNOWN, TREND_REASON_GAP },
	{ "the year itself suppressed", { SMOKING, SEX_PERSONS, AGE_16, 0 }, ASHBY,
	    Y2018, TREND_UNKNOWN, TREND_REASON_GAP },
	{ "England's years under two types", { SMOKING, SEX_PERSONS, AGE_16, 0 },
	    ENGLAND, Y2018, TREND_NONE, TREND_REASON_NONE },
	{ "rolling years", { ADMISSIONS, SEX_PERSONS, AGE_ALL, 0 }, MILLFIELD, Y2016_18,
	    TREND_UNKNOWN, TREND_REASON_OVERLAP },
	{ "England's rolling years", { ADMISSIONS, SEX_PERSONS, AGE_ALL, 0 }, ENGLAND,
	    Y2016_18, TREND_UNKNOWN, TREND_REASON_OVERLAP },
	{ "two years", { CARE, SEX_PERSONS, AGE_UNDER_16, 0 }, MILLFIELD, Y2018,
	    TREND_UNKNOWN, TREND_REASON_FEW },
	{ "England's two years", { CARE, SEX_PERSONS, AGE_UNDER_16, 0 }, ENGLAND, Y2018,
	    TREND_UNKNOWN, TREND_REASON_FEW },
	{ "no such series", { CARE, SEX_NONE, AGE_ALL, 0 }, MILLFIELD, Y2018,
	    TREND_UNKNOWN, TREND_REASON_FEW },
	{ "no area", { CARE, SEX_PERSONS, AGE_UNDER_16, 0 }, RELEASE_NONE, Y2018,
	    TREND_UNKNOWN, TREND_REASON_FEW },
};

START_TEST(test_periods)
{
	struct finding found;

	little_start(&little);
	little_open(&little);
	found = follow(&periods[_i].variant, periods[_i].area, periods[_i].period);
	ck_assert_msg(found.trend.trend == periods[_i].trend &&
			  found.trend.reason == periods[_i].reason,
	    "%s: %s, reason %d", periods[_i].name,
	    trend_words(found.trend.trend, POLARITY_UNKNOWN), (int)found.trend.reason);
	little_done(&little);
}
END_TEST

/* A series of 2013, 2015, 2016, 2017 and 2018. */
START_TEST(test_year_left_out)
{
	static uint32_t gappy[] = { Y2013, Y2015, Y2016, Y2017, Y2018 };
	struct finding found;

	little_start(&little);
	little.cell_count = 0;
	for (size_t i = 0; i < ROWS(gappy); i++)
		little_put(&little, SMOKING_COUNTY, MILLFIELD, gappy[i],
		    little_value(20.0 + (double)i, 1, 2));
	little.draft.series[SMOKING_COUNTY].periods = gappy;
	little.draft.series[SMOKING_COUNTY].period_count = ROWS(gappy);
	little_open(&little);
	found = follow(&smoking, MILLFIELD, Y2018);
	ck_assert_int_eq(found.trend.trend, TREND_UNKNOWN);
	ck_assert_int_eq(found.trend.reason, TREND_REASON_OVERLAP);
	little_done(&little);
}
END_TEST

/* Three years and the next three do not overlap, but are not single years. */
START_TEST(test_longer_periods)
{
	static uint32_t threes[] = { Y2013_15, Y2016_18 };
	const struct variant admissions = { ADMISSIONS, SEX_PERSONS, AGE_ALL, 0 };
	struct finding found;

	little_start(&little);
	little.cell_count = 0;
	for (size_t i = 0; i < ROWS(threes); i++)
		little_put(&little, ADMISSIONS_COUNTY, MILLFIELD, threes[i],
		    little_value(20.0 + (double)i, 1, 2));
	little.draft.series[ADMISSIONS_COUNTY].periods = threes;
	little.draft.series[ADMISSIONS_COUNTY].period_count = ROWS(threes);
	little_open(&little);
	found = follow(&admissions, MILLFIELD, Y2016_18);
	ck_assert_int_eq(found.trend.trend, TREND_UNKNOWN);
	ck_assert_int_eq(found.trend.reason, TREND_REASON_OVERLAP);
	little_done(&little);
}
END_TEST

/* Three-year figures among the years are of another kind and do not count. */
START_TEST(test_other_kinds_left_out)
{
	static uint32_t mixed[] = { Y2014, Y2015, Y2013_15, Y2016, Y2014_16, Y2017,
		Y2018 };
	struct finding found;

	little_start(&little);
	little.cell_count = 0;
	for (size_t i = 0; i < ROWS(mixed); i++)
		little_put(&little, SMOKING_COUNTY, MILLFIELD, mixed[i],
		    little_value(
			mixed[i] == Y2013_15 ? 500 : 20 + 4.0 * (double)i, 1, 2));
	little.draft.indicators[SMOKING].value_type = VALUE_CRUDE_RATE;
	little.draft.series[SMOKING_COUNTY].periods = mixed;
	little.draft.series[SMOKING_COUNTY].period_count = ROWS(mixed);
	little_open(&little);
	found = follow(&smoking, MILLFIELD, Y2018);
	ck_assert_int_eq(found.trend.trend, TREND_UP);
	little_done(&little);
}
END_TEST

/* Millfield's years before 2018 stand under wards, as they do when an area type is
 * renamed from one download to the next. */
START_TEST(test_years_under_two_types)
{
	static uint32_t before[] = { Y2014, Y2015, Y2016, Y2017 };
	AUTO_ARENA arena = { 0 };
	const struct variant wellbeing = { WELLBEING, SEX_PERSONS, AGE_5_16, 0 };
	struct draft_area_type *wards;
	struct ranking ranking;
	struct err err;

	little_start(&little);
	little.cell_count = 0;
	wards = &little.draft.types[TYPE_WARD];
	wards->areas = ARENA_NEW(&little.arena, uint32_t, WARDS + 1);
	for (uint32_t i = 0; i <= WARDS; i++)
		wards->areas[i] = WARD + i;
	wards->count = WARDS + 1;
	little.draft.series[WELLBEING_WARD].areas = wards->areas;
	little.draft.series[WELLBEING_WARD].area_count = wards->count;
	little.draft.series[WELLBEING_WARD].periods = before;
	little.draft.series[WELLBEING_WARD].period_count = ROWS(before);
	for (uint32_t i = 0; i < ROWS(before); i++)
		little_put(&little, WELLBEING_WARD, MILLFIELD, before[i],
		    little_value(5 + 2.0 * i, 1, 2));
	little_put(&little, WELLBEING_COUNTY, MILLFIELD, Y2018, little_value(13, 1, 2));
	little_put(&little, WELLBEING_COUNTY, ZEDTON, Y2018, little_value(12, 1, 2));
	little_open(&little);
	ck_assert_int_eq(follow(&wellbeing, MILLFIELD, Y2018).trend.trend, TREND_UP);

	const struct view view = {
		.release = &little.release,
		.variant = wellbeing,
		.type = TYPE_COUNTY,
		.parent = RELEASE_NONE,
		.benchmark = ENGLAND,
		.period = RELEASE_NONE,
		.sort = STR(""),
	};
	ck_assert(ranking_ask(&arena, &view, &ranking, &err));
	ck_assert_uint_eq(ranking.areas[0].area, MILLFIELD);
	ck_assert_int_eq(ranking.areas[0].trend.trend, TREND_UP);
	ck_assert_uint_eq(ranking.areas[1].area, ZEDTON);
	ck_assert_int_eq(ranking.areas[1].trend.reason, TREND_REASON_FEW);
	little_done(&little);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("trend");

	ADD_ROWS(tcase, test_types, trends);
	ADD_ROWS(tcase, test_periods, periods);
	tcase_add_test(tcase, test_year_left_out);
	tcase_add_test(tcase, test_longer_periods);
	tcase_add_test(tcase, test_other_kinds_left_out);
	tcase_add_test(tcase, test_years_under_two_types);
	return unit_run("answer trend", tcase);
}
