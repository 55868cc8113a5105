#include "release/reader.h"

#include "release/group.h"
#include "release/layout.h"

uint32_t
release_area(const struct release *release, struct str code)
{
	uint32_t from = 0, until = release->area_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (str_order(
			release_text(release, release->areas[middle].code), code) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	if (from < release->area_count &&
	    str_equal(release_text(release, release->areas[from].code), code))
		return from;
	for (uint32_t i = 0; i < release->area_count + release->group_count; i++)
		if (str_equal_folded(release_area_code(release, i), code))
			return i;
	return RELEASE_NONE;
}

const struct group *
release_group(const struct release *release, uint32_t area)
{
	uint32_t number = area - release->area_count;

	return area >= release->area_count && number < release->group_count
		   ? &release->groups[number]
		   : NULL;
}

uint32_t
release_indicator(const struct release *release, struct str key)
{
	for (uint32_t i = 0; i < release->indicator_count; i++)
		if (str_equal_folded(
			release_text(release, release->indicators[i].key), key))
			return i;
	return RELEASE_NONE;
}

uint32_t
release_area_type(const struct release *release, struct str slug)
{
	for (uint32_t i = 0; i < release->type_count; i++)
		if (str_equal_folded(
			release_text(release, release->types[i].slug), slug))
			return i;
	return RELEASE_NONE;
}

uint32_t
release_domain(const struct release *release, struct str slug)
{
	for (uint32_t i = 0; i < release->domain_count; i++)
		if (str_equal_folded(
			release_text(release, release->domains[i].slug), slug))
			return i;
	return RELEASE_NONE;
}

uint32_t
release_find_series(const struct release *release, uint32_t indicator,
    uint32_t area_type, uint32_t sex, uint32_t age, uint32_t category)
{
	const struct release_indicator *i = &release->indicators[indicator];
	const struct release_series wanted = { .indicator = indicator,
		.area_type = area_type,
		.sex = sex,
		.age = age,
		.category = category };
	uint32_t from = i->first_series, until = i->first_series + i->series;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		int order = layout_series_order(&release->series[middle], &wanted);
		if (order == 0)
			return middle;
		if (order < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return RELEASE_NONE;
}

/* The first relation of a sorted array that is not before (type, number). */
static uint32_t
relation_from(const struct release *release, const struct release_relation *relations,
    bool by_area, uint32_t type, uint32_t number)
{
	uint32_t from = 0, until = release->relation_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		const struct release_relation wanted = { .type = type,
			.parent = by_area ? 0 : number,
			.area = by_area ? number : 0 };
		if (layout_relation_order(&relations[middle], &wanted, by_area) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return from;
}

const struct release_change *
release_changes(const struct release *release, uint32_t area, uint32_t *count)
{
	uint32_t from = 0, until = release->change_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (release->changes[middle].area < area)
			from = middle + 1;
		else
			until = middle;
	}
	*count = 0;
	while (from + *count < release->change_count &&
	       release->changes[from + *count].area == area)
		++*count;
	return release->changes + from;
}

const struct release_change *
release_end(const struct release *release, uint32_t area)
{
	const struct release_change *first = NULL;

	for (uint32_t i = 0; i < release->change_count; i++) {
		const struct release_change *change = &release->changes[i];
		if (change->before == area && change->area != area &&
		    (!first || change->month < first->month))
			first = change;
	}
	return first;
}

/* Of a group: the one that all of its areas have, else the root. */
static uint32_t
parent_of_all(const struct release *release, uint32_t type, const struct group *group)
{
	uint32_t parent = release_parent(release, type, group->members[0]);

	for (uint32_t i = 1; i < group->count; i++)
		if (release_parent(release, type, group->members[i]) != parent)
			return release->profile->root;
	return parent;
}

uint32_t
release_parent(const struct release *release, uint32_t type, uint32_t area)
{
	const struct group *group = release_group(release, area);
	uint32_t i;

	if (group)
		return parent_of_all(release, type, group);
	i = relation_from(release, release->parents, true, type, area);

	if (i == release->relation_count || release->parents[i].type != type ||
	    release->parents[i].area != area)
		return RELEASE_NONE;
	return release->parents[i].parent;
}

const uint32_t *
release_areas_of_type(const struct release *release, uint32_t type, uint32_t *count)
{
	*count = release->types[type].count;
	return release->lists + release->types[type].first;
}

const struct release_relation *
release_children(
    const struct release *release, uint32_t type, uint32_t parent, uint32_t *count)
{
	const struct group *group = release_group(release, parent);
	uint32_t from, until;

	if (group) {
		*count = group->types[type] ? group->listed_count : 0;
		return group->listed;
	}
	from = until = relation_from(release, release->children, false, type, parent);

	while (until < release->relation_count &&
	       release->children[until].type == type &&
	       release->children[until].parent == parent)
		until++;
	*count = until - from;
	return release->children + from;
}

uint32_t
release_next_parent(const struct release *release, uint32_t type, uint32_t from)
{
	uint32_t i = relation_from(release, release->children, false, type, from);

	return i < release->relation_count && release->children[i].type == type
		   ? release->children[i].parent
		   : RELEASE_NONE;
}

bool
release_type_has(const struct release *release, uint32_t type, uint32_t area)
{
	const struct group *group = release_group(release, area);

	if (group)
		return group->types[type];
	return layout_place(release->lists + release->types[type].first,
		   release->types[type].count, area) != RELEASE_NONE;
}

struct period
release_period(const struct release *release, uint32_t period)
{
	const struct release_period *p = &release->periods[period];

	return (struct period){ .first = p->first,
		.months = p->months,
		.style = p->style,
		.part = p->part };
}

uint32_t
release_kind(const struct release *release, struct str slug)
{
	for (uint32_t i = 0; i < release->kind_count; i++)
		if (str_equal_folded(
			release_text(release, release->kinds[i].slug), slug))
			return i;
	return RELEASE_NONE;
}

const struct release_neighbour *
release_neighbours(
    const struct release *release, uint32_t kind, uint32_t area, uint32_t *count)
{
	const struct release_neighbour wanted = { .kind = kind, .area = area };
	uint32_t from = 0, until = release->neighbour_count, first;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (layout_neighbour_order(&release->neighbours[middle], &wanted) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	first = from;
	while (from < release->neighbour_count &&
	       release->neighbours[from].kind == kind &&
	       release->neighbours[from].area == area)
		from++;
	*count = from - first;
	return release->neighbours + first;
}

bool
release_is_band(const struct release *release, uint32_t series)
{
	const struct release_series *s = &release->series[series];
	const struct release_indicator *i = &release->indicators[s->indicator];

	for (uint32_t b = 0; b < i->bands; b++)
		if (release->bands[i->first_band + b].age == s->age)
			return true;
	return false;
}
