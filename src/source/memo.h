/* source/memo.h - the number that the last cell of a column led to.
 *
 * Most cells of a table repeat the bytes of the one above them: for those no table
 * needs to be asked. */
#ifndef SOURCE_MEMO_H
#define SOURCE_MEMO_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "source/csv.h"

struct memo {
	struct csv_cell cell;
	uint32_t number;
};

/* A memo that no cell repeats. */
#define MEMO_NONE                                                                      \
	((struct memo){ .cell = { .at = "", .len = UINT32_MAX }, .number = UINT32_MAX })

/* Whether so many bytes are the same. Cells are short, and those that differ do so at
 * their end, as codes do: so there is no call, and the end is compared first. */
static inline bool
memo_same_bytes(const char *a, const char *b, size_t len)
{
	uint64_t x, y;

	if (len < sizeof x) {
		while (len > 0 && a[len - 1] == b[len - 1])
			len--;
		return len == 0;
	}
	memcpy(&x, a + len - sizeof x, sizeof x);
	memcpy(&y, b + len - sizeof y, sizeof y);
	if (x != y)
		return false;
	for (size_t i = 0; i + sizeof x < len; i += sizeof x) {
		memcpy(&x, a + i, sizeof x);
		memcpy(&y, b + i, sizeof y);
		if (x != y)
			return false;
	}
	return true;
}

/* Whether a cell repeats the bytes of the one the memo is of. */
static inline bool
memo_repeats(const struct memo *memo, const struct csv_cell *cell)
{
	return memo->cell.len == cell->len && memo->cell.doubled == cell->doubled &&
	       memo_same_bytes(memo->cell.at, cell->at, cell->len);
}

#endif
