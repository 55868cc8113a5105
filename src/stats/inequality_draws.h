/* stats/inequality_draws.h - limits of inequality by simulation.
 *
 * Every quantile's value is drawn anew from its error, the indices are computed, and
 * this is repeated; the limits are the draws at certain places of their order. That is
 * how the public health agencies make theirs (Low & Low 2004). Where the limits have a
 * closed form (inequality.h) it is what the simulation comes to with ever more
 * repetitions, and takes a ten-thousandth of the time. */
#ifndef STATS_INEQUALITY_DRAWS_H
#define STATS_INEQUALITY_DRAWS_H

#include "base/random.h"
#include "stats/inequality.h"

enum { INEQUALITY_REPETITIONS_FEWEST = 1000, INEQUALITY_REPETITIONS_USUAL = 100000 };

/* The same random state gives the same draws on every machine, and the same limits but
 * for the last bit of what its library has for logarithms and exponentials. Draw each
 * area's from a stream of its own (random_new), and neither order nor threads matter.
 */
struct inequality_draws {
	size_t repetitions; /* at least 1,000 */
	struct random random;
	double *room; /* of inequality_room() numbers, the caller's to keep */
};

/* How many numbers so many repetitions want room for. */
size_t inequality_room(size_t repetitions);

/* Simulated limits at each of the levels, all from the same draws: with R repetitions
 * in ascending order those at the place round(R (1 - c) / 2), halves to even, counted
 * from 1 from either end. The limits of the RII are NaN where the line's end that it is
 * divided by is not above 0 in so many draws that its upper limit would be one of them.
 * Fails as inequality_check does, for fewer repetitions than 1,000 or than a level
 * wants, for levels out of (0, 1), and when draws or limits leave the range of numbers.
 */
MUST_CHECK bool inequality_simulate(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, const struct inequality_draws *draws,
    const double *confidences, size_t levels, struct inequality_limits *out,
    struct err *err);

/* How far limits stray from one simulation to the next: the mean absolute difference of
 * nine simulations' lower and upper limits from those of the first. */
struct inequality_stray {
	double sii, rii;
};

/* Ten simulations one after the other: the limits of the first, and how far those of
 * the others stray from them at each level. Otherwise as inequality_simulate. */
MUST_CHECK bool inequality_reliability(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, const struct inequality_draws *draws,
    const double *confidences, size_t levels, struct inequality_limits *out,
    struct inequality_stray *stray, struct err *err);

/* The limits to publish: in closed form where there is one, since it has no error of
 * simulation and depends on no seed; else simulated. */
MUST_CHECK bool inequality_limits(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, const struct inequality_draws *draws,
    const double *confidences, size_t levels, struct inequality_limits *out,
    struct err *err);

#endif
