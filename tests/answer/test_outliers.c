/* Funnel plots: who lies outside, and why there is none. */
#include "answer/outliers.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

static void
ask(struct little *little, struct arena *arena, uint32_t indicator, uint32_t series,
    struct outliers *out)
{
	struct view view;
	struct err err = { 0 };

	little_open(little);
	view = little_view(little, RELEASE_NONE);
	view.series = series;
	view.variant = (struct variant){ indicator, SEX_PERSONS,
		little->release.series[series].age, 0 };
	ck_assert_msg(outliers_ask(arena, &view, out, &err), "%s", err.text);
}

/* Around 27.5 %, of 10,000 people each but for Area 2, where a hundred leave chance
 * more room. */
static const struct {
	uint32_t area;
	double value;
	enum side side;
	enum verdict verdict;
} places[] = {
	{ ASHBY_TOO, 40, SIDE_FAR_ABOVE, VERDICT_WORST },
	{ ZEDTON, 26.6, SIDE_BELOW, VERDICT_BETTER },
	{ AREA_2, 26, SIDE_SIMILAR, VERDICT_SIMILAR },
	{ AREA_10, 24.5, SIDE_FAR_BELOW, VERDICT_BEST },
	{ MILLFIELD, 20, SIDE_FAR_BELOW, VERDICT_BEST },
};

START_TEST(test_places)
{
	AUTO_ARENA arena = { 0 };
	struct little *little = malloc(sizeof *little);
	struct outliers out;
	struct figure small = little_value(26, 9, 14),
		      near = little_value(26.6, 1, 1.5);

	little_start(little);
	small.count = 26;
	small.denominator = 100;
	near.count = 2660;
	near.denominator = 10000;
	little_put(little, SMOKING_COUNTY, AREA_2, Y2018, small);
	little_put(little, SMOKING_COUNTY, ZEDTON, Y2018, near);
	ask(little, &arena, SMOKING, SMOKING_COUNTY, &out);
	ck_assert_msg(!out.why_none.len, "%.*s", STR_ARG(out.why_none));
	ck_assert_double_eq_tol(out.funnel.baseline, 100 * 11136.0 / 40100, 1e-9);
	ck_assert_uint_eq(out.count, ROWS(places));
	for (uint32_t i = 0; i < out.count; i++) {
		const struct outlier *at = &out.at[i];
		ck_assert_uint_eq(at->finding.area, places[i].area);
		ck_assert_double_eq(at->point.value, places[i].value);
		ck_assert_msg(at->side == places[i].side, "area %u: %d", i, at->side);
		ck_assert_int_eq(at->finding.verdict, places[i].verdict);
	}
	ck_assert_uint_eq(out.above, 1);
	ck_assert_uint_eq(out.below, 3);
	ck_assert_uint_eq(out.far, 3);
	/* Ashby is hidden. */
	ck_assert_uint_eq(out.without, 1);
	little_done(little);
	free(little);
}
END_TEST

static const struct {
	const char *name;
	uint32_t indicator, series;
	double multiplier;
	const char *why;
	bool modelled;
} refusals[] = {
	{ "a mean", WELLBEING, WELLBEING_COUNTY, 0, "this is none", false },
	{ "no counts", CARE, CARE_COUNTY, 1000, "too few areas", false },
	{ "an estimate", SMOKING, SMOKING_COUNTY, 100, "modelled", true },
	{ "no multiplier", CARE, CARE_COUNTY, 0, "multiplied by", false },
};

START_TEST(test_refusals)
{
	AUTO_ARENA arena = { 0 };
	struct little *little = malloc(sizeof *little);
	struct outliers out;

	little_start(little);
	little->draft.indicators[refusals[_i].indicator].multiplier =
	    refusals[_i].multiplier;
	little->draft.indicators[refusals[_i].indicator].modelled =
	    refusals[_i].modelled;
	ask(little, &arena, refusals[_i].indicator, refusals[_i].series, &out);
	ck_assert_msg(str_has(out.why_none, str_of(refusals[_i].why)), "%s: %.*s",
	    refusals[_i].name, STR_ARG(out.why_none));
	little_done(little);
	free(little);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("outliers");

	tcase_add_test(tcase, test_places);
	ADD_ROWS(tcase, test_refusals, refusals);
	return unit_run("outliers", tcase);
}
