#include "draw/key.h"

#include <assert.h>
#include <math.h>

#include "draw/chart.h"
#include "draw/phrase.h"
#include "draw/shade.h"
#include "draw/text.h"

enum { RAMP_STEPS = 8, RAMP_STEP = 12 };
enum { LINE_HEIGHT = 26, MARK_HEIGHT = 20, FONT_SIZE = 16 };

static const double gap_after_mark = 7, gap_after_item = 20;

static void
open_path(struct svg *svg, const struct buf *path, const char *fill, const char *stroke)
{
	svg_open(svg, "path", NULL);
	svg_attribute(svg, "d", buf_str(path));
	svg_attribute(svg, "fill", str_of(fill));
	svg_attribute(svg, "stroke", str_of(stroke));
	svg_attribute(svg, "stroke-width", STR("1.5"));
	svg_attribute(svg, "stroke-linejoin", STR("round"));
	svg_close(svg);
}

/* Points about a centre, as multiples of the radius: drawn so that each shape looks as
 * large as a disc of that radius. */
static void
draw_polygon(struct svg *svg, const double (*points)[2], unsigned count, double x,
    double y, double r, const char *fill, const char *stroke)
{
	AUTO_BUF path = { 0 };

	for (unsigned i = 0; i < count; i++)
		svg_path_add(
		    &path, i ? 'L' : 'M', x + points[i][0] * r, y + points[i][1] * r);
	buf_add_char(&path, 'Z');
	open_path(svg, &path, fill, stroke);
}

static void
draw_circle(
    struct svg *svg, double x, double y, double r, const char *fill, const char *stroke)
{
	svg_open(svg, "circle", NULL);
	svg_attribute_number(svg, "cx", x);
	svg_attribute_number(svg, "cy", y);
	svg_attribute_number(svg, "r", r);
	svg_attribute(svg, "fill", str_of(fill));
	svg_attribute(svg, "stroke", str_of(stroke));
	svg_attribute(svg, "stroke-width", STR("1.5"));
	svg_close(svg);
}

static void
draw_shape(struct svg *svg, enum shape shape, double x, double y, double r,
    const char *fill, const char *stroke)
{
	static const double square[][2] = { { -.9, -.9 }, { .9, -.9 }, { .9, .9 },
		{ -.9, .9 } };
	static const double up[][2] = { { 0, -1.1 }, { 1.15, .8 }, { -1.15, .8 } };
	static const double down[][2] = { { 0, 1.1 }, { -1.15, -.8 }, { 1.15, -.8 } };
	static const double diamond[][2] = { { 0, -1.2 }, { 1.2, 0 }, { 0, 1.2 },
		{ -1.2, 0 } };

	switch (shape) {
	case SHAPE_DOT: draw_circle(svg, x, y, 0.6 * r, fill, stroke); break;
	case SHAPE_CIRCLE: draw_circle(svg, x, y, r, fill, stroke); break;
	case SHAPE_SQUARE: draw_polygon(svg, square, 4, x, y, r, fill, stroke); break;
	case SHAPE_UP: draw_polygon(svg, up, 3, x, y, r, fill, stroke); break;
	case SHAPE_DOWN: draw_polygon(svg, down, 3, x, y, r, fill, stroke); break;
	case SHAPE_DIAMOND: draw_polygon(svg, diamond, 4, x, y, r, fill, stroke); break;
	}
}

static void
draw_verdict(struct svg *svg, enum verdict verdict, double x, double y, double radius,
    const char *fill, const char *stroke)
{
	enum shape shape = palette_shape(verdict);

	if (!palette_is_double(verdict)) {
		draw_shape(svg, shape, x, y, radius, fill, stroke);
		return;
	}
	draw_shape(svg, shape, x - 0.9 * radius, y, 0.8 * radius, fill, stroke);
	draw_shape(svg, shape, x + 0.9 * radius, y, 0.8 * radius, fill, stroke);
}

void
mark_verdict(struct svg *svg, enum verdict verdict, double x, double y, double radius)
{
	draw_verdict(svg, verdict, x, y, radius, palette_fill(verdict), COLOUR_INK);
}

void
mark_verdict_plain(struct svg *svg, enum verdict verdict, double x, double y,
    double radius, const char *ink)
{
	draw_verdict(
	    svg, verdict, x, y, radius, verdict == VERDICT_SIMILAR ? "none" : ink, ink);
}

void
mark_area(struct svg *svg, enum verdict verdict, double x, double y)
{
	/* The shape of what is not compared is a smaller one than the others. */
	mark_verdict(svg, verdict, x, y, verdict == VERDICT_NONE ? 10 : 7);
}

void
mark_diamond(struct svg *svg, double x, double y, double radius, const char *fill)
{
	draw_shape(svg, SHAPE_DIAMOND, x, y, radius, fill, COLOUR_INK);
}

void
mark_cross(struct svg *svg, double x, double y, double radius)
{
	svg_line(svg, x - radius, y - radius, x + radius, y + radius, COLOUR_QUIET, 2);
	svg_line(svg, x - radius, y + radius, x + radius, y - radius, COLOUR_QUIET, 2);
}

void
mark_break(struct svg *svg, double x, double from, double until)
{
	svg_line(svg, x - 2, from, x - 2, until, COLOUR_QUIET, 1.5);
	svg_line(svg, x + 2, from, x + 2, until, COLOUR_QUIET, 1.5);
}

/* Ink upon a wider stroke of paper, since some bars are nearly as dark as the ink. */
static void
draw_haloed(struct svg *svg, const struct buf *path)
{
	static const struct {
		const char *colour;
		double width;
	} strokes[] = { { COLOUR_PAPER, 4 }, { COLOUR_INK, 1.5 } };

	for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++) {
		svg_open(svg, "path", "fill", "none", NULL);
		svg_attribute(svg, "d", buf_str(path));
		svg_attribute(svg, "stroke", str_of(strokes[i].colour));
		svg_attribute_number(svg, "stroke-width", strokes[i].width);
		svg_close(svg);
	}
}

void
mark_whisker_across(struct svg *svg, double from, double until, double y, double cap)
{
	AUTO_BUF path = { 0 };

	svg_path_add(&path, 'M', from, y - cap);
	svg_path_add(&path, 'L', from, y + cap);
	svg_path_add(&path, 'M', from, y);
	svg_path_add(&path, 'L', until, y);
	svg_path_add(&path, 'M', until, y - cap);
	svg_path_add(&path, 'L', until, y + cap);
	draw_haloed(svg, &path);
}

void
mark_whisker_upright(struct svg *svg, double x, double from, double until, double cap)
{
	AUTO_BUF path = { 0 };

	svg_path_add(&path, 'M', x - cap, from);
	svg_path_add(&path, 'L', x + cap, from);
	svg_path_add(&path, 'M', x, from);
	svg_path_add(&path, 'L', x, until);
	svg_path_add(&path, 'M', x - cap, until);
	svg_path_add(&path, 'L', x + cap, until);
	draw_haloed(svg, &path);
}

void
key_add(struct key *key, enum key_mark mark, struct str text)
{
	assert(key->count < KEY_MOST);
	key->items[key->count++] = (struct key_item){ .mark = mark, .text = text };
}

void
key_add_group(struct key *key, int group, int groups, struct str text)
{
	key_add(key, KEY_GROUP, text);
	key->items[key->count - 1].group = group;
	key->items[key->count - 1].groups = groups;
}

/* "Best" would be read as the best of all areas, which is another thing. */
static const char *
key_words(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_BEST: return "Better at 99.8%";
	case VERDICT_WORST: return "Worse at 99.8%";
	case VERDICT_HIGHEST: return "Higher at 99.8%";
	case VERDICT_LOWEST: return "Lower at 99.8%";
	case VERDICT_NONE:
	case VERDICT_WORSE:
	case VERDICT_SIMILAR:
	case VERDICT_BETTER:
	case VERDICT_LOWER:
	case VERDICT_HIGHER:
	case VERDICT_COUNT: break;
	}
	return verdict_word(verdict);
}

typedef const char *name_verdict(enum verdict verdict);

static void
add_verdicts(struct key *key, unsigned verdicts, struct str heading, name_verdict *name)
{
	static const enum verdict order[] = { VERDICT_BEST, VERDICT_BETTER,
		VERDICT_HIGHEST, VERDICT_HIGHER, VERDICT_SIMILAR, VERDICT_LOWER,
		VERDICT_LOWEST, VERDICT_WORSE, VERDICT_WORST, VERDICT_NONE };

	if (!(verdicts & ~(1u << VERDICT_NONE)))
		return;
	key_add(key, KEY_WORDS, heading);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		if (!(verdicts >> order[i] & 1))
			continue;
		key_add(key, KEY_VERDICT, str_of(name(order[i])));
		key->items[key->count - 1].verdict = order[i];
	}
}

void
key_add_verdicts(struct key *key, unsigned verdicts, struct str heading)
{
	add_verdicts(key, verdicts, heading, key_words);
}

void
key_add_fifths(struct key *key, unsigned verdicts)
{
	add_verdicts(key, verdicts & ~(1u << VERDICT_NONE), STR("In fifths of areas:"),
	    phrase_fifth);
}

static double
mark_width(const struct key_item *item)
{
	switch (item->mark) {
	case KEY_WORDS: return 0;
	case KEY_VERDICT: return palette_is_double(item->verdict) ? 22 : 16;
	case KEY_AREA:
	case KEY_DIAMOND:
	case KEY_CROSS: return 16;
	case KEY_GROUP:
	case KEY_HATCH: return 26;
	case KEY_RAMP: return RAMP_STEPS * RAMP_STEP;
	case KEY_BREAK: return 8;
	case KEY_UPRIGHT: return 6;
	case KEY_LINE:
	case KEY_DASHED:
	case KEY_DOTTED:
	case KEY_BAND:
	case KEY_WHISKER:
	case KEY_RANGE:
	case KEY_QUARTERS: break;
	}
	return 32;
}

static double
item_width(const struct key_item *item)
{
	double mark = mark_width(item);

	return mark + (mark > 0 ? gap_after_mark : 0) +
	       text_width(item->text, FONT_SIZE, false);
}

static void
draw_stroke(struct svg *svg, double x, double y, const char *colour, const char *dashes)
{
	svg_open(svg, "line", NULL);
	svg_attribute_number(svg, "x1", x);
	svg_attribute_number(svg, "y1", y);
	svg_attribute_number(svg, "x2", x + 32);
	svg_attribute_number(svg, "y2", y);
	svg_attribute(svg, "stroke", str_of(colour));
	svg_attribute_number(svg, "stroke-width", *dashes ? 2 : 3);
	if (*dashes)
		svg_attribute(svg, "stroke-dasharray", str_of(dashes));
	svg_close(svg);
}

/* What maps are filled with. */
static void
draw_group(struct svg *svg, const struct key_item *item, double x, double y)
{
	char number[2] = { (char)('0' + item->group), '\0' };

	svg_rect(svg, x + 1, y - 9, 24, 18, shade_group(item->group, item->groups),
	    COLOUR_INK);
	chart_text(svg, x + 13, y + 4.5, "middle", 13, true,
	    shade_group_ink(item->group, item->groups), str_of(number));
}

static void
draw_ramp(struct svg *svg, double x, double y)
{
	AUTO_ARENA arena = { 0 };

	for (int i = 0; i < RAMP_STEPS; i++)
		svg_rect(svg, x + i * RAMP_STEP, y - 8, RAMP_STEP, 16,
		    shade_ramp(&arena, (i + 0.5) / RAMP_STEPS).at, NULL);
}

static void
draw_hatch(struct svg *svg, double x, double y)
{
	svg_rect(svg, x + 1, y - 9, 24, 18, COLOUR_PAPER, COLOUR_INK);
	for (int i = 0; i < 4; i++)
		svg_line(svg, x + 3 + i * 6, y - 8, x + 1 + fmax(i * 6 - 6, 0),
		    y + (i ? 8 : -4), COLOUR_QUIET, 1.5);
}

static void
draw_item_mark(struct svg *svg, const struct key_item *item, double x, double y)
{
	switch (item->mark) {
	case KEY_WORDS: break;
	case KEY_VERDICT:
		mark_verdict(svg, item->verdict, x + mark_width(item) / 2, y, 6);
		break;
	case KEY_AREA: mark_area(svg, VERDICT_NONE, x + 8, y); break;
	case KEY_DIAMOND: mark_diamond(svg, x + 8, y, 5, COLOUR_PAPER); break;
	case KEY_CROSS: mark_cross(svg, x + 8, y, 4); break;
	case KEY_GROUP: draw_group(svg, item, x, y); break;
	case KEY_RAMP: draw_ramp(svg, x, y); break;
	case KEY_HATCH: draw_hatch(svg, x, y); break;
	case KEY_BREAK: mark_break(svg, x + 4, y - 9, y + 9); break;
	case KEY_LINE: draw_stroke(svg, x, y, COLOUR_AREA, ""); break;
	case KEY_DASHED: draw_stroke(svg, x, y, COLOUR_INK, DASHES_BENCHMARK); break;
	case KEY_DOTTED: draw_stroke(svg, x, y, COLOUR_QUIET, DASHES_PARENT); break;
	case KEY_UPRIGHT:
		svg_line(svg, x + 3, y - 9, x + 3, y + 9, COLOUR_INK, 2);
		break;
	case KEY_BAND: svg_rect(svg, x, y - 6, 32, 12, COLOUR_BAND, NULL); break;
	case KEY_WHISKER: mark_whisker_across(svg, x + 2, x + 30, y, 5); break;
	case KEY_RANGE: svg_rect(svg, x, y - 6, 32, 12, COLOUR_MID, NULL); break;
	case KEY_QUARTERS:
		svg_rect(svg, x, y - 7, 32, 14, COLOUR_LIGHT, COLOUR_QUIET);
		break;
	}
}

void
key_mark_alone(struct buf *out, enum key_mark mark)
{
	assert(mark != KEY_VERDICT);
	key_item_alone(out, &(struct key_item){ .mark = mark });
}

void
key_item_alone(struct buf *out, const struct key_item *item)
{
	struct svg svg = { .out = out };
	double width = mark_width(item);

	assert(item->mark != KEY_WORDS);
	svg_begin(&svg, &(struct svg_document){
			    .width = width, .height = MARK_HEIGHT, .fixed = true });
	draw_item_mark(&svg, item, 0, MARK_HEIGHT / 2.0);
	svg_close(&svg);
}

/* Draws when there is something to draw to; returns the height either way. */
static double
lay_out(struct svg *svg, const struct key *key, double x, double y, double width)
{
	double at = 0, line = 0;

	for (unsigned i = 0; i < key->count; i++) {
		const struct key_item *item = &key->items[i];
		double wide = item_width(item), mark = mark_width(item);
		if (at > 0 && at + wide > width) {
			at = 0;
			line++;
		}
		if (svg) {
			double middle = y + line * LINE_HEIGHT + LINE_HEIGHT / 2.0;
			draw_item_mark(svg, item, x + at, middle);
			svg_open(svg, "text", NULL);
			svg_attribute_number(
			    svg, "x", x + at + mark + (mark > 0 ? gap_after_mark : 0));
			svg_attribute_number(svg, "y", middle + FONT_SIZE * 0.35);
			svg_text(svg, item->text);
			svg_close(svg);
		}
		at += wide + (item->mark == KEY_WORDS ? 12 : gap_after_item);
	}
	return key->count ? (line + 1) * LINE_HEIGHT : 0;
}

double
key_height(const struct key *key, double width)
{
	return lay_out(NULL, key, 0, 0, width);
}

void
key_draw(struct svg *svg, const struct key *key, double x, double y, double width)
{
	lay_out(svg, key, x, y, width);
}
