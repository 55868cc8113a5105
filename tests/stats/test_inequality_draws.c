#include "stats/inequality_draws.h"

#include <math.h>
#include <string.h>

#include "stats/interval.h"

#include "../unit.h"

enum { QUINTILES = 5, REPETITIONS = 20000, LEVELS = 2 };

static const double levels[LEVELS] = { 0.95, 0.998 };

static const struct stratum lives[QUINTILES] = {
	{ 9000, 70.5, 1.5 },
	{ 11000, 72.25, 1.25 },
	{ 10000, 75, 1 },
	{ 12500, 76.5, 0.75 },
	{ 7500, 79, 0.5 },
};
static const struct stratum shares[QUINTILES] = {
	{ 9000, 0.30, 0.05 },
	{ 11000, 0.26, 0.05 },
	{ 10000, 0.21, 0.05 },
	{ 12500, 0.18, 0.05 },
	{ 7500, 0.12, 0.05 },
};
static const struct stratum certain[QUINTILES] = {
	{ 9000, 0.30, 0 },
	{ 11000, 0.26, 0 },
	{ 10000, 0.21, 0 },
	{ 12500, 0.18, 0 },
	{ 7500, 0.12, 0 },
};

/* Simulates with room on the stack. */
static bool
simulate(const struct inequality_measure *measure, const struct stratum *strata,
    uint64_t seed, struct inequality_limits *out, struct err *err)
{
	double room[2 * REPETITIONS];
	struct inequality_draws draws = {
		.repetitions = REPETITIONS,
		.random = random_new(seed, 0),
		.room = room,
	};

	ck_assert_uint_eq(inequality_room(REPETITIONS), ROWS(room));
	return inequality_simulate(
	    measure, strata, QUINTILES, &draws, levels, LEVELS, out, err);
}

static const struct {
	const char *name;
	const struct stratum *strata;
	struct inequality_measure measure;
} exact[] = {
	{ "lives", lives, { INEQUALITY_LINEAR, false, 1 } },
	{ "lives, more is worse", lives, { INEQUALITY_LINEAR, false, -2 } },
	{ "shares on a logistic line", shares, { INEQUALITY_LOGIT, true, 100 } },
	{ "shares, more is worse", shares, { INEQUALITY_LOGIT, true, -100 } },
	{ "shares on a logarithmic line", shares, { INEQUALITY_LOG, true, 0.5 } },
};

/* A simulated limit lies from the closed one no further than five of its standard
 * errors: sqrt(p (1 - p) / R) / density, with the density of a normal limit of this
 * width. */
static void
check_simulated(
    const char *name, double confidence, double simulated, double closed, double other)
{
	double z = interval_z(confidence), p = (1 - confidence) / 2;
	double deviation = fabs(other - closed) / (2 * z);
	double density = exp(-z * z / 2) / sqrt(6.283185307179586);
	double error = sqrt(p * (1 - p) / REPETITIONS) / density * deviation;

	ck_assert_msg(fabs(simulated - closed) < 5 * error, "%s: %g, want %g", name,
	    simulated, closed);
	ck_assert_msg(simulated != closed, "%s", name);
}

START_TEST(test_simulation_nears_the_closed_form)
{
	const struct inequality_measure *measure = &exact[_i].measure;
	struct inequality_limits got[LEVELS], want;
	const char *name = exact[_i].name;
	struct err err;

	ck_assert(simulate(measure, exact[_i].strata, 3, got, &err));
	for (size_t i = 0; i < LEVELS; i++) {
		double c = levels[i];
		ck_assert(inequality_exact_limits(
		    measure, exact[_i].strata, QUINTILES, c, &want, &err));
		check_simulated(
		    name, c, got[i].sii_lower, want.sii_lower, want.sii_upper);
		check_simulated(
		    name, c, got[i].sii_upper, want.sii_upper, want.sii_lower);
		check_simulated(
		    name, c, got[i].rii_lower, want.rii_lower, want.rii_upper);
		check_simulated(
		    name, c, got[i].rii_upper, want.rii_upper, want.rii_lower);
	}
}
END_TEST

/* With one uncertain value the untransformed slope rises with it, so that its limits
 * are the slopes at the limits of the value. */
static const struct {
	const char *name;
	enum inequality_scale scale;
	size_t quintile;
} uncertain[] = {
	{ "log", INEQUALITY_LOG, 4 },
	{ "logit", INEQUALITY_LOGIT, 4 },
	{ "log, the most deprived", INEQUALITY_LOG, 0 },
	{ "logit, the most deprived", INEQUALITY_LOGIT, 0 },
};

static double
slope_at(const struct inequality_measure *measure, size_t quintile, double shift)
{
	struct stratum strata[QUINTILES];
	struct inequality fit;
	struct err err;

	memcpy(strata, certain, sizeof strata);
	double y = inequality_transform(measure->scale, strata[quintile].value);
	strata[quintile].value = inequality_restore(measure->scale, y + shift);
	ck_assert(inequality_fit(measure, strata, QUINTILES, &fit, &err));
	return fit.sii;
}

START_TEST(test_untransformed_errors_are_restored)
{
	struct inequality_measure measure = { uncertain[_i].scale, false, 100 };
	size_t quintile = uncertain[_i].quintile;
	struct inequality_limits got[LEVELS];
	struct stratum strata[QUINTILES];
	const double se = 0.2;
	struct err err;

	memcpy(strata, certain, sizeof strata);
	strata[quintile].se = se;
	ck_assert(simulate(&measure, strata, 5, got, &err));
	for (size_t i = 0; i < LEVELS; i++) {
		double z = interval_z(levels[i]);
		double shift = (quintile == 0 ? -1 : 1) * z * se;
		/* A tenth of their width is five of the simulation's standard errors
		 * and more. */
		double lower = slope_at(&measure, quintile, -shift);
		double upper = slope_at(&measure, quintile, shift);
		double width = (upper - lower) / 10;
		ck_assert_msg(fabs(got[i].sii_lower - lower) < width, "%s: %g, want %g",
		    uncertain[_i].name, got[i].sii_lower, lower);
		ck_assert_msg(fabs(got[i].sii_upper - upper) < width, "%s: %g, want %g",
		    uncertain[_i].name, got[i].sii_upper, upper);
	}
}
END_TEST

/* Nothing but the fit comes of values without errors. */
START_TEST(test_certain_values)
{
	static const enum inequality_scale scales[] = { INEQUALITY_LINEAR,
		INEQUALITY_LOG, INEQUALITY_LOGIT };
	struct inequality_limits got[LEVELS];
	struct inequality fit;
	struct err err;

	for (size_t i = 0; i < ROWS(scales); i++) {
		struct inequality_measure measure = { scales[i], false, -100 };
		ck_assert(inequality_fit(&measure, certain, QUINTILES, &fit, &err));
		ck_assert(simulate(&measure, certain, 1, got, &err));
		for (size_t j = 0; j < LEVELS; j++) {
			ck_assert_double_eq_tol(got[j].sii_lower, fit.sii, 1e-12);
			ck_assert_double_eq_tol(got[j].sii_upper, fit.sii, 1e-12);
			ck_assert_double_eq_tol(got[j].rii_lower, fit.rii, 1e-12);
			ck_assert_double_eq_tol(got[j].rii_upper, fit.rii, 1e-12);
		}
	}
}
END_TEST

START_TEST(test_seeds)
{
	struct inequality_measure measure = { INEQUALITY_LOGIT, false, 1 };
	struct inequality_limits first[LEVELS], again[LEVELS], other[LEVELS];
	struct err err;

	ck_assert(simulate(&measure, shares, 1, first, &err) &&
		  simulate(&measure, shares, 1, again, &err) &&
		  simulate(&measure, shares, 2, other, &err));
	ck_assert_mem_eq(first, again, sizeof first);
	for (size_t i = 0; i < LEVELS; i++) {
		ck_assert(first[i].sii_lower != other[i].sii_lower);
		ck_assert(first[i].rii_upper != other[i].rii_upper);
	}
}
END_TEST

/* Both ends are counted alike, so that a negative multiplier only turns things round.
 */
START_TEST(test_turned_round)
{
	struct inequality_measure plain = { INEQUALITY_LOGIT, false, 1 };
	struct inequality_measure turned = { INEQUALITY_LOGIT, false, -1 };
	struct inequality_limits one[LEVELS], other[LEVELS];
	struct err err;

	ck_assert(simulate(&plain, shares, 1, one, &err) &&
		  simulate(&turned, shares, 1, other, &err));
	for (size_t i = 0; i < LEVELS; i++) {
		ck_assert(one[i].sii_lower == -other[i].sii_upper);
		ck_assert(one[i].sii_upper == -other[i].sii_lower);
		ck_assert_double_eq_tol(
		    one[i].rii_lower * other[i].rii_upper, 1, 1e-15);
		ck_assert_double_eq_tol(
		    one[i].rii_upper * other[i].rii_lower, 1, 1e-15);
	}
}
END_TEST

/* A wider level has wider limits, and the order in which levels are asked for is
 * nothing to them. */
START_TEST(test_levels)
{
	static const double many[] = { 0.998, 0.5, 0.95, 0.9 };
	struct inequality_measure measure = { INEQUALITY_LINEAR, false, 1 };
	struct inequality_limits two[LEVELS], four[ROWS(many)];
	double room[2 * REPETITIONS];
	struct inequality_draws draws = { REPETITIONS, random_new(1, 0), room };
	struct err err;

	ck_assert(simulate(&measure, lives, 1, two, &err));
	ck_assert(inequality_simulate(
	    &measure, lives, QUINTILES, &draws, many, ROWS(many), four, &err));
	ck_assert_mem_eq(&four[2], &two[0], sizeof *two);
	ck_assert_mem_eq(&four[0], &two[1], sizeof *two);
	ck_assert(four[0].sii_lower < four[2].sii_lower &&
		  four[2].sii_lower < four[3].sii_lower &&
		  four[3].sii_lower < four[1].sii_lower &&
		  four[1].sii_lower < four[1].sii_upper);
}
END_TEST

/* The same quintiles with a line that begins near 0: the ratio has no limits, the slope
 * has. */
START_TEST(test_no_ratio)
{
	struct inequality_measure measure = { INEQUALITY_LINEAR, false, 1 };
	struct inequality_limits got[LEVELS];
	struct stratum strata[QUINTILES];
	struct err err;

	for (int i = 0; i < QUINTILES; i++)
		strata[i] = (struct stratum){ 100, 3.4 + 2 * i, 1 };
	ck_assert(simulate(&measure, strata, 1, got, &err));
	ck_assert(isfinite(got[0].rii_lower) && isfinite(got[0].rii_upper));
	ck_assert(isnan(got[1].rii_lower) && isnan(got[1].rii_upper));
	ck_assert(got[1].sii_lower < got[0].sii_lower);
}
END_TEST

/* Nothing is written behind the room, at a number of repetitions that is no multiple of
 * anything. */
START_TEST(test_room)
{
	struct inequality_measure measure = { INEQUALITY_LINEAR, false, 1 };
	double room[2 * 1003 + 1];
	struct inequality_draws draws = { 1003, random_new(1, 0), room };
	struct inequality_limits got[LEVELS];
	struct err err;

	room[2 * 1003] = 77;
	ck_assert(inequality_simulate(
	    &measure, lives, QUINTILES, &draws, levels, LEVELS, got, &err));
	ck_assert(room[2 * 1003] == 77);
}
END_TEST

static const struct {
	const char *name;
	size_t repetitions;
	double confidence;
	struct stratum third;
	bool transformed;
	const char *text;
} refusals[] = {
	{ "few repetitions", 999, 0.95, { 100, 0.5, 0.1 }, false,
	    "there must be 1000 repetitions or more, not 999" },
	{ "too few for the level", 1000, 0.9995, { 100, 0.5, 0.1 }, false,
	    "1000 repetitions are too few for a confidence of 0.9995" },
	{ "per cent", 1000, 95, { 100, 0.5, 0.1 }, false,
	    "confidence must lie between 0 and 1, not 95" },
	{ "certainty", 1000, 1, { 100, 0.5, 0.1 }, false,
	    "confidence must lie between 0 and 1, not 1" },
	{ "no level", 1000, (double)NAN, { 100, 0.5, 0.1 }, false,
	    "confidence must lie between 0 and 1, not nan" },
	{ "no error", 1000, 0.95, { 100, 0.5, (double)NAN }, false,
	    "the standard error of quantile 3 must be 0 or more, not nan" },
	{ "no value", 1000, 0.95, { 100, (double)NAN, 0.1 }, false,
	    "the value of quantile 3 must be more than 0, not nan" },
	{ "errors beyond all numbers", 1000, 0.95, { 100, 0.5, 1e5 }, false,
	    "simulated values leave the range of numbers" },
	{ "the same, transformed", 1000, 0.95, { 100, 0.5, 1e6 }, true,
	    "the limits leave the range of numbers" },
};

START_TEST(test_refusals)
{
	struct inequality_measure measure = { INEQUALITY_LOG, refusals[_i].transformed,
		1 };
	double room[2 * 1000];
	struct inequality_draws draws = { refusals[_i].repetitions, random_new(1, 0),
		room };
	struct inequality_limits got = { .sii_lower = 77 };
	struct inequality_stray stray;
	struct stratum strata[QUINTILES];
	struct err err;

	memcpy(strata, shares, sizeof strata);
	/* Else the third would stand in the middle, where errors tilt no line. */
	strata[0].population = 3000;
	strata[2] = refusals[_i].third;
	ck_assert_msg(!inequality_simulate(&measure, strata, QUINTILES, &draws,
			  &refusals[_i].confidence, 1, &got, &err),
	    "%s", refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
	ck_assert(got.sii_lower == 77);
	ck_assert_msg(!inequality_reliability(&measure, strata, QUINTILES, &draws,
			  &refusals[_i].confidence, 1, &got, &stray, &err),
	    "%s", refusals[_i].name);
	ck_assert_str_eq(err.text, refusals[_i].text);
}
END_TEST

/* The first of the ten simulations is the one that would have been done anyway; the
 * stray is what the nine others' limits differ from it on average. */
START_TEST(test_reliability)
{
	enum { FEW = 1024 };
	struct inequality_measure measure = { INEQUALITY_LOGIT, false, 1 };
	struct inequality_limits first, got, next;
	struct inequality_stray stray;
	double room[2 * FEW], sii = 0, rii = 0;
	struct inequality_draws draws = { FEW, random_new(1, 0), room };
	struct err err;

	ck_assert(inequality_reliability(
	    &measure, shares, QUINTILES, &draws, levels, 1, &got, &stray, &err));
	ck_assert(inequality_simulate(
	    &measure, shares, QUINTILES, &draws, levels, 1, &first, &err));
	ck_assert_mem_eq(&got, &first, sizeof got);
	for (int i = 1; i < 10; i++) {
		double used[FEW * QUINTILES];
		random_normals(&draws.random, used, ROWS(used));
		ck_assert(inequality_simulate(
		    &measure, shares, QUINTILES, &draws, levels, 1, &next, &err));
		sii += fabs(next.sii_lower - first.sii_lower) +
		       fabs(next.sii_upper - first.sii_upper);
		rii += fabs(next.rii_lower - first.rii_lower) +
		       fabs(next.rii_upper - first.rii_upper);
	}
	ck_assert_double_gt(stray.sii, 0);
	ck_assert_double_eq_tol(stray.sii, sii / 18, 1e-15);
	ck_assert_double_eq_tol(stray.rii, rii / 18, 1e-15);
}
END_TEST

START_TEST(test_limits_to_publish)
{
	struct inequality_measure linear = { INEQUALITY_LINEAR, false, 1 };
	struct inequality_measure rates = { INEQUALITY_LOG, false, 1 };
	double room[2 * REPETITIONS];
	struct inequality_draws draws = { REPETITIONS, random_new(9, 0), room };
	struct inequality_limits got[LEVELS], want[LEVELS];
	struct err err;

	ck_assert(inequality_limits(
	    &linear, lives, QUINTILES, &draws, levels, LEVELS, got, &err));
	for (size_t i = 0; i < LEVELS; i++)
		ck_assert(inequality_exact_limits(
		    &linear, lives, QUINTILES, levels[i], &want[i], &err));
	ck_assert_mem_eq(got, want, sizeof got);
	ck_assert(inequality_limits(
	    &rates, lives, QUINTILES, &draws, levels, LEVELS, got, &err));
	ck_assert(simulate(&rates, lives, 9, want, &err));
	ck_assert_mem_eq(got, want, sizeof got);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("draws of inequality");

	ADD_ROWS(tcase, test_simulation_nears_the_closed_form, exact);
	ADD_ROWS(tcase, test_untransformed_errors_are_restored, uncertain);
	tcase_add_test(tcase, test_certain_values);
	tcase_add_test(tcase, test_seeds);
	tcase_add_test(tcase, test_turned_round);
	tcase_add_test(tcase, test_levels);
	tcase_add_test(tcase, test_no_ratio);
	tcase_add_test(tcase, test_room);
	ADD_ROWS(tcase, test_refusals, refusals);
	tcase_add_test(tcase, test_reliability);
	tcase_add_test(tcase, test_limits_to_publish);
	return unit_run("draws of inequality", tcase);
}
