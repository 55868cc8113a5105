#include "draw/parts.h"

#include <math.h>

#include "draw/axis.h"
#include "draw/bars.h"
#include "draw/key.h"
#include "draw/phrase.h"
#include "draw/scale.h"
#include "draw/text.h"

enum { ROW_HEIGHT = 30, STACKED_HEIGHT = 50, BAR_HEIGHT = 18, FONT_SIZE = 16 };
enum { MARK_COLUMN = 26, LABEL_LINE = 24, WIDE_FROM = 600 };

struct layout {
	struct arena *arena;
	const struct view *view;
	const struct inequalities *answer;
	bool stacked; /* names above bars */
	struct key key;
	double key_height, name_width, value_width, row_height, height;
	struct str unit, whole;
	struct scale scale; /* places from the left edge of the contents */
};

static void
make_key(struct layout *l, double width)
{
	const struct inequalities *a = l->answer;
	struct str against = parts_whole_said(l->arena, l->view, a);
	unsigned verdicts = 0;
	bool has_limits = false;

	for (uint32_t i = 0; i < a->parts.count; i++) {
		if (phrase_has_value(&a->findings[i]))
			verdicts |= 1u << a->findings[i].verdict;
		has_limits |= phrase_has_limits(&a->findings[i]);
	}
	if (against.len)
		key_add_verdicts(&l->key, verdicts,
		    text_fit(l->arena,
			str_print(l->arena, "Compared with %.*s:", STR_ARG(against)),
			FONT_SIZE, false, width));
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

static void
lay_out(struct layout *l, double width)
{
	const struct inequalities *a = l->answer;
	double names = 60, values = 30;

	l->stacked = width < WIDE_FROM;
	l->unit = phrase_unit(l->view->release, l->view->variant.indicator);
	l->whole = parts_whole(l->view, a);
	make_key(l, width);
	for (uint32_t i = 0; i < a->parts.count; i++) {
		names = fmax(names, text_width(a->parts.at[i].name, FONT_SIZE, false));
		values = fmax(values,
		    text_width(value_text(l, &a->findings[i]), FONT_SIZE, false));
	}
	l->name_width = l->stacked ? 0 : fmin(names, 0.45 * width) + 12;
	l->value_width = values + 12;
	l->row_height = l->stacked ? STACKED_HEIGHT : ROW_HEIGHT;
	l->scale = scale_make(a->least, a->most, true, l->name_width + MARK_COLUMN,
	    width - l->value_width - 12, l->stacked ? 4 : 7);
	l->height = l->key_height + LABEL_LINE + a->parts.count * l->row_height +
		    axis_across_height(l->unit);
}

static void
draw_row(struct svg *svg, const struct layout *l, uint32_t i, double left, double right,
    double top)
{
	const struct finding *finding = &l->answer->findings[i];
	double middle = top + l->row_height - ROW_HEIGHT / 2.0;
	double base = middle + FONT_SIZE * 0.35;
	struct str name = l->answer->parts.at[i].name;
	double room = l->stacked ? right - left : l->name_width - 10;

	svg_open(svg, "g", NULL);
	svg_tooltip(svg, str_print(l->arena, "%.*s. %.*s", STR_ARG(name),
			     STR_ARG(phrase_finding(l->arena, l->view->release,
				 l->view->variant.indicator, finding,
				 parts_whole_said(l->arena, l->view, l->answer)))));
	chart_text(svg, left, l->stacked ? top + FONT_SIZE : base, "start", FONT_SIZE,
	    false, NULL, text_fit(l->arena, name, FONT_SIZE, false, room));
	if (phrase_has_value(finding)) {
		mark_verdict(svg, finding->verdict,
		    left + l->name_width + MARK_COLUMN / 2.0 - 4, middle, 6);
		bar_draw(svg, finding, palette_fill(finding->verdict), &l->scale, left,
		    middle, BAR_HEIGHT);
	}
	chart_text(
	    svg, right, base, "end", FONT_SIZE, false, NULL, value_text(l, finding));
	svg_close(svg);
}

/* Upon the bars, or the longer ones would hide what they are compared with; through
 * no name. */
static void
draw_total(
    struct svg *svg, const struct layout *l, double left, double right, double top)
{
	const struct finding *total = &l->answer->total;
	double x = left + scale_at(&l->scale, total->figure.value);
	bool ends = x > (left + right) / 2;
	struct str text = str_print(
	    l->arena, "%.*s %.*s", STR_ARG(l->whole), STR_ARG(value_text(l, total)));

	if (!phrase_has_value(total))
		return;
	chart_text(svg, ends ? x + 4 : x - 4, top - 9, ends ? "end" : "start",
	    FONT_SIZE, true, COLOUR_INK,
	    text_fit(l->arena, text, FONT_SIZE, true, ends ? x - left : right - x));
	for (uint32_t i = 0; i < l->answer->parts.count; i++) {
		double until = top + (i + 1) * l->row_height;
		double from = l->stacked ? until - ROW_HEIGHT + 2
					 : until - l->row_height - (i ? 0 : 4);
		svg_line(svg, x, from, x, until, COLOUR_PAPER, 4);
		svg_line(svg, x, from, x, until, COLOUR_INK, 2);
	}
}

static void
draw_contents(struct svg *svg, const struct layout *l, const struct chart_place *place)
{
	double top = place->top + l->key_height + LABEL_LINE;
	double bottom = top + l->answer->parts.count * l->row_height;

	key_draw(svg, &l->key, place->left, place->top, place->right - place->left);
	if (!l->stacked)
		axis_across(svg, &l->scale, place->left, top, bottom, l->unit);
	else /* Lines through names would not be read. */
		axis_across(svg, &l->scale, place->left, bottom - 4, bottom, l->unit);
	for (uint32_t i = 0; i < l->answer->parts.count; i++)
		draw_row(svg, l, i, place->left, place->right, top + i * l->row_height);
	draw_total(svg, l, place->left, place->right, top);
}

void
parts_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct inequalities *answer)
{
	AUTO_ARENA arena = { 0 };
	struct svg svg = { .out = out };
	struct layout layout = { .arena = &arena, .view = view, .answer = answer };
	struct chart_words words = parts_words(&arena, view, answer);
	struct chart_place place;

	lay_out(&layout, chart_inner_width(chart));
	place = chart_begin(&arena, &svg, chart, view->release, &words, layout.height);
	draw_contents(&svg, &layout, &place);
	svg_close(&svg);
}

void
parts_cell(
    struct buf *out, const struct inequalities *answer, const struct finding *finding)
{
	struct svg svg = { .out = out };
	struct scale scale =
	    scale_make(answer->least, answer->most, true, 2, PARTS_CELL_WIDTH - 2, 5);
	bool is_total = finding == &answer->total;

	svg_begin(&svg, &(struct svg_document){ .width = PARTS_CELL_WIDTH,
			    .height = PARTS_CELL_HEIGHT,
			    .fixed = true });
	if (phrase_has_value(finding))
		bar_draw(&svg, finding,
		    is_total ? COLOUR_MID : palette_fill(finding->verdict), &scale, 0,
		    PARTS_CELL_HEIGHT / 2.0, 14);
	if (phrase_has_value(&answer->total)) {
		double x = scale_at(&scale, answer->total.figure.value);
		svg_line(&svg, x, 0, x, PARTS_CELL_HEIGHT, COLOUR_INK, 1.5);
	}
	svg_close(&svg);
}
