#include "draw/palette.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

static const struct {
	const char *fill, *text;
	enum shape shape;
	bool twice;
} looks[VERDICT_COUNT] = {
	[VERDICT_NONE] = { COLOUR_PAPER, COLOUR_INK, SHAPE_DOT, false },
	[VERDICT_WORST] = { "#831504", COLOUR_PAPER, SHAPE_SQUARE, true },
	[VERDICT_WORSE] = { "#D4351C", COLOUR_PAPER, SHAPE_SQUARE, false },
	[VERDICT_SIMILAR] = { "#FFDD00", COLOUR_INK, SHAPE_CIRCLE, false },
	[VERDICT_BETTER] = { "#00703C", COLOUR_PAPER, SHAPE_CIRCLE, false },
	[VERDICT_BEST] = { "#85994B", COLOUR_INK, SHAPE_CIRCLE, true },
	[VERDICT_LOWEST] = { "#AFCFE5", COLOUR_INK, SHAPE_DOWN, true },
	[VERDICT_LOWER] = { "#5694CA", COLOUR_INK, SHAPE_DOWN, false },
	[VERDICT_HIGHER] = { "#003078", COLOUR_PAPER, SHAPE_UP, false },
	[VERDICT_HIGHEST] = { "#1D70B8", COLOUR_PAPER, SHAPE_UP, true },
};

const char *
palette_fill(enum verdict verdict)
{
	assert(verdict < VERDICT_COUNT);
	return looks[verdict].fill;
}

const char *
palette_text(enum verdict verdict)
{
	assert(verdict < VERDICT_COUNT);
	return looks[verdict].text;
}

enum shape
palette_shape(enum verdict verdict)
{
	assert(verdict < VERDICT_COUNT);
	return looks[verdict].shape;
}

bool
palette_is_double(enum verdict verdict)
{
	assert(verdict < VERDICT_COUNT);
	return looks[verdict].twice;
}

static double
linear(long channel)
{
	double c = (double)channel / 255;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(const char *colour)
{
	long rgb = strtol(colour + 1, NULL, 16);

	return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) +
	       0.0722 * linear(rgb & 255);
}

double
palette_contrast(const char *a, const char *b)
{
	double la = luminance(a), lb = luminance(b);

	return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}
