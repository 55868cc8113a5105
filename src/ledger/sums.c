#include "ledger/sums.h"

#include <assert.h>
#include <stdlib.h>

#include "model/indicator.h"

/* A total and what may be its parts. */
struct candidate {
	uint32_t total, from, count; /* parts: so many of the pool */
	bool complete;               /* all parts that are listed have a count */
};

/* Sums of one class come out or leave rests alike: those of one parent, one age. */
struct candidates {
	struct ledger *ledger;
	enum ledger_sum_kind kind;
	struct candidate *at;
	uint32_t *parts;
	uint32_t count, room, part_count, part_room;
};

/* How sums that can be seen come out. */
struct outcomes {
	uint32_t even, rest, above;
};

enum outcome { OUTCOME_EVEN, OUTCOME_REST, OUTCOME_ABOVE, OUTCOME_UNSEEN };

static void
add_part(struct candidates *c, uint32_t part)
{
	if (c->part_count == c->part_room) {
		c->part_room = c->part_room ? 2 * c->part_room : 256;
		c->parts = memory_grow(c->parts, c->part_room, sizeof *c->parts);
	}
	c->parts[c->part_count++] = part;
}

/* With the parts added since `from`, if there are any. */
static void
add_candidate(struct candidates *c, uint32_t total, uint32_t from, bool complete)
{
	if (c->part_count == from)
		return;
	if (c->count == c->room) {
		c->room = c->room ? 2 * c->room : 64;
		c->at = memory_grow(c->at, c->room, sizeof *c->at);
	}
	c->at[c->count++] = (struct candidate){
		.total = total,
		.from = from,
		.count = c->part_count - from,
		.complete = complete,
	};
}

static bool
is_hidden(const struct ledger *ledger, uint32_t cell)
{
	return !ledger->whole && ledger->entries[cell].kind != LEDGER_COUNT;
}

/* parts: what they can come to. */
static enum outcome
outcome_of(const struct candidates *c, const struct candidate *candidate)
{
	const struct ledger *ledger = c->ledger;
	struct disclose_range total = ledger_seen(ledger, candidate->total);
	bool hidden = is_hidden(ledger, candidate->total);
	uint64_t least = 0, most = 0;

	for (uint32_t i = 0; i < candidate->count; i++) {
		uint32_t part = c->parts[candidate->from + i];
		struct disclose_range seen = ledger_seen(ledger, part);
		least += seen.least;
		most += seen.most;
		hidden |= is_hidden(ledger, part);
	}
	if (least > total.most)
		return OUTCOME_ABOVE;
	if (hidden)
		return OUTCOME_UNSEEN;
	return most < total.least ? OUTCOME_REST : OUTCOME_EVEN;
}

static struct outcomes
outcomes_of(const struct candidates *c, uint32_t from, uint32_t until)
{
	struct outcomes outcomes = { 0 };

	for (uint32_t i = from; i < until; i++)
		switch (outcome_of(c, &c->at[i])) {
		case OUTCOME_EVEN: outcomes.even++; break;
		case OUTCOME_REST: outcomes.rest++; break;
		case OUTCOME_ABOVE: outcomes.above++; break;
		case OUTCOME_UNSEEN: break;
		}
	return outcomes;
}

/* Nobody publishes the rest: of what areas, or whom, is not said. Where all is known it
 * is what is missing. */
static void
add_rest(struct candidates *c, const struct candidate *candidate)
{
	struct disclose_system *system = &c->ledger->system;
	uint32_t *parts = &c->parts[candidate->from];
	uint32_t level_of = c->kind == LEDGER_AREAS ? parts[0] : candidate->total;
	uint32_t value = system->cells[candidate->total].value, rest;

	for (uint32_t i = 0; i < candidate->count; i++)
		value -= system->cells[parts[i]].value;
	rest = disclose_add_cell(
	    system, system->cells[level_of].level, c->ledger->whole ? value : 0);
	system->cells[rest].absent = true;
	uint32_t *all = memory_take((size_t)candidate->count + 1, sizeof(uint32_t));
	for (uint32_t i = 0; i < candidate->count; i++)
		all[i] = parts[i];
	all[candidate->count] = rest;
	ledger_add_sum(c->ledger, c->kind, candidate->total, all, candidate->count + 1);
	free(all);
}

/* Whether a sum that cannot be seen has to be taken for one with a rest. */
static bool
may_rest(const struct candidate *candidate, const struct outcomes *near,
    const struct outcomes *wide)
{
	if (near->even || near->rest)
		return near->rest > 0;
	if (wide->even || wide->rest)
		return wide->rest > 0;
	return !candidate->complete;
}

/* Candidates of a class, with those of a wider class beside them. */
static void
settle(struct candidates *c, uint32_t from, uint32_t until, const struct outcomes *wide,
    bool rests)
{
	struct outcomes near = outcomes_of(c, from, until);

	for (uint32_t i = from; i < until; i++) {
		struct candidate *candidate = &c->at[i];
		enum outcome outcome = outcome_of(c, candidate);
		/* Parts that come to more elsewhere are hardly parts here. */
		bool doubtful = near.above > 0 && near.even + near.rest == 0;
		bool rest = outcome == OUTCOME_REST ||
			    (outcome == OUTCOME_UNSEEN &&
				(rests || may_rest(candidate, &near, wide)));
		if (outcome == OUTCOME_ABOVE || (outcome == OUTCOME_UNSEEN && doubtful))
			continue;
		if (rest)
			add_rest(c, candidate);
		else
			ledger_add_sum(c->ledger, c->kind, candidate->total,
			    &c->parts[candidate->from], candidate->count);
	}
}

static void
candidates_done(struct candidates *c)
{
	free(c->at);
	free(c->parts);
	c->at = NULL;
	c->parts = NULL;
	c->count = c->room = c->part_count = c->part_room = 0;
}

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

/* Relations [from, until) are those of one parent. */
static void
try_parent(struct candidates *c, uint32_t slice, uint32_t from, uint32_t until)
{
	const struct release_relation *relations = c->ledger->places->relations;
	uint32_t total = find_in_slice(c->ledger, slice, relations[from].parent);
	uint32_t first = c->part_count;
	bool complete = true;

	if (total == RELEASE_NONE)
		return;
	for (uint32_t i = from; i < until; i++) {
		uint32_t part = find_in_slice(c->ledger, slice, relations[i].area);
		if (part == RELEASE_NONE)
			complete = false;
		else if (part != total)
			add_part(c, part);
	}
	add_candidate(c, total, first, complete);
}

/* All parents of one area type; classes[i]: where the candidates of each begin. */
static void
add_type(struct ledger *ledger, uint32_t from, uint32_t until, bool rests)
{
	const struct release_relation *relations = ledger->places->relations;
	struct candidates c = { .ledger = ledger, .kind = LEDGER_AREAS };
	uint32_t *classes = memory_take((size_t)(until - from) + 1, sizeof *classes);
	uint32_t class_count = 0;

	for (uint32_t i = from, next; i < until; i = next) {
		for (next = i;
		     next < until && relations[next].parent == relations[i].parent;)
			next++;
		classes[class_count++] = c.count;
		for (uint32_t s = 0; s < ledger->slice_count; s++)
			try_parent(&c, s, i, next);
	}
	classes[class_count] = c.count;
	struct outcomes wide = outcomes_of(&c, 0, c.count);
	for (uint32_t i = 0; i < class_count; i++)
		settle(&c, classes[i], classes[i + 1], &wide, rests);
	candidates_done(&c);
	free(classes);
}

static void
add_areas(struct ledger *ledger, bool rests)
{
	const struct ledger_places *places = ledger->places;

	for (uint32_t i = 0, next; i < places->relation_count; i = next) {
		for (next = i;
		     next < places->relation_count &&
		     places->relations[next].type == places->relations[i].type;)
			next++;
		add_type(ledger, i, next, rests);
	}
}

static void
settle_all(struct candidates *c, bool rests)
{
	struct outcomes none = { 0 };

	settle(c, 0, c->count, &none, rests);
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
				add_part(&c, part);
		}
		add_candidate(&c, i, first, c.part_count - first == 2);
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
				add_part(&c, part);
			complete = complete && part != RELEASE_NONE;
		}
		add_candidate(&c, i, first, complete);
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
				add_part(&c, part);
		}
		add_candidate(&c, i, first, tiled && c.part_count - first == count);
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
	add_areas(ledger, rests);
	add_sexes(ledger, rests);
	add_categories(ledger, rests);
	add_ages(ledger, rests);
}
