#include "draw/phrase.h"

#include <math.h>

#include "base/number.h"
#include "model/area.h"
#include "model/unit.h"

struct str
phrase_area(const struct release *release, uint32_t area)
{
	if (area == RELEASE_NONE)
		return STR("");
	return area_short_name(release_area_name(release, area));
}

struct str
phrase_period(const struct release *release, uint32_t period)
{
	if (period == RELEASE_NONE)
		return STR("");
	return release_text(release, release->periods[period].label);
}

struct str
phrase_indicator(const struct release *release, uint32_t indicator)
{
	if (indicator == RELEASE_NONE)
		return STR("");
	return release_text(release, release->indicators[indicator].name);
}

struct str
phrase_benchmark(const struct view *view)
{
	if (view->benchmark == RELEASE_NONE && view->benchmark_is_parent)
		return STR("the parent area");
	/* Where the release has no figures of it, sources compare with it themselves.
	 */
	if (view->benchmark == RELEASE_NONE)
		return STR("England");
	return phrase_area(view->release, view->benchmark);
}

struct str
phrase_month(struct arena *arena, int32_t month)
{
	static const char *const names[] = { "January", "February", "March", "April",
		"May", "June", "July", "August", "September", "October", "November",
		"December" };

	return str_print(arena, "%s %d", names[month % 12], (int)(month / 12));
}

struct str
phrase_goal(const struct release *release, const struct figure *figure)
{
	return figure->goal ? release_text(release, release->goals[figure->goal].text)
			    : STR("");
}

bool
phrase_is_own_benchmark(const struct view *view, const struct finding *benchmark)
{
	return benchmark->area == view->area && !view->variant.category;
}

static struct str
append(struct arena *arena, struct str list, struct str item)
{
	if (!item.len)
		return list;
	if (!list.len)
		return item;
	return str_print(arena, "%.*s, %.*s", STR_ARG(list), STR_ARG(item));
}

struct str
phrase_variant(
    struct arena *arena, const struct release *release, const struct variant *variant)
{
	struct str age = release_text(release, release->ages[variant->age].label);
	struct str text = STR("");

	if (variant->sex != SEX_NONE && variant->sex != SEX_UNSTATED)
		text = str_of(sex_word((enum sex)variant->sex));
	if (!str_equal_folded(age, STR("All ages")) &&
	    !str_equal_folded(age, STR("Not applicable")))
		text = append(arena, text, age);
	if (variant->category) {
		const struct release_category *category =
		    &release->categories[variant->category];
		text = append(arena, text, release_text(release, category->name));
	}
	return text;
}

struct str
phrase_named(
    struct arena *arena, const struct release *release, const struct variant *variant)
{
	struct str name = phrase_indicator(release, variant->indicator);
	struct str words = phrase_variant(arena, release, variant);

	if (!words.len)
		return name;
	return str_print(arena, "%.*s (%c%.*s)", STR_ARG(name), words.at[0] | 0x20,
	    STR_ARG(str_slice(words, 1, words.len)));
}

struct str
phrase_unit(const struct release *release, uint32_t indicator)
{
	if (indicator == RELEASE_NONE)
		return STR("");
	return release_text(release, release->indicators[indicator].unit);
}

static struct str
without_stop(struct str text)
{
	return str_ends(text, STR(".")) ? str_slice(text, 0, text.len - 1) : text;
}

struct str
phrase_source(const struct release *release, uint32_t indicator)
{
	const struct release_indicator *record = &release->indicators[indicator];

	for (uint32_t i = 0; i < record->fields; i++) {
		const struct release_field *field =
		    &release->fields[record->first_field + i];
		struct str text = release_text(release, field->text);

		if (str_equal_folded(
			release_text(release, field->label), STR("Data source")))
			return without_stop(str_trim(str_cut(&text, '\n')));
	}
	return STR("");
}

struct str
phrase_measure(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	struct str text = phrase_variant(arena, release, &view->variant);
	struct str where = phrase_area(release, view->parent);

	text = append(arena, text, phrase_unit(release, view->variant.indicator));
	if (view->type == RELEASE_NONE)
		return text;
	text =
	    append(arena, text, release_text(release, release->types[view->type].name));
	if (!where.len)
		return text;
	return str_print(arena, "%.*s in %.*s", STR_ARG(text), STR_ARG(where));
}

/* Beyond this a number would only fill the chart with digits. */
static const double longest_grouped = 1e15;

struct str
phrase_number(struct arena *arena, double value, int decimals)
{
	char *text = ARENA_NEW(arena, char, NUMBER_LONGEST);
	size_t len = 0;

	if (fabs(value) < longest_grouped)
		len = number_print_grouped(text, value, decimals);
	else if (isfinite(value))
		len = number_print(text, value);
	return (struct str){ .at = text, .len = len };
}

struct str
phrase_value(struct arena *arena, const struct release *release, uint32_t indicator,
    double value)
{
	if (!isfinite(value))
		return STR("no figure");
	return unit_say(arena,
	    phrase_number(arena, value, release->indicators[indicator].decimals),
	    phrase_unit(release, indicator));
}

const char *
phrase_verdict(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_WORST:
	case VERDICT_WORSE: return "worse than";
	case VERDICT_SIMILAR: return "similar to";
	case VERDICT_BETTER:
	case VERDICT_BEST: return "better than";
	case VERDICT_LOWEST:
	case VERDICT_LOWER: return "lower than";
	case VERDICT_HIGHER:
	case VERDICT_HIGHEST: return "higher than";
	case VERDICT_NONE:
	case VERDICT_COUNT: break;
	}
	return "not compared with";
}

bool
phrase_is_by_fifths(const struct release *release, uint32_t indicator)
{
	return release->indicators[indicator].comparison == COMPARISON_QUINTILES;
}

const char *
phrase_fifth(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_WORST: return "worst fifth";
	case VERDICT_WORSE: return "second worst fifth";
	case VERDICT_SIMILAR: return "middle fifth";
	case VERDICT_BETTER: return "second best fifth";
	case VERDICT_BEST: return "best fifth";
	case VERDICT_LOWEST: return "lowest fifth";
	case VERDICT_LOWER: return "second lowest fifth";
	case VERDICT_HIGHER: return "second highest fifth";
	case VERDICT_HIGHEST: return "highest fifth";
	case VERDICT_NONE:
	case VERDICT_COUNT: break;
	}
	return "";
}

bool
phrase_has_value(const struct finding *finding)
{
	return finding->series != RELEASE_NONE && isfinite(finding->figure.value);
}

bool
phrase_has_limits(const struct finding *finding)
{
	const struct figure *figure = &finding->figure;

	return phrase_has_value(finding) && isfinite(figure->lower95) &&
	       isfinite(figure->upper95) && figure->lower95 <= figure->upper95;
}

/* "Leicester, 2015" or only the name where there is no period. */
static struct str
heading(struct arena *arena, const struct release *release, const struct finding *f)
{
	return append(
	    arena, phrase_area(release, f->area), phrase_period(release, f->period));
}

static struct str
limits(struct arena *arena, const struct release *release, uint32_t indicator,
    const struct finding *finding)
{
	int decimals = release->indicators[indicator].decimals;
	struct str lower, upper;

	if (!phrase_has_limits(finding))
		return STR("");
	lower = phrase_number(arena, finding->figure.lower95, decimals);
	upper = phrase_number(arena, finding->figure.upper95, decimals);
	return str_print(arena, " (%.*s to %.*s)", STR_ARG(lower), STR_ARG(upper));
}

struct str
phrase_finding(struct arena *arena, const struct release *release, uint32_t indicator,
    const struct finding *finding, struct str benchmark)
{
	struct str head = heading(arena, release, finding), value, range, text;

	if (!phrase_has_value(finding)) {
		const char *why = missing_text(finding->figure.missing);
		return str_print(
		    arena, "%.*s: %s", STR_ARG(head), *why ? why : "no figure");
	}
	value = phrase_value(arena, release, indicator, finding->figure.value);
	range = limits(arena, release, indicator, finding);
	text = str_print(
	    arena, "%.*s: %.*s%.*s", STR_ARG(head), STR_ARG(value), STR_ARG(range));
	if (!benchmark.len || finding->verdict == VERDICT_NONE)
		return text;
	if (phrase_is_by_fifths(release, indicator))
		return str_print(arena, "%.*s, in the %s of areas", STR_ARG(text),
		    phrase_fifth(finding->verdict));
	return str_print(arena, "%.*s, %s %.*s", STR_ARG(text),
	    phrase_verdict(finding->verdict), STR_ARG(benchmark));
}
