/* build/places.h - lists and lookups of areas, laid under the figures.
 *
 * Only areas that have figures matter, and what they are part of: a list of every
 * surgery in the country adds nothing to a profile of counties. Names and parents that
 * the figures give themselves win. */
#ifndef BUILD_PLACES_H
#define BUILD_PLACES_H

#include "build/collect.h"
#include "source/areas.h"

struct places {
	struct area_list *lists;
	size_t count;
	struct change_list *changes; /* of tables of changes and of the lists */
	size_t change_count;
};

/* A batch without rows whose areas are those above the areas of the batches and those
 * they were made of or became part of, with names for the areas that the figures leave
 * unnamed. The caller owns it. */
void places_batch(const struct places *places, const struct batch *batches,
    size_t batch_count, struct batch *out);

/* Adds what the lists say to the relations of a collection, for areas of a type that
 * have no parent yet. */
void places_relate(const struct places *places, struct collection *collection);

/* Areas below one that has figures nowhere lie in its parents too, which nobody could
 * know otherwise; disclosure control has to. */
void places_climb(const struct places *places, struct collection *collection);

#endif
