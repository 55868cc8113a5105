#include "stats/interval.h"
#include "stats/poisson.h"

#include <math.h>

#define MATHLIB_STANDALONE
#include <Rmath.h>

#include "../unit.h"

static bool
near(double got, double want, double tolerance)
{
	return fabs(got - want) <= tolerance * fmax(fabs(want), 1e-300);
}

static const struct {
	const char *name;
	double confidence, z;
} levels[] = {
	{ "95 %", 0.95, 1.9599639845400536 },
	{ "99.8 %", 0.998, 3.0902323061678132 },
	{ "90 %", 0.9, 1.6448536269514722 },
	{ "99 %", 0.99, 2.5758293035489004 },
	{ "half", 0.5, 0.6744897501960817 },
};

START_TEST(test_z)
{
	double c = levels[_i].confidence, z = interval_z(c);

	ck_assert_msg(near(z, levels[_i].z, 1e-14), "%s: %.17g", levels[_i].name, z);
	ck_assert_msg(z == qnorm(c + (1 - c) / 2, 0, 1, 1, 0), "%s", levels[_i].name);
}
END_TEST

/* Published and textbook figures: Newcombe (1998), table I, for the Wilson limits of 81
 * of 263, 15 of 148, 0 of 20 and 1 of 29; the others from the reference implementation.
 */
static const struct {
	const char *name;
	double x, n, multiplier, confidence, lower, value, upper, tolerance;
} proportions[] = {
	{ "Newcombe 81/263", 81, 263, 1, 0.95, 0.2553, 0.30798, 0.3662, 2e-4 },
	{ "Newcombe 15/148", 15, 148, 1, 0.95, 0.0624, 0.10135, 0.1605, 1e-3 },
	{ "Newcombe 0/20", 0, 20, 1, 0.95, 0, 0, 0.1611, 4e-4 },
	{ "Newcombe 1/29", 1, 29, 1, 0.95, 0.0061, 0.03448, 0.1718, 5e-3 },
	{ "one of 100", 1, 100, 1, 0.95, 0.0017674320641406511, 0.01,
	    0.054486196178705294, 1e-14 },
	{ "one of 100 at 99.8", 1, 100, 1, 0.998, 0.00087306569729999489, 0.01,
	    0.10455445283705651, 1e-14 },
	{ "20 of 100 per cent", 20, 100, 100, 0.95, 13.33669333310325, 20,
	    28.882916559315885, 1e-14 },
	{ "65 of 100 at 90", 65, 100, 1, 0.9, 0.5685335442834738, 0.65,
	    0.72356363948157409, 1e-14 },
	{ "1045 of 5000 at 99", 1045, 5000, 1, 0.99, 0.19457912406952022, 0.209,
	    0.22419215442422738, 1e-14 },
	{ "part of an event", 0.445, 1, 1, 0.95, 0.043817447720588223, 0.445,
	    0.93346212769791559, 1e-14 },
};

START_TEST(test_proportion)
{
	struct interval got;
	struct err err;

	ck_assert(interval_proportion(proportions[_i].x, proportions[_i].n,
	    proportions[_i].multiplier, proportions[_i].confidence, &got, &err));
	double tolerance = proportions[_i].tolerance;
	ck_assert_msg(near(got.lower, proportions[_i].lower, tolerance), "%s: %.17g",
	    proportions[_i].name, got.lower);
	ck_assert_msg(near(got.value, proportions[_i].value, tolerance), "%s: %.17g",
	    proportions[_i].name, got.value);
	ck_assert_msg(near(got.upper, proportions[_i].upper, tolerance), "%s: %.17g",
	    proportions[_i].name, got.upper);
}
END_TEST

/* The formula alone gives 1 less or more by a rounding at 10 of 10 and at a billion. */
START_TEST(test_proportions_of_none_and_all)
{
	static const double sizes[] = { 1, 3, 7, 10, 97, 1e4, 56e6, 1e9, 1e12 };
	static const double confidences[] = { 0.9, 0.95, 0.99, 0.998 };
	struct interval none, all;
	struct err err;

	for (size_t i = 0; i < ROWS(sizes); i++) {
		for (size_t j = 0; j < ROWS(confidences); j++) {
			double n = sizes[i], c = confidences[j];
			ck_assert(interval_proportion(0, n, 100, c, &none, &err));
			ck_assert(interval_proportion(n, n, 100, c, &all, &err));
			ck_assert(none.lower == 0 && none.value == 0);
			ck_assert(none.upper > 0 && none.upper < 100);
			ck_assert(all.upper == 100 && all.value == 100);
			ck_assert(all.lower < 100 && all.lower > 0);
		}
	}
}
END_TEST

/* Both limits solve |p - P| = z sqrt(P (1 - P) / n), which is what Wilson's score says.
 */
START_TEST(test_wilson_limits_solve_the_score_equation)
{
	unsigned long long state = 5;

	for (int i = 0; i < 10000; i++) {
		double n = (double)(1 + unit_random(&state) % 100000);
		double x = (double)(unit_random(&state) % (unsigned long long)(n + 1));
		double z = interval_z(0.95), p = x / n;
		struct interval got;
		struct err err;
		ck_assert(interval_proportion(x, n, 1, 0.95, &got, &err));
		double l = got.lower, u = got.upper;
		ck_assert(l <= got.value && got.value <= u && l >= 0 && u <= 1);
		ck_assert_msg(
		    fabs(p - l - z * sqrt(l * (1 - l) / n)) < 1e-7, "%g/%g", x, n);
		ck_assert_msg(
		    fabs(u - p - z * sqrt(u * (1 - u) / n)) < 1e-7, "%g/%g", x, n);
	}
}
END_TEST

/* Limits of the events themselves. Exact ones are those of Garwood (1936), as tabled in
 * every handbook; the many digits come from the reference implementation. */
static const struct {
	const char *name;
	double x, n, multiplier, confidence, lower, upper, tolerance;
} rates[] = {
	{ "no events", 0, 1, 1, 0.95, 0, 3.688879454113936, 1e-14 },
	{ "one, tabled", 1, 1, 1, 0.95, 0.0253, 5.572, 1e-3 },
	{ "five, tabled", 5, 1, 1, 0.95, 1.623, 11.668, 1e-3 },
	{ "nine, tabled", 9, 1, 1, 0.95, 4.115, 17.085, 1e-3 },
	{ "one per 100", 1, 100, 100, 0.95, 0.025317807984289897, 5.5716433909388989,
	    1e-13 },
	{ "one at 99.8", 1, 100, 100, 0.998, 0.0010005003335835344, 9.2334134764515845,
	    1e-13 },
	{ "five at 90", 5, 100, 100, 0.9, 1.9701495680595302, 10.513034908741531,
	    1e-13 },
	{ "ten: Byar's", 10, 100000, 100000, 0.95, 4.7874499139675644,
	    18.391458605756473, 1e-14 },
	{ "ten at 99.8", 10, 1, 1, 0.998, 2.916318374695686, 24.193724927880549,
	    1e-14 },
	{ "twenty", 20, 100, 100, 0.95, 12.211428834875935, 30.889880369197058, 1e-14 },
	{ "65 at 99", 65, 1, 1, 0.99, 46.100514569766474, 88.808787557047864, 1e-14 },
	{ "1045", 1045, 1, 1, 0.95, 982.59320180733255, 1110.33121298565, 1e-14 },
};

START_TEST(test_rate)
{
	struct interval got;
	struct err err;

	ck_assert(interval_rate(rates[_i].x, rates[_i].n, rates[_i].multiplier,
	    rates[_i].confidence, &got, &err));
	ck_assert_msg(got.value == rates[_i].x / rates[_i].n * rates[_i].multiplier,
	    "%s", rates[_i].name);
	ck_assert_msg(near(got.lower, rates[_i].lower, rates[_i].tolerance),
	    "%s: %.17g", rates[_i].name, got.lower);
	ck_assert_msg(near(got.upper, rates[_i].upper, rates[_i].tolerance),
	    "%s: %.17g", rates[_i].name, got.upper);
}
END_TEST

/* The method changes at ten events exactly, also when events come in parts. */
START_TEST(test_rate_changes_method_at_ten)
{
	struct interval below, just_below, ten, byar;
	struct err err;

	ck_assert(interval_rate(9.5, 1, 1, 0.95, &below, &err));
	ck_assert(near(below.lower, qchisq((1 - 0.95) / 2, 19, 1, 0) / 2, 1e-15));
	ck_assert(near(below.upper, qchisq(0.975, 21, 1, 0) / 2, 1e-15));
	ck_assert(interval_rate(nextafter(10, 0), 1, 1, 0.95, &just_below, &err));
	ck_assert(
	    near(just_below.lower, 4.795388696, 1e-9)); /* the exact limit of ten */
	ck_assert(interval_rate(10, 1, 1, 0.95, &ten, &err));
	ck_assert(interval_byar(10, 0.95, &byar, &err));
	ck_assert(
	    ten.lower == byar.lower && ten.upper == byar.upper && byar.value == 10);
}
END_TEST

START_TEST(test_rate_may_have_more_events_than_people)
{
	struct interval got;
	struct err err;

	ck_assert(interval_rate(30, 10, 1, 0.95, &got, &err));
	ck_assert(got.value == 3 && got.lower < 3 && got.upper > 3);
}
END_TEST

START_TEST(test_byar)
{
	struct interval got;
	struct err err;

	ck_assert(interval_byar(1, 0.95, &got, &err));
	ck_assert(near(got.lower, 0.013072132901504351, 1e-13));
	ck_assert(near(got.upper, 5.5637555824752605, 1e-14));
	ck_assert(interval_byar(1, 0.998, &got, &err)); /* falls below zero */
	ck_assert(isnan(got.lower) && near(got.upper, 9.362180217908362, 1e-14));
	ck_assert(interval_byar(0, 0.95, &got, &err));
	ck_assert(got.lower == 0 && got.value == 0 && got.upper > 3);
	for (int x = 10; x < 50; x++) {
		ck_assert(interval_byar(x, 1 - 1e-15, &got, &err));
		ck_assert_msg(got.lower >= 0 && got.lower < x, "%d: %g", x, got.lower);
	}
}
END_TEST

/* Limits are made on the scale 1 and then multiplied, once. */
START_TEST(test_multiplier_scales_exactly)
{
	static const double multipliers[] = { 100, 1000, 100000, 0.5 };
	unsigned long long state = 6;

	for (int i = 0; i < 4000; i++) {
		double n = (double)(1 + unit_random(&state) % 10000),
		       m = multipliers[i % 4];
		double x = (double)(unit_random(&state) % (unsigned long long)(n + 1));
		struct interval one, many;
		struct err err;
		ck_assert(interval_proportion(x, n, 1, 0.95, &one, &err));
		ck_assert(interval_proportion(x, n, m, 0.95, &many, &err));
		ck_assert(many.lower == one.lower * m && many.upper == one.upper * m);
		ck_assert(many.value == one.value * m);
		ck_assert(interval_rate(x, n, 1, 0.998, &one, &err));
		ck_assert(interval_rate(x, n, m, 0.998, &many, &err));
		ck_assert(many.lower == one.lower * m && many.upper == one.upper * m);
		ck_assert(many.value == one.value * m);
	}
}
END_TEST

static const struct {
	const char *name;
	double x, n, multiplier, confidence;
	bool proportion, rate; /* which of them takes it */
	const char *text;
} refusals[] = {
	{ "negative events", -1, 10, 1, 0.95, false, false,
	    "events must be 0 or more, not -1" },
	{ "no number of events", (double)NAN, 10, 1, 0.95, false, false,
	    "events must be 0 or more, not nan" },
	{ "endless events", (double)INFINITY, 10, 1, 0.95, false, false,
	    "events must be 0 or more, not inf" },
	{ "nobody", 0, 0, 1, 0.95, false, false,
	    "denominator must be more than 0, not 0" },
	{ "fewer than nobody", 1, -5, 1, 0.95, false, false,
	    "denominator must be more than 0, not -5" },
	{ "no denominator", 1, (double)NAN, 1, 0.95, false, false,
	    "denominator must be more than 0, not nan" },
	{ "endless denominator", 1, (double)INFINITY, 1, 0.95, false, false,
	    "denominator must be more than 0, not inf" },
	{ "more than all", 11, 10, 1, 0.95, false, true,
	    "events must not exceed the denominator 10, not 11" },
	{ "no multiplier", 1, 10, 0, 0.95, false, false,
	    "multiplier must be more than 0, not 0" },
	{ "multiplier not a number", 1, 10, (double)NAN, 0.95, false, false,
	    "multiplier must be more than 0, not nan" },
	{ "confidence in per cent", 1, 10, 1, 95, false, false,
	    "confidence must lie between 0 and 1, not 95" },
	{ "no confidence", 1, 10, 1, 0, false, false,
	    "confidence must lie between 0 and 1, not 0" },
	{ "certainty", 1, 10, 1, 1, false, false,
	    "confidence must lie between 0 and 1, not 1" },
	{ "confidence not a number", 1, 10, 1, (double)NAN, false, false,
	    "confidence must lie between 0 and 1, not nan" },
};

START_TEST(test_refusals)
{
	double x = refusals[_i].x, n = refusals[_i].n;
	double multiplier = refusals[_i].multiplier,
	       confidence = refusals[_i].confidence;
	struct interval out;
	struct err err = { 0 };

	ck_assert_msg(interval_rate(x, n, multiplier, confidence, &out, &err) ==
			  refusals[_i].rate,
	    "%s as a rate", refusals[_i].name);
	ck_assert_msg(interval_proportion(x, n, multiplier, confidence, &out, &err) ==
			  refusals[_i].proportion,
	    "%s as a proportion", refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
}
END_TEST

/* Limits of few events at the usual levels are those that the search finds; those of
 * parts of events are searched for. */
START_TEST(test_few_events)
{
	static const double usual[] = { 0.95, 0.998 };
	struct interval got;
	struct err err = { 0 };

	for (size_t i = 0; i < ROWS(usual); i++)
		for (int half = 0; half < 2; half++) {
			double x = _i + half / 2.0, tail = (1 - usual[i]) / 2;
			ck_assert(interval_rate(x, 1, 1, usual[i], &got, &err));
			ck_assert_double_eq(got.value, x);
			ck_assert(near(got.lower, poisson_lower(x, tail), 1e-14));
			ck_assert(near(got.upper, poisson_upper(x, tail), 1e-14));
		}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("interval");

	ADD_ROWS(tcase, test_z, levels);
	ADD_ROWS(tcase, test_proportion, proportions);
	tcase_add_test(tcase, test_proportions_of_none_and_all);
	tcase_add_test(tcase, test_wilson_limits_solve_the_score_equation);
	ADD_ROWS(tcase, test_rate, rates);
	tcase_add_loop_test(tcase, test_few_events, 0, INTERVAL_EXACT_BELOW);
	tcase_add_test(tcase, test_rate_changes_method_at_ten);
	tcase_add_test(tcase, test_rate_may_have_more_events_than_people);
	tcase_add_test(tcase, test_byar);
	tcase_add_test(tcase, test_multiplier_scales_exactly);
	ADD_ROWS(tcase, test_refusals, refusals);
	return unit_run("interval", tcase);
}
