#include "answer/rows.h"

#include "answer/column.h"
#include "answer/scope.h"

struct walk {
	const struct release *release;
	const struct rows_filter *filter;
	rows_visit *visit;
	void *context;
	bool stopped;
};

/* The areas of a series that pass the filter, in the order of their codes. */
static uint32_t *
areas_of(struct arena *arena, const struct walk *walk, const struct column *column,
    uint32_t *count)
{
	const struct rows_filter *filter = walk->filter;
	const struct figures *figures = &column->figures;
	uint32_t *areas = ARENA_NEW(arena, uint32_t, figures->series->areas);
	uint32_t most = figures->series->areas;
	const struct release_relation *children = NULL;

	*count = 0;
	/* A group stands in no list of areas. */
	if (filter->area != RELEASE_NONE) {
		areas[0] = filter->area;
		*count = figures_area(figures, filter->area) != RELEASE_NONE &&
			 (filter->parent == RELEASE_NONE ||
			     scope_is_parent(walk->release, column->type,
				 filter->parent, filter->area));
		return areas;
	}
	if (filter->parent != RELEASE_NONE)
		children = release_children(
		    walk->release, column->type, filter->parent, &most);
	for (uint32_t i = 0; i < most; i++) {
		uint32_t area = children ? children[i].area : figures->areas[i];
		if (figures_area(figures, area) != RELEASE_NONE)
			areas[(*count)++] = area;
	}
	return areas;
}

static uint32_t
parent_of(const struct walk *walk, uint32_t type, uint32_t area)
{
	if (area == walk->release->profile->root)
		return RELEASE_NONE;
	if (walk->filter->parent != RELEASE_NONE)
		return walk->filter->parent;
	return release_parent(walk->release, type, area);
}

static bool
fill_row(const struct walk *walk, struct column *column, struct download_row *row,
    struct err *err)
{
	uint32_t root = walk->release->profile->root;
	struct finding by_parent;

	row->parent = parent_of(walk, row->type, row->area);
	row->period = column->period;
	row->parent_verdict = VERDICT_NONE;
	if (!column_compare(column, root, false, &row->finding, err))
		return false;
	if (row->parent != RELEASE_NONE && row->parent != root) {
		by_parent = row->finding;
		if (!column_compare(column, row->parent, true, &by_parent, err))
			return false;
		row->parent_verdict = by_parent.verdict;
	}
	return !row->latest || column_trend(column, &row->finding, err);
}

static bool
walk_period(struct walk *walk, struct column *column, const uint32_t *areas,
    uint32_t count, bool latest, struct err *err)
{
	struct download_row row = {
		.indicator = column->variant.indicator,
		.sex = column->variant.sex,
		.age = column->variant.age,
		.category = column->variant.category,
		.type = column->type,
		.latest = latest,
	};

	for (uint32_t i = 0; i < count && !walk->stopped; i++) {
		row.area = areas[i];
		column_figure(column, areas[i], &row.finding);
		if (row.finding.figure.missing == MISSING_NO_ROW)
			continue;
		if (!fill_row(walk, column, &row, err))
			return false;
		walk->stopped = !walk->visit(walk->context, &row);
	}
	return true;
}

static bool
walk_series(struct walk *walk, const struct release_series *series, struct err *err)
{
	AUTO_ARENA arena = { 0 };
	const struct variant variant = {
		.indicator = series->indicator,
		.sex = series->sex,
		.age = series->age,
		.category = series->category,
	};
	struct column column;
	uint32_t count;

	if (!column_open(
		&arena, walk->release, &variant, series->area_type, &column, err))
		return false;

	const uint32_t *areas = areas_of(&arena, walk, &column, &count);
	uint32_t latest = column_latest(&column, NULL, 0);
	for (uint32_t i = 0; count && i < series->periods && !walk->stopped; i++) {
		column_at(&column, column.figures.periods[i]);
		if (!walk_period(
			walk, &column, areas, count, column.period == latest, err))
			return false;
	}
	return true;
}

static bool
walk_indicator(struct walk *walk, uint32_t indicator, struct err *err)
{
	const struct release *release = walk->release;
	uint32_t type = walk->filter->type;
	struct scope_series series = {
		.first = release->indicators[indicator].first_series,
		.count = release->indicators[indicator].series,
	};

	if (type != RELEASE_NONE)
		series = scope_series(release, indicator, type);
	for (uint32_t i = 0; i < series.count && !walk->stopped; i++)
		if (!walk_series(walk, &release->series[series.first + i], err))
			return false;
	return true;
}

bool
rows_walk(const struct release *release, const struct rows_filter *filter,
    rows_visit *visit, void *context, struct err *err)
{
	struct walk walk = {
		.release = release,
		.filter = filter,
		.visit = visit,
		.context = context,
	};
	struct scope_items items = scope_items(release, filter->domain);

	for (uint32_t i = 0; i < items.count && !walk.stopped; i++) {
		uint32_t indicator = scope_item(&items, i);
		if (filter->indicator != RELEASE_NONE && indicator != filter->indicator)
			continue;
		if (!walk_indicator(&walk, indicator, err))
			return false;
	}
	return true;
}
