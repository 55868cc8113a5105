#include "draw/lines.h"

#include "draw/phrase.h"

static const struct history_point *
first_with_value(const struct history *history)
{
	for (uint32_t i = 0; i < history->count; i++)
		if (phrase_has_value(&history->points[i].area))
			return &history->points[i];
	return NULL;
}

static const struct history_point *
last_with_value(const struct history *history)
{
	for (uint32_t i = history->count; i-- > 0;)
		if (phrase_has_value(&history->points[i].area))
			return &history->points[i];
	return NULL;
}

/* "Leicester was worse than England in 2015" */
static struct str
comparison(
    struct arena *arena, const struct view *view, const struct history_point *point)
{
	const struct release *release = view->release;

	return str_print(arena, "%.*s was %s %.*s in %.*s",
	    STR_ARG(phrase_area(release, view->area)),
	    phrase_verdict(point->area.verdict),
	    STR_ARG(phrase_area(release, point->benchmark.area)),
	    STR_ARG(phrase_period(release, point->period)));
}

/* The recent trend is the news; without one, the latest comparison. */
static struct str
headline(struct arena *arena, const struct view *view, const struct history *history)
{
	const struct release *release = view->release;
	const struct history_point *last = last_with_value(history);
	struct str area = phrase_area(release, view->area);
	enum polarity polarity =
	    (enum polarity)release->indicators[view->variant.indicator].polarity;
	struct str trend = str_of(trend_words(history->trend.trend, polarity));

	if (!last)
		return str_print(arena, "%.*s has no figures", STR_ARG(area));
	if (history->trend.trend != TREND_UNKNOWN && trend.len)
		return str_print(arena, "%.*s: %c%.*s", STR_ARG(area),
		    trend.at[0] | 0x20, STR_ARG(str_slice(trend, 1, trend.len)));
	if (last->area.verdict != VERDICT_NONE && phrase_has_value(&last->benchmark) &&
	    !phrase_is_by_fifths(release, view->variant.indicator))
		return comparison(arena, view, last);
	if (last != first_with_value(history))
		return str_print(arena, "%.*s over time", STR_ARG(area));
	return str_print(arena, "%.*s: %.*s in %.*s", STR_ARG(area),
	    STR_ARG(phrase_value(
		arena, release, view->variant.indicator, last->area.figure.value)),
	    STR_ARG(phrase_period(release, last->period)));
}

/* ", worse than England (9.2%)", or only the benchmark's figure, or nothing. */
static struct str
against(struct arena *arena, const struct view *view, const struct history_point *point)
{
	const struct finding *benchmark = &point->benchmark;
	struct str name = phrase_area(view->release, benchmark->area), value;

	if (!phrase_has_value(benchmark) || phrase_is_own_benchmark(view, benchmark))
		return STR("");
	value = phrase_value(
	    arena, view->release, view->variant.indicator, benchmark->figure.value);
	if (point->area.verdict == VERDICT_NONE ||
	    phrase_is_by_fifths(view->release, view->variant.indicator))
		return str_print(arena, "; %.*s %.*s", STR_ARG(name), STR_ARG(value));
	return str_print(arena, ", %s %.*s (%.*s)", phrase_verdict(point->area.verdict),
	    STR_ARG(name), STR_ARG(value));
}

/* " Its boundary changed in April 2019.", for the last change there is. */
static struct str
change(struct arena *arena, const struct view *view, const struct history *history)
{
	for (uint32_t i = history->count; i-- > 1;) {
		const struct history_point *point = &history->points[i];
		if (point->change_before)
			return str_print(arena,
			    " The boundary of %.*s changed in %.*s.",
			    STR_ARG(phrase_area(view->release, view->area)),
			    STR_ARG(phrase_month(arena, point->change_before)));
	}
	return STR("");
}

static struct str
message(struct arena *arena, const struct view *view, const struct history *history)
{
	const struct release *release = view->release;
	const struct history_point *first = first_with_value(history);
	const struct history_point *last = last_with_value(history);
	uint32_t indicator = view->variant.indicator;
	struct str area = phrase_area(release, view->area), text;

	if (!last)
		return str_print(arena, "%.*s has no figures.", STR_ARG(area));
	text = str_print(arena, "%.*s: %.*s in %.*s%.*s.", STR_ARG(area),
	    STR_ARG(phrase_value(arena, release, indicator, last->area.figure.value)),
	    STR_ARG(phrase_period(release, last->period)),
	    STR_ARG(against(arena, view, last)));
	if (first == last)
		return text;
	return str_print(arena, "%.*s It was %.*s in %.*s.%.*s", STR_ARG(text),
	    STR_ARG(phrase_value(arena, release, indicator, first->area.figure.value)),
	    STR_ARG(phrase_period(release, first->period)),
	    STR_ARG(change(arena, view, history)));
}

struct chart_words
lines_words(struct arena *arena, const struct view *view, const struct history *history)
{
	const struct release *release = view->release;
	struct str name = phrase_indicator(release, view->variant.indicator);
	struct str area = phrase_area(release, view->area), first, last;
	struct chart_words words = {
		.headline = headline(arena, view, history),
		.message = message(arena, view, history),
		.measure = phrase_variant(arena, release, &view->variant),
		.source = phrase_source(release, view->variant.indicator),
	};

	if (!history->count) {
		words.title =
		    str_print(arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(area));
		return words;
	}
	first = phrase_period(release, history->points[0].period);
	last = phrase_period(release, history->points[history->count - 1].period);
	words.title = str_print(arena, "%.*s, %.*s, %.*s%s%.*s", STR_ARG(name),
	    STR_ARG(area), STR_ARG(first), history->count > 1 ? " to " : "",
	    STR_ARG(history->count > 1 ? last : STR("")));
	return words;
}
