#include "build/stage.h"

#include <stdlib.h>

#include "build/compute.h"
#include "model/missing.h"

enum { DECIMALS_COMPUTED = 12 };

void
stage_enter(struct stage *stage, uint32_t first, uint32_t count)
{
	stage->first = first;
	stage->count = count;
	stage->cells = memory_take(count, sizeof *stage->cells);
	for (uint32_t i = 0; i < count; i++) {
		const struct collected_series *s = &stage->c->series[first + i];
		stage->cells[i] = memory_take(
		    (size_t)s->area_count * s->period_count, sizeof **stage->cells);
		for (uint32_t r = 0; r < s->row_count; r++)
			stage->cells[i][s->cells[r]] = r + 1;
	}
}

void
stage_leave(struct stage *stage)
{
	for (uint32_t i = 0; i < stage->count; i++)
		free(stage->cells[i]);
	free(stage->cells);
	stage->cells = NULL;
	stage->count = 0;
}

const uint32_t *
stage_cells(const struct stage *stage, const struct collected_series *series)
{
	return stage->cells[series - stage->c->series - stage->first];
}

uint32_t
stage_place(const uint32_t *list, uint32_t count, uint32_t number)
{
	uint32_t from = 0, until = count;

	while (from < until) {
		uint32_t middle = from + (until - from) / 2;
		if (list[middle] < number)
			from = middle + 1;
		else
			until = middle;
	}
	return from < count && list[from] == number ? from : RELEASE_NONE;
}

uint32_t
stage_age(const struct collection *collection, struct str age)
{
	for (uint32_t i = 0; i < collection->age_count; i++)
		if (str_equal(collection->ages[i], age))
			return i;
	return RELEASE_NONE;
}

bool
stage_has_row(const struct stage *stage, const struct collected_series *like,
    uint32_t age, uint32_t area, uint32_t period)
{
	for (uint32_t i = 0; i < stage->count; i++) {
		const struct collected_series *s = &stage->c->series[stage->first + i];
		if (s->sex != like->sex || s->age != age ||
		    s->category != like->category)
			continue;
		uint32_t a = stage_place(s->areas, s->area_count, area);
		uint32_t p = stage_place(s->periods, s->period_count, period);
		if (a != RELEASE_NONE && p != RELEASE_NONE &&
		    stage->cells[i][(size_t)a * s->period_count + p])
			return true;
	}
	return false;
}

struct str
stage_note(const struct collection *collection, struct row_ref ref)
{
	const struct row *row = collected_row(collection, ref);

	return collection->notes[collection->note_numbers[ref.batch][row->note]];
}

struct str
stage_lack(struct stage *stage, struct row_ref part, const char *parts)
{
	struct arena *arena = &stage->maker.batch->arena;
	struct str note = stage_note(stage->c, part);

	if (missing_of_note(note) == MISSING_SUPPRESSED)
		return str_print(arena,
		    "Value cannot be calculated as the count of one of its %s is "
		    "suppressed",
		    parts);
	return str_print(
	    arena, "Value cannot be calculated as one of its %s has no count", parts);
}

struct row *
stage_row(struct stage *stage, const struct collected_series *like, struct str type,
    struct str age, uint32_t area, struct str period, const struct table_recipe *recipe)
{
	const struct collection *c = stage->c;
	struct batch *batch = stage->maker.batch;
	struct str rest = c->categories[like->category];
	struct str category_type = str_cut(&rest, '\x1f');
	struct group group = {
		.indicator =
		    maker_indicator(&stage->maker, c->indicators[like->indicator].key),
		.area_type = table_add(&batch->types, type),
		.age = table_add(&batch->ages, age),
		.category = maker_category(&stage->maker, category_type, rest),
		.sex = (uint8_t)like->sex,
	};
	struct row *row = maker_row(&stage->maker, maker_group(&stage->maker, &group));

	row->area = maker_area(&stage->maker, c->areas[area].code, STR(""));
	row->period = table_add(&batch->periods, period);
	row->line = (uint32_t)recipe->place.line;
	return row;
}

void
stage_finish(struct stage *stage, struct row *row, const struct table_recipe *recipe,
    double multiplier, unsigned made)
{
	struct str note = compute_value(recipe->method, multiplier, row->numbers);

	row->published |= (uint16_t)made;
	row->decimals = DECIMALS_COMPUTED;
	if (note.len && !row->note)
		row->note = maker_note(&stage->maker, note);
}
