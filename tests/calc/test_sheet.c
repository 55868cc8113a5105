/* Where a request finds its columns, and what it makes of a row. */
#include "calc/sheet.h"

#include <math.h>

#include "../unit.h"

/* A table's header, and what a method finds in it. */
struct trial {
	struct arena arena;
	struct report report;
	struct csv csv;
	struct calc_request request;
	struct sheet sheet;
	struct err err;
	bool fine;
};

static struct trial *
trial_new(const char *method, const char *table)
{
	struct trial *trial = memory_take(1, sizeof *trial);

	calc_request_init(&trial->request, calc_method_find(method));
	csv_init(&trial->csv, str_of(table), '\n', 1, STR("table.csv"), &trial->report);
	return trial;
}

static void
ask(struct trial *trial, const char *option, const char *value)
{
	if (option)
		ck_assert_msg(
		    calc_request_set(&trial->request, option, value, &trial->err), "%s",
		    trial->err.text);
}

static void
read_header(struct trial *trial)
{
	ck_assert(csv_next(&trial->csv));
	trial->fine = sheet_read(&trial->sheet, &trial->arena, &trial->request,
	    &trial->csv, "table.csv", &trial->err);
}

static void
trial_free(struct trial *trial)
{
	arena_done(&trial->arena);
	report_done(&trial->report);
	free(trial);
}

static const struct {
	const char *name, *method, *option, *value, *header;
	size_t at[3];
} found[] = {
	{ "as they are called", "rate", NULL, NULL, "area,n,x", { 2, 1 } },
	{ "another name", "rate", "x", "events", "n,x,events", { 2, 0 } },
	{ "blanks around names", "rate", "x", " events ", " n , events", { 1, 0 } },
	{ "without regard to case", "rate", NULL, NULL, "N,X", { 1, 0 } },
	{ "as written before without regard to case", "rate", NULL, NULL, "X,N,n,x",
	    { 3, 2 } },
	{ "a name with a comma", "rate", "x", "events, all", "n,\"events, all\"",
	    { 1, 0 } },
	{ "a name with quotation marks", "rate", "x", "\"x\"", "n,\"\"\"x\"\"\"",
	    { 1, 0 } },
	{ "one column for both", "rate", "x", "n", "n", { 0, 0 } },
	{ "optional ones may be missing", "dsr", NULL, NULL, "x,n",
	    { 0, 1, SIZE_MAX } },
	{ "optional ones that are there", "dsr", NULL, NULL, "stdpop,n,x",
	    { 2, 1, 0 } },
	{ "optional ones left out", "dsr", "stdpop", "", "stdpop,n,x",
	    { 2, 1, SIZE_MAX } },
	{ "others may be there twice", "rate", NULL, NULL, "a,a,x,n", { 2, 3 } },
};

START_TEST(test_found)
{
	struct trial *trial = trial_new(found[_i].method, found[_i].header);

	ask(trial, found[_i].option, found[_i].value);
	read_header(trial);
	ck_assert_msg(trial->fine, "%s: %s", found[_i].name, trial->err.text);
	for (size_t i = 0; i < calc_columns(trial->request.method) && i < 3; i++)
		ck_assert_msg(trial->sheet.at[i] == found[_i].at[i],
		    "%s: column %zu is %zu", found[_i].name, i, trial->sheet.at[i]);
	trial_free(trial);
}
END_TEST

static const struct {
	const char *name, *method, *option, *value, *header, *message;
	enum fault fault;
} lost[] = {
	{ "none of that name", "rate", NULL, NULL, "area,n",
	    "no column 'x' in 'table.csv'; it has area, n (--x tells which is meant)",
	    FAULT_INPUT },
	{ "not the one asked for", "rate", "x", "events", "x,n",
	    "no column 'events' in 'table.csv'; it has x, n (--x tells which is meant)",
	    FAULT_INPUT },
	{ "an optional one that was asked for", "dsr", "stdpop", "esp", "x,n",
	    "no column 'esp' in 'table.csv'; it has x, n (--stdpop tells which is "
	    "meant)",
	    FAULT_INPUT },
	{ "one of two that stand for each other", "isratio", NULL, NULL,
	    "n,x_ref,n_ref",
	    "no column 'x' in 'table.csv'; it has n, x_ref, n_ref (--x tells which is "
	    "meant)",
	    FAULT_INPUT },
	{ "twice as written", "rate", NULL, NULL, "x,n,x",
	    "'table.csv' has several columns 'x'; wanted one", FAULT_INPUT },
	{ "twice without regard to case", "rate", "x", "events", "Events,n,EVENTS",
	    "'table.csv' has several columns 'events'; wanted one", FAULT_INPUT },
	{ "a group of none", "rate", "by", "region", "x,n",
	    "no column 'region' in 'table.csv'; it has x, n (--by tells which is "
	    "meant)",
	    FAULT_INPUT },
	{ "a group of two", "rate", "by", "a", "x,n,a,a",
	    "'table.csv' has several columns 'a'; wanted one", FAULT_INPUT },
	{ "a group twice", "rate", "by", "a,A", "x,n,a",
	    "want each column of --by once, not 'A' again", FAULT_USAGE },
	{ "many columns", "rate", NULL, NULL,
	    "a column with a long name that goes on and on 1,"
	    "a column with a long name that goes on and on 2,"
	    "a column with a long name that goes on and on 3,"
	    "a column with a long name that goes on and on 4,n",
	    "no column 'x' in 'table.csv'; it has "
	    "a column with a long name that goes on and on 1, "
	    "a column with a long name that goes on and on 2, "
	    "a column with a long name that goes on and on 3, ... (--x tells which is "
	    "meant)",
	    FAULT_INPUT },
};

START_TEST(test_lost)
{
	struct trial *trial = trial_new(lost[_i].method, lost[_i].header);

	ask(trial, lost[_i].option, lost[_i].value);
	read_header(trial);
	ck_assert_msg(!trial->fine, "%s", lost[_i].name);
	ck_assert_int_eq(trial->err.fault, lost[_i].fault);
	ck_assert_str_eq(trial->err.text, lost[_i].message);
	trial_free(trial);
}
END_TEST

START_TEST(test_too_many_columns)
{
	AUTO_BUF header = { 0 };

	buf_add(&header, STR("x,n"));
	for (size_t i = 2; i <= CSV_CELLS; i++)
		buf_print(&header, ",c%zu", i);
	buf_add_char(&header, '\0');
	struct trial *trial = trial_new("rate", header.at);
	read_header(trial);
	ck_assert(!trial->fine);
	ck_assert_str_eq(
	    trial->err.text, "'table.csv' has 1025 columns; wanted 1024 at most");
	trial_free(trial);
}
END_TEST

static const struct {
	const char *name, *row, *message; /* NULL: it is fine */
	double x, n;
} rows[] = {
	{ "numbers", "Derby,6,58000", NULL, 6, 58000 },
	{ "blanks around them", "Derby, 6 ,\t58000 ", NULL, 6, 58000 },
	{ "in quotation marks", "Derby,\"6\",\"58,000\"", NULL, 6, 58000 },
	{ "with an exponent", "Derby,6e0,5.8e4", NULL, 6, 58000 },
	{ "cells behind the last column, all empty", "Derby,6,58000,,\"\",", NULL, 6,
	    58000 },
	{ "an empty cell", "Derby,,58000", "'x' is empty", 0, 0 },
	{ "NA", "Derby,NA,58000", "'x' is empty", 0, 0 },
	{ "NaN", "Derby,6,NaN", "'n' is empty", 0, 0 },
	{ "a missing cell", "Derby,6", "'n' is empty", 0, 0 },
	{ "text", "Derby,six,58000", "'x' is 'six', not a number", 0, 0 },
	{ "infinity", "Derby,6,Inf", "'n' is 'Inf', not a number", 0, 0 },
	{ "a decimal comma", "Derby,\"0,5\",58000", "'x' is '0,5', not a number", 0,
	    0 },
	{ "a suppressed count", "Derby,*,58000", "'x' is '*', not a number", 0, 0 },
	{ "text that goes on",
	    "Derby,abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz,1",
	    "'x' is 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn', not a number", 0, 0 },
	{ "text that is cut between its letters",
	    "Derby,abcdefghijklmnopqrstuvwxyzabcdefghijklm\xc3\xa9,1",
	    "'x' is 'abcdefghijklmnopqrstuvwxyzabcdefghijklm', not a number", 0, 0 },
	{ "a comma that shifts the cells", "Derby, City of,6,58000",
	    "the row has 4 cells, the header 3; does a cell with a comma lack "
	    "quotation "
	    "marks?",
	    0, 0 },
};

START_TEST(test_rows)
{
	AUTO_BUF table = { 0 };
	struct calc_row row = { 0 };

	buf_print(&table, "area,x,n\n%s\n%c", rows[_i].row, '\0');
	struct trial *trial = trial_new("rate", table.at);
	read_header(trial);
	ck_assert(trial->fine && csv_next(&trial->csv));
	bool fine = sheet_row(&trial->sheet, &trial->arena, &trial->request,
	    &trial->csv, &row, &trial->err);
	ck_assert_msg(fine == !rows[_i].message, "%s", rows[_i].name);
	if (rows[_i].message) {
		ck_assert_str_eq(trial->err.text, rows[_i].message);
	} else {
		ck_assert_double_eq(row.in[0], rows[_i].x);
		ck_assert_double_eq(row.in[1], rows[_i].n);
	}
	trial_free(trial);
}
END_TEST

START_TEST(test_a_row_longer_than_is_kept)
{
	AUTO_BUF table = { 0 };
	struct calc_row row = { 0 };

	buf_add(&table, STR("x,n\n1,2"));
	for (size_t i = 0; i < CSV_CELLS; i++)
		buf_add_char(&table, ',');
	buf_add_char(&table, '\0');
	struct trial *trial = trial_new("rate", table.at);
	read_header(trial);
	ck_assert(csv_next(&trial->csv));
	ck_assert(!sheet_row(&trial->sheet, &trial->arena, &trial->request, &trial->csv,
	    &row, &trial->err));
	ck_assert(str_starts(
	    str_of(trial->err.text), STR("the row has 1026 cells, the header 2;")));
	trial_free(trial);
}
END_TEST

START_TEST(test_text_and_gaps)
{
	struct trial *trial =
	    trial_new("dsr", "ageband,x,n\n\" 10-\"\"14\"\" \",,5\n,NA,6\n");
	struct calc_row row = { 0 };

	read_header(trial);
	ck_assert_msg(trial->fine, "%s", trial->err.text);
	ck_assert(csv_next(&trial->csv));
	ck_assert(sheet_row(&trial->sheet, &trial->arena, &trial->request, &trial->csv,
	    &row, &trial->err));
	ck_assert(str_equal(row.text, STR("10-\"14\"")));
	ck_assert(isnan(row.in[0]) && isnan(row.in[2]) && isnan(row.in[3]));
	ck_assert_double_eq(row.in[1], 5);
	ck_assert(csv_next(&trial->csv));
	ck_assert(sheet_row(&trial->sheet, &trial->arena, &trial->request, &trial->csv,
	    &row, &trial->err));
	ck_assert_uint_eq(row.text.len, 0);
	trial_free(trial);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("sheet");

	ADD_ROWS(tcase, test_found, found);
	ADD_ROWS(tcase, test_lost, lost);
	tcase_add_test(tcase, test_too_many_columns);
	ADD_ROWS(tcase, test_rows, rows);
	tcase_add_test(tcase, test_a_row_longer_than_is_kept);
	tcase_add_test(tcase, test_text_and_gaps);
	return unit_run("sheet", tcase);
}
