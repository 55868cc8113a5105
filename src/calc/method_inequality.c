/* calc/method_inequality.c - inequality across deprivation. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "calc/methods.h"
#include "stats/inequality_draws.h"

enum { QUANTILE, POPULATION, X, VALUE, LOWER, UPPER, SE };
enum { SCALE, TRANSFORM, REPETITIONS, SEED, LIMITS };

/* In the order of enum inequality_scale. */
static const char *const scale_words[] = { "linear", "log", "logit", NULL };
static const char *const transform_words[] = { "no", "yes", NULL };
static const char *const limits_words[] = { "best", "simulated", NULL };

static bool
error_of(enum inequality_scale scale, const struct calc_row *row, double value,
    double *se, struct err *err)
{
	if (!isnan(row->in[SE]))
		return inequality_se_of_value(scale, value, row->in[SE], se, err);
	if (!isnan(row->in[LOWER]) && !isnan(row->in[UPPER]))
		return inequality_se(scale, row->in[LOWER], row->in[UPPER], se, err);
	if (isnan(row->in[X]))
		return err_set(err, FAULT_INPUT,
		    "there is no standard error; wanted 'lower_cl' and 'upper_cl', or "
		    "'se', or 'x' of a proportion");
	return inequality_se_of_value(
	    scale, value, sqrt(value * (1 - value) / row->in[POPULATION]), se, err);
}

struct ranked {
	double quantile;
	struct stratum stratum;
};

static int
order_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return (x->quantile > y->quantile) - (x->quantile < y->quantile);
}

/* Quantiles in order, from 1, none twice and none left out. */
static bool
make_strata(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct stratum *strata, struct err *err)
{
	enum inequality_scale scale = (enum inequality_scale)s->choices[SCALE];
	struct ranked *ranked = ARENA_NEW(scratch, struct ranked, count);

	for (size_t i = 0; i < count; i++) {
		struct stratum *stratum = &ranked[i].stratum;
		ranked[i].quantile = rows[i].in[QUANTILE];
		stratum->population = rows[i].in[POPULATION];
		stratum->value = rows[i].in[VALUE];
		if (isnan(stratum->value) && !isnan(rows[i].in[X]) &&
		    !inequality_proportion(
			rows[i].in[X], stratum->population, &stratum->value, err))
			return false;
		if (!error_of(scale, &rows[i], stratum->value, &stratum->se, err))
			return false;
	}
	qsort(ranked, count, sizeof *ranked, order_ranked);
	for (size_t i = 0; i < count; i++) {
		if (ranked[i].quantile != (double)(i + 1))
			return err_set(err, FAULT_INPUT,
			    "quantiles are not 1 to %zu, each once: %.15g stands in "
			    "place %zu",
			    count, ranked[i].quantile, i + 1);
		strata[i] = ranked[i].stratum;
	}
	return true;
}

static bool
find_limits(struct arena *scratch, const struct calc_settings *s,
    const struct inequality_measure *measure, const struct stratum *strata,
    size_t count, struct inequality_limits *limits, struct err *err)
{
	size_t repetitions = (size_t)s->choices[REPETITIONS];
	struct inequality_draws draws = {
		.repetitions = repetitions,
		.random = random_new((uint64_t)s->choices[SEED], 0),
	};

	if (s->choices[LIMITS] == 0 && inequality_is_exact(measure))
		return inequality_limits(measure, strata, count, &draws, s->confidence,
		    s->levels, limits, err);
	draws.room = ARENA_NEW(scratch, double, inequality_room(repetitions));
	return inequality_simulate(
	    measure, strata, count, &draws, s->confidence, s->levels, limits, err);
}

static bool
compute_sii(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *result, size_t *made,
    struct err *err)
{
	struct inequality_measure measure = {
		.scale = (enum inequality_scale)s->choices[SCALE],
		.transformed = s->choices[TRANSFORM] == 1,
		.multiplier = s->multiplier,
	};
	struct stratum *strata = ARENA_NEW(scratch, struct stratum, count);
	struct inequality_limits limits[CALC_LEVELS];
	struct inequality found;

	(void)made;
	if (!make_strata(scratch, s, rows, count, strata, err) ||
	    !inequality_fit(&measure, strata, count, &found, err) ||
	    !find_limits(scratch, s, &measure, strata, count, limits, err))
		return false;
	result->numbers[0] = found.sii;
	result->numbers[1] = found.rii;
	result->numbers[2] = found.intercept;
	for (size_t i = 0; i < s->levels; i++) {
		result->limits[0][i] =
		    (struct calc_limits){ limits[i].sii_lower, limits[i].sii_upper };
		result->limits[1][i] =
		    (struct calc_limits){ limits[i].rii_lower, limits[i].rii_upper };
	}
	result->words[0] = s->choices[LIMITS] == 0 && inequality_is_exact(&measure)
			       ? "closed form"
			       : "simulated";
	if (found.unstable)
		snprintf(result->note, sizeof result->note,
		    "more than %d quantiles make a slope of small numbers unstable",
		    GRADIENT_STEADY);
	return true;
}

const struct calc_method method_sii = {
	.name = "sii",
	.summary = "slope and relative index of inequality across deprivation",
	.formula =
	    "  A line through the quantiles' values, by least squares weighted by "
	    "their\n"
	    "  people, against the middle of their share of all people, 0 to 1.\n"
	    "  sii = slope * multiplier, rii = line's end / its beginning (a negative\n"
	    "  multiplier, for figures of which more is worse, turns it round)\n"
	    "  limits: the slope is normal on the linear scale and on a transformed "
	    "one\n"
	    "  (closed form); else simulated from the errors of the values, which are "
	    "as\n"
	    "  given or, of x in n, sqrt(p (1 - p) / n)\n",
	.source =
	    "Low A & Low A (2004), Journal of Public Health 26:387; Pamuk ER (1985)",
	.shape = CALC_GROUP,
	.levelled = true,
	.multiplier = 1,
	.columns = { { .name = "quantile", .meaning = "1 for the most deprived" },
	    { .name = "population", .meaning = "people of the quantile, above 0" },
	    { .name = "x",
		.meaning = "how many of them, of a proportion, instead of a value",
		.optional = true },
	    { .name = "value", .meaning = "the quantile's value", .optional = true },
	    { .name = "lower_cl", .meaning = "its lower 95 % limit", .optional = true },
	    { .name = "upper_cl", .meaning = "its upper one", .optional = true },
	    { .name = "se",
		.meaning = "its standard error instead of limits",
		.optional = true } },
	.choices = { { .name = "scale",
			 .meaning = "on which the errors are normal",
			 .words = scale_words },
	    { .name = "transform",
		.meaning = "whether the line runs on that scale",
		.words = transform_words },
	    { .name = "repetitions",
		.meaning = "of a simulation",
		.initial = INEQUALITY_REPETITIONS_USUAL,
		.least = INEQUALITY_REPETITIONS_FEWEST,
		.most = 10000000 },
	    { .name = "seed",
		.meaning = "of a simulation; the same gives the same limits",
		.initial = 1,
		.least = 0,
		.most = 4294967295 },
	    { .name = "limits",
		.meaning = "the closed form where there is one, or always simulated",
		.words = limits_words } },
	.numbers = { "sii", "rii", "intercept" },
	.sets = { "sii_", "rii_" },
	.words = { "method" },
	.compute = compute_sii,
	.example = "quantile,population,value,se\n1,7200,75.2,0.31\n2,7100,76.9,0.30\n"
		   "3,7050,77.8,0.28\n4,6900,79.1,0.28\n5,6800,80.4,0.27\n",
	.arguments = "",
};
