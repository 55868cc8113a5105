/* answer/parts.h - a group of areas as an address spells it, taken apart; for this
 * layer's own use. */
#ifndef ANSWER_PARTS_H
#define ANSWER_PARTS_H

#include "answer/grouping.h"

/* One part of a value: an area or a group of the release, added or taken out. */
struct part {
	struct str text; /* without the sign */
	bool taken_out;
	uint32_t area;
};

struct parts {
	struct part at[GROUPING_PARTS];
	size_t count;
};

/* Takes the next part off a text; empty at its end. */
struct str parts_next(struct str *text);

/* False where there are too many. */
bool parts_split(struct str text, struct parts *parts);

/* In order, none twice, as a text. */
struct str parts_join(struct arena *arena, struct parts *parts);

#endif
