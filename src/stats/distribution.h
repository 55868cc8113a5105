/* stats/distribution.h - quantiles of the distributions behind limits and tests.
 *
 * They are R's own (r-mathlib), to the last bit; only this unit knows that library.
 * Probabilities lie in (0, 1), degrees of freedom are above 0 and need not be whole;
 * anything else gives NaN or an infinite number, so callers check first. */
#ifndef STATS_DISTRIBUTION_H
#define STATS_DISTRIBUTION_H

/* The standard normal number that is exceeded with probability 1 - p. */
double normal_quantile(double p);

/* Student's t, likewise. */
double student_quantile(double p, double degrees);

/* Chi-squared: the number below which a share p lies, and the number above which. The
 * second is not the first of 1 - p, which rounding would spoil where p is small. */
double chi_squared_quantile(double p, double degrees);
double chi_squared_quantile_above(double p, double degrees);

#endif
