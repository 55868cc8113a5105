#include "ledger/sums.h"

#include <stdlib.h>
#include <string.h>

#include "ledger/age_bands.h"
#include "ledger/candidates.h"
#include "model/indicator.h"

static void
settle_all(struct candidates *c, bool rests)
{
	struct outcomes none = { 0 };

	candidates_settle(c, 0, c->count, &none, rests);
	candidates_done(c);
}

static void
add_sexes(struct ledger *ledger, bool rests)
{
	struct candidates c = { .ledger = ledger, .kind = LEDGER_SEXES };

	for (uint32_t i = 0; i < ledger->count; i++) {
		struct ledger_key key = ledger->entries[i].key;
		uint32_t first = c.part_count;
		if (key.sex != SEX_PERSONS)
			continue;
		for (uint32_t sex = SEX_MALE; sex <= SEX_FEMALE; sex++) {
			key.sex = sex;
			uint32_t part = ledger_find(ledger, key);
			if (part != RELEASE_NONE)
				candidates_add_part(&c, part);
		}
		candidates_add(&c, i, first, c.part_count - first == 2);
	}
	settle_all(&c, rests);
}

/* One type of categories: those of type `type`. */
static void
add_category_type(struct ledger *ledger, uint32_t type, const bool *used, bool rests)
{
	const struct ledger_places *places = ledger->places;
	struct candidates c = { .ledger = ledger, .kind = LEDGER_CATEGORIES };

	for (uint32_t i = 0; i < ledger->count; i++) {
		struct ledger_key key = ledger->entries[i].key;
		uint32_t first = c.part_count;
		bool complete = true;
		if (key.category != 0)
			continue;
		for (uint32_t n = type; n < places->category_count; n++) {
			if (!used[n] || places->category_types[n] != type)
				continue;
			key.category = n;
			uint32_t part = ledger_find(ledger, key);
			if (part != RELEASE_NONE)
				candidates_add_part(&c, part);
			complete = complete && part != RELEASE_NONE;
		}
		candidates_add(&c, i, first, complete);
	}
	settle_all(&c, rests);
}

static void
add_categories(struct ledger *ledger, bool rests)
{
	const struct ledger_places *places = ledger->places;
	bool *used = memory_take(places->category_count, sizeof *used);
	bool *types = memory_take(places->category_count, sizeof *types);

	for (uint32_t i = 0; i < ledger->count; i++) {
		uint32_t category = ledger->entries[i].key.category;
		used[category] = true;
		types[places->category_types[category]] = true;
	}
	for (uint32_t type = 1; type < places->category_count; type++)
		if (types[type])
			add_category_type(ledger, type, used, rests);
	free(used);
	free(types);
}

/* What the search for narrower ages of a wider one carries along. */
struct ages {
	struct candidates candidates;
	const bool *used;       /* of the indicator */
	bool *present, *before; /* of the count at hand; of the one before it */
	uint32_t *path;
	struct age_tilings tilings; /* of those present */
	bool found;
};

/* The narrower ages that there are beside a count. */
static void
find_tilings(struct ages *a, struct ledger_key key)
{
	const struct ledger *ledger = a->candidates.ledger;
	uint32_t count = ledger->places->age_count, age = key.age;

	for (uint32_t i = 0; i < count; i++) {
		key.age = i;
		a->present[i] = a->used[i] && ledger_find(ledger, key) != RELEASE_NONE;
	}
	if (a->found && memcmp(a->present, a->before, count) == 0)
		return;
	age_tilings_find(ledger->places, a->present, age, a->path, &a->tilings);
	memcpy(a->before, a->present, count);
	a->found = true;
}

static void
try_age(struct ages *a, uint32_t cell)
{
	const struct ledger *ledger = a->candidates.ledger;
	struct ledger_key key = ledger->entries[cell].key;
	uint32_t *bands = a->tilings.bands;

	find_tilings(a, key);
	for (uint32_t t = 0; t < a->tilings.count; t++) {
		uint32_t first = a->candidates.part_count;
		for (uint32_t b = 0; b < a->tilings.lengths[t]; b++) {
			key.age = bands[(size_t)t * ledger->places->age_count + b];
			candidates_add_part(&a->candidates, ledger_find(ledger, key));
		}
		candidates_add(&a->candidates, cell, first, a->tilings.exact);
	}
}

static void
add_ages(struct ledger *ledger, bool rests)
{
	uint32_t count = ledger->places->age_count;
	AUTO_ARENA arena = { 0 };
	bool *used = ARENA_NEW(&arena, bool, count);
	struct ages a = {
		.candidates = { .ledger = ledger, .kind = LEDGER_AGES },
		.used = used,
		.present = ARENA_NEW(&arena, bool, count),
		.before = ARENA_NEW(&arena, bool, count),
		.path = ARENA_NEW(&arena, uint32_t, count),
		.tilings.bands =
		    ARENA_NEW(&arena, uint32_t, (size_t)count * AGE_TILINGS_MOST),
	};

	for (uint32_t i = 0; i < ledger->count; i++)
		used[ledger->entries[i].key.age] = true;
	for (uint32_t age = 0; age < count; age++) {
		a.found = false;
		for (uint32_t i = 0; used[age] && i < ledger->count; i++)
			if (ledger->entries[i].key.age == age)
				try_age(&a, i);
		settle_all(&a.candidates, rests);
	}
}

void
sums_add(struct ledger *ledger, bool rests)
{
	areas_add(ledger, rests);
	changes_add(ledger, rests);
	add_sexes(ledger, rests);
	add_categories(ledger, rests);
	add_ages(ledger, rests);
}
