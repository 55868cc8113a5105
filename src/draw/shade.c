#include "draw/shade.h"

#include <assert.h>
#include <math.h>

#include "draw/palette.h"

static const char *const fifths[] = { "#EDF4FB", "#B3D0EB", "#6BACE6", "#2073BC",
	"#12436D" };
static const char *const quarters[] = { "#EDF4FB", "#93C1EA", "#2073BC", "#12436D" };

/* Stops of the ramp: red, green, blue at 0, a half and 1. */
static const unsigned char stops[3][3] = { { 0xed, 0xf4, 0xfb }, { 0x5b, 0x9b, 0xd5 },
	{ 0x12, 0x43, 0x6d } };
static const double dark_from = 0.69;
/* Ink is not dark enough for the middle of the ramp, nor is paper light enough. */
#define RAMP_BLACK "#000000"

const char *
shade_group(int group, int groups)
{
	assert((groups == 4 || groups == 5) && group >= 1 && group <= groups);
	return groups == 4 ? quarters[group - 1] : fifths[group - 1];
}

const char *
shade_group_ink(int group, int groups)
{
	return group > groups - 2 ? COLOUR_PAPER : COLOUR_INK;
}

struct str
shade_ramp(struct arena *arena, double share)
{
	double at = fmin(fmax(share, 0), 1) * 2;
	int stop = at < 1 ? 0 : 1;
	long rgb[3];

	for (int i = 0; i < 3; i++)
		rgb[i] = lround(stops[stop][i] +
				(at - stop) * (stops[stop + 1][i] - stops[stop][i]));
	return str_print(arena, "#%02lX%02lX%02lX", rgb[0], rgb[1], rgb[2]);
}

const char *
shade_ramp_ink(double share)
{
	return share > dark_from ? COLOUR_PAPER : RAMP_BLACK;
}

const char *
shade_verdict_ink(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_BETTER:
	case VERDICT_WORSE:
	case VERDICT_WORST:
	case VERDICT_HIGHER:
	case VERDICT_HIGHEST: return COLOUR_PAPER;
	case VERDICT_NONE:
	case VERDICT_SIMILAR:
	case VERDICT_BEST:
	case VERDICT_LOWEST:
	case VERDICT_LOWER:
	case VERDICT_COUNT: break;
	}
	return COLOUR_INK;
}

void
shade_define_hatch(struct svg *svg, double units)
{
	double step = 6 * units;

	svg_open(svg, "defs", NULL);
	svg_open(svg, "pattern", "id", SHADE_HATCH, "patternUnits", "userSpaceOnUse",
	    "patternTransform", "rotate(45)", NULL);
	svg_attribute_number(svg, "width", step);
	svg_attribute_number(svg, "height", step);
	svg_rect(svg, 0, 0, step, step, COLOUR_PAPER, NULL);
	svg_rect(svg, 0, 0, 1.5 * units, step, COLOUR_QUIET, NULL);
	svg_close(svg);
	svg_close(svg);
}
