#include <math.h>

#include "draw/parts.h"
#include "draw/phrase.h"

struct str
parts_whole(const struct view *view, const struct inequalities *answer)
{
	if (!answer->parts.total.name.len)
		return STR("");
	return view->by.kind == PARTITION_CATEGORY
		   ? phrase_area(view->release, view->area)
		   : answer->parts.total.name;
}

/* Names of parts within a sentence: "persons", "most deprived decile"; those of other
 * groups may be names ("White"). */
static struct str
lowered(struct arena *arena, const struct view *view, struct str name)
{
	bool is_word = view->by.kind == PARTITION_SEX || str_equal(name, STR("Age")) ||
		       (str_has_folded(name, STR("deprived")) && name.at[0] != 'I');

	if (!name.len || !is_word)
		return name;
	return str_print(
	    arena, "%c%.*s", name.at[0] | 0x20, STR_ARG(str_slice(name, 1, name.len)));
}

struct str
parts_whole_said(
    struct arena *arena, const struct view *view, const struct inequalities *answer)
{
	struct str whole = parts_whole(view, answer);

	if (!whole.len)
		return whole;
	if (view->by.kind == PARTITION_CATEGORY)
		return str_print(arena, "%.*s as a whole", STR_ARG(whole));
	return lowered(arena, view, whole);
}

static struct str
value(struct arena *arena, const struct view *view, double number)
{
	return phrase_value(arena, view->release, view->variant.indicator, number);
}

/* The parts with the highest and the lowest value; RELEASE_NONE without any. */
static void
find_ends(const struct inequalities *answer, uint32_t *high, uint32_t *low)
{
	*high = *low = RELEASE_NONE;
	for (uint32_t i = 0; i < answer->parts.count; i++) {
		double v = answer->findings[i].figure.value;
		if (!phrase_has_value(&answer->findings[i]))
			continue;
		if (*high == RELEASE_NONE || v > answer->findings[*high].figure.value)
			*high = i;
		if (*low == RELEASE_NONE || v < answer->findings[*low].figure.value)
			*low = i;
	}
}

/* A slope whose limits exclude 0 is the news. */
static struct str
slope_headline(
    struct arena *arena, const struct view *view, const struct inequalities *answer)
{
	const struct gap *gap = &answer->gap;
	bool turned = view->release->indicators[view->variant.indicator].polarity ==
		      POLARITY_HIGH;
	struct str area = phrase_area(view->release, view->area);
	bool above = gap->limits.sii_lower > 0, below = gap->limits.sii_upper < 0;

	if (!above && !below)
		return str_print(
		    arena, "%.*s: no clear slope across deprivation", STR_ARG(area));
	return str_print(arena, "%.*s: %s where deprivation is greater", STR_ARG(area),
	    above != turned ? "higher" : "lower");
}

static struct str
headline(struct arena *arena, const struct view *view, const struct inequalities *a)
{
	struct str area = phrase_area(view->release, view->area);
	uint32_t high, low;

	if (view->by.kind == PARTITION_NONE)
		return STR("Not broken down");
	find_ends(a, &high, &low);
	if (high == RELEASE_NONE)
		return str_print(arena, "%.*s has no figures by %.*s", STR_ARG(area),
		    STR_ARG(
			lowered(arena, view, partition_name(view->release, view->by))));
	if (a->gap.by_deprivation && !a->gap.why_none.len)
		return slope_headline(arena, view, a);
	if (a->with_value == 1 ||
	    a->findings[high].figure.value <= a->findings[low].figure.value)
		return str_print(arena, "%.*s by %.*s", STR_ARG(area),
		    STR_ARG(
			lowered(arena, view, partition_name(view->release, view->by))));
	return str_print(arena, "%.*s: highest for %.*s, lowest for %.*s",
	    STR_ARG(area), STR_ARG(lowered(arena, view, a->parts.at[high].name)),
	    STR_ARG(lowered(arena, view, a->parts.at[low].name)));
}

/* "2 of 10 groups are worse than England as a whole." */
static struct str
tally_words(struct arena *arena, const struct view *view, const struct inequalities *a)
{
	const struct {
		uint32_t count;
		const char *word;
	} news[] = { { a->worse, "worse" }, { a->better, "better" },
		{ a->higher, "higher" }, { a->lower, "lower" } };
	struct str text = STR("");

	for (size_t i = 0; i < sizeof news / sizeof *news; i++)
		if (news[i].count)
			text = str_print(arena, "%.*s%s%u %s %s", STR_ARG(text),
			    text.len ? " and " : " ", news[i].count,
			    news[i].count == 1 ? "is" : "are", news[i].word);
	if (!a->compared)
		return STR("");
	if (!text.len)
		text = STR(" none differs");
	return str_print(arena, " Of %u groups%.*s%s %.*s.", a->compared, STR_ARG(text),
	    a->worse + a->better + a->higher + a->lower ? " than" : " from",
	    STR_ARG(parts_whole_said(arena, view, a)));
}

static struct str
message(struct arena *arena, const struct view *view, const struct inequalities *a)
{
	struct str text, total = STR("");
	uint32_t high, low;

	find_ends(a, &high, &low);
	if (high == RELEASE_NONE)
		return STR("No group has a figure.");
	if (phrase_has_value(&a->total))
		total = str_print(arena, "; %.*s %.*s",
		    STR_ARG(parts_whole_said(arena, view, a)),
		    STR_ARG(value(arena, view, a->total.figure.value)));
	if (high == low)
		text =
		    str_print(arena, "%.*s has %.*s", STR_ARG(a->parts.at[high].name),
			STR_ARG(value(arena, view, a->findings[high].figure.value)));
	else
		text = str_print(arena, "%.*s is highest at %.*s, %.*s lowest at %.*s",
		    STR_ARG(a->parts.at[high].name),
		    STR_ARG(value(arena, view, a->findings[high].figure.value)),
		    STR_ARG(lowered(arena, view, a->parts.at[low].name)),
		    STR_ARG(value(arena, view, a->findings[low].figure.value)));
	return str_print(arena, "%.*s%.*s.%.*s", STR_ARG(text), STR_ARG(total),
	    STR_ARG(tally_words(arena, view, a)));
}

struct chart_words
parts_words(
    struct arena *arena, const struct view *view, const struct inequalities *answer)
{
	const struct release *release = view->release;
	struct str name = phrase_indicator(release, view->variant.indicator);
	struct str by = partition_name(release, view->by);
	struct str area = phrase_area(release, view->area);
	struct str period = phrase_period(release, answer->period);
	struct str measure = phrase_variant(arena, release, &view->variant);
	struct str unit = phrase_unit(release, view->variant.indicator);

	if (view->by.kind != PARTITION_CATEGORY)
		measure = STR("");
	return (struct chart_words){
		.title = str_print(arena, "%.*s by %.*s: %.*s%s%.*s", STR_ARG(name),
		    STR_ARG(lowered(arena, view, by)), STR_ARG(area),
		    period.len ? ", " : "", STR_ARG(period)),
		.headline = headline(arena, view, answer),
		.message = message(arena, view, answer),
		.measure = str_print(arena, "%.*s%s%.*s", STR_ARG(measure),
		    measure.len && unit.len ? ", " : "", STR_ARG(unit)),
		.source = phrase_source(release, view->variant.indicator),
	};
}

/* Between two figures in per cent lie percentage points. */
static struct str
difference(struct arena *arena, const struct view *view, double number)
{
	struct str unit = phrase_unit(view->release, view->variant.indicator);
	int decimals = view->release->indicators[view->variant.indicator].decimals;

	if (!str_equal(unit, STR("%")))
		return value(arena, view, number);
	return str_print(arena, "%.*s percentage points",
	    STR_ARG(phrase_number(arena, number, decimals)));
}

static int
decimals_of(const struct view *view)
{
	int decimals = view->release->indicators[view->variant.indicator].decimals;

	return decimals > 0 ? decimals : 1;
}

/* "12.3 (95% limits 9.1 to 15.4)" */
static struct str
with_limits(struct arena *arena, double v, double lower, double upper, int decimals)
{
	struct str number = phrase_number(arena, v, decimals);

	if (isnan(lower) || isnan(upper))
		return number;
	return str_print(arena, "%.*s (95%% limits %.*s to %.*s)", STR_ARG(number),
	    STR_ARG(phrase_number(arena, lower, decimals)),
	    STR_ARG(phrase_number(arena, upper, decimals)));
}

static struct str
slope_words(struct arena *arena, const struct view *view, const struct gap *gap)
{
	bool turned = view->release->indicators[view->variant.indicator].polarity ==
		      POLARITY_HIGH;
	struct str number = with_limits(arena, gap->index.sii, gap->limits.sii_lower,
	    gap->limits.sii_upper, decimals_of(view));

	return str_print(arena,
	    "%.*s. That is the figure at the %s deprived end of the population less "
	    "that at the %s deprived end, along a line through all groups; 0 would be "
	    "no difference.%s",
	    STR_ARG(number), turned ? "least" : "most", turned ? "most" : "least",
	    gap->limits.sii_lower <= 0 && gap->limits.sii_upper >= 0
		? " The limits include 0, so that there may be none."
		: "");
}

static struct str
relative_words(struct arena *arena, const struct view *view, const struct gap *gap)
{
	bool turned = view->release->indicators[view->variant.indicator].polarity ==
		      POLARITY_HIGH;
	struct str number = with_limits(
	    arena, gap->index.rii, gap->limits.rii_lower, gap->limits.rii_upper, 2);

	if (isnan(gap->index.rii))
		return STR("Not known: the line is not above 0 at both ends.");
	return str_print(arena,
	    "%.*s. The figure at the %s deprived end is so many times that at the %s "
	    "deprived end; 1 would be no difference.",
	    STR_ARG(number), turned ? "least" : "most", turned ? "most" : "least");
}

static struct str
attributable_words(struct arena *arena, const struct view *view, const struct gap *gap)
{
	const struct interval *fraction = &gap->par.fraction;
	struct str share = STR("");
	struct str excess = difference(arena, view, fabs(gap->par.excess.value));

	if (!isnan(fraction->lower))
		share = str_print(arena, " (95%% limits %.0f%% to %.0f%%)",
		    fraction->lower * 100, fraction->upper * 100);
	return str_print(arena,
	    "%.0f%%%.*s. If everyone had the figure of the least deprived group, that "
	    "of "
	    "all would be %s by %.*s.",
	    fraction->value * 100, STR_ARG(share),
	    gap->par.excess.value < 0 ? "higher" : "lower", STR_ARG(excess));
}

struct parts_gap
parts_gap_words(
    struct arena *arena, const struct view *view, const struct inequalities *answer)
{
	const struct gap *gap = &answer->gap;
	struct parts_gap words = { .slope = STR("") };

	if (!gap->by_deprivation)
		return words;
	if (!gap->why_none.len) {
		words.slope = slope_words(arena, view, gap);
		words.relative = relative_words(arena, view, gap);
	}
	if (!gap->why_no_par.len)
		words.attributable = attributable_words(arena, view, gap);
	return words;
}
