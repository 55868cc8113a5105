/* release/group_standing.c - which members of a group stand for its ground in a period.
 *
 * A group may hold an area and those that took its place, as a region does whose county
 * was divided. They are never counted together: those that took its place count where
 * each of them has a row, and itself where it has one and they have not. */
#include "release/group.h"

static bool
is_member(const struct group *group, uint32_t area)
{
	uint32_t from = 0, until = group->count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (group->members[middle] < area)
			from = middle + 1;
		else
			until = middle;
	}
	return from < group->count && group->members[from] == area;
}

static bool
has_row(const struct figures *figures, uint32_t area, uint32_t period)
{
	uint32_t place = figures_area(figures, area);

	return place != RELEASE_NONE &&
	       figures->missing[(uint64_t)place * figures->series->periods + period] !=
		   MISSING_NO_ROW;
}

/* Whether all that took the place of an area are members and have a row. */
static bool
is_replaced(const struct figures *figures, const struct group *group, uint32_t area,
    uint32_t period)
{
	const struct release *release = figures->release;
	bool any = false;

	for (uint32_t i = 0; i < release->change_count; i++) {
		const struct release_change *change = &release->changes[i];
		if (change->before != area || change->area == area ||
		    change->area == RELEASE_NONE)
			continue;
		if (!is_member(group, change->area) ||
		    !has_row(figures, change->area, period))
			return false;
		any = true;
	}
	return any;
}

/* Whether one of those whose place an area took still stands. */
static bool
is_early(const struct figures *figures, const struct group *group, uint32_t area,
    uint32_t period)
{
	uint32_t count;
	const struct release_change *changes =
	    release_changes(figures->release, area, &count);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t before = changes[i].before;
		if (before != RELEASE_NONE && before != area &&
		    is_member(group, before) && has_row(figures, before, period) &&
		    !is_replaced(figures, group, before, period))
			return true;
	}
	return false;
}

const uint32_t *
group_standing(const struct figures *figures, const struct group *group,
    uint32_t period, uint32_t room[GROUP_MOST], uint32_t *count)
{
	*count = group->count;
	if (!figures->release->change_count)
		return group->members;
	*count = 0;
	for (uint32_t i = 0; i < group->count; i++)
		if (!is_replaced(figures, group, group->members[i], period) &&
		    !is_early(figures, group, group->members[i], period))
			room[(*count)++] = group->members[i];
	return room;
}
