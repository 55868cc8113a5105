#include "stats/attributable.h"

#include <math.h>

static bool
check_values(const struct stratum *strata, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		double value = strata[i].value;
		if (!isfinite(value) || value < 0)
			return err_set(err, FAULT_INPUT,
			    "the value of quantile %zu must be 0 or more, not %g",
			    i + 1, value);
	}
	return true;
}

/* What the errors of the quantiles come to, each times its part in the figure: the part
 * of a quantile in the mean is its share, and the last one is in twice. */
static double
error_of(const struct gradient *gradient, const struct stratum *strata,
    double part_of_mean, double part_of_last)
{
	double variance = 0;

	for (size_t i = 0; i < gradient->count; i++) {
		double part = part_of_mean * gradient->share[i];
		if (i + 1 == gradient->count)
			part += part_of_last;
		variance += part * part * strata[i].se * strata[i].se;
	}
	return sqrt(variance);
}

static struct interval
fraction_of(double mean, double last, double reach)
{
	double left = last / mean;

	return (struct interval){
		.lower = last > 0 ? 1 - left * exp(reach) : (double)NAN,
		.value = 1 - left,
		.upper = last > 0 ? 1 - left * exp(-reach) : (double)NAN,
	};
}

bool
attributable_risk(const struct stratum *strata, size_t count, double confidence,
    struct attributable *out, struct err *err)
{
	struct gradient gradient;
	double mean = 0;

	if (!interval_check_confidence(confidence, err) ||
	    !gradient_init(&gradient, strata, count, err) ||
	    !check_values(strata, count, err) ||
	    !gradient_check_errors(strata, count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		mean += gradient.share[i] * strata[i].value;
	if (mean <= 0)
		return err_set(err, FAULT_INPUT,
		    "nothing can be attributed where all values are 0");

	double last = strata[count - 1].value, z = interval_z(confidence);
	double excess_reach = z * error_of(&gradient, strata, 1, -1);
	double log_reach = z * error_of(&gradient, strata, -1 / mean, 1 / last);
	*out = (struct attributable){
		.fraction = fraction_of(mean, last, log_reach),
		.excess = {
			.lower = mean - last - excess_reach,
			.value = mean - last,
			.upper = mean - last + excess_reach,
		},
	};
	return true;
}
