/* answer/boxes.h - how the areas of a kind are spread, period by period. */
#ifndef ANSWER_BOXES_H
#define ANSWER_BOXES_H

#include "answer/finding.h"

enum { BOX_LEAST_VALUES = 4 };

/* Of fewer values than that there are no percentiles: the seven numbers are NaN then.
 * Percentiles are type 7, as everywhere. */
struct box {
	uint32_t period;
	uint32_t values; /* areas with a value */
	double least, p5, p25, median, p75, p95, most;
	uint32_t lowest, highest; /* areas: the first by number; RELEASE_NONE without */
	/* The view's area, compared, and what it is compared with; series RELEASE_NONE
	 * where there is none. */
	struct finding area, benchmark;
};

/* Of the areas of the view's type, below its parent if it has one; in every period of
 * the series in which an area has a value, oldest first. */
struct boxes {
	struct box *at;
	uint32_t count;
	uint32_t drawn;     /* boxes with percentiles */
	double least, most; /* of all boxes and marks; NaN without any */
};

MUST_CHECK bool boxes_ask(
    struct arena *arena, const struct view *view, struct boxes *out, struct err *err);

#endif
