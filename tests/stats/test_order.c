#include "stats/order.h"

#include <math.h>
#include <string.h>

#include "../unit.h"

enum { MOST = 5000 };

static int
order_numbers(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
fill_even(double *values, size_t count)
{
	unsigned long long state = 1;

	for (size_t i = 0; i < count; i++)
		values[i] = (double)(unit_random(&state) >> 11);
}

static void
fill_few_different(double *values, size_t count)
{
	unsigned long long state = 2;

	for (size_t i = 0; i < count; i++)
		values[i] = (double)(unit_random(&state) % 3);
}

static void
fill_same(double *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		values[i] = 7;
}

static void
fill_rising(double *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		values[i] = (double)i;
}

static void
fill_falling(double *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		values[i] = -(double)i;
}

static void
fill_endless(double *values, size_t count)
{
	fill_even(values, count);
	for (size_t i = 0; i < count; i += 3)
		values[i] = i % 2 ? (double)INFINITY : -(double)INFINITY;
}

static const struct {
	const char *name;
	void (*fill)(double *values, size_t count);
} layouts[] = {
	{ "even", fill_even },
	{ "few different", fill_few_different },
	{ "all the same", fill_same },
	{ "rising", fill_rising },
	{ "falling", fill_falling },
	{ "with infinities", fill_endless },
};

static void
check_place(const char *name, const double *values, size_t count, size_t place)
{
	double sorted[MOST], moved[MOST];

	memcpy(sorted, values, count * sizeof *values);
	memcpy(moved, values, count * sizeof *values);
	qsort(sorted, count, sizeof *sorted, order_numbers);
	ck_assert_msg(order_place(moved, count, place) == sorted[place],
	    "%s: %zu of %zu", name, place, count);
	ck_assert_msg(
	    moved[place] == sorted[place], "%s: %zu of %zu", name, place, count);
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(
		    i < place ? moved[i] <= moved[place] : moved[i] >= moved[place],
		    "%s: %zu of %zu, at %zu", name, place, count, i);
	qsort(moved, count, sizeof *moved, order_numbers);
	ck_assert_msg(
	    memcmp(moved, sorted, count * sizeof *moved) == 0, "%s: values lost", name);
}

static const size_t counts[] = { 1, 2, 3, 127, 128, 129, 1000, MOST };

START_TEST(test_place)
{
	double values[MOST];

	for (size_t i = 0; i < ROWS(counts); i++) {
		size_t count = counts[i];
		layouts[_i].fill(values, count);
		check_place(layouts[_i].name, values, count, 0);
		check_place(layouts[_i].name, values, count, count / 40);
		check_place(layouts[_i].name, values, count, count / 2);
		check_place(layouts[_i].name, values, count, count - 1 - count / 1000);
		check_place(layouts[_i].name, values, count, count - 1);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("order");

	ADD_ROWS(tcase, test_place, layouts);
	return unit_run("order", tcase);
}
