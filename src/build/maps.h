/* build/maps.h - files of boundaries to the maps of a release.
 *
 * The property of a file that holds the codes is the one that names most areas of the
 * profile, whatever it is called. Outlines of other areas are left out. */
#ifndef BUILD_MAPS_H
#define BUILD_MAPS_H

#include "base/arena.h"
#include "release/draft.h"
#include "source/report.h"
#include "source/source_file.h"

/* Adds a map for each file that has areas of the draft, whose areas must be there. What
 * a file has not, or has in vain, is one note. */
void maps_make(struct arena *arena, const struct source_file *files, size_t count,
    struct draft *draft, struct report *report);

#endif
