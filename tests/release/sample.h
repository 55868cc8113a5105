/* tests/release/sample.h - a small release that has one of everything: areas of three
 * types, a series with every column and one with only those that must be there, blanks
 * of several kinds. */
#ifndef TESTS_RELEASE_SAMPLE_H
#define TESTS_RELEASE_SAMPLE_H

#include "release/draft.h"
#include "release/reader.h"

enum {
	SAMPLE_AREAS = 4,
	SAMPLE_TYPES = 3,
	SAMPLE_RELATIONS = 5,
	SAMPLE_CHANGES = 4,
	SAMPLE_GROUPS = 2,
	SAMPLE_KINDS = 2,
	SAMPLE_NEIGHBOURS = 3,
	SAMPLE_PERIODS = 3,
	SAMPLE_AGES = 3,
	SAMPLE_CATEGORIES = 2,
	SAMPLE_NOTES = 3,
	SAMPLE_GOALS = 3,
	SAMPLE_SOURCES = 2,
	SAMPLE_INDICATORS = 3,
	SAMPLE_FIELDS = 2,
	SAMPLE_BANDS = 2,
	SAMPLE_DOMAINS = 2,
	SAMPLE_UPDATES = 2,
	SAMPLE_SERIES = 5,
	SAMPLE_LISTS = 6,
	SAMPLE_VERTICES = 10
};

/* The draft points into the rest, so that it must not be copied. */
struct sample {
	struct draft draft;
	struct draft_area areas[SAMPLE_AREAS];
	struct draft_area_type types[SAMPLE_TYPES];
	struct release_relation relations[SAMPLE_RELATIONS];
	struct release_change changes[SAMPLE_CHANGES];
	uint32_t members[3];
	struct draft_group groups[SAMPLE_GROUPS];
	struct draft_kind kinds[SAMPLE_KINDS];
	struct release_neighbour neighbours[SAMPLE_NEIGHBOURS];
	struct draft_map map;
	struct release_shape shapes[2];
	struct release_ring rings[2];
	uint32_t links[4];
	struct release_arc arcs[3];
	struct release_vertex vertices[SAMPLE_VERTICES];
	struct draft_period periods[SAMPLE_PERIODS];
	struct str ages[SAMPLE_AGES];
	struct draft_category categories[SAMPLE_CATEGORIES];
	struct draft_note notes[SAMPLE_NOTES];
	struct str goals[SAMPLE_GOALS];
	struct draft_source sources[SAMPLE_SOURCES];
	struct draft_field fields[SAMPLE_FIELDS];
	struct draft_band bands[SAMPLE_BANDS];
	struct draft_indicator indicators[SAMPLE_INDICATORS];
	struct draft_domain domains[SAMPLE_DOMAINS];
	struct draft_update updates[SAMPLE_UPDATES];
	struct draft_series series[SAMPLE_SERIES];
	uint32_t lists[SAMPLE_LISTS]; /* 0, 1, 2...: every list is a part of it */
};

void sample_make(struct sample *sample);

/* What was filled into a cell: places in the lists of the series. */
struct figure sample_figure(
    const struct sample *sample, uint32_t series, uint32_t area, uint32_t period);

/* The bytes of the release, malloc'd. */
struct str sample_bytes(const struct draft *draft, size_t threads);

#endif
