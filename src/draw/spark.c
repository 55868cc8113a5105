#include "draw/spark.h"

#include <math.h>

#include "draw/palette.h"
#include "draw/svg.h"

static void
extent(const double *values, size_t count, double *least, double *most)
{
	*least = (double)INFINITY;
	*most = -(double)INFINITY;
	for (size_t i = 0; i < count; i++) {
		if (!isfinite(values[i]))
			continue;
		*least = fmin(*least, values[i]);
		*most = fmax(*most, values[i]);
	}
}

/* 0 for the least, 1 for the most, a half where all are equal. Halves are taken first
 * so that no difference of two finite numbers overflows. */
static double
share(double value, double least, double most)
{
	double span = most / 2 - least / 2;

	return span > 0 ? (value / 2 - least / 2) / span : 0.5;
}

void
spark_text(struct buf *out, const double *values, size_t count)
{
	static const char blocks[][4] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	double least, most;

	extent(values, count, &least, &most);
	for (size_t i = 0; i < count; i++) {
		if (!isfinite(values[i])) {
			buf_add_char(out, ' ');
			continue;
		}
		double level = share(values[i], least, most) * 8;
		buf_add(out, str_of(blocks[(int)fmin(level, 7)]));
	}
}

void
spark_cell(struct buf *out, const double *values, size_t count)
{
	AUTO_BUF path = { 0 };
	struct svg svg = { .out = out };
	double least, most, x = 0, y = 0, margin = 4;
	double width = SPARK_CELL_WIDTH - 2 * margin;
	double height = SPARK_CELL_HEIGHT - 2 * margin;
	bool drawing = false, any = false;

	extent(values, count, &least, &most);
	for (size_t i = 0; i < count; i++) {
		if (!isfinite(values[i])) {
			drawing = false;
			continue;
		}
		x = margin + (count > 1 ? (double)i / (double)(count - 1) : 1) * width;
		y = margin + (1 - share(values[i], least, most)) * height;
		svg_path_add(&path, drawing ? 'L' : 'M', x, y);
		/* A value between two gaps is a dot: a line of no length with round
		 * ends. */
		if (!drawing)
			svg_path_add(&path, 'L', x, y);
		drawing = any = true;
	}
	svg_begin(&svg, &(struct svg_document){ .width = SPARK_CELL_WIDTH,
			    .height = SPARK_CELL_HEIGHT,
			    .fixed = true });
	if (any) {
		svg_open(&svg, "path", "fill", "none", "stroke", COLOUR_AREA,
		    "stroke-width", "2", "stroke-linecap", "round", "stroke-linejoin",
		    "round", NULL);
		svg_attribute(&svg, "d", buf_str(&path));
		svg_close(&svg);
		svg_open(&svg, "circle", "r", "3", "fill", COLOUR_AREA, NULL);
		svg_attribute_number(&svg, "cx", x);
		svg_attribute_number(&svg, "cy", y);
		svg_close(&svg);
	}
	svg_close(&svg);
}
