#include "source/changes.h"

#include <stdlib.h>

#include "base/number.h"
#include "model/period.h"
#include "source/csv.h"
#include "source/text.h"

enum { MONTHS = 12, SPELLINGS = 6 };

/* Names of columns, folded: those of our own first, then what others call them. */
static const char *const code_names[SPELLINGS] = { "areacode", "successorcode",
	"newcode", "newareacode", "geogcd", NULL };
static const char *const name_names[SPELLINGS] = { "areaname", "successorname",
	"newname", "newareaname", "geognm", NULL };
static const char *const before_code_names[SPELLINGS] = { "predecessorcode", "oldcode",
	"previouscode", "oldareacode", "geogcdp", NULL };
static const char *const before_name_names[SPELLINGS] = { "predecessorname", "oldname",
	"previousname", "oldareaname", "geognmp", NULL };
static const char *const date_names[SPELLINGS] = { "date", "changed", "operativedate",
	"operdate", "validfrom", "startdate" };
static const char *const from_names[SPELLINGS] = { "validfrom", "startdate",
	"operativedate", "operdate", NULL };
static const char *const until_names[SPELLINGS] = { "validto", "validuntil", "enddate",
	"terminationdate", "termdate", NULL };

static size_t
column(const struct header *header, const char *const names[SPELLINGS])
{
	size_t at = SIZE_MAX;

	for (size_t i = 0; i < SPELLINGS && names[i] && at == SIZE_MAX; i++)
		at = header_find(header, names[i]);
	return at;
}

size_t
changes_column_from(const struct header *header)
{
	return column(header, from_names);
}

size_t
changes_column_until(const struct header *header)
{
	return column(header, until_names);
}

bool
changes_is_table(const struct header *header)
{
	return column(header, code_names) != SIZE_MAX &&
	       column(header, before_code_names) != SIZE_MAX &&
	       column(header, date_names) != SIZE_MAX;
}

static unsigned
days_in(uint64_t year, uint64_t month)
{
	static const unsigned char days[MONTHS] = { 31, 28, 31, 30, 31, 30, 31, 31, 30,
		31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

/* Cuts a date into its numbers, day 0 where there is none. */
static bool
take_apart(struct str date, uint64_t numbers[3])
{
	struct str parts[3] = { STR(""), STR(""), STR("") };
	char between = '-';
	size_t count = 0;

	for (size_t i = 0; i < date.len; i++)
		if (date.at[i] == '/')
			between = '/';
	while (date.at && count < 3)
		parts[count++] = str_cut(&date, between);
	if (date.at || count < 2)
		return false;
	/* 01/04/2019 has its year last. */
	if (count == 3 && parts[2].len == 4) {
		struct str swap = parts[0];
		parts[0] = parts[2];
		parts[2] = swap;
	}
	numbers[2] = 0;
	for (size_t i = 0; i < count; i++)
		if (!number_parse_whole(parts[i], &numbers[i]))
			return false;
	return parts[0].len == 4 && (count == 2 || numbers[2] > 0);
}

bool
changes_month(struct str date, bool until, int32_t *month)
{
	uint64_t numbers[3] = { 0 };
	struct str text = str_trim(date);

	/* The time of day says nothing. */
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == ' ' || text.at[i] == 'T')
			text.len = i;
	if (!take_apart(text, numbers) || numbers[0] < PERIOD_FIRST_YEAR ||
	    numbers[0] > PERIOD_LAST_YEAR || numbers[1] < 1 || numbers[1] > MONTHS ||
	    numbers[2] > days_in(numbers[0], numbers[1]))
		return false;
	*month = (int32_t)(numbers[0] * MONTHS + numbers[1] - 1);
	/* What ends with a month is gone in the next. */
	if (until && (!numbers[2] || numbers[2] == days_in(numbers[0], numbers[1])))
		++*month;
	return true;
}

struct reader {
	struct arena *arena;
	struct csv *csv;
	struct report *report;
	size_t code, name, before_code, before_name, date; /* columns */
};

static struct str
cell_text(const struct reader *reader, size_t column)
{
	if (column == SIZE_MAX)
		return STR("");
	/* What is not quoted is a view into the file. */
	return str_copy(
	    reader->arena, str_squeeze(reader->arena,
			       csv_text(reader->arena, &reader->csv->cells[column])));
}

static bool
read_row(const struct reader *reader, struct area_change *out)
{
	struct csv *csv = reader->csv;
	struct str date = cell_text(reader, reader->date);

	*out = (struct area_change){
		.code = cell_text(reader, reader->code),
		.name = cell_text(reader, reader->name),
		.before_code = cell_text(reader, reader->before_code),
		.before_name = cell_text(reader, reader->before_name),
	};
	if (!out->code.len && !out->before_code.len) {
		report_fault(reader->report, csv_place(csv, &csv->cells[reader->code]),
		    "no code of an area; wanted that of the new area, of the old one, "
		    "or "
		    "both");
		return false;
	}
	if (!changes_month(date, false, &out->month)) {
		report_fault(reader->report, csv_place(csv, &csv->cells[reader->date]),
		    "no date '%.*s'; wanted one such as '2019-04-01' or '01/04/2019'",
		    STR_ARG(date));
		return false;
	}
	return true;
}

static void
read_rows(const struct reader *reader, struct change_list *out)
{
	struct area_change *rows = NULL, change;
	size_t room = 0;

	while (csv_next(reader->csv)) {
		if (!read_row(reader, &change))
			continue;
		if (out->count == room) {
			room = room ? room * 2 : 64;
			rows = memory_grow(rows, room, sizeof *rows);
		}
		rows[out->count++] = change;
	}
	out->at = ARENA_NEW(reader->arena, struct area_change, out->count);
	for (size_t i = 0; i < out->count; i++)
		out->at[i] = rows[i];
	free(rows);
}

void
changes_read(struct arena *arena, const struct source_file *file,
    struct change_list *out, struct report *report)
{
	struct reader reader = {
		.arena = arena,
		.csv = ARENA_NEW(arena, struct csv, 1),
		.report = report,
	};
	struct header header;
	struct str text;

	*out = (struct change_list){ 0 };
	if (!text_read(arena, file, &text, report))
		return;
	csv_init(reader.csv, text, csv_feed(text), 1, file->path, report);
	if (!csv_next(reader.csv))
		return;
	header = header_of(arena, reader.csv);
	if (!changes_is_table(&header)) {
		report_fault(report,
		    (struct place){ .file = file->path, .line = 1, .column = 1 },
		    "this is no table of changes of areas; wanted the codes of areas "
		    "and of predecessors, and a date");
		return;
	}
	reader.code = column(&header, code_names);
	reader.name = column(&header, name_names);
	reader.before_code = column(&header, before_code_names);
	reader.before_name = column(&header, before_name_names);
	reader.date = column(&header, date_names);
	read_rows(&reader, out);
}
