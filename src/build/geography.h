/* build/geography.h - area types in order, who stands above whom, and the root of all.
 */
#ifndef BUILD_GEOGRAPHY_H
#define BUILD_GEOGRAPHY_H

#include "build/collect.h"
#include "release/draft.h"
#include "source/config.h"

/* Fills areas, types and relations of the draft and profile.root. type_numbers: draft
 * number of each collected type. Types the profile lists come first, in its order; the
 * others by level, then as met. A listed type that does not exist is a note. */
void geography_make(const struct collection *collection,
    const struct config_profile *profile, struct arena *arena, struct draft *draft,
    uint32_t *type_numbers, struct report *report);

/* The area of exactly that code, or RELEASE_NONE. */
uint32_t geography_find_code(const struct collection *collection, struct str code);

/* The area of that code or name, or RELEASE_NONE. */
uint32_t geography_find(const struct collection *collection, struct str name);

#endif
