/* build/proportion.h - proportions of more than all there is. */
#ifndef BUILD_PROPORTION_H
#define BUILD_PROPORTION_H

#include "build/collect.h"
#include "release/draft.h"

/* A fault for each row whose count is above its denominator, of indicators (as the
 * collection numbers them) that are known to be proportions. */
void proportion_check(const struct collection *collection,
    const struct draft_indicator *indicators, struct report *report);

#endif
