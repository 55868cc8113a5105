/* answer/spread.h - the values of one series at one period, sorted: what quintiles and
 * spine charts are drawn from; for this layer's own use. */
#ifndef ANSWER_SPREAD_H
#define ANSWER_SPREAD_H

#include "base/arena.h"
#include "release/reader.h"

struct spread {
	const double *sorted; /* ascending, without missing values; in the arena */
	size_t count;
};

/* Values at a place of a series' periods, of all its areas or of those below one
 * (RELEASE_NONE and the root: all). */
struct spread spread_of(struct arena *arena, const struct release *release,
    const struct figures *figures, uint32_t period, uint32_t below);

#endif
