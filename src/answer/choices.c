#include "answer/choices.h"

#include "answer/grouping.h"
#include "answer/scope.h"
#include "release/group.h"

/* Room for the most there can be. */
static struct choices
room_for(struct arena *arena, uint32_t most)
{
	return (struct choices){ .at = ARENA_NEW(arena, struct choice, most) };
}

static void
add(struct choices *choices, struct str value, struct str name, bool chosen)
{
	choices->at[choices->count++] = (struct choice){
		.value = value,
		.name = name,
		.chosen = chosen,
	};
}

static void
add_area(
    struct choices *choices, const struct release *release, uint32_t area, bool chosen)
{
	add(choices, release_area_code(release, area), release_area_name(release, area),
	    chosen);
}

/* Groups of areas of the view's type. */
static void
add_groups(struct choices *choices, const struct view *view, uint32_t chosen)
{
	const struct release *release = view->release;

	for (uint32_t i = 0; i < release->group_count; i++) {
		uint32_t area = release->area_count + i;
		if (view->type != RELEASE_NONE && release->groups[i].types[view->type])
			add_area(choices, release, area, area == chosen);
	}
}

/* Areas that are like the view's area, where that is one. */
static void
add_similar(struct choices *choices, struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	uint32_t area = view->area, count;

	if (area == RELEASE_NONE || release_group(release, area))
		return;
	for (uint32_t kind = 0; kind < release->kind_count; kind++) {
		struct str slug = release_text(release, release->kinds[kind].slug);
		struct str code = str_print(arena, "%.*s~%.*s",
		    STR_ARG(release_area_code(release, area)), STR_ARG(slug));
		release_neighbours(release, kind, area, &count);
		/* One that is asked for is among the groups already. */
		if (count && release_area(release, code) == RELEASE_NONE)
			add(choices, code,
			    grouping_neighbours(arena, release, area, kind), false);
	}
}

struct choices
choices_domains(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	struct choices choices = room_for(arena, release->domain_count);

	for (uint32_t i = 0; i < release->domain_count; i++)
		if (release->domains[i].count || i == view->domain)
			add(&choices, release_text(release, release->domains[i].slug),
			    release_text(release, release->domains[i].name),
			    i == view->domain);
	return choices;
}

struct choices
choices_types(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	struct choices choices = room_for(arena, release->type_count);

	for (uint32_t i = 0; i < release->type_count; i++) {
		bool chosen = i == view->type;
		if (!chosen &&
		    (scope_type_is_root(release, i) ||
			!scope_has(release, view->domain, view->variant.indicator, i)))
			continue;
		add(&choices, release_text(release, release->types[i].slug),
		    release_text(release, release->types[i].name), chosen);
	}
	return choices;
}

struct choices
choices_parents(struct arena *arena, const struct view *view)
{
	uint32_t count;
	const uint32_t *parents =
	    scope_parents(arena, view->release, view->type, &count);
	struct choices choices = room_for(
	    arena, count + view->release->group_count + view->release->kind_count + 1);

	add(&choices, STR("all"), STR("All"), view->parent == RELEASE_NONE);
	for (uint32_t i = 0; i < count; i++)
		add_area(
		    &choices, view->release, parents[i], parents[i] == view->parent);
	add_groups(&choices, view, view->parent);
	add_similar(&choices, arena, view);
	return choices;
}

struct choices
choices_areas(struct arena *arena, const struct view *view)
{
	uint32_t count;
	const uint32_t *areas =
	    scope_areas(arena, view->release, view->type, RELEASE_NONE, &count);
	struct choices choices = room_for(arena, count + view->release->group_count);

	add_groups(&choices, view, view->area);
	for (uint32_t i = 0; i < count; i++)
		add_area(&choices, view->release, areas[i], areas[i] == view->area);
	return choices;
}

/* Groups, and another area that is compared with; what is the parent has its choice. */
static void
add_other_benchmarks(struct choices *choices, const struct view *view)
{
	uint32_t chosen = view->benchmark_is_parent ? RELEASE_NONE : view->benchmark;
	const struct release *release = view->release;
	uint32_t before = choices->count;

	add_groups(choices, view, chosen);
	for (uint32_t i = before; i < choices->count; i++)
		if (choices->at[i].chosen)
			return;
	if (chosen != RELEASE_NONE && chosen != release->profile->root)
		add_area(choices, release, chosen, true);
}

struct choices
choices_benchmarks(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	uint32_t root = release->profile->root, parents = 0;
	struct choices choices =
	    room_for(arena, 3 + release->group_count + release->kind_count);

	if (root != RELEASE_NONE)
		add_area(&choices, release, root, view->benchmark == root);
	if (view->parent != RELEASE_NONE) {
		add(&choices, STR("parent"), release_area_name(release, view->parent),
		    view->benchmark_is_parent);
	} else {
		scope_parents(arena, release, view->type, &parents);
		if (parents || view->benchmark_is_parent)
			add(&choices, STR("parent"), STR("Own parent"),
			    view->benchmark_is_parent);
	}
	add_other_benchmarks(&choices, view);
	add_similar(&choices, arena, view);
	return choices;
}

/* The series among which the view's indicator has its variants. */
static struct scope_series
variants_of(const struct view *view)
{
	uint32_t indicator = view->variant.indicator;
	struct scope_series series = { .count = 0 };

	if (indicator == RELEASE_NONE)
		return series;
	if (view->type != RELEASE_NONE)
		series = scope_series(view->release, indicator, view->type);
	if (!series.count)
		series = (struct scope_series){
			.first = view->release->indicators[indicator].first_series,
			.count = view->release->indicators[indicator].series,
		};
	return series;
}

struct choices
choices_sexes(struct arena *arena, const struct view *view)
{
	struct choices choices = room_for(arena, SEX_COUNT);
	struct scope_series series = variants_of(view);
	bool seen[SEX_COUNT] = { false };

	for (uint32_t i = 0; i < series.count; i++)
		seen[view->release->series[series.first + i].sex] = true;
	for (uint32_t i = 0; i < SEX_COUNT; i++)
		if (seen[i])
			add(&choices, str_of(view_sex_slug(i)),
			    str_of(sex_word((enum sex)i)), i == view->variant.sex);
	return choices;
}

struct choices
choices_ages(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	struct choices choices = room_for(arena, release->age_count);
	struct scope_series series = variants_of(view);
	bool *seen = ARENA_NEW(arena, bool, release->age_count);

	for (uint32_t i = 0; i < series.count; i++)
		seen[release->series[series.first + i].age] = true;
	for (uint32_t i = 0; i < release->age_count; i++)
		if (seen[i])
			add(&choices, view_age_slug(arena, release, i),
			    view_age_name(release, i), i == view->variant.age);
	return choices;
}

struct choices
choices_categories(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	struct choices choices = room_for(arena, release->category_count);
	struct scope_series series = variants_of(view);
	bool *seen = ARENA_NEW(arena, bool, release->category_count);

	for (uint32_t i = 0; i < series.count; i++)
		seen[release->series[series.first + i].category] = true;
	for (uint32_t i = 0; i < release->category_count; i++) {
		const struct release_category *c = &release->categories[i];
		if (!seen[i])
			continue;
		add(&choices, view_category_slug(arena, release, i),
		    i == 0 ? STR("All")
			   : str_print(arena, "%.*s: %.*s",
				 STR_ARG(release_text(release, c->type)),
				 STR_ARG(release_text(release, c->name))),
		    i == view->variant.category);
	}
	return choices;
}

struct choices
choices_periods(struct arena *arena, const struct view *view)
{
	const struct release *release = view->release;
	struct choices choices = { .count = 0 };

	if (view->series == RELEASE_NONE)
		return choices;

	const struct release_series *series = &release->series[view->series];
	choices = room_for(arena, series->periods);
	for (uint32_t i = series->periods; i-- > 0;) {
		uint32_t period = release->lists[series->first_period + i];
		bool chosen = view->period == RELEASE_NONE ? choices.count == 0
							   : period == view->period;
		add(&choices, view_period_slug(arena, release, period),
		    release_text(release, release->periods[period].label), chosen);
	}
	return choices;
}

static void
add_variant(struct variant *variants, uint32_t *count, struct variant variant)
{
	uint32_t at = *count;

	while (at > 0 && (variants[at - 1].sex > variant.sex ||
			     (variants[at - 1].sex == variant.sex &&
				 variants[at - 1].age >= variant.age))) {
		at--;
		if (variants[at].sex == variant.sex && variants[at].age == variant.age)
			return;
	}
	for (uint32_t i = (*count)++; i > at; i--)
		variants[i] = variants[i - 1];
	variants[at] = variant;
}

struct variant *
choices_variants(struct arena *arena, const struct release *release, uint32_t indicator,
    uint32_t type, uint32_t *count)
{
	const struct release_indicator *i = &release->indicators[indicator];
	struct scope_series series = { .first = i->first_series, .count = i->series };
	struct variant *variants;
	uint32_t plain = 0;

	*count = 0;
	if (type != RELEASE_NONE)
		series = scope_series(release, indicator, type);
	for (uint32_t n = 0; n < series.count; n++)
		plain += release->series[series.first + n].category == 0;
	variants = ARENA_NEW(arena, struct variant, plain);
	for (uint32_t n = 0; n < series.count; n++) {
		const struct release_series *s = &release->series[series.first + n];
		if (s->category == 0 && !release_is_band(release, series.first + n))
			add_variant(variants, count,
			    (struct variant){
				.indicator = indicator,
				.sex = s->sex,
				.age = s->age,
			    });
	}
	return variants;
}
