/* draw/spine.h - an area's profile: where it lies among the areas of its type.
 *
 * Each row has the benchmark in the middle, a grey bar from the worst area to the best,
 * a light box over the middle half of the areas and the area's own mark, shaped and
 * coloured by its verdict; the parent is a small diamond. Places come from
 * answer/spine.h. Borrowed arguments are only read. */
#ifndef DRAW_SPINE_H
#define DRAW_SPINE_H

#include "answer/spine.h"
#include "draw/chart.h"

/* Size of the drawing in one row of a table: between what a phone and what a desk will
 * show, so that marks are neither lost nor coarse on either. */
enum { SPINE_CELL_WIDTH = 200, SPINE_CELL_HEIGHT = 28 };

/* The whole chart with names and values: chart->width wide (at least 880), about 60
 * pixels high for each row. */
void spine_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct spine *spine);

/* One row's spine, hidden from screen readers: the table's row has the numbers. Empty
 * when the row cannot be drawn. */
void spine_cell(struct buf *out, const struct spine_row *row);

/* What stands at the two ends of the bars: "Worst" and "Best", "Lowest" and "Highest"
 * where no indicator has a good direction, "Worst or lowest" and "Best or highest"
 * where only some have. */
struct spine_ends {
	const char *left, *right;
};
struct spine_ends spine_ends(const struct view *view, const struct spine *spine);

/* What the bars hold: "Worst to best of the 65 counties and unitary authorities in this
 * profile", "... of the 60 to 65 ... that have a figure". */
struct str spine_range_words(
    struct arena *arena, const struct view *view, const struct spine *spine);

/* "Leicester is worse than England on 4 of the 21 measures that can be compared and
 * better on 3", and which. A measure is an indicator for a sex and an age; one that
 * stands in two domains is counted once, one whose areas are put into fifths is not. */
struct chart_words spine_words(
    struct arena *arena, const struct view *view, const struct spine *spine);

#endif
