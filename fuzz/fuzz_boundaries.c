/* fuzz/fuzz_boundaries.c - a file of outlines of any content is read or refused with a
 * place; what is read lies on the ground, and can be made a map. */
#include <stdint.h>
#include <stdlib.h>

#include "geo/ring.h"
#include "geo/simplify.h"
#include "geo/topology.h"
#include "source/boundaries.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
must(bool truth)
{
	if (!truth)
		abort();
}

/* The links of a ring close. */
static void
must_close(const struct topology *t, const struct geo_range *ring)
{
	struct geo_point first = { 0, 0 }, at = { 0, 0 };

	for (uint32_t l = 0; l < ring->count; l++) {
		uint32_t link = t->links[ring->first + l];
		must(link / 2 < t->arc_count);
		const struct geo_range *arc = &t->arcs[link / 2];
		must(arc->count >= 2 && arc->first + arc->count <= t->vertex_count);
		struct geo_point a = t->vertices[arc->first].point;
		struct geo_point b = t->vertices[arc->first + arc->count - 1].point;
		struct geo_point from = link % 2 ? b : a;
		if (l == 0)
			first = from;
		else
			must(from.x == at.x && from.y == at.y);
		at = link % 2 ? a : b;
	}
	must(at.x == first.x && at.y == first.y);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	AUTO_ARENA arena = { 0 };
	struct source_file file = { .path = STR("x.geojson"),
		.bytes = { (const char *)bytes, len } };
	struct boundaries read;
	struct report report = { 0 };
	struct topology topology;

	boundaries_read(&arena, &file, &read, &report);
	for (uint32_t i = 0; i < read.count; i++)
		must(read.at[i].first_ring + read.at[i].ring_count <= read.ring_count);
	for (uint32_t r = 0; r < read.ring_count; r++)
		must(ring_area(&read.rings[r]) >= 0 &&
		     ring_room(&read.rings[r], 1).radius >= 0);
	topology_make(&arena, read.rings, read.ring_count, 100, &topology);
	for (uint32_t r = 0; r < read.ring_count; r++)
		must_close(&topology, &topology.rings[r]);
	for (uint32_t i = 0; i < report.count; i++) {
		struct str text = report.entries[i].text;
		must(str_utf8_until(text) == text.len);
	}
	report_done(&report);
	return 0;
}
