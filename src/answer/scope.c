#include "answer/scope.h"

#include <math.h>

#include "answer/choices.h"
#include "answer/order.h"
#include "release/group.h"

/* The first of an indicator's series whose type is not below `type`. */
static uint32_t
series_from(const struct release *release, uint32_t indicator, uint32_t type)
{
	const struct release_indicator *i = &release->indicators[indicator];
	uint32_t from = i->first_series, until = i->first_series + i->series;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (release->series[middle].area_type < type)
			from = middle + 1;
		else
			until = middle;
	}
	return from;
}

struct scope_series
scope_series(const struct release *release, uint32_t indicator, uint32_t type)
{
	uint32_t first = series_from(release, indicator, type);

	return (struct scope_series){
		.first = first,
		.count = series_from(release, indicator, type + 1) - first,
	};
}

struct scope_items
scope_items(const struct release *release, uint32_t domain)
{
	if (domain == RELEASE_NONE)
		return (struct scope_items){ .count = release->indicator_count };
	return (struct scope_items){
		.at = release->items + release->domains[domain].first,
		.count = release->domains[domain].count,
	};
}

uint32_t
scope_item(const struct scope_items *items, uint32_t i)
{
	return items->at ? items->at[i] : i;
}

bool
scope_has(
    const struct release *release, uint32_t domain, uint32_t indicator, uint32_t type)
{
	struct scope_items items = scope_items(release, domain);

	if (indicator != RELEASE_NONE)
		return scope_series(release, indicator, type).count > 0;
	for (uint32_t i = 0; i < items.count; i++)
		if (scope_series(release, scope_item(&items, i), type).count > 0)
			return true;
	return false;
}

bool
scope_type_is_root(const struct release *release, uint32_t type)
{
	uint32_t count;
	const uint32_t *areas = release_areas_of_type(release, type, &count);

	return count == 1 && areas[0] == release->profile->root;
}

bool
scope_is_parent(
    const struct release *release, uint32_t type, uint32_t parent, uint32_t area)
{
	uint32_t count;
	const struct release_relation *children =
	    release_children(release, type, parent, &count);

	for (uint32_t i = 0; i < count; i++)
		if (children[i].area == area)
			return true;
	/* A group lies where all of its areas do. */
	const struct group *group = release_group(release, area);
	for (uint32_t i = 0; group && count && i < group->count; i++)
		if (!scope_is_parent(release, type, parent, group->members[i]))
			return false;
	return group && count;
}

static uint32_t *
by_name(
    struct arena *arena, const struct release *release, uint32_t *areas, uint32_t count)
{
	struct order *order = ARENA_NEW(arena, struct order, count);

	for (uint32_t i = 0; i < count; i++)
		order[i] = (struct order){
			.key = (double)NAN,
			.name = release_area_name(release, areas[i]),
			.number = areas[i],
		};
	order_sort(order, count);
	for (uint32_t i = 0; i < count; i++)
		areas[i] = order[i].number;
	return areas;
}

uint32_t *
scope_areas(struct arena *arena, const struct release *release, uint32_t type,
    uint32_t below, uint32_t *count)
{
	const struct release_relation *children;
	const uint32_t *all;
	uint32_t *areas;

	*count = 0;
	if (type == RELEASE_NONE)
		return NULL;
	if (below == RELEASE_NONE) {
		all = release_areas_of_type(release, type, count);
		areas = ARENA_NEW(arena, uint32_t, *count);
		for (uint32_t i = 0; i < *count; i++)
			areas[i] = all[i];
	} else {
		children = release_children(release, type, below, count);
		areas = ARENA_NEW(arena, uint32_t, *count);
		for (uint32_t i = 0; i < *count; i++)
			areas[i] = children[i].area;
	}
	return by_name(arena, release, areas, *count);
}

uint32_t *
scope_parents(
    struct arena *arena, const struct release *release, uint32_t type, uint32_t *count)
{
	uint32_t *parents, parent, from = 0;

	*count = 0;
	if (type == RELEASE_NONE)
		return NULL;
	parents = ARENA_NEW(arena, uint32_t, release->area_count);
	while ((parent = release_next_parent(release, type, from)) != RELEASE_NONE) {
		if (parent != release->profile->root)
			parents[(*count)++] = parent;
		from = parent + 1;
	}
	return by_name(arena, release, parents, *count);
}

static void
add_line(struct arena *arena, struct scope_lines *lines, struct scope_line line)
{
	if (lines->count == lines->room) {
		struct scope_line *old = lines->at;
		lines->room = lines->room * 2 + 64;
		lines->at = ARENA_NEW(arena, struct scope_line, lines->room);
		if (old)
			memcpy(lines->at, old, lines->count * sizeof *old);
	}
	lines->at[lines->count++] = line;
}

static void
add_domain(struct arena *arena, const struct release *release, uint32_t domain,
    uint32_t type, struct scope_lines *lines)
{
	struct scope_items items = scope_items(release, domain);

	for (uint32_t i = 0; i < items.count; i++) {
		uint32_t count = 0;
		struct variant *variants = choices_variants(
		    arena, release, scope_item(&items, i), type, &count);
		if (!count)
			lines->elsewhere++;
		for (uint32_t v = 0; v < count; v++)
			add_line(arena, lines,
			    (struct scope_line){
				.domain = domain,
				.variant = variants[v],
			    });
	}
}

struct scope_lines
scope_lines(
    struct arena *arena, const struct release *release, uint32_t domain, uint32_t type)
{
	struct scope_lines lines = { .count = 0 };

	if (domain != RELEASE_NONE || !release->domain_count)
		add_domain(arena, release, domain, type, &lines);
	else
		for (uint32_t d = 0; d < release->domain_count; d++)
			add_domain(arena, release, d, type, &lines);
	return lines;
}
