/* answer/ranking.h - compare areas: one indicator, one period, every area of the view.
 */
#ifndef ANSWER_RANKING_H
#define ANSWER_RANKING_H

#include "answer/finding.h"

struct ranking {
	uint32_t period; /* asked for, or the latest with a value among the areas (with
			    a row, when there is none); RELEASE_NONE without a series */
	uint32_t latest; /* what period is where none is asked for */
	struct finding root, parent; /* series RELEASE_NONE when there is none */
	struct finding *areas;       /* in the order asked for; missing ones last */
	uint32_t area_count;
	uint32_t with_value;
	double least,
	    most; /* of values and limits of all shown, for a scale; NaN if none */
	uint32_t *periods; /* those of the series with any value, newest first */
	uint32_t period_count;
	uint32_t better, similar, worse, lower, higher,
	    uncompared; /* areas by verdict */
};

/* view->sort: empty or "value" (highest first), "-value", "name", "count" (highest
 * first), "trend" (rising first, falling last). Ties, and missing ones, by name. */
bool ranking_sorts_by(struct str sort); /* one of these words */
MUST_CHECK bool ranking_ask(
    struct arena *arena, const struct view *view, struct ranking *out, struct err *err);

#endif
