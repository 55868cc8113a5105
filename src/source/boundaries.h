/* source/boundaries.h - the outlines of areas, from GeoJSON (RFC 7946).
 *
 * Coordinates are longitude and latitude, or metres of the National Grid where the file
 * says so (crs EPSG:27700); what is handed out is in metres of the grid. Which property
 * holds the code of an area is not decided here: it is called otherwise in every file.
 */
#ifndef SOURCE_BOUNDARIES_H
#define SOURCE_BOUNDARIES_H

#include "base/arena.h"
#include "geo/point.h"
#include "source/report.h"
#include "source/source_file.h"

/* A property that is text; the id of a feature is one called "id". */
struct boundary_text {
	struct str name, value;
};

struct boundary {
	struct boundary_text *texts;
	uint32_t text_count;
	uint32_t first_ring, ring_count;
};

struct boundaries {
	struct boundary *at; /* those with a polygon, in the order of the file */
	uint32_t count;
	struct geo_ring *rings; /* outlines and holes alike */
	uint32_t ring_count;
};

/* Reads a file of KIND_BOUNDARIES. Everything is in the arena, but for texts without
 * escapes, which are views of the file. Faults go to the report; of what has one
 * nothing is kept. */
void boundaries_read(struct arena *arena, const struct source_file *file,
    struct boundaries *out, struct report *report);

#endif
