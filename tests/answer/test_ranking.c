#include "answer/ranking.h"

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

static struct ranking
ranking_of(struct arena *arena, const struct view *view)
{
	struct ranking ranking;
	struct err err;

	ck_assert(ranking_ask(arena, view, &ranking, &err));
	return ranking;
}

static const struct {
	const char *name, *sort;
	uint32_t areas[6];
} orders[] = {
	{ "highest first", "",
	    { ASHBY_TOO, ZEDTON, AREA_2, AREA_10, MILLFIELD, ASHBY } },
	{ "the same in words", "value",
	    { ASHBY_TOO, ZEDTON, AREA_2, AREA_10, MILLFIELD, ASHBY } },
	{ "lowest first", "-value",
	    { MILLFIELD, AREA_10, AREA_2, ZEDTON, ASHBY_TOO, ASHBY } },
	{ "by name", "name", { AREA_2, AREA_10, ASHBY, ASHBY_TOO, MILLFIELD, ZEDTON } },
	{ "by count", "count",
	    { ASHBY_TOO, ZEDTON, AREA_2, AREA_10, MILLFIELD, ASHBY } },
	{ "by trend", "trend",
	    { MILLFIELD, AREA_2, ZEDTON, AREA_10, ASHBY, ASHBY_TOO } },
	{ "by nonsense", "colour",
	    { ASHBY_TOO, ZEDTON, AREA_2, AREA_10, MILLFIELD, ASHBY } },
};

START_TEST(test_ranking_order)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.sort = str_of(orders[_i].sort);
	struct ranking ranking = ranking_of(&arena, &view);
	ck_assert_uint_eq(ranking.area_count, 6);
	for (size_t i = 0; i < 6; i++)
		ck_assert_msg(ranking.areas[i].area == orders[_i].areas[i],
		    "%s: place %zu: %u", orders[_i].name, i, ranking.areas[i].area);
}
END_TEST

START_TEST(test_ranking_sums)
{
	static const uint32_t newest_first[] = { Y2018, Y2017, Y2016, Y2015, Y2014,
		Y2013 };
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);
	struct ranking r = ranking_of(&arena, &view);

	ck_assert_uint_eq(r.period, Y2018);
	ck_assert_uint_eq(r.with_value, 5);
	ck_assert_uint_eq(r.better, 1);
	ck_assert_uint_eq(r.similar, 3);
	ck_assert_uint_eq(r.worse, 1);
	ck_assert_uint_eq(r.lower + r.higher, 0);
	ck_assert_uint_eq(r.uncompared, 1);
	ck_assert(r.least == 19 && r.most == 41);
	ck_assert_uint_eq(r.period_count, ROWS(newest_first));
	ck_assert_mem_eq(r.periods, newest_first, sizeof newest_first);
	ck_assert(r.root.figure.value == 25);
	ck_assert_int_eq(r.root.trend.trend, TREND_NONE);
	ck_assert_uint_eq(r.parent.series, RELEASE_NONE);
}
END_TEST

START_TEST(test_ranking_of_a_parent_and_period)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.parent = SOUTH;
	view.period = Y2016;
	struct ranking r = ranking_of(&arena, &view);
	ck_assert_uint_eq(r.period, Y2016);
	ck_assert_uint_eq(r.area_count, 3);
	ck_assert_uint_eq(r.with_value, 2);
	ck_assert_uint_eq(r.areas[0].area, ASHBY);
	ck_assert(r.areas[0].figure.value == 30);
	ck_assert_int_eq(r.areas[2].figure.missing, MISSING_NO_ROW);
	ck_assert(r.parent.figure.value == 30);
	ck_assert_int_eq(r.parent.verdict, VERDICT_WORSE);
	ck_assert_uint_eq(r.parent.period, Y2016);
	ck_assert_uint_eq(r.root.period, Y2016);
	/* A period the series has not is not invented. */
	view.period = Y2013_15;
	ck_assert_uint_eq(ranking_of(&arena, &view).period, Y2018);
}
END_TEST

START_TEST(test_ranking_scale_holds_the_parent)
{
	AUTO_ARENA arena = { 0 };
	struct little own;

	little_start(&own);
	little_put(&own, SMOKING_REGION, SOUTH, Y2018, little_value(5, 1, 2));
	little_open(&own);
	struct view view = little_view(&little, RELEASE_NONE);
	view.release = &own.release;
	view.parent = SOUTH;
	struct ranking r = ranking_of(&arena, &view);
	ck_assert(r.least == 4 && r.most == 41);
	little_done(&own);
}
END_TEST

/* What areas are compared with is shown, whoever else is; not twice. */
START_TEST(test_ranking_of_another_benchmark)
{
	static const struct {
		uint32_t parent, benchmark, type;
		bool own; /* has a row of its own */
	} cases[] = {
		{ SOUTH, NORTH, TYPE_COUNTY, true },
		{ RELEASE_NONE, NORTH, TYPE_COUNTY, true },
		{ NORTH, NORTH, TYPE_COUNTY, false },
		{ SOUTH, ENGLAND, TYPE_COUNTY, false },
		{ RELEASE_NONE, NORTH, TYPE_REGION, false },
		{ SOUTH, RELEASE_NONE, TYPE_COUNTY, false },
	};
	AUTO_ARENA arena = { 0 };
	struct little own;

	little_start(&own);
	little_put(&own, SMOKING_REGION, NORTH, Y2018, little_value(50, 1, 2));
	little_open(&own);
	for (size_t i = 0; i < ROWS(cases); i++) {
		struct view view = little_view(&own, RELEASE_NONE);
		view.parent = cases[i].parent;
		view.benchmark = cases[i].benchmark;
		view.type = cases[i].type;
		struct ranking r = ranking_of(&arena, &view);
		bool has = r.benchmark.series != RELEASE_NONE;
		ck_assert_msg(has == cases[i].own, "case %zu", i);
		ck_assert(ranking_line(&r) == (has ? &r.benchmark : &r.root));
		if (!has)
			continue;
		ck_assert_uint_eq(r.benchmark.area, NORTH);
		ck_assert(r.benchmark.figure.value == 50 && r.most == 51);
		ck_assert_int_eq(r.benchmark.verdict, VERDICT_NONE);
	}
	little_done(&own);
}
END_TEST

/* Nobody has a value: the latest period with a reason, not the latest of the series. */
START_TEST(test_ranking_of_reasons)
{
	AUTO_ARENA arena = { 0 };
	struct little own;

	little_start(&own);
	for (uint32_t i = MILLFIELD; i <= ASHBY_TOO; i++)
		for (uint32_t y = Y2017; y <= Y2018; y += Y2018 - Y2017)
			little_put(&own, CARE_COUNTY, i, y,
			    little_missing(
				y == Y2017 ? MISSING_SUPPRESSED : MISSING_NO_ROW));
	little_open(&own);
	struct view view = little_view(&little, RELEASE_NONE);
	view.release = &own.release;
	view.variant = (struct variant){ CARE, SEX_PERSONS, AGE_UNDER_16, 0 };
	struct ranking r = ranking_of(&arena, &view);
	ck_assert_uint_eq(r.period, Y2017);
	ck_assert_int_eq(r.areas[0].figure.missing, MISSING_SUPPRESSED);
	ck_assert_uint_eq(r.uncompared, 6);
	ck_assert(r.root.figure.value == 60);
	little_done(&own);
}
END_TEST

START_TEST(test_ranking_without_series)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.type = TYPE_REGION;
	view.variant.sex = SEX_MALE;
	view.series = RELEASE_NONE;
	struct ranking r = ranking_of(&arena, &view);
	ck_assert_uint_eq(r.period, RELEASE_NONE);
	ck_assert_uint_eq(r.area_count, 2);
	ck_assert_uint_eq(r.with_value, 0);
	ck_assert_uint_eq(r.period_count, 0);
	ck_assert_int_eq(r.areas[0].figure.missing, MISSING_NO_ROW);
	ck_assert_int_eq(r.areas[0].trend.trend, TREND_UNKNOWN);
}
END_TEST

START_TEST(test_ranking_of_categories)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.variant =
	    (struct variant){ CARE, SEX_PERSONS, AGE_UNDER_16, CATEGORY_MOST };
	struct ranking r = ranking_of(&arena, &view);
	ck_assert(r.root.figure.value == 70);
	ck_assert_int_eq(r.root.verdict, VERDICT_WORSE);
	ck_assert_uint_eq(r.areas[0].area, ZEDTON);
	ck_assert_int_eq(r.areas[0].verdict, VERDICT_WORSE);
	ck_assert_int_eq(r.areas[1].verdict, VERDICT_SIMILAR);

	view.variant.category = CATEGORY_LEAST;
	r = ranking_of(&arena, &view);
	ck_assert_uint_eq(r.root.series, RELEASE_NONE);
	ck_assert_uint_eq(r.better, 6);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("ranking");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	ADD_ROWS(tcase, test_ranking_order, orders);
	tcase_add_test(tcase, test_ranking_sums);
	tcase_add_test(tcase, test_ranking_of_a_parent_and_period);
	tcase_add_test(tcase, test_ranking_scale_holds_the_parent);
	tcase_add_test(tcase, test_ranking_of_another_benchmark);
	tcase_add_test(tcase, test_ranking_of_reasons);
	tcase_add_test(tcase, test_ranking_without_series);
	tcase_add_test(tcase, test_ranking_of_categories);
	return unit_run("answer ranking", tcase);
}
