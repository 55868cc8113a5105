#include "disclose/rate.h"

#include <math.h>

#include "base/number.h"
#include "disclose/system.h"

/* Rounding of the arithmetic here must not exclude a count that agrees. */
static const double slack = 1e-9;

enum { MOST_DECIMALS = 9 };

static bool
is_above_zero(double number)
{
	return isfinite(number) && number > 0;
}

bool
disclose_rate_counts(double rate, unsigned decimals, double denominator, double per,
    struct disclose_range *out, struct err *err)
{
	if (!isfinite(rate) || rate < 0)
		return err_set(err, FAULT_INPUT, "a rate of %g, want 0 or more", rate);
	if (decimals > MOST_DECIMALS)
		return err_set(
		    err, FAULT_INPUT, "%u decimals, want at most 9", decimals);
	if (!is_above_zero(denominator) || !is_above_zero(per))
		return err_set(err, FAULT_INPUT,
		    "a rate of %g per %g, want both above 0", denominator, per);

	double half = 0.5 / pow(10, decimals), each = per / denominator;
	double least = ceil((rate - half) / each * (1 - slack) - slack);
	double most = floor((rate + half) / each * (1 + slack) + slack);
	if (most > DISCLOSE_MOST)
		return err_set(err, FAULT_INPUT, "a count of %g, want at most %d", most,
		    DISCLOSE_MOST);
	*out = (struct disclose_range){
		.least = least > 0 ? (uint32_t)least : 0,
		.most = (uint32_t)most,
	};
	return true;
}

unsigned
disclose_decimals(double number)
{
	char text[NUMBER_LONGEST];
	int decimals = number_decimals(
	    (struct str){ .at = text, .len = number_print(text, number) });

	return decimals > MOST_DECIMALS ? MOST_DECIMALS : (unsigned)decimals;
}
