/* geo/topology.h - rings cut into arcs, so that neighbours share their border.
 *
 * Two areas that touch have the same points along their border. Where rings meet or
 * part there is a junction; between two junctions lies an arc, which is kept once,
 * whoever it bounds. Simplified arc by arc, neighbours still have the same border: no
 * slivers, no overlaps. (The idea is that of TopoJSON.) */
#ifndef GEO_TOPOLOGY_H
#define GEO_TOPOLOGY_H

#include "base/arena.h"
#include "geo/point.h"

/* A point of an arc and how much it matters, see simplify.h. */
struct geo_vertex {
	struct geo_point point;
	uint32_t weight; /* square metres; ends: WEIGHT_ALWAYS */
};

/* A range: of vertices of an arc, of links of a ring. */
struct geo_range {
	uint32_t first, count;
};

/* Arcs in the order met. A ring is a chain of links, each the number of an arc times
 * two, plus one where the arc is walked from its end; it closes. A ring that is nothing
 * (fewer than three different points) has no links. */
struct topology {
	struct geo_vertex *vertices;
	struct geo_range *arcs;
	uint32_t *links;
	struct geo_range *rings; /* one for each that was given */
	uint32_t vertex_count, arc_count, link_count;
};

/* Vertices below `floor` square metres are left out for good, but for those without
 * which a ring would vanish. Everything is in the arena; the rings are only read. */
void topology_make(struct arena *arena, const struct geo_ring *rings, uint32_t count,
    double floor, struct topology *out);

#endif
