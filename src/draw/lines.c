#include "draw/lines.h"

#include <math.h>

#include "draw/lines_plan.h"
#include "draw/phrase.h"

static void
draw_axes(struct svg *svg, const struct lines_plan *l, double left, double top)
{
	const struct history *history = l->history;
	double base = top + l->plot_height;

	svg_open(svg, "g", NULL);
	for (unsigned i = 0; i < l->scale.ticks; i++) {
		double value = scale_tick(&l->scale, i);
		double y = top + scale_at(&l->scale, value);
		svg_line(svg, left + l->left, y, left + l->right, y,
		    value == 0 || i == 0 ? COLOUR_QUIET : COLOUR_GRID, 1);
		chart_text(svg, left + l->left - 8, y + LINES_FONT_SIZE * 0.35, "end",
		    LINES_FONT_SIZE, false, COLOUR_QUIET, lines_tick_label(l, i));
	}
	svg_close(svg);
	svg_open(svg, "g", NULL);
	for (uint32_t i = 0; i < history->count; i++) {
		const struct timeline_mark *mark = &l->timeline.marks[i];
		if (l->timeline.spacing >= 4 || mark->labelled)
			svg_line(svg, left + mark->x, base, left + mark->x, base + 5,
			    COLOUR_QUIET, 1);
		if (mark->labelled)
			chart_text(svg, left + mark->label_x, base + 23, "middle",
			    LINES_FONT_SIZE, false, COLOUR_QUIET,
			    phrase_period(l->view->release, history->points[i].period));
	}
	svg_close(svg);
}

/* Where the run of points that begins at `from` ends: values (or limits) in all of
 * them, no gap between, and for the area the same ground. `from` itself must qualify.
 */
static uint32_t
run_end(const struct history *history, uint32_t from, enum line line, bool limits)
{
	uint32_t i = from + 1;

	while (i < history->count && !history->points[i].gap_before &&
	       (line != LINE_AREA || !history->points[i].change_before)) {
		const struct finding *f = line_finding(&history->points[i], line);
		if (!(limits ? phrase_has_limits(f) : phrase_has_value(f)))
			break;
		i++;
	}
	return i;
}

static void
draw_band_run(struct svg *svg, const struct lines_plan *l, uint32_t from,
    uint32_t until, double left, double top)
{
	AUTO_BUF path = { 0 };
	const struct history_point *points = l->history->points;

	if (until == from + 1) {
		const struct figure *figure = &points[from].area.figure;
		mark_whisker_upright(svg, left + l->timeline.marks[from].x,
		    top + scale_at(&l->scale, figure->upper95),
		    top + scale_at(&l->scale, figure->lower95), 4);
		return;
	}
	for (uint32_t i = from; i < until; i++)
		svg_path_add(&path, i == from ? 'M' : 'L',
		    left + l->timeline.marks[i].x,
		    top + scale_at(&l->scale, points[i].area.figure.upper95));
	for (uint32_t i = until; i-- > from;)
		svg_path_add(&path, 'L', left + l->timeline.marks[i].x,
		    top + scale_at(&l->scale, points[i].area.figure.lower95));
	buf_add_char(&path, 'Z');
	svg_open(svg, "path", "fill", COLOUR_BAND, NULL);
	svg_attribute(svg, "d", buf_str(&path));
	svg_close(svg);
}

static void
draw_band(struct svg *svg, const struct lines_plan *l, double left, double top)
{
	for (uint32_t i = 0; i < l->history->count;) {
		if (!phrase_has_limits(&l->history->points[i].area)) {
			i++;
			continue;
		}
		uint32_t until = run_end(l->history, i, LINE_AREA, true);
		draw_band_run(svg, l, i, until, left, top);
		i = until;
	}
}

/* A value between two gaps is a short stroke, long enough to see the dashes. */
static void
add_run(const struct lines_plan *l, struct buf *path, enum line line, uint32_t from,
    uint32_t until, double left, double top)
{
	bool alone = until == from + 1 && line != LINE_AREA;

	for (uint32_t i = from; i < until; i++) {
		const struct finding *f = line_finding(&l->history->points[i], line);
		double x = left + l->timeline.marks[i].x;
		double y = top + scale_at(&l->scale, f->figure.value);
		svg_path_add(path, i == from ? 'M' : 'L', alone ? x - 12 : x, y);
		if (alone)
			svg_path_add(path, 'L', x + 12, y);
	}
}

static void
draw_line(struct svg *svg, const struct lines_plan *l, enum line line, double left,
    double top)
{
	AUTO_BUF path = { 0 };

	for (uint32_t i = 0; i < l->history->count;) {
		if (!phrase_has_value(line_finding(&l->history->points[i], line))) {
			i++;
			continue;
		}
		uint32_t until = run_end(l->history, i, line, false);
		add_run(l, &path, line, i, until, left, top);
		i = until;
	}
	svg_open(svg, "path", "fill", "none", "stroke-linejoin", "round", NULL);
	svg_attribute(svg, "stroke", str_of(line_look(line)->colour));
	svg_attribute_number(svg, "stroke-width", line_look(line)->width);
	if (*line_look(line)->dashes)
		svg_attribute(svg, "stroke-dasharray", str_of(line_look(line)->dashes));
	svg_attribute(svg, "d", buf_str(&path));
	svg_close(svg);
}

static void
draw_points(struct svg *svg, const struct lines_plan *l, double left, double top)
{
	double radius = l->timeline.spacing >= 18  ? 6
			: l->timeline.spacing >= 9 ? 4
						   : 3;

	for (uint32_t i = 0; i < l->history->count; i++) {
		const struct finding *finding = &l->history->points[i].area;
		double x = left + l->timeline.marks[i].x;
		svg_open(svg, "g", NULL);
		svg_tooltip(svg, phrase_finding(l->arena, l->view->release,
				     l->view->variant.indicator, finding,
				     phrase_area(l->view->release,
					 l->history->points[i].benchmark.area)));
		if (phrase_has_value(finding))
			mark_verdict(svg, finding->verdict, x,
			    top + scale_at(&l->scale, finding->figure.value), radius);
		else
			mark_cross(svg, x, top + l->plot_height - 8, fmin(radius, 4));
		svg_close(svg);
	}
}

/* Half-way to the point before. */
static void
draw_changes(struct svg *svg, const struct lines_plan *l, double left, double top)
{
	for (uint32_t i = 1; i < l->history->count; i++)
		if (l->history->points[i].change_before)
			mark_break(svg,
			    left +
				(l->timeline.marks[i - 1].x + l->timeline.marks[i].x) /
				    2,
			    top, top + l->plot_height);
}

static void
draw_end_labels(struct svg *svg, const struct lines_plan *l, double left, double top)
{
	for (unsigned i = 0; i < l->label_count; i++) {
		const struct end_label *label = &l->labels[i];
		double y = top + label->y - label->height / 2 + LINES_LEADING * 0.75;
		for (size_t k = 0; k < label->text.count; k++)
			chart_text(svg, left + l->right + 4,
			    y + (double)k * LINES_LEADING, "start", LINES_FONT_SIZE,
			    label->line == LINE_AREA, line_look(label->line)->colour,
			    label->text.at[k]);
	}
}

static void
draw_contents(
    struct svg *svg, const struct lines_plan *l, const struct chart_place *place)
{
	double left = place->left, top = place->top + l->key_height;

	key_draw(svg, &l->key, left, place->top, place->right - left);
	if (l->unit.len) {
		chart_text(svg, left, top + LINES_FONT_SIZE, "start", LINES_FONT_SIZE,
		    false, COLOUR_QUIET,
		    text_fit(l->arena, l->unit, LINES_FONT_SIZE, false,
			place->right - left));
		top += LINES_LEADING + 8;
	} else {
		top += LINES_LEADING / 2.0;
	}
	if (!l->history->count) {
		chart_text(svg, left, top + LINES_FONT_SIZE, "start", LINES_FONT_SIZE,
		    false, NULL, STR("There are no figures to draw."));
		return;
	}
	draw_axes(svg, l, left, top);
	draw_changes(svg, l, left, top);
	draw_band(svg, l, left, top);
	for (int line = 0; line < LINE_COUNT; line++)
		if (l->shown[line])
			draw_line(svg, l, (enum line)line, left, top);
	draw_points(svg, l, left, top);
	draw_end_labels(svg, l, left, top);
}

bool
lines_have_course(const struct history *history)
{
	uint32_t periods = 0;
	bool has_area = false;

	for (uint32_t i = 0; i < history->count; i++) {
		const struct history_point *point = &history->points[i];

		has_area |= phrase_has_value(&point->area);
		periods += phrase_has_value(&point->area) ||
			   phrase_has_value(&point->benchmark) ||
			   phrase_has_value(&point->parent);
	}
	return has_area && periods > 1;
}

void
lines_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct history *history)
{
	AUTO_ARENA arena = { 0 };
	struct svg svg = { .out = out };
	struct lines_plan plan =
	    lines_plan_make(&arena, view, history, chart_inner_width(chart));
	struct chart_words words = lines_words(&arena, view, history);
	struct chart_place place;

	place = chart_begin(&arena, &svg, chart, view->release, &words, plan.height);
	draw_contents(&svg, &plan, &place);
	svg_close(&svg);
}
