#include "build/rounding.h"

#include <math.h>

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

void
rounding_add(struct rounding *r, double value)
{
	if (isnan(value) || value == 0)
		return;
	r->rows++;
	add_different(r, value);
	for (unsigned i = 0; i < ROUNDINGS; i++)
		r->of[i] += fmod(value, steps[i]) == 0;
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
