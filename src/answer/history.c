#include "answer/history.h"

#include <math.h>

#include "answer/column.h"
#include "answer/lineage.h"

/* Marks the periods of every series of the view's variant that has the area. */
static void
mark_periods(const struct view *view, uint32_t area, bool *marks)
{
	const struct release *release = view->release;
	const struct variant *variant = &view->variant;

	if (area == RELEASE_NONE)
		return;
	for (uint32_t type = 0; type < release->type_count; type++) {
		uint32_t n = release_find_series(release, variant->indicator, type,
		    variant->sex, variant->age, variant->category);
		if (n == RELEASE_NONE || !release_type_has(release, type, area))
			continue;
		const struct release_series *s = &release->series[n];
		for (uint32_t i = 0; i < s->periods; i++)
			marks[release->lists[s->first_period + i]] = true;
	}
}

static bool
has_row(const struct finding *finding)
{
	return finding->figure.missing != MISSING_NO_ROW;
}

/* The area's own figure, or that of the area that stood in its place. */
static bool
find_own(const struct view *view, uint32_t period, struct finding *out, struct err *err)
{
	const struct release *release = view->release;
	uint32_t before;

	if (!finding_look_up(
		release, &view->variant, view->type, view->area, period, out, err))
		return false;
	if (has_row(out) || view->area == RELEASE_NONE)
		return true;
	before = lineage_at(release, view->area, release_period(release, period));
	return before == view->area || finding_look_up(release, &view->variant,
					   RELEASE_NONE, before, period, out, err);
}

static bool
fill_point(const struct view *view, uint32_t benchmark, uint32_t period,
    struct history_point *point, struct err *err)
{
	const struct release *release = view->release;
	const struct variant *variant = &view->variant;

	point->period = period;
	if (!find_own(view, period, &point->area, err) ||
	    !finding_look_up_benchmark(release, variant, view->area, benchmark, period,
		&point->benchmark, err) ||
	    !finding_look_up(release, variant, RELEASE_NONE, view->parent, period,
		&point->parent, err))
		return false;
	finding_compare(
	    release, &point->area, &point->benchmark, view->benchmark_is_parent);
	return true;
}

static uint16_t
length_of(const struct view *view, const struct history_point *point)
{
	return view->release->periods[point->period].months;
}

/* The length of the latest period that the area has a row of, or else of the latest. */
static uint16_t
latest_length(const struct view *view, const struct history *history)
{
	for (uint32_t i = history->count; i-- > 0;)
		if (has_row(&history->points[i].area))
			return length_of(view, &history->points[i]);
	return length_of(view, &history->points[history->count - 1]);
}

/* Three years and one of them are no two points of one course: each length stands by
 * itself, that of the latest last. */
static void
group_lengths(const struct view *view, struct history *history)
{
	struct history_point *points = history->points;
	unsigned latest;

	if (!history->count)
		return;
	latest = latest_length(view, history);
	for (uint32_t i = 1; i < history->count; i++)
		for (uint32_t k = i; k > 0; k--) {
			unsigned here = length_of(view, &points[k]);
			unsigned before = length_of(view, &points[k - 1]);
			struct history_point swap;
			if (here == latest || (before != latest && before <= here))
				break;
			swap = points[k];
			points[k] = points[k - 1];
			points[k - 1] = swap;
		}
	while (length_of(view, &points[history->course]) != latest)
		history->course++;
}

static int32_t
months_between(const struct release *release, const struct history *history, uint32_t i)
{
	struct period before = release_period(release, history->points[i - 1].period);
	struct period here = release_period(release, history->points[i].period);

	return period_same_kind(before, here) ? here.first - before.first : INT32_MAX;
}

/* Rolling periods begin a year after one another though they last three, and some
 * surveys come every other year: the step is the shortest there is, unless periods are
 * known to come more often. */
static void
mark_gaps(const struct view *view, struct history *history)
{
	const struct release *release = view->release;
	unsigned frequency =
	    release->indicators[view->variant.indicator].frequency_months;
	int32_t step = frequency ? (int32_t)frequency : INT32_MAX;

	for (uint32_t i = 1; i < history->count; i++) {
		int32_t months = months_between(release, history, i);
		step = months < step ? months : step;
	}
	for (uint32_t i = 1; i < history->count; i++) {
		int32_t months = months_between(release, history, i);
		history->points[i].gap_before = months == INT32_MAX || months > step;
	}
}

/* Since the last point that has a row: a change is not forgotten over a gap. Points of
 * another length begin anew. */
static void
mark_changes(const struct view *view, struct history *history)
{
	const struct release *release = view->release;
	const struct history_point *last = NULL;

	for (uint32_t i = 0; i < history->count && release->change_count; i++) {
		struct history_point *point = &history->points[i];
		if (!has_row(&point->area))
			continue;
		if (last && length_of(view, last) != length_of(view, point))
			last = NULL;
		if (last && last->area.area != point->area.area)
			point->change_before =
			    lineage_since(release, point->area.area, last->area.area);
		else if (last)
			point->change_before = lineage_change(release, point->area.area,
			    release_period(release, last->period),
			    release_period(release, point->period));
		last = point;
	}
}

/* The areas that stood in the place of the view's. */
static void
mark_lineage(const struct view *view, bool *marks)
{
	const struct release *release = view->release;

	for (uint32_t i = 0; i < release->period_count && release->change_count; i++) {
		uint32_t before =
		    lineage_at(release, view->area, release_period(release, i));
		if (before != view->area)
			mark_periods(view, before, marks);
	}
}

static void
stretch(struct history *history, double number)
{
	history->least = fmin(history->least, number);
	history->most = fmax(history->most, number);
}

static void
stretch_all(struct history *history)
{
	for (uint32_t i = 0; i < history->count; i++) {
		const struct figure *area = &history->points[i].area.figure;
		stretch(history, area->value);
		stretch(history, area->lower95);
		stretch(history, area->upper95);
		stretch(history, history->points[i].benchmark.figure.value);
	}
}

static bool
fill_trend(const struct view *view, struct history *out, struct err *err)
{
	for (uint32_t i = out->count; i-- > 0;) {
		struct finding latest = out->points[i].area;
		if (!has_row(&latest))
			continue;
		if (!finding_trend(view->release, &latest, err))
			return false;
		out->trend = latest.trend;
		out->trend_as_published = latest.trend_as_published;
		return true;
	}
	out->trend.reason = TREND_REASON_FEW;
	return true;
}

bool
history_ask(
    struct arena *arena, const struct view *view, struct history *out, struct err *err)
{
	const struct release *release = view->release;
	bool *marks = ARENA_NEW(arena, bool, release->period_count);
	const struct column column = { .release = release, .type = view->type };
	uint32_t benchmark = column_benchmark(&column, view, view->area), count = 0;

	mark_periods(view, view->area, marks);
	mark_lineage(view, marks);
	mark_periods(view, view->parent, marks);
	mark_periods(view, benchmark, marks);
	for (uint32_t i = 0; i < release->period_count; i++)
		count += marks[i];
	*out = (struct history){
		.points = ARENA_NEW(arena, struct history_point, count),
		.least = (double)NAN,
		.most = (double)NAN,
	};
	for (uint32_t i = 0; i < release->period_count; i++) {
		struct history_point *point = &out->points[out->count];
		if (!marks[i])
			continue;
		if (!fill_point(view, benchmark, i, point, err))
			return false;
		out->count += has_row(&point->area) || has_row(&point->benchmark) ||
			      has_row(&point->parent);
	}
	group_lengths(view, out);
	mark_gaps(view, out);
	mark_changes(view, out);
	stretch_all(out);
	return fill_trend(view, out, err);
}

struct history
history_course(const struct history *history)
{
	struct history course = *history;

	course.points += history->course;
	course.count -= history->course;
	course.course = 0;
	course.least = course.most = (double)NAN;
	stretch_all(&course);
	return course;
}
