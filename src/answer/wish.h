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
	/* By number, those whose address text was asked for (texts may be shared); NULL
	 * when nothing was. */
	bool *ages, *categories, *periods;
};

MUST_CHECK bool wish_read(struct arena *arena, const struct release *release,
    const struct question *question, struct wish *wish, struct lost *lost,
    struct err *err);

#endif
