#include "answer/spine.h"

#include <math.h>

#include "answer/column.h"
#include "answer/scope.h"

/* The benchmark is in the middle; half the width is the larger of the distances from it
 * to the ends, so that one side reaches the edge. */
struct scale {
	double middle, half;
	bool mirrored;
};

static double
place_on(const struct scale *scale, double value)
{
	double side = (value - scale->middle) / scale->half / 2;

	return 0.5 + (scale->mirrored ? -side : side);
}

static double
clamped(double at)
{
	return isnan(at) ? at : fmax(0, fmin(1, at));
}

static void
leave_undrawn(struct spine_row *row)
{
	const double none = (double)NAN;

	row->worst = row->best = none;
	row->p5 = row->p25 = row->median = row->p75 = row->p95 = none;
	row->at_worst = row->at_best = none;
	row->at_left_quarter = row->at_right_quarter = none;
	row->at_area = row->at_parent = none;
}

/* Why the areas cannot be drawn on a scale; NULL when they can. */
static const char *
why_undrawn(const struct release_indicator *indicator, const struct spread *spread,
    double benchmark)
{
	if (indicator->value_type == VALUE_COUNT)
		return "counts are not compared";
	if (spread->count < SPINE_LEAST_VALUES)
		return "too few areas have a figure";
	if (isnan(benchmark))
		return "there is no figure to compare with";
	if (spread->sorted[0] == benchmark &&
	    spread->sorted[spread->count - 1] == benchmark)
		return "all areas have the same figure";
	return NULL;
}

static void
draw(struct spine_row *row, const struct spread *spread, double benchmark)
{
	const double *sorted = spread->sorted;
	size_t n = spread->count;
	double least = sorted[0], most = sorted[n - 1];
	const struct scale scale = {
		.middle = benchmark,
		.half = fmax(fabs(benchmark - least), fabs(benchmark - most)),
		.mirrored = row->mirrored,
	};

	row->p5 = percentile(sorted, n, 0.05);
	row->p25 = percentile(sorted, n, 0.25);
	row->median = percentile(sorted, n, 0.5);
	row->p75 = percentile(sorted, n, 0.75);
	row->p95 = percentile(sorted, n, 0.95);
	row->worst = row->mirrored ? most : least;
	row->best = row->mirrored ? least : most;
	row->at_worst = place_on(&scale, row->worst);
	row->at_best = place_on(&scale, row->best);
	row->at_left_quarter = place_on(&scale, row->mirrored ? row->p75 : row->p25);
	row->at_right_quarter = place_on(&scale, row->mirrored ? row->p25 : row->p75);
	row->at_area = clamped(place_on(&scale, row->area.figure.value));
	row->at_parent = clamped(place_on(&scale, row->parent.figure.value));
}

static bool
fill_row(struct arena *arena, const struct view *view, const struct scope_line *line,
    struct spine_row *row, struct err *err)
{
	const struct release *release = view->release;
	const struct variant *variant = &line->variant;
	const struct release_indicator *indicator =
	    &release->indicators[variant->indicator];
	struct finding middle;
	struct column column;

	if (!column_open(arena, release, variant, view->type, &column, err))
		return false;
	column_at(&column, column_latest(&column, NULL, 0));
	if (!column_finding(&column, view, view->area, &row->area, err) ||
	    !column_parent(&column, view, view->parent, &row->parent, err) ||
	    !column_root(&column, view, &row->root, err) ||
	    !column_other(&column, view, &row->benchmark, err) ||
	    !finding_look_up_benchmark(release, variant, view->area,
		column_benchmark(&column, view, view->area), column.period, &middle,
		err))
		return false;
	if (row->benchmark.area == view->area)
		row->benchmark.series = row->benchmark.area = RELEASE_NONE;
	row->domain = line->domain;
	row->variant = *variant;
	row->period = column.period;
	row->mirrored = indicator->polarity == POLARITY_LOW;
	leave_undrawn(row);

	struct spread spread =
	    spread_of(arena, release, &column.figures, column.place, RELEASE_NONE);
	row->values = (uint32_t)spread.count;
	row->undrawn = why_undrawn(indicator, &spread, middle.figure.value);
	if (!row->undrawn)
		draw(row, &spread, middle.figure.value);
	return true;
}

/* Among the rows above; within a domain each measure has one. */
static bool
is_again(const struct spine *spine, uint32_t row)
{
	const struct spine_row *this = &spine->rows[row];

	for (uint32_t i = 0; i < row; i++)
		if (spine->rows[i].domain != this->domain &&
		    variant_equal(&spine->rows[i].variant, &this->variant))
			return true;
	return false;
}

bool
spine_ask(
    struct arena *arena, const struct view *view, struct spine *out, struct err *err)
{
	struct scope_lines lines =
	    scope_lines(arena, view->release, view->domain, view->type);

	*out = (struct spine){
		.rows = ARENA_NEW(arena, struct spine_row, lines.count),
		.row_count = lines.count,
	};
	for (uint32_t i = 0; i < lines.count; i++) {
		if (!fill_row(arena, view, &lines.at[i], &out->rows[i], err))
			return false;
		out->rows[i].again = is_again(out, i);
	}
	return true;
}
