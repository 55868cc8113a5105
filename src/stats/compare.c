#include "stats/compare.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "stats/poisson.h"

/* False also when one of them is NaN. */
static bool
has_limits(const struct limits *l)
{
	return !isnan(l->value) && l->lower95 <= l->upper95;
}

enum side
compare_interval(const struct limits *local, double benchmark)
{
	if (!has_limits(local) || isnan(benchmark))
		return SIDE_UNKNOWN;
	if (benchmark > local->upper95)
		return SIDE_BELOW;
	if (benchmark < local->lower95)
		return SIDE_ABOVE;
	return SIDE_SIMILAR;
}

enum side
compare_interval_two_levels(const struct limits *local, double benchmark)
{
	enum side side = compare_interval(local, benchmark);

	/* Missing 99.8 % limits are NaN, and no number is beyond NaN. */
	if (side == SIDE_BELOW && benchmark > local->upper998)
		return SIDE_FAR_BELOW;
	if (side == SIDE_ABOVE && benchmark < local->lower998)
		return SIDE_FAR_ABOVE;
	return side;
}

enum side
compare_overlap(const struct limits *local, const struct limits *other)
{
	if (!has_limits(local) || !has_limits(other))
		return SIDE_UNKNOWN;
	if (local->upper95 < other->lower95)
		return SIDE_BELOW;
	if (local->lower95 > other->upper95)
		return SIDE_ABOVE;
	return SIDE_SIMILAR;
}

/* Outside the limits of a chart, those that are on them being inside. */
static enum side
side_of(double value, double lower, double upper)
{
	if (isnan(value) || isnan(lower) || isnan(upper))
		return SIDE_UNKNOWN;
	if (value < lower)
		return SIDE_BELOW;
	return value > upper ? SIDE_ABOVE : SIDE_SIMILAR;
}

enum side
compare_control_proportion(
    double value, double denominator, double benchmark, double unit, double confidence)
{
	struct interval control;
	struct err err;
	double expected = denominator * (benchmark / unit);

	if (!interval_proportion(
		expected, denominator, unit, confidence, &control, &err))
		return SIDE_UNKNOWN;
	return side_of(value, control.lower, control.upper);
}

enum side
compare_control_rate(double value, double population, double benchmark, double unit,
    double confidence, enum compare_way way)
{
	struct err err;
	double expected = benchmark * population / unit, tail = (1 - confidence) / 2;
	double scale = unit / population;

	if (!(population > 0 && unit > 0 && expected >= 0) || !isfinite(expected) ||
	    !interval_check_confidence(confidence, &err))
		return SIDE_UNKNOWN;
	if (way == COMPARE_AS_PUBLISHED)
		return side_of(value, poisson_lower_published(expected, tail) * scale,
		    poisson_upper_published(expected, tail) * scale);
	return side_of(value, poisson_lower(expected, tail) * scale,
	    poisson_upper(expected, tail) * scale);
}

enum side
compare_target(const struct target *target, const struct limits *local)
{
	bool unusable = target->by_limits ? !has_limits(local) : isnan(local->value);
	double least = target->by_limits ? local->lower95 : local->value;
	double most = target->by_limits ? local->upper95 : local->value;

	if (unusable || !(target->lower <= target->upper))
		return SIDE_UNKNOWN;
	if (target->low_is_good && !target->by_limits && most == target->lower &&
	    target->lower == target->upper)
		return SIDE_BELOW;
	if (least >= target->upper)
		return SIDE_ABOVE;
	return most < target->lower ? SIDE_BELOW : SIDE_SIMILAR;
}

enum side
compare_previous(double value, double previous_benchmark)
{
	struct target target = { previous_benchmark, previous_benchmark, false, false };
	struct limits local = { .value = value };

	return compare_target(&target, &local);
}

/* So far on the way from one sorted value to the next; fraction 0 needs no next one. */
static double
between(const double *sorted, size_t whole, double fraction)
{
	double here = sorted[whole];

	return fraction > 0 ? here + fraction * (sorted[whole + 1] - here) : here;
}

/* Beyond 2^53 / 10^10 a double has no eleventh decimal, and scaling could only harm it.
 */
static double
round_ten_decimals(double value)
{
	const double scale = 1e10, exact = 9007199254740992.0;

	return fabs(value) * scale < exact ? round(value * scale) / scale : value;
}

int
compare_quantile_group(double value, const double *sorted, size_t count, int groups)
{
	assert(groups >= 2);
	size_t parts = (size_t)groups;

	if (count < parts || isnan(value))
		return 0;
	/* Places are counted in whole numbers, so that a bound on a value is that
	 * value. */
	for (size_t k = 1; k < parts; k++) {
		size_t place = (count - 1) * k;
		double fraction = (double)(place % parts) / (double)parts;
		double bound = between(sorted, place / parts, fraction);
		if (value <= round_ten_decimals(bound))
			return (int)k;
	}
	return groups;
}

double
percentile(const double *sorted, size_t count, double p)
{
	if (!count || !(p >= 0 && p <= 1))
		return (double)NAN;

	double place = (double)(count - 1) * p;
	double whole = floor(place);
	return between(sorted, (size_t)whole, place - whole);
}

enum side
compare_percentile_range(
    double value, const double *sorted, size_t count, double lower_p, double upper_p)
{
	const size_t fewest = 4;
	struct limits local = { .value = value };

	if (count < fewest)
		return SIDE_UNKNOWN;
	struct target target = {
		.lower = round_ten_decimals(percentile(sorted, count, lower_p)),
		.upper = round_ten_decimals(percentile(sorted, count, upper_p)),
	};
	return compare_target(&target, &local);
}

static int
order_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

size_t
sort_values(double *values, size_t count)
{
	size_t numbers = 0;

	for (size_t i = 0; i < count; i++) {
		double value = values[i];
		if (isnan(value))
			continue;
		values[i] = values[numbers];
		values[numbers++] = value;
	}
	if (numbers)
		qsort(values, numbers, sizeof *values, order_numbers);
	return numbers;
}
