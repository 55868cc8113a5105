#include "answer/rug.h"

#include <math.h>

#include "answer/column.h"
#include "answer/order.h"
#include "answer/scope.h"
#include "base/number.h"

/* The row by whose values the columns are sorted, or RELEASE_NONE; *lowest_first. */
static uint32_t
sorting_row(struct str sort, uint32_t rows, bool *lowest_first)
{
	uint64_t number;

	*lowest_first = str_starts(sort, STR("-"));
	if (*lowest_first)
		sort = str_slice(sort, 1, sort.len);
	if (!number_parse_whole(sort, &number) || number < 1 || number > rows)
		return RELEASE_NONE;
	return (uint32_t)number - 1;
}

static void
sort_columns(struct arena *arena, const struct column *column, bool lowest_first,
    uint32_t *areas, uint32_t count)
{
	const struct release *release = column->release;
	struct order *order = ARENA_NEW(arena, struct order, count);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t area = figures_area(&column->figures, areas[i]);
		double value = figures_value(&column->figures, area, column->place);
		order[i] = (struct order){
			.key = lowest_first ? -value : value,
			.name = release_area_name(release, areas[i]),
			.number = areas[i],
		};
	}
	order_sort(order, count);
	for (uint32_t i = 0; i < count; i++)
		areas[i] = order[i].number;
}

/* The line's column, at the latest period with a value among the areas. */
static bool
open_line(struct arena *arena, const struct view *view, const struct rug *rug,
    const struct scope_line *line, struct column *column, struct err *err)
{
	if (!column_open(arena, view->release, &line->variant, view->type, column, err))
		return false;
	column_at(column, column_latest(column, rug->areas, rug->area_count));
	return true;
}

static bool
is_new(const struct finding *finding)
{
	return finding->figure.published & PUBLISHED_NEW;
}

static bool
fill_row(struct arena *arena, const struct view *view, const struct rug *rug,
    const struct scope_line *line, uint32_t number, struct rug_row *row,
    struct err *err)
{
	struct column column;

	if (!open_line(arena, view, rug, line, &column, err))
		return false;
	row->variant = line->variant;
	row->number = number;
	row->period = column.period;
	row->areas = ARENA_NEW(arena, struct finding, rug->area_count);
	if (!column_root(&column, view, &row->root, err) ||
	    !column_parent(&column, view, view->parent, &row->parent, err) ||
	    !column_other(&column, view, &row->benchmark, err))
		return false;
	row->is_new = is_new(&row->root);
	for (uint32_t i = 0; i < rug->area_count; i++) {
		if (!column_finding(&column, view, rug->areas[i], &row->areas[i], err))
			return false;
		row->is_new = row->is_new || is_new(&row->areas[i]);
		if (rug->areas[i] == row->benchmark.area)
			row->benchmark.series = row->benchmark.area = RELEASE_NONE;
	}
	return true;
}

/* What a reader who looks for what to act on wants to see first. */
static int
urgency(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_WORST: return 9;
	case VERDICT_WORSE: return 8;
	case VERDICT_HIGHEST: return 7;
	case VERDICT_HIGHER: return 6;
	case VERDICT_LOWEST: return 5;
	case VERDICT_LOWER: return 4;
	case VERDICT_SIMILAR: return 3;
	case VERDICT_BETTER: return 2;
	case VERDICT_BEST: return 1;
	case VERDICT_NONE:
	case VERDICT_COUNT: break;
	}
	return 0;
}

static const struct finding *
finding_in(const struct rug *rug, const struct rug_row *row, uint32_t area)
{
	if (row->parent.area == area)
		return &row->parent;
	for (uint32_t i = 0; i < rug->area_count; i++)
		if (rug->areas[i] == area)
			return &row->areas[i];
	return NULL;
}

/* Rows by the column of one area; those alike stay in the order of the domain. */
static void
sort_rows(struct arena *arena, struct rug *rug, uint32_t area)
{
	struct rug_row *sorted = ARENA_NEW(arena, struct rug_row, rug->row_count);
	uint32_t n = 0;

	if (!rug->row_count || !finding_in(rug, &rug->rows[0], area))
		return;
	for (int level = 9; level >= 0; level--)
		for (uint32_t i = 0; i < rug->row_count; i++)
			if (urgency(finding_in(rug, &rug->rows[i], area)->verdict) ==
			    level)
				sorted[n++] = rug->rows[i];
	rug->rows = sorted;
	rug->sorted_area = area;
}

static bool
is_of_any_time(const struct view *view, const struct rug *rug, uint32_t column)
{
	for (uint32_t r = 0; r < rug->row_count; r++)
		if (finding_is_of_its_time(view->release, &rug->rows[r].areas[column]))
			return true;
	return !rug->row_count || rug->areas[column] == view->area;
}

static void
drop_columns(const struct view *view, struct rug *rug)
{
	uint32_t kept = 0;

	for (uint32_t c = 0; c < rug->area_count; c++) {
		if (!is_of_any_time(view, rug, c))
			continue;
		rug->areas[kept] = rug->areas[c];
		for (uint32_t r = 0; r < rug->row_count; r++)
			rug->rows[r].areas[kept] = rug->rows[r].areas[c];
		kept++;
	}
	rug->area_count = kept;
}

bool
rug_ask(struct arena *arena, const struct view *view, struct rug *out, struct err *err)
{
	struct scope_lines lines =
	    scope_lines(arena, view->release, view->domain, view->type);
	bool lowest_first;
	uint32_t sorted_by = sorting_row(view->sort, lines.count, &lowest_first);

	*out = (struct rug){
		.rows = ARENA_NEW(arena, struct rug_row, lines.count),
		.row_count = lines.count,
		.elsewhere = lines.elsewhere,
		.sorted_area = RELEASE_NONE,
	};
	out->areas = view_areas(arena, view, &out->area_count);
	if (sorted_by != RELEASE_NONE) {
		struct column column;
		if (!open_line(arena, view, out, &lines.at[sorted_by], &column, err))
			return false;
		sort_columns(arena, &column, lowest_first, out->areas, out->area_count);
	}
	for (uint32_t i = 0; i < lines.count; i++)
		if (!fill_row(
			arena, view, out, &lines.at[i], i + 1, &out->rows[i], err))
			return false;
	if (view->release->change_count)
		drop_columns(view, out);
	if (sorted_by == RELEASE_NONE && view->sort.len) {
		uint32_t area = release_area(view->release, view->sort);
		if (area != RELEASE_NONE)
			sort_rows(arena, out, area);
	}
	return true;
}
