/* stats/interval.h - values with confidence limits from counts and denominators.
 *
 * Pure arithmetic on plain numbers: no memory, no state. Formulas are those of the
 * English public health technical guide on confidence intervals; docs/methods.md names
 * source and test of each. */
#ifndef STATS_INTERVAL_H
#define STATS_INTERVAL_H

#include <stdbool.h>

#include "base/err.h"

/* Below so many events the limits of a rate are exact, from there on Byar's. */
enum { INTERVAL_EXACT_BELOW = 10 };

/* A value and its limits, all on the scale of the value; NaN where there is none. */
struct interval {
	double lower, value, upper;
};

enum interval_method {
	INTERVAL_UNKNOWN, /* there are limits, but how they were made nobody knows */
	INTERVAL_NONE,    /* there are none */
	INTERVAL_WILSON,  /* proportions */
	INTERVAL_BYAR,    /* rates: exact Poisson below ten events, Byar from ten */
	INTERVAL_DOBSON,  /* directly standardised rates */
	INTERVAL_T,       /* means */
	INTERVAL_OTHER    /* published limits that none of the above gives */
};

/* How many standard errors a two-sided level reaches: 0.95 -> 1.959963984540054. The
 * level lies in (0, 1). */
double interval_z(double confidence);

/* Whether a level is one: in (0, 1), and not so near to 1 that its z is infinite. Fails
 * with FAULT_INPUT, as every function here does when given another. */
MUST_CHECK bool interval_check_confidence(double confidence, struct err *err);

/* Proportion x / n times multiplier, Wilson score limits (Wilson 1927; Newcombe 1998).
 *   x           events, 0 <= x <= n (not necessarily whole)
 *   n           those at risk, > 0
 *   multiplier  of value and limits alike, > 0: 100 for per cent
 *   confidence  in (0, 1)
 * The limits never leave [0, multiplier]: without events the lower is exactly 0, with
 * nothing but events the upper is exactly the multiplier.
 * Fails with FAULT_INPUT when an argument is out of range or not finite. */
MUST_CHECK bool interval_proportion(double x, double n, double multiplier,
    double confidence, struct interval *out, struct err *err);

/* Crude rate x / n times multiplier: exact Poisson limits (Garwood 1936, by the
 * chi-square quantile) below ten events, Byar's approximation (Breslow & Day 1987) from
 * ten. Without events the lower limit is exactly 0.
 *   x           events, >= 0 (not necessarily whole)
 *   n           person-years, > 0; there may be more events than person-years
 *   multiplier  of value and limits alike, > 0: 100000 for a rate per 100,000
 *   confidence  in (0, 1)
 * Fails with FAULT_INPUT when an argument is out of range or not finite. */
MUST_CHECK bool interval_rate(double x, double n, double multiplier, double confidence,
    struct interval *out, struct err *err);

/* Byar's limits on the count x >= 0 itself, at any size; the rest as interval_rate. The
 * lower limit is NaN where the approximation falls below zero, as it does for a few
 * events at a high confidence; of ten and more events it never does. */
MUST_CHECK bool interval_byar(
    double x, double confidence, struct interval *out, struct err *err);

#endif
