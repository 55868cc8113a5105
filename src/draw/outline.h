/* draw/outline.h - from metres on the ground to the path of an area.
 *
 * Paths are written in whole tenths of a pixel, each point relative to the one before;
 * whoever draws them scales by OUTLINE_UNIT. Neighbours are cut from the same arcs and
 * rounded alike, so that they still touch. */
#ifndef DRAW_OUTLINE_H
#define DRAW_OUTLINE_H

#include <stdbool.h>

#include "base/buf.h"
#include "release/reader.h"

enum { OUTLINE_UNIT = 10 }; /* to a pixel */

/* What of the ground is drawn where. */
struct outline_frame {
	double west, north; /* metres: what lies at the left and at the top */
	double left, top;   /* pixels */
	double scale;       /* pixels a metre */
};

struct outline_extent {
	double west, east, south, north; /* metres; west > east: nothing */
};

struct outline_extent outline_nowhere(void);
void outline_extend(struct outline_extent *extent, const struct release *release,
    const struct release_shape *shape);

double outline_x(const struct outline_frame *frame, double x);
double outline_y(const struct outline_frame *frame, double y);

/* No point of the shape lies in the box (pixels). */
bool outline_is_clear(const struct release *release, const struct release_shape *shape,
    const struct outline_frame *frame, double left, double top, double right,
    double bottom);

/* The d attribute. Islands too small to be seen are left out, but never all of an area.
 */
void outline_path(struct buf *path, const struct release *release,
    const struct release_shape *shape, const struct outline_frame *frame);

/* A square, in the same units. */
void outline_square(struct buf *path, double left, double top, double side);

#endif
