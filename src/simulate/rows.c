#include "simulate/rows.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* The latest year of the made-up figures, or the year in which it begins. */
enum { LATEST_YEAR = 2023 };

void
rows_header(struct buf *buf)
{
	buf_add(buf,
	    STR("Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area "
		"Name,"
		"Area Type,Sex,Age,Category Type,Category,Time period,Value,"
		"Lower CI 95.0 limit,Upper CI 95.0 limit,"
		"Lower CI 99.8 limit,Upper CI 99.8 limit,"
		"Count,Denominator,Value note,Recent Trend,"
		"Compared to England value or percentiles,"
		"Compared to " ROWS_REGION_TYPE " value or percentiles,"
		"Time period Sortable,New data,Compared to goal,Time period range\n"));
}

static void
add_place(struct buf *buf, size_t place)
{
	const struct region *region;

	if (place == PLACES_ENGLAND) {
		buf_add(buf, STR(",,E92000001,England,England,"));
	} else if (place >= PLACES_FIRST_REGION) {
		region = &places_regions[place - PLACES_FIRST_REGION];
		buf_print(buf, "E92000001,England,%s,%s," ROWS_REGION_TYPE ",",
		    region->code, region->name);
	} else {
		region = &places_regions[places_authorities[place].region];
		buf_print(buf, "%s,%s,%s,", region->code, region->name,
		    places_authorities[place].code);
		buf_add_cell(buf, str_of(places_authorities[place].name));
		buf_add(buf, STR("," ROWS_AUTHORITY_TYPE ","));
	}
}

/* The year in which a period begins and, of quarters, which one it is (else 0). */
static int
first_year(const struct plan *plan, size_t period, int *quarter)
{
	int back = (int)(plan_periods(plan) - 1 - period);

	*quarter = 0;
	if (plan->years == PLAN_QUARTERS) {
		*quarter = 4 - back % 4;
		return LATEST_YEAR - back / 4;
	}
	return LATEST_YEAR - back - (plan->span ? plan->span - 1 : 0);
}

void
rows_period(struct buf *buf, const struct plan *plan, size_t period)
{
	int quarter, year = first_year(plan, period, &quarter);
	int last = year + (plan->span ? plan->span - 1 : 0);
	bool split = plan->years == PLAN_FINANCIAL || plan->years == PLAN_ACADEMIC;

	buf_print(buf, "%04d", year);
	if (split)
		buf_print(buf, "/%02d", (year + 1) % 100);
	if (last > year)
		buf_print(buf, " - %02d", last % 100);
	if (last > year && split)
		buf_print(buf, "/%02d", (last + 1) % 100);
	if (quarter)
		buf_print(buf, " Q%d", quarter);
}

static const char *
note_text(enum figure_note note)
{
	switch (note) {
	case FIGURE_SHOWN: return "";
	case FIGURE_ESTIMATE: return "Value is modelled or synthetic estimate";
	case FIGURE_SUPPRESSED:
		return "Value suppressed for disclosure control reasons";
	case FIGURE_TOO_FEW:
		return "Value cannot be calculated as number of cases is too small";
	case FIGURE_UNPUBLISHED: return "Value not published for data quality reasons";
	case FIGURE_AGGREGATED:
		return "Aggregated from all known lower geography values";
	}
	return "";
}

/* Whether the benchmark lies outside the 95 % limits, in the words of the polarity. */
static const char *
compared(const struct plan *plan, const struct figure *figure, double benchmark)
{
	bool below = figure->upper95<benchmark, above = figure->lower95> benchmark;

	if (plan->polarity == PLAN_NO_POLARITY || isnan(figure->lower95) ||
	    isnan(benchmark))
		return "Not compared";
	if (!below && !above)
		return "Similar";
	if (plan->polarity == PLAN_NO_JUDGEMENT)
		return below ? "Lower" : "Higher";
	return below == (plan->polarity == PLAN_LOW_GOOD) ? "Better" : "Worse";
}

static void
add_numbers(struct buf *buf, const struct figure *figure)
{
	const double numbers[] = { figure->value, figure->lower95, figure->upper95,
		figure->lower998, figure->upper998, figure->count,
		figure->denominator };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		char *room = buf_room(buf, NUMBER_LONGEST + 1);
		size_t len = number_print(room, numbers[i]);
		room[len] = ',';
		buf->len += len + 1;
	}
}

static void
add_comparisons(struct buf *buf, const struct plan *plan,
    const struct figure_column *column, size_t place)
{
	static const char none[] = "Not compared";
	const struct figure *figure = &column->places[place];
	const char *england = none, *region = none;

	if (place != PLACES_ENGLAND)
		england = compared(plan, figure, column->places[PLACES_ENGLAND].value);
	if (place < PLACES_FIRST_REGION)
		region = compared(plan, figure,
		    column
			->places[PLACES_FIRST_REGION + places_authorities[place].region]
			.value);
	buf_add(buf, str_of(england));
	buf_add_char(buf, ',');
	buf_add(buf, str_of(region));
}

/* What all rows of a series and period have in common, before and behind the figures.
 */
struct frame {
	struct buf indicator; /* "800101,Name," */
	struct buf sex_age;   /* "Male,5 yrs,,,2015," */
	struct buf tail;      /* ",20150000,,,1y\n" */
};

static void
set_frame(struct frame *frame, const struct plan *plan, size_t age, enum figure_sex sex,
    size_t period)
{
	static const char *const sexes[] = { "Male", "Female", "Persons" };
	int quarter, year = first_year(plan, period, &quarter);

	frame->sex_age.len = 0;
	buf_print(&frame->sex_age, "%s,", sexes[sex]);
	buf_add_cell(&frame->sex_age, str_of(plan->ages[age].age));
	buf_add(&frame->sex_age, STR(",,,"));
	rows_period(&frame->sex_age, plan, period);
	buf_add_char(&frame->sex_age, ',');
	frame->tail.len = 0;
	buf_print(&frame->tail, ",%04d%02d00,,,", year, quarter);
	buf_print(
	    &frame->tail, quarter ? "%dq\n" : "%dy\n", plan->span ? plan->span : 1);
}

static void
add_column(struct buf *buf, const struct plan *plan, const struct frame *frame,
    const struct figure_column *column)
{
	for (size_t i = 0; i < PLACES; i++) {
		size_t place = i == 0                ? (size_t)PLACES_ENGLAND
			       : i <= PLACES_REGIONS ? PLACES_FIRST_REGION + i - 1
						     : i - 1 - PLACES_REGIONS;
		buf_add(buf, buf_str(&frame->indicator));
		add_place(buf, place);
		buf_add(buf, buf_str(&frame->sex_age));
		add_numbers(buf, &column->places[place]);
		buf_add(buf, str_of(note_text(column->places[place].note)));
		buf_add(buf, STR(",,"));
		add_comparisons(buf, plan, column, place);
		buf_add(buf, buf_str(&frame->tail));
	}
}

void
rows_add(
    struct buf *buf, const struct plan *plan, size_t age, const struct figures *figures)
{
	struct frame frame = { 0 };

	buf_print(&frame.indicator, "%u,", (unsigned)plan->id);
	buf_add_cell(&frame.indicator, str_of(plan->name));
	buf_add_char(&frame.indicator, ',');
	for (int sex = 0; sex < FIGURE_SEXES; sex++) {
		for (size_t t = 0; figures->sexes[sex] && t < figures->periods; t++) {
			set_frame(&frame, plan, age, (enum figure_sex)sex, t);
			add_column(buf, plan, &frame, &figures->sexes[sex][t]);
		}
	}
	buf_done(&frame.indicator);
	buf_done(&frame.sex_age);
	buf_done(&frame.tail);
}
