#include "draw/scale.h"

#include <math.h>
#include <string.h>

#include "../unit.h"

#define NONE ((double)NAN)

static const struct {
	const char *name;
	double least, most;
	bool from_zero;
	unsigned about;
	double from, until, step;
	int decimals;
} scales[] = {
	{ "tens from zero", 12, 87, true, 6, 0, 100, 20, 0 },
	{ "not from zero", 78.2, 82.9, false, 6, 78, 83, 1, 0 },
	{ "tenths", 0.31, 0.74, false, 6, 0.3, 0.8, 0.1, 1 },
	{ "thousandths", 0, 0.004, true, 5, 0, 0.004, 0.001, 3 },
	{ "millions", 0, 4200000, true, 6, 0, 5000000, 1000000, 0 },
	{ "below zero", -8, -2, true, 5, -8, 0, 2, 0 },
	{ "on both sides", -3, 7, true, 6, -4, 8, 2, 0 },
	{ "ends that are ticks", 0, 10, true, 6, 0, 10, 2, 0 },
	{ "turned round", 10, 0, true, 6, 0, 10, 2, 0 },
	{ "one value", 5, 5, false, 6, 0, 5, 1, 0 },
	{ "all zero", 0, 0, true, 6, 0, 1, 0.2, 1 },
	{ "nothing", NONE, NONE, true, 6, 0, 1, 0.2, 1 },
	{ "only most", NONE, 9, true, 4, 0, 10, 5, 0 },
	{ "only least", -9, NONE, true, 4, -10, 0, 5, 0 },
	{ "boundless", 0, (double)INFINITY, true, 6, 0, 1, 0.2, 1 },
	{ "larger than can be multiplied", 0, 1e308, true, 6, 0, 1, 0.2, 1 },
};

START_TEST(test_scale)
{
	struct scale scale = scale_make(scales[_i].least, scales[_i].most,
	    scales[_i].from_zero, 0, 100, scales[_i].about);
	double last = scale_tick(&scale, scale.ticks - 1);

	ck_assert_msg(fabs(scale.from - scales[_i].from) < 1e-9 &&
			  fabs(scale.until - scales[_i].until) < 1e-9 &&
			  fabs(scale.step - scales[_i].step) < 1e-9,
	    "%s: %g to %g by %g", scales[_i].name, scale.from, scale.until, scale.step);
	ck_assert_msg(scale.decimals == scales[_i].decimals, "%s: %d decimals",
	    scales[_i].name, scale.decimals);
	ck_assert_msg(fabs(last - scale.until) < 1e-9 * fmax(1, fabs(scale.until)),
	    "%s: last tick %g", scales[_i].name, last);
	ck_assert_msg(scale.ticks >= 2 && scale.ticks <= SCALE_TICKS, "%s: %u ticks",
	    scales[_i].name, scale.ticks);
}
END_TEST

static const struct {
	const char *name;
	double value, place;
} places[] = {
	{ "start", 0, 200 },
	{ "middle", 5, 100 },
	{ "end", 10, 0 },
	{ "before the start", -1, 200 },
	{ "behind the end", 11, 0 },
	{ "boundless", (double)INFINITY, 0 },
};

START_TEST(test_place)
{
	struct scale scale = scale_make(0, 10, true, 200, 0, 6);
	double place = scale_at(&scale, places[_i].value);

	ck_assert_msg(
	    fabs(place - places[_i].place) < 1e-9, "%s: %g", places[_i].name, place);
	ck_assert_msg(isnan(scale_at(&scale, NONE)), "a missing value has no place");
}
END_TEST

static const struct {
	const char *name;
	double least, most;
	bool squashes;
} ranges[] = {
	{ "life expectancy", 78, 83, true },
	{ "half the axis", 50, 100, false },
	{ "just less than a quarter", 75.1, 100, true },
	{ "just a quarter", 75, 100, false },
	{ "from zero", 0, 1, false },
	{ "across zero", -1, 100, false },
	{ "below zero", -83, -78, true },
	{ "one value", 50, 50, false },
	{ "missing", NONE, 50, false },
};

START_TEST(test_squashes)
{
	ck_assert_msg(
	    scale_squashes(ranges[_i].least, ranges[_i].most) == ranges[_i].squashes,
	    "%s", ranges[_i].name);
}
END_TEST

static const struct {
	const char *name;
	double value;
	int decimals;
	const char *label;
} labels[] = {
	{ "whole", 12, 0, "12" },
	{ "thousands", 1234567, 0, "1,234,567" },
	{ "decimals", 0.3, 2, "0.30" },
	{ "negative", -1500, 0, "-1,500" },
	{ "missing", NONE, 1, "" },
};

START_TEST(test_label)
{
	char text[SCALE_LONGEST + 1];
	size_t len = scale_label(text, labels[_i].value, labels[_i].decimals);

	text[len] = '\0';
	ck_assert_msg(
	    strcmp(text, labels[_i].label) == 0, "%s: %s", labels[_i].name, text);
}
END_TEST

/* Whatever the values, the scale holds them and its ticks are few and in order. */
START_TEST(test_any)
{
	unsigned long long state = (unsigned long long)_i;

	for (int round = 0; round < 1000; round++) {
		double size = pow(10, (double)(unit_random(&state) % 24) - 12);
		double a = ((double)(unit_random(&state) % 2001) - 1000) * size;
		double b = ((double)(unit_random(&state) % 2001) - 1000) * size;
		unsigned about = 2 + (unsigned)(unit_random(&state) % 9);
		struct scale scale =
		    scale_make(a, b, unit_random(&state) & 1, 0, 100, about);
		if (fabs(a) < 1e15 && fabs(b) < 1e15 && fabs(a - b) > 1e-9) {
			ck_assert_double_le(scale.from, fmin(a, b) + scale.step * 1e-6);
			ck_assert_double_ge(
			    scale.until, fmax(a, b) - scale.step * 1e-6);
		}
		ck_assert_uint_ge(scale.ticks, 2);
		ck_assert_uint_le(scale.ticks, 2 * about + 2);
		ck_assert(scale.decimals >= 0 && scale.decimals < 20);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("scale");

	ADD_ROWS(tcase, test_scale, scales);
	ADD_ROWS(tcase, test_place, places);
	ADD_ROWS(tcase, test_squashes, ranges);
	ADD_ROWS(tcase, test_label, labels);
	tcase_add_loop_test(tcase, test_any, 0, 4);
	return unit_run("scale", tcase);
}
