#include "source/maker.h"

#include <math.h>
#include <stdlib.h>

enum { CATEGORY_SEPARATOR = 0x1f };

void
maker_init(struct maker *maker, struct batch *batch)
{
	*maker = (struct maker){ .batch = batch };
	table_add(&batch->notes, STR(""));
	table_add(&batch->goals, STR(""));
	table_add(&batch->categories, STR(""));
}

void
maker_done(struct maker *maker)
{
	table_done(&maker->groups);
}

/* Room for one of that number, the next in order. */
static void *
room_for(void *at, uint32_t *room, uint32_t number, size_t size)
{
	if (number < *room)
		return at;
	*room = number < 16 ? 32 : number * 2;
	return memory_grow(at, *room, size);
}

uint32_t
maker_indicator(struct maker *maker, struct str key)
{
	struct batch *batch = maker->batch;
	uint32_t before = batch->indicators.count;
	uint32_t number = table_add(&batch->indicators, key);
	uint32_t room = maker->indicator_room;

	if (number < before)
		return number;
	batch->indicator_names = room_for(
	    batch->indicator_names, &room, number, sizeof *batch->indicator_names);
	batch->indicator_units = room_for(batch->indicator_units,
	    &maker->indicator_room, number, sizeof *batch->indicator_units);
	batch->indicator_names[number] = STR("");
	batch->indicator_units[number] = STR("");
	return number;
}

uint32_t
maker_area(struct maker *maker, struct str code, struct str name)
{
	struct batch *batch = maker->batch;
	uint32_t before = batch->areas.count, number = table_add(&batch->areas, code);

	if (number >= before) {
		batch->area_names = room_for(batch->area_names, &maker->area_room,
		    number, sizeof *batch->area_names);
		batch->area_names[number] = STR("");
	}
	if (!batch->area_names[number].len)
		batch->area_names[number] = name;
	return number;
}

uint32_t
maker_category(struct maker *maker, struct str type, struct str name)
{
	struct batch *batch = maker->batch;
	struct str text;
	uint32_t number;

	if (!type.len && !name.len)
		return 0;
	text = str_print(&batch->arena, "%.*s%c%.*s", STR_ARG(type), CATEGORY_SEPARATOR,
	    STR_ARG(name));
	number = table_find(&batch->categories, text);
	return number == TABLE_NONE ? table_add(&batch->categories, text) : number;
}

uint32_t
maker_group(struct maker *maker, const struct group *group)
{
	const uint32_t members[] = { group->indicator, group->area_type, group->age,
		group->category, group->sex };
	struct str key = { .at = (const char *)members, .len = sizeof members };
	struct batch *batch = maker->batch;
	uint32_t number = table_find(&maker->groups, key);

	if (number != TABLE_NONE)
		return number;
	number = table_add(&maker->groups, str_copy(&batch->arena, key));
	batch->groups =
	    room_for(batch->groups, &maker->group_room, number, sizeof *batch->groups);
	batch->groups[number] = *group;
	batch->groups[number].row_count = 0;
	batch->group_count = number + 1;
	return number;
}

uint16_t
maker_note(struct maker *maker, struct str note)
{
	struct table *notes = &maker->batch->notes;
	uint32_t number = table_find(notes, note);

	if (number == TABLE_NONE && notes->count <= UINT16_MAX)
		number = table_add(notes, note);
	return number <= UINT16_MAX ? (uint16_t)number : 0;
}

struct row *
maker_row(struct maker *maker, uint32_t group)
{
	struct batch *batch = maker->batch;
	struct row *row;

	if (batch->row_count == maker->row_room) {
		maker->row_room = maker->row_room ? maker->row_room * 2 : 256;
		batch->rows =
		    memory_grow(batch->rows, maker->row_room, sizeof *batch->rows);
	}
	row = &batch->rows[batch->row_count++];
	*row = (struct row){ .group = group, .parent = TABLE_NONE };
	for (int i = 0; i < COLUMN_NUMBERS; i++)
		row->numbers[i] = (double)NAN;
	batch->groups[group].row_count++;
	return row;
}

/* Numbers the periods that rows have anew. */
static void
renumber_periods(struct batch *batch)
{
	struct table old = batch->periods;

	batch->periods = (struct table){ 0 };
	for (size_t i = 0; i < batch->row_count; i++)
		batch->rows[i].period =
		    table_add(&batch->periods, old.texts[batch->rows[i].period]);
	table_done(&old);
}

/* Groups without rows would be series without figures. */
static void
drop_empty_groups(struct batch *batch)
{
	uint32_t *numbers = memory_take(batch->group_count, sizeof *numbers);
	uint32_t kept = 0;

	for (uint32_t g = 0; g < batch->group_count; g++) {
		numbers[g] = kept;
		if (batch->groups[g].row_count)
			batch->groups[kept++] = batch->groups[g];
	}
	for (size_t i = 0; i < batch->row_count; i++)
		batch->rows[i].group = numbers[batch->rows[i].group];
	batch->group_count = kept;
	free(numbers);
}

void
maker_keep(struct batch *batch,
    bool keep(const struct batch *batch, const struct row *row, const void *context),
    const void *context)
{
	size_t kept = 0;

	for (size_t i = 0; i < batch->row_count; i++) {
		if (keep(batch, &batch->rows[i], context))
			batch->rows[kept++] = batch->rows[i];
		else
			batch->groups[batch->rows[i].group].row_count--;
	}
	batch->row_count = kept;
	renumber_periods(batch);
	drop_empty_groups(batch);
}
