/* draw/lines_plan.h - where everything in a chart of lines goes, decided before
 * anything is drawn.
 *
 * The layer's own: lines.c draws what is planned here. Texts live in the arena. */
#ifndef DRAW_LINES_PLAN_H
#define DRAW_LINES_PLAN_H

#include "answer/history.h"
#include "draw/key.h"
#include "draw/scale.h"
#include "draw/text.h"
#include "draw/timeline.h"

enum { LINES_FONT_SIZE = 16, LINES_LEADING = 20, LINES_X_AXIS_HEIGHT = 30 };

enum line { LINE_PARENT, LINE_BENCHMARK, LINE_AREA, LINE_COUNT }; /* as painted */

struct line_look {
	const char *colour, *dashes;
	double width;
	enum key_mark mark;
};

/* The name of a line, beside its end. */
struct end_label {
	enum line line;
	struct text_lines text;
	double y, height; /* of its middle, and of all its lines */
};

struct lines_plan {
	struct arena *arena;
	const struct view *view;
	const struct history *history;
	bool shown[LINE_COUNT], wide;
	struct key key;
	double key_height, height, plot_height;
	double left, right; /* of the plot, from the left of the contents */
	struct scale scale; /* places from the top of the plot */
	struct str unit;    /* and what is unusual about the axis */
	struct timeline timeline;
	struct end_label labels[LINE_COUNT];
	unsigned label_count;
};

/* Plans a chart whose contents are that wide. */
struct lines_plan lines_plan_make(struct arena *arena, const struct view *view,
    const struct history *history, double width);

const struct line_look *line_look(enum line line);
const struct finding *line_finding(const struct history_point *point, enum line line);

/* The text of the i-th tick of the plan's scale, in its arena. */
struct str lines_tick_label(const struct lines_plan *plan, unsigned i);

#endif
