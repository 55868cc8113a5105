#include "stats/mean.h"

#include <math.h>

#include "../unit.h"

static bool
near(double got, double want)
{
	return fabs(got - want) <= 1e-13 * fmax(fabs(want), 1e-300);
}

static const double darwin[] = { 49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60,
	-48 };
static const double far_from_zero[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };
static const double equal[] = { 0.1, 0.1, 0.1 };
static const double one[] = { 12.5 };

/* Darwin's maize, the differences of cross- and self-fertilised plants in eighths of an
 * inch (Fisher 1935, The Design of Experiments, section 17): mean 20.933 and limits
 * 0.03 to 41.84 by t = 2.145 with 14 degrees of freedom. */
static const struct {
	const char *name;
	const double *values;
	size_t count;
	double sum, value, deviation;
} samples[] = {
	{ "Darwin's maize", darwin, ROWS(darwin), 314, 314 / 15.0, 37.7443783262898 },
	{ "little spread far from zero", far_from_zero, 4, 4e9 + 40, 1e9 + 10,
	    5.477225575051661 },
	{ "equal values", equal, 3, 0.30000000000000004, 0.10000000000000002, 0 },
	{ "one value", one, 1, 12.5, 12.5, (double)NAN },
};

START_TEST(test_mean_of)
{
	struct mean got;
	struct err err;
	double deviation = samples[_i].deviation;

	ck_assert(mean_of(samples[_i].values, samples[_i].count, &got, &err));
	ck_assert_uint_eq(got.count, samples[_i].count);
	ck_assert_msg(near(got.sum, samples[_i].sum), "%s", samples[_i].name);
	ck_assert_msg(near(got.value, samples[_i].value), "%s", samples[_i].name);
	ck_assert_msg(
	    isnan(deviation) ? isnan(got.deviation) : near(got.deviation, deviation),
	    "%s: %.17g", samples[_i].name, got.deviation);
}
END_TEST

static const struct {
	const char *name;
	double mean, deviation;
	size_t count;
	double confidence, lower, upper;
} limits[] = {
	/* t with 14 degrees of freedom: 2.1447866879169273, 1.7613101357748562 */
	{ "Darwin's maize", 314 / 15.0, 37.7443783262898, 15, 0.95, 0.031193318393,
	    41.835473348274 },
	{ "at 90 %", 314 / 15.0, 37.7443783262898, 15, 0.9, 3.768385753655,
	    38.098280913011 },
	/* t with one degree of freedom is tan(pi (p - 1/2)): 12.706204736174707 */
	{ "two values", 5, 1.4142135623730951, 2, 0.95, 5 - 12.706204736174707,
	    5 + 12.706204736174707 },
	{ "no spread", 7, 0, 40, 0.998, 7, 7 },
};

START_TEST(test_interval_mean)
{
	struct interval got;
	struct err err;

	ck_assert(interval_mean(limits[_i].mean, limits[_i].deviation, limits[_i].count,
	    limits[_i].confidence, &got, &err));
	ck_assert(got.value == limits[_i].mean);
	ck_assert_msg(fabs(got.lower - limits[_i].lower) < 1e-10, "%s: %.17g",
	    limits[_i].name, got.lower);
	ck_assert_msg(fabs(got.upper - limits[_i].upper) < 1e-10, "%s: %.17g",
	    limits[_i].name, got.upper);
}
END_TEST

static const struct {
	const char *name;
	double mean, deviation;
	size_t count;
	double confidence;
	const char *text;
} refusals[] = {
	{ "no mean", (double)NAN, 1, 5, 0.95, "mean must be a number, not nan" },
	{ "one value", 3, (double)NAN, 1, 0.95,
	    "limits of a mean need 2 values or more, not 1" },
	{ "no value", 3, 1, 0, 0.95, "limits of a mean need 2 values or more, not 0" },
	{ "no deviation", 3, (double)NAN, 5, 0.95,
	    "standard deviation must be 0 or more, not nan" },
	{ "negative deviation", 3, -1, 5, 0.95,
	    "standard deviation must be 0 or more, not -1" },
	{ "confidence in per cent", 3, 1, 5, 95,
	    "confidence must lie between 0 and 1, not 95" },
};

START_TEST(test_refusals)
{
	struct interval out;
	struct err err = { 0 };

	ck_assert_msg(!interval_mean(refusals[_i].mean, refusals[_i].deviation,
			  refusals[_i].count, refusals[_i].confidence, &out, &err),
	    "%s", refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
}
END_TEST

START_TEST(test_missing_values)
{
	static const double missing[] = { 1, (double)NAN, 3 };
	static const double endless[] = { 1, 2, (double)INFINITY };
	struct mean out;
	struct err err = { 0 };

	ck_assert(!mean_of(missing, 3, &out, &err));
	ck_assert_str_eq(err.text, "value 2 must be a number, not nan");
	ck_assert(!mean_of(endless, 3, &out, &err));
	ck_assert_str_eq(err.text, "value 3 must be a number, not inf");
	ck_assert(!mean_of(NULL, 0, &out, &err));
	ck_assert_str_eq(err.text, "a mean needs a value");
	ck_assert_int_eq(err.fault, FAULT_INPUT);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("mean");

	ADD_ROWS(tcase, test_mean_of, samples);
	ADD_ROWS(tcase, test_interval_mean, limits);
	ADD_ROWS(tcase, test_refusals, refusals);
	tcase_add_test(tcase, test_missing_values);
	return unit_run("mean", tcase);
}
