#include "stats/standardise.h"

#include <math.h>

/* Eurostat's bands from 90 on, 800 and 200, are one here as in most population
 * estimates. */
static const struct {
	int from_years, until_years;
	double people;
} european_2013[] = {
	{ 0, 1, 1000 },
	{ 1, 5, 4000 },
	{ 5, 10, 5500 },
	{ 10, 15, 5500 },
	{ 15, 20, 5500 },
	{ 20, 25, 6000 },
	{ 25, 30, 6000 },
	{ 30, 35, 6500 },
	{ 35, 40, 7000 },
	{ 40, 45, 7000 },
	{ 45, 50, 7000 },
	{ 50, 55, 7000 },
	{ 55, 60, 6500 },
	{ 60, 65, 6000 },
	{ 65, 70, 5500 },
	{ 70, 75, 5000 },
	{ 75, 80, 4000 },
	{ 80, 85, 2500 },
	{ 85, 90, 1500 },
	{ 90, STANDARD_AGE_OPEN, 1000 },
};

double
standard_population_2013(int from_years, int until_years)
{
	double people = 0;
	bool inside = false;

	for (size_t i = 0; i < sizeof european_2013 / sizeof *european_2013; i++) {
		inside = inside || european_2013[i].from_years == from_years;
		if (!inside)
			continue;
		people += european_2013[i].people;
		if (european_2013[i].until_years == until_years)
			return people;
	}
	return (double)NAN;
}

/* Fills *err for one number of one "band" or "row"; they count from 1 there. */
static bool
refuse(struct err *err, const char *noun, size_t index, const char *what,
    const char *want, double got)
{
	return err_set(err, FAULT_INPUT, "%s %zu: %s must be %s, not %g", noun,
	    index + 1, what, want, got);
}

static bool
at_least_zero(double number)
{
	return isfinite(number) && number >= 0;
}

static bool
above_zero(double number)
{
	return isfinite(number) && number > 0;
}

static bool
check_population(
    const char *noun, size_t i, double population, double standard, struct err *err)
{
	if (!above_zero(population))
		return refuse(err, noun, i, "population", "more than 0", population);
	if (!at_least_zero(standard))
		return refuse(
		    err, noun, i, "standard population", "0 or more", standard);
	return true;
}

/* What a directly standardised rate is made of, summed over bands. With w the standard
 * population: */
struct direct_sums {
	double events, population;
	double standard; /* sum w */
	double rate;     /* sum w events / population */
	double variance; /* sum of the variances of (w / population) events */
};

static bool
direct_rate_of(const struct direct_sums *sums, double multiplier,
    struct direct_rate *out, struct err *err)
{
	if (!above_zero(multiplier))
		return err_set(err, FAULT_INPUT,
		    "multiplier must be more than 0, not %g", multiplier);
	if (!above_zero(sums->standard))
		return err_set(err, FAULT_INPUT,
		    "standard population must be more than 0 in all, not %g",
		    sums->standard);

	*out = (struct direct_rate){
		.events = sums->events,
		.population = sums->population,
		.value = (double)NAN,
		.step = (double)NAN,
	};
	if (sums->events < STANDARDISE_FEWEST)
		return true;
	out->value = sums->rate / sums->standard * multiplier;
	out->step = sqrt(sums->variance / sums->events) / sums->standard * multiplier;
	return true;
}

bool
standardise_direct(const struct direct_band *bands, size_t count, double multiplier,
    struct direct_rate *out, struct err *err)
{
	struct direct_sums sums = { 0 };

	for (size_t i = 0; i < count; i++) {
		double events = bands[i].events, population = bands[i].population;
		double standard = bands[i].standard;
		if (!at_least_zero(events))
			return refuse(err, "band", i, "events", "0 or more", events);
		if (!check_population("band", i, population, standard, err))
			return false;
		double weight = standard / population;
		sums.events += events;
		sums.population += population;
		sums.standard += standard;
		sums.rate += weight * events;
		sums.variance += weight * weight * events;
	}
	return direct_rate_of(&sums, multiplier, out, err);
}

/* Rows are in order when bands follow each other and frequencies ascend in each; rows
 * of one band have to agree on what the band is. */
static bool
check_order(const struct repeat_band *before, const struct repeat_band *row,
    size_t number, struct err *err)
{
	if (row->band > before->band)
		return true;
	if (row->band < before->band)
		return err_set(err, FAULT_INPUT,
		    "row %zu: rows must be in order of their age bands", number);
	if (row->frequency <= before->frequency)
		return err_set(err, FAULT_INPUT,
		    "row %zu: event frequencies must ascend within an age band, but "
		    "%g follows %g",
		    number, row->frequency, before->frequency);
	if (row->population != before->population || row->standard != before->standard)
		return err_set(err, FAULT_INPUT,
		    "row %zu: population and standard population must be the same in "
		    "all rows of an age band",
		    number);
	return true;
}

static bool
check_row(const struct repeat_band *rows, size_t i, struct err *err)
{
	const struct repeat_band *row = rows + i;

	if (!above_zero(row->frequency))
		return refuse(
		    err, "row", i, "event frequency", "more than 0", row->frequency);
	if (!at_least_zero(row->persons))
		return refuse(err, "row", i, "persons", "0 or more", row->persons);
	if (!check_population("row", i, row->population, row->standard, err))
		return false;
	return !i || check_order(row - 1, row, i + 1, err);
}

/* Persons are independent, so that their count varies like a Poisson number; a person
 * with f events adds f to the rate's sum and f squared to its variance. */
bool
standardise_direct_repeated(const struct repeat_band *rows, size_t count,
    double multiplier, struct direct_rate *out, struct err *err)
{
	struct direct_sums sums = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct repeat_band *row = rows + i;
		if (!check_row(rows, i, err))
			return false;
		double weight = row->standard / row->population;
		double events = row->frequency * row->persons;
		if (!i || row->band != rows[i - 1].band) {
			sums.population += row->population;
			sums.standard += row->standard;
		}
		sums.events += events;
		sums.rate += weight * events;
		sums.variance += weight * weight * row->frequency * events;
	}
	return direct_rate_of(&sums, multiplier, out, err);
}

bool
standardise_direct_limits(const struct direct_rate *rate, double confidence,
    struct interval *out, struct err *err)
{
	struct interval count;

	if (!interval_byar(rate->events, confidence, &count, err))
		return false;
	*out = (struct interval){
		.lower = rate->value + rate->step * (count.lower - rate->events),
		.value = rate->value,
		.upper = rate->value + rate->step * (count.upper - rate->events),
	};
	return true;
}

static bool
check_indirect(size_t i, const struct indirect_band *band, struct err *err)
{
	if (!at_least_zero(band->population))
		return refuse(
		    err, "band", i, "population", "0 or more", band->population);
	if (!at_least_zero(band->reference_events))
		return refuse(err, "band", i, "reference events", "0 or more",
		    band->reference_events);
	if (!above_zero(band->reference_population))
		return refuse(err, "band", i, "reference population", "more than 0",
		    band->reference_population);
	return true;
}

bool
standardise_indirect(const struct indirect_band *bands, size_t count,
    const double *observed, struct indirect *out, struct err *err)
{
	double events = 0, expected = 0, reference = 0, people = 0;

	for (size_t i = 0; i < count; i++) {
		const struct indirect_band *band = bands + i;
		double own = observed ? 0 : band->events;
		if (!at_least_zero(own))
			return refuse(err, "band", i, "events", "0 or more", own);
		if (!check_indirect(i, band, err))
			return false;
		events += own;
		reference += band->reference_events;
		people += band->reference_population;
		expected += band->reference_events / band->reference_population *
			    band->population;
	}
	if (observed && !at_least_zero(*observed))
		return err_set(err, FAULT_INPUT,
		    "events in total must be 0 or more, not %g", *observed);
	if (!above_zero(expected))
		return err_set(err, FAULT_INPUT,
		    "expected events must be more than 0, not %g", expected);
	*out = (struct indirect){
		.observed = observed ? *observed : events,
		.expected = expected,
		.reference_rate = reference / people,
	};
	return true;
}

bool
standardise_ratio(const struct indirect *indirect, double multiplier, double confidence,
    struct interval *out, struct err *err)
{
	return interval_rate(
	    indirect->observed, indirect->expected, multiplier, confidence, out, err);
}

bool
standardise_rate(const struct indirect *indirect, double multiplier, double confidence,
    struct interval *out, struct err *err)
{
	if (!above_zero(multiplier))
		return err_set(err, FAULT_INPUT,
		    "multiplier must be more than 0, not %g", multiplier);
	return standardise_ratio(
	    indirect, indirect->reference_rate * multiplier, confidence, out, err);
}
