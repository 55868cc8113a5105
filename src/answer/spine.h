/* answer/spine.h - area profile: one area, every indicator of the domains, where it
 * lies among the others of its type.
 *
 * The scale of each row has the benchmark in the middle; half the width is the larger
 * of the distances from it to the lowest and highest area, so that one side reaches the
 * edge. Worst is left: indicators for which low is good are mirrored. Percentiles are
 * type 7 over the areas of the type and need four values. Without a judgement lowest is
 * left. Plain counts have no scale: where an area lies by them says how large it is,
 * and the whole is always the largest. The period of a row is the latest with a value
 * among the areas of the type, so that an area without one shows why. */
#ifndef ANSWER_SPINE_H
#define ANSWER_SPINE_H

#include "answer/finding.h"

enum { SPINE_LEAST_VALUES = 4 };

struct spine_row {
	uint32_t domain;
	struct variant variant;
	bool again; /* the same measure has a row in a domain above */
	uint32_t period;
	struct finding area, parent, root;
	struct finding benchmark; /* where it is another area than these */
	/* Why there is nothing to draw ("too few areas have a figure"), and the numbers
	 * below are NaN; NULL when there are percentiles and a benchmark to draw by. */
	const char *undrawn;
	bool mirrored;      /* low is good: the highest value is at the left */
	uint32_t values;    /* areas with a value */
	double worst, best; /* values at the left and right end */
	double p5, p25, median, p75, p95; /* values, ascending */
	/* Places on the scale, 0 left edge to 1 right edge; benchmark at 0.5. */
	double at_worst, at_best, at_left_quarter, at_right_quarter;
	double at_area, at_parent; /* NaN when there is no value; a parent beyond the
				      areas is put at the edge */
};

struct spine {
	struct spine_row *rows;
	uint32_t row_count;
};

/* All indicators of view->domain, or of every domain when it is RELEASE_NONE. */
MUST_CHECK bool spine_ask(
    struct arena *arena, const struct view *view, struct spine *out, struct err *err);

#endif
