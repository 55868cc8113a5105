/* answer/why.h - everything that one figure rests on: how its value and limits follow
 * from its counts, what it was compared with, the points of its trend. */
#ifndef ANSWER_WHY_H
#define ANSWER_WHY_H

#include "answer/heading.h"

/* Worked out again from count and denominator, beside what the source published. */
struct why_number {
	double ours, published; /* NaN for none */
	bool agrees;            /* to the last digit that was published */
	bool by_rounding;       /* what was published follows from a count and
				   denominator that are rounded to those published */
};

struct why {
	struct finding finding, benchmark;
	struct why_number value;
	enum interval_method
	    method; /* that limits were tried with; INTERVAL_NONE: none */
	struct why_number lower95, upper95, lower998, upper998;
	struct heading_point points[TREND_POINTS]; /* oldest first */
	uint32_t point_count;
	bool by_proportion; /* the trend was tested by counts, not by limits */
};

/* The figure of the view's variant, area and period, the latest without one. */
MUST_CHECK bool why_ask(const struct view *view, struct why *out, struct err *err);

#endif
