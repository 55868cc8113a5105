#include "ledger/telling.h"

#include <stdlib.h>

#include "disclose/attack.h"
#include "ledger/leak.h"
#include "model/indicator.h"

enum {
	MOST_SUMS = 60, /* that are tried one without the other */
	MOST_PARTS = 8  /* of a sum that are told */
};

/* Some sums of a ledger. */
struct proof {
	const struct ledger *ledger;
	uint32_t cell;
	struct disclose_range wanted;
	uint32_t sums[MOST_SUMS];
	uint32_t count;
};

static struct disclose_range
seen_of(const struct ledger *ledger, uint32_t cell)
{
	return disclose_seen(&ledger->system, cell);
}

static bool
is_open(const struct ledger *ledger, uint32_t cell)
{
	struct disclose_range seen = seen_of(ledger, cell);

	return seen.least < seen.most;
}

/* What these sums alone leave of the count, all but one of them (RELEASE_NONE: all). */
static bool
is_enough(const struct proof *proof, uint32_t without)
{
	const struct disclose_system *system = &proof->ledger->system;
	struct disclose_system part = *system;
	AUTO_ARENA arena = { 0 };
	struct err err;

	part.totals = part.part_from = part.parts = NULL;
	part.sum_count = part.sum_room = part.part_room = 0;
	for (uint32_t i = 0; i < proof->count; i++) {
		uint32_t sum = proof->sums[i], from = system->part_from[sum];
		if (i != without)
			disclose_add_sum(&part, system->totals[sum],
			    system->parts + from, system->part_from[sum + 1] - from);
	}
	struct disclose_range *ranges =
	    ARENA_NEW(&arena, struct disclose_range, system->cell_count);
	bool fine = disclose_attack_near(&part, &proof->cell, 1, ranges, &err);
	free(part.totals);
	free(part.part_from);
	free(part.parts);
	return fine && ranges[proof->cell].least >= proof->wanted.least &&
	       ranges[proof->cell].most <= proof->wanted.most;
}

static bool
has_sum(const struct proof *proof, uint32_t sum)
{
	for (uint32_t i = 0; i < proof->count; i++)
		if (proof->sums[i] == sum)
			return true;
	return false;
}

/* Whether a sum has an unknown count that is marked. */
static bool
touches(const struct disclose_system *system, uint32_t sum, const bool *marks)
{
	for (uint32_t i = system->part_from[sum]; i < system->part_from[sum + 1]; i++)
		if (marks[system->parts[i]])
			return true;
	return marks[system->totals[sum]];
}

static void
mark_open(const struct ledger *ledger, uint32_t sum, bool *marks)
{
	const struct disclose_system *system = &ledger->system;

	for (uint32_t i = system->part_from[sum]; i < system->part_from[sum + 1]; i++)
		marks[system->parts[i]] |= is_open(ledger, system->parts[i]);
	marks[system->totals[sum]] |= is_open(ledger, system->totals[sum]);
}

/* Adds the sums next to those there are; false when there are none, or too many. */
static bool
widen(struct proof *proof, bool *marks)
{
	const struct disclose_system *system = &proof->ledger->system;
	uint32_t before = proof->count;

	for (uint32_t sum = 0; sum < system->sum_count; sum++) {
		if (!touches(system, sum, marks) || has_sum(proof, sum))
			continue;
		if (proof->count == MOST_SUMS)
			return false;
		proof->sums[proof->count++] = sum;
	}
	for (uint32_t i = before; i < proof->count; i++)
		mark_open(proof->ledger, proof->sums[i], marks);
	return proof->count > before;
}

static void
thin_out(struct proof *proof)
{
	for (uint32_t i = proof->count; i-- > 0;) {
		if (!is_enough(proof, i))
			continue;
		for (uint32_t j = i + 1; j < proof->count; j++)
			proof->sums[j - 1] = proof->sums[j];
		proof->count--;
	}
}

struct str
ledger_key_words(
    struct arena *arena, const struct release *release, struct ledger_key key)
{
	struct str category =
	    release_text(release, release->categories[key.category].name);
	struct str age = release_text(release, release->ages[key.age].label);
	struct str area = release_text(release, release->areas[key.area].name);

	if (!area.len)
		area = release_text(release, release->areas[key.area].code);
	return str_print(arena, "%.*s, %s, %.*s%s%.*s, %.*s", STR_ARG(area),
	    sex_word((enum sex)key.sex), STR_ARG(age), category.len ? ", " : "",
	    STR_ARG(category),
	    STR_ARG(release_text(release, release->periods[key.period].label)));
}

/* "7", "8 to 12", "?" */
static struct str
number(struct arena *arena, const struct ledger *ledger, uint32_t cell)
{
	struct disclose_range seen = seen_of(ledger, cell);

	if (seen.least == seen.most)
		return str_print(arena, "%u", seen.least);
	if (cell < ledger->count && ledger->entries[cell].kind < LEDGER_HIDDEN &&
	    seen.most != DISCLOSE_ANY)
		return str_print(arena, "%u to %u", seen.least, seen.most);
	return cell < ledger->count ? STR("?") : STR("a rest");
}

static struct str
parts_of(struct arena *arena, const struct ledger *ledger, uint32_t sum, uint32_t cell)
{
	const struct disclose_system *system = &ledger->system;
	uint32_t from = system->part_from[sum], until = system->part_from[sum + 1];
	struct str text = STR("");
	uint64_t rest = 0;
	uint32_t told = 0, added = 0;

	for (uint32_t i = from; i < until; i++) {
		uint32_t part = system->parts[i];
		struct disclose_range seen = seen_of(ledger, part);
		if (seen.least == seen.most && until - from > MOST_PARTS) {
			rest += seen.least;
			added++;
			continue;
		}
		text = str_print(arena, "%.*s%s%.*s%s", STR_ARG(text),
		    told++ ? " + " : "", STR_ARG(number(arena, ledger, part)),
		    part == cell ? " (this)" : "");
	}
	if (added)
		text = str_print(arena, "%.*s + %llu of %u others", STR_ARG(text),
		    (unsigned long long)rest, added);
	return text;
}

static struct str
sum_words(struct arena *arena, const struct release *release,
    const struct ledger *ledger, uint32_t sum, uint32_t cell)
{
	static const char *const kinds[] = {
		[LEDGER_AREAS] = "areas of",
		[LEDGER_CHANGES] = "areas before or after",
		[LEDGER_SEXES] = "sexes of",
		[LEDGER_CATEGORIES] = "categories of",
		[LEDGER_AGES] = "ages of",
		[LEDGER_PERIODS] = "periods of",
	};
	uint32_t total = ledger->system.totals[sum];

	return str_print(arena, "%s %.*s: %.*s%s = %.*s", kinds[ledger->kinds[sum]],
	    STR_ARG(ledger_key_words(arena, release, ledger->entries[total].key)),
	    STR_ARG(number(arena, ledger, total)), total == cell ? " (this)" : "",
	    STR_ARG(parts_of(arena, ledger, sum, cell)));
}

struct str
telling_of(struct arena *arena, const struct release *release,
    const struct ledger *ledger, uint32_t cell, struct disclose_range range)
{
	struct proof proof = { .ledger = ledger, .cell = cell, .wanted = range };
	AUTO_ARENA scratch = { 0 };
	bool *marks = ARENA_NEW(&scratch, bool, ledger->system.cell_count);
	struct str text = STR("");
	bool enough = is_enough(&proof, RELEASE_NONE);

	if (enough)
		return STR("by what is shown beside it");
	marks[cell] = true;
	while (!enough && widen(&proof, marks))
		enough = is_enough(&proof, RELEASE_NONE);
	if (!enough)
		return STR("by many sums together");
	thin_out(&proof);
	for (uint32_t i = 0; i < proof.count; i++)
		text = str_print(arena, "%.*s%s%.*s", STR_ARG(text), i ? "; " : "",
		    STR_ARG(sum_words(arena, release, ledger, proof.sums[i], cell)));
	return text;
}
