#include "draw/axis.h"

#include <math.h>

#include "draw/chart.h"
#include "draw/palette.h"
#include "draw/text.h"

static double
widest(const struct scale *scale)
{
	char label[SCALE_LONGEST];
	double wide = 0;

	for (unsigned i = 0; i < scale->ticks; i++) {
		size_t len = scale_label(label, scale_tick(scale, i), scale->decimals);
		wide = fmax(wide, text_width((struct str){ .at = label, .len = len },
				      AXIS_FONT_SIZE, false));
	}
	return wide;
}

/* Every which tick is labelled, counted from zero, so that no two labels meet. */
static unsigned
label_every(const struct scale *scale)
{
	double spacing = (scale->end - scale->start) / (scale->ticks - 1);

	return spacing > 0 ? (unsigned)ceil((widest(scale) + 8) / spacing)
			   : SCALE_TICKS;
}

void
axis_across(struct svg *svg, const struct scale *scale, double left, double top,
    double bottom, struct str unit)
{
	long every = label_every(scale), zero = lround(-scale->from / scale->step);
	char label[SCALE_LONGEST];

	svg_open(svg, "g", NULL);
	for (unsigned i = 0; i < scale->ticks; i++) {
		double tick = scale_tick(scale, i);
		double x = left + scale_at(scale, tick);
		size_t len = scale_label(label, tick, scale->decimals);
		svg_line(
		    svg, x, top, x, bottom, tick == 0 ? COLOUR_QUIET : COLOUR_GRID, 1);
		if ((i - zero) % every == 0)
			chart_text(svg, x, bottom + 20, "middle", AXIS_FONT_SIZE, false,
			    COLOUR_QUIET, (struct str){ .at = label, .len = len });
	}
	svg_close(svg);
	if (unit.len)
		chart_text(svg, left + (scale->start + scale->end) / 2,
		    bottom + AXIS_ACROSS_HEIGHT + AXIS_FONT_SIZE, "middle",
		    AXIS_FONT_SIZE, false, COLOUR_QUIET, unit);
}

double
axis_across_height(struct str unit)
{
	return AXIS_ACROSS_HEIGHT + (unit.len ? AXIS_TITLE_HEIGHT : 0);
}

void
axis_upright(
    struct svg *svg, const struct scale *scale, double left, double right, double top)
{
	char label[SCALE_LONGEST];

	svg_open(svg, "g", NULL);
	for (unsigned i = 0; i < scale->ticks; i++) {
		double tick = scale_tick(scale, i);
		double y = top + scale_at(scale, tick);
		size_t len = scale_label(label, tick, scale->decimals);
		svg_line(svg, left, y, right, y,
		    tick == 0 || i == 0 ? COLOUR_QUIET : COLOUR_GRID, 1);
		chart_text(svg, left - 8, y + AXIS_FONT_SIZE * 0.35, "end",
		    AXIS_FONT_SIZE, false, COLOUR_QUIET,
		    (struct str){ .at = label, .len = len });
	}
	svg_close(svg);
}

double
axis_upright_width(const struct scale *scale)
{
	return widest(scale) + 8;
}
