#include "disclose/rate.h"

#include <math.h>

#include "../unit.h"

static const struct {
	const char *name;
	double rate;
	unsigned decimals;
	double denominator, per;
	uint32_t least, most;
} rates[] = {
	/* 3 in 6,344 is 47.29 per 100,000; a person more or less changes 15.8. */
	{ "a rate tells the count", 47.3, 1, 6344, 100000, 3, 3 },
	{ "and without decimals too", 47, 0, 6344, 100000, 3, 3 },
	/* 0.5 per cent of 1,000 is 5 persons either way. */
	{ "a percentage without decimals", 1, 0, 1000, 100, 5, 15 },
	{ "a percentage with one", 1.0, 1, 1000, 100, 10, 10 },
	{ "nobody", 0, 0, 1000, 100, 0, 5 },
	{ "nobody with decimals", 0, 2, 1000, 100, 0, 0 },
	{ "of nothing that could be", 47.3, 1, 1000, 100000, 1, 0 },
	{ "in a large country", 12.34, 2, 56000000, 100000, 6908, 6913 },
};

START_TEST(test_rates)
{
	struct disclose_range out;
	struct err err;

	ck_assert_msg(disclose_rate_counts(rates[_i].rate, rates[_i].decimals,
			  rates[_i].denominator, rates[_i].per, &out, &err),
	    "%s", rates[_i].name);
	if (rates[_i].least > rates[_i].most)
		ck_assert_msg(out.least > out.most, "%s", rates[_i].name);
	else
		ck_assert_msg(
		    out.least == rates[_i].least && out.most == rates[_i].most,
		    "%s: %u to %u", rates[_i].name, out.least, out.most);
}
END_TEST

/* No count is left out that would be shown so. */
START_TEST(test_all_found)
{
	struct disclose_range out;
	struct err err;

	for (uint32_t denominator = 7; denominator < 4000; denominator += 131)
		for (uint32_t count = 0; count <= denominator; count += 3)
			for (unsigned decimals = 0; decimals < 3; decimals++) {
				double ten = pow(10, decimals);
				double rate =
				    round(100.0 * count / denominator * ten) / ten;
				ck_assert(disclose_rate_counts(
				    rate, decimals, denominator, 100, &out, &err));
				ck_assert_msg(out.least <= count && count <= out.most,
				    "%u of %u", count, denominator);
			}
}
END_TEST

static const struct {
	const char *name;
	double rate;
	unsigned decimals;
	double denominator, per;
} refused[] = {
	{ "below 0", -1, 0, 100, 100 },
	{ "no number", (double)NAN, 0, 100, 100 },
	{ "too fine", 1, 10, 100, 100 },
	{ "of nobody", 1, 0, 0, 100 },
	{ "per nothing", 1, 0, 100, 0 },
	{ "of endless many", 1, 0, (double)INFINITY, 100 },
	{ "too many", 1e6, 0, 1e9, 1 },
};

START_TEST(test_refused)
{
	struct disclose_range out;
	struct err err;

	ck_assert_msg(!disclose_rate_counts(refused[_i].rate, refused[_i].decimals,
			  refused[_i].denominator, refused[_i].per, &out, &err),
	    "%s", refused[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("rate");

	ADD_ROWS(tcase, test_rates, rates);
	tcase_add_test(tcase, test_all_found);
	ADD_ROWS(tcase, test_refused, refused);
	return unit_run("rate", tcase);
}
