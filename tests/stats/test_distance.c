#include "stats/distance.h"

#include <math.h>
#include <string.h>

#include "../unit.h"

#define NONE ((double)NAN)

enum { AREAS = 7, INDICATORS = 3 };

/* Four corners of a rectangle and twice its middle, once without the third indicator,
 * which is the same everywhere; the last area lacks the first. */
static const double values[AREAS][INDICATORS] = {
	{ 10, 1000, 7 },
	{ 14, 1400, 7 },
	{ 14, 1000, 7 },
	{ 10, 1400, 7 },
	{ 12, 1200, NONE },
	{ 12, 1200, 7 },
	{ NONE, 1200, 7 },
};

static struct distance_table
table_of(const double (*rows)[INDICATORS])
{
	return (struct distance_table){ rows[0], AREAS, INDICATORS };
}

/* Four values 2 away from the mean of six; four 200 away from the mean of seven. */
START_TEST(test_spreads)
{
	struct distance_table table = table_of(values);
	double spreads[INDICATORS];

	distance_spreads(&table, spreads);
	ck_assert_double_eq_tol(spreads[0], sqrt(4 * 4.0 / 6), 1e-14);
	ck_assert_double_eq_tol(spreads[1], sqrt(4 * 40000.0 / 7), 1e-11);
	ck_assert_double_eq(spreads[2], 0);
}
END_TEST

static const struct {
	const char *name;
	size_t area, most;
	size_t found;
	size_t neighbours[AREAS];
} nearest[] = {
	{ "from a corner", 0, 9, 4, { 5, 2, 3, 1 } },
	{ "from another", 1, 9, 4, { 5, 3, 2, 0 } },
	{ "as many as asked for", 0, 2, 2, { 5, 2 } },
	{ "equally near, in the order of the table", 5, 9, 4, { 0, 1, 2, 3 } },
	{ "the first of those equally near", 5, 1, 1, { 0 } },
	{ "none asked for", 0, 0, 0, { 0 } },
};

START_TEST(test_nearest)
{
	struct distance_table table = table_of(values);
	struct neighbour got[AREAS + 2];
	double spreads[INDICATORS];
	size_t found = 99;
	struct err err;

	distance_spreads(&table, spreads);
	ck_assert(distance_nearest(
	    &table, spreads, nearest[_i].area, nearest[_i].most, got, &found, &err));
	ck_assert_msg(found == nearest[_i].found, "%s: %zu", nearest[_i].name, found);
	for (size_t i = 0; i < found; i++)
		ck_assert_msg(got[i].area == nearest[_i].neighbours[i],
		    "%s: place %zu is %zu", nearest[_i].name, i, got[i].area);
}
END_TEST

/* Along one indicator two and along the other four of its units apart. */
START_TEST(test_distance)
{
	struct distance_table table = table_of(values);
	double spreads[] = { 2, 100, 0 };
	struct neighbour got[AREAS];
	size_t found;
	struct err err;

	ck_assert(distance_nearest(&table, spreads, 0, AREAS, got, &found, &err));
	ck_assert_uint_eq(found, 4);
	ck_assert_uint_eq(got[0].area, 2);
	ck_assert_double_eq_tol(got[0].distance, 2, 1e-15);
	ck_assert_double_eq_tol(got[1].distance, sqrt(5), 1e-15);
	ck_assert_double_eq_tol(got[2].distance, 4, 1e-15);
	ck_assert_double_eq_tol(got[3].distance, sqrt(20), 1e-15);
}
END_TEST

/* Other units, and values far from 0, change no distance. */
START_TEST(test_units_do_not_matter)
{
	double others[AREAS][INDICATORS];
	struct distance_table table = table_of(values);
	struct distance_table other = { others[0], AREAS, INDICATORS };
	double spreads[INDICATORS], other_spreads[INDICATORS];
	struct neighbour got[AREAS], want[AREAS];
	size_t found, other_found;
	struct err err;

	for (size_t i = 0; i < AREAS; i++) {
		others[i][0] = values[i][0] * 1000 + 1e9;
		others[i][1] = -values[i][1] / 1000;
		others[i][2] = values[i][2];
	}
	distance_spreads(&table, spreads);
	distance_spreads(&other, other_spreads);
	for (size_t area = 0; area < 4; area++) {
		ck_assert(
		    distance_nearest(&table, spreads, area, AREAS, want, &found, &err));
		ck_assert(distance_nearest(
		    &other, other_spreads, area, AREAS, got, &other_found, &err));
		ck_assert_uint_eq(found, other_found);
		for (size_t i = 0; i < found; i++)
			ck_assert_double_eq_tol(
			    got[i].distance, want[i].distance, 1e-6);
	}
}
END_TEST

START_TEST(test_missing)
{
	struct distance_table table = table_of(values);

	ck_assert_uint_eq(distance_missing(&table, 0), INDICATORS);
	ck_assert_uint_eq(distance_missing(&table, 4), 2);
	ck_assert_uint_eq(distance_missing(&table, 6), 0);
}
END_TEST

static const struct {
	size_t area, indicators;
	enum fault fault;
	const char *text;
} refusals[] = {
	{ 4, 3, FAULT_MISSING, "the area has no value of indicator 3 of 3" },
	{ 6, 3, FAULT_MISSING, "the area has no value of indicator 1 of 3" },
	{ 0, 0, FAULT_INPUT, "there is no indicator to compare areas by" },
};

START_TEST(test_refusals)
{
	struct distance_table table = { values[0], AREAS, refusals[_i].indicators };
	double spreads[INDICATORS] = { 1, 1, 1 };
	struct neighbour got[AREAS];
	size_t found = 99;
	struct err err;

	ck_assert(!distance_nearest(
	    &table, spreads, refusals[_i].area, AREAS, got, &found, &err));
	ck_assert_int_eq(err.fault, refusals[_i].fault);
	ck_assert_str_eq(err.text, refusals[_i].text);
	ck_assert_uint_eq(found, 99);
}
END_TEST

/* An indicator that no area has has no spread, and leaves no area to compare. */
START_TEST(test_nobody_has_it)
{
	static const double nothing[] = { NONE, (double)INFINITY };
	struct distance_table table = { nothing, 2, 1 };
	double spread_of_nothing = 99;

	distance_spreads(&table, &spread_of_nothing);
	ck_assert_double_eq(spread_of_nothing, 0);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("distance");

	tcase_add_test(tcase, test_spreads);
	ADD_ROWS(tcase, test_nearest, nearest);
	tcase_add_test(tcase, test_distance);
	tcase_add_test(tcase, test_units_do_not_matter);
	tcase_add_test(tcase, test_missing);
	ADD_ROWS(tcase, test_refusals, refusals);
	tcase_add_test(tcase, test_nobody_has_it);
	return unit_run("distance", tcase);
}
