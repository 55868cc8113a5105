#include "disclose/rule.h"

/* Sources: for hes NHS Digital's methodology of September 2018 (1 to 7 as an asterisk,
 * the rest to the nearest 5, no control of national figures, no secondary suppression)
 * and for hes-2017 the one that it replaced (1 to 5, secondary suppression by hand);
 * for mhsds the suppression rules of the Data Quality Maturity Index (0 to 4); for
 * fingertips what the profiles show, since each source brings its own. The number of
 * values for regimes that name none is 2: a count is not worked out exactly. */
const struct disclose_rule disclose_regimes[] = {
	{ .name = STR_IN_TABLE("fingertips"),
	    .small = { 1, 4 },
	    .reach = { 1, 4 },
	    .exempt = { [DISCLOSE_NATIONAL] = true },
	    .rate_too = true },
	{ .name = STR_IN_TABLE("hes"),
	    .small = { 1, 7 },
	    .reach = { 1, 0 },
	    .values = 2,
	    .base = { [DISCLOSE_LOCAL] = 5, [DISCLOSE_REGIONAL] = 5 },
	    .exempt = { [DISCLOSE_NATIONAL] = true },
	    .told_apart = true,
	    .rate_too = true },
	{ .name = STR_IN_TABLE("hes-2017"),
	    .small = { 1, 5 },
	    .reach = { 1, 5 },
	    .exempt = { [DISCLOSE_NATIONAL] = true },
	    .rate_too = true },
	{ .name = STR_IN_TABLE("mhsds"),
	    .small = { 0, 4 },
	    .reach = { 1, 0 },
	    .values = 2,
	    .base = { [DISCLOSE_LOCAL] = 5, [DISCLOSE_REGIONAL] = 5 },
	    .exempt = { [DISCLOSE_NATIONAL] = true },
	    .told_apart = true,
	    .rate_too = true },
};
const uint32_t disclose_regime_count =
    sizeof disclose_regimes / sizeof *disclose_regimes;

static bool
is_empty(struct disclose_range range)
{
	return range.least > range.most;
}

static bool
holds(struct disclose_range range, uint32_t count)
{
	return range.least <= count && count <= range.most;
}

const struct disclose_rule *
disclose_regime(struct str name)
{
	for (uint32_t i = 0; i < disclose_regime_count; i++)
		if (str_equal(disclose_regimes[i].name, name))
			return &disclose_regimes[i];
	return NULL;
}

static bool
check_rounding(
    const struct disclose_rule *rule, enum disclose_level level, struct err *err)
{
	uint32_t base = rule->base[level];

	if (base == 0 || rule->exempt[level])
		return true;
	for (uint32_t count = 1; count < base; count++)
		if (disclose_shown(rule, level, count) == 0 &&
		    !disclose_is_small(rule, level, count))
			return err_set(err, FAULT_INPUT,
			    "a count of %u rounded to %u would be shown as 0: want "
			    "it hidden",
			    count, base);
	return true;
}

bool
disclose_rule_check(const struct disclose_rule *rule, struct err *err)
{
	if (!is_empty(rule->small) && rule->small.least > 1)
		return err_set(err, FAULT_INPUT,
		    "small counts begin at %u, want 0 or 1", rule->small.least);
	if (!is_empty(rule->reach) && (!holds(rule->small, rule->reach.least) ||
					  !holds(rule->small, rule->reach.most)))
		return err_set(err, FAULT_INPUT,
		    "counts from %u to %u have to stay open, want a part of the small "
		    "ones, %u to %u",
		    rule->reach.least, rule->reach.most, rule->small.least,
		    rule->small.most);
	if (rule->told_apart && !is_empty(rule->small) &&
	    rule->values > rule->small.most - rule->small.least + 1)
		return err_set(err, FAULT_INPUT,
		    "%u counts have to stay open, want no more than are small",
		    rule->values);
	if (rule->told_apart && rule->zero_hides)
		return err_set(err, FAULT_INPUT,
		    "a zero hidden for the sake of others would be told apart from "
		    "small counts, want only one of the two");
	for (unsigned level = 0; level < DISCLOSE_LEVELS; level++)
		if (!check_rounding(rule, (enum disclose_level)level, err))
			return false;
	return true;
}

bool
disclose_is_small(
    const struct disclose_rule *rule, enum disclose_level level, uint32_t count)
{
	return !rule->exempt[level] && holds(rule->small, count);
}

uint32_t
disclose_shown(
    const struct disclose_rule *rule, enum disclose_level level, uint32_t count)
{
	uint32_t base = rule->base[level];

	if (base < 2)
		return count;
	return (count + (rule->up ? base - 1 : base / 2)) / base * base;
}

struct disclose_range
disclose_behind(
    const struct disclose_rule *rule, enum disclose_level level, uint32_t shown)
{
	uint32_t base = rule->base[level];
	struct disclose_range range = { shown, shown };

	if (base < 2)
		return range;
	uint32_t below = rule->up ? base - 1 : base / 2;
	range.least = shown > below ? shown - below : 0;
	range.most = shown + (base - 1 - below);
	if (rule->exempt[level] || is_empty(rule->small))
		return range;
	/* Zero is shown where it is not small, and nothing else as 0. */
	if (shown == 0)
		return (struct disclose_range){ 0, 0 };
	if (range.least <= rule->small.most)
		range.least = rule->small.most + 1;
	return range;
}

struct disclose_range
disclose_common(struct disclose_range a, struct disclose_range b)
{
	return (struct disclose_range){
		.least = a.least > b.least ? a.least : b.least,
		.most = a.most < b.most ? a.most : b.most,
	};
}

bool
disclose_is_open(const struct disclose_rule *rule, struct disclose_range range)
{
	if (!is_empty(rule->reach) &&
	    (range.least > rule->reach.least || range.most < rule->reach.most))
		return false;
	return range.most - range.least >= (rule->values ? rule->values - 1 : 0);
}

bool
disclose_is_fault(const struct disclose_rule *rule, struct disclose_range range)
{
	return !is_empty(disclose_common(range, rule->small)) &&
	       !disclose_is_open(rule, range);
}
