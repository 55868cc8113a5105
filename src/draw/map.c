#include "draw/map.h"

#include <math.h>

#include "draw/map_plan.h"
#include "draw/outline.h"
#include "draw/phrase.h"
#include "draw/shade.h"
#include "draw/text.h"

#define HATCH "url(#" SHADE_HATCH ")"

struct drawing {
	struct svg svg;
	struct arena *arena;
	const struct view *view;
	const struct mapping *mapping;
	const struct str *links;
	struct map_plan plan;
	double left, top; /* of the plan */
};

static struct str
fill_of(const struct drawing *d, const struct map_area *area)
{
	if (!phrase_has_value(area->finding))
		return STR(HATCH);
	switch (d->mapping->colours) {
	case MAP_COMPARISON: return str_of(palette_fill(area->finding->verdict));
	case MAP_QUINTILES:
	case MAP_QUARTILES:
		return area->group
			   ? str_of(shade_group(area->group, d->mapping->groups))
			   : STR(COLOUR_PAPER);
	case MAP_CONTINUOUS: return shade_ramp(d->arena, area->share);
	case MAP_COLOURS_COUNT: break;
	}
	return STR(COLOUR_PAPER);
}

/* A tooltip and, in a page, a link. Readers who use neither mouse nor finger have the
 * same links in the table, one stop each; here they would come in no order at all. */
static void
open_area(struct drawing *d, uint32_t number)
{
	const struct finding *finding = d->mapping->areas[number].finding;

	svg_open(&d->svg, d->links ? "a" : "g", NULL);
	if (d->links) {
		svg_attribute(&d->svg, "href", d->links[number]);
		svg_attribute(&d->svg, "tabindex", STR("-1"));
	}
	svg_tooltip(&d->svg,
	    phrase_finding(d->arena, d->view->release, d->view->variant.indicator,
		finding, phrase_benchmark(d->view)));
}

static void
draw_path(struct drawing *d, const struct buf *path, struct str fill)
{
	svg_open(&d->svg, "path", NULL);
	svg_attribute(&d->svg, "d", buf_str(path));
	svg_attribute(&d->svg, "fill", fill);
	svg_close(&d->svg);
}

static void
path_of(const struct drawing *d, uint32_t number, const struct outline_frame *frame,
    struct buf *path)
{
	const struct map_area *area = &d->mapping->areas[number];
	double gap = d->plan.tile * 0.05;

	if (area->shape)
		outline_path(path, d->view->release, area->shape, frame);
	else
		outline_square(path, d->left + map_plan_tile_x(&d->plan, area) + gap,
		    d->top + map_plan_tile_y(&d->plan, area) + gap,
		    d->plan.tile - 2 * gap);
}

static void
draw_area(struct drawing *d, uint32_t number, const struct outline_frame *frame)
{
	const struct map_area *area = &d->mapping->areas[number];
	AUTO_BUF path = { 0 };

	path_of(d, number, frame, &path);
	open_area(d, number);
	draw_path(d, &path, fill_of(d, area));
	svg_close(&d->svg);
}

/* The area the page is about: a broad line within a broader one, upon all others. */
static void
draw_chosen(struct drawing *d, const struct outline_frame *frame, bool inset)
{
	static const struct {
		const char *colour, *width;
	} lines[] = { { COLOUR_PAPER, "38" }, { COLOUR_INK, "22" } };

	for (uint32_t i = 0; i < d->mapping->ranking.area_count; i++) {
		const struct map_area *area = &d->mapping->areas[i];
		AUTO_BUF path = { 0 };
		if (!area->placed || area->finding->area != d->view->area ||
		    (inset && !map_plan_in_london(d->view, area)))
			continue;
		path_of(d, i, frame, &path);
		for (size_t l = 0; l < sizeof lines / sizeof *lines; l++) {
			svg_open(&d->svg, "path", "fill", "none", "pointer-events",
			    "none", "stroke", lines[l].colour, "stroke-width",
			    lines[l].width, NULL);
			svg_attribute(&d->svg, "d", buf_str(&path));
			svg_close(&d->svg);
		}
	}
}

/* All areas, or those of London alone. */
static void
draw_areas(struct drawing *d, const struct outline_frame *frame, bool inset)
{
	AUTO_BUF scale = { 0 };

	buf_print(&scale, "scale(.%d)", 10 / OUTLINE_UNIT);
	svg_open(&d->svg, "g", "stroke", COLOUR_INK, "stroke-width", "5",
	    "stroke-linejoin", "round", "fill-rule", "evenodd", NULL);
	svg_attribute(&d->svg, "transform", buf_str(&scale));
	for (uint32_t i = 0; i < d->mapping->ranking.area_count; i++)
		if (d->mapping->areas[i].placed &&
		    (!inset || map_plan_in_london(d->view, &d->mapping->areas[i])))
			draw_area(d, i, frame);
	draw_chosen(d, frame, inset);
	svg_close(&d->svg);
}

/* What says without colour what the colour says. */
static void
draw_mark(
    struct drawing *d, const struct map_area *area, double x, double y, double room)
{
	const struct finding *finding = area->finding;
	char number[2] = { (char)('0' + area->group), '\0' };

	if (!phrase_has_value(finding))
		return;
	if (d->mapping->colours == MAP_COMPARISON && room >= 7 &&
	    finding->verdict != VERDICT_NONE)
		mark_verdict_plain(&d->svg, finding->verdict, x, y, fmin(room / 2, 5),
		    shade_verdict_ink(finding->verdict));
	if (d->mapping->groups && area->group && room >= 7)
		chart_text(&d->svg, x, y + 4.5, "middle", 13, true,
		    shade_group_ink(area->group, d->mapping->groups), str_of(number));
}

static void
draw_marks(struct drawing *d, const struct outline_frame *frame, bool inset)
{
	svg_open(&d->svg, "g", "pointer-events", "none", NULL);
	for (uint32_t i = 0; i < d->mapping->ranking.area_count; i++) {
		const struct map_area *area = &d->mapping->areas[i];
		bool london = map_plan_in_london(d->view, area);
		if (!area->placed || (inset && !london))
			continue;
		if (area->shape)
			draw_mark(d, area, outline_x(frame, area->shape->x),
			    outline_y(frame, area->shape->y),
			    area->shape->radius * frame->scale);
		else
			draw_mark(d, area,
			    d->left + map_plan_tile_x(&d->plan, area) +
				d->plan.tile / 2,
			    d->top + map_plan_tile_y(&d->plan, area) +
				d->plan.tile * (d->plan.named ? 0.7 : 0.5),
			    d->plan.tile * 0.4);
	}
	svg_close(&d->svg);
}

/* On hatching letters have a rim of paper. */
static void
draw_name(struct drawing *d, const struct map_area *area, double size)
{
	struct text_lines name =
	    map_plan_name(d->arena, d->view->release, area, d->plan.tile, size);
	double x = d->left + map_plan_tile_x(&d->plan, area) + d->plan.tile / 2;
	double y = d->top + map_plan_tile_y(&d->plan, area) + d->plan.tile * 0.38 -
		   (double)(name.count - 1) * size * 0.6;

	svg_open(&d->svg, "g", NULL);
	if (!phrase_has_value(area->finding)) {
		svg_attribute(&d->svg, "stroke", STR(COLOUR_PAPER));
		svg_attribute(&d->svg, "stroke-width", STR("4"));
		svg_attribute(&d->svg, "paint-order", STR("stroke"));
	}
	for (size_t i = 0; i < name.count; i++)
		chart_text(&d->svg, x, y + (double)i * size * 1.2, "middle", size,
		    false, map_plan_ink(d->mapping, area), name.at[i]);
	svg_close(&d->svg);
}

/* Names on tiles that have room for them, however short. */
static void
draw_names(struct drawing *d)
{
	double size = d->plan.tile * 0.27;

	if (!d->plan.named)
		return;
	size = fmin(fmax(size, 10), d->plan.tile > 100 ? 18 : 14);
	svg_open(&d->svg, "g", "pointer-events", "none", NULL);
	/* What a narrow window would make too small to be read, its page leaves out. */
	if (d->links && d->plan.tile < 60)
		svg_attribute(&d->svg, "class", STR("map__names"));
	for (uint32_t i = 0; i < d->mapping->ranking.area_count; i++)
		if (d->mapping->areas[i].placed)
			draw_name(d, &d->mapping->areas[i], size);
	svg_close(&d->svg);
}

static struct outline_frame
moved(struct outline_frame frame, const struct drawing *d)
{
	frame.left += d->left;
	frame.top += d->top;
	return frame;
}

static void
draw_inset(struct drawing *d)
{
	const struct map_inset *inset = &d->plan.inset;
	struct outline_frame frame = moved(inset->frame, d);

	if (!inset->there)
		return;
	svg_rect(&d->svg, d->left + inset->left, d->top + inset->top, inset->width,
	    inset->height, COLOUR_PAPER, COLOUR_MID);
	chart_text(&d->svg, d->left + inset->left + 6, d->top + inset->top + 17,
	    "start", 14, true, COLOUR_QUIET, STR("London"));
	draw_areas(d, &frame, true);
	draw_marks(d, &frame, true);
}

void
map_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct mapping *mapping, const struct str *links)
{
	AUTO_ARENA arena = { 0 };
	struct drawing d = {
		.svg = { .out = out },
		.arena = &arena,
		.view = view,
		.mapping = mapping,
		.links = links,
	};
	struct chart_words words = map_words(&arena, view, mapping);
	double width = chart_inner_width(chart), key_room = 0;
	struct outline_frame frame;
	struct chart_place place;
	struct key key = { 0 };

	if (chart->alone) {
		map_key(&arena, view, mapping, &key);
		key_room = key_height(&key, width) + 12;
	}
	d.plan = map_plan_of(view, mapping, width);
	place = chart_begin(
	    &arena, &d.svg, chart, view->release, &words, d.plan.height + key_room);
	key_draw(&d.svg, &key, place.left, place.top, width);
	d.left = place.left;
	d.top = place.top + key_room;
	frame = moved(d.plan.frame, &d);
	shade_define_hatch(&d.svg, OUTLINE_UNIT);
	draw_areas(&d, &frame, false);
	draw_names(&d);
	draw_marks(&d, &frame, false);
	draw_inset(&d);
	svg_close(&d.svg);
}
