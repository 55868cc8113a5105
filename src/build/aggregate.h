/* build/aggregate.h - from rows of counts to all the figures that follow from them. */
#ifndef BUILD_AGGREGATE_H
#define BUILD_AGGREGATE_H

#include "build/places.h"
#include "build/recipes.h"

/* Batches on their way to a collection; those of counts among them. */
struct aggregate {
	struct recipes *recipes;
	const struct places *places;
	struct folder *folder;
	size_t threads;
	struct batch *batches; /* grows */
	size_t count;
};

/* Computes the rows of counts, then adds batches of sums to parents, of pooled years
 * and of standardised rates. Rows of single years that are only there to be pooled are
 * dropped. Reports are left in the batches. */
void aggregate(struct aggregate *aggregate);

/* What releases know of standardised rates: fills standard, total age and bands. */
void aggregate_standards(const struct recipes *recipes,
    const struct collection *collection, struct arena *arena,
    struct draft_indicator *indicators);

/* Notes, once a table, that some of its areas have a name and others none: their codes
 * may be mistyped. */
void aggregate_names(const struct collection *collection, struct report *report);

#endif
