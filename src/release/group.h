/* release/group.h - areas taken together: what they add up to.
 *
 * A group is a list of areas of one type and has a number as an area has, so that
 * whatever is asked of an area can be asked of it. It has no cells: its figures are
 * worked out from those of its members whenever they are looked at, and depend on
 * nothing else, so that any number of threads may do so. A group lives in whatever
 * arena it was made in. */
#ifndef RELEASE_GROUP_H
#define RELEASE_GROUP_H

#include "base/arena.h"
#include "release/reader.h"
#include "stats/interval.h"
#include "stats/standardise.h"

enum { GROUP_MOST = 512 }; /* areas in one group */

struct group {
	struct str code; /* for addresses: "E06000016+E06000017", or a slug */
	struct str name;
	const uint32_t *members; /* added up: at least one; ascending, none twice */
	uint32_t count;
	/* What is shown below it, by area: its members and, of an area's neighbours,
	 * that area. */
	const struct release_relation *listed;
	uint32_t listed_count;
	const bool *types; /* by number: all that is listed is of that type */
};

/* Fills all of a group but code and name. centre: the area whose neighbours they are,
 * or RELEASE_NONE. The group keeps the members, and will be the next of the release. */
void group_make(struct arena *arena, const struct release *release,
    const uint32_t *members, uint32_t count, uint32_t centre, struct group *group);

/* The place of a group in a series, behind the areas; RELEASE_NONE where the series is
 * of another type of area. */
uint32_t group_place(const struct figures *figures, uint32_t area);

/* Counts and denominators are added up, value and limits follow from the sums by the
 * indicator's own method and multiplier; plain counts are added up. There is no figure,
 * and a reason, where the indicator's values are of another kind, where a member has no
 * count, and where group_refusal says so. *out holds a figure without a row. */
void group_figure(
    const struct figures *figures, uint32_t place, uint32_t period, struct figure *out);
double group_value(const struct figures *figures, uint32_t place, uint32_t period);

/* The directly standardised rate of a group from the sums of each age band, where the
 * release has them; MISSING_NOT, or why there is none. area: the group's number. */
enum missing group_standardise(const struct figures *figures, uint32_t area,
    uint32_t period, struct direct_rate *out);

/* The members that stand for the ground of the group at a place of the periods,
 * ascending: an area and those that took its place are not counted together. They are
 * in the group or in the room given (release/group_standing.c). */
const uint32_t *group_standing(const struct figures *figures, const struct group *group,
    uint32_t period, uint32_t room[GROUP_MOST], uint32_t *count);

/* Whether the members' counts at a place of the periods may be shown as a sum:
 * MISSING_NOT, or the reason why not, which must say nothing about what is hidden. This
 * is the one place where that is decided. */
enum missing group_refusal(
    const struct figures *figures, const struct group *group, uint32_t period);

/* A value with limits from count and denominator by the indicator's own method. False
 * where that needs more than the two. */
bool group_interval(const struct release_indicator *indicator, double count,
    double denominator, double confidence, struct interval *out);

#endif
