/* Tables in portions: whatever is read at once, the records are those of the whole. */
#include "calc/feed.h"

#include <stdio.h>
#include <unistd.h>

#include "../unit.h"
#include "paper.h"
#include "source/csv.h"

static const struct {
	const char *name;
	struct str text;
} texts[] = {
	{ "nothing", STR_IN_TABLE("") },
	{ "a header without its line end", STR_IN_TABLE("x,n") },
	{ "lines", STR_IN_TABLE("x,n\n1,2\n3,4\n") },
	{ "no line end at the end", STR_IN_TABLE("x,n\n1,2\n3,4") },
	{ "CR LF", STR_IN_TABLE("x,n\r\n1,2\r\n3,4\r\n") },
	{ "CR LF, the last cut between them", STR_IN_TABLE("x,n\r\n1,2\r") },
	{ "only CR", STR_IN_TABLE("x,n\r1,2\r3,4\r") },
	{ "only CR, none at the end", STR_IN_TABLE("x,n\r1,2\r3,4") },
	{ "a mark in front", STR_IN_TABLE("\xef\xbb\xbfx,n\n1,2\n") },
	{ "a mark alone", STR_IN_TABLE("\xef\xbb\xbf") },
	{ "half a mark", STR_IN_TABLE("x\n\xef\xbb\xbf\n") },
	{ "lines within cells",
	    STR_IN_TABLE("a,b\n\"one\ntwo\n\",\"\n\"\n\"\n\n\n\",c\n") },
	{ "CR LF within cells", STR_IN_TABLE("a,b\r\n\"one\r\ntwo\",c\r\nd,e\r\n") },
	{ "doubled quotation marks",
	    STR_IN_TABLE("a\n\"\"\"\n\"\"\"\n\"\"\n\"x\"\"\n\"\n") },
	{ "quotation marks that stand for themselves",
	    STR_IN_TABLE("a,b\n5\" x,6\"\n\"7\",8\n") },
	{ "text behind a closing mark", STR_IN_TABLE("a,b\n\"x\"y\"z\n\",1\n2,3\n") },
	{ "a mark that is never closed", STR_IN_TABLE("a,b\n1,2\n\"x,3\n4,5\n") },
	{ "blank lines", STR_IN_TABLE("\n\na\n\n \n1\n\n") },
	{ "letters of several bytes",
	    STR_IN_TABLE("caf\xc3\xa9,\xe2\x82\xac\n\xf0\x9f\x98\x80,1\n") },
};

/* Records with their lines and cells, and the faults among them. */
static void
print_records(struct buf *out, struct str text, char end, uint64_t line)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct csv csv;

	csv_init(&csv, text, end, line, STR("x"), &report);
	while (csv_next(&csv)) {
		buf_print(out, "%llu:", (unsigned long long)csv.line);
		for (size_t i = 0; i < csv.count; i++) {
			buf_add_cell(out, csv_text(&arena, &csv.cells[i]));
			buf_add_char(out, ',');
		}
		buf_add_char(out, '\n');
	}
	for (uint32_t i = 0; i < report.count; i++)
		buf_print(out, "%llu:%u: %.*s\n",
		    (unsigned long long)report.entries[i].place.line,
		    report.entries[i].place.column, STR_ARG(report.entries[i].text));
	report_done(&report);
}

/* All portions one behind the other, and what a reader makes of them. */
static size_t
read_portions(struct str text, size_t piece, size_t wanted, struct buf *bytes,
    struct buf *records)
{
	FILE *file = paper_file(text);
	struct str portion;
	struct feed feed;
	struct err err = { 0 };
	size_t portions = 0;
	uint64_t line;
	char end;

	feed_init(&feed, fileno(file), "table.csv");
	feed.piece = piece;
	for (;; portions++) {
		ck_assert_msg(feed_next(&feed, wanted, &portion, &line, &end, &err),
		    "%s", err.text);
		if (!portion.len)
			break;
		buf_add(bytes, portion);
		print_records(records, portion, end, line);
	}
	feed_done(&feed);
	fclose(file);
	return portions;
}

START_TEST(test_portions_are_the_whole)
{
	struct str text = texts[_i].text;
	struct str bare =
	    str_starts(text, STR("\xef\xbb\xbf")) ? str_slice(text, 3, text.len) : text;
	AUTO_BUF whole = { 0 };

	print_records(&whole, bare, csv_feed(bare), 1);
	for (size_t piece = 1; piece <= text.len + 1; piece++)
		for (size_t wanted = 1; wanted <= text.len + 1; wanted++) {
			AUTO_BUF bytes = { 0 }, records = { 0 };
			read_portions(text, piece, wanted, &bytes, &records);
			ck_assert_msg(
			    str_equal(buf_str(&bytes), bare), "%s", texts[_i].name);
			ck_assert_msg(str_equal(buf_str(&records), buf_str(&whole)),
			    "%s in pieces of %zu, portions of %zu: %.*s",
			    texts[_i].name, piece, wanted, STR_ARG(buf_str(&records)));
		}
}
END_TEST

static const struct {
	size_t piece;
	char end;
} long_cuts[] = { { 1000, '\n' }, { 4096, '\n' }, { 99999, '\n' }, { 100000, '\n' },
	{ 1000, '\r' }, { 99999, '\r' }, { 100000, '\r' } };

/* A table of three records of 100 KB each comes in three portions. */
START_TEST(test_long_records_come_one_by_one)
{
	enum { RECORD = 100 * 1000, RECORDS = 3 };
	AUTO_BUF text = { 0 }, bytes = { 0 }, records = { 0 };

	for (size_t i = 0; i < RECORDS; i++) {
		buf_print(&text, "\"one%ctwo", long_cuts[_i].end);
		while (text.len % RECORD < RECORD - 2)
			buf_add_char(&text, 'a');
		buf_print(&text, "\"%c", long_cuts[_i].end);
	}
	ck_assert_uint_eq(text.len, RECORD * RECORDS);
	ck_assert_uint_eq(
	    read_portions(buf_str(&text), long_cuts[_i].piece, 1, &bytes, &records),
	    RECORDS);
	ck_assert(str_equal(buf_str(&bytes), buf_str(&text)));
}
END_TEST

static const struct {
	const char *name;
	struct str text;
	const char *message;
} refused[] = {
	{ "a NUL", STR_IN_TABLE("x,n\n1,2\n\0,4\n"),
	    "table.csv:3: byte 0x00 is not UTF-8 text; wanted a CSV saved as UTF-8" },
	{ "Windows-1252", STR_IN_TABLE("x\ncaf\xe9\n"),
	    "table.csv:2: byte 0xE9 is not UTF-8 text; wanted a CSV saved as UTF-8" },
	{ "a character cut off", STR_IN_TABLE("x\n1\n2\n\xe2\x82"),
	    "table.csv:4: byte 0xE2 is not UTF-8 text; wanted a CSV saved as UTF-8" },
	{ "UTF-16", STR_IN_TABLE("\xff\xfex\0\n\0"),
	    "table.csv:1: byte 0xFF is not UTF-8 text; wanted a CSV saved as UTF-8" },
	{ "after lines within cells", STR_IN_TABLE("x\n\"a\nb\"\n\xff\n"),
	    "table.csv:4: byte 0xFF is not UTF-8 text; wanted a CSV saved as UTF-8" },
	{ "lines that end with CR", STR_IN_TABLE("x\r1\r\xff\r"),
	    "table.csv:3: byte 0xFF is not UTF-8 text; wanted a CSV saved as UTF-8" },
};

/* Whatever the portion it is in, the byte and its line are told. */
START_TEST(test_what_is_no_text)
{
	for (size_t wanted = 1; wanted <= refused[_i].text.len; wanted++) {
		FILE *file = paper_file(refused[_i].text);
		struct str portion = { .len = 1 };
		struct err err = { 0 };
		struct feed feed;
		uint64_t line;
		char end;
		bool fine = true;

		feed_init(&feed, fileno(file), "table.csv");
		feed.piece = 1;
		while (fine && portion.len)
			fine = feed_next(&feed, wanted, &portion, &line, &end, &err);
		ck_assert_msg(!fine, "%s", refused[_i].name);
		ck_assert_int_eq(err.fault, FAULT_INPUT);
		ck_assert_str_eq(err.text, refused[_i].message);
		feed_done(&feed);
		fclose(file);
	}
}
END_TEST

START_TEST(test_a_record_without_end)
{
	enum { MEGABYTE = 1024 * 1024, MEGABYTES = 66 };
	AUTO_BUF text = { 0 };
	struct str portion;
	struct err err = { 0 };
	struct feed feed;
	uint64_t line;
	char end;

	buf_add(&text, STR("x\n1\n\""));
	memset(buf_room(&text, MEGABYTES * MEGABYTE), 'a', MEGABYTES * MEGABYTE);
	text.len += MEGABYTES * MEGABYTE;
	FILE *file = paper_file(buf_str(&text));
	feed_init(&feed, fileno(file), "table.csv");
	ck_assert(feed_next(&feed, 1, &portion, &line, &end, &err));
	ck_assert_uint_eq(portion.len, strlen("x\n1\n"));
	ck_assert(!feed_next(&feed, 1, &portion, &line, &end, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text,
	    "table.csv:3: the record is longer than 64 MiB; is a "
	    "quotation mark missing?");
	feed_done(&feed);
	fclose(file);
}
END_TEST

START_TEST(test_what_cannot_be_read)
{
	struct str portion;
	struct err err = { 0 };
	struct feed feed;
	uint64_t line;
	char end;

	feed_init(&feed, -1, "table.csv");
	ck_assert(!feed_next(&feed, 1, &portion, &line, &end, &err));
	ck_assert_int_eq(err.fault, FAULT_SYSTEM);
	ck_assert_str_eq(err.text, "cannot read 'table.csv': Bad file descriptor");
	feed_done(&feed);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("feed");

	tcase_set_timeout(tcase, 60);
	ADD_ROWS(tcase, test_portions_are_the_whole, texts);
	ADD_ROWS(tcase, test_long_records_come_one_by_one, long_cuts);
	ADD_ROWS(tcase, test_what_is_no_text, refused);
	tcase_add_test(tcase, test_a_record_without_end);
	tcase_add_test(tcase, test_what_cannot_be_read);
	return unit_run("feed", tcase);
}
