/* write/group.h - what pages say of groups of areas. */
#ifndef WRITE_GROUP_H
#define WRITE_GROUP_H

#include "release/group.h"
#include "write/page.h"

/* A paragraph for each group that the page shows or compares with: what it is made
 * from, and that its figures are not published ones. */
void group_notes(struct page *page);

/* The way to make one, below the filters of pages about areas. */
void group_link(struct page *page);

/* The names of its areas, at most so many of them: "Derby, Leicester and 7 others". */
struct str group_members(struct arena *arena, const struct release *release,
    const struct group *group, size_t most);

#endif
