#include "source/neighbours.h"

#include <math.h>

#include "../unit.h"
#include "base/buf.h"

static const struct {
	const char *name, *bytes, *result;
} cases[] = {
	{ "ranks and kinds",
	    "Area Code,Neighbour Code,Rank,Kind,Distance\n"
	    "E1,E2,1,CIPFA,0.5\nE1,E3,2,CIPFA,0.75\nE1,E3,1,Ofsted,\n",
	    "E1 E2 1 CIPFA 0.5\nE1 E3 2 CIPFA 0.75\nE1 E3 1 Ofsted -\n" },
	{ "no ranks: the order of the file",
	    "\xef\xbb\xbfneighbour_code,area_code\r\nE2,E1\r\nE1,E2\r\nE3,E1\r\n",
	    "E1 E2 1  -\nE2 E1 1  -\nE1 E3 2  -\n" },
	{ "faults",
	    "Area Code,Neighbour Code,Rank,Distance\n"
	    "E1,E1,1,\n,E2,1,\nE1,,1,\nE1,E2,first,\nE1,E2,0,\nE1,E2,1,far\n"
	    "E1,E2,1,-1\nE1,E2,1,\nE1,E2,2,\nE1,E3,1,\n",
	    "E1 E2 1  -\n"
	    "2:4: its own neighbour 'E1'; wanted another area\n"
	    "3:1: no code of an area ''; wanted one such as 'E06000016'\n"
	    "4:4: no code of an area ''; wanted one such as 'E06000016'\n"
	    "5:7: rank 'first'; wanted a whole number from 1 for the most alike\n"
	    "6:7: rank '0'; wanted a whole number from 1 for the most alike\n"
	    "7:9: distance 'far'; wanted a number of 0 or more\n"
	    "8:9: distance '-1'; wanted a number of 0 or more\n"
	    "10:4: a second time the neighbour 'E2'; wanted each once for an area\n"
	    "11:4: a second neighbour of the same rank, 'E3'; wanted one for each "
	    "rank\n" },
};

static void
print_rows(struct buf *out, const struct neighbour_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct neighbour_row *row = &list->at[i];
		buf_print(out, "%.*s %.*s %u %.*s ", STR_ARG(row->area),
		    STR_ARG(row->neighbour), row->rank, STR_ARG(row->kind));
		if (isnan(row->distance))
			buf_add_char(out, '-');
		else
			buf_add_number(out, row->distance);
		buf_add_char(out, '\n');
	}
}

START_TEST(test_read)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct source_file file = { .path = STR("x"),
		.bytes = str_of(cases[_i].bytes) };
	struct report report = { 0 };
	struct neighbour_list list;

	neighbours_read(&arena, &file, &list, &report);
	print_rows(&got, &list);
	report_sort(&report);
	for (uint32_t i = 0; i < report.count; i++)
		buf_print(&got, "%llu:%u: %.*s\n",
		    (unsigned long long)report.entries[i].place.line,
		    report.entries[i].place.column, STR_ARG(report.entries[i].text));
	ck_assert_msg(str_equal(buf_str(&got), str_of(cases[_i].result)), "%s:\n%.*s",
	    cases[_i].name, STR_ARG(buf_str(&got)));
	report_done(&report);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("neighbours");

	ADD_ROWS(tcase, test_read, cases);
	return unit_run("neighbours", tcase);
}
