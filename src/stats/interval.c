#include "stats/interval.h"

#include <math.h>
#include <stddef.h>

#include "stats/distribution.h"
#include "stats/poisson.h"

/* The normal quantiles of the two levels that nearly every figure asks for, to the last
 * bit what qnorm gives. */
static const double z95 = 1.9599639845400536, z998 = 3.0902323061678132;

/* Limits of 0 to 9 events at the same levels, to the last bit what poisson.h finds,
 * which is a search each time. */
struct count_limits {
	double lower, upper;
};

static const struct count_limits exact95[INTERVAL_EXACT_BELOW] = {
	{ 0, 3.688879454113934 },
	{ 0.025317807984289897, 5.5716433909388989 },
	{ 0.24220927854396501, 7.2246876677239582 },
	{ 0.61867212289560158, 8.7672730697423233 },
	{ 1.0898653736263253, 10.241588675403694 },
	{ 1.6234863901184209, 11.668332079322667 },
	{ 2.2018942534908512, 13.059474022518687 },
	{ 2.8143630515198672, 14.422675361702378 },
	{ 3.4538321767485018, 15.763189220193317 },
	{ 4.1153730973783329, 17.084803451419166 },
};

static const struct count_limits exact998[INTERVAL_EXACT_BELOW] = {
	{ 0, 6.9077552789821359 },
	{ 0.0010005003335835344, 9.2334134764515845 },
	{ 0.045402017769489579, 11.228872242412661 },
	{ 0.19053337756840324, 13.06224077918807 },
	{ 0.42855241362842311, 14.794149222537209 },
	{ 0.73937173191783268, 16.454745203680105 },
	{ 1.1071046602556396, 18.061636840199068 },
	{ 1.5203362603988093, 19.626177395384236 },
	{ 1.9708139217403662, 21.156198165839982 },
	{ 2.4524244043637751, 22.65737330906293 },
};

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

	if (x == floor(x) && (confidence == 0.95 || confidence == 0.998)) {
		const struct count_limits *limits =
		    (confidence == 0.95 ? exact95 : exact998) + (size_t)x;
		return (struct interval){ limits->lower, x, limits->upper };
	}
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
