#include "write/wording.h"

#include <math.h>

#include "base/number.h"
#include "draw/phrase.h"
#include "model/area.h"
#include "release/group.h"

struct str
wording_area_short(const struct release *release, uint32_t area)
{
	return area_short_name(phrase_area(release, area));
}

struct str
wording_indicator_short(const struct release *release, uint32_t indicator)
{
	struct str name = STR("");

	if (indicator != RELEASE_NONE)
		name = release_text(release, release->indicators[indicator].short_name);
	return name.len > 0 ? name : phrase_indicator(release, indicator);
}

struct str
wording_domain(const struct release *release, uint32_t domain)
{
	return domain == RELEASE_NONE
		   ? STR("")
		   : release_text(release, release->domains[domain].name);
}

struct str
wording_type(const struct release *release, uint32_t type)
{
	return type == RELEASE_NONE ? STR("")
				    : release_text(release, release->types[type].name);
}

const char *
wording_type_plural(const struct release *release, uint32_t type)
{
	return type == RELEASE_NONE ? "areas"
				    : area_level_word_plural(
					  (enum area_level)release->types[type].level);
}

struct str
wording_areas(struct arena *arena, const struct view *view)
{
	const char *plural = wording_type_plural(view->release, view->type);
	struct str parent = phrase_area(view->release, view->parent);

	if (parent.len == 0)
		return str_of(plural);
	return str_print(arena, "%s in %.*s", plural, STR_ARG(parent));
}

struct str
wording_indicator(
    struct arena *arena, const struct release *release, const struct variant *variant)
{
	struct str name = wording_indicator_short(release, variant->indicator);
	struct str words = phrase_variant(arena, release, variant);

	if (words.len == 0)
		return name;
	words = wording_lower(arena, words);
	return str_print(arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(words));
}

struct str
wording_list(struct arena *arena, const struct str *parts, size_t count)
{
	struct str list = STR("");

	for (size_t i = 0; i < count; i++) {
		if (parts[i].len == 0)
			continue;
		list = list.len == 0 ? parts[i]
				     : str_print(arena, "%.*s, %.*s", STR_ARG(list),
					   STR_ARG(parts[i]));
	}
	return list;
}

struct str
wording_whole(struct arena *arena, double number)
{
	char text[NUMBER_LONGEST];
	size_t len = number_print_grouped(text, number, 0);

	return str_copy(arena, (struct str){ .at = text, .len = len });
}

struct str
wording_count(struct arena *arena, uint64_t count, const char *one, const char *many)
{
	struct str number = wording_whole(arena, (double)count);

	return str_print(arena, "%.*s %s", STR_ARG(number), count == 1 ? one : many);
}

struct str
wording_decimals(struct arena *arena, double value, int decimals)
{
	char text[NUMBER_LONGEST];
	size_t len = number_print_grouped(text, value, decimals);

	return str_copy(arena, (struct str){ .at = text, .len = len });
}

struct str
wording_value(struct arena *arena, const struct release *release, uint32_t indicator,
    double value)
{
	return isfinite(value) ? wording_decimals(arena, value,
				     release->indicators[indicator].decimals)
			       : STR("");
}

int
wording_decimals_apart(struct arena *arena, const struct release *release,
    uint32_t indicator, double a, double b)
{
	enum { MORE = 3 };
	int usual = release->indicators[indicator].decimals;

	for (int decimals = usual; decimals <= usual + MORE; decimals++)
		if (!str_equal(wording_decimals(arena, a, decimals),
			wording_decimals(arena, b, decimals)))
			return decimals;
	return usual;
}

struct str
wording_events(struct arena *arena, double count)
{
	char text[NUMBER_LONGEST];
	size_t len;
	bool has_parts = fabs(count) < 10 && floor(count) < count;

	if (!isfinite(count))
		return STR("");
	len = number_print_grouped(text, count, has_parts ? 1 : 0);
	return str_copy(arena, (struct str){ .at = text, .len = len });
}

struct str
wording_period(struct arena *arena, const struct release *release, uint32_t indicator,
    uint32_t period)
{
	struct str label = phrase_period(release, period);
	enum period_style style =
	    (enum period_style)release->indicators[indicator].year_type;
	const char *kind = style == PERIOD_FINANCIAL  ? "financial"
			   : style == PERIOD_ACADEMIC ? "academic"
						      : NULL;

	if (kind == NULL || !str_has(label, STR("/")))
		return label;
	return str_print(arena, "%.*s (%s year%s)", STR_ARG(label), kind,
	    release->periods[period].months > 12 ? "s" : "");
}

static const char *const months[] = { "January", "February", "March", "April", "May",
	"June", "July", "August", "September", "October", "November", "December" };

struct str
wording_date(struct arena *arena, struct str date)
{
	struct str rest = date;
	struct str year = str_cut(&rest, '-');
	struct str month = str_cut(&rest, '-');
	uint64_t m = 0, d = 0;

	if (year.len != 4 || !number_parse_whole(month, &m) || m < 1 || m > 12)
		return date;
	if (rest.len == 0)
		return str_print(arena, "%s %.*s", months[m - 1], STR_ARG(year));
	if (!number_parse_whole(rest, &d) || d < 1 || d > 31)
		return date;
	return str_print(arena, "%d %s %.*s", (int)d, months[m - 1], STR_ARG(year));
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

struct str
wording_lower(struct arena *arena, struct str text)
{
	char *copy;

	if (text.len == 0 || !is_capital(text.at[0]) ||
	    (text.len > 1 && is_capital(text.at[1])))
		return text;
	copy = str_c(arena, text);
	copy[0] = (char)(copy[0] + ('a' - 'A'));
	return (struct str){ .at = copy, .len = text.len };
}

struct str
wording_upper(struct arena *arena, struct str text)
{
	char *copy;

	if (text.len == 0 || text.at[0] < 'a' || text.at[0] > 'z')
		return text;
	copy = str_c(arena, text);
	copy[0] = (char)(copy[0] - ('a' - 'A'));
	return (struct str){ .at = copy, .len = text.len };
}

/* Best, worst, lowest and highest are found with more certainty than the others. */
static const struct {
	const char *word, *before, *behind;
} verdicts[VERDICT_COUNT] = {
	[VERDICT_WORST] = { "Worse (99.8%)", "worse than ", ", at the 99.8% level" },
	[VERDICT_WORSE] = { "Worse", "worse than ", "" },
	[VERDICT_SIMILAR] = { "Similar", "similar to ", "" },
	[VERDICT_BETTER] = { "Better", "better than ", "" },
	[VERDICT_BEST] = { "Better (99.8%)", "better than ", ", at the 99.8% level" },
	[VERDICT_LOWEST] = { "Lower (99.8%)", "lower than ", ", at the 99.8% level" },
	[VERDICT_LOWER] = { "Lower", "lower than ", "" },
	[VERDICT_HIGHER] = { "Higher", "higher than ", "" },
	[VERDICT_HIGHEST] = { "Higher (99.8%)", "higher than ",
	    ", at the 99.8% level" },
};

static bool
is_compared(enum verdict verdict)
{
	return verdict > VERDICT_NONE && verdict < VERDICT_COUNT;
}

struct str
wording_verdict(
    struct arena *arena, enum verdict verdict, bool by_fifths, struct str against)
{
	if (!is_compared(verdict))
		return STR("not compared");
	if (by_fifths)
		return str_print(arena, "in the %s of areas", phrase_fifth(verdict));
	return str_print(arena, "%s%.*s%s", verdicts[verdict].before, STR_ARG(against),
	    verdicts[verdict].behind);
}

struct str
wording_verdict_short(struct arena *arena, enum verdict verdict, bool by_fifths)
{
	if (!is_compared(verdict))
		return STR("Not compared");
	return by_fifths ? wording_upper(arena, str_of(phrase_fifth(verdict)))
			 : str_of(verdicts[verdict].word);
}

struct str
wording_missing(const struct release *release, const struct figure *figure)
{
	if (figure->missing == MISSING_NOTED && figure->note > 0 &&
	    figure->note < release->note_count)
		return release_text(release, release->notes[figure->note].text);
	return str_of(missing_text(figure->missing));
}

struct str
wording_group_note(
    struct arena *arena, const struct group *group, const struct figure *figure)
{
	if (figure->missing != MISSING_NOT)
		return wording_upper(arena, str_of(missing_text(figure->missing)));
	return str_print(
	    arena, "Worked out from %u areas, not published", group->count);
}

struct str
wording_reasons(struct arena *arena, unsigned missing)
{
	struct str text = STR("");

	for (enum missing m = MISSING_NOT + 1; m < MISSING_COUNT; m++) {
		/* A note stands with its figure. */
		const char *reason = m == MISSING_NOTED
					 ? "another reason, given with the figure"
					 : missing_text(m);

		if ((missing & 1u << m) == 0)
			continue;
		text = text.len == 0
			   ? wording_upper(arena, str_of(reason))
			   : str_print(arena, "%.*s; or %s", STR_ARG(text), reason);
	}
	return text;
}
