#include "stats/trend.h"

#include <math.h>

/* The width of a 95 % interval in standard errors, rounded as the published method has
 * it. */
static const double width95 = 3.92;

/* Five responses at t = 1..5 and what each weighs. */
struct fit {
	double y[TREND_POINTS], weight[TREND_POINTS];
};

enum { ALL_POINTS = -1, MIDDLE = TREND_POINTS / 2 };

struct line {
	double slope;
	double chi_squared; /* (slope / its standard error)^2, weights being 1 /
			       variance */
};

/* Weighted least squares with the point at index `without` left out, written over pairs
 * of points (Lagrange's identity): sum w * sum w (t - mean t) (y - mean y) = sum over i
 * < j of wi wj (tj - ti) (yj - yi) so that equal responses give a slope of exactly 0,
 * which the check of signs relies on. */
static struct line
fit_line(const struct fit *fit, int without)
{
	double weight = 0, cross = 0, square = 0;

	for (int j = 0; j < TREND_POINTS; j++) {
		if (j == without)
			continue;
		weight += fit->weight[j];
		for (int i = 0; i < j; i++) {
			if (i == without)
				continue;
			double pair = fit->weight[i] * fit->weight[j] * (j - i);
			cross += pair * (fit->y[j] - fit->y[i]);
			square += pair * (j - i);
		}
	}
	return (struct line){
		.slope = cross / square,
		.chi_squared = cross / square * cross / weight,
	};
}

/* The slope keeps its sign whichever point is left out; 0 counts as positive. */
static bool
is_steady(const struct fit *fit, double slope)
{
	for (int without = 0; without < TREND_POINTS; without++)
		if ((fit_line(fit, without).slope >= 0) != (slope >= 0))
			return false;
	return true;
}

static enum trend_reason
weigh_values(const struct trend_point *points, struct fit *fit)
{
	for (int i = 0; i < TREND_POINTS; i++) {
		double width = points[i].upper95 - points[i].lower95;
		if (!(width > 0 && isfinite(width)))
			return TREND_REASON_LIMITS;
		double se = width / width95;
		fit->y[i] = points[i].value;
		fit->weight[i] = 1 / (se * se);
	}
	return TREND_REASON_NONE;
}

static enum trend_reason
take_logits(const struct trend_point *points, struct fit *fit)
{
	for (int i = 0; i < TREND_POINTS; i++) {
		double x = points[i].count, n = points[i].denominator;
		if (!isfinite(x) || !isfinite(n) || x < 0 || n <= 0 || x > n)
			return TREND_REASON_COUNTS;
	}
	for (int i = 0; i < TREND_POINTS; i++) {
		double x = points[i].count, n = points[i].denominator;
		if (x <= 0 || x >= n)
			return TREND_REASON_EXTREME;
		fit->y[i] = log(x / (n - x));
		fit->weight[i] = 1;
	}
	return TREND_REASON_NONE;
}

/* Chi-squared for linear trend in proportions (Cochran 1954; Armitage 1955), with
 * N = sum n and X = sum x:
 *   N (N sum xt - X sum nt)^2 / (X (N - X) (N sum ntt - (sum nt)^2))
 * t counts from the middle, which changes nothing but keeps the sums small. */
static double
chi_squared_for_trend(const struct trend_point *points)
{
	double N = 0, X = 0, xt = 0, nt = 0, ntt = 0;

	for (int i = 0; i < TREND_POINTS; i++) {
		double x = points[i].count, n = points[i].denominator;
		double t = i - MIDDLE;
		N += n;
		X += x;
		xt += x * t;
		nt += n * t;
		ntt += n * t * t;
	}
	double score = N * xt - X * nt;
	return score / (N * ntt - nt * nt) * score / X * (N / (N - X));
}

static struct trend_result
unknown(enum trend_reason reason)
{
	return (struct trend_result){
		.trend = TREND_UNKNOWN,
		.reason = reason,
		.slope = (double)NAN,
		.chi_squared = (double)NAN,
	};
}

struct trend_result
trend_recent(enum trend_kind kind, const struct trend_point *points, size_t count)
{
	struct fit fit;
	enum trend_reason reason;

	if (count < TREND_POINTS)
		return unknown(TREND_REASON_FEW);
	points += count - TREND_POINTS;
	for (int i = 0; i < TREND_POINTS; i++)
		if (!isfinite(points[i].value))
			return unknown(TREND_REASON_GAP);
	reason = kind == TREND_PROPORTION ? take_logits(points, &fit)
					  : weigh_values(points, &fit);
	if (reason != TREND_REASON_NONE)
		return unknown(reason);

	struct line line = fit_line(&fit, ALL_POINTS);
	struct trend_result result = {
		.trend = TREND_NONE,
		.slope = line.slope,
		.chi_squared = kind == TREND_PROPORTION ? chi_squared_for_trend(points)
							: line.chi_squared,
		.steady = is_steady(&fit, line.slope),
	};
	/* Limits so close together, or counts so large, that sums leave the range of a
	 * double. */
	if (!isfinite(result.chi_squared))
		return unknown(kind == TREND_PROPORTION ? TREND_REASON_COUNTS
							: TREND_REASON_LIMITS);
	if (result.steady && result.chi_squared > TREND_CRITICAL)
		result.trend = result.slope >= 0 ? TREND_UP : TREND_DOWN;
	return result;
}
