#include "stats/funnel.h"

#include <math.h>

#include "../unit.h"

#define NONE ((double)NAN)

static bool
near(double got, double want, double tolerance)
{
	return fabs(got - want) <= tolerance * fmax(fabs(want), 1e-300);
}

static const struct funnel_kind per_cent = { FUNNEL_PROPORTION, FUNNEL_EXACT, 100, 1 };
static const struct funnel_kind count = { FUNNEL_RATIO_COUNT, FUNNEL_EXACT, 1, 1 };
static const struct funnel_kind isr = { FUNNEL_RATIO_ISR, FUNNEL_EXACT, 1, 1 };
static const struct funnel_kind crude = { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1000, 1 };
static const struct funnel_kind dsr = { FUNNEL_RATE_DSR, FUNNEL_EXACT, 1000, 1 };

static struct funnel_kind
published(struct funnel_kind kind)
{
	kind.way = FUNNEL_AS_PUBLISHED;
	return kind;
}

static struct funnel
make(struct funnel_kind kind, const struct funnel_area *areas, size_t areas_count)
{
	struct funnel funnel;
	struct err err;

	ck_assert_msg(
	    funnel_init(&funnel, kind, areas, areas_count, &err), "%s", err.text);
	return funnel;
}

/* Two areas of these denominators. Beyond 100 rows of whole sizes there is nothing to
 * space out, so that a short axis is longer than it says. */
static const struct {
	const char *name;
	double least, most, from, until, first, last;
} axes[] = {
	{ "much alike", 260000, 300000, 200000, 320000, 200000, 320000 },
	{ "the largest just twice the smallest", 100, 200, 90, 210, 90, 210 },
	{ "the largest a little more", 100, 201, 0, 220, 1, 220 },
	{ "very different", 16, 1000000, 0, 1100000, 1, 1100000 },
	{ "rounded up to two digits", 10, 102950, 0, 110000, 1, 110000 },
	{ "two digits that need no rounding", 10, 2000, 0, 2100, 1, 2100 },
	{ "few people", 3, 4, 2, 4.2, 2, 101 },
	{ "fewer than one", 0.25, 0.4, 0, 0.5, 1, 100 },
};

START_TEST(test_axis)
{
	const struct funnel_area areas[] = { { 0, axes[_i].most, NONE },
		{ 0, axes[_i].least, NONE } };
	struct funnel funnel = make(isr, areas, 2);
	struct funnel_row rows[FUNNEL_ROWS];

	ck_assert_msg(near(funnel.from, axes[_i].from, 1e-15), "%s: %g", axes[_i].name,
	    funnel.from);
	ck_assert_msg(near(funnel.until, axes[_i].until, 1e-15), "%s: %g",
	    axes[_i].name, funnel.until);
	funnel_rows(&funnel, rows);
	ck_assert_msg(
	    rows[0].size == axes[_i].first, "%s: %g", axes[_i].name, rows[0].size);
	ck_assert_msg(rows[FUNNEL_ROWS - 1].size == axes[_i].last, "%s: %g",
	    axes[_i].name, rows[FUNNEL_ROWS - 1].size);
	for (size_t i = 1; i < FUNNEL_ROWS; i++)
		ck_assert(rows[i].size >= rows[i - 1].size + 1 &&
			  rows[i].size == floor(rows[i].size));
}
END_TEST

/* The axis of rates is one year's person-years, cut and rounded, as events of all
 * years: 600 of 60,000 and 1,400 of 140,000 in two years, 1 in 100. */
START_TEST(test_axis_of_rates)
{
	static const struct funnel_area areas[] = { { 600, NONE, 10 },
		{ 1400, NONE, 10 } };
	struct funnel_kind two_years = crude;
	two_years.years = 2;
	struct funnel funnel = make(two_years, areas, 2);

	ck_assert(funnel.average == 0.01 && funnel.baseline == 10);
	ck_assert(funnel.from == 0 && funnel.until == 1480);
	funnel = make(two_years, areas, 1);
	ck_assert(funnel.from == 400 && funnel.until == 640);
}
END_TEST

/* The published axis of ratios ends half a step early, those of proportions do not. */
START_TEST(test_published_axis_of_ratios)
{
	static const struct funnel_area areas[] = { { 5, 10, NONE },
		{ 9, 1000, NONE } };
	struct funnel exact = make(isr, areas, 2);
	struct funnel early = make(published(isr), areas, 2);
	struct funnel other = make(published(per_cent), areas, 2);
	struct funnel_row rows[FUNNEL_ROWS];

	funnel_rows(&exact, rows);
	ck_assert(rows[FUNNEL_ROWS - 1].size == 1100);
	funnel_rows(&early, rows);
	ck_assert(rows[FUNNEL_ROWS - 1].size < 1100);
	ck_assert(rows[FUNNEL_ROWS - 1].size > 1000);
	funnel_rows(&other, rows);
	ck_assert(rows[FUNNEL_ROWS - 1].size == 1100);
}
END_TEST

/* An area on a limit has Wilson limits that end at the average. */
START_TEST(test_proportions_on_the_limits)
{
	static const struct funnel_area areas[] = { { 30, 100, NONE },
		{ 70, 400, NONE } };
	struct funnel funnel = make(per_cent, areas, 2);
	struct interval wilson;
	struct err err;

	ck_assert(funnel.average == 0.2 && funnel.baseline == 20);
	for (int people = 60; people < 1000000; people = people * 17 / 10) {
		double n = people;
		struct funnel_row row = funnel_row_at(&funnel, n);
		ck_assert(row.lower95.at == n && row.upper998.at == n);
		ck_assert(interval_proportion(
		    row.lower95.value / 100 * n, n, 1, 0.95, &wilson, &err));
		ck_assert_msg(near(wilson.upper, 0.2, 1e-12), "%g", n);
		ck_assert(interval_proportion(
		    row.upper95.value / 100 * n, n, 1, 0.95, &wilson, &err));
		ck_assert_msg(near(wilson.lower, 0.2, 1e-12), "%g", n);
		ck_assert(interval_proportion(
		    row.upper998.value / 100 * n, n, 1, 0.998, &wilson, &err));
		ck_assert_msg(near(wilson.lower, 0.2, 1e-12), "%g", n);
		ck_assert(row.lower998.value < row.lower95.value);
	}
}
END_TEST

/* Both ways agree wherever the published one has a number below its cap. */
START_TEST(test_ways_of_proportions_agree)
{
	for (int share = 1; share < 100; share += 7) {
		double average = share / 100.0;
		const struct funnel_area area = { average * 1000, 1000, NONE };
		struct funnel exact = make(per_cent, &area, 1);
		struct funnel other = make(published(per_cent), &area, 1);
		for (int people = 1; people < 10000000; people = people * 2 + 1) {
			double n = people;
			struct funnel_row a = funnel_row_at(&exact, n);
			struct funnel_row b = funnel_row_at(&other, n);
			ck_assert(fabs(a.lower95.value - b.lower95.value) < 1e-9);
			ck_assert(fabs(a.upper95.value - b.upper95.value) < 1e-9);
			ck_assert(fabs(a.lower998.value - b.lower998.value) < 1e-9);
			ck_assert(fabs(a.upper998.value - b.upper998.value) < 1e-9);
		}
	}
}
END_TEST

/* A share of 1 is the multiplier, whatever that is. */
static const struct {
	const char *name;
	double multiplier, exact, as_published;
} caps[] = {
	{ "per cent", 100, 100, 100 }, { "per thousand", 1000, 1000, 100 },
	{ "shares", 1, 1, 1.2 }, /* and a little more: never capped */
};

START_TEST(test_caps)
{
	static const struct funnel_area area = { 45, 50, NONE };
	struct funnel_kind kind = { FUNNEL_PROPORTION, FUNNEL_EXACT,
		caps[_i].multiplier, 1 };
	struct funnel exact = make(kind, &area, 1);
	struct funnel other = make(published(kind), &area, 1);
	double published_top = funnel_row_at(&other, 2).upper95.value;

	ck_assert_msg(funnel_row_at(&exact, 2).upper95.value == caps[_i].exact, "%s",
	    caps[_i].name);
	if (kind.multiplier == 1)
		ck_assert(published_top > caps[_i].as_published);
	else
		ck_assert(published_top == caps[_i].as_published);
	ck_assert(funnel_row_at(&exact, 1).lower998.value == 0);
	ck_assert(funnel_row_at(&other, 1).lower998.value == 0);
}
END_TEST

/* Where all areas have all or none, there is no chance for another. The published way
 * loses some of its limits to rounding. */
START_TEST(test_all_and_none)
{
	static const struct funnel_area all[] = { { 16, 16, NONE }, { 90, 90, NONE } };
	static const struct funnel_area none[] = { { 0, 16, NONE }, { 0, 90, NONE } };
	struct funnel_row full[FUNNEL_ROWS], empty[FUNNEL_ROWS], rounded[FUNNEL_ROWS];
	struct funnel a = make(per_cent, all, 2), b = make(per_cent, none, 2);
	struct funnel c = make(published(per_cent), all, 2);
	size_t missing = 0;

	funnel_rows(&a, full);
	funnel_rows(&b, empty);
	funnel_rows(&c, rounded);
	for (size_t i = 0; i < FUNNEL_ROWS; i++) {
		ck_assert(full[i].lower998.value == 100);
		ck_assert(full[i].upper998.value == 100);
		ck_assert(empty[i].lower998.value == 0);
		ck_assert(empty[i].upper998.value == 0);
		missing += isnan(rounded[i].upper95.value) ? 1 : 0;
	}
	ck_assert_uint_gt(missing, 0);
	ck_assert_uint_lt(missing, FUNNEL_ROWS);
}
END_TEST

/* Garwood's limits of a count are the expected events between which it is no surprise:
 * 0.0253 and 5.572 of one event, 4.795 and 18.390 of ten. */
START_TEST(test_ratios_and_rates)
{
	static const struct funnel_area ratios[] = { { 8, 10, NONE }, { 9, 60, NONE } };
	static const struct funnel_area rates[] = { { 30, NONE, 20 },
		{ 20, NONE, 20 } };
	struct funnel_kind five_years = crude;

	five_years.years = 5;
	struct funnel a = make(count, ratios, 2), b = make(isr, ratios, 2);
	struct funnel c = make(five_years, rates, 2);
	ck_assert(a.baseline == 0 && b.baseline == 100 && c.baseline == 20);
	struct funnel_row row = funnel_row_at(&a, 1);
	ck_assert(near(row.lower95.at, 5.571643390938899, 1e-13));
	ck_assert(near(row.lower95.value, 1 / 5.571643390938899 - 1, 1e-13));
	ck_assert(near(row.upper95.at, -log(0.975), 1e-13));
	ck_assert(near(row.upper998.at, -log(0.999), 1e-12));
	row = funnel_row_at(&b, 10);
	ck_assert(near(row.lower95.at, 18.390, 1e-4));
	ck_assert(near(row.lower95.value, 1000 / 18.390, 1e-4));
	ck_assert(near(row.upper95.value, 1000 / 4.795, 1e-4));
	row = funnel_row_at(&c, 10);
	ck_assert(near(row.lower95.at, 18.390 / 0.02 / 5, 1e-4));
	ck_assert(near(row.lower95.value, 10 / 18.390 * 20, 1e-4));
	ck_assert(near(row.upper95.value, 10 / 4.795 * 20, 1e-4));
	ck_assert(row.lower998.value < row.lower95.value);
	ck_assert(row.upper998.value > row.upper95.value);
}
END_TEST

START_TEST(test_published_counts_are_near)
{
	static const struct funnel_area areas[] = { { 8, 10, NONE }, { 9, 60, NONE } };
	struct funnel exact = make(isr, areas, 2);
	struct funnel other = make(published(isr), areas, 2);

	for (int events = 1; events < 1000; events = events * 3 / 2 + 1) {
		struct funnel_row a = funnel_row_at(&exact, events);
		struct funnel_row b = funnel_row_at(&other, events);
		ck_assert(near(b.lower95.value, a.lower95.value, 5e-5));
		ck_assert(near(b.upper998.value, a.upper998.value, 5e-5));
	}
	ck_assert(funnel_row_at(&exact, 1).upper998.value !=
		  funnel_row_at(&other, 1).upper998.value);
}
END_TEST

/* Each beside an area that makes the average 20 %, or 20 per 1,000. The limits of 20 of
 * 100 by chance are 12.2 and 27.8 at 95 %, 7.6 and 32.4 at 99.8 %; of an expected 20
 * events 13 or 30 are not surprising at 95 %, 9 or 36 at 99.8 %. */
static const struct {
	const char *name;
	const struct funnel_kind *kind;
	struct funnel_area area;
	enum side side;
} places[] = {
	{ "far fewer", &per_cent, { 7, 100, NONE }, SIDE_FAR_BELOW },
	{ "fewer", &per_cent, { 12, 100, NONE }, SIDE_BELOW },
	{ "few", &per_cent, { 13, 100, NONE }, SIDE_SIMILAR },
	{ "many", &per_cent, { 27, 100, NONE }, SIDE_SIMILAR },
	{ "more", &per_cent, { 28, 100, NONE }, SIDE_ABOVE },
	{ "far more", &per_cent, { 33, 100, NONE }, SIDE_FAR_ABOVE },
	{ "all of one", &per_cent, { 1, 1, NONE }, SIDE_ABOVE },
	{ "ratio far below", &isr, { 0, 20, NONE }, SIDE_FAR_BELOW },
	{ "ratio below", &isr, { 10, 20, NONE }, SIDE_BELOW },
	{ "ratio similar", &isr, { 15, 20, NONE }, SIDE_SIMILAR },
	{ "ratio above", &count, { 31, 20, NONE }, SIDE_ABOVE },
	{ "ratio far above", &count, { 45, 20, NONE }, SIDE_FAR_ABOVE },
	{ "nothing where little was expected", &isr, { 0, 2, NONE }, SIDE_SIMILAR },
	{ "rate far below", &crude, { 0, 1000, NONE }, SIDE_FAR_BELOW },
	{ "rate below", &crude, { 10, NONE, 10 }, SIDE_BELOW },
	{ "rate similar", &crude, { 15, NONE, 15 }, SIDE_SIMILAR },
	{ "rate above", &dsr, { 31, NONE, 31 }, SIDE_ABOVE },
	{ "rate far above", &dsr, { 45, NONE, 45 }, SIDE_FAR_ABOVE },
	{ "too few for a standardised rate", &dsr, { 9, NONE, 1 }, SIDE_UNKNOWN },
	{ "none for a standardised rate", &dsr, { 0, NONE, NONE }, SIDE_UNKNOWN },
	{ "just enough", &dsr, { 10, NONE, 20 }, SIDE_SIMILAR },
};

START_TEST(test_significance)
{
	const struct funnel_kind *kind = places[_i].kind;
	const struct funnel_area average = { 2e6, 1e7, 20 };
	const struct funnel_area areas[] = { places[_i].area, average };
	struct funnel exact = make(*kind, areas, 2);
	struct funnel other = make(published(*kind), areas, 2);

	ck_assert_msg(funnel_significance(&exact, &areas[0]) == places[_i].side,
	    "%s: %d", places[_i].name, funnel_significance(&exact, &areas[0]));
	ck_assert_msg(funnel_significance(&other, &areas[0]) == places[_i].side, "%s",
	    places[_i].name);
}
END_TEST

static const struct {
	const char *name;
	const struct funnel_kind *kind;
	struct funnel_area area;
	double years, at, value, published_value;
} points[] = {
	{ "proportion", &per_cent, { 12, 60, NONE }, 1, 60, 20, 20 },
	{ "ratio", &isr, { 12, 10, NONE }, 1, 10, 120, 120 },
	{ "ratio less 1", &count, { 12, 8, NONE }, 1, 8, 0.5, 0.5 },
	{ "crude rate", &crude, { 9, NONE, 3 }, 1, 3000, 3, 3 },
	{ "crude rate of three years", &crude, { 9, NONE, 3 }, 3, 1000, 3, 3 },
	{ "crude rate of none", &crude, { 0, 600, NONE }, 3, 200, 0, NONE },
	{ "standardised rate", &dsr, { 10, NONE, 4 }, 1, 2500, 4, 4 },
	{ "too few for one", &dsr, { 9, NONE, 4 }, 1, NONE, NONE, NONE },
	{ "none for one", &dsr, { 0, 600, NONE }, 1, NONE, NONE, NONE },
};

static bool
same(double got, double want)
{
	return isnan(want) ? isnan(got) : got == want;
}

START_TEST(test_points)
{
	const struct funnel_area areas[] = { points[_i].area, { 50, 100, 2 } };
	struct funnel_kind kind = *points[_i].kind;
	kind.years = points[_i].years;
	struct funnel exact = make(kind, areas, 2);
	struct funnel other = make(published(kind), areas, 2);
	struct funnel_limit point = funnel_point(&exact, &areas[0]);
	struct funnel_limit as_published = funnel_point(&other, &areas[0]);

	ck_assert_msg(
	    same(point.at, points[_i].at), "%s: %g", points[_i].name, point.at);
	ck_assert_msg(same(point.value, points[_i].value), "%s: %g", points[_i].name,
	    point.value);
	ck_assert(same(as_published.at, points[_i].at));
	ck_assert(same(as_published.value, points[_i].published_value));
}
END_TEST

static const struct {
	const char *name;
	struct funnel_kind kind;
	struct funnel_area area;
	const char *text;
} refusals[] = {
	{ "no events", { FUNNEL_PROPORTION, FUNNEL_EXACT, 100, 1 }, { NONE, 5, NONE },
	    "area 2: events must be 0 or more, not nan" },
	{ "negative events", { FUNNEL_RATIO_ISR, FUNNEL_EXACT, 1, 1 }, { -1, 5, NONE },
	    "area 2: events must be 0 or more, not -1" },
	{ "no events of a ratio", { FUNNEL_RATIO_ISR, FUNNEL_EXACT, 1, 1 },
	    { NONE, 5, NONE }, "area 2: events must be 0 or more, not nan" },
	{ "no events of a rate", { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1, 1 },
	    { NONE, 5, 1 }, "area 2: events must be 0 or more, not nan" },
	{ "no denominator", { FUNNEL_PROPORTION, FUNNEL_EXACT, 100, 1 },
	    { 1, NONE, NONE }, "area 2: denominator must be more than 0, not nan" },
	{ "nobody", { FUNNEL_PROPORTION, FUNNEL_EXACT, 100, 1 }, { 0, 0, NONE },
	    "area 2: denominator must be more than 0, not 0" },
	{ "more than all", { FUNNEL_PROPORTION, FUNNEL_EXACT, 100, 1 }, { 6, 5, NONE },
	    "area 2: events must not exceed the denominator 5, not 6" },
	{ "nothing expected", { FUNNEL_RATIO_COUNT, FUNNEL_EXACT, 1, 1 },
	    { 1, 0, NONE }, "area 2: expected events must be more than 0, not 0" },
	{ "no rate", { FUNNEL_RATE_DSR, FUNNEL_EXACT, 1, 1 }, { 11, 50, NONE },
	    "area 2: the rate of an area with events must be more than 0, not nan" },
	{ "events without a rate", { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1, 1 },
	    { 11, 50, 0 },
	    "area 2: the rate of an area with events must be more than 0, not 0" },
	{ "no events and no denominator", { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1, 1 },
	    { 0, NONE, 0 },
	    "area 2: denominator of an area without events must be more than 0, not "
	    "nan" },
	{ "no events of nobody", { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1, 1 }, { 0, 0, 0 },
	    "area 2: denominator of an area without events must be more than 0, not "
	    "0" },
	{ "no multiplier", { FUNNEL_PROPORTION, FUNNEL_EXACT, 0, 1 }, { 1, 5, NONE },
	    "multiplier must be more than 0, not 0" },
	{ "no multiplier of a rate", { FUNNEL_RATE_DSR, FUNNEL_EXACT, NONE, 1 },
	    { 1, 5, 3 }, "multiplier must be more than 0, not nan" },
	{ "no years", { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1, 0 }, { 1, 5, 3 },
	    "years of data must be more than 0, not 0" },
	{ "an axis without end", { FUNNEL_PROPORTION, FUNNEL_EXACT, 100, 1 },
	    { 1, 1.75e308, NONE }, "the areas are beyond the range of numbers" },
	{ "events without end", { FUNNEL_RATIO_ISR, FUNNEL_EXACT, 1, 1 },
	    { 1.75e308, 5, NONE }, "the areas are beyond the range of numbers" },
	{ "person-years without end", { FUNNEL_RATE_DSR, FUNNEL_EXACT, 1, 1 },
	    { 11, NONE, 1e-308 }, "the areas are beyond the range of numbers" },
	{ "person-years of a year without end",
	    { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1, 1e-308 }, { 11, NONE, 1 },
	    "the areas are beyond the range of numbers" },
	{ "person-years too few to be a number",
	    { FUNNEL_RATE_CRUDE, FUNNEL_EXACT, 1, 1 }, { 1e-200, NONE, 1e200 },
	    "the areas are beyond the range of numbers" },
};

START_TEST(test_refusals)
{
	const struct funnel_area areas[] = { { 20, 50, 1 }, refusals[_i].area };
	struct funnel out;
	struct err err = { 0 };

	ck_assert_msg(!funnel_init(&out, refusals[_i].kind, areas, 2, &err), "%s",
	    refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
}
END_TEST

START_TEST(test_nothing_to_show)
{
	static const struct funnel_area quiet = { 0, 500, 0 };
	struct funnel out;
	struct err err = { 0 };

	ck_assert(!funnel_init(&out, per_cent, NULL, 0, &err));
	ck_assert_str_eq(err.text, "a funnel needs an area");
	ck_assert(!funnel_init(&out, crude, &quiet, 1, &err));
	ck_assert_str_eq(err.text, "a funnel of rates needs events");
	ck_assert(!funnel_init(&out, dsr, &quiet, 1, &err));
	ck_assert_str_eq(err.text, "a funnel of rates needs events");
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("funnel");

	ADD_ROWS(tcase, test_axis, axes);
	tcase_add_test(tcase, test_axis_of_rates);
	tcase_add_test(tcase, test_published_axis_of_ratios);
	tcase_add_test(tcase, test_proportions_on_the_limits);
	tcase_add_test(tcase, test_ways_of_proportions_agree);
	ADD_ROWS(tcase, test_caps, caps);
	tcase_add_test(tcase, test_all_and_none);
	tcase_add_test(tcase, test_ratios_and_rates);
	tcase_add_test(tcase, test_published_counts_are_near);
	ADD_ROWS(tcase, test_significance, places);
	ADD_ROWS(tcase, test_points, points);
	ADD_ROWS(tcase, test_refusals, refusals);
	tcase_add_test(tcase, test_nothing_to_show);
	return unit_run("funnel", tcase);
}
