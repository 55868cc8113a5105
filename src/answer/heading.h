/* answer/heading.h - where figures are heading: the five periods of a recent trend,
 * chosen once for a series and followed for each of its areas; for this layer's own
 * use. Others call finding_trend. */
#ifndef ANSWER_HEADING_H
#define ANSWER_HEADING_H

#include "answer/finding.h"

struct heading {
	uint32_t places[TREND_POINTS]; /* of periods in the series, oldest first */
	enum trend_reason reason;      /* why there are none */
	bool wanting; /* they are years, and those that are not there may be found in
			 another series of the variant */
};

/* The latest five periods of a kind up to the one at a place of the series' list. */
struct heading heading_of(
    const struct release *release, const struct figures *figures, uint32_t period);

/* Fills the trend of a finding of the series from its figures alone; area: its place in
 * the series' list. */
void heading_follow(const struct release *release, const struct figures *figures,
    const struct heading *heading, uint32_t area, struct finding *out);

/* What the trend of a finding rests on, oldest first: up to five periods of its kind,
 * in every series of its variant that has its area. */
struct heading_point {
	uint32_t period;
	struct trend_point point;
};

MUST_CHECK bool heading_points(const struct release *release,
    const struct finding *finding, struct heading_point points[TREND_POINTS],
    uint32_t *count, struct err *err);

#endif
