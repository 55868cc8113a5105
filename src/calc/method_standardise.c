/* calc/method_standardise.c - rates standardised directly and indirectly. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "calc/methods.h"
#include "model/indicator.h"
#include "stats/standardise.h"

static const char *const standard_words[] = { "column", "esp2013", NULL };
static const char *const missing_words[] = { "refuse", "zero", NULL };

/* Columns and choices of the directly standardised rate. */
enum { X, N, STANDARD, AGE, FREQUENCY };
enum { WHOSE, MISSING };

static bool
standard_of(const struct calc_settings *s, const struct calc_row *row, double *standard,
    struct err *err)
{
	unsigned from, until;

	*standard = row->in[STANDARD];
	if (s->choices[WHOSE] == 0) {
		if (!isnan(*standard))
			return true;
		return err_set(err, FAULT_INPUT,
		    "the standard population is missing; --standard esp2013 takes the "
		    "European one by age");
	}
	if (!age_parse(row->cells[AGE], &from, &until))
		return err_set(err, FAULT_INPUT,
		    "the age band '%.*s' is not understood; wanted one such as '5-9' "
		    "or '90+'",
		    STR_ARG(row->cells[AGE]));
	/* Open bands end where nobody is. */
	*standard = standard_population_2013(
	    (int)from, until >= 120 ? STANDARD_AGE_OPEN : (int)until + 1);
	if (isnan(*standard))
		return err_set(err, FAULT_INPUT,
		    "the European standard population has no ages '%.*s'; wanted bands "
		    "of five years, '0' and '1-4', or '90+'",
		    STR_ARG(row->cells[AGE]));
	return true;
}

static bool
events_of(const struct calc_settings *s, const struct calc_row *row, double *events,
    struct err *err)
{
	*events = row->in[X];
	if (!isnan(*events))
		return true;
	if (s->choices[MISSING] == 0)
		return err_set(err, FAULT_INPUT,
		    "events are missing; --missing zero takes such for none");
	*events = 0;
	return true;
}

static bool
direct_independent(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct direct_rate *rate,
    struct err *err)
{
	struct direct_band *bands = ARENA_NEW(scratch, struct direct_band, count);

	for (size_t i = 0; i < count; i++) {
		bands[i].population = rows[i].in[N];
		if (!events_of(s, &rows[i], &bands[i].events, err) ||
		    !standard_of(s, &rows[i], &bands[i].standard, err))
			return false;
	}
	return standardise_direct(bands, count, s->multiplier, rate, err);
}

/* Bands in the order met; the statistics want their rows side by side and frequencies
 * ascending. */
struct repeat_order {
	struct str age;
	struct repeat_band row;
};

static int
order_repeats(const void *a, const void *b)
{
	const struct repeat_band *x = &((const struct repeat_order *)a)->row;
	const struct repeat_band *y = &((const struct repeat_order *)b)->row;

	if (x->band != y->band)
		return x->band < y->band ? -1 : 1;
	return (x->frequency > y->frequency) - (x->frequency < y->frequency);
}

static bool
direct_repeated(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct direct_rate *rate,
    struct err *err)
{
	struct repeat_order *order = ARENA_NEW(scratch, struct repeat_order, count);
	struct repeat_band *bands = ARENA_NEW(scratch, struct repeat_band, count);

	for (size_t i = 0; i < count; i++) {
		struct repeat_band *row = &order[i].row;
		order[i].age = rows[i].cells[AGE];
		row->band = i;
		for (size_t k = 0; k < i; k++)
			if (str_equal(order[k].age, order[i].age)) {
				row->band = order[k].row.band;
				break;
			}
		row->frequency = rows[i].in[FREQUENCY];
		row->population = rows[i].in[N];
		if (!events_of(s, &rows[i], &row->persons, err) ||
		    !standard_of(s, &rows[i], &row->standard, err))
			return false;
	}
	qsort(order, count, sizeof *order, order_repeats);
	for (size_t i = 0; i < count; i++)
		bands[i] = order[i].row;
	return standardise_direct_repeated(bands, count, s->multiplier, rate, err);
}

static bool
compute_dsr(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *result, size_t *made,
    struct err *err)
{
	struct direct_rate rate;
	struct interval found;
	bool repeated = count && !isnan(rows[0].in[FREQUENCY]);

	(void)made;
	if (repeated ? !direct_repeated(scratch, s, rows, count, &rate, err)
		     : !direct_independent(scratch, s, rows, count, &rate, err))
		return false;
	result->numbers[0] = rate.events;
	result->numbers[1] = rate.population;
	result->numbers[2] = rate.value;
	result->words[0] = "Dobson";
	for (size_t i = 0; i < s->levels; i++) {
		if (!standardise_direct_limits(&rate, s->confidence[i], &found, err))
			return false;
		result->limits[0][i] = (struct calc_limits){ found.lower, found.upper };
	}
	if (isnan(rate.value))
		snprintf(result->note, sizeof result->note,
		    "no rate is standardised on fewer than %d events",
		    STANDARDISE_FEWEST);
	return true;
}

const struct calc_method method_dsr = {
	.name = "dsr",
	.summary = "a directly standardised rate with Dobson's limits",
	.formula =
	    "  value  = sum(w x / n) / sum(w) * multiplier, w the standard population\n"
	    "  limits = value + sqrt(var / O) (Byar's limit of O - O) * multiplier,\n"
	    "           O = sum x, var = sum(w^2 x / n^2) / sum(w)^2\n"
	    "  With event frequencies f, x counts people: O = sum f x and\n"
	    "           var = sum(f^2 w^2 x / n^2) / sum(w)^2\n"
	    "  Not on fewer than ten events.\n",
	.source =
	    "Dobson AJ et al. (1991), Statistics in Medicine 10:457; Morris JK et "
	    "al. (2018)",
	.shape = CALC_GROUP,
	.multiplier = 100000,
	.columns = { { .name = "x", .meaning = "events of an age band", .gaps = true },
	    { .name = "n", .meaning = "person-years of the band, above 0" },
	    { .name = "stdpop",
		.meaning = "people of that age in the standard population",
		.optional = true },
	    { .name = "ageband",
		.meaning = "the band: '0-4', '90+'",
		.optional = true,
		.text = true },
	    { .name = "eventfreq",
		.meaning = "events that each of the x people had",
		.optional = true } },
	.choices = { { .name = "standard",
			 .meaning = "the standard population",
			 .words = standard_words },
	    { .name = "missing",
		.meaning = "an empty count",
		.words = missing_words } },
	.numbers = { "total_count", "total_pop", "value" },
	.sets = { "" },
	.words = { "method" },
	.compute = compute_dsr,
	.example = "area,ageband,x,n\nDerby,10-14,14,17000\nDerby,15-19,31,16000\n"
		   "Rutland,10-14,4,2500\nRutland,15-19,9,2400\n",
	.arguments = "--by area --standard esp2013",
};

typedef bool indirect_limits(const struct indirect *indirect, double multiplier,
    double confidence, struct interval *out, struct err *err);

static bool
compute_indirect(indirect_limits *limits_of, struct arena *scratch,
    const struct calc_settings *s, const struct calc_row *rows, size_t count,
    struct calc_result *result, struct err *err)
{
	struct indirect_band *bands = ARENA_NEW(scratch, struct indirect_band, count);
	struct indirect indirect;
	struct interval found;

	for (size_t i = 0; i < count; i++)
		bands[i] = (struct indirect_band){
			.events = rows[i].in[0],
			.population = rows[i].in[1],
			.reference_events = rows[i].in[2],
			.reference_population = rows[i].in[3],
		};
	/* Where the events are known only in total, every row of the group says so. */
	bool total = count && !isnan(rows[0].in[4]);
	for (size_t i = 1; i < count; i++)
		if (total && rows[i].in[4] != rows[0].in[4])
			return err_set(err, FAULT_INPUT,
			    "observed events differ within the group; wanted one "
			    "total");
	if (!standardise_indirect(
		bands, count, total ? &rows[0].in[4] : NULL, &indirect, err))
		return false;
	result->numbers[0] = indirect.observed;
	result->numbers[1] = indirect.expected;
	result->words[0] = indirect.observed < INTERVAL_EXACT_BELOW ? "Exact" : "Byars";
	for (size_t i = 0; i < s->levels; i++) {
		if (!limits_of(&indirect, s->multiplier, s->confidence[i], &found, err))
			return false;
		result->numbers[2] = found.value;
		result->limits[0][i] = (struct calc_limits){ found.lower, found.upper };
	}
	result->numbers[3] = indirect.reference_rate * s->multiplier;
	return true;
}

static bool
compute_isratio(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	(void)made;
	return compute_indirect(
	    standardise_ratio, scratch, s, rows, count, results, err);
}

static bool
compute_israte(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *results,
    size_t *made, struct err *err)
{
	(void)made;
	return compute_indirect(
	    standardise_rate, scratch, s, rows, count, results, err);
}

#define INDIRECT_COLUMNS                                                               \
	{                                                                              \
		{ .name = "x", .meaning = "events of an age band", .gaps = true },     \
		    { .name = "n", .meaning = "people of the band" },                  \
		    { .name = "x_ref",                                                 \
			    .meaning = "the reference population's events" },          \
		    { .name = "n_ref", .meaning = "its people of that age, above 0" }, \
		{                                                                      \
			.name = "observed",                                            \
			.meaning =                                                     \
			    "the area's events where only their total is known",       \
			.optional = true                                               \
		}                                                                      \
	}

#define INDIRECT_EXAMPLE                                                               \
	"area,ageband,x,n,x_ref,n_ref\nDerby,10-14,14,17000,2500,3400000\n"            \
	"Derby,15-19,31,16000,6100,3200000\n"

const struct calc_method method_isratio = {
	.name = "isratio",
	.summary = "an indirectly standardised ratio: observed over expected events",
	.formula = "  expected = sum(n x_ref / n_ref), observed = sum x\n"
		   "  value    = observed / expected * multiplier\n"
		   "  limits of observed: exact below ten events, Byar's from ten\n",
	.source =
	    "Breslow NE & Day NE (1987), Statistical Methods in Cancer Research II",
	.shape = CALC_GROUP,
	.multiplier = 1,
	.columns = INDIRECT_COLUMNS,
	.numbers = { "observed", "expected", "value" },
	.sets = { "" },
	.words = { "method" },
	.compute = compute_isratio,
	.example = INDIRECT_EXAMPLE,
	.arguments = "--by area --multiplier 100",
};

const struct calc_method method_israte = {
	.name = "israte",
	.summary =
	    "an indirectly standardised rate: that ratio times the reference rate",
	.formula = "  expected = sum(n x_ref / n_ref), observed = sum x\n"
		   "  ref_rate = sum x_ref / sum n_ref * multiplier\n"
		   "  value    = observed / expected * ref_rate\n"
		   "  limits of observed: exact below ten events, Byar's from ten\n",
	.source =
	    "Breslow NE & Day NE (1987), Statistical Methods in Cancer Research II",
	.shape = CALC_GROUP,
	.multiplier = 100000,
	.columns = INDIRECT_COLUMNS,
	.numbers = { "observed", "expected", "value", "ref_rate" },
	.sets = { "" },
	.words = { "method" },
	.compute = compute_israte,
	.example = INDIRECT_EXAMPLE,
	.arguments = "--by area",
};
