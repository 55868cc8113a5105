#include "draw/spine.h"

#include "draw/phrase.h"
#include "model/area.h"

/* One side of the message: the measures with one of two verdicts. */
struct group {
	enum verdict verdict, stronger;
	const char *word; /* "worse" */
};

static const struct group groups[] = {
	{ VERDICT_WORSE, VERDICT_WORST, "worse" },
	{ VERDICT_BETTER, VERDICT_BEST, "better" },
	{ VERDICT_HIGHER, VERDICT_HIGHEST, "higher" },
	{ VERDICT_LOWER, VERDICT_LOWEST, "lower" },
};

enum { GROUP_COUNT = sizeof groups / sizeof *groups, NAMED_MOST = 3 };

static bool
is_in(const struct group *group, enum verdict verdict)
{
	return verdict == group->verdict || verdict == group->stronger;
}

/* Each measure once. One whose areas are put into fifths is not compared with the
 * benchmark, whatever fifth the area is in. */
static bool
is_compared(const struct view *view, const struct spine *spine, uint32_t row)
{
	const struct spine_row *r = &spine->rows[row];

	return r->area.verdict != VERDICT_NONE &&
	       !phrase_is_by_fifths(view->release, r->variant.indicator) && !r->again;
}

static bool
counts_in(const struct view *view, const struct spine *spine, uint32_t row,
    const struct group *group)
{
	return is_in(group, spine->rows[row].area.verdict) &&
	       is_compared(view, spine, row);
}

static uint32_t
group_size(
    const struct view *view, const struct spine *spine, const struct group *group)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < spine->row_count; i++)
		count += counts_in(view, spine, i, group);
	return count;
}

static uint32_t
compared_measures(const struct view *view, const struct spine *spine)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < spine->row_count; i++)
		count += is_compared(view, spine, i);
	return count;
}

/* "2 of the 6 measures that can be compared" */
static struct str
share(struct arena *arena, uint32_t count, uint32_t compared)
{
	if (compared == 1)
		return STR("the one measure that can be compared");
	if (count == compared)
		return str_print(
		    arena, "all %u measures that can be compared", compared);
	return str_print(
	    arena, "%u of the %u measures that can be compared", count, compared);
}

/* "Leicester is worse than England on 4 of the 21 measures that can be compared, higher
 * on 2 and better on 3" */
static struct str
headline(struct arena *arena, const struct view *view, const struct spine *spine)
{
	struct str area = phrase_area(view->release, view->area);
	struct str benchmark = phrase_benchmark(view);
	uint32_t compared = compared_measures(view, spine);
	uint32_t sizes[GROUP_COUNT];
	unsigned left = 0;
	struct str text = STR("");

	if (!benchmark.len || view->area == view->benchmark)
		return str_print(arena, "%.*s: the latest figures", STR_ARG(area));
	if (!compared)
		return str_print(arena,
		    "%.*s has no measure that can be compared with %.*s", STR_ARG(area),
		    STR_ARG(benchmark));
	for (size_t i = 0; i < GROUP_COUNT; i++) {
		sizes[i] = group_size(view, spine, &groups[i]);
		left += sizes[i] > 0;
	}
	for (size_t i = 0; i < GROUP_COUNT; i++) {
		if (!sizes[i])
			continue;
		left--;
		if (text.len)
			text = str_print(arena, "%.*s%s %s on %u", STR_ARG(text),
			    left ? "," : " and", groups[i].word, sizes[i]);
		else
			text = str_print(arena, "%.*s is %s than %.*s on %.*s",
			    STR_ARG(area), groups[i].word, STR_ARG(benchmark),
			    STR_ARG(share(arena, sizes[i], compared)));
	}
	if (text.len)
		return text;
	return str_print(arena, "%.*s is similar to %.*s on %.*s", STR_ARG(area),
	    STR_ARG(benchmark), STR_ARG(share(arena, compared, compared)));
}

/* "Worse than England: A; B; C; and 2 more." */
static struct str
group_sentence(struct arena *arena, const struct view *view, const struct spine *spine,
    const struct group *group)
{
	struct str benchmark = phrase_benchmark(view), name;
	struct str text = str_print(arena, "%c%s than %.*s", group->word[0] - 'a' + 'A',
	    group->word + 1, STR_ARG(benchmark));
	uint32_t named = 0, count = group_size(view, spine, group);

	for (uint32_t i = 0; i < spine->row_count && named < NAMED_MOST; i++) {
		if (!counts_in(view, spine, i, group))
			continue;
		name = phrase_named(arena, view->release, &spine->rows[i].variant);
		text = str_print(arena, "%.*s%s %.*s", STR_ARG(text), named ? ";" : ":",
		    STR_ARG(name));
		named++;
	}
	if (count > named)
		return str_print(
		    arena, "%.*s; and %u more.", STR_ARG(text), count - named);
	return str_print(arena, "%.*s.", STR_ARG(text));
}

struct spine_ends
spine_ends(const struct view *view, const struct spine *spine)
{
	static const struct spine_ends ends[2][2] = {
		{ { "Worst", "Best" }, { "Lowest", "Highest" } },
		{ { "Worst", "Best" }, { "Worst or lowest", "Best or highest" } },
	};
	bool judged = false, unjudged = false;

	for (uint32_t i = 0; i < spine->row_count; i++) {
		uint32_t indicator = spine->rows[i].variant.indicator;
		uint8_t polarity = view->release->indicators[indicator].polarity;
		if (spine->rows[i].undrawn)
			continue;
		if (polarity == POLARITY_LOW || polarity == POLARITY_HIGH)
			judged = true;
		else
			unjudged = true;
	}
	return ends[judged][unjudged];
}

struct str
spine_range_words(
    struct arena *arena, const struct view *view, const struct spine *spine)
{
	struct spine_ends ends = spine_ends(view, spine);
	enum area_level level = LEVEL_OTHER;
	uint32_t least = UINT32_MAX, most = 0, total = 0;
	struct str count;

	for (uint32_t i = 0; i < spine->row_count; i++) {
		if (spine->rows[i].undrawn)
			continue;
		least = spine->rows[i].values < least ? spine->rows[i].values : least;
		most = spine->rows[i].values > most ? spine->rows[i].values : most;
	}
	if (view->type != RELEASE_NONE) {
		level = (enum area_level)view->release->types[view->type].level;
		total = view->release->types[view->type].count;
	}
	count = least < most ? str_print(arena, "%u to %u", least, most)
			     : str_print(arena, "%u", most);
	return str_print(arena, "%s to %c%s of the %.*s %s in this profile%s",
	    ends.left, ends.right[0] | 0x20, ends.right + 1, STR_ARG(count),
	    area_level_word_plural(level), least < total ? " that have a figure" : "");
}

struct chart_words
spine_words(struct arena *arena, const struct view *view, const struct spine *spine)
{
	const struct release *release = view->release;
	struct str domain = STR("all indicators"), type = STR("Areas");
	struct chart_words words = { .headline = headline(arena, view, spine) };
	struct spine_ends ends = spine_ends(view, spine);
	struct str message;

	if (view->domain != RELEASE_NONE)
		domain = release_text(release, release->domains[view->domain].name);
	if (view->type != RELEASE_NONE)
		type = release_text(release, release->types[view->type].name);
	words.title = str_print(arena, "%.*s, area profile: %.*s",
	    STR_ARG(phrase_area(release, view->area)), STR_ARG(domain));
	words.measure = str_print(arena, "%.*s: %c%s on the left, %c%s on the right",
	    STR_ARG(type), ends.left[0] | 0x20, ends.left + 1, ends.right[0] | 0x20,
	    ends.right + 1);
	message = str_print(arena, "%.*s.", STR_ARG(words.headline));
	for (size_t i = 0; i < GROUP_COUNT; i++)
		if (group_size(view, spine, &groups[i]))
			message = str_print(arena, "%.*s %.*s", STR_ARG(message),
			    STR_ARG(group_sentence(arena, view, spine, &groups[i])));
	words.message = message;
	return words;
}
