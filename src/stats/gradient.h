/* stats/gradient.h - a figure across the quantiles of deprivation, and the line that
 * follows it from the most to the least deprived end of the population.
 *
 * Everybody is ranked from 0, the most deprived, to 1; a quantile stands at the middle
 * of its people. The line is fitted by least squares, each quantile weighing as many
 * people as it has (Low & Low 2004). Its slope and its height in the middle of the
 * population, which is the mean of the figure, are fixed weighted sums of the figures:
 * found once, they serve any number of simulated figures. No memory, no state. */
#ifndef STATS_GRADIENT_H
#define STATS_GRADIENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum { GRADIENT_FEWEST = 5, GRADIENT_MOST = 100 };

/* More quantiles than this and small numbers in each make the slope unstable. */
enum { GRADIENT_STEADY = 10 };

/* One quantile. Which scale the error is on is for the user of the stratum to say. */
struct stratum {
	double population; /* > 0 */
	double value;
	double se; /* standard error of the value, >= 0 */
};

/* For figures y: mean = sum of share * y, slope = sum of weight * y. */
struct gradient {
	size_t count;
	double share[GRADIENT_MOST];  /* of the population, together 1 */
	double weight[GRADIENT_MOST]; /* together 0 */
};

/* The line at both ends of the population. */
struct gradient_ends {
	double deprived, affluent;
};

/* Weights for `count` quantiles, the most deprived first and none left out. Fails with
 * FAULT_INPUT when there are fewer than 5 or more than 100, or when a population is
 * missing or not more than 0. */
MUST_CHECK bool gradient_init(struct gradient *gradient, const struct stratum *strata,
    size_t count, struct err *err);

/* Fails with FAULT_INPUT when a standard error is missing or below 0. */
MUST_CHECK bool gradient_check_errors(
    const struct stratum *strata, size_t count, struct err *err);

/* Where a line of this mean and slope begins and ends. */
struct gradient_ends gradient_ends(double mean, double slope);

#endif
