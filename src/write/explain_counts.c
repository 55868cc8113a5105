/* write/explain_counts.c - how a figure came out of the counts of a source when the
 * release was built. */
#include <math.h>

#include "write/telling.h"

static const char counts_section[] = "What it is made of";

/* More bands than the European standard population has are not told one by one. */
enum { BANDS_TOLD = 19 };

static void
tell_origin(struct telling *t)
{
	unsigned made = t->why->finding.figure.published;
	const char *summed =
	    made & MADE_SUMMED ? " The counts of all areas within were added up." : "";
	const char *pooled =
	    made & MADE_POOLED ? " The counts of the years within were added up." : "";

	/* A count by itself is the source's. */
	if (t->type == VALUE_COUNT && !*summed && !*pooled)
		return;
	telling_add(t, counts_section, "origin", "Origin",
	    str_print(t->arena,
		"Worked out from the counts of the source; not a published figure.%s%s",
		summed, pooled));
}

/* Count and denominator of an age band; NaN where there are none. */
static struct figure
band_figure(struct telling *t, const struct release_band *band)
{
	const struct release *r = t->release;
	const struct finding *finding = &t->why->finding;
	const struct release_series *s = &r->series[finding->series];
	uint32_t number = release_find_series(
	    r, s->indicator, s->area_type, s->sex, band->age, s->category);
	struct figure none = { .count = (double)NAN, .denominator = (double)NAN };
	struct figures figures;
	struct err err;

	if (number == RELEASE_NONE || !release_figures(r, number, &figures, &err))
		return none;
	return figures_at(&figures, figures_area(&figures, finding->area),
	    figures_period(&figures, finding->period));
}

/* "4 of 1,000, times 10,500 of the standard population: 42"; the last is returned. */
static double
tell_band(struct telling *t, const struct release_band *band)
{
	struct str label = release_text(t->release, t->release->ages[band->age].label);
	struct figure figure = band_figure(t, band);
	double expected = figure.count / figure.denominator * band->weight;

	if (isnan(expected))
		return expected;
	telling_add(t, counts_section, str_c(t->arena, str_slug(t->arena, label)),
	    str_c(t->arena, label),
	    str_print(t->arena,
		"%.*s of %.*s, times %.*s of the standard population: %.*s",
		STR_ARG(telling_given(t, figure.count)),
		STR_ARG(telling_given(t, figure.denominator)),
		STR_ARG(telling_given(t, band->weight)),
		STR_ARG(telling_computed(t, expected))));
	return expected;
}

static void
tell_bands(struct telling *t)
{
	const struct release_indicator *i = t->indicator;
	double sum = 0, weights = 0;

	if (t->type != VALUE_DSR || !i->bands)
		return;
	telling_add(t, counts_section, "standard", "Standard population",
	    release_text(t->release, i->standard));
	for (uint32_t b = 0; b < i->bands && b < BANDS_TOLD; b++) {
		sum += tell_band(t, &t->release->bands[i->first_band + b]);
		weights += t->release->bands[i->first_band + b].weight;
	}
	if (i->bands > BANDS_TOLD)
		telling_add(t, counts_section, "more_bands", "More age bands",
		    str_print(t->arena, "%u", i->bands - BANDS_TOLD));
	else if (!isnan(sum))
		telling_add(t, counts_section, "sum", "Sum",
		    str_print(t->arena, "%.*s \u00f7 %.*s \u00d7 %.*s = %.*s",
			STR_ARG(telling_computed(t, sum)),
			STR_ARG(telling_given(t, weights)),
			STR_ARG(telling_given(t, i->multiplier)),
			STR_ARG(telling_computed(t, sum / weights * i->multiplier))));
}

void
explain_counts(struct telling *t)
{
	if (t->why->finding.series == RELEASE_NONE ||
	    isnan(t->why->finding.figure.value) ||
	    !(telling_of_counts(t) || telling_of_group(t)))
		return;
	/* Of a group it has been said already. */
	if (!telling_of_group(t))
		tell_origin(t);
	tell_bands(t);
}
