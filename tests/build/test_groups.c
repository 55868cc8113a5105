#include "build/build.h"

#include <math.h>

#include "../unit.h"
#include "folder_of.h"

/* One region of four counties, of which one has two districts; two indicators, of which
 * the second has no figure for the last county. */
#define HEADER                                                                         \
	"Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area "          \
	"Name,Area "                                                                   \
	"Type,Sex,Age,Time period,Value,Count,Denominator\n"
#define ROW(indicator, parent, area, type, value, of)                                  \
#indicator ",Indicator " #indicator ",E" #parent ",Above,E" #area              \
		   ",Area " #area "," type ",Persons,5 yrs,2015," value "," value      \
		   "," of "\n"
#define COUNTY(indicator, area, value, of)                                             \
	ROW(indicator, 12000001, area, "County & UA", value, of)

static const char figures[] = HEADER ROW(1, 92000001, 12000001, "Region", "20", "100")
    COUNTY(1, 10000001, "10", "100") COUNTY(1, 10000002, "20", "100")
	COUNTY(1, 10000003, "40", "100") COUNTY(1, 10000004, "80", "100")
	    COUNTY(2, 10000001, "1", "100") COUNTY(2, 10000002, "1", "100")
		COUNTY(2, 10000003, "2", "100")
		    ROW(1, 10000001, 07000001, "District", "5", "50")
			ROW(1, 10000001, 07000002, "District", "5", "50");

static const struct {
	const char *name, *yaml, *csv, *wanted;
} cases[] = {
	{ "by code and by name",
	    "groups:\n- name: The two\n  areas: [E10000002, area 10000001]\n", NULL,
	    "the-two 'The two': E10000001 E10000002\n" },
	{ "with a slug, less one",
	    "groups:\n- {name: Less, slug: less, areas: [E12000001], without: "
	    "[E10000004]}\n",
	    NULL, "less 'Less': E10000001 E10000002 E10000003\n" },
	{ "all less one",
	    "groups:\n- {name: Rest, areas: [E92000001], without: [E10000004]}\n", NULL,
	    "rest 'Rest': E10000001 E10000002 E10000003\n" },
	{ "an unknown area, with the nearest",
	    "groups:\n- name: A\n  areas: [E10000001, E1000002]\n", NULL,
	    "tartan.yaml:3:22: fault: no area 'E1000002' in the figures; wanted a code "
	    "or a name; is 'E10000002' meant?\n" },
	{ "a district and its county",
	    "groups:\n- name: A\n  areas: [E10000001, E07000001]\n", NULL,
	    "tartan.yaml:2:9: fault: no group 'A': Area 07000001 is part of Area "
	    "10000001 and would be counted twice; wanted 2 to 512 areas of one kind, "
	    "none part of another\n" },
	{ "of two kinds", "groups:\n- name: A\n  areas: [E10000002, E07000001]\n", NULL,
	    "tartan.yaml:2:9: fault: no group 'A': its areas are not of one kind; "
	    "wanted 2 to 512 areas of one kind, none part of another\n" },
	{ "one area", "groups:\n- name: A\n  areas: [E10000002]\n", NULL,
	    "tartan.yaml:2:9: fault: no group 'A': it has 1 areas; wanted 2 to 512 "
	    "areas of one kind, none part of another\n" },
	{ "two of one slug",
	    "groups:\n- {name: A, areas: [E10000001, E10000002]}\n- {name: a, areas: "
	    "[E10000001, E10000003]}\n",
	    NULL,
	    "a 'A': E10000001 E10000002\n"
	    "tartan.yaml:3:10: fault: 'a' means something else in addresses already; "
	    "wanted another 'slug' for the group 'a'\n" },
	{ "keys that are none",
	    "groups:\n- {name: A, area: [E10000001]}\nsimilar:\n- {name: B, "
	    "neighbours: many}\n",
	    NULL,
	    "tartan.yaml:2:3: fault: the key 'areas' is missing here\n"
	    "tartan.yaml:2:13: fault: unknown key 'area', the nearest is 'areas'\n"
	    "tartan.yaml:4:3: fault: the key 'indicators' is missing here\n"
	    "tartan.yaml:4:25: fault: 'neighbours' is 'many', wanted a whole number "
	    "from 1 to 100\n" },
	{ "a list of neighbours", "title: x\n",
	    "Area Code,Neighbour Code,Kind\nE10000001,E10000003,CIPFA\n"
	    "E10000001,E10000002,CIPFA\nE10000001,E99999999,CIPFA\n",
	    "cipfa 'CIPFA neighbours': From the list \"n.csv\".\n"
	    "E10000001 1 E10000003 -\nE10000001 2 E10000002 -\n" },
	{ "neighbours by distance: 10, 20, 40 and 80 have a deviation of 26.81",
	    "similar:\n- {name: Alike, indicators: [1], neighbours: 2}\n", NULL,
	    "alike 'Alike': Found by the standardised distance over these figures, "
	    "each counting in its own standard deviations: Indicator 1, 2015.\n"
	    "E10000001 1 E10000002 0.373\nE10000001 2 E10000003 1.119\n"
	    "E10000002 1 E10000001 0.373\nE10000002 2 E10000003 0.746\n"
	    "E10000003 1 E10000002 0.746\nE10000003 2 E10000001 1.119\n"
	    "E10000004 1 E10000003 1.492\nE10000004 2 E10000002 2.238\n" },
	{ "an area that lacks a figure is left out and named",
	    "similar:\n- {name: Alike, indicators: [2], neighbours: 1, area type: "
	    "county-ua, populations: [2]}\n",
	    NULL,
	    "alike 'Alike': Found by the standardised distance over these figures, "
	    "each counting in its own standard deviations: Indicator 2, 2015; the "
	    "denominator of Indicator 2, 2015. Left out: Area 10000004\n"
	    "E10000001 1 E10000002 0.000\nE10000002 1 E10000001 0.000\n"
	    "E10000003 1 E10000001 2.121\n" },
	{ "an unknown indicator", "similar:\n- {name: Alike, indicators: [11]}\n", NULL,
	    "tartan.yaml:2:30: fault: no indicator '11' in the figures; wanted one "
	    "that areas can be alike in; is '1' meant?\n" },
	{ "an unknown area type",
	    "similar:\n- {name: Alike, indicators: [1], area type: Parish}\n", NULL,
	    "tartan.yaml:2:45: fault: no area type 'Parish' in the figures; wanted one "
	    "that has areas to compare\n" },
	{ "no type has all of them",
	    "similar:\n- {name: Alike, indicators: [2], area type: District}\n", NULL,
	    "tartan.yaml:2:45: fault: no figures of all these indicators for one kind "
	    "of area; wanted some that have them all\n" },
};

static struct str
code(const struct draft *draft, uint32_t area)
{
	return draft->areas[area].code;
}

static void
print_groups(struct buf *out, const struct draft *draft)
{
	for (uint32_t i = 0; i < draft->group_count; i++) {
		const struct draft_group *group = &draft->groups[i];
		buf_print(
		    out, "%.*s '%.*s':", STR_ARG(group->code), STR_ARG(group->name));
		for (uint32_t a = 0; a < group->count; a++)
			buf_print(out, " %.*s", STR_ARG(code(draft, group->areas[a])));
		buf_add_char(out, '\n');
	}
}

static void
print_neighbours(struct buf *out, const struct draft *draft)
{
	for (uint32_t i = 0; i < draft->kind_count; i++) {
		const struct draft_kind *kind = &draft->kinds[i];
		buf_print(out, "%.*s '%.*s': %.*s%s%.*s\n", STR_ARG(kind->slug),
		    STR_ARG(kind->name), STR_ARG(kind->basis),
		    kind->left_out.len ? " Left out: " : "", STR_ARG(kind->left_out));
	}
	for (uint32_t i = 0; i < draft->neighbour_count; i++) {
		const struct release_neighbour *n = &draft->neighbours[i];
		buf_print(out, "%.*s %u %.*s ", STR_ARG(code(draft, n->area)), n->rank,
		    STR_ARG(code(draft, n->neighbour)));
		if (isnan(n->distance))
			buf_add(out, STR("-\n"));
		else
			buf_print(out, "%.3f\n", n->distance);
	}
}

START_TEST(test_case)
{
	AUTO_BUF got = { 0 };
	struct folder_of folder;
	struct build build;
	struct err err;
	bool fine;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "a.csv", str_of(figures));
	folder_of_add(&folder, "tartan.yaml", str_of(cases[_i].yaml));
	if (cases[_i].csv)
		folder_of_add(&folder, "n.csv", str_of(cases[_i].csv));
	fine = build_read(&build, folder.path, 1, &err);
	print_groups(&got, &build.draft);
	print_neighbours(&got, &build.draft);
	folder_of_print(&got, &build.report);
	ck_assert_msg(str_equal(buf_str(&got), str_of(cases[_i].wanted)), "%s:\n%.*s",
	    cases[_i].name, STR_ARG(buf_str(&got)));
	ck_assert(fine == !build.report.faults);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Counts of 1 and 2 are hidden by the rule, and so is how far they are apart. */
START_TEST(test_hidden)
{
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "a.csv", str_of(figures));
	folder_of_add(&folder, "tartan.yaml",
	    STR("similar:\n- {name: Alike, indicators: [2], neighbours: 1}\n"));
	folder_of_add(&folder, "definitions.yaml",
	    STR("indicators:\n  2:\n    disclosure: {small: 1-4}\n"));
	folder_of_read(&folder, &build, 1);
	ck_assert_uint_eq(build.draft.kind_count, 1);
	ck_assert_uint_eq(build.draft.neighbour_count, 0);
	ck_assert(str_has(build.draft.kinds[0].left_out, STR("Area 10000001")));
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Figures made of counts have no name but that of their definition. */
START_TEST(test_names_of_counts)
{
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "counts.csv",
	    STR("code,year,cases,of\nE07000001,2019,5,100\nE07000002,2019,9,100\n"));
	folder_of_add(&folder, "tartan.yaml",
	    STR("similar:\n- {name: Alike, indicators: [seen], populations: [seen],\n"
		"   neighbours: 1}\n"));
	folder_of_add(&folder, "definitions.yaml",
	    STR("tables:\n- file: counts.csv\n"
		"  columns: {area: code, period: year}\n  makes:\n"
		"  - {indicator: seen, method: proportion, count: cases,\n"
		"     denominator: of}\n"
		"indicators:\n  seen: {name: Children seen}\n"));
	folder_of_read(&folder, &build, 1);
	ck_assert_uint_eq(build.draft.kind_count, 1);
	ck_assert_msg(
	    str_has(build.draft.kinds[0].basis,
		STR("Children seen, 2019; the denominator of Children seen, 2019")),
	    "%.*s", STR_ARG(build.draft.kinds[0].basis));
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("groups");

	ADD_ROWS(tcase, test_case, cases);
	tcase_add_test(tcase, test_hidden);
	tcase_add_test(tcase, test_names_of_counts);
	return unit_run("groups", tcase);
}
