#include "draw/spark.h"

#include <math.h>

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
