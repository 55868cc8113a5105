#include "source/csv.h"

#include "../unit.h"
#include "base/buf.h"
#include "source/scan.h"

#define TEXT(literal)                                                                  \
	{                                                                              \
		"" literal, sizeof(literal) - 1                                        \
	}

/* Records as "line: [cell][cell]". */
static const struct {
	const char *name;
	struct str text;
	const char *records;
	const char *report;
} cases[] = {
	{ "plain", TEXT("a,b\nc,d\n"), "1: [a][b]\n2: [c][d]\n", "" },
	{ "nothing", TEXT(""), "", "" },
	{ "one cell", TEXT("a"), "1: [a]\n", "" },
	{ "no line end at the end", TEXT("a,b\nc,d"), "1: [a][b]\n2: [c][d]\n", "" },
	{ "CRLF", TEXT("a,b\r\nc,d\r\n"), "1: [a][b]\n2: [c][d]\n", "" },
	{ "CR at the end", TEXT("a,b\r\nc,d\r"), "1: [a][b]\n2: [c][d]\n", "" },
	{ "only CR", TEXT("a,b\rc,\"d\re\"\rf"), "1: [a][b]\n2: [c][d\re]\n4: [f]\n",
	    "" },
	{ "a CR within a line stays", TEXT("a\rb,c\n"), "1: [a\rb][c]\n", "" },
	{ "blank lines", TEXT("\n\na,b\n \t\n\r\nc,d\n\n"), "3: [a][b]\n6: [c][d]\n",
	    "" },
	{ "an empty cell in quotes is no blank line", TEXT("\"\"\n"), "1: []\n", "" },
	{ "empty cells", TEXT(",,\n,\"\",\n"), "1: [][][]\n2: [][][]\n", "" },
	{ "ends with a comma", TEXT("a,"), "1: [a][]\n", "" },
	{ "fewer cells than the record before", TEXT("a,b,c\nd\n"),
	    "1: [a][b][c]\n2: [d]\n", "" },
	{ "quoted", TEXT("\"a\",\"b\"\r\n\"c\",\"d\""), "1: [a][b]\n2: [c][d]\n", "" },
	{ "quoted, then CR at the end", TEXT("\"a\"\n\"b\"\r"), "1: [a]\n2: [b]\n",
	    "" },
	{ "quoted commas and line ends", TEXT("\"a,\nb\r\n\",c\nd,e\n"),
	    "1: [a,\nb\r\n][c]\n4: [d][e]\n", "" },
	{ "doubled quotation marks", TEXT("\"a \"\"b\"\"\",\"\"\"\"\n"),
	    "1: [a \"b\"][\"]\n", "" },
	{ "quotation marks that stand for themselves", TEXT("5\" x,a\"b\"\nc\n"),
	    "1: [5\" x][a\"b\"]\n2: [c]\n", "" },
	{ "a space before a quotation mark", TEXT("a, \"b\"\n"), "1: [a][ \"b\"]\n",
	    "" },
	{ "never closed", TEXT("a\nb,\"c\nd,e\n"), "1: [a]\n",
	    "2:3: the quotation mark is never closed\n" },
	{ "never closed after a pair", TEXT("\"a\"\"\n"), "",
	    "1:1: the quotation mark is never closed\n" },
	{ "text behind a closing one", TEXT("a\n\"b\nc\"d,e\nf\n"), "1: [a]\n4: [f]\n",
	    "3:3: text behind the closing quotation mark of a cell; wanted a comma, or "
	    "the quotation mark within the cell doubled\n" },
	{ "a quotation mark behind the text behind", TEXT("\"b\" \"c\",e\nf\n"),
	    "2: [f]\n",
	    "1:4: text behind the closing quotation mark of a cell; wanted a comma, or "
	    "the quotation mark within the cell doubled\n" },
	{ "CR behind a closing one, not at the line's end", TEXT("\"b\"\r,e\nf\n"),
	    "2: [f]\n",
	    "1:4: text behind the closing quotation mark of a cell; wanted a comma, or "
	    "the quotation mark within the cell doubled\n" },
};

static void
print_cells(struct buf *out, const struct csv *csv)
{
	AUTO_ARENA arena = { 0 };

	buf_print(out, "%llu: ", (unsigned long long)csv->line);
	for (size_t i = 0; i < csv->count && i < CSV_CELLS; i++) {
		buf_add_char(out, '[');
		buf_add(out, csv_text(&arena, &csv->cells[i]));
		buf_add_char(out, ']');
	}
	buf_add_char(out, '\n');
}

static void
print_records(struct buf *out, struct buf *faults, struct str text)
{
	struct csv *csv = memory_take(1, sizeof *csv);
	struct report report = { 0 };

	csv_init(csv, text, csv_feed(text), 1, STR("x.csv"), &report);
	while (csv_next(csv)) {
		print_cells(out, csv);
		size_t stale = 0;
		for (size_t i = csv->count; i <= CSV_CELLS; i++)
			stale += csv->cells[i].len > 0;
		ck_assert_uint_eq(stale, 0);
	}
	for (uint32_t i = 0; i < report.count; i++)
		buf_print(faults, "%llu:%u: %.*s\n",
		    (unsigned long long)report.entries[i].place.line,
		    report.entries[i].place.column, STR_ARG(report.entries[i].text));
	buf_add_char(out, '\0');
	buf_add_char(faults, '\0');
	report_done(&report);
	free(csv);
}

START_TEST(test_records)
{
	AUTO_BUF records = { 0 }, faults = { 0 };

	print_records(&records, &faults, cases[_i].text);
	ck_assert_msg(strcmp(records.at, cases[_i].records) == 0,
	    "%s: got\n%swanted\n%s", cases[_i].name, records.at, cases[_i].records);
	ck_assert_msg(strcmp(faults.at, cases[_i].report) == 0, "%s: got\n%swanted\n%s",
	    cases[_i].name, faults.at, cases[_i].report);
}
END_TEST

/* The same records wherever the blocks of 64 bytes end: behind a first cell of every
 * length, quoted and not. */
START_TEST(test_blocks)
{
	static const char rest[] = ",\"x,\"\"y\"\"\nz\",,w\n\"1\",2\r\n";

	for (size_t len = 0; len < 200; len++) {
		AUTO_BUF text = { 0 }, wanted = { 0 }, records = { 0 }, faults = { 0 };
		buf_print(&wanted, "1: [");
		if (_i)
			buf_add_char(&text, '"');
		for (size_t i = 0; i < len; i++) {
			buf_add_char(&text, 'a');
			buf_add_char(&wanted, 'a');
		}
		if (_i)
			buf_add_char(&text, '"');
		buf_add(&text, str_of(rest));
		buf_print(&wanted, "][x,\"y\"\nz][][w]\n3: [1][2]\n");
		buf_add_char(&wanted, '\0');
		print_records(&records, &faults, buf_str(&text));
		ck_assert_str_eq(records.at, wanted.at);
		ck_assert_str_eq(faults.at, "");
	}
}
END_TEST

START_TEST(test_marks)
{
	unsigned long long state = 1;
	const char letters[] = ",\"\n\r,\"\nab\x80\xac\xa2\x0b\x2b\x0a\x22";
	char block[SCAN_BYTES];

	for (int turn = 0; turn < 2000; turn++) {
		char feed = turn % 2 ? '\n' : '\r';
		uint64_t wanted = 0, commas = 0;
		for (int i = 0; i < SCAN_BYTES; i++) {
			unsigned long long r = unit_random(&state);
			block[i] = r & 1 ? letters[(r >> 8) % (sizeof letters)]
					 : (char)(r >> 16);
			if (block[i] == ',' || block[i] == '"' || block[i] == feed)
				wanted |= UINT64_C(1) << i;
			commas |= (uint64_t)(block[i] == ',') << i;
		}
		struct scan plain = scan_marks_plain(block, feed);
		struct scan scan = scan_marks(block, feed);
		ck_assert_uint_eq(plain.marks, wanted);
		ck_assert_uint_eq(plain.commas, commas);
		ck_assert_uint_eq(scan.marks, wanted);
		ck_assert_uint_eq(scan.commas, commas);
	}
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("csv");

	ADD_ROWS(tcase, test_records, cases);
	tcase_add_loop_test(tcase, test_blocks, 0, 2);
	tcase_add_test(tcase, test_marks);
	return unit_run("source csv", tcase);
}
