/* answer/ranking.h - compare areas: one indicator, one period, every area of the view.
 */
#ifndef ANSWER_RANKING_H
#define ANSWER_RANKING_H

#include "answer/finding.h"

struct ranking {
	uint32_t period; /* asked for, or the latest with a value among the areas (with
			    a row, when there is none); RELEASE_NONE without a series */
	uint32_t latest; /* what period is where none is asked for */
	/* Series RELEASE_NONE when there is none. A benchmark that is root or parent,
	 * or one of the areas, is found there. */
	struct finding root, parent, benchmark;
	/* In the order asked for, missing ones last; without those that have no row and
	 * were no areas in the period. */
	struct finding *areas;
	uint32_t area_count;
	uint32_t with_value;
	double least,
	    most; /* of values and limits of all shown, for a scale; NaN if none */
	uint32_t *periods; /* those of the series with any value, newest first */
	uint32_t period_count;
	uint32_t better, similar, worse, lower, higher,
	    uncompared; /* areas by verdict */
};

/* What the line across all bars stands for: the benchmark of its own, or the root. */
static inline const struct finding *
ranking_line(const struct ranking *ranking)
{
	return ranking->benchmark.series != RELEASE_NONE ? &ranking->benchmark
							 : &ranking->root;
}

/* Whether an area is one of those compared. */
static inline bool
ranking_has(const struct ranking *ranking, uint32_t area)
{
	for (uint32_t i = 0; i < ranking->area_count; i++)
		if (ranking->areas[i].area == area)
			return true;
	return false;
}

/* view->sort: empty or "value" (highest first), "-value", "name", "count" (highest
 * first), "trend" (rising first, falling last). Ties, and missing ones, by name. */
bool ranking_sorts_by(struct str sort); /* one of these words */
MUST_CHECK bool ranking_ask(
    struct arena *arena, const struct view *view, struct ranking *out, struct err *err);

#endif
