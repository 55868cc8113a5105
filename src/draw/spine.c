#include "draw/spine.h"

#include <math.h>

#include "draw/key.h"
#include "draw/phrase.h"
#include "draw/text.h"

enum { FONT_SIZE = 16, SMALL = 14, NAME_LINES = 4, DETAIL_LINES = 2, HEAD_LINES = 3 };
enum { LINE_HEIGHT = 20, DETAIL_HEIGHT = 18, ROW_PADDING = 14, DOMAIN_HEIGHT = 44 };
enum { WIDTH_LEAST = 880, VALUE_WIDTH = 84, END_WIDTH = 72, SPINE_WIDTH = 264 };

/* Room at both ends for a mark that lies on the edge. */
static const double spine_padding = 12;

enum { HEAD_AREA, HEAD_PARENT, HEAD_ROOT, HEAD_LEFT, HEAD_RIGHT, HEAD_COUNT };

struct row_layout {
	struct text_lines name;
	struct text_lines detail; /* variant, period and unit */
	bool begins_domain;
	double height;
};

struct layout {
	struct arena *arena;
	const struct view *view;
	const struct spine *spine;
	struct key key;
	struct row_layout *rows;
	struct text_lines heads[HEAD_COUNT];
	double key_height, head_height, height;
	double name_width;
	/* Right edges of columns of numbers and the left of the spine, from the left of
	 * the contents. */
	double area, parent, root, worst, spine_left, best;
	bool has_parent, has_root;
};

static double
place_at(double at, double left, double width)
{
	return left + spine_padding +
	       fmin(fmax(at, 0), 1) * (width - 2 * spine_padding);
}

static void
draw_box(struct svg *svg, double from, double until, double middle, double height,
    const char *fill, const char *stroke)
{
	if (isfinite(from) && isfinite(until))
		svg_rect(svg, fmin(from, until), middle - height / 2,
		    fabs(until - from), height, fill, stroke);
}

static void
draw_spine(struct svg *svg, const struct spine_row *row, double left, double width,
    double middle)
{
	double centre = place_at(0.5, left, width);

	draw_box(svg, place_at(row->at_worst, left, width),
	    place_at(row->at_best, left, width), middle, 14, COLOUR_MID, NULL);
	draw_box(svg, place_at(row->at_left_quarter, left, width),
	    place_at(row->at_right_quarter, left, width), middle, 14, COLOUR_LIGHT,
	    COLOUR_QUIET);
	svg_line(svg, centre, middle - 13, centre, middle + 13, COLOUR_INK, 2);
	if (isfinite(row->at_parent))
		mark_diamond(svg, place_at(row->at_parent, left, width), middle, 4.5,
		    COLOUR_PAPER);
	if (isfinite(row->at_area))
		mark_area(svg, row->area.verdict, place_at(row->at_area, left, width),
		    middle);
}

void
spine_cell(struct buf *out, const struct spine_row *row)
{
	struct svg svg = { .out = out };

	svg_begin(&svg, &(struct svg_document){ .width = SPINE_CELL_WIDTH,
			    .height = SPINE_CELL_HEIGHT,
			    .fixed = true });
	if (!row->undrawn)
		draw_spine(&svg, row, 0, SPINE_CELL_WIDTH, SPINE_CELL_HEIGHT / 2.0);
	svg_close(&svg);
}

static bool
has_parent(const struct view *view)
{
	return view->parent != RELEASE_NONE && view->parent != view->area &&
	       view->parent != view->release->profile->root;
}

static void
place_columns(struct layout *l, double width)
{
	l->best = width;
	l->spine_left = width - END_WIDTH - SPINE_WIDTH;
	l->worst = l->spine_left - 4;
	l->root = l->worst - END_WIDTH;
	l->parent = l->root - (l->has_root ? VALUE_WIDTH : 0);
	l->area = l->parent - (l->has_parent ? VALUE_WIDTH : 0);
	l->name_width = l->area - VALUE_WIDTH - 8;
}

static void
make_key(struct layout *l, double width)
{
	const struct release *release = l->view->release;
	struct str benchmark = phrase_benchmark(l->view);
	struct str area = phrase_area(release, l->view->area);
	unsigned verdicts = 0, fifths = 0;

	for (uint32_t i = 0; i < l->spine->row_count; i++) {
		const struct spine_row *row = &l->spine->rows[i];
		if (!phrase_has_value(&row->area))
			continue;
		if (phrase_is_by_fifths(release, row->variant.indicator))
			fifths |= 1u << row->area.verdict;
		else
			verdicts |= 1u << row->area.verdict;
	}
	key_add_verdicts(&l->key, verdicts & ~(1u << VERDICT_NONE),
	    str_print(l->arena, "%.*s, compared with %.*s:", STR_ARG(area),
		STR_ARG(benchmark)));
	key_add_fifths(&l->key, fifths);
	if (!l->key.count)
		key_add(&l->key, KEY_AREA, area);
	else if ((verdicts | fifths) & 1u << VERDICT_NONE)
		key_add(&l->key, KEY_AREA, str_of(verdict_word(VERDICT_NONE)));
	if (l->has_parent)
		key_add(&l->key, KEY_DIAMOND, phrase_area(release, l->view->parent));
	if (benchmark.len)
		key_add(&l->key, KEY_UPRIGHT, benchmark);
	key_add(&l->key, KEY_RANGE, spine_range_words(l->arena, l->view, l->spine));
	key_add(&l->key, KEY_QUARTERS, STR("The middle half, 25th to 75th percentile"));
	l->key_height = key_height(&l->key, width) + 10;
}

/* "Persons, 5-16 yrs, 2015, %" */
static struct str
detail(struct arena *arena, const struct release *release, const struct spine_row *row)
{
	const struct str parts[] = { phrase_variant(arena, release, &row->variant),
		phrase_period(release, row->period),
		phrase_unit(release, row->variant.indicator) };
	struct str text = STR("");

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i].len)
			text = str_print(arena, "%.*s%s%.*s", STR_ARG(text),
			    text.len ? ", " : "", STR_ARG(parts[i]));
	return text;
}

static void
lay_out_row(struct layout *l, uint32_t i, bool many_domains)
{
	const struct release *release = l->view->release;
	const struct spine_row *row = &l->spine->rows[i];
	struct row_layout *out = &l->rows[i];

	out->name =
	    text_wrap(l->arena, phrase_indicator(release, row->variant.indicator),
		FONT_SIZE, false, l->name_width, NAME_LINES);
	out->detail = text_wrap(l->arena, detail(l->arena, release, row), SMALL, false,
	    l->name_width, DETAIL_LINES);
	out->begins_domain = many_domains && row->domain != RELEASE_NONE &&
			     (i == 0 || row->domain != row[-1].domain);
	out->height = (double)out->name.count * LINE_HEIGHT +
		      (double)out->detail.count * DETAIL_HEIGHT + ROW_PADDING;
}

/* The area's head may reach into the column of names, whose own head is short. */
static void
lay_out_heads(struct layout *l)
{
	const struct release *release = l->view->release;
	const struct spine_ends ends = spine_ends(l->view, l->spine);
	uint32_t parent = l->has_parent ? l->view->parent : RELEASE_NONE;
	uint32_t root = l->has_root ? release->profile->root : RELEASE_NONE;
	const struct {
		struct str text;
		double width;
	} heads[HEAD_COUNT] = {
		[HEAD_AREA] = { phrase_area(release, l->view->area),
		    VALUE_WIDTH + 0.4 * l->name_width },
		[HEAD_PARENT] = { phrase_area(release, parent), VALUE_WIDTH - 8 },
		[HEAD_ROOT] = { phrase_area(release, root), END_WIDTH - 8 },
		[HEAD_LEFT] = { str_of(ends.left), END_WIDTH - 8 },
		[HEAD_RIGHT] = { str_of(ends.right), END_WIDTH - 8 },
	};
	size_t most = 1;

	for (int i = 0; i < HEAD_COUNT; i++) {
		l->heads[i] = text_wrap(
		    l->arena, heads[i].text, SMALL, true, heads[i].width, HEAD_LINES);
		if (l->heads[i].count > most)
			most = l->heads[i].count;
	}
	l->head_height = (double)most * DETAIL_HEIGHT + 10;
}

static void
lay_out(struct layout *l, double width)
{
	uint32_t count = l->spine->row_count;
	bool many_domains = false;

	l->has_parent = has_parent(l->view);
	l->has_root = l->view->area != l->view->release->profile->root;
	place_columns(l, width);
	make_key(l, width);
	lay_out_heads(l);
	l->rows = ARENA_NEW(l->arena, struct row_layout, count);
	l->height = l->key_height + l->head_height;
	for (uint32_t i = 1; i < count; i++)
		many_domains |= l->spine->rows[i].domain != l->spine->rows[0].domain;
	for (uint32_t i = 0; i < count; i++) {
		lay_out_row(l, i, many_domains);
		l->height += l->rows[i].height;
		if (l->rows[i].begins_domain)
			l->height += DOMAIN_HEIGHT;
	}
}

static void
draw_head(struct svg *svg, const struct text_lines *lines, double right, double bottom)
{
	for (size_t i = 0; i < lines->count; i++)
		chart_text(svg, right,
		    bottom - (double)(lines->count - 1 - i) * DETAIL_HEIGHT - 8, "end",
		    SMALL, true, NULL, lines->at[i]);
}

static void
draw_heads(
    struct svg *svg, const struct layout *l, double left, double right, double bottom)
{
	draw_head(svg, &l->heads[HEAD_AREA], left + l->area, bottom);
	draw_head(svg, &l->heads[HEAD_PARENT], left + l->parent, bottom);
	draw_head(svg, &l->heads[HEAD_ROOT], left + l->root, bottom);
	draw_head(svg, &l->heads[HEAD_LEFT], left + l->worst, bottom);
	draw_head(svg, &l->heads[HEAD_RIGHT], left + l->best, bottom);
	chart_text(svg, left, bottom - 8, "start", SMALL, true, NULL, STR("Indicator"));
	svg_line(svg, left, bottom, right, bottom, COLOUR_INK, 1.5);
}

static void
draw_value(struct svg *svg, const struct layout *l, const struct spine_row *row,
    const struct finding *finding, double right, double base, bool bold)
{
	int decimals = l->view->release->indicators[row->variant.indicator].decimals;
	struct str text;

	if (phrase_has_value(finding))
		text = phrase_number(l->arena, finding->figure.value, decimals);
	else
		text = str_of(missing_symbol(finding->figure.missing));
	chart_text(svg, right, base, "end", FONT_SIZE, bold, NULL, text);
}

static void
draw_ends(struct svg *svg, const struct layout *l, const struct spine_row *row,
    double left, double middle)
{
	int decimals = l->view->release->indicators[row->variant.indicator].decimals;
	double base = middle + SMALL * 0.35;

	chart_text(svg, left + l->worst, base, "end", SMALL, false, COLOUR_QUIET,
	    phrase_number(l->arena, row->worst, decimals));
	chart_text(svg, left + l->best, base, "end", SMALL, false, COLOUR_QUIET,
	    phrase_number(l->arena, row->best, decimals));
	draw_spine(svg, row, left + l->spine_left, SPINE_WIDTH, middle);
}

static void
draw_row(struct svg *svg, const struct layout *l, uint32_t i, double left, double top)
{
	const struct spine_row *row = &l->spine->rows[i];
	const struct row_layout *place = &l->rows[i];
	double middle = top + place->height / 2, base = middle + FONT_SIZE * 0.35;
	double y = top + ROW_PADDING / 2.0 + FONT_SIZE - 1;

	svg_open(svg, "g", NULL);
	svg_tooltip(
	    svg, phrase_finding(l->arena, l->view->release, row->variant.indicator,
		     &row->area, phrase_benchmark(l->view)));
	for (size_t line = 0; line < place->name.count; line++)
		chart_text(svg, left, y + (double)line * LINE_HEIGHT, "start",
		    FONT_SIZE, false, NULL, place->name.at[line]);
	y += (double)place->name.count * LINE_HEIGHT - 1;
	for (size_t line = 0; line < place->detail.count; line++)
		chart_text(svg, left, y + (double)line * DETAIL_HEIGHT, "start", SMALL,
		    false, COLOUR_QUIET, place->detail.at[line]);
	draw_value(svg, l, row, &row->area, left + l->area, base, true);
	if (l->has_parent)
		draw_value(svg, l, row, &row->parent, left + l->parent, base, false);
	if (l->has_root)
		draw_value(svg, l, row, &row->root, left + l->root, base, false);
	if (!row->undrawn)
		draw_ends(svg, l, row, left, middle);
	else
		chart_text(svg, left + l->spine_left + SPINE_WIDTH / 2.0,
		    middle + SMALL * 0.35, "middle", SMALL, false, COLOUR_QUIET,
		    str_of(row->undrawn));
	svg_close(svg);
}

static void
draw_contents(struct svg *svg, const struct layout *l, const struct chart_place *place)
{
	const struct release *release = l->view->release;
	double y = place->top + l->key_height + l->head_height;

	key_draw(svg, &l->key, place->left, place->top, place->right - place->left);
	draw_heads(svg, l, place->left, place->right, y);
	for (uint32_t i = 0; i < l->spine->row_count; i++) {
		if (l->rows[i].begins_domain) {
			uint32_t name = release->domains[l->spine->rows[i].domain].name;
			chart_text(svg, place->left, y + 30, "start", 18, true, NULL,
			    text_fit(l->arena, release_text(release, name), 18, true,
				place->right - place->left));
			y += DOMAIN_HEIGHT;
		}
		draw_row(svg, l, i, place->left, y);
		y += l->rows[i].height;
		svg_line(svg, place->left, y, place->right, y, COLOUR_GRID, 1);
	}
}

void
spine_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct spine *spine)
{
	AUTO_ARENA arena = { 0 };
	struct svg svg = { .out = out };
	struct layout layout = { .arena = &arena, .view = view, .spine = spine };
	struct chart_words words = spine_words(&arena, view, spine);
	struct chart wide = *chart;
	struct chart_place place;

	wide.width = fmax(chart_width(chart), WIDTH_LEAST);
	lay_out(&layout, chart_inner_width(&wide));
	place = chart_begin(&arena, &svg, &wide, view->release, &words, layout.height);
	draw_contents(&svg, &layout, &place);
	svg_close(&svg);
}
