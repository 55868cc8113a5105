#include "build/kin.h"

#include <stdlib.h>

#include "model/area.h"

static int
order_links(const void *a, const void *b)
{
	const struct kin_link *x = a, *y = b;

	if (x->child != y->child)
		return x->child < y->child ? -1 : 1;
	return (x->parent > y->parent) - (x->parent < y->parent);
}

static int
order_members(const void *a, const void *b)
{
	const struct kin_member *x = a, *y = b;

	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	if (x->type != y->type)
		return x->type < y->type ? -1 : 1;
	return (x->child > y->child) - (x->child < y->child);
}

/* Sorts and drops repetitions; returns how many remain. */
static size_t
sort_unique(void *at, size_t count, size_t size, int order(const void *, const void *))
{
	char *bytes = at;
	size_t kept = 0;

	if (count)
		qsort(at, count, size, order);
	for (size_t i = 0; i < count; i++) {
		if (kept && order(bytes + (kept - 1) * size, bytes + i * size) == 0)
			continue;
		memmove(bytes + kept * size, bytes + i * size, size);
		kept++;
	}
	return kept;
}

/* Sums go to regions, counties and the country; other kinds of area in a list of all
 * the country's hierarchies are not what a table is about. */
static bool
is_summed_to(struct str type)
{
	enum area_level level = area_level_of(type);

	return level == LEVEL_COUNTRY || level == LEVEL_REGION ||
	       level == LEVEL_UPPER_TIER;
}

static void
link_areas(struct kin *kin, const struct collection *c, const struct places *places)
{
	size_t most = c->relation_count;

	for (size_t l = 0; l < places->count; l++)
		most += places->lists[l].count;
	kin->links = memory_take(most, sizeof *kin->links);
	for (uint32_t i = 0; i < c->relation_count; i++)
		kin->links[kin->link_count++] = (struct kin_link){
			.child = c->relations[i].area,
			.parent = c->relations[i].parent,
		};
	for (size_t l = 0; l < places->count; l++)
		for (size_t i = 0; i < places->lists[l].count; i++) {
			const struct area_row *row = &places->lists[l].rows[i];
			uint32_t child = table_add(&kin->codes, row->code);
			if (!row->parent_code.len || !is_summed_to(row->parent_type) ||
			    str_equal(row->parent_code, row->code))
				continue;
			kin->links[kin->link_count++] = (struct kin_link){
				.child = child,
				.parent = table_add(&kin->codes, row->parent_code),
			};
		}
	kin->link_count =
	    sort_unique(kin->links, kin->link_count, sizeof *kin->links, order_links);
}

static void
list_members(struct kin *kin, const struct places *places)
{
	size_t room = 0, n = 0;

	for (size_t l = 0; l < places->count; l++)
		for (size_t i = 0; i < places->lists[l].count; i++) {
			const struct area_row *row = &places->lists[l].rows[i];
			uint32_t child = table_find(&kin->codes, row->code);
			uint32_t type = table_add(&kin->types, row->type);
			uint32_t above[KIN_ANCESTORS];
			uint32_t count = kin_ancestors(kin, child, above);
			if (n + count > room) {
				room = (n + count) * 2;
				kin->members = memory_grow(
				    kin->members, room, sizeof *kin->members);
			}
			for (uint32_t a = 0; a < count; a++)
				kin->members[n++] = (struct kin_member){
					.parent = above[a],
					.type = type,
					.child = child,
				};
		}
	kin->member_count =
	    sort_unique(kin->members, n, sizeof *kin->members, order_members);
}

/* The life of the area of that code; NULL for codes that nothing lies in or under. */
static struct kin_life *
life_of(const struct kin *kin, struct str code)
{
	uint32_t area = code.len ? table_find(&kin->codes, code) : TABLE_NONE;

	return area == TABLE_NONE ? NULL : &kin->lives[area];
}

static void
bound_life(const struct kin *kin, const struct area_change *change)
{
	struct kin_life *area = life_of(kin, change->code);
	struct kin_life *before = life_of(kin, change->before_code);

	if (area && (area->from == INT32_MIN || change->month < area->from))
		area->from = change->month;
	if (before && before != area && change->month < before->until)
		before->until = change->month;
}

/* What began with a change of its own boundary was there before. */
static void
free_life(const struct kin *kin, const struct area_change *change)
{
	struct kin_life *area = life_of(kin, change->code);

	if (area && area == life_of(kin, change->before_code) &&
	    change->month == area->from)
		area->from = INT32_MIN;
}

static void
bound_lives(struct kin *kin, const struct places *places)
{
	kin->lives = memory_take(kin->codes.count, sizeof *kin->lives);
	for (uint32_t i = 0; i < kin->codes.count; i++)
		kin->lives[i] = (struct kin_life){ INT32_MIN, INT32_MAX };
	for (size_t l = 0; l < places->change_count; l++)
		for (size_t i = 0; i < places->changes[l].count; i++)
			bound_life(kin, &places->changes[l].at[i]);
	for (size_t l = 0; l < places->change_count; l++)
		for (size_t i = 0; i < places->changes[l].count; i++)
			free_life(kin, &places->changes[l].at[i]);
}

void
kin_make(
    struct kin *kin, const struct collection *collection, const struct places *places)
{
	*kin = (struct kin){ .link_count = 0 };
	for (uint32_t i = 0; i < collection->area_count; i++)
		table_add(&kin->codes, collection->areas[i].code);
	link_areas(kin, collection, places);
	list_members(kin, places);
	bound_lives(kin, places);
}

void
kin_done(struct kin *kin)
{
	table_done(&kin->codes);
	table_done(&kin->types);
	free(kin->links);
	free(kin->members);
	free(kin->lives);
	*kin = (struct kin){ .link_count = 0 };
}

/* The first link of a child, or where it would be. */
static size_t
first_link(const struct kin *kin, uint32_t child)
{
	size_t from = 0, until = kin->link_count;

	while (from < until) {
		size_t middle = from + (until - from) / 2;
		if (kin->links[middle].child < child)
			from = middle + 1;
		else
			until = middle;
	}
	return from;
}

static bool
is_among(uint32_t area, const uint32_t *areas, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (areas[i] == area)
			return true;
	return false;
}

uint32_t
kin_ancestors(const struct kin *kin, uint32_t area, uint32_t ancestors[KIN_ANCESTORS])
{
	uint32_t count = 0, done = 0, at = area;

	for (;;) {
		for (size_t i = first_link(kin, at);
		     i < kin->link_count && kin->links[i].child == at; i++) {
			uint32_t parent = kin->links[i].parent;
			if (parent != area && count < KIN_ANCESTORS &&
			    !is_among(parent, ancestors, count))
				ancestors[count++] = parent;
		}
		if (done == count)
			return count;
		at = ancestors[done++];
	}
}

const struct kin_member *
kin_members(const struct kin *kin, uint32_t parent, size_t *count)
{
	size_t from = 0, until = kin->member_count, first;

	while (from < until) {
		size_t middle = from + (until - from) / 2;
		if (kin->members[middle].parent < parent)
			from = middle + 1;
		else
			until = middle;
	}
	first = from;
	while (from < kin->member_count && kin->members[from].parent == parent)
		from++;
	*count = from - first;
	return *count ? kin->members + first : NULL;
}

bool
kin_is_there(const struct kin *kin, uint32_t area, struct period period)
{
	const struct kin_life *life = &kin->lives[area];

	return life->from < period.first + period.months && period.first < life->until;
}

enum { REGIONS = 9, LONDON = 7, INNER_LONDON = REGIONS, OUTER_LONDON };

/* The region that a code is of, as a bit, or 0. London is published in halves too. */
static unsigned
region_bit(struct str code)
{
	for (unsigned i = 1; i <= REGIONS; i++) {
		char region[] = "E12000000";
		region[8] = (char)('0' + i);
		if (str_equal(code, str_of(region)))
			return 1u << (i - 1);
	}
	if (str_equal(code, STR("E13000001")))
		return 1u << INNER_LONDON;
	return str_equal(code, STR("E13000002")) ? 1u << OUTER_LONDON : 0;
}

bool
kin_cover_england(const struct kin *kin, const uint32_t *areas, uint32_t count)
{
	const unsigned all = (1u << REGIONS) - 1;
	const unsigned halves = 1u << INNER_LONDON | 1u << OUTER_LONDON;
	unsigned found = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t above[KIN_ANCESTORS];
		uint32_t n = kin_ancestors(kin, areas[i], above);
		unsigned bits = region_bit(kin->codes.texts[areas[i]]);
		for (uint32_t a = 0; a < n; a++)
			bits |= region_bit(kin->codes.texts[above[a]]);
		if (!bits)
			return false;
		found |= bits;
	}
	if ((found & halves) == halves)
		found |= 1u << (LONDON - 1);
	return (found & all) == all;
}
