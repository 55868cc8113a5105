/* How areas are spread: percentiles of each period, of all areas or of those in one. */
#include "answer/boxes.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

static const struct {
	const char *name;
	uint32_t indicator, series, parent, period;
	double numbers[7]; /* least to most; NaN: too few */
	uint32_t values, lowest, highest;
} cases[] = {
	{ "five values", SMOKING, SMOKING_COUNTY, RELEASE_NONE, Y2018,
	    { 20, 20.9, 24.5, 25, 25.5, 37.1, 40 }, 5, MILLFIELD, ASHBY_TOO },
	{ "one has no row", SMOKING, SMOKING_COUNTY, RELEASE_NONE, Y2016,
	    { 16, 17.8, 25, 25.5, 28.5, 29.7, 30 }, 5, MILLFIELD, ASHBY },
	{ "too few in the North", SMOKING, SMOKING_COUNTY, NORTH, Y2018,
	    { (double)NAN, (double)NAN, (double)NAN, (double)NAN, (double)NAN,
		(double)NAN, (double)NAN },
	    3, MILLFIELD, AREA_2 },
	{ "six values", WELLBEING, WELLBEING_COUNTY, RELEASE_NONE, Y2018,
	    { 1, 1.25, 2.25, 3.5, 4.75, 5.75, 6 }, 6, MILLFIELD, ASHBY_TOO },
};

static const struct box *
box_of(const struct boxes *boxes, uint32_t period)
{
	for (uint32_t i = 0; i < boxes->count; i++)
		if (boxes->at[i].period == period)
			return &boxes->at[i];
	ck_abort_msg("there is no box of the period");
	return NULL;
}

START_TEST(test_boxes)
{
	AUTO_ARENA arena = { 0 };
	struct little *little = malloc(sizeof *little);
	struct boxes boxes;
	struct err err = { 0 };
	struct view view;

	little_start(little);
	little_open(little);
	view = little_view(little, RELEASE_NONE);
	view.series = cases[_i].series;
	view.variant = (struct variant){ cases[_i].indicator, SEX_PERSONS,
		little->release.series[view.series].age, 0 };
	view.parent = cases[_i].parent;
	view.area = MILLFIELD;
	ck_assert(boxes_ask(&arena, &view, &boxes, &err));
	const struct box *box = box_of(&boxes, cases[_i].period);
	const double numbers[] = { box->least, box->p5, box->p25, box->median, box->p75,
		box->p95, box->most };
	for (int i = 0; i < 7; i++)
		ck_assert_msg(isnan(cases[_i].numbers[i])
				  ? isnan(numbers[i])
				  : fabs(numbers[i] - cases[_i].numbers[i]) < 1e-9,
		    "%s, number %d: %g", cases[_i].name, i, numbers[i]);
	ck_assert_uint_eq(box->values, cases[_i].values);
	ck_assert_uint_eq(box->lowest, cases[_i].lowest);
	ck_assert_uint_eq(box->highest, cases[_i].highest);
	ck_assert_uint_eq(box->area.area, MILLFIELD);
	little_done(little);
	free(little);
}
END_TEST

START_TEST(test_marks)
{
	AUTO_ARENA arena = { 0 };
	struct little *little = malloc(sizeof *little);
	struct boxes boxes;
	struct err err = { 0 };
	struct view view;

	little_start(little);
	little_open(little);
	view = little_view(little, RELEASE_NONE);
	view.area = MILLFIELD;
	ck_assert(boxes_ask(&arena, &view, &boxes, &err));
	ck_assert_uint_eq(boxes.count, 6);
	const struct box *box = box_of(&boxes, Y2018);
	ck_assert_int_eq(box->area.verdict, VERDICT_BETTER);
	ck_assert_double_eq(box->benchmark.figure.value, 25);
	ck_assert_double_eq(boxes.most, 40);
	view.area = RELEASE_NONE;
	ck_assert(boxes_ask(&arena, &view, &boxes, &err));
	ck_assert_uint_eq(box_of(&boxes, Y2018)->area.series, RELEASE_NONE);
	ck_assert_double_eq(box_of(&boxes, Y2018)->benchmark.figure.value, 25);
	little_done(little);
	free(little);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("boxes");

	ADD_ROWS(tcase, test_boxes, cases);
	tcase_add_test(tcase, test_marks);
	return unit_run("boxes", tcase);
}
