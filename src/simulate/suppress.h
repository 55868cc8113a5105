/* simulate/suppress.h - hides small counts and what would give them away. */
#ifndef SIMULATE_SUPPRESS_H
#define SIMULATE_SUPPRESS_H

#include "simulate/draw.h"

/* Marks as hidden, in one period: counts of 1 to 4; the other sex beside a hidden one,
 * which would follow from the persons; and, where one authority alone would be hidden
 * in a region, the one with the next smallest count, because the region's sum is
 * published. */
void suppress(const struct plan *plan, struct cases sexes[FIGURE_SEXES][PLACES]);

#endif
