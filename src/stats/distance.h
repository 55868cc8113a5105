/* stats/distance.h - which areas are most like this one?
 *
 * The standardised Euclidean distance over several indicators: each counts in its own
 * standard deviations, so that units do not matter, and all count alike. That is how
 * England's statistical neighbours are found (CIPFA's nearest neighbours model; Benton
 * and others 2007 for children's services weigh the indicators besides). No memory, no
 * state. */
#ifndef STATS_DISTANCE_H
#define STATS_DISTANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* What is known of the areas of one type: a row an area, a column an indicator; NaN
 * where there is no value. */
struct distance_table {
	const double *values; /* areas * indicators, row by row */
	size_t areas, indicators;
};

struct neighbour {
	size_t area; /* its row */
	double distance;
};

/* The standard deviation of each indicator over the areas that have it, to be had once
 * for a table; `spreads` has room for one of each indicator. 0 where no two areas
 * differ.
 */
void distance_spreads(const struct distance_table *table, double *spreads);

/* The first indicator that an area has no value of; `indicators` when it has all. */
size_t distance_missing(const struct distance_table *table, size_t area);

/* The areas nearest to this one, the nearest first, those equally near in the order of
 * the table: at most `most`, which `out` has room for. Returns how many in *found: an
 * area that lacks any of the indicators is nobody's neighbour, since what it has would
 * make it look nearer than it is. An indicator without spread tells no two areas apart
 * and adds nothing.
 *   distance = sqrt(sum over indicators of ((here - there) / spread)^2)
 * Fails with FAULT_INPUT when there are no indicators, and with FAULT_MISSING when this
 * area lacks one. */
MUST_CHECK bool distance_nearest(const struct distance_table *table,
    const double *spreads, size_t area, size_t most, struct neighbour *out,
    size_t *found, struct err *err);

#endif
