#include "geo/simplify.h"

#include "../unit.h"

enum { MOST = 300 };

/* A dent of height 2 in a line, and one of height 10. */
static const struct {
	const char *name;
	struct geo_point line[6];
	uint32_t count, always;
	uint32_t weights[6];
} cases[] = {
	{ "two ends", { { 0, 0 }, { 9, 9 } }, 2, 0, { WEIGHT_ALWAYS, WEIGHT_ALWAYS } },
	{ "a point on the line", { { 0, 0 }, { 5, 0 }, { 10, 0 } }, 3, 0,
	    { WEIGHT_ALWAYS, 0, WEIGHT_ALWAYS } },
	{ "a triangle", { { 0, 0 }, { 5, 4 }, { 10, 0 } }, 3, 0,
	    { WEIGHT_ALWAYS, 20, WEIGHT_ALWAYS } },
	{ "the smaller first",
	    { { 0, 0 }, { 10, 2 }, { 20, 0 }, { 30, 10 }, { 40, 0 } }, 5, 0,
	    { WEIGHT_ALWAYS, 20, 100, 200, WEIGHT_ALWAYS } },
	{ "one has to stay", { { 0, 0 }, { 10, 2 }, { 20, 0 }, { 30, 10 }, { 40, 0 } },
	    5, 1, { WEIGHT_ALWAYS, 20, 100, WEIGHT_ALWAYS, WEIGHT_ALWAYS } },
};

START_TEST(test_weights)
{
	AUTO_ARENA arena = { 0 };
	uint32_t weights[6];

	simplify_weigh(
	    &arena, cases[_i].line, cases[_i].count, cases[_i].always, weights);
	for (uint32_t i = 0; i < cases[_i].count; i++)
		ck_assert_msg(weights[i] == cases[_i].weights[i], "%s, point %u: %u",
		    cases[_i].name, i, weights[i]);
}
END_TEST

static double
triangle(struct geo_point a, struct geo_point b, struct geo_point c)
{
	double twice = ((double)b.x - a.x) * ((double)c.y - a.y) -
		       ((double)c.x - a.x) * ((double)b.y - a.y);

	return twice < 0 ? -twice / 2 : twice / 2;
}

/* The slow way: look for the smallest triangle of all, take it out, and so on. */
static void
weigh_slowly(const struct geo_point *line, uint32_t count, uint32_t *weights)
{
	uint32_t left[MOST], n = count;
	double before = 0;

	for (uint32_t i = 0; i < count; i++)
		left[i] = i;
	weights[0] = weights[count - 1] = WEIGHT_ALWAYS;
	while (n > 2) {
		uint32_t at = 1;
		double least = 1e300;
		for (uint32_t i = 1; i + 1 < n; i++) {
			double area = triangle(
			    line[left[i - 1]], line[left[i]], line[left[i + 1]]);
			if (area < least) {
				least = area;
				at = i;
			}
		}
		before = least > before ? least : before;
		weights[left[at]] = (uint32_t)before;
		for (uint32_t i = at; i + 1 < n; i++)
			left[i] = left[i + 1];
		n--;
	}
}

/* Where no two triangles are alike the order is the same; coordinates are large enough
 * for that. */
START_TEST(test_against_the_slow_way)
{
	AUTO_ARENA arena = { 0 };
	unsigned long long state = (unsigned long long)_i + 1;
	struct geo_point line[MOST];
	uint32_t fast[MOST], slow[MOST];
	uint32_t count = 3 + (uint32_t)(unit_random(&state) % (MOST - 3));
	uint32_t differ = 0;

	for (uint32_t i = 0; i < count; i++)
		line[i] = (struct geo_point){ (int32_t)(unit_random(&state) % 60000),
			(int32_t)(unit_random(&state) % 60000) };
	simplify_weigh(&arena, line, count, 0, fast);
	weigh_slowly(line, count, slow);
	for (uint32_t i = 0; i < count; i++)
		differ += fast[i] != slow[i];
	ck_assert_msg(differ == 0, "%u of %u differ", differ, count);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("simplify");

	ADD_ROWS(tcase, test_weights, cases);
	tcase_add_loop_test(tcase, test_against_the_slow_way, 0, 20);
	return unit_run("simplify", tcase);
}
