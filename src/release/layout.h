/* release/layout.h - where things lie in a release, in what order, and their checksums;
 * shared by writer and reader. */
#ifndef RELEASE_LAYOUT_H
#define RELEASE_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "release/format.h"

struct layout {
	uint64_t offset[COLUMN_COUNT]; /* from the start of the block; UINT64_MAX: not
					  there */
	uint64_t length;               /* of the block, a multiple of 8 */
};

/* False when the block would be larger than any file. */
bool layout_of(uint32_t columns, uint32_t areas, uint32_t periods, struct layout *out);

/* Bytes of one entry of a column, and of one record of a section. */
uint64_t layout_column_size(enum release_column column);
uint64_t layout_record_size(enum release_section section);
const char *layout_section_name(enum release_section section);

/* The next multiple of RELEASE_ALIGN, where a section may begin. */
uint64_t layout_aligned(uint64_t offset);

/* The order of series, and of relations by (type, parent, area) or, by_area, by (type,
 * area, parent): <0, 0, >0. */
int layout_series_order(const struct release_series *a, const struct release_series *b);
int layout_relation_order(
    const struct release_relation *a, const struct release_relation *b, bool by_area);

int layout_neighbour_order(
    const struct release_neighbour *a, const struct release_neighbour *b);
int layout_change_order(const struct release_change *a, const struct release_change *b);

/* The place of a number in an ascending list, or RELEASE_NONE. */
uint32_t layout_place(const uint32_t *list, uint32_t count, uint32_t number);

uint64_t layout_checksum(const void *bytes, uint64_t length);

/* The checksum of the FIGURES section: over the checksums of all blocks, in order. */
uint64_t layout_figures_checksum(const struct release_series *series, uint32_t count);

#endif
