/* stats/inequality.h - slope and relative index of inequality, with limits.
 *
 * The slope index (SII) is how much a figure changes from the most to the least
 * deprived end of the population, along the line of gradient.h; the relative index
 * (RII) is the figure at the least deprived end divided by that at the most deprived
 * (Pamuk 1985; Low & Low 2004; the English technical guide). docs/methods.md has the
 * formulas. Nothing here allocates or keeps state. */
#ifndef STATS_INEQUALITY_H
#define STATS_INEQUALITY_H

#include "stats/gradient.h"

/* On which scale the errors of the values are normal. */
enum inequality_scale {
	INEQUALITY_LINEAR, /* of the values themselves: life expectancy, means */
	INEQUALITY_LOG,    /* of ln value: rates; values are > 0 */
	INEQUALITY_LOGIT   /* of ln(value / (1 - value)): proportions, within (0, 1) */
};

struct inequality_measure {
	enum inequality_scale scale;
	bool transformed;  /* the line runs through the transformed values; not on the
			      linear scale */
	double multiplier; /* of SII and intercept, not 0. Negative for figures of which
			      more is worse: the SII is then positive, and the RII above
			      1, where the deprived are worse off */
};

struct inequality {
	double sii, rii;
	double intercept; /* the line at the most deprived end, times the multiplier's
			     size */
	bool unstable;    /* more than ten quantiles */
};

struct inequality_limits {
	double sii_lower, sii_upper, rii_lower, rii_upper;
};

/* The standard error that a stratum on this scale wants, from published 95 % limits:
 * their distance on the scale / (2 * 1.96). Fails with FAULT_INPUT when a limit is
 * missing, not on the scale, or below the other. */
MUST_CHECK bool inequality_se(enum inequality_scale scale, double lower95,
    double upper95, double *se, struct err *err);

/* The same from a standard error of the value itself, by the delta method: as it is, /
 * v, or / (v (1 - v)). Fails with FAULT_INPUT when the value is not on the scale or the
 * error is missing or below 0. */
MUST_CHECK bool inequality_se_of_value(enum inequality_scale scale, double value,
    double value_se, double *se, struct err *err);

/* The value of a quantile of which x people have an attribute, as a proportion. Fails
 * with FAULT_INPUT unless 0 < x <= population. */
MUST_CHECK bool inequality_proportion(
    double x, double population, double *value, struct err *err);

/* The indices themselves; the errors of the strata are not looked at. Fails with
 * FAULT_INPUT for what gradient_init refuses, values that are missing or not on the
 * scale, a multiplier of 0, a transformed linear scale, and when the figures leave the
 * range of numbers. */
MUST_CHECK bool inequality_fit(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, struct inequality *out,
    struct err *err);

/* Whether limits can be had: fails as inequality_fit does, and for standard errors that
 * are missing or below 0. */
MUST_CHECK bool inequality_check(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, struct err *err);

/* A value on the scale, and back; NaN where it is not on it. */
double inequality_transform(enum inequality_scale scale, double value);
double inequality_restore(enum inequality_scale scale, double transformed);

/* The limits of a transformed measure from those of the slope: the line is turned about
 * its middle, and its ends are restored. */
struct inequality_limits inequality_turn(const struct inequality_measure *measure,
    double middle, double slope_lower, double slope_upper);

/* Fails with FAULT_INPUT when errors are so large that the SII has no finite limits. */
MUST_CHECK bool inequality_check_limits(
    const struct inequality_limits *limits, struct err *err);

/* Whether the limits have a closed form: on the linear scale and when transformed. */
bool inequality_is_exact(const struct inequality_measure *measure);

/* The closed form of the limits at a level in (0, 1): the slope is normal. On the
 * linear scale the RII is a ratio of normal figures and has Fieller's limits (Fieller
 * 1954); they are NaN when the line's end that it is divided by is not different from 0
 * at this level. Fails as inequality_check does, for another level, when there is no
 * closed form, and when the limits leave the range of numbers. */
MUST_CHECK bool inequality_exact_limits(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, double confidence,
    struct inequality_limits *out, struct err *err);

#endif
