#include "build/maps.h"

#include <math.h>
#include <stdlib.h>

#include "base/table.h"
#include "geo/ring.h"
#include "geo/topology.h"
#include "source/boundaries.h"

/* No screen shows a map at more points across than this: finer bends are left out. */
enum { FINEST = 8000 };

/* A file, and what of it belongs to the profile. */
struct outline {
	struct arena *arena;
	const struct draft *draft;
	const struct source_file *file;
	struct boundaries read;
	struct str property; /* that holds the codes */
	uint32_t
	    *features; /* of each area of the draft: its feature, or RELEASE_NONE */
	uint32_t matched, strangers, twice;
	struct str stranger; /* one of the codes that are not in the profile */
};

static uint32_t
find_code(const struct draft *draft, struct str code)
{
	uint32_t from = 0, until = draft->area_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (str_order(draft->areas[middle].code, code) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return from < draft->area_count && str_equal(draft->areas[from].code, code)
		   ? from
		   : RELEASE_NONE;
}

/* Fingertips writes the codes of the NHS with an n before them. */
static uint32_t
area_of(struct arena *arena, const struct draft *draft, struct str code)
{
	uint32_t area = find_code(draft, code);

	return area != RELEASE_NONE
		   ? area
		   : find_code(draft, str_print(arena, "n%.*s", STR_ARG(code)));
}

static struct str
text_of(const struct boundary *feature, struct str property)
{
	for (uint32_t i = 0; i < feature->text_count; i++)
		if (str_equal(feature->texts[i].name, property))
			return feature->texts[i].value;
	return STR("");
}

/* The property that names most areas; of several, the one met first. */
static struct str
property_of(const struct outline *o)
{
	AUTO_ARENA arena = { 0 };
	struct table names = { 0 };
	uint32_t *hits = NULL, best = 0;
	struct str property = STR("");

	for (uint32_t f = 0; f < o->read.count; f++)
		for (uint32_t i = 0; i < o->read.at[f].text_count; i++) {
			const struct boundary_text *text = &o->read.at[f].texts[i];
			uint32_t known = names.count;
			uint32_t name = table_add(&names, text->name);
			hits = memory_grow(hits, names.count, sizeof *hits);
			if (names.count > known)
				hits[name] = 0;
			hits[name] +=
			    area_of(&arena, o->draft, text->value) != RELEASE_NONE;
		}
	for (uint32_t n = 0; n < names.count; n++)
		if (hits[n] > best) {
			best = hits[n];
			property = names.texts[n];
		}
	free(hits);
	table_done(&names);
	return property;
}

static void
match(struct outline *o)
{
	o->features = ARENA_NEW(o->arena, uint32_t, o->draft->area_count);
	for (uint32_t a = 0; a < o->draft->area_count; a++)
		o->features[a] = RELEASE_NONE;
	for (uint32_t f = 0; f < o->read.count; f++) {
		struct str code = text_of(&o->read.at[f], o->property);
		uint32_t area = area_of(o->arena, o->draft, code);
		if (area == RELEASE_NONE) {
			o->stranger = o->strangers++ ? o->stranger : code;
		} else if (o->features[area] != RELEASE_NONE) {
			o->twice++;
		} else {
			o->features[area] = f;
			o->matched++;
		}
	}
}

static void
tell(const struct outline *o, struct report *report)
{
	struct place whole = { .file = o->file->path };

	if (!o->matched)
		report_note(report, whole,
		    "none of %u outlines is of an area of this profile: no property "
		    "holds the codes of its areas; no map is made of them",
		    o->read.count);
	else if (o->strangers || o->twice)
		report_note(report, whole,
		    "%u of %u outlines have no area in this profile ('%.*s'%s), and %u "
		    "are of an area met before; left out",
		    o->strangers, o->read.count, STR_ARG(o->stranger),
		    o->strangers > 1 ? " and others" : "", o->twice);
}

/* The rings of the areas that are in the profile, area by area, the largest first: as
 * many as `map->ring_count` says, with their areas. */
struct chosen {
	struct geo_ring *rings;
	double *areas;
	uint32_t count;
};

static int
order_rings(const void *a, const void *b)
{
	double x = ring_area(a), y = ring_area(b);

	return (x < y) - (x > y);
}

/* Of islets without area no more is kept than one, where there is nothing else. */
static void
choose_rings(const struct outline *o, const struct boundary *feature,
    struct release_shape *shape, struct chosen *chosen)
{
	struct geo_ring *rings = &chosen->rings[chosen->count];
	struct ring_room room;

	shape->first_ring = chosen->count;
	for (uint32_t i = 0; i < feature->ring_count; i++)
		rings[i] = o->read.rings[feature->first_ring + i];
	qsort(rings, feature->ring_count, sizeof *rings, order_rings);
	for (uint32_t i = 0; i < feature->ring_count; i++) {
		double area = ring_area(&rings[i]);
		if (area > 0) {
			chosen->areas[chosen->count++] = area;
			shape->rings++;
		}
	}
	room = ring_room(rings, shape->rings);
	shape->x = room.middle.x;
	shape->y = room.middle.y;
	shape->radius = (uint32_t)room.radius;
}

/* Square metres that no screen shows. */
static double
floor_of(const struct chosen *chosen)
{
	double left = (double)INFINITY, right = -(double)INFINITY,
	       low = (double)INFINITY, high = -(double)INFINITY;
	double across;

	for (uint32_t r = 0; r < chosen->count; r++)
		for (uint32_t i = 0; i < chosen->rings[r].count; i++) {
			struct geo_point p = chosen->rings[r].at[i];
			left = fmin(left, p.x);
			right = fmax(right, p.x);
			low = fmin(low, p.y);
			high = fmax(high, p.y);
		}
	across = fmax(right - left, high - low) / FINEST;
	return across * across;
}

static void
take_topology(struct arena *arena, const struct topology *t,
    const struct chosen *chosen, struct draft_map *map)
{
	map->links = t->links;
	map->link_count = t->link_count;
	map->arcs = ARENA_NEW(arena, struct release_arc, t->arc_count);
	map->arc_count = t->arc_count;
	for (uint32_t i = 0; i < t->arc_count; i++)
		map->arcs[i] =
		    (struct release_arc){ t->arcs[i].first, t->arcs[i].count };
	map->vertices = ARENA_NEW(arena, struct release_vertex, t->vertex_count);
	map->vertex_count = t->vertex_count;
	for (uint32_t i = 0; i < t->vertex_count; i++)
		map->vertices[i] = (struct release_vertex){
			.x = t->vertices[i].point.x,
			.y = t->vertices[i].point.y,
			.weight = t->vertices[i].weight,
		};
	map->rings = ARENA_NEW(arena, struct release_ring, chosen->count);
	map->ring_count = chosen->count;
	for (uint32_t i = 0; i < chosen->count; i++)
		map->rings[i] = (struct release_ring){
			.first_link = t->rings[i].first,
			.links = t->rings[i].count,
			.area = chosen->areas[i],
		};
}

static bool
make_map(const struct outline *o, struct draft_map *map)
{
	AUTO_ARENA arena = { 0 };
	struct chosen chosen = {
		.rings = ARENA_NEW(&arena, struct geo_ring, o->read.ring_count),
		.areas = ARENA_NEW(&arena, double, o->read.ring_count),
	};
	struct topology topology;

	*map = (struct draft_map){
		.source = o->file->number,
		.shapes = ARENA_NEW(o->arena, struct release_shape, o->matched),
	};
	for (uint32_t a = 0; a < o->draft->area_count; a++) {
		struct release_shape shape = { .area = a };
		if (o->features[a] == RELEASE_NONE)
			continue;
		choose_rings(o, &o->read.at[o->features[a]], &shape, &chosen);
		if (shape.rings)
			map->shapes[map->shape_count++] = shape;
	}
	if (!map->shape_count)
		return false;
	topology_make(
	    o->arena, chosen.rings, chosen.count, floor_of(&chosen), &topology);
	take_topology(o->arena, &topology, &chosen, map);
	return true;
}

void
maps_make(struct arena *arena, const struct source_file *files, size_t count,
    struct draft *draft, struct report *report)
{
	draft->maps = ARENA_NEW(arena, struct draft_map, count);
	for (size_t i = 0; i < count; i++) {
		struct outline o = {
			.arena = arena,
			.draft = draft,
			.file = &files[i],
		};
		boundaries_read(arena, &files[i], &o.read, report);
		if (!o.read.count) {
			report_note(report, (struct place){ .file = files[i].path },
			    "no outlines of areas; wanted features with polygons, "
			    "ignored");
			continue;
		}
		o.property = property_of(&o);
		match(&o);
		tell(&o, report);
		if (o.matched && make_map(&o, &draft->maps[draft->map_count]))
			draft->map_count++;
	}
}
