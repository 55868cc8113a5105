/* draw/bars.h - compare areas: one indicator and period, a bar for each area.
 *
 * Bars begin at zero and are coloured by verdict, with the mark of the verdict before
 * them and the 95 % limits as a whisker; the root (England), or the benchmark in its
 * place where that is another area, and the view's parent are lines across all bars.
 * The order is the ranking's. Borrowed arguments are only read; what is written belongs
 * to `out`. */
#ifndef DRAW_BARS_H
#define DRAW_BARS_H

#include "answer/ranking.h"
#include "draw/chart.h"
#include "draw/scale.h"

/* Size of the drawing in one row of a table. */
enum { BARS_CELL_WIDTH = 160, BARS_CELL_HEIGHT = 24 };

/* The whole chart: chart->width wide, about 28 pixels high for each area. */
void bars_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct ranking *ranking);

/* The bar of one of the ranking's findings (an area, its root or its parent) on the
 * scale all of them share, with that line; nothing but that line without a value.
 * Hidden from screen readers: the row has the numbers. */
void bars_cell(
    struct buf *out, const struct ranking *ranking, const struct finding *finding);

/* A bar from zero to a value that there is, with its limits; places of the scale count
 * from `left`. */
void bar_draw(struct svg *svg, const struct finding *finding, const char *fill,
    const struct scale *scale, double left, double middle, double height);

/* What the chart shows and says: "Leicester is highest at 9.9%, Rutland lowest at
 * 7.1%; England 9.2%." */
struct chart_words bars_words(
    struct arena *arena, const struct view *view, const struct ranking *ranking);

#endif
