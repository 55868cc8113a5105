/* geo/simplify.h - how much each point of a line matters.
 *
 * M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of
 * points" (1993): the point whose triangle with its neighbours is smallest goes first,
 * and so on; the size of the triangle when its turn comes is its weight. Leaving out
 * all points below any weight gives a line that is right for some scale, so that one
 * calculation serves every size of map. */
#ifndef GEO_SIMPLIFY_H
#define GEO_SIMPLIFY_H

#include "base/arena.h"
#include "geo/point.h"

/* Of points that no scale may leave out. */
#define WEIGHT_ALWAYS UINT32_MAX

/* Fills the weight of each point of an open line, in square metres; no point that goes
 * later has less than one that went before. The two ends always stay, and of those
 * between so many that matter most. */
void simplify_weigh(struct arena *arena, const struct geo_point *line, uint32_t count,
    uint32_t always, uint32_t *weights);

#endif
