/* stats/compare.h - is this value different from that one?
 *
 * Says only below, similar or above and at which level; whether above is better is for
 * the indicator's polarity to say (model/verdict.h). */
#ifndef STATS_COMPARE_H
#define STATS_COMPARE_H

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

/* The local interval against the benchmark's value, taken as exact: similar when it
 * lies in [lower95, upper95], ends included. Never says "far". Unknown when any of the
 * four numbers is missing or the limits are the wrong way round. */
enum side compare_interval(const struct limits *local, double benchmark);

/* The same at two levels: far when the benchmark is outside the 99.8 % limits too, ends
 * included. Without 99.8 % limits it is compare_interval. */
enum side compare_interval_two_levels(const struct limits *local, double benchmark);

/* Both 95 % intervals: similar when they overlap or touch. Never says "far"; unknown
 * when a value or limit of either is missing or limits are the wrong way round. */
enum side compare_overlap(const struct limits *local, const struct limits *other);

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
