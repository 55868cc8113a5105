#include "source/csv.h"

#include <string.h>

#include "source/scan.h"

static const struct csv_cell empty_cell = { .at = "" };

void
csv_init(struct csv *csv, struct str text, char feed, uint64_t line, struct str file,
    struct report *report)
{
	*csv = (struct csv){
		.at_line = line,
		.text = text.len ? text : STR(""),
		.feed = feed,
		.file = file,
		.report = report,
	};
	for (size_t i = 0; i <= CSV_CELLS; i++)
		csv->cells[i] = empty_cell;
}

char
csv_feed(struct str text)
{
	return text.len && !memchr(text.at, '\n', text.len) &&
		       memchr(text.at, '\r', text.len)
		   ? '\r'
		   : '\n';
}

/* Finds the marks of the next block that has any; false at the end of the text. */
static bool
next_block(struct csv *csv)
{
	char tail[SCAN_BYTES];

	do {
		const char *block = csv->text.at + csv->ahead;
		size_t left = csv->text.len - csv->ahead;
		if (left == 0)
			return false;
		if (left < SCAN_BYTES) {
			memset(tail, 0, sizeof tail);
			block = memcpy(tail, block, left);
		} else {
			left = SCAN_BYTES;
		}
		struct scan scan = scan_marks(block, csv->feed);
		csv->marks = scan.marks;
		csv->commas = scan.commas;
		csv->block = csv->ahead;
		csv->ahead += left;
	} while (!csv->marks);
	return true;
}

/* The offset of the next mark, which is passed by this; or that of the text's end. */
static inline size_t
next_mark(struct csv *csv)
{
	size_t mark;

	if (!csv->marks && !next_block(csv))
		return csv->text.len;
	mark = csv->block + (size_t)__builtin_ctzll(csv->marks);
	csv->marks &= csv->marks - 1;
	return mark;
}

static struct place
place_at(const struct csv *csv, size_t offset)
{
	struct str record = str_slice(csv->text, csv->from, offset);
	uint64_t line = csv->line;
	size_t from = 0;

	for (size_t i = 0; i < record.len; i++) {
		if (record.at[i] == csv->feed) {
			from = i + 1;
			line++;
		}
	}
	return (struct place){
		.file = csv->file,
		.line = line,
		.column =
		    (uint32_t)str_characters(str_slice(record, from, record.len)) + 1,
	};
}

/* What ends at `until` begins at `from`; csv->count is its number. */
static inline void
keep_cell(struct csv *csv, size_t from, size_t until, bool quoted, bool doubled)
{
	if (until - from > CSV_CELL_LONGEST) {
		report_fault(csv->report, place_at(csv, from - quoted),
		    "the cell is longer than %d KiB; is a quotation mark missing?",
		    CSV_CELL_LONGEST / 1024);
		csv->spoilt = true;
		from = until;
	}
	if (csv->count < CSV_CELLS)
		csv->cells[csv->count] = (struct csv_cell){
			.at = csv->text.at + from,
			.len = (uint32_t)(until - from),
			.quoted = quoted,
			.doubled = doubled,
		};
	csv->count++;
}

/* Passes quotation marks up to a comma or the end of the line. */
static size_t
pass_quotes(struct csv *csv)
{
	size_t mark;

	do
		mark = next_mark(csv);
	while (mark < csv->text.len && csv->text.at[mark] == '"');
	return mark;
}

/* Reads a cell up to the mark behind it: a comma, a line end or the text's end. */
static inline size_t
read_plain(struct csv *csv, size_t from)
{
	const char *text = csv->text.at;
	size_t mark = next_mark(csv), until;

	if (mark < csv->text.len && text[mark] == '"') {
		if (!csv->loose_quotes++)
			csv->loose_quote = place_at(csv, mark);
		csv->irregular = true;
		mark = pass_quotes(csv);
	}
	until = mark;
	/* The CR of CR LF, or of a last line cut off between them. */
	if (csv->feed == '\n' && until > from && text[until - 1] == '\r' &&
	    (mark == csv->text.len || text[mark] == '\n'))
		until--;
	keep_cell(csv, from, until, false, false);
	return mark;
}

/* What stands between a closing quotation mark and the next mark: nothing, or a CR. */
static inline bool
is_end_of_cell(const struct csv *csv, size_t close, size_t mark)
{
	const char *text = csv->text.at;

	if (mark == close + 1)
		return mark == csv->text.len || text[mark] != '"';
	return mark == close + 2 && text[close + 1] == '\r' && csv->feed == '\n' &&
	       (mark == csv->text.len || text[mark] == '\n');
}

/* The same for a cell whose opening quotation mark is at from. */
static inline size_t
read_quoted(struct csv *csv, size_t from)
{
	const char *text = csv->text.at;
	size_t len = csv->text.len;
	size_t mark, close;
	bool doubled = false;

	next_mark(csv); /* the opening one */
	for (;;) {
		mark = next_mark(csv);
		if (mark == len) {
			report_fault(csv->report, place_at(csv, from),
			    "the quotation mark is never closed");
			csv->spoilt = csv->irregular = true;
			return len;
		}
		if (text[mark] == csv->feed)
			csv->at_line++;
		if (text[mark] != '"')
			continue;
		close = mark;
		if (close + 1 == len || text[close + 1] != '"')
			break;
		doubled = true;
		next_mark(csv);
	}
	mark = next_mark(csv);
	if (!is_end_of_cell(csv, close, mark)) {
		report_fault(csv->report, place_at(csv, close + 1),
		    "text behind the closing quotation mark of a cell; wanted a comma, "
		    "or the quotation mark within the cell doubled");
		csv->spoilt = csv->irregular = true;
		if (mark < len && text[mark] == '"')
			mark = pass_quotes(csv);
	}
	keep_cell(csv, from + 1, close, true, doubled);
	return mark;
}

static inline size_t
kept_cells(const struct csv *csv)
{
	return csv->count < CSV_CELLS ? csv->count : CSV_CELLS;
}

/* Reads the cells that end with a comma in the block whose marks are at hand, which is
 * nearly all of them: no cell of these is long, quoted or the last. Returns where the
 * next cell begins. */
static inline size_t
read_commas(struct csv *csv, size_t from)
{
	const char *text = csv->text.at;
	uint64_t others = csv->marks & ~csv->commas;
	/* Those before the first mark that is no comma. */
	uint64_t commas = others ? csv->marks & ((others & -others) - 1) : csv->marks;
	size_t count = csv->count;

	csv->marks &= ~commas;
	for (; commas && count < CSV_CELLS; commas &= commas - 1) {
		size_t mark = csv->block + (size_t)__builtin_ctzll(commas);
		csv->cells[count++] = (struct csv_cell){
			.at = text + from,
			.len = (uint32_t)(mark - from),
		};
		from = mark + 1;
	}
	csv->marks |= commas;
	csv->count = count;
	return from;
}

/* Reads the record at csv->at, blank or not; false at the end of the text. */
static bool
read_record(struct csv *csv)
{
	size_t from = csv->at, mark;
	size_t loose = csv->loose_quotes;

	if (from >= csv->text.len)
		return false;
	csv->from = from;
	csv->line = csv->at_line;
	csv->count = 0;
	csv->spoilt = false;
	do {
		from = read_commas(csv, from);
		mark = from < csv->text.len && csv->text.at[from] == '"'
			   ? read_quoted(csv, from)
			   : read_plain(csv, from);
		from = mark + 1;
	} while (mark < csv->text.len && csv->text.at[mark] == ',');
	csv->at = from < csv->text.len ? from : csv->text.len;
	csv->at_line++;
	if (csv->loose_quotes > loose)
		csv->loose_quotes = loose + 1;
	if (csv->filled < kept_cells(csv))
		csv->filled = kept_cells(csv);
	return true;
}

/* A line of nothing, or of white space. */
static inline bool
is_blank(const struct csv *csv)
{
	const struct csv_cell *cell = &csv->cells[0];

	if (csv->count != 1 || cell->quoted)
		return false;
	return str_trim((struct str){ .at = cell->at, .len = cell->len }).len == 0;
}

bool
csv_next(struct csv *csv)
{
	do {
		if (!read_record(csv))
			return false;
	} while (csv->spoilt || is_blank(csv));
	for (size_t i = kept_cells(csv); i < csv->filled; i++)
		csv->cells[i] = empty_cell;
	csv->filled = kept_cells(csv);
	return true;
}

struct str
csv_record(const struct csv *csv)
{
	struct str record = str_slice(csv->text, csv->from, csv->at);

	if (record.len && record.at[record.len - 1] == csv->feed)
		record.len--;
	if (record.len && csv->feed == '\n' && record.at[record.len - 1] == '\r')
		record.len--;
	return record;
}

bool
csv_is_last_line_open(const struct csv *csv)
{
	return csv->at == csv->text.len && csv->at > csv->from &&
	       csv->text.at[csv->at - 1] != csv->feed;
}

struct str
csv_text(struct arena *arena, const struct csv_cell *cell)
{
	struct str raw = { .at = cell->at, .len = cell->len };
	size_t n = 0;
	char *text;

	if (!cell->doubled)
		return raw;
	text = ARENA_NEW(arena, char, raw.len);
	for (size_t i = 0; i < raw.len; i++) {
		text[n++] = raw.at[i];
		if (raw.at[i] == '"')
			i++;
	}
	return (struct str){ .at = text, .len = n };
}

struct place
csv_place(const struct csv *csv, const struct csv_cell *cell)
{
	const char *from = csv->text.at + csv->from, *until = csv->text.at + csv->at;

	if (cell->at < from || cell->at > until)
		return place_at(csv, csv->from);
	return place_at(csv, (size_t)(cell->at - csv->text.at) - cell->quoted);
}
