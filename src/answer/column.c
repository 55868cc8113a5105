#include "answer/column.h"

#include <math.h>

#include "answer/judge.h"

bool
column_open(struct arena *arena, const struct release *release,
    const struct variant *variant, uint32_t type, struct column *out, struct err *err)
{
	*out = (struct column){
		.arena = arena,
		.release = release,
		.variant = *variant,
		.type = type,
		.series = RELEASE_NONE,
		.period = RELEASE_NONE,
		.place = RELEASE_NONE,
	};
	if (variant->indicator != RELEASE_NONE && type != RELEASE_NONE)
		out->series = release_find_series(release, variant->indicator, type,
		    variant->sex, variant->age, variant->category);
	return out->series == RELEASE_NONE ||
	       release_figures(release, out->series, &out->figures, err);
}

/* Whether two series have an area in common: the shorter list is looked up in the
 * longer. */
static bool
share_an_area(const struct release *release, const struct release_series *a,
    const struct release_series *b)
{
	const struct release_series *few = a->areas < b->areas ? a : b;
	const struct release_series *many = few == a ? b : a;
	const struct figures among = {
		.series = many,
		.areas = release->lists + many->first_area,
	};

	for (uint32_t i = 0; i < few->areas; i++)
		if (figures_area(&among, release->lists[few->first_area + i]) !=
		    RELEASE_NONE)
			return true;
	return false;
}

static bool
has_relatives(const struct column *column)
{
	const struct release *release = column->release;
	const struct variant *v = &column->variant;

	for (uint32_t type = 0; type < release->type_count; type++) {
		uint32_t n = release_find_series(
		    release, v->indicator, type, v->sex, v->age, v->category);
		if (n != RELEASE_NONE && n != column->series &&
		    share_an_area(release, &release->series[n], column->figures.series))
			return true;
	}
	return false;
}

void
column_at(struct column *column, uint32_t period)
{
	column->period = period;
	column->yardstick_count = 0;
	if (column->series == RELEASE_NONE)
		return;
	column->place = period == RELEASE_NONE
			    ? RELEASE_NONE
			    : figures_period(&column->figures, period);
	column->heading = heading_of(column->release, &column->figures, column->place);
	column->has_years_elsewhere = column->heading.wanting && has_relatives(column);
}

/* The place of the i-th of the areas asked for in the series' list. */
static uint32_t
place_of(const struct column *column, const uint32_t *areas, uint32_t i)
{
	return areas ? figures_area(&column->figures, areas[i]) : i;
}

static bool
any_value(const struct column *column, const uint32_t *areas, uint32_t area_count,
    uint32_t period)
{
	for (uint32_t i = 0; i < area_count; i++)
		if (!isnan(figures_value(
			&column->figures, place_of(column, areas, i), period)))
			return true;
	return false;
}

static bool
any_row(const struct column *column, const uint32_t *areas, uint32_t area_count,
    uint32_t period)
{
	for (uint32_t i = 0; i < area_count; i++) {
		struct figure figure =
		    figures_at(&column->figures, place_of(column, areas, i), period);
		if (figure.missing != MISSING_NO_ROW)
			return true;
	}
	return false;
}

uint32_t
column_latest(const struct column *column, const uint32_t *areas, uint32_t area_count)
{
	if (column->series == RELEASE_NONE || !column->figures.series->periods)
		return RELEASE_NONE;

	const uint32_t *periods = column->figures.periods;
	uint32_t count = column->figures.series->periods;
	if (!areas)
		area_count = column->figures.series->areas;
	for (uint32_t i = count; i-- > 0;)
		if (any_value(column, areas, area_count, i))
			return periods[i];
	for (uint32_t i = count; i-- > 0;)
		if (any_row(column, areas, area_count, i))
			return periods[i];
	return periods[count - 1];
}

void
column_figure(const struct column *column, uint32_t area, struct finding *out)
{
	static const struct release_series none;
	const struct figures empty = { .series = &none };
	bool has_series = column->series != RELEASE_NONE;
	const struct figures *figures = has_series ? &column->figures : &empty;

	*out = (struct finding){
		.series = column->series,
		.area = area,
		.period = column->period,
		.figure = figures_at(figures,
		    has_series ? figures_area(figures, area) : RELEASE_NONE,
		    column->place),
		.why_none = "it has not been compared",
	};
}

/* Looked up once for each benchmark of a column: areas share theirs. */
static bool
find_yardstick(struct column *column, uint32_t area, uint32_t benchmark,
    struct yardstick **out, struct err *err)
{
	struct yardstick *stick;

	for (uint32_t i = 0; i < column->yardstick_count; i++) {
		*out = &column->yardsticks[i];
		if ((*out)->finding.area == benchmark)
			return true;
	}
	if (column->yardstick_count == column->yardstick_room) {
		uint32_t room = column->yardstick_room * 2 + 4;
		stick = ARENA_NEW(column->arena, struct yardstick, room);
		for (uint32_t i = 0; i < column->yardstick_count; i++)
			stick[i] = column->yardsticks[i];
		column->yardsticks = stick;
		column->yardstick_room = room;
	}
	stick = &column->yardsticks[column->yardstick_count];
	if (!finding_look_up_benchmark(column->release, &column->variant, area,
		benchmark, column->period, &stick->finding, err))
		return false;
	stick->spread = (struct spread){ .count = 0 };
	if (benchmark != RELEASE_NONE &&
	    judge_needs_spread(column->release, column->series))
		stick->spread = spread_of(column->arena, column->release,
		    &column->figures, column->place, benchmark);
	column->yardstick_count++;
	*out = stick;
	return true;
}

bool
column_compare(struct column *column, uint32_t benchmark, bool benchmark_is_parent,
    struct finding *out, struct err *err)
{
	struct yardstick *stick;
	struct finding total;

	/* The benchmark area's own categories have another yardstick than the rest. */
	if (out->area == benchmark) {
		if (!finding_look_up_benchmark(column->release, &column->variant,
			out->area, benchmark, column->period, &total, err))
			return false;
		finding_compare(column->release, out, &total, benchmark_is_parent);
		return true;
	}
	if (!find_yardstick(column, out->area, benchmark, &stick, err))
		return false;
	judge(
	    column->release, out, &stick->finding, benchmark_is_parent, &stick->spread);
	return true;
}

bool
column_trend(const struct column *column, struct finding *out, struct err *err)
{
	uint32_t area = RELEASE_NONE;

	if (column->has_years_elsewhere)
		return finding_trend(column->release, out, err);
	if (column->series != RELEASE_NONE)
		area = figures_area(&column->figures, out->area);
	heading_follow(column->release, &column->figures, &column->heading, area, out);
	return true;
}

uint32_t
column_benchmark(const struct column *column, const struct view *view, uint32_t area)
{
	if (!view->benchmark_is_parent || view->parent != RELEASE_NONE)
		return view->benchmark;
	return release_parent(column->release, column->type, area);
}

bool
column_finding(struct column *column, const struct view *view, uint32_t area,
    struct finding *out, struct err *err)
{
	column_figure(column, area, out);
	if (!column_compare(column, column_benchmark(column, view, area),
		view->benchmark_is_parent, out, err))
		return false;
	return column_trend(column, out, err);
}

bool
column_root(struct column *column, const struct view *view, struct finding *out,
    struct err *err)
{
	const struct release *release = column->release;
	uint32_t root = release->profile->root;
	struct finding total;

	if (!finding_look_up(release, &column->variant, RELEASE_NONE, root,
		column->period, out, err))
		return false;
	if (out->area == RELEASE_NONE)
		return true;
	if (!finding_look_up_benchmark(
		release, &column->variant, root, root, column->period, &total, err))
		return false;
	finding_compare(release, out, &total, false);
	if (out->verdict == VERDICT_NONE && view->benchmark != root &&
	    !isnan(out->figure.value))
		out->why_none = "it is above what others are compared with";
	return finding_trend(release, out, err);
}

bool
column_parent(struct column *column, const struct view *view, uint32_t parent,
    struct finding *out, struct err *err)
{
	const struct release *release = column->release;
	uint32_t benchmark = view->benchmark;
	struct finding other;

	if (!finding_look_up(release, &column->variant, RELEASE_NONE, parent,
		column->period, out, err))
		return false;
	if (parent == RELEASE_NONE)
		return true;
	if (!finding_look_up_benchmark(release, &column->variant, parent, benchmark,
		column->period, &other, err))
		return false;
	finding_compare(release, out, &other, false);
	return finding_trend(release, out, err);
}

bool
column_other(struct column *column, const struct view *view, struct finding *out,
    struct err *err)
{
	const struct release *release = column->release;
	uint32_t area = view->benchmark;

	if (area == release->profile->root || area == view->parent)
		area = RELEASE_NONE;
	if (!finding_look_up(release, &column->variant, RELEASE_NONE, area,
		column->period, out, err))
		return false;
	out->why_none = "it is what others are compared with";
	return area == RELEASE_NONE || finding_trend(release, out, err);
}
