#include "answer/mapping.h"

#include <math.h>

#include "release/map.h"
#include "stats/compare.h"

static const char *const words[MAP_COLOURS_COUNT] = {
	[MAP_COMPARISON] = "comparison",
	[MAP_QUINTILES] = "quintiles",
	[MAP_QUARTILES] = "quartiles",
	[MAP_CONTINUOUS] = "continuous",
};

static const int group_counts[MAP_COLOURS_COUNT] = {
	[MAP_QUINTILES] = 5,
	[MAP_QUARTILES] = 4,
};

bool
map_colours_called(struct str word, enum map_colours *colours)
{
	for (enum map_colours c = 0; c < MAP_COLOURS_COUNT; c++)
		if (str_equal_folded(word, str_of(words[c]))) {
			*colours = c;
			return true;
		}
	return false;
}

const char *
map_colours_word(enum map_colours colours)
{
	return words[colours];
}

static void
choose_colours(const struct view *view, struct mapping *out)
{
	const struct ranking *r = &out->ranking;
	bool compared = r->better + r->similar + r->worse + r->lower + r->higher > 0;

	out->colours = compared ? MAP_COMPARISON : MAP_QUINTILES;
	map_colours_called(view->colours, &out->colours);
	out->groups = group_counts[out->colours];
}

/* Outlines if they show half of the areas, which a file of another year may not; else
 * tiles if there are any. */
static void
place_areas(struct arena *arena, const struct release *release, struct mapping *out)
{
	uint32_t count = out->ranking.area_count, found, tiles = 0;
	uint32_t *areas = ARENA_NEW(arena, uint32_t, count);

	out->areas = ARENA_NEW(arena, struct map_area, count);
	for (uint32_t i = 0; i < count; i++) {
		areas[i] = out->ranking.areas[i].area;
		out->areas[i].finding = &out->ranking.areas[i];
		tiles += out->areas[i].placed =
		    tile_of(release_area_code(release, areas[i]), &out->areas[i].tile);
	}
	out->map = map_for(release, areas, count, &found);
	out->ground = tiles ? MAP_TILES : MAP_NOWHERE;
	out->placed = tiles;
	if (found * 2 < count || found < tiles / 2)
		out->map = RELEASE_NONE;
	if (out->map == RELEASE_NONE)
		return;
	out->ground = MAP_OUTLINES;
	out->placed = found;
	for (uint32_t i = 0; i < count; i++) {
		out->areas[i].shape = map_shape(release, out->map, areas[i]);
		out->areas[i].placed = out->areas[i].shape != NULL;
	}
}

static void
count_into_group(struct mapping *out, int group, double value)
{
	out->group[group].count++;
	out->group[group].least = fmin(out->group[group].least, value);
	out->group[group].most = fmax(out->group[group].most, value);
}

static void
group_areas(struct arena *arena, struct mapping *out)
{
	uint32_t count = out->ranking.area_count;
	double *sorted = ARENA_NEW(arena, double, count);
	size_t known;

	for (uint32_t i = 0; i < count; i++)
		sorted[i] = out->ranking.areas[i].figure.value;
	known = sort_values(sorted, count);
	out->least = known ? sorted[0] : (double)NAN;
	out->most = known ? sorted[known - 1] : (double)NAN;
	out->with_value = (uint32_t)known;
	for (int g = 0; g <= MAP_GROUPS_MOST; g++)
		out->group[g].least = out->group[g].most = (double)NAN;
	for (uint32_t i = 0; i < count; i++) {
		struct map_area *area = &out->areas[i];
		double value = area->finding->figure.value;
		area->share = (value - out->least) / (out->most - out->least);
		if (!(out->most > out->least) && !isnan(value))
			area->share = 0.5;
		if (out->groups && !isnan(value))
			area->group =
			    compare_quantile_group(value, sorted, known, out->groups);
		if (area->group)
			count_into_group(out, area->group, value);
	}
}

bool
mapping_ask(
    struct arena *arena, const struct view *view, struct mapping *out, struct err *err)
{
	*out = (struct mapping){ .map = RELEASE_NONE };
	if (!ranking_ask(arena, view, &out->ranking, err))
		return false;
	choose_colours(view, out);
	place_areas(arena, view->release, out);
	group_areas(arena, out);
	return true;
}
