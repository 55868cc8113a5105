/* build/changes.h - how the areas of a release came into being, changed and ended. */
#ifndef BUILD_CHANGES_H
#define BUILD_CHANGES_H

#include "build/places.h"
#include "release/draft.h"

/* Fills the changes of the draft: those of areas that the collection knows. What dates
 * alone say of an area's beginning or end gives way to a change that says what was
 * before or after. */
void changes_make(const struct places *places, const struct collection *collection,
    struct arena *arena, struct draft *draft);

#endif
