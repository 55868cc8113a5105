#include "answer/sibling.h"

#include "answer/scope.h"

/* Areas that two types have in common. */
static uint32_t
shared_areas(const struct release *release, uint32_t a, uint32_t b)
{
	uint32_t n[2], count = 0;
	const uint32_t *x = release_areas_of_type(release, a, &n[0]);
	const uint32_t *y = release_areas_of_type(release, b, &n[1]);

	for (uint32_t i = 0, k = 0; i < n[0] && k < n[1];) {
		uint32_t area = x[i] < y[k] ? x[i] : y[k];
		count += x[i] == y[k];
		i += x[i] == area;
		k += y[k] == area;
	}
	return count;
}

/* How many areas they share, if they are mostly the same; else 0. */
static uint32_t
likeness(const struct release *release, uint32_t a, uint32_t b)
{
	uint32_t least = release->types[a].count, shared;

	if (a == b || release->types[a].level != release->types[b].level)
		return 0;
	if (release->types[b].count < least)
		least = release->types[b].count;
	shared = shared_areas(release, a, b);
	return shared * 2 >= least ? shared : 0;
}

uint32_t
sibling_of(const struct release *release, uint32_t type, uint32_t indicator)
{
	uint32_t best = RELEASE_NONE, most = 0;

	if (type == RELEASE_NONE || scope_has(release, RELEASE_NONE, indicator, type))
		return RELEASE_NONE;
	for (uint32_t t = 0; t < release->type_count; t++) {
		if (!scope_has(release, RELEASE_NONE, indicator, t))
			continue;
		uint32_t shared = likeness(release, type, t);
		if (shared > most) {
			most = shared;
			best = t;
		}
	}
	return best;
}

struct sibling *
sibling_list(struct arena *arena, const struct view *view, uint32_t *count)
{
	const struct release *release = view->release;
	struct sibling *list = ARENA_NEW(arena, struct sibling, release->type_count);
	uint32_t *indicators = ARENA_NEW(arena, uint32_t, release->type_count);
	struct scope_items items = scope_items(release, view->domain);

	*count = 0;
	for (uint32_t i = 0; i < items.count; i++) {
		uint32_t type = sibling_of(release, view->type, scope_item(&items, i));
		if (type != RELEASE_NONE)
			indicators[type]++;
	}
	for (uint32_t t = 0; t < release->type_count; t++)
		if (indicators[t])
			list[(*count)++] = (struct sibling){ t, indicators[t] };
	return list;
}
