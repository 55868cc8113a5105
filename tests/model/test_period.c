#include "model/period.h"

#include "../unit.h"

#define EN "\xe2\x80\x93" /* en dash */
#define JANUARY(year) ((year)*12)
#define APRIL(year) ((year)*12 + 3)

static const struct {
	const char *name, *text;
	struct period period;
	const char *printed;
} readable[] = {
	{ "year", "2015", { JANUARY(2015), 12, PERIOD_CALENDAR, PERIOD_YEARS },
	    "2015" },
	{ "white space around", "  2015\t",
	    { JANUARY(2015), 12, PERIOD_CALENDAR, PERIOD_YEARS }, "2015" },
	{ "no-break spaces",
	    "2015\xc2\xa0-\xc2\xa0"
	    "17",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "first year", "1801", { JANUARY(1801), 12, PERIOD_CALENDAR, PERIOD_YEARS },
	    "1801" },
	{ "last year", "2200", { JANUARY(2200), 12, PERIOD_CALENDAR, PERIOD_YEARS },
	    "2200" },
	{ "three years", "2015 - 17",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "three years, no spaces", "2015-17",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "three years, four digits", "2015-2017",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "en dash", "2015" EN "17",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "spaced en dash", "2015 " EN " 17",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "em dash",
	    "2015\xe2\x80\x94"
	    "2017",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "minus sign", "2015 \xe2\x88\x92 17",
	    { JANUARY(2015), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 17" },
	{ "to", "2013 to 2017", { JANUARY(2013), 60, PERIOD_CALENDAR, PERIOD_YEARS },
	    "2013 - 17" },
	{ "two calendar years", "2015 - 16",
	    { JANUARY(2015), 24, PERIOD_CALENDAR, PERIOD_YEARS }, "2015 - 16" },
	{ "ten years", "2008-2017",
	    { JANUARY(2008), 120, PERIOD_CALENDAR, PERIOD_YEARS }, "2008 - 17" },
	{ "across the century", "1999 - 01",
	    { JANUARY(1999), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "1999 - 2001" },
	{ "across the century, four digits", "1999 - 2001",
	    { JANUARY(1999), 36, PERIOD_CALENDAR, PERIOD_YEARS }, "1999 - 2001" },
	{ "split year", "2017/18", { APRIL(2017), 12, PERIOD_SPLIT, PERIOD_YEARS },
	    "2017/18" },
	{ "split year, spaced", "2017 / 18",
	    { APRIL(2017), 12, PERIOD_SPLIT, PERIOD_YEARS }, "2017/18" },
	{ "split year, four digits", "2015/2016",
	    { APRIL(2015), 12, PERIOD_SPLIT, PERIOD_YEARS }, "2015/16" },
	{ "split year, six digits", "202122",
	    { APRIL(2021), 12, PERIOD_SPLIT, PERIOD_YEARS }, "2021/22" },
	{ "split year with a hyphen", "2015-16",
	    { APRIL(2015), 12, PERIOD_SPLIT, PERIOD_YEARS }, "2015/16" },
	{ "split year at the century", "1999/00",
	    { APRIL(1999), 12, PERIOD_SPLIT, PERIOD_YEARS }, "1999/00" },
	{ "split year at the century, six digits", "199900",
	    { APRIL(1999), 12, PERIOD_SPLIT, PERIOD_YEARS }, "1999/00" },
	{ "split year at the century, long", "1999/2000",
	    { APRIL(1999), 12, PERIOD_SPLIT, PERIOD_YEARS }, "1999/00" },
	{ "five split years", "2020/21 - 24/25",
	    { APRIL(2020), 60, PERIOD_SPLIT, PERIOD_YEARS }, "2020/21 - 24/25" },
	{ "three split years", "2016/17 - 18/19",
	    { APRIL(2016), 36, PERIOD_SPLIT, PERIOD_YEARS }, "2016/17 - 18/19" },
	{ "three split years, no spaces", "2015/16-17/18",
	    { APRIL(2015), 36, PERIOD_SPLIT, PERIOD_YEARS }, "2015/16 - 17/18" },
	{ "three split years, spelt out", "2013/14 to 2015/16",
	    { APRIL(2013), 36, PERIOD_SPLIT, PERIOD_YEARS }, "2013/14 - 15/16" },
	{ "split years across the century", "1998/99 - 00/01",
	    { APRIL(1998), 36, PERIOD_SPLIT, PERIOD_YEARS }, "1998/99 - 2000/01" },
	{ "quarter", "2019 Q1", { JANUARY(2019), 3, PERIOD_CALENDAR, PERIOD_QUARTERS },
	    "2019 Q1" },
	{ "quarter first", "Q4 2019",
	    { JANUARY(2019) + 9, 3, PERIOD_CALENDAR, PERIOD_QUARTERS }, "2019 Q4" },
	{ "quarter, no space", "2019q2",
	    { JANUARY(2019) + 3, 3, PERIOD_CALENDAR, PERIOD_QUARTERS }, "2019 Q2" },
	{ "quarter with a hyphen", "2019-Q2",
	    { JANUARY(2019) + 3, 3, PERIOD_CALENDAR, PERIOD_QUARTERS }, "2019 Q2" },
	{ "quarter in words", "Quarter 3 2019",
	    { JANUARY(2019) + 6, 3, PERIOD_CALENDAR, PERIOD_QUARTERS }, "2019 Q3" },
	{ "quarters of a year", "2019 Q1 - Q3",
	    { JANUARY(2019), 9, PERIOD_CALENDAR, PERIOD_QUARTERS }, "2019 Q1-Q3" },
	{ "financial quarter begins in April", "2018/19 Q1",
	    { APRIL(2018), 3, PERIOD_FINANCIAL, PERIOD_QUARTERS }, "2018/19 Q1" },
	{ "financial quarter first", "Q1 2017/18",
	    { APRIL(2017), 3, PERIOD_FINANCIAL, PERIOD_QUARTERS }, "2017/18 Q1" },
	{ "last financial quarter", "2018/19 Q4",
	    { JANUARY(2019), 3, PERIOD_FINANCIAL, PERIOD_QUARTERS }, "2018/19 Q4" },
	{ "cumulative quarters", "2018/19 Q1-Q3",
	    { APRIL(2018), 9, PERIOD_FINANCIAL, PERIOD_QUARTERS }, "2018/19 Q1-Q3" },
	{ "rolling quarters", "2018/19 Q2 - 2019/20 Q1",
	    { APRIL(2018) + 3, 12, PERIOD_FINANCIAL, PERIOD_QUARTERS },
	    "2018/19 Q2 - 2019/20 Q1" },
	{ "quarters across the century", "1999 Q4 - 2000 Q1",
	    { JANUARY(1999) + 9, 6, PERIOD_CALENDAR, PERIOD_QUARTERS },
	    "1999 Q4 - 2000 Q1" },
	{ "month", "Jan 2019", { JANUARY(2019), 1, PERIOD_CALENDAR, PERIOD_MONTHS },
	    "Jan 2019" },
	{ "month in full", "September 2017",
	    { JANUARY(2017) + 8, 1, PERIOD_CALENDAR, PERIOD_MONTHS }, "Sep 2017" },
	{ "month, four letters", "Sept 2017",
	    { JANUARY(2017) + 8, 1, PERIOD_CALENDAR, PERIOD_MONTHS }, "Sep 2017" },
	{ "month behind", "2017 DEC",
	    { JANUARY(2017) + 11, 1, PERIOD_CALENDAR, PERIOD_MONTHS }, "Dec 2017" },
	{ "month in figures", "2019-01",
	    { JANUARY(2019), 1, PERIOD_CALENDAR, PERIOD_MONTHS }, "Jan 2019" },
	{ "twelve months", "Aug 2018 - Jul 2019",
	    { JANUARY(2018) + 7, 12, PERIOD_CALENDAR, PERIOD_MONTHS },
	    "Aug 2018 - Jul 2019" },
};

START_TEST(test_readable)
{
	char printed[PERIOD_LONGEST];
	struct period got;
	struct err err;

	ck_assert_msg(period_parse(str_of(readable[_i].text), &got, &err), "%s: %s",
	    readable[_i].name, err.text);
	ck_assert_msg(period_order(got, readable[_i].period) == 0,
	    "%s: month %d, %d months, style %d, part %d", readable[_i].name, got.first,
	    got.months, got.style, got.part);
	ck_assert_uint_eq(period_print(got, printed), strlen(printed));
	ck_assert_msg(strcmp(printed, readable[_i].printed) == 0, "%s: printed %s",
	    readable[_i].name, printed);
	ck_assert_msg(period_is_valid(got), "%s", readable[_i].name);
}
END_TEST

#define NO_PERIOD(text)                                                                \
	"no period '" text "': wanted one such as '2015', '2015 - 17', '2015/16', "    \
	"'2019 Q1' or 'Jan 2019'"
#define FOLLOWS "the second year does not follow the first"
#define YEARS "years are from 1801 to 2200"
#define BACKWARDS "it ends before it begins"
#define UNLIKE "its two ends are of different kinds"
#define QUARTERS "quarters are from Q1 to Q4"
#define DOUBT "it may be a month or several years; write '2010 - 12' or 'Dec 2010'"
#define IMPOSSIBLE(text, why) "impossible period '" text "': " why

static const struct {
	const char *name, *text, *message;
} refused[] = {
	{ "nothing", "", NO_PERIOD("") },
	{ "only white space", "  \t", NO_PERIOD("") },
	{ "a word", "banana", NO_PERIOD("banana") },
	{ "two digits", "15", NO_PERIOD("15") },
	{ "five digits", "20155", NO_PERIOD("20155") },
	{ "many digits", "99999999999999999999", NO_PERIOD("99999999999999999999") },
	{ "a number", "20.15", NO_PERIOD("20.15") },
	{ "negative", "-2015", NO_PERIOD("-2015") },
	{ "half a range", "2015 -", NO_PERIOD("2015 -") },
	{ "half a split year", "2015/", NO_PERIOD("2015/") },
	{ "half a quarter", "2015 Q", NO_PERIOD("2015 Q") },
	{ "a date", "2015-01-31", NO_PERIOD("2015-01-31") },
	{ "three years in a row", "2015-2016-2017", NO_PERIOD("2015-2016-2017") },
	{ "month without a year", "January", NO_PERIOD("January") },
	{ "term", "Spring term 2017", NO_PERIOD("Spring term 2017") },
	{ "words", "over 3 years", NO_PERIOD("over 3 years") },
	{ "something behind it", "2015/16 x", NO_PERIOD("2015/16 x") },
	{ "broken text", "2015\xff", NO_PERIOD("2015") },
	{ "too many parts", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18",
	    NO_PERIOD("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18") },
	{ "second year skips", "2015/17", IMPOSSIBLE("2015/17", FOLLOWS) },
	{ "second year repeats", "2015/15", IMPOSSIBLE("2015/15", FOLLOWS) },
	{ "second year skips, long", "2015/2017", IMPOSSIBLE("2015/2017", FOLLOWS) },
	{ "six digits that do not follow", "201503", IMPOSSIBLE("201503", FOLLOWS) },
	{ "second year of the end skips", "2015/16 - 17/19",
	    IMPOSSIBLE("2015/16 - 17/19", FOLLOWS) },
	{ "long ago", "1066", IMPOSSIBLE("1066", YEARS) },
	{ "year nought", "0000", IMPOSSIBLE("0000", YEARS) },
	{ "long after", "2201", IMPOSSIBLE("2201", YEARS) },
	{ "ends long after", "2199 - 2201", IMPOSSIBLE("2199 - 2201", YEARS) },
	{ "ends long after, short", "2195-13", IMPOSSIBLE("2195-13", YEARS) },
	{ "backwards", "2017 - 15", IMPOSSIBLE("2017 - 15", BACKWARDS) },
	{ "backwards, no spaces", "2017-15", IMPOSSIBLE("2017-15", BACKWARDS) },
	{ "backwards, four digits", "2017-2015", IMPOSSIBLE("2017-2015", BACKWARDS) },
	{ "no thirteenth month", "2019-13", IMPOSSIBLE("2019-13", BACKWARDS) },
	{ "backwards split", "2017/18 - 15/16",
	    IMPOSSIBLE("2017/18 - 15/16", BACKWARDS) },
	{ "backwards quarters", "2019 Q3 - Q1", IMPOSSIBLE("2019 Q3 - Q1", BACKWARDS) },
	{ "backwards months", "Jul 2019 - Jan 2019",
	    IMPOSSIBLE("Jul 2019 - Jan 2019", BACKWARDS) },
	{ "year to split year", "2015 - 2016/17",
	    IMPOSSIBLE("2015 - 2016/17", UNLIKE) },
	{ "month to year", "Jan 2015 - 2016", IMPOSSIBLE("Jan 2015 - 2016", UNLIKE) },
	{ "fifth quarter", "2019 Q5", IMPOSSIBLE("2019 Q5", QUARTERS) },
	{ "quarter nought", "Q0 2019", IMPOSSIBLE("Q0 2019", QUARTERS) },
	{ "tenth quarter", "2018/19 Q10", IMPOSSIBLE("2018/19 Q10", QUARTERS) },
	{ "range to a fifth quarter", "2019 Q1-Q5",
	    IMPOSSIBLE("2019 Q1-Q5", QUARTERS) },
	{ "month of a split year", "Jan 2018/19",
	    IMPOSSIBLE("Jan 2018/19", "a month lies in one calendar year") },
	{ "month or three years", "2010-12", IMPOSSIBLE("2010-12", DOUBT) },
	{ "month or split year", "2011-12", IMPOSSIBLE("2011-12", DOUBT) },
	{ "month or years across the century", "1999-01",
	    IMPOSSIBLE("1999-01", DOUBT) },
};

START_TEST(test_refused)
{
	struct period got;
	struct err err = { .fault = FAULT_NONE };

	ck_assert_msg(!period_parse(str_of(refused[_i].text), &got, &err), "%s",
	    refused[_i].name);
	ck_assert_msg(err.fault == FAULT_INPUT, "%s", refused[_i].name);
	ck_assert_msg(strcmp(err.text, refused[_i].message) == 0, "%s: %s",
	    refused[_i].name, err.text);
}
END_TEST

/* Printing and reading again gives the same period, for every beginning and length. */
static void
check_round_trip(struct period period)
{
	char printed[PERIOD_LONGEST];
	size_t len = period_print(period, printed);
	struct period got;
	struct err err;

	ck_assert(period_is_valid(period));
	ck_assert_msg(
	    period_parse((struct str){ .at = printed, .len = len }, &got, &err), "%s",
	    err.text);
	ck_assert_msg(period_order(period, got) == 0 && period.first == got.first,
	    "%s: month %d, %d months became %d, %d", printed, period.first,
	    period.months, got.first, got.months);
}

START_TEST(test_round_trip)
{
	static const struct {
		uint8_t style, part;
		int begins, step;
	} kinds[] = { { PERIOD_CALENDAR, PERIOD_YEARS, 0, 12 },
		{ PERIOD_SPLIT, PERIOD_YEARS, 3, 12 },
		{ PERIOD_CALENDAR, PERIOD_QUARTERS, 0, 3 },
		{ PERIOD_FINANCIAL, PERIOD_QUARTERS, 3, 3 },
		{ PERIOD_CALENDAR, PERIOD_MONTHS, 0, 1 } };

	for (size_t k = 0; k < ROWS(kinds); k++) {
		int from = JANUARY(PERIOD_FIRST_YEAR) + kinds[k].begins;
		int until = JANUARY(PERIOD_LAST_YEAR + 1) + kinds[k].begins;
		for (int first = from; first < until; first += kinds[k].step) {
			for (int n = 1; n <= 30; n++) {
				int months = n * n * kinds[k].step;
				if (first + months > until)
					break;
				check_round_trip((struct period){ .first = first,
				    .months = (uint16_t)months,
				    .style = kinds[k].style,
				    .part = kinds[k].part });
			}
		}
	}
}
END_TEST

static const struct {
	const char *name, *earlier, *later;
	bool same_kind, follows, overlap;
} pairs[] = {
	{ "years in a row", "2014", "2015", true, true, false },
	{ "a year apart", "2013", "2015", true, false, false },
	{ "rolling", "2013 - 15", "2014 - 16", true, false, true },
	{ "pooled, in a row", "2012 - 14", "2015 - 17", true, true, false },
	{ "same end, shorter first", "2017", "2015 - 17", false, false, true },
	{ "calendar before financial", "2015", "2015/16", false, false, true },
	{ "financial before the next calendar", "2015/16", "2016", false, false, true },
	{ "quarters", "2018/19 Q4", "2019/20 Q1", true, true, false },
	{ "month and quarter", "Mar 2019", "2019 Q1", false, false, true },
	{ "calendar and financial quarter", "2019 Q1", "2018/19 Q4", false, false,
	    true },
	{ "century", "1999/00", "2000/01", true, true, false },
};

START_TEST(test_pairs)
{
	struct period a, b;
	struct err err;

	ck_assert(period_parse(str_of(pairs[_i].earlier), &a, &err));
	ck_assert(period_parse(str_of(pairs[_i].later), &b, &err));
	ck_assert_msg(period_order(a, b) < 0, "%s", pairs[_i].name);
	ck_assert_msg(period_order(b, a) > 0, "%s", pairs[_i].name);
	ck_assert_msg(
	    period_same_kind(a, b) == pairs[_i].same_kind, "%s", pairs[_i].name);
	ck_assert_msg(period_follows(a, b) == pairs[_i].follows, "%s", pairs[_i].name);
	ck_assert_msg(period_overlap(a, b) == pairs[_i].overlap, "%s", pairs[_i].name);
	ck_assert_msg(period_overlap(b, a) == pairs[_i].overlap, "%s", pairs[_i].name);
}
END_TEST

static const struct {
	const char *text;
	uint32_t sortable;
	const char *range;
} columns[] = {
	{ "2015", 20150000, "1y" },
	{ "2015 - 17", 20150000, "3y" },
	{ "2017/18", 20170000, "1y" },
	{ "2020/21 - 24/25", 20200000, "5y" },
	{ "2019 Q3", 20190300, "1q" },
	{ "2018/19 Q4", 20180400, "1q" },
	{ "2018/19 Q1-Q3", 20180100, "3q" },
	{ "Dec 2019", 20190012, "1m" },
	{ "Aug 2018 - Jul 2019", 20180008, "12m" },
};

START_TEST(test_columns)
{
	struct period period;
	struct err err;
	char range[8];
	unsigned months = 0;

	ck_assert(period_parse(str_of(columns[_i].text), &period, &err));
	ck_assert_uint_eq(period_sortable(period), columns[_i].sortable);
	ck_assert_uint_eq(period_range(period, range), strlen(columns[_i].range));
	ck_assert_str_eq(range, columns[_i].range);
	ck_assert(period_range_parse(str_of(range), &months));
	ck_assert_uint_eq(months, period.months);
}
END_TEST

static const struct {
	const char *text;
	unsigned months; /* 0: none */
} ranges[] = {
	{ "1y", 12 },
	{ "3y", 36 },
	{ "1q", 3 },
	{ "2m", 2 },
	{ " 10Y ", 120 },
	{ "Annual", 12 },
	{ "quarterly", 3 },
	{ "Monthly", 1 },
	{ "every 2 years", 24 },
	{ "every year", 12 },
	{ "3 years", 36 },
	{ "", 0 },
	{ "y", 0 },
	{ "0y", 0 },
	{ "101y", 0 },
	{ "3", 0 },
	{ "3 bananas", 0 },
	{ "99999999999999999999y", 0 },
	{ "often", 0 },
};

START_TEST(test_ranges)
{
	unsigned months = 0;
	bool good = period_range_parse(str_of(ranges[_i].text), &months);

	ck_assert_msg(good == (ranges[_i].months > 0), "'%s'", ranges[_i].text);
	if (good)
		ck_assert_uint_eq(months, ranges[_i].months);
}
END_TEST

static const struct {
	const char *text;
	enum period_style style;
} styles[] = {
	{ "Calendar", PERIOD_CALENDAR },
	{ "financial", PERIOD_FINANCIAL },
	{ "Academic", PERIOD_ACADEMIC },
	{ "Financial year", PERIOD_FINANCIAL },
	{ "April to March", PERIOD_FINANCIAL },
};

START_TEST(test_styles)
{
	enum period_style style = PERIOD_SPLIT;

	ck_assert(period_style_parse(str_of(styles[_i].text), &style));
	ck_assert_int_eq(style, styles[_i].style);
	ck_assert(period_style_parse(str_of(period_style_word(style)), &style));
	ck_assert_int_eq(style, styles[_i].style);
	ck_assert(!period_style_parse(STR("lunar"), &style));
}
END_TEST

static const struct {
	const char *name;
	struct period period;
} damaged[] = {
	{ "no length", { JANUARY(2015), 0, PERIOD_CALENDAR, PERIOD_YEARS } },
	{ "half a year", { JANUARY(2015), 6, PERIOD_CALENDAR, PERIOD_YEARS } },
	{ "begins inside a year",
	    { JANUARY(2015) + 1, 12, PERIOD_CALENDAR, PERIOD_YEARS } },
	{ "financial from January",
	    { JANUARY(2015), 12, PERIOD_FINANCIAL, PERIOD_YEARS } },
	{ "no such style", { JANUARY(2015), 12, 77, PERIOD_YEARS } },
	{ "no such part", { JANUARY(2015), 12, PERIOD_CALENDAR, 77 } },
	{ "long ago", { JANUARY(1066), 12, PERIOD_CALENDAR, PERIOD_YEARS } },
	{ "before all time", { INT32_MIN, 12, PERIOD_CALENDAR, PERIOD_YEARS } },
	{ "after all time", { INT32_MAX, UINT16_MAX, PERIOD_ACADEMIC, PERIOD_MONTHS } },
	{ "ends too late", { JANUARY(2200), 24, PERIOD_CALENDAR, PERIOD_YEARS } },
	{ "quarters of a split year",
	    { APRIL(2015), 3, PERIOD_SPLIT, PERIOD_QUARTERS } },
	{ "extreme quarters",
	    { INT32_MIN, UINT16_MAX, PERIOD_ACADEMIC, PERIOD_QUARTERS } },
	{ "extreme years", { INT32_MAX, UINT16_MAX, PERIOD_SPLIT, PERIOD_YEARS } },
};

/* What comes out of a damaged file is refused, and printing it does no harm. */
START_TEST(test_damaged)
{
	char printed[PERIOD_LONGEST], range[8];

	ck_assert_msg(!period_is_valid(damaged[_i].period), "%s", damaged[_i].name);
	ck_assert_uint_lt(period_print(damaged[_i].period, printed), PERIOD_LONGEST);
	ck_assert_uint_lt(period_range(damaged[_i].period, range), sizeof range);
	period_sortable(damaged[_i].period);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("period");

	ADD_ROWS(tcase, test_readable, readable);
	ADD_ROWS(tcase, test_refused, refused);
	tcase_add_test(tcase, test_round_trip);
	ADD_ROWS(tcase, test_pairs, pairs);
	ADD_ROWS(tcase, test_columns, columns);
	ADD_ROWS(tcase, test_ranges, ranges);
	ADD_ROWS(tcase, test_styles, styles);
	ADD_ROWS(tcase, test_damaged, damaged);
	return unit_run("period", tcase);
}
