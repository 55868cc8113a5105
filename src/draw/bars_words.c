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

	if (!benchmark.len || !compared)
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

static struct str
extremes(struct arena *arena, const struct view *view, const struct ranking *ranking)
{
	const struct release *release = view->release;
	uint32_t indicator = view->variant.indicator;
	const struct finding *high = NULL, *low = NULL;
	struct str name, value, other;

	for (uint32_t i = 0; i < ranking->area_count; i++) {
		const struct finding *f = &ranking->areas[i];
		if (!phrase_has_value(f))
			continue;
		if (!high || f->figure.value > high->figure.value)
			high = f;
		if (!low || f->figure.value < low->figure.value)
			low = f;
	}
	if (!high)
		return STR("No area has a figure");
	name = phrase_area(release, high->area);
	value = phrase_value(arena, release, indicator, high->figure.value);
	if (high->figure.value == low->figure.value)
		return str_print(arena, "All areas have %.*s", STR_ARG(value));
	other = phrase_value(arena, release, indicator, low->figure.value);
	return str_print(arena, "%.*s is highest at %.*s, %.*s lowest at %.*s",
	    STR_ARG(name), STR_ARG(value), STR_ARG(phrase_area(release, low->area)),
	    STR_ARG(other));
}

static struct str
message(struct arena *arena, const struct view *view, const struct ranking *ranking)
{
	const struct finding *others[] = { &ranking->parent, &ranking->root };
	struct str text = extremes(arena, view, ranking), value;
	const char *joint = "; ";

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (!phrase_has_value(others[i]))
			continue;
		value = phrase_value(arena, view->release, view->variant.indicator,
		    others[i]->figure.value);
		text = str_print(arena, "%.*s%s%.*s %.*s", STR_ARG(text), joint,
		    STR_ARG(phrase_area(view->release, others[i]->area)),
		    STR_ARG(value));
		joint = ", ";
	}
	if (ranking->with_value < ranking->area_count)
		return str_print(arena, "%.*s. %u of %u areas have no figure.",
		    STR_ARG(text), ranking->area_count - ranking->with_value,
		    ranking->area_count);
	return str_print(arena, "%.*s.", STR_ARG(text));
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
	};

	if (!words.headline.len)
		words.headline = extremes(arena, view, ranking);
	return words;
}
