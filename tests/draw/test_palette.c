#include "draw/palette.h"

#include <math.h>

#include "../unit.h"

/* WCAG 2.2: 4.5 for text (1.4.3), 3 for graphics (1.4.11). */
static const double text_least = 4.5, graphic_least = 3;

START_TEST(test_verdict)
{
	enum verdict verdict = (enum verdict)_i;
	const char *fill = palette_fill(verdict), *text = palette_text(verdict);

	ck_assert_msg(palette_contrast(fill, text) >= text_least, "text on %s: %.2f",
	    verdict_class(verdict), palette_contrast(fill, text));
	/* What does not stand out from white has an outline that does. */
	ck_assert_msg(
	    palette_contrast(COLOUR_INK, COLOUR_PAPER) >= graphic_least, "outline");
}
END_TEST

static const struct {
	const char *name, *a, *b;
	double least;
} pairs[] = {
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
	double contrast = palette_contrast(pairs[_i].a, pairs[_i].b);

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
	ck_assert_msg(fabs(palette_contrast(known[_i].a, known[_i].b) -
			   known[_i].contrast) < 0.01,
	    "%s: %f", known[_i].name, palette_contrast(known[_i].a, known[_i].b));
}
END_TEST

/* Without colour two verdicts differ in shape, or in how dark they are. */
START_TEST(test_told_apart)
{
	enum verdict a = (enum verdict)_i;

	for (enum verdict b = VERDICT_NONE; b < a; b++) {
		bool shaped = palette_shape(a) != palette_shape(b) ||
			      palette_is_double(a) != palette_is_double(b);
		double contrast = palette_contrast(palette_fill(a), palette_fill(b));
		ck_assert_msg(shaped || contrast >= graphic_least, "%s and %s",
		    verdict_class(a), verdict_class(b));
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("palette");

	tcase_add_loop_test(tcase, test_verdict, 0, VERDICT_COUNT);
	ADD_ROWS(tcase, test_pair, pairs);
	ADD_ROWS(tcase, test_known, known);
	tcase_add_loop_test(tcase, test_told_apart, 0, VERDICT_COUNT);
	return unit_run("palette", tcase);
}
