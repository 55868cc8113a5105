#include "answer/heading.h"

#include <math.h>

#include "answer/lineage.h"

enum { MONTHS_A_YEAR = 12 };

/* Up to five periods of a kind, newest first, as numbers of the release. */
struct recent {
	uint32_t periods[TREND_POINTS];
	uint32_t count;
};

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

/* Keeps the newest five; periods of a release are numbered from the oldest. */
static void
keep(struct recent *recent, uint32_t period)
{
	uint32_t at = recent->count;

	while (at > 0 && recent->periods[at - 1] <= period) {
		if (recent->periods[at - 1] == period)
			return;
		at--;
	}
	if (at == TREND_POINTS)
		return;
	if (recent->count < TREND_POINTS)
		recent->count++;
	for (uint32_t i = recent->count - 1; i > at; i--)
		recent->periods[i] = recent->periods[i - 1];
	recent->periods[at] = period;
}

/* The periods of a series up to `last` that are of its kind. */
static void
gather(const struct release *release, const struct figures *figures, uint32_t last,
    struct recent *recent)
{
	struct period kind = release_period(release, last);
	uint32_t found = 0;

	for (uint32_t i = figures->series->periods; i-- > 0 && found < TREND_POINTS;) {
		uint32_t period = figures->periods[i];
		if (period > last ||
		    !period_same_kind(release_period(release, period), kind))
			continue;
		keep(recent, period);
		found++;
	}
}

/* Overlapping periods share cases, so that a chance rise lasts for several of them: the
 * test would take that for a trend. */
static enum trend_reason
why_not(const struct release *release, const struct recent *recent)
{
	if (!recent->count ||
	    release_period(release, recent->periods[0]).months != MONTHS_A_YEAR)
		return TREND_REASON_OVERLAP;
	for (uint32_t i = 0; i + 1 < recent->count; i++)
		if (!period_follows(release_period(release, recent->periods[i + 1]),
			release_period(release, recent->periods[i])))
			return TREND_REASON_OVERLAP;
	return recent->count < TREND_POINTS ? TREND_REASON_FEW : TREND_REASON_NONE;
}

static struct trend_point
point_of(const struct figure *figure)
{
	return (struct trend_point){
		.value = figure->value,
		.lower95 = figure->lower95,
		.upper95 = figure->upper95,
		.count = figure->count,
		.denominator = figure->denominator,
	};
}

/* Only what a trend needs of a figure: tables follow thousands of them. */
static struct trend_point
point_at(const struct figures *figures, uint32_t area, uint32_t period)
{
	size_t cell = (size_t)area * figures->series->periods + period;

	if (area >= figures->series->areas) {
		struct figure figure = figures_at(figures, area, period);
		return point_of(&figure);
	}
	return (struct trend_point){
		.value = figures_number(figures, COLUMN_VALUE, cell),
		.lower95 = figures_number(figures, COLUMN_LOWER95, cell),
		.upper95 = figures_number(figures, COLUMN_UPPER95, cell),
		.count = figures_number(figures, COLUMN_COUNT_OF, cell),
		.denominator = figures_number(figures, COLUMN_DENOMINATOR, cell),
	};
}

static bool
has_trend(enum value_type type)
{
	switch (type) {
	case VALUE_UNKNOWN:
	case VALUE_PROPORTION:
	case VALUE_CRUDE_RATE:
	case VALUE_DSR:
	case VALUE_ISR:
	case VALUE_ISRATIO:
	case VALUE_RATIO:
	case VALUE_MEAN:
	case VALUE_LIFE_EXPECTANCY:
	case VALUE_SLOPE_INDEX: return true;
	case VALUE_COUNT:
	case VALUE_SCORE:
	case VALUE_TYPE_COUNT: break;
	}
	return false;
}

static struct trend_result
trend_of(enum value_type type, const struct trend_point *points)
{
	struct trend_result result;

	if (type == VALUE_PROPORTION) {
		result = trend_recent(TREND_PROPORTION, points, TREND_POINTS);
		if (result.reason != TREND_REASON_COUNTS)
			return result;
	}
	result = trend_recent(TREND_WEIGHTED, points, TREND_POINTS);
	if (type == VALUE_UNKNOWN && result.reason == TREND_REASON_LIMITS)
		result.reason = TREND_REASON_TYPE;
	return result;
}

static enum value_type
type_of(const struct release *release, const struct finding *finding)
{
	uint32_t indicator = release->series[finding->series].indicator;

	return (enum value_type)release->indicators[indicator].value_type;
}

static void
settle(struct finding *out, struct trend_result result)
{
	enum trend published;

	out->trend = result;
	out->trend_as_published = false;
	if (result.trend != TREND_UNKNOWN ||
	    !figure_published_trend(&out->figure, &published) ||
	    published == TREND_UNKNOWN)
		return;
	out->trend.trend = published;
	out->trend_as_published = true;
}

/* Whether the area is another than it was, somewhere between two periods. */
static bool
changed_between(
    const struct release *release, uint32_t area, uint32_t oldest, uint32_t newest)
{
	return release->change_count &&
	       lineage_change(release, area, release_period(release, oldest),
		   release_period(release, newest));
}

struct heading
heading_of(
    const struct release *release, const struct figures *figures, uint32_t period)
{
	struct recent recent = { .count = 0 };
	struct heading heading = { .reason = TREND_REASON_FEW };

	if (period == RELEASE_NONE)
		return heading;
	gather(release, figures, figures->periods[period], &recent);
	heading.reason = why_not(release, &recent);
	heading.wanting =
	    heading.reason != TREND_REASON_NONE &&
	    release_period(release, recent.periods[0]).months == MONTHS_A_YEAR;
	for (uint32_t i = 0; i < recent.count; i++)
		heading.places[TREND_POINTS - 1 - i] =
		    figures_period(figures, recent.periods[i]);
	return heading;
}

void
heading_follow(const struct release *release, const struct figures *figures,
    const struct heading *heading, uint32_t area, struct finding *out)
{
	struct trend_point points[TREND_POINTS];
	enum value_type type;

	if (out->series == RELEASE_NONE || area == RELEASE_NONE) {
		settle(out, unknown(TREND_REASON_FEW));
		return;
	}
	type = type_of(release, out);
	if (!has_trend(type)) {
		settle(out, unknown(TREND_REASON_TYPE));
		return;
	}
	if (heading->reason != TREND_REASON_NONE) {
		settle(out, unknown(heading->reason));
		return;
	}
	if (changed_between(release, out->area, figures->periods[heading->places[0]],
		figures->periods[heading->places[TREND_POINTS - 1]])) {
		settle(out, unknown(TREND_REASON_BOUNDARY));
		return;
	}
	for (uint32_t i = 0; i < TREND_POINTS; i++)
		points[i] = point_at(figures, area, heading->places[i]);
	settle(out, trend_of(type, points));
}

/* The periods of every series of the variant that has the area. */
static bool
gather_across(const struct release *release, const struct variant *variant,
    const struct finding *of, struct recent *recent, struct err *err)
{
	for (uint32_t type = 0; type < release->type_count; type++) {
		struct figures figures;
		uint32_t series = release_find_series(release, variant->indicator, type,
		    variant->sex, variant->age, variant->category);
		if (series == RELEASE_NONE ||
		    !release_type_has(release, type, of->area))
			continue;
		if (!release_figures(release, series, &figures, err))
			return false;
		gather(release, &figures, of->period, recent);
	}
	return true;
}

/* The area's figures wherever they lie, oldest first. */
static bool
points_across(const struct release *release, const struct variant *variant,
    const struct finding *of, const struct recent *recent, struct trend_point *points,
    struct err *err)
{
	for (uint32_t i = 0; i < recent->count; i++) {
		struct finding at;
		if (!finding_look_up(release, variant,
			release->series[of->series].area_type, of->area,
			recent->periods[i], &at, err))
			return false;
		points[recent->count - 1 - i] = point_of(&at.figure);
	}
	return true;
}

static bool
follow_across(const struct release *release, const struct variant *variant,
    struct finding *out, struct err *err)
{
	struct trend_point points[TREND_POINTS];
	struct recent recent = { .count = 0 };
	enum trend_reason reason;

	if (!gather_across(release, variant, out, &recent, err))
		return false;
	reason = why_not(release, &recent);
	if (reason == TREND_REASON_NONE &&
	    changed_between(release, out->area, recent.periods[TREND_POINTS - 1],
		recent.periods[0]))
		reason = TREND_REASON_BOUNDARY;
	if (reason != TREND_REASON_NONE) {
		settle(out, unknown(reason));
		return true;
	}
	if (!points_across(release, variant, out, &recent, points, err))
		return false;
	settle(out, trend_of(type_of(release, out), points));
	return true;
}

static struct variant
variant_of(const struct release_series *series)
{
	return (struct variant){
		.indicator = series->indicator,
		.sex = series->sex,
		.age = series->age,
		.category = series->category,
	};
}

bool
heading_points(const struct release *release, const struct finding *finding,
    struct heading_point points[TREND_POINTS], uint32_t *count, struct err *err)
{
	struct trend_point found[TREND_POINTS];
	struct recent recent = { .count = 0 };
	struct variant variant;

	*count = 0;
	if (finding->series == RELEASE_NONE || finding->period == RELEASE_NONE)
		return true;
	variant = variant_of(&release->series[finding->series]);
	if (!gather_across(release, &variant, finding, &recent, err) ||
	    !points_across(release, &variant, finding, &recent, found, err))
		return false;
	*count = recent.count;
	for (uint32_t i = 0; i < recent.count; i++)
		points[i] = (struct heading_point){
			.period = recent.periods[recent.count - 1 - i],
			.point = found[i],
		};
	return true;
}

bool
finding_trend(const struct release *release, struct finding *out, struct err *err)
{
	struct figures figures;
	struct heading heading;

	if (out->series == RELEASE_NONE || out->period == RELEASE_NONE) {
		settle(out, unknown(TREND_REASON_FEW));
		return true;
	}
	if (!release_figures(release, out->series, &figures, err))
		return false;
	heading = heading_of(release, &figures, figures_period(&figures, out->period));
	if (heading.wanting && has_trend(type_of(release, out))) {
		struct variant variant = variant_of(figures.series);
		return follow_across(release, &variant, out, err);
	}
	heading_follow(
	    release, &figures, &heading, figures_area(&figures, out->area), out);
	return true;
}
