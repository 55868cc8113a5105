#include "source/locate.h"

#include <stdlib.h>

#include "source/csv.h"
#include "source/text.h"

/* A file whose records are looked up. */
struct table_text {
	const struct source_file *file;
	struct str text;
	char feed;
	struct columns columns;
	struct csv *csv;
};

static bool
is_left(uint32_t column)
{
	return column != 0 && column >= locate_later(ROLE_COUNT);
}

static enum role
role_of(uint32_t column)
{
	return (enum role)(UINT32_MAX - 1 - column);
}

/* The report of the first reading has what is wrong with text and header. */
static bool
read_header(struct arena *arena, const struct source_file *file, struct table_text *out)
{
	struct report unread = { 0 };
	bool good;

	*out = (struct table_text){ .file = file };
	out->csv = ARENA_NEW(arena, struct csv, 1);
	good = text_read(arena, file, &out->text, &unread);
	if (good) {
		out->feed = csv_feed(out->text);
		csv_init(out->csv, out->text, out->feed, 1, file->path, &unread);
		good = csv_next(out->csv) && columns_read(&out->columns, out->csv);
	}
	report_done(&unread);
	return good;
}

/* What begins on a physical line, to the end of the text; empty when there is no such
 * line. */
static struct str
from_line(const struct table_text *table, uint64_t line)
{
	struct str rest = table->text;

	for (uint64_t n = 1; n < line && rest.at; n++)
		str_cut(&rest, table->feed);
	return rest;
}

/* Where the cell of a role begins, in the record that begins on the place's line. */
static void
find_cell(const struct table_text *table, enum role role, struct place *place)
{
	struct report unread = { 0 };
	struct csv *csv = table->csv;
	uint64_t line = place->line;

	place->column = 0;
	csv_init(
	    csv, from_line(table, line), table->feed, line, table->file->path, &unread);
	if (csv_next(csv) && csv->line == line) {
		struct place found =
		    csv_place(csv, &csv->cells[table->columns.at[role]]);
		place->line = found.line;
		place->column = found.column;
	}
	report_done(&unread);
}

static const struct source_file *
find_file(const struct source_file *files, size_t count, struct str path)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(files[i].path, path))
			return &files[i];
	return NULL;
}

/* All places of the file of entry number `first`, so that it is read once. */
static void
locate_in_file(struct report *report, uint32_t first, const struct source_file *file)
{
	AUTO_ARENA arena = { 0 };
	struct table_text table;
	bool good = file && read_header(&arena, file, &table);
	struct str path = report->entries[first].place.file;

	for (uint32_t i = first; i < report->count; i++) {
		struct place *place = &report->entries[i].place;
		if (!is_left(place->column) || !str_equal(place->file, path))
			continue;
		if (good)
			find_cell(&table, role_of(place->column), place);
		else
			place->column = 0;
	}
}

void
locate_columns(struct report *report, const struct source_file *files, size_t count)
{
	for (uint32_t i = 0; i < report->count; i++)
		if (is_left(report->entries[i].place.column))
			locate_in_file(report, i,
			    find_file(files, count, report->entries[i].place.file));
}
