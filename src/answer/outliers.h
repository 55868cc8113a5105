/* answer/outliers.h - funnel plot: which areas differ from their average by more than
 * chance explains in areas of their size. */
#ifndef ANSWER_OUTLIERS_H
#define ANSWER_OUTLIERS_H

#include "answer/finding.h"
#include "stats/funnel.h"

/* An area of the funnel. Its finding's verdict is that against the average: at 95 %,
 * "worst", "best", "lowest" and "highest" at 99.8 %. */
struct outlier {
	struct finding finding;
	struct funnel_limit point; /* NaN: not shown, see funnel_point */
	enum side side;
};

struct outliers {
	uint32_t period; /* as of a ranking */
	uint32_t latest;
	/* Why there is no funnel, as a sentence without its stop; empty where there is
	 * one. */
	struct str why_none;
	struct funnel funnel;
	struct funnel_row rows[FUNNEL_ROWS];
	struct outlier *at; /* highest value first */
	uint32_t count;
	uint32_t without;      /* areas that lack a value, a count or a denominator */
	uint32_t above, below; /* at 95 % and beyond */
	uint32_t far;          /* of them at 99.8 % */
};

/* Of the areas of the view, whose average it is, not of England. Proportions, crude and
 * directly standardised rates, and indirectly standardised ratios whose denominators
 * are expected events; not of modelled estimates. */
MUST_CHECK bool outliers_ask(struct arena *arena, const struct view *view,
    struct outliers *out, struct err *err);

#endif
