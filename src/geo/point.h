/* geo/point.h - a place on the ground and a closed line through such places. */
#ifndef GEO_POINT_H
#define GEO_POINT_H

#include <stdint.h>

/* Metres on the British National Grid: east and north of its false origin. */
struct geo_point {
	int32_t x, y;
};

/* Closed without being told: the last point is not the first once more. */
struct geo_ring {
	struct geo_point *at;
	uint32_t count;
};

#endif
