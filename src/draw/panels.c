#include "draw/panels.h"

#include <math.h>

#include "draw/axis.h"
#include "draw/key.h"
#include "draw/parts.h"
#include "draw/phrase.h"
#include "draw/scale.h"
#include "draw/text.h"

enum { PLOT_HEIGHT = 110, NAME_LINES = 2, FONT_SIZE = 16, LEADING = 20, GAP = 20 };
enum { FOOT = 26, WIDE_FROM = 600 };

struct layout {
	struct arena *arena;
	const struct view *view;
	const struct inequality_course *course;
	unsigned columns, rows;
	double panel_width, panel_height, axis_width;
	struct key key;
	double key_height, height;
	struct str unit, whole;
	struct scale scale; /* places from the top of a plot */
	double *times;      /* of the periods, 0 to 1 along the axis */
};

static const struct partition_parts *
parts_of(const struct inequality_course *course)
{
	return &course->at[0].parts;
}

static void
make_key(struct layout *l, double width)
{
	bool has_limits = false;

	for (uint32_t i = 0; i < l->course->count; i++)
		for (uint32_t k = 0; k < parts_of(l->course)->count; k++)
			has_limits |= phrase_has_limits(&l->course->at[i].findings[k]);
	key_add(&l->key, KEY_LINE, STR("Group"));
	if (l->whole.len)
		key_add(&l->key, KEY_DASHED,
		    text_fit(l->arena, l->whole, FONT_SIZE, false, width - 40));
	if (has_limits)
		key_add(&l->key, KEY_BAND, STR("95% confidence interval"));
	l->key_height = key_height(&l->key, width) + 12;
}

/* In proportion to time. */
static void
place_periods(struct layout *l)
{
	uint32_t count = l->course->count;
	double first, span;

	l->times = ARENA_NEW(l->arena, double, count);
	for (uint32_t i = 0; i < count; i++) {
		const struct release_period *p =
		    &l->view->release->periods[l->course->at[i].period];
		l->times[i] = p->first + p->months / 2.0;
	}
	first = l->times[0];
	span = l->times[count - 1] - first;
	for (uint32_t i = 0; i < count; i++)
		l->times[i] = span > 0 ? (l->times[i] - first) / span : 0.5;
}

static void
lay_out(struct layout *l, double width)
{
	double least = l->course->least, most = l->course->most;
	bool squashes = scale_squashes(least, most);
	uint32_t count = parts_of(l->course)->count;

	l->unit = phrase_unit(l->view->release, l->view->variant.indicator);
	if (squashes)
		l->unit = str_print(l->arena, "%.*s%sxis does not start at zero",
		    STR_ARG(l->unit), l->unit.len ? "; a" : "A");
	l->whole = parts_whole(l->view, &l->course->at[0]);
	make_key(l, width);
	l->columns = width < WIDE_FROM ? 2 : 3;
	if (count < l->columns)
		l->columns = count;
	l->rows = (count + l->columns - 1) / l->columns;
	l->scale = scale_make(least, most, !squashes, PLOT_HEIGHT, 0, 4);
	l->axis_width = axis_upright_width(&l->scale);
	l->panel_width = (width - l->axis_width - (l->columns - 1) * GAP) / l->columns;
	l->panel_height = NAME_LINES * LEADING + 8 + PLOT_HEIGHT + FOOT;
	place_periods(l);
	l->height =
	    l->key_height + (l->unit.len ? LEADING + 8 : 0) + l->rows * l->panel_height;
}

struct panel {
	uint32_t part; /* RELEASE_NONE: the total */
	double left, top;
};

static const struct finding *
finding_of(const struct layout *l, uint32_t part, uint32_t i)
{
	return part == RELEASE_NONE ? &l->course->at[i].total
				    : &l->course->at[i].findings[part];
}

static double
x_of(const struct layout *l, const struct panel *panel, uint32_t i)
{
	return panel->left + 6 + l->times[i] * (l->panel_width - 12);
}

static void
draw_band(struct svg *svg, const struct layout *l, const struct panel *panel)
{
	for (uint32_t i = 0; i + 1 < l->course->count; i++) {
		const struct finding *a = finding_of(l, panel->part, i);
		const struct finding *b = finding_of(l, panel->part, i + 1);
		AUTO_BUF path = { 0 };
		double x = x_of(l, panel, i), y = x_of(l, panel, i + 1);
		if (!phrase_has_limits(a) || !phrase_has_limits(b))
			continue;
		svg_path_add(
		    &path, 'M', x, panel->top + scale_at(&l->scale, a->figure.upper95));
		svg_path_add(
		    &path, 'L', y, panel->top + scale_at(&l->scale, b->figure.upper95));
		svg_path_add(
		    &path, 'L', y, panel->top + scale_at(&l->scale, b->figure.lower95));
		svg_path_add(
		    &path, 'L', x, panel->top + scale_at(&l->scale, a->figure.lower95));
		buf_add_char(&path, 'Z');
		svg_open(svg, "path", "fill", COLOUR_BAND, NULL);
		svg_attribute(svg, "d", buf_str(&path));
		svg_close(svg);
	}
}

/* The whole is dashed in ink, a part solid in the area's blue. */
static void
draw_line(
    struct svg *svg, const struct layout *l, const struct panel *panel, uint32_t part)
{
	AUTO_BUF path = { 0 };
	bool before = false, is_part = part != RELEASE_NONE;

	for (uint32_t i = 0; i < l->course->count; i++) {
		const struct finding *f = finding_of(l, part, i);
		if (phrase_has_value(f))
			svg_path_add(&path, before ? 'L' : 'M', x_of(l, panel, i),
			    panel->top + scale_at(&l->scale, f->figure.value));
		before = phrase_has_value(f);
	}
	svg_open(svg, "path", "fill", "none", "stroke-linejoin", "round", NULL);
	svg_attribute(svg, "stroke", is_part ? STR(COLOUR_AREA) : STR(COLOUR_INK));
	svg_attribute_number(svg, "stroke-width", is_part ? 3 : 2);
	if (!is_part)
		svg_attribute(svg, "stroke-dasharray", STR(DASHES_BENCHMARK));
	svg_attribute(svg, "d", buf_str(&path));
	svg_close(svg);
}

static void
draw_points(struct svg *svg, const struct layout *l, const struct panel *panel)
{
	struct str against = parts_whole_said(l->arena, l->view, &l->course->at[0]);
	struct str name = parts_of(l->course)->at[panel->part].name;

	for (uint32_t i = 0; i < l->course->count; i++) {
		const struct finding *f = finding_of(l, panel->part, i);
		if (!phrase_has_value(f))
			continue;
		svg_open(svg, "g", NULL);
		svg_tooltip(svg, str_print(l->arena, "%.*s. %.*s", STR_ARG(name),
				     STR_ARG(phrase_finding(l->arena, l->view->release,
					 l->view->variant.indicator, f, against))));
		svg_open(svg, "circle", "fill", COLOUR_AREA, NULL);
		svg_attribute_number(svg, "cx", x_of(l, panel, i));
		svg_attribute_number(
		    svg, "cy", panel->top + scale_at(&l->scale, f->figure.value));
		svg_attribute_number(svg, "r", 3);
		svg_close(svg);
		svg_close(svg);
	}
}

/* The first and the last period: what is between is told by the table. */
static void
draw_foot(struct svg *svg, const struct layout *l, const struct panel *panel)
{
	const struct release *release = l->view->release;
	double y = panel->top + PLOT_HEIGHT + 18;
	uint32_t last = l->course->count - 1;
	struct str first_label = phrase_period(release, l->course->at[0].period);
	struct str last_label = phrase_period(release, l->course->at[last].period);
	double both = text_width(first_label, AXIS_FONT_SIZE, false) +
		      text_width(last_label, AXIS_FONT_SIZE, false);

	if (last > 0 && both + 10 < l->panel_width)
		chart_text(svg, panel->left, y, "start", AXIS_FONT_SIZE, false,
		    COLOUR_QUIET, first_label);
	chart_text(svg, panel->left + l->panel_width, y, "end", AXIS_FONT_SIZE, false,
	    COLOUR_QUIET, last_label);
}

static void
draw_name(struct svg *svg, const struct layout *l, const struct panel *panel)
{
	struct text_lines lines =
	    text_wrap(l->arena, parts_of(l->course)->at[panel->part].name, FONT_SIZE,
		true, l->panel_width, NAME_LINES);

	for (size_t i = 0; i < lines.count; i++)
		chart_text(svg, panel->left,
		    panel->top - 12 - (double)(lines.count - 1 - i) * LEADING, "start",
		    FONT_SIZE, true, NULL, lines.at[i]);
}

static void
draw_panel(struct svg *svg, const struct layout *l, const struct panel *panel)
{
	double right = panel->left + l->panel_width;

	draw_name(svg, l, panel);
	if (panel->part % l->columns == 0)
		axis_upright(svg, &l->scale, panel->left, right, panel->top);
	else
		for (unsigned i = 0; i < l->scale.ticks; i++) {
			double y =
			    panel->top + scale_at(&l->scale, scale_tick(&l->scale, i));
			svg_line(svg, panel->left, y, right, y,
			    i ? COLOUR_GRID : COLOUR_QUIET, 1);
		}
	draw_band(svg, l, panel);
	if (l->whole.len)
		draw_line(svg, l, panel, RELEASE_NONE);
	draw_line(svg, l, panel, panel->part);
	draw_points(svg, l, panel);
	draw_foot(svg, l, panel);
}

static void
draw_contents(struct svg *svg, const struct layout *l, const struct chart_place *place)
{
	double top = place->top + l->key_height;

	key_draw(svg, &l->key, place->left, place->top, place->right - place->left);
	if (l->unit.len) {
		chart_text(svg, place->left, top + FONT_SIZE, "start", FONT_SIZE, false,
		    COLOUR_QUIET,
		    text_fit(l->arena, l->unit, FONT_SIZE, false,
			place->right - place->left));
		top += LEADING + 8;
	}
	for (uint32_t i = 0; i < parts_of(l->course)->count; i++) {
		uint32_t row = i / l->columns;
		draw_panel(svg, l,
		    &(struct panel){ .part = i,
			.left = place->left + l->axis_width +
				(i % l->columns) * (l->panel_width + GAP),
			.top =
			    top + row * l->panel_height + NAME_LINES * LEADING + 8 });
	}
}

bool
panels_have_course(const struct inequality_course *course)
{
	return course->count > 1 && parts_of(course)->count > 0;
}

void
panels_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct inequality_course *course)
{
	AUTO_ARENA arena = { 0 };
	struct svg svg = { .out = out };
	struct layout layout = { .arena = &arena, .view = view, .course = course };
	struct chart_words words = panels_words(&arena, view, course);
	bool empty = course->count == 0 || !parts_of(course)->count;
	struct chart_place place;

	layout.height = FONT_SIZE * 2;
	if (!empty)
		lay_out(&layout, chart_inner_width(chart));
	place = chart_begin(&arena, &svg, chart, view->release, &words, layout.height);
	if (empty)
		chart_text(&svg, place.left, place.top + FONT_SIZE, "start", FONT_SIZE,
		    false, NULL, STR("There are no figures to draw."));
	else
		draw_contents(&svg, &layout, &place);
	svg_close(&svg);
}
