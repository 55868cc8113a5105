/* tests/build/facts_of.h - what is known of an indicator, as text to compare. */
#ifndef TESTS_BUILD_FACTS_OF_H
#define TESTS_BUILD_FACTS_OF_H

#include "base/buf.h"
#include "release/draft.h"

/* "Value type: Proportion, 9 for, 1 against", one fact a line; those without an origin
 * or only assumed are left out, and so are a unit that only follows from type and
 * multiplier, and the
 * kind of year that periods are written as, and why there is no comparison. */
void facts_of(struct buf *out, const struct draft_indicator *indicator);

#endif
