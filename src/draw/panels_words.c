#include <math.h>

#include "draw/panels.h"
#include "draw/parts.h"
#include "draw/phrase.h"

/* The slope index with its limits; all NaN where there is none. */
static struct limits
slope_of(const struct inequalities *at)
{
	const double none = (double)NAN;
	const struct gap *gap = &at->gap;

	if (!gap->by_deprivation || gap->why_none.len)
		return (struct limits){ none, none, none, none, none };
	return (struct limits){ gap->index.sii, gap->limits.sii_lower,
		gap->limits.sii_upper, none, none };
}

/* The highest value less the lowest; NaN of fewer than two. */
static double
range_of(const struct inequalities *at)
{
	double high = (double)NAN, low = (double)NAN;

	for (uint32_t i = 0; i < at->parts.count; i++) {
		high = fmax(high, at->findings[i].figure.value);
		low = fmin(low, at->findings[i].figure.value);
	}
	return at->with_value < 2 ? (double)NAN : high - low;
}

/* Two slopes whose limits overlap are not told apart. */
static const char *
change_of(const struct limits *first, const struct limits *last)
{
	enum side side = compare_overlap(last, first);
	bool grows = fabs(last->value) > fabs(first->value);

	switch (side) {
	case SIDE_UNKNOWN: break;
	case SIDE_SIMILAR: return "no clear change of the gap";
	case SIDE_FAR_BELOW:
	case SIDE_BELOW:
	case SIDE_ABOVE:
	case SIDE_FAR_ABOVE:
		return grows ? "the gap has become wider"
			     : "the gap has become narrower";
	}
	return NULL;
}

static struct str
sentence(struct arena *arena, const struct view *view,
    const struct inequality_course *course, const char *what, double first, double last)
{
	const struct release *release = view->release;
	const struct inequalities *a = &course->at[0],
				  *b = &course->at[course->count - 1];
	int decimals = release->indicators[view->variant.indicator].decimals;

	if (isnan(first) || isnan(last))
		return STR("");
	return str_print(arena, " %s was %.*s in %.*s and %.*s in %.*s.", what,
	    STR_ARG(phrase_number(arena, first, decimals)),
	    STR_ARG(phrase_period(release, a->period)),
	    STR_ARG(phrase_number(arena, last, decimals)),
	    STR_ARG(phrase_period(release, b->period)));
}

struct chart_words
panels_words(struct arena *arena, const struct view *view,
    const struct inequality_course *course)
{
	static const struct inequalities none = { .period = RELEASE_NONE };
	uint32_t count = course->count;
	const struct inequalities *a = count ? &course->at[0] : &none;
	const struct inequalities *b = count ? &course->at[count - 1] : &none;
	struct limits first = slope_of(a), last = slope_of(b);
	const char *change = change_of(&first, &last);
	struct chart_words words = parts_words(arena, view, b);
	struct str area = phrase_area(view->release, view->area);
	struct str by = partition_name(view->release, view->by);

	words.title = str_print(arena, "%.*s by %.*s over time: %.*s",
	    STR_ARG(phrase_indicator(view->release, view->variant.indicator)),
	    STR_ARG(by), STR_ARG(area));
	if (count < 2)
		return words;
	if (change)
		words.headline = str_print(arena, "%.*s: %s", STR_ARG(area), change);
	words.message = str_print(arena, "In %.*s: %.*s%.*s",
	    STR_ARG(phrase_period(view->release, b->period)), STR_ARG(words.message),
	    STR_ARG(isnan(first.value) || isnan(last.value)
			? sentence(arena, view, course,
			      "The distance from the lowest to the highest group",
			      range_of(a), range_of(b))
			: sentence(arena, view, course, "The slope index of inequality",
			      first.value, last.value)));
	return words;
}
