/* geo/ring.h - what can be said of one closed line: its area, and the place inside it
 * where a label has most room. Pure arithmetic. */
#ifndef GEO_RING_H
#define GEO_RING_H

#include "geo/point.h"

/* Square metres, never negative. */
double ring_area(const struct geo_ring *ring);

struct ring_room {
	struct geo_point middle;
	double radius; /* of the circle around it that is inside the ring, metres */
};

/* Where the largest circle is that lies within an odd number of the rings and touches
 * none, to a hundredth of the first ring's size, in whose box it is looked for. Radius
 * 0 where there is none. */
struct ring_room ring_room(const struct geo_ring *rings, uint32_t count);

#endif
