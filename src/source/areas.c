#include "source/areas.h"

#include <stdlib.h>

#include "base/table.h"
#include "source/csv.h"
#include "source/gss.h"
#include "source/header.h"
#include "source/lookup.h"
#include "source/text.h"

/* An area as its own row of the list tells. */
struct area {
	struct str name, type;
};

/* A list under construction. */
struct reader {
	struct arena *arena;
	struct csv *csv;
	struct header header;
	struct report *report;
	struct area_row *rows; /* grows by malloc, copied to the arena at the end */
	size_t count, room;
	struct table pairs; /* area and parent, seen already */
	struct table codes; /* areas that have a row of their own */
	struct area *areas; /* by their number */
	uint32_t area_room;
	struct change_list changes;
	size_t change_room;
};

static struct str
cell_text(const struct reader *reader, size_t column)
{
	if (column == SIZE_MAX)
		return STR("");
	return str_squeeze(
	    reader->arena, csv_text(reader->arena, &reader->csv->cells[column]));
}

/* Adds a row, unless area and parent have one of these types already. */
static void
add_row(struct reader *reader, struct area_row row)
{
	struct str pair =
	    str_print(reader->arena, "%.*s\n%.*s\n%.*s\n%.*s", STR_ARG(row.code),
		STR_ARG(row.type), STR_ARG(row.parent_code), STR_ARG(row.parent_type));

	if (table_find(&reader->pairs, pair) != TABLE_NONE)
		return;
	table_add(&reader->pairs, pair);
	if (reader->count == reader->room) {
		reader->room = reader->room ? reader->room * 2 : 256;
		reader->rows =
		    memory_grow(reader->rows, reader->room, sizeof *reader->rows);
	}
	reader->rows[reader->count++] = row;
}

static bool
check_code(struct reader *reader, struct str code, size_t column)
{
	if (code.len)
		return true;
	report_fault(reader->report,
	    csv_place(reader->csv, &reader->csv->cells[column]),
	    "the code of an area is empty; wanted one such as 'E06000001'");
	return false;
}

/* Remembers the area of a row, for those that name it as their parent or child. */
static void
keep_area(struct reader *reader, struct str code, struct area area)
{
	uint32_t number = table_add(&reader->codes, code);

	if (number >= reader->area_room) {
		reader->area_room = number < 128 ? 256 : number * 2;
		reader->areas = memory_grow(
		    reader->areas, reader->area_room, sizeof *reader->areas);
	}
	reader->areas[number] = area;
}

static struct area
find_area(const struct reader *reader, struct str code)
{
	uint32_t number = table_find(&reader->codes, code);

	if (number != TABLE_NONE)
		return reader->areas[number];
	return (struct area){ .name = STR(""), .type = gss_type_name(code) };
}

/* Children are codes between bars, semicolons or spaces. */
static void
add_children(struct reader *reader, struct str children, struct area_row parent)
{
	size_t from = 0;

	for (size_t i = 0; i <= children.len; i++) {
		char c = i < children.len ? children.at[i] : '|';
		if (c != '|' && c != ';' && c != ',' && c != ' ')
			continue;
		struct str code = str_slice(children, from, i);
		from = i + 1;
		if (code.len == 0)
			continue;
		add_row(reader, (struct area_row){
				    .code = code,
				    .parent_code = parent.code,
				    .parent_name = parent.name,
				    .parent_type = parent.type,
				    .line = parent.line,
				});
	}
}

/* The name and type of areas that other rows only name by code. */
static void
complete_rows(struct reader *reader)
{
	for (size_t i = 0; i < reader->count; i++) {
		struct area_row *row = &reader->rows[i];
		struct area area = find_area(reader, row->code);
		if (row->name.len == 0)
			row->name = area.name;
		if (row->type.len == 0)
			row->type = area.type;
		if (row->parent_code.len == 0)
			continue;
		struct area parent = find_area(reader, row->parent_code);
		if (row->parent_name.len == 0)
			row->parent_name = parent.name;
		if (row->parent_type.len == 0)
			row->parent_type = parent.type;
	}
}

/* Rows without a parent of areas that have one elsewhere say nothing new. */
static void
drop_orphans(struct reader *reader)
{
	struct table placed = { 0 };
	size_t kept = 0;

	for (size_t i = 0; i < reader->count; i++)
		if (reader->rows[i].parent_code.len)
			table_add(&placed, reader->rows[i].code);
	for (size_t i = 0; i < reader->count; i++)
		if (reader->rows[i].parent_code.len ||
		    table_find(&placed, reader->rows[i].code) == TABLE_NONE)
			reader->rows[kept++] = reader->rows[i];
	reader->count = kept;
	table_done(&placed);
}

/* One end of an area's life; nothing for an empty cell. */
static void
add_end(struct reader *reader, const struct area_row *row, size_t column, bool until)
{
	struct area_change change = { STR(""), STR(""), STR(""), STR(""), 0 };
	struct str date = cell_text(reader, column);

	if (!date.len)
		return;
	if (!changes_month(date, until, &change.month)) {
		report_fault(reader->report,
		    csv_place(reader->csv, &reader->csv->cells[column]),
		    "no date '%.*s'; wanted one such as '2019-04-01' or '01/04/2019'",
		    STR_ARG(date));
		return;
	}
	if (until) {
		change.before_code = row->code;
		change.before_name = row->name;
	} else {
		change.code = row->code;
		change.name = row->name;
	}
	if (reader->changes.count == reader->change_room) {
		reader->change_room =
		    reader->change_room ? reader->change_room * 2 : 64;
		reader->changes.at = memory_grow(reader->changes.at,
		    reader->change_room, sizeof *reader->changes.at);
	}
	reader->changes.at[reader->changes.count++] = change;
}

static void
read_list(struct reader *reader)
{
	const struct header *header = &reader->header;
	size_t code = header_find(header, "areacode");
	size_t name = header_find(header, "areaname");
	size_t type = header_find(header, "areatype");
	size_t parent_code = header_find(header, "parentcode");
	size_t parent_name = header_find(header, "parentname");
	size_t parent_type = header_find(header, "parenttype");
	size_t children = header_find(header, "children");
	size_t from = changes_column_from(header);
	size_t until = changes_column_until(header);

	while (csv_next(reader->csv)) {
		struct area_row row = {
			.code = cell_text(reader, code),
			.name = cell_text(reader, name),
			.type = cell_text(reader, type),
			.parent_code = cell_text(reader, parent_code),
			.parent_name = cell_text(reader, parent_name),
			.parent_type = cell_text(reader, parent_type),
			.line = reader->csv->line,
		};
		if (!check_code(reader, row.code, code))
			continue;
		if (row.type.len == 0)
			row.type = gss_type_name(row.code);
		keep_area(reader, row.code,
		    (struct area){ .name = row.name, .type = row.type });
		add_row(reader, row);
		add_children(reader, cell_text(reader, children), row);
		add_end(reader, &row, from, false);
		add_end(reader, &row, until, true);
	}
	complete_rows(reader);
	drop_orphans(reader);
}

/* How many different codes each kind of area has in the lookup. */
static void
count_codes(struct reader *reader, const struct lookup_kind *kinds, size_t count,
    uint32_t distinct[LOOKUP_KINDS])
{
	struct table codes[LOOKUP_KINDS] = { { 0 } };
	struct csv *csv = memory_take(1, sizeof *csv);
	struct report unread = { 0 };

	*csv = *reader->csv;
	csv->report = &unread;
	while (csv_next(csv)) {
		for (size_t i = 0; i < count; i++) {
			const struct csv_cell *cell = &csv->cells[kinds[i].code];
			table_add(&codes[i], (struct str){ cell->at, cell->len });
		}
	}
	for (size_t i = 0; i < count; i++) {
		distinct[i] = codes[i].count;
		table_done(&codes[i]);
	}
	report_done(&unread);
	free(csv);
}

/* From small areas to large ones: the more codes, the smaller the areas. */
static void
order_kinds(struct lookup_kind *kinds, uint32_t *distinct, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		for (size_t k = i; k > 0 && distinct[k] > distinct[k - 1]; k--) {
			struct lookup_kind kind = kinds[k];
			uint32_t number = distinct[k];
			kinds[k] = kinds[k - 1];
			distinct[k] = distinct[k - 1];
			kinds[k - 1] = kind;
			distinct[k - 1] = number;
		}
	}
}

/* Each area of a record is part of the next larger one. */
static void
read_lookup(struct reader *reader)
{
	struct lookup_kind kinds[LOOKUP_KINDS];
	uint32_t distinct[LOOKUP_KINDS] = { 0 };
	size_t count = lookup_kinds(&reader->header, kinds);

	count_codes(reader, kinds, count, distinct);
	order_kinds(kinds, distinct, count);
	while (csv_next(reader->csv)) {
		for (size_t i = 0; i + 1 < count; i++) {
			struct area_row row = {
				.code = cell_text(reader, kinds[i].code),
				.name = cell_text(reader, kinds[i].name),
				.type = kinds[i].type,
				.parent_code = cell_text(reader, kinds[i + 1].code),
				.parent_name = cell_text(reader, kinds[i + 1].name),
				.parent_type = kinds[i + 1].type,
				.line = reader->csv->line,
			};
			if (check_code(reader, row.code, kinds[i].code) &&
			    check_code(reader, row.parent_code, kinds[i + 1].code))
				add_row(reader, row);
		}
	}
}

static void
finish(struct reader *reader, struct area_list *out)
{
	out->rows = ARENA_NEW(reader->arena, struct area_row, reader->count);
	for (size_t i = 0; i < reader->count; i++)
		out->rows[i] = reader->rows[i];
	out->count = reader->count;
	out->changes.count = reader->changes.count;
	out->changes.at =
	    ARENA_NEW(reader->arena, struct area_change, reader->changes.count);
	for (size_t i = 0; i < reader->changes.count; i++)
		out->changes.at[i] = reader->changes.at[i];
	free(reader->changes.at);
	free(reader->rows);
	free(reader->areas);
	table_done(&reader->pairs);
	table_done(&reader->codes);
}

void
areas_read(struct arena *arena, const struct source_file *file, struct area_list *out,
    struct report *report)
{
	struct place start = { .file = file->path, .line = 1, .column = 1 };
	struct reader reader = { .arena = arena, .report = report };
	struct str text;

	*out = (struct area_list){ 0 };
	if (!text_read(arena, file, &text, report))
		return;
	reader.csv = ARENA_NEW(arena, struct csv, 1);
	csv_init(reader.csv, text, csv_feed(text), 1, file->path, report);
	if (!csv_next(reader.csv)) {
		report_fault(
		    report, start, "the file is empty; wanted a list of areas");
		return;
	}
	reader.header = header_of(arena, reader.csv);
	if (lookup_is_list(&reader.header))
		read_list(&reader);
	else
		read_lookup(&reader);
	if (reader.count == 0)
		report_fault(report, start,
		    "the file has a header but no rows; wanted a list of areas");
	finish(&reader, out);
}
