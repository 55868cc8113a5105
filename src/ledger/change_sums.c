/* Areas before and after they changed; declared in ledger/sums.h. */
#include <stdlib.h>

#include "ledger/candidates.h"

/* What became of areas and what they were made of, but for changes of a boundary. */
struct turns {
	const struct ledger_places *places;
	uint32_t *after, *before; /* by area: how many */
	bool *moved;              /* by area: its own boundary changed too */
};

static bool
is_turn(const struct release_change *change)
{
	return change->area != RELEASE_NONE && change->before != RELEASE_NONE &&
	       change->area != change->before;
}

static void
count_turns(struct turns *t)
{
	for (uint32_t i = 0; i < t->places->change_count; i++) {
		const struct release_change *change = &t->places->changes[i];
		if (is_turn(change)) {
			t->after[change->before]++;
			t->before[change->area]++;
		} else if (change->area == change->before)
			t->moved[change->area] = true;
	}
}

/* Whether the area is the sum of those it became, each of which took its other parts
 * whole: these are of another level. */
static bool
was_divided(const struct turns *t, uint32_t area)
{
	const struct ledger_places *places = t->places;
	bool divided = t->after[area] > 0 && !t->moved[area];

	for (uint32_t i = 0; i < places->change_count; i++) {
		const struct release_change *to = &places->changes[i];
		if (!is_turn(to) || to->before != area)
			continue;
		divided = divided && (t->after[area] > 1 || t->before[to->area] == 1);
		for (uint32_t j = 0; j < places->change_count && divided; j++) {
			const struct release_change *other = &places->changes[j];
			if (is_turn(other) && other->area == to->area &&
			    other->before != area && t->after[other->before] > 1)
				divided = false;
		}
	}
	return divided;
}

/* Adds the counts of one area before, or after, to that of another in all slices. */
static void
try_area(struct candidates *c, const struct turns *t, uint32_t area, bool divided)
{
	const struct ledger *ledger = c->ledger;
	const struct ledger_places *places = t->places;

	for (uint32_t n = 0; n < ledger->count; n++) {
		struct ledger_key key = ledger->entries[n].key;
		uint32_t first = c->part_count;
		bool complete = true;
		if (key.area != area)
			continue;
		for (uint32_t i = 0; i < places->change_count; i++) {
			const struct release_change *change = &places->changes[i];
			bool part = divided ? change->before == area
					    : change->area == area &&
						  change->before != RELEASE_NONE &&
						  t->after[change->before] == 1;
			if (!part || !is_turn(change))
				continue;
			key.area = divided ? change->area : change->before;
			uint32_t cell = ledger_find(ledger, key);
			if (cell != RELEASE_NONE)
				candidates_add_part(c, cell);
			complete = complete && cell != RELEASE_NONE;
		}
		candidates_add(c, n, first, complete);
	}
}

void
changes_add(struct ledger *ledger, bool rests)
{
	const struct ledger_places *places = ledger->places;
	struct candidates c = { .ledger = ledger, .kind = LEDGER_CHANGES };
	const struct outcomes none = { 0 };
	AUTO_ARENA arena = { 0 };
	struct turns t = {
		.places = places,
		.after = ARENA_NEW(&arena, uint32_t, places->area_count),
		.before = ARENA_NEW(&arena, uint32_t, places->area_count),
		.moved = ARENA_NEW(&arena, bool, places->area_count),
	};

	count_turns(&t);
	for (uint32_t area = 0; area < places->area_count; area++) {
		uint32_t from = c.count;
		if (was_divided(&t, area))
			try_area(&c, &t, area, true);
		if (t.before[area] > 1 && !t.moved[area])
			try_area(&c, &t, area, false);
		candidates_settle(&c, from, c.count, &none, rests);
	}
	candidates_done(&c);
}
