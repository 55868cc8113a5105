/* release/block.h - the block of one series: its columns in place, and whether what is
 * in them may be believed; shared by writer and reader. */
#ifndef RELEASE_BLOCK_H
#define RELEASE_BLOCK_H

#include <stdbool.h>

#include "release/format.h"

struct figures;

/* Places the columns of the series in its block, of series->length bytes at a multiple
 * of 8. The lists of areas and periods are left alone. */
void block_columns(
    const struct release_series *series, const char *bytes, struct figures *figures);

/* How many there are in the release of what cells refer to. */
struct block_bounds {
	uint32_t notes, goals, sources;
};

/* Every cell keeps the promises of format.h. */
bool block_is_sound(const struct figures *figures, const struct block_bounds *bounds);

#endif
