/* answer/mapping.h - a ranking as a map: what each area looks like and where it is.
 *
 * Outlines come from the release; where it has none for most of the areas, areas are
 * equal tiles. */
#ifndef ANSWER_MAPPING_H
#define ANSWER_MAPPING_H

#include "answer/ranking.h"
#include "answer/tiles.h"

enum map_colours {
	MAP_COMPARISON,
	MAP_QUINTILES,
	MAP_QUARTILES,
	MAP_CONTINUOUS,
	MAP_COLOURS_COUNT
};

enum { MAP_GROUPS_MOST = 5 };

enum map_ground {
	MAP_NOWHERE, /* no area can be drawn */
	MAP_OUTLINES,
	MAP_TILES
};

struct map_area {
	const struct finding *finding;
	const struct release_shape *shape; /* NULL: it has no outline, or is a tile */
	struct tile tile;
	bool placed;  /* it is on the map */
	int group;    /* 1 the lowest; 0: none, or colours are no groups */
	double share; /* where between least and most, 0 to 1; NaN without a value */
};

struct mapping {
	struct ranking ranking;
	enum map_colours colours;
	enum map_ground ground;
	uint32_t map;                /* of the outlines; or RELEASE_NONE */
	struct map_area *areas;      /* of the ranking, in its order */
	uint32_t placed, with_value; /* areas on the map, and those with a value */
	int groups;                  /* of quartiles and quintiles: how many; else 0 */
	struct {
		double least, most; /* values in it; NaN where there is none */
		uint32_t count;
	} group[MAP_GROUPS_MOST + 1];
	double least, most; /* of all values; NaN where there is none */
};

/* The words of an address; false for one that is none. An empty one is none either. */
bool map_colours_called(struct str word, enum map_colours *colours);
const char *map_colours_word(enum map_colours colours); /* "quintiles" */

/* colours: by view->colours; without a wish by comparison, or by quintiles where no
 * area is compared. */
MUST_CHECK bool mapping_ask(
    struct arena *arena, const struct view *view, struct mapping *out, struct err *err);

#endif
