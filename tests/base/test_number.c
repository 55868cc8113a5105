#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit.h"

static const struct {
	const char *text;
	bool fine;
	double value;
} parses[] = {
	{ "12", true, 12 },
	{ "-0.5", true, -0.5 },
	{ "+3.25", true, 3.25 },
	{ "1e6", true, 1e6 },
	{ "1E-3", true, 0.001 },
	{ ".5", true, 0.5 },
	{ "007", true, 7 },
	{ "0.1", true, 0.1 },
	{ "1,234", true, 1234 },
	{ "12,345.67", true, 12345.67 },
	{ "-1,234,567", true, -1234567 },
	{ "123,456,789.5", true, 123456789.5 },
	{ "9007199254740993", true, 9007199254740992.0 },
	{ "0.12345678", true, 0.12345678 },
	{ "-12345.678", true, -12345.678 },
	{ "9.437593735661792", true, 9.437593735661792 },
	{ "784505.3587053159", true, 784505.3587053159 },
	{ "0.0000000000000001", true, 1e-16 },
	{ "00000000.00000000", true, 0 },
	{ "9007199254740993.0", true, 9007199254740992.0 },
	{ "900719925474099.35", true, 900719925474099.375 },
	{ "1234567890123456789", true, 1234567890123456789.0 },
	{ "1.234567890123456789", true, 1.234567890123456789 },
	{ "1.2345678901234567891234", true, 1.2345678901234567891234 },
	{ "18446744073709551615.9", true, 18446744073709551616.0 },
	{ "1234567.", true, 1234567 },
	{ "-.12345678", true, -0.12345678 },
	{ "1.7976931348623157e308", true, 1.7976931348623157e308 },
	{ "4.9406564584124654e-324", true, 4.9406564584124654e-324 },
	{ "", false, 0 },
	{ " 12", false, 0 },
	{ "12 ", false, 0 },
	{ "+", false, 0 },
	{ "-", false, 0 },
	{ "+-1", false, 0 },
	{ "--1", false, 0 },
	{ "12a", false, 0 },
	{ "12.3456789a", false, 0 },
	{ "12.a3456789", false, 0 },
	{ "12.34567:89", false, 0 },
	{ "12.3456/789", false, 0 },
	{ "12345678.1.", false, 0 },
	{ "1234567-1.5", false, 0 },
	{ "--1234567.5", false, 0 },
	{ "1.2.3", false, 0 },
	{ "0x10", false, 0 },
	{ "nan", false, 0 },
	{ "inf", false, 0 },
	{ "-Infinity", false, 0 },
	{ "1e400", false, 0 },
	{ "*", false, 0 },
	{ ",", false, 0 },
	{ ",123", false, 0 },
	{ "1,23", false, 0 },
	{ "1,2345", false, 0 },
	{ "1234,567", false, 0 },
	{ "12,,345", false, 0 },
	{ "1,234,", false, 0 },
	{ "1,234,56", false, 0 },
	{ "1,23.4", false, 0 },
	{ "1.5,000", false, 0 },
	{ "1,234e5", false, 0 },
	{ "1,234.5.6", false, 0 },
	{ "0,123", false, 0 },
	{ "-0,123", false, 0 },
	{ "-,123", false, 0 },
	{ "1,-234", false, 0 },
};

START_TEST(test_parse)
{
	double value = 77;
	bool fine = number_parse(str_of(parses[_i].text), &value);

	ck_assert_msg(fine == parses[_i].fine, "'%s' is %s", parses[_i].text,
	    fine ? "taken" : "refused");
	double want = parses[_i].fine ? parses[_i].value : 77;
	ck_assert_msg(value == want, "'%s' gives %.17g", parses[_i].text, value);
}
END_TEST

START_TEST(test_parse_reads_no_further_than_its_view)
{
	double value;
	struct str digits = STR("123456");

	ck_assert(number_parse(str_slice(digits, 1, 3), &value));
	ck_assert(value == 23);
	ck_assert(!number_parse((struct str){ .at = NULL, .len = 0 }, &value));
}
END_TEST

START_TEST(test_parse_long_text)
{
	char text[2000];
	double value;

	memset(text, '1', sizeof text);
	text[1] = ',';
	ck_assert(
	    !number_parse((struct str){ .at = text, .len = sizeof text }, &value));
	memset(text, '0', sizeof text);
	text[1] = '.';
	text[sizeof text - 1] = '1';
	text[0] = '5';
	ck_assert(number_parse((struct str){ .at = text, .len = sizeof text }, &value));
	ck_assert(value == 5);
}
END_TEST

/* Decimals of all lengths against the C library's reading of them. */
START_TEST(test_parse_agrees_with_the_c_library)
{
	uint64_t state = 1;

	for (int i = 0; i < 200000; i++) {
		char text[32];
		state = state * 6364136223846793005u + 1442695040888963407u;
		int len = snprintf(text, sizeof text, "%s%0*llu", i % 3 ? "" : "-",
		    1 + i % 19, (unsigned long long)(state >> (i % 64)));
		int point = 1 + i % 7;
		double value;
		if (i % 11 && len > point + 1)
			text[point + (text[0] == '-')] = '.';
		ck_assert_msg(number_parse(str_of(text), &value), "'%s'", text);
		ck_assert_msg(
		    value == strtod(text, NULL), "'%s' gives %.17g", text, value);
	}
}
END_TEST

static const struct {
	const char *text;
	bool fine;
	uint64_t value;
} wholes[] = {
	{ "0", true, 0 },
	{ "90366", true, 90366 },
	{ "18446744073709551615", true, UINT64_MAX },
	{ "18446744073709551616", false, 0 },
	{ "", false, 0 },
	{ "-1", false, 0 },
	{ "+1", false, 0 },
	{ "1.0", false, 0 },
	{ "1 ", false, 0 },
};

START_TEST(test_parse_whole)
{
	uint64_t value = 77;
	bool fine = number_parse_whole(str_of(wholes[_i].text), &value);

	ck_assert_msg(fine == wholes[_i].fine, "'%s'", wholes[_i].text);
	ck_assert_msg(value == (fine ? wholes[_i].value : 77), "'%s'", wholes[_i].text);
}
END_TEST

static const struct {
	const char *text;
	int decimals;
} decimals[] = {
	{ "12.50", 2 },
	{ "12", 0 },
	{ "12.", 0 },
	{ ".125", 3 },
	{ "1.5e10", 1 },
	{ "", 0 },
};

START_TEST(test_decimals)
{
	int got = number_decimals(str_of(decimals[_i].text));

	ck_assert_msg(got == decimals[_i].decimals, "'%s': %d", decimals[_i].text, got);
}
END_TEST

static const struct {
	const char *name;
	double value;
	const char *text;
} prints[] = {
	{ "zero", 0, "0" },
	{ "negative zero", -0.0, "0" },
	{ "a tenth", 0.1, "0.1" },
	{ "a tenth and a fifth", 0.1 + 0.2, "0.30000000000000004" },
	{ "a third", 1.0 / 3, "0.3333333333333333" },
	{ "negative", -12.5, "-12.5" },
	{ "whole", 1234567, "1234567" },
	{ "last without an exponent", 1e20, "100000000000000000000" },
	{ "first with an exponent", 1e21, "1e+21" },
	{ "smallest without an exponent", 1e-6, "0.000001" },
	{ "below it", 1e-7, "1e-07" },
	{ "largest", 1.7976931348623157e308, "1.7976931348623157e+308" },
	{ "smallest", 4.9406564584124654e-324, "5e-324" },
	{ "not a number", (double)NAN, "" },
	{ "infinite", (double)INFINITY, "" },
};

START_TEST(test_print)
{
	char text[NUMBER_LONGEST + 1];
	size_t len = number_print(text, prints[_i].value);

	text[len] = '\0';
	ck_assert_msg(
	    strcmp(text, prints[_i].text) == 0, "%s: '%s'", prints[_i].name, text);
}
END_TEST

static bool
reads_back(double value)
{
	char text[NUMBER_LONGEST];
	struct str s = { .at = text, .len = number_print(text, value) };
	double back;

	return s.len <= 32 && number_parse(s, &back) && back == value;
}

START_TEST(test_print_reads_back)
{
	unsigned long long state = 1;

	for (int i = 0; i < 200000; i++) {
		uint64_t bits = unit_random(&state);
		double value;
		memcpy(&value, &bits, sizeof value);
		ck_assert_msg(
		    !isfinite(value) || reads_back(value), "bits of %a", value);
		/* As published figures are: up to 15 digits, a few behind the point. */
		value =
		    (double)(bits % 1000000000000000u) / pow(10, (double)(bits >> 60));
		ck_assert_msg(reads_back(value), "decimal %.17g", value);
	}
}
END_TEST

/* The shortest text is found by trying every count of digits. */
START_TEST(test_print_is_shortest)
{
	unsigned long long state = 2;

	for (int i = 0; i < 20000; i++) {
		double value = (double)unit_random(&state) / 1e10, back = 0;
		char text[NUMBER_LONGEST], longer[64];
		size_t len = number_print(text, value);
		int digits = 0;
		while (back != value) {
			snprintf(longer, sizeof longer, "%.*g", ++digits, value);
			back = strtod(longer, NULL);
		}
		size_t got = len - (memchr(text, '.', len) != NULL);
		ck_assert_msg(got <= (size_t)digits || value >= pow(10, digits),
		    "%.*s has more than %d digits", (int)len, text, digits);
	}
}
END_TEST

static const struct {
	const char *name;
	double value;
	int decimals;
	const char *plain, *grouped;
} fixed[] = {
	{ "half goes up on the decimal, not on the bits", 0.15, 1, "0.2", "0.2" },
	{ "half to whole", 2.5, 0, "3", "3" },
	{ "negative half goes away from zero", -2.5, 0, "-3", "-3" },
	{ "0.05 to one", 0.05, 1, "0.1", "0.1" },
	{ "0.04 to one", 0.04, 1, "0.0", "0.0" },
	{ "0.5 to whole", 0.5, 0, "1", "1" },
	{ "0.49 to whole", 0.49, 0, "0", "0" },
	{ "a carry through all digits", 99.95, 1, "100.0", "100.0" },
	{ "a carry over the point", 9.999, 2, "10.00", "10.00" },
	{ "1.005", 1.005, 2, "1.01", "1.01" },
	{ "2.675", 2.675, 2, "2.68", "2.68" },
	{ "zeros are filled in", 12.5, 3, "12.500", "12.500" },
	{ "zero", 0, 1, "0.0", "0.0" },
	{ "negative zero", -0.0, 1, "0.0", "0.0" },
	{ "nothing left of a negative", -0.04, 1, "0.0", "0.0" },
	{ "something left of it", -0.05, 1, "-0.1", "-0.1" },
	{ "tiny", 1e-300, 2, "0.00", "0.00" },
	{ "hundreds", 999, 0, "999", "999" },
	{ "thousands", 1000, 0, "1000", "1,000" },
	{ "rounded into thousands", 999.5, 0, "1000", "1,000" },
	{ "millions with decimals", 1234567.891, 2, "1234567.89", "1,234,567.89" },
	{ "negative thousands", -12345, 0, "-12345", "-12,345" },
	{ "1e21", 1e21, 1, "1000000000000000000000.0",
	    "1,000,000,000,000,000,000,000.0" },
	{ "no such decimals", 1.25, -3, "1", "1" },
	{ "not a number", (double)NAN, 1, "", "" },
	{ "infinite", -(double)INFINITY, 1, "", "" },
};

START_TEST(test_fixed)
{
	char text[NUMBER_LONGEST + 1];

	text[number_print_fixed(text, fixed[_i].value, fixed[_i].decimals)] = '\0';
	ck_assert_msg(
	    strcmp(text, fixed[_i].plain) == 0, "%s: '%s'", fixed[_i].name, text);
	text[number_print_grouped(text, fixed[_i].value, fixed[_i].decimals)] = '\0';
	ck_assert_msg(
	    strcmp(text, fixed[_i].grouped) == 0, "%s: '%s'", fixed[_i].name, text);
}
END_TEST

START_TEST(test_longest_fits)
{
	char text[NUMBER_LONGEST];
	const double largest = -1.7976931348623157e308;
	size_t len = number_print_grouped(text, largest, 1000);

	ck_assert_uint_eq(len, 1 + 309 + 102 + 1 + NUMBER_DECIMALS);
	ck_assert_uint_le(len, NUMBER_LONGEST);
	ck_assert_uint_eq(number_print_fixed(text, largest, 0), 310);
	ck_assert_uint_le(number_print(text, largest), NUMBER_LONGEST);
}
END_TEST

/* Against whole-number arithmetic: m / 10^places, rounded half away to fewer places. */
START_TEST(test_fixed_agrees_with_whole_numbers)
{
	static const uint64_t ten_to[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
	unsigned long long state = 3;

	for (int i = 0; i < 200000; i++) {
		uint64_t m = unit_random(&state) % 1000000000000u;
		int places = (int)(unit_random(&state) % 7);
		int keep = (int)(unit_random(&state) % (unsigned)(places + 1));
		if (i % 4 == 0 && keep < places) /* a tie */
			m = m - m % ten_to[places - keep] + ten_to[places - keep] / 2;
		uint64_t rounded =
		    (m + ten_to[places - keep] / 2) / ten_to[places - keep];
		char want[64], text[NUMBER_LONGEST + 1];
		int n = snprintf(want, sizeof want, "%llu",
		    (unsigned long long)(rounded / ten_to[keep]));
		if (keep)
			snprintf(want + n, sizeof want - (size_t)n, ".%0*llu", keep,
			    (unsigned long long)(rounded % ten_to[keep]));
		double value = (double)m / (double)ten_to[places];
		text[number_print_fixed(text, value, keep)] = '\0';
		ck_assert_msg(strcmp(text, want) == 0,
		    "%.17g to %d places: '%s', want '%s'", value, keep, text, want);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("number");

	tcase_set_timeout(tcase, 60);
	ADD_ROWS(tcase, test_parse, parses);
	tcase_add_test(tcase, test_parse_reads_no_further_than_its_view);
	tcase_add_test(tcase, test_parse_long_text);
	tcase_add_test(tcase, test_parse_agrees_with_the_c_library);
	ADD_ROWS(tcase, test_parse_whole, wholes);
	ADD_ROWS(tcase, test_decimals, decimals);
	ADD_ROWS(tcase, test_print, prints);
	tcase_add_test(tcase, test_print_reads_back);
	tcase_add_test(tcase, test_print_is_shortest);
	ADD_ROWS(tcase, test_fixed, fixed);
	tcase_add_test(tcase, test_longest_fits);
	tcase_add_test(tcase, test_fixed_agrees_with_whole_numbers);
	return unit_run("number", tcase);
}
