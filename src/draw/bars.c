#include "draw/bars.h"

#include <math.h>

#include "draw/axis.h"
#include "draw/key.h"
#include "draw/phrase.h"
#include "draw/scale.h"
#include "draw/text.h"

enum { ROW_HEIGHT = 28, BAR_HEIGHT = 18, MARK_COLUMN = 30, FONT_SIZE = 16 };
enum { LABEL_LINE = 22 };

/* A line across the bars and its label above them. */
struct reference {
	const struct finding *finding;
	struct str text;
	const char *colour, *dashes;
	double x; /* of the line */
	double label_x,
	    top; /* of the label; line of labels from the bars upwards, 0 or 1 */
	const char *anchor;
};

struct layout {
	struct arena *arena;
	const struct view *view;
	const struct ranking *ranking;
	struct chart_words words;
	struct key key;
	double key_height;
	double name_width, value_width; /* columns left and right of the bars */
	struct scale scale;             /* places from the left edge of the contents */
	struct reference references[2];
	unsigned reference_count, label_lines;
	double height;
};

static struct scale
shared_scale(const struct ranking *ranking, double start, double end, unsigned about)
{
	return scale_make(ranking->least, ranking->most, true, start, end, about);
}

static unsigned
verdicts_of(const struct ranking *ranking)
{
	unsigned verdicts = 0;

	for (uint32_t i = 0; i < ranking->area_count; i++)
		if (phrase_has_value(&ranking->areas[i]))
			verdicts |= 1u << ranking->areas[i].verdict;
	return verdicts;
}

static void
make_key(struct layout *l, double width)
{
	struct str benchmark = phrase_benchmark(l->view);
	bool has_limits = false;

	for (uint32_t i = 0; i < l->ranking->area_count && !has_limits; i++)
		has_limits = phrase_has_limits(&l->ranking->areas[i]);
	if (phrase_is_by_fifths(l->view->release, l->view->variant.indicator))
		key_add_fifths(&l->key, verdicts_of(l->ranking));
	else if (benchmark.len)
		key_add_verdicts(&l->key, verdicts_of(l->ranking),
		    str_print(l->arena, "Compared with %.*s:", STR_ARG(benchmark)));
	if (has_limits)
		key_add(&l->key, KEY_WHISKER, STR("95% confidence interval"));
	l->key_height = key_height(&l->key, width);
	if (l->key.count)
		l->key_height += 12;
}

static struct str
value_text(const struct layout *l, const struct finding *finding)
{
	uint32_t indicator = l->view->variant.indicator;
	int decimals = l->view->release->indicators[indicator].decimals;

	if (phrase_has_value(finding))
		return phrase_number(l->arena, finding->figure.value, decimals);
	return str_of(missing_symbol(finding->figure.missing));
}

/* Names take what they need up to two fifths of the width, values what they need. */
static void
measure_columns(struct layout *l, double width)
{
	const struct release *release = l->view->release;
	double names = 60, values = 30;

	for (uint32_t i = 0; i < l->ranking->area_count; i++) {
		const struct finding *finding = &l->ranking->areas[i];
		struct str name = phrase_area(release, finding->area);
		bool bold = finding->area == l->view->area;
		names = fmax(names, text_width(name, FONT_SIZE, bold));
		values =
		    fmax(values, text_width(value_text(l, finding), FONT_SIZE, bold));
	}
	l->name_width = fmin(names, 0.4 * width) + 10;
	l->value_width = values + 12;
}

static void
add_reference(struct layout *l, const struct finding *finding, const char *colour,
    const char *dashes)
{
	struct str name, number;

	if (!phrase_has_value(finding))
		return;
	name = phrase_area(l->view->release, finding->area);
	number = value_text(l, finding);
	l->references[l->reference_count++] = (struct reference){
		.finding = finding,
		.text =
		    str_print(l->arena, "%.*s %.*s", STR_ARG(name), STR_ARG(number)),
		.colour = colour,
		.dashes = dashes,
		.x = scale_at(&l->scale, finding->figure.value),
	};
}

/* The label ends or begins at its line and is cut to the room there is. */
static void
anchor_label(struct layout *l, struct reference *r, bool ends, double top, double width)
{
	double room = (ends ? r->x : width - r->x) - 4;

	r->anchor = ends ? "end" : "start";
	r->label_x = ends ? r->x - 4 : r->x + 4;
	r->top = top;
	r->text = text_fit(l->arena, r->text, FONT_SIZE, true, room);
}

/* The label of the line further left ends at its line and the other begins at its own,
 * so that neither meets the other. Where one has no room so, both look the same way and
 * stand one above the other, the longer line outermost. */
static void
place_labels(struct layout *l, double width)
{
	struct reference *a = &l->references[0], *b = &l->references[1];
	bool apart, ends;

	l->label_lines = l->reference_count;
	if (l->reference_count == 1)
		anchor_label(l, a, a->x > width / 2, 0, width);
	if (l->reference_count < 2)
		return;
	if (a->x > b->x) {
		struct reference swap = *a;
		*a = *b;
		*b = swap;
	}
	apart = text_width(a->text, FONT_SIZE, true) <= a->x - 4 &&
		text_width(b->text, FONT_SIZE, true) <= width - b->x - 4;
	ends = a->x > width - b->x;
	if (apart)
		l->label_lines = 1;
	anchor_label(l, a, apart || ends, apart || ends ? 0 : 1, width);
	anchor_label(l, b, !apart && ends, apart || !ends ? 0 : 1, width);
}

static void
lay_out(struct layout *l, double width)
{
	struct str unit = phrase_unit(l->view->release, l->view->variant.indicator);

	make_key(l, width);
	measure_columns(l, width);
	l->scale = shared_scale(l->ranking, l->name_width + MARK_COLUMN,
	    width - l->value_width - 12, width < 600 ? 4 : 7);
	add_reference(l, ranking_line(l->ranking), COLOUR_INK, "");
	add_reference(l, &l->ranking->parent, COLOUR_QUIET, DASHES_BENCHMARK);
	place_labels(l, width);
	l->height = l->key_height + l->label_lines * LABEL_LINE +
		    (double)l->ranking->area_count * ROW_HEIGHT +
		    axis_across_height(unit);
}

/* Why there is no figure, where it fits without touching a line across the bars; its
 * symbol stands in the column of values in any case. */
static void
draw_reason(struct svg *svg, const struct layout *l, const struct finding *finding,
    const struct chart_place *place, double base)
{
	struct str why = str_of(missing_text(finding->figure.missing));
	double start = scale_at(&l->scale, 0) + 8, end = l->scale.end;

	for (unsigned i = 0; i < l->reference_count; i++)
		if (l->references[i].x > start)
			end = fmin(end, l->references[i].x - 4);
	if (start + text_width(why, 14, false) <= end)
		chart_text(svg, place->left + start, base, "start", 14, false,
		    COLOUR_QUIET, why);
}

static void
draw_row(struct svg *svg, const struct layout *l, const struct finding *finding,
    const struct chart_place *place, double middle)
{
	const struct release *release = l->view->release;
	bool chosen = finding->area == l->view->area;
	double base = middle + FONT_SIZE * 0.35;
	struct str name = phrase_area(release, finding->area);

	svg_open(svg, "g", NULL);
	svg_tooltip(svg, phrase_finding(l->arena, release, l->view->variant.indicator,
			     finding, phrase_benchmark(l->view)));
	chart_text(svg, place->left, base, "start", FONT_SIZE, chosen, NULL,
	    text_fit(l->arena, name, FONT_SIZE, chosen, l->name_width - 10));
	if (phrase_has_value(finding)) {
		mark_verdict(svg, finding->verdict,
		    place->left + l->name_width + MARK_COLUMN / 2.0 - 4, middle, 6);
		bar_draw(svg, finding, palette_fill(finding->verdict), &l->scale,
		    place->left, middle, BAR_HEIGHT);
	} else {
		draw_reason(svg, l, finding, place, base);
	}
	chart_text(svg, place->right, base, "end", FONT_SIZE, chosen, NULL,
	    value_text(l, finding));
	svg_close(svg);
}

static void
draw_reference(struct svg *svg, const struct layout *l, const struct reference *r,
    const struct chart_place *place, double labels, double bottom)
{
	double base = labels + (l->label_lines - r->top) * LABEL_LINE - 7;

	/* On a ground of paper, as some bars are nearly as dark as the line. */
	svg_line(svg, place->left + r->x, base - 13, place->left + r->x, bottom,
	    COLOUR_PAPER, 4);
	svg_open(svg, "line", NULL);
	svg_attribute_number(svg, "x1", place->left + r->x);
	svg_attribute_number(svg, "y1", base - 13);
	svg_attribute_number(svg, "x2", place->left + r->x);
	svg_attribute_number(svg, "y2", bottom);
	svg_attribute(svg, "stroke", str_of(r->colour));
	svg_attribute_number(svg, "stroke-width", 2);
	if (*r->dashes)
		svg_attribute(svg, "stroke-dasharray", str_of(r->dashes));
	svg_close(svg);
	chart_text(svg, place->left + r->label_x, base, r->anchor, FONT_SIZE, true,
	    r->colour, r->text);
}

static void
draw_contents(struct svg *svg, const struct layout *l, const struct chart_place *place)
{
	double labels = place->top + l->key_height;
	double top = labels + l->label_lines * LABEL_LINE;
	double bottom = top + (double)l->ranking->area_count * ROW_HEIGHT;

	key_draw(svg, &l->key, place->left, place->top, place->right - place->left);
	axis_across(svg, &l->scale, place->left, top, bottom,
	    phrase_unit(l->view->release, l->view->variant.indicator));
	for (uint32_t i = 0; i < l->ranking->area_count; i++)
		draw_row(
		    svg, l, &l->ranking->areas[i], place, top + (i + 0.5) * ROW_HEIGHT);
	/* Upon the bars, or the longer ones would hide what they are compared with. */
	for (unsigned i = 0; i < l->reference_count; i++)
		draw_reference(svg, l, &l->references[i], place, labels, bottom);
}

void
bar_draw(struct svg *svg, const struct finding *finding, const char *fill,
    const struct scale *scale, double left, double middle, double height)
{
	double zero = left + scale_at(scale, 0);
	double end = left + scale_at(scale, finding->figure.value);

	svg_rect(svg, fmin(zero, end), middle - height / 2, fabs(end - zero), height,
	    fill, COLOUR_INK);
	if (phrase_has_limits(finding))
		mark_whisker_across(svg,
		    left + scale_at(scale, finding->figure.lower95),
		    left + scale_at(scale, finding->figure.upper95), middle,
		    height / 4);
}

void
bars_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct ranking *ranking)
{
	AUTO_ARENA arena = { 0 };
	struct svg svg = { .out = out };
	struct layout layout = {
		.arena = &arena,
		.view = view,
		.ranking = ranking,
		.words = bars_words(&arena, view, ranking),
	};
	struct chart_place place;

	lay_out(&layout, chart_inner_width(chart));
	place = chart_begin(
	    &arena, &svg, chart, view->release, &layout.words, layout.height);
	draw_contents(&svg, &layout, &place);
	svg_close(&svg);
}

void
bars_cell(struct buf *out, const struct ranking *ranking, const struct finding *finding)
{
	struct svg svg = { .out = out };
	struct scale scale = shared_scale(ranking, 2, BARS_CELL_WIDTH - 2, 5);
	double middle = BARS_CELL_HEIGHT / 2.0;
	const struct finding *line = ranking_line(ranking);
	bool is_reference = finding == &ranking->root || finding == &ranking->parent ||
			    finding == &ranking->benchmark;

	svg_begin(&svg,
	    &(struct svg_document){
		.width = BARS_CELL_WIDTH, .height = BARS_CELL_HEIGHT, .fixed = true });
	if (phrase_has_value(finding))
		bar_draw(&svg, finding,
		    is_reference ? COLOUR_MID : palette_fill(finding->verdict), &scale,
		    0, middle, 14);
	if (phrase_has_value(line)) {
		double x = scale_at(&scale, line->figure.value);
		svg_line(&svg, x, 0, x, BARS_CELL_HEIGHT, COLOUR_INK, 1.5);
	}
	svg_close(&svg);
}
