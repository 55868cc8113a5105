/* build/likeness.h - what areas of one type are compared in, to find which are alike.
 */
#ifndef BUILD_LIKENESS_H
#define BUILD_LIKENESS_H

#include "build/collect.h"
#include "release/draft.h"
#include "source/config.h"
#include "stats/distance.h"

struct likeness {
	struct distance_table table;
	const uint32_t *areas; /* number of each row */
	struct str basis;      /* what the columns are, in words */
};

/* The latest figures, of persons, of everything that is to be compared, for the areas
 * of the type named, or of the first that has them all. types: draft number of each
 * collected area type; indicators: as described, by collected number. False with faults
 * where an indicator or a type is not there. */
bool likeness_make(const struct collection *collection,
    const struct config_similar *config, const uint32_t *types,
    const struct draft *draft, const struct draft_indicator *indicators,
    struct arena *arena, struct likeness *out, struct report *report);

#endif
