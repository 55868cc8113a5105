#include "build/collect.h"

#include <math.h>
#include <stdlib.h>

#include "base/task.h"
#include "build/bucket.h"
#include "build/naming.h"
#include "model/indicator.h"

/* The numberings of all kinds of names, needed until rows are in their series. */
struct namings {
	struct naming indicators, areas, types, ages, categories, notes, goals, periods;
};

static int
order_ages(struct str a, struct str b)
{
	unsigned x[2] = { 0 }, y[2] = { 0 };
	bool a_years = age_parse(a, &x[0], &x[1]), b_years = age_parse(b, &y[0], &y[1]);

	if (a_years != b_years)
		return a_years ? -1 : 1;
	if (a_years && x[0] != y[0])
		return x[0] < y[0] ? -1 : 1;
	if (a_years && x[1] != y[1])
		return x[1] < y[1] ? -1 : 1;
	return str_order_natural(a, b);
}

/* The readers let no label pass that is not a period. */
static struct period
period_of(struct str label)
{
	struct period period = { .first = 12 * PERIOD_FIRST_YEAR, .months = 12 };
	struct err err;

	if (!period_parse(label, &period, &err))
		period.style = PERIOD_CALENDAR;
	return period;
}

static int
order_period_labels(struct str a, struct str b)
{
	return period_order(period_of(a), period_of(b));
}

/* Number 0 stays number 0 (the empty text) because it is met first. */
static void
make_namings(struct namings *n, struct arena *arena, const struct batch *batches,
    uint32_t batch_count)
{
	const struct {
		struct naming *naming;
		size_t table; /* offset within struct batch */
		naming_order *order;
	} kinds[] = {
		{ &n->indicators, offsetof(struct batch, indicators), NULL },
		{ &n->areas, offsetof(struct batch, areas), str_order },
		{ &n->types, offsetof(struct batch, types), NULL },
		{ &n->ages, offsetof(struct batch, ages), order_ages },
		{ &n->categories, offsetof(struct batch, categories), NULL },
		{ &n->notes, offsetof(struct batch, notes), NULL },
		{ &n->goals, offsetof(struct batch, goals), NULL },
		{ &n->periods, offsetof(struct batch, periods), order_period_labels },
	};
	const struct table **tables = memory_take(batch_count, sizeof *tables);

	table_add(&n->categories.table, STR(""));
	table_add(&n->notes.table, STR(""));
	table_add(&n->goals.table, STR(""));
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		for (uint32_t b = 0; b < batch_count; b++)
			tables[b] = (const struct table *)(const void
				*)((const char *)&batches[b] + kinds[k].table);
		naming_make(
		    kinds[k].naming, arena, tables, batch_count, kinds[k].order);
	}
	free(tables);
}

static void
namings_done(struct namings *n)
{
	naming_done(&n->indicators);
	naming_done(&n->areas);
	naming_done(&n->types);
	naming_done(&n->ages);
	naming_done(&n->categories);
	naming_done(&n->notes);
	naming_done(&n->goals);
	naming_done(&n->periods);
}

static struct str *
texts_of(struct arena *arena, const struct naming *naming)
{
	struct str *texts = ARENA_NEW(arena, struct str, naming->count);

	for (uint32_t i = 0; i < naming->count; i++)
		texts[i] = naming_text(naming, i);
	return texts;
}

/* What has been heard of the name of one thing. */
struct heard {
	uint32_t files; /* number of the last file that named it, + 1 */
	bool noted;     /* a differing name */
};

/* A name for people, and to the byte where that differs. */
struct named {
	struct str *name, *published;
};

/* The first name met wins; a differing one is worth a note, once. Of each file only the
 * first name counts, so that it does not matter how files were cut. A list of areas,
 * which has no rows, helps out where a name is missing, and corrects nobody. */
static void
take_name(struct collection *c, const struct batch *batch, struct heard *heard,
    struct named named, struct str written, const char *what, struct str key,
    struct report *report)
{
	struct place place = { .file = c->paths[batch->source] };
	struct str *name = named.name, met;

	if (!written.len || heard->files == batch->source + 1)
		return;
	heard->files = batch->source + 1;
	met = str_squeeze(&c->arena, written);
	if (!name->len) {
		*name = met;
		if (!str_equal(met, written))
			*named.published = written;
	}
	if (str_equal(*name, met) || heard->noted || !batch->row_count)
		return;
	heard->noted = true;
	report_note(report, place,
	    "%s '%.*s' is called '%.*s' here and '%.*s' before; the first name is kept",
	    what, STR_ARG(key), STR_ARG(met), STR_ARG(*name));
}

static void
collect_indicators(struct collection *c, const struct namings *n, struct report *report)
{
	struct heard *heard = memory_take(n->indicators.count, sizeof *heard);

	c->indicator_count = n->indicators.count;
	c->indicators =
	    ARENA_NEW(&c->arena, struct collected_indicator, c->indicator_count);
	for (uint32_t i = 0; i < c->indicator_count; i++)
		c->indicators[i].key = naming_text(&n->indicators, i);
	for (uint32_t b = 0; b < c->batch_count; b++) {
		const struct batch *batch = &c->batches[b];
		for (uint32_t i = 0; i < batch->indicators.count; i++) {
			uint32_t number = n->indicators.numbers[b][i];
			struct collected_indicator *known = &c->indicators[number];
			take_name(c, batch, &heard[number],
			    (struct named){ &known->name, &known->published },
			    batch->indicator_names[i], "indicator", known->key, report);
			if (!known->unit.len)
				known->unit = batch->indicator_units[i];
		}
	}
	free(heard);
}

static void
collect_areas(struct collection *c, const struct namings *n, struct report *report)
{
	struct heard *heard = memory_take(n->areas.count, sizeof *heard);

	c->area_count = n->areas.count;
	c->areas = ARENA_NEW(&c->arena, struct collected_area, c->area_count);
	for (uint32_t i = 0; i < c->area_count; i++)
		c->areas[i].code = naming_text(&n->areas, i);
	for (uint32_t b = 0; b < c->batch_count; b++) {
		const struct batch *batch = &c->batches[b];
		for (uint32_t i = 0; i < batch->areas.count; i++) {
			uint32_t number = n->areas.numbers[b][i];
			struct collected_area *known = &c->areas[number];
			take_name(c, batch, &heard[number],
			    (struct named){ &known->name, &known->published },
			    batch->area_names[i], "area", known->code, report);
		}
	}
	free(heard);
	for (uint32_t i = 0; i < c->area_count; i++)
		if (!c->areas[i].name.len)
			c->areas[i].name = c->areas[i].code;
}

static void
collect_dimensions(struct collection *c, const struct namings *n)
{
	c->types = texts_of(&c->arena, &n->types);
	c->type_count = n->types.count;
	c->ages = texts_of(&c->arena, &n->ages);
	c->age_count = n->ages.count;
	c->categories = texts_of(&c->arena, &n->categories);
	c->category_count = n->categories.count;
	c->notes = texts_of(&c->arena, &n->notes);
	c->note_count = n->notes.count;
	c->note_numbers = n->notes.numbers;
	c->goals = texts_of(&c->arena, &n->goals);
	c->goal_count = n->goals.count;
	c->goal_numbers = n->goals.numbers;
	c->period_count = n->periods.count;
	c->periods = ARENA_NEW(&c->arena, struct collected_period, c->period_count);
	for (uint32_t i = 0; i < c->period_count; i++) {
		c->periods[i].label = naming_text(&n->periods, i);
		c->periods[i].period = period_of(c->periods[i].label);
	}
}

void
collect(struct collection *out, const struct batch *batches, size_t batch_count,
    const struct str *paths, size_t threads, struct report *report)
{
	struct namings n = { 0 };

	*out = (struct collection){
		.batches = batches,
		.batch_count = (uint32_t)batch_count,
		.paths = paths,
	};
	make_namings(&n, &out->arena, batches, out->batch_count);
	collect_indicators(out, &n, report);
	collect_areas(out, &n, report);
	collect_dimensions(out, &n);
	bucket_rows(out,
	    &(struct bucket_numbers){
		.indicators = n.indicators.numbers,
		.areas = n.areas.numbers,
		.types = n.types.numbers,
		.ages = n.ages.numbers,
		.categories = n.categories.numbers,
		.periods = n.periods.numbers,
	    },
	    threads, report);
	namings_done(&n);
}

void
collection_done(struct collection *collection)
{
	for (uint32_t i = 0; i < collection->series_count; i++) {
		free(collection->series[i].areas);
		free(collection->series[i].periods);
	}
	free(collection->row_pool);
	free(collection->cell_pool);
	free(collection->relations);
	arena_done(&collection->arena);
	*collection = (struct collection){ 0 };
}

const struct row *
collected_row(const struct collection *collection, struct row_ref ref)
{
	return &collection->batches[ref.batch].rows[ref.row];
}

struct place
collected_place(const struct collection *collection, struct row_ref ref)
{
	const struct batch *batch = &collection->batches[ref.batch];

	return (struct place){
		.file = collection->paths[batch->source],
		.line = batch->rows[ref.row].line,
	};
}
