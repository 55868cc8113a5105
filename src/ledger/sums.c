#include "ledger/sums.h"

#include <stdlib.h>

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

/* One age and the narrower ones in it. */
static void
add_age(struct ledger *ledger, uint32_t age, const uint32_t *bands, uint32_t count,
    bool rests)
{
	struct candidates c = { .ledger = ledger, .kind = LEDGER_AGES };
	const struct ledger_age *ages = ledger->places->ages;
	bool tiled = ages[bands[0]].from == ages[age].from &&
		     ages[bands[count - 1]].until == ages[age].until;

	for (uint32_t i = 1; i < count; i++)
		tiled = tiled && ages[bands[i]].from == ages[bands[i - 1]].until + 1;
	for (uint32_t i = 0; i < ledger->count; i++) {
		struct ledger_key key = ledger->entries[i].key;
		uint32_t first = c.part_count;
		if (key.age != age)
			continue;
		for (uint32_t b = 0; b < count; b++) {
			key.age = bands[b];
			uint32_t part = ledger_find(ledger, key);
			if (part != RELEASE_NONE)
				candidates_add_part(&c, part);
		}
		candidates_add(&c, i, first, tiled && c.part_count - first == count);
	}
	settle_all(&c, rests);
}

static void
add_ages(struct ledger *ledger, bool rests)
{
	const struct ledger_places *places = ledger->places;
	bool *used = memory_take(places->age_count, sizeof *used);
	uint32_t *bands = memory_take(places->age_count, sizeof *bands);

	for (uint32_t i = 0; i < ledger->count; i++)
		used[ledger->entries[i].key.age] = true;
	for (uint32_t age = 0; age < places->age_count; age++) {
		uint32_t count =
		    used[age] ? age_bands_within(places, used, age, bands) : 0;
		if (count)
			add_age(ledger, age, bands, count, rests);
	}
	free(used);
	free(bands);
}

void
sums_add(struct ledger *ledger, bool rests)
{
	areas_add(ledger, rests);
	add_sexes(ledger, rests);
	add_categories(ledger, rests);
	add_ages(ledger, rests);
}
