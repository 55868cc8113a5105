/* Rules of disclosure as definitions write them; what is wrong with one is tested with
 * the other definitions. */
#include "../unit.h"
#include "source/config.h"

static struct config_definitions
read(struct arena *arena, const char *text)
{
	struct config_definitions got;
	struct report report = { 0 };

	config_read_definitions(
	    arena, str_of(text), STR("definitions.yaml"), &got, &report);
	ck_assert_msg(report.faults == 0, "%.*s",
	    STR_ARG(report.count ? report.entries[0].text : STR("")));
	report_done(&report);
	return got;
}

START_TEST(test_of_all_and_of_one)
{
	AUTO_ARENA arena = { 0 };
	struct config_definitions got = read(&arena, "disclosure: hes\n"
						     "indicators:\n"
						     "  1: {disclosure: none}\n"
						     "  2: {disclosure: fingertips}\n"
						     "  3: {name: Three}\n");

	ck_assert(got.disclosure.given && !got.disclosure.none);
	ck_assert(str_equal(got.disclosure.rule.name, STR("hes")));
	ck_assert(got.indicators[0].disclosure.given);
	ck_assert(got.indicators[0].disclosure.none);
	ck_assert_uint_eq(got.indicators[1].disclosure.rule.small.most, 4);
	ck_assert_uint_eq(got.indicators[1].disclosure.place.line, 4);
	ck_assert(!got.indicators[2].disclosure.given);
}
END_TEST

START_TEST(test_a_rule_of_ones_own)
{
	AUTO_ARENA arena = { 0 };
	struct config_definitions got =
	    read(&arena, "disclosure:\n"
			 "  small: 1 to 9\n"
			 "  stays open: 2-5\n"
			 "  values: 3\n"
			 "  rounding: {regional: 10}\n"
			 "  rounding up: true\n"
			 "  never hidden: [national, regional]\n"
			 "  zeros: may be hidden\n"
			 "  rates: shown\n"
			 "  denominators: hidden\n");
	const struct disclose_rule *rule = &got.disclosure.rule;

	ck_assert(rule->small.least == 1 && rule->small.most == 9);
	ck_assert(rule->reach.least == 2 && rule->reach.most == 5);
	ck_assert_uint_eq(rule->values, 3);
	ck_assert(rule->base[DISCLOSE_LOCAL] == 0 &&
		  rule->base[DISCLOSE_REGIONAL] == 10 &&
		  rule->base[DISCLOSE_NATIONAL] == 0);
	ck_assert(rule->up && rule->zero_hides && !rule->told_apart);
	ck_assert(!rule->rate_too && rule->denominator_too);
	ck_assert(rule->exempt[DISCLOSE_NATIONAL] && rule->exempt[DISCLOSE_REGIONAL] &&
		  !rule->exempt[DISCLOSE_LOCAL]);
}
END_TEST

/* All that is small stays open unless something else is said; a regime is changed
 * wherever in the map it is named. */
START_TEST(test_like_a_regime)
{
	AUTO_ARENA arena = { 0 };
	struct config_definitions got = read(&arena,
	    "disclosure: {small: 1-5, like: fingertips}\n"
	    "indicators:\n"
	    "  1: {disclosure: {like: hes, small: 1-5, told apart: false}}\n"
	    "  2: {disclosure: {small: 1-2, rounding: 5, like: fingertips}}\n");

	ck_assert_uint_eq(got.disclosure.rule.reach.most, 5);
	ck_assert(got.disclosure.rule.exempt[DISCLOSE_NATIONAL]);
	ck_assert(str_equal(got.disclosure.rule.name, STR("own, like fingertips")));
	const struct disclose_rule *hes = &got.indicators[0].disclosure.rule;
	ck_assert(hes->reach.least > hes->reach.most && hes->values == 2);
	ck_assert(!hes->told_apart && hes->base[DISCLOSE_LOCAL] == 5);
	ck_assert_uint_eq(got.indicators[1].disclosure.rule.base[DISCLOSE_REGIONAL], 5);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("disclosure");

	tcase_add_test(tcase, test_of_all_and_of_one);
	tcase_add_test(tcase, test_a_rule_of_ones_own);
	tcase_add_test(tcase, test_like_a_regime);
	return unit_run("disclosure", tcase);
}
