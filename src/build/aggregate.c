#include "build/aggregate.h"

#include <stdlib.h>

#include "base/task.h"
#include "build/compute.h"
#include "build/geography.h"
#include "build/stage.h"

static void
compute_one(void *context, size_t number)
{
	const struct aggregate *a = context;

	if (a->batches[number].counts)
		compute_batch(a->recipes, &a->batches[number],
		    a->folder->paths[a->batches[number].source]);
}

/* All that there is so far, areas above the areas included. The report is that of the
 * last collection. */
static void
collect_so_far(const struct aggregate *a, struct batch *above, struct batch **all,
    struct collection *c)
{
	struct report unread = { 0 };

	*all = memory_take(a->count + 1, sizeof **all);
	memcpy(*all, a->batches, a->count * sizeof **all);
	places_batch(a->places, a->batches, a->count, above);
	(*all)[a->count] = *above;
	collect(c, *all, a->count + 1, a->folder->paths, a->threads, &unread);
	places_relate(a->places, c);
	report_done(&unread);
}

/* One step for the recipes of one file of definitions. */
static void
run_step(struct stage *stage, struct str file, stage_step *step)
{
	const struct collection *c = stage->c;

	for (uint32_t first = 0, until; first < c->series_count; first = until) {
		uint32_t indicator = c->series[first].indicator, recipe;
		until = first + 1;
		while (
		    until < c->series_count && c->series[until].indicator == indicator)
			until++;
		recipe = recipes_find(stage->recipes, c->indicators[indicator].key);
		if (recipe != TABLE_NONE &&
		    str_equal(stage->recipes->at[recipe]->place.file, file)) {
			stage_enter(stage, first, until - first);
			step(stage, stage->recipes->at[recipe],
			    stage->recipes->multipliers[recipe]);
			stage_leave(stage);
		}
	}
}

/* A step for all recipes: a batch for each file of definitions. */
static void
add_step(struct aggregate *a, stage_step *step)
{
	struct batch above = { 0 }, *all;
	struct collection c;
	struct kin kin;

	collect_so_far(a, &above, &all, &c);
	kin_make(&kin, &c, a->places);
	for (uint32_t i = 0; i < a->folder->count; i++) {
		struct batch *made;
		struct stage stage = {
			.c = &c,
			.recipes = a->recipes,
			.places = a->places,
			.kin = &kin,
		};
		if (a->folder->files[i].kind != KIND_DEFINITIONS)
			continue;
		a->batches = memory_grow(a->batches, a->count + 1, sizeof *a->batches);
		made = &a->batches[a->count++];
		*made = (struct batch){ .source = i };
		maker_init(&stage.maker, made);
		run_step(&stage, a->folder->paths[i], step);
		maker_done(&stage.maker);
	}
	kin_done(&kin);
	collection_done(&c);
	batch_done(&above);
	free(all);
}

/* Rows of years that are pooled do not stand beside them unless that is wanted. */
static bool
is_kept(const struct batch *batch, const struct row *row, const void *context)
{
	const struct recipes *recipes = context;
	struct str key = batch->indicators.texts[batch->groups[row->group].indicator];
	uint32_t number = recipes_find(recipes, key);

	return number == TABLE_NONE || !recipes->at[number]->pooled_months ||
	       recipes->at[number]->keep_single || row->published & MADE_POOLED;
}

static bool
wants_pooling(const struct recipes *recipes, bool keep_single)
{
	for (uint32_t i = 0; i < recipes->keys.count; i++)
		if (recipes->at[i]->pooled_months &&
		    (keep_single || !recipes->at[i]->keep_single))
			return true;
	return false;
}

static bool
wants_standard(const struct recipes *recipes)
{
	for (uint32_t i = 0; i < recipes->keys.count; i++)
		if (recipes->at[i]->method == METHOD_DSR)
			return true;
	return false;
}

static void
drop_single_years(struct aggregate *a)
{
	for (size_t b = 0; b < a->count; b++)
		if (a->batches[b].counts ||
		    a->folder->files[a->batches[b].source].kind == KIND_DEFINITIONS)
			maker_keep(&a->batches[b], is_kept, a->recipes);
}

void
aggregate(struct aggregate *a)
{
	task_run(a->threads, a->count, compute_one, a);
	add_step(a, stage_sum);
	if (wants_pooling(a->recipes, true))
		add_step(a, stage_pool);
	if (wants_pooling(a->recipes, false))
		drop_single_years(a);
	if (wants_standard(a->recipes))
		add_step(a, stage_standardise);
}

void
aggregate_standards(const struct recipes *recipes, const struct collection *collection,
    struct arena *arena, struct draft_indicator *indicators)
{
	for (uint32_t i = 0; i < collection->indicator_count; i++) {
		uint32_t number = recipes_find(recipes, collection->indicators[i].key);
		const struct recipe_standard *standard;
		if (number == TABLE_NONE || !recipes->standards[number].count)
			continue;
		standard = &recipes->standards[number];
		indicators[i].standard = recipes->at[number]->weight_count
					     ? STR("Given with the counts")
					     : STR("European Standard Population 2013");
		indicators[i].bands =
		    ARENA_NEW(arena, struct draft_band, standard->count);
		indicators[i].standardised_age = stage_age(collection, standard->total);
		for (uint32_t b = 0; b < standard->count; b++)
			indicators[i].bands[indicators[i].band_count++] =
			    (struct draft_band){
				    .age = stage_age(collection, standard->ages[b]),
				    .weight = standard->weights[b],
			    };
	}
}

static void
note_unnamed(
    const struct batch *batch, const struct collection *c, struct report *report)
{
	struct str first = STR("");
	uint32_t unnamed = 0;

	for (uint32_t i = 0; i < batch->areas.count; i++) {
		uint32_t area = geography_find_code(c, batch->areas.texts[i]);
		/* Where nobody gives a name the collection lends the code. */
		if (area == RELEASE_NONE || batch->area_names[i].len ||
		    !str_equal(c->areas[area].name, c->areas[area].code))
			continue;
		if (unnamed++ == 0)
			first = c->areas[area].code;
	}
	if (unnamed && unnamed < batch->areas.count)
		report_note(report, batch->counts->shape.place,
		    "%u area%s of '%.*s' without a name, '%.*s' first; wanted one in "
		    "the table or in a list of areas",
		    unnamed, unnamed == 1 ? "" : "s", STR_ARG(c->paths[batch->source]),
		    STR_ARG(first));
}

void
aggregate_names(const struct collection *collection, struct report *report)
{
	for (uint32_t i = 0; i < collection->batch_count; i++)
		if (collection->batches[i].counts)
			note_unnamed(&collection->batches[i], collection, report);
}
