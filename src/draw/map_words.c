#include "draw/map.h"

#include "draw/bars.h"
#include "draw/phrase.h"
#include "draw/shade.h"

struct chart_words
map_words(struct arena *arena, const struct view *view, const struct mapping *mapping)
{
	struct chart_words words = bars_words(arena, view, &mapping->ranking);
	struct str name = phrase_indicator(view->release, view->variant.indicator);
	struct str period = phrase_period(view->release, mapping->ranking.period);

	words.title = str_print(arena, "Map: %.*s%s%.*s", STR_ARG(name),
	    period.len ? ", " : "", STR_ARG(period));
	return words;
}

/* "9.1 to 10.7", or one value where both ends read alike. */
static struct str
range_words(struct arena *arena, const struct view *view, double least, double most)
{
	int decimals = view->release->indicators[view->variant.indicator].decimals;
	struct str low = phrase_number(arena, least, decimals);
	struct str high = phrase_number(arena, most, decimals);

	if (str_equal(low, high))
		return low;
	return str_print(arena, "%.*s to %.*s", STR_ARG(low), STR_ARG(high));
}

static void
add_groups(struct arena *arena, const struct view *view, const struct mapping *m,
    struct key *key)
{
	struct str unit = phrase_unit(view->release, view->variant.indicator);

	key_add(key, KEY_WORDS,
	    str_print(arena,
		"%s of areas%s%.*s:", m->groups == 4 ? "Quarters" : "Fifths",
		unit.len ? ", " : "", STR_ARG(unit)));
	for (int g = 1; g <= m->groups; g++) {
		if (!m->group[g].count)
			continue;
		key_add_group(key, g, m->groups,
		    range_words(arena, view, m->group[g].least, m->group[g].most));
	}
}

static void
add_ramp(struct arena *arena, const struct view *view, const struct mapping *m,
    struct key *key)
{
	struct str unit = phrase_unit(view->release, view->variant.indicator);
	struct str range = range_words(arena, view, m->least, m->most);

	if (m->with_value)
		key_add(key, KEY_RAMP,
		    str_print(arena, "%.*s%s%.*s", STR_ARG(range), unit.len ? ", " : "",
			STR_ARG(unit)));
}

static void
add_comparison(struct arena *arena, const struct view *view, const struct mapping *m,
    struct key *key)
{
	struct str benchmark = phrase_benchmark(view);
	unsigned verdicts = 0;

	for (uint32_t i = 0; i < m->ranking.area_count; i++)
		if (m->areas[i].placed && phrase_has_value(m->areas[i].finding))
			verdicts |= 1u << m->areas[i].finding->verdict;
	if (phrase_is_by_fifths(view->release, view->variant.indicator))
		key_add_fifths(key, verdicts);
	else if (benchmark.len)
		key_add_verdicts(key, verdicts,
		    str_print(arena, "Compared with %.*s:", STR_ARG(benchmark)));
}

void
map_key(struct arena *arena, const struct view *view, const struct mapping *mapping,
    struct key *key)
{
	bool missing = false;

	switch (mapping->colours) {
	case MAP_COMPARISON: add_comparison(arena, view, mapping, key); break;
	case MAP_QUINTILES:
	case MAP_QUARTILES: add_groups(arena, view, mapping, key); break;
	case MAP_CONTINUOUS: add_ramp(arena, view, mapping, key); break;
	case MAP_COLOURS_COUNT: break;
	}
	for (uint32_t i = 0; i < mapping->ranking.area_count; i++)
		missing |= mapping->areas[i].placed &&
			   !phrase_has_value(mapping->areas[i].finding);
	if (missing)
		key_add(key, KEY_HATCH, STR("No figure"));
}
