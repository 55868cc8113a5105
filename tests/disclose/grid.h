/* tests/disclose/grid.h - tables of rows and columns with their totals, as systems. */
#ifndef TESTS_DISCLOSE_GRID_H
#define TESTS_DISCLOSE_GRID_H

#include "disclose/system.h"

/* The count in a row and column; row or column 0 is the total, so that (0, 0) is the
 * total of all. */
uint32_t grid_at(uint32_t columns, uint32_t row, uint32_t column);

/* Adds a table of so many rows and columns to a system without counts: totals too, and
 * all their sums. `values` has the inner counts row by row. */
void grid_add(struct disclose_system *system, uint32_t rows, uint32_t columns,
    const uint32_t *values);

/* A row of counts, the first of them the sum of all others. */
void grid_row(struct disclose_system *system, const uint32_t *values, uint32_t count);

/* The range of a count, for messages and comparisons: "2-30", "1-" without a
 * limit. */
const char *grid_range(struct disclose_range range, char text[32]);

#endif
