#include "draw/map_plan.h"

#include <math.h>

#include "draw/palette.h"
#include "draw/shade.h"
#include "draw/phrase.h"
#include "draw/text.h"

/* London is drawn once more where so many of its boroughs stand among so many others.
 */
enum { BOROUGHS = 10, OTHERS = 20 };

static const double tallest = 1.25; /* height of a map, in widths */
static const double edge = 2;       /* pixels kept clear around it */
static const double widest_tile = 150, wide_tile = 80, name_room = 34;

bool
map_plan_in_london(const struct view *view, const struct map_area *area)
{
	return str_starts(
	    release_area_code(view->release, area->finding->area), STR("E09"));
}

/* The ground that the areas cover, or those of London. */
static struct outline_extent
extent_of(const struct view *view, const struct mapping *m, bool london)
{
	struct outline_extent extent = outline_nowhere();

	for (uint32_t i = 0; i < m->ranking.area_count; i++)
		if (m->areas[i].shape &&
		    (!london || map_plan_in_london(view, &m->areas[i])))
			outline_extend(&extent, view->release, m->areas[i].shape);
	return extent;
}

/* As large as the box allows, in its middle. */
static struct outline_frame
fitted(const struct outline_extent *extent, double left, double top, double width,
    double height)
{
	double across = fmax(extent->east - extent->west, 1);
	double up = fmax(extent->north - extent->south, 1);
	double scale = fmin(width / across, height / up);

	return (struct outline_frame){
		.west = extent->west,
		.north = extent->north,
		.left = left + (width - across * scale) / 2,
		.top = top + (height - up * scale) / 2,
		.scale = scale,
	};
}

static bool
is_clear(const struct view *view, const struct mapping *m, const struct map_plan *plan,
    double left, double top, double side)
{
	const double margin = 4;

	for (uint32_t i = 0; i < m->ranking.area_count; i++)
		if (m->areas[i].shape &&
		    !outline_is_clear(view->release, m->areas[i].shape, &plan->frame,
			left - margin, top - margin, left + side + margin,
			top + side * 0.86 + margin))
			return false;
	return true;
}

static void
set_inset(const struct view *view, const struct mapping *m, double left, double top,
    double side, struct map_plan *plan)
{
	enum { LABEL = 18 };
	const double pad = 6;
	struct outline_extent london = extent_of(view, m, true);
	double height = side * 0.86;

	plan->inset = (struct map_inset){
		.there = true,
		.left = left,
		.top = top,
		.width = side,
		.height = height,
		.frame = fitted(&london, left + pad, top + LABEL, side - 2 * pad,
		    height - LABEL - pad),
	};
}

/* The largest free box there is along the left or the right edge. */
static void
place_inset(const struct view *view, const struct mapping *m, double width,
    struct map_plan *plan)
{
	enum { STEPS = 24, LARGEST = 44, SMALLEST = 22 /* hundredths of the width */ };

	for (int share = LARGEST; share >= SMALLEST; share -= 2)
		for (int step = 0; step <= STEPS; step++) {
			double side = width * share / 100;
			double top =
			    1 + (plan->height - side * 0.86 - 2) * step / STEPS;
			for (int right = 0; right <= 1; right++) {
				double left = right ? width - side - 1 : 1;
				if (!is_clear(view, m, plan, left, top, side))
					continue;
				set_inset(view, m, left, top, side, plan);
				return;
			}
		}
}

static bool
wants_inset(const struct view *view, const struct mapping *m)
{
	uint32_t boroughs = 0, others = 0;

	for (uint32_t i = 0; i < m->ranking.area_count; i++) {
		if (!m->areas[i].shape)
			continue;
		if (map_plan_in_london(view, &m->areas[i]))
			boroughs++;
		else
			others++;
	}
	return boroughs >= BOROUGHS && others >= OTHERS;
}

static void
plan_outlines(const struct view *view, const struct mapping *m, double width,
    struct map_plan *plan)
{
	struct outline_extent extent = extent_of(view, m, false);
	double inner = width - 2 * edge;
	double high = inner * fmax(extent.north - extent.south, 1) /
		      fmax(extent.east - extent.west, 1);

	high = fmin(high, inner * tallest);
	plan->height = high + 2 * edge;
	plan->frame = fitted(&extent, edge, edge, inner, high);
	if (wants_inset(view, m))
		place_inset(view, m, width, plan);
}

static void
plan_tiles(const struct mapping *m, double width, struct map_plan *plan)
{
	unsigned columns = 0, rows = 0;

	plan->first_column = plan->first_row = UINT8_MAX;
	for (uint32_t i = 0; i < m->ranking.area_count; i++) {
		const struct tile *tile = &m->areas[i].tile;
		if (!m->areas[i].placed)
			continue;
		if (tile->column < plan->first_column)
			plan->first_column = tile->column;
		if (tile->row < plan->first_row)
			plan->first_row = tile->row;
		columns = tile->column > columns ? tile->column : columns;
		rows = tile->row > rows ? tile->row : rows;
	}
	columns = columns + 1 - plan->first_column;
	rows = rows + 1 - plan->first_row;
	plan->tile = fmin(widest_tile, width / columns);
	plan->tiles_left = (width - plan->tile * columns) / 2;
	plan->height = plan->tile * rows;
	plan->named = plan->tile >= name_room;
}

struct map_plan
map_plan_of(const struct view *view, const struct mapping *mapping, double width)
{
	struct map_plan plan = { 0 };

	if (mapping->ground == MAP_OUTLINES)
		plan_outlines(view, mapping, width, &plan);
	if (mapping->ground == MAP_TILES)
		plan_tiles(mapping, width, &plan);
	return plan;
}

double
map_plan_tile_x(const struct map_plan *plan, const struct map_area *area)
{
	return plan->tiles_left +
	       plan->tile * (area->tile.column - (double)plan->first_column);
}

double
map_plan_tile_y(const struct map_plan *plan, const struct map_area *area)
{
	return plan->tile * (area->tile.row - (double)plan->first_row);
}

/* The first letters of the words that matter: "NEL" for North East Lincolnshire; empty
 * for one word. */
static struct str
initials_of(struct arena *arena, struct str name)
{
	struct str initials = STR("");

	while (name.len) {
		struct str word = str_cut(&name, ' ');
		if (word.len && word.at[0] >= 'A' && word.at[0] <= 'Z')
			initials =
			    str_print(arena, "%.*s%c", STR_ARG(initials), word.at[0]);
	}
	return initials.len > 1 ? initials : STR("");
}

/* As much of it as fits. */
static struct str
beginning(struct str name, double width, double size)
{
	while (name.len && text_width(name, size, false) > width) {
		name.len--;
		name.len = str_utf8_until(name);
	}
	return name;
}

/* All of a text in lines that fit; none where it is too long. */
static struct text_lines
whole_lines(
    struct arena *arena, struct str name, double width, double size, size_t most)
{
	struct text_lines lines = text_wrap(arena, name, size, false, width, most);
	struct str last = lines.count ? lines.at[lines.count - 1] : STR("");

	/* What was cut is no longer a part of the text. */
	if (last.at + last.len != name.at + name.len)
		lines.count = 0;
	for (size_t i = 0; i < lines.count; i++)
		if (text_width(lines.at[i], size, false) > width)
			lines.count = 0;
	return lines;
}

/* "Notts" for Nottinghamshire, which is not Nottingham. */
static struct str
shortened(struct arena *arena, struct str name, double width, double size)
{
	enum { LETTERS = 4 };
	struct str initials = initials_of(arena, name);

	if (initials.len)
		return beginning(initials, width, size);
	if (str_ends(name, STR("shire")))
		name = str_print(arena, "%.*ss", STR_ARG(str_slice(name, 0, LETTERS)));
	return beginning(name, width, size);
}

struct text_lines
map_plan_name(struct arena *arena, const struct release *release,
    const struct map_area *area, double tile, double size)
{
	struct str name = phrase_area(release, area->finding->area);
	double width = tile * 0.86;
	struct text_lines lines =
	    whole_lines(arena, name, width, size, tile >= wide_tile ? 3 : 1);

	if (lines.count)
		return lines;
	lines.at = ARENA_NEW(arena, struct str, 1);
	lines.at[0] = shortened(arena, name, width, size);
	lines.count = 1;
	return lines;
}

const char *
map_plan_ink(const struct mapping *mapping, const struct map_area *area)
{
	if (!phrase_has_value(area->finding))
		return COLOUR_INK;
	switch (mapping->colours) {
	case MAP_COMPARISON: return shade_verdict_ink(area->finding->verdict);
	case MAP_QUINTILES:
	case MAP_QUARTILES: return shade_group_ink(area->group, mapping->groups);
	case MAP_CONTINUOUS: return shade_ramp_ink(area->share);
	case MAP_COLOURS_COUNT: break;
	}
	return COLOUR_INK;
}
