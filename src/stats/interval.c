#include "stats/interval.h"

#include <math.h>

#include "stats/distribution.h"
#include "stats/poisson.h"

/* The normal quantiles of the two levels that nearly every figure asks for, to the last
 * bit what qnorm gives. */
static const double z95 = 1.9599639845400536, z998 = 3.0902323061678132;

static double
squared(double a)
{
	return a * a;
}

static double
cubed(double a)
{
	return a * a * a;
}

/* The probability below the upper limit of a two-sided level. */
static double
upper_tail_from(double confidence)
{
	return confidence + (1 - confidence) / 2;
}

double
interval_z(double confidence)
{
	if (confidence == 0.95)
		return z95;
	if (confidence == 0.998)
		return z998;
	return normal_quantile(upper_tail_from(confidence));
}

static bool
check_events(double x, struct err *err)
{
	if (!isfinite(x) || x < 0)
		return err_set(err, FAULT_INPUT, "events must be 0 or more, not %g", x);
	return true;
}

static bool
check_scale(double n, double multiplier, struct err *err)
{
	if (!isfinite(n) || n <= 0)
		return err_set(
		    err, FAULT_INPUT, "denominator must be more than 0, not %g", n);
	if (!isfinite(multiplier) || multiplier <= 0)
		return err_set(err, FAULT_INPUT,
		    "multiplier must be more than 0, not %g", multiplier);
	return true;
}

bool
interval_check_confidence(double confidence, struct err *err)
{
	if (!(confidence > 0 && upper_tail_from(confidence) < 1))
		return err_set(err, FAULT_INPUT,
		    "confidence must lie between 0 and 1, not %g", confidence);
	return true;
}

bool
interval_proportion(double x, double n, double multiplier, double confidence,
    struct interval *out, struct err *err)
{
	if (!check_events(x, err) || !check_scale(n, multiplier, err) ||
	    !interval_check_confidence(confidence, err))
		return false;
	if (x > n)
		return err_set(err, FAULT_INPUT,
		    "events must not exceed the denominator %g, not %g", n, x);

	double z = interval_z(confidence);
	double z2 = squared(z);
	double reach = z * sqrt(z2 + 4 * x * (1 - x / n));
	double lower = (2 * x + z2 - reach) / (2 * (n + z2));
	double upper = (2 * x + z2 + reach) / (2 * (n + z2));

	/* At the ends the formula gives 0 and 1 but for rounding. */
	*out = (struct interval){
		.lower = (x > 0 ? fmax(lower, 0) : 0) * multiplier,
		.value = x / n * multiplier,
		.upper = (x < n ? fmin(upper, 1) : 1) * multiplier,
	};
	return true;
}

static struct interval
exact_limits(double x, double confidence)
{
	double tail = (1 - confidence) / 2;

	return (struct interval){
		.lower = poisson_lower(x, tail),
		.value = x,
		.upper = poisson_upper(x, tail),
	};
}

static struct interval
byar_limits(double x, double confidence)
{
	double z = interval_z(confidence), y = x + 1;
	double lower = x > 0 ? x * cubed(1 - 1 / (9 * x) - z / (3 * sqrt(x))) : 0;

	return (struct interval){
		.lower = lower >= 0 ? lower : (double)NAN,
		.value = x,
		.upper = y * cubed(1 - 1 / (9 * y) + z / (3 * sqrt(y))),
	};
}

bool
interval_rate(double x, double n, double multiplier, double confidence,
    struct interval *out, struct err *err)
{
	if (!check_events(x, err) || !check_scale(n, multiplier, err) ||
	    !interval_check_confidence(confidence, err))
		return false;

	struct interval count = x < INTERVAL_EXACT_BELOW ? exact_limits(x, confidence)
							 : byar_limits(x, confidence);
	*out = (struct interval){
		.lower = count.lower / n * multiplier,
		.value = count.value / n * multiplier,
		.upper = count.upper / n * multiplier,
	};
	return true;
}

bool
interval_byar(double x, double confidence, struct interval *out, struct err *err)
{
	if (!check_events(x, err) || !interval_check_confidence(confidence, err))
		return false;
	*out = byar_limits(x, confidence);
	return true;
}
