/* answer/wish.h - a question looked up word by word, before its parts are made to go
 * together; for this layer's own use. */
#ifndef ANSWER_WISH_H
#define ANSWER_WISH_H

#include "answer/view.h"

/* Numbers of the release, RELEASE_NONE for what is not asked for. */
struct wish {
	uint32_t domain, indicator, type, area, parent, benchmark, sex;
	bool all_areas;   /* parent=all, or the root as parent */
	bool own_parents; /* benchmark=parent */
	bool dated;       /* a period is asked for */
	/* By number, those whose address text was asked for (texts may be shared); NULL
	 * when nothing was. */
	bool *ages, *categories, *periods;
};

struct reading {
	struct arena *arena;
	const struct release *release;
	const struct question *question;
	struct lost *lost;
	struct err *err;
};

/* In this order, as what there is to choose from depends on what was read before: what
 * a question is about and where; the sex, age and category of the indicator that is
 * (RELEASE_NONE: of any); the period of the series that is, of the indicator's where
 * that is RELEASE_NONE. False with *lost and *err filled where something is unknown. */
MUST_CHECK bool wish_read(const struct reading *r, struct wish *wish);
MUST_CHECK bool wish_read_variant(
    const struct reading *r, uint32_t indicator, struct wish *wish);
MUST_CHECK bool wish_read_period(
    const struct reading *r, uint32_t indicator, uint32_t series, struct wish *wish);

/* Says that there is no such area, or which is nearest; false. */
bool wish_lose_area(const struct reading *r, const char *parameter, struct str asked);

#endif
