/* answer/grouping.h - groups of areas that an address names.
 *
 * "E06000017+E10000018" is two areas taken together; "E12000004+-E06000018" an area
 * without one of those below it; a part may be the slug of a group of the profile. In
 * place of the plus a space or a comma will do. docs/groups.md says the same to users.
 */
#ifndef ANSWER_GROUPING_H
#define ANSWER_GROUPING_H

#include "answer/view.h"

struct reading;

enum { GROUPING_PARTS = 64 }; /* in one address value */

/* Whether a text is written as a group, whatever it names: one part at least looks like
 * a code ("Herefordshire, County of" does not). */
bool grouping_is(struct str text);

/* The same group spelt the one way: parts in the order of their codes, those taken out
 * last, none twice, plus signs between them. What is no group stays as it is. */
struct str grouping_normal(struct arena *arena, struct str text);

/* Makes the groups that area, parent, benchmark and sort of *question name, lays them
 * over r->release and puts their codes in *question. Areas of a group are of one type
 * (the one asked for, if they are of it), do not overlap and are at most GROUP_MOST.
 * False with *lost and *err filled where one cannot be made. */
MUST_CHECK bool grouping_read(struct reading *r, struct question *question);

/* "Leicestershire and Rutland", "Derby, Leicester, Rutland and 4 others". */
struct str grouping_list(
    struct arena *arena, const struct str *names, size_t count, size_t most);

/* "Leicester’s statistical neighbours". */
struct str grouping_neighbours(
    struct arena *arena, const struct release *release, uint32_t area, uint32_t kind);

#endif
