/* build/bucket.h - rows sorted into their series and series into matrices; the hot half
 * of collecting. */
#ifndef BUILD_BUCKET_H
#define BUILD_BUCKET_H

#include "build/collect.h"

/* [batch][number in the batch]: final number. */
struct bucket_numbers {
	uint32_t *const *indicators, *const *areas, *const *types, *const *ages;
	uint32_t *const *categories, *const *periods;
};

/* Fills series, relations, rows and repeated of a collection whose names are numbered.
 */
void bucket_rows(struct collection *collection, const struct bucket_numbers *numbers,
    size_t threads, struct report *report);

#endif
