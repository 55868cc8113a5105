/* release/group_standard.c - directly standardised rates of groups, from the age bands
 * that a release has beside the rates of areas. */
#include "release/group.h"
#include "stats/standardise.h"

enum { MOST_BANDS = 64 };

/* What the members' counts of one age band come to, or why they do not. */
static enum missing
add_band(const struct figures *figures, uint32_t area, uint32_t period,
    const struct release_band *from, struct direct_band *out)
{
	const struct release *release = figures->release;
	const struct release_series *s = figures->series;
	uint32_t number = release_find_series(
	    release, s->indicator, s->area_type, s->sex, from->age, s->category);
	struct figures band;
	struct figure figure;
	struct err err;

	if (number == RELEASE_NONE || !release_figures(release, number, &band, &err))
		return MISSING_GROUP_STANDARDISED;
	figure = figures_at(&band, figures_area(&band, area),
	    figures_period(&band, figures->periods[period]));
	*out = (struct direct_band){
		.events = figure.count,
		.population = figure.denominator,
		.standard = from->weight,
	};
	return figure.missing == MISSING_NO_ROW ? MISSING_GROUP_PART : figure.missing;
}

enum missing
group_standardise(const struct figures *figures, uint32_t area, uint32_t period,
    struct direct_rate *out)
{
	const struct release *release = figures->release;
	const struct release_indicator *indicator =
	    &release->indicators[figures->series->indicator];
	struct direct_band bands[MOST_BANDS];
	struct err err;

	if (!indicator->bands || indicator->bands > MOST_BANDS ||
	    !(indicator->multiplier > 0) ||
	    figures->series->age != indicator->standardised_age)
		return MISSING_GROUP_STANDARDISED;
	for (uint32_t i = 0; i < indicator->bands; i++) {
		enum missing missing = add_band(figures, area, period,
		    &release->bands[indicator->first_band + i], &bands[i]);
		if (missing != MISSING_NOT)
			return missing;
	}
	if (!standardise_direct(
		bands, indicator->bands, indicator->multiplier, out, &err))
		return MISSING_GROUP_STANDARDISED;
	return isnan(out->value) ? MISSING_SMALL : MISSING_NOT;
}
