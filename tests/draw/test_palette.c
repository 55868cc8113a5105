#include "draw/palette.h"

#include <math.h>

#include "../unit.h"
#include "draw/shade.h"

/* WCAG 2.2: 3 for graphics (1.4.11). Text wants 4.5 (1.4.3). */
static const double graphic_least = 3;

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

/* The contrast of two colours "#RRGGBB", 1 to 21 (WCAG 2.2, relative luminance). */
static double
contrast_of(const char *a, const char *b)
{
	double la = luminance(a), lb = luminance(b);

	return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}

static const struct {
	const char *name, *a, *b;
	double least;
} pairs[] = {
	/* What does not stand out from white has an outline of ink. */
	{ "ink on paper", COLOUR_INK, COLOUR_PAPER, 4.5 },
	{ "quiet text on paper", COLOUR_QUIET, COLOUR_PAPER, 4.5 },
	{ "area's line and name", COLOUR_AREA, COLOUR_PAPER, 4.5 },
	{ "notice", COLOUR_ALERT, COLOUR_PAPER, 4.5 },
	{ "area's line in its band", COLOUR_AREA, COLOUR_BAND, 3 },
	{ "benchmark in the band", COLOUR_INK, COLOUR_BAND, 3 },
	{ "parent in the band", COLOUR_QUIET, COLOUR_BAND, 3 },
	{ "outline of a mark on a spine", COLOUR_INK, COLOUR_MID, 3 },
	{ "outline of the box on a spine", COLOUR_QUIET, COLOUR_MID, 3 },
	{ "outline of the box inside", COLOUR_QUIET, COLOUR_LIGHT, 3 },
};

START_TEST(test_pair)
{
	double contrast = contrast_of(pairs[_i].a, pairs[_i].b);

	ck_assert_msg(
	    contrast >= pairs[_i].least, "%s: %.2f", pairs[_i].name, contrast);
}
END_TEST

static const struct {
	const char *name, *a, *b;
	double contrast;
} known[] = {
	{ "black and white", "#000000", "#FFFFFF", 21 },
	{ "the same", "#00703C", "#00703C", 1 },
	{ "yellow on white", "#FFDD00", "#FFFFFF", 1.35 },
	{ "red and green", "#D4351C", "#00703C", 1.28 },
	{ "the order does not matter", "#FFFFFF", "#12436D", 10.25 },
};

START_TEST(test_known)
{
	ck_assert_msg(
	    fabs(contrast_of(known[_i].a, known[_i].b) - known[_i].contrast) < 0.01,
	    "%s: %f", known[_i].name, contrast_of(known[_i].a, known[_i].b));
}
END_TEST

/* Without colour two verdicts differ in shape, or in how dark they are. */
START_TEST(test_told_apart)
{
	enum verdict a = (enum verdict)_i;

	for (enum verdict b = VERDICT_NONE; b < a; b++) {
		bool shaped = palette_shape(a) != palette_shape(b) ||
			      palette_is_double(a) != palette_is_double(b);
		double contrast = contrast_of(palette_fill(a), palette_fill(b));
		ck_assert_msg(shaped || contrast >= graphic_least, "%s and %s",
		    verdict_class(a), verdict_class(b));
	}
}
END_TEST

/* Numbers and names on the colours of maps. */
START_TEST(test_shades)
{
	AUTO_ARENA arena = { 0 };

	for (int groups = 4; groups <= 5; groups++)
		for (int g = 1; g <= groups; g++)
			ck_assert_double_ge(contrast_of(shade_group(g, groups),
						shade_group_ink(g, groups)),
			    4.5);
	for (int i = 0; i <= 100; i++)
		ck_assert_double_ge(contrast_of(shade_ramp(&arena, i / 100.0).at,
					shade_ramp_ink(i / 100.0)),
		    4.5);
	for (enum verdict v = 0; v < VERDICT_COUNT; v++)
		ck_assert_double_ge(
		    contrast_of(palette_fill(v), shade_verdict_ink(v)), 4.5);
}
END_TEST

/* Darker and darker, so that they are told apart without colour. */
START_TEST(test_shades_fall)
{
	AUTO_ARENA arena = { 0 };

	for (int groups = 4; groups <= 5; groups++)
		for (int g = 2; g <= groups; g++)
			ck_assert_double_ge(contrast_of(shade_group(g - 1, groups),
						shade_group(g, groups)),
			    1.3);
	for (int i = 1; i <= 20; i++)
		ck_assert_double_lt(luminance(shade_ramp(&arena, i / 20.0).at),
		    luminance(shade_ramp(&arena, (i - 1) / 20.0).at));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("palette");

	ADD_ROWS(tcase, test_pair, pairs);
	ADD_ROWS(tcase, test_known, known);
	tcase_add_loop_test(tcase, test_told_apart, 0, VERDICT_COUNT);
	tcase_add_test(tcase, test_shades);
	tcase_add_test(tcase, test_shades_fall);
	return unit_run("palette", tcase);
}
