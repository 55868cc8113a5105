#include "source/frame.h"

#include <math.h>

#include "base/number.h"
#include "source/columns.h"
#include "source/symbol.h"
#include "source/text.h"

enum { SEEN_MOST = 256, QUOTED_LONGEST = 60 };

struct str
frame_quote(struct frame *frame, struct str text)
{
	struct str head = str_slice(text, 0, QUOTED_LONGEST);
	char *copy;

	head.len = str_utf8_until(head);
	copy = str_c(frame->arena, head);
	for (size_t i = 0; i < head.len; i++)
		if ((unsigned char)copy[i] < ' ')
			copy[i] = ' ';
	return (struct str){ .at = copy, .len = head.len };
}

/* The column of that name, in other case or spacing too; CSV_CELLS and a fault. */
static uint16_t
find_column(struct frame *frame, const struct said *said)
{
	const struct header *header = &frame->header;
	struct str folded = columns_fold(frame->arena, said->text);
	size_t nearest;

	for (size_t i = 0; i < header->count; i++)
		if (str_equal(header->names[i], said->text))
			return (uint16_t)i;
	for (size_t i = 0; i < header->count && folded.len; i++)
		if (str_equal(header->folded[i], folded))
			return (uint16_t)i;
	nearest = str_nearest(said->text, header->names, header->count);
	if (nearest != SIZE_MAX)
		report_fault(frame->report, said->place,
		    "no column '%.*s' in '%.*s', the nearest is '%.*s'",
		    STR_ARG(frame_quote(frame, said->text)), STR_ARG(frame->path),
		    STR_ARG(frame_quote(frame, header->names[nearest])));
	else
		report_fault(frame->report, said->place,
		    "no column '%.*s' in '%.*s', wanted one such as '%.*s'",
		    STR_ARG(frame_quote(frame, said->text)), STR_ARG(frame->path),
		    STR_ARG(frame_quote(
			frame, header->count ? header->names[0] : STR(""))));
	return CSV_CELLS;
}

/* Whether a column's text can stand for the part that goes across. */
static bool
is_across(const struct frame *frame, struct str text)
{
	struct period period;
	struct err err;
	enum sex sex;
	unsigned from, until;

	if (!text.len)
		return false;
	for (uint32_t i = 0; i < frame->shape->word_count; i++)
		if (frame->shape->words[i].part == frame->across &&
		    str_equal_folded(frame->shape->words[i].from, text))
			return true;
	if (frame->across == PART_PERIOD)
		return frame_period_of(frame->shape, text, &period, &err);
	if (frame->across == PART_SEX)
		return sex_parse(text, &sex);
	return frame->across != PART_AGE || age_parse(text, &from, &until);
}

static void
take_across(struct frame *frame, struct frame_measure *out)
{
	struct str rest = out->said.text, before = str_cut(&rest, '*');
	const struct header *header = &frame->header;

	for (size_t i = 0; i < header->count; i++) {
		struct str name = header->names[i];
		if (name.len < before.len + rest.len || !str_starts(name, before) ||
		    !str_ends(name, rest))
			continue;
		name = str_trim(str_slice(name, before.len, name.len - rest.len));
		if (is_across(frame, name))
			out->columns[out->count++] =
			    (struct frame_column){ .at = (uint16_t)i, .text = name };
	}
}

bool
frame_measure(struct frame *frame, const struct said *said, struct frame_measure *out)
{
	*out = (struct frame_measure){ .said = *said };
	if (!said->text.len)
		return true;
	out->columns =
	    ARENA_NEW(frame->arena, struct frame_column, frame->header.count + 1);
	if (memchr(said->text.at, '*', said->text.len)) {
		take_across(frame, out);
		if (!out->count)
			report_fault(frame->report, said->place,
			    "no column like '%.*s' in '%.*s', wanted some with %s in "
			    "place of the asterisk",
			    STR_ARG(frame_quote(frame, said->text)),
			    STR_ARG(frame->path),
			    frame->across == PART_AGE      ? "ages"
			    : frame->across == PART_PERIOD ? "periods"
							   : "names");
		return out->count > 0;
	}
	out->columns[0].at = find_column(frame, said);
	out->count = out->columns[0].at != CSV_CELLS;
	return out->count > 0;
}

bool
frame_filters(
    struct frame *frame, const struct table_filters *said, struct frame_filters *out)
{
	bool good = true;

	out->at = ARENA_NEW(frame->arena, struct frame_filter, said->count);
	out->count = said->count;
	for (uint32_t i = 0; i < said->count; i++) {
		out->at[i].said = &said->at[i];
		out->at[i].column = find_column(frame, &said->at[i].column);
		out->at[i].met =
		    ARENA_NEW(frame->arena, bool, said->at[i].values.count);
		good = out->at[i].column != CSV_CELLS && good;
	}
	return good;
}

/* Rows that the table leaves out are not seen by the filters of its recipes. */
static const char *
among_words(const struct frame *frame, const struct frame_filter *filter)
{
	const struct frame_filters *own = &frame->filters;
	bool only_without = true;

	if (!own->count || (filter >= own->at && filter < own->at + own->count))
		return "";
	for (uint32_t i = 0; i < own->count; i++)
		only_without = only_without && own->at[i].said->without;
	return only_without ? " among the rows that the table's 'where not' leaves"
			    : " among the rows that the table's 'where' takes";
}

static void
report_unmet(struct frame *frame, const struct frame_filter *filter, uint32_t value)
{
	const struct said *said = &filter->said->values.at[value];
	struct str column = frame_quote(frame, filter->said->column.text);
	size_t nearest =
	    str_nearest(said->text, filter->seen.texts, filter->seen.count);
	struct str other = nearest != SIZE_MAX  ? filter->seen.texts[nearest]
			   : filter->seen.count ? filter->seen.texts[0]
						: STR("");
	const char *words =
	    nearest != SIZE_MAX ? "the nearest is" : "it has values such as";
	const char *among = among_words(frame, filter);

	/* Of several files one may lack what another has. */
	if (memchr(frame->shape->file.text.at, '*', frame->shape->file.text.len))
		report_note(frame->report, said->place,
		    "column '%.*s' of '%.*s' never is '%.*s'%s; %s '%.*s'",
		    STR_ARG(column), STR_ARG(frame->path),
		    STR_ARG(frame_quote(frame, said->text)), among, words,
		    STR_ARG(frame_quote(frame, other)));
	else
		report_fault(frame->report, said->place,
		    "column '%.*s' of '%.*s' never is '%.*s'%s, %s '%.*s'",
		    STR_ARG(column), STR_ARG(frame->path),
		    STR_ARG(frame_quote(frame, said->text)), among, words,
		    STR_ARG(frame_quote(frame, other)));
}

void
frame_filters_close(struct frame *frame, struct frame_filters *filters)
{
	for (uint32_t i = 0; i < filters->count; i++) {
		struct frame_filter *filter = &filters->at[i];
		for (uint32_t v = 0; v < filter->said->values.count; v++)
			if (!filter->met[v] && filter->column != CSV_CELLS &&
			    filter->seen.count)
				report_unmet(frame, filter, v);
		table_done(&filter->seen);
	}
	filters->count = 0;
}

static struct str
cell_text(struct frame *frame, uint16_t column)
{
	return str_squeeze(
	    frame->arena, csv_text(frame->arena, &frame->csv.cells[column]));
}

static bool
passes(struct frame *frame, struct frame_filter *filter)
{
	struct str text = cell_text(frame, filter->column);
	bool found = false;

	if (filter->seen.count < SEEN_MOST)
		table_add(&filter->seen, text);
	for (uint32_t i = 0; i < filter->said->values.count; i++)
		if (str_equal_folded(filter->said->values.at[i].text, text))
			found = filter->met[i] = true;
	return found != filter->said->without;
}

bool
frame_passes(struct frame *frame, struct frame_filters *filters)
{
	bool good = true;

	/* All are asked, as each remembers what it met. */
	for (uint32_t i = 0; i < filters->count; i++)
		good = passes(frame, &filters->at[i]) && good;
	return good;
}

static bool
find_parts(struct frame *frame)
{
	bool good = true;

	for (unsigned p = 0; p < PART_COUNT; p++) {
		const struct said_list *list = &frame->shape->columns[p];
		for (uint32_t i = 0; i < list->count; i++) {
			uint16_t at = find_column(frame, &list->at[i]);
			good = at != CSV_CELLS && good;
			if (i < FRAME_CANDIDATES)
				frame->parts[p][frame->part_counts[p]++] = at;
		}
	}
	return good;
}

static enum table_part
across_of(const struct table_shape *shape, enum table_part usual)
{
	for (unsigned p = 0; p < PART_COUNT; p++)
		if (str_equal(shape->across.text,
			str_of(table_part_word((enum table_part)p))))
			return (enum table_part)p;
	return usual;
}

bool
frame_open(struct frame *frame, struct arena *arena, const struct table_shape *shape,
    enum table_part usual, const struct source_file *file, struct report *report)
{
	struct place start = { .file = file->path, .line = 1, .column = 1 };
	struct str text;
	bool good;

	*frame = (struct frame){
		.arena = arena,
		.report = report,
		.shape = shape,
		.path = file->path,
		.across = across_of(shape, usual),
	};
	if (!text_read(arena, file, &text, report))
		return false;
	csv_init(&frame->csv, text, csv_feed(text), 1, file->path, report);
	if (!csv_next(&frame->csv)) {
		report_fault(
		    report, start, "the file is empty; wanted a header and rows");
		return false;
	}
	frame->header = header_of(arena, &frame->csv);
	good = find_parts(frame);
	return frame_filters(frame, &shape->filters, &frame->filters) && good;
}

void
frame_close(struct frame *frame)
{
	frame_filters_close(frame, &frame->filters);
}

static bool
is_empty(const struct csv *csv)
{
	for (size_t i = 0; i < csv->count && i < CSV_CELLS; i++)
		if (csv->cells[i].len)
			return false;
	return true;
}

bool
frame_next(struct frame *frame)
{
	while (csv_next(&frame->csv))
		if (!is_empty(&frame->csv) && frame_passes(frame, &frame->filters))
			return true;
	return false;
}

static struct str
in_words(const struct frame *frame, enum table_part part, struct str text)
{
	for (uint32_t i = 0; i < frame->shape->word_count; i++)
		if (frame->shape->words[i].part == part &&
		    str_equal_folded(frame->shape->words[i].from, text))
			return frame->shape->words[i].to;
	return text;
}

struct str
frame_part(struct frame *frame, enum table_part part, uint32_t which)
{
	struct str note;

	if (frame->across == part && frame->across_text.len)
		return which ? STR("") : in_words(frame, part, frame->across_text);
	for (uint32_t i = 0; i < frame->part_counts[part]; i++) {
		struct str text = cell_text(frame, frame->parts[part][i]);
		/* "z" for a code is none; ages may be called anything. */
		bool none =
		    text.len == 0 || (part == PART_AREA && symbol_parse(text, &note));
		if (!none && which-- == 0)
			return in_words(frame, part, text);
	}
	return which ? STR("") : frame->shape->fixed[part].text;
}

struct place
frame_part_place(const struct frame *frame, enum table_part part)
{
	size_t column = frame->part_counts[part] ? frame->parts[part][0] : CSV_CELLS;

	return csv_place(&frame->csv, &frame->csv.cells[column]);
}

/* The definition's own symbols win. */
static bool
read_symbol(
    const struct frame *frame, struct str text, double *number, struct str *note)
{
	for (uint32_t i = 0; i < frame->shape->symbol_count; i++) {
		const struct table_symbol *symbol = &frame->shape->symbols[i];
		if (!str_equal_folded(symbol->text, text))
			continue;
		*note = symbol->note;
		if (symbol->zero)
			*number = 0;
		return true;
	}
	return symbol_parse(text, note);
}

bool
frame_number(struct frame *frame, uint16_t column, double *number, struct str *note)
{
	struct str text = cell_text(frame, column);

	*number = (double)NAN;
	*note = STR("");
	if (text.len == 0 || number_parse(text, number) ||
	    read_symbol(frame, text, number, note))
		return true;
	report_fault(frame->report, csv_place(&frame->csv, &frame->csv.cells[column]),
	    "'%.*s' is not a number; wanted a number, an empty cell or a symbol that "
	    "the definition explains",
	    STR_ARG(frame_quote(frame, text)));
	return false;
}

bool
frame_period_of(const struct table_shape *shape, struct str text, struct period *period,
    struct err *err)
{
	enum { APRIL = 3, SEPTEMBER = 8 };

	if (!period_parse(text, period, err))
		return false;
	if (period->style != PERIOD_CALENDAR || period->part != PERIOD_YEARS)
		return true;
	switch (shape->years) {
	case YEARS_AS_WRITTEN: return true;
	case YEARS_ENDING_MARCH: period->first += APRIL - 12; break;
	case YEARS_ENDING_AUGUST: period->first += SEPTEMBER - 12; break;
	case YEARS_FROM_APRIL: period->first += APRIL; break;
	case YEARS_FROM_SEPTEMBER: period->first += SEPTEMBER; break;
	}
	period->style =
	    shape->years == YEARS_ENDING_MARCH || shape->years == YEARS_FROM_APRIL
		? PERIOD_FINANCIAL
		: PERIOD_ACADEMIC;
	return period_is_valid(*period) ||
	       err_set(err, FAULT_INPUT,
		   "'%.*s' is no period of the years 1801 to 2200",
		   STR_ARG(str_slice(text, 0, PERIOD_LONGEST)));
}

bool
frame_period(struct frame *frame, struct str *label)
{
	struct str text = frame_part(frame, PART_PERIOD, 0);
	char printed[PERIOD_LONGEST];
	struct period period;
	struct err err;

	if (!frame_period_of(frame->shape, text, &period, &err)) {
		report_fault(frame->report, frame_part_place(frame, PART_PERIOD), "%s",
		    err.text);
		return false;
	}
	*label = str_copy(frame->arena,
	    (struct str){ .at = printed, .len = period_print(period, printed) });
	return true;
}
