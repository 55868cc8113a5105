#include "disclose/saying.h"

static bool
is_empty(struct disclose_range range)
{
	return range.least > range.most;
}

static struct str
hiding(struct arena *arena, const struct disclose_rule *rule)
{
	const char *with = rule->rate_too && rule->denominator_too
			       ? ", with their rates and denominators"
			   : rule->rate_too        ? ", with their rates"
			   : rule->denominator_too ? ", with their denominators"
						   : "";

	if (is_empty(rule->small))
		return STR("No count is hidden.");
	return str_print(arena,
	    "Counts from %u to %u are hidden%s, and others with them where these could "
	    "be worked out from sums.",
	    rule->small.least, rule->small.most, with);
}

static struct str
opening(struct arena *arena, const struct disclose_rule *rule)
{
	if (is_empty(rule->small))
		return STR("");
	if (!is_empty(rule->reach))
		return str_print(arena,
		    " Of a hidden small count anything from %u to %u stays possible.",
		    rule->reach.least, rule->reach.most);
	if (rule->values < 2)
		return STR("");
	return str_print(arena,
	    " Of a hidden small count at least %u values stay possible.", rule->values);
}

static struct str
rounding(struct arena *arena, const struct disclose_rule *rule)
{
	static const char *const levels[DISCLOSE_LEVELS] = { "local", "regional",
		"national" };
	struct str text = STR("");

	for (unsigned i = 0; i < DISCLOSE_LEVELS; i++)
		if (rule->base[i] > 1)
			text = str_print(arena, "%.*s%s%s counts to %u", STR_ARG(text),
			    text.len ? ", " : "", levels[i], rule->base[i]);
	if (!text.len)
		return text;
	return str_print(arena, " Rounded %s: %.*s.",
	    rule->up ? "up to the next multiple" : "to the nearest multiple",
	    STR_ARG(text));
}

static struct str
exemption(struct arena *arena, const struct disclose_rule *rule)
{
	static const char *const levels[DISCLOSE_LEVELS] = { "Local", "Regional",
		"National" };
	struct str text = STR("");

	for (unsigned i = 0; i < DISCLOSE_LEVELS; i++)
		if (rule->exempt[i])
			text = str_print(arena, "%.*s %s counts are never hidden.",
			    STR_ARG(text), levels[i]);
	return text;
}

struct str
disclose_saying(struct arena *arena, const struct disclose_rule *rule)
{
	struct str parts[] = { hiding(arena, rule), opening(arena, rule),
		rounding(arena, rule), exemption(arena, rule) };
	const char *told = rule->told_apart ? " Which of them are small is said."
					    : " Which of them are small is not said.";

	if (is_empty(rule->small))
		told = "";
	return str_print(arena, "%.*s%s%.*s%.*s%.*s", STR_ARG(parts[0]), told,
	    STR_ARG(parts[1]), STR_ARG(parts[2]), STR_ARG(parts[3]));
}

struct str
disclose_note(void)
{
	return STR("Suppressed for disclosure control");
}

struct str
disclose_note_other(void)
{
	return STR("Suppressed for disclosure control of other figures");
}
