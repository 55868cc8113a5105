/* answer/inequalities.h - one indicator and area, broken down: by sex, by age, by
 * deprivation or any other category, each part against the whole. */
#ifndef ANSWER_INEQUALITIES_H
#define ANSWER_INEQUALITIES_H

#include "answer/gap.h"

struct inequalities {
	uint32_t period; /* RELEASE_NONE: no part has a row */
	uint32_t latest; /* what period is where none is asked for */
	struct partition_parts parts;
	struct finding *findings; /* of the parts, compared with the total */
	struct finding total;     /* series RELEASE_NONE where there is none */
	uint32_t with_value;      /* parts */
	uint32_t better, worse, lower, higher, compared; /* parts by verdict */
	double least, most; /* of values and limits of all shown; NaN if none */
	struct gap gap;
};

/* At the view's period, else the latest at which a part has a value (a row, where none
 * has). Parts are compared with the total of the same area and period by the
 * indicator's method, never by fifths of areas, and never in the words of the source,
 * which compares with other areas. */
MUST_CHECK bool inequalities_ask(struct arena *arena, const struct view *view,
    struct inequalities *out, struct err *err);

/* The same over time: at every period at which a part has a value, oldest first. The
 * parts are the same in all. */
struct inequality_course {
	struct inequalities *at;
	uint32_t count;
	double least, most; /* of all periods; NaN if none */
};
MUST_CHECK bool inequality_course_ask(struct arena *arena, const struct view *view,
    struct inequality_course *out, struct err *err);

#endif
