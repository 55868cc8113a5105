/* stats/life_table.h - life expectancy from deaths and population by age.
 *
 * The abridged life table of Chiang's second method (Chiang 1968) with the
 * age bands, variance and rules of withholding of the English public health profiles
 * (Silcocks, Jenner & Reza 2001; Eayres & Williams 2004). Pure arithmetic: no memory,
 * no state; docs/methods.md has the formulas. */
#ifndef STATS_LIFE_TABLE_H
#define STATS_LIFE_TABLE_H

#include <stddef.h>

#include "stats/interval.h"

/* Ages 0, 1 to 4, 5 to 9 ... 85 to 89, 90 and over. */
enum { LIFE_BANDS = 20 };

/* What happened to the people of one age band in the years the table is about. */
struct life_band {
	double deaths;     /* >= 0 and <= population */
	double population; /* person-years, > 0 */
};

/* Why an expectancy is not to be shown. */
enum life_withheld {
	LIFE_SHOWN,
	LIFE_WIDE,    /* its 95 % interval is wider than 20 years */
	LIFE_ENDLESS, /* nobody dies in the last band: the table has no end */
	LIFE_NOBODY   /* the table leaves nobody alive at this age */
};

/* What those who reach the first day of a band may expect. */
struct life_expectancy {
	double years;  /* NaN when endless or of nobody, not when merely wide */
	double se;     /* standard error of the years; NaN where they are */
	double deaths; /* of this band and all later ones */
	double population;
	enum life_withheld withheld;
};

/* The age in whole years at which a band begins; band is less than LIFE_BANDS. */
int life_band_start(size_t band);

/* The band that begins at exactly this age. Fails with FAULT_MISSING when none does. */
MUST_CHECK bool life_band_find(double age, size_t *band, struct err *err);

/* The expectancies at the start of every band. Write NaN for a count that is not known.
 * Fails with FAULT_INPUT, naming the ages, and leaves `out` alone when a count is
 * missing or not finite, deaths are negative, a population is not more than 0, more
 * people died than there were, or there are 5,000 person-years or fewer in all. */
MUST_CHECK bool life_table(const struct life_band bands[LIFE_BANDS],
    struct life_expectancy out[LIFE_BANDS], struct err *err);

/* years -/+ z se at one level, in (0, 1); call it again for another. The value is NaN
 * where it is withheld; limits are withheld only where there are no years. They are not
 * held above 0. Fails with FAULT_INPUT when the level is out of range. */
MUST_CHECK bool life_limits(const struct life_expectancy *expectancy, double confidence,
    struct interval *out, struct err *err);

#endif
