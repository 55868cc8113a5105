/* release/map.h - the outlines of areas in a release. */
#ifndef RELEASE_MAP_H
#define RELEASE_MAP_H

#include "release/reader.h"

/* Of the sections that maps are made of. */
struct map_counts {
	uint32_t shapes, rings, links, arcs, vertices;
};

/* Every number of every map points to what is there, and nothing is left over. */
bool map_all_sound(const struct release *release, const struct map_counts *counts);

/* The shape of an area in a map, or NULL. */
const struct release_shape *map_shape(
    const struct release *release, uint32_t map, uint32_t area);

/* The map that has most of these areas (of several, the first), and how many; or
 * RELEASE_NONE. */
uint32_t map_for(const struct release *release, const uint32_t *areas, uint32_t count,
    uint32_t *found);

#endif
