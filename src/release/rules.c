/* The rules of disclosure control in a release; declared in release/reader.h and
 * release/validate.h. */
#include "release/reader.h"
#include "release/validate.h"

enum { MOST_COUNT = 1000, MOST_BASE = 1000000 };

const struct release_rule *
release_rule(const struct release *release, uint32_t indicator)
{
	uint32_t from = 0, until = release->rule_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (release->rules[middle].indicator < indicator)
			from = middle + 1;
		else
			until = middle;
	}
	return from < release->rule_count && release->rules[from].indicator == indicator
		   ? &release->rules[from]
		   : NULL;
}

struct disclose_rule
release_rule_of(const struct release *release, const struct release_rule *rule)
{
	struct disclose_rule out = {
		.name = release_text(release, rule->name),
		.small = { rule->small_least, rule->small_most },
		.reach = { rule->reach_least, rule->reach_most },
		.values = rule->values,
		.up = rule->flags & RULE_UP,
		.zero_hides = rule->flags & RULE_ZERO_HIDES,
		.told_apart = rule->flags & RULE_TOLD_APART,
		.rate_too = rule->flags & RULE_RATE_TOO,
		.denominator_too = rule->flags & RULE_DENOMINATOR_TOO,
	};

	for (unsigned i = 0; i < DISCLOSE_LEVELS; i++) {
		out.base[i] = rule->base[i];
		out.exempt[i] = rule->flags >> i & RULE_EXEMPT;
	}
	return out;
}

bool
validate_rule(const struct release *release, uint32_t number)
{
	const struct release_rule *rule = &release->rules[number];
	const uint32_t counts[] = { rule->small_least, rule->small_most,
		rule->reach_least, rule->reach_most, rule->values };
	struct err err;

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (counts[i] > MOST_COUNT)
			return false;
	for (unsigned i = 0; i < DISCLOSE_LEVELS; i++)
		if (rule->base[i] > MOST_BASE)
			return false;
	if (rule->flags >= RULE_FLAGS || rule->note >= release->note_count ||
	    rule->note_other >= release->note_count ||
	    rule->indicator >= release->indicator_count ||
	    (number && rule[-1].indicator >= rule->indicator))
		return false;
	struct disclose_rule whole = release_rule_of(release, rule);
	return disclose_rule_check(&whole, &err);
}
