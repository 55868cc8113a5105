/* draw/boxes.h - box plots: how the areas of a kind are spread, a box for each period.
 *
 * A thin line runs from the lowest to the highest area, a bar from the 5th to the 95th
 * percentile, a box holds the middle half with the median across it; the chosen area
 * has the mark of its verdict, what it is compared with a diamond. Borrowed arguments
 * are only read. */
#ifndef DRAW_BOXES_H
#define DRAW_BOXES_H

#include "answer/boxes.h"
#include "draw/chart.h"

void boxes_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct boxes *boxes);

/* "Half of the areas lie between 7.2% and 9.1% in 2018". */
struct chart_words boxes_words(
    struct arena *arena, const struct view *view, const struct boxes *boxes);

#endif
