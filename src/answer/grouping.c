#include "answer/grouping.h"

#include <stdlib.h>

#include "answer/offer.h"
#include "answer/parts.h"
#include "answer/wish.h"
#include "model/area.h"
#include "release/group.h"

/* The parts of one value while they become a group of areas of one type. */
struct making {
	struct reading *r;
	const char *parameter;
	struct str asked;
	struct parts parts;
	uint32_t type;
	uint16_t *marks; /* of each area: the part that brought it + 1, or 0 */
	uint32_t count;
	struct str reason; /* the most telling so far why there is no such group */
};

static struct str
short_name(const struct making *m, uint32_t area)
{
	return area_short_name(release_area_name(m->r->release, area));
}

static bool
lose(const struct making *m, struct str reason)
{
	const struct reading *r = m->r;

	*r->lost = (struct lost){
		.what = "group of areas",
		.parameter = m->parameter,
		.asked = m->asked,
		.reason = reason,
		.type = RELEASE_NONE,
	};
	return err_set(
	    r->err, FAULT_MISSING, "cannot take areas together: %.*s", STR_ARG(reason));
}

/* What is nearest is offered within the whole value: head and tail are what stands
 * around it in its part. False. */
static bool
offer_whole(struct making *m, struct part *part, struct str head, struct str tail)
{
	struct lost *lost = m->r->lost;

	if (!lost->nearest_value.len)
		return false;
	part->text = str_print(m->r->arena, "%.*s%.*s%.*s", STR_ARG(head),
	    STR_ARG(lost->nearest_value), STR_ARG(tail));
	lost->nearest_value = parts_join(m->r->arena, &m->parts);
	return false;
}

/* The release with one group more. */
static void
lay_over(struct reading *r, const struct group *group)
{
	struct release *over = ARENA_NEW(r->arena, struct release, 1);
	uint32_t count = r->release->group_count;
	struct group *groups = ARENA_NEW(r->arena, struct group, count + 1);

	if (count)
		memcpy(groups, r->release->groups, count * sizeof *groups);
	groups[count] = *group;
	*over = *r->release;
	over->groups = groups;
	over->group_count = count + 1;
	r->release = over;
}

struct str
grouping_neighbours(
    struct arena *arena, const struct release *release, uint32_t area, uint32_t kind)
{
	struct str name = release_text(release, release->kinds[kind].name);
	char first = name.len ? name.at[0] : ' ';

	/* A capital that is not one of several gives way within a name. */
	if (name.len > 1 && first >= 'A' && first <= 'Z' && name.at[1] >= 'a')
		first = (char)(first - 'A' + 'a');
	return str_print(arena, "%.*s\u2019s %c%.*s",
	    STR_ARG(area_short_name(release_area_name(release, area))), first,
	    STR_ARG(str_slice(name, 1, name.len)));
}

/* Alike areas: no kind of that name, or none that are like this one. */
static bool
lose_kind(struct making *m, struct part *part, struct str head, struct str slug)
{
	struct release const *release = m->r->release;
	struct offer offer = offer_new(m->r->arena, release->kind_count);
	const struct loss loss = {
		.what = "kind of similar areas",
		.parameter = m->parameter,
		.asked = slug,
		.nearest = SIZE_MAX,
		.usual = SIZE_MAX,
	};

	for (uint32_t i = 0; i < release->kind_count; i++)
		offer_add(&offer, release_text(release, release->kinds[i].name),
		    release_text(release, release->kinds[i].slug));
	(void)offer_lose(&offer, &loss, m->r->lost, m->r->err);
	return offer_whole(m, part, head, STR(""));
}

static int
order_numbers(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Those that are like an area, as a group of the release. */
static bool
lay_neighbours(struct making *m, uint32_t area, uint32_t kind)
{
	const struct release *release = m->r->release;
	const struct release_kind *record = &release->kinds[kind];
	struct arena *arena = m->r->arena;
	uint32_t count, *members;
	const struct release_neighbour *found =
	    release_neighbours(release, kind, area, &count);
	struct group group;

	if (!count)
		return lose(
		    m, str_print(arena, "%.*s are not known.",
			   STR_ARG(grouping_neighbours(arena, release, area, kind))));
	members = ARENA_NEW(arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		members[i] = found[i].neighbour;
	qsort(members, count, sizeof *members, order_numbers);
	group = (struct group){
		.code = str_print(arena, "%.*s~%.*s",
		    STR_ARG(release_area_code(release, area)),
		    STR_ARG(release_text(release, record->slug))),
		.name = grouping_neighbours(arena, release, area, kind),
	};
	group_make(arena, release, members, count, area, &group);
	lay_over(m->r, &group);
	return true;
}

/* "E06000016~cipfa": the areas that are like one, by a kind. */
static bool
find_neighbours(struct making *m, struct part *part)
{
	struct str slug = part->text, code = str_cut(&slug, '~');
	struct str head = str_slice(part->text, 0, code.len + 1);
	struct str tail = str_slice(part->text, code.len, part->text.len);
	uint32_t area = release_area(m->r->release, code), kind;

	if (area == RELEASE_NONE) {
		(void)wish_lose_area(m->r, m->parameter, code);
		return offer_whole(m, part, STR(""), tail);
	}
	if (release_group(m->r->release, area))
		return lose(m, STR("Only a single area has others that are like it."));
	kind = release_kind(m->r->release, slug);
	if (kind == RELEASE_NONE)
		return lose_kind(m, part, head, slug);
	if (!lay_neighbours(m, area, kind))
		return false;
	part->area = m->r->release->area_count + m->r->release->group_count - 1;
	return true;
}

static bool
find_parts(struct making *m)
{
	for (size_t i = 0; i < m->parts.count; i++) {
		struct part *part = &m->parts.at[i];
		part->area = release_area(m->r->release, part->text);
		if (part->area == RELEASE_NONE &&
		    memchr(part->text.at, '~', part->text.len)) {
			if (!find_neighbours(m, part))
				return false;
		} else if (part->area == RELEASE_NONE) {
			(void)wish_lose_area(m->r, m->parameter, part->text);
			return offer_whole(m, part, STR(""), STR(""));
		}
		part->text = release_area_code(m->r->release, part->area);
	}
	parts_join(m->r->arena, &m->parts);
	return true;
}

/* The areas of the type that a part stands for: itself, its members, or those below it.
 */
static const uint32_t *
areas_of(const struct making *m, const struct part *part, uint32_t *count)
{
	const struct release *release = m->r->release;
	const struct group *group = release_group(release, part->area);
	const struct release_relation *below;
	uint32_t *areas;

	*count = 1;
	if (!group && release_type_has(release, m->type, part->area))
		return &part->area;
	if (group) {
		*count = group->types[m->type] ? group->count : 0;
		return group->members;
	}
	/* What holds all areas holds those that lie below something else too. */
	if (part->area == release->profile->root)
		return release_areas_of_type(release, m->type, count);
	below = release_children(release, m->type, part->area, count);
	areas = ARENA_NEW(m->r->arena, uint32_t, *count);
	for (uint32_t i = 0; i < *count; i++)
		areas[i] = below[i].area;
	return areas;
}

static bool
refuse(struct making *m, struct str reason)
{
	if (!m->reason.len)
		m->reason = reason;
	return false;
}

static bool
refuse_overlap(struct making *m, uint32_t whole, uint32_t part)
{
	return refuse(m,
	    str_print(m->r->arena, "%.*s is part of %.*s and would be counted twice.",
		STR_ARG(short_name(m, part)), STR_ARG(short_name(m, whole))));
}

static bool
add_area(struct making *m, size_t part, uint32_t area)
{
	uint16_t *mark = &m->marks[area];

	if (*mark) {
		const struct part *other = &m->parts.at[*mark - 1];
		bool whole = other->area == area;
		return refuse_overlap(
		    m, whole ? m->parts.at[part].area : other->area, area);
	}
	*mark = (uint16_t)(part + 1);
	m->count++;
	return true;
}

static bool
take_out(struct making *m, size_t part, uint32_t area)
{
	uint16_t *mark = &m->marks[area];

	if (!*mark)
		return refuse(m,
		    str_print(m->r->arena, "%.*s is not part of what it is taken from.",
			STR_ARG(short_name(m, m->parts.at[part].area))));
	*mark = 0;
	m->count--;
	return true;
}

static bool
apply(struct making *m, size_t number)
{
	const struct part *part = &m->parts.at[number];
	uint32_t count;
	const uint32_t *areas = areas_of(m, part, &count);

	for (uint32_t i = 0; i < count; i++)
		if (!(part->taken_out ? take_out(m, number, areas[i])
				      : add_area(m, number, areas[i])))
			return false;
	return count > 0;
}

/* Named by the reader, not brought by a larger area. */
static bool
is_named(const struct making *m, uint32_t area)
{
	return m->marks[area] && m->parts.at[m->marks[area] - 1].area == area;
}

/* Of two areas one of which took the place of the other, alone or with others, only one
 * is meant. */
static bool
succeeds(struct making *m, uint32_t area)
{
	uint32_t count;
	const struct release_change *changes =
	    release_changes(m->r->release, area, &count);

	for (uint32_t i = 0; i < count && is_named(m, area); i++) {
		uint32_t before = changes[i].before;
		if (before != RELEASE_NONE && before != area && is_named(m, before))
			return !refuse(
			    m, str_print(m->r->arena,
				   "%.*s took the place of %.*s and would be counted "
				   "twice.",
				   STR_ARG(short_name(m, area)),
				   STR_ARG(short_name(m, before))));
	}
	return false;
}

/* Two areas may be of one type, and one of them still a part of the other. */
static bool
overlaps(struct making *m, uint32_t area)
{
	const struct release *release = m->r->release;

	for (uint32_t type = 0; type < release->type_count; type++) {
		uint32_t count;
		const struct release_relation *below =
		    release_children(release, type, area, &count);
		for (uint32_t i = 0; i < count; i++)
			if (m->marks[below[i].area] && below[i].area != area)
				return !refuse_overlap(m, area, below[i].area);
	}
	return false;
}

/* Whether the parts make a group of areas of a type. */
static bool
try_type(struct making *m, uint32_t type)
{
	const struct release *release = m->r->release;
	bool fine = true;

	m->type = type;
	m->count = 0;
	memset(m->marks, 0, release->area_count * sizeof *m->marks);
	for (size_t i = 0; fine && i < m->parts.count; i++)
		fine = apply(m, i);
	for (uint32_t i = 0; fine && i < release->area_count; i++)
		fine = !m->marks[i] || !(overlaps(m, i) || succeeds(m, i));
	if (fine && (m->count < 2 || m->count > GROUP_MOST))
		return refuse(
		    m, m->count ? str_print(m->r->arena,
				      "A group has 2 to %d areas, and this one has %u.",
				      GROUP_MOST, m->count)
				: STR("Nothing is left of it."));
	return fine;
}

static bool
find_type(struct making *m, uint32_t asked)
{
	uint32_t count = m->r->release->type_count;

	if (asked != RELEASE_NONE && try_type(m, asked))
		return true;
	m->reason = STR("");
	for (uint32_t type = 0; type < count; type++)
		if (try_type(m, type))
			return true;
	return lose(
	    m, m->reason.len ? m->reason : STR("They are not areas of one kind."));
}

static struct str
names_of(const struct making *m, bool taken_out)
{
	enum { NAMED = 4 };
	struct str names[GROUPING_PARTS];
	size_t count = 0;

	for (size_t i = 0; i < m->parts.count; i++)
		if (m->parts.at[i].taken_out == taken_out) {
			struct str name = short_name(m, m->parts.at[i].area);
			size_t at = count++;
			for (; at > 0 && str_order(names[at - 1], name) > 0; at--)
				names[at] = names[at - 1];
			names[at] = name;
		}
	return grouping_list(m->r->arena, names, count, NAMED);
}

static struct str
name_of(const struct making *m)
{
	struct str with = names_of(m, false), without = names_of(m, true);

	return without.len ? str_print(m->r->arena, "%.*s without %.*s", STR_ARG(with),
				 STR_ARG(without))
			   : with;
}

static struct group
group_of(struct making *m)
{
	uint32_t *members = ARENA_NEW(m->r->arena, uint32_t, m->count), count = 0;
	struct group group = {
		.code = parts_join(m->r->arena, &m->parts),
		.name = name_of(m),
	};

	for (uint32_t i = 0; i < m->r->release->area_count; i++)
		if (m->marks[i])
			members[count++] = i;
	group_make(m->r->arena, m->r->release, members, count, RELEASE_NONE, &group);
	return group;
}

/* Whether every part is the name of something: groups of the profile have no digits. */
static bool
all_known(const struct release *release, struct str text)
{
	size_t count = 0;

	for (struct str part = parts_next(&text); part.len; part = parts_next(&text)) {
		bool taken_out = part.at[0] == '-';
		if (release_area(release, str_slice(part, taken_out, part.len)) ==
		    RELEASE_NONE)
			return false;
		count++;
	}
	return count > 1;
}

static bool
read_value(struct reading *r, const char *parameter, uint32_t type, struct str *value)
{
	struct making m = { .r = r, .parameter = parameter, .asked = *value };
	struct group group;

	if (!value->len || release_area(r->release, *value) != RELEASE_NONE ||
	    (!grouping_is(*value) && !all_known(r->release, *value)))
		return true;
	if (!parts_split(*value, &m.parts))
		return lose(&m, STR("It has too many parts."));
	if (!find_parts(&m))
		return false;
	*value = parts_join(r->arena, &m.parts);
	if ((m.parts.count == 1 && !m.parts.at[0].taken_out) ||
	    release_area(r->release, *value) != RELEASE_NONE)
		return true;
	m.marks = ARENA_NEW(r->arena, uint16_t, r->release->area_count);
	if (!find_type(&m, type))
		return false;
	group = group_of(&m);
	lay_over(r, &group);
	return true;
}

bool
grouping_read(struct reading *r, struct question *question)
{
	uint32_t type = question->type.len
			    ? release_area_type(r->release, question->type)
			    : RELEASE_NONE;

	question->sort = grouping_normal(r->arena, question->sort);
	return read_value(r, "area", type, &question->area) &&
	       read_value(r, "parent", type, &question->parent) &&
	       read_value(r, "benchmark", type, &question->benchmark);
}
