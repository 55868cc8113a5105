/* draw/labels.h - names beside points, where there is room for them.
 *
 * A name stands right of its point, or left, above or below, where it meets neither the
 * edge nor a mark nor a name before it; else it is left out: title and table have it.
 */
#ifndef DRAW_LABELS_H
#define DRAW_LABELS_H

#include "draw/svg.h"

enum { LABELS_MOST = 400, LABELS_FONT_SIZE = 14 };

struct labels {
	double left, top, right, bottom; /* within which names stand */
	/* private: */
	struct {
		double left, top, right, bottom;
	} taken[LABELS_MOST];
	unsigned count;
};

/* Keeps names off a mark of that radius. */
void labels_avoid(struct labels *labels, double x, double y, double radius);

/* Draws the name of a point of that radius; false where it has no room. */
bool labels_draw(struct labels *labels, struct svg *svg, double x, double y,
    double radius, struct str name);

#endif
