/* answer/rows.h - figures one after another in the published 27-column form, for
 * downloads. */
#ifndef ANSWER_ROWS_H
#define ANSWER_ROWS_H

#include "answer/finding.h"

struct download_row {
	uint32_t indicator, sex, age, category, type, area, period;
	uint32_t
	    parent; /* the one filtered by, else the area's first, or RELEASE_NONE */
	struct finding finding;      /* verdict: against the root */
	enum verdict parent_verdict; /* none where the parent is the root */
	bool latest; /* the newest period of its series with a value: the trend is given
		      */
};

/* Called for each row; false stops the walk. */
typedef bool rows_visit(void *context, const struct download_row *row);

/* What to walk: RELEASE_NONE for all; parent: the areas below it. Order: indicator (of
 * a domain: its order), then series, period, area by code. Cells without a row in the
 * sources are left out. */
struct rows_filter {
	uint32_t domain, indicator, type, parent, area;
};

MUST_CHECK bool rows_walk(const struct release *release,
    const struct rows_filter *filter, rows_visit *visit, void *context,
    struct err *err);

#endif
