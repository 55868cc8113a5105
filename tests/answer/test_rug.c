#include "answer/rug.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

#define NONE ((double)NAN)

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
	struct view view = little_view(&little, NEED);
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
	struct view view = little_view(&little, NEED);
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
	struct view view = little_view(&little, NEED);

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
	struct view view = little_view(&little, NEED);
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
	struct view view = little_view(&little, SERVICES);

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
	struct view view = little_view(&little, NEED);

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
	struct view view = little_view(&little, NEED);
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

int
main(void)
{
	TCase *tcase = tcase_create("rug");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_rug_rows);
	tcase_add_test(tcase, test_rug_cells);
	ADD_ROWS(tcase, test_rug_order, columns);
	tcase_add_test(tcase, test_rug_rows_by_area);
	tcase_add_test(tcase, test_rug_elsewhere);
	ADD_ROWS(tcase, test_rug_benchmarks, benchmarks);
	tcase_add_test(tcase, test_rug_new_and_all_missing);
	return unit_run("answer rug", tcase);
}
