/* calc/method_direct.c - rates standardised directly. */
#include <math.h>
#include <stdlib.h>

#include "base/table.h"
#include "calc/methods.h"
#include "model/indicator.h"
#include "stats/standardise.h"

/* Columns and choices. */
enum { X, N, STANDARD, AGE, FREQUENCY };
enum { WHOSE, MISSING };

static const char *const missing_words[] = { "refuse", "zero", NULL };
static const char *const standard_words[] = { "column", "esp2013", NULL };

static bool
european_standard(struct str age, size_t i, double *standard, struct err *err)
{
	enum { NOBODY_IS = 120 }; /* a band that ends there is open */
	unsigned from, until;

	if (!age_parse(age, &from, &until))
		return err_set(err, FAULT_INPUT,
		    "band %zu: the age '%.*s' is not understood; wanted one such as "
		    "'5-9' or '90+'",
		    i + 1, STR_ARG(age));
	*standard = standard_population_2013(
	    (int)from, until >= NOBODY_IS ? STANDARD_AGE_OPEN : (int)until + 1);
	if (isnan(*standard))
		return err_set(err, FAULT_INPUT,
		    "band %zu: the European standard population has no ages '%.*s'; "
		    "wanted '0', '1-4', '90+' or bands of five years",
		    i + 1, STR_ARG(age));
	return true;
}

static bool
standard_of(const struct calc_settings *s, const struct calc_row *row, size_t i,
    double *standard, struct err *err)
{
	if (s->choices[WHOSE] == 1)
		return european_standard(row->text, i, standard, err);
	*standard = row->in[STANDARD];
	if (isnan(*standard))
		return err_set(err, FAULT_INPUT,
		    "band %zu: the standard population is missing; --standard esp2013 "
		    "takes the European one by age",
		    i + 1);
	return true;
}

static bool
direct_independent(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct direct_rate *rate,
    struct err *err)
{
	struct direct_band *bands = ARENA_NEW(scratch, struct direct_band, count);
	bool zero = s->choices[MISSING] == 1;

	for (size_t i = 0; i < count; i++) {
		bands[i].population = rows[i].in[N];
		if (!method_events(zero, rows[i].in[X], i, &bands[i].events, err) ||
		    !standard_of(s, &rows[i], i, &bands[i].standard, err))
			return false;
	}
	return standardise_direct(bands, count, s->multiplier, rate, err);
}

static int
order_repeats(const void *a, const void *b)
{
	const struct repeat_band *x = a, *y = b;

	if (x->band != y->band)
		return x->band < y->band ? -1 : 1;
	return (x->frequency > y->frequency) - (x->frequency < y->frequency);
}

/* The rows of repeated events, bands numbered in the order met. */
static bool
fill_repeats(struct table *ages, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct repeat_band *bands,
    struct err *err)
{
	bool zero = s->choices[MISSING] == 1;

	for (size_t i = 0; i < count; i++) {
		struct repeat_band *band = &bands[i];
		if (isnan(rows[i].in[FREQUENCY]) || rows[i].text.len == 0)
			return err_set(err, FAULT_INPUT,
			    "row %zu: where some rows have an event frequency, all "
			    "have to, and an age band",
			    i + 1);
		band->band = table_add(ages, rows[i].text);
		band->frequency = rows[i].in[FREQUENCY];
		band->population = rows[i].in[N];
		if (!method_events(zero, rows[i].in[X], i, &band->persons, err) ||
		    !standard_of(s, &rows[i], i, &band->standard, err))
			return false;
	}
	return true;
}

/* The rows of one band stand side by side now, in another order than in the table: what
 * is wrong is told by the band's name. */
static bool
check_repeats(const struct table *ages, const struct repeat_band *bands, size_t count,
    struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct repeat_band *band = &bands[i];
		struct str age = ages->texts[band->band];
		bool first = i == 0 || bands[i - 1].band != band->band;
		if (band->frequency <= 0 || band->persons < 0 ||
		    band->population <= 0 || band->standard < 0)
			return err_set(err, FAULT_INPUT,
			    "age band '%.*s': people and their standard must be 0 or "
			    "more, population and event frequency more than 0",
			    STR_ARG(age));
		if (!first && bands[i - 1].frequency == band->frequency)
			return err_set(err, FAULT_INPUT,
			    "age band '%.*s' has the event frequency %.15g twice",
			    STR_ARG(age), band->frequency);
		if (!first && (bands[i - 1].population != band->population ||
				  bands[i - 1].standard != band->standard))
			return err_set(err, FAULT_INPUT,
			    "age band '%.*s' has not the same population in all rows",
			    STR_ARG(age));
	}
	return true;
}

static bool
direct_repeated(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct direct_rate *rate,
    struct err *err)
{
	struct repeat_band *bands = ARENA_NEW(scratch, struct repeat_band, count);
	struct table ages = { 0 };
	bool fine = fill_repeats(&ages, s, rows, count, bands, err);

	if (fine) {
		qsort(bands, count, sizeof *bands, order_repeats);
		fine = check_repeats(&ages, bands, count, err);
	}
	table_done(&ages);
	return fine &&
	       standardise_direct_repeated(bands, count, s->multiplier, rate, err);
}

static bool
compute_dsr(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *result, size_t *made,
    struct err *err)
{
	bool repeated = method_has(rows, count, FREQUENCY);
	struct direct_rate rate;
	struct interval found;

	(void)made;
	if (repeated ? !direct_repeated(scratch, s, rows, count, &rate, err)
		     : !direct_independent(scratch, s, rows, count, &rate, err))
		return false;
	result->numbers[0] = rate.events;
	result->numbers[1] = rate.population;
	result->numbers[2] = rate.value;
	result->words[0] =
	    repeated ? "Dobson, with confidence adjusted for non-independent events"
		     : "Dobson";
	for (size_t i = 0; i < s->levels; i++) {
		if (!standardise_direct_limits(&rate, s->confidence[i], &found, err))
			return false;
		result->limits[0][i] = (struct calc_limits){ found.lower, found.upper };
	}
	if (isnan(rate.value))
		result->note = "no rate is standardised on fewer than 10 events";
	return true;
}

static void
say_dsr(const struct calc_settings *s, struct buf *out)
{
	buf_add(out, STR("dsr per "));
	buf_add_number(out, s->multiplier);
}

const struct calc_method method_dsr = {
	.name = "dsr",
	.summary = "a directly standardised rate with Dobson's limits",
	.formula =
	    "  value  = sum(w x / n) / sum(w) * multiplier, w the standard population\n"
	    "  limits = value + sqrt(var / O) (Byar's limit of O - O) * multiplier,\n"
	    "           O = sum x, var = sum(w^2 x / n^2) / sum(w)^2\n"
	    "  With event frequencies f, x counts people who had f events each:\n"
	    "           events f x in the place of x, var = sum(f^2 w^2 x / n^2) / "
	    "sum(w)^2\n"
	    "  Not on fewer than ten events in all.\n",
	.source = "Dobson AJ et al. (1991), Statistics in Medicine 10:457\n"
		  "        Stukel TA et al. (1994), Statistics in Medicine 13:1781\n"
		  "        Morris JK et al. (2018), Population Health Metrics 16:19",
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
	.statistic = say_dsr,
	.words = { "method" },
	.compute = compute_dsr,
	.example = "area,ageband,x,n\nDerby,10-14,14,17000\nDerby,15-19,31,16000\n"
		   "Rutland,10-14,4,2500\nRutland,15-19,9,2400\n",
	.arguments = "--by area --standard esp2013",
};
