#include "build/recipes.h"

#include <stdlib.h>

#include "base/task.h"
#include "source/counts.h"

static const struct {
	const char *word;
	enum value_type type;
	enum interval_method interval;
	double multiplier;
} methods[] = {
	[METHOD_UNSAID] = { "nothing", VALUE_UNKNOWN, INTERVAL_UNKNOWN, 1 },
	[METHOD_PROPORTION] = { "proportion", VALUE_PROPORTION, INTERVAL_WILSON, 100 },
	[METHOD_RATE] = { "rate", VALUE_CRUDE_RATE, INTERVAL_BYAR, 100000 },
	[METHOD_DSR] = { "dsr", VALUE_DSR, INTERVAL_DOBSON, 100000 },
	[METHOD_COUNT] = { "count", VALUE_COUNT, INTERVAL_NONE, 1 },
	[METHOD_GIVEN] = { "given", VALUE_UNKNOWN, INTERVAL_UNKNOWN, 0 },
};

uint32_t
recipes_find(const struct recipes *recipes, struct str key)
{
	return table_find(&recipes->keys, key);
}

/* Two recipes of one indicator differ in what belongs to the indicator. */
static void
check_same(const struct table_recipe *first, const struct table_recipe *again,
    struct report *report)
{
	const char *what = NULL;

	if (first->method != again->method)
		what = "method";
	else if (first->multiplier != again->multiplier)
		what = "multiplier";
	else if (first->pooled_months != again->pooled_months ||
		 first->keep_single != again->keep_single)
		what = "pool";
	else if (!str_equal(first->standard.text, again->standard.text))
		what = "standard population";
	if (what)
		report_fault(report, again->place,
		    "indicator '%.*s' is made here with another '%s' than at line "
		    "%llu; wanted the same",
		    STR_ARG(again->indicator.text), what,
		    (unsigned long long)first->place.line);
}

static void
add_recipe(struct recipes *r, const struct table_recipe *recipe,
    const struct table_shape *shape, struct report *report)
{
	uint32_t before = r->keys.count, number;

	if (!recipe->indicator.text.len)
		return;
	number = table_add(&r->keys, recipe->indicator.text);
	if (number < before) {
		check_same(r->at[number], recipe, report);
		return;
	}
	r->at[number] = recipe;
	r->years[number] = shape->years;
	r->multipliers[number] = recipe->multiplier > 0
				     ? recipe->multiplier
				     : methods[recipe->method].multiplier;
}

/* What an indicator's own entry says must not contradict its recipe. */
static void
check_entry(
    struct recipes *r, const struct config_indicator *entry, struct report *report)
{
	uint32_t number = recipes_find(r, entry->key);
	const struct table_recipe *recipe;
	const char *what = NULL;

	if (number == TABLE_NONE || r->at[number]->method == METHOD_GIVEN)
		return;
	recipe = r->at[number];
	if (entry->has & 1u << FACT_MULTIPLIER && recipe->multiplier <= 0)
		r->multipliers[number] = entry->multiplier;
	if (entry->has & 1u << FACT_VALUE_TYPE &&
	    entry->value_type != methods[recipe->method].type)
		what = "value type";
	else if (entry->has & 1u << FACT_INTERVAL &&
		 entry->interval != methods[recipe->method].interval)
		what = "confidence limits";
	else if (entry->has & 1u << FACT_MULTIPLIER &&
		 entry->multiplier != r->multipliers[number])
		what = "multiplier";
	if (what)
		report_fault(report, entry->place,
		    "'%s' of indicator '%.*s' is not that of its method '%s' at line "
		    "%llu; wanted the same, or none here",
		    what, STR_ARG(entry->key), methods[recipe->method].word,
		    (unsigned long long)recipe->place.line);
}

/* A file that a table is about must be there. */
static void
check_file(
    const struct table_shape *shape, struct folder *folder, struct report *report)
{
	size_t nearest;

	if (!shape->file.text.len)
		return;
	for (uint32_t i = 0; i < folder->count; i++)
		if (tables_is_file(shape->file.text, folder->paths[i]))
			return;
	nearest = str_nearest(shape->file.text, folder->all, folder->all_count);
	report_fault(report, shape->file.place, "no file '%.*s' in the folder%s%.*s%s",
	    STR_ARG(shape->file.text),
	    nearest == SIZE_MAX ? ", wanted the path of one" : ", the nearest is '",
	    nearest == SIZE_MAX ? 0 : (int)folder->all[nearest].len,
	    nearest == SIZE_MAX ? "" : folder->all[nearest].at,
	    nearest == SIZE_MAX ? "" : "'");
}

static void
check_population(
    struct recipes *r, const struct table_recipe *recipe, struct report *report)
{
	struct str names[16];
	size_t count = 0, nearest;

	if (!recipe->population.text.len)
		return;
	for (uint32_t i = 0; i < r->people_count; i++) {
		struct str name = r->people[i].table->name.text;
		if (str_equal(name, recipe->population.text))
			return;
		if (count < sizeof names / sizeof *names)
			names[count++] = name;
	}
	nearest = str_nearest(recipe->population.text, names, count);
	report_fault(report, recipe->population.place, "no population '%.*s'%s%.*s%s",
	    STR_ARG(recipe->population.text),
	    nearest == SIZE_MAX ? ", wanted the name of one under 'populations'"
				: ", the nearest is '",
	    nearest == SIZE_MAX ? 0 : (int)names[nearest].len,
	    nearest == SIZE_MAX ? "" : names[nearest].at,
	    nearest == SIZE_MAX ? "" : "'");
}

static void
read_people(struct recipes *r, const struct table_people *table, struct folder *folder,
    struct report *report)
{
	struct people *people = &r->people[r->people_count++];

	people->table = table;
	check_file(&table->shape, folder, report);
	for (uint32_t i = 0; i < folder->count; i++)
		if (folder->files[i].kind == KIND_PEOPLE &&
		    tables_is_file(table->shape.file.text, folder->paths[i]))
			people_read(people, &folder->files[i].source, report);
	people_sort(people, report);
}

void
recipes_make(struct recipes *recipes, const struct config_definitions *said,
    uint32_t count, struct folder *folder, struct report *report)
{
	struct recipes *r = recipes;
	uint32_t most = 0, people = 0;

	*r = (struct recipes){ .people_count = 0 };
	for (uint32_t d = 0; d < count; d++) {
		people += said[d].tables.people_count;
		for (uint32_t t = 0; t < said[d].tables.counts_count; t++)
			most += said[d].tables.counts[t].count;
	}
	r->at = ARENA_NEW(&r->arena, const struct table_recipe *, most);
	r->years = ARENA_NEW(&r->arena, enum table_years, most);
	r->multipliers = ARENA_NEW(&r->arena, double, most);
	r->standards = ARENA_NEW(&r->arena, struct recipe_standard, most);
	r->people = ARENA_NEW(&r->arena, struct people, people);
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < said[d].tables.people_count; i++)
			read_people(r, &said[d].tables.people[i], folder, report);
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t t = 0; t < said[d].tables.counts_count; t++) {
			const struct table_counts *table = &said[d].tables.counts[t];
			check_file(&table->shape, folder, report);
			for (uint32_t i = 0; i < table->count; i++) {
				check_population(r, &table->recipes[i], report);
				add_recipe(
				    r, &table->recipes[i], &table->shape, report);
			}
		}
	for (uint32_t d = 0; d < count; d++)
		for (uint32_t i = 0; i < said[d].count; i++)
			check_entry(r, &said[d].indicators[i], report);
}

void
recipes_done(struct recipes *recipes)
{
	for (uint32_t i = 0; i < recipes->people_count; i++)
		people_done(&recipes->people[i]);
	table_done(&recipes->keys);
	arena_done(&recipes->arena);
	*recipes = (struct recipes){ .people_count = 0 };
}

static enum period_style
style_of(enum table_years years)
{
	switch (years) {
	case YEARS_ENDING_MARCH:
	case YEARS_FROM_APRIL: return PERIOD_FINANCIAL;
	case YEARS_ENDING_AUGUST:
	case YEARS_FROM_SEPTEMBER: return PERIOD_ACADEMIC;
	case YEARS_AS_WRITTEN: break;
	}
	return PERIOD_CALENDAR;
}

struct config_definitions
recipes_facts(const struct recipes *recipes, struct arena *arena)
{
	struct config_definitions facts = { .count = 0 };

	facts.indicators =
	    ARENA_NEW(arena, struct config_indicator, recipes->keys.count);
	for (uint32_t i = 0; i < recipes->keys.count; i++) {
		const struct table_recipe *recipe = recipes->at[i];
		struct config_indicator *fact = &facts.indicators[facts.count++];
		*fact = (struct config_indicator){
			.key = recipes->keys.texts[i],
			.value_type = methods[recipe->method].type,
			.interval = methods[recipe->method].interval,
			.multiplier = recipes->multipliers[i],
			.year_type = style_of(recipes->years[i]),
		};
		if (recipe->method != METHOD_GIVEN)
			fact->has = 1u << FACT_VALUE_TYPE | 1u << FACT_INTERVAL |
				    1u << FACT_MULTIPLIER;
		if (recipes->years[i] != YEARS_AS_WRITTEN)
			fact->has |= 1u << FACT_YEAR_TYPE;
	}
	return facts;
}

/* The label is that of the published metadata. */
static void
suggest_standard(const struct table_recipe *recipe, struct arena *arena,
    struct config_indicator *out)
{
	if (recipe->method != METHOD_DSR)
		return;
	out->fields = ARENA_NEW(arena, struct config_field, 1);
	out->fields[out->field_count++] = (struct config_field){
		.label = STR("Standard population/values"),
		.text = recipe->weight_count ? STR("Given with the counts")
					     : STR("European Standard Population 2013"),
	};
}

struct config_definitions
recipes_suggestions(const struct recipes *recipes, struct arena *arena)
{
	struct config_definitions all = { .count = 0 };

	all.indicators = ARENA_NEW(arena, struct config_indicator, recipes->keys.count);
	for (uint32_t i = 0; i < recipes->keys.count; i++) {
		const struct table_recipe *recipe = recipes->at[i];
		struct config_indicator *out = &all.indicators[all.count++];
		char unit[32];
		size_t len = unit_print(
		    methods[recipe->method].type, recipes->multipliers[i], unit);
		*out = (struct config_indicator){
			.key = recipes->keys.texts[i],
			.unit = str_copy(arena, (struct str){ unit, len }),
		};
		if (recipe->method != METHOD_GIVEN && len)
			out->has = 1u << FACT_UNIT;
		suggest_standard(recipe, arena, out);
	}
	return all;
}

/* One file as one table describes it. */
struct reading {
	const struct table_counts *table;
	const struct source_file *file;
	struct batch *batch;
};

static void
read_one(void *context, size_t number)
{
	const struct reading *reading = (const struct reading *)context + number;

	counts_read(reading->table, reading->file, reading->batch);
}

void
recipes_read(const struct config_definitions *said, uint32_t count,
    struct folder *folder, size_t threads, struct batch **batches, size_t *batch_count)
{
	AUTO_ARENA arena = { 0 };
	struct reading *readings;
	size_t tables = 0, n = 0;

	for (uint32_t d = 0; d < count; d++)
		tables += said[d].tables.counts_count;
	readings = ARENA_NEW(&arena, struct reading, tables * folder->count);
	for (uint32_t i = 0; i < folder->count; i++)
		for (uint32_t d = 0; d < count; d++)
			for (uint32_t t = 0; t < said[d].tables.counts_count; t++) {
				const struct table_counts *table =
				    &said[d].tables.counts[t];
				if (folder->files[i].kind == KIND_TABLE &&
				    tables_is_file(
					table->shape.file.text, folder->paths[i]))
					readings[n++] = (struct reading){
						.table = table,
						.file = &folder->files[i].source,
					};
			}
	*batches = memory_take(n, sizeof **batches);
	*batch_count = n;
	for (size_t i = 0; i < n; i++)
		readings[i].batch = &(*batches)[i];
	task_run(threads, n, read_one, readings);
}
