#include "source/keys.h"

#include "model/indicator.h"
#include "model/period.h"
#include "source/gss.h"

enum { CATEGORY_SEPARATOR = 0x1f };

/* Keeps a text under a number of a table that grows. */
static void
name_number(struct str **names, uint32_t *room, uint32_t number, struct str name)
{
	if (number >= *room) {
		uint32_t old = *room;
		*room = number < 16 ? 32 : number * 2;
		*names = memory_grow(*names, *room, sizeof **names);
		for (uint32_t i = old; i < *room; i++)
			(*names)[i] = STR("");
	}
	if ((*names)[number].len == 0)
		(*names)[number] = name;
}

static bool
read_indicator(struct rows *rows, uint32_t *number)
{
	struct batch *batch = rows->batch;
	const struct csv_cell *cells[] = { rows_cell(rows, ROLE_INDICATOR_ID),
		rows_cell(rows, ROLE_INDICATOR_NAME), rows_cell(rows, ROLE_UNIT) };
	struct memo *memos[] = { &rows->memos[ROLE_INDICATOR_ID],
		&rows->memos[ROLE_INDICATOR_NAME], &rows->memos[ROLE_UNIT] };

	if (!memo_repeats(memos[0], cells[0]) || !memo_repeats(memos[1], cells[1]) ||
	    !memo_repeats(memos[2], cells[2])) {
		struct str id = rows_tidy(rows, cells[0]),
			   name = rows_tidy(rows, cells[1]);
		if (id.len == 0 && name.len == 0) {
			report_fault(&batch->report, rows_place(rows, ROLE_COUNT),
			    "the row names no indicator; wanted its ID or its name");
			return false;
		}
		uint32_t found = table_add(&batch->indicators, id.len ? id : name);
		name_number(&batch->indicator_names, &rows->indicator_room, found,
		    rows_written(rows, cells[1]));
		name_number(&batch->indicator_units, &rows->unit_room, found,
		    rows_tidy(rows, cells[2]));
		for (size_t i = 0; i < 3; i++)
			*memos[i] = (struct memo){ .cell = *cells[i], .number = found };
	}
	*number = memos[0]->number;
	return true;
}

static bool
read_sex(struct rows *rows, uint8_t *sex)
{
	const struct csv_cell *cell = rows_cell(rows, ROLE_SEX);
	struct memo *memo = &rows->memos[ROLE_SEX];

	if (!memo_repeats(memo, cell)) {
		struct str text = rows_tidy(rows, cell);
		enum sex found = SEX_UNSTATED;
		if (text.len && !sex_parse(text, &found)) {
			report_fault(&rows->batch->report, rows_place(rows, ROLE_SEX),
			    "unknown sex '%s'; wanted '%s', '%s', '%s' or '%s'",
			    rows_quote(rows, text), sex_word(SEX_PERSONS),
			    sex_word(SEX_MALE), sex_word(SEX_FEMALE),
			    sex_word(SEX_NONE));
			return false;
		}
		*memo = (struct memo){ .cell = *cell, .number = found };
	}
	*sex = (uint8_t)memo->number;
	return true;
}

static uint32_t
read_category(struct rows *rows)
{
	struct batch *batch = rows->batch;
	const struct csv_cell *type = rows_cell(rows, ROLE_CATEGORY_TYPE);
	const struct csv_cell *name = rows_cell(rows, ROLE_CATEGORY);
	struct memo *memo = &rows->memos[ROLE_CATEGORY];

	if (!memo_repeats(&rows->memos[ROLE_CATEGORY_TYPE], type) ||
	    !memo_repeats(memo, name)) {
		struct str before = rows_tidy(rows, type),
			   behind = rows_tidy(rows, name);
		struct str text = STR("");
		if (before.len || behind.len)
			text = str_print(&batch->arena, "%.*s%c%.*s", STR_ARG(before),
			    CATEGORY_SEPARATOR, STR_ARG(behind));
		memo->number = table_add(&batch->categories, text);
		memo->cell = *name;
		rows->memos[ROLE_CATEGORY_TYPE].cell = *type;
	}
	return memo->number;
}

/* Areas mostly follow each other as they did in the period before: where this one did,
 * its code need not be looked up. TABLE_NONE where it did not. */
static inline uint32_t
area_behind(const struct rows *rows, uint32_t before, const struct csv_cell *cell)
{
	uint32_t guess =
	    before < rows->behind_room ? rows->areas_behind[before] : TABLE_NONE;

	if (guess == TABLE_NONE || rows->batch->areas.texts[guess].len != cell->len ||
	    !memo_same_bytes(rows->batch->areas.texts[guess].at, cell->at, cell->len))
		return TABLE_NONE;
	return guess;
}

static void
remember_behind(struct rows *rows, uint32_t before, uint32_t number)
{
	if (before == TABLE_NONE)
		return;
	if (before >= rows->behind_room) {
		uint32_t old = rows->behind_room;
		rows->behind_room = before < 16 ? 32 : before * 2;
		rows->areas_behind = memory_grow(
		    rows->areas_behind, rows->behind_room, sizeof *rows->areas_behind);
		for (uint32_t i = old; i < rows->behind_room; i++)
			rows->areas_behind[i] = TABLE_NONE;
	}
	rows->areas_behind[before] = number;
}

/* The number of an area that is not the one of the memo. As it stands, a known code
 * needs no tidying. */
static uint32_t
look_up_area(struct rows *rows, uint32_t before, const struct csv_cell *cell)
{
	struct table *areas = &rows->batch->areas;
	uint32_t number = table_find(areas, (struct str){ cell->at, cell->len });

	if (number == TABLE_NONE) {
		struct str code = rows_tidy(rows, cell);
		if (code.len)
			number = table_add(areas, code);
	}
	remember_behind(rows, before, number);
	return number;
}

/* The number of an area by its code, new or known; TABLE_NONE without a code. The name
 * is looked at until one is found. */
static inline uint32_t
area_number(struct rows *rows, enum role code_role, enum role name_role)
{
	struct batch *batch = rows->batch;
	const struct csv_cell *cell = rows_cell(rows, code_role);
	struct memo *memo = &rows->memos[code_role];
	uint32_t number;

	if (memo_repeats(memo, cell))
		return memo->number;
	number = area_behind(rows, memo->number, cell);
	if (number == TABLE_NONE)
		number = look_up_area(rows, memo->number, cell);
	if (number == TABLE_NONE ||
	    (number < rows->area_room && batch->area_names[number].len)) {
		*memo = (struct memo){ .cell = *cell, .number = number };
		return number;
	}
	name_number(&batch->area_names, &rows->area_room, number,
	    rows_written(rows, rows_cell(rows, name_role)));
	return number;
}

static bool
read_areas(struct rows *rows, struct row *row)
{
	row->parent = area_number(rows, ROLE_PARENT_CODE, ROLE_PARENT_NAME);
	row->area = area_number(rows, ROLE_AREA_CODE, ROLE_AREA_NAME);
	if (row->area != TABLE_NONE)
		return true;
	report_fault(&rows->batch->report, rows_place(rows, ROLE_AREA_CODE),
	    "the area code is empty; wanted one such as '%.*s'",
	    STR_ARG(STR("E92000001")));
	return false;
}

/* Without a type the code of the area tells. */
static uint32_t
read_area_type(struct rows *rows, uint32_t area)
{
	struct batch *batch = rows->batch;
	const struct csv_cell *cell = rows_cell(rows, ROLE_AREA_TYPE);

	if (cell->len == 0 && area != TABLE_NONE)
		return table_add(
		    &batch->types, gss_type_name(batch->areas.texts[area]));
	return rows_text_number(
	    rows, ROLE_AREA_TYPE, &batch->types, STR("Other areas"));
}

static bool
is_same_group(const struct group *a, const struct group *b)
{
	return a->indicator == b->indicator && a->area_type == b->area_type &&
	       a->age == b->age && a->category == b->category && a->sex == b->sex;
}

/* The number of a group, new or known. */
static uint32_t
group_number(struct rows *rows, const struct group *group)
{
	const uint32_t members[] = { group->indicator, group->area_type, group->age,
		group->category, group->sex };
	struct str key = { .at = (const char *)members, .len = sizeof members };
	struct batch *batch = rows->batch;
	uint32_t number = table_find(&rows->groups, key);

	if (number != TABLE_NONE)
		return number;
	number = table_add(&rows->groups, str_copy(&batch->arena, key));
	if (number >= rows->group_room) {
		rows->group_room = number < 16 ? 32 : number * 2;
		batch->groups =
		    memory_grow(batch->groups, rows->group_room, sizeof *batch->groups);
	}
	batch->groups[number] = *group;
	batch->group_count = number + 1;
	return number;
}

static bool
read_group(struct rows *rows, struct row *row)
{
	struct batch *batch = rows->batch;
	struct group group = { 0 };
	bool good = read_indicator(rows, &group.indicator);

	good = read_sex(rows, &group.sex) && good;
	if (!good || row->area == TABLE_NONE)
		return good;
	group.area_type = read_area_type(rows, row->area);
	group.age = rows_text_number(rows, ROLE_AGE, &batch->ages, STR(""));
	group.category = read_category(rows);
	/* Rows of a group mostly stand together. */
	if (batch->row_count) {
		row->group = batch->rows[batch->row_count - 1].group;
		if (is_same_group(&batch->groups[row->group], &group))
			return true;
	}
	row->group = group_number(rows, &group);
	return true;
}

static bool
read_period(struct rows *rows, struct row *row)
{
	struct batch *batch = rows->batch;
	const struct csv_cell *cell = rows_cell(rows, ROLE_PERIOD);
	struct memo *memo = &rows->memos[ROLE_PERIOD];

	if (!memo_repeats(memo, cell)) {
		struct str text = rows_tidy(rows, cell);
		uint32_t number = table_find(&batch->periods, text);
		struct period period;
		struct err err;
		if (number == TABLE_NONE) {
			if (!period_parse(text, &period, &err)) {
				report_fault(&batch->report,
				    rows_place(rows, ROLE_PERIOD), "%s", err.text);
				return false;
			}
			number = table_add(&batch->periods, text);
		}
		*memo = (struct memo){ .cell = *cell, .number = number };
	}
	row->period = memo->number;
	return true;
}

bool
keys_read(struct rows *rows, struct row *row)
{
	bool good = read_areas(rows, row);

	good = read_group(rows, row) && good;
	return read_period(rows, row) && good;
}
