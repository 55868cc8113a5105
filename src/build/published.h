/* build/published.h - what sources say of their own figures, counted as evidence. */
#ifndef BUILD_PUBLISHED_H
#define BUILD_PUBLISHED_H

#include "build/evidence.h"

/* Weighs the published comparisons with the root area against the values they stand
 * beside, and what published trends imply; fills the fields of the evidence that speak
 * of polarity and comparison. first, count: the indicator's series. */
void published_weigh(const struct collection *collection, uint32_t first,
    uint32_t count, uint32_t root, struct evidence *evidence);

#endif
