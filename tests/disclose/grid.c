#include "grid.h"

#include <stdio.h>

enum { LONGEST = 32 };

uint32_t
grid_at(uint32_t columns, uint32_t row, uint32_t column)
{
	return row * (columns + 1) + column;
}

/* From the inner counts whatever is asked for. */
static uint32_t
sum_of(uint32_t rows, uint32_t columns, const uint32_t *values, uint32_t row,
    uint32_t column)
{
	uint32_t sum = 0;

	for (uint32_t r = 1; r <= rows; r++)
		for (uint32_t c = 1; c <= columns; c++)
			if ((row == 0 || row == r) && (column == 0 || column == c))
				sum += values[(r - 1) * columns + (c - 1)];
	return sum;
}

void
grid_add(struct disclose_system *system, uint32_t rows, uint32_t columns,
    const uint32_t *values)
{
	uint32_t parts[LONGEST];

	for (uint32_t row = 0; row <= rows; row++)
		for (uint32_t column = 0; column <= columns; column++)
			disclose_add_cell(system, DISCLOSE_LOCAL,
			    sum_of(rows, columns, values, row, column));
	for (uint32_t row = 0; row <= rows; row++) {
		for (uint32_t column = 1; column <= columns; column++)
			parts[column - 1] = grid_at(columns, row, column);
		disclose_add_sum(system, grid_at(columns, row, 0), parts, columns);
	}
	for (uint32_t column = 0; column <= columns; column++) {
		for (uint32_t row = 1; row <= rows; row++)
			parts[row - 1] = grid_at(columns, row, column);
		disclose_add_sum(system, grid_at(columns, 0, column), parts, rows);
	}
}

void
grid_row(struct disclose_system *system, const uint32_t *values, uint32_t count)
{
	uint32_t parts[LONGEST];

	for (uint32_t i = 0; i < count; i++)
		parts[i] = disclose_add_cell(system, DISCLOSE_LOCAL, values[i]);
	disclose_add_sum(system, parts[0], parts + 1, count - 1);
}

const char *
grid_range(struct disclose_range range, char text[32])
{
	if (range.most == DISCLOSE_ANY)
		snprintf(text, 32, "%u-", range.least);
	else
		snprintf(text, 32, "%u-%u", range.least, range.most);
	return text;
}
