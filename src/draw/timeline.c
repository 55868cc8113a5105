#include "draw/timeline.h"

#include <math.h>

#include "draw/text.h"

/* Room between two labels, so that they are not read as one. */
static const double label_gap = 10;

static void
place(struct timeline *line, const double *times, double start, double end)
{
	double span = line->count ? times[line->count - 1] - times[0] : 0;

	line->spacing = end - start;
	for (size_t i = 0; i < line->count; i++) {
		double share = span > 0 ? (times[i] - times[0]) / span : 0.5;
		line->marks[i].x = start + share * (end - start);
		if (i > 0)
			line->spacing = fmin(
			    line->spacing, line->marks[i].x - line->marks[i - 1].x);
	}
}

static void
centre_labels(struct timeline *line, const double *widths, double least, double most)
{
	for (size_t i = 0; i < line->count; i++) {
		double half = widths[i] / 2;
		/* A label wider than the room begins at its left edge. */
		line->marks[i].label_x =
		    fmax(least + half, fmin(line->marks[i].x, most - half));
	}
}

static bool
have_room(const struct timeline *line, const double *widths, size_t every)
{
	for (size_t i = line->count - 1; i >= every; i -= every) {
		double left = line->marks[i].label_x - widths[i] / 2;
		double before = line->marks[i - every].label_x + widths[i - every] / 2;
		if (before + label_gap > left)
			return false;
	}
	return true;
}

struct timeline
timeline_make(struct arena *arena, const double *times, const struct str *labels,
    size_t count, double start, double end, double least, double most, double font_size)
{
	struct timeline line = { .marks = ARENA_NEW(arena, struct timeline_mark, count),
		.count = count };
	double *widths = ARENA_NEW(arena, double, count);
	size_t every = 1;

	for (size_t i = 0; i < count; i++)
		widths[i] = text_width(labels[i], font_size, false);
	place(&line, times, start, end);
	centre_labels(&line, widths, least, most);
	if (!count)
		return line;
	while (every < count && !have_room(&line, widths, every))
		every++;
	for (size_t i = 0; i < count; i++)
		line.marks[i].labelled = (count - 1 - i) % every == 0;
	return line;
}
