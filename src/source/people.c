#include "source/people.h"

#include <math.h>
#include <stdlib.h>

#include "model/indicator.h"
#include "source/frame.h"

static bool
read_age(struct frame *frame, struct people_cell *cell)
{
	struct str text = frame_part(frame, PART_AGE, 0);
	unsigned from = 0, until = 0;

	if (!age_parse(text, &from, &until)) {
		report_fault(frame->report, frame_part_place(frame, PART_AGE),
		    "'%.*s' is no age; wanted a year or a band such as '5-9'",
		    STR_ARG(frame_quote(frame, text)));
		return false;
	}
	cell->from = (uint8_t)from;
	cell->until = (uint8_t)until;
	return true;
}

static bool
read_sex(struct frame *frame, struct people_cell *cell)
{
	struct str text = frame_part(frame, PART_SEX, 0);
	enum sex sex = SEX_PERSONS;

	if (text.len && !sex_parse(text, &sex)) {
		report_fault(frame->report, frame_part_place(frame, PART_SEX),
		    "unknown sex '%.*s'; wanted '%s', '%s' or '%s', or its meaning "
		    "under 'words' in the definition",
		    STR_ARG(frame_quote(frame, text)), sex_word(SEX_PERSONS),
		    sex_word(SEX_MALE), sex_word(SEX_FEMALE));
		return false;
	}
	cell->sex = (uint8_t)sex;
	return true;
}

static bool
read_year(struct frame *frame, struct people_cell *cell)
{
	struct str text = frame_part(frame, PART_PERIOD, 0);
	struct period period;
	struct err err;

	if (!frame_period_of(frame->shape, text, &period, &err)) {
		report_fault(frame->report, frame_part_place(frame, PART_PERIOD), "%s",
		    err.text);
		return false;
	}
	cell->year = (int16_t)(period.first / 12);
	return true;
}

static void
add_cell(struct people *people, struct people_cell cell)
{
	if (people->count == people->room) {
		people->room = people->room ? people->room * 2 : 1024;
		people->cells =
		    memory_grow(people->cells, people->room, sizeof *people->cells);
	}
	people->cells[people->count++] = cell;
}

static void
read_cell(struct people *people, struct frame *frame, const struct frame_column *column)
{
	struct people_cell cell = { .line = (uint32_t)frame->csv.line };
	struct str note;

	frame->across_text = column->text;
	cell.area = frame_part(frame, PART_AREA, 0);
	if (!cell.area.len)
		report_fault(frame->report, frame_part_place(frame, PART_AREA),
		    "the area code is empty; wanted one such as '%.*s'",
		    STR_ARG(STR("E92000001")));
	else if (read_sex(frame, &cell) && read_year(frame, &cell) &&
		 read_age(frame, &cell) &&
		 frame_number(frame, column->at, &cell.people, &note) &&
		 !isnan(cell.people))
		add_cell(people, cell);
	frame->across_text = STR("");
}

/* The definition says what each number is of. */
static bool
is_whole(const struct people *people, const struct frame *frame,
    const struct frame_measure *measure)
{
	static const struct {
		enum table_part part;
		const char *what;
	} parts[] = { { PART_AGE, "ages" }, { PART_PERIOD, "periods" } };
	const struct table_shape *shape = &people->table->shape;
	bool across = measure->count && measure->columns[0].text.len, good = true;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		enum table_part part = parts[i].part;
		if (shape->columns[part].count || shape->fixed[part].text.len ||
		    (across && frame->across == part))
			continue;
		report_fault(frame->report, shape->place,
		    "the table says nothing of %s, wanted '%s' under 'columns' or "
		    "'fixed', or an asterisk in 'people' for them",
		    parts[i].what, table_part_word(part));
		good = false;
	}
	return good;
}

void
people_read(
    struct people *people, const struct source_file *file, struct report *report)
{
	struct frame *frame = memory_take(1, sizeof *frame);
	struct frame_measure measure = { .count = 0 };
	bool good = frame_open(
	    frame, &people->texts, &people->table->shape, PART_AGE, file, report);

	if (frame->header.count)
		good = frame_measure(frame, &people->table->people, &measure) && good;
	good = good && is_whole(people, frame, &measure);
	while (good && frame_next(frame))
		for (uint32_t i = 0; i < measure.count; i++)
			read_cell(people, frame, &measure.columns[i]);
	frame_close(frame);
	free(frame);
}

static int
order_number(int a, int b)
{
	return (a > b) - (a < b);
}

/* By area, sex and year. */
static int
order_subjects(const struct people_cell *x, const struct people_cell *y)
{
	int order = str_order(x->area, y->area);

	if (!order)
		order = order_number(x->sex, y->sex);
	return order ? order : order_number(x->year, y->year);
}

static int
order_cells(const void *a, const void *b)
{
	const struct people_cell *x = a, *y = b;
	int order = order_subjects(x, y);

	if (!order)
		order = order_number(x->from, y->from);
	if (!order)
		order = order_number(x->until, y->until);
	return order ? order
		     : order_number((int)(x->line > y->line), (int)(x->line < y->line));
}

void
people_sort(struct people *people, struct report *report)
{
	size_t kept = 0;

	if (people->count)
		qsort(people->cells, people->count, sizeof *people->cells, order_cells);
	for (size_t i = 0; i < people->count; i++) {
		const struct people_cell *cell = &people->cells[i];
		const struct people_cell *before =
		    kept ? &people->cells[kept - 1] : NULL;
		bool again = before && order_subjects(before, cell) == 0 &&
			     before->from == cell->from && before->until == cell->until;
		if (again && before->people != cell->people)
			report_fault(report, people->table->shape.place,
			    "lines %u and %u of the population '%.*s' differ on the "
			    "people of area '%.*s' in %d; wanted one number",
			    before->line, cell->line, STR_ARG(people->table->name.text),
			    STR_ARG(cell->area), cell->year);
		if (!again)
			people->cells[kept++] = *cell;
	}
	people->count = kept;
}

void
people_done(struct people *people)
{
	free(people->cells);
	arena_done(&people->texts);
	*people = (struct people){ 0 };
}

/* The first cell of an area, sex and year, or where it would be. */
static size_t
first_of(const struct people *people, const struct people_cell *subject)
{
	size_t from = 0, until = people->count;

	while (from < until) {
		size_t middle = from + (until - from) / 2;
		if (order_subjects(&people->cells[middle], subject) < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return from;
}

/* Of bands that begin at one age the narrowest is taken. */
static double
sum_bands(const struct people *people, const struct people_cell *subject, unsigned from,
    unsigned until)
{
	unsigned next = from;
	double sum = 0;

	for (size_t i = first_of(people, subject); i < people->count && next <= until;
	     i++) {
		const struct people_cell *cell = &people->cells[i];
		if (order_subjects(cell, subject) != 0)
			break;
		if (cell->from != next || cell->until > until)
			continue;
		sum += cell->people;
		next = cell->until + 1u;
	}
	return next == until + 1 ? sum : (double)NAN;
}

double
people_between(const struct people *people, struct str area, enum sex sex, int year,
    unsigned from, unsigned until)
{
	struct people_cell subject = {
		.area = area, .sex = (uint8_t)sex, .year = (int16_t)year
	};
	double males, females, sum = sum_bands(people, &subject, from, until);

	if (!isnan(sum) || sex != SEX_PERSONS)
		return sum;
	subject.sex = SEX_MALE;
	males = sum_bands(people, &subject, from, until);
	subject.sex = SEX_FEMALE;
	females = sum_bands(people, &subject, from, until);
	return males + females;
}
