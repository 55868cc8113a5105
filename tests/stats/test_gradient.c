#include "stats/gradient.h"

#include <math.h>

#include "../unit.h"

/* Five quantiles of as many people stand at the ranks 0.1 to 0.9. */
START_TEST(test_equal_quantiles)
{
	static const double weights[] = { -1, -0.5, 0, 0.5, 1 };
	struct stratum strata[5] = { { 0 } };
	struct gradient gradient;
	struct err err;

	for (size_t i = 0; i < 5; i++)
		strata[i].population = 300;
	ck_assert(gradient_init(&gradient, strata, 5, &err));
	ck_assert_uint_eq(gradient.count, 5);
	for (size_t i = 0; i < 5; i++) {
		ck_assert_double_eq_tol(gradient.share[i], 0.2, 1e-15);
		ck_assert_double_eq_tol(gradient.weight[i], weights[i], 1e-15);
	}
}
END_TEST

/* Whatever the populations, weights find the line that values lie on: that of a value
 * rising by 8 from 3 along the ranks at the middle of each quantile. */
static const struct {
	const char *name;
	size_t count;
	double first,
	    each; /* population of the first quantile, and more of each next */
} shapes[] = {
	{ "five alike", 5, 1000, 0 },
	{ "ten, growing", 10, 500, 230 },
	{ "hardly anybody deprived", 6, 0.001, 5000 },
	{ "a hundred", 100, 3, 1 },
};

START_TEST(test_line)
{
	struct stratum strata[GRADIENT_MOST] = { { 0 } };
	struct gradient gradient;
	size_t count = shapes[_i].count;
	double people = 0, before = 0, mean = 0, slope = 0;
	struct err err;

	for (size_t i = 0; i < count; i++) {
		strata[i].population = shapes[_i].first + shapes[_i].each * (double)i;
		people += strata[i].population;
	}
	for (size_t i = 0; i < count; i++) {
		double rank = (before + strata[i].population / 2) / people;
		strata[i].value = 3 + 8 * rank;
		before += strata[i].population;
	}
	ck_assert(gradient_init(&gradient, strata, count, &err));
	for (size_t i = 0; i < count; i++) {
		mean += gradient.share[i] * strata[i].value;
		slope += gradient.weight[i] * strata[i].value;
	}
	struct gradient_ends ends = gradient_ends(mean, slope);
	ck_assert_msg(fabs(slope - 8) < 1e-12, "%s: %.17g", shapes[_i].name, slope);
	ck_assert_msg(fabs(mean - 7) < 1e-12, "%s: %.17g", shapes[_i].name, mean);
	ck_assert_msg(fabs(ends.deprived - 3) < 1e-12, "%s", shapes[_i].name);
	ck_assert_msg(fabs(ends.affluent - 11) < 1e-12, "%s", shapes[_i].name);
}
END_TEST

static const struct {
	size_t count;
	double second; /* population of the second quantile */
	const char *text;
} refusals[] = {
	{ 4, 100, "there must be 5 to 100 quantiles, not 4" },
	{ 101, 100, "there must be 5 to 100 quantiles, not 101" },
	{ 10, 0, "the population of quantile 2 must be more than 0, not 0" },
	{ 10, -1, "the population of quantile 2 must be more than 0, not -1" },
	{ 10, (double)NAN,
	    "the population of quantile 2 must be more than 0, not nan" },
	{ 10, (double)INFINITY,
	    "the population of quantile 2 must be more than 0, not inf" },
};

START_TEST(test_refusals)
{
	struct stratum strata[GRADIENT_MOST + 1];
	struct gradient gradient;
	struct err err;

	for (size_t i = 0; i < ROWS(strata); i++)
		strata[i] = (struct stratum){ 100, 1, 1 };
	strata[1].population = refusals[_i].second;
	ck_assert(!gradient_init(&gradient, strata, refusals[_i].count, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("gradient");

	tcase_add_test(tcase, test_equal_quantiles);
	ADD_ROWS(tcase, test_line, shapes);
	ADD_ROWS(tcase, test_refusals, refusals);
	return unit_run("gradient", tcase);
}
