#include "stats/quantile.h"

#include <math.h>

#include "../unit.h"

#define NONE ((double)NAN)

enum { MOST = 2000 };

static const struct {
	const char *name;
	enum quantile_order order;
	int quantiles;
	size_t count;
	double values[12];
	int groups[12];
} cases[] = {
	{ "two of each", QUANTILE_LOWEST_FIRST, 5, 10,
	    { 7, 1, 9, 3, 5, 2, 8, 4, 10, 6 }, { 4, 1, 5, 2, 3, 1, 4, 2, 5, 3 } },
	{ "the highest first", QUANTILE_HIGHEST_FIRST, 5, 10,
	    { 7, 1, 9, 3, 5, 2, 8, 4, 10, 6 }, { 2, 5, 1, 4, 3, 5, 2, 4, 1, 3 } },
	{ "one of each", QUANTILE_HIGHEST_FIRST, 4, 4, { 30, 10, 40, 20 },
	    { 2, 4, 1, 3 } },
	/* Of 7 by rank r: ceil((8 - r) / 1.75) = 4 4 3 3 2 2 1, from 5. */
	{ "uneven", QUANTILE_LOWEST_FIRST, 4, 7, { 1, 2, 3, 4, 5, 6, 7 },
	    { 1, 1, 2, 2, 3, 3, 4 } },
	{ "missing values", QUANTILE_LOWEST_FIRST, 2, 6, { 4, NONE, 1, 3, NONE, 2 },
	    { 2, 0, 1, 2, 0, 1 } },
	{ "ties over a border", QUANTILE_LOWEST_FIRST, 2, 6, { 1, 2, 3, 3, 3, 4 },
	    { 1, 1, 1, 1, 1, 2 } },
	{ "the same from above", QUANTILE_HIGHEST_FIRST, 2, 6, { 1, 2, 3, 3, 3, 4 },
	    { 2, 2, 1, 1, 1, 1 } },
	{ "all equal", QUANTILE_HIGHEST_FIRST, 3, 5, { 8, 8, 8, 8, 8 },
	    { 1, 1, 1, 1, 1 } },
	{ "negative values", QUANTILE_LOWEST_FIRST, 2, 4, { 0, -3, 2, -1 },
	    { 2, 1, 2, 1 } },
};

START_TEST(test_groups)
{
	double sorted[12];
	int groups[12];
	struct err err;

	ck_assert(quantile_assign(cases[_i].values, cases[_i].count,
	    cases[_i].quantiles, cases[_i].order, sorted, groups, &err));
	for (size_t i = 0; i < cases[_i].count; i++)
		ck_assert_msg(groups[i] == cases[_i].groups[i], "%s: value %zu in %d",
		    cases[_i].name, i + 1, groups[i]);
}
END_TEST

/* Without ties groups ascend with the rank, all are there, and their sizes differ by
 * one at most, but for a border that rounding moves by one. */
START_TEST(test_groups_are_even)
{
	double values[MOST], sorted[MOST];
	int groups[MOST];
	struct err err;

	for (int k = 2; k <= 20; k += 3) {
		for (size_t m = (size_t)k; m < MOST; m = m * 5 / 4 + 1) {
			size_t sizes[21] = { 0 };
			for (size_t i = 0; i < m; i++)
				values[i] = (double)(i * i);
			ck_assert(quantile_assign(
			    values, m, k, QUANTILE_LOWEST_FIRST, sorted, groups, &err));
			ck_assert(groups[0] == 1 && groups[m - 1] == k);
			for (size_t i = 0; i < m; i++) {
				ck_assert(!i || groups[i] >= groups[i - 1]);
				sizes[groups[i]]++;
			}
			for (int q = 1; q <= k; q++) {
				double even = (double)m / k;
				ck_assert_msg(fabs((double)sizes[q] - even) < 2,
				    "%d of %d: %zu "
				    "of %zu",
				    q, k, sizes[q], m);
			}
		}
	}
}
END_TEST

START_TEST(test_too_few)
{
	static const double values[] = { 3, NONE, 1, 2, NONE };
	double sorted[5];
	int groups[5];
	struct err err = { 0 };

	ck_assert(!quantile_assign(
	    values, 5, 4, QUANTILE_HIGHEST_FIRST, sorted, groups, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, "4 quantiles need as many values, not 3");
	for (size_t i = 0; i < 5; i++)
		ck_assert_int_eq(groups[i], 0);
	ck_assert(quantile_assign(
	    values, 5, 3, QUANTILE_HIGHEST_FIRST, sorted, groups, &err));
	ck_assert(!quantile_assign(
	    values, 5, 1, QUANTILE_HIGHEST_FIRST, sorted, groups, &err));
	ck_assert_str_eq(err.text, "quantiles must be 2 or more, not 1");
	ck_assert(!quantile_assign(
	    NULL, 0, 10, QUANTILE_HIGHEST_FIRST, sorted, groups, &err));
	ck_assert_str_eq(err.text, "10 quantiles need as many values, not 0");
}
END_TEST

/* Area 0: (10 * 1000 + 40 * 2000) / 3000 = 30; area 2 has one small area that counts;
 * area 3 none. */
START_TEST(test_scores)
{
	static const struct small_area small[] = { { 0, 10, 1000 }, { 2, 55.5, 700 },
		{ 0, 40, 2000 }, { 1, 20, 1500 }, { 2, 99, 0 } };
	double scores[4], people[4];
	struct err err;

	ck_assert(quantile_scores(small, ROWS(small), 4, scores, people, &err));
	ck_assert(scores[0] == 30 && scores[1] == 20 && scores[2] == 55.5);
	ck_assert(people[0] == 3000 && people[1] == 1500 && people[2] == 700);
	ck_assert(isnan(scores[3]) && people[3] == 0);
}
END_TEST

/* Scores of the larger areas make the deciles, 1 the most deprived; an area without
 * people has none. */
START_TEST(test_deprivation_deciles)
{
	struct small_area small[2 * 20];
	double scores[21], people[21], sorted[21];
	int deciles[21];
	struct err err;

	for (size_t i = 0; i < ROWS(small); i++)
		small[i] = (struct small_area){ i / 2, (double)(i % 2 ? i : 2 * i),
			(double)(100 + i) };
	ck_assert(quantile_scores(small, ROWS(small), 21, scores, people, &err));
	ck_assert(quantile_assign(
	    scores, 21, 10, QUANTILE_HIGHEST_FIRST, sorted, deciles, &err));
	for (size_t i = 0; i < 20; i++)
		ck_assert_int_eq(deciles[i], 10 - (int)(i / 2));
	ck_assert_int_eq(deciles[20], 0);
}
END_TEST

static const struct {
	const char *name;
	struct small_area area;
	const char *text;
} refusals[] = {
	{ "no score", { 0, NONE, 5 }, "small area 2: score must be a number, not nan" },
	{ "no people", { 0, 3, NONE },
	    "small area 2: people must be 0 or more, not nan" },
	{ "fewer than nobody", { 0, 3, -1 },
	    "small area 2: people must be 0 or more, not -1" },
};

START_TEST(test_score_refusals)
{
	const struct small_area small[] = { { 0, 1, 1 }, refusals[_i].area };
	double score, people;
	struct err err = { 0 };

	ck_assert_msg(!quantile_scores(small, 2, 1, &score, &people, &err), "%s",
	    refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("quantile");

	ADD_ROWS(tcase, test_groups, cases);
	tcase_add_test(tcase, test_groups_are_even);
	tcase_add_test(tcase, test_too_few);
	tcase_add_test(tcase, test_scores);
	tcase_add_test(tcase, test_deprivation_deciles);
	ADD_ROWS(tcase, test_score_refusals, refusals);
	return unit_run("quantile", tcase);
}
