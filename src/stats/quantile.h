/* stats/quantile.h - equal groups of areas by rank: deciles and quintiles of
 * deprivation.
 *
 * Groups are cut by rank, so that they have nearly the same number of areas;
 * compare_quantile_group of compare.h cuts by percentiles, as comparisons with other
 * areas do. All memory is the caller's. */
#ifndef STATS_QUANTILE_H
#define STATS_QUANTILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum quantile_order {
	QUANTILE_HIGHEST_FIRST, /* group 1 has the highest values: the most deprived */
	QUANTILE_LOWEST_FIRST
};

/* Which of `quantiles` groups each value falls into, from 1; 0 for a value that is
 * missing (NaN). Equal values share a group, the one that the first of them by rank is
 * in, so that groups may be of different sizes, or empty, where there are many.
 *   quantiles  >= 2; there must be as many values, not counting missing ones
 *   sorted     room for `count` numbers: what is in there afterwards means nothing
 *   groups     room for `count` numbers
 * Fails with FAULT_INPUT, all groups being 0, when there are too few values for so many
 * quantiles, and when there are fewer than two quantiles. */
MUST_CHECK bool quantile_assign(const double *values, size_t count, int quantiles,
    enum quantile_order order, double *sorted, int *groups, struct err *err);

/* A small area, such as an LSOA, that lies in a larger one. */
struct small_area {
	size_t within; /* number of the larger area, from 0 */
	double score;  /* of deprivation, finite */
	double people; /* >= 0 */
};

/* The scores of larger areas: means of their small areas' scores, weighted by people.
 * Where nobody lives the score is NaN.
 *   areas   how many larger areas there are; each `within` is less
 *   scores  room for `areas` numbers, and so is people, which gets their populations
 * Fails with FAULT_INPUT, naming the small area, counted from 1, when a number is out
 * of range or not finite. */
MUST_CHECK bool quantile_scores(const struct small_area *small, size_t count,
    size_t areas, double *scores, double *people, struct err *err);

#endif
