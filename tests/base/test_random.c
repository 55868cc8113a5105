#include "base/random.h"

#include <math.h>

#include "../unit.h"
#include "base/ziggurat.h"

/* First numbers of the published generators: splitmix64 from 1234567, xoshiro256** from
 * the state 1, 2, 3, 4. */
static const uint64_t mixed[] = { 6457827717110365317u, 3203168211198807973u,
	9817491932198370423u, 4593380528125082431u, 16408922859458223821u };
static const uint64_t scrambled[] = { 11520u, 0u, 1509978240u, 1215971899390074240u,
	1216172134540287360u, 607988272756665600u };

START_TEST(test_published_sequences)
{
	struct random random = { { 1, 2, 3, 4 } };
	uint64_t state = 1234567;

	for (size_t i = 0; i < ROWS(mixed); i++)
		ck_assert_uint_eq(random_mix(&state), mixed[i]);
	for (size_t i = 0; i < ROWS(scrambled); i++)
		ck_assert_uint_eq(random_next(&random), scrambled[i]);
}
END_TEST

static const struct {
	const char *name;
	uint64_t seed, subject, other_seed, other_subject;
	int same;
} streams[] = {
	{ "same seed and subject", 1, 2, 1, 2, 1 },
	{ "other subject", 1, 2, 1, 3, 0 },
	{ "other seed", 1, 2, 2, 2, 0 },
	{ "seed and subject swapped", 1, 2, 2, 1, 0 },
	{ "nought is a seed too", 0, 0, 0, 0, 1 },
};

START_TEST(test_streams)
{
	struct random a = random_new(streams[_i].seed, streams[_i].subject);
	struct random b = random_new(streams[_i].other_seed, streams[_i].other_subject);

	ck_assert_msg((random_next(&a) == random_next(&b)) == streams[_i].same, "%s",
	    streams[_i].name);
}
END_TEST

START_TEST(test_bell_and_unit)
{
	struct random random = random_new(1, 1);
	double sum = 0, squares = 0, units = 0;
	enum { DRAWS = 100000 };

	for (int i = 0; i < DRAWS; i++) {
		double x = random_bell(&random), u = random_unit(&random);
		ck_assert_msg(fabs(x) < 3.47, "bell %g", x);
		ck_assert_msg(u >= 0 && u < 1, "unit %g", u);
		sum += x;
		squares += x * x;
		units += u;
	}
	ck_assert_msg(fabs(sum / DRAWS) < 0.02, "mean %g", sum / DRAWS);
	ck_assert_msg(fabs(squares / DRAWS - 1) < 0.02, "variance %g", squares / DRAWS);
	ck_assert_msg(
	    fabs(units / DRAWS - 0.5) < 0.01, "mean of units %g", units / DRAWS);
}
END_TEST

static double
normal_below(double x)
{
	return erfc(-x / sqrt(2)) / 2;
}

static double
curve(double x)
{
	return exp(-x * x / 2);
}

/* All layers have the area of the lowest, which is a rectangle and the tail. */
START_TEST(test_layers)
{
	const double *edges = ziggurat_edges, two_pi = 6.283185307179586;
	double tail = sqrt(two_pi) * normal_below(-edges[1]);
	double area = edges[1] * curve(edges[1]) + tail;

	ck_assert_double_eq_tol(edges[0] * curve(edges[1]) / area, 1, 1e-13);
	for (size_t i = 1; i < ZIGGURAT_LAYERS; i++) {
		double height = curve(edges[i + 1]) - curve(edges[i]);
		ck_assert_msg(fabs(edges[i] * height / area - 1) < 1e-12,
		    "layer %zu: %.17g", i, edges[i] * height / area);
	}
	ck_assert(edges[ZIGGURAT_LAYERS] == 0);
}
END_TEST

/* Draws counted by where they fall: a thousand bins from -4.5 to 4.5 and what is
 * beyond. In a normal distribution chi-squared is about the number of bins, give or
 * take three times sqrt(2 * bins). */
START_TEST(test_normal_fills_its_bins)
{
	enum { DRAWS = 20000000, BINS = 1000, BATCH = 1000 };
	unsigned counts[BINS + 2] = { 0 };
	double batch[BATCH];
	struct random random = random_new(7, 0);
	double chi_squared = 0, below = 0;

	for (int i = 0; i < DRAWS / BATCH; i++) {
		random_normals(&random, batch, BATCH);
		for (int j = 0; j < BATCH; j++) {
			double place = floor((batch[j] + 4.5) / 9 * BINS) + 1;
			counts[(int)fmin(fmax(place, 0), BINS + 1)]++;
		}
	}
	for (int i = 0; i < BINS + 2; i++) {
		double until = i <= BINS ? normal_below(i * 9.0 / BINS - 4.5) : 1;
		double expected = DRAWS * (until - below);
		chi_squared += pow(counts[i] - expected, 2) / expected;
		below = until;
	}
	ck_assert_msg(fabs(chi_squared - BINS) < 3 * sqrt(2 * BINS), "%g", chi_squared);
}
END_TEST

/* Powers of normal numbers have the means 0, 1, 0, 3, 0, 15; allowed is four times the
 * standard error of a mean of ten million. */
START_TEST(test_moments)
{
	static const double means[] = { 0, 1, 0, 3, 0, 15 };
	static const double deviations[] = { 1, 1.41, 3.87, 9.8, 30.7, 101 };
	enum { DRAWS = 10000000 };
	struct random random = random_new(2, 3);
	double sums[ROWS(means)] = { 0 };

	for (int i = 0; i < DRAWS; i++) {
		double x = random_normal(&random), power = 1;
		for (size_t k = 0; k < ROWS(means); k++)
			sums[k] += power *= x;
	}
	for (size_t k = 0; k < ROWS(means); k++) {
		double off = sums[k] / DRAWS - means[k];
		ck_assert_msg(fabs(off) < 4 * deviations[k] / sqrt(DRAWS),
		    "power %zu: off by %g", k + 1, off);
	}
}
END_TEST

/* Beyond the last layer numbers come from elsewhere: how many, and how far they go. */
START_TEST(test_tail)
{
	enum { DRAWS = 20000000 };
	struct random random = random_new(5, 0);
	double from = 3.6541528853610088, beyond = 0, far = 0;

	for (int i = 0; i < DRAWS; i++) {
		double x = fabs(random_normal(&random));
		beyond += x > from;
		far += x > 4.5;
	}
	double expected = 2 * DRAWS * normal_below(-from);
	ck_assert_msg(fabs(beyond - expected) < 3 * sqrt(expected), "%g", beyond);
	expected = 2 * DRAWS * normal_below(-4.5);
	ck_assert_msg(fabs(far - expected) < 3 * sqrt(expected), "%g", far);
}
END_TEST

START_TEST(test_a_batch_is_so_many_draws)
{
	struct random one = random_new(3, 4), many = one;
	double batch[1000];

	random_normals(&many, batch, ROWS(batch));
	for (size_t i = 0; i < ROWS(batch); i++)
		ck_assert(batch[i] == random_normal(&one));
	ck_assert_uint_eq(random_next(&one), random_next(&many));
}
END_TEST

/* Which numbers come is a promise: simulated limits are the same on every machine. The
 * sum of the first million is kept to the last bit. */
START_TEST(test_normals_are_the_same_everywhere)
{
	struct random random = random_new(1, 0);
	double sum = 0;

	for (int i = 0; i < 1000000; i++)
		sum += random_normal(&random);
	ck_assert_msg(sum == 110.6948449063518, "%.17g", sum);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("random");

	tcase_add_test(tcase, test_published_sequences);
	ADD_ROWS(tcase, test_streams, streams);
	tcase_add_test(tcase, test_bell_and_unit);
	tcase_add_test(tcase, test_layers);
	tcase_add_test(tcase, test_normal_fills_its_bins);
	tcase_add_test(tcase, test_moments);
	tcase_add_test(tcase, test_tail);
	tcase_add_test(tcase, test_a_batch_is_so_many_draws);
	tcase_add_test(tcase, test_normals_are_the_same_everywhere);
	return unit_run("random", tcase);
}
