#include "release/map.h"

#include <math.h>

struct next {
	uint32_t shape, ring, link, arc, vertex;
};

/* A range that begins where the one before it ended and is not empty. */
static bool
follows(uint32_t *next, uint32_t first, uint32_t count, uint32_t least, uint32_t all)
{
	if (first != *next || count < least || count > all - first)
		return false;
	*next = first + count;
	return true;
}

static bool
arcs_are_sound(const struct release *r, const struct release_map *map,
    const struct map_counts *all, struct next *next)
{
	if (!follows(&next->arc, map->first_arc, map->arcs, 1, all->arcs))
		return false;
	for (uint32_t a = map->first_arc; a < next->arc; a++)
		if (!follows(&next->vertex, r->arcs[a].first_vertex,
			r->arcs[a].vertices, 2, all->vertices))
			return false;
	return true;
}

/* The links lead along arcs of the same map. */
static bool
ring_is_sound(const struct release *r, const struct release_map *map, uint32_t number,
    const struct map_counts *all, struct next *next)
{
	const struct release_ring *ring = &r->rings[number];

	if (!follows(&next->link, ring->first_link, ring->links, 1, all->links) ||
	    !isfinite(ring->area) || ring->area < 0)
		return false;
	for (uint32_t l = ring->first_link; l < next->link; l++)
		if (r->links[l] / 2 < map->first_arc || r->links[l] / 2 >= next->arc)
			return false;
	return true;
}

static bool
shapes_are_sound(const struct release *r, const struct release_map *map,
    const struct map_counts *all, struct next *next)
{
	if (!follows(&next->shape, map->first_shape, map->shapes, 1, all->shapes))
		return false;
	for (uint32_t s = map->first_shape; s < next->shape; s++) {
		const struct release_shape *shape = &r->shapes[s];
		if (shape->area >= r->area_count ||
		    (s > map->first_shape && shape[-1].area >= shape->area) ||
		    !follows(
			&next->ring, shape->first_ring, shape->rings, 1, all->rings))
			return false;
		for (uint32_t i = shape->first_ring; i < next->ring; i++)
			if (!ring_is_sound(r, map, i, all, next))
				return false;
	}
	return true;
}

bool
map_all_sound(const struct release *release, const struct map_counts *counts)
{
	struct next next = { 0 };

	for (uint32_t m = 0; m < release->map_count; m++) {
		const struct release_map *map = &release->maps[m];
		if (map->source >= release->source_count ||
		    !arcs_are_sound(release, map, counts, &next) ||
		    !shapes_are_sound(release, map, counts, &next))
			return false;
	}
	return next.shape == counts->shapes && next.ring == counts->rings &&
	       next.link == counts->links && next.arc == counts->arcs &&
	       next.vertex == counts->vertices;
}

const struct release_shape *
map_shape(const struct release *release, uint32_t map, uint32_t area)
{
	const struct release_shape *shapes =
	    release->shapes + release->maps[map].first_shape;
	uint32_t from = 0, until = release->maps[map].shapes;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (shapes[middle].area < area)
			from = middle + 1;
		else
			until = middle;
	}
	return from < release->maps[map].shapes && shapes[from].area == area
		   ? &shapes[from]
		   : NULL;
}

uint32_t
map_for(const struct release *release, const uint32_t *areas, uint32_t count,
    uint32_t *found)
{
	uint32_t best = RELEASE_NONE;

	*found = 0;
	for (uint32_t m = 0; m < release->map_count; m++) {
		uint32_t here = 0;
		for (uint32_t i = 0; i < count; i++)
			here += map_shape(release, m, areas[i]) != NULL;
		if (here <= *found)
			continue;
		best = m;
		*found = here;
	}
	return best;
}
