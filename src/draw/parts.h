/* draw/parts.h - inequalities: the parts of one area's figure, a bar for each, against
 * the whole.
 *
 * As bars.h, but rows are parts in their own order and the line across is the area's
 * total. Below 600 pixels names stand above their bars. Borrowed arguments are only
 * read. */
#ifndef DRAW_PARTS_H
#define DRAW_PARTS_H

#include "answer/inequalities.h"
#include "draw/chart.h"

/* Size of the drawing in one row of a table. */
enum { PARTS_CELL_WIDTH = 160, PARTS_CELL_HEIGHT = 24 };

void parts_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct inequalities *answer);

/* The bar of one finding of the answer (a part or the total), hidden from screen
 * readers; nothing but the line of the total without a value. */
void parts_cell(
    struct buf *out, const struct inequalities *answer, const struct finding *finding);

/* The name of what the parts are parts of, for a label: "England", "Persons"; and in a
 * sentence: "England as a whole", "persons". Empty where there is none. */
struct str parts_whole(const struct view *view, const struct inequalities *answer);
struct str parts_whole_said(
    struct arena *arena, const struct view *view, const struct inequalities *answer);

/* What the chart shows and says: "Female is highest at 9.9%, male lowest at 7.1%;
 * persons 8.5%." */
struct chart_words parts_words(
    struct arena *arena, const struct view *view, const struct inequalities *answer);

/* The indices of a gap as sentences; `which` of them is empty where it has none. */
struct parts_gap {
	struct str slope, relative, attributable;
};
struct parts_gap parts_gap_words(
    struct arena *arena, const struct view *view, const struct inequalities *answer);

#endif
