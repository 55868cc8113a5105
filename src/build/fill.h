/* build/fill.h - collected series as the draft's series, and their blocks filled. */
#ifndef BUILD_FILL_H
#define BUILD_FILL_H

#include "build/collect.h"
#include "release/draft.h"

/* What draft_fill needs; lives as long as the draft. */
struct filling {
	const struct collection *collection;
	const struct draft *draft;
	uint32_t *series; /* collected number of each draft series */
};

/* Fills draft->series, fill and context and profile.figures. order: collected number of
 * each draft indicator; types: draft number of each collected area type. */
void fill_make(struct filling *filling, const struct collection *collection,
    const uint32_t *order, const uint32_t *types, struct arena *arena,
    struct draft *draft);

#endif
