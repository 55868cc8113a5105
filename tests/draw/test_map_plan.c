#include "draw/map_plan.h"

#include "../unit.h"
#include "fixture.h"

/* What fits on a tile of that side in that size. */
static const struct {
	const char *name;
	double tile, size;
	const char *lines;
} names[] = {
	{ "York", 41, 13, "York" },
	{ "Nottingham", 41, 13, "Notti" },
	{ "Nottinghamshire", 41, 13, "Notts" },
	{ "Bradford", 57, 14, "Bradfo" },
	{ "North East Lincolnshire", 41, 13, "NEL" },
	{ "Kingston upon Hull, City of", 41, 13, "KHC" },
	{ "York", 12, 10, "Y" },
	{ "North East Lincolnshire", 150, 18, "North East/Lincolnshire" },
	{ "Yorkshire and The Humber", 150, 18, "Yorkshire and/The Humber" },
	{ "Bath and North East Somerset, Swindon and Wiltshire", 90, 18, "BNESS" },
};

START_TEST(test_name)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct fixture *fixture = memory_take(1, sizeof *fixture);
	struct finding finding;
	struct map_area area = { .finding = &finding };
	struct text_lines lines;

	fixture_init(fixture);
	finding = fixture_missing(fixture_area(fixture, names[_i].name), MISSING_SMALL);
	lines = map_plan_name(
	    &arena, &fixture->release, &area, names[_i].tile, names[_i].size);
	for (size_t i = 0; i < lines.count; i++)
		buf_print(&got, "%s%.*s", i ? "/" : "", STR_ARG(lines.at[i]));
	ck_assert_msg(str_equal(buf_str(&got), str_of(names[_i].lines)), "%s: got %.*s",
	    names[_i].name, STR_ARG(buf_str(&got)));
	free(fixture);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("map plan");

	ADD_ROWS(tcase, test_name, names);
	return unit_run("draw map plan", tcase);
}
