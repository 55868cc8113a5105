/* source/changes.h - how areas came into being, changed and ended.
 *
 * Read from a table of changes (an area's code, the code of what it was made of, the
 * day; the Office for National Statistics' code history has one) and from the dates of
 * a list of areas. */
#ifndef SOURCE_CHANGES_H
#define SOURCE_CHANGES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "source/header.h"
#include "source/report.h"
#include "source/source_file.h"

/* From the beginning of that month on there is the area of that code. What was before
 * is one of the areas it was made of, or is the area itself where its boundary changed
 * and its code did not. A code is empty where an area came from nothing that is named,
 * or ended without becoming part of another. */
struct area_change {
	struct str code, name;
	struct str before_code, before_name;
	int32_t month; /* since January of year 0, as of a period */
};

struct change_list {
	struct area_change *at; /* in the order of the file */
	size_t count;
};

/* A table with an area's code, a predecessor's and a date. */
bool changes_is_table(const struct header *header);

/* Reads a file of KIND_CHANGES. The list is in the arena, as are its texts. Faults go
 * to the report; rows that have one are left out. */
void changes_read(struct arena *arena, const struct source_file *file,
    struct change_list *out, struct report *report);

/* The columns of the dates an area exists from and until (that day included), or
 * SIZE_MAX. */
size_t changes_column_from(const struct header *header);
size_t changes_column_until(const struct header *header);

/* The first month of which a date says that something is so; with `until`, the first of
 * which it is no more. Dates are written 2019-04-01, 2019-04, 01/04/2019, with or
 * without a time of day behind. False when it is none. */
bool changes_month(struct str date, bool until, int32_t *month);

#endif
