#include "model/indicator.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "model/words.h"

const char *
value_type_word(enum value_type type)
{
	switch (type) {
	case VALUE_UNKNOWN: return "Unknown";
	case VALUE_PROPORTION: return "Proportion";
	case VALUE_CRUDE_RATE: return "Crude rate";
	case VALUE_DSR: return "Directly standardised rate";
	case VALUE_ISR: return "Indirectly standardised rate";
	case VALUE_ISRATIO: return "Indirectly standardised ratio";
	case VALUE_RATIO: return "Ratio";
	case VALUE_COUNT: return "Count";
	case VALUE_MEAN: return "Mean";
	case VALUE_SCORE: return "Score";
	case VALUE_LIFE_EXPECTANCY: return "Life expectancy";
	case VALUE_SLOPE_INDEX: return "Slope index of inequality";
	case VALUE_TYPE_COUNT: return "";
	}
	return "";
}

bool
value_type_parse(struct str text, enum value_type *out)
{
	int value = 0;

	if (!words_find(WORDS_VALUE_TYPE, text, &value))
		return false;
	*out = (enum value_type)value;
	return true;
}

const char *
sex_word(enum sex sex)
{
	switch (sex) {
	case SEX_PERSONS: return "Persons";
	case SEX_MALE: return "Male";
	case SEX_FEMALE: return "Female";
	case SEX_NONE: return "Not applicable";
	case SEX_UNSTATED: return "Not stated";
	case SEX_COUNT: return "";
	}
	return "";
}

bool
sex_parse(struct str text, enum sex *out)
{
	int value = 0;

	if (!words_find(WORDS_SEX, text, &value))
		return false;
	*out = (enum sex)value;
	return true;
}

const char *
polarity_word(enum polarity polarity)
{
	switch (polarity) {
	case POLARITY_UNKNOWN: return "Not known";
	case POLARITY_LOW: return "Low is good";
	case POLARITY_HIGH: return "High is good";
	case POLARITY_NEUTRAL: return "No judgement";
	case POLARITY_NONE: return "Not applicable";
	}
	return "";
}

bool
polarity_parse(struct str text, enum polarity *out)
{
	int value = 0;

	if (!words_find(WORDS_POLARITY, text, &value))
		return false;
	*out = (enum polarity)value;
	return true;
}

const char *
interval_method_word(enum interval_method method)
{
	switch (method) {
	case INTERVAL_UNKNOWN: return "Not known";
	case INTERVAL_NONE: return "No confidence limits";
	case INTERVAL_WILSON: return "Wilson score method";
	case INTERVAL_BYAR: return "Byar's method";
	case INTERVAL_DOBSON: return "Dobson & Byar's method";
	case INTERVAL_T: return "Student's t distribution";
	case INTERVAL_OTHER: return "Another method";
	}
	return "";
}

bool
interval_method_parse(struct str text, enum interval_method *out)
{
	int value = 0;

	if (!words_find(WORDS_INTERVAL, text, &value))
		return false;
	*out = (enum interval_method)value;
	return true;
}

const char *
comparison_word(enum comparison comparison)
{
	switch (comparison) {
	case COMPARISON_INTERVAL: return "95% confidence limits";
	case COMPARISON_INTERVAL_998: return "99.8% confidence limits";
	case COMPARISON_TWO_LEVELS:
		return "Confidence limits at two levels, 95% and 99.8%";
	case COMPARISON_OVERLAP: return "95% confidence limits of both";
	case COMPARISON_QUINTILES: return "Fifths of areas (quintiles)";
	case COMPARISON_NONE: return "Not compared";
	case COMPARISON_COUNT: return "";
	}
	return "";
}

bool
comparison_parse(struct str text, enum comparison *out)
{
	int value = 0;

	if (!words_find(WORDS_COMPARISON, text, &value))
		return false;
	*out = (enum comparison)value;
	return true;
}

const char *
fact_word(enum fact fact)
{
	switch (fact) {
	case FACT_VALUE_TYPE: return "Value type";
	case FACT_MULTIPLIER: return "Multiplier";
	case FACT_UNIT: return "Unit";
	case FACT_INTERVAL: return "Confidence limits";
	case FACT_POLARITY: return "Polarity";
	case FACT_COMPARISON: return "Comparison";
	case FACT_DECIMALS: return "Decimals";
	case FACT_MODELLED: return "Modelled";
	case FACT_FREQUENCY: return "Frequency";
	case FACT_YEAR_TYPE: return "Year type";
	case FACT_ROUNDING: return "Rounding of counts";
	case FACT_COUNT: return "";
	}
	return "";
}

const char *
origin_word(enum origin origin)
{
	switch (origin) {
	case ORIGIN_NONE: return "not known";
	case ORIGIN_INFERRED: return "inferred from the figures";
	case ORIGIN_METADATA: return "from the published metadata";
	case ORIGIN_DEFINITIONS: return "from the definitions file";
	case ORIGIN_ASSUMED: return "assumed";
	case ORIGIN_COUNT: break;
	}
	return "";
}

bool
origin_is_said(enum origin origin)
{
	return origin == ORIGIN_METADATA || origin == ORIGIN_DEFINITIONS;
}

const char *
fact_witness(enum fact fact)
{
	return fact == FACT_FREQUENCY ? "step" : "row";
}

/* A proportion, or something of which nothing is known but that it is out of a hundred,
 * is a percentage. */
static bool
is_percentage(enum value_type type, double multiplier)
{
	return (type == VALUE_PROPORTION || type == VALUE_UNKNOWN) &&
	       fabs(multiplier - 100) < 1e-9;
}

static bool
has_population(enum value_type type)
{
	switch (type) {
	case VALUE_UNKNOWN:
	case VALUE_PROPORTION:
	case VALUE_CRUDE_RATE:
	case VALUE_DSR:
	case VALUE_ISR:
	case VALUE_RATIO: return true;
	case VALUE_ISRATIO:
	case VALUE_COUNT:
	case VALUE_MEAN:
	case VALUE_SCORE:
	case VALUE_LIFE_EXPECTANCY:
	case VALUE_SLOPE_INDEX:
	case VALUE_TYPE_COUNT: return false;
	}
	return false;
}

size_t
unit_print(enum value_type type, double multiplier, char *out)
{
	enum { ROOM = 32 };
	char number[NUMBER_LONGEST];
	struct str unit = STR("");
	size_t len;

	if (type == VALUE_LIFE_EXPECTANCY)
		unit = STR("years");
	else if (is_percentage(type, multiplier))
		unit = STR("%");
	else if (has_population(type) && isfinite(multiplier) && multiplier > 1)
		unit = STR("per ");
	memcpy(out, unit.at, unit.len);
	if (!str_equal(unit, STR("per ")))
		return unit.len;
	len = number_print_grouped(number, multiplier, fmod(multiplier, 1) > 0 ? 1 : 0);
	if (unit.len + len > ROOM)
		return 0;
	memcpy(out + unit.len, number, len);
	return unit.len + len;
}
