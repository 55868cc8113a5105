/* answer/england.h - the root area alone: latest value, the one before, where it is
 * going. */
#ifndef ANSWER_ENGLAND_H
#define ANSWER_ENGLAND_H

#include "answer/finding.h"

struct england_row {
	uint32_t domain;
	struct variant variant;
	/* before: the newest earlier period of the same kind, if any. Rolling periods
	 * share years with the one before. */
	struct finding latest, before;
	enum side change; /* latest against before: both intervals */
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
