/* stats/interval.h - values with confidence limits from counts and denominators.
 *
 * Pure arithmetic on plain numbers: no memory, no state. Formulas are those of the English
 * public health technical guide on confidence intervals; docs/methods.md names source and
 * test of each. */
#ifndef STATS_INTERVAL_H
#define STATS_INTERVAL_H

#include <stdbool.h>

#include "base/err.h"

/* A value and its limits, all on the scale of the value; NaN where there is none. */
struct interval {
	double lower, value, upper;
};

enum interval_method {
	INTERVAL_NONE,
	INTERVAL_WILSON, /* proportions */
	INTERVAL_BYAR,   /* rates: exact Poisson below ten events, Byar from ten */
	INTERVAL_DOBSON, /* directly standardised rates */
	INTERVAL_T,      /* means */
	INTERVAL_OTHER   /* published limits that none of the above gives */
};

/* Two-sided normal quantiles of the two levels the field publishes. */
double interval_z(double confidence); /* confidence in (0, 1): 0.95 -> 1.959963984540054 */

/* Proportion x / n times multiplier, Wilson score limits (Wilson 1927; Newcombe 1998).
 *   x  events, 0 <= x <= n (not necessarily whole);  n > 0;  confidence in (0, 1).
 * Fails with FAULT_INPUT when an argument is out of range or not finite. */
MUST_CHECK bool interval_proportion(double x, double n, double multiplier,
    double confidence, struct interval *out, struct err *err);

/* Crude rate x / n times multiplier: exact Poisson limits (Garwood 1936, by the chi-square
 * quantile) below ten events, Byar's approximation (Breslow & Day 1987) from ten.
 *   x  events, >= 0;  n  person-years, > 0.
 * Fails with FAULT_INPUT when an argument is out of range or not finite. */
MUST_CHECK bool interval_rate(double x, double n, double multiplier, double confidence,
    struct interval *out, struct err *err);

#endif
