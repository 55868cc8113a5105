/* Answers byte by byte: the example of every method, and tables as people have them. */
#include <stdio.h>

#include "../unit.h"
#include "base/file.h"
#include "paper.h"

#define COUNTS "area,x,n\nDerby,6,58000\nLeicester,38,81500\n"

/* A life table of 20 bands, of which the deaths of the last can be chosen. */
#define LIFE(area, last)                                                               \
	area ",0,17,7060\n" area ",1-4,9,35059\n" area ",5-9,4,46974\n" area           \
	     ",10-14,8,48489\n" area ",15-19,20,43219\n" area ",20-24,15,38561\n" area \
	     ",25-29,21,46009\n" area ",30-34,29,57208\n" area                         \
	     ",35-39,59,61435\n" area ",40-44,91,55601\n" area                         \
	     ",45-49,116,44307\n" area ",50-54,176,37594\n" area                       \
	     ",55-59,205,31454\n" area ",60-64,289,27022\n" area                       \
	     ",65-69,379,22788\n" area ",70-74,527,19356\n" area                       \
	     ",75-79,643,15330\n" area ",80-84,842,10985\n" area                       \
	     ",85-89,1046,7208\n" area ",90+," last "\n"

#define QUINTILES(values) "quantile,population,value,se\n" values

/* Where arguments cannot be cut at blanks, an option and its value stand by themselves.
 */
static const struct {
	const char *name, *method, *arguments, *option, *value, *table;
} cases[] = {
	/* Tables. */
	{ "crlf", "rate", "", NULL, NULL,
	    "area,x,n\r\nDerby,6,58000\r\nLeicester,38,81500" },
	{ "only-cr", "rate", "", NULL, NULL,
	    "area,x,n\rDerby,6,58000\rLeicester,38,81500\r" },
	{ "mark-in-front", "rate", "", NULL, NULL, "\xef\xbb\xbf" COUNTS },
	{ "blank-lines", "rate", "", NULL, NULL, "\narea,x,n\n\nDerby,6,58000\n \n" },
	{ "header-only", "rate", "", NULL, NULL, "area,x,n\n" },
	{ "header-only-groups", "rate", "--by area", NULL, NULL, "area,x,n\n" },
	{ "header-only-one-group", "dsr", "", NULL, NULL, "x,n,stdpop\n" },
	{ "header-only-placed", "quantile", "", NULL, NULL, "area,values" },
	{ "short-rows", "rate", "", NULL, NULL,
	    "x,n,area,region\n6,58000\n38\n5,81500,Leicester\n7,100,\"Oadby, "
	    "Wigston\"\n" },
	{ "long-rows", "rate", "", NULL, NULL,
	    "area,x,n\nDerby,6,58000,,\nDerby, City of,6,58000\n"
	    "\"Derby\",\"6\",\"58,000\",\"\"\nLeicester,38,81500,note\n" },
	{ "quoted-names", "rate", "", "x", "events, \"all\"",
	    "\"name, long\",\"events, \"\"all\"\"\",n\n\"Derby, City of\",6,58000\n" },
	{ "quoted-cells", "rate", "", NULL, NULL,
	    "area,x,n\n\"Derby \"\"City\"\"\nEast\",\"6\",\"58,000\"\n" },
	{ "names-twice", "rate", "", NULL, NULL,
	    "area,area,x,n,,\nDerby,E06000015,6,58000,a,b\n" },
	{ "names-taken", "rate", "", NULL, NULL,
	    "value,value_calc,x,n,note\n1,2,6,58000,seen\n" },
	{ "names-taken-by-groups", "rate", "--by value,x", NULL, NULL,
	    "value,x,n\nDerby,6,58000\n" },
	{ "names-folded", "rate", "", NULL, NULL, "Area,X,N\nDerby,6,58000\n" },
	{ "cells-missing", "rate", "", NULL, NULL,
	    "area,x,n\nDerby,,58000\nLeicester,NA,81500\nRutland,4,NaN\n" },
	{ "cells-of-text", "rate", "", NULL, NULL,
	    "area,x,n\nDerby,*,58000\nLeicester,1-5,81500\nRutland,4,5 000\n"
	    "Nottingham,\"1,234\",300000\nLincoln, 12 ,100000\n" },
	{ "cells-out-of-range", "proportion", "", NULL, NULL,
	    "x,n\n-1,10\n11,10\n1,0\n1,-5\n0,10\n10,10\n1e308,1e308\n" },
	{ "beyond-numbers", "rate", "", NULL, NULL,
	    "x,n\n1e300,1e-300\n1,1e-305\n1e308,1\n" },
	{ "no-csv", "rate", "", NULL, NULL,
	    "area,x,n\nDerby,6,58000\n\"Lei\"cester,38,81500\nRutland,4,38000\n" },
	{ "no-csv-placed", "quantile", "--nquantiles 2", NULL, NULL,
	    "area,values\nDerby,3\n\"Lei\"cester,2\nRutland,1\n" },
	/* Levels, groups. */
	{ "levels", "rate", "--confidence 90,95,99.8,99.99 --multiplier 1000", NULL,
	    NULL, COUNTS },
	{ "one-level", "proportion", "--confidence 99.8", NULL, NULL, COUNTS },
	{ "groups", "rate", "--by region,year", NULL, NULL,
	    "year,area,region,x,n\n2015,Derby,East Midlands,6,58000\n"
	    "2015,Exeter,South West,2,25000\n2015,Leicester,East Midlands,38,81500\n"
	    "2016,Derby,East Midlands,8,59000\n2015,Plymouth,\" South West "
	    "\",9,52000\n" },
	{ "groups-alike", "rate", "--by a,b", NULL, NULL,
	    "a,b,x,n\n\"1,\",2,1,100\n1,\",2\",2,100\n\"1\",\",2\",4,100\n,,8,100\n,,"
	    "16,100\n" },
	{ "groups-with-faults", "proportion", "--by area", NULL, NULL,
	    "area,x,n\nDerby,6,100\nRutland,3,50\nDerby,*,100\nRutland,2,\nExeter,1,"
	    "9\n" },
	{ "groups-of-short-rows", "rate", "--by area", NULL, NULL,
	    "x,n,area\n6,58000,Derby\n7,1000\n8,1000\n" },
	/* Methods. */
	{ "mean-missing", "mean", "--by school", NULL, NULL,
	    "school,x\nA,12\nA,\nB,7\nC,NA\n" },
	{ "mean-skip", "mean", "--by school --missing skip", NULL, NULL,
	    "school,x\nA,12\nA,\nA,16\nB,7\nC,NA\n" },
	{ "dsr-few", "dsr", "--by area", NULL, NULL,
	    "area,x,n,stdpop\nDerby,4,1700,10\nDerby,5,1600,12\nRutland,4,1700,10\n"
	    "Rutland,6,1600,12\n" },
	{ "dsr-missing", "dsr", "--by area", NULL, NULL,
	    "area,x,n,stdpop\nDerby,,1700,10\nDerby,50,1600,12\nRutland,14,1700,\n"
	    "Exeter,14,,10\n" },
	{ "dsr-zero", "dsr", "--by area --missing zero", NULL, NULL,
	    "area,x,n,stdpop\nDerby,,1700,10\nDerby,50,1600,12\n" },
	{ "dsr-european", "dsr", "--standard esp2013 --by area", NULL, NULL,
	    "area,ageband,x,n,stdpop\nDerby,0,14,1700,1\nDerby,1-4,14,1700,1\n"
	    "Derby,90+,31,1600,1\nExeter,3-7,14,1700,1\nRutland,old,14,1700,1\n"
	    "Lincoln,,14,1700,1\n" },
	{ "dsr-repeated", "dsr", "--by area", NULL, NULL,
	    "area,ageband,eventfreq,x,n,stdpop\nDerby,0-4,2,30,6000,5000\n"
	    "Derby,5-9,1,40,7000,5500\nDerby,0-4,1,70,6000,5000\nDerby,5-9,3,4,7000,"
	    "5500\n" },
	{ "dsr-repeated-wrong", "dsr", "--by area", NULL, NULL,
	    "area,ageband,eventfreq,x,n,stdpop\nDerby,0-4,,30,6000,5000\n"
	    "Derby,0-4,2,40,7000,5500\nExeter,,1,70,6000,5000\n"
	    "Rutland,0-4,1,40,7000,5500\nRutland,0-4,1,4,7000,5500\n"
	    "Lincoln,0-4,1,40,7000,5500\nLincoln,0-4,2,4,7001,5500\n" },
	{ "dsr-frequency-left-out", "dsr", "", "eventfreq", "",
	    "ageband,eventfreq,x,n,stdpop\n0-4,2,30,6000,5000\n5-9,1,40,7000,5500\n" },
	{ "isratio-totals", "isratio", "--by area --multiplier 100", NULL, NULL,
	    "area,n,x_ref,n_ref,observed_totals\nDerby,17000,2500,3400000,45\n"
	    "Derby,16000,6100,3200000,45\nExeter,17000,2500,3400000,4\n"
	    "Exeter,16000,6100,3200000,\nRutland,17000,2500,3400000,\n"
	    "Rutland,16000,6100,3200000,45\nLincoln,17000,2500,3400000,9\n" },
	{ "israte-missing", "israte", "--by area", NULL, NULL,
	    "area,x,n,x_ref,n_ref\nDerby,,17000,2500,3400000\nDerby,9,16000,6100,"
	    "3200000\n"
	    "Rutland,3,2000,0,3400000\n" },
	{ "israte-zero", "israte", "--by area --missing zero", NULL, NULL,
	    "area,x,n,x_ref,n_ref\nDerby,,17000,2500,3400000\nDerby,9,16000,6100,"
	    "3200000\n" },
	{ "life-groups", "life-expectancy", "--by area --confidence 95,99.8", NULL,
	    NULL,
	    "area,startage,deaths,pops\n" LIFE("Derby", "1303,4396")
		LIFE("Exeter", "0,4396") },
	{ "life-wrong", "life-expectancy", "--by area", NULL, NULL,
	    "area,startage,deaths,pops\nDerby,0,17,7060\nExeter,Under 1,17,7060\n"
	    "Rutland,all,1,1\nLincoln,0,1,7000\nLincoln,0-0,1,7000\n"
	    "Boston,0,,7000\nBoston,1,1,7000\n" },
	{ "sii-groups", "sii", "--by area --multiplier -1 --confidence 95", NULL, NULL,
	    "area,quantile,population,value,lower_cl,upper_cl\n"
	    "A,5,6800,80.4,79.9,80.9\nA,1,7200,75.2,74.6,75.8\nA,2,7100,76.9,76.3,77."
	    "5\n"
	    "A,3,7050,77.8,77.3,78.3\nA,4,6900,79.1,78.6,79.6\n"
	    "B,1,7200,75.2,74.6,75.8\nB,2,7100,76.9,76.3,77.5\nB,2,7050,77.8,77.3,78."
	    "3\n"
	    "C,1,7200,75.2,,\n" },
	{ "sii-proportions", "sii",
	    "--value_type 2 --multiplier 100 --repetitions 1000", NULL, NULL,
	    "quantile,population,x\n1,7200,900\n2,7100,800\n3,7050,720\n4,6900,650\n"
	    "5,6800,580\n" },
	{ "sii-transformed", "sii",
	    "--value_type 1 --transform TRUE --confidence 95,99.8", NULL, NULL,
	    "quantile,population,value,se\n1,7200,310,21\n2,7100,255,19\n3,7050,221,"
	    "18\n"
	    "4,6900,187,17\n5,6800,160,16\n" },
	{ "sii-across-zero", "sii", "", NULL, NULL,
	    QUINTILES("1,10,-2,1\n2,10,-1,1\n3,10,0,1\n4,10,1,1\n5,10,2,1\n") },
	{ "sii-near-zero", "sii", "", NULL, NULL,
	    QUINTILES("1,10,1,9\n2,10,2,9\n3,10,3,9\n4,10,4,9\n5,10,5,9\n") },
	{ "sii-wrong", "sii", "--by area", NULL, NULL,
	    "area,quantile,population,value,x,se\nA,1,10,,,1\nB,1,10,,0,1\nC,1,10,5,,\n"
	    "D,1,10,5,,-1\nE,1,10,5,,1\nF,,10,5,,1\n" },
	{ "par-nobody", "par", "--confidence 95,99.8", NULL, NULL,
	    QUINTILES("1,10,5,1\n2,10,4,1\n3,10,3,1\n4,10,1,1\n5,10,0,1\n") },
	{ "par-proportions", "par", "--multiplier 1", NULL, NULL,
	    "quantile,population,x\n1,7200,900\n2,7100,800\n3,7050,720\n4,6900,650\n"
	    "5,6800,580\n" },
	{ "par-wrong", "par", "--by area", NULL, NULL,
	    "area,quantile,population,value,se\nA,1,10,0,1\nA,2,10,0,1\nA,3,10,0,1\n"
	    "A,4,10,0,1\nA,5,10,0,1\nB,1,10,5,1\nC,1,10,-5,1\nC,2,10,-5,1\nC,3,10,-5,"
	    "1\n"
	    "C,4,10,-5,1\nC,5,10,-5,1\n" },
	{ "quantile-groups", "quantile", "--nquantiles 2 --by region", NULL, NULL,
	    "area,region,values\nA,N,31.2\nB,S,18.4\nC,N,24.9\nD,S,\nE,S,20\nF,W,5\nG,"
	    "N,x\n" },
	{ "quantile-ties", "quantile", "--nquantiles 2 --invert false", NULL, NULL,
	    "values\n1\n2\n2\n2\n3\n4\n" },
	{ "quantile-percentiles", "quantile",
	    "--nquantiles 5 --invert false --bounds percentiles", NULL, NULL,
	    "values\n1\n2\n3\n4\n5\n6\n7\n8\n9\n\n\"\"\n100\n" },
	{ "quantile-percentiles-inverted", "quantile",
	    "--nquantiles 5 --bounds percentiles", NULL, NULL,
	    "values\n1\n2\n3\n4\n5\n6\n7\n8\n9\n100\n" },
	{ "quantile-percentiles-few", "quantile", "--bounds percentiles", NULL, NULL,
	    "values\n1\n2\n" },
	{ "funnel-limits-ratio", "funnel-limits", "--statistic ratio --ratio_type isr",
	    NULL, NULL, "numerator,denominator\n30,28.5\n45,51\n12,9\n" },
	{ "funnel-limits-rate", "funnel-limits",
	    "--statistic rate --rate_type crude --years_of_data 3 --by sex", NULL, NULL,
	    "sex,numerator,denominator,rate\nF,30,,105.2\nF,45,,88.1\nF,0,9000,0\n"
	    "M,0,,0\n" },
	{ "funnel-limits-published", "funnel-limits", "--way published", NULL, NULL,
	    "numerator,denominator\n30,30\n45,45\n" },
	{ "funnel-limits-patience", "funnel-limits",
	    "--way published --statistic ratio", NULL, NULL,
	    "numerator,denominator\n30,28\n4e7,4e7\n" },
	{ "funnel-points-dsr", "funnel-points", "--statistic rate", NULL, NULL,
	    "area,numerator,rate\nA,300,105.2\nB,45,388.1\nC,9,20\nD,25,100\n" },
	{ "funnel-points-crude", "funnel-points",
	    "--statistic rate --rate_type crude --way published", NULL, NULL,
	    "area,numerator,rate,denominator\nA,300,105.2,\nB,45,388.1,\nC,0,,9000\nD,"
	    "0,0,9000\n" },
	{ "funnel-points-ratio", "funnel-points",
	    "--statistic ratio --ratio_type count", NULL, NULL,
	    "area,numerator,denominator\nA,30,28.5\nB,45,21\nC,2,9\n" },
	{ "funnel-points-wrong", "funnel-points", "--by sex", NULL, NULL,
	    "sex,numerator,denominator\nF,30,28.5\nF,45,51\nM,1,\nM,3,10\nX,x,1\nX,5,"
	    "90\n" },
	{ "compare-two-levels", "compare", "--method two-levels --good high", NULL,
	    NULL,
	    "value,lowercl,uppercl,lower99_8cl,upper99_8cl,benchmark\n"
	    "10,9,11,8.5,11.5,8\n10,9,11,8.5,11.5,8.7\n10,9,11,8.5,11.5,9\n"
	    "10,9,11,8.5,11.5,11.2\n10,9,11,8.5,11.5,12\n10,9,11,,,12\n" },
	{ "compare-overlap", "compare", "--method overlap", NULL, NULL,
	    "value,lowercl,uppercl,benchmark,benchmark_lowercl,benchmark_uppercl\n"
	    "10,9,11,12,11.5,12.5\n10,9,11,12,11,13\n10,9,11,8,7,8.5\n10,9,11,8,,\n" },
	{ "compare-control", "compare", "--method control-proportion --good low", NULL,
	    NULL,
	    "value,benchmark,denominator\n14,12,1000\n15,12,1000\n9,12,1000\n9,12,\n"
	    "9,120,50\n" },
	{ "compare-control-rate", "compare", "--method control-rate", NULL, NULL,
	    "value,benchmark,denominator\n140,120,100000\n145,120,100000\n90,120,"
	    "100000\n"
	    "90,-1,10\n" },
	{ "compare-target", "compare", "--method target --good high", NULL, NULL,
	    "value,benchmark,benchmark_uppercl\n94.9,95,\n95,95,\n90,90,95\n94,90,95\n"
	    "95,90,95\n94,95,90\n" },
	{ "compare-target-low", "compare", "--method target --good low", NULL, NULL,
	    "value,benchmark\n94.9,95\n95,95\n95.1,95\n" },
	{ "compare-target-limits", "compare", "--method target-limits --good high",
	    NULL, NULL,
	    "value,lowercl,uppercl,benchmark\n94,93,94.9,95\n95,94,96,95\n96,95,97,95\n"
	    "96,,97,95\n" },
	{ "compare-wrong", "compare", "", NULL, NULL,
	    "value,lowercl,uppercl,benchmark\n10,,11,8\n10,11,9,8\n10,9,11,\n,9,11,"
	    "8\n" },
	{ "trend-periods", "trend", "--by area", NULL, NULL,
	    "area,period,value,lowercl,uppercl\n"
	    "A,2016/17,30,29,31\nA,2013/14,24,23,25\nA,2012/13,20,19,21\n"
	    "A,2015/16,28,27,29\nA,2014/15,26,25,27\nB,2015,1,0,2\n"
	    "C,2011,30,29,31\nC,2013,24,23,25\nC,2014,20,19,21\nC,2015,28,27,29\n"
	    "C,2016,26,25,27\nD,2011 - "
	    "13,5,4,6\nE,soon,5,4,6\nF,2015,5,4,6\nF,,5,4,6\n" },
	{ "trend-rows", "trend", "", NULL, NULL,
	    "value,lowercl,uppercl\n99,98,100\n30,29,31\n28,27,29\n26,25,27\n24,23,25\n"
	    "20,19,21\n" },
	{ "trend-wrong", "trend", "--by area --test proportion", NULL, NULL,
	    "area,x,n\nA,1,10\nA,2,10\nA,3,10\nA,4,10\nA,10,10\nB,1,10\nB,2,10\nB,3,"
	    "10\n"
	    "B,4,10\nB,4,\n" },
};

/* TARTAN_GOLDEN is the folder of the answers; with TARTAN_GOLDEN_WRITE they are written
 * there instead of compared. */
static void
expect(const char *name, const char *ending, struct str answer)
{
	const char *folder = getenv("TARTAN_GOLDEN");
	struct file file = { 0 };
	struct err err = { 0 };
	char path[4096];

	ck_assert(folder != NULL);
	snprintf(path, sizeof path, "%s/%s.%s", folder, name, ending);
	if (getenv("TARTAN_GOLDEN_WRITE") != NULL)
		ck_assert_msg(file_save(path, answer, &err), "%s", err.text);
	ck_assert_msg(file_open(&file, path, &err), "%s", err.text);
	ck_assert_msg(str_equal(file.bytes, answer),
	    "%s is not as it was; look, then set TARTAN_GOLDEN_WRITE=1", path);
	file_close(&file);
}

/* As CSV and as JSON. */
static void
compute(struct calc_request *request, const char *name, const char *table)
{
	struct paper paper;

	for (int json = 0; json < 2; json++) {
		request->json = json;
		paper_run(&paper, request, str_of(table));
		ck_assert_msg(paper.fine, "%s: %s", name, paper.err.text);
		expect(name, json ? "json" : "csv", buf_str(&paper.out));
		paper_done(&paper);
	}
}

START_TEST(test_examples)
{
	const struct calc_method *method = calc_method_at((size_t)_i);
	AUTO_ARENA arena = { 0 };
	struct calc_request request;
	struct str name = str_print(&arena, "example-%s", method->name);

	calc_request_init(&request, method);
	paper_ask(&request, &arena, method->arguments);
	compute(&request, name.at, method->example);
}
END_TEST

START_TEST(test_tables)
{
	AUTO_ARENA arena = { 0 };
	struct calc_request request;
	struct err err = { 0 };

	calc_request_init(&request, calc_method_find(cases[_i].method));
	paper_ask(&request, &arena, cases[_i].arguments);
	if (cases[_i].option)
		ck_assert(calc_request_set(
		    &request, cases[_i].option, cases[_i].value, &err));
	compute(&request, cases[_i].name, cases[_i].table);
}
END_TEST

static const struct {
	const char *name, *table, *message;
} refused[] = {
	{ "nothing", "", "'table.csv' is empty; wanted a header and rows" },
	{ "blank lines", "\n \n", "'table.csv' is empty; wanted a header and rows" },
	{ "no such column", "area,n\n",
	    "no column 'x' in 'table.csv'; it has area, n (--x tells which is meant)" },
	{ "no text", "x,n\n\xff,1\n",
	    "table.csv:2: byte 0xFF is not UTF-8 text; wanted a CSV saved as UTF-8" },
};

START_TEST(test_refused)
{
	struct calc_request request;
	struct paper paper;

	calc_request_init(&request, calc_method_find("rate"));
	paper_run(&paper, &request, str_of(refused[_i].table));
	ck_assert_msg(!paper.fine, "%s", refused[_i].name);
	ck_assert_int_eq(paper.err.fault, FAULT_INPUT);
	ck_assert_str_eq(paper.err.text, refused[_i].message);
	ck_assert_uint_eq(paper.out.len, 0);
	paper_done(&paper);
}
END_TEST

START_TEST(test_what_is_no_csv_is_told_once)
{
	static const char *const methods[] = { "rate", "quantile" };
	struct calc_request request;
	struct err err = { 0 };
	struct paper paper;

	calc_request_init(&request, calc_method_find(methods[_i]));
	ck_assert(calc_request_set(&request, _i ? "values" : "x", "a", &err));
	paper_run(&paper, &request, STR("a,n\n1,2\n\"1\"3,4\n5,6\n"));
	ck_assert_msg(paper.fine, "%s", paper.err.text);
	ck_assert_uint_eq(paper.report.faults, 1);
	ck_assert_uint_eq(paper.report.entries[0].place.line, 3);
	ck_assert_uint_eq(paper.tally.rows, 2);
	paper_done(&paper);
}
END_TEST

/* What was computed before is written, and JSON is closed. */
START_TEST(test_a_fault_in_a_later_portion)
{
	enum { ROWS_BEFORE = 300000 };
	AUTO_BUF table = { 0 };
	struct calc_request request;
	struct paper paper;

	calc_request_init(&request, calc_method_find("rate"));
	request.json = _i;
	buf_add(&table, STR("x,n\n"));
	for (size_t i = 0; i < ROWS_BEFORE; i++)
		buf_add(&table, STR("1,1000\n"));
	buf_add(&table, STR("\xff,1\n"));
	paper_run(&paper, &request, buf_str(&table));
	ck_assert(!paper.fine);
	ck_assert_str_eq(paper.err.text, "table.csv:300002: byte 0xFF is not UTF-8 "
					 "text; wanted a CSV saved as UTF-8");
	ck_assert_uint_gt(paper.tally.rows, 0);
	ck_assert_uint_lt(paper.tally.rows, ROWS_BEFORE);
	ck_assert(str_ends(buf_str(&paper.out), _i ? STR("}\n]\n") : STR(",\n")));
	paper_done(&paper);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("golden");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_examples, 0, (int)calc_method_count());
	ADD_ROWS(tcase, test_tables, cases);
	ADD_ROWS(tcase, test_refused, refused);
	tcase_add_loop_test(tcase, test_what_is_no_csv_is_told_once, 0, 2);
	tcase_add_loop_test(tcase, test_a_fault_in_a_later_portion, 0, 2);
	return unit_run("golden", tcase);
}
