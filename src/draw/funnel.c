#include "draw/funnel.h"

#include <math.h>

#include "draw/axis.h"
#include "draw/key.h"
#include "draw/labels.h"
#include "draw/phrase.h"
#include "draw/scale.h"
#include "draw/text.h"

enum { FONT_SIZE = 16, LEADING = 20, RADIUS = 4, EDGE = 30 };

struct layout {
	struct arena *arena;
	const struct view *view;
	const struct outliers *outliers;
	struct key key;
	double key_height, height, plot_height;
	double left, top; /* of the contents, of the plot */
	struct str unit;
	struct scale across, up; /* from the left of the contents, top of the plot */
};

static bool
is_shown(const struct outlier *at)
{
	return isfinite(at->point.at) && isfinite(at->point.value);
}

static void
make_key(struct layout *l, double width)
{
	unsigned verdicts = 0;

	for (uint32_t i = 0; i < l->outliers->count; i++)
		if (is_shown(&l->outliers->at[i]))
			verdicts |= 1u << l->outliers->at[i].finding.verdict;
	key_add_verdicts(&l->key, verdicts, STR("Compared with their average:"));
	key_add(&l->key, KEY_LINE, STR("Average"));
	key_add(&l->key, KEY_DASHED, STR("95% limits"));
	key_add(&l->key, KEY_DOTTED, STR("99.8% limits"));
	l->key_height = key_height(&l->key, width) + 12;
}

/* The limits of very small areas would press all others to a line. */
static void
make_scales(struct layout *l, double width)
{
	const struct outliers *o = l->outliers;
	double least = o->funnel.baseline, most = least, largest = 0;

	for (uint32_t i = 0; i < o->count; i++) {
		if (!is_shown(&o->at[i]))
			continue;
		least = fmin(least, o->at[i].point.value);
		most = fmax(most, o->at[i].point.value);
		largest = fmax(largest, o->at[i].point.at);
	}
	l->up =
	    scale_make(least, most, !scale_squashes(least, most), l->plot_height, 0, 6);
	l->across = scale_make(0, largest, true, axis_upright_width(&l->up),
	    width - EDGE, width < 600 ? 4 : 7);
}

static void
lay_out(struct layout *l, double width)
{
	l->unit = phrase_unit(l->view->release, l->view->variant.indicator);
	l->plot_height = fmin(fmax(width * 0.45, 260), 400);
	make_key(l, width);
	make_scales(l, width);
	if (l->up.from > 0)
		l->unit = str_print(l->arena, "%.*s%sxis does not start at zero",
		    STR_ARG(l->unit), l->unit.len ? "; a" : "A");
	l->height = l->key_height + LEADING + 8 + l->plot_height +
		    axis_across_height(funnel_size(l->outliers));
}

static struct funnel_limit
limit_of(const struct funnel_row *row, unsigned which)
{
	const struct funnel_limit limits[] = { row->lower95, row->upper95,
		row->lower998, row->upper998 };

	return limits[which];
}

static bool
is_within(const struct scale *scale, double value)
{
	return isfinite(value) && value >= scale->from && value <= scale->until;
}

/* Only what lies within the plot. */
static void
draw_limit(struct svg *svg, const struct layout *l, unsigned which)
{
	AUTO_BUF path = { 0 };
	bool before = false;

	for (int i = 0; i < FUNNEL_ROWS; i++) {
		struct funnel_limit limit = limit_of(&l->outliers->rows[i], which);
		bool in = is_within(&l->across, limit.at) && limit.at > 0 &&
			  is_within(&l->up, limit.value);
		if (in)
			svg_path_add(&path, before ? 'L' : 'M',
			    l->left + scale_at(&l->across, limit.at),
			    l->top + scale_at(&l->up, limit.value));
		before = in;
	}
	svg_open(svg, "path", "fill", "none", NULL);
	svg_attribute(svg, "d", buf_str(&path));
	svg_attribute(svg, "stroke", which < 2 ? STR(COLOUR_INK) : STR(COLOUR_QUIET));
	svg_attribute_number(svg, "stroke-width", 2);
	svg_attribute(svg, "stroke-dasharray",
	    which < 2 ? STR(DASHES_BENCHMARK) : STR(DASHES_PARENT));
	svg_close(svg);
}

static bool
is_out(const struct outlier *at)
{
	return at->side != SIDE_SIMILAR && at->side != SIDE_UNKNOWN;
}

static bool
is_chosen(const struct layout *l, const struct outlier *at)
{
	return is_shown(at) && at->finding.area == l->view->area;
}

/* Outliers upon the others, and the chosen area, which is larger, upon all. */
static void
draw_points(struct svg *svg, const struct layout *l, unsigned turn)
{
	for (uint32_t i = 0; i < l->outliers->count; i++) {
		const struct outlier *at = &l->outliers->at[i];
		bool chosen = is_chosen(l, at);
		if (!is_shown(at) || turn != (chosen ? 2u : is_out(at) ? 1u : 0u))
			continue;
		svg_open(svg, "g", NULL);
		svg_tooltip(svg,
		    phrase_finding(l->arena, l->view->release,
			l->view->variant.indicator, &at->finding, STR("the average")));
		mark_verdict(svg, at->finding.verdict,
		    l->left + scale_at(&l->across, at->point.at),
		    l->top + scale_at(&l->up, at->point.value),
		    chosen ? RADIUS + 3 : RADIUS);
		svg_close(svg);
	}
}

/* The i-th area from the outside: the highest, the lowest, the next highest. */
static const struct outlier *
outermost(const struct outliers *o, uint32_t i)
{
	return &o->at[i % 2 ? o->count - 1 - i / 2 : i / 2];
}

static bool
name_point(struct svg *svg, const struct layout *l, struct labels *labels,
    const struct outlier *at)
{
	return labels_draw(labels, svg, l->left + scale_at(&l->across, at->point.at),
	    l->top + scale_at(&l->up, at->point.value),
	    is_chosen(l, at) ? 3 * RADIUS : 2 * RADIUS,
	    phrase_area(l->view->release, at->finding.area));
}

/* The chosen area has its name, upon others' marks where it must be. */
static void
name_chosen(struct svg *svg, const struct layout *l, struct labels *labels)
{
	for (uint32_t i = 0; i < l->outliers->count; i++)
		if (is_chosen(l, &l->outliers->at[i]))
			name_point(svg, l, labels, &l->outliers->at[i]);
	for (uint32_t i = 0; i < l->outliers->count; i++) {
		const struct outlier *at = &l->outliers->at[i];
		if (is_shown(at))
			labels_avoid(labels,
			    l->left + scale_at(&l->across, at->point.at),
			    l->top + scale_at(&l->up, at->point.value), RADIUS);
	}
}

/* The outermost of those at 99.8 %, then of the others; not so many that the points
 * could not be seen. */
static void
draw_names(struct svg *svg, const struct layout *l)
{
	struct labels labels = { .left = l->left + l->across.start,
		.right = l->left + l->across.end + EDGE,
		.top = l->top,
		.bottom = l->top + l->plot_height };
	unsigned most = l->across.end < 600 ? 6 : 14, drawn = 0;

	name_chosen(svg, l, &labels);
	for (unsigned round = 0; round < 2; round++)
		for (uint32_t i = 0; i < l->outliers->count && drawn < most; i++) {
			const struct outlier *at = outermost(l->outliers, i);
			bool far =
			    at->side == SIDE_FAR_ABOVE || at->side == SIDE_FAR_BELOW;
			if (is_shown(at) && !is_chosen(l, at) && is_out(at) &&
			    far == (round == 0))
				drawn += name_point(svg, l, &labels, at);
		}
}

static void
draw_contents(struct svg *svg, struct layout *l, const struct chart_place *place)
{
	double left = place->left, top = place->top + l->key_height, bottom, average;

	key_draw(svg, &l->key, left, place->top, place->right - left);
	chart_text(svg, left, top + FONT_SIZE, "start", FONT_SIZE, false, COLOUR_QUIET,
	    text_fit(l->arena, l->unit, FONT_SIZE, false, place->right - left));
	top += LEADING + 8;
	l->left = left;
	l->top = top;
	bottom = top + l->plot_height;
	average = top + scale_at(&l->up, l->outliers->funnel.baseline);
	axis_upright(svg, &l->up, left + l->across.start, left + l->across.end, top);
	axis_across(
	    svg, &l->across, left, bottom, bottom + 5, funnel_size(l->outliers));
	svg_line(svg, left + l->across.start, average, left + l->across.end, average,
	    COLOUR_AREA, 3);
	for (unsigned which = 0; which < 4; which++)
		draw_limit(svg, l, which);
	for (unsigned turn = 0; turn < 3; turn++)
		draw_points(svg, l, turn);
	draw_names(svg, l);
}

void
funnel_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct outliers *outliers)
{
	AUTO_ARENA arena = { 0 };
	struct svg svg = { .out = out };
	struct layout layout = { .arena = &arena, .view = view, .outliers = outliers };
	struct chart_words words = funnel_words(&arena, view, outliers);
	bool empty = outliers->why_none.len > 0;
	struct chart_place place;

	layout.height = FONT_SIZE * 2;
	if (!empty)
		lay_out(&layout, chart_inner_width(chart));
	place = chart_begin(&arena, &svg, chart, view->release, &words, layout.height);
	if (empty)
		chart_text(&svg, place.left, place.top + FONT_SIZE, "start", FONT_SIZE,
		    false, NULL, STR("There is no funnel to draw."));
	else
		draw_contents(&svg, &layout, &place);
	svg_close(&svg);
}
