#include "source/areas.h"

#include "../unit.h"
#include "base/buf.h"

static const struct {
	const char *name, *bytes, *result;
} cases[] = {
	{ "a list with children",
	    "\xef\xbb\xbf"
	    "Children,AreaCode,AreaName,Level,HierarchyType,AreaType,"
	    "AreaTypeCode\r\n"
	    "\"\",E07000008,Cambridge,3,Administrative,Districts,districts\r\n"
	    "E07000008|E07000009,E10000003,Cambridgeshire,2,Administrative,Counties,"
	    "counties\r\n"
	    "E10000003,E12000006,East,1,Administrative,Regions,regions\r\n"
	    "E10000003,E47000008,Combined,1,Administrative,Combined,combined\r\n",
	    "3 E07000008 Cambridge (Districts) < E10000003 Cambridgeshire (Counties)\n"
	    "3 E07000009  (Districts) < E10000003 Cambridgeshire (Counties)\n"
	    "4 E12000006 East (Regions)\n"
	    "4 E10000003 Cambridgeshire (Counties) < E12000006 East (Regions)\n"
	    "5 E47000008 Combined (Combined)\n"
	    "5 E10000003 Cambridgeshire (Counties) < E47000008 Combined (Combined)\n" },
	{ "a list with parents",
	    "Area Code,Area Name,Area Type,Parent Code,Parent Name\n"
	    "E12000001,North East,Region,E92000001,England\n"
	    "E06000001,Hartlepool,,E12000001,\n"
	    "E06000001,Hartlepool,,E12000001,\n",
	    "2 E12000001 North East (Region) < E92000001 England (England)\n"
	    "3 E06000001 Hartlepool (Counties and unitary authorities) < E12000001 "
	    "North East (Region)\n" },
	{ "a lookup, the larger areas first",
	    "region23_code,region23_name,ltla23_name,ltla23_code\n"
	    "E12000001,North East,Hartlepool,E06000001\n"
	    "E12000001,North East,Darlington,E06000005\n",
	    "2 E06000001 Hartlepool (Lower tier local authorities) < E12000001 North "
	    "East (Regions)\n"
	    "3 E06000005 Darlington (Lower tier local authorities) < E12000001 North "
	    "East (Regions)\n" },
	{ "a lookup over three steps",
	    "WD24CD,WD24NM,LSOA21CD,LAD24CD,LAD24NM\n"
	    "E05009861,Ladgate,E01012049,E06000002,Middlesbrough\n"
	    "E05009861,Ladgate,E01012050,E06000002,Middlesbrough\n"
	    "E05009862,Linthorpe,E01012053,E06000002,Middlesbrough\n",
	    "2 E01012049  (Lower layer super output areas) < E05009861 Ladgate "
	    "(Wards)\n"
	    "2 E05009861 Ladgate (Wards) < E06000002 Middlesbrough (Districts and "
	    "unitary authorities)\n"
	    "3 E01012050  (Lower layer super output areas) < E05009861 Ladgate "
	    "(Wards)\n"
	    "4 E01012053  (Lower layer super output areas) < E05009862 Linthorpe "
	    "(Wards)\n"
	    "4 E05009862 Linthorpe (Wards) < E06000002 Middlesbrough (Districts and "
	    "unitary authorities)\n" },
	{ "another kind of area",
	    "school_code,school_name,trust_code,trust_name\n1,A,9,T\n2,B,9,T\n",
	    "2 1 A (school) < 9 T (trust)\n3 2 B (school) < 9 T (trust)\n" },
	{ "an empty code", "AreaCode,AreaName,AreaType\nE1,One,x\n,Two,x\n",
	    "2 E1 One (x)\n"
	    "3:1: the code of an area is empty; wanted one such as 'E06000001'\n" },
	{ "dates of areas",
	    "AreaCode,AreaName,AreaType,Valid from,Valid to\n"
	    "E1,One,x,2009-04-01,2019-03-31\n"
	    "E2,Two,x,01/04/2019,\n"
	    "E3,Three,x,long ago,\n",
	    "2 E1 One (x)\n3 E2 Two (x)\n4 E3 Three (x)\n"
	    "from 24111: E1\nuntil 24231: E1\nfrom 24231: E2\n"
	    "4:12: no date 'long ago'; wanted one such as '2019-04-01' or "
	    "'01/04/2019'\n" },
	{ "no rows", "AreaCode,AreaName,AreaType\n",
	    "1:1: the file has a header but no rows; wanted a list of areas\n" },
	{ "nothing", "", "1:1: the file is empty; wanted a list of areas\n" },
};

START_TEST(test_read)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct source_file file = { .path = STR("x"),
		.bytes = str_of(cases[_i].bytes) };
	struct area_list list;
	struct report report = { 0 };

	areas_read(&arena, &file, &list, &report);
	for (size_t i = 0; i < list.count; i++) {
		const struct area_row *row = &list.rows[i];
		buf_print(&got, "%llu %.*s %.*s (%.*s)", (unsigned long long)row->line,
		    STR_ARG(row->code), STR_ARG(row->name), STR_ARG(row->type));
		if (row->parent_code.len)
			buf_print(&got, " < %.*s %.*s (%.*s)",
			    STR_ARG(row->parent_code), STR_ARG(row->parent_name),
			    STR_ARG(row->parent_type));
		buf_add_char(&got, '\n');
	}
	for (size_t i = 0; i < list.changes.count; i++) {
		const struct area_change *change = &list.changes.at[i];
		buf_print(&got, "%s %d: %.*s\n", change->code.len ? "from" : "until",
		    change->month,
		    STR_ARG(change->code.len ? change->code : change->before_code));
	}
	for (uint32_t i = 0; i < report.count; i++)
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
	TCase *tcase = tcase_create("areas");

	ADD_ROWS(tcase, test_read, cases);
	return unit_run("source areas", tcase);
}
