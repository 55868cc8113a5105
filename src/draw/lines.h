/* draw/lines.h - trends: one indicator and area over time, against the benchmark.
 *
 * The area's line has its confidence band and a mark for each period, shaped and
 * coloured by verdict; the benchmark is dashed, the parent dotted. Lines break where a
 * value is missing (a small cross says so) or where periods do not follow one another;
 * the area's also where its boundary changed, which two upright strokes say.
 * The axis begins at zero unless that would squash what is to be seen, and says so
 * then. From 600 pixels of width the lines are named at their ends, below that in the
 * key. Borrowed arguments are only read. */
#ifndef DRAW_LINES_H
#define DRAW_LINES_H

#include "answer/history.h"
#include "draw/chart.h"

/* The whole chart: chart->width wide, about half as high. */
void lines_draw(struct buf *out, const struct chart *chart, const struct view *view,
    const struct history *history);

/* Whether there is a course to draw: a value of the area, and a value of it or of what
 * it is shown with at another period. One point in a frame says less than its figure.
 */
bool lines_have_course(const struct history *history);

/* "Leicester: 9.9% in 2015, worse than England (9.2%). It was 8.8% in 2010." */
struct chart_words lines_words(
    struct arena *arena, const struct view *view, const struct history *history);

#endif
