#include "build/rounding.h"

#include <math.h>
#include <stdbool.h>

/* Each a multiple of the one before. */
static const unsigned steps[ROUNDINGS] = { 5, 10, 100, 1000 };

/* One number in five is a multiple of five by chance, ten in a row hardly are; but one
 * and the same number ten times says no more than once. */
enum { MANY_ROWS = 10 };

static void
add_different(struct rounding *r, double value)
{
	for (unsigned i = 0; i < r->different_count; i++)
		if (r->different[i] == value)
			return;
	if (r->different_count < ROUNDING_DIFFERENT)
		r->different[r->different_count++] = value;
}

/* A number so near to a multiple that the quotient is rounded to a whole one is that
 * multiple. */
static bool
is_multiple(double value, unsigned step)
{
	double quotient = value / step;

	return quotient == rint(quotient);
}

void
rounding_add(struct rounding *r, double value)
{
	if (isnan(value) || value == 0)
		return;
	r->rows++;
	add_different(r, value);
	for (unsigned i = 0; i < ROUNDINGS && is_multiple(value, steps[i]); i++)
		r->of[i]++;
}

unsigned
rounding_of(const struct rounding *r, uint32_t *multiples)
{
	unsigned step = 0;

	if (r->rows < MANY_ROWS || r->different_count < ROUNDING_DIFFERENT)
		return 0;
	for (unsigned i = 0; i < ROUNDINGS; i++) {
		if ((uint64_t)r->of[i] * 10 < (uint64_t)r->rows * 9)
			continue;
		step = steps[i];
		if (multiples)
			*multiples = r->of[i];
	}
	return step;
}
