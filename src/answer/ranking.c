#include "answer/ranking.h"

#include <math.h>

#include "answer/column.h"
#include "answer/order.h"

enum sort { SORT_HIGHEST, SORT_LOWEST, SORT_NAME, SORT_COUNT, SORT_TREND };

static const struct {
	const char *word;
	enum sort sort;
} sorts[] = {
	{ "value", SORT_HIGHEST },
	{ "-value", SORT_LOWEST },
	{ "name", SORT_NAME },
	{ "count", SORT_COUNT },
	{ "trend", SORT_TREND },
};

static enum sort
sort_of(struct str text)
{
	for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
		if (str_equal_folded(text, str_of(sorts[i].word)))
			return sorts[i].sort;
	return SORT_HIGHEST;
}

/* Rising first, then without change, then falling; what has no trend is missing. */
static double
trend_key(enum trend trend)
{
	switch (trend) {
	case TREND_UNKNOWN: break;
	case TREND_NONE: return 0;
	case TREND_UP: return 1;
	case TREND_DOWN: return -1;
	}
	return (double)NAN;
}

static double
key_of(const struct finding *finding, enum sort sort)
{
	switch (sort) {
	case SORT_HIGHEST: return finding->figure.value;
	case SORT_LOWEST: return -finding->figure.value;
	case SORT_NAME: break;
	case SORT_COUNT: return finding->figure.count;
	case SORT_TREND: return trend_key(finding->trend.trend);
	}
	return (double)NAN;
}

/* Puts the findings, which come by name, into the order asked for. */
static void
sort_areas(struct arena *arena, const struct release *release, enum sort sort,
    struct ranking *out)
{
	struct order *order = ARENA_NEW(arena, struct order, out->area_count);
	struct finding *sorted = ARENA_NEW(arena, struct finding, out->area_count);

	if (sort == SORT_NAME)
		return;
	for (uint32_t i = 0; i < out->area_count; i++)
		order[i] = (struct order){
			.key = key_of(&out->areas[i], sort),
			.name = release_area_name(release, out->areas[i].area),
			.number = i,
		};
	order_sort(order, out->area_count);
	for (uint32_t i = 0; i < out->area_count; i++)
		sorted[i] = out->areas[order[i].number];
	out->areas = sorted;
}

static void
stretch(struct ranking *out, const struct figure *figure)
{
	const double numbers[] = { figure->value, figure->lower95, figure->upper95 };

	if (isnan(figure->value))
		return;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		out->least = fmin(out->least, numbers[i]);
		out->most = fmax(out->most, numbers[i]);
	}
}

static void
tally(struct ranking *out, const struct finding *finding)
{
	out->with_value += isnan(finding->figure.value) ? 0 : 1;
	switch (finding->verdict) {
	case VERDICT_NONE: out->uncompared++; break;
	case VERDICT_WORST:
	case VERDICT_WORSE: out->worse++; break;
	case VERDICT_SIMILAR: out->similar++; break;
	case VERDICT_BETTER:
	case VERDICT_BEST: out->better++; break;
	case VERDICT_LOWEST:
	case VERDICT_LOWER: out->lower++; break;
	case VERDICT_HIGHER:
	case VERDICT_HIGHEST: out->higher++; break;
	case VERDICT_COUNT: break;
	}
}

static void
list_periods(struct arena *arena, const struct column *column, struct ranking *out)
{
	if (column->series == RELEASE_NONE)
		return;

	const struct figures *figures = &column->figures;
	out->periods = ARENA_NEW(arena, uint32_t, figures->series->periods);
	for (uint32_t i = figures->series->periods; i-- > 0;)
		for (uint32_t a = 0; a < figures->series->areas; a++)
			if (!isnan(figures_value(figures, a, i))) {
				out->periods[out->period_count++] = figures->periods[i];
				break;
			}
}

static uint32_t
period_of(const struct column *column, const struct view *view, uint32_t latest)
{
	if (view->period != RELEASE_NONE && column->series != RELEASE_NONE &&
	    figures_period(&column->figures, view->period) != RELEASE_NONE)
		return view->period;
	return latest;
}

bool
ranking_sorts_by(struct str sort)
{
	for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
		if (str_equal_folded(sort, str_of(sorts[i].word)))
			return true;
	return false;
}

bool
ranking_ask(
    struct arena *arena, const struct view *view, struct ranking *out, struct err *err)
{
	struct column column;
	uint32_t count, latest;
	const uint32_t *areas = view_areas(arena, view, &count);

	if (!column_open(
		arena, view->release, &view->variant, view->type, &column, err))
		return false;
	latest = column_latest(&column, areas, count);
	column_at(&column, period_of(&column, view, latest));
	*out = (struct ranking){
		.period = column.period,
		.latest = latest,
		.areas = ARENA_NEW(arena, struct finding, count),
		.least = (double)NAN,
		.most = (double)NAN,
	};
	if (!column_root(&column, view, &out->root, err) ||
	    !column_parent(&column, view, view->parent, &out->parent, err) ||
	    !column_other(&column, view, &out->benchmark, err))
		return false;
	stretch(out, &out->root.figure);
	stretch(out, &out->parent.figure);
	stretch(out, &out->benchmark.figure);
	for (uint32_t i = 0; i < count; i++) {
		struct finding *finding = &out->areas[out->area_count];
		if (!column_finding(&column, view, areas[i], finding, err))
			return false;
		if (areas[i] != view->area &&
		    !finding_is_of_its_time(view->release, finding))
			continue;
		out->area_count++;
		stretch(out, &finding->figure);
		tally(out, finding);
	}
	if (ranking_has(out, out->benchmark.area))
		out->benchmark = (struct finding){
			.series = RELEASE_NONE,
			.area = RELEASE_NONE,
		};
	list_periods(arena, &column, out);
	sort_areas(arena, view->release, sort_of(view->sort), out);
	return true;
}
