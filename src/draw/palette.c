#include "draw/palette.h"

#include <assert.h>

static const struct {
	const char *fill;
	enum shape shape;
	bool twice;
} looks[VERDICT_COUNT] = {
	[VERDICT_NONE] = { COLOUR_PAPER, SHAPE_DOT, false },
	[VERDICT_WORST] = { "#831504", SHAPE_SQUARE, true },
	[VERDICT_WORSE] = { "#D4351C", SHAPE_SQUARE, false },
	[VERDICT_SIMILAR] = { "#FFDD00", SHAPE_CIRCLE, false },
	[VERDICT_BETTER] = { "#00703C", SHAPE_CIRCLE, false },
	[VERDICT_BEST] = { "#85994B", SHAPE_CIRCLE, true },
	[VERDICT_LOWEST] = { "#AFCFE5", SHAPE_DOWN, true },
	[VERDICT_LOWER] = { "#5694CA", SHAPE_DOWN, false },
	[VERDICT_HIGHER] = { "#003078", SHAPE_UP, false },
	[VERDICT_HIGHEST] = { "#1D70B8", SHAPE_UP, true },
};

const char *
palette_fill(enum verdict verdict)
{
	assert(verdict < VERDICT_COUNT);
	return looks[verdict].fill;
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
