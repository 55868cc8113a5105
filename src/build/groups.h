/* build/groups.h - groups of areas that tartan.yaml names. */
#ifndef BUILD_GROUPS_H
#define BUILD_GROUPS_H

#include "build/collect.h"
#include "release/draft.h"
#include "source/config.h"

/* Fills the groups of the draft, whose types and relations stand. An area is named by
 * code or name; one that is of another kind than the rest stands for the areas of that
 * kind below it. Faults: an area that is not there, areas that are not of one kind or
 * overlap, a slug that is another group's or an area's code. */
void groups_make(const struct collection *collection,
    const struct config_profile *profile, struct arena *arena, struct draft *draft,
    struct report *report);

#endif
