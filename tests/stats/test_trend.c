#include "stats/trend.h"

#include <math.h>
#include <string.h>

#define MATHLIB_STANDALONE
#include <Rmath.h>

#include "../unit.h"

#define NONE ((double)NAN)

static const enum trend_kind both[] = { TREND_WEIGHTED, TREND_PROPORTION };

START_TEST(test_critical_value)
{
	ck_assert_double_eq_tol(TREND_CRITICAL, qchisq(0.998, 1, 1, 0), 1e-13);
}
END_TEST

/* Values with limits of the same reach on both sides, so that se = reach / 1.96. With
 * equal weights the slope is sum (t - 3) y / 10 and chi squared 10 (slope / se)^2. */
static const struct {
	const char *name;
	double values[TREND_POINTS];
	double reach;
	double slope, chi_squared;
	bool steady;
	enum trend trend;
} weighted[] = {
	{ "a steady rise", { 10, 11, 12, 13, 14 }, 0.98, 1, 40, true, TREND_UP },
	{ "a steady fall", { 14, 13, 12, 11, 10 }, 0.98, -1, 40, true, TREND_DOWN },
	{ "a rise within chance", { 10, 11, 12, 13, 14 }, 3, 1, 4.268444444444445, true,
	    TREND_NONE },
	{ "just significant", { 10, 11, 12, 13, 14 }, 2.0056, 1, 9.550442645713666,
	    true, TREND_UP },
	{ "just not", { 10, 11, 12, 13, 14 }, 2.0058, 1, 9.548538175376756, true,
	    TREND_NONE },
	{ "flat", { 10, 10, 10, 10, 10 }, 0.01, 0, 0, true, TREND_NONE },
	{ "flat, where sums would round", { 0.1, 0.1, 0.1, 0.1, 0.1 }, 1e-9, 0, 0, true,
	    TREND_NONE },
	{ "one point makes the rise; without it there is none",
	    { 0.1, 0.1, 0.1, 0.1, 0.9 }, 0.001, 0.16, 983449.6, true, TREND_UP },
	{ "one point makes the fall; without it there is none",
	    { 0.9, 0.1, 0.1, 0.1, 0.1 }, 0.001, -0.16, 983449.6, false, TREND_NONE },
	{ "one point makes the rise against the others", { 12, 11, 10, 9, 20 }, 0.1,
	    1.4, 7529.536, false, TREND_NONE },
	{ "there and back", { 10, 20, 30, 20, 10 }, 0.1, 0, 0, false, TREND_NONE },
	{ "negative values", { -10, -9, -8, -7, -6 }, 0.98, 1, 40, true, TREND_UP },
};

static void
fill_weighted(struct trend_point *points, const double *values, double reach)
{
	for (int i = 0; i < TREND_POINTS; i++)
		points[i] = (struct trend_point){
			.value = values[i],
			.lower95 = values[i] - reach,
			.upper95 = values[i] + reach,
			.count = NONE,
			.denominator = NONE,
		};
}

START_TEST(test_weighted)
{
	struct trend_point points[TREND_POINTS];

	fill_weighted(points, weighted[_i].values, weighted[_i].reach);
	struct trend_result got = trend_recent(TREND_WEIGHTED, points, TREND_POINTS);
	const char *name = weighted[_i].name;
	ck_assert_msg(got.trend == weighted[_i].trend, "%s: trend %d", name, got.trend);
	ck_assert_msg(got.reason == TREND_REASON_NONE, "%s", name);
	ck_assert_msg(
	    fabs(got.slope - weighted[_i].slope) < 1e-12, "%s: %.17g", name, got.slope);
	ck_assert_msg(fabs(got.chi_squared - weighted[_i].chi_squared) <=
			  1e-12 + 1e-6 * weighted[_i].chi_squared,
	    "%s: %.17g", name, got.chi_squared);
	ck_assert_msg(got.steady == weighted[_i].steady, "%s", name);
}
END_TEST

/* The two worked examples of the national tool's own tests: counts, denominators,
 * values in per cent and their limits; chi squared 46.77 by weights and 47.90 for
 * proportions. */
static const struct trend_point rising[] = {
	{ 24.67, 23.16, 26.25, 994, 40299 },
	{ 24.6, 23.15, 26.19, 1023, 41527 },
	{ 28, 26.44, 29.64, 1199, 42811 },
	{ 30.2, 28.63, 31.9, 1332, 44064 },
	{ 30.6, 28.98, 32.25, 1367, 44701 },
};
static const struct trend_point level[] = {
	{ 20.5506, 18.1803, 23.1427, 209, 1017 },
	{ 19.5952, 17.3444, 22.0602, 213, 1087 },
	{ 19.0349, 16.8421, 21.4394, 213, 1119 },
	{ 21.3966, 19.0918, 23.8975, 239, 1117 },
	{ 18.4372, 16.2925, 20.7941, 210, 1139 },
};

static const struct {
	const char *name;
	const struct trend_point *points;
	enum trend_kind kind;
	double slope, chi_squared;
	bool steady;
	enum trend trend;
} published[] = {
	{ "by weights, rising", rising, TREND_WEIGHTED, 1.7515662226629549,
	    46.765315792063454, true, TREND_UP },
	{ "proportions, rising", rising, TREND_PROPORTION, 0.065249640778984028,
	    47.896676707589116, true, TREND_UP },
	{ "by weights, level", level, TREND_WEIGHTED, -0.25998096437060025,
	    0.46424308513741153, false, TREND_NONE },
	{ "proportions, level", level, TREND_PROPORTION, -0.015894163483766589,
	    0.40026406325245423, false, TREND_NONE },
};

START_TEST(test_published)
{
	struct trend_result got =
	    trend_recent(published[_i].kind, published[_i].points, TREND_POINTS);
	const char *name = published[_i].name;

	ck_assert_msg(got.trend == published[_i].trend, "%s", name);
	ck_assert_msg(got.steady == published[_i].steady, "%s", name);
	ck_assert_msg(fabs(got.slope / published[_i].slope - 1) < 1e-11, "%s: %.17g",
	    name, got.slope);
	ck_assert_msg(fabs(got.chi_squared / published[_i].chi_squared - 1) < 1e-11,
	    "%s: %.17g", name, got.chi_squared);
}
END_TEST

/* A fall of proportions is a fall, although nothing but the logit's slope can tell. */
START_TEST(test_falling_proportions)
{
	struct trend_point points[TREND_POINTS];

	for (int i = 0; i < TREND_POINTS; i++)
		points[i] = rising[TREND_POINTS - 1 - i];
	struct trend_result got = trend_recent(TREND_PROPORTION, points, TREND_POINTS);
	ck_assert_int_eq(got.trend, TREND_DOWN);
	ck_assert_double_lt(got.slope, 0);
}
END_TEST

START_TEST(test_only_the_latest_five_count)
{
	struct trend_point points[TREND_POINTS + 3];

	for (size_t i = 0; i < 3; i++)
		points[i] = (struct trend_point){ NONE, NONE, NONE, 5, 5 };
	memcpy(points + 3, rising, sizeof rising);
	for (size_t i = 0; i < ROWS(both); i++) {
		struct trend_result all = trend_recent(both[i], points, ROWS(points));
		struct trend_result five = trend_recent(both[i], rising, TREND_POINTS);
		ck_assert_int_eq(all.trend, TREND_UP);
		ck_assert(
		    all.slope == five.slope && all.chi_squared == five.chi_squared);
	}
}
END_TEST

/* The third point of a rising series is replaced. */
static const struct {
	const char *name;
	struct trend_point third;
	enum trend_reason weighted, proportion;
} gaps[] = {
	{ "no value", { NONE, 26.44, 29.64, 1199, 42811 }, TREND_REASON_GAP,
	    TREND_REASON_GAP },
	{ "infinite value", { (double)INFINITY, 26.44, 29.64, 1199, 42811 },
	    TREND_REASON_GAP, TREND_REASON_GAP },
	{ "no lower limit", { 28, NONE, 29.64, 1199, 42811 }, TREND_REASON_LIMITS,
	    TREND_REASON_NONE },
	{ "no upper limit", { 28, 26.44, NONE, 1199, 42811 }, TREND_REASON_LIMITS,
	    TREND_REASON_NONE },
	{ "limits of no width", { 28, 28, 28, 1199, 42811 }, TREND_REASON_LIMITS,
	    TREND_REASON_NONE },
	{ "limits turned round", { 28, 29, 27, 1199, 42811 }, TREND_REASON_LIMITS,
	    TREND_REASON_NONE },
	{ "limits of next to no width", { 0, 0, 1e-300, 1199, 42811 },
	    TREND_REASON_LIMITS, TREND_REASON_NONE },
	{ "no count", { 28, 26.44, 29.64, NONE, 42811 }, TREND_REASON_NONE,
	    TREND_REASON_COUNTS },
	{ "no denominator", { 28, 26.44, 29.64, 1199, NONE }, TREND_REASON_NONE,
	    TREND_REASON_COUNTS },
	{ "denominator zero", { 28, 26.44, 29.64, 0, 0 }, TREND_REASON_NONE,
	    TREND_REASON_COUNTS },
	{ "count above denominator", { 28, 26.44, 29.64, 42812, 42811 },
	    TREND_REASON_NONE, TREND_REASON_COUNTS },
	{ "negative count", { 28, 26.44, 29.64, -1, 42811 }, TREND_REASON_NONE,
	    TREND_REASON_COUNTS },
	{ "counts beyond all numbers", { 28, 26.44, 29.64, 1e307, 1e308 },
	    TREND_REASON_NONE, TREND_REASON_COUNTS },
	{ "nobody", { 0, 26.44, 29.64, 0, 42811 }, TREND_REASON_NONE,
	    TREND_REASON_EXTREME },
	{ "everybody", { 1000, 26.44, 29.64, 42811, 42811 }, TREND_REASON_NONE,
	    TREND_REASON_EXTREME },
};

START_TEST(test_gaps)
{
	struct trend_point points[TREND_POINTS];

	memcpy(points, rising, sizeof points);
	points[2] = gaps[_i].third;
	for (size_t i = 0; i < ROWS(both); i++) {
		enum trend_reason want =
		    both[i] == TREND_WEIGHTED ? gaps[_i].weighted : gaps[_i].proportion;
		struct trend_result got = trend_recent(both[i], points, TREND_POINTS);
		ck_assert_msg(got.reason == want, "%s, kind %zu: reason %d",
		    gaps[_i].name, i, got.reason);
		ck_assert_msg(
		    (got.trend == TREND_UNKNOWN) == (want != TREND_REASON_NONE),
		    "%s, kind %zu", gaps[_i].name, i);
		ck_assert_msg(isnan(got.chi_squared) == (want != TREND_REASON_NONE),
		    "%s, kind %zu", gaps[_i].name, i);
	}
}
END_TEST

START_TEST(test_too_few_points)
{
	for (size_t i = 0; i < ROWS(both); i++) {
		for (size_t count = 0; count < TREND_POINTS; count++) {
			struct trend_result got = trend_recent(both[i], rising, count);
			ck_assert_int_eq(got.trend, TREND_UNKNOWN);
			ck_assert_int_eq(got.reason, TREND_REASON_FEW);
			ck_assert(
			    isnan(got.slope) && isnan(got.chi_squared) && !got.steady);
		}
	}
}
END_TEST

/* Populations of a whole country: squares of sums are far beyond 2^53. */
START_TEST(test_large_counts)
{
	struct trend_point points[TREND_POINTS], small[TREND_POINTS];

	for (int i = 0; i < TREND_POINTS; i++) {
		points[i] = small[i] = level[i];
		points[i].count *= 1e6;
		points[i].denominator *= 1e6;
	}
	struct trend_result big = trend_recent(TREND_PROPORTION, points, TREND_POINTS);
	struct trend_result one = trend_recent(TREND_PROPORTION, small, TREND_POINTS);
	ck_assert_double_eq_tol(big.chi_squared / 1e6 / one.chi_squared, 1, 1e-12);
	ck_assert_double_eq_tol(big.slope / one.slope, 1, 1e-12);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("trend");

	tcase_add_test(tcase, test_critical_value);
	ADD_ROWS(tcase, test_weighted, weighted);
	ADD_ROWS(tcase, test_published, published);
	tcase_add_test(tcase, test_falling_proportions);
	tcase_add_test(tcase, test_only_the_latest_five_count);
	ADD_ROWS(tcase, test_gaps, gaps);
	tcase_add_test(tcase, test_too_few_points);
	tcase_add_test(tcase, test_large_counts);
	return unit_run("trend", tcase);
}
