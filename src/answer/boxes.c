#include "answer/boxes.h"

#include <math.h>

#include "answer/column.h"
#include "answer/spread.h"

static void
measure(const struct spread *spread, struct box *box)
{
	const double *sorted = spread->sorted;
	size_t count = spread->count;

	box->values = (uint32_t)count;
	box->least = box->p5 = box->p25 = box->median = (double)NAN;
	box->p75 = box->p95 = box->most = (double)NAN;
	if (count < BOX_LEAST_VALUES)
		return;
	box->least = sorted[0];
	box->p5 = percentile(sorted, count, 0.05);
	box->p25 = percentile(sorted, count, 0.25);
	box->median = percentile(sorted, count, 0.5);
	box->p75 = percentile(sorted, count, 0.75);
	box->p95 = percentile(sorted, count, 0.95);
	box->most = sorted[count - 1];
}

static void
name_ends(
    const struct column *column, const uint32_t *areas, uint32_t count, struct box *box)
{
	double low = (double)INFINITY, high = -(double)INFINITY;

	box->lowest = box->highest = RELEASE_NONE;
	for (uint32_t i = 0; i < count; i++) {
		double value = figures_value(&column->figures,
		    figures_area(&column->figures, areas[i]), column->place);
		if (value < low) {
			low = value;
			box->lowest = areas[i];
		}
		if (value > high) {
			high = value;
			box->highest = areas[i];
		}
	}
}

static void
stretch(struct boxes *out, const struct box *box)
{
	const double numbers[] = { box->least, box->most, box->area.figure.value,
		box->benchmark.figure.value };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		out->least = fmin(out->least, numbers[i]);
		out->most = fmax(out->most, numbers[i]);
	}
}

/* Of one area the benchmark is its own; of none that of all, if they have one. */
static bool
find_marks(
    struct column *column, const struct view *view, struct box *box, struct err *err)
{
	uint32_t benchmark = column_benchmark(column, view, view->area);

	if (!finding_look_up_benchmark(column->release, &column->variant, view->area,
		benchmark, column->period, &box->benchmark, err))
		return false;
	if (view->area != RELEASE_NONE)
		return column_finding(column, view, view->area, &box->area, err);
	return finding_look_up(column->release, &column->variant, view->type,
	    RELEASE_NONE, column->period, &box->area, err);
}

bool
boxes_ask(
    struct arena *arena, const struct view *view, struct boxes *out, struct err *err)
{
	struct column column;
	uint32_t count;
	const uint32_t *areas = view_areas(arena, view, &count);

	*out = (struct boxes){ .least = (double)NAN, .most = (double)NAN };
	if (!column_open(
		arena, view->release, &view->variant, view->type, &column, err))
		return false;
	if (column.series == RELEASE_NONE)
		return true;
	out->at = ARENA_NEW(arena, struct box, column.figures.series->periods);
	for (uint32_t i = 0; i < column.figures.series->periods; i++) {
		struct box *box = &out->at[out->count];
		struct spread spread =
		    spread_of(arena, view->release, &column.figures, i, view->parent);
		if (spread.count == 0)
			continue;
		column_at(&column, column.figures.periods[i]);
		*box = (struct box){ .period = column.period };
		measure(&spread, box);
		name_ends(&column, areas, count, box);
		if (!find_marks(&column, view, box, err))
			return false;
		stretch(out, box);
		out->drawn += box->values >= BOX_LEAST_VALUES;
		out->count++;
	}
	return true;
}
