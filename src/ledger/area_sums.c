/* Areas of each parent, whatever levels between them have no counts; declared in
 * ledger/sums.h. */
#include <stdlib.h>

#include "ledger/candidates.h"

enum { DEEPEST = 8 }; /* levels without counts, one below the other */

/* The relations of one area type. */
struct kin {
	uint32_t type, from, until;
	bool used; /* some area of the type has a count */
};

/* What the search for the parts of areas carries along. */
struct walk {
	struct ledger *ledger;
	struct candidates candidates;
	struct kin *kin;
	uint32_t kin_count;
	bool *below;             /* of each area: one below it has a count */
	uint32_t *stamps, stamp; /* of each area: the sum that it was last a part of */
	bool *done;              /* of each slice */
	uint32_t slice;
};

/* The count of an area in a slice. */
static uint32_t
find_in_slice(const struct ledger *ledger, uint32_t slice, uint32_t area)
{
	uint32_t from = ledger->slices[slice], until = ledger->slices[slice + 1];
	uint32_t end = until;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (ledger->entries[middle].key.area < area)
			from = middle + 1;
		else
			until = middle;
	}
	return from < end && ledger->entries[from].key.area == area ? from
								    : RELEASE_NONE;
}

/* Whether the area has a count, which is then a part, once. */
static bool
add_area(struct walk *w, uint32_t area)
{
	uint32_t part = find_in_slice(w->ledger, w->slice, area);

	if (part != RELEASE_NONE && w->stamps[area] != w->stamp) {
		w->stamps[area] = w->stamp;
		candidates_add_part(&w->candidates, part);
	}
	return part != RELEASE_NONE;
}

static uint32_t
first_child(const struct walk *w, const struct kin *kin, uint32_t parent)
{
	const struct release_relation *relations = w->ledger->places->relations;
	uint32_t from = kin->from, until = kin->until;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (relations[middle].parent < parent)
			from = middle + 1;
		else
			until = middle;
	}
	return from;
}

/* Adds the areas of one type at any level below a parent; false where one of them has
 * no count, or there are none. */
static bool
stand_in(struct walk *w, const struct kin *wanted, uint32_t parent, uint32_t levels)
{
	const struct release_relation *relations = w->ledger->places->relations;
	uint32_t before = w->candidates.part_count;
	bool complete = true;

	for (const struct kin *kin = w->kin; kin < w->kin + w->kin_count; kin++)
		for (uint32_t i = first_child(w, kin, parent);
		     i < kin->until && relations[i].parent == parent; i++) {
			uint32_t area = relations[i].area;
			if (kin == wanted)
				complete &= add_area(w, area);
			else if (levels && w->below[area])
				stand_in(w, wanted, area, levels - 1);
		}
	return complete && w->candidates.part_count > before;
}

/* Relations [from, until) are those of one parent. For an area without a count stand
 * those of another type below it, if one is given: true where there are any. */
static bool
try_parent(struct walk *w, uint32_t from, uint32_t until, const struct kin *instead)
{
	const struct release_relation *relations = w->ledger->places->relations;
	struct candidates *c = &w->candidates;
	uint32_t parent = relations[from].parent, first = c->part_count, before;
	uint32_t total = find_in_slice(w->ledger, w->slice, parent);
	bool complete = true, any = false;

	if (total == RELEASE_NONE)
		return false;
	w->stamps[parent] = ++w->stamp;
	for (uint32_t i = from; i < until; i++) {
		uint32_t area = relations[i].area;
		if (add_area(w, area))
			continue;
		before = c->part_count;
		complete &=
		    instead && w->below[area] && stand_in(w, instead, area, DEEPEST);
		any |= c->part_count > before;
	}
	if (instead && !any)
		c->part_count = first;
	else
		candidates_add(c, total, first, complete);
	return any;
}

static bool
any_below(const struct walk *w, uint32_t from, uint32_t until)
{
	for (uint32_t i = from; i < until; i++)
		if (w->below[w->ledger->places->relations[i].area])
			return true;
	return false;
}

/* All sums of a parent by areas of one type, each kind of stand-in a class of its own.
 */
static void
add_parent(struct walk *w, uint32_t from, uint32_t until, uint32_t *classes,
    uint32_t *class_count)
{
	uint32_t slices = w->ledger->slice_count;

	for (w->slice = 0; w->slice < slices; w->slice++)
		w->done[w->slice] = false;
	for (uint32_t k = 0; k < w->kin_count && any_below(w, from, until); k++) {
		if (!w->kin[k].used)
			continue;
		classes[(*class_count)++] = w->candidates.count;
		for (w->slice = 0; w->slice < slices; w->slice++)
			w->done[w->slice] |= try_parent(w, from, until, &w->kin[k]);
	}
	classes[(*class_count)++] = w->candidates.count;
	for (w->slice = 0; w->slice < slices; w->slice++)
		if (!w->done[w->slice])
			try_parent(w, from, until, NULL);
}

/* All parents of one area type; classes[i]: where the candidates of each begin. */
static void
add_type(struct walk *w, const struct kin *kin, bool rests)
{
	const struct release_relation *relations = w->ledger->places->relations;
	struct candidates *c = &w->candidates;
	size_t room = (size_t)(kin->until - kin->from) * (w->kin_count + 1) + 1;
	uint32_t *classes = memory_take(room, sizeof *classes);
	uint32_t class_count = 0;

	*c = (struct candidates){ .ledger = w->ledger, .kind = LEDGER_AREAS };
	for (uint32_t i = kin->from, next; i < kin->until; i = next) {
		for (next = i; next < kin->until &&
			       relations[next].parent == relations[i].parent;)
			next++;
		add_parent(w, i, next, classes, &class_count);
	}
	classes[class_count] = c->count;
	struct outcomes wide = candidates_outcomes(c, 0, c->count);
	for (uint32_t i = 0; i < class_count; i++)
		candidates_settle(c, classes[i], classes[i + 1], &wide, rests);
	candidates_done(c);
	free(classes);
}

static void
find_kin(struct walk *w, const bool *used)
{
	const struct ledger_places *places = w->ledger->places;

	for (uint32_t i = 0; i < places->relation_count; i++) {
		uint32_t type = places->relations[i].type;
		if (w->kin_count == 0 || w->kin[w->kin_count - 1].type != type)
			w->kin[w->kin_count++] = (struct kin){
				.type = type,
				.from = i,
			};
		w->kin[w->kin_count - 1].until = i + 1;
		w->kin[w->kin_count - 1].used |= used[places->relations[i].area];
	}
}

/* Level by level, since relations are not in their order. */
static void
find_below(struct walk *w, const bool *used)
{
	const struct ledger_places *places = w->ledger->places;
	bool changed = true;

	for (uint32_t level = 0; changed && level <= DEEPEST; level++) {
		changed = false;
		for (uint32_t i = 0; i < places->relation_count; i++) {
			const struct release_relation *r = &places->relations[i];
			bool any = used[r->area] || w->below[r->area];
			changed |= any && !w->below[r->parent];
			w->below[r->parent] |= any;
		}
	}
}

void
areas_add(struct ledger *ledger, bool rests)
{
	const struct ledger_places *places = ledger->places;
	AUTO_ARENA arena = { 0 };
	bool *used = ARENA_NEW(&arena, bool, places->area_count);
	struct walk w = {
		.ledger = ledger,
		.kin = ARENA_NEW(&arena, struct kin, places->relation_count),
		.below = ARENA_NEW(&arena, bool, places->area_count),
		.stamps = ARENA_NEW(&arena, uint32_t, places->area_count),
		.done = ARENA_NEW(&arena, bool, ledger->slice_count),
	};

	for (uint32_t i = 0; i < ledger->count; i++)
		used[ledger->entries[i].key.area] = true;
	find_kin(&w, used);
	find_below(&w, used);
	for (uint32_t k = 0; k < w.kin_count; k++)
		add_type(&w, &w.kin[k], rests);
}
