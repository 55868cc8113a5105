/* stats/mean.h - the mean of a sample: scores of a questionnaire, days of waiting. */
#ifndef STATS_MEAN_H
#define STATS_MEAN_H

#include <stddef.h>

#include "stats/interval.h"

struct mean {
	size_t count;
	double sum, value;
	double deviation; /* the standard deviation, by count - 1; NaN of one value */
};

/* Fails with FAULT_INPUT when there is no value or one is not finite: a mean that
 * leaves out what is missing is for the caller to decide on. */
MUST_CHECK bool mean_of(
    const double *values, size_t count, struct mean *out, struct err *err);

/* The mean with limits of Student's t, mean -/+ t deviation / sqrt(count).
 *   mean        finite
 *   deviation   the standard deviation, by count - 1, >= 0
 *   count       of values, at least 2
 *   confidence  in (0, 1)
 * Fails with FAULT_INPUT when an argument is out of range or not finite. */
MUST_CHECK bool interval_mean(double mean, double deviation, size_t count,
    double confidence, struct interval *out, struct err *err);

#endif
