#include "answer/lineage.h"

#include "release/group.h"

enum { MOST_STEPS = 16 /* back in time, lest areas are made of one another in turn */ };

static int32_t
end_of(struct period period)
{
	return period.first + period.months;
}

int32_t
lineage_change(const struct release *release, uint32_t area, struct period earlier,
    struct period later)
{
	uint32_t count;
	const struct release_change *changes = release_changes(release, area, &count);
	const struct group *group = release_group(release, area);
	int32_t month = 0;

	/* A group is changed by what changes one of its areas. */
	for (uint32_t i = 0; group && i < group->count; i++) {
		int32_t one =
		    lineage_change(release, group->members[i], earlier, later);
		month = one > month ? one : month;
	}
	for (uint32_t i = 0; i < count; i++)
		if (changes[i].before == area && end_of(earlier) <= changes[i].month &&
		    end_of(later) > changes[i].month)
			month = changes[i].month;
	return month;
}

/* Whether an area became part of one other and of no more. */
static bool
has_one_heir(const struct release *release, uint32_t area)
{
	uint32_t heirs = 0;

	for (uint32_t i = 0; i < release->change_count; i++)
		heirs += release->changes[i].before == area &&
			 release->changes[i].area != area;
	return heirs == 1;
}

/* Whether an area was there before a month, with another boundary. */
static bool
was_there(
    const struct release_change *changes, uint32_t count, uint32_t area, int32_t month)
{
	for (uint32_t i = 0; i < count; i++)
		if (changes[i].before == area && changes[i].month <= month)
			return true;
	return false;
}

/* The change by which an area took the place of one other; NULL without one. */
static const struct release_change *
sole_origin(const struct release *release, uint32_t area)
{
	const struct release_change *found = NULL;
	uint32_t count;
	const struct release_change *changes = release_changes(release, area, &count);

	for (uint32_t i = 0; i < count; i++) {
		if (changes[i].before == area || changes[i].before == RELEASE_NONE)
			continue;
		if (found)
			return NULL;
		found = &changes[i];
	}
	if (!found || was_there(changes, count, area, found->month) ||
	    !has_one_heir(release, found->before))
		return NULL;
	return found;
}

uint32_t
lineage_at(const struct release *release, uint32_t area, struct period period)
{
	for (unsigned i = 0; i < MOST_STEPS && release->change_count; i++) {
		const struct release_change *origin = sole_origin(release, area);
		if (!origin || end_of(period) > origin->month)
			break;
		area = origin->before;
	}
	return area;
}

int32_t
lineage_since(const struct release *release, uint32_t area, uint32_t before)
{
	for (unsigned i = 0; i < MOST_STEPS && area != before; i++) {
		const struct release_change *origin = sole_origin(release, area);
		if (!origin)
			break;
		if (origin->before == before)
			return origin->month;
		area = origin->before;
	}
	return 0;
}

bool
lineage_exists(const struct release *release, uint32_t area, struct period period)
{
	uint32_t count;
	const struct release_change *changes, *end;

	if (!release->change_count)
		return true;
	changes = release_changes(release, area, &count);
	end = release_end(release, area);
	if (end && end->month <= period.first)
		return false;
	return !count || was_there(changes, count, area, changes->month) ||
	       changes->month < end_of(period);
}
