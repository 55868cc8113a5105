#include "geo/topology.h"

#include <stdbool.h>

#include "base/table.h"
#include "geo/simplify.h"

/* Rings as numbers of places: the same place, the same number. */
struct weave {
	const struct geo_ring *rings;
	uint32_t count;
	struct table places;
	uint32_t *at; /* the points of all rings, one behind the other */
	struct geo_range *spans;
	struct geo_point *points; /* of each place */
	uint32_t (*sides)[2];     /* of each place: the smaller and larger neighbour */
	bool *junctions;
	/* Arcs as they are found. */
	struct table keys;
	uint32_t *found; /* places along the arcs */
	struct geo_range *arcs;
	uint32_t arc_count, found_count;
	uint32_t *links;
	uint32_t link_count;
	uint32_t *always; /* of each arc: points between its ends that have to stay */
};

static uint32_t
total_points(const struct geo_ring *rings, uint32_t count)
{
	uint32_t total = 0;

	for (uint32_t r = 0; r < count; r++)
		total += rings[r].count;
	return total;
}

/* Numbers the points, without repetitions one behind the other. */
static void
number_ring(struct weave *w, uint32_t ring, uint32_t *next)
{
	const struct geo_ring *from = &w->rings[ring];
	struct geo_range *span = &w->spans[ring];

	span->first = *next;
	for (uint32_t i = 0; i < from->count; i++) {
		uint32_t place = table_add(&w->places,
		    (struct str){ (const char *)&from->at[i], sizeof from->at[i] });
		w->points[place] = from->at[i];
		if (!span->count || w->at[*next - 1] != place) {
			w->at[(*next)++] = place;
			span->count++;
		}
	}
	while (span->count > 1 && w->at[span->first] == w->at[*next - 1]) {
		--*next;
		span->count--;
	}
	if (span->count < 3) {
		*next = span->first;
		span->count = 0;
	}
}

/* A place where not all rings that come through have the same two neighbours. */
static void
mark_ring(struct weave *w, const struct geo_range *span)
{
	const uint32_t *at = w->at + span->first;

	for (uint32_t i = 0; i < span->count; i++) {
		uint32_t a = at[(i + span->count - 1) % span->count],
			 b = at[(i + 1) % span->count];
		uint32_t low = a < b ? a : b, high = a < b ? b : a;
		uint32_t *sides = w->sides[at[i]];
		if (sides[0] == sides[1]) {
			sides[0] = low;
			sides[1] = high;
		} else if (sides[0] != low || sides[1] != high) {
			w->junctions[at[i]] = true;
		}
		/* There and back again: the point of a spike. */
		if (low == high)
			w->junctions[at[i]] = true;
	}
}

/* Where a ring begins: at a junction, else at its smallest number, so that all rings of
 * the same places begin alike. */
static uint32_t
start_of(const struct weave *w, const struct geo_range *span)
{
	const uint32_t *at = w->at + span->first;
	uint32_t least = 0;

	for (uint32_t i = 0; i < span->count; i++) {
		if (w->junctions[at[i]])
			return i;
		if (at[i] < at[least])
			least = i;
	}
	return least;
}

/* Adds the arc that ends the list of found places, or finds that it was there before.
 */
static uint32_t
link_of(struct weave *w, uint32_t first, uint32_t count)
{
	uint32_t *at = w->found + first, known = w->keys.count;
	bool back =
	    at[0] != at[count - 1] ? at[0] > at[count - 1] : at[1] > at[count - 2];

	for (uint32_t i = 0; back && i < count / 2; i++) {
		uint32_t swap = at[i];
		at[i] = at[count - 1 - i];
		at[count - 1 - i] = swap;
	}
	uint32_t arc =
	    table_add(&w->keys, (struct str){ (const char *)at, count * sizeof *at });
	if (w->keys.count > known) {
		w->arcs[w->arc_count++] = (struct geo_range){ first, count };
		w->found_count = first + count;
	}
	return arc * 2 + back;
}

static void
cut_ring(struct weave *w, const struct geo_range *span, struct geo_range *out)
{
	const uint32_t *at = w->at + span->first;
	uint32_t start, from;

	out->first = w->link_count;
	if (!span->count)
		return;
	start = start_of(w, span);
	from = w->found_count;
	w->found[from] = at[start];
	for (uint32_t i = 1, len = 1; i <= span->count; i++) {
		uint32_t place = at[(start + i) % span->count];
		w->found[from + len++] = place;
		if (i < span->count && !w->junctions[place])
			continue;
		w->links[w->link_count++] = link_of(w, from, len);
		out->count++;
		from = w->found_count;
		w->found[from] = place;
		len = 1;
	}
	/* One arc alone must stay a triangle, and two must not fall into one line. */
	for (uint32_t i = 0; i < out->count && out->count < 3; i++) {
		uint32_t *always = &w->always[w->links[out->first + i] / 2];
		uint32_t wanted = 3 - out->count;
		*always = *always > wanted ? *always : wanted;
	}
}

static void
weigh_arc(const struct weave *w, uint32_t arc, double floor, struct topology *out)
{
	AUTO_ARENA arena = { 0 };
	const struct geo_range *range = &w->arcs[arc];
	struct geo_point *line = ARENA_NEW(&arena, struct geo_point, range->count);
	uint32_t *weights = ARENA_NEW(&arena, uint32_t, range->count);

	for (uint32_t i = 0; i < range->count; i++)
		line[i] = w->points[w->found[range->first + i]];
	simplify_weigh(&arena, line, range->count, w->always[arc], weights);
	out->arcs[arc].first = out->vertex_count;
	for (uint32_t i = 0; i < range->count; i++)
		if (weights[i] >= floor)
			out->vertices[out->vertex_count++] = (struct geo_vertex){
				.point = line[i],
				.weight = weights[i],
			};
	out->arcs[arc].count = out->vertex_count - out->arcs[arc].first;
}

/* An arc shares only its ends with others; each ring has one more point than places. */
static struct weave
weave_of(struct arena *arena, const struct geo_ring *rings, uint32_t count)
{
	uint32_t total = total_points(rings, count), next = 0;
	struct weave w = {
		.rings = rings,
		.count = count,
		.at = ARENA_NEW(arena, uint32_t, total),
		.spans = ARENA_NEW(arena, struct geo_range, count),
		.points = ARENA_NEW(arena, struct geo_point, total),
		.found = ARENA_NEW(arena, uint32_t, (size_t)total * 2 + 2),
		.arcs = ARENA_NEW(arena, struct geo_range, total),
		.links = ARENA_NEW(arena, uint32_t, total),
		.always = ARENA_NEW(arena, uint32_t, total),
	};

	for (uint32_t r = 0; r < count; r++)
		number_ring(&w, r, &next);
	w.sides = (uint32_t(*)[2])arena_take(arena, w.places.count, sizeof *w.sides);
	w.junctions = ARENA_NEW(arena, bool, w.places.count);
	for (uint32_t r = 0; r < count; r++)
		mark_ring(&w, &w.spans[r]);
	return w;
}

void
topology_make(struct arena *arena, const struct geo_ring *rings, uint32_t count,
    double floor, struct topology *out)
{
	AUTO_ARENA own = { 0 };
	struct weave w = weave_of(&own, rings, count);

	*out = (struct topology){
		.rings = ARENA_NEW(arena, struct geo_range, count),
	};
	for (uint32_t r = 0; r < count; r++)
		cut_ring(&w, &w.spans[r], &out->rings[r]);
	out->arcs = ARENA_NEW(arena, struct geo_range, w.arc_count);
	out->vertices = ARENA_NEW(arena, struct geo_vertex, w.found_count);
	out->links = ARENA_NEW(arena, uint32_t, w.link_count);
	out->arc_count = w.arc_count;
	out->link_count = w.link_count;
	for (uint32_t i = 0; i < w.link_count; i++)
		out->links[i] = w.links[i];
	for (uint32_t a = 0; a < w.arc_count; a++)
		weigh_arc(&w, a, floor, out);
	table_done(&w.places);
	table_done(&w.keys);
}
