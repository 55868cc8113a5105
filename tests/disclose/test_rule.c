#include "disclose/rule.h"

#include "../unit.h"

static const struct disclose_rule *
regime(const char *name)
{
	const struct disclose_rule *rule = disclose_regime(str_of(name));

	ck_assert_msg(rule != NULL, "%s", name);
	return rule;
}

START_TEST(test_regimes)
{
	for (uint32_t i = 0; i < disclose_regime_count; i++) {
		const struct disclose_rule *rule = &disclose_regimes[i];
		struct err err;
		ck_assert_msg(
		    disclose_rule_check(rule, &err), "%s: %s", rule->name.at, err.text);
		ck_assert_ptr_eq(disclose_regime(rule->name), rule);
		if (i > 0)
			ck_assert_int_lt(
			    str_order(disclose_regimes[i - 1].name, rule->name), 0);
	}
	ck_assert_ptr_null(disclose_regime(STR("none such")));
}
END_TEST

/* What becomes of a count: hidden, or shown as something that stands for a range. */
static const struct {
	const char *name, *regime;
	enum disclose_level level;
	uint32_t count;
	bool small;
	uint32_t shown, least, most; /* when not small */
} counts[] = {
	{ "nobody", "fingertips", DISCLOSE_LOCAL, 0, false, 0, 0, 0 },
	{ "one", "fingertips", DISCLOSE_LOCAL, 1, true, 0, 0, 0 },
	{ "four", "fingertips", DISCLOSE_REGIONAL, 4, true, 0, 0, 0 },
	{ "five", "fingertips", DISCLOSE_LOCAL, 5, false, 5, 5, 5 },
	{ "one in the country", "fingertips", DISCLOSE_NATIONAL, 1, false, 1, 1, 1 },
	{ "five before 2018", "hes-2017", DISCLOSE_LOCAL, 5, true, 0, 0, 0 },
	{ "six before 2018", "hes-2017", DISCLOSE_LOCAL, 6, false, 6, 6, 6 },
	{ "no admission", "hes", DISCLOSE_LOCAL, 0, false, 0, 0, 0 },
	{ "seven admissions", "hes", DISCLOSE_LOCAL, 7, true, 0, 0, 0 },
	/* 8 is the smallest that can stand behind 10. */
	{ "eight admissions", "hes", DISCLOSE_LOCAL, 8, false, 10, 8, 12 },
	{ "twelve admissions", "hes", DISCLOSE_REGIONAL, 12, false, 10, 8, 12 },
	{ "thirteen admissions", "hes", DISCLOSE_LOCAL, 13, false, 15, 13, 17 },
	{ "admissions in the country", "hes", DISCLOSE_NATIONAL, 13, false, 13, 13,
	    13 },
	{ "no contact", "mhsds", DISCLOSE_LOCAL, 0, true, 0, 0, 0 },
	{ "four contacts", "mhsds", DISCLOSE_LOCAL, 4, true, 0, 0, 0 },
	{ "five contacts", "mhsds", DISCLOSE_LOCAL, 5, false, 5, 5, 7 },
};

START_TEST(test_counts)
{
	const struct disclose_rule *rule = regime(counts[_i].regime);
	enum disclose_level level = counts[_i].level;
	uint32_t count = counts[_i].count;

	ck_assert_msg(disclose_is_small(rule, level, count) == counts[_i].small, "%s",
	    counts[_i].name);
	if (counts[_i].small)
		return;
	uint32_t shown = disclose_shown(rule, level, count);
	struct disclose_range behind = disclose_behind(rule, level, shown);
	ck_assert_msg(
	    shown == counts[_i].shown, "%s: shown as %u", counts[_i].name, shown);
	ck_assert_msg(
	    behind.least == counts[_i].least && behind.most == counts[_i].most,
	    "%s: %u to %u", counts[_i].name, behind.least, behind.most);
}
END_TEST

/* Rounded up, as a needs assessment does with estimates, and regions to 10. */
START_TEST(test_rounded_up)
{
	const struct disclose_rule rule = {
		.small = { 1, 0 },
		.reach = { 1, 0 },
		.base = { 5, 10, 0 },
		.up = true,
	};
	struct err err;

	ck_assert(disclose_rule_check(&rule, &err));
	ck_assert_uint_eq(disclose_shown(&rule, DISCLOSE_LOCAL, 190), 190);
	ck_assert_uint_eq(disclose_shown(&rule, DISCLOSE_LOCAL, 191), 195);
	ck_assert_uint_eq(disclose_shown(&rule, DISCLOSE_REGIONAL, 191), 200);
	struct disclose_range behind = disclose_behind(&rule, DISCLOSE_LOCAL, 195);
	ck_assert_uint_eq(behind.least, 191);
	ck_assert_uint_eq(behind.most, 195);
	behind = disclose_behind(&rule, DISCLOSE_LOCAL, 0);
	ck_assert_uint_eq(behind.least, 0);
	ck_assert_uint_eq(behind.most, 0);
}
END_TEST

/* Everything that is shown stands for what it was made from. */
START_TEST(test_behind)
{
	for (uint32_t i = 0; i < disclose_regime_count; i++)
		for (uint32_t count = 0; count < 200; count++) {
			const struct disclose_rule *rule = &disclose_regimes[i];
			if (disclose_is_small(rule, DISCLOSE_LOCAL, count))
				continue;
			uint32_t shown = disclose_shown(rule, DISCLOSE_LOCAL, count);
			struct disclose_range behind =
			    disclose_behind(rule, DISCLOSE_LOCAL, shown);
			ck_assert_msg(behind.least <= count && count <= behind.most,
			    "%s: %u", rule->name.at, count);
			ck_assert(
			    !disclose_is_small(rule, DISCLOSE_LOCAL, behind.least));
		}
}
END_TEST

static const struct {
	const char *name, *regime;
	struct disclose_range range;
	bool open, fault;
} ranges[] = {
	{ "all small ones", "fingertips", { 1, 4 }, true, false },
	{ "no limit", "fingertips", { 1, DISCLOSE_ANY }, true, false },
	{ "zero too", "fingertips", { 0, 9 }, true, false },
	{ "not one", "fingertips", { 2, 9 }, false, true },
	{ "not four", "fingertips", { 1, 3 }, false, true },
	{ "exactly", "fingertips", { 3, 3 }, false, true },
	{ "five and more", "fingertips", { 5, DISCLOSE_ANY }, false, false },
	{ "exactly twenty", "fingertips", { 20, 20 }, false, false },
	{ "one of two", "hes", { 6, 7 }, true, false },
	{ "one admission", "hes", { 1, 1 }, false, true },
	{ "eight admissions", "hes", { 8, 8 }, false, false },
};

START_TEST(test_ranges)
{
	const struct disclose_rule *rule = regime(ranges[_i].regime);

	ck_assert_msg(disclose_is_open(rule, ranges[_i].range) == ranges[_i].open, "%s",
	    ranges[_i].name);
	ck_assert_msg(disclose_is_fault(rule, ranges[_i].range) == ranges[_i].fault,
	    "%s", ranges[_i].name);
}
END_TEST

static const struct {
	const char *name;
	struct disclose_rule rule;
	const char *text;
} refused[] = {
	{ "small from 2", { .small = { 2, 4 } },
	    "small counts begin at 2, want 0 or 1" },
	{ "open beyond", { .small = { 1, 4 }, .reach = { 1, 7 } },
	    "counts from 1 to 7 have to stay open, want a part of the small ones, 1 to "
	    "4" },
	{ "more than there are",
	    { .small = { 1, 4 }, .reach = { 1, 0 }, .values = 5, .told_apart = true },
	    "5 counts have to stay open, want no more than are small" },
	{ "a zero told apart",
	    { .small = { 1, 4 },
		.reach = { 1, 4 },
		.zero_hides = true,
		.told_apart = true },
	    "a zero hidden for the sake of others would be told apart from small "
	    "counts, "
	    "want only one of the two" },
	{ "not small and shown as 0",
	    { .small = { 1, 2 }, .reach = { 1, 2 }, .base = { 10 } },
	    "a count of 3 rounded to 10 would be shown as 0: want it hidden" },
};

START_TEST(test_refused)
{
	struct err err;

	ck_assert_msg(
	    !disclose_rule_check(&refused[_i].rule, &err), "%s", refused[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refused[_i].text);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("rule");

	tcase_add_test(tcase, test_regimes);
	ADD_ROWS(tcase, test_counts, counts);
	tcase_add_test(tcase, test_rounded_up);
	tcase_add_test(tcase, test_behind);
	ADD_ROWS(tcase, test_ranges, ranges);
	ADD_ROWS(tcase, test_refused, refused);
	return unit_run("rule", tcase);
}
