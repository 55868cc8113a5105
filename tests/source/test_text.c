#include "source/text.h"

#include "../unit.h"

#define TEXT(literal)                                                                  \
	{                                                                              \
		"" literal, sizeof(literal) - 1                                        \
	}

static const struct {
	const char *name;
	struct str bytes;
	const char *text;   /* NULL: refused */
	const char *report; /* "" or "line:column: text" */
} cases[] = {
	{ "ASCII", TEXT("a\nb"), "a\nb", "" },
	{ "nothing", TEXT(""), "", "" },
	{ "byte order mark",
	    TEXT("\xef\xbb\xbf"
		 "ab"),
	    "ab", "" },
	{ "UTF-8", TEXT("\xc2\xa3 \xe2\x89\xa5 \xf0\x9f\x99\x82"),
	    "\xc2\xa3 \xe2\x89\xa5 \xf0\x9f\x99\x82", "" },
	{ "Windows-1252", TEXT("x\n\xa3 \x80 \x96 \xe9 \xff"),
	    "x\n\xc2\xa3 \xe2\x82\xac \xe2\x80\x93 \xc3\xa9 \xc3\xbf",
	    "2:1: the text is not UTF-8; read as Windows-1252" },
	{ "undefined in Windows-1252", TEXT("\xa3\xa3\n\xe9\x8d"), NULL,
	    "2:2: byte 0x8D is neither UTF-8 nor Windows-1252; wanted UTF-8" },
	{ "both", TEXT("\xc2\xa3\n\xc2\xa3 \xa3"), NULL,
	    "2:3: byte 0xA3 is not UTF-8, as other characters of the file are; wanted "
	    "UTF-8 throughout" },
	{ "the other way round", TEXT("\xa3\n\xc2\xa3"), NULL,
	    "1:1: byte 0xA3 is not UTF-8, as other characters of the file are; wanted "
	    "UTF-8 throughout" },
	{ "NUL", TEXT("abc\r\nd\0e"), NULL,
	    "2:2: NUL byte within the text; wanted text in UTF-8" },
	{ "NUL, lines ending with CR", TEXT("abc\rd\0e"), NULL,
	    "2:2: NUL byte within the text; wanted text in UTF-8" },
	{ "binary", TEXT("a\1\2\3\4"), NULL,
	    "0:0: this looks like a binary file; wanted text in UTF-8" },
	{ "UTF-16, big end first", TEXT("\xfe\xff\0a\0b\0c\0d"), NULL,
	    "0:0: the text is UTF-16; wanted UTF-8" },
};

START_TEST(test_read)
{
	AUTO_ARENA arena = { 0 };
	struct source_file file = { .path = STR("x"), .bytes = cases[_i].bytes };
	struct report report = { 0 };
	struct str text, got = STR("");

	bool good = text_read(&arena, &file, &text, &report);
	if (report.count)
		got = str_print(&arena, "%llu:%u: %.*s",
		    (unsigned long long)report.entries[0].place.line,
		    report.entries[0].place.column, STR_ARG(report.entries[0].text));
	ck_assert_msg(good == (cases[_i].text != NULL), "%s", cases[_i].name);
	ck_assert_msg(str_equal(got, str_of(cases[_i].report)), "%s: got\n%.*s",
	    cases[_i].name, STR_ARG(got));
	if (good)
		ck_assert_msg(str_equal(text, str_of(cases[_i].text)), "%s: got\n%.*s",
		    cases[_i].name, STR_ARG(text));
	report_done(&report);
}
END_TEST

/* Text in UTF-8 is used where it lies. */
START_TEST(test_in_place)
{
	AUTO_ARENA arena = { 0 };
	struct source_file file = { .path = STR("x"), .bytes = STR("\xc2\xa3") };
	struct report report = { 0 };
	struct str text;

	ck_assert(text_read(&arena, &file, &text, &report));
	ck_assert_ptr_eq(text.at, file.bytes.at);
}
END_TEST

/* Blocks of any size count the same, also those that end within a character. */
START_TEST(test_blocks)
{
	static const struct str texts[] = {
		TEXT("a\"b\r\n\xc2\xa3,\xe2\x89\xa5\"\n\xf0\x9f\x99\x82\"\"\n"),
		TEXT("\xe2\x89\xa5\xe2\x89\n\"\""),
		TEXT("\xa5\xa5\xa5\xa5"),
		TEXT("\xc2\xa5\xa5\xa5\xa5\xa5"),
		TEXT("\xf0\x9f\x99"),
		TEXT("abc\0\xff\0"),
	};
	struct str text = texts[_i];
	struct text_census whole;

	text_count(text, 0, text.len, &whole);
	for (size_t block = 1; block <= text.len; block++) {
		struct text_census sum = { .nul = SIZE_MAX, .bad = SIZE_MAX };
		for (size_t from = 0; from < text.len; from += block) {
			struct text_census next;
			size_t until =
			    from + block < text.len ? from + block : text.len;
			text_count(text, from, until, &next);
			text_census_add(&sum, &next);
		}
		ck_assert_uint_eq(sum.quotes, whole.quotes);
		ck_assert_uint_eq(sum.feeds, whole.feeds);
		ck_assert_uint_eq(sum.returns, whole.returns);
		ck_assert_uint_eq(sum.nul, whole.nul);
		ck_assert_uint_eq(sum.bad, whole.bad);
	}
}
END_TEST

/* Counted sixteen at a time and one by one. */
START_TEST(test_counts)
{
	char bytes[9000];
	uint64_t quotes = 0, feeds = 0, returns = 0;
	unsigned long long state = 7;
	struct text_census census;

	for (size_t i = 0; i < sizeof bytes; i++) {
		bytes[i] = "\"\n\ra\"\n"[unit_random(&state) % 6];
		quotes += bytes[i] == '"';
		feeds += bytes[i] == '\n';
		returns += bytes[i] == '\r';
	}
	text_count((struct str){ bytes, sizeof bytes }, 0, sizeof bytes, &census);
	ck_assert_uint_eq(census.quotes, quotes);
	ck_assert_uint_eq(census.feeds, feeds);
	ck_assert_uint_eq(census.returns, returns);
	ck_assert_uint_eq(census.bad, SIZE_MAX);
	ck_assert_uint_eq(census.nul, SIZE_MAX);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("text");

	ADD_ROWS(tcase, test_read, cases);
	tcase_add_test(tcase, test_in_place);
	tcase_add_loop_test(tcase, test_blocks, 0, 6);
	tcase_add_test(tcase, test_counts);
	return unit_run("source text", tcase);
}
