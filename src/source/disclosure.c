#include "source/disclosure.h"

#include <stddef.h>

#include "base/number.h"

enum { MOST_COUNT = 1000, MOST_BASE = 1000000, MOST_REGIMES = 32 };

/* Bits of what a map gives. */
enum { GIVEN_SMALL, GIVEN_OPEN, GIVEN_VALUES };

static bool
parse_count(struct str text, uint32_t most, uint32_t *count)
{
	uint64_t value;

	if (!number_parse_whole(str_trim(text), &value) || value > most)
		return false;
	*count = (uint32_t)value;
	return true;
}

/* "1-4", "1 to 4", "none". */
static bool
read_range(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct disclose_range *range = at;
	struct str rest = str_trim(item->value->text), first = rest;

	if (item->value->kind == YAML_TEXT && str_equal_folded(rest, STR("none"))) {
		*range = (struct disclose_range){ 1, 0 };
		return true;
	}
	for (size_t i = 0; i + 4 <= rest.len; i++)
		if (str_equal(str_slice(rest, i, i + 4), STR(" to "))) {
			first = str_slice(rest, 0, i);
			rest = str_slice(rest, i + 4, rest.len);
			break;
		}
	if (first.len == rest.len && first.at == rest.at)
		first = str_cut(&rest, '-');
	if (item->value->kind != YAML_TEXT ||
	    !parse_count(first, MOST_COUNT, &range->least) ||
	    !parse_count(rest, MOST_COUNT, &range->most) || range->least > range->most)
		return setting_refuse(
		    settings, item, "counts from least to most such as 1-4, or none");
	return true;
}

static bool
read_values(const struct settings *settings, const struct yaml_item *item, void *at)
{
	if (item->value->kind == YAML_TEXT &&
	    parse_count(item->value->text, MOST_COUNT, at))
		return true;
	return setting_refuse(settings, item, "a whole number from 0 to 1000");
}

static bool
read_base(const struct settings *settings, const struct yaml_item *item, void *at)
{
	uint32_t *base = at;

	if (item->value->kind == YAML_TEXT &&
	    str_equal_folded(item->value->text, STR("none"))) {
		*base = 0;
		return true;
	}
	if (item->value->kind == YAML_TEXT &&
	    parse_count(item->value->text, MOST_BASE, base) && *base >= 2)
		return true;
	return setting_refuse(settings, item, "none, or a number such as 5");
}

#define LEVEL(key, level)                                                              \
	{                                                                              \
		(key), read_base, (level) * sizeof(uint32_t), -1                       \
	}

static const struct setting level_rows[] = {
	LEVEL("local", DISCLOSE_LOCAL),
	LEVEL("regional", DISCLOSE_REGIONAL),
	LEVEL("national", DISCLOSE_NATIONAL),
};

/* One base for all levels, or one each. */
static bool
read_rounding(const struct settings *settings, const struct yaml_item *item, void *at)
{
	uint32_t *base = at;

	if (item->value->kind == YAML_MAP) {
		SETTING_READ(settings, item->value, level_rows, base);
		return true;
	}
	if (!read_base(settings, item, &base[0]))
		return false;
	for (unsigned i = 1; i < DISCLOSE_LEVELS; i++)
		base[i] = base[0];
	return true;
}

static bool
set_exempt(struct str word, bool *exempt)
{
	static const struct str words[DISCLOSE_LEVELS] = { STR_IN_TABLE("local"),
		STR_IN_TABLE("regional"), STR_IN_TABLE("national") };

	for (unsigned i = 0; i < DISCLOSE_LEVELS; i++)
		if (str_equal_folded(str_trim(word), words[i])) {
			exempt[i] = true;
			return true;
		}
	return false;
}

/* "national", "none", or a list of levels. */
static bool
read_exempt(const struct settings *settings, const struct yaml_item *item, void *at)
{
	static const char wanted[] =
	    "none, national, regional or local, or a list of them";
	bool *exempt = at;

	for (unsigned i = 0; i < DISCLOSE_LEVELS; i++)
		exempt[i] = false;
	if (item->value->kind == YAML_TEXT)
		return str_equal_folded(item->value->text, STR("none")) ||
		       set_exempt(item->value->text, exempt) ||
		       setting_refuse(settings, item, wanted);
	if (item->value->kind != YAML_LIST)
		return setting_refuse(settings, item, wanted);
	for (const struct yaml_item *i = item->value->first; i; i = i->next)
		if (i->value->kind != YAML_TEXT || !set_exempt(i->value->text, exempt))
			return setting_refuse(
			    settings, i, "national, regional or local");
	return true;
}

/* One of two words for false and true. */
static bool
read_words(const struct settings *settings, const struct yaml_item *item,
    const char *no, const char *yes, const char *wanted, bool *out)
{
	struct str text = str_trim(item->value->text);

	if (item->value->kind != YAML_TEXT || (!str_equal_folded(text, str_of(no)) &&
						  !str_equal_folded(text, str_of(yes))))
		return setting_refuse(settings, item, wanted);
	*out = str_equal_folded(text, str_of(yes));
	return true;
}

static bool
read_zeros(const struct settings *settings, const struct yaml_item *item, void *at)
{
	return read_words(
	    settings, item, "shown", "may be hidden", "shown, or may be hidden", at);
}

static bool
read_hidden(const struct settings *settings, const struct yaml_item *item, void *at)
{
	return read_words(settings, item, "shown", "hidden", "shown or hidden", at);
}

/* The regime is taken first, wherever it stands; here it is only known. */
static bool
read_like(const struct settings *settings, const struct yaml_item *item, void *at)
{
	(void)settings;
	(void)item;
	(void)at;
	return true;
}

#define ROW(key, read, member, bit)                                                    \
	{                                                                              \
		(key), (read), offsetof(struct disclose_rule, member), (bit)           \
	}

static const struct setting rows[] = {
	ROW("like", read_like, name, -1),
	ROW("small", read_range, small, GIVEN_SMALL),
	ROW("stays open", read_range, reach, GIVEN_OPEN),
	ROW("values", read_values, values, GIVEN_VALUES),
	ROW("rounding", read_rounding, base, -1),
	ROW("rounding up", setting_bool, up, -1),
	ROW("never hidden", read_exempt, exempt, -1),
	ROW("zeros", read_zeros, zero_hides, -1),
	ROW("told apart", setting_bool, told_apart, -1),
	ROW("rates", read_hidden, rate_too, -1),
	ROW("denominators", read_hidden, denominator_too, -1),
};

/* The regime of the item's name; what is wanted otherwise, with the nearest. */
static const struct disclose_rule *
regime_of(const struct settings *settings, const struct yaml_item *item)
{
	struct str names[MOST_REGIMES];
	struct str said = str_trim(item->value->text), all = STR("");
	const struct disclose_rule *rule;
	size_t near;

	if (item->value->kind == YAML_TEXT && (rule = disclose_regime(said)))
		return rule;
	for (uint32_t i = 0; i < disclose_regime_count; i++) {
		names[i] = disclose_regimes[i].name;
		all = str_print(settings->arena, "%.*s%s%.*s", STR_ARG(all),
		    i ? ", " : "", STR_ARG(names[i]));
	}
	near = item->value->kind == YAML_TEXT
		   ? str_nearest(said, names, disclose_regime_count)
		   : SIZE_MAX;
	struct str wanted =
	    near != SIZE_MAX
		? str_print(settings->arena,
		      "one of %.*s, none, or a map of its parts; is '%.*s' meant?",
		      STR_ARG(all), STR_ARG(names[near]))
		: str_print(settings->arena, "one of %.*s, none, or a map of its parts",
		      STR_ARG(all));
	setting_refuse(settings, item, str_c(settings->arena, wanted));
	return NULL;
}

/* A rule of one's own begins with nothing hidden and rates going with their counts. */
static bool
begin_rule(const struct settings *settings, const struct yaml_node *map,
    struct disclose_rule *rule, bool *like)
{
	*rule = (struct disclose_rule){ .name = STR("own"),
		.small = { 1, 0 },
		.reach = { 1, 0 },
		.rate_too = true };
	*like = false;
	for (const struct yaml_item *i = map->first; i; i = i->next) {
		if (!str_equal(i->key, STR("like")))
			continue;
		const struct disclose_rule *regime = regime_of(settings, i);
		if (!regime)
			return false;
		*rule = *regime;
		rule->name =
		    str_print(settings->arena, "own, like %.*s", STR_ARG(rule->name));
		*like = true;
	}
	return true;
}

static bool
read_own(const struct settings *settings, const struct yaml_item *item,
    struct disclose_rule *rule)
{
	uint64_t faults = settings->report->faults;
	uint32_t given = 0;
	struct err err;
	bool like;

	if (!begin_rule(settings, item->value, rule, &like))
		return false;
	bool reaches = !like || rule->reach.least <= rule->reach.most;
	setting_read_map(settings, item->value, rows, sizeof rows / sizeof *rows, rule,
	    &given, NULL, NULL, 0);
	if (settings->report->faults > faults)
		return false;
	/* All that is small stays open, unless something else is said. */
	if (given & 1u << GIVEN_SMALL && reaches &&
	    !(given & (1u << GIVEN_OPEN | 1u << GIVEN_VALUES)))
		rule->reach = rule->small;
	if (disclose_rule_check(rule, &err))
		return true;
	report_fault(settings->report, item->value->place, "'%.*s': %s",
	    STR_ARG(item->key), err.text);
	return false;
}

bool
disclosure_read(const struct settings *settings, const struct yaml_item *item, void *at)
{
	struct config_disclosure *out = at;
	const struct disclose_rule *regime;

	*out = (struct config_disclosure){ .place = item->key_place };
	if (item->value->kind == YAML_TEXT &&
	    str_equal_folded(str_trim(item->value->text), STR("none"))) {
		out->given = out->none = true;
		return true;
	}
	if (item->value->kind == YAML_MAP)
		return out->given = read_own(settings, item, &out->rule);
	regime = regime_of(settings, item);
	if (!regime)
		return false;
	out->rule = *regime;
	return out->given = true;
}
