/* answer/rows.h - figures one after another in the published 27-column form, for
 * downloads. */
#ifndef ANSWER_ROWS_H
#define ANSWER_ROWS_H

#include "answer/finding.h"

struct download_row {
	uint32_t indicator, sex, age, category, type, area, parent, period;
	struct finding finding; /* verdict: against the root */
	enum verdict parent_verdict;
	bool latest; /* the newest period of its series: the trend is given */
};

/* Called for each row; false stops the walk. */
typedef bool rows_visit(void *context, const struct download_row *row);

/* What to walk: RELEASE_NONE for all. Order: indicator, then series, period, area. */
struct rows_filter {
	uint32_t domain, indicator, type, parent, area;
};

MUST_CHECK bool rows_walk(const struct release *release,
    const struct rows_filter *filter, rows_visit *visit, void *context,
    struct err *err);

#endif
