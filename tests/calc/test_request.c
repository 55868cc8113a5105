/* What may be asked of a method, and everything that is refused. */
#include "calc/request.h"

#include "../unit.h"

static const struct {
	const char *method, *option, *value, *message;
} refused[] = {
	{ "rate", "confidence", "",
	    "want a confidence from 90 to below 100, or from 0.9 to "
	    "below 1, not ''" },
	{ "rate", "confidence", "100",
	    "want a confidence from 90 to below 100, or from 0.9 "
	    "to below 1, not '100'" },
	{ "rate", "confidence", "1",
	    "want a confidence from 90 to below 100, or from 0.9 to "
	    "below 1, not '1'" },
	{ "rate", "confidence", "0.89",
	    "want a confidence from 90 to below 100, or from 0.9 "
	    "to below 1, not '0.89'" },
	{ "rate", "confidence", "89.9%",
	    "want a confidence from 90 to below 100, or from "
	    "0.9 to below 1, not '89.9%'" },
	{ "rate", "confidence", "95,",
	    "want a confidence from 90 to below 100, or from 0.9 "
	    "to below 1, not ''" },
	{ "rate", "confidence", "95 99",
	    "want a confidence from 90 to below 100, or from "
	    "0.9 to below 1, not '95 99'" },
	{ "rate", "confidence", "95,0.95",
	    "want each level of confidence once, not '0.95' again" },
	{ "rate", "confidence", "91,92,93,94,95",
	    "want 4 levels of confidence at most" },
	{ "rate", "multiplier", "0", "want a multiplier above 0, not '0'" },
	{ "rate", "multiplier", "-100", "want a multiplier above 0, not '-100'" },
	{ "rate", "multiplier", "per cent",
	    "want a multiplier above 0, not 'per cent'" },
	{ "rate", "multiplier", "inf", "want a multiplier above 0, not 'inf'" },
	{ "sii", "multiplier", "0", "want a multiplier other than 0, not '0'" },
	{ "rate", "by", "", "want names of columns for --by, not ''" },
	{ "rate", "by", "a,,b", "want names of columns for --by, not 'a,,b'" },
	{ "rate", "by", "a, ", "want names of columns for --by, not 'a, '" },
	{ "rate", "by", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q",
	    "want 16 columns for --by at most" },
	{ "compare", "by", "area", "'compare' has no option '--by'" },
	{ "compare", "confidence", "95", "'compare' has no option '--confidence'" },
	{ "mean", "multiplier", "100", "'mean' has no option '--multiplier'" },
	{ "rate", "stdpop", "x", "'rate' has no option '--stdpop'" },
	{ "rate", "", "x", "'rate' has no option '--'" },
	{ "rate", "x", "", "want the name of a column for --x, not ''" },
	{ "rate", "x", " ", "want the name of a column for --x, not ' '" },
	{ "dsr", "standard", "esp1976",
	    "want one of column, esp2013 for --standard, not 'esp1976'" },
	{ "dsr", "missing", "", "want one of refuse, zero for --missing, not ''" },
	{ "quantile", "nquantiles", "1",
	    "want a whole number from 2 to 1000 for --nquantiles, not '1'" },
	{ "quantile", "nquantiles", "2.5",
	    "want a whole number from 2 to 1000 for --nquantiles, not '2.5'" },
	{ "quantile", "nquantiles", "1001",
	    "want a whole number from 2 to 1000 for --nquantiles, not '1001'" },
	{ "quantile", "nquantiles", "ten",
	    "want a whole number from 2 to 1000 for --nquantiles, not 'ten'" },
	{ "funnel-limits", "years_of_data", "0",
	    "want a number from 0.01 to 100 for --years_of_data, not '0'" },
	{ "sii", "seed", "-1",
	    "want a whole number from 0 to 4294967295 for --seed, not '-1'" },
};

static struct calc_request
request_of(const char *method)
{
	struct calc_request request;

	calc_request_init(&request, calc_method_find(method));
	return request;
}

START_TEST(test_refused)
{
	struct calc_request request = request_of(refused[_i].method);
	struct err err = { 0 };

	ck_assert_msg(
	    !calc_request_set(&request, refused[_i].option, refused[_i].value, &err),
	    "--%s '%s' is taken", refused[_i].option, refused[_i].value);
	ck_assert_int_eq(err.fault, FAULT_USAGE);
	ck_assert_str_eq(err.text, refused[_i].message);
}
END_TEST

static void
set(struct calc_request *request, const char *option, const char *value)
{
	struct err err = { 0 };

	ck_assert_msg(calc_request_set(request, option, value, &err), "%s", err.text);
}

static const struct {
	const char *name, *first, *second;
	size_t levels;
	double confidence[CALC_LEVELS];
} levels[] = {
	{ "none asked for", NULL, NULL, 1, { 0.95 } },
	{ "a share", "0.9", NULL, 1, { 0.9 } },
	{ "per cent", "99.8", NULL, 1, { 0.998 } },
	{ "with its sign", "99.8 %", NULL, 1, { 0.998 } },
	{ "one after the other", "99.8", "95", 2, { 0.998, 0.95 } },
	{ "all in one", "90,95, 99%,0.998", NULL, 4, { 0.9, 0.95, 0.99, 0.998 } },
};

START_TEST(test_levels)
{
	struct calc_request request = request_of("rate");

	if (levels[_i].first)
		set(&request, "confidence", levels[_i].first);
	if (levels[_i].second)
		set(&request, "confidence", levels[_i].second);
	struct calc_settings settings = calc_request_settings(&request);
	ck_assert_uint_eq(settings.levels, levels[_i].levels);
	for (size_t i = 0; i < settings.levels; i++)
		ck_assert_double_eq(settings.confidence[i], levels[_i].confidence[i]);
}
END_TEST

static const struct {
	const char *method, *option, *value;
	double multiplier;
} multipliers[] = {
	{ "proportion", NULL, NULL, 1 },
	{ "rate", NULL, NULL, 100000 },
	{ "rate", "multiplier", "1,000", 1000 },
	{ "sii", "multiplier", "-100", -100 },
	{ "funnel-limits", NULL, NULL, 100 },
	{ "funnel-limits", "statistic", "rate", 100000 },
	{ "compare", "method", "control-rate", 100000 },
	{ "compare", "method", "control-proportion", 100 },
};

START_TEST(test_multipliers)
{
	struct calc_request request = request_of(multipliers[_i].method);

	if (multipliers[_i].option)
		set(&request, multipliers[_i].option, multipliers[_i].value);
	ck_assert_double_eq(
	    calc_request_settings(&request).multiplier, multipliers[_i].multiplier);
}
END_TEST

START_TEST(test_a_told_multiplier_stays)
{
	struct calc_request request = request_of("funnel-limits");

	set(&request, "multiplier", "1000");
	set(&request, "statistic", "rate");
	ck_assert_double_eq(calc_request_settings(&request).multiplier, 1000);
}
END_TEST

START_TEST(test_words_and_numbers)
{
	struct calc_request request = request_of("quantile");

	ck_assert_double_eq(request.settings.choices[0], 10);
	ck_assert_double_eq(request.settings.choices[1], 0);
	set(&request, "nquantiles", "5");
	set(&request, "invert", "FALSE");
	ck_assert_double_eq(request.settings.choices[0], 5);
	ck_assert_double_eq(request.settings.choices[1], 1);
}
END_TEST

START_TEST(test_columns)
{
	struct calc_request request = request_of("dsr");

	set(&request, "x", "events");
	set(&request, "eventfreq", "");
	ck_assert_str_eq(request.columns[0], "events");
	ck_assert_ptr_null(request.columns[1]);
	ck_assert_str_eq(request.columns[4], "");
}
END_TEST

START_TEST(test_groups)
{
	struct calc_request request = request_of("dsr");

	set(&request, "by", " area , sex");
	set(&request, "by", "year");
	ck_assert_uint_eq(request.by_count, 3);
	ck_assert(str_equal(request.by[0], STR("area")));
	ck_assert(str_equal(request.by[1], STR("sex")));
	ck_assert(str_equal(request.by[2], STR("year")));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("request");

	ADD_ROWS(tcase, test_refused, refused);
	ADD_ROWS(tcase, test_levels, levels);
	ADD_ROWS(tcase, test_multipliers, multipliers);
	tcase_add_test(tcase, test_a_told_multiplier_stays);
	tcase_add_test(tcase, test_words_and_numbers);
	tcase_add_test(tcase, test_columns);
	tcase_add_test(tcase, test_groups);
	return unit_run("request", tcase);
}
