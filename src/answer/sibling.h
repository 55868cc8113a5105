/* answer/sibling.h - kinds of area that are another edition of the same.
 *
 * Counties and unitary authorities before and after a reorganisation are published as
 * different kinds of area, each with indicators of its own, though most of their areas
 * are the same. Who asks for one and finds nothing is shown to the other. */
#ifndef ANSWER_SIBLING_H
#define ANSWER_SIBLING_H

#include "answer/view.h"

/* The kind of area that has figures of an indicator in the place of `type`: of the same
 * level, with at least half of the areas of the smaller of both in common, the one with
 * most of them. RELEASE_NONE where there is none, and where the type has figures
 * itself. */
uint32_t sibling_of(const struct release *release, uint32_t type, uint32_t indicator);

struct sibling {
	uint32_t type;
	uint32_t
	    indicators; /* that have figures for it and not for the one asked for */
};

/* The siblings of the view's type for the indicators of its domain (of all, without
 * one), by type. */
struct sibling *sibling_list(
    struct arena *arena, const struct view *view, uint32_t *count);

#endif
