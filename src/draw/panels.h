/* draw/panels.h - inequalities over time: a small chart for each part, all on the same
 * scales, with the line of the whole in each.
 *
 * So many lines in one chart could not be told apart without colours. Three panels
 * stand beside each other from 600 pixels on, two below. Borrowed arguments are only
 * read. */
#ifndef DRAW_PANELS_H
#define DRAW_PANELS_H

#include "answer/inequalities.h"
#include "draw/chart.h"

void panels_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct inequality_course *course);

/* Whether there are two periods to draw a line through. */
bool panels_have_course(const struct inequality_course *course);

/* What the panels show and say: "Gap between female and male: 3.2 in 2015, 2.1 in
 * 2009." */
struct chart_words panels_words(struct arena *arena, const struct view *view,
    const struct inequality_course *course);

#endif
