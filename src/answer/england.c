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

static struct limits
limits_of(const struct finding *finding)
{
	return (struct limits){
		.value = finding->figure.value,
		.lower95 = finding->figure.lower95,
		.upper95 = finding->figure.upper95,
		.lower998 = (double)NAN,
		.upper998 = (double)NAN,
	};
}

static bool
fill_row(const struct release *release, struct england_row *row, struct err *err)
{
	uint32_t root = release->profile->root, before = RELEASE_NONE;

	if (!finding_trend(release, &row->latest, err))
		return false;
	finding_compare(release, &row->latest, &row->latest, false);
	if (row->latest.period != RELEASE_NONE)
		before =
		    period_before(release, &row->variant, root, row->latest.period);
	if (!finding_look_up(release, &row->variant, RELEASE_NONE,
		before == RELEASE_NONE ? RELEASE_NONE : root, before, &row->before,
		err))
		return false;

	struct limits now = limits_of(&row->latest), then = limits_of(&row->before);
	row->change = compare_overlap(&now, &then);
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
		out->row_count++;
	}
	return true;
}
