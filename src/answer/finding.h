/* answer/finding.h - one figure with all that can be said of it: how it compares, where
 * it is heading. */
#ifndef ANSWER_FINDING_H
#define ANSWER_FINDING_H

#include "answer/view.h"

struct finding {
	uint32_t series, area,
	    period; /* numbers; RELEASE_NONE series: no such series */
	struct figure figure;
	enum verdict verdict;
	bool as_published;    /* the verdict is the source's own: ours cannot be made */
	const char *why_none; /* why it is not compared; NULL when it is */
	struct trend_result trend;
	bool trend_as_published;
};

/* The figure of an area for a variant and period, looked for in every series of the
 * variant that has the area (an England figure may stand under "England" or "Country"),
 * preferring area type `type` (RELEASE_NONE: any). period RELEASE_NONE: the latest with
 * a value. */
MUST_CHECK bool finding_look_up(const struct release *release,
    const struct variant *variant, uint32_t type, uint32_t area, uint32_t period,
    struct finding *out, struct err *err);

/* Fills verdict, as_published and why_none: out against the benchmark's figure of the
 * same period, by the indicator's comparison method and polarity. An area is not
 * compared with itself. benchmark_is_parent says which published verdict may stand in
 * when ours cannot be made for want of limits. */
void finding_compare(const struct release *release, struct finding *out,
    const struct finding *benchmark, bool benchmark_is_parent);

/* Fills trend from the series' periods up to that of the finding (the latest five), by
 * the method for the indicator's value type. */
MUST_CHECK bool finding_trend(
    const struct release *release, struct finding *out, struct err *err);

#endif
