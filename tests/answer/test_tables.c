#include <math.h>

#include "answer/england.h"
#include "answer/ranking.h"
#include "answer/rug.h"
#include "answer/spine.h"

#include "../unit.h"
#include "little.h"

#define NONE ((double)NAN)
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

static struct view
counties(uint32_t domain)
{
	return (struct view){
		.release = &little.release,
		.domain = domain,
		.variant = { SMOKING, SEX_PERSONS, AGE_16, 0 },
		.series = SMOKING_COUNTY,
		.type = TYPE_COUNTY,
		.parent = RELEASE_NONE,
		.area = RELEASE_NONE,
		.benchmark = ENGLAND,
		.period = RELEASE_NONE,
		.sort = STR(""),
	};
}

static struct rug
rug_of(struct arena *arena, const struct view *view)
{
	struct rug rug;
	struct err err;

	ck_assert(rug_ask(arena, view, &rug, &err));
	return rug;
}

START_TEST(test_rug_rows)
{
	static const struct {
		uint32_t indicator, sex, period;
		double england;
	} rows[] = {
		{ SMOKING, SEX_PERSONS, Y2018, 25 },
		{ SMOKING, SEX_MALE, Y2018, 26 },
		{ SMOKING, SEX_FEMALE, Y2018, NONE },
		{ ADMISSIONS, SEX_PERSONS, Y2016_18, 100 },
	};
	AUTO_ARENA arena = { 0 };
	struct view view = counties(NEED);
	struct rug rug = rug_of(&arena, &view);

	ck_assert_uint_eq(rug.row_count, ROWS(rows));
	ck_assert_uint_eq(rug.elsewhere, 0);
	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct rug_row *row = &rug.rows[i];
		ck_assert_uint_eq(row->variant.indicator, rows[i].indicator);
		ck_assert_uint_eq(row->variant.sex, rows[i].sex);
		ck_assert_uint_eq(row->period, rows[i].period);
		ck_assert(isnan(rows[i].england)
			      ? isnan(row->root.figure.value)
			      : row->root.figure.value == rows[i].england);
		ck_assert_int_eq(row->root.verdict, VERDICT_NONE);
		ck_assert_uint_eq(row->parent.series, RELEASE_NONE);
		ck_assert(!row->is_new);
	}
}
END_TEST

/* The first and last row of the table, areas by name. */
static const struct {
	const char *name;
	uint32_t area;
	double smoking;
	enum verdict verdict;
	enum trend trend;
	enum missing missing;
	enum verdict admissions;
} cells[] = {
	{ "Area 2", AREA_2, 25, VERDICT_SIMILAR, TREND_NONE, MISSING_NOT,
	    VERDICT_SIMILAR },
	{ "Area 10", AREA_10, 24.5, VERDICT_SIMILAR, TREND_DOWN, MISSING_NOT,
	    VERDICT_WORSE },
	{ "Ashby", ASHBY, NONE, VERDICT_NONE, TREND_UNKNOWN, MISSING_SUPPRESSED,
	    VERDICT_BEST },
	{ "the other Ashby", ASHBY_TOO, 40, VERDICT_WORSE, TREND_UNKNOWN, MISSING_NOT,
	    VERDICT_NONE },
	{ "Millfield", MILLFIELD, 20, VERDICT_BETTER, TREND_UP, MISSING_NOT,
	    VERDICT_WORST },
	{ "Zedton", ZEDTON, 25.5, VERDICT_SIMILAR, TREND_NONE, MISSING_NOT,
	    VERDICT_BETTER },
};

START_TEST(test_rug_cells)
{
	AUTO_ARENA arena = { 0 };
	struct view view = counties(NEED);
	struct rug rug = rug_of(&arena, &view);

	ck_assert_uint_eq(rug.area_count, ROWS(cells));
	for (size_t i = 0; i < ROWS(cells); i++) {
		const struct finding *smoking = &rug.rows[0].areas[i];
		const struct finding *admissions = &rug.rows[3].areas[i];
		ck_assert_uint_eq(rug.areas[i], cells[i].area);
		ck_assert_uint_eq(smoking->area, cells[i].area);
		ck_assert_uint_eq(smoking->series, SMOKING_COUNTY);
		ck_assert_msg(isnan(cells[i].smoking)
				  ? isnan(smoking->figure.value)
				  : smoking->figure.value == cells[i].smoking,
		    "%s: %g", cells[i].name, smoking->figure.value);
		ck_assert_msg(smoking->verdict == cells[i].verdict, "%s: %s",
		    cells[i].name, verdict_word(smoking->verdict));
		ck_assert_msg(smoking->trend.trend == cells[i].trend, "%s: %d",
		    cells[i].name, (int)smoking->trend.trend);
		ck_assert_int_eq(smoking->figure.missing, cells[i].missing);
		ck_assert_msg(admissions->verdict == cells[i].admissions, "%s: %s",
		    cells[i].name, verdict_word(admissions->verdict));
	}
}
END_TEST

static const struct {
	const char *name, *sort;
	uint32_t areas[6];
} columns[] = {
	{ "by name", "name", { AREA_2, AREA_10, ASHBY, ASHBY_TOO, MILLFIELD, ZEDTON } },
	{ "by the first row", "1",
	    { ASHBY_TOO, ZEDTON, AREA_2, AREA_10, MILLFIELD, ASHBY } },
	{ "by the first row, lowest first", "-1",
	    { MILLFIELD, AREA_10, AREA_2, ZEDTON, ASHBY_TOO, ASHBY } },
	{ "by the last row", "4",
	    { ASHBY, ZEDTON, AREA_2, AREA_10, MILLFIELD, ASHBY_TOO } },
	{ "by a row there is not", "5",
	    { AREA_2, AREA_10, ASHBY, ASHBY_TOO, MILLFIELD, ZEDTON } },
	{ "by row 0", "0", { AREA_2, AREA_10, ASHBY, ASHBY_TOO, MILLFIELD, ZEDTON } },
	{ "by nonsense", "-x",
	    { AREA_2, AREA_10, ASHBY, ASHBY_TOO, MILLFIELD, ZEDTON } },
};

START_TEST(test_rug_order)
{
	AUTO_ARENA arena = { 0 };
	struct view view = counties(NEED);

	view.sort = str_of(columns[_i].sort);
	struct rug rug = rug_of(&arena, &view);
	for (size_t i = 0; i < 6; i++) {
		ck_assert_msg(rug.areas[i] == columns[_i].areas[i], "%s: place %zu: %u",
		    columns[_i].name, i, rug.areas[i]);
		for (uint32_t row = 0; row < rug.row_count; row++)
			ck_assert_uint_eq(
			    rug.rows[row].areas[i].area, columns[_i].areas[i]);
	}
}
END_TEST

/* Rows by one area's column: the numbers that sort columns stay with their rows. */
START_TEST(test_rug_rows_by_area)
{
	AUTO_ARENA arena = { 0 };
	struct view view = counties(NEED);
	struct rug usual = rug_of(&arena, &view);
	struct rug rug;

	ck_assert(usual.sorted_area == RELEASE_NONE);
	for (uint32_t column = 0; column < usual.area_count; column++) {
		uint32_t area = usual.areas[column];
		view.sort = release_text(view.release, view.release->areas[area].code);
		rug = rug_of(&arena, &view);
		ck_assert_uint_eq(rug.sorted_area, area);
		ck_assert_uint_eq(rug.row_count, usual.row_count);
		for (uint32_t i = 0; i < rug.row_count; i++) {
			const struct rug_row *row = &rug.rows[i];
			const struct rug_row *same = &usual.rows[row->number - 1];
			ck_assert_mem_eq(
			    &row->variant, &same->variant, sizeof row->variant);
			ck_assert_uint_eq(row->areas[column].area, area);
			for (uint32_t k = i + 1; k < rug.row_count; k++) {
				enum verdict above = row->areas[column].verdict;
				enum verdict below = rug.rows[k].areas[column].verdict;
				ck_assert(
				    above != VERDICT_NONE || below == VERDICT_NONE);
				ck_assert(above != VERDICT_BETTER ||
					  (below != VERDICT_WORSE &&
					      below != VERDICT_SIMILAR));
				ck_assert(
				    above != VERDICT_SIMILAR || below != VERDICT_WORSE);
			}
		}
	}
}
END_TEST

START_TEST(test_rug_elsewhere)
{
	AUTO_ARENA arena = { 0 };
	struct view view = counties(SERVICES);

	view.type = TYPE_WARD;
	view.parent = MILLFIELD;
	struct rug rug = rug_of(&arena, &view);
	ck_assert_uint_eq(rug.row_count, 1);
	ck_assert_uint_eq(rug.elsewhere, 2);
	ck_assert_uint_eq(rug.area_count, 16);
	/* Wards 1 to 16 of 32, and England has no figure: quintiles all the same. */
	ck_assert_int_eq(rug.rows[0].areas[0].verdict, VERDICT_LOWEST);
	ck_assert_int_eq(rug.rows[0].areas[15].verdict, VERDICT_SIMILAR);
	view.benchmark = MILLFIELD;
	view.benchmark_is_parent = true;
	rug = rug_of(&arena, &view);
	ck_assert_int_eq(rug.rows[0].areas[0].verdict, VERDICT_LOWEST);
	ck_assert_int_eq(rug.rows[0].areas[15].verdict, VERDICT_HIGHEST);
}
END_TEST

static const struct {
	const char *name;
	uint32_t parent, benchmark;
	bool is_parent;
	uint32_t area;
	enum verdict verdict, parent_verdict;
} benchmarks[] = {
	{ "England", NORTH, ENGLAND, false, AREA_10, VERDICT_SIMILAR, VERDICT_BETTER },
	{ "the parent", NORTH, NORTH, true, AREA_10, VERDICT_WORSE, VERDICT_NONE },
	{ "the parent, since the profile says so", NORTH, NORTH, false, AREA_10,
	    VERDICT_WORSE, VERDICT_NONE },
	{ "its own parent, North", RELEASE_NONE, RELEASE_NONE, true, AREA_2,
	    VERDICT_WORSE, VERDICT_NONE },
	{ "its own parent, South", RELEASE_NONE, RELEASE_NONE, true, ZEDTON,
	    VERDICT_BETTER, VERDICT_NONE },
	{ "another area", RELEASE_NONE, ASHBY_TOO, false, ZEDTON, VERDICT_BETTER,
	    VERDICT_NONE },
	{ "that area itself", RELEASE_NONE, ASHBY_TOO, false, ASHBY_TOO, VERDICT_NONE,
	    VERDICT_NONE },
	{ "none", RELEASE_NONE, RELEASE_NONE, false, ZEDTON, VERDICT_NONE,
	    VERDICT_NONE },
};

START_TEST(test_rug_benchmarks)
{
	AUTO_ARENA arena = { 0 };
	struct view view = counties(NEED);

	view.parent = benchmarks[_i].parent;
	view.benchmark = benchmarks[_i].benchmark;
	view.benchmark_is_parent = benchmarks[_i].is_parent;
	struct rug rug = rug_of(&arena, &view);
	const struct rug_row *row = &rug.rows[0];
	for (uint32_t i = 0; i < rug.area_count; i++)
		if (rug.areas[i] == benchmarks[_i].area)
			ck_assert_msg(row->areas[i].verdict == benchmarks[_i].verdict,
			    "%s: %s", benchmarks[_i].name,
			    verdict_word(row->areas[i].verdict));
	ck_assert_msg(row->parent.verdict == benchmarks[_i].parent_verdict,
	    "%s, the parent: %s", benchmarks[_i].name,
	    verdict_word(row->parent.verdict));
	ck_assert_int_eq(row->root.verdict, VERDICT_NONE);
}
END_TEST

START_TEST(test_rug_new_and_all_missing)
{
	AUTO_ARENA arena = { 0 };
	struct figure figure = little_value(100, 1, 2);
	struct little own;

	figure.published = PUBLISHED_NEW;
	little_start(&own);
	little_put(&own, ADMISSIONS_COUNTRY, ENGLAND, Y2016_18, figure);
	for (uint32_t i = MILLFIELD; i <= ASHBY_TOO; i++)
		little_put(
		    &own, WELLBEING_COUNTY, i, Y2018, little_missing(MISSING_QUALITY));
	little_open(&own);
	struct view view = counties(NEED);
	view.release = &own.release;
	struct rug rug = rug_of(&arena, &view);
	ck_assert(!rug.rows[0].is_new);
	ck_assert(rug.rows[3].is_new);
	view.domain = SERVICES;
	rug = rug_of(&arena, &view);
	ck_assert_uint_eq(rug.rows[0].variant.indicator, WELLBEING);
	ck_assert_uint_eq(rug.rows[0].period, Y2018);
	ck_assert_int_eq(rug.rows[0].areas[0].figure.missing, MISSING_QUALITY);
	ck_assert_str_eq(rug.rows[0].areas[0].why_none, "it has no value");
	little_done(&own);
}
END_TEST

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
	struct view view = counties(RELEASE_NONE);

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
	struct view view = counties(RELEASE_NONE);
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
	struct view view = counties(RELEASE_NONE);

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
	struct view view = counties(RELEASE_NONE);
	view.release = &own.release;
	view.parent = SOUTH;
	struct ranking r = ranking_of(&arena, &view);
	ck_assert(r.least == 4 && r.most == 41);
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
	struct view view = counties(RELEASE_NONE);
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
	struct view view = counties(RELEASE_NONE);

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
	struct view view = counties(RELEASE_NONE);

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

static struct spine
spine_at(struct arena *arena, const struct little *of, uint32_t domain)
{
	struct view view = counties(domain);
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
	struct view view = counties(RELEASE_NONE);
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
	struct view view = counties(SERVICES);
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
	struct view view = counties(SERVICES);
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
	struct view view = counties(NEED);
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
	struct view view = counties(NEED);
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
	TCase *tcase = tcase_create("tables");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_rug_rows);
	tcase_add_test(tcase, test_rug_cells);
	ADD_ROWS(tcase, test_rug_order, columns);
	tcase_add_test(tcase, test_rug_rows_by_area);
	tcase_add_test(tcase, test_rug_elsewhere);
	ADD_ROWS(tcase, test_rug_benchmarks, benchmarks);
	tcase_add_test(tcase, test_rug_new_and_all_missing);
	ADD_ROWS(tcase, test_ranking_order, orders);
	tcase_add_test(tcase, test_ranking_sums);
	tcase_add_test(tcase, test_ranking_of_a_parent_and_period);
	tcase_add_test(tcase, test_ranking_scale_holds_the_parent);
	tcase_add_test(tcase, test_ranking_of_reasons);
	tcase_add_test(tcase, test_ranking_without_series);
	tcase_add_test(tcase, test_ranking_of_categories);
	tcase_add_test(tcase, test_spine_mirrored);
	tcase_add_test(tcase, test_spine_high_is_good);
	tcase_add_test(tcase, test_spine_undrawn);
	tcase_add_test(tcase, test_spine_of_counts);
	tcase_add_test(tcase, test_spine_of_every_domain);
	tcase_add_test(tcase, test_england);
	ADD_ROWS(tcase, test_england_change, changes);
	tcase_add_test(tcase, test_england_hidden_before);
	tcase_add_test(tcase, test_england_with_one_period);
	tcase_add_test(tcase, test_england_with_overlapping_periods);
	return unit_run("answer tables", tcase);
}
