#include "build/compute.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "stats/interval.h"

/* No computed value has a last digit; so many tell the inference that digits do not
 * limit what is shown. */
enum { DECIMALS_COMPUTED = 12 };

/* How the denominators of one recipe turn out. */
struct joining {
	const struct people *people;
	uint64_t joined, missed;
	struct str first_area, first_period; /* that were missed */
	bool is_unread;                      /* an age is none */
	struct str unread;                   /* the first of them */
};

static void
take_interval(double numbers[COLUMN_NUMBERS], const struct interval *at95,
    const struct interval *at998)
{
	numbers[COLUMN_VALUE] = at95->value;
	numbers[COLUMN_LOWER95] = at95->lower;
	numbers[COLUMN_UPPER95] = at95->upper;
	numbers[COLUMN_LOWER998] = at998->lower;
	numbers[COLUMN_UPPER998] = at998->upper;
}

struct str
compute_value(
    enum table_method method, double multiplier, double numbers[COLUMN_NUMBERS])
{
	double count = numbers[COLUMN_COUNT_OF], of = numbers[COLUMN_DENOMINATOR];
	struct interval at95, at998;
	struct err err;
	bool good;

	if (method == METHOD_COUNT) {
		numbers[COLUMN_VALUE] = count;
		return STR("");
	}
	if (method == METHOD_GIVEN || isnan(count) || of <= 0)
		return STR("");
	if (isnan(of))
		return STR("Value cannot be calculated as its denominator is not "
			   "given");
	if (method == METHOD_PROPORTION && count > of)
		return STR("Value cannot be calculated as the count is above its "
			   "denominator");
	if (method == METHOD_PROPORTION)
		good = interval_proportion(count, of, multiplier, 0.95, &at95, &err) &&
		       interval_proportion(count, of, multiplier, 0.998, &at998, &err);
	else
		good = interval_rate(count, of, multiplier, 0.95, &at95, &err) &&
		       interval_rate(count, of, multiplier, 0.998, &at998, &err);
	/* Counts so large that limits overflow are not published by anyone. */
	if (good)
		take_interval(numbers, &at95, &at998);
	return STR("");
}

static const struct people *
find_people(const struct recipes *recipes, struct str name)
{
	for (uint32_t i = 0; i < recipes->people_count; i++)
		if (str_equal(recipes->people[i].table->name.text, name))
			return &recipes->people[i];
	return NULL;
}

/* People of each year of the period, added up: a count of three years is of them
 * three times. */
static double
people_of(const struct people *people, const struct table_recipe *recipe,
    struct str area, enum sex sex, struct period period, unsigned from, unsigned until)
{
	int years = period.months < 12 ? 1 : period.months / 12;
	struct period pinned;
	struct err err;
	double sum = 0;

	for (int i = 0; i < years; i++) {
		int year = period.first / 12 + i;
		if (recipe->population_year.text.len &&
		    period_parse(recipe->population_year.text, &pinned, &err))
			year = pinned.first / 12;
		sum += people_between(people, area, sex, year, from, until);
	}
	return sum;
}

/* The people behind a row's count; NaN where the table does not tell. */
static double
denominator_of(const struct batch *batch, const struct row *row,
    const struct table_recipe *recipe, struct joining *j)
{
	const struct group *group = &batch->groups[row->group];
	struct str age =
	    recipe->ages.text.len ? recipe->ages.text : batch->ages.texts[group->age];
	enum sex sex = group->sex == SEX_MALE || group->sex == SEX_FEMALE
			   ? (enum sex)group->sex
			   : SEX_PERSONS;
	unsigned from = 0, until = 0;
	struct period period;
	struct err err;

	if (!age_parse(age, &from, &until)) {
		j->unread = j->is_unread ? j->unread : age;
		j->is_unread = true;
		return (double)NAN;
	}
	if (!period_parse(batch->periods.texts[row->period], &period, &err))
		return (double)NAN;
	return people_of(
	    j->people, recipe, batch->areas.texts[row->area], sex, period, from, until);
}

static void
join_row(struct batch *batch, struct row *row, const struct table_recipe *recipe,
    struct joining *j)
{
	double people = denominator_of(batch, row, recipe, j);

	row->numbers[COLUMN_DENOMINATOR] = people;
	if (!isnan(people)) {
		j->joined++;
		return;
	}
	if (j->missed++ == 0) {
		j->first_area = batch->areas.texts[row->area];
		j->first_period = batch->periods.texts[row->period];
	}
}

/* Where an age that cannot be read was said. */
static struct place
unread_place(const struct table_recipe *recipe)
{
	return recipe->ages.text.len ? recipe->ages.place : recipe->population.place;
}

/* Where no row finds its people the definition is at fault; else the table lacks some.
 */
static void
report_joining(
    struct batch *batch, const struct table_recipe *recipe, const struct joining *j)
{
	if (!j->missed)
		return;
	if (!j->joined && j->is_unread)
		report_fault(&batch->report, unread_place(recipe),
		    "no row of '%.*s' finds its people in the population '%.*s', as "
		    "the age '%.*s' cannot be read as years; wanted one such as "
		    "'5-16', or 'ages' beside 'population'",
		    STR_ARG(recipe->indicator.text), STR_ARG(recipe->population.text),
		    STR_ARG(j->unread));
	else if (!j->joined)
		report_fault(&batch->report, recipe->population.place,
		    "no row of '%.*s' finds the people of its age in the population "
		    "'%.*s': not area '%.*s' in %.*s; wanted the same codes, years, "
		    "sexes and ages",
		    STR_ARG(recipe->indicator.text), STR_ARG(recipe->population.text),
		    STR_ARG(j->first_area), STR_ARG(j->first_period));
	else
		report_note(&batch->report, recipe->population.place,
		    "%llu of %llu rows of '%.*s' find no people in the population "
		    "'%.*s', area '%.*s' in %.*s first%s%.*s%s",
		    (unsigned long long)j->missed,
		    (unsigned long long)j->missed + j->joined,
		    STR_ARG(recipe->indicator.text), STR_ARG(recipe->population.text),
		    STR_ARG(j->first_area), STR_ARG(j->first_period),
		    j->is_unread ? "; the age '" : "", STR_ARG(j->unread),
		    j->is_unread ? "' cannot be read as years" : "");
}

static uint16_t
note_number(struct batch *batch, struct str note)
{
	uint32_t number = table_find(&batch->notes, note);

	if (number == TABLE_NONE && batch->notes.count <= UINT16_MAX)
		number = table_add(&batch->notes, note);
	return number <= UINT16_MAX ? (uint16_t)number : 0;
}

static void
compute_row(
    struct batch *batch, struct row *row, enum table_method method, double multiplier)
{
	struct str note;

	if (method == METHOD_GIVEN) {
		row->decimals = DECIMALS_COMPUTED;
		return;
	}
	note = compute_value(method, multiplier, row->numbers);
	row->published |= MADE_COMPUTED;
	row->decimals = DECIMALS_COMPUTED;
	if (note.len && !row->note)
		row->note = note_number(batch, note);
}

/* A proportion of more than all is seen when all rows are known, as is the rounding. */
static void
check_row(struct batch *batch, const struct row *row, enum table_method method,
    struct str path)
{
	double count = row->numbers[COLUMN_COUNT_OF];
	struct place place = { .file = path, .line = row->line };

	if ((method != METHOD_RATE && method != METHOD_DSR) || !(count > 0) ||
	    row->numbers[COLUMN_DENOMINATOR] != 0)
		return;
	report_fault(&batch->report, place,
	    "count %g of a denominator of 0 in a rate; wanted a denominator above 0",
	    count);
}

void
compute_batch(const struct recipes *recipes, struct batch *batch, struct str path)
{
	const struct table_counts *table = batch->counts;

	/* A batch has the rows of its table's recipes alone. */
	for (uint32_t i = 0; i < table->count; i++) {
		const struct table_recipe *recipe = &table->recipes[i];
		uint32_t number = recipes_find(recipes, recipe->indicator.text);
		struct joining j = {
			.people = find_people(recipes, recipe->population.text),
			.unread = STR(""),
		};
		uint32_t indicator =
		    table_find(&batch->indicators, recipe->indicator.text);
		if (number == TABLE_NONE || indicator == TABLE_NONE)
			continue;
		for (size_t r = 0; r < batch->row_count; r++) {
			struct row *row = &batch->rows[r];
			if (batch->groups[row->group].indicator != indicator)
				continue;
			if (j.people)
				join_row(batch, row, recipe, &j);
			check_row(batch, row, recipe->method, path);
			compute_row(
			    batch, row, recipe->method, recipes->multipliers[number]);
		}
		report_joining(batch, recipe, &j);
	}
}
