#include <math.h>

#include "draw/boxes.h"
#include "draw/phrase.h"

static struct str
value(struct arena *arena, const struct view *view, double number)
{
	return phrase_value(arena, view->release, view->variant.indicator, number);
}

/* The first or the last box with percentiles; NULL without any. */
static const struct box *
box_at(const struct boxes *boxes, bool last)
{
	for (uint32_t i = 0; i < boxes->count; i++) {
		const struct box *box = &boxes->at[last ? boxes->count - 1 - i : i];
		if (box->values >= BOX_LEAST_VALUES)
			return box;
	}
	return NULL;
}

static struct str
middle(struct arena *arena, const struct view *view, const struct box *box)
{
	const struct release_indicator *indicator =
	    &view->release->indicators[view->variant.indicator];
	struct str unit = release_text(view->release, indicator->unit);
	/* A unit behind the number is said once. */
	struct str from = str_has(unit, STR("£"))
			      ? value(arena, view, box->p25)
			      : phrase_number(arena, box->p25, indicator->decimals);

	return str_print(arena, "between %.*s and %.*s", STR_ARG(from),
	    STR_ARG(value(arena, view, box->p75)));
}

static struct str
message(struct arena *arena, const struct view *view, const struct boxes *boxes)
{
	const struct release *release = view->release;
	const struct box *last = box_at(boxes, true), *first = box_at(boxes, false);
	struct str text, before = STR("");

	if (!last)
		return STR("No period has enough areas with a figure.");
	text = str_print(arena,
	    "In %.*s, of %u areas %.*s is lowest at %.*s and %.*s highest at %.*s; the "
	    "median is %.*s.",
	    STR_ARG(phrase_period(release, last->period)), last->values,
	    STR_ARG(phrase_area(release, last->lowest)),
	    STR_ARG(value(arena, view, last->least)),
	    STR_ARG(phrase_area(release, last->highest)),
	    STR_ARG(value(arena, view, last->most)),
	    STR_ARG(value(arena, view, last->median)));
	if (first != last)
		before = str_print(arena, " In %.*s half of them were %.*s.",
		    STR_ARG(phrase_period(release, first->period)),
		    STR_ARG(middle(arena, view, first)));
	return str_print(arena, "%.*s%.*s", STR_ARG(text), STR_ARG(before));
}

struct chart_words
boxes_words(struct arena *arena, const struct view *view, const struct boxes *boxes)
{
	const struct release *release = view->release;
	const struct box *last = box_at(boxes, true);
	struct chart_words words = {
		.title = str_print(arena, "%.*s: how areas are spread, by period",
		    STR_ARG(phrase_indicator(release, view->variant.indicator))),
		.headline = STR("Too few areas have a figure"),
		.message = message(arena, view, boxes),
		.measure = phrase_measure(arena, view),
		.source = phrase_source(release, view->variant.indicator),
	};

	if (last)
		words.headline = str_print(arena, "Half of the areas lie %.*s",
		    STR_ARG(middle(arena, view, last)));
	return words;
}
