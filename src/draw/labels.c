#include "draw/labels.h"

#include "draw/chart.h"
#include "draw/palette.h"
#include "draw/text.h"

static bool
is_free(const struct labels *l, double left, double top, double right, double bottom)
{
	if (left < l->left || right > l->right || top < l->top || bottom > l->bottom)
		return false;
	for (unsigned i = 0; i < l->count; i++)
		if (left < l->taken[i].right && right > l->taken[i].left &&
		    top < l->taken[i].bottom && bottom > l->taken[i].top)
			return false;
	return true;
}

static void
draw_name(struct svg *svg, double x, double y, struct str name)
{
	svg_open(svg, "text", "paint-order", "stroke", "stroke", COLOUR_PAPER,
	    "stroke-width", "3", NULL);
	svg_attribute_number(svg, "x", x);
	svg_attribute_number(svg, "y", y);
	svg_attribute_number(svg, "font-size", LABELS_FONT_SIZE);
	svg_text(svg, name);
	svg_close(svg);
}

static void
take(struct labels *l, double left, double top, double right, double bottom)
{
	if (l->count == LABELS_MOST)
		return;
	l->taken[l->count].left = left;
	l->taken[l->count].top = top;
	l->taken[l->count].right = right;
	l->taken[l->count++].bottom = bottom;
}

void
labels_avoid(struct labels *labels, double x, double y, double radius)
{
	take(labels, x - radius, y - radius, x + radius, y + radius);
}

bool
labels_draw(struct labels *labels, struct svg *svg, double x, double y, double radius,
    struct str name)
{
	double wide = text_width(name, LABELS_FONT_SIZE, false), away = radius + 4;
	const double places[][2] = { { x + away, y }, { x - away - wide, y },
		{ x - wide / 2, y - away - 8 }, { x - wide / 2, y + away + 8 } };

	for (size_t i = 0; i < 4 && labels->count < LABELS_MOST; i++) {
		double left = places[i][0], middle = places[i][1];
		if (!is_free(labels, left, middle - 9, left + wide, middle + 9))
			continue;
		take(labels, left, middle - 9, left + wide, middle + 9);
		draw_name(svg, left, middle + 5, name);
		return true;
	}
	return false;
}
