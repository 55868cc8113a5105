#include "stats/inequality.h"

#include <math.h>
#include <string.h>

#include "../unit.h"

#define NONE ((double)NAN)

enum { QUINTILES = 5 };

/* Life expectancies that rise by 2 from quintile to quintile, all of as many people;
 * expectancies of unequal quintiles; rates that rise by the factor e^0.2; proportions.
 */
static const struct stratum even[QUINTILES] = {
	{ 100, 10, 1 },
	{ 100, 12, 1 },
	{ 100, 14, 1 },
	{ 100, 16, 1 },
	{ 100, 18, 1 },
};
static const struct stratum lives[QUINTILES] = {
	{ 9000, 70.5, 1.5 },
	{ 11000, 72.25, 1.25 },
	{ 10000, 75, 1 },
	{ 12500, 76.5, 0.75 },
	{ 7500, 79, 0.5 },
};
static const struct stratum rates[QUINTILES] = {
	{ 100, 2.718281828459045, 0.1 },
	{ 100, 3.3201169227365472, 0.1 },
	{ 100, 4.0551999668446745, 0.1 },
	{ 100, 4.953032424395115, 0.1 },
	{ 100, 6.0496474644129465, 0.1 },
};
static const struct stratum shares[QUINTILES] = {
	{ 9000, 0.30, 0.05 },
	{ 11000, 0.26, 0.05 },
	{ 10000, 0.21, 0.05 },
	{ 12500, 0.18, 0.05 },
	{ 7500, 0.12, 0.05 },
};

/* By hand for the even ones and the rates on a logarithmic line, in exact fractions or
 * to 50 digits for the rest. */
static const struct {
	const char *name;
	const struct stratum *strata;
	struct inequality_measure measure;
	double sii, rii, intercept;
} indices[] = {
	{ "even", even, { INEQUALITY_LINEAR, false, 1 }, 10, 19.0 / 9, 9 },
	{ "even, more is worse", even, { INEQUALITY_LINEAR, false, -10 }, -100,
	    9.0 / 19, 90 },
	{ "lives", lives, { INEQUALITY_LINEAR, false, 1 }, 10.017877305231464,
	    1.1440362966597377, 69.55106134738426 },
	{ "rates, errors on the scale only", even, { INEQUALITY_LOG, false, 2 }, 20,
	    19.0 / 9, 18 },
	{ "rates on a logarithmic line", rates, { INEQUALITY_LOG, true, 1 },
	    4.226291331122319, 2.718281828459045, 2.45960311115695 },
	{ "rates, more is worse", rates, { INEQUALITY_LOG, true, -1 },
	    -4.226291331122319, 0.36787944117144233, 2.45960311115695 },
	{ "rates, times a half", rates, { INEQUALITY_LOG, true, 0.5 },
	    2.1131456655611595, 2.718281828459045, 1.229801555578475 },
	{ "proportions in per cent", shares, { INEQUALITY_LOGIT, true, 100 },
	    -21.097021725948522, 0.36877427084720693, 33.422309566284845 },
	{ "proportions on a straight line, more is worse", shares,
	    { INEQUALITY_LOGIT, false, -100 }, 20.54572826496048, 2.810653234863516,
	    31.89286413248024 },
};

static bool
near(double got, double want, double tolerance)
{
	return (isnan(got) && isnan(want)) ||
	       fabs(got - want) <= tolerance * fabs(want);
}

START_TEST(test_indices)
{
	const char *name = indices[_i].name;
	struct inequality got;
	struct err err;

	ck_assert_msg(inequality_fit(&indices[_i].measure, indices[_i].strata,
			  QUINTILES, &got, &err),
	    "%s: %s", name, err.text);
	ck_assert_msg(
	    near(got.sii, indices[_i].sii, 1e-13), "%s: SII %.17g", name, got.sii);
	ck_assert_msg(
	    near(got.rii, indices[_i].rii, 1e-13), "%s: RII %.17g", name, got.rii);
	ck_assert_msg(near(got.intercept, indices[_i].intercept, 1e-13),
	    "%s: intercept %.17g", name, got.intercept);
	ck_assert(!got.unstable);
}
END_TEST

/* The slope of the even ones has the variance 2.5, that of the rates 2.5 / 100. The
 * ends of the even line have the variance 0.825 and the covariance -0.425. */
static const struct {
	const char *name;
	const struct stratum *strata;
	struct inequality_measure measure;
	double confidence;
	struct inequality_limits want;
} limits[] = {
	{ "lives", lives, { INEQUALITY_LINEAR, false, 1 }, 0.95,
	    { 6.683833730525762, 13.351920879937166, 1.0931688574620966,
		1.1982318376485355 } },
	{ "lives at 99.8", lives, { INEQUALITY_LINEAR, false, 1 }, 0.998,
	    { 4.761163791108097, 15.274590819354831, 1.0652241663859596,
		1.2311354842186182 } },
	{ "lives, more is worse", lives, { INEQUALITY_LINEAR, false, -2 }, 0.95,
	    { -26.703841759874333, -13.367667461051523, 0.8345630357831632,
		0.9147717602581565 } },
	{ "rates", rates, { INEQUALITY_LOG, true, 1 }, 0.95,
	    { 2.8543668970065728, 5.699888469635332, 1.9939198673524807,
		3.705793908730049 } },
	{ "rates, more is worse", rates, { INEQUALITY_LOG, true, -1 }, 0.95,
	    { -5.699888469635332, -2.8543668970065728, 0.26984770999925717,
		0.5015246682544953 } },
	{ "rates, times a half", rates, { INEQUALITY_LOG, true, 0.5 }, 0.95,
	    { 1.4271834485032864, 2.849944234817666, 1.9939198673524807,
		3.705793908730049 } },
	{ "proportions in per cent", shares, { INEQUALITY_LOGIT, true, 100 }, 0.95,
	    { -23.56755812676647, -18.62218019294032, 0.32869330799966917,
		0.4140076825614772 } },
};

START_TEST(test_exact_limits)
{
	const struct inequality_limits *want = &limits[_i].want;
	const char *name = limits[_i].name;
	struct inequality_limits got;
	struct err err;

	ck_assert(inequality_is_exact(&limits[_i].measure));
	ck_assert_msg(inequality_exact_limits(&limits[_i].measure, limits[_i].strata,
			  QUINTILES, limits[_i].confidence, &got, &err),
	    "%s: %s", name, err.text);
	ck_assert_msg(near(got.sii_lower, want->sii_lower, 1e-12), "%s: SII %.17g",
	    name, got.sii_lower);
	ck_assert_msg(near(got.sii_upper, want->sii_upper, 1e-12), "%s: SII %.17g",
	    name, got.sii_upper);
	ck_assert_msg(near(got.rii_lower, want->rii_lower, 1e-12), "%s: RII %.17g",
	    name, got.rii_lower);
	ck_assert_msg(near(got.rii_upper, want->rii_upper, 1e-12), "%s: RII %.17g",
	    name, got.rii_upper);
}
END_TEST

/* A line that ends below 0 has no ratio; one that ends so near to 0 that errors reach
 * it has no limits of the ratio at that level. */
static const struct {
	const char *name;
	double first, step; /* values of the quintiles */
	double multiplier, confidence;
	bool ratio, limits;
} ratios[] = {
	{ "far from 0", 40, 2, 1, 0.95, true, true },
	{ "begins below 0", -3, 2, 1, 0.95, false, false },
	{ "begins at 0", 1, 2, 1, 0.95, false, false },
	{ "begins near 0", 2, 2, 1, 0.95, true, false },
	{ "begins far enough from 0 at 95 %", 3.4, 2, 1, 0.95, true, true },
	{ "but not at 99.8 %", 3.4, 2, 1, 0.998, true, false },
	{ "begins near 0, divided by the other end", 2, 2, -1, 0.95, true, true },
	{ "all below 0", -40, 2, 1, 0.95, false, false },
};

START_TEST(test_ratios)
{
	struct inequality_measure measure = { INEQUALITY_LINEAR, false,
		ratios[_i].multiplier };
	struct stratum strata[QUINTILES];
	struct inequality_limits got;
	struct inequality fit;
	struct err err;

	for (int i = 0; i < QUINTILES; i++)
		strata[i] =
		    (struct stratum){ 100, ratios[_i].first + ratios[_i].step * i, 1 };
	ck_assert(inequality_fit(&measure, strata, QUINTILES, &fit, &err));
	ck_assert(inequality_exact_limits(
	    &measure, strata, QUINTILES, ratios[_i].confidence, &got, &err));
	ck_assert(
	    isfinite(fit.sii) && got.sii_lower < fit.sii && fit.sii < got.sii_upper);
	ck_assert_msg(isnan(fit.rii) == !ratios[_i].ratio, "%s", ratios[_i].name);
	ck_assert_msg(
	    isnan(got.rii_lower) == !ratios[_i].limits, "%s", ratios[_i].name);
	ck_assert_msg(
	    isnan(got.rii_upper) == !ratios[_i].limits, "%s", ratios[_i].name);
	if (ratios[_i].limits)
		ck_assert(got.rii_lower < fit.rii && fit.rii < got.rii_upper);
}
END_TEST

START_TEST(test_many_quantiles_are_unstable)
{
	struct inequality_measure measure = { INEQUALITY_LINEAR, false, 1 };
	struct stratum strata[GRADIENT_MOST];
	struct inequality fit;
	struct err err;

	for (size_t i = 0; i < ROWS(strata); i++)
		strata[i] = (struct stratum){ 100, 10, 1 };
	for (size_t count = GRADIENT_FEWEST; count <= GRADIENT_MOST; count++) {
		ck_assert(inequality_fit(&measure, strata, count, &fit, &err));
		ck_assert(fit.unstable == (count > 10));
	}
}
END_TEST

static const struct {
	const char *name;
	enum inequality_scale scale;
	double lower, upper, se;
} errors[] = {
	{ "linear", INEQUALITY_LINEAR, 10, 10 + 2 * 1.9599639845400536, 1 },
	{ "no width", INEQUALITY_LINEAR, 10, 10, 0 },
	{ "log", INEQUALITY_LOG, 5, 20, 0.35365301915106706 },
	{ "logit", INEQUALITY_LOGIT, 0.2, 0.5, 0.35365301915106706 },
};

START_TEST(test_errors_from_limits)
{
	double se = -1;
	struct err err;

	ck_assert(inequality_se(
	    errors[_i].scale, errors[_i].lower, errors[_i].upper, &se, &err));
	ck_assert_msg(
	    fabs(se - errors[_i].se) < 1e-15, "%s: %.17g", errors[_i].name, se);
}
END_TEST

static const struct {
	enum inequality_scale scale;
	double value, value_se, se;
} own_errors[] = {
	{ INEQUALITY_LINEAR, 80, 0.5, 0.5 },
	{ INEQUALITY_LOG, 80, 4, 0.05 },
	{ INEQUALITY_LOGIT, 0.2, 0.008, 0.05 },
};

START_TEST(test_errors_of_values)
{
	double se = -1;
	struct err err;

	ck_assert(inequality_se_of_value(own_errors[_i].scale, own_errors[_i].value,
	    own_errors[_i].value_se, &se, &err));
	ck_assert_double_eq_tol(se, own_errors[_i].se, 1e-15);
}
END_TEST

static const struct {
	enum inequality_scale scale;
	double lower, upper;
	const char *text;
} no_errors[] = {
	{ INEQUALITY_LINEAR, NONE, 1, "the lower limit must be a number, not nan" },
	{ INEQUALITY_LINEAR, 1, NONE, "the upper limit must be a number, not nan" },
	{ INEQUALITY_LINEAR, 2, 1,
	    "the lower limit 2 must not exceed the upper limit 1" },
	{ INEQUALITY_LOG, 0, 1, "the lower limit must be more than 0, not 0" },
	{ INEQUALITY_LOGIT, 0, 0.5, "the lower limit must be between 0 and 1, not 0" },
	{ INEQUALITY_LOGIT, 0.5, 1, "the upper limit must be between 0 and 1, not 1" },
	{ INEQUALITY_LOGIT, 0.5, 1.5,
	    "the upper limit must be between 0 and 1, not 1.5" },
	{ INEQUALITY_LOGIT, -0.5, 0.5,
	    "the lower limit must be between 0 and 1, not -0.5" },
};

START_TEST(test_no_errors_from_such_limits)
{
	double se = -1;
	struct err err;

	ck_assert(!inequality_se(
	    no_errors[_i].scale, no_errors[_i].lower, no_errors[_i].upper, &se, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, no_errors[_i].text);
	ck_assert(se == -1);
}
END_TEST

START_TEST(test_no_errors_of_such_values)
{
	double se = -1;
	struct err err;

	ck_assert(!inequality_se_of_value(INEQUALITY_LOG, 0, 1, &se, &err));
	ck_assert_str_eq(err.text, "the value must be more than 0, not 0");
	ck_assert(!inequality_se_of_value(INEQUALITY_LINEAR, 5, -1, &se, &err));
	ck_assert_str_eq(err.text, "a standard error must be 0 or more, not -1");
	ck_assert(!inequality_se_of_value(INEQUALITY_LINEAR, 5, NONE, &se, &err));
	ck_assert_str_eq(err.text, "a standard error must be 0 or more, not nan");
	ck_assert(se == -1);
}
END_TEST

static const struct {
	double x, population;
	bool fine;
} counts[] = { { 5, 20, true }, { 20, 20, true }, { 0, 20, false }, { -1, 20, false },
	{ 21, 20, false }, { NONE, 20, false }, { 5, NONE, false }, { 0, 0, false } };

START_TEST(test_proportion)
{
	double value = -1;
	struct err err;

	ck_assert(inequality_proportion(counts[_i].x, counts[_i].population, &value,
		      &err) == counts[_i].fine);
	ck_assert(
	    value == (counts[_i].fine ? counts[_i].x / counts[_i].population : -1));
	if (!counts[_i].fine)
		ck_assert_ptr_nonnull(strstr(
		    err.text, "a count must be more than 0 and not exceed the "));
}
END_TEST

/* One thing is wrong with the third of five quintiles, or with the measure. */
static const struct {
	const char *name;
	struct stratum third;
	struct inequality_measure measure;
	bool fits; /* only the errors are wrong */
	const char *text;
} refusals[] = {
	{ "no people", { 0, 0.5, 0.1 }, { INEQUALITY_LINEAR, false, 1 }, false,
	    "the population of quantile 3 must be more than 0, not 0" },
	{ "a quantile left out", { NONE, NONE, NONE }, { INEQUALITY_LINEAR, false, 1 },
	    false, "the population of quantile 3 must be more than 0, not nan" },
	{ "no value", { 100, NONE, 0.1 }, { INEQUALITY_LINEAR, false, 1 }, false,
	    "the value of quantile 3 must be a number, not nan" },
	{ "a rate of nothing", { 100, 0, 0.1 }, { INEQUALITY_LOG, true, 1 }, false,
	    "the value of quantile 3 must be more than 0, not 0" },
	{ "a rate of nothing, untransformed", { 100, 0, 0.1 },
	    { INEQUALITY_LOG, false, 1 }, false,
	    "the value of quantile 3 must be more than 0, not 0" },
	{ "a proportion of everybody", { 100, 1, 0.1 }, { INEQUALITY_LOGIT, false, 1 },
	    false, "the value of quantile 3 must be between 0 and 1, not 1" },
	{ "a proportion in per cent", { 100, 50, 0.1 }, { INEQUALITY_LOGIT, false, 1 },
	    false, "the value of quantile 3 must be between 0 and 1, not 50" },
	{ "no multiplier", { 100, 0.5, 0.1 }, { INEQUALITY_LINEAR, false, 0 }, false,
	    "multiplier must be a number other than 0, not 0" },
	{ "a multiplier that is none", { 100, 0.5, 0.1 },
	    { INEQUALITY_LINEAR, false, NONE }, false,
	    "multiplier must be a number other than 0, not nan" },
	{ "no such scale", { 100, 0.5, 0.1 }, { (enum inequality_scale)3, false, 1 },
	    false, "the scale must be linear, log or logit, not number 3" },
	{ "linear and transformed", { 100, 0.5, 0.1 }, { INEQUALITY_LINEAR, true, 1 },
	    false, "values on the linear scale cannot be transformed" },
	{ "beyond all numbers", { 100, 1e308, 0.1 }, { INEQUALITY_LINEAR, false, 1e10 },
	    false, "the line through the quantiles leaves the range of numbers" },
	{ "no error", { 100, 0.5, NONE }, { INEQUALITY_LINEAR, false, 1 }, true,
	    "the standard error of quantile 3 must be 0 or more, not nan" },
	{ "a negative error", { 100, 0.5, -0.1 }, { INEQUALITY_LINEAR, false, 1 }, true,
	    "the standard error of quantile 3 must be 0 or more, not -0.1" },
	{ "errors beyond all numbers", { 100, 0.5, 1e6 }, { INEQUALITY_LOG, true, 1 },
	    true, "the limits leave the range of numbers" },
	{ "errors beyond all numbers, straight", { 100, 0.5, 1e300 },
	    { INEQUALITY_LINEAR, false, 1e20 }, true,
	    "the limits leave the range of numbers" },
	{ "no closed form of rates", { 100, 0.5, 0.1 }, { INEQUALITY_LOG, false, 1 },
	    true,
	    "limits of untransformed values whose errors are not on the linear scale "
	    "have to be simulated" },
	{ "no closed form of proportions", { 100, 0.5, 0.1 },
	    { INEQUALITY_LOGIT, false, 1 }, true,
	    "limits of untransformed values whose errors are not on the linear scale "
	    "have to be simulated" },
};

START_TEST(test_refusals)
{
	struct stratum strata[QUINTILES];
	struct inequality_limits got = { .sii_lower = 77 };
	struct inequality fit = { .sii = 77 };
	const char *name = refusals[_i].name;
	struct err err;

	memcpy(strata, shares, sizeof strata);
	/* Else the third would stand in the middle, where errors tilt no line. */
	strata[0].population = 3000;
	strata[2] = refusals[_i].third;
	bool fits =
	    inequality_fit(&refusals[_i].measure, strata, QUINTILES, &fit, &err);
	ck_assert_msg(fits == refusals[_i].fits, "%s", name);
	ck_assert_msg((fit.sii == 77) == !fits, "%s", name);
	ck_assert_msg(!inequality_exact_limits(
			  &refusals[_i].measure, strata, QUINTILES, 0.95, &got, &err),
	    "%s", name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
	ck_assert_msg(got.sii_lower == 77, "%s", name);
}
END_TEST

static const double no_levels[] = { 0, 1, 1.5, 95, -0.5, NONE };

START_TEST(test_no_such_level)
{
	struct inequality_measure measure = { INEQUALITY_LINEAR, false, 1 };
	struct inequality_limits got;
	struct err err;

	ck_assert(!inequality_exact_limits(
	    &measure, lives, QUINTILES, no_levels[_i], &got, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "confidence must lie between 0 and 1"));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("inequality");

	ADD_ROWS(tcase, test_indices, indices);
	ADD_ROWS(tcase, test_exact_limits, limits);
	ADD_ROWS(tcase, test_ratios, ratios);
	tcase_add_test(tcase, test_many_quantiles_are_unstable);
	ADD_ROWS(tcase, test_errors_from_limits, errors);
	ADD_ROWS(tcase, test_errors_of_values, own_errors);
	ADD_ROWS(tcase, test_no_errors_from_such_limits, no_errors);
	tcase_add_test(tcase, test_no_errors_of_such_values);
	ADD_ROWS(tcase, test_proportion, counts);
	ADD_ROWS(tcase, test_refusals, refusals);
	ADD_ROWS(tcase, test_no_such_level, no_levels);
	return unit_run("inequality", tcase);
}
