#include "source/counts.h"

#include <math.h>
#include <stdlib.h>

#include "model/indicator.h"
#include "source/frame.h"
#include "source/gss.h"
#include "source/maker.h"

/* A recipe with the columns of one file. */
struct kitchen {
	const struct table_recipe *recipe;
	uint32_t indicator;
	struct frame_measure count, denominator, value, lower, upper;
	struct frame_filters filters, denominator_filters;
	bool separate;             /* denominators stand in rows of their own */
	struct table denominators; /* by what they are of */
	double *amounts;
	uint64_t *lines;
	uint32_t room;
	uint64_t made, unmatched; /* rows, and those without a denominator row */
};

struct counting {
	const struct table_counts *table;
	struct frame frame;
	struct maker maker;
	struct kitchen *kitchens;
	struct table raw_periods; /* as written */
	uint32_t *periods;        /* their numbers */
	uint32_t period_room;
};

/* What figures of a record have in common. */
struct subject {
	struct group group;
	uint32_t area, parent, period;
};

static bool
open_kitchen(struct counting *c, struct kitchen *k, const struct table_recipe *recipe)
{
	const struct {
		const struct said *said;
		struct frame_measure *measure;
	} measures[] = {
		{ &recipe->count, &k->count },
		{ &recipe->denominator, &k->denominator },
		{ &recipe->value, &k->value },
		{ &recipe->lower, &k->lower },
		{ &recipe->upper, &k->upper },
	};
	bool good = true;

	k->recipe = recipe;
	k->indicator = maker_indicator(&c->maker, recipe->indicator.text);
	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
		good =
		    frame_measure(&c->frame, measures[i].said, measures[i].measure) &&
		    good;
	k->separate = recipe->denominator_filters.count > 0;
	good = frame_filters(&c->frame, &recipe->filters, &k->filters) && good;
	return frame_filters(
		   &c->frame, &recipe->denominator_filters, &k->denominator_filters) &&
	       good;
}

static bool
read_period(struct counting *c, uint32_t *number)
{
	struct str raw = frame_part(&c->frame, PART_PERIOD, 0), label;
	uint32_t known = table_find(&c->raw_periods, raw);

	if (known == TABLE_NONE) {
		if (!frame_period(&c->frame, &label))
			return false;
		known = table_add(&c->raw_periods, raw);
		if (known >= c->period_room) {
			c->period_room = known < 16 ? 32 : known * 2;
			c->periods =
			    memory_grow(c->periods, c->period_room, sizeof *c->periods);
		}
		c->periods[known] = table_add(&c->maker.batch->periods, label);
	}
	*number = c->periods[known];
	return true;
}

static bool
read_sex(struct counting *c, uint8_t *out)
{
	struct str text = frame_part(&c->frame, PART_SEX, 0);
	enum sex sex = SEX_UNSTATED;

	if (text.len && !sex_parse(text, &sex)) {
		report_fault(c->frame.report, frame_part_place(&c->frame, PART_SEX),
		    "unknown sex '%.*s'; wanted '%s', '%s', '%s' or '%s', or its "
		    "meaning under 'words' in the definition",
		    STR_ARG(frame_quote(&c->frame, text)), sex_word(SEX_PERSONS),
		    sex_word(SEX_MALE), sex_word(SEX_FEMALE), sex_word(SEX_NONE));
		return false;
	}
	*out = (uint8_t)sex;
	return true;
}

static bool
read_areas(struct counting *c, struct subject *s, struct str *code)
{
	struct frame *f = &c->frame;
	struct str parent = frame_part(f, PART_AREA, 1);

	*code = frame_part(f, PART_AREA, 0);
	if (!code->len) {
		report_fault(f->report, frame_part_place(f, PART_AREA),
		    "the area code is empty; wanted one such as '%.*s'",
		    STR_ARG(STR("E92000001")));
		return false;
	}
	s->area = maker_area(&c->maker, *code, frame_part(f, PART_AREA_NAME, 0));
	s->parent = TABLE_NONE;
	if (parent.len && !str_equal(parent, *code))
		s->parent =
		    maker_area(&c->maker, parent, frame_part(f, PART_AREA_NAME, 1));
	return true;
}

/* All that the record says of its figures but the numbers. */
static bool
read_subject(struct counting *c, struct subject *s)
{
	struct batch *batch = c->maker.batch;
	struct frame *f = &c->frame;
	struct str code, type;

	*s = (struct subject){ .area = 0 };
	if (!read_areas(c, s, &code) || !read_sex(c, &s->group.sex) ||
	    !read_period(c, &s->period))
		return false;
	type = frame_part(f, PART_AREA_TYPE, 0);
	s->group.area_type =
	    table_add(&batch->types, type.len ? type : gss_type_name(code));
	s->group.age = table_add(&batch->ages, frame_part(f, PART_AGE, 0));
	s->group.category = maker_category(&c->maker,
	    frame_part(f, PART_CATEGORY_TYPE, 0), frame_part(f, PART_CATEGORY, 0));
	return true;
}

/* What a denominator is of: all but the indicator and the kind of area. */
struct denominator_key {
	uint32_t area, period, age, category, sex;
};

static struct denominator_key
key_of(const struct group *group, uint32_t area, uint32_t period)
{
	return (struct denominator_key){ .area = area,
		.period = period,
		.age = group->age,
		.category = group->category,
		.sex = group->sex };
}

static void
keep_denominator(
    struct counting *c, struct kitchen *k, const struct subject *s, uint16_t column)
{
	struct denominator_key key = key_of(&s->group, s->area, s->period);
	struct str text = { .at = (const char *)&key, .len = sizeof key }, note;
	uint32_t known = table_find(&k->denominators, text);
	double amount;

	if (!frame_number(&c->frame, column, &amount, &note))
		return;
	if (known != TABLE_NONE) {
		if (k->amounts[known] != amount &&
		    !(isnan(k->amounts[known]) && isnan(amount)))
			report_fault(c->frame.report,
			    csv_place(&c->frame.csv, &c->frame.csv.cells[column]),
			    "line %llu has another denominator of the same figure of "
			    "'%.*s'; wanted one",
			    (unsigned long long)k->lines[known],
			    STR_ARG(k->recipe->indicator.text));
		return;
	}
	known = table_add(&k->denominators, str_copy(c->frame.arena, text));
	if (known >= k->room) {
		k->room = known < 16 ? 32 : known * 2;
		k->amounts = memory_grow(k->amounts, k->room, sizeof *k->amounts);
		k->lines = memory_grow(k->lines, k->room, sizeof *k->lines);
	}
	k->amounts[known] = amount;
	k->lines[known] = c->frame.csv.line;
}

/* The column of a measure beside a count's: the same text across, or the only one. */
static uint16_t
beside(const struct frame_measure *measure, struct str text)
{
	for (uint32_t i = 0; i < measure->count; i++)
		if (!measure->columns[i].text.len ||
		    str_equal(measure->columns[i].text, text))
			return measure->columns[i].at;
	return CSV_CELLS;
}

/* A number that must not be below zero; NaN where there is no such column. */
static bool
read_amount(struct counting *c, const struct frame_measure *measure, struct str text,
    double *out, struct str *note)
{
	uint16_t column = beside(measure, text);

	*out = (double)NAN;
	*note = STR("");
	if (column == CSV_CELLS)
		return true;
	if (!frame_number(&c->frame, column, out, note))
		return false;
	if (!(*out < 0))
		return true;
	report_fault(c->frame.report,
	    csv_place(&c->frame.csv, &c->frame.csv.cells[column]),
	    "%g is negative; wanted 0 or more", *out);
	return false;
}

static bool
read_numbers(struct counting *c, const struct kitchen *k, struct str text,
    double numbers[COLUMN_NUMBERS], struct str *note)
{
	const struct {
		const struct frame_measure *measure;
		enum release_column column;
	} given[] = {
		{ &k->value, COLUMN_VALUE },
		{ &k->lower, COLUMN_LOWER95 },
		{ &k->upper, COLUMN_UPPER95 },
	};
	struct str notes[5] = { STR("") };
	bool good =
	    read_amount(c, &k->count, text, &numbers[COLUMN_COUNT_OF], &notes[1]);

	for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
		uint16_t column = beside(given[i].measure, text);
		struct str unsaid;
		numbers[given[i].column] = (double)NAN;
		if (column != CSV_CELLS)
			good = frame_number(&c->frame, column,
				   &numbers[given[i].column], i ? &unsaid : notes) &&
			       good;
	}
	if (!k->separate)
		good = read_amount(c, &k->denominator, text,
			   &numbers[COLUMN_DENOMINATOR], &notes[2]) &&
		       good;
	*note = notes[0].len ? notes[0] : notes[1].len ? notes[1] : notes[2];
	return good;
}

static void
make_row(struct counting *c, struct kitchen *k, struct subject *s, struct str text)
{
	double numbers[COLUMN_NUMBERS];
	struct row *row;
	struct str note;

	for (int i = 0; i < COLUMN_NUMBERS; i++)
		numbers[i] = (double)NAN;
	if (!read_numbers(c, k, text, numbers, &note))
		return;
	s->group.indicator = k->indicator;
	row = maker_row(&c->maker, maker_group(&c->maker, &s->group));
	row->area = s->area;
	row->parent = s->parent;
	row->period = s->period;
	row->line = (uint32_t)c->frame.csv.line;
	row->note = maker_note(&c->maker, note);
	for (int i = 0; i < COLUMN_NUMBERS; i++)
		row->numbers[i] = numbers[i];
	k->made++;
}

/* The measure whose columns tell how often a record is read. */
static const struct frame_measure *
leading(const struct kitchen *k)
{
	return k->count.count ? &k->count : &k->value;
}

/* One subject for each column across, or the one of the record. */
static void
read_columns(struct counting *c, struct kitchen *k, const struct frame_measure *measure,
    bool denominators)
{
	struct subject subject;

	for (uint32_t i = 0; i < measure->count; i++) {
		const struct frame_column *column = &measure->columns[i];
		c->frame.across_text = column->text;
		if (!read_subject(c, &subject))
			break;
		if (denominators)
			keep_denominator(c, k, &subject, column->at);
		else
			make_row(c, k, &subject, column->text);
	}
	c->frame.across_text = STR("");
}

static void
read_record(struct counting *c)
{
	for (uint32_t i = 0; i < c->table->count; i++) {
		struct kitchen *k = &c->kitchens[i];
		if (frame_passes(&c->frame, &k->filters))
			read_columns(c, k, leading(k), false);
		if (k->separate && frame_passes(&c->frame, &k->denominator_filters))
			read_columns(c, k, &k->denominator, true);
	}
}

/* Gives rows the denominators that stand in rows of their own. */
static void
match_denominators(struct counting *c)
{
	struct batch *batch = c->maker.batch;

	for (size_t r = 0; r < batch->row_count; r++) {
		struct row *row = &batch->rows[r];
		const struct group *group = &batch->groups[row->group];
		struct denominator_key key = key_of(group, row->area, row->period);
		struct str text = { .at = (const char *)&key, .len = sizeof key };
		for (uint32_t i = 0; i < c->table->count; i++) {
			struct kitchen *k = &c->kitchens[i];
			if (k->indicator != group->indicator || !k->separate)
				continue;
			uint32_t known = table_find(&k->denominators, text);
			if (known != TABLE_NONE)
				row->numbers[COLUMN_DENOMINATOR] = k->amounts[known];
			k->unmatched += known == TABLE_NONE;
		}
	}
}

static void
close_kitchen(struct counting *c, struct kitchen *k, bool read)
{
	struct report *report = c->frame.report;

	if (read && !k->made && !report->faults)
		report_fault(report, k->recipe->place,
		    "no row of '%.*s' is of '%.*s', wanted some",
		    STR_ARG(c->frame.path), STR_ARG(k->recipe->indicator.text));
	if (k->unmatched)
		report_note(report, k->recipe->place,
		    "%llu of %llu rows of '%.*s' have no row with their denominator",
		    (unsigned long long)k->unmatched, (unsigned long long)k->made,
		    STR_ARG(k->recipe->indicator.text));
	frame_filters_close(&c->frame, &k->filters);
	frame_filters_close(&c->frame, &k->denominator_filters);
	table_done(&k->denominators);
	free(k->amounts);
	free(k->lines);
}

/* Whether each row is told when it is of: where nothing says so, none is read. */
static bool
has_period(struct counting *c)
{
	const struct table_shape *shape = &c->table->shape;

	if (shape->columns[PART_PERIOD].count || shape->fixed[PART_PERIOD].text.len)
		return true;
	for (uint32_t i = 0; i < c->table->count; i++)
		if (c->frame.across != PART_PERIOD ||
		    !leading(&c->kitchens[i])->count ||
		    !leading(&c->kitchens[i])->columns[0].text.len) {
			report_fault(c->frame.report, shape->place,
			    "the table says nothing of periods, wanted 'period' under "
			    "'columns' or 'fixed', or an asterisk in 'count' for them");
			return false;
		}
	return true;
}

void
counts_read(const struct table_counts *table, const struct source_file *file,
    struct batch *batch)
{
	struct counting *c = memory_take(1, sizeof *c);
	bool good;

	batch->source = file->number;
	batch->counts = table;
	c->table = table;
	maker_init(&c->maker, batch);
	c->kitchens = memory_take(table->count, sizeof *c->kitchens);
	good = frame_open(
	    &c->frame, &batch->arena, &table->shape, PART_PERIOD, file, &batch->report);
	for (uint32_t i = 0; i < table->count && c->frame.header.count; i++)
		good = open_kitchen(c, &c->kitchens[i], &table->recipes[i]) && good;
	good = good && has_period(c);
	while (good && frame_next(&c->frame))
		read_record(c);
	match_denominators(c);
	for (uint32_t i = 0; i < table->count && c->kitchens[i].recipe; i++)
		close_kitchen(c, &c->kitchens[i], good);
	frame_close(&c->frame);
	maker_done(&c->maker);
	table_done(&c->raw_periods);
	free(c->periods);
	free(c->kitchens);
	free(c);
}
