/* stats/attributable.h - population attributable risk: how much of a figure would be
 * gone if everybody had that of the least deprived.
 *
 * As the Scottish Public Health Observatory's profiles compute it from quintiles or
 * deciles of deprivation, with limits of our own, since theirs have none;
 * docs/methods.md has both. No memory, no state. */
#ifndef STATS_ATTRIBUTABLE_H
#define STATS_ATTRIBUTABLE_H

#include "stats/gradient.h"
#include "stats/interval.h"

/* Negative where the least deprived fare worse than the population. */
struct attributable {
	struct interval fraction; /* of the population's figure; 1 is all of it */
	struct interval excess;   /* the same in the unit of the figure */
};

/* Fraction (mean - last) / mean and excess mean - last, where the mean weighs each
 * quantile's value by its population and the last quantile is the least deprived.
 *   strata      the most deprived first, none left out; values >= 0, not all 0; errors
 *               of the values themselves
 *   confidence  in (0, 1)
 * Limits of the excess are normal; those of the fraction normal on the scale of
 * ln(1 - fraction), by the delta method, and NaN where the last value is 0, of which
 * there is no logarithm. Fails with FAULT_INPUT for what gradient_init refuses, for
 * values and errors that are missing or negative, for values that are all 0, and for
 * another level. */
MUST_CHECK bool attributable_risk(const struct stratum *strata, size_t count,
    double confidence, struct attributable *out, struct err *err);

#endif
