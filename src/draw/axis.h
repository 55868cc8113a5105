/* draw/axis.h - axes of charts: lines that are not meant to be looked at, and numbers
 * that do not meet. */
#ifndef DRAW_AXIS_H
#define DRAW_AXIS_H

#include "draw/scale.h"
#include "draw/svg.h"

enum { AXIS_ACROSS_HEIGHT = 28, AXIS_TITLE_HEIGHT = 22, AXIS_FONT_SIZE = 14 };

/* Values from left to right: a line from top to bottom at each tick, numbers below, and
 * below those the unit, if any. Places of the scale count from `left`. */
void axis_across(struct svg *svg, const struct scale *scale, double left, double top,
    double bottom, struct str unit);

/* What is below the lines: AXIS_ACROSS_HEIGHT, and the unit's line. */
double axis_across_height(struct str unit);

/* Values from the bottom up: a line from left to right at each tick, numbers at its
 * left. Places of the scale count from `top`. */
void axis_upright(
    struct svg *svg, const struct scale *scale, double left, double right, double top);

/* The room that the numbers of axis_upright take, with that between them and the
 * lines. */
double axis_upright_width(const struct scale *scale);

#endif
