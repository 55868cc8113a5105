#include "build/groups.h"

#include <stdlib.h>

#include "build/geography.h"
#include "model/area.h"

enum { MOST_AREAS = 512 }; /* in one group, as in addresses */

/* One group on its way into the draft. */
struct making {
	const struct collection *c;
	const struct draft *draft;
	struct arena *arena;
	struct report *report;
	const struct config_group *config;
	uint32_t *areas, *without; /* numbers, as the lists of the settings */
	uint32_t *marks;           /* of each area: the part that brought it + 1 */
	uint32_t count;
	struct str reason; /* why it is no group; empty while nothing is known */
};

static uint32_t
find_area(const struct collection *c, struct str name)
{
	uint32_t area = geography_find(c, name);

	for (uint32_t i = 0; area == RELEASE_NONE && i < c->area_count; i++)
		if (str_equal_folded(area_short_name(c->areas[i].name), name))
			area = i;
	return area;
}

/* " is 'x' meant?" for the nearest name or code, or nothing. */
static struct str
meant(const struct making *m, struct str name)
{
	uint32_t count = m->c->area_count;
	struct str *names = ARENA_NEW(m->arena, struct str, 2 * (size_t)count);
	size_t near;

	for (uint32_t i = 0; i < count; i++) {
		names[i] = m->c->areas[i].name;
		names[count + i] = m->c->areas[i].code;
	}
	near = str_nearest(name, names, 2 * (size_t)count);
	return near == SIZE_MAX
		   ? STR("")
		   : str_print(m->arena, "; is '%.*s' meant?", STR_ARG(names[near]));
}

static bool
find_areas(const struct making *m, const struct str *names, const struct place *places,
    uint32_t count, uint32_t *areas)
{
	bool fine = true;

	for (uint32_t i = 0; i < count; i++) {
		areas[i] = find_area(m->c, names[i]);
		if (areas[i] != RELEASE_NONE)
			continue;
		fine = false;
		report_fault(m->report, places[i],
		    "no area '%.*s' in the figures; wanted a code or a name%.*s",
		    STR_ARG(names[i]), STR_ARG(meant(m, names[i])));
	}
	return fine;
}

static struct str
name_of(const struct making *m, uint32_t area)
{
	return area_short_name(m->c->areas[area].name);
}

static bool
refuse(struct making *m, struct str reason)
{
	if (!m->reason.len)
		m->reason = reason;
	return false;
}

static bool
add_area(struct making *m, uint32_t part, uint32_t area)
{
	uint32_t other = m->marks[area];

	if (other) {
		uint32_t whole = m->areas[other - 1];
		if (whole == area)
			whole = m->areas[part];
		return refuse(m,
		    whole == area
			? str_print(m->arena, "%.*s is there twice",
			      STR_ARG(name_of(m, area)))
			: str_print(m->arena,
			      "%.*s is part of %.*s and would be counted "
			      "twice",
			      STR_ARG(name_of(m, area)), STR_ARG(name_of(m, whole))));
	}
	m->marks[area] = part + 1;
	m->count++;
	return true;
}

static bool
take_out(struct making *m, uint32_t part, uint32_t area)
{
	if (!m->marks[area])
		return refuse(
		    m, str_print(m->arena, "%.*s is not part of what it is taken from",
			   STR_ARG(name_of(m, m->without[part]))));
	m->marks[area] = 0;
	m->count--;
	return true;
}

static bool
type_has(const struct draft_area_type *type, uint32_t area)
{
	for (uint32_t i = 0; i < type->count; i++)
		if (type->areas[i] == area)
			return true;
	return false;
}

typedef bool apply_area(struct making *m, uint32_t part, uint32_t area);

/* An area of the type, or those of the type below it. */
static bool
apply(struct making *m, uint32_t type, uint32_t part, uint32_t area, apply_area *what)
{
	const struct draft *draft = m->draft;
	const struct draft_area_type *all = &draft->types[type];
	bool any = false;

	if (type_has(&draft->types[type], area))
		return what(m, part, area);
	/* What holds all areas holds those that lie below something else too. */
	for (uint32_t i = 0; area == draft->profile.root && i < all->count; i++)
		if (!what(m, part, all->areas[i]))
			return false;
	if (area == draft->profile.root)
		return true;
	for (uint32_t i = 0; i < draft->relation_count; i++) {
		const struct release_relation *r = &draft->relations[i];
		if (r->type != type || r->parent != area)
			continue;
		if (!what(m, part, r->area))
			return false;
		any = true;
	}
	return any;
}

/* No member is part of another, by any of the relations. */
static bool
is_apart(struct making *m)
{
	for (uint32_t i = 0; i < m->draft->relation_count; i++) {
		const struct release_relation *r = &m->draft->relations[i];
		if (m->marks[r->parent] && m->marks[r->area] && r->parent != r->area)
			return refuse(
			    m, str_print(m->arena,
				   "%.*s is part of %.*s and would be counted twice",
				   STR_ARG(name_of(m, r->area)),
				   STR_ARG(name_of(m, r->parent))));
	}
	return true;
}

static bool
try_type(struct making *m, uint32_t type)
{
	bool fine = true;

	m->count = 0;
	memset(m->marks, 0, m->c->area_count * sizeof *m->marks);
	for (uint32_t i = 0; fine && i < m->config->area_count; i++)
		fine = apply(m, type, i, m->areas[i], add_area);
	for (uint32_t i = 0; fine && i < m->config->without_count; i++)
		fine = apply(m, type, i, m->without[i], take_out);
	if (!fine || !is_apart(m))
		return false;
	if (m->count >= 2 && m->count <= MOST_AREAS)
		return true;
	return refuse(m, str_print(m->arena, "it has %u areas", m->count));
}

static bool
find_type(struct making *m)
{
	for (uint32_t type = 0; type < m->draft->type_count; type++)
		if (try_type(m, type))
			return true;
	report_fault(m->report, m->config->place,
	    "no group '%.*s': %.*s; wanted 2 to %d areas of one kind, none part of "
	    "another",
	    STR_ARG(m->config->name),
	    STR_ARG(m->reason.len ? m->reason : STR("its areas are not of one kind")),
	    MOST_AREAS);
	return false;
}

static bool
has_own_slug(const struct making *m)
{
	struct str slug = m->config->slug;
	bool taken = geography_find_code(m->c, slug) != RELEASE_NONE ||
		     area_is_code(slug) || str_equal(slug, STR("all")) ||
		     str_equal(slug, STR("parent"));

	for (uint32_t i = 0; i < m->draft->group_count && !taken; i++)
		taken = str_equal(m->draft->groups[i].code, slug);
	if (taken)
		report_fault(m->report, m->config->place,
		    "'%.*s' means something else in addresses already; wanted another "
		    "'slug' for the group '%.*s'",
		    STR_ARG(slug), STR_ARG(m->config->name));
	return !taken;
}

static bool
make_group(struct making *m, struct draft_group *out)
{
	const struct config_group *config = m->config;
	bool found;

	if (!config->name.len || !config->area_count)
		return false;
	m->areas = ARENA_NEW(m->arena, uint32_t, config->area_count);
	m->without = ARENA_NEW(m->arena, uint32_t, config->without_count);
	found = find_areas(
	    m, config->areas, config->area_places, config->area_count, m->areas);
	found = find_areas(m, config->without, config->without_places,
		    config->without_count, m->without) &&
		found;
	if (!found || !has_own_slug(m) || !find_type(m))
		return false;
	*out = (struct draft_group){
		.code = config->slug,
		.name = config->name,
		.areas = ARENA_NEW(m->arena, uint32_t, m->count),
	};
	for (uint32_t i = 0; i < m->c->area_count; i++)
		if (m->marks[i])
			out->areas[out->count++] = i;
	return true;
}

void
groups_make(const struct collection *collection, const struct config_profile *profile,
    struct arena *arena, struct draft *draft, struct report *report)
{
	draft->groups = ARENA_NEW(arena, struct draft_group, profile->group_count);
	for (uint32_t i = 0; i < profile->group_count; i++) {
		struct making m = {
			.c = collection,
			.draft = draft,
			.arena = arena,
			.report = report,
			.config = &profile->groups[i],
			.marks = memory_take(collection->area_count, sizeof(uint32_t)),
		};
		draft->group_count +=
		    make_group(&m, &draft->groups[draft->group_count]);
		free(m.marks);
	}
}
