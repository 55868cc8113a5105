#include "answer/inequalities.h"

#include <math.h>

/* By number: the periods at which a part of the area has a value, or a row. */
struct dates {
	bool *value, *row;
};

static bool
mark_part(const struct view *view, const struct variant *variant,
    const struct dates *dates, struct err *err)
{
	const struct release *release = view->release;

	for (uint32_t type = 0; type < release->type_count; type++) {
		uint32_t n = release_find_series(release, variant->indicator, type,
		    variant->sex, variant->age, variant->category);
		struct figures figures;
		uint32_t area;
		if (n == RELEASE_NONE || !release_type_has(release, type, view->area))
			continue;
		if (!release_figures(release, n, &figures, err))
			return false;
		area = figures_area(&figures, view->area);
		for (uint32_t i = 0; i < figures.series->periods; i++) {
			struct figure figure = figures_at(&figures, area, i);
			dates->value[figures.periods[i]] |= !isnan(figure.value);
			dates->row[figures.periods[i]] |=
			    figure.missing != MISSING_NO_ROW;
		}
	}
	return true;
}

static bool
mark_dates(struct arena *arena, const struct view *view,
    const struct partition_parts *parts, struct dates *dates, struct err *err)
{
	dates->value = ARENA_NEW(arena, bool, view->release->period_count);
	dates->row = ARENA_NEW(arena, bool, view->release->period_count);
	for (uint32_t i = 0; i < parts->count; i++)
		if (!mark_part(view, &parts->at[i].variant, dates, err))
			return false;
	return true;
}

static uint32_t
latest_of(const bool *marks, uint32_t count)
{
	while (count-- > 0)
		if (marks[count])
			return count;
	return RELEASE_NONE;
}

static void
stretch(struct inequalities *out, const struct figure *figure)
{
	const double numbers[] = { figure->value, figure->lower95, figure->upper95 };

	for (size_t i = 0; !isnan(figure->value) && i < 3; i++) {
		out->least = fmin(out->least, numbers[i]);
		out->most = fmax(out->most, numbers[i]);
	}
}

static void
tally(struct inequalities *out, const struct finding *finding)
{
	out->with_value += isnan(finding->figure.value) ? 0 : 1;
	out->compared += finding->verdict != VERDICT_NONE;
	switch (finding->verdict) {
	case VERDICT_WORST:
	case VERDICT_WORSE: out->worse++; break;
	case VERDICT_BETTER:
	case VERDICT_BEST: out->better++; break;
	case VERDICT_LOWEST:
	case VERDICT_LOWER: out->lower++; break;
	case VERDICT_HIGHER:
	case VERDICT_HIGHEST: out->higher++; break;
	case VERDICT_NONE:
	case VERDICT_SIMILAR:
	case VERDICT_COUNT: break;
	}
}

/* Fifths of areas say nothing of a part and its total, nor do published words. */
static void
compare(const struct view *view, const struct finding *total, struct finding *part)
{
	const struct release *release = view->release;

	if (release->indicators[view->variant.indicator].comparison ==
	    COMPARISON_QUINTILES) {
		part->why_none = "this indicator's areas are put into fifths";
		return;
	}
	finding_compare(release, part, total, false);
	if (!part->as_published)
		return;
	part->as_published = false;
	part->verdict = VERDICT_NONE;
	part->why_none = "there are no confidence limits";
}

static bool
fill(struct arena *arena, const struct view *view, struct inequalities *out,
    struct err *err)
{
	const struct release *release = view->release;
	const struct partition_parts *parts = &out->parts;
	const struct partition_part *total = &parts->total;
	uint32_t area = total->name.len ? view->area : RELEASE_NONE;

	out->least = out->most = (double)NAN;
	out->findings = ARENA_NEW(arena, struct finding, parts->count);
	if (!finding_look_up(release, &total->variant, view->type, area, out->period,
		&out->total, err))
		return false;
	out->total.why_none = "it is what the others are compared with";
	stretch(out, &out->total.figure);
	for (uint32_t i = 0; i < parts->count; i++) {
		struct finding *finding = &out->findings[i];
		if (!finding_look_up(release, &parts->at[i].variant, view->type,
			view->area, out->period, finding, err))
			return false;
		compare(view, &out->total, finding);
		stretch(out, &finding->figure);
		tally(out, finding);
	}
	out->gap = gap_of(arena, release, parts, out->findings);
	return true;
}

bool
inequalities_ask(struct arena *arena, const struct view *view, struct inequalities *out,
    struct err *err)
{
	uint32_t count = view->release->period_count;
	struct dates dates;

	*out = (struct inequalities){ .parts = partition_parts(arena, view),
		.period = view->period };
	if (!mark_dates(arena, view, &out->parts, &dates, err))
		return false;
	out->latest = latest_of(dates.value, count);
	if (out->latest == RELEASE_NONE)
		out->latest = latest_of(dates.row, count);
	if (out->period == RELEASE_NONE || out->latest == RELEASE_NONE)
		out->period = out->latest;
	if (out->period == RELEASE_NONE) {
		out->parts.count = 0;
		out->parts.total.name = STR("");
	}
	return fill(arena, view, out, err);
}

bool
inequality_course_ask(struct arena *arena, const struct view *view,
    struct inequality_course *out, struct err *err)
{
	const struct partition_parts parts = partition_parts(arena, view);
	uint32_t count = view->release->period_count;
	struct dates dates;

	*out = (struct inequality_course){ .least = (double)NAN, .most = (double)NAN };
	if (!mark_dates(arena, view, &parts, &dates, err))
		return false;
	out->at = ARENA_NEW(arena, struct inequalities, count);
	for (uint32_t i = 0; i < count; i++) {
		struct inequalities *at = &out->at[out->count];
		if (!dates.value[i])
			continue;
		*at = (struct inequalities){ .parts = parts, .period = i };
		if (!fill(arena, view, at, err))
			return false;
		out->least = fmin(out->least, at->least);
		out->most = fmax(out->most, at->most);
		out->count++;
	}
	return true;
}
