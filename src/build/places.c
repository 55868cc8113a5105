#include "build/places.h"

#include <stdlib.h>

#include "build/geography.h"
#include "build/relation.h"

enum { MOST_LEVELS = 8 }; /* of areas without figures, one above the other */

/* Codes known so far, and a name for each. */
static void
name_area(struct batch *out, struct str code, struct str name)
{
	uint32_t before = out->areas.count, number = table_add(&out->areas, code);

	if (out->areas.count > before) {
		out->area_names = memory_grow(
		    out->area_names, out->areas.count, sizeof *out->area_names);
		out->area_names[number] = STR("");
	}
	if (!out->area_names[number].len)
		out->area_names[number] = name;
}

/* The areas above those known; true when there were new ones. */
static bool
climb(const struct places *places, struct table *known, struct batch *out)
{
	uint32_t before = known->count;

	for (size_t l = 0; l < places->count; l++)
		for (size_t i = 0; i < places->lists[l].count; i++) {
			const struct area_row *row = &places->lists[l].rows[i];
			if (table_find(known, row->code) == TABLE_NONE)
				continue;
			name_area(out, row->code, row->name);
			if (!row->parent_code.len)
				continue;
			table_add(known, row->parent_code);
			name_area(out, row->parent_code, row->parent_name);
		}
	return known->count > before;
}

static bool
is_known(const struct table *known, struct str code)
{
	return code.len && table_find(known, code) != TABLE_NONE;
}

/* The areas that those known were made of or became part of. */
static void
name_relatives(
    const struct places *places, const struct table *known, struct batch *out)
{
	for (size_t l = 0; l < places->change_count; l++)
		for (size_t i = 0; i < places->changes[l].count; i++) {
			const struct area_change *change = &places->changes[l].at[i];
			if (!is_known(known, change->code) &&
			    !is_known(known, change->before_code))
				continue;
			if (change->code.len)
				name_area(out, change->code, change->name);
			if (change->before_code.len)
				name_area(
				    out, change->before_code, change->before_name);
		}
}

void
places_batch(const struct places *places, const struct batch *batches,
    size_t batch_count, struct batch *out)
{
	struct table known = { 0 };

	*out = (struct batch){ 0 };
	for (size_t b = 0; b < batch_count; b++)
		for (uint32_t i = 0; i < batches[b].areas.count; i++)
			table_add(&known, batches[b].areas.texts[i]);
	while (climb(places, &known, out))
		;
	name_relatives(places, &known, out);
	table_done(&known);
}

/* For each area of a type: 1 it has figures, 2 it has a parent too. */
static unsigned char *
mark_areas(const struct collection *c)
{
	unsigned char *marks = memory_take((size_t)c->type_count * c->area_count, 1);

	for (uint32_t s = 0; s < c->series_count; s++) {
		const struct collected_series *series = &c->series[s];
		for (uint32_t a = 0; a < series->area_count; a++)
			marks[(size_t)series->area_type * c->area_count +
			      series->areas[a]] = 1;
	}
	for (uint32_t r = 0; r < c->relation_count; r++)
		marks[(size_t)c->relations[r].type * c->area_count +
		      c->relations[r].area] = 2;
	return marks;
}

static void
add_relation(
    struct collection *c, uint32_t type, uint32_t parent, uint32_t area, uint32_t *room)
{
	if (c->relation_count == *room) {
		*room = *room ? *room * 2 : 256;
		c->relations = memory_grow(c->relations, *room, sizeof *c->relations);
	}
	c->relations[c->relation_count++] = (struct release_relation){
		.type = type,
		.parent = parent,
		.area = area,
	};
}

static void
add_relations(struct collection *c, const unsigned char *marks,
    const struct area_row *row, uint32_t *room)
{
	uint32_t area = geography_find_code(c, row->code),
		 parent = geography_find_code(c, row->parent_code);

	if (area == RELEASE_NONE || parent == RELEASE_NONE || area == parent)
		return;
	for (uint32_t t = 0; t < c->type_count; t++)
		if (marks[(size_t)t * c->area_count + area] == 1)
			add_relation(c, t, parent, area, room);
}

/* Of each area the parents by the lists, where it has figures of no type itself. */
struct ladder {
	uint32_t *first, *next; /* by area; by rung */
	uint32_t *parents;      /* by rung */
	uint32_t count;
};

static bool
has_figures(const struct collection *c, const unsigned char *marks, uint32_t area)
{
	for (uint32_t t = 0; t < c->type_count; t++)
		if (marks[(size_t)t * c->area_count + area])
			return true;
	return false;
}

static void
add_rung(struct ladder *ladder, const struct collection *c, const unsigned char *marks,
    const struct area_row *row)
{
	uint32_t area = geography_find_code(c, row->code),
		 parent = geography_find_code(c, row->parent_code);

	if (area == RELEASE_NONE || parent == RELEASE_NONE || area == parent ||
	    has_figures(c, marks, area))
		return;
	for (uint32_t n = ladder->first[area]; n != RELEASE_NONE; n = ladder->next[n])
		if (ladder->parents[n] == parent)
			return;
	ladder->parents[ladder->count] = parent;
	ladder->next[ladder->count] = ladder->first[area];
	ladder->first[area] = ladder->count++;
}

static struct ladder
make_ladder(const struct places *places, const struct collection *c,
    const unsigned char *marks, struct arena *arena)
{
	struct ladder ladder = { .first = ARENA_NEW(arena, uint32_t, c->area_count) };
	size_t rows = 0;

	for (size_t l = 0; l < places->count; l++)
		rows += places->lists[l].count;
	ladder.next = ARENA_NEW(arena, uint32_t, rows);
	ladder.parents = ARENA_NEW(arena, uint32_t, rows);
	for (uint32_t a = 0; a < c->area_count; a++)
		ladder.first[a] = RELEASE_NONE;
	for (size_t l = 0; l < places->count; l++)
		for (size_t i = 0; i < places->lists[l].count; i++)
			add_rung(&ladder, c, marks, &places->lists[l].rows[i]);
	return ladder;
}

/* An area lies in what its parent lies in, which nobody would know of a parent without
 * figures: sums of areas would not be seen to be sums. */
static void
climb_ladder(struct collection *c, const struct ladder *ladder, uint32_t *room)
{
	uint32_t from = 0;

	for (unsigned level = 0; level < MOST_LEVELS; level++) {
		uint32_t until = c->relation_count;
		for (uint32_t i = from; i < until; i++) {
			struct release_relation r = c->relations[i];
			for (uint32_t n = ladder->first[r.parent]; n != RELEASE_NONE;
			     n = ladder->next[n])
				if (ladder->parents[n] != r.area)
					add_relation(c, r.type, ladder->parents[n],
					    r.area, room);
		}
		from = until;
	}
}

void
places_relate(const struct places *places, struct collection *collection)
{
	struct collection *c = collection;
	uint32_t room = c->relation_count;
	unsigned char *marks = mark_areas(c);

	for (size_t l = 0; l < places->count; l++)
		for (size_t i = 0; i < places->lists[l].count; i++)
			add_relations(c, marks, &places->lists[l].rows[i], &room);
	free(marks);
	c->relation_count = relation_sort(c->relations, c->relation_count);
}

void
places_climb(const struct places *places, struct collection *collection)
{
	struct collection *c = collection;
	uint32_t room = c->relation_count;
	unsigned char *marks = mark_areas(c);
	AUTO_ARENA arena = { 0 };
	struct ladder ladder = make_ladder(places, c, marks, &arena);

	climb_ladder(c, &ladder, &room);
	free(marks);
	c->relation_count = relation_sort(c->relations, c->relation_count);
}
