/* calc/method_inequality.c - inequality across deprivation: the slope through its
 * quantiles, and what would be gone if all had the figure of the least deprived. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "calc/methods.h"
#include "stats/attributable.h"
#include "stats/inequality_draws.h"

/* Columns of both. */
enum { QUANTILE, POPULATION, X, VALUE, LOWER, UPPER, SE };

/* The error as the scale wants it. One that is given is of the value itself. */
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

static bool
stratum_of(enum inequality_scale scale, const struct calc_row *row,
    struct stratum *stratum, struct err *err)
{
	double value = row->in[VALUE];

	stratum->population = row->in[POPULATION];
	if (isnan(value) && isnan(row->in[X]))
		return err_set(err, FAULT_INPUT, "there is neither 'value' nor 'x'");
	if (isnan(value) &&
	    !inequality_proportion(row->in[X], stratum->population, &value, err))
		return false;
	stratum->value = value;
	return error_of(scale, row, value, &stratum->se, err);
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

static bool
refuse_quantile(double quantile, struct err *err)
{
	struct err why = *err;

	return err_set(err, why.fault, "quantile %.15g: %s", quantile, why.text);
}

/* Quantiles in order, from 1, none twice and none left out. */
static bool
make_strata(struct arena *scratch, enum inequality_scale scale,
    const struct calc_row *rows, size_t count, struct stratum *strata, struct err *err)
{
	struct ranked *ranked = ARENA_NEW(scratch, struct ranked, count);

	for (size_t i = 0; i < count; i++) {
		ranked[i].quantile = rows[i].in[QUANTILE];
		if (!stratum_of(scale, &rows[i], &ranked[i].stratum, err))
			return refuse_quantile(ranked[i].quantile, err);
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

#define STRATA_COLUMNS                                                                 \
	{                                                                              \
		{ .name = "quantile", .meaning = "1 for the most deprived" },          \
		    { .name = "population",                                            \
			    .meaning = "people of the quantile, above 0" },            \
		    { .name = "x",                                                     \
			    .meaning = "how many of them, of a proportion",            \
			    .optional = true },                                        \
		    { .name = "value",                                                 \
			    .meaning = "the quantile's value; not wanted with x",      \
			    .optional = true,                                          \
			    .unless = "x" },                                           \
		    { .name = "lower_cl",                                              \
			    .meaning = "its lower 95 % limit",                         \
			    .optional = true },                                        \
		    { .name = "upper_cl",                                              \
			    .meaning = "its upper 95 % limit",                         \
			    .optional = true },                                        \
		{                                                                      \
			.name = "se",                                                  \
			.meaning = "its standard error, instead of limits",            \
			.optional = true                                               \
		}                                                                      \
	}

#define STRATA_EXAMPLE                                                                 \
	"quantile,population,value,se\n1,7200,75.2,0.31\n2,7100,76.9,0.30\n"           \
	"3,7050,77.8,0.28\n4,6900,79.1,0.28\n5,6800,80.4,0.27\n"

/* Choices of the slope index. */
enum { SCALE, TRANSFORM, REPETITIONS, SEED, LIMITS };

/* In the order of enum inequality_scale. */
static const char *const scale_words[] = { "0", "1", "2", NULL };
static const char *const transform_words[] = { "false", "true", NULL };
static const char *const limits_words[] = { "best", "simulated", NULL };

/* Every group draws from the same stream, so that its limits do not depend on which
 * others are in the table. */
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

static const char *
note_on(const struct inequality *found, const struct inequality_limits *limits)
{
	if (isnan(found->rii))
		return "the line is not above 0 at both ends: there is no relative "
		       "index";
	if (isnan(limits->rii_lower) || isnan(limits->rii_upper))
		return "the end of the line that the relative index is divided by may "
		       "be 0: it has no limits";
	return found->unstable ? "more than ten quantiles: the slope is not stable"
			       : NULL;
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
	if (!make_strata(scratch, measure.scale, rows, count, strata, err) ||
	    !inequality_fit(&measure, strata, count, &found, err) ||
	    !find_limits(scratch, s, &measure, strata, count, limits, err))
		return false;
	result->numbers[0] = found.sii;
	result->numbers[1] = found.rii;
	result->numbers[2] = found.intercept;
	result->note = note_on(&found, &limits[0]);
	for (size_t i = 0; i < s->levels; i++) {
		result->limits[0][i] =
		    (struct calc_limits){ limits[i].sii_lower, limits[i].sii_upper };
		result->limits[1][i] =
		    (struct calc_limits){ limits[i].rii_lower, limits[i].rii_upper };
		if (!result->note)
			result->note = note_on(&found, &limits[i]);
	}
	result->words[0] = s->choices[LIMITS] == 0 && inequality_is_exact(&measure)
			       ? "closed form"
			       : "simulated";
	return true;
}

const struct calc_method method_sii = {
	.name = "sii",
	.summary = "slope and relative index of inequality across deprivation",
	.formula =
	    "  A line through the quantiles' values by least squares, weighted by "
	    "their\n"
	    "  people, against the middle of their share of all people, 0 to 1.\n"
	    "  sii = (end - beginning of the line) * multiplier, rii = end / "
	    "beginning;\n"
	    "  a negative multiplier, for figures of which more is worse, turns both\n"
	    "  round. With transform, the line runs through ln v (value_type 1) or\n"
	    "  ln(v / (1 - v)) (2), and its ends are turned back.\n"
	    "  limits: in closed form with value_type 0 and with transform, the slope\n"
	    "  being normal; else simulated from the errors of the values, normal on\n"
	    "  the scale of value_type. Errors: se; or (upper_cl - lower_cl) / 3.92 "
	    "on\n"
	    "  that scale; or sqrt(p (1 - p) / population) of p = x / population.\n",
	.source = "Low A & Low A (2004), Journal of Public Health 26:388\n"
		  "        Pamuk ER (1985), Population Studies 39:17",
	.shape = CALC_GROUP,
	.levelled = true,
	.multiplier = 1,
	.turns = true,
	.columns = STRATA_COLUMNS,
	.choices = { { .name = "value_type",
			 .meaning =
			     "0 for normal errors, 1 for rates, 2 for proportions",
			 .words = scale_words },
	    { .name = "transform",
		.meaning = "whether the line runs on that scale",
		.words = transform_words },
	    { .name = "repetitions",
		.meaning = "of a simulation",
		.initial = INEQUALITY_REPETITIONS_USUAL,
		.least = INEQUALITY_REPETITIONS_FEWEST,
		.most = 10000000,
		.whole = true },
	    { .name = "seed",
		.meaning = "of a simulation, the same for each group",
		.initial = 1,
		.least = 0,
		.most = 4294967295,
		.whole = true },
	    { .name = "limits",
		.meaning = "in closed form where there is one, or always simulated",
		.words = limits_words } },
	.numbers = { "sii", "rii", "intercept" },
	.sets = { "sii_", "rii_" },
	.words = { "method" },
	.compute = compute_sii,
	.example = STRATA_EXAMPLE,
	.arguments = "",
};

static bool
compute_par(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *result, size_t *made,
    struct err *err)
{
	struct stratum *strata = ARENA_NEW(scratch, struct stratum, count);
	struct attributable found;

	(void)made;
	if (!make_strata(scratch, INEQUALITY_LINEAR, rows, count, strata, err))
		return false;
	for (size_t i = 0; i < s->levels; i++) {
		if (!attributable_risk(strata, count, s->confidence[i], &found, err))
			return false;
		result->numbers[0] = found.fraction.value * s->multiplier;
		result->numbers[1] = found.excess.value;
		result->limits[0][i] =
		    (struct calc_limits){ found.fraction.lower * s->multiplier,
			    found.fraction.upper * s->multiplier };
		result->limits[1][i] =
		    (struct calc_limits){ found.excess.lower, found.excess.upper };
	}
	if (isnan(result->limits[0][0].lower))
		result->note = "the value of the least deprived is 0: the fraction has "
			       "no limits";
	return true;
}

const struct calc_method method_par = {
	.name = "par",
	.summary = "population attributable risk: what deprivation accounts for",
	.formula =
	    "  mean   = sum(a v), a the quantile's share of all people, v its value\n"
	    "  par    = (mean - v of the least deprived) / mean * multiplier\n"
	    "  excess = mean - v of the least deprived, in the unit of the values\n"
	    "  limits: of excess normal; of par normal in ln(1 - fraction), both by "
	    "the\n"
	    "  delta method from the errors of the values: se; or\n"
	    "  (upper_cl - lower_cl) / 3.92; or sqrt(p (1 - p) / population) of\n"
	    "  p = x / population.\n",
	.source = "Scottish Public Health Observatory, profiles of deprivation "
		  "(fraction);\n"
		  "        limits by the delta method, docs/methods.md",
	.shape = CALC_GROUP,
	.multiplier = 100,
	.multiplied = "of par, not of excess",
	.columns = STRATA_COLUMNS,
	.numbers = { "par", "excess" },
	.sets = { "par_", "excess_" },
	.words = { NULL },
	.compute = compute_par,
	.example = "quantile,population,value,lower_cl,upper_cl\n"
		   "1,7200,310,270,354\n2,7100,255,219,295\n3,7050,221,188,258\n"
		   "4,6900,187,156,222\n5,6800,160,131,193\n",
	.arguments = "",
};
