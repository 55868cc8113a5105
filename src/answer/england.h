/* answer/england.h - the root area alone: latest value, the one before, where it is
 * going. */
#ifndef ANSWER_ENGLAND_H
#define ANSWER_ENGLAND_H

#include "answer/finding.h"

struct england_row {
	uint32_t domain;
	struct variant variant;
	struct finding latest, before; /* before: the period just before, if any */
	enum side change;              /* latest against before: both intervals */
};

struct england {
	struct england_row *rows;
	uint32_t row_count;
};

MUST_CHECK bool england_ask(
    struct arena *arena, const struct view *view, struct england *out, struct err *err);

#endif
