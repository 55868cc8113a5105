#include "source/changes.h"

#include "../unit.h"
#include "base/buf.h"

/* Months are written as year and month. */
static const struct {
	const char *text;
	bool until;
	int year, month; /* 0: no date */
} dates[] = {
	{ "2019-04-01", false, 2019, 4 },
	{ " 2019-04 ", false, 2019, 4 },
	{ "2019/04/01", false, 2019, 4 },
	{ "01/04/2019", false, 2019, 4 },
	{ "1/4/2019", false, 2019, 4 },
	{ "01/04/2019 00:00:00", false, 2019, 4 },
	{ "2019-04-01T00:00:00Z", false, 2019, 4 },
	{ "31-12-2008", false, 2008, 12 },
	{ "2019-03-31", true, 2019, 4 },
	{ "2019-03-30", true, 2019, 3 },
	{ "2019-12", true, 2020, 1 },
	{ "31/12/2008", true, 2009, 1 },
	{ "2024-02-28", true, 2024, 2 },
	{ "2024-02-29", true, 2024, 3 },
	{ "2100-02-28", true, 2100, 3 },
	{ "2023-02-29", false, 0, 0 },
	{ "2019-00-01", false, 0, 0 },
	{ "2019-13-01", false, 0, 0 },
	{ "2019-04-00", false, 0, 0 },
	{ "2019-04-31", false, 0, 0 },
	{ "04/2019", false, 0, 0 },
	{ "2019", false, 0, 0 },
	{ "1799-04-01", false, 0, 0 },
	{ "2019-04-01-01", false, 0, 0 },
	{ "April 2019", false, 0, 0 },
	{ "", false, 0, 0 },
	{ "-", false, 0, 0 },
	{ "--", false, 0, 0 },
};

START_TEST(test_dates)
{
	int32_t month = -1;
	bool got = changes_month(str_of(dates[_i].text), dates[_i].until, &month);

	ck_assert_msg(got == (dates[_i].year > 0), "'%s'", dates[_i].text);
	if (got)
		ck_assert_msg(month == dates[_i].year * 12 + dates[_i].month - 1,
		    "'%s': %d", dates[_i].text, month);
}
END_TEST

static const struct {
	const char *name, *bytes, *result;
} cases[] = {
	{ "our own names",
	    "Area Code,Area Name,Predecessor code,Predecessor name,Date\n"
	    "E06000058,\"Bournemouth, Christchurch and Poole\",E06000028,Bournemouth,"
	    "2019-04-01\n"
	    "E06000058,,E06000029,,2019-04-01\n",
	    "E06000058 Bournemouth, Christchurch and Poole < E06000028 Bournemouth "
	    "24231\n"
	    "E06000058  < E06000029  24231\n" },
	{ "those of the code history",
	    "\xef\xbb\xbfGEOGCD,GEOGNM,GEOGNMW,GEOGCD_P,GEOGNM_P,YEAR,OPER_DATE\r\n"
	    "E08000037,Gateshead,,E08000020,Gateshead,2013,01/04/2013 00:00\r\n",
	    "E08000037 Gateshead < E08000020 Gateshead 24159\n" },
	{ "a beginning and an end",
	    "new code,old code,date\nE1,,2019-04\n,E2,2019-04\n",
	    "E1  <   24231\n  < E2  24231\n" },
	{ "no code and no date",
	    "new code,old code,date\n,,2019-04\nE1,E2,soon\nE1,E2,\nE3,E4,2020-01\n",
	    "E3  < E4  24240\n"
	    "2:1: no code of an area; wanted that of the new area, of the old one, or "
	    "both\n"
	    "3:7: no date 'soon'; wanted one such as '2019-04-01' or '01/04/2019'\n"
	    "4:7: no date ''; wanted one such as '2019-04-01' or '01/04/2019'\n" },
	{ "another table", "new code,date\nE1,2019-04\n",
	    "1:1: this is no table of changes of areas; wanted the codes of areas and "
	    "of "
	    "predecessors, and a date\n" },
	{ "no rows", "new code,old code,date\n", "" },
};

START_TEST(test_read)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct source_file file = { .path = STR("x"),
		.bytes = str_of(cases[_i].bytes) };
	struct change_list list;
	struct report report = { 0 };

	changes_read(&arena, &file, &list, &report);
	for (size_t i = 0; i < list.count; i++) {
		const struct area_change *c = &list.at[i];
		buf_print(&got, "%.*s %.*s < %.*s %.*s %d\n", STR_ARG(c->code),
		    STR_ARG(c->name), STR_ARG(c->before_code), STR_ARG(c->before_name),
		    c->month);
	}
	for (size_t i = 0; i < report.count; i++)
		buf_print(&got, "%llu:%u: %.*s\n",
		    (unsigned long long)report.entries[i].place.line,
		    report.entries[i].place.column, STR_ARG(report.entries[i].text));
	ck_assert_msg(str_equal(buf_str(&got), str_of(cases[_i].result)),
	    "%s: got\n%.*s", cases[_i].name, STR_ARG(buf_str(&got)));
	report_done(&report);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("changes");

	ADD_ROWS(tcase, test_dates, dates);
	ADD_ROWS(tcase, test_read, cases);
	return unit_run("source changes", tcase);
}
