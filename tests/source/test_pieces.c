#include "source/figures.h"

#include "../unit.h"
#include "reading.h"

/* A file read whole and cut into pieces of every size gives the same rows and the same
 * report, for any number of threads. */

#define TEXT(literal)                                                                  \
	{                                                                              \
		"" literal, sizeof(literal) - 1                                        \
	}
#define HEADER                                                                         \
	"Indicator ID,Indicator Name,Area Code,Area Name,Time period,Value,Recent "    \
	"Trend\n"

enum { SHOWN = 1500 /* bytes of what was read, in the message of a failure */ };

static const struct {
	const char *name;
	struct str bytes;
} cases[] = {
	{ "plain", TEXT(HEADER "1,a,E12000001,x,2015,1,\n2,b,E12000002,y,2016,2,\n"
			       "1,a,E12000001,x,2017,3,\n2,b,E12000002,y,2018,4,\n") },
	{ "CRLF and no line end at the end",
	    TEXT("id,area "
		 "code,period,value\r\n1,E12000001,2015,1\r\n1,E12000001,2016,2\r\n"
		 "1,E12000001,2017,?") },
	{ "only CR", TEXT("id,area code,period,value\r1,E12000001,2015,1\r"
			  "\"1\",E12000001,\"2016\",?\r1,E12000001,2017,1\r") },
	{ "line ends within cells",
	    TEXT(HEADER "1,\"a\nb\n\nc\",E12000001,\"x,\r\ny\",2015,1,\n"
			"1,\"\n\",E12000001,\"\n,\n\",2016,?,\n"
			"1,\"a\n1,a,E12000001,x,2015,9,\n\",E12000002,x,2017,2,\n") },
	{ "doubled quotation marks",
	    TEXT(HEADER "1,\"\"\"\",E12000001,\"a\"\"\n\"\"b\",2015,1,\n"
			"1,\"\"\"\n\"\"\",E12000001,\"\",2016,\"2\",\"\"\n") },
	{ "a quotation mark that stands for itself",
	    TEXT(HEADER
		"1,a,E12000001,5\" x,2015,1,\n1,\"b\nc\",E12000002,y,2016,2,\n"
		"1,a,E12000001,5\" y,2017,?,\n1,\"b\nc\",E12000002,y,2018,2,\n") },
	{ "text behind a closing quotation mark",
	    TEXT(HEADER "1,a,E12000001,x,2015,1,\n1,\"b\nc\"d,E12000002,y,2016,2,\n"
			"1,a,E12000001,x,2017,?,\n1,\"b\nc\",E12000002,y,2018,2,\n") },
	{ "never closed",
	    TEXT(HEADER "1,a,E12000001,x,2015,?,\n1,b,\"E12000002,y,2016,2,\n"
			"1,a,E12000001,x,2017,?,\n1,b,E12000002,y,2018,2,\n") },
	{ "closed by the wrong one",
	    TEXT(HEADER "1,a,E12000001,x,2015,?,\n1,b,\"E12000002,y,2016,2,\n"
			"1,\"a\nb\",E12000001,x,2017,?,\n1,b,E12000002,y,2018,2,\n") },
	{ "header of two lines",
	    TEXT("id,\"area\ncode\",period,value\n1,E12000001,2015,1\n1,,2015,1\n") },
	{ "a loose quotation mark in the header",
	    TEXT("id,area code,period,value,5\" x\n1,E12000001,2015,1\n"
		 "1,E12000001,2016,\"1\",\"\n\"\n") },
	{ "blank lines and empty rows",
	    TEXT("\n\n" HEADER "\n\n1,a,E12000001,x,2015,1,\n,,,,,,\n\n\n"
		 "1,a,E12000001,x,2016,?,\n\n") },
	{ "an open last row as short as the one before",
	    TEXT(HEADER "1,a,E12000001,x,2015,1\n1,a,E12000001,x,2016,2") },
	{ "an open last row that broke off",
	    TEXT(HEADER "1,a,E12000001,x,2015,1\n1,a,E12000001,x,201") },
	{ "short rows and unknown words",
	    TEXT(HEADER "1,a,E12000001,x,2015,1,Odd\n1,a,E12000001,x,2016\n"
			"1,a,E12000001,x,2017,1,Odder\n1,a,E12000001,x,2018,1,Odd\n"
			"1,a,E12000001,x,2019\n") },
	{ "names that come late",
	    TEXT(HEADER "1,,E12000001,,2015,1,\n1,,E12000001,x,2016,1,\n"
			"1,a,E12000001,,2017,1,\n1,b,E12000001,y,2018,1,\n") },
	{ "header only", TEXT(HEADER) },
	{ "empty", TEXT("") },
	{ "characters of several bytes",
	    TEXT("\xef\xbb\xbf" HEADER "1,\xe2\x89\xa5 5,E12000001,\xc2\xa3,2015,1,\n"
		 "1,\xf0\x9f\x99\x82,E12000001,\xc2\xa3,2016,\xc2\xa3,\n") },
	{ "Windows-1252",
	    TEXT(HEADER "1,\xa3\xe9,E12000001,\"x\n\x80\",2015,1,\n"
			"1,\xa3\xe9,E12000001,\"x\n\x80\",2016,\xa3,\n") },
	{ "not UTF-8", TEXT(HEADER "1,\xc2\xa3,E12000001,x,2015,1,\n"
				   "1,\xe2\x89,E12000001,x,2016,1,\n") },
	{ "NUL", TEXT(HEADER "1,a,E12000001,x,2015,1,\n1,a\0,E12000001,x,2016,1,\n") },
};

/* Asserts that the file is read the same in pieces of so many bytes. */
static void
compare(const char *name, struct str bytes, size_t piece_bytes, size_t threads,
    const struct buf *whole)
{
	struct source_file file = { .path = STR("x.csv"), .bytes = bytes };
	AUTO_BUF cut = { 0 };

	reading_print(&cut, &file, 1, threads, piece_bytes);
	if (str_equal(buf_str(&cut), buf_str(whole)))
		return;
	struct str got = str_slice(buf_str(&cut), 0, SHOWN);
	struct str wanted = str_slice(buf_str(whole), 0, SHOWN);
	ck_abort_msg("%s in pieces of %zu: got\n%.*s\nwanted\n%.*s", name, piece_bytes,
	    STR_ARG(got), STR_ARG(wanted));
}

START_TEST(test_every_size)
{
	struct str bytes = cases[_i].bytes;
	struct source_file file = { .path = STR("x.csv"), .bytes = bytes };
	AUTO_BUF whole = { 0 };

	reading_print(&whole, &file, 1, 1, READING_WHOLE);
	for (size_t piece = 1; piece <= bytes.len + 1; piece++)
		compare(cases[_i].name, bytes, piece, 1 + piece % 2, &whole);
}
END_TEST

/* Random files of what breaks readers. */
static void
write_random(struct buf *out, unsigned long long *state)
{
	static const char *const parts[] = { "\"", "\"\"", ",", "\n", "\r\n", "\r", "1",
		"E12000001", "2015", "x", " ", ",1,", "\"a\nb\"", "\xc2\xa3", "\xa3",
		"\n1,a,E12000001,x,2015,1,\n", "\n1,\"a\",E12000001,\"x,\n\",2015,1,\n",
		"\n1,a,E12000001,x,2015,?,\n" };
	size_t count = unit_random(state) % 60;

	buf_add(out, STR(HEADER));
	for (size_t i = 0; i < count; i++) {
		/* Mostly whole rows, so that there is something to get wrong. */
		size_t part = unit_random(state) % (2 * ROWS(parts));
		if (part >= ROWS(parts))
			part = ROWS(parts) - 1 - part % 3;
		buf_add(out, str_of(parts[part]));
	}
}

START_TEST(test_random)
{
	unsigned long long state = (unsigned long long)_i;

	for (int turn = 0; turn < 100; turn++) {
		AUTO_BUF bytes = { 0 }, whole = { 0 };
		write_random(&bytes, &state);
		struct source_file file = { .path = STR("x.csv"),
			.bytes = buf_str(&bytes) };
		reading_print(&whole, &file, 1, 1, READING_WHOLE);
		for (int i = 0; i < 10; i++)
			compare("random", file.bytes, 1 + unit_random(&state) % 100, 2,
			    &whole);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("pieces");

	ADD_ROWS(tcase, test_every_size, cases);
	tcase_add_loop_test(tcase, test_random, 0, 5);
	return unit_run("source pieces", tcase);
}
