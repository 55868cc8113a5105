#include "stats/poisson.h"

#include <math.h>
#include <stdbool.h>

#include "../unit.h"

static bool
near(double got, double want, double tolerance)
{
	return fabs(got - want) <= tolerance * fabs(want);
}

/* Garwood (1936), as tabled in every handbook. */
static const struct {
	const char *name;
	double events, tail, lower, upper;
} tabled[] = {
	{ "none", 0, 0.025, 0, 3.689 },
	{ "one", 1, 0.025, 0.0253, 5.572 },
	{ "five", 5, 0.025, 1.623, 11.668 },
	{ "ten", 10, 0.025, 4.795, 18.390 },
	{ "fifty", 50, 0.025, 37.11, 65.92 },
	{ "hundred at 99.8 %", 100, 0.001, 71.921, 134.924 },
};

START_TEST(test_tabled)
{
	double events = tabled[_i].events, tail = tabled[_i].tail;
	double lower = poisson_lower(events, tail), upper = poisson_upper(events, tail);

	ck_assert_msg(
	    fabs(lower - tabled[_i].lower) < 6e-3, "%s: %.17g", tabled[_i].name, lower);
	ck_assert_msg(
	    fabs(upper - tabled[_i].upper) < 6e-3, "%s: %.17g", tabled[_i].name, upper);
}
END_TEST

/* P(at most `events`) of a Poisson variable, term by term. */
static double
share_up_to(int events, double mean)
{
	double term = exp(-mean), sum = 0;

	for (int k = 0; k <= events; k++) {
		sum += term;
		term *= mean / (k + 1);
	}
	return sum;
}

START_TEST(test_limits_leave_the_tail_they_promise)
{
	static const double tails[] = { 0.025, 0.001, 0.05, 0.2 };

	for (size_t i = 0; i < ROWS(tails); i++) {
		double tail = tails[i];
		for (int x = 0; x < 60; x++) {
			double lower = poisson_lower(x, tail);
			double upper = poisson_upper(x, tail);
			ck_assert_msg(near(share_up_to(x, upper), tail, 1e-11),
			    "%d at %g", x, tail);
			if (x > 0)
				ck_assert_msg(
				    near(1 - share_up_to(x - 1, lower), tail, 1e-11),
				    "%d at %g", x, tail);
		}
	}
}
END_TEST

/* The published way is near to the exact one and, as its precision is one of v in
 * (0, 1), farthest from it at few events. */
START_TEST(test_published_way_is_near)
{
	static const double tails[] = { 0.025, 0.001 };

	for (size_t i = 0; i < ROWS(tails); i++) {
		for (int x = 1; x < 3000; x = x * 13 / 10 + 1) {
			double tail = tails[i], tolerance = x < 3 ? 5e-5 : 1e-5;
			ck_assert_msg(near(poisson_lower_published(x, tail),
					  poisson_lower(x, tail), tolerance),
			    "lower of %d at %g", x, tail);
			ck_assert_msg(near(poisson_upper_published(x, tail),
					  poisson_upper(x, tail), tolerance),
			    "upper of %d at %g", x, tail);
		}
	}
	ck_assert(poisson_lower_published(0, 0.025) == 0);
	ck_assert(near(poisson_upper_published(0, 0.025), -log(0.025), 1e-6));
	ck_assert(poisson_lower_published(1, 0.025) != poisson_lower(1, 0.025));
}
END_TEST

/* Exact limits move with every part of an event; the published ones jump, the lower
 * to the next whole count and the upper not before it. */
START_TEST(test_parts_of_events)
{
	double tail = 0.025;

	ck_assert(poisson_lower(12.4, tail) > poisson_lower(12, tail));
	ck_assert(poisson_lower(12.4, tail) < poisson_lower(13, tail));
	ck_assert(poisson_upper(12.4, tail) > poisson_upper(12, tail));
	ck_assert(
	    near(poisson_lower_published(12.4, tail), poisson_lower(13, tail), 1e-5));
	ck_assert(
	    near(poisson_upper_published(12.4, tail), poisson_upper(12, tail), 1e-5));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("poisson");

	ADD_ROWS(tcase, test_tabled, tabled);
	tcase_add_test(tcase, test_limits_leave_the_tail_they_promise);
	tcase_add_test(tcase, test_published_way_is_near);
	tcase_add_test(tcase, test_parts_of_events);
	return unit_run("poisson", tcase);
}
