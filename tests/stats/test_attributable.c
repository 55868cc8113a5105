#include "stats/attributable.h"

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "stats/order.h"

#include "../unit.h"

#define NONE ((double)NAN)

enum { QUINTILES = 5 };

/* By hand: five quintiles of as many people with rates of 20 to 10, mean 14.4. With
 * errors of 1 the excess has the variance 4 * 0.2^2 + 0.8^2 = 0.8 and ln(1 - fraction)
 * 4 (0.2 / 14.4)^2 + (1 / 10 - 0.2 / 14.4)^2. */
static const struct {
	const char *name;
	double values[QUINTILES], last_population, se, confidence;
	struct interval fraction, excess;
} risks[] = {
	{ "falling rates", { 20, 16, 14, 12, 10 }, 100, 1, 0.95,
	    { 0.17080879981536623, 0.30555555555555558, 0.41840544579781946 },
	    { 2.6469549188468378, 4.4, 6.153045081153163 } },
	{ "falling rates at 99.8", { 20, 16, 14, 12, 10 }, 100, 1, 0.998,
	    { 0.08152190298232798, 0.30555555555555558, 0.4749432915323246 },
	    { 1.6360121988571312, 4.4, 7.16398780114287 } },
	{ "many affluent people", { 20, 16, 14, 12, 10 }, 600, 0, 0.95,
	    { 0.1803278688524590, 0.1803278688524590, 0.1803278688524590 },
	    { 2.2, 2.2, 2.2 } },
	{ "all alike", { 10, 10, 10, 10, 10 }, 100, 0, 0.95, { 0, 0, 0 }, { 0, 0, 0 } },
	{ "the affluent fare worse", { 8, 8, 8, 8, 12 }, 100, 0, 0.95,
	    { -0.36363636363636365, -0.36363636363636365, -0.36363636363636365 },
	    { -3.2, -3.2, -3.2 } },
	{ "none among the affluent", { 20, 16, 14, 12, 0 }, 100, 1, 0.95,
	    { NONE, 1, NONE }, { 10.646954918846838, 12.4, 14.153045081153163 } },
};

static void
fill(struct stratum *strata, const double *values, double last_population, double se)
{
	for (size_t i = 0; i < QUINTILES; i++)
		strata[i] = (struct stratum){ 100, values[i], se };
	strata[QUINTILES - 1].population = last_population;
}

static void
check(const char *name, double got, double want)
{
	ck_assert_msg((isnan(got) && isnan(want)) || fabs(got - want) < 1e-13,
	    "%s: %.17g, want %.17g", name, got, want);
}

START_TEST(test_risk)
{
	struct stratum strata[QUINTILES];
	const char *name = risks[_i].name;
	struct attributable got;
	struct err err;

	fill(strata, risks[_i].values, risks[_i].last_population, risks[_i].se);
	ck_assert(
	    attributable_risk(strata, QUINTILES, risks[_i].confidence, &got, &err));
	check(name, got.fraction.lower, risks[_i].fraction.lower);
	check(name, got.fraction.value, risks[_i].fraction.value);
	check(name, got.fraction.upper, risks[_i].fraction.upper);
	check(name, got.excess.lower, risks[_i].excess.lower);
	check(name, got.excess.value, risks[_i].excess.value);
	check(name, got.excess.upper, risks[_i].excess.upper);
}
END_TEST

static const struct stratum uneven[] = {
	{ 9000, 31.5, 1.3 },
	{ 11000, 28.25, 1.1 },
	{ 10000, 25, 1 },
	{ 12500, 21.5, 0.8 },
	{ 7500, 17, 1.2 },
};

/* The observatory writes it by the rates relative to the least deprived: with S the sum
 * of share * (rate / last - 1), S / (S + 1). */
START_TEST(test_as_the_observatory_writes_it)
{
	double people = 0, sum = 0;
	struct attributable got;
	struct err err;

	for (size_t i = 0; i < QUINTILES; i++)
		people += uneven[i].population;
	for (size_t i = 0; i < QUINTILES; i++)
		sum += uneven[i].population / people *
		       (uneven[i].value / uneven[QUINTILES - 1].value - 1);
	ck_assert(attributable_risk(uneven, QUINTILES, 0.95, &got, &err));
	check("fraction", got.fraction.value, sum / (sum + 1));
}
END_TEST

/* Values drawn anew from their errors have fractions and excesses whose limits are the
 * ones computed, but for a twentieth of their width. */
START_TEST(test_limits_as_simulated)
{
	enum { DRAWS = 100000, PLACE = 2500 };
	static const double width = 0.05;
	struct random random = random_new(1, 0);
	double *fractions = malloc(DRAWS * sizeof *fractions);
	double *excesses = malloc(DRAWS * sizeof *excesses);
	struct stratum strata[QUINTILES];
	struct attributable got, drawn;
	struct err err;

	for (size_t i = 0; i < DRAWS; i++) {
		memcpy(strata, uneven, sizeof strata);
		for (size_t j = 0; j < QUINTILES; j++)
			strata[j].value += strata[j].se * random_normal(&random);
		ck_assert(attributable_risk(strata, QUINTILES, 0.95, &drawn, &err));
		fractions[i] = drawn.fraction.value;
		excesses[i] = drawn.excess.value;
	}
	ck_assert(attributable_risk(uneven, QUINTILES, 0.95, &got, &err));
	double reach = width * (got.fraction.upper - got.fraction.lower);
	double excess_reach = width * (got.excess.upper - got.excess.lower);
	ck_assert_double_eq_tol(
	    order_place(fractions, DRAWS, PLACE), got.fraction.lower, reach);
	ck_assert_double_eq_tol(
	    order_place(fractions, DRAWS, DRAWS - PLACE), got.fraction.upper, reach);
	ck_assert_double_eq_tol(
	    order_place(excesses, DRAWS, PLACE), got.excess.lower, excess_reach);
	ck_assert_double_eq_tol(order_place(excesses, DRAWS, DRAWS - PLACE),
	    got.excess.upper, excess_reach);
	free(fractions);
	free(excesses);
}
END_TEST

static const struct {
	const char *name;
	struct stratum second;
	double others, confidence; /* value of the other quintiles */
	const char *text;
} refusals[] = {
	{ "no people", { 0, 10, 1 }, 10, 0.95,
	    "the population of quantile 2 must be more than 0, not 0" },
	{ "a quantile left out", { NONE, NONE, NONE }, 10, 0.95,
	    "the population of quantile 2 must be more than 0, not nan" },
	{ "no value", { 100, NONE, 1 }, 10, 0.95,
	    "the value of quantile 2 must be 0 or more, not nan" },
	{ "a negative value", { 100, -1, 1 }, 10, 0.95,
	    "the value of quantile 2 must be 0 or more, not -1" },
	{ "no error", { 100, 10, NONE }, 10, 0.95,
	    "the standard error of quantile 2 must be 0 or more, not nan" },
	{ "a negative error", { 100, 10, -1 }, 10, 0.95,
	    "the standard error of quantile 2 must be 0 or more, not -1" },
	{ "nothing at all", { 100, 0, 1 }, 0, 0.95,
	    "nothing can be attributed where all values are 0" },
	{ "per cent", { 100, 10, 1 }, 10, 95,
	    "confidence must lie between 0 and 1, not 95" },
};

START_TEST(test_refusals)
{
	struct attributable got = { .excess.value = 77 };
	struct stratum strata[QUINTILES];
	struct err err;

	for (size_t i = 0; i < QUINTILES; i++)
		strata[i] = (struct stratum){ 100, refusals[_i].others, 1 };
	strata[1] = refusals[_i].second;
	ck_assert_msg(
	    !attributable_risk(strata, QUINTILES, refusals[_i].confidence, &got, &err),
	    "%s", refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
	ck_assert(got.excess.value == 77);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("attributable risk");

	ADD_ROWS(tcase, test_risk, risks);
	tcase_add_test(tcase, test_as_the_observatory_writes_it);
	tcase_add_test(tcase, test_limits_as_simulated);
	ADD_ROWS(tcase, test_refusals, refusals);
	return unit_run("attributable risk", tcase);
}
