/* Slope and relative index of inequality against the reference implementation: the
 * indices figure by figure, the limits within what its own simulation strays by. */
#include <math.h>
#include <stdio.h>

#include "../unit.h"
#include "stats/inequality_draws.h"
#include "stats/interval.h"
#include "test_vectors.h"
#include "trial.h"

static const char *const sets[] = { "DSR_data", "LE_data", "prevalence_data",
	"testdata_k5", "testdata_k10", "testdata_k15" };

/* One file of outcomes on trial, and the inputs that its cases name. */
struct pairing {
	struct trial in, out;
	char in_name[64], out_name[64];
	struct stratum strata[GRADIENT_MOST];
	size_t count;
	struct inequality_measure measure;
};

static void
pairing_begin(struct pairing *pairing, const char *set, const char *ending)
{
	snprintf(pairing->in_name, sizeof pairing->in_name, "phe_sii_%s.in.csv", set);
	snprintf(pairing->out_name, sizeof pairing->out_name, "phe_sii_%s.%s.csv", set,
	    ending);
	trial_begin(&pairing->in, pairing->in_name);
	trial_begin(&pairing->out, pairing->out_name);
}

static void
pairing_end(struct pairing *pairing)
{
	vectors_close(&pairing->in.vectors);
	arena_done(&pairing->in.arena);
	trial_end(&pairing->out);
}

static void
take_stratum(struct pairing *pairing, bool limits)
{
	const struct trial *in = &pairing->in;
	struct stratum *stratum = &pairing->strata[pairing->count++];
	struct err err;

	ck_assert_double_eq(trial_number(in, "quantile"), (double)pairing->count);
	*stratum = (struct stratum){
		.population = trial_number(in, "population"),
		.value = trial_number(in, "value"),
		.se = limits ? 0 : trial_number(in, "se"),
	};
	if (limits)
		ck_assert_msg(
		    inequality_se(pairing->measure.scale, trial_number(in, "lower"),
			trial_number(in, "upper"), &stratum->se, &err),
		    "%s", err.text);
}

/* The strata and the measure of the row of outcomes that is looked at. */
static void
pairing_row(struct pairing *pairing, enum inequality_scale scale, bool transformed,
    bool limits, double multiplier)
{
	struct str name = trial_text(&pairing->out, "case");
	struct trial *in = &pairing->in;

	pairing->count = 0;
	pairing->measure = (struct inequality_measure){
		.scale = scale,
		.transformed = transformed,
		.multiplier = multiplier,
	};
	for (in->row = 0; in->row < in->vectors.rows; in->row++)
		if (str_equal(trial_text(in, "case"), name))
			take_stratum(pairing, limits);
}

static void
pairing_look(struct pairing *pairing)
{
	const struct trial *out = &pairing->out;

	pairing_row(pairing, (enum inequality_scale)trial_number(out, "value_type"),
	    trial_says(out, "transform", "TRUE"), trial_says(out, "error_input", "cl"),
	    trial_number(out, "multiplier"));
}

/* Without a transformation the reference does not multiply the intercept. */
START_TEST(test_indices)
{
	struct pairing p = { 0 };
	struct inequality got;
	struct err err;

	pairing_begin(&p, sets[_i], "out");
	for (; p.out.row < p.out.vectors.rows; p.out.row++) {
		pairing_look(&p);
		ck_assert_msg(inequality_fit(&p.measure, p.strata, p.count, &got, &err),
		    "%s", err.text);
		double times = p.measure.transformed ? 1 : fabs(p.measure.multiplier);
		trial_expect(&p.out, "sii", got.sii, 1e-9);
		trial_expect(&p.out, "rii", got.rii, 1e-9);
		trial_expect(&p.out, "intercept", got.intercept / times, 1e-9);
	}
	pairing_end(&p);
}
END_TEST

enum { LEVELS = 2 };

static const double levels[LEVELS] = { 0.95, 0.998 };

/* The columns of each level, of untransformed and transformed measures. */
static const struct {
	const char *name, *deviation;
} columns[2][LEVELS][4] = {
	{ { { "sii_lower95_0cl", "sd_sii_lower95_0cl" },
	      { "sii_upper95_0cl", "sd_sii_upper95_0cl" },
	      { "rii_lower95_0cl", "sd_rii_lower95_0cl" },
	      { "rii_upper95_0cl", "sd_rii_upper95_0cl" } },
	    { { "sii_lower99_8cl", "sd_sii_lower99_8cl" },
		{ "sii_upper99_8cl", "sd_sii_upper99_8cl" },
		{ "rii_lower99_8cl", "sd_rii_lower99_8cl" },
		{ "rii_upper99_8cl", "sd_rii_upper99_8cl" } } },
	{ { { "sii_lower95_0", "sd_sii_lower95_0" },
	      { "sii_upper95_0", "sd_sii_upper95_0" },
	      { "rii_lower95_0", "sd_rii_lower95_0" },
	      { "rii_upper95_0", "sd_rii_upper95_0" } },
	    { { "sii_lower99_8", "sd_sii_lower99_8" },
		{ "sii_upper99_8", "sd_sii_upper99_8" },
		{ "rii_lower99_8", "sd_rii_lower99_8" },
		{ "rii_upper99_8", "sd_rii_upper99_8" } } },
};

/* With a logarithmic line and a multiplier between 0 and 1 the reference takes the
 * multiplier for a negative one, and gives limits the wrong way round about a ratio
 * that is not. */
static struct inequality_limits
as_reference(
    const struct inequality_measure *measure, const struct inequality_limits *limits)
{
	if (!measure->transformed || measure->scale != INEQUALITY_LOG ||
	    measure->multiplier < 0 || measure->multiplier >= 1)
		return *limits;
	return (struct inequality_limits){
		.sii_lower = limits->sii_upper,
		.sii_upper = limits->sii_lower,
		.rii_lower = 1 / limits->rii_upper,
		.rii_upper = 1 / limits->rii_lower,
	};
}

/* Five standard errors of the reference's mean over its runs, and of one simulation of
 * ours; the closed form has none. */
static void
expect_limits(const struct pairing *pairing, struct trial *out,
    const struct inequality_limits *limits, double repetitions)
{
	double runs = trial_number(out, "runs");
	double ratio = trial_number(out, "repetitions") / repetitions;
	double errors = 5 * (sqrt(ratio) + 1 / sqrt(runs));

	for (size_t i = 0; i < LEVELS; i++) {
		struct inequality_limits l =
		    as_reference(&pairing->measure, &limits[i]);
		double got[] = { l.sii_lower, l.sii_upper, l.rii_lower, l.rii_upper };
		for (size_t k = 0; k < ROWS(got); k++) {
			size_t transformed = pairing->measure.transformed;
			const char *name = columns[transformed][i][k].name;
			double deviation =
			    trial_number(out, columns[transformed][i][k].deviation);
			trial_expect_within(out, name, got[k], errors * deviation);
		}
	}
}

START_TEST(test_simulated_limits)
{
	enum { REPETITIONS = INEQUALITY_REPETITIONS_USUAL };
	struct inequality_limits got[LEVELS];
	struct pairing p = { 0 };
	struct err err;

	pairing_begin(&p, sets[_i], "ci");
	p.out.remark = "limits simulated";
	struct inequality_draws draws = {
		.repetitions = REPETITIONS,
		.room = malloc(inequality_room(REPETITIONS) * sizeof(double)),
	};
	for (; p.out.row < p.out.vectors.rows; p.out.row++) {
		pairing_look(&p);
		draws.random = random_new(1, p.out.row);
		ck_assert_msg(inequality_simulate(&p.measure, p.strata, p.count, &draws,
				  levels, LEVELS, got, &err),
		    "%s", err.text);
		expect_limits(&p, &p.out, got, REPETITIONS);
	}
	free(draws.room);
	pairing_end(&p);
}
END_TEST

/* The standard error of the slope, read back from the limits. */
static double
slope_se(
    const struct inequality_measure *measure, const struct inequality_limits *limits)
{
	double reach = measure->transformed ? log(limits->rii_upper / limits->rii_lower)
					    : (limits->sii_upper - limits->sii_lower) /
						  fabs(measure->multiplier);

	return reach / (2 * interval_z(levels[0]));
}

/* What the reference's places are on average: of R draws, the one at place k has k / (R
 * + 1) of the distribution below it. The upper place is a step nearer to the middle
 * than the lower one, which at 10,000 draws and 99.8 % is more than the reference's
 * error. */
static struct inequality_limits
exact_at_places(const struct pairing *pairing, double repetitions, double confidence)
{
	const struct inequality_measure *measure = &pairing->measure;
	struct inequality_limits low, high;
	double p = confidence + (1 - confidence) / 2;
	double below = rint(repetitions * (1 - p)) / (repetitions + 1);
	double upto = rint(repetitions * p) / (repetitions + 1);
	struct err err;

	ck_assert_msg(inequality_exact_limits(measure, pairing->strata, pairing->count,
			  1 - 2 * below, &low, &err) &&
			  inequality_exact_limits(measure, pairing->strata,
			      pairing->count, 2 * upto - 1, &high, &err),
	    "%s", err.text);
	/* A slope's upper limit is the lower one of what a negative multiplier makes
	 * of it; untransformed draws are multiplied before they are put in order. */
	bool turned = measure->transformed && measure->multiplier < 0;
	const struct inequality_limits *l = turned ? &high : &low;
	const struct inequality_limits *h = turned ? &low : &high;
	return (struct inequality_limits){ l->sii_lower, h->sii_upper, l->rii_lower,
		h->rii_upper };
}

START_TEST(test_exact_limits)
{
	struct inequality_limits got[LEVELS], at95;
	struct pairing p = { 0 };
	struct err err;

	pairing_begin(&p, sets[_i], "ci");
	p.out.remark = "limits exact";
	for (; p.out.row < p.out.vectors.rows; p.out.row++) {
		pairing_look(&p);
		if (!inequality_is_exact(&p.measure))
			continue;
		double repetitions = trial_number(&p.out, "repetitions");
		for (size_t i = 0; i < LEVELS; i++)
			got[i] = exact_at_places(&p, repetitions, levels[i]);
		expect_limits(&p, &p.out, got, (double)INFINITY);
		ck_assert(inequality_exact_limits(
		    &p.measure, p.strata, p.count, levels[0], &at95, &err));
		if (p.measure.scale != INEQUALITY_LOGIT)
			trial_expect(&p.out, "slope_sd_linear",
			    slope_se(&p.measure, &at95), 1e-9);
	}
	pairing_end(&p);
}
END_TEST

static const struct {
	const char *sii, *sii_deviation, *rii, *rii_deviation;
} strays[LEVELS] = {
	{ "sii_mad95_0", "sd_sii_mad95_0", "rii_mad95_0", "sd_rii_mad95_0" },
	{ "sii_mad99_8", "sd_sii_mad99_8", "rii_mad99_8", "sd_rii_mad99_8" },
};

START_TEST(test_reliability)
{
	double room[2 * INEQUALITY_REPETITIONS_FEWEST];
	struct inequality_limits limits[LEVELS];
	struct inequality_stray got[LEVELS];
	struct pairing p = { 0 };
	struct err err;

	pairing_begin(&p, "LE_data", "mad");
	p.out.remark = "strays simulated";
	for (; p.out.row < p.out.vectors.rows; p.out.row++) {
		double errors = 5 * (1 + 1 / sqrt(trial_number(&p.out, "runs")));
		struct inequality_draws draws = {
			.repetitions = (size_t)trial_number(&p.out, "repetitions"),
			.random = random_new(1, p.out.row),
			.room = room,
		};
		pairing_row(&p, INEQUALITY_LINEAR, false, false, 1);
		ck_assert_msg(inequality_reliability(&p.measure, p.strata, p.count,
				  &draws, levels, LEVELS, limits, got, &err),
		    "%s", err.text);
		for (size_t i = 0; i < LEVELS; i++) {
			trial_expect_within(&p.out, strays[i].sii, got[i].sii,
			    errors * trial_number(&p.out, strays[i].sii_deviation));
			trial_expect_within(&p.out, strays[i].rii, got[i].rii,
			    errors * trial_number(&p.out, strays[i].rii_deviation));
		}
	}
	pairing_end(&p);
}
END_TEST

void
add_vectors_inequality(TCase *tcase)
{
	ADD_ROWS(tcase, test_indices, sets);
	ADD_ROWS(tcase, test_simulated_limits, sets);
	ADD_ROWS(tcase, test_exact_limits, sets);
	tcase_add_test(tcase, test_reliability);
}
