#include "answer/spine.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

#define IS_NEAR(got, want) (fabs((got) - (want)) < 1e-12)

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

static struct spine
spine_at(struct arena *arena, const struct little *of, uint32_t domain)
{
	struct view view = little_view(&little, domain);
	struct spine spine;
	struct err err;

	view.release = &of->release;
	view.area = MILLFIELD;
	view.parent = NORTH;
	ck_assert(spine_ask(arena, &view, &spine, &err));
	return spine;
}

START_TEST(test_spine_mirrored)
{
	AUTO_ARENA arena = { 0 };
	struct spine spine = spine_at(&arena, &little, NEED);
	const struct spine_row *row = &spine.rows[0];

	/* 20, 24.5, 25, 25.5 and 40 around 25: half the width is 15. */
	ck_assert_uint_eq(spine.row_count, 4);
	ck_assert(!row->undrawn && row->mirrored);
	ck_assert_uint_eq(row->period, Y2018);
	ck_assert_uint_eq(row->values, 5);
	ck_assert(row->worst == 40 && row->best == 20);
	ck_assert(row->p25 == 24.5 && row->median == 25 && row->p75 == 25.5);
	ck_assert(IS_NEAR(row->p5, 20.9) && IS_NEAR(row->p95, 37.1));
	ck_assert(IS_NEAR(row->at_worst, 0));
	ck_assert(IS_NEAR(row->at_best, 0.5 + 5 / 30.0));
	ck_assert(IS_NEAR(row->at_left_quarter, 0.5 - 0.5 / 30));
	ck_assert(IS_NEAR(row->at_right_quarter, 0.5 + 0.5 / 30));
	ck_assert(IS_NEAR(row->at_area, 0.5 + 5 / 30.0));
	ck_assert(IS_NEAR(row->at_parent, 0.5 + 2 / 30.0));
	ck_assert_int_eq(row->area.verdict, VERDICT_BETTER);
	ck_assert_int_eq(row->area.trend.trend, TREND_UP);
	ck_assert_int_eq(row->parent.verdict, VERDICT_BETTER);
}
END_TEST

START_TEST(test_spine_high_is_good)
{
	AUTO_ARENA arena = { 0 };
	struct spine spine = spine_at(&arena, &little, NEED);
	const struct spine_row *row = &spine.rows[3];

	/* 80, 90, 98, 110 and 120 around 100. */
	ck_assert(!row->undrawn && !row->mirrored);
	ck_assert(row->worst == 80 && row->best == 120);
	ck_assert(IS_NEAR(row->at_worst, 0) && IS_NEAR(row->at_best, 1));
	ck_assert(IS_NEAR(row->at_left_quarter, 0.25));
	ck_assert(IS_NEAR(row->at_right_quarter, 0.75));
	ck_assert(IS_NEAR(row->at_area, 0));
	ck_assert(isnan(row->at_parent));
}
END_TEST

START_TEST(test_spine_undrawn)
{
	AUTO_ARENA arena = { 0 };
	struct little own;
	struct spine spine = spine_at(&arena, &little, SERVICES);

	/* England has no wellbeing, so there is nothing to put in the middle. */
	ck_assert_uint_eq(spine.rows[0].variant.indicator, WELLBEING);
	ck_assert_uint_eq(spine.rows[0].values, 6);
	ck_assert_str_eq(spine.rows[0].undrawn, "there is no figure to compare with");
	ck_assert(isnan(spine.rows[0].at_area));
	ck_assert(!spine.rows[1].undrawn);

	little_start(&own);
	for (uint32_t i = AREA_2; i <= ASHBY; i++)
		little_put(&own, ADMISSIONS_COUNTY, i, Y2016_18,
		    little_missing(MISSING_SUPPRESSED));
	for (uint32_t i = MILLFIELD; i <= ASHBY_TOO; i++)
		little_put(&own, CARE_COUNTY, i, Y2018, little_value(50, 2, 3));
	little_open(&own);
	spine = spine_at(&arena, &own, NEED);
	ck_assert_uint_eq(spine.rows[3].values, 2);
	ck_assert_uint_eq(spine.rows[3].period, Y2016_18);
	ck_assert_str_eq(spine.rows[3].undrawn, "too few areas have a figure");
	/* All the same as England: no width. */
	spine = spine_at(&arena, &own, SERVICES);
	ck_assert_uint_eq(spine.rows[1].values, 6);
	ck_assert_str_eq(spine.rows[1].undrawn, "all areas have the same figure");
	little_done(&own);
}
END_TEST

/* Six counties have counts, and so has England: nothing in that is better or worse. */
START_TEST(test_spine_of_counts)
{
	AUTO_ARENA arena = { 0 };
	struct little own;

	little_start(&own);
	own.draft.indicators[CARE].value_type = VALUE_COUNT;
	little_open(&own);
	struct spine spine = spine_at(&arena, &own, SERVICES);
	ck_assert_uint_eq(spine.rows[1].variant.indicator, CARE);
	ck_assert_uint_eq(spine.rows[1].values, 6);
	ck_assert_str_eq(spine.rows[1].undrawn, "counts are not compared");
	ck_assert(isnan(spine.rows[1].worst) && isnan(spine.rows[1].best));
	little_done(&own);
}
END_TEST

START_TEST(test_spine_of_every_domain)
{
	AUTO_ARENA arena = { 0 };
	struct spine spine = spine_at(&arena, &little, RELEASE_NONE);

	ck_assert_uint_eq(spine.row_count, 4 + 5);
	ck_assert_uint_eq(spine.rows[0].domain, NEED);
	ck_assert_uint_eq(spine.rows[4].domain, SERVICES);
	ck_assert_uint_eq(spine.rows[8].variant.indicator, SMOKING);
	/* Smoking stands in both domains, for three sexes. */
	for (uint32_t i = 0; i < spine.row_count; i++)
		ck_assert(spine.rows[i].again == (i >= 6));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("spine");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_spine_mirrored);
	tcase_add_test(tcase, test_spine_high_is_good);
	tcase_add_test(tcase, test_spine_undrawn);
	tcase_add_test(tcase, test_spine_of_counts);
	tcase_add_test(tcase, test_spine_of_every_domain);
	return unit_run("answer spine", tcase);
}
