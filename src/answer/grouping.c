#include "answer/grouping.h"

#include <stdlib.h>

#include "answer/offer.h"
#include "answer/wish.h"
#include "model/area.h"
#include "release/group.h"

/* One part of a value: an area or a group of the release, added or taken out. */
struct part {
	struct str text; /* without the sign */
	bool taken_out;
	uint32_t area;
};

struct parts {
	struct part at[GROUPING_PARTS];
	size_t count;
};

static bool
is_separator(char c)
{
	return c == '+' || c == ' ' || c == ',';
}

/* Takes the next part off a text; empty at its end. */
static struct str
next_part(struct str *text)
{
	size_t from = 0, until;
	struct str part;

	while (from < text->len && is_separator(text->at[from]))
		from++;
	until = from;
	while (until < text->len && !is_separator(text->at[until]))
		until++;
	part = str_slice(*text, from, until);
	*text = str_slice(*text, until, text->len);
	return part;
}

static bool
is_like_code(struct str part)
{
	unsigned digits = 0;

	for (size_t i = 0; i < part.len; i++) {
		char c = part.at[i];
		bool digit = c >= '0' && c <= '9';
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!digit && !letter && c != '-' && c != '_' && c != '.')
			return false;
		digits += digit;
	}
	return digits > 1;
}

bool
grouping_is(struct str text)
{
	size_t count = 0;
	bool coded = false;

	for (struct str part = next_part(&text); part.len; part = next_part(&text)) {
		coded = coded || is_like_code(part);
		count++;
	}
	return coded && count > 1;
}

static int
order_parts(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	return x->taken_out != y->taken_out ? x->taken_out - y->taken_out
					    : str_order(x->text, y->text);
}

/* False where there are too many. */
static bool
split(struct str text, struct parts *parts)
{
	parts->count = 0;
	for (struct str part = next_part(&text); part.len; part = next_part(&text)) {
		bool taken_out = part.at[0] == '-';
		if (parts->count == GROUPING_PARTS)
			return false;
		parts->at[parts->count++] = (struct part){
			.text = str_slice(part, taken_out, part.len),
			.taken_out = taken_out,
			.area = RELEASE_NONE,
		};
	}
	return true;
}

/* In order, none twice, as a text. */
static struct str
join(struct arena *arena, struct parts *parts)
{
	struct str text = STR("");
	size_t kept = 0;

	qsort(parts->at, parts->count, sizeof *parts->at, order_parts);
	for (size_t i = 0; i < parts->count; i++) {
		const struct part *part = &parts->at[i];
		if (kept && order_parts(&parts->at[kept - 1], part) == 0)
			continue;
		text = str_print(arena, "%.*s%s%s%.*s", STR_ARG(text), kept ? "+" : "",
		    part->taken_out ? "-" : "", STR_ARG(part->text));
		parts->at[kept++] = *part;
	}
	parts->count = kept;
	return text;
}

struct str
grouping_normal(struct arena *arena, struct str text)
{
	struct parts parts;

	return grouping_is(text) && split(text, &parts) ? join(arena, &parts) : text;
}

struct str
grouping_list(struct arena *arena, const struct str *names, size_t count, size_t most)
{
	size_t shown = count > most ? most - 1 : count;
	struct str text = STR("");

	for (size_t i = 0; i < shown; i++)
		text = str_print(arena, "%.*s%s%.*s", STR_ARG(text),
		    i == 0                             ? ""
		    : i + 1 == shown && shown == count ? " and "
						       : ", ",
		    STR_ARG(names[i]));
	if (shown < count)
		text = str_print(
		    arena, "%.*s and %zu others", STR_ARG(text), count - shown);
	return text;
}

/* The parts of one value while they become a group of areas of one type. */
struct making {
	const struct reading *r;
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

/* The whole value is offered with the nearest in the place of what is unknown. */
static bool
lose_part(struct making *m, struct part *part)
{
	const struct reading *r = m->r;

	(void)wish_lose_area(r, m->parameter, part->text);
	if (r->lost->nearest_value.len) {
		part->text = r->lost->nearest_value;
		r->lost->nearest_value = join(r->arena, &m->parts);
	}
	return false;
}

static bool
find_parts(struct making *m)
{
	for (size_t i = 0; i < m->parts.count; i++) {
		struct part *part = &m->parts.at[i];
		part->area = release_area(m->r->release, part->text);
		if (part->area == RELEASE_NONE)
			return lose_part(m, part);
		part->text = release_area_code(m->r->release, part->area);
	}
	join(m->r->arena, &m->parts);
	return true;
}

/* The areas of the type that a part stands for: itself, its members, or those below it.
 */
static const struct release_relation *
areas_of(const struct making *m, const struct part *part,
    struct release_relation *itself, uint32_t *count)
{
	const struct release *release = m->r->release;

	if (!release_group(release, part->area) &&
	    release_type_has(release, m->type, part->area)) {
		*itself = (struct release_relation){ .area = part->area };
		*count = 1;
		return itself;
	}
	return release_children(release, m->type, part->area, count);
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
	struct release_relation itself;
	uint32_t count;
	const struct release_relation *areas = areas_of(m, part, &itself, &count);

	for (uint32_t i = 0; i < count; i++)
		if (!(part->taken_out ? take_out(m, number, areas[i].area)
				      : add_area(m, number, areas[i].area)))
			return false;
	return count > 0;
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
		fine = !m->marks[i] || !overlaps(m, i);
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
		.code = join(m->r->arena, &m->parts),
		.name = name_of(m),
	};

	for (uint32_t i = 0; i < m->r->release->area_count; i++)
		if (m->marks[i])
			members[count++] = i;
	group_make(m->r->arena, m->r->release, members, count, RELEASE_NONE, &group);
	return group;
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

/* Whether every part is the name of something: groups of the profile have no digits. */
static bool
all_known(const struct release *release, struct str text)
{
	size_t count = 0;

	for (struct str part = next_part(&text); part.len; part = next_part(&text)) {
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
	if (!split(*value, &m.parts))
		return lose(&m, STR("It has too many parts."));
	if (!find_parts(&m))
		return false;
	*value = join(r->arena, &m.parts);
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
