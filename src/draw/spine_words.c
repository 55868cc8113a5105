#include "draw/spine.h"

#include "draw/phrase.h"

/* One side of the message: the indicators with one of two verdicts. */
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

static uint32_t
group_size(const struct spine *spine, const struct group *group)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < spine->row_count; i++)
		count += is_in(group, spine->rows[i].area.verdict);
	return count;
}

static uint32_t
compared_rows(const struct spine *spine)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < spine->row_count; i++)
		count += spine->rows[i].area.verdict != VERDICT_NONE;
	return count;
}

/* "Leicester is worse than England on 4 of 21 indicators and better on 3" */
static struct str
headline(struct arena *arena, const struct view *view, const struct spine *spine)
{
	struct str area = phrase_area(view->release, view->area);
	struct str benchmark = phrase_benchmark(view);
	uint32_t compared = compared_rows(spine);
	struct str text = STR("");

	if (!compared || !benchmark.len)
		return str_print(
		    arena, "%.*s is not compared on any indicator", STR_ARG(area));
	for (size_t i = 0; i < GROUP_COUNT; i++) {
		uint32_t count = group_size(spine, &groups[i]);
		if (!count)
			continue;
		if (text.len)
			text = str_print(arena, "%.*s, %s on %u", STR_ARG(text),
			    groups[i].word, count);
		else
			text = str_print(arena,
			    "%.*s is %s than %.*s on %u of %u indicators",
			    STR_ARG(area), groups[i].word, STR_ARG(benchmark), count,
			    compared);
	}
	if (text.len)
		return text;
	return str_print(arena, "%.*s is similar to %.*s on all %u indicators",
	    STR_ARG(area), STR_ARG(benchmark), compared);
}

/* "Worse than England: A; B; C; and 2 more." */
static struct str
group_sentence(struct arena *arena, const struct view *view, const struct spine *spine,
    const struct group *group)
{
	struct str benchmark = phrase_benchmark(view), name;
	struct str text = str_print(arena, "%c%s than %.*s", group->word[0] - 'a' + 'A',
	    group->word + 1, STR_ARG(benchmark));
	uint32_t named = 0, count = group_size(spine, group);

	for (uint32_t i = 0; i < spine->row_count && named < NAMED_MOST; i++) {
		if (!is_in(group, spine->rows[i].area.verdict))
			continue;
		name =
		    phrase_indicator(view->release, spine->rows[i].variant.indicator);
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
		if (polarity == POLARITY_LOW || polarity == POLARITY_HIGH)
			judged = true;
		else
			unjudged = true;
	}
	return ends[judged][unjudged];
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
		if (group_size(spine, &groups[i]))
			message = str_print(arena, "%.*s %.*s", STR_ARG(message),
			    STR_ARG(group_sentence(arena, view, spine, &groups[i])));
	words.message = message;
	return words;
}
