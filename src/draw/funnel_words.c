#include "draw/funnel.h"
#include "draw/phrase.h"

struct str
funnel_size(const struct outliers *outliers)
{
	switch (outliers->funnel.kind.statistic) {
	case FUNNEL_PROPORTION: break;
	case FUNNEL_RATIO_COUNT:
	case FUNNEL_RATIO_ISR: return STR("Events expected");
	case FUNNEL_RATE_DSR: return STR("Effective population a year");
	case FUNNEL_RATE_CRUDE: return STR("Population a year");
	}
	return STR("People (the denominator)");
}

static struct str
headline(struct arena *arena, const struct outliers *o)
{
	uint32_t out = o->above + o->below;

	if (o->why_none.len)
		return STR("No funnel plot");
	if (!out)
		return str_print(arena,
		    "None of %u areas differs from their average by more than chance",
		    o->count);
	return str_print(arena,
	    "%u of %u areas %s from their average by more than chance", out, o->count,
	    out == 1 ? "differs" : "differ");
}

/* Names of areas beyond the 99.8 % limits on one side, up to five. */
static struct str
far_names(struct arena *arena, const struct view *view, const struct outliers *o,
    enum side side)
{
	struct str names = STR("");
	unsigned named = 0, more = 0;

	for (uint32_t i = 0; i < o->count; i++) {
		if (o->at[i].side != side)
			continue;
		if (named == 5) {
			more++;
			continue;
		}
		names =
		    str_print(arena, "%.*s%s%.*s", STR_ARG(names), named ? ", " : "",
			STR_ARG(phrase_area(view->release, o->at[i].finding.area)));
		named++;
	}
	return more ? str_print(arena, "%.*s and %u more", STR_ARG(names), more)
		    : names;
}

static struct str
message(struct arena *arena, const struct view *view, const struct outliers *o)
{
	struct str above, below, text;

	if (o->why_none.len)
		return str_print(arena, "%.*s.", STR_ARG(o->why_none));
	above = far_names(arena, view, o, SIDE_FAR_ABOVE);
	below = far_names(arena, view, o, SIDE_FAR_BELOW);
	text = str_print(arena,
	    "The average of these areas is %.*s. %u lie above the 95%% limits and %u "
	    "below; by chance alone about %.0f would lie outside.",
	    STR_ARG(phrase_value(
		arena, view->release, view->variant.indicator, o->funnel.baseline)),
	    o->above, o->below, 0.05 * o->count);
	if (above.len)
		text = str_print(arena, "%.*s Above the 99.8%% limits: %.*s.",
		    STR_ARG(text), STR_ARG(above));
	if (below.len)
		text = str_print(
		    arena, "%.*s Below them: %.*s.", STR_ARG(text), STR_ARG(below));
	return text;
}

struct chart_words
funnel_words(
    struct arena *arena, const struct view *view, const struct outliers *outliers)
{
	const struct release *release = view->release;
	struct str period = phrase_period(release, outliers->period);

	return (struct chart_words){
		.title = str_print(arena, "%.*s: funnel plot of areas%s%.*s",
		    STR_ARG(phrase_indicator(release, view->variant.indicator)),
		    period.len ? ", " : "", STR_ARG(period)),
		.headline = headline(arena, outliers),
		.message = message(arena, view, outliers),
		.measure = phrase_measure(arena, view),
		.source = phrase_source(release, view->variant.indicator),
	};
}
