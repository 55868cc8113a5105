#include "draw/bars.h"

#include "draw/phrase.h"

/* "Lambeth is lower than England": one area alone is named, not counted. */
static struct str
only_one(struct arena *arena, const struct view *view, const struct ranking *r)
{
	struct str benchmark = phrase_benchmark(view);

	for (uint32_t i = 0; i < r->area_count; i++)
		if (r->areas[i].verdict != VERDICT_NONE)
			return str_print(arena, "%.*s is %s %.*s",
			    STR_ARG(phrase_area(view->release, r->areas[i].area)),
			    phrase_verdict(r->areas[i].verdict), STR_ARG(benchmark));
	return STR("");
}

/* The verdict that is news: more areas are worse or better than the benchmark. */
static struct str
headline(struct arena *arena, const struct view *view, const struct ranking *r)
{
	struct str benchmark = phrase_benchmark(view);
	const struct {
		uint32_t count;
		const char *word;
	} news[] = { { r->worse, "worse" }, { r->better, "better" },
		{ r->higher, "higher" }, { r->lower, "lower" } };
	uint32_t compared = r->better + r->similar + r->worse + r->lower + r->higher;

	if (!benchmark.len || !compared ||
	    phrase_is_by_fifths(view->release, view->variant.indicator))
		return STR("");
	if (compared == 1)
		return only_one(arena, view, r);
	for (size_t i = 0; i < sizeof news / sizeof *news; i++)
		if (news[i].count)
			return str_print(arena, "%u of %u areas %s %s than %.*s",
			    news[i].count, compared, news[i].count == 1 ? "is" : "are",
			    news[i].word, STR_ARG(benchmark));
	return str_print(
	    arena, "All %u areas are similar to %.*s", compared, STR_ARG(benchmark));
}

/* "All 3 areas have", "Both areas with a figure have", "Leicester has", "Only Leicester
 * has a figure:" */
static struct str
all_alike(struct arena *arena, const struct view *view, const struct ranking *r,
    uint32_t area, struct str value)
{
	struct str name = phrase_area(view->release, area);
	const char *which = r->with_value < r->area_count ? " with a figure" : "";

	if (r->area_count == 1)
		return str_print(arena, "%.*s has %.*s", STR_ARG(name), STR_ARG(value));
	if (r->with_value == 1)
		return str_print(arena, "Only %.*s has a figure: %.*s", STR_ARG(name),
		    STR_ARG(value));
	if (r->with_value == 2)
		return str_print(
		    arena, "Both areas%s have %.*s", which, STR_ARG(value));
	return str_print(
	    arena, "All %u areas%s have %.*s", r->with_value, which, STR_ARG(value));
}

/* Of one area alone, or of all of several (NULL). */
static struct str
no_figure(struct arena *arena, const struct view *view, const struct finding *only)
{
	if (!only)
		return STR("No area has a figure");
	return str_print(arena, "%.*s has no figure",
	    STR_ARG(phrase_area(view->release, only->area)));
}

static struct str
extremes(struct arena *arena, const struct view *view, const struct ranking *ranking)
{
	const struct release *release = view->release;
	uint32_t indicator = view->variant.indicator;
	const struct finding *high = NULL, *low = NULL, *only = NULL;
	struct str value, other;

	for (uint32_t i = 0; i < ranking->area_count; i++) {
		const struct finding *f = &ranking->areas[i];
		only = i == 0 ? f : NULL;
		if (!phrase_has_value(f))
			continue;
		if (!high || f->figure.value > high->figure.value)
			high = f;
		if (!low || f->figure.value < low->figure.value)
			low = f;
	}
	if (!high)
		return no_figure(arena, view, only);
	value = phrase_value(arena, release, indicator, high->figure.value);
	other = phrase_value(arena, release, indicator, low->figure.value);
	/* As far as the decimals that are shown can tell. */
	if (str_equal(value, other))
		return all_alike(arena, view, ranking, high->area, value);
	return str_print(arena, "%.*s is highest at %.*s, %.*s lowest at %.*s",
	    STR_ARG(phrase_area(release, high->area)), STR_ARG(value),
	    STR_ARG(phrase_area(release, low->area)), STR_ARG(other));
}

/* Where some areas have no figure and that has not been said yet. */
static struct str
without_figure(struct arena *arena, const struct ranking *ranking)
{
	uint32_t without = ranking->area_count - ranking->with_value;

	if (!without || !ranking->with_value)
		return STR("");
	return str_print(arena, " %u of %u areas %s no figure.", without,
	    ranking->area_count, without == 1 ? "has" : "have");
}

/* England, where it is the area looked at, need not be named once more. */
static struct str
message(struct arena *arena, const struct view *view, const struct ranking *ranking)
{
	const struct finding *others[] = { &ranking->benchmark, &ranking->parent,
		&ranking->root };
	struct str text = extremes(arena, view, ranking), value;
	const char *joint = "; ";

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (!phrase_has_value(others[i]) ||
		    ranking_has(ranking, others[i]->area))
			continue;
		value = phrase_value(arena, view->release, view->variant.indicator,
		    others[i]->figure.value);
		text = str_print(arena, "%.*s%s%.*s %.*s", STR_ARG(text), joint,
		    STR_ARG(phrase_area(view->release, others[i]->area)),
		    STR_ARG(value));
		joint = ", ";
	}
	return str_print(
	    arena, "%.*s.%.*s", STR_ARG(text), STR_ARG(without_figure(arena, ranking)));
}

struct chart_words
bars_words(struct arena *arena, const struct view *view, const struct ranking *ranking)
{
	const struct release *release = view->release;
	uint32_t indicator = view->variant.indicator;
	struct str name = phrase_indicator(release, indicator);
	struct str period = phrase_period(release, ranking->period);
	struct chart_words words = {
		.title = str_print(arena, "%.*s by area%s%.*s", STR_ARG(name),
		    period.len ? ", " : "", STR_ARG(period)),
		.headline = headline(arena, view, ranking),
		.message = message(arena, view, ranking),
		.measure = phrase_measure(arena, view),
		.source = phrase_source(release, indicator),
	};

	if (!words.headline.len)
		words.headline = extremes(arena, view, ranking);
	return words;
}
