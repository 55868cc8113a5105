/* draw/timeline.h - periods along an axis, and which of their labels have room.
 *
 * Places are in proportion to time, so that a gap of years looks like one. */
#ifndef DRAW_TIMELINE_H
#define DRAW_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct timeline_mark {
	double x;       /* place of the period */
	bool labelled;  /* its label is drawn */
	double label_x; /* middle of the label: x, or moved inwards to stay inside */
};

struct timeline {
	struct timeline_mark *marks; /* one a period */
	size_t count;
	double spacing; /* the least distance of two neighbours; the width for one */
};

/* Periods by their times (ascending, any unit) between start and end; a single one
 * stands in the middle. Every n-th label counted from the latest is drawn, n the least
 * for which no two labels meet; labels keep within [least, most]. */
struct timeline timeline_make(struct arena *arena, const double *times,
    const struct str *labels, size_t count, double start, double end, double least,
    double most, double font_size);

#endif
