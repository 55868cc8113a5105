#include "build/geography.h"

#include <stdlib.h>

#include "base/table.h"
#include "build/relation.h"

struct ranked_type {
	uint32_t collected;
	uint32_t listed; /* place in the profile's list, or RELEASE_NONE */
	enum area_level level;
};

static int
order_types(const void *a, const void *b)
{
	const struct ranked_type *x = a, *y = b;

	if (x->listed != y->listed)
		return x->listed < y->listed ? -1 : 1;
	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	return (x->collected > y->collected) - (x->collected < y->collected);
}

static void
match_listed(const struct collection *c, const struct config_profile *profile,
    struct ranked_type *types, struct report *report)
{
	for (uint32_t l = 0; l < profile->area_type_count; l++) {
		struct str name = profile->area_types[l];
		uint32_t t = 0;
		while (t < c->type_count && !str_equal_folded(c->types[t], name))
			t++;
		if (t < c->type_count) {
			types[t].listed = l;
			continue;
		}
		size_t near = str_nearest(name, c->types, c->type_count);
		report_note(report, profile->area_type_places[l],
		    "area type '%.*s' is not in the data%s%.*s%s", STR_ARG(name),
		    near == SIZE_MAX ? "" : "; is '",
		    near == SIZE_MAX ? 0 : (int)c->types[near].len,
		    near == SIZE_MAX ? "" : c->types[near].at,
		    near == SIZE_MAX ? "" : "' meant?");
	}
}

/* A slug of its own for each type: "county-ua", "county-ua-2". */
static struct str
free_slug(struct arena *arena, struct table *slugs, struct str name)
{
	struct str slug = str_slug(arena, name), wanted = slug;

	for (unsigned n = 2; table_find(slugs, slug) != TABLE_NONE; n++)
		slug = str_print(arena, "%.*s-%u", STR_ARG(wanted), n);
	table_add(slugs, slug);
	return slug;
}

static void
make_types(const struct collection *c, const struct config_profile *profile,
    struct arena *arena, struct draft *draft, uint32_t *type_numbers,
    struct report *report)
{
	struct ranked_type *ranked = memory_take(c->type_count, sizeof *ranked);
	struct table slugs = { 0 };

	for (uint32_t i = 0; i < c->type_count; i++)
		ranked[i] = (struct ranked_type){
			.collected = i,
			.listed = RELEASE_NONE,
			.level = area_level_of(c->types[i]),
		};
	match_listed(c, profile, ranked, report);
	qsort(ranked, c->type_count, sizeof *ranked, order_types);
	draft->type_count = c->type_count;
	draft->types = ARENA_NEW(arena, struct draft_area_type, c->type_count);
	for (uint32_t i = 0; i < c->type_count; i++) {
		struct str name = c->types[ranked[i].collected];
		type_numbers[ranked[i].collected] = i;
		draft->types[i].name = name;
		draft->types[i].slug = free_slug(arena, &slugs, name);
		draft->types[i].level = ranked[i].level;
	}
	table_done(&slugs);
	free(ranked);
}

/* The areas of each type: those that any of its series has. */
static void
fill_types(const struct collection *c, struct arena *arena, struct draft *draft,
    const uint32_t *type_numbers)
{
	unsigned char *has =
	    memory_take((size_t)c->type_count * c->area_count, sizeof *has);

	for (uint32_t s = 0; s < c->series_count; s++) {
		const struct collected_series *series = &c->series[s];
		size_t row = (size_t)type_numbers[series->area_type] * c->area_count;
		for (uint32_t a = 0; a < series->area_count; a++)
			has[row + series->areas[a]] = 1;
	}
	for (uint32_t t = 0; t < c->type_count; t++) {
		struct draft_area_type *type = &draft->types[t];
		const unsigned char *row = has + (size_t)t * c->area_count;
		for (uint32_t a = 0; a < c->area_count; a++)
			type->count += row[a];
		type->areas = ARENA_NEW(arena, uint32_t, type->count);
		for (uint32_t a = 0, n = 0; a < c->area_count; a++)
			if (row[a])
				type->areas[n++] = a;
	}
	free(has);
}

static void
make_relations(const struct collection *c, struct arena *arena, struct draft *draft,
    const uint32_t *type_numbers)
{
	draft->relation_count = c->relation_count;
	draft->relations = ARENA_NEW(arena, struct release_relation, c->relation_count);
	for (uint32_t i = 0; i < c->relation_count; i++) {
		draft->relations[i] = c->relations[i];
		draft->relations[i].type = type_numbers[c->relations[i].type];
	}
	draft->relation_count = relation_sort(draft->relations, draft->relation_count);
}

/* England where it is there; else the only area of a type of country level. */
static uint32_t
find_root(const struct collection *c, const struct draft *draft)
{
	uint32_t root = geography_find(c, AREA_ENGLAND);

	for (uint32_t t = 0; t < draft->type_count && root == RELEASE_NONE; t++)
		if (draft->types[t].level == LEVEL_COUNTRY &&
		    draft->types[t].count == 1)
			root = draft->types[t].areas[0];
	return root;
}

uint32_t
geography_find_code(const struct collection *c, struct str code)
{
	uint32_t from = 0, until = c->area_count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		int order = str_order(c->areas[middle].code, code);
		if (order == 0)
			return middle;
		if (order < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return RELEASE_NONE;
}

uint32_t
geography_find(const struct collection *collection, struct str name)
{
	for (uint32_t i = 0; i < collection->area_count; i++)
		if (str_equal_folded(collection->areas[i].code, name))
			return i;
	for (uint32_t i = 0; i < collection->area_count; i++)
		if (str_equal_folded(collection->areas[i].name, name))
			return i;
	return RELEASE_NONE;
}

void
geography_make(const struct collection *collection,
    const struct config_profile *profile, struct arena *arena, struct draft *draft,
    uint32_t *type_numbers, struct report *report)
{
	draft->area_count = collection->area_count;
	draft->areas = ARENA_NEW(arena, struct draft_area, collection->area_count);
	for (uint32_t i = 0; i < collection->area_count; i++) {
		draft->areas[i].code = collection->areas[i].code;
		draft->areas[i].name = collection->areas[i].name;
		draft->areas[i].published = collection->areas[i].published;
	}
	make_types(collection, profile, arena, draft, type_numbers, report);
	fill_types(collection, arena, draft, type_numbers);
	make_relations(collection, arena, draft, type_numbers);
	draft->profile.root = find_root(collection, draft);
}
