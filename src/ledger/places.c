/* What all indicators of a profile have in common; declared in ledger/ledger.h. */
#include "ledger/ledger.h"

#include "base/table.h"
#include "model/area.h"
#include "model/indicator.h"

static enum disclose_level
level_of(enum area_level level)
{
	if (level == LEVEL_COUNTRY)
		return DISCLOSE_NATIONAL;
	if (level == LEVEL_REGION || level == LEVEL_NHS_REGION)
		return DISCLOSE_REGIONAL;
	return DISCLOSE_LOCAL;
}

/* An area of several types has the highest of their levels. */
static void
raise_levels(enum disclose_level *levels, enum area_level type, const uint32_t *areas,
    uint32_t count)
{
	enum disclose_level level = level_of(type);

	for (uint32_t i = 0; i < count; i++)
		if (levels[areas[i]] < level)
			levels[areas[i]] = level;
}

static struct ledger_age
age_of(struct str label)
{
	struct ledger_age age = { .known = false };

	age.known = age_parse(label, &age.from, &age.until);
	return age;
}

static uint32_t
type_of(struct table *types, uint32_t *first, struct str type, uint32_t category)
{
	uint32_t number;

	if (category == 0)
		return 0;
	number = table_add(types, type);
	if (!first[number])
		first[number] = category;
	return first[number];
}

static void
begin(struct arena *arena, struct ledger_places *out)
{
	out->levels = ARENA_NEW(arena, enum disclose_level, out->area_count);
	out->ages = ARENA_NEW(arena, struct ledger_age, out->age_count);
	out->category_types = ARENA_NEW(arena, uint32_t, out->category_count);
	out->periods = ARENA_NEW(arena, struct period, out->period_count);
}

struct ledger_places
ledger_places_of_draft(struct arena *arena, const struct draft *draft)
{
	struct ledger_places out = {
		.relations = draft->relations,
		.relation_count = draft->relation_count,
		.changes = draft->changes,
		.change_count = draft->change_count,
		.area_count = draft->area_count,
		.age_count = draft->age_count,
		.category_count = draft->category_count,
		.period_count = draft->period_count,
	};
	uint32_t *first = ARENA_NEW(arena, uint32_t, draft->category_count);
	struct table types = { 0 };

	begin(arena, &out);
	for (uint32_t i = 0; i < draft->type_count; i++)
		raise_levels(out.levels, draft->types[i].level, draft->types[i].areas,
		    draft->types[i].count);
	if (draft->profile.root != RELEASE_NONE)
		out.levels[draft->profile.root] = DISCLOSE_NATIONAL;
	for (uint32_t i = 0; i < out.age_count; i++)
		out.ages[i] = age_of(draft->ages[i]);
	for (uint32_t i = 0; i < out.category_count; i++)
		out.category_types[i] =
		    type_of(&types, first, draft->categories[i].type, i);
	for (uint32_t i = 0; i < out.period_count; i++)
		out.periods[i] = draft->periods[i].period;
	table_done(&types);
	return out;
}

struct ledger_places
ledger_places_of_release(struct arena *arena, const struct release *release)
{
	struct ledger_places out = {
		.relations = release->children,
		.relation_count = release->relation_count,
		.changes = release->changes,
		.change_count = release->change_count,
		.area_count = release->area_count,
		.age_count = release->age_count,
		.category_count = release->category_count,
		.period_count = release->period_count,
	};
	uint32_t *first = ARENA_NEW(arena, uint32_t, release->category_count);
	struct table types = { 0 };

	begin(arena, &out);
	for (uint32_t i = 0; i < release->type_count; i++)
		raise_levels(out.levels, (enum area_level)release->types[i].level,
		    &release->lists[release->types[i].first], release->types[i].count);
	if (release->profile->root != RELEASE_NONE)
		out.levels[release->profile->root] = DISCLOSE_NATIONAL;
	for (uint32_t i = 0; i < out.age_count; i++)
		out.ages[i] = age_of(release_text(release, release->ages[i].label));
	for (uint32_t i = 0; i < out.category_count; i++)
		out.category_types[i] = type_of(&types, first,
		    release_text(release, release->categories[i].type), i);
	for (uint32_t i = 0; i < out.period_count; i++)
		out.periods[i] = release_period(release, i);
	table_done(&types);
	return out;
}
