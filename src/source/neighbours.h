/* source/neighbours.h - lists of areas that are alike, as somebody else found them.
 *
 * A table with the code of an area, that of its neighbour and, if it has them, a rank
 * (1 the most alike), a kind ("CIPFA") and a distance. */
#ifndef SOURCE_NEIGHBOURS_H
#define SOURCE_NEIGHBOURS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "source/header.h"
#include "source/report.h"
#include "source/source_file.h"

struct neighbour_row {
	struct str area, neighbour; /* codes */
	struct str kind;            /* empty where the table does not say */
	uint32_t
	    rank; /* from 1; of rows without one the place among those of the area */
	double distance; /* NaN for none */
	struct place place;
};

struct neighbour_list {
	struct neighbour_row *at; /* in the order of the file */
	size_t count;
};

/* A table with an area's code and a neighbour's. */
bool neighbours_is_table(const struct header *header);

/* Reads a file of KIND_NEIGHBOURS. The list is in the arena, as are its texts. Faults
 * go to the report; rows that have one are left out. */
void neighbours_read(struct arena *arena, const struct source_file *file,
    struct neighbour_list *out, struct report *report);

#endif
