#include "build/conceal.h"

#include <math.h>

#include "disclose/rate.h"
#include "disclose/system.h"

/* A rate or a proportion of a count and a denominator, no more. */
static bool
is_plain(const struct draft_indicator *indicator)
{
	return indicator->value_type == VALUE_PROPORTION ||
	       indicator->value_type == VALUE_CRUDE_RATE;
}

static bool
has_rate(const struct draft_indicator *indicator, const struct row *row)
{
	return is_plain(indicator) && indicator->multiplier > 0 &&
	       row->numbers[COLUMN_DENOMINATOR] > 0 &&
	       !isnan(row->numbers[COLUMN_VALUE]);
}

bool
conceal_count(
    const struct draft_indicator *indicator, const struct row *row, uint32_t *count)
{
	double n = row->numbers[COLUMN_COUNT_OF];

	if (isnan(n) && indicator->value_type == VALUE_COUNT)
		n = row->numbers[COLUMN_VALUE];
	if (isnan(n) && has_rate(indicator, row))
		n = row->numbers[COLUMN_VALUE] * row->numbers[COLUMN_DENOMINATOR] /
		    indicator->multiplier;
	if (isnan(n) || n < 0 || n > DISCLOSE_MOST)
		return false;
	/* Half a person, of weighted counts, is one rather than none. */
	*count = n > 0 && n < 1 ? 1 : (uint32_t)(n + 0.5);
	return true;
}

struct disclose_range
conceal_known(const struct draft_indicator *indicator, const struct disclose_rule *rule,
    const struct row *row, uint32_t count)
{
	struct disclose_range known = { 0, DISCLOSE_ANY }, rate;
	double denominator = row->numbers[COLUMN_DENOMINATOR];
	double value = row->numbers[COLUMN_VALUE];
	struct err err;

	if (rule->denominator_too || !(denominator > 0) || denominator > DISCLOSE_MOST)
		return known;
	if (indicator->value_type == VALUE_PROPORTION && count <= denominator)
		known.most = (uint32_t)denominator;
	if (rule->rate_too || !has_rate(indicator, row) || value < 0)
		return known;
	if (disclose_rate_counts(value, disclose_decimals(value), denominator,
		indicator->multiplier, &rate, &err) &&
	    rate.least <= count && count <= rate.most)
		known = disclose_common(known, rate);
	return known;
}

static void
clear_limits(struct row *row)
{
	for (unsigned i = COLUMN_LOWER95; i <= COLUMN_UPPER998; i++)
		row->numbers[i] = (double)NAN;
}

/* Verdicts and goals of the source rest on the count too. */
static void
clear_words(struct row *row)
{
	row->published = 0;
	row->goal = 0;
	row->trend_polarity = 0;
}

void
conceal_value(struct row *row, uint16_t note)
{
	row->numbers[COLUMN_VALUE] = (double)NAN;
	row->decimals = 0;
	row->note = note;
	clear_limits(row);
	clear_words(row);
}

void
conceal_hide(const struct draft_indicator *indicator, const struct disclose_rule *rule,
    struct row *row, uint16_t note)
{
	row->numbers[COLUMN_COUNT_OF] = (double)NAN;
	if (rule->denominator_too)
		row->numbers[COLUMN_DENOMINATOR] = (double)NAN;
	if (rule->rate_too || indicator->value_type == VALUE_COUNT) {
		conceal_value(row, note);
		return;
	}
	/* Limits follow from the count more closely than the rate does. */
	row->note = note;
	clear_limits(row);
	clear_words(row);
}

static void
work_out_limits(const struct draft_indicator *indicator, struct row *row,
    double confidence, enum release_column lower, enum release_column upper)
{
	double count = row->numbers[COLUMN_COUNT_OF];
	double denominator = row->numbers[COLUMN_DENOMINATOR];
	double nan = (double)NAN;
	struct interval limits = { nan, nan, nan };
	struct err err;
	bool fine = false;

	if (isnan(row->numbers[lower]) && isnan(row->numbers[upper]))
		return;
	if (indicator->interval == INTERVAL_WILSON)
		fine = interval_proportion(count, denominator, indicator->multiplier,
		    confidence, &limits, &err);
	else if (indicator->interval == INTERVAL_BYAR)
		fine = interval_rate(count, denominator, indicator->multiplier,
		    confidence, &limits, &err);
	row->numbers[lower] = fine ? limits.lower : nan;
	row->numbers[upper] = fine ? limits.upper : nan;
}

/* Whether the value is the count over the denominator: by its kind, or to the last of
 * its decimals, as that of a single age band is. */
static bool
follows(const struct draft_indicator *indicator, const struct row *row)
{
	double count = row->numbers[COLUMN_COUNT_OF];
	double denominator = row->numbers[COLUMN_DENOMINATOR];
	double value = row->numbers[COLUMN_VALUE];

	if (!(indicator->multiplier > 0) || !(denominator > 0) || isnan(value))
		return false;
	double rate = count / denominator * indicator->multiplier;
	return is_plain(indicator) ||
	       fabs(value - rate) <=
		   0.5 / pow(10, disclose_decimals(value)) + 1e-9 * fabs(rate);
}

void
conceal_round(const struct draft_indicator *indicator, struct row *row, uint32_t shown)
{
	double denominator = row->numbers[COLUMN_DENOMINATOR];
	bool follow = follows(indicator, row);

	if (!isnan(row->numbers[COLUMN_COUNT_OF]))
		row->numbers[COLUMN_COUNT_OF] = shown;
	clear_words(row);
	if (indicator->value_type == VALUE_COUNT && !isnan(row->numbers[COLUMN_VALUE]))
		row->numbers[COLUMN_VALUE] = shown;
	if (!follow) {
		clear_limits(row);
		return;
	}
	row->numbers[COLUMN_VALUE] = shown / denominator * indicator->multiplier;
	if (indicator->value_type == VALUE_PROPORTION)
		row->numbers[COLUMN_VALUE] =
		    fmin(row->numbers[COLUMN_VALUE], indicator->multiplier);
	work_out_limits(indicator, row, 0.95, COLUMN_LOWER95, COLUMN_UPPER95);
	work_out_limits(indicator, row, 0.998, COLUMN_LOWER998, COLUMN_UPPER998);
}
