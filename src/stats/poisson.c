#include "stats/poisson.h"

#include <math.h>
#include <stdbool.h>

#include "stats/distribution.h"

double
poisson_lower(double events, double tail)
{
	return events > 0 ? chi_squared_quantile(tail, 2 * events) / 2 : 0;
}

double
poisson_upper(double events, double tail)
{
	return chi_squared_quantile_above(tail, 2 * events + 2) / 2;
}

/* The share of a Poisson distribution that lies in [least, most]: its terms, up to a
 * common factor, are 1, mean, mean^2 / 2 ..., and their sum is scaled down before it
 * leaves the range of a double. Terms beyond the mean end when they no longer matter.
 */
static double
share_between(double mean, double least, double most)
{
	const double negligible = 1e-10, large = 1e30;
	double term = 1, total = 0, inside = 0;

	for (double k = 0; k < mean || term > total * negligible;) {
		total += term;
		if (least <= k && k <= most)
			inside += term;
		if (total > large) {
			inside /= large;
			total /= large;
			term /= large;
		}
		k++;
		term = term * mean / k;
	}
	return inside / total;
}

/* Bisects v in (0, 1), which stands for the mean (1 + events) v / (1 - v). */
static double
bisect(double events, double tail, bool lower)
{
	const double precision = 1e-7;
	double v = 0.5, step = 0.5;

	while (step > precision) {
		double mean = (1 + events) * v / (1 - v);
		step /= 2;
		bool beyond = lower
				  ? share_between(mean, events, (double)INFINITY) > tail
				  : share_between(mean, 0, events) < tail;
		v += beyond ? -step : step;
	}
	return (1 + events) * v / (1 - v);
}

double
poisson_lower_published(double events, double tail)
{
	return events > 0 ? bisect(events, tail, true) : 0;
}

double
poisson_upper_published(double events, double tail)
{
	return bisect(events, tail, false);
}
