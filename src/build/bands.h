/* build/bands.h - the age bands that a directly standardised rate is made of, and the
 * standard population's weight of each. */
#ifndef BUILD_BANDS_H
#define BUILD_BANDS_H

#include "build/recipes.h"

enum { BANDS_MOST = 200 };

struct band {
	uint32_t age; /* number in the collection */
	unsigned from, until;
	double weight;
};

struct bands {
	struct band at[BANDS_MOST]; /* youngest first */
	uint32_t count;
	struct str total; /* what the rate is of: "All ages" */
};

/* The bands of an indicator's series [first, first + count). False with a fault of the
 * definition where ages are none, overlap, leave a gap or have no weight. The total's
 * text is in the arena. */
bool bands_of(const struct collection *collection, const struct table_recipe *recipe,
    uint32_t first, uint32_t count, struct arena *arena, struct bands *out,
    struct report *report);

#endif
