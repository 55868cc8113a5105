/* answer/england.h - the root area alone: latest value, an earlier one, where it is
 * going. */
#ifndef ANSWER_ENGLAND_H
#define ANSWER_ENGLAND_H

#include "answer/finding.h"

struct england_row {
	uint32_t domain;
	struct variant variant;
	bool again; /* the same measure has a row in a domain above */
	/* before: the newest earlier period of the same kind with a row that shares no
	 * month with the latest: rolling periods have years in common with those just
	 * before, whose figures count the same people twice. Its value may be missing.
	 * Period RELEASE_NONE: there is none. */
	struct finding latest, before;
	bool overlapping; /* there are earlier rows, but all share months with it */
	/* latest against before: both intervals, at the level by which the indicator is
	 * compared; "far" only where it is compared at two. */
	enum side change;
};

struct england {
	struct england_row *rows;
	uint32_t row_count;
};

/* The indicators of view->domain, or of every domain when it is RELEASE_NONE, that have
 * a row for the root. */
MUST_CHECK bool england_ask(
    struct arena *arena, const struct view *view, struct england *out, struct err *err);

#endif
