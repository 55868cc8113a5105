#include "build/changes.h"

#include <stdlib.h>

#include "build/geography.h"
#include "release/layout.h"

static int
order_changes(const void *a, const void *b)
{
	return layout_change_order(a, b);
}

static uint32_t
number_of(const struct collection *c, struct str code)
{
	return code.len ? geography_find_code(c, code) : RELEASE_NONE;
}

static size_t
count_changes(const struct places *places)
{
	size_t count = 0;

	for (size_t l = 0; l < places->change_count; l++)
		count += places->changes[l].count;
	return count;
}

/* Whether a change with both sides says the same and more: one at that time with the
 * area, or with what was before. */
static bool
is_told_by(const struct release_change *bare, const struct release_change *full)
{
	if (full->area == RELEASE_NONE || full->before == RELEASE_NONE ||
	    full->area == full->before || bare->month != full->month)
		return false;
	return bare->area == RELEASE_NONE ? bare->before == full->before
					  : bare->area == full->area;
}

static bool
is_idle(const struct release_change *changes, uint32_t count, uint32_t i)
{
	const struct release_change *change = &changes[i];

	if (i > 0 && layout_change_order(change - 1, change) == 0)
		return true;
	if (change->area != RELEASE_NONE && change->before != RELEASE_NONE)
		return false;
	for (uint32_t k = 0; k < count; k++)
		if (is_told_by(change, &changes[k]))
			return true;
	return false;
}

/* The changes of areas that the collection knows, in order. */
static struct release_change *
gather(
    const struct places *places, const struct collection *collection, uint32_t *count)
{
	struct release_change *all = memory_take(count_changes(places), sizeof *all);

	*count = 0;
	for (size_t l = 0; l < places->change_count; l++)
		for (size_t i = 0; i < places->changes[l].count; i++) {
			const struct area_change *from = &places->changes[l].at[i];
			struct release_change change = {
				.area = number_of(collection, from->code),
				.before = number_of(collection, from->before_code),
				.month = from->month,
			};
			if (change.area != RELEASE_NONE ||
			    change.before != RELEASE_NONE)
				all[(*count)++] = change;
		}
	qsort(all, *count, sizeof *all, order_changes);
	return all;
}

void
changes_make(const struct places *places, const struct collection *collection,
    struct arena *arena, struct draft *draft)
{
	uint32_t count;
	struct release_change *all = gather(places, collection, &count);

	draft->changes = ARENA_NEW(arena, struct release_change, count);
	for (uint32_t i = 0; i < count; i++)
		if (!is_idle(all, count, i))
			draft->changes[draft->change_count++] = all[i];
	free(all);
}
