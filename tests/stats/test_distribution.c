#include "stats/distribution.h"

#include <math.h>
#include <stdbool.h>

#include "../unit.h"

static bool
near(double got, double want)
{
	return fabs(got - want) <= 1e-13 * fabs(want);
}

/* Figures of the handbooks' tables, with more digits than they print. The chi-squared
 * quantiles with two degrees of freedom are -2 ln(1 - p); Student's with one is the
 * tangent of pi (p - 1/2). */
static const struct {
	const char *name;
	double p, z, t10, chi1;
} quantiles[] = {
	{ "0.975", 0.975, 1.959963984540054, 2.2281388519862744, 5.0238861873148881 },
	{ "0.95", 0.95, 1.6448536269514722, 1.812461122811676, 3.8414588206941236 },
	{ "0.995", 0.995, 2.5758293035489004, 3.1692726726169518, 7.8794385766224176 },
	{ "0.999", 0.999, 3.0902323061678132, 4.143700494046589, 10.827566170662733 },
};

START_TEST(test_quantiles)
{
	double p = quantiles[_i].p;
	const char *name = quantiles[_i].name;

	ck_assert_msg(near(normal_quantile(p), quantiles[_i].z), "%s", name);
	ck_assert_msg(near(student_quantile(p, 10), quantiles[_i].t10), "%s: %.17g",
	    name, student_quantile(p, 10));
	ck_assert_msg(near(chi_squared_quantile(p, 1), quantiles[_i].chi1), "%s: %.17g",
	    name, chi_squared_quantile(p, 1));
	ck_assert_msg(near(chi_squared_quantile(p, 2), -2 * log1p(-p)), "%s", name);
	ck_assert_msg(near(chi_squared_quantile_above(p, 2), -2 * log(p)), "%s", name);
	ck_assert_msg(
	    near(student_quantile(p, 1), tan(acos(-1.0) * (p - 0.5))), "%s", name);
}
END_TEST

/* A tail that 1 - p could no longer tell from nothing. */
START_TEST(test_far_tail)
{
	ck_assert(near(chi_squared_quantile_above(1e-20, 2), -2 * log(1e-20)));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("distribution");

	ADD_ROWS(tcase, test_quantiles, quantiles);
	tcase_add_test(tcase, test_far_tail);
	return unit_run("distribution", tcase);
}
