#include "answer/england.h"

#include <math.h>

#include "answer/scope.h"

/* The newest period of the same kind before one, among those of the series that have
 * the area; or RELEASE_NONE. */
static uint32_t
period_before(const struct release *release, const struct variant *variant,
    uint32_t area, uint32_t period)
{
	struct period kind = release_period(release, period);
	uint32_t best = RELEASE_NONE;

	for (uint32_t type = 0; type < release->type_count; type++) {
		uint32_t n = release_find_series(release, variant->indicator, type,
		    variant->sex, variant->age, variant->category);
		if (n == RELEASE_NONE || !release_type_has(release, type, area))
			continue;
		const struct release_series *s = &release->series[n];
		for (uint32_t i = s->periods; i-- > 0;) {
			uint32_t p = release->lists[s->first_period + i];
			if (p >= period ||
			    !period_same_kind(release_period(release, p), kind))
				continue;
			if (best == RELEASE_NONE || p > best)
				best = p;
			break;
		}
	}
	return best;
}

/* Fills before and overlapping. */
static bool
look_back(const struct release *release, struct england_row *row, struct err *err)
{
	uint32_t root = release->profile->root, p = row->latest.period;
	struct period latest = release_period(release, p);

	while ((p = period_before(release, &row->variant, root, p)) != RELEASE_NONE) {
		bool overlaps = period_overlap(release_period(release, p), latest);

		if (!finding_look_up(release, &row->variant, RELEASE_NONE, root, p,
			&row->before, err))
			return false;
		if (row->before.figure.missing == MISSING_NO_ROW)
			continue;
		row->overlapping = overlaps;
		if (!overlaps)
			return true;
	}
	return finding_look_up(release, &row->variant, RELEASE_NONE, RELEASE_NONE,
	    RELEASE_NONE, &row->before, err);
}

static enum side
overlap(const struct england_row *row, bool wide)
{
	struct limits now = figure_limits(&row->latest.figure);
	struct limits then = figure_limits(&row->before.figure);

	if (wide) {
		now = limits_wide(&now);
		then = limits_wide(&then);
	}
	return compare_overlap(&now, &then);
}

/* By both intervals, whatever the indicator is compared with England by: England of
 * another time is no exact benchmark. The level is the indicator's. */
static enum side
change_of(const struct release *release, const struct england_row *row)
{
	const struct release_indicator *indicator =
	    &release->indicators[row->variant.indicator];
	enum side narrow = overlap(row, false), wide = overlap(row, true);

	if (indicator->comparison == COMPARISON_INTERVAL_998)
		return wide;
	if (indicator->comparison != COMPARISON_TWO_LEVELS || wide != narrow)
		return narrow;
	return wide == SIDE_BELOW   ? SIDE_FAR_BELOW
	       : wide == SIDE_ABOVE ? SIDE_FAR_ABOVE
				    : wide;
}

static bool
is_again(const struct england *england, uint32_t row)
{
	const struct england_row *this = &england->rows[row];

	for (uint32_t i = 0; i < row; i++)
		if (england->rows[i].domain != this->domain &&
		    variant_equal(&england->rows[i].variant, &this->variant))
			return true;
	return false;
}

static bool
fill_row(const struct release *release, struct england_row *row, struct err *err)
{
	if (!finding_trend(release, &row->latest, err))
		return false;
	finding_compare(release, &row->latest, &row->latest, false);
	if (!look_back(release, row, err))
		return false;
	row->change = change_of(release, row);
	return true;
}

bool
england_ask(
    struct arena *arena, const struct view *view, struct england *out, struct err *err)
{
	const struct release *release = view->release;
	struct scope_lines lines =
	    scope_lines(arena, release, view->domain, RELEASE_NONE);

	*out = (struct england){
		.rows = ARENA_NEW(arena, struct england_row, lines.count),
	};
	if (release->profile->root == RELEASE_NONE)
		return true;
	for (uint32_t i = 0; i < lines.count; i++) {
		struct england_row *row = &out->rows[out->row_count];
		row->domain = lines.at[i].domain;
		row->variant = lines.at[i].variant;
		if (!finding_look_up(release, &row->variant, RELEASE_NONE,
			release->profile->root, RELEASE_NONE, &row->latest, err))
			return false;
		/* Not every variant is published for the country. */
		if (row->latest.figure.missing == MISSING_NO_ROW)
			continue;
		if (!fill_row(release, row, err))
			return false;
		row->again = is_again(out, out->row_count);
		out->row_count++;
	}
	return true;
}
