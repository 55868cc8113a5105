#include "simulate/random.h"

#include <math.h>

#include "../unit.h"

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

START_TEST(test_distributions)
{
	struct random random = random_new(1, 1);
	double sum = 0, squares = 0, units = 0;
	enum { DRAWS = 100000 };

	for (int i = 0; i < DRAWS; i++) {
		double x = random_normal(&random), u = random_unit(&random);
		ck_assert_msg(fabs(x) < 3.47, "normal %g", x);
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

int
main(void)
{
	TCase *tcase = tcase_create("random");

	tcase_add_test(tcase, test_published_sequences);
	ADD_ROWS(tcase, test_streams, streams);
	tcase_add_test(tcase, test_distributions);
	return unit_run("simulate random", tcase);
}
