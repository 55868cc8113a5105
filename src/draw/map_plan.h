/* draw/map_plan.h - where things lie on a map; for map.c alone. */
#ifndef DRAW_MAP_PLAN_H
#define DRAW_MAP_PLAN_H

#include "answer/mapping.h"
#include "draw/outline.h"
#include "draw/text.h"

/* Pixels from the left and the top of the map. */
struct map_inset {
	bool there;
	double left, top, width, height;
	struct outline_frame frame;
};

struct map_plan {
	double height;
	struct outline_frame frame; /* of outlines */
	struct map_inset inset;     /* of London */
	double tile;                /* side of a tile, its gap within */
	double tiles_left;
	unsigned first_column, first_row;
	bool named; /* tiles have room for names */
};

struct map_plan map_plan_of(
    const struct view *view, const struct mapping *mapping, double width);

double map_plan_tile_x(const struct map_plan *plan, const struct map_area *area);
double map_plan_tile_y(const struct map_plan *plan, const struct map_area *area);

/* A London borough, by its code. */
bool map_plan_in_london(const struct view *view, const struct map_area *area);

/* The name of an area as lines on its tile, at that size of text, and the colour to
 * write them in. */
struct text_lines map_plan_name(struct arena *arena, const struct release *release,
    const struct map_area *area, double tile, double size);
const char *map_plan_ink(const struct mapping *mapping, const struct map_area *area);

#endif
