/* draw/funnel.h - funnel plot: areas by their size, and how far from the average chance
 * takes areas of each size.
 *
 * Outliers have the mark of their verdict and a name where there is room; the others a
 * ring. The 95 % limits are dashed, those of 99.8 % solid. Borrowed arguments are only
 * read. */
#ifndef DRAW_FUNNEL_H
#define DRAW_FUNNEL_H

#include "answer/outliers.h"
#include "draw/chart.h"

void funnel_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct outliers *outliers);

/* "12 of 149 areas differ from their average by more than chance explains". */
struct chart_words funnel_words(
    struct arena *arena, const struct view *view, const struct outliers *outliers);

/* What the size of an area is: "People", "Events expected", "Population a year". */
struct str funnel_size(const struct outliers *outliers);

#endif
