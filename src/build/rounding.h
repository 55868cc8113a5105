/* build/rounding.h - whether the numbers of a column are published rounded. */
#ifndef BUILD_ROUNDING_H
#define BUILD_ROUNDING_H

#include <stdint.h>

enum { ROUNDINGS = 4, ROUNDING_DIFFERENT = 3 };

/* Begins as zeros. Numbers that are not 0: how many there are, how many are multiples
 * of each rounding, and the first few of those that differ. */
struct rounding {
	uint32_t rows, of[ROUNDINGS];
	double different[ROUNDING_DIFFERENT];
	unsigned different_count;
};

/* Adds a number of the column; NaN and 0 tell nothing. */
void rounding_add(struct rounding *rounding, double value);

/* What they are multiples of: 5, 10, 100 or 1,000, the largest that nine in ten of ten
 * and more numbers show; 0 for none. *multiples (which may be NULL): how many show it.
 */
unsigned rounding_of(const struct rounding *rounding, uint32_t *multiples);

#endif
