#include "stats/funnel.h"

#include <math.h>

#include "stats/poisson.h"
#include "stats/standardise.h"

static bool
is_rate(enum funnel_statistic statistic)
{
	return statistic == FUNNEL_RATE_DSR || statistic == FUNNEL_RATE_CRUDE;
}

static bool
above_zero(double number)
{
	return isfinite(number) && number > 0;
}

/* What the area's events are divided by; NaN for a directly standardised rate without
 * events, which tells nothing of its person-years. */
static double
denominator_of(const struct funnel_kind *kind, const struct funnel_area *area)
{
	if (!is_rate(kind->statistic))
		return area->denominator;
	if (area->events > 0)
		return kind->multiplier * area->events / area->rate;
	return kind->statistic == FUNNEL_RATE_CRUDE ? area->denominator : (double)NAN;
}

static bool
check_denominator(const struct funnel_kind *kind, const struct funnel_area *area,
    size_t number, struct err *err)
{
	const char *what = kind->statistic == FUNNEL_PROPORTION ? "denominator"
			   : kind->statistic == FUNNEL_RATE_CRUDE
			       ? "denominator of an area without events"
			       : "expected events";

	if (!above_zero(area->denominator))
		return err_set(err, FAULT_INPUT,
		    "area %zu: %s must be more than 0, not %g", number, what,
		    area->denominator);
	if (kind->statistic == FUNNEL_PROPORTION && area->events > area->denominator)
		return err_set(err, FAULT_INPUT,
		    "area %zu: events must not exceed the denominator %g, not %g",
		    number, area->denominator, area->events);
	return true;
}

static bool
check_area(const struct funnel_kind *kind, const struct funnel_area *area,
    size_t number, struct err *err)
{
	if (!isfinite(area->events) || area->events < 0)
		return err_set(err, FAULT_INPUT,
		    "area %zu: events must be 0 or more, not %g", number, area->events);
	if (!is_rate(kind->statistic))
		return check_denominator(kind, area, number, err);
	if (area->events > 0 && !above_zero(area->rate))
		return err_set(err, FAULT_INPUT,
		    "area %zu: the rate of an area with events must be more than 0, "
		    "not %g",
		    number, area->rate);
	if (area->events > 0 || kind->statistic == FUNNEL_RATE_DSR)
		return true;
	return check_denominator(kind, area, number, err);
}

static bool
check_kind(const struct funnel_kind *kind, struct err *err)
{
	bool ratio = kind->statistic == FUNNEL_RATIO_COUNT ||
		     kind->statistic == FUNNEL_RATIO_ISR;

	if (!ratio && !above_zero(kind->multiplier))
		return err_set(err, FAULT_INPUT,
		    "multiplier must be more than 0, not %g", kind->multiplier);
	if (is_rate(kind->statistic) && !above_zero(kind->years))
		return err_set(err, FAULT_INPUT,
		    "years of data must be more than 0, not %g", kind->years);
	return true;
}

/* 1, 10, 100 ... as the whole part of a number has one digit, two, three. */
static double
leading_unit(double number)
{
	double unit = 1;

	while (unit * 10 <= number)
		unit *= 10;
	return unit;
}

/* The axis in denominators: from 0 when areas differ much in size, else from a little
 * below the smallest, cut to its leading digit; to a little above the largest, rounded
 * up to two digits. */
static void
set_axis(struct funnel *funnel, double least, double most)
{
	double low = 0.95 * least, high = 1.05 * most;
	double step = leading_unit(high) / 10;

	funnel->from =
	    most > 2 * least ? 0 : floor(low / leading_unit(low)) * leading_unit(low);
	funnel->until = ceil(high / step) * step;
}

/* An axis of rates is found in person-years of one year and then told in events. */
static void
set_rate_axis(struct funnel *funnel, double least, double most)
{
	double years = funnel->kind.years;

	set_axis(funnel, least / years, most / years);
	funnel->from = floor(funnel->from * years * funnel->average);
	funnel->until = ceil(funnel->until * years * funnel->average);
}

/* An axis ends a little above the largest area, and is looked for in steps that never
 * come to an end where that is infinity. */
static bool
check_range(
    const struct funnel_kind *kind, double events, double denominators, struct err *err)
{
	double years = is_rate(kind->statistic) ? kind->years : 1;

	if (!isfinite(2 * events) || !isfinite(2 * denominators) ||
	    !isfinite(2 * denominators / years))
		return err_set(
		    err, FAULT_INPUT, "the areas are beyond the range of numbers");
	return true;
}

static double
baseline_of(const struct funnel *funnel)
{
	switch (funnel->kind.statistic) {
	case FUNNEL_RATIO_COUNT: return 0;
	case FUNNEL_RATIO_ISR: return 100;
	case FUNNEL_PROPORTION:
	case FUNNEL_RATE_DSR:
	case FUNNEL_RATE_CRUDE: break;
	}
	return funnel->average * funnel->kind.multiplier;
}

bool
funnel_init(struct funnel *funnel, struct funnel_kind kind,
    const struct funnel_area *areas, size_t count, struct err *err)
{
	double events = 0, denominators = 0, least = (double)INFINITY, most = 0;

	if (!check_kind(&kind, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!check_area(&kind, &areas[i], i + 1, err))
			return false;
		double denominator = denominator_of(&kind, &areas[i]);
		events += areas[i].events;
		if (isnan(denominator))
			continue;
		/* What is derived from a rate may be too little for a number. */
		denominators += denominator > 0 ? denominator : (double)INFINITY;
		least = fmin(least, denominator);
		most = fmax(most, denominator);
	}
	if (!count)
		return err_set(err, FAULT_INPUT, "a funnel needs an area");
	if (is_rate(kind.statistic) && events == 0)
		return err_set(err, FAULT_INPUT, "a funnel of rates needs events");
	if (!check_range(&kind, events, denominators, err))
		return false;

	*funnel = (struct funnel){ .kind = kind, .average = events / denominators };
	funnel->baseline = baseline_of(funnel);
	if (is_rate(kind.statistic))
		set_rate_axis(funnel, least, most);
	else
		set_axis(funnel, least, most);
	return true;
}

/* Between which proportions of n people, 0.3 for 30 %, chance alone keeps an area. */
struct proportions {
	double lower, upper;
};

/* Those whose Wilson limits of the same level just reach the average: the limits of the
 * score test, average -/+ z sqrt(average (1 - average) / n). */
static struct proportions
proportions_exact(double average, double n, double z)
{
	double reach = z * sqrt(fmax(average * (1 - average), 0) / n);

	return (
	    struct proportions){ fmax(average - reach, 0), fmin(average + reach, 1) };
}

/* The same solved as the national tools do, step by step: rounding below the root
 * leaves no number where the average is 1. */
static struct proportions
proportions_published(double average, double n, double z)
{
	double q = z * z, a = average * (n / q + 1), both = 1 / q + 1 / n;
	double inner = n * (average * (n / q + 2) - 1) + q * (average - 1);
	double root = sqrt((8 * a) * (8 * a) - 64 * both * average * inner);
	double lower = (a - root / 8) / both / n, upper = (a + root / 8) / both / n;

	return (struct proportions){ lower < 0 ? 0 : lower, upper };
}

static struct proportions
proportions_at(const struct funnel *funnel, double n, double confidence)
{
	double z = interval_z(confidence);

	return funnel->kind.way == FUNNEL_EXACT
		   ? proportions_exact(funnel->average, n, z)
		   : proportions_published(funnel->average, n, z);
}

static void
set_proportion_limits(const struct funnel *funnel, double n, double confidence,
    struct funnel_limit *lower, struct funnel_limit *upper)
{
	const double published_cap = 100;
	struct proportions limits = proportions_at(funnel, n, confidence);
	double top = limits.upper * funnel->kind.multiplier;

	*lower = (struct funnel_limit){ n, limits.lower * funnel->kind.multiplier };
	if (funnel->kind.way == FUNNEL_AS_PUBLISHED && top > published_cap)
		top = published_cap;
	*upper = (struct funnel_limit){ n, top };
}

/* The limit of an area in which so many events were observed where chance lets expect
 * the other number. */
static struct funnel_limit
limit_of_counts(const struct funnel *funnel, double observed, double expected)
{
	double people = expected / funnel->average;

	switch (funnel->kind.statistic) {
	case FUNNEL_RATIO_COUNT:
		return (struct funnel_limit){ expected, observed / expected - 1 };
	case FUNNEL_RATIO_ISR:
		return (struct funnel_limit){ expected, observed / expected * 100 };
	case FUNNEL_PROPORTION:
	case FUNNEL_RATE_DSR:
	case FUNNEL_RATE_CRUDE: break;
	}
	return (struct funnel_limit){ people / funnel->kind.years,
		observed / people * funnel->kind.multiplier };
}

/* The more events are expected, the lower is what was observed. */
static void
set_count_limits(const struct funnel *funnel, double events, double tail,
    struct funnel_limit *lower, struct funnel_limit *upper)
{
	bool exact = funnel->kind.way == FUNNEL_EXACT;

	*lower = limit_of_counts(funnel, events,
	    exact ? poisson_upper(events, tail)
		  : poisson_upper_published(events, tail));
	*upper = limit_of_counts(funnel, events,
	    exact ? poisson_lower(events, tail)
		  : poisson_lower_published(events, tail));
}

struct funnel_row
funnel_row_at(const struct funnel *funnel, double size)
{
	struct funnel_row row = { .size = size };

	if (funnel->kind.statistic == FUNNEL_PROPORTION) {
		set_proportion_limits(funnel, size, 0.95, &row.lower95, &row.upper95);
		set_proportion_limits(
		    funnel, size, 0.998, &row.lower998, &row.upper998);
	} else {
		set_count_limits(funnel, size, 0.025, &row.lower95, &row.upper95);
		set_count_limits(funnel, size, 0.001, &row.lower998, &row.upper998);
	}
	return row;
}

/* How many steps of a constant factor are left on the axis when there are `behind` rows
 * already; the published axis of ratios counts one too many and never arrives. */
static double
steps_left(const struct funnel *funnel, size_t behind)
{
	bool late = funnel->kind.way == FUNNEL_AS_PUBLISHED &&
		    (funnel->kind.statistic == FUNNEL_RATIO_COUNT ||
			funnel->kind.statistic == FUNNEL_RATIO_ISR);

	return (double)(FUNNEL_ROWS - behind + late);
}

void
funnel_rows(const struct funnel *funnel, struct funnel_row rows[FUNNEL_ROWS])
{
	double size = fmax(1, funnel->from);

	rows[0] = funnel_row_at(funnel, size);
	for (size_t i = 1; i < FUNNEL_ROWS; i++) {
		double factor = pow(funnel->until / size, 1 / steps_left(funnel, i));
		/* Halves go to the even neighbour, as the published axis has them. */
		size = fmax(nearbyint(factor * size), size + 1);
		rows[i] = funnel_row_at(funnel, size);
	}
}

/* A directly standardised rate of fewer events is not shown. */
static bool
is_shown(const struct funnel *funnel, const struct funnel_area *area)
{
	return funnel->kind.statistic != FUNNEL_RATE_DSR ||
	       area->events >= STANDARDISE_FEWEST;
}

struct funnel_limit
funnel_point(const struct funnel *funnel, const struct funnel_area *area)
{
	double denominator = denominator_of(&funnel->kind, area), rate = area->rate;

	if (!is_shown(funnel, area))
		return (struct funnel_limit){ (double)NAN, (double)NAN };
	switch (funnel->kind.statistic) {
	case FUNNEL_PROPORTION:
		return (struct funnel_limit){ denominator,
			area->events / denominator * funnel->kind.multiplier };
	case FUNNEL_RATIO_COUNT:
	case FUNNEL_RATIO_ISR:
		return limit_of_counts(funnel, area->events, denominator);
	case FUNNEL_RATE_DSR:
	case FUNNEL_RATE_CRUDE: break;
	}
	if (area->events == 0 && funnel->kind.way == FUNNEL_EXACT)
		rate = 0;
	return (struct funnel_limit){ denominator / funnel->kind.years, rate };
}

static enum side
significance_of_proportion(const struct funnel *funnel, const struct funnel_area *area)
{
	double n = area->denominator, share = area->events / n;
	struct proportions at95 = proportions_at(funnel, n, 0.95);
	struct proportions at998 = proportions_at(funnel, n, 0.998);

	if (share < at998.lower)
		return SIDE_FAR_BELOW;
	if (share < at95.lower)
		return SIDE_BELOW;
	if (share > at998.upper)
		return SIDE_FAR_ABOVE;
	if (share > at95.upper)
		return SIDE_ABOVE;
	return SIDE_SIMILAR;
}

enum side
funnel_significance(const struct funnel *funnel, const struct funnel_area *area)
{
	struct interval at95, at998;
	struct err err;

	if (!is_shown(funnel, area))
		return SIDE_UNKNOWN;
	if (funnel->kind.statistic == FUNNEL_PROPORTION)
		return significance_of_proportion(funnel, area);

	double denominator = denominator_of(&funnel->kind, area);
	if (!interval_rate(area->events, denominator, 1, 0.95, &at95, &err) ||
	    !interval_rate(area->events, denominator, 1, 0.998, &at998, &err))
		return SIDE_UNKNOWN;
	struct limits local = { at95.value, at95.lower, at95.upper, at998.lower,
		at998.upper };
	return compare_interval_two_levels(
	    &local, is_rate(funnel->kind.statistic) ? funnel->average : 1);
}
