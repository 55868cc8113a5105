#include "answer/outliers.h"

#include <math.h>

#include "answer/ranking.h"

static bool
kind_of(
    const struct view *view, uint32_t period, struct funnel_kind *kind, struct str *why)
{
	const struct release *release = view->release;
	const struct release_indicator *indicator =
	    &release->indicators[view->variant.indicator];

	*kind = (struct funnel_kind){ .way = FUNNEL_EXACT,
		.multiplier = indicator->multiplier,
		.years = release->periods[period].months / 12.0 };
	switch ((enum value_type)indicator->value_type) {
	case VALUE_PROPORTION: kind->statistic = FUNNEL_PROPORTION; break;
	case VALUE_CRUDE_RATE: kind->statistic = FUNNEL_RATE_CRUDE; break;
	case VALUE_DSR: kind->statistic = FUNNEL_RATE_DSR; break;
	case VALUE_ISRATIO:
		kind->statistic = FUNNEL_RATIO_ISR;
		kind->multiplier = 100;
		break;
	case VALUE_UNKNOWN:
	case VALUE_ISR:
	case VALUE_RATIO:
	case VALUE_COUNT:
	case VALUE_MEAN:
	case VALUE_SCORE:
	case VALUE_LIFE_EXPECTANCY:
	case VALUE_SLOPE_INDEX:
	case VALUE_TYPE_COUNT:
		*why = STR("Funnel plots are made of proportions, rates and "
			   "standardised ratios, and this is none");
		return false;
	}
	*why =
	    STR("These figures are modelled and not counted, so that chance does not "
		"move them as a funnel supposes");
	if (indicator->modelled)
		return false;
	*why = STR("Nothing says what the values of this indicator are multiplied by");
	return kind->multiplier > 0 && kind->years > 0;
}

/* What is published as a denominator of a ratio need not be the events expected. */
static bool
is_expected(const struct figure *figure)
{
	double ratio = 100 * figure->count / figure->denominator;

	return fabs(ratio - figure->value) <= 0.01 * fmax(fabs(figure->value), 1);
}

static bool
has_all(const struct funnel_kind *kind, const struct figure *figure)
{
	if (isnan(figure->value) || !(figure->count >= 0))
		return false;
	switch (kind->statistic) {
	case FUNNEL_PROPORTION:
		return figure->denominator > 0 && figure->count <= figure->denominator;
	case FUNNEL_RATIO_COUNT:
	case FUNNEL_RATIO_ISR: return figure->denominator > 0 && is_expected(figure);
	case FUNNEL_RATE_CRUDE:
		return figure->count > 0 ? figure->value > 0 : figure->denominator > 0;
	case FUNNEL_RATE_DSR: return figure->count > 0 && figure->value > 0;
	}
	return false;
}

static struct funnel_area
area_of(const struct figure *figure)
{
	return (struct funnel_area){ .events = figure->count,
		.denominator = figure->denominator,
		.rate = figure->value };
}

/* Fills everything of an area of the funnel; areas are taken from the ranking. */
static void
judge_area(const struct view *view, struct outliers *out, struct outlier *at)
{
	const struct funnel_area area = area_of(&at->finding.figure);
	enum polarity polarity =
	    (enum polarity)view->release->indicators[view->variant.indicator].polarity;

	at->point = funnel_point(&out->funnel, &area);
	at->side = funnel_significance(&out->funnel, &area);
	at->finding.verdict = verdict_of(at->side, polarity);
	at->finding.as_published = false;
	at->finding.why_none =
	    at->side == SIDE_UNKNOWN ? "it has fewer than ten events" : NULL;
	out->above += at->side == SIDE_ABOVE || at->side == SIDE_FAR_ABOVE;
	out->below += at->side == SIDE_BELOW || at->side == SIDE_FAR_BELOW;
	out->far += at->side == SIDE_FAR_BELOW || at->side == SIDE_FAR_ABOVE;
}

static bool
make(struct arena *arena, const struct view *view, const struct ranking *ranking,
    struct outliers *out)
{
	struct funnel_area *areas =
	    ARENA_NEW(arena, struct funnel_area, ranking->area_count);
	struct funnel_kind kind;
	struct err err = { 0 };

	if (!kind_of(view, ranking->period, &kind, &out->why_none))
		return false;
	for (uint32_t i = 0; i < ranking->area_count; i++) {
		const struct finding *finding = &ranking->areas[i];
		if (!has_all(&kind, &finding->figure))
			continue;
		areas[out->count] = area_of(&finding->figure);
		out->at[out->count++].finding = *finding;
	}
	out->without = ranking->area_count - out->count;
	out->why_none = STR("There are too few areas with a value and a count to make "
			    "an average of them");
	if (out->count < 3)
		return false;
	out->why_none = STR("");
	if (!funnel_init(&out->funnel, kind, areas, out->count, &err)) {
		out->why_none = str_copy(arena, str_of(err.text));
		return false;
	}
	funnel_rows(&out->funnel, out->rows);
	return true;
}

bool
outliers_ask(
    struct arena *arena, const struct view *view, struct outliers *out, struct err *err)
{
	struct view sorted = *view;
	struct ranking ranking;

	*out = (struct outliers){ .period = RELEASE_NONE, .latest = RELEASE_NONE };
	sorted.sort = STR("value");
	if (!ranking_ask(arena, &sorted, &ranking, err))
		return false;
	out->at = ARENA_NEW(arena, struct outlier, ranking.area_count);
	out->period = ranking.period;
	out->latest = ranking.latest;
	if (ranking.period == RELEASE_NONE)
		out->why_none = STR("There are no figures for areas of this kind");
	else if (make(arena, view, &ranking, out))
		for (uint32_t i = 0; i < out->count; i++)
			judge_area(view, out, &out->at[i]);
	return true;
}
