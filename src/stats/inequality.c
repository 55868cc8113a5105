#include "stats/inequality.h"

#include <math.h>

#include "stats/interval.h"

double
inequality_transform(enum inequality_scale scale, double value)
{
	switch (scale) {
	case INEQUALITY_LINEAR: return value;
	case INEQUALITY_LOG: return log(value);
	case INEQUALITY_LOGIT: return log(value / (1 - value));
	}
	return (double)NAN;
}

double
inequality_restore(enum inequality_scale scale, double transformed)
{
	switch (scale) {
	case INEQUALITY_LINEAR: return transformed;
	case INEQUALITY_LOG: return exp(transformed);
	case INEQUALITY_LOGIT: return 1 / (1 + exp(-transformed));
	}
	return (double)NAN;
}

/* What a number has to be to have a place on the scale, for a message; NULL when it has
 * one. */
static const char *
misplaced(enum inequality_scale scale, double value)
{
	if (isfinite(inequality_transform(scale, value)))
		return NULL;
	switch (scale) {
	case INEQUALITY_LINEAR: return "a number";
	case INEQUALITY_LOG: return "more than 0";
	case INEQUALITY_LOGIT: return "between 0 and 1";
	}
	return NULL;
}

static bool
check_place(
    enum inequality_scale scale, const char *what, double value, struct err *err)
{
	const char *want = misplaced(scale, value);

	return !want ||
	       err_set(err, FAULT_INPUT, "%s must be %s, not %g", what, want, value);
}

bool
inequality_se(enum inequality_scale scale, double lower95, double upper95, double *se,
    struct err *err)
{
	if (!check_place(scale, "the lower limit", lower95, err) ||
	    !check_place(scale, "the upper limit", upper95, err))
		return false;
	if (lower95 > upper95)
		return err_set(err, FAULT_INPUT,
		    "the lower limit %g must not exceed the upper limit %g", lower95,
		    upper95);

	double width =
	    inequality_transform(scale, upper95) - inequality_transform(scale, lower95);
	*se = width / (2 * interval_z(0.95));
	return true;
}

static bool
check_error(double se, struct err *err)
{
	if (!isfinite(se) || se < 0)
		return err_set(
		    err, FAULT_INPUT, "a standard error must be 0 or more, not %g", se);
	return true;
}

bool
inequality_se_of_value(enum inequality_scale scale, double value, double value_se,
    double *se, struct err *err)
{
	if (!check_place(scale, "the value", value, err) || !check_error(value_se, err))
		return false;
	switch (scale) {
	case INEQUALITY_LINEAR: *se = value_se; break;
	case INEQUALITY_LOG: *se = value_se / value; break;
	case INEQUALITY_LOGIT: *se = value_se / (value * (1 - value)); break;
	}
	return true;
}

bool
inequality_proportion(double x, double population, double *value, struct err *err)
{
	if (!isfinite(population) || !(x > 0 && x <= population))
		return err_set(err, FAULT_INPUT,
		    "a count must be more than 0 and not exceed the population %g, not "
		    "%g",
		    population, x);
	*value = x / population;
	return true;
}

static bool
is_scale(enum inequality_scale scale)
{
	switch (scale) {
	case INEQUALITY_LINEAR:
	case INEQUALITY_LOG:
	case INEQUALITY_LOGIT: return true;
	}
	return false;
}

static bool
check_measure(const struct inequality_measure *measure, struct err *err)
{
	if (!is_scale(measure->scale))
		return err_set(err, FAULT_INPUT,
		    "the scale must be linear, log or logit, not number %d",
		    (int)measure->scale);
	if (!isfinite(measure->multiplier) || measure->multiplier == 0)
		return err_set(err, FAULT_INPUT,
		    "multiplier must be a number other than 0, not %g",
		    measure->multiplier);
	if (measure->transformed && measure->scale == INEQUALITY_LINEAR)
		return err_set(err, FAULT_INPUT,
		    "values on the linear scale cannot be transformed");
	return true;
}

static bool
check_values(const struct inequality_measure *measure, const struct stratum *strata,
    size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const char *want = misplaced(measure->scale, strata[i].value);
		if (want)
			return err_set(err, FAULT_INPUT,
			    "the value of quantile %zu must be %s, not %g", i + 1, want,
			    strata[i].value);
	}
	return true;
}

/* The line through the values, or through the transformed values. */
struct line {
	double mean, slope;
};

static struct line
fit_line(const struct inequality_measure *measure, const struct gradient *gradient,
    const struct stratum *strata)
{
	struct line line = { 0 };

	for (size_t i = 0; i < gradient->count; i++) {
		double y = strata[i].value;
		if (measure->transformed)
			y = inequality_transform(measure->scale, y);
		line.mean += gradient->share[i] * y;
		line.slope += gradient->weight[i] * y;
	}
	return line;
}

static struct gradient_ends
restored_ends(const struct inequality_measure *measure, double mean, double slope)
{
	struct gradient_ends ends = gradient_ends(mean, slope);

	if (!measure->transformed)
		return ends;
	return (struct gradient_ends){
		.deprived = inequality_restore(measure->scale, ends.deprived),
		.affluent = inequality_restore(measure->scale, ends.affluent),
	};
}

/* A negative multiplier turns the ratio round as it does the difference. There is none
 * unless both ends are above 0. */
static double
ratio(const struct inequality_measure *measure, const struct gradient_ends *ends)
{
	if (!(ends->deprived > 0 && ends->affluent > 0))
		return (double)NAN;
	return measure->multiplier > 0 ? ends->affluent / ends->deprived
				       : ends->deprived / ends->affluent;
}

static double
difference(const struct inequality_measure *measure, const struct gradient_ends *ends)
{
	return (ends->affluent - ends->deprived) * measure->multiplier;
}

/* Fits the line after all checks but those of errors. */
static bool
begin(const struct inequality_measure *measure, const struct stratum *strata,
    size_t count, struct gradient *gradient, struct line *line, struct err *err)
{
	if (!check_measure(measure, err) ||
	    !gradient_init(gradient, strata, count, err) ||
	    !check_values(measure, strata, count, err))
		return false;
	*line = fit_line(measure, gradient, strata);
	return true;
}

bool
inequality_fit(const struct inequality_measure *measure, const struct stratum *strata,
    size_t count, struct inequality *out, struct err *err)
{
	struct gradient gradient;
	struct line line;

	if (!begin(measure, strata, count, &gradient, &line, err))
		return false;

	struct gradient_ends ends = restored_ends(measure, line.mean, line.slope);
	struct inequality fit = {
		.sii = measure->transformed ? difference(measure, &ends)
					    : line.slope * measure->multiplier,
		.rii = ratio(measure, &ends),
		.intercept = ends.deprived * fabs(measure->multiplier),
		.unstable = count > GRADIENT_STEADY,
	};
	if (!isfinite(fit.sii) || !isfinite(fit.intercept) || isinf(fit.rii))
		return err_set(err, FAULT_INPUT,
		    "the line through the quantiles leaves the range of numbers");
	*out = fit;
	return true;
}

bool
inequality_check(const struct inequality_measure *measure, const struct stratum *strata,
    size_t count, struct err *err)
{
	struct inequality fit;

	return inequality_fit(measure, strata, count, &fit, err) &&
	       gradient_check_errors(strata, count, err);
}

bool
inequality_check_limits(const struct inequality_limits *limits, struct err *err)
{
	if (!isfinite(limits->sii_lower) || !isfinite(limits->sii_upper))
		return err_set(
		    err, FAULT_INPUT, "the limits leave the range of numbers");
	return true;
}

bool
inequality_is_exact(const struct inequality_measure *measure)
{
	return measure->transformed || measure->scale == INEQUALITY_LINEAR;
}

struct inequality_limits
inequality_turn(const struct inequality_measure *measure, double middle,
    double slope_lower, double slope_upper)
{
	struct gradient_ends lower = restored_ends(measure, middle, slope_lower);
	struct gradient_ends upper = restored_ends(measure, middle, slope_upper);
	bool turned = measure->multiplier < 0;
	const struct gradient_ends *low = turned ? &upper : &lower;
	const struct gradient_ends *high = turned ? &lower : &upper;

	return (struct inequality_limits){
		.sii_lower = difference(measure, low),
		.sii_upper = difference(measure, high),
		.rii_lower = ratio(measure, low),
		.rii_upper = ratio(measure, high),
	};
}

/* Variances of the mean and slope of independent errors, and their covariance. */
struct scatter {
	double mean, slope, both;
};

static struct scatter
find_scatter(const struct gradient *gradient, const struct stratum *strata)
{
	struct scatter scatter = { 0 };

	for (size_t i = 0; i < gradient->count; i++) {
		double share = gradient->share[i] * strata[i].se;
		double weight = gradient->weight[i] * strata[i].se;
		scatter.mean += share * share;
		scatter.slope += weight * weight;
		scatter.both += share * weight;
	}
	return scatter;
}

/* Fieller's limits of a / b: the r for which (a - r b)^2 is z^2 times its variance. */
static void
divide(double a, double b, double var_a, double var_b, double cov, double z2,
    double *lower, double *upper)
{
	double square = b * b - z2 * var_b, half = a * b - z2 * cov;
	double rest = a * a - z2 * var_a;
	double root = sqrt(fmax(half * half - square * rest, 0));

	*lower = *upper = (double)NAN;
	if (!(b > 0 && square > 0))
		return;
	*lower = (half - root) / square;
	*upper = (half + root) / square;
}

static struct inequality_limits
linear_limits(
    double multiplier, const struct line *line, const struct scatter *scatter, double z)
{
	struct gradient_ends ends = gradient_ends(line->mean, line->slope);
	double reach = fabs(multiplier) * z * sqrt(scatter->slope);
	double deprived = scatter->mean + scatter->slope / 4 - scatter->both;
	double affluent = scatter->mean + scatter->slope / 4 + scatter->both;
	double cov = scatter->mean - scatter->slope / 4, z2 = z * z;
	struct inequality_limits limits = {
		.sii_lower = line->slope * multiplier - reach,
		.sii_upper = line->slope * multiplier + reach,
	};

	if (multiplier > 0)
		divide(ends.affluent, ends.deprived, affluent, deprived, cov, z2,
		    &limits.rii_lower, &limits.rii_upper);
	else
		divide(ends.deprived, ends.affluent, deprived, affluent, cov, z2,
		    &limits.rii_lower, &limits.rii_upper);
	return limits;
}

bool
inequality_exact_limits(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, double confidence,
    struct inequality_limits *out, struct err *err)
{
	struct gradient gradient;
	struct line line;

	if (!inequality_check(measure, strata, count, err) ||
	    !interval_check_confidence(confidence, err) ||
	    !begin(measure, strata, count, &gradient, &line, err))
		return false;
	if (!inequality_is_exact(measure))
		return err_set(err, FAULT_INPUT,
		    "limits of untransformed values whose errors are not on the linear "
		    "scale have to be simulated");

	struct scatter scatter = find_scatter(&gradient, strata);
	double z = interval_z(confidence), reach = z * sqrt(scatter.slope);
	struct inequality_limits limits =
	    measure->transformed
		? inequality_turn(
		      measure, line.mean, line.slope - reach, line.slope + reach)
		: linear_limits(measure->multiplier, &line, &scatter, z);
	if (!inequality_check_limits(&limits, err))
		return false;
	*out = limits;
	return true;
}
