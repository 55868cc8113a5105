/* build/similar.h - which areas are alike: lists in the folder, and neighbours found
 * here. */
#ifndef BUILD_SIMILAR_H
#define BUILD_SIMILAR_H

#include "build/collect.h"
#include "release/draft.h"
#include "source/config.h"
#include "source/neighbours.h"

/* Fills the kinds and neighbours of the draft: those of the lists, by kind as met, then
 * those that the profile wants found by the standardised distance (stats/distance.h)
 * over the latest figures of its indicators, of persons, and over the denominators of
 * its populations. Rows of lists whose areas have no figures are left out; areas that
 * lack a figure are nobody's neighbours, and named. types: draft number of each
 * collected area type; indicators: as described, by collected number. Faults: an
 * indicator or an area type that is not there, two kinds of one name. */
void similar_make(const struct collection *collection,
    const struct neighbour_list *lists, size_t list_count,
    const struct config_profile *profile, const uint32_t *types,
    const struct draft_indicator *indicators, struct arena *arena, struct draft *draft,
    struct report *report);

#endif
