#include "source/boundaries.h"

#include <math.h>
#include <stdlib.h>

#include "geo/grid.h"
#include "source/pull.h"
#include "source/text.h"

/* Where longitude and latitude may lie for the projection to hold. */
static const double west = -12, east = 5, south = 48, north = 63;
/* And metres of the grid. */
static const double farthest = 2e6;

/* A ring as it stands in the file: x and y of each position in turn. */
struct raw {
	double *at;
	uint32_t count;
	size_t start; /* of its first position */
};

struct reader {
	struct arena *arena;
	struct pull pull;
	struct str text;
	const struct source_file *file;
	struct report *report;
	bool on_grid;
	struct boundary *features;
	uint32_t count, room;
	struct raw *rings;
	uint32_t ring_count, ring_room;
	double *positions; /* of the ring that is being read */
	uint32_t position_count, position_room;
	size_t position_start;
};

static struct place
place_at(const struct reader *r, size_t offset)
{
	return text_place(r->text, offset, r->file->path);
}

static void
add_position(struct reader *r, const double xy[2], size_t start)
{
	if (r->position_count == r->position_room) {
		r->position_room = r->position_room ? r->position_room * 2 : 1024;
		r->positions = memory_grow(
		    r->positions, r->position_room, 2 * sizeof *r->positions);
	}
	if (!r->position_count)
		r->position_start = start;
	r->positions[2 * r->position_count] = xy[0];
	r->positions[2 * r->position_count++ + 1] = xy[1];
}

/* The last position is the first once more, which need not be said. */
static void
end_ring(struct reader *r)
{
	uint32_t count = r->position_count;
	const double *at = r->positions;
	struct raw ring = { .count = count - 1, .start = r->position_start };

	r->position_count = 0;
	if (count < 4 || fabs(at[0] - at[2 * count - 2]) > 0 ||
	    fabs(at[1] - at[2 * count - 1]) > 0) {
		report_fault(r->report, place_at(r, ring.start),
		    "an outline of %u position%s that does not close; wanted at least "
		    "four, the last like the first",
		    count, count == 1 ? "" : "s");
		return;
	}
	ring.at = ARENA_NEW(r->arena, double, 2 * (size_t)ring.count);
	for (uint32_t i = 0; i < 2 * ring.count; i++)
		ring.at[i] = at[i];
	if (r->ring_count == r->ring_room) {
		r->ring_room = r->ring_room ? r->ring_room * 2 : 256;
		r->rings = memory_grow(r->rings, r->ring_room, sizeof *r->rings);
	}
	r->rings[r->ring_count++] = ring;
}

/* Brackets in brackets: those that hold numbers are positions, those that hold
 * positions are rings. */
static bool
read_coordinates(struct reader *r)
{
	unsigned depth = r->pull.depth, numbers = 0;
	double xy[2] = { 0 };
	size_t start = 0;

	while (r->pull.depth >= depth) {
		enum pull_token token = pull_next(&r->pull);
		if (token == PULL_WRONG)
			return false;
		if (token == PULL_ARRAY) {
			start = r->pull.start;
		} else if (token == PULL_NUMBER) {
			if (numbers < 2)
				xy[numbers] = r->pull.number;
			numbers++;
		} else if (token == PULL_ARRAY_END && numbers) {
			xy[1] = numbers < 2 ? (double)NAN : xy[1];
			add_position(r, xy, start);
			numbers = 0;
		} else if (token == PULL_ARRAY_END && r->position_count) {
			end_ring(r);
		}
	}
	return true;
}

/* Only areas have outlines: of a point or a line nothing is kept. */
static void
check_type(struct reader *r, struct str type, size_t start, uint32_t first_ring)
{
	if (str_equal(type, STR("Polygon")) || str_equal(type, STR("MultiPolygon")))
		return;
	r->ring_count = first_ring;
	report_note(r->report, place_at(r, start),
	    "geometry '%.*s'; wanted 'Polygon' or 'MultiPolygon', ignored",
	    STR_ARG(type));
}

static bool
read_geometry(struct reader *r)
{
	enum pull_token token = pull_next(&r->pull);
	uint32_t first_ring = r->ring_count;
	struct str type = STR("");
	size_t start = r->pull.start;

	if (token != PULL_OBJECT)
		return pull_skip(&r->pull, token);
	while ((token = pull_next(&r->pull)) == PULL_KEY) {
		struct str key = r->pull.string;
		token = pull_next(&r->pull);
		if (str_equal(key, STR("type")) && token == PULL_STRING)
			type = r->pull.string;
		if (str_equal(key, STR("coordinates")) && token == PULL_ARRAY) {
			if (!read_coordinates(r))
				return false;
		} else if (!pull_skip(&r->pull, token)) {
			return false;
		}
	}
	if (token == PULL_OBJECT_END)
		check_type(r, type, start, first_ring);
	return token == PULL_OBJECT_END;
}

static void
add_text(struct reader *r, struct boundary *feature, struct str name)
{
	struct boundary_text *more =
	    ARENA_NEW(r->arena, struct boundary_text, feature->text_count + 1);

	for (uint32_t i = 0; i < feature->text_count; i++)
		more[i] = feature->texts[i];
	more[feature->text_count++] = (struct boundary_text){
		.name = name,
		.value = str_trim(r->pull.string),
	};
	feature->texts = more;
}

static bool
read_properties(struct reader *r, struct boundary *feature)
{
	enum pull_token token = pull_next(&r->pull);

	if (token != PULL_OBJECT)
		return pull_skip(&r->pull, token);
	while ((token = pull_next(&r->pull)) == PULL_KEY) {
		struct str key = r->pull.string;
		token = pull_next(&r->pull);
		if (token == PULL_STRING)
			add_text(r, feature, key);
		else if (!pull_skip(&r->pull, token))
			return false;
	}
	return token == PULL_OBJECT_END;
}

static bool
read_member(struct reader *r, struct boundary *feature, struct str key)
{
	enum pull_token token;

	if (str_equal(key, STR("geometry")))
		return read_geometry(r);
	if (str_equal(key, STR("properties")))
		return read_properties(r, feature);
	token = pull_next(&r->pull);
	if (str_equal(key, STR("id")) && token == PULL_STRING)
		add_text(r, feature, key);
	return pull_skip(&r->pull, token);
}

static bool
read_feature(struct reader *r)
{
	struct boundary feature = { .first_ring = r->ring_count };
	enum pull_token token;

	while ((token = pull_next(&r->pull)) == PULL_KEY)
		if (!read_member(r, &feature, r->pull.string))
			return false;
	if (token != PULL_OBJECT_END)
		return false;
	feature.ring_count = r->ring_count - feature.first_ring;
	if (!feature.ring_count)
		return true;
	if (r->count == r->room) {
		r->room = r->room ? r->room * 2 : 64;
		r->features = memory_grow(r->features, r->room, sizeof *r->features);
	}
	r->features[r->count++] = feature;
	return true;
}

static bool
read_features(struct reader *r)
{
	enum pull_token token;

	while ((token = pull_next(&r->pull)) != PULL_ARRAY_END)
		if (!(token == PULL_OBJECT ? read_feature(r)
					   : pull_skip(&r->pull, token)))
			return false;
	return true;
}

/* {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}} */
static bool
read_system(struct reader *r)
{
	enum pull_token token = pull_next(&r->pull);
	unsigned depth = r->pull.depth;

	if (token != PULL_OBJECT)
		return pull_skip(&r->pull, token);
	while (r->pull.depth >= depth) {
		token = pull_next(&r->pull);
		if (token == PULL_WRONG)
			return false;
		if (token == PULL_STRING && str_ends(r->pull.string, STR(":27700")))
			r->on_grid = true;
	}
	return true;
}

static bool
read_document(struct reader *r)
{
	enum pull_token token = pull_next(&r->pull);

	if (token != PULL_OBJECT)
		return false;
	while ((token = pull_next(&r->pull)) == PULL_KEY) {
		struct str key = r->pull.string;
		bool fine;
		if (str_equal(key, STR("crs"))) {
			fine = read_system(r);
		} else {
			token = pull_next(&r->pull);
			fine = str_equal(key, STR("features")) && token == PULL_ARRAY
				   ? read_features(r)
				   : pull_skip(&r->pull, token);
		}
		if (!fine)
			return false;
	}
	return token == PULL_OBJECT_END && pull_next(&r->pull) == PULL_END;
}

static bool
is_within(const struct reader *r, const double *xy)
{
	if (r->on_grid)
		return fabs(xy[0]) <= farthest && fabs(xy[1]) <= farthest;
	return xy[0] >= west && xy[0] <= east && xy[1] >= south && xy[1] <= north;
}

/* Once it is known what the coordinates mean. */
static struct geo_ring
placed(struct reader *r, const struct raw *raw)
{
	struct geo_ring ring = {
		.at = ARENA_NEW(r->arena, struct geo_point, raw->count),
		.count = raw->count,
	};

	for (uint32_t i = 0; i < raw->count; i++) {
		const double *xy = &raw->at[2 * i];
		struct grid_place p = { xy[0], xy[1] };
		if (!is_within(r, xy)) {
			report_fault(r->report, place_at(r, raw->start),
			    "position %g, %g in this outline; wanted longitude and "
			    "latitude in or near the British Isles, or metres of the "
			    "National Grid with crs EPSG:27700",
			    xy[0], xy[1]);
			ring.count = 0;
			break;
		}
		if (!r->on_grid)
			p = grid_of_wgs84(xy[0], xy[1]);
		ring.at[i] = (struct geo_point){ (int32_t)lround(p.east),
			(int32_t)lround(p.north) };
	}
	return ring;
}

static void
hand_out(struct reader *r, struct boundaries *out)
{
	out->at = ARENA_NEW(r->arena, struct boundary, r->count);
	for (uint32_t i = 0; i < r->count; i++)
		out->at[i] = r->features[i];
	out->count = r->count;
	out->rings = ARENA_NEW(r->arena, struct geo_ring, r->ring_count);
	for (uint32_t i = 0; i < r->ring_count; i++)
		out->rings[i] = placed(r, &r->rings[i]);
	out->ring_count = r->ring_count;
}

void
boundaries_read(struct arena *arena, const struct source_file *file,
    struct boundaries *out, struct report *report)
{
	struct reader reader = { .arena = arena, .file = file, .report = report };
	const char *wrong;

	*out = (struct boundaries){ 0 };
	if (!text_read(arena, file, &reader.text, report))
		return;
	reader.pull = pull_of(arena, reader.text);
	if (read_document(&reader)) {
		hand_out(&reader, out);
	} else {
		wrong = reader.pull.wrong;
		report_fault(report, place_at(&reader, reader.pull.start),
		    "%s; wanted a FeatureCollection of GeoJSON",
		    wrong ? wrong : "something else");
	}
	free(reader.features);
	free(reader.rings);
	free(reader.positions);
}
