#include "source/figures.h"

#include "../unit.h"
#include "reading.h"

#define TEXT(literal)                                                                  \
	{                                                                              \
		"" literal, sizeof(literal) - 1                                        \
	}

/* What reading.h prints of good rows; the report of none but the last lines. */
static const struct {
	const char *name;
	struct str bytes;
	const char *rows;
} cases[] = {
	{ "all 27 columns",
	    TEXT(
		"Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area "
		"Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower "
		"CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 "
		"limit,Count,Denominator,Value note,Recent Trend,Compared to England "
		"value or percentiles,Compared to Region value or percentiles,Time "
		"period Sortable,New data,Compared to goal,Time period range\n"
		"93700,Low income,E12000007,London region,E09000022,Lambeth,Counties & "
		"UAs,Persons,<16 yrs,Deciles,Most deprived,2014/15,14.70,14,15,13,16,"
		"8258,56287,Value estimated,Increasing and getting worse,Worse,Better,"
		"20200000,New data,Red,3y\n"),
	    "0:2 93700 | Counties & UAs | 0 | <16 yrs | Deciles\x1fMost deprived | "
	    "E09000022 < E12000007 | 2014/15 | 14.7; 14; 15; 13; 16; 8258; 56287; | "
	    "Value estimated | 1353 2 1 36 goal 'Red'\n"
	    "indicator 93700: Low income\n"
	    "unit 93700: \n"
	    "area E12000007: London region\n"
	    "area E09000022: Lambeth\n"
	    "0 faults, 0 notes\n" },
	{ "a table re-shaped by an analyst",
	    TEXT(
		"area_code,area_name,period,value,indicator,measure,unit,significance\n"
		"E47000001,Greater Manchester,2011/12,NA,Self-harm,\"per "
		"100,000\",Female,Not compared\n"
		"E08000001,Bolton,2011/12,402.2,Self-harm,\"per "
		"100,000\",Female,Worse\n"),
	    "0:2 Self-harm | Combined authorities | 2 |  |  | E47000001 | "
	    "2011/12 | ; ; ; ; ; ; ; |  | 0001 0 0 0\n"
	    "0:3 Self-harm | Counties and unitary authorities | 2 |  |  | "
	    "E08000001 | 2011/12 | 402.2; ; ; ; ; ; ; |  | 0003 1 0 0\n"
	    "indicator Self-harm: Self-harm\n"
	    "unit Self-harm: per 100,000\n"
	    "area E47000001: Greater Manchester\n"
	    "area E08000001: Bolton\n"
	    "0 faults, 0 notes\n" },
	{ "untidy cells",
	    TEXT(
		"Indicator ID,Indicator Name,Area Code,Area Name,Time "
		"period,Value,Count\r\n"
		" 1 ,\"Suicide  rate: \"\"crude\"\" \", E06000023 ,\"Bristol,  City of "
		"\",2015  -  17, 1.50 ,\"9,352,586\"\r\n"),
	    "0:2 1 | Counties and unitary authorities | 4 |  |  | E06000023 | "
	    "2015 - 17 | 1.5; ; ; ; ; 9352586; ; |  | 0000 2 0 0\n"
	    "indicator 1: Suicide  rate: \"crude\" \n"
	    "unit 1: \n"
	    "area E06000023: Bristol,  City of \n"
	    "0 faults, 0 notes\n" },
	{ "goals, to the byte",
	    TEXT("id,area code,period,value,compared to goal\n"
		 "1,E12000001,2015,1,Red\n"
		 "1,E12000001,2016,2,\"Similar,  to \"\"goal\"\" \"\n"
		 "1,E12000001,2017,3,  \n"
		 "1,E12000001,2018,4,Red\n"),
	    "0:2 1 | Region | 4 |  |  | E12000001 | 2015 | 1; ; ; ; ; ; ; |  | 0000 0 "
	    "0 "
	    "0 goal 'Red'\n"
	    "0:3 1 | Region | 4 |  |  | E12000001 | 2016 | 2; ; ; ; ; ; ; |  | 0000 0 "
	    "0 "
	    "0 goal 'Similar,  to \"goal\" '\n"
	    "0:4 1 | Region | 4 |  |  | E12000001 | 2017 | 3; ; ; ; ; ; ; |  | 0000 0 "
	    "0 "
	    "0\n"
	    "0:5 1 | Region | 4 |  |  | E12000001 | 2018 | 4; ; ; ; ; ; ; |  | 0000 0 "
	    "0 "
	    "0 goal 'Red'\n"
	    "indicator 1: \n"
	    "unit 1: \n"
	    "area E12000001: \n"
	    "0 faults, 0 notes\n" },
	{ "symbols for numbers, and notes",
	    TEXT("id,area code,period,value,count,value note\n"
		 "1,E12000001,2015,*,*,\n"
		 "1,E12000001,2016,,[c],\n"
		 "1,E12000001,2017,3,c,\n"
		 "1,E12000001,2018,z,5,Value missing due to incomplete data\n"),
	    "0:2 1 | Region | 4 |  |  | E12000001 | 2015 | ; ; ; ; ; ; ; | "
	    "Value suppressed for disclosure control reasons | 0000 0 0 0\n"
	    "0:3 1 | Region | 4 |  |  | E12000001 | 2016 | ; ; ; ; ; ; ; | "
	    "Value suppressed for disclosure control reasons | 0000 0 0 0\n"
	    "0:4 1 | Region | 4 |  |  | E12000001 | 2017 | 3; ; ; ; ; ; ; |  | "
	    "0000 0 0 0\n"
	    "0:5 1 | Region | 4 |  |  | E12000001 | 2018 | ; ; ; ; ; 5; ; | "
	    "Value missing due to incomplete data | 0000 0 0 0\n"
	    "indicator 1: \n"
	    "unit 1: \n"
	    "area E12000001: \n"
	    "0 faults, 0 notes\n" },
	{ "a name that comes late, and cells that repeat",
	    TEXT("id,area code,area name,parent code,parent "
		 "name,period,value,sex,age\n"
		 "1,E06000001,,E12000001,,2015,1,Male,\n"
		 "1,E06000001,Hartlepool,E12000001,North East,2015,2,Male,5 yrs\n"
		 ",E06000001,Hartlepool,,,2015,3,Male,5 yrs\n"
		 "1,E06000001,Elsewhere,,,2015,4,,5 yrs\n"),
	    "0:2 1 | Counties and unitary authorities | 1 |  |  | E06000001 < "
	    "E12000001 | 2015 | 1; ; ; ; ; ; ; |  | 0000 0 0 0\n"
	    "0:3 1 | Counties and unitary authorities | 1 | 5 yrs |  | E06000001 < "
	    "E12000001 | 2015 | 2; ; ; ; ; ; ; |  | 0000 0 0 0\n"
	    "0:5 1 | Counties and unitary authorities | 4 | 5 yrs |  | E06000001 | "
	    "2015 | "
	    "4; ; ; ; ; ; ; |  | 0000 0 0 0\n"
	    "indicator 1: \n"
	    "unit 1: \n"
	    "area E12000001: North East\n"
	    "area E06000001: Hartlepool\n"
	    "1 faults, 0 notes\n"
	    "x.csv:4:1: the row names no indicator; wanted its ID or its name\n" },
	{ "Windows-1252",
	    TEXT("id,area code,area name,period,value\n"
		 "1,W06000001,Ynys M\xf4n,2015,1\n"),
	    "0:2 1 | Other areas | 4 |  |  | W06000001 | 2015 | 1; ; ; ; ; ; ; "
	    "|  | 0000 0 0 0\n"
	    "indicator 1: \n"
	    "unit 1: \n"
	    "area W06000001: Ynys M\xc3\xb4n\n"
	    "0 faults, 1 notes\n"
	    "x.csv:2:19: note: the text is not UTF-8; read as Windows-1252\n" },
	{ "ranges of periods",
	    TEXT("id,area code,period,value,time period range\n"
		 "1,E12000001,2015,1,1y\n1,E12000001,2016,1,1q\n"
		 "1,E12000001,2017,1,6m\n1,E12000001,2018,1,long\n"),
	    "0:2 1 | Region | 4 |  |  | E12000001 | 2015 | 1; ; ; ; ; ; ; |  | "
	    "0000 0 0 12\n"
	    "0:3 1 | Region | 4 |  |  | E12000001 | 2016 | 1; ; ; ; ; ; ; |  | "
	    "0000 0 0 3\n"
	    "0:4 1 | Region | 4 |  |  | E12000001 | 2017 | 1; ; ; ; ; ; ; |  | "
	    "0000 0 0 6\n"
	    "0:5 1 | Region | 4 |  |  | E12000001 | 2018 | 1; ; ; ; ; ; ; |  | "
	    "0000 0 0 0\n"
	    "indicator 1: \n"
	    "unit 1: \n"
	    "area E12000001: \n"
	    "0 faults, 1 notes\n"
	    "x.csv:5:20: note: 'long' of column 'Time period range' is not known; "
	    "taken "
	    "as empty\n" },
};

START_TEST(test_rows)
{
	struct source_file file = { .path = STR("x.csv"), .bytes = cases[_i].bytes };
	AUTO_BUF got = { 0 };

	reading_print(&got, &file, 1, 1, READING_WHOLE);
	buf_add_char(&got, '\0');
	ck_assert_msg(strcmp(got.at, cases[_i].rows) == 0, "%s: got\n%swanted\n%s",
	    cases[_i].name, got.at, cases[_i].rows);
}
END_TEST

/* Files come in their order, each with its number and at least one batch. */
START_TEST(test_files)
{
	const struct source_file files[] = {
		{ .path = STR("b.csv"),
		    .bytes = STR("id,area code,period,value\n"
				 "1,E12000001,2015,1\n"),
		    .number = 7 },
		{ .path = STR("empty.csv"), .bytes = STR(""), .number = 8 },
		{ .path = STR("a.csv"),
		    .bytes = STR("id,area code,period,value\n"
				 "1,E12000001,2016,2\n"),
		    .number = 3 },
	};
	struct batch *batches;
	size_t count;

	figures_read(files, 3, 2, &batches, &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_uint_eq(batches[0].source, 7);
	ck_assert_uint_eq(batches[1].source, 8);
	ck_assert_uint_eq(batches[1].report.faults, 1);
	ck_assert_uint_eq(batches[2].source, 3);
	ck_assert_uint_eq(batches[2].row_count, 1);
	for (size_t i = count; i-- > 0;)
		batch_done(&batches[i]);
	free(batches);

	figures_read(files, 0, 2, &batches, &count);
	ck_assert_uint_eq(count, 0);
	free(batches);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("figures");

	ADD_ROWS(tcase, test_rows, cases);
	tcase_add_test(tcase, test_files);
	return unit_run("source figures", tcase);
}
