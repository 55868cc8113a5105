#include "disclose/linear.h"

#include <math.h>

#include "../unit.h"

/* x + y <= 4, x + 3 y <= 6, both from 0. */
static struct linear *
corner(void)
{
	struct linear *linear = linear_new(2, 2);

	linear_put(linear, 0, 0, 1);
	linear_put(linear, 0, 1, 1);
	linear_put(linear, 1, 0, 1);
	linear_put(linear, 1, 1, 3);
	linear_load(linear);
	linear_row(linear, 0, -(double)INFINITY, 4);
	linear_row(linear, 1, -(double)INFINITY, 6);
	return linear;
}

START_TEST(test_best)
{
	struct linear *linear = corner();

	linear_goal(linear, 0, 1);
	linear_goal(linear, 1, 2);
	ck_assert_int_eq(linear_solve(linear, true), LINEAR_BEST);
	ck_assert_double_eq_tol(linear_value(linear, 0), 3, 1e-9);
	ck_assert_double_eq_tol(linear_value(linear, 1), 1, 1e-9);
	ck_assert_double_eq_tol(linear_reached(linear), 5, 1e-9);
	/* By hand: half of the goal from either row. */
	ck_assert_double_eq_tol(linear_price(linear, 0), 0.5, 1e-9);
	ck_assert_double_eq_tol(linear_price(linear, 1), 0.5, 1e-9);

	/* Again, with a limit and another goal. */
	linear_column(linear, 0, 0, 1);
	linear_goal(linear, 0, 0);
	ck_assert_int_eq(linear_solve(linear, true), LINEAR_BEST);
	ck_assert_double_eq_tol(linear_reached(linear), 4, 1e-9);
	linear_free(linear);
}
END_TEST

START_TEST(test_whole)
{
	struct linear *linear = corner();

	linear_row(linear, 1, -(double)INFINITY, 5);
	linear_goal(linear, 1, 1);
	ck_assert_int_eq(linear_solve(linear, true), LINEAR_BEST);
	ck_assert_double_eq_tol(linear_reached(linear), 5.0 / 3, 1e-9);
	uint32_t nodes = 100;
	ck_assert_int_eq(linear_solve_whole(linear, &nodes), LINEAR_BEST);
	ck_assert_uint_lt(nodes, 100);
	ck_assert_double_eq_tol(linear_reached(linear), 1, 1e-9);
	ck_assert_double_eq_tol(linear_value(linear, 1), 1, 1e-9);
	linear_free(linear);
}
END_TEST

START_TEST(test_endless)
{
	struct linear *linear = corner();

	linear_row(linear, 0, 1, (double)INFINITY);
	linear_row(linear, 1, 1, (double)INFINITY);
	linear_goal(linear, 0, 1);
	ck_assert_int_eq(linear_solve(linear, true), LINEAR_ENDLESS);
	ck_assert_int_eq(linear_solve(linear, false), LINEAR_BEST);
	linear_free(linear);
}
END_TEST

START_TEST(test_none)
{
	struct linear *linear = corner();

	linear_row(linear, 0, 9, 9);
	ck_assert_int_eq(linear_solve(linear, true), LINEAR_NONE);
	linear_free(linear);
	linear_free(NULL);
}
END_TEST

START_TEST(test_from_zero)
{
	struct linear *linear = corner();

	linear_from_zero(linear);
	linear_row(linear, 0, 3, (double)INFINITY);
	linear_row(linear, 1, 5, (double)INFINITY);
	linear_goal(linear, 0, 1);
	linear_goal(linear, 1, 2);
	ck_assert_int_eq(linear_solve(linear, false), LINEAR_BEST);
	/* x + y = 3 and x + 3 y = 5 at x = 2, y = 1. */
	ck_assert_double_eq_tol(linear_reached(linear), 4, 1e-9);
	linear_row(linear, 0, -(double)INFINITY, 1);
	linear_column(linear, 1, 0, 1);
	ck_assert_int_eq(linear_solve(linear, false), LINEAR_NONE);
	linear_free(linear);
}
END_TEST

/* Pairs of so many of which at most one each: fractions get half of all, whole numbers
 * one, and it takes a search to see it. */
static enum linear_answer
solve_pairs(uint32_t nodes, double *reached)
{
	enum { MANY = 13 };
	struct linear *linear = linear_new(MANY * (MANY - 1) / 2, MANY);
	uint32_t row = 0;

	for (uint32_t i = 0; i < MANY; i++) {
		linear_column(linear, i, 0, 1);
		linear_goal(linear, i, 1);
		for (uint32_t j = i + 1; j < MANY; j++, row++) {
			linear_put(linear, row, i, 1);
			linear_put(linear, row, j, 1);
			linear_row(linear, row, -(double)INFINITY, 1);
		}
	}
	linear_load(linear);
	ck_assert_int_eq(linear_solve(linear, true), LINEAR_BEST);
	ck_assert_double_eq_tol(linear_reached(linear), 6.5, 1e-9);
	enum linear_answer answer = linear_solve_whole(linear, &nodes);
	*reached = linear_reached(linear);
	linear_free(linear);
	return answer;
}

START_TEST(test_nodes)
{
	double reached;

	ck_assert_int_eq(solve_pairs(100000, &reached), LINEAR_BEST);
	ck_assert_double_eq_tol(reached, 1, 1e-9);
	ck_assert_int_eq(solve_pairs(3, &reached), LINEAR_LOST);
	linear_end_thread();
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("linear");

	tcase_add_test(tcase, test_best);
	tcase_add_test(tcase, test_whole);
	tcase_add_test(tcase, test_endless);
	tcase_add_test(tcase, test_none);
	tcase_add_test(tcase, test_from_zero);
	tcase_add_test(tcase, test_nodes);
	return unit_run("linear", tcase);
}
