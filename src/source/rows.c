#include "source/rows.h"

#include <stdio.h>
#include <stdlib.h>

#include "source/keys.h"
#include "source/measures.h"
#include "source/published.h"

enum { QUOTED_LONGEST = 80 /* bytes of a cell that a message repeats */ };

void
rows_init(struct rows *rows, struct batch *batch, const struct columns *columns,
    struct str text, char feed, uint64_t line, struct str file)
{
	*rows = (struct rows){ .batch = batch, .columns = columns };
	csv_init(&rows->csv, text, feed, line, file, &batch->report);
	/* No cell has this length, so that the first of each column is looked up. */
	for (size_t i = 0; i < ROLE_COUNT; i++)
		rows->memos[i] = MEMO_NONE;
	for (size_t i = 0; i < ROWS_VOCABULARIES; i++)
		for (size_t k = 0; k < ROWS_LENGTHS; k++)
			rows->known[i].met[k] = MEMO_NONE;
	table_add(&batch->notes, STR(""));
	table_add(&batch->goals, STR(""));
	table_add(&batch->categories, STR(""));
}

void
rows_done(struct rows *rows)
{
	table_done(&rows->groups);
	table_done(&rows->words);
	for (size_t i = 0; i < ROWS_VOCABULARIES; i++)
		table_done(&rows->known[i].table);
	free(rows->word_places);
	free(rows->areas_behind);
}

struct place
rows_place(const struct rows *rows, enum role role)
{
	/* The cell behind the kept ones is in no record: that is where the row begins.
	 */
	return csv_place(&rows->csv,
	    role == ROLE_COUNT ? &rows->csv.cells[CSV_CELLS] : rows_cell(rows, role));
}

const char *
rows_quote(struct rows *rows, struct str text)
{
	struct str head = str_slice(text, 0, QUOTED_LONGEST);
	size_t n;

	head.len = str_utf8_until(head);
	for (n = 0; n < head.len; n++)
		rows->quoted[n] = (unsigned char)head.at[n] < ' ' ? ' ' : head.at[n];
	if (head.len < text.len)
		n += (size_t)snprintf(rows->quoted + n, 8, "...");
	rows->quoted[n] = '\0';
	return rows->quoted;
}

void
rows_count(struct rows *rows, enum tally tally, enum role role)
{
	if (rows->tallies[tally].count++ == 0)
		rows->tallies[tally].first = rows_place(rows, role);
}

struct str
rows_tidy(struct rows *rows, const struct csv_cell *cell)
{
	struct arena *arena = &rows->batch->arena;

	return str_squeeze(arena, csv_text(arena, cell));
}

struct str
rows_written(struct rows *rows, const struct csv_cell *cell)
{
	struct str text = csv_text(&rows->batch->arena, cell);

	return str_trim(text).len ? text : STR("");
}

uint32_t
rows_text_number(
    struct rows *rows, enum role role, struct table *table, struct str otherwise)
{
	const struct csv_cell *cell = rows_cell(rows, role);
	struct memo *memo = &rows->memos[role];

	if (!memo_repeats(memo, cell)) {
		struct str text = rows_tidy(rows, cell);
		memo->number = table_add(table, text.len ? text : otherwise);
		memo->cell = *cell;
	}
	return memo->number;
}

/* The note published with a figure, or the one its symbol stands for. */
static bool
read_note(struct rows *rows, struct row *row, struct str symbol)
{
	struct table *notes = &rows->batch->notes;
	uint32_t number = rows_text_number(rows, ROLE_NOTE, notes, STR(""));

	if (number == 0 && symbol.len)
		number = table_add(notes, symbol);
	row->note = (uint16_t)number;
	if (number <= UINT16_MAX)
		return true;
	report_fault(&rows->batch->report, rows_place(rows, ROLE_NOTE),
	    "the file has more than %u different value notes; wanted fewer",
	    UINT16_MAX);
	return false;
}

/* Goals are in nobody's words but the source's, which are kept to the byte. */
static bool
read_goal(struct rows *rows, struct row *row)
{
	const struct csv_cell *cell = rows_cell(rows, ROLE_GOAL);
	struct memo *memo = &rows->memos[ROLE_GOAL];
	struct batch *batch = rows->batch;

	row->goal = 0;
	if (cell->len == 0)
		return true;
	if (!memo_repeats(memo, cell)) {
		struct str text = rows_written(rows, cell);
		*memo = (struct memo){ .cell = *cell };
		if (text.len)
			memo->number = table_add(&batch->goals, text);
	}
	row->goal = (uint16_t)memo->number;
	if (memo->number <= UINT16_MAX)
		return true;
	report_fault(&batch->report, rows_place(rows, ROLE_GOAL),
	    "the file has more than %u different comparisons with a goal; wanted "
	    "fewer",
	    UINT16_MAX);
	return false;
}

/* All cells are empty, as spreadsheets leave them behind their last row. */
static bool
is_empty(const struct csv *csv)
{
	size_t kept = csv->count < CSV_CELLS ? csv->count : CSV_CELLS;

	for (size_t i = 0; i < kept; i++)
		if (csv->cells[i].len)
			return false;
	return csv->count <= CSV_CELLS;
}

/* Rows may do without their last cells, but then they are whole lines, or as long as
 * the others: a download that broke off would otherwise leave half a number behind. */
static bool
is_cut(const struct rows *rows)
{
	const struct csv *csv = &rows->csv;
	size_t usual = rows->before ? rows->before : rows->columns->count;

	return csv->count < usual && csv_is_last_line_open(csv);
}

/* A record may be shorter than the header, and longer by empty cells. */
static bool
check_length(struct rows *rows)
{
	const struct csv *csv = &rows->csv;
	size_t wanted = rows->columns->count;

	if (is_cut(rows)) {
		report_fault(&rows->batch->report, rows_place(rows, ROLE_COUNT),
		    "the file ends within this row, after %zu of %zu cells; wanted a "
		    "complete download",
		    csv->count, wanted);
		return false;
	}
	if (csv->count < wanted)
		rows_count(rows, TALLY_SHORT, ROLE_COUNT);
	for (size_t i = wanted; i < csv->count; i++) {
		if (i < CSV_CELLS && csv->cells[i].len == 0)
			continue;
		report_fault(&rows->batch->report,
		    csv_place(csv, &csv->cells[i < CSV_CELLS ? i : CSV_CELLS]),
		    "the row has %zu cells, the header %zu; wanted no more than those",
		    csv->count, wanted);
		return false;
	}
	return true;
}

static struct row *
next_row(struct rows *rows)
{
	struct batch *batch = rows->batch;

	if (batch->row_count == rows->row_room) {
		rows->row_room = rows->row_room ? rows->row_room * 2 : 256;
		batch->rows =
		    memory_grow(batch->rows, rows->row_room, sizeof *batch->rows);
	}
	return &batch->rows[batch->row_count];
}

/* Everything wrong with a record is reported; only a good one is kept. */
static void
read_row(struct rows *rows)
{
	struct row *row = next_row(rows);
	struct str symbol = STR("");
	bool good = check_length(rows);

	if (!good)
		return;
	row->line = (uint32_t)rows->csv.line;
	good = keys_read(rows, row);
	good = measures_read(rows, row, &symbol) && good;
	good = read_note(rows, row, symbol) && good;
	good = read_goal(rows, row) && good;
	published_read(rows, row);
	if (!good)
		return;
	rows->batch->groups[row->group].row_count++;
	rows->batch->row_count++;
}

static void
read_record(struct rows *rows)
{
	rows->records++;
	read_row(rows);
	rows->before = rows->csv.count;
}

void
rows_finish(struct rows *rows, size_t before)
{
	if (!rows->waits)
		return;
	rows->waits = false;
	rows->before = before;
	read_record(rows);
}

void
rows_read(struct rows *rows, atomic_bool *stop)
{
	while (csv_next(&rows->csv)) {
		if (stop && rows->csv.irregular)
			break;
		if (stop && atomic_load_explicit(stop, memory_order_relaxed))
			return;
		if (rows->csv.cells[0].len == 0 && is_empty(&rows->csv))
			continue;
		if (!rows->before && !rows->is_first &&
		    csv_is_last_line_open(&rows->csv)) {
			rows->waits = true;
			break;
		}
		read_record(rows);
	}
	if (stop && rows->csv.irregular)
		atomic_store(stop, true);
	rows->tallies[TALLY_LOOSE] = (struct rows_tally){
		.count = rows->csv.loose_quotes,
		.first = rows->csv.loose_quote,
	};
}
