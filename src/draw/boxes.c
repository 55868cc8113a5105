#include "draw/boxes.h"

#include <math.h>

#include "draw/axis.h"
#include "draw/key.h"
#include "draw/phrase.h"
#include "draw/scale.h"
#include "draw/text.h"
#include "draw/timeline.h"

enum { FONT_SIZE = 16, LEADING = 20, FOOT = 30, BOX_WIDEST = 34 };

struct layout {
	struct arena *arena;
	const struct view *view;
	const struct boxes *boxes;
	struct key key;
	double key_height, height, plot_height, left, right, box_width;
	struct str unit, benchmark;
	struct scale scale; /* places from the top of the plot */
	struct timeline timeline;
};

static struct str
benchmark_name(const struct layout *l)
{
	for (uint32_t i = l->boxes->count; i-- > 0;)
		if (phrase_has_value(&l->boxes->at[i].benchmark))
			return phrase_area(
			    l->view->release, l->boxes->at[i].benchmark.area);
	return STR("");
}

static unsigned
verdicts_of(const struct layout *l)
{
	unsigned verdicts = 0;

	for (uint32_t i = 0; i < l->boxes->count; i++)
		if (phrase_has_value(&l->boxes->at[i].area))
			verdicts |= 1u << l->boxes->at[i].area.verdict;
	return verdicts;
}

static void
make_key(struct layout *l, double width)
{
	struct str area = phrase_area(l->view->release, l->view->area);
	unsigned verdicts = verdicts_of(l);
	double room = width - 40;

	key_add(&l->key, KEY_WHISKER, STR("Lowest to highest area"));
	key_add(&l->key, KEY_RANGE, STR("5th to 95th percentile"));
	key_add(&l->key, KEY_QUARTERS, STR("Middle half and median"));
	if (l->benchmark.len)
		key_add(&l->key, KEY_DIAMOND,
		    text_fit(l->arena, l->benchmark, FONT_SIZE, false, room));
	if (verdicts == 1u << VERDICT_NONE)
		key_add(&l->key, KEY_AREA,
		    text_fit(l->arena, area, FONT_SIZE, false, room));
	else if (phrase_is_by_fifths(l->view->release, l->view->variant.indicator))
		key_add_fifths(&l->key, verdicts);
	else
		key_add_verdicts(&l->key, verdicts,
		    text_fit(l->arena, str_print(l->arena, "%.*s is:", STR_ARG(area)),
			FONT_SIZE, false, width));
	l->key_height = key_height(&l->key, width) + 12;
}

static void
place_periods(struct layout *l, double width)
{
	const struct release *release = l->view->release;
	uint32_t count = l->boxes->count;
	double *times = ARENA_NEW(l->arena, double, count);
	struct str *labels = ARENA_NEW(l->arena, struct str, count);
	double margin = fmin(BOX_WIDEST, (l->right - l->left) / (count + 1)) / 2 + 6;

	for (uint32_t i = 0; i < count; i++) {
		const struct release_period *period =
		    &release->periods[l->boxes->at[i].period];
		times[i] = period->first + period->months / 2.0;
		labels[i] = release_text(release, period->label);
	}
	l->timeline = timeline_make(l->arena, times, labels, count, l->left + margin,
	    l->right - margin, 0, width, FONT_SIZE);
	l->box_width = fmax(fmin(BOX_WIDEST, l->timeline.spacing * 0.6), 3);
}

static void
lay_out(struct layout *l, double width)
{
	bool squashes = scale_squashes(l->boxes->least, l->boxes->most);

	l->benchmark = benchmark_name(l);
	l->unit = phrase_unit(l->view->release, l->view->variant.indicator);
	if (squashes)
		l->unit = str_print(l->arena, "%.*s%sxis does not start at zero",
		    STR_ARG(l->unit), l->unit.len ? "; a" : "A");
	make_key(l, width);
	l->plot_height = fmin(fmax(width * 0.4, 240), 360);
	l->scale = scale_make(
	    l->boxes->least, l->boxes->most, !squashes, l->plot_height, 0, 6);
	l->left = axis_upright_width(&l->scale);
	l->right = width;
	place_periods(l, width);
	l->height = l->key_height + (l->unit.len ? LEADING + 8 : LEADING / 2.0) +
		    l->plot_height + FOOT;
}

static struct str
tooltip(const struct layout *l, const struct box *box)
{
	const struct release *release = l->view->release;
	int decimals = release->indicators[l->view->variant.indicator].decimals;

	return str_print(l->arena,
	    "%.*s: lowest %.*s, 5th percentile %.*s, 25th %.*s, median %.*s, 75th "
	    "%.*s, "
	    "95th %.*s, highest %.*s",
	    STR_ARG(phrase_period(release, box->period)),
	    STR_ARG(phrase_number(l->arena, box->least, decimals)),
	    STR_ARG(phrase_number(l->arena, box->p5, decimals)),
	    STR_ARG(phrase_number(l->arena, box->p25, decimals)),
	    STR_ARG(phrase_number(l->arena, box->median, decimals)),
	    STR_ARG(phrase_number(l->arena, box->p75, decimals)),
	    STR_ARG(phrase_number(l->arena, box->p95, decimals)),
	    STR_ARG(phrase_number(l->arena, box->most, decimals)));
}

static void
draw_box(struct svg *svg, const struct layout *l, const struct box *box, double x,
    double top)
{
	const struct scale *scale = &l->scale;
	double half = l->box_width / 2, high = top + scale_at(scale, box->p75);
	double range = top + scale_at(scale, box->p95);
	double median = top + scale_at(scale, box->median);

	svg_open(svg, "g", NULL);
	svg_tooltip(svg, tooltip(l, box));
	mark_whisker_upright(svg, x, top + scale_at(scale, box->most),
	    top + scale_at(scale, box->least), fmin(half / 2, 5));
	svg_rect(svg, x - half * 0.6, range, half * 1.2,
	    top + scale_at(scale, box->p5) - range, COLOUR_MID, COLOUR_QUIET);
	svg_rect(svg, x - half, high, 2 * half, top + scale_at(scale, box->p25) - high,
	    COLOUR_LIGHT, COLOUR_INK);
	svg_line(svg, x - half, median, x + half, median, COLOUR_INK, 3);
	svg_close(svg);
}

static void
draw_marks(struct svg *svg, const struct layout *l, const struct box *box, double x,
    double top)
{
	double radius = fmin(l->box_width / 3, 6);

	if (phrase_has_value(&box->benchmark)) {
		svg_open(svg, "g", NULL);
		svg_tooltip(
		    svg, phrase_finding(l->arena, l->view->release,
			     l->view->variant.indicator, &box->benchmark, STR("")));
		mark_diamond(svg, x,
		    top + scale_at(&l->scale, box->benchmark.figure.value), radius,
		    COLOUR_PAPER);
		svg_close(svg);
	}
	if (!phrase_has_value(&box->area))
		return;
	svg_open(svg, "g", NULL);
	svg_tooltip(svg, phrase_finding(l->arena, l->view->release,
			     l->view->variant.indicator, &box->area, l->benchmark));
	mark_verdict(svg, box->area.verdict, x,
	    top + scale_at(&l->scale, box->area.figure.value), fmax(radius, 4));
	svg_close(svg);
}

static void
draw_periods(struct svg *svg, const struct layout *l, double left, double base)
{
	svg_open(svg, "g", NULL);
	for (uint32_t i = 0; i < l->boxes->count; i++) {
		const struct timeline_mark *mark = &l->timeline.marks[i];
		if (mark->labelled)
			chart_text(svg, left + mark->label_x, base + 23, "middle",
			    FONT_SIZE, false, COLOUR_QUIET,
			    phrase_period(l->view->release, l->boxes->at[i].period));
	}
	svg_close(svg);
}

static void
draw_contents(struct svg *svg, const struct layout *l, const struct chart_place *place)
{
	double left = place->left, top = place->top + l->key_height;

	key_draw(svg, &l->key, left, place->top, place->right - left);
	if (l->unit.len)
		chart_text(svg, left, top + FONT_SIZE, "start", FONT_SIZE, false,
		    COLOUR_QUIET,
		    text_fit(l->arena, l->unit, FONT_SIZE, false, place->right - left));
	top += l->unit.len ? LEADING + 8 : LEADING / 2.0;
	axis_upright(svg, &l->scale, left + l->left, left + l->right, top);
	for (uint32_t i = 0; i < l->boxes->count; i++) {
		const struct box *box = &l->boxes->at[i];
		double x = left + l->timeline.marks[i].x;
		if (box->values >= BOX_LEAST_VALUES)
			draw_box(svg, l, box, x, top);
		draw_marks(svg, l, box, x, top);
	}
	draw_periods(svg, l, left, top + l->plot_height);
}

void
boxes_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct boxes *boxes)
{
	AUTO_ARENA arena = { 0 };
	struct svg svg = { .out = out };
	struct layout layout = { .arena = &arena, .view = view, .boxes = boxes };
	struct chart_words words = boxes_words(&arena, view, boxes);
	struct chart_place place;

	layout.height = FONT_SIZE * 2;
	if (boxes->count)
		lay_out(&layout, chart_inner_width(chart));
	place = chart_begin(&arena, &svg, chart, view->release, &words, layout.height);
	if (boxes->count)
		draw_contents(&svg, &layout, &place);
	else
		chart_text(&svg, place.left, place.top + FONT_SIZE, "start", FONT_SIZE,
		    false, NULL, STR("There are no figures to draw."));
	svg_close(&svg);
}
