/* stats/order.h - the value at one place of an order, without sorting the rest. */
#ifndef STATS_ORDER_H
#define STATS_ORDER_H

#include <stddef.h>

/* The value that would stand at `place` (from 0, less than count) if the values were
 * sorted ascending. Moves values about, so that those in front of the place are not
 * above it and those behind not below. There must be no NaN. Takes time in proportion
 * to count unless the order of the values was laid out against it. */
double order_place(double *values, size_t count, size_t place);

#endif
