/* source/areas.h - areas and the areas they are part of, from lists and lookups.
 *
 * Two forms are read: a list of areas (a column of children's codes or one of the
 * parent's), and a lookup from small areas to larger ones (source/lookup.h). */
#ifndef SOURCE_AREAS_H
#define SOURCE_AREAS_H

#include "base/arena.h"
#include "source/changes.h"
#include "source/report.h"
#include "source/source_file.h"

/* An area, and one area it is part of. An area that is part of several has a row for
 * each; one that is part of none has a row with an empty parent. In a lookup an area
 * may be its own parent, where a unitary authority is both a lower and an upper tier.
 */
struct area_row {
	struct str code, name, type;
	struct str parent_code, parent_name, parent_type;
	uint64_t line;
};

struct area_list {
	struct area_row *rows; /* in the order of the file, each pair once */
	size_t count;
	struct change_list changes; /* what dates of the areas say, where it has any */
};

/* Reads a file of KIND_AREAS. The list and its texts are in the arena or in the file's
 * bytes. Faults go to the report; rows that have one are left out. */
void areas_read(struct arena *arena, const struct source_file *file,
    struct area_list *out, struct report *report);

#endif
