#include "source/figures.h"

#include "../unit.h"
#include "reading.h"

/* The fewest columns that figures need; the place of each value is easy to count. */
#define HEADER "Indicator ID,Area Code,Time period,Value\n"
#define ROW "1,E92000001,2015,10\n"

/* A header with limits and counts, and a row up to its value. */
#define WIDE                                                                           \
	"Indicator ID,Area Code,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 "  \
	"limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Sex,Value "   \
	"note,Recent Trend,Compared to England value or percentiles\n"
#define BEFORE "1,E92000001,2015,"

/* A view of a literal that may hold NUL, for tables. */
#define TEXT(literal)                                                                  \
	{                                                                              \
		"" literal, sizeof(literal) - 1                                        \
	}

#define WANTED_PERIOD                                                                  \
	"wanted one such as '2015', '2015 - 17', '2015/16', '2019 Q1' or 'Jan 2019'"

static const struct {
	const char *name;
	struct str bytes;
	size_t rows; /* that are good */
	const char *report;
} cases[] = {
	{ "nothing wrong", TEXT(HEADER ROW), 1, "" },
	{ "empty file", TEXT(""), 0,
	    "1:1: the file is empty; wanted a header and rows of figures\n" },
	{ "only a byte order mark", TEXT("\xef\xbb\xbf"), 0,
	    "1:1: the file is empty; wanted a header and rows of figures\n" },
	{ "only blank lines", TEXT("\n\r\n  \n"), 0,
	    "1:1: the file is empty; wanted a header and rows of figures\n" },
	{ "header only", TEXT(HEADER), 0,
	    "1:1: the file has a header but no rows; wanted rows of figures\n" },
	{ "header without a line end", TEXT("Indicator ID,Area Code,Time period,Value"),
	    0, "1:1: the file has a header but no rows; wanted rows of figures\n" },
	{ "header and blank rows", TEXT(HEADER "\n,,,\n"), 0,
	    "1:1: the file has a header but no rows; wanted rows of figures\n" },
	{ "binary file",
	    TEXT("\x7f"
		 "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\x03"),
	    0, "0:0: this looks like a binary file; wanted text in UTF-8\n" },
	{ "UTF-16", TEXT("\xff\xfeI\0n\0d\0i\0c\0a\0t\0o\0r\0\n\0"), 0,
	    "0:0: the text is UTF-16; wanted UTF-8\n" },
	{ "NUL byte", TEXT(HEADER ROW "1,E92\0000001,2015,10\n"), 0,
	    "3:6: NUL byte within the text; wanted text in UTF-8\n" },

	{ "no indicator", TEXT("Area Code,Time period,Value\nE92000001,2015,1\n"), 0,
	    "1:1: column 'Indicator ID' is missing\n" },
	{ "no area code", TEXT("Indicator ID,Time period,Value\n1,2015,1\n"), 0,
	    "1:1: column 'Area Code' is missing\n" },
	{ "no period", TEXT("Indicator ID,Area Code,Value\n1,E92000001,1\n"), 0,
	    "1:1: column 'Time period' is missing\n" },
	{ "no value", TEXT("Indicator ID,Area Code,Time period\n1,E92000001,1\n"), 0,
	    "1:1: column 'Value' is missing\n" },
	{ "misspelt area code",
	    TEXT("Indicator ID,Aera Code,Time period,Value\n1,E92000001,2015,1\n"), 0,
	    "1:14: column 'Area Code' is missing; is 'Aera Code' meant for it?\n" },
	{ "two are missing", TEXT("Indicator ID,Area Code,Colour\n1,E92000001,red\n"),
	    0,
	    "1:1: column 'Time period' is missing\n"
	    "1:1: column 'Value' is missing\n" },
	{ "a column twice",
	    TEXT("Indicator ID,Area Code,Time "
		 "period,Value,VALUE\n1,E92000001,2015,1,2\n"),
	    0, "1:42: column 'VALUE' is there twice; wanted it once\n" },
	{ "unknown columns",
	    TEXT("Colour,Indicator ID,Area Code,Time period,Value,Mood\n"
		 "red,1,E92000001,2015,1,good\n"),
	    1, "1:1: note: columns of no known meaning: 'Colour', 'Mood'\n" },
	{ "unclosed quotation mark in the header",
	    TEXT("Indicator ID,\"Area Code,Time period,Value\n" ROW), 0,
	    "1:14: the quotation mark is never closed\n" },

	{ "value is no number", TEXT(HEADER "1,E92000001,2015,n/a?\n"), 0,
	    "2:18: value 'n/a?' is not a number; wanted a number or an empty cell\n" },
	{ "value is infinite", TEXT(HEADER "1,E92000001,2015,inf\n"), 0,
	    "2:18: value 'inf' is not a number; wanted a number or an empty cell\n" },
	{ "thousands commas in the wrong place",
	    TEXT(HEADER "1,E92000001,2015,\"12,34\"\n"), 0,
	    "2:18: value '12,34' is not a number; wanted a number or an empty cell\n" },
	{ "a long text is cut",
	    TEXT(HEADER "1,E92000001,2015,\"0123456789012345678901234567890123456789"
			"012345678901234567890123456789012345678\xc3\xa9\n9\"\n"),
	    0,
	    "2:18: value "
	    "'0123456789012345678901234567890123456789"
	    "012345678901234567890123456789012345678...' is not a number; wanted a "
	    "number or an empty cell\n" },
	{ "negative count", TEXT(WIDE BEFORE "10,,,,,-3,50,,,,\n"), 0,
	    "2:25: count '-3' is negative; wanted 0 or more\n" },
	{ "count is no number", TEXT(WIDE BEFORE "10,,,,,three,50,,,,\n"), 0,
	    "2:25: count 'three' is not a number; wanted a number or an empty cell\n" },
	{ "negative denominator", TEXT(WIDE BEFORE "10,,,,,3,-50,,,,\n"), 0,
	    "2:27: denominator '-50' is negative; wanted more than 0\n" },
	{ "denominator 0", TEXT(WIDE BEFORE "10,,,,,0,0,,,,\n"), 0,
	    "2:27: denominator is 0 where there is a value; wanted more than 0\n" },
	{ "denominator 0 without a value", TEXT(WIDE BEFORE ",,,,,0,0,,,,\n"), 1, "" },
	{ "lower limit above the value", TEXT(WIDE BEFORE "10,10.7,12,,,,,,,,\n"), 0,
	    "2:21: lower 95 % limit '10.7' is above the value '10'; wanted it at or "
	    "below\n" },
	{ "upper limit below the value", TEXT(WIDE BEFORE "10.0,8,9.8,,,,,,,,\n"), 0,
	    "2:25: upper 95 % limit '9.8' is below the value '10.0'; wanted it at or "
	    "above\n" },
	{ "99.8 % limits out of order", TEXT(WIDE BEFORE "10,9,11,12,8,,,,,,\n"), 0,
	    "2:26: lower 99.8 % limit '12' is above the value '10'; wanted it at or "
	    "below\n"
	    "2:29: upper 99.8 % limit '8' is below the value '10'; wanted it at or "
	    "above\n" },
	{ "limits out of order without a value", TEXT(WIDE BEFORE ",12,10,,,,,,,,\n"),
	    0,
	    "2:19: lower 95 % limit '12' is above the upper one '10'; wanted it at or "
	    "below\n" },
	{ "figures rounded more than their limits",
	    TEXT(WIDE BEFORE "15.3,15.3486,15.2514,,,,,,,,\n" BEFORE
			     "15.3,15.3486,15.36,,,,,,,,\n"),
	    1,
	    "2:23: lower 95 % limit '15.3486' is above the upper one '15.2514'; wanted "
	    "it at or below\n" },
	{ "99.8 % limits within those of 95 %",
	    TEXT(WIDE BEFORE "10,8.0,12.0,9.0,13.0,,,,,,\n" BEFORE
			     "10,8.0,12.0,7.0,11.0,,,,,,\n"),
	    2,
	    "2:30: note: 2 rows have a 99.8 % limit within their 95 % limits, this one "
	    "first\n" },
	{ "everything wrong with a row at once",
	    TEXT(WIDE ",,soon,ten,9,8,,,-1,0,other,,,\n"), 0,
	    "2:1: the row names no indicator; wanted its ID or its name\n"
	    "2:2: the area code is empty; wanted one such as 'E92000001'\n"
	    "2:3: no period 'soon': " WANTED_PERIOD "\n"
	    "2:8: value 'ten' is not a number; wanted a number or an empty cell\n"
	    "2:23: unknown sex 'other'; wanted 'Persons', 'Male', 'Female' or 'Not "
	    "applicable'\n" },

	{ "unknown sex", TEXT(WIDE BEFORE "10,,,,,,,Other,,,\n"), 0,
	    "2:27: unknown sex 'Other'; wanted 'Persons', 'Male', 'Female' or 'Not "
	    "applicable'\n" },
	{ "no period in the cell", TEXT(HEADER "1,E92000001,soon,10\n"), 0,
	    "2:13: no period 'soon': " WANTED_PERIOD "\n" },
	{ "impossible year", TEXT(HEADER "1,E92000001,2915,10\n"), 0,
	    "2:13: impossible period '2915': years are from 1801 to 2200\n" },
	{ "each row with the same bad period",
	    TEXT(HEADER "1,E92000001,soon,1\n1,E12000001,soon,1\n" ROW), 1,
	    "2:13: no period 'soon': " WANTED_PERIOD "\n"
	    "3:13: no period 'soon': " WANTED_PERIOD "\n" },
	{ "area code is empty", TEXT(HEADER "1,,2015,10\n"), 0,
	    "2:3: the area code is empty; wanted one such as 'E92000001'\n" },
	{ "indicator is empty", TEXT(HEADER ",E92000001,2015,10\n"), 0,
	    "2:1: the row names no indicator; wanted its ID or its name\n" },

	{ "unclosed quotation mark", TEXT(HEADER ROW "1,\"E92000001,2015,10\n" ROW), 1,
	    "3:3: the quotation mark is never closed\n" },
	{ "text behind a closing quotation mark",
	    TEXT(HEADER "1,\"E92\"000001,2015,10\n" ROW), 1,
	    "2:8: text behind the closing quotation mark of a cell; wanted a comma, or "
	    "the quotation mark within the cell doubled\n" },
	{ "quotation marks that stand for themselves",
	    TEXT(HEADER "5\" nails,E92000001,2015,10\na\"b\",E92000001,2015,1\n"), 2,
	    "2:2: note: 2 rows have a quotation mark within a cell that does not begin "
	    "with one, this one first; taken as it stands\n" },
	{ "row longer than the header", TEXT(HEADER "1,E92000001,2015,10,11\n"), 0,
	    "2:21: the row has 5 cells, the header 4; wanted no more than those\n" },
	{ "row longer by empty cells", TEXT(HEADER "1,E92000001,2015,10,,\n"), 1, "" },
	{ "rows shorter than the header",
	    TEXT(HEADER "1,E92000001,2015\n" ROW "1,E12000001,2015\n"), 3,
	    "2:1: note: 2 rows are shorter than the header, this one first; their "
	    "missing cells are taken as empty\n" },
	{ "one row shorter than the header", TEXT(HEADER "1,E92000001,2015\n"), 1,
	    "2:1: note: 1 row is shorter than the header; its missing cells are taken "
	    "as empty\n" },
	{ "unknown words, each told once",
	    TEXT(WIDE BEFORE "1,,,,,,,,,Up a bit,Fine\n" BEFORE
			     "1,,,,,,,,,Up a bit,Better\n" BEFORE
			     "1,,,,,,,,,Increasing,Fine\n"),
	    3,
	    "2:28: note: 'Up a bit' of column 'Recent Trend' is not known; taken as "
	    "empty\n"
	    "2:37: note: 'Fine' of column 'Compared to England value or percentiles' "
	    "is not known; taken as empty\n" },

	{ "places within and behind a cell of three lines",
	    TEXT(HEADER
		"\"1\r\n2\n3\",E92000001,2015,x\xc3\xa9?\n1,E92000001,2015,y?\n"),
	    0,
	    "4:19: value 'x\xc3\xa9?' is not a number; wanted a number or an empty "
	    "cell\n"
	    "5:18: value 'y?' is not a number; wanted a number or an empty cell\n" },
	{ "a place behind wide characters",
	    TEXT("Indicator Name,Area Code,Time period,Value\n"
		 "\xe2\x89\xa5 5 \xc2\xa3,E92000001,2015,?\n"),
	    0, "2:22: value '?' is not a number; wanted a number or an empty cell\n" },
	{ "a place behind doubled quotation marks",
	    TEXT("Indicator Name,Area Code,Time period,Value\n"
		 "\"a \"\"b\"\"\",E92000001,2015,?\n"),
	    0, "2:26: value '?' is not a number; wanted a number or an empty cell\n" },
	{ "byte order mark, CRLF and all cells quoted",
	    TEXT("\xef\xbb\xbf\"Indicator ID\",\"Area Code\",\"Time "
		 "period\",\"Value\"\r\n\"1\",\"E92000001\",\"2015\",\"?\"\r\n"),
	    0, "2:24: value '?' is not a number; wanted a number or an empty cell\n" },

	{ "Windows-1252",
	    TEXT("Indicator Name,Area Code,Time period,Value\n"
		 "Caf\xe9 \x80 5,E92000001,2015,1\n"),
	    1, "2:4: note: the text is not UTF-8; read as Windows-1252\n" },
	{ "not even Windows-1252",
	    TEXT("Indicator Name,Area Code,Time period,Value\n"
		 "Caf\xe9 \x81,E92000001,2015,1\n"),
	    0, "2:6: byte 0x81 is neither UTF-8 nor Windows-1252; wanted UTF-8\n" },
	{ "UTF-8 and another encoding",
	    TEXT("Indicator Name,Area Code,Time period,Value\n"
		 "Caf\xc3\xa9 Caf\xe9,E92000001,2015,1\n"),
	    0,
	    "2:9: byte 0xE9 is not UTF-8, as other characters of the file are; wanted "
	    "UTF-8 throughout\n" },
	{ "a character cut off at the end", TEXT(HEADER ROW "\xe2\x89\xa5\xe2\x89"), 0,
	    "3:2: byte 0xE2 is not UTF-8, as other characters of the file are; wanted "
	    "UTF-8 throughout\n" },
};

START_TEST(test_case)
{
	AUTO_BUF report = { 0 };
	size_t rows = reading_report(&report, cases[_i].bytes);

	buf_add_char(&report, '\0');
	ck_assert_msg(strcmp(report.at, cases[_i].report) == 0, "%s: got\n%swanted\n%s",
	    cases[_i].name, report.at, cases[_i].report);
	ck_assert_msg(rows == cases[_i].rows, "%s: %zu rows", cases[_i].name, rows);
}
END_TEST

/* A file whose second line holds so many bytes of text in one cell. */
static struct str
long_line(struct arena *arena, size_t bytes, bool quoted)
{
	const struct str head = STR(HEADER "1,E92000001,2015,"), tail = STR("\n" ROW);
	char *at = ARENA_NEW(arena, char, head.len + bytes + tail.len + 2);
	size_t n = head.len;

	memcpy(at, head.at, head.len);
	if (quoted)
		at[n++] = '"';
	memset(at + n, 'x', bytes);
	n += bytes;
	if (quoted)
		at[n++] = '"';
	memcpy(at + n, tail.at, tail.len);
	return (struct str){ .at = at, .len = n + tail.len };
}

START_TEST(test_long_line)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF report = { 0 };
	struct str bytes = long_line(&arena, 10 * 1024 * 1024, _i);

	ck_assert_uint_eq(reading_report(&report, bytes), 1);
	buf_add_char(&report, '\0');
	ck_assert_str_eq(report.at,
	    "2:18: the cell is longer than 64 KiB; is a quotation mark missing?\n");
}
END_TEST

/* A record of more cells than any table has. */
START_TEST(test_many_cells)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF report = { 0 };
	struct str bytes = long_line(&arena, 3 * 1024 * 1024, false);
	char *commas = ARENA_NEW(&arena, char, bytes.len);

	for (size_t i = 0; i < bytes.len; i++)
		commas[i] = bytes.at[i] == 'x' ? ',' : bytes.at[i];
	commas[bytes.len - sizeof ROW - 1] = 'x';
	bytes.at = commas;
	ck_assert_uint_eq(reading_report(&report, bytes), 1);
	buf_add_char(&report, '\0');
	ck_assert_str_eq(report.at, "2:1: the row has 3145731 cells, the header 4; "
				    "wanted no more than those\n");
}
END_TEST

/* At most so many faults of a file are told, all are counted. */
START_TEST(test_many_faults)
{
	AUTO_BUF bytes = { 0 }, report = { 0 };
	size_t lines = 0;

	buf_add(&bytes, STR(HEADER));
	for (int i = 0; i < 100; i++)
		buf_add(&bytes, STR("1,E92000001,2015,?\n"));
	ck_assert_uint_eq(reading_report(&report, buf_str(&bytes)), 0);
	for (size_t i = 0; i < report.len; i++)
		lines += report.at[i] == '\n';
	ck_assert_uint_eq(lines, REPORT_PER_FILE);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("faults");

	ADD_ROWS(tcase, test_case, cases);
	tcase_add_loop_test(tcase, test_long_line, 0, 2);
	tcase_add_test(tcase, test_many_cells);
	tcase_add_test(tcase, test_many_faults);
	return unit_run("source faults", tcase);
}
