#include "answer/partition.h"

#include <stdlib.h>

#include "model/indicator.h"

static const struct release_series *
series_of(const struct release *release, uint32_t indicator, uint32_t *count)
{
	const struct release_indicator *record = &release->indicators[indicator];

	*count = record->series;
	return release->series + record->first_series;
}

bool
partition_equal(struct partition a, struct partition b)
{
	return a.kind == b.kind && (a.kind != PARTITION_CATEGORY || a.type == b.type);
}

struct str
partition_slug(
    struct arena *arena, const struct release *release, struct partition partition)
{
	if (partition.kind == PARTITION_NONE)
		return STR("");
	return str_slug(arena, partition_name(release, partition));
}

/* The number of a series that tells its part from others of the partition;
 * RELEASE_NONE where it is no part of it. */
static uint32_t
part_number(const struct release *release, struct partition partition,
    const struct release_series *series)
{
	bool plain = series->category == 0;

	switch (partition.kind) {
	case PARTITION_NONE: break;
	case PARTITION_SEX: return plain ? series->sex : RELEASE_NONE;
	case PARTITION_AGE: return plain ? series->age : RELEASE_NONE;
	case PARTITION_CATEGORY:
		return !plain && release->categories[series->category].type ==
				     partition.type
			   ? series->category
			   : RELEASE_NONE;
	}
	return RELEASE_NONE;
}

static bool
has_two_parts(
    const struct release *release, uint32_t indicator, struct partition partition)
{
	uint32_t count, first = RELEASE_NONE;
	const struct release_series *series = series_of(release, indicator, &count);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t number = part_number(release, partition, &series[i]);
		if (number == RELEASE_NONE)
			continue;
		if (first != RELEASE_NONE && number != first)
			return true;
		first = number;
	}
	return false;
}

static bool
is_of_deprivation(const struct release *release, const struct release_category *c)
{
	struct deprivation place;

	return deprivation_parse(
	    release_text(release, c->type), release_text(release, c->name), &place);
}

static void
add(struct partitions *list, const struct release *release, uint32_t indicator,
    struct partition partition)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (partition_equal(list->at[i], partition))
			return;
	if (has_two_parts(release, indicator, partition))
		list->at[list->count++] = partition;
}

struct partitions
partition_list(struct arena *arena, const struct release *release, uint32_t indicator)
{
	struct partitions list = { .count = 0 };
	const struct release_series *series;
	uint32_t count;

	if (indicator == RELEASE_NONE)
		return list;
	series = series_of(release, indicator, &count);
	list.at = ARENA_NEW(arena, struct partition, count + 2);
	for (unsigned deprived = 2; deprived-- > 0;)
		for (uint32_t i = 0; i < count; i++) {
			const struct release_category *c =
			    &release->categories[series[i].category];
			if (series[i].category &&
			    is_of_deprivation(release, c) == (deprived == 1))
				add(&list, release, indicator,
				    (struct partition){ PARTITION_CATEGORY, c->type });
		}
	add(&list, release, indicator, (struct partition){ .kind = PARTITION_SEX });
	add(&list, release, indicator, (struct partition){ .kind = PARTITION_AGE });
	return list;
}

struct choices
choices_partitions(struct arena *arena, const struct view *view)
{
	struct partitions list =
	    partition_list(arena, view->release, view->variant.indicator);
	struct choices choices = { .at = ARENA_NEW(arena, struct choice, list.count),
		.count = list.count };

	for (uint32_t i = 0; i < list.count; i++)
		choices.at[i] = (struct choice){
			.value = partition_slug(arena, view->release, list.at[i]),
			.name = partition_name(view->release, list.at[i]),
			.chosen = partition_equal(list.at[i], view->by),
		};
	return choices;
}

static struct partition_part
part_of(const struct release *release, struct partition by, const struct variant *v)
{
	struct partition_part part = { .variant = *v };
	const struct release_category *c = &release->categories[v->category];

	if (by.kind == PARTITION_SEX)
		part.name = str_of(sex_word((enum sex)v->sex));
	else if (by.kind == PARTITION_AGE)
		part.name = view_age_name(release, v->age);
	else
		part.name = v->category ? release_text(release, c->name) : STR("All");
	if (by.kind == PARTITION_CATEGORY && v->category &&
	    !deprivation_parse(
		release_text(release, c->type), part.name, &part.deprivation))
		part.deprivation.place = 0;
	return part;
}

/* Whether a series differs from the view's variant in nothing but what the partition
 * is by. */
static bool
belongs(const struct release_series *series, const struct view *view)
{
	const struct variant *v = &view->variant;

	switch (view->by.kind) {
	case PARTITION_NONE: break;
	case PARTITION_SEX: return series->age == v->age;
	case PARTITION_AGE: return series->sex == v->sex;
	case PARTITION_CATEGORY: return series->sex == v->sex && series->age == v->age;
	}
	return false;
}

/* Series of the view's variant that are parts, for areas of any kind or for kinds that
 * its area is of. */
static uint32_t
count_parts(const struct view *view, bool own)
{
	const struct release *release = view->release;
	uint32_t count, parts = 0;
	const struct release_series *series =
	    series_of(release, view->variant.indicator, &count);

	for (uint32_t i = 0; i < count; i++) {
		bool is_there = !own || (view->area != RELEASE_NONE &&
					    release_type_has(release,
						series[i].area_type, view->area));
		parts += is_there && belongs(&series[i], view) &&
			 part_number(release, view->by, &series[i]) != RELEASE_NONE;
	}
	return parts;
}

static bool
fit_among(struct view *view, bool own)
{
	uint32_t count, best = count_parts(view, own);
	const struct release_series *series =
	    series_of(view->release, view->variant.indicator, &count);
	struct view other = *view;

	if (best >= 2)
		return true;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t parts;
		other.variant.sex = series[i].sex;
		other.variant.age = series[i].age;
		parts = count_parts(&other, own);
		if (parts > best) {
			best = parts;
			view->variant = other.variant;
		}
	}
	return best >= 2;
}

void
partition_fit(struct view *view)
{
	const struct variant *v = &view->variant;

	view->variant.category = 0;
	if (view->by.kind == PARTITION_NONE)
		return;
	if (!fit_among(view, true))
		(void)fit_among(view, false);
	if (view->type != RELEASE_NONE)
		view->series = release_find_series(
		    view->release, v->indicator, view->type, v->sex, v->age, 0);
}

static bool
has(const struct partition_parts *parts, const struct variant *variant)
{
	for (uint32_t i = 0; i < parts->count; i++)
		if (variant_equal(&parts->at[i].variant, variant))
			return true;
	return false;
}

/* Whether an age band holds all others of the parts; bands that name no years hold
 * nothing and are held by none. */
static bool
holds_all(
    const struct release *release, const struct partition_parts *parts, uint32_t at)
{
	unsigned from, until, others_from, others_until;

	if (!age_parse(
		view_age_name(release, parts->at[at].variant.age), &from, &until))
		return false;
	for (uint32_t i = 0; i < parts->count; i++)
		if (i != at &&
		    age_parse(parts->at[i].name, &others_from, &others_until) &&
		    (others_from < from || others_until > until))
			return false;
	return true;
}

static void
take_total(struct partition_parts *parts, uint32_t at)
{
	parts->total = parts->at[at];
	for (uint32_t i = at + 1; i < parts->count; i++)
		parts->at[i - 1] = parts->at[i];
	parts->count--;
}

/* Moves what the others are parts of out of their list. */
static void
find_total(const struct view *view, struct partition_parts *parts)
{
	for (uint32_t i = 0; i < parts->count; i++) {
		const struct variant *v = &parts->at[i].variant;
		bool is_total = view->by.kind == PARTITION_SEX ? v->sex == SEX_PERSONS
				: view->by.kind == PARTITION_AGE
				    ? holds_all(view->release, parts, i)
				    : v->category == 0;
		if (is_total && parts->count > 1) {
			take_total(parts, i);
			return;
		}
	}
}

static int
order_parts(const void *a, const void *b)
{
	const struct partition_part *x = a, *y = b;
	uint32_t one = x->variant.category, other = y->variant.category;

	if (x->deprivation.place != y->deprivation.place)
		return x->deprivation.place < y->deprivation.place ? -1 : 1;
	return one != other ? (one < other ? -1 : 1)
	       : x->variant.sex != y->variant.sex
		   ? (x->variant.sex < y->variant.sex ? -1 : 1)
		   : (x->variant.age > y->variant.age) -
			 (x->variant.age < y->variant.age);
}

struct partition_parts
partition_parts(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	struct partition_parts parts = { .count = 0 };
	const struct release_series *series;
	uint32_t count;

	if (view->by.kind == PARTITION_NONE)
		return parts;
	series = series_of(release, view->variant.indicator, &count);
	parts.at = ARENA_NEW(arena, struct partition_part, count);
	for (uint32_t i = 0; i < count; i++) {
		struct variant v = { view->variant.indicator, series[i].sex,
			series[i].age, series[i].category };
		bool is_all =
		    view->by.kind == PARTITION_CATEGORY && series[i].category == 0;
		if (!belongs(&series[i], view) || has(&parts, &v) ||
		    (!is_all &&
			part_number(release, view->by, &series[i]) == RELEASE_NONE))
			continue;
		parts.at[parts.count++] = part_of(release, view->by, &v);
	}
	find_total(view, &parts);
	qsort(parts.at, parts.count, sizeof *parts.at, order_parts);
	return parts;
}
