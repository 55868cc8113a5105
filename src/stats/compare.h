/* stats/compare.h - is this value different from that one?
 *
 * Says only below, similar or above and at which level; whether above is better is for
 * the indicator's polarity to say (model/verdict.h). */
#ifndef STATS_COMPARE_H
#define STATS_COMPARE_H

#include <math.h>
#include <stddef.h>

#include "stats/interval.h"

enum side {
	SIDE_UNKNOWN,   /* cannot be compared: a value or limit is missing */
	SIDE_FAR_BELOW, /* below at 99.8 % */
	SIDE_BELOW,     /* below at 95 % */
	SIDE_SIMILAR,
	SIDE_ABOVE,    /* above at 95 % */
	SIDE_FAR_ABOVE /* above at 99.8 % */
};

/* A value with both pairs of limits; NaN for what there is none of. */
struct limits {
	double value, lower95, upper95, lower998, upper998;
};

/* With the 99.8 % limits in the place of the 95 % ones, and none beyond. */
static inline struct limits
limits_wide(const struct limits *limits)
{
	const double none = (double)NAN;

	return (struct limits){ limits->value, limits->lower998, limits->upper998, none,
		none };
}

/* The local interval against the benchmark's value, taken as exact: similar when it
 * lies in [lower95, upper95], ends included. Never says "far". Unknown when any of the
 * four numbers is missing or the limits are the wrong way round. */
enum side compare_interval(const struct limits *local, double benchmark);

/* The same at two levels: far when the benchmark is outside the 99.8 % limits too, ends
 * included. Without 99.8 % limits it is compare_interval. */
enum side compare_interval_two_levels(const struct limits *local, double benchmark);

/* Both 95 % intervals, of two areas or of two periods of one: similar when they overlap
 * or touch. Never says "far"; unknown when a value or limit of either is missing or
 * limits are the wrong way round. */
enum side compare_overlap(const struct limits *local, const struct limits *other);

/* Statistical process control: the benchmark with the limits that chance would leave a
 * place of the local size, against the local value; similar when that lies within, ends
 * included. For proportions Wilson's limits of benchmark / unit among `denominator`
 * people; for directly standardised rates Poisson's of the events that `population`
 * would have at the benchmark's rate.
 *   unit        what value and benchmark are multiplied by, > 0: 100, 100000
 *   confidence  in (0, 1), of the control limits: 0.95 or 0.998
 * Never say "far"; unknown when a number is missing or out of range. */
enum side compare_control_proportion(
    double value, double denominator, double benchmark, double unit, double confidence);

/* Events expected are seldom whole: COMPARE_EXACT takes their parts into account, the
 * national tools' code bisects and takes whole numbers (poisson.h). */
enum compare_way { COMPARE_EXACT, COMPARE_AS_PUBLISHED };
enum side compare_control_rate(double value, double population, double benchmark,
    double unit, double confidence, enum compare_way way);

/* What is to be reached: one value (lower == upper) or a range [lower, upper). */
struct target {
	double lower, upper;
	bool by_limits; /* the local 95 % limits have to be beyond it, not the value */
	bool low_is_good; /* a value on a single target has reached it from below */
};

/* Below `lower`, above or on `upper`, similar in between; of a single target a value is
 * never similar, by limits it may be. Never says "far"; unknown when a number that it
 * needs is missing or lower > upper. */
enum side compare_target(const struct target *target, const struct limits *local);

/* The benchmark's value of the period before as the target: below, or else above. */
enum side compare_previous(double value, double previous_benchmark);

/* A range between two percentiles of all areas as the target, p in [0, 1], rounded to
 * ten decimals; `sorted` as for compare_quantile_group. Unknown of fewer than four
 * values. */
enum side compare_percentile_range(
    double value, const double *sorted, size_t count, double lower_p, double upper_p);

/* Which of `groups` equal groups (5: quintile, 4: quartile) a value falls into, 1 the
 * lowest. Bounds are the percentiles k/groups (type 7) rounded to ten decimals, half
 * away from zero; the group is the first whose bound is not below the value, the last
 * one for a value above all. `sorted` ascends without NaN, as sort_values leaves it. 0
 * when there are fewer than `groups` values or value is NaN; groups is at least 2. */
int compare_quantile_group(
    double value, const double *sorted, size_t count, int groups);

/* Percentile p in [0, 1] of ascending values without NaN (type 7: linear between
 * neighbours, spreadsheets' PERCENTILE.INC), not rounded; NaN when there is no value or
 * p is out of range. */
double percentile(const double *sorted, size_t count, double p);

/* Sorts ascending in place and moves NaN behind; returns how many numbers stand in
 * front. */
size_t sort_values(double *values, size_t count);

#endif
