#include "stats/compare.h"

#include <math.h>

#include "../unit.h"

#define NONE ((double)NAN)

static const struct {
	const char *name;
	struct limits local;
	double benchmark;
	enum side one_level, two_levels;
} benchmarks[] = {
	{ "inside", { 10, 8, 12, 7, 13 }, 11, SIDE_SIMILAR, SIDE_SIMILAR },
	{ "on the lower limit", { 10, 8, 12, 7, 13 }, 8, SIDE_SIMILAR, SIDE_SIMILAR },
	{ "on the upper limit", { 10, 8, 12, 7, 13 }, 12, SIDE_SIMILAR, SIDE_SIMILAR },
	{ "just above the upper limit", { 10, 8, 12, 7, 13 }, 12.000001, SIDE_BELOW,
	    SIDE_BELOW },
	{ "just below the lower limit", { 10, 8, 12, 7, 13 }, 7.999999, SIDE_ABOVE,
	    SIDE_ABOVE },
	{ "on the 99.8 % upper limit", { 10, 8, 12, 7, 13 }, 13, SIDE_BELOW,
	    SIDE_BELOW },
	{ "on the 99.8 % lower limit", { 10, 8, 12, 7, 13 }, 7, SIDE_ABOVE,
	    SIDE_ABOVE },
	{ "far above all limits", { 10, 8, 12, 7, 13 }, 14, SIDE_BELOW,
	    SIDE_FAR_BELOW },
	{ "far below all limits", { 10, 8, 12, 7, 13 }, 6, SIDE_ABOVE, SIDE_FAR_ABOVE },
	{ "no 99.8 % limits", { 10, 8, 12, NONE, NONE }, 99, SIDE_BELOW, SIDE_BELOW },
	{ "only one of them", { 10, 8, 12, NONE, 13 }, 1, SIDE_ABOVE, SIDE_ABOVE },
	{ "negative values", { -5, -7, -3, -8, -2 }, -1, SIDE_BELOW, SIDE_FAR_BELOW },
	{ "limits of no width", { 10, 10, 10, 10, 10 }, 10, SIDE_SIMILAR,
	    SIDE_SIMILAR },
	{ "no value", { NONE, 8, 12, 7, 13 }, 20, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "no lower limit", { 10, NONE, 12, 7, 13 }, 20, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "no upper limit", { 10, 8, NONE, 7, 13 }, 20, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "no benchmark", { 10, 8, 12, 7, 13 }, NONE, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "limits turned round", { 10, 12, 8, 13, 7 }, 20, SIDE_UNKNOWN, SIDE_UNKNOWN },
};

START_TEST(test_interval)
{
	const struct limits *local = &benchmarks[_i].local;
	double benchmark = benchmarks[_i].benchmark;

	ck_assert_msg(compare_interval(local, benchmark) == benchmarks[_i].one_level,
	    "%s, one level", benchmarks[_i].name);
	ck_assert_msg(
	    compare_interval_two_levels(local, benchmark) == benchmarks[_i].two_levels,
	    "%s, two levels", benchmarks[_i].name);
}
END_TEST

static const struct {
	const char *name;
	struct limits local, other;
	enum side side;
} overlaps[] = {
	{ "overlapping", { .value = 10, .lower95 = 8, .upper95 = 12 },
	    { .value = 13, .lower95 = 11, .upper95 = 15 }, SIDE_SIMILAR },
	{ "touching", { .value = 10, .lower95 = 8, .upper95 = 12 },
	    { .value = 13, .lower95 = 12, .upper95 = 14 }, SIDE_SIMILAR },
	{ "one inside the other", { .value = 10, .lower95 = 8, .upper95 = 12 },
	    { .value = 10, .lower95 = 9.9, .upper95 = 10.1 }, SIDE_SIMILAR },
	{ "below", { .value = 10, .lower95 = 8, .upper95 = 12 },
	    { .value = 13, .lower95 = 12.5, .upper95 = 13.5 }, SIDE_BELOW },
	{ "above", { .value = 10, .lower95 = 8, .upper95 = 12 },
	    { .value = 5, .lower95 = 3, .upper95 = 7.9 }, SIDE_ABOVE },
	{ "the other has no limits", { .value = 10, .lower95 = 8, .upper95 = 12 },
	    { .value = 5, .lower95 = NONE, .upper95 = NONE }, SIDE_UNKNOWN },
	{ "no value here", { .value = NONE, .lower95 = 8, .upper95 = 12 },
	    { .value = 5, .lower95 = 3, .upper95 = 7 }, SIDE_UNKNOWN },
};

START_TEST(test_overlap)
{
	ck_assert_msg(compare_overlap(&overlaps[_i].local, &overlaps[_i].other) ==
			  overlaps[_i].side,
	    "%s", overlaps[_i].name);
}
END_TEST

/* Wilson's limits of 20 of 100 are 13.3 to 28.9 at 95 %, 10.5 to 34.7 at 99.8 %. */
static const struct {
	const char *name;
	double value, denominator, benchmark, unit, confidence;
	enum side side;
} control_proportions[] = {
	{ "below", 13.3, 100, 20, 100, 0.95, SIDE_BELOW },
	{ "just within", 13.4, 100, 20, 100, 0.95, SIDE_SIMILAR },
	{ "equal", 20, 100, 20, 100, 0.95, SIDE_SIMILAR },
	{ "nearly above", 28.8, 100, 20, 100, 0.95, SIDE_SIMILAR },
	{ "above", 28.9, 100, 20, 100, 0.95, SIDE_ABOVE },
	{ "below at 99.8 %", 10.5, 100, 20, 100, 0.998, SIDE_BELOW },
	{ "within at 99.8 %", 10.6, 100, 20, 100, 0.998, SIDE_SIMILAR },
	{ "still within at 99.8 %", 34.7, 100, 20, 100, 0.998, SIDE_SIMILAR },
	{ "above at 99.8 %", 34.8, 100, 20, 100, 0.998, SIDE_ABOVE },
	{ "the same per one", 0.289, 100, 0.2, 1, 0.95, SIDE_ABOVE },
	{ "fewer people, more room", 28.9, 50, 20, 100, 0.95, SIDE_SIMILAR },
	{ "all, where all have it", 100, 30, 100, 100, 0.95, SIDE_SIMILAR },
	{ "none, where none has it", 0, 30, 0, 100, 0.95, SIDE_SIMILAR },
	{ "no value", NONE, 100, 20, 100, 0.95, SIDE_UNKNOWN },
	{ "no denominator", 10, NONE, 20, 100, 0.95, SIDE_UNKNOWN },
	{ "nobody", 10, 0, 20, 100, 0.95, SIDE_UNKNOWN },
	{ "no benchmark", 10, 100, NONE, 100, 0.95, SIDE_UNKNOWN },
	{ "a benchmark of more than all", 10, 100, 120, 100, 0.95, SIDE_UNKNOWN },
	{ "no unit", 10, 100, 20, 0, 0.95, SIDE_UNKNOWN },
	{ "confidence in per cent", 10, 100, 20, 100, 95, SIDE_UNKNOWN },
};

START_TEST(test_control_proportion)
{
	enum side side = compare_control_proportion(control_proportions[_i].value,
	    control_proportions[_i].denominator, control_proportions[_i].benchmark,
	    control_proportions[_i].unit, control_proportions[_i].confidence);

	ck_assert_msg(side == control_proportions[_i].side, "%s: %d",
	    control_proportions[_i].name, side);
}
END_TEST

/* Poisson limits of 10 events are 4.795 to 18.390 at 95 %, of 12 they end at 20.96, of
 * 13 they begin at 6.92; those of 12.4 lie between. */
static const struct {
	const char *name;
	double value, population, benchmark, unit, confidence;
	enum side exact, published;
} control_rates[] = {
	{ "below", 4.79, 1000, 10, 1000, 0.95, SIDE_BELOW, SIDE_BELOW },
	{ "just within", 4.80, 1000, 10, 1000, 0.95, SIDE_SIMILAR, SIDE_SIMILAR },
	{ "nearly above", 18.39, 1000, 10, 1000, 0.95, SIDE_SIMILAR, SIDE_SIMILAR },
	{ "above", 18.40, 1000, 10, 1000, 0.95, SIDE_ABOVE, SIDE_ABOVE },
	{ "within at 99.8 %", 18.40, 1000, 10, 1000, 0.998, SIDE_SIMILAR,
	    SIDE_SIMILAR },
	{ "twice the people", 5.9, 2000, 10, 1000, 0.95, SIDE_BELOW, SIDE_BELOW },
	{ "low, parts of events", 6.8, 1000, 12.4, 1000, 0.95, SIDE_SIMILAR,
	    SIDE_BELOW },
	{ "high, parts of events", 21.2, 1000, 12.4, 1000, 0.95, SIDE_SIMILAR,
	    SIDE_ABOVE },
	{ "none expected", 3.6, 1000, 0, 1000, 0.95, SIDE_SIMILAR, SIDE_SIMILAR },
	{ "none expected, and yet", 3.7, 1000, 0, 1000, 0.95, SIDE_ABOVE, SIDE_ABOVE },
	{ "no value", NONE, 1000, 10, 1000, 0.95, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "no population", 1, NONE, 10, 1000, 0.95, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "nobody", 1, 0, 10, 1000, 0.95, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "endless population", 1, (double)INFINITY, 10, 1000, 0.95, SIDE_UNKNOWN,
	    SIDE_UNKNOWN },
	{ "no benchmark", 1, 1000, NONE, 1000, 0.95, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "negative benchmark", 1, 1000, -1, 1000, 0.95, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "no unit", 1, 1000, 10, 0, 0.95, SIDE_UNKNOWN, SIDE_UNKNOWN },
	{ "no confidence", 1, 1000, 10, 1000, 0, SIDE_UNKNOWN, SIDE_UNKNOWN },
};

START_TEST(test_control_rate)
{
	static const enum compare_way ways[] = { COMPARE_EXACT, COMPARE_AS_PUBLISHED };
	const enum side want[] = { control_rates[_i].exact,
		control_rates[_i].published };

	for (size_t i = 0; i < ROWS(ways); i++) {
		enum side side = compare_control_rate(control_rates[_i].value,
		    control_rates[_i].population, control_rates[_i].benchmark,
		    control_rates[_i].unit, control_rates[_i].confidence, ways[i]);
		ck_assert_msg(side == want[i], "%s, way %zu: %d",
		    control_rates[_i].name, i, side);
	}
}
END_TEST

static const struct {
	const char *name;
	struct target target;
	double value;
	enum side side;
} targets[] = {
	{ "below one value", { 80, 80, false, false }, 79.9, SIDE_BELOW },
	{ "on it", { 80, 80, false, false }, 80, SIDE_ABOVE },
	{ "above it", { 80, 80, false, false }, 80.1, SIDE_ABOVE },
	{ "below, low is good", { 80, 80, false, true }, 79.9, SIDE_BELOW },
	{ "on it, low is good", { 80, 80, false, true }, 80, SIDE_BELOW },
	{ "above it, low is good", { 80, 80, false, true }, 80.1, SIDE_ABOVE },
	{ "below a range", { 80, 90, false, false }, 79.9, SIDE_BELOW },
	{ "at its beginning", { 80, 90, false, false }, 80, SIDE_SIMILAR },
	{ "in it", { 80, 90, false, false }, 85, SIDE_SIMILAR },
	{ "at its end", { 80, 90, false, false }, 90, SIDE_ABOVE },
	{ "at its beginning, low is good", { 80, 90, false, true }, 80, SIDE_SIMILAR },
	{ "at its end, low is good", { 80, 90, false, true }, 90, SIDE_ABOVE },
	{ "limits below", { 80, 80, true, false }, 77.9, SIDE_BELOW },
	{ "upper limit on it", { 80, 80, true, false }, 78, SIDE_SIMILAR },
	{ "limits around it", { 80, 80, true, false }, 80, SIDE_SIMILAR },
	{ "lower limit on it", { 80, 80, true, false }, 82, SIDE_ABOVE },
	{ "the same, low is good", { 80, 80, true, true }, 82, SIDE_ABOVE },
	{ "limits above", { 80, 80, true, false }, 83, SIDE_ABOVE },
	{ "limits across the beginning of a range", { 80, 90, true, false }, 79,
	    SIDE_SIMILAR },
	{ "limits across the end of a range", { 80, 90, true, false }, 91,
	    SIDE_SIMILAR },
	{ "limits above a range", { 80, 90, true, false }, 92, SIDE_ABOVE },
	{ "no value", { 80, 80, false, false }, NONE, SIDE_UNKNOWN },
	{ "no value and no limits", { 80, 80, true, false }, NONE, SIDE_UNKNOWN },
	{ "no target", { NONE, NONE, false, false }, 5, SIDE_UNKNOWN },
	{ "half a range", { 80, NONE, false, false }, 85, SIDE_UNKNOWN },
	{ "range turned round", { 90, 80, false, false }, 85, SIDE_UNKNOWN },
};

START_TEST(test_target)
{
	double value = targets[_i].value;
	struct limits local = {
		.value = value, .lower95 = value - 2, .upper95 = value + 2
	};
	enum side side = compare_target(&targets[_i].target, &local);

	ck_assert_msg(side == targets[_i].side, "%s: %d", targets[_i].name, side);
}
END_TEST

/* Against a target by limits an area without them cannot be compared, by value it can.
 */
START_TEST(test_target_without_limits)
{
	const struct target by_value = { 80, 80, false, false };
	const struct target by_limits = { 80, 80, true, false };
	const struct limits local = { .value = 85, .lower95 = NONE, .upper95 = 90 };

	ck_assert_int_eq(compare_target(&by_value, &local), SIDE_ABOVE);
	ck_assert_int_eq(compare_target(&by_limits, &local), SIDE_UNKNOWN);
}
END_TEST

START_TEST(test_previous)
{
	ck_assert_int_eq(compare_previous(4.9, 5), SIDE_BELOW);
	ck_assert_int_eq(compare_previous(5, 5), SIDE_ABOVE);
	ck_assert_int_eq(compare_previous(5.1, 5), SIDE_ABOVE);
	ck_assert_int_eq(compare_previous(NONE, 5), SIDE_UNKNOWN);
	ck_assert_int_eq(compare_previous(5, NONE), SIDE_UNKNOWN);
}
END_TEST

static const double eleven[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
static const double seven[] = { 1, 2, 3, 5, 8, 13, 21 };
static const double ties[] = { 1, 1, 1, 1, 1, 2 };
static const double thirds[] = { 1.0 / 3, 2.0 / 3, 1, 4.0 / 3, 5.0 / 3, 2 };
static const double losses[] = { -21, -13, -8, -5, -3, -2, -1 };
static const double large[] = { 5e6 + 0.1, 6e6 + 0.1, 7e6 + 0.1, 8e6 + 0.1, 9e6 + 0.1,
	1e7 + 0.1 };

/* Bounds of eleven at 2, 4, 6, 8, 10; of seven at 2.2, 3.8, 6.8 (8 - 0.4 of 3), ...: by
 * type 7, place k/5 of 6 = 1.2, 2.4, 3.6, 4.8. */
static const struct {
	const char *name;
	double value;
	const double *sorted;
	size_t count;
	int groups, group;
} quantiles[] = {
	{ "lowest", 0, eleven, 11, 5, 1 },
	{ "on the first bound", 2, eleven, 11, 5, 1 },
	{ "behind the first bound", 2.1, eleven, 11, 5, 2 },
	{ "on the second bound", 4, eleven, 11, 5, 2 },
	{ "on the third bound", 6, eleven, 11, 5, 3 },
	{ "on the fourth bound", 8, eleven, 11, 5, 4 },
	{ "highest", 10, eleven, 11, 5, 5 },
	{ "above all", 11, eleven, 11, 5, 5 },
	{ "below all", -1, eleven, 11, 5, 1 },
	{ "between places, in", 2.2, seven, 7, 5, 1 },
	{ "between places, out", 2.2000000002, seven, 7, 5, 2 },
	{ "second bound", 3.8, seven, 7, 5, 2 },
	{ "behind it", 3.81, seven, 7, 5, 3 },
	{ "third bound", 6.8, seven, 7, 5, 3 },
	{ "fourth bound", 12, seven, 7, 5, 4 },
	{ "behind the fourth", 12.1, seven, 7, 5, 5 },
	{ "first quartile", 2.5, seven, 7, 4, 1 },
	{ "second quartile", 5, seven, 7, 4, 2 },
	{ "third quartile", 10.5, seven, 7, 4, 3 },
	{ "fourth quartile", 10.6, seven, 7, 4, 4 },
	{ "ties take the lowest group", 1, ties, 6, 5, 1 },
	{ "beside the ties", 2, ties, 6, 5, 5 },
	{ "a bound rounded down leaves the value out", 2.0 / 3, thirds, 6, 5, 1 },
	{ "a bound rounded down, next", 4.0 / 3, thirds, 6, 5, 4 },
	{ "negative values", -13, losses, 7, 5, 1 },
	{ "negative bound", -11.9, losses, 7, 5, 2 },
	{ "large values are not harmed by rounding", 6e6 + 0.1, large, 6, 5, 1 },
	{ "large values, next", 7e6 + 0.1, large, 6, 5, 2 },
	{ "as many values as groups", 3, eleven + 1, 5, 5, 3 },
	{ "fewer values than groups", 3, eleven, 4, 5, 0 },
	{ "four values have quartiles", 3, eleven, 4, 4, 4 },
	{ "no values", 3, NULL, 0, 5, 0 },
	{ "no value", NONE, eleven, 11, 5, 0 },
};

START_TEST(test_quantile_group)
{
	int group = compare_quantile_group(quantiles[_i].value, quantiles[_i].sorted,
	    quantiles[_i].count, quantiles[_i].groups);

	ck_assert_msg(
	    group == quantiles[_i].group, "%s: %d", quantiles[_i].name, group);
}
END_TEST

static const struct {
	const char *name;
	const double *sorted;
	size_t count;
	double p, value;
} percentiles[] = {
	{ "least", seven, 7, 0, 1 },
	{ "greatest", seven, 7, 1, 21 },
	{ "median", seven, 7, 0.5, 5 },
	{ "between two", seven, 7, 0.25, 2.5 },
	{ "the 95th", seven, 7, 0.95, 18.6 },
	{ "even count", eleven, 10, 0.5, 4.5 },
	{ "one value", seven, 1, 0.75, 1 },
	{ "none", NULL, 0, 0.5, NONE },
	{ "below the range", seven, 7, -0.1, NONE },
	{ "above the range", seven, 7, 1.1, NONE },
	{ "no such place", seven, 7, NONE, NONE },
};

START_TEST(test_percentile)
{
	double got = percentile(
	    percentiles[_i].sorted, percentiles[_i].count, percentiles[_i].p);
	double want = percentiles[_i].value;

	ck_assert_msg(isnan(want) ? isnan(got) : fabs(got - want) < 1e-13, "%s: %.17g",
	    percentiles[_i].name, got);
}
END_TEST

/* The 25th and 75th percentiles of eleven are 2.5 and 7.5; the 20th and 60th of thirds
 * are 2/3 and 4/3, which have to be rounded to ten decimals. */
static const struct {
	const char *name;
	double value;
	const double *sorted;
	size_t count;
	double lower, upper;
	enum side side;
} ranges[] = {
	{ "below", 2.4, eleven, 11, 0.25, 0.75, SIDE_BELOW },
	{ "on the lower", 2.5, eleven, 11, 0.25, 0.75, SIDE_SIMILAR },
	{ "between", 5, eleven, 11, 0.25, 0.75, SIDE_SIMILAR },
	{ "on the upper", 7.5, eleven, 11, 0.25, 0.75, SIDE_ABOVE },
	{ "above", 8, eleven, 11, 0.25, 0.75, SIDE_ABOVE },
	{ "rounded up past the value", 2.0 / 3, thirds, 6, 0.2, 0.6, SIDE_BELOW },
	{ "rounded down to below the value", 4.0 / 3, thirds, 6, 0.2, 0.6, SIDE_ABOVE },
	{ "four values", 1, eleven, 4, 0, 1, SIDE_SIMILAR },
	{ "three values", 1, eleven, 3, 0, 1, SIDE_UNKNOWN },
	{ "no value", NONE, eleven, 11, 0.25, 0.75, SIDE_UNKNOWN },
	{ "no such percentile", 5, eleven, 11, 0.25, 75, SIDE_UNKNOWN },
	{ "turned round", 5, eleven, 11, 0.75, 0.25, SIDE_UNKNOWN },
};

START_TEST(test_percentile_range)
{
	enum side side = compare_percentile_range(ranges[_i].value, ranges[_i].sorted,
	    ranges[_i].count, ranges[_i].lower, ranges[_i].upper);

	ck_assert_msg(side == ranges[_i].side, "%s: %d", ranges[_i].name, side);
}
END_TEST

START_TEST(test_sort_values)
{
	double values[] = { 3, NONE, -1, 2, NONE, 2, (double)INFINITY, 0 };
	static const double want[] = { -1, 0, 2, 2, 3, (double)INFINITY };

	ck_assert_uint_eq(sort_values(values, ROWS(values)), ROWS(want));
	for (size_t i = 0; i < ROWS(want); i++)
		ck_assert(values[i] == want[i]);
	ck_assert(isnan(values[6]) && isnan(values[7]));
	ck_assert_uint_eq(sort_values(values + 6, 2), 0);
	ck_assert_uint_eq(sort_values(NULL, 0), 0);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("compare");

	ADD_ROWS(tcase, test_interval, benchmarks);
	ADD_ROWS(tcase, test_overlap, overlaps);
	ADD_ROWS(tcase, test_control_proportion, control_proportions);
	ADD_ROWS(tcase, test_control_rate, control_rates);
	ADD_ROWS(tcase, test_target, targets);
	tcase_add_test(tcase, test_target_without_limits);
	tcase_add_test(tcase, test_previous);
	ADD_ROWS(tcase, test_percentile_range, ranges);
	ADD_ROWS(tcase, test_quantile_group, quantiles);
	ADD_ROWS(tcase, test_percentile, percentiles);
	tcase_add_test(tcase, test_sort_values);
	return unit_run("compare", tcase);
}
