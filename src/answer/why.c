#include "answer/why.h"

#include <math.h>

#include "base/number.h"
#include "release/group.h"

/* Half of the last digit that a number was published with. */
static double
half_digit(double published)
{
	char digits[NUMBER_LONGEST];
	size_t len = number_print(digits, published);

	return 0.5 *
	       pow(10, -number_decimals((struct str){ .at = digits, .len = len }));
}

static struct why_number
weigh(double ours, double published)
{
	double difference = fabs(ours - published);

	return (struct why_number){
		.ours = ours,
		.published = published,
		.agrees = difference <= 1e-9 * fabs(ours) ||
			  difference <= half_digit(published) + 1e-12 * fabs(ours),
	};
}

/* The value that count and denominator give, for the types that are no more than
 * that. */
static double
value_of(const struct release_indicator *indicator, const struct figure *figure)
{
	enum value_type type = (enum value_type)indicator->value_type;

	if (type == VALUE_COUNT)
		return figure->count;
	if ((type != VALUE_PROPORTION && type != VALUE_CRUDE_RATE) ||
	    !(indicator->multiplier > 0) || !(figure->denominator > 0))
		return (double)NAN;
	return figure->count / figure->denominator * indicator->multiplier;
}

static void
try_limits(const struct release_indicator *indicator, const struct figure *figure,
    double confidence, struct interval *out)
{
	if (!group_interval(
		indicator, figure->count, figure->denominator, confidence, out))
		*out = (struct interval){ (double)NAN, (double)NAN, (double)NAN };
}

/* The figure with the lowest limits, or those with the highest, of all whose count and
 * denominator are rounded to the published ones. */
static struct figure
rounded_to(const struct release_indicator *indicator, const struct figure *published,
    double half_step)
{
	struct figure figure = *published;

	figure.denominator -= half_step;
	figure.count = fmax(figure.count + half_step, 0);
	if (indicator->interval == INTERVAL_WILSON)
		figure.count = fmin(figure.count, figure.denominator);
	return figure;
}

static void
weigh_rounding(struct why_number *number, double lowest, double highest)
{
	double half = half_digit(number->published);

	number->by_rounding = !number->agrees && number->published >= lowest - half &&
			      number->published <= highest + half;
}

/* Counts of areas above the others are often published as they are: a count that is no
 * multiple of the step is not rounded. */
static void
allow_for_rounding(const struct release_indicator *indicator,
    const struct figure *figure, double confidence, struct why_number *lower,
    struct why_number *upper)
{
	double half_step = indicator->rounding / 2.0;
	struct figure low = rounded_to(indicator, figure, -half_step);
	struct figure high = rounded_to(indicator, figure, half_step);
	struct interval lowest, highest;

	if (!(half_step > 0) || fmod(figure->count, indicator->rounding) != 0)
		return;
	try_limits(indicator, &low, confidence, &lowest);
	try_limits(indicator, &high, confidence, &highest);
	weigh_rounding(lower, lowest.lower, highest.lower);
	weigh_rounding(upper, lowest.upper, highest.upper);
}

/* What a series is worked out by: age bands of a standardised rate are crude rates. */
static struct release_indicator
indicator_of(const struct release *release, uint32_t series)
{
	struct release_indicator as =
	    release->indicators[release->series[series].indicator];

	if (release_is_band(release, series)) {
		as.value_type = VALUE_CRUDE_RATE;
		as.interval = INTERVAL_BYAR;
	}
	return as;
}

static void
work_out(const struct release *release, struct why *why)
{
	const struct figure *figure = &why->finding.figure;
	const struct release_indicator as = indicator_of(release, why->finding.series);
	const struct release_indicator *indicator = &as;
	struct interval at95, at998;

	why->value = weigh(value_of(indicator, figure), figure->value);
	try_limits(indicator, figure, 0.95, &at95);
	try_limits(indicator, figure, 0.998, &at998);
	why->lower95 = weigh(at95.lower, figure->lower95);
	why->upper95 = weigh(at95.upper, figure->upper95);
	why->lower998 = weigh(at998.lower, figure->lower998);
	why->upper998 = weigh(at998.upper, figure->upper998);
	allow_for_rounding(indicator, figure, 0.95, &why->lower95, &why->upper95);
	allow_for_rounding(indicator, figure, 0.998, &why->lower998, &why->upper998);
	why->method = isnan(at95.upper) ? INTERVAL_NONE
					: (enum interval_method)indicator->interval;
}

/* As in heading.c: proportions by their counts where they have them. */
static bool
is_by_proportion(const struct release *release, const struct why *why)
{
	const struct release_series *series = &release->series[why->finding.series];
	uint32_t with_counts = 0;

	for (uint32_t i = 0; i < why->point_count; i++)
		with_counts += !isnan(why->points[i].point.count) &&
			       why->points[i].point.denominator > 0;
	return release->indicators[series->indicator].value_type == VALUE_PROPORTION &&
	       with_counts == why->point_count;
}

bool
why_ask(const struct view *view, struct why *out, struct err *err)
{
	const struct release *release = view->release;

	*out = (struct why){ .point_count = 0 };
	if (!finding_look_up(release, &view->variant, view->type, view->area,
		view->period, &out->finding, err))
		return false;
	if (!finding_look_up_benchmark(release, &view->variant, view->area,
		view->benchmark, out->finding.period, &out->benchmark, err))
		return false;
	finding_compare(
	    release, &out->finding, &out->benchmark, view->benchmark_is_parent);
	if (out->finding.series == RELEASE_NONE)
		return true;
	work_out(release, out);
	if (!finding_trend(release, &out->finding, err) ||
	    !heading_points(
		release, &out->finding, out->points, &out->point_count, err))
		return false;
	out->by_proportion = is_by_proportion(release, out);
	return true;
}
