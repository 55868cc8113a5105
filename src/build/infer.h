/* build/infer.h - what the files do not say, concluded from the figures themselves.
 *
 * Each conclusion comes with the number of rows that support and contradict it (none of
 * either where it rests on a name) and a sentence of evidence. Nothing is concluded
 * where fewer than nine in ten rows agree.
 * docs/inference.md explains each rule. */
#ifndef BUILD_INFER_H
#define BUILD_INFER_H

#include "build/collect.h"
#include "release/draft.h"

/* Fills value type, multiplier, unit, interval, polarity, comparison, decimals,
 * modelled, frequency and their facts of one draft indicator per collected indicator,
 * on so many threads. root: the area all are compared with, or RELEASE_NONE. Texts go
 * to the arena. Facts already given (origin other than ORIGIN_NONE) are left alone. */
void infer(const struct collection *collection, uint32_t root, size_t threads,
    struct arena *arena, struct draft_indicator *indicators);

#endif
