#include "model/indicator.h"

#include "../unit.h"

enum kind { VALUE_TYPE, SEX, POLARITY, INTERVAL, COMPARISON };

static bool
parse(enum kind kind, struct str text, int *out)
{
	enum value_type type = VALUE_UNKNOWN;
	enum sex sex = SEX_PERSONS;
	enum polarity polarity = POLARITY_UNKNOWN;
	enum interval_method method = INTERVAL_NONE;
	enum comparison comparison = COMPARISON_NONE;
	bool good = false;

	switch (kind) {
	case VALUE_TYPE:
		good = value_type_parse(text, &type);
		*out = (int)type;
		break;
	case SEX:
		good = sex_parse(text, &sex);
		*out = (int)sex;
		break;
	case POLARITY:
		good = polarity_parse(text, &polarity);
		*out = (int)polarity;
		break;
	case INTERVAL:
		good = interval_method_parse(text, &method);
		*out = (int)method;
		break;
	case COMPARISON:
		good = comparison_parse(text, &comparison);
		*out = (int)comparison;
		break;
	}
	return good;
}

static const char *
word(enum kind kind, int value)
{
	switch (kind) {
	case VALUE_TYPE: return value_type_word((enum value_type)value);
	case SEX: return sex_word((enum sex)value);
	case POLARITY: return polarity_word((enum polarity)value);
	case INTERVAL: return interval_method_word((enum interval_method)value);
	case COMPARISON: return comparison_word((enum comparison)value);
	}
	return "";
}

/* Our own words can be read back. */
static const struct {
	const char *name;
	enum kind kind;
	int count;
} kinds[] = {
	{ "value type", VALUE_TYPE, VALUE_TYPE_COUNT },
	{ "sex", SEX, SEX_COUNT },
	{ "polarity", POLARITY, POLARITY_NONE + 1 },
	{ "interval", INTERVAL, INTERVAL_OTHER + 1 },
	{ "comparison", COMPARISON, COMPARISON_COUNT },
};

START_TEST(test_own_words)
{
	for (int value = 0; value < kinds[_i].count; value++) {
		const char *text = word(kinds[_i].kind, value);
		int parsed = -1;
		ck_assert_msg(parse(kinds[_i].kind, str_of(text), &parsed), "%s '%s'",
		    kinds[_i].name, text);
		ck_assert_msg(parsed == value, "%s '%s'", kinds[_i].name, text);
	}
}
END_TEST

static const struct {
	const char *text;
	enum kind kind;
	int value; /* -1: none of these */
} spellings[] = {
	{ "Directly standardised rate", VALUE_TYPE, VALUE_DSR },
	{ "directly standardized rate", VALUE_TYPE, VALUE_DSR },
	{ "Age standardised rate", VALUE_TYPE, VALUE_DSR },
	{ "Crude rate ", VALUE_TYPE, VALUE_CRUDE_RATE },
	{ "Percentage", VALUE_TYPE, VALUE_PROPORTION },
	{ "Indirectly standardised ratio", VALUE_TYPE, VALUE_ISRATIO },
	{ "Indirectly standardised rate", VALUE_TYPE, VALUE_ISR },
	{ "Slope index of inequality", VALUE_TYPE, VALUE_SLOPE_INDEX },
	{ "Median", VALUE_TYPE, -1 },
	{ "", VALUE_TYPE, -1 },
	{ "Persons", SEX, SEX_PERSONS },
	{ "MALE", SEX, SEX_MALE },
	{ "Girls", SEX, SEX_FEMALE },
	{ "Not applicable", SEX, SEX_NONE },
	{ "Unicorn", SEX, -1 },
	{ "", SEX, -1 },
	{ "RAG - Low is good   ", POLARITY, POLARITY_LOW },
	{ "RAG - High is good", POLARITY, POLARITY_HIGH },
	{ "BOB - Blue orange blue", POLARITY, POLARITY_NEUTRAL },
	{ "No judgement", POLARITY, POLARITY_NEUTRAL },
	{ "Not applicable", POLARITY, POLARITY_NONE },
	{ "low", POLARITY, POLARITY_LOW },
	{ "high", POLARITY, POLARITY_HIGH },
	{ "neutral", POLARITY, POLARITY_NEUTRAL },
	{ "none", POLARITY, POLARITY_NONE },
	{ "medium", POLARITY, -1 },
	{ "Wilson Score method", INTERVAL, INTERVAL_WILSON },
	{ "wilson", INTERVAL, INTERVAL_WILSON },
	{ "Byar's method", INTERVAL, INTERVAL_BYAR },
	{ "Byars method", INTERVAL, INTERVAL_BYAR },
	{ "Dobson & Byar's", INTERVAL, INTERVAL_DOBSON },
	{ "Dobson's method", INTERVAL, INTERVAL_DOBSON },
	{ "t", INTERVAL, INTERVAL_T },
	{ "other", INTERVAL, INTERVAL_OTHER },
	{ "none", INTERVAL, INTERVAL_NONE },
	{ "guesswork", INTERVAL, -1 },
	{ "95", COMPARISON, COMPARISON_INTERVAL },
	{ "two levels", COMPARISON, COMPARISON_TWO_LEVELS },
	{ "overlap", COMPARISON, COMPARISON_OVERLAP },
	{ "quintiles", COMPARISON, COMPARISON_QUINTILES },
	{ "none", COMPARISON, COMPARISON_NONE },
	{ "99", COMPARISON, -1 },
};

START_TEST(test_spellings)
{
	int value = -1;
	bool good = parse(spellings[_i].kind, str_of(spellings[_i].text), &value);

	ck_assert_msg(good == (spellings[_i].value >= 0), "'%s'", spellings[_i].text);
	if (good)
		ck_assert_msg(value == spellings[_i].value, "'%s'", spellings[_i].text);
}
END_TEST

START_TEST(test_facts)
{
	for (int f = 0; f < FACT_COUNT; f++)
		ck_assert_str_ne(fact_word((enum fact)f), "");
	for (int o = ORIGIN_NONE; o <= ORIGIN_DEFINITIONS; o++)
		ck_assert_str_ne(origin_word((enum origin)o), "");
	ck_assert_str_eq(origin_word(ORIGIN_INFERRED), "inferred from the figures");
}
END_TEST

static const struct {
	enum value_type type;
	double multiplier;
	const char *unit;
} units[] = {
	{ VALUE_PROPORTION, 100, "%" },
	{ VALUE_UNKNOWN, 100, "%" },
	{ VALUE_PROPORTION, 1, "" },
	{ VALUE_PROPORTION, 1000, "per 1,000" },
	{ VALUE_CRUDE_RATE, 100, "per 100" },
	{ VALUE_CRUDE_RATE, 1000, "per 1,000" },
	{ VALUE_CRUDE_RATE, 10000, "per 10,000" },
	{ VALUE_DSR, 100000, "per 100,000" },
	{ VALUE_ISR, 1e6, "per 1,000,000" },
	{ VALUE_RATIO, 2.5, "per 2.5" },
	{ VALUE_ISRATIO, 100, "" },
	{ VALUE_COUNT, 1, "" },
	{ VALUE_MEAN, 0, "" },
	{ VALUE_SCORE, 100, "" },
	{ VALUE_LIFE_EXPECTANCY, 0, "years" },
	{ VALUE_SLOPE_INDEX, 0, "" },
	{ VALUE_UNKNOWN, 0, "" },
	{ VALUE_CRUDE_RATE, 0, "" },
	{ VALUE_CRUDE_RATE, -1000, "" },
	{ VALUE_CRUDE_RATE, (double)__builtin_nan(""), "" },
	{ VALUE_CRUDE_RATE, (double)__builtin_inf(), "" },
	{ VALUE_CRUDE_RATE, 1e300, "" },
};

START_TEST(test_units)
{
	char out[32];
	struct str unit = { .at = out };

	unit.len = unit_print(units[_i].type, units[_i].multiplier, out);
	ck_assert_msg(str_equal(unit, str_of(units[_i].unit)), "%d, %g: '%.*s'",
	    (int)units[_i].type, units[_i].multiplier, STR_ARG(unit));
}
END_TEST

static const struct {
	const char *text;
	bool good;
	unsigned from, until;
} ages[] = {
	{ "5-16 yrs", true, 5, 16 },
	{ "5 - 16 years", true, 5, 16 },
	{ "5\xe2\x80\x93"
	  "16 yrs",
	    true, 5, 16 },
	{ "5 to 16 yrs", true, 5, 16 },
	{ "5-16", true, 5, 16 },
	{ "<16 yrs", true, 0, 15 },
	{ "< 16 yrs", true, 0, 15 },
	{ "Under 18s", true, 0, 17 },
	{ "<1 yr", true, 0, 0 },
	{ "10+ yrs", true, 10, 199 },
	{ "65+", true, 65, 199 },
	{ "65 yrs and over", true, 65, 199 },
	{ "65 and over", true, 65, 199 },
	{ ">65 yrs", true, 66, 199 },
	{ ">=65 yrs", true, 65, 199 },
	{ "\xe2\x89\xa5"
	  "65 yrs",
	    true, 65, 199 },
	{ "All ages", true, 0, 199 },
	{ "all", true, 0, 199 },
	{ "4-5 yrs", true, 4, 5 },
	{ "2 yrs", true, 2, 2 },
	{ "15", true, 15, 15 },
	{ "Reception (4-5 yrs)", true, 4, 5 },
	{ "Year 6 (10-11 yrs)", true, 10, 11 },
	{ "parents of 0-15 yrs", true, 0, 15 },
	{ "2-2\xc2\xbd yrs", true, 2, 2 },
	{ "2.5 yrs", true, 2, 2 },
	{ "6-8 weeks", true, 0, 0 },
	{ "12 months", true, 1, 1 },
	{ "24-30 months", true, 2, 2 },
	{ "<24 months", true, 0, 1 },
	{ "<28 days", true, 0, 0 },
	{ "15-year-olds", true, 15, 15 },
	{ "School age", false, 0, 0 },
	{ "Primary school age", false, 0, 0 },
	{ "Years 7, 9 and 11", false, 0, 0 },
	{ "Year 6", false, 0, 0 },
	{ "Not applicable", false, 0, 0 },
	{ "", false, 0, 0 },
	{ "16-5 yrs", false, 0, 0 },
	{ "9999 yrs", false, 0, 0 },
	{ "99999999999999999999", false, 0, 0 },
	{ "All who are looked after", false, 0, 0 },
	{ "-", false, 0, 0 },
	{ "+", false, 0, 0 },
};

START_TEST(test_ages)
{
	unsigned from = 0, until = 0;
	bool good = age_parse(str_of(ages[_i].text), &from, &until);

	ck_assert_msg(
	    good == ages[_i].good, "'%s': %u to %u", ages[_i].text, from, until);
	if (good)
		ck_assert_msg(from == ages[_i].from && until == ages[_i].until,
		    "'%s': %u to %u", ages[_i].text, from, until);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("indicator");

	ADD_ROWS(tcase, test_own_words, kinds);
	ADD_ROWS(tcase, test_spellings, spellings);
	tcase_add_test(tcase, test_facts);
	ADD_ROWS(tcase, test_units, units);
	ADD_ROWS(tcase, test_ages, ages);
	return unit_run("indicator", tcase);
}
