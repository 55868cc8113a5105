#include "build/fill.h"

#include <math.h>
#include <stdlib.h>

#include "release/layout.h"

struct series_place {
	struct draft_series series;
	uint32_t collected;
};

/* What a series is in the file, as far as its order goes. */
static struct release_series
key_of(const void *place)
{
	const struct draft_series *series =
	    &((const struct series_place *)place)->series;

	return (struct release_series){
		.indicator = series->indicator,
		.area_type = series->area_type,
		.sex = series->sex,
		.age = series->age,
		.category = series->category,
	};
}

static int
order_series(const void *a, const void *b)
{
	const struct release_series x = key_of(a), y = key_of(b);

	return layout_series_order(&x, &y);
}

/* Why the value of a row is not there. */
static enum missing
missing_in(const struct filling *f, const struct row *row, uint32_t note)
{
	if (!isnan(row->numbers[COLUMN_VALUE]))
		return MISSING_NOT;
	if (f->draft->notes[note].missing != MISSING_NOT)
		return f->draft->notes[note].missing;
	if (row->numbers[COLUMN_DENOMINATOR] <= 0)
		return MISSING_NO_DENOMINATOR;
	return MISSING_UNPUBLISHED;
}

static void
fill_cell(const struct filling *f, const struct draft_block *block, uint32_t cell,
    struct row_ref ref)
{
	const struct row *row = collected_row(f->collection, ref);
	uint32_t note = f->collection->note_numbers[ref.batch][row->note];

	for (unsigned i = 0; i < COLUMN_NUMBERS; i++)
		if (block->numbers[i])
			block->numbers[i][cell] = row->numbers[i];
	block->lines[cell] = row->line;
	block->sources[cell] = (uint16_t)f->collection->batches[ref.batch].source;
	block->missing[cell] = (uint8_t)missing_in(f, row, note);
	if (block->notes)
		block->notes[cell] = (uint16_t)note;
	if (block->published)
		block->published[cell] = row->published;
	if (block->goals)
		block->goals[cell] =
		    (uint16_t)f->collection->goal_numbers[ref.batch][row->goal];
}

static void
fill_series(void *context, uint32_t series, struct draft_block *block)
{
	const struct filling *f = context;
	const struct collected_series *s = &f->collection->series[f->series[series]];

	for (uint32_t i = 0; i < s->row_count; i++)
		fill_cell(f, block, s->cells[i], s->rows[i]);
}

void
fill_make(struct filling *filling, const struct collection *collection,
    const uint32_t *order, const uint32_t *types, struct arena *arena,
    struct draft *draft)
{
	uint32_t n = collection->series_count;
	struct series_place *places = memory_take(n, sizeof *places);
	uint32_t *indicators =
	    memory_take(collection->indicator_count, sizeof *indicators);

	for (uint32_t i = 0; i < collection->indicator_count; i++)
		indicators[order[i]] = i;
	for (uint32_t i = 0; i < n; i++) {
		const struct collected_series *s = &collection->series[i];
		places[i].collected = i;
		places[i].series = (struct draft_series){
			.indicator = indicators[s->indicator],
			.area_type = types[s->area_type],
			.sex = s->sex,
			.age = s->age,
			.category = s->category,
			.areas = s->areas,
			.area_count = s->area_count,
			.periods = s->periods,
			.period_count = s->period_count,
			.columns = s->columns,
		};
		draft->profile.figures += s->row_count;
	}
	qsort(places, n, sizeof *places, order_series);
	draft->series = ARENA_NEW(arena, struct draft_series, n);
	draft->series_count = n;
	*filling = (struct filling){ .collection = collection, .draft = draft };
	filling->series = ARENA_NEW(arena, uint32_t, n);
	for (uint32_t i = 0; i < n; i++) {
		draft->series[i] = places[i].series;
		filling->series[i] = places[i].collected;
	}
	draft->fill = fill_series;
	draft->context = filling;
	free(indicators);
	free(places);
}
