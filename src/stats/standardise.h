/* stats/standardise.h - rates that do not differ merely because one place is older.
 *
 * Direct standardisation weighs an area's own rates by age with a standard population;
 * indirect standardisation compares its events with those it would have at the rates of
 * a reference population. Bands lie in the caller's memory; nothing is kept. A band
 * whose events are missing is refused: whether that means none is for the caller to
 * say.
 *
 * Populations may be fractional person-years; there may be more events than people. */
#ifndef STATS_STANDARDISE_H
#define STATS_STANDARDISE_H

#include <limits.h>
#include <stddef.h>

#include "stats/interval.h"

/* Below so many events in all there is no directly standardised rate (Morris, Tan,
 * Fryers & Bestwick 2018). */
enum { STANDARDISE_FEWEST = 10 };

enum { STANDARD_AGE_OPEN = INT_MAX };

/* How many of the 100,000 people of the European Standard Population 2013 (Eurostat,
 * Revision of the European Standard Population, 2013) have an age in [from, until)
 * years, which must be one published band or several that follow one another: 0, 1-4,
 * 5-9 ... 85-89, and 90 and over, [90, STANDARD_AGE_OPEN). NaN when it is not. */
double standard_population_2013(int from_years, int until_years);

/* One age band of an area. */
struct direct_band {
	double events;     /* >= 0 */
	double population; /* > 0 */
	double standard;   /* people of that age in the standard population, >= 0 */
};

/* Where one person may have several events, they are not independent: one row for the
 * people of an age band who had so many events each. */
struct repeat_band {
	size_t band;       /* which age band: rows of one follow each other */
	double frequency;  /* events a person, > 0, ascending within the band */
	double persons;    /* with that many events, >= 0 */
	double population; /* of the age band, the same in all its rows, > 0 */
	double standard;   /* likewise, >= 0 */
};

/* A directly standardised rate before its limits. */
struct direct_rate {
	double events, population; /* over all bands */
	double value;              /* per multiplier; NaN below STANDARDISE_FEWEST */
	double step; /* what the rate's limits move for each event that those of the
			count move; NaN likewise */
};

/* The rate sum(w events/population) / sum(w), w the standard population, times
 * multiplier (> 0). Too few events are no fault: the value is NaN, the totals stand.
 * Fails with FAULT_INPUT, naming the band, counted from 1, when a number is out of
 * range or not finite, and when the standard population is empty. */
MUST_CHECK bool standardise_direct(const struct direct_band *bands, size_t count,
    double multiplier, struct direct_rate *out, struct err *err);

/* The same of events that are not independent: limits widen by the variance of persons,
 * each times the square of its frequency. A frequency that a band has no row of has no
 * persons there. Fails too when rows are out of order or disagree on their band. */
MUST_CHECK bool standardise_direct_repeated(const struct repeat_band *rows,
    size_t count, double multiplier, struct direct_rate *out, struct err *err);

/* Limits by Dobson, Kuulasmaa, Eberle & Scherer (1991) with Byar's for the count. All
 * three numbers are NaN where the rate is. Fails with FAULT_INPUT when the confidence
 * is not in (0, 1). */
MUST_CHECK bool standardise_direct_limits(const struct direct_rate *rate,
    double confidence, struct interval *out, struct err *err);

/* One age band of an area and of the reference population. */
struct indirect_band {
	double events;               /* >= 0 */
	double population;           /* >= 0 */
	double reference_events;     /* >= 0 */
	double reference_population; /* > 0 */
};

struct indirect {
	double observed, expected; /* events */
	double reference_rate;     /* of the reference population, per person */
};

/* Adds up observed events and those expected at the reference's rates. `observed` is
 * the area's events where they are known only in total, and then those of the bands are
 * not read; NULL to add up the bands'. Fails with FAULT_INPUT, naming the band, when a
 * number is out of range or not finite, and when no events are expected. */
MUST_CHECK bool standardise_indirect(const struct indirect_band *bands, size_t count,
    const double *observed, struct indirect *out, struct err *err);

/* Observed over expected events times multiplier (1, or 100 for the usual ratio), and
 * the reference population's rate times that ratio, per multiplier. Limits of the
 * observed count: exact below ten events, Byar's from ten. Fail with FAULT_INPUT when
 * multiplier is not more than 0 or confidence not in (0, 1). */
MUST_CHECK bool standardise_ratio(const struct indirect *indirect, double multiplier,
    double confidence, struct interval *out, struct err *err);
MUST_CHECK bool standardise_rate(const struct indirect *indirect, double multiplier,
    double confidence, struct interval *out, struct err *err);

#endif
