#include "model/period.h"

#include <stdio.h>

#include "base/number.h"
#include "model/words.h"

enum { MONTHS_A_YEAR = 12, MONTHS_A_QUARTER = 3 };

static const char month_names[MONTHS_A_YEAR][4] = { "Jan", "Feb", "Mar", "Apr", "May",
	"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

/* Months from January to where a year of this style begins. */
static int
style_begins(unsigned style)
{
	switch ((enum period_style)style) {
	case PERIOD_CALENDAR: return 0;
	case PERIOD_SPLIT:
	case PERIOD_FINANCIAL: return 3;
	case PERIOD_ACADEMIC: return 8;
	}
	return 0;
}

static int
floor_divide(int64_t a, int b)
{
	return (int)(a / b - (a % b < 0));
}

static int
remainder_of(int64_t a, int b)
{
	return (int)((a % b + b) % b);
}

/* The month of the period's own kind of year that it begins or ends with, counted from
 * the beginning of that kind of year in year 0. */
static int64_t
own_first(struct period p)
{
	return (int64_t)p.first - style_begins(p.style);
}

static int64_t
own_last(struct period p)
{
	return own_first(p) + p.months - 1;
}

static int
print_years(struct period p, char *out)
{
	int a = floor_divide(own_first(p), MONTHS_A_YEAR);
	int b = floor_divide(own_last(p), MONTHS_A_YEAR);
	int a2 = remainder_of((int64_t)a + 1, 100);
	int b2 = remainder_of((int64_t)b + 1, 100);
	bool split = p.style != PERIOD_CALENDAR;
	bool same_century = floor_divide(a, 100) == floor_divide(b, 100);
	char end[16];

	snprintf(end, sizeof end, same_century ? "%02d" : "%d",
	    same_century ? remainder_of(b, 100) : b);
	if (a == b)
		return split ? snprintf(out, PERIOD_LONGEST, "%d/%02d", a, a2)
			     : snprintf(out, PERIOD_LONGEST, "%d", a);
	return split
		   ? snprintf(out, PERIOD_LONGEST, "%d/%02d - %s/%02d", a, a2, end, b2)
		   : snprintf(out, PERIOD_LONGEST, "%d - %s", a, end);
}

/* "2019" or "2018/19", the year that a month of the period's own counting lies in. */
static void
print_year_of(struct period p, int64_t own, char out[PERIOD_LONGEST])
{
	struct period year = { .first = (int32_t)(own - remainder_of(own, 12) +
						  style_begins(p.style)),
		.months = MONTHS_A_YEAR,
		.style = p.style,
		.part = PERIOD_YEARS };

	print_years(year, out);
}

static int
print_quarters(struct period p, char *out)
{
	char a[PERIOD_LONGEST], b[PERIOD_LONGEST];
	int first = remainder_of(own_first(p), MONTHS_A_YEAR) / MONTHS_A_QUARTER + 1;
	int last = remainder_of(own_last(p), MONTHS_A_YEAR) / MONTHS_A_QUARTER + 1;

	print_year_of(p, own_first(p), a);
	print_year_of(p, own_last(p), b);
	if (p.months <= MONTHS_A_QUARTER)
		return snprintf(out, PERIOD_LONGEST, "%s Q%d", a, first);
	if (str_equal(str_of(a), str_of(b)))
		return snprintf(out, PERIOD_LONGEST, "%s Q%d-Q%d", a, first, last);
	return snprintf(out, PERIOD_LONGEST, "%s Q%d - %s Q%d", a, first, b, last);
}

static int
print_months(struct period p, char *out)
{
	int64_t last = (int64_t)p.first + p.months - 1;
	const char *a = month_names[remainder_of(p.first, MONTHS_A_YEAR)];
	const char *b = month_names[remainder_of(last, MONTHS_A_YEAR)];
	int year = floor_divide(p.first, MONTHS_A_YEAR);

	if (p.months == 1)
		return snprintf(out, PERIOD_LONGEST, "%s %d", a, year);
	return snprintf(out, PERIOD_LONGEST, "%s %d - %s %d", a, year, b,
	    floor_divide(last, MONTHS_A_YEAR));
}

static size_t
fitted(int printed, size_t room)
{
	if (printed < 0)
		return 0;
	return (size_t)printed < room ? (size_t)printed : room - 1;
}

size_t
period_print(struct period period, char *out)
{
	switch ((enum period_part)period.part) {
	case PERIOD_YEARS: return fitted(print_years(period, out), PERIOD_LONGEST);
	case PERIOD_QUARTERS:
		return fitted(print_quarters(period, out), PERIOD_LONGEST);
	case PERIOD_MONTHS: return fitted(print_months(period, out), PERIOD_LONGEST);
	}
	out[0] = '\0';
	return 0;
}

bool
period_is_valid(struct period period)
{
	int unit = period.part == PERIOD_YEARS      ? MONTHS_A_YEAR
		   : period.part == PERIOD_QUARTERS ? MONTHS_A_QUARTER
						    : 1;
	bool quarters_of_known = period.part != PERIOD_QUARTERS ||
				 period.style == PERIOD_CALENDAR ||
				 period.style == PERIOD_FINANCIAL;
	bool calendar_months =
	    period.part != PERIOD_MONTHS || period.style == PERIOD_CALENDAR;

	return period.style <= PERIOD_ACADEMIC && period.part <= PERIOD_MONTHS &&
	       period.months > 0 && period.months % unit == 0 &&
	       remainder_of(own_first(period), unit) == 0 && quarters_of_known &&
	       calendar_months &&
	       own_first(period) / MONTHS_A_YEAR >= PERIOD_FIRST_YEAR &&
	       own_last(period) / MONTHS_A_YEAR <= PERIOD_LAST_YEAR;
}

static int
three_way(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int64_t
end_of(struct period p)
{
	return (int64_t)p.first + p.months;
}

int
period_order(struct period a, struct period b)
{
	int order = three_way(end_of(a), end_of(b));

	if (!order)
		order = three_way(a.months, b.months);
	if (!order)
		order = three_way(a.style, b.style);
	return order ? order : three_way(a.part, b.part);
}

bool
period_same_kind(struct period a, struct period b)
{
	return a.style == b.style && a.part == b.part && a.months == b.months;
}

bool
period_follows(struct period a, struct period b)
{
	return end_of(a) == b.first;
}

bool
period_overlap(struct period a, struct period b)
{
	return a.first < end_of(b) && b.first < end_of(a);
}

uint32_t
period_sortable(struct period period)
{
	int64_t first = own_first(period);
	int year = floor_divide(first, MONTHS_A_YEAR);
	int month = remainder_of(first, MONTHS_A_YEAR);
	int parts = 0;

	if (year < 0 || year > 9999)
		return 0;
	if (period.part == PERIOD_QUARTERS)
		parts = (month / MONTHS_A_QUARTER + 1) * 100;
	else if (period.part == PERIOD_MONTHS)
		parts = month + 1;
	return (uint32_t)(year * 10000 + parts);
}

size_t
period_range(struct period period, char *out)
{
	enum { ROOM = 8 };
	int months = period.months;

	switch ((enum period_part)period.part) {
	case PERIOD_YEARS:
		return fitted(snprintf(out, ROOM, "%dy", months / MONTHS_A_YEAR), ROOM);
	case PERIOD_QUARTERS:
		return fitted(
		    snprintf(out, ROOM, "%dq", months / MONTHS_A_QUARTER), ROOM);
	case PERIOD_MONTHS: return fitted(snprintf(out, ROOM, "%dm", months), ROOM);
	}
	out[0] = '\0';
	return 0;
}

/* "y", "years", "q", "months": how many months, 0 when it is no such unit. */
static unsigned
unit_months(struct str unit)
{
	static const struct {
		const char *text;
		unsigned months;
	} units[] = {
		{ "m", 1 },
		{ "month", 1 },
		{ "months", 1 },
		{ "q", MONTHS_A_QUARTER },
		{ "quarter", MONTHS_A_QUARTER },
		{ "quarters", MONTHS_A_QUARTER },
		{ "y", MONTHS_A_YEAR },
		{ "year", MONTHS_A_YEAR },
		{ "years", MONTHS_A_YEAR },
		{ "yr", MONTHS_A_YEAR },
		{ "yrs", MONTHS_A_YEAR },
	};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (str_equal(unit, str_of(units[i].text)))
			return units[i].months;
	return 0;
}

bool
period_range_parse(struct str text, unsigned *months)
{
	char buffer[WORDS_LONGEST];
	struct str rest = words_fold(text, buffer);
	uint64_t count = 0;
	size_t digits = 0;
	int known = 0;

	if (words_find(WORDS_FREQUENCY, text, &known)) {
		*months = (unsigned)known;
		return true;
	}
	if (str_starts(rest, STR("every ")))
		rest = str_slice(rest, 6, rest.len);
	while (digits < rest.len && rest.at[digits] >= '0' && rest.at[digits] <= '9')
		digits++;
	if (!number_parse_whole(str_slice(rest, 0, digits), &count))
		return false;
	*months = unit_months(str_trim(str_slice(rest, digits, rest.len)));
	if (count < 1 || count > 100)
		return false;
	*months *= (unsigned)count;
	return *months > 0;
}

const char *
period_style_word(enum period_style style)
{
	switch (style) {
	case PERIOD_CALENDAR: return "Calendar";
	case PERIOD_SPLIT: return "Split";
	case PERIOD_FINANCIAL: return "Financial";
	case PERIOD_ACADEMIC: return "Academic";
	}
	return "";
}

bool
period_style_parse(struct str text, enum period_style *out)
{
	int value = 0;

	if (!words_find(WORDS_YEAR_TYPE, text, &value))
		return false;
	*out = (enum period_style)value;
	return true;
}
