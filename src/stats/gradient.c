#include "stats/gradient.h"

#include <math.h>

static bool
check_populations(const struct stratum *strata, size_t count, struct err *err)
{
	if (count < GRADIENT_FEWEST || count > GRADIENT_MOST)
		return err_set(err, FAULT_INPUT,
		    "there must be %d to %d quantiles, not %zu", GRADIENT_FEWEST,
		    GRADIENT_MOST, count);
	for (size_t i = 0; i < count; i++) {
		double population = strata[i].population;
		if (!isfinite(population) || population <= 0)
			return err_set(err, FAULT_INPUT,
			    "the population of quantile %zu must be more than 0, not "
			    "%g",
			    i + 1, population);
	}
	return true;
}

bool
gradient_init(struct gradient *gradient, const struct stratum *strata, size_t count,
    struct err *err)
{
	double people = 0, before = 0, spread = 0;

	if (!check_populations(strata, count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		people += strata[i].population;
	gradient->count = count;
	/* A quantile's distance from the middle of the population, at rank 1/2, times
	 * its share; the ranks of all people have the mean 1/2. */
	for (size_t i = 0; i < count; i++) {
		double share = strata[i].population / people;
		double distance = before + share / 2 - 0.5;
		gradient->share[i] = share;
		gradient->weight[i] = share * distance;
		spread += share * distance * distance;
		before += share;
	}
	for (size_t i = 0; i < count; i++)
		gradient->weight[i] /= spread;
	return true;
}

bool
gradient_check_errors(const struct stratum *strata, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		double se = strata[i].se;
		if (!isfinite(se) || se < 0)
			return err_set(err, FAULT_INPUT,
			    "the standard error of quantile %zu must be 0 or more, not "
			    "%g",
			    i + 1, se);
	}
	return true;
}

struct gradient_ends
gradient_ends(double mean, double slope)
{
	return (struct gradient_ends){
		.deprived = mean - slope / 2,
		.affluent = mean + slope / 2,
	};
}
