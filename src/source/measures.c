#include "source/measures.h"

#include <math.h>

#include "base/number.h"
#include "source/symbol.h"

/* The role of a number is ROLE_VALUE + its place in the row. */
enum { DECIMALS_MOST = 255 };

static const char *const words[COLUMN_NUMBERS] = {
	[COLUMN_VALUE] = "value",
	[COLUMN_LOWER95] = "lower 95 % limit",
	[COLUMN_UPPER95] = "upper 95 % limit",
	[COLUMN_LOWER998] = "lower 99.8 % limit",
	[COLUMN_UPPER998] = "upper 99.8 % limit",
	[COLUMN_COUNT_OF] = "count",
	[COLUMN_DENOMINATOR] = "denominator",
};

static enum role
role_of(enum release_column column)
{
	return (enum role)(ROLE_VALUE + (int)column);
}

static struct str
cell_text(const struct rows *rows, enum release_column column)
{
	const struct csv_cell *cell = rows_cell(rows, role_of(column));

	return (struct str){ .at = cell->at, .len = cell->len };
}

/* What messages show of a cell that is a number. */
static struct str
number_text(const struct rows *rows, enum release_column column)
{
	enum { LONGEST = 40 };

	return str_slice(str_trim(cell_text(rows, column)), 0, LONGEST);
}

/* A cell that is not plainly a number: with spaces around it, a symbol, or wrong. */
static bool
read_odd(
    struct rows *rows, enum release_column column, double *number, struct str *note)
{
	struct str text = str_trim(cell_text(rows, column));

	if (number_parse(text, number))
		return true;
	*number = (double)NAN;
	if (symbol_parse(text, note))
		return true;
	report_fault(&rows->batch->report, rows_place(rows, role_of(column)),
	    "%s '%s' is not a number; wanted a number or an empty cell", words[column],
	    rows_quote(rows, text));
	return false;
}

static bool
read_numbers(struct rows *rows, struct row *row, struct str *note)
{
	struct str notes[COLUMN_NUMBERS];
	bool good = true;

	for (int i = 0; i < COLUMN_NUMBERS; i++) {
		struct str text = cell_text(rows, (enum release_column)i);
		notes[i] = STR("");
		if (text.len == 0)
			row->numbers[i] = (double)NAN;
		else if (!number_parse(text, &row->numbers[i]))
			good = read_odd(rows, (enum release_column)i, &row->numbers[i],
				   &notes[i]) &&
			       good;
	}
	/* The count's symbol explains a blank value as well as the value's own. */
	*note = notes[COLUMN_VALUE];
	if (note->len == 0 && isnan(row->numbers[COLUMN_VALUE]))
		*note = notes[COLUMN_COUNT_OF];
	return good;
}

/* Half a unit of the last decimal that is written. */
static double
half_unit(const struct rows *rows, enum release_column column)
{
	return 0.5 * pow(10, -number_decimals(cell_text(rows, column)));
}

/* Whether two numbers are in order, as written: figures published to one decimal may
 * lie just outside limits published to four. */
static bool
in_order(const struct rows *rows, const struct row *row, enum release_column small,
    enum release_column large)
{
	double below = row->numbers[small], above = row->numbers[large];

	/* Nothing is out of order with what is not there. */
	if (!(below > above))
		return true;
	return below - above <= half_unit(rows, small) + half_unit(rows, large);
}

static bool
check_limits(struct rows *rows, const struct row *row, enum release_column lower,
    enum release_column upper)
{
	static const enum release_column value = COLUMN_VALUE;
	bool good = true;

	if (!in_order(rows, row, lower, value)) {
		report_fault(&rows->batch->report, rows_place(rows, role_of(lower)),
		    "%s '%.*s' is above the value '%.*s'; wanted it at or below",
		    words[lower], STR_ARG(number_text(rows, lower)),
		    STR_ARG(number_text(rows, value)));
		good = false;
	}
	if (!in_order(rows, row, value, upper)) {
		report_fault(&rows->batch->report, rows_place(rows, role_of(upper)),
		    "%s '%.*s' is below the value '%.*s'; wanted it at or above",
		    words[upper], STR_ARG(number_text(rows, upper)),
		    STR_ARG(number_text(rows, value)));
		good = false;
	}
	if (good && !in_order(rows, row, lower, upper)) {
		report_fault(&rows->batch->report, rows_place(rows, role_of(lower)),
		    "%s '%.*s' is above the upper one '%.*s'; wanted it at or below",
		    words[lower], STR_ARG(number_text(rows, lower)),
		    STR_ARG(number_text(rows, upper)));
		good = false;
	}
	return good;
}

static bool
check_counts(struct rows *rows, const struct row *row)
{
	struct report *report = &rows->batch->report;
	double denominator = row->numbers[COLUMN_DENOMINATOR];
	bool good = true;

	if (row->numbers[COLUMN_COUNT_OF] < 0) {
		report_fault(report, rows_place(rows, ROLE_COUNT_OF),
		    "count '%.*s' is negative; wanted 0 or more",
		    STR_ARG(number_text(rows, COLUMN_COUNT_OF)));
		good = false;
	}
	if (denominator < 0) {
		report_fault(report, rows_place(rows, ROLE_DENOMINATOR),
		    "denominator '%.*s' is negative; wanted more than 0",
		    STR_ARG(number_text(rows, COLUMN_DENOMINATOR)));
		good = false;
	}
	if (denominator == 0 && !isnan(row->numbers[COLUMN_VALUE])) {
		report_fault(report, rows_place(rows, ROLE_DENOMINATOR),
		    "denominator is 0 where there is a value; wanted more than 0");
		good = false;
	}
	return good;
}

bool
measures_read(struct rows *rows, struct row *row, struct str *note)
{
	int decimals;
	bool good;

	if (!read_numbers(rows, row, note))
		return false;
	good = check_counts(rows, row);
	good = check_limits(rows, row, COLUMN_LOWER95, COLUMN_UPPER95) && good;
	good = check_limits(rows, row, COLUMN_LOWER998, COLUMN_UPPER998) && good;
	if (good && !in_order(rows, row, COLUMN_LOWER998, COLUMN_LOWER95))
		rows_count(rows, TALLY_NARROW, ROLE_LOWER998);
	else if (good && !in_order(rows, row, COLUMN_UPPER95, COLUMN_UPPER998))
		rows_count(rows, TALLY_NARROW, ROLE_UPPER998);
	decimals = isnan(row->numbers[COLUMN_VALUE])
		       ? 0
		       : number_decimals(str_trim(cell_text(rows, COLUMN_VALUE)));
	row->decimals = (uint8_t)(decimals < DECIMALS_MOST ? decimals : DECIMALS_MOST);
	return good;
}
