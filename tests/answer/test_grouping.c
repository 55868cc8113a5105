#include "answer/grouping.h"

#include <math.h>

#include "../unit.h"
#include "answer/choices.h"
#include "answer/finding.h"
#include "answer/ranking.h"
#include "answer/rug.h"
#include "answer/spine.h"
#include "little.h"

#define NONE ((double)NAN)
#include "release/group.h"

#define NONE ((double)NAN)

static struct little little;

static void
set_up(void)
{
	little_start(&little);
	little.draft.indicators[ADMISSIONS].multiplier = 1000;
	little.draft.indicators[ADMISSIONS].interval = INTERVAL_BYAR;
}

static void
tear_down(void)
{
	little_done(&little);
}

static struct str
text(const char *s)
{
	return str_of(s);
}

/* The view of an address about a group. */
static struct view
resolve(const char *indicator, const char *area, const char *parent)
{
	const struct question question = {
		.indicator = text(indicator),
		.area = text(area),
		.parent = text(parent),
	};
	struct view view;
	struct lost lost;
	struct err err;

	ck_assert_msg(
	    view_resolve(&little.arena, &little.release, &question,
		VIEW_INDICATOR | VIEW_TYPE | (*area ? VIEW_AREA : VIEW_PARENT), &view,
		&lost, &err),
	    "%s", err.text);
	return view;
}

static struct finding
look_up(const struct view *view, uint32_t area, uint32_t period)
{
	struct finding finding;
	struct err err;

	ck_assert(finding_look_up(
	    view->release, &view->variant, view->type, area, period, &finding, &err));
	return finding;
}

static const struct {
	const char *name, *asked, *normal;
} spellings[] = {
	{ "one area", "E10000001", "E10000001" },
	{ "a name with a comma", "Herefordshire, County of",
	    "Herefordshire, County of" },
	{ "two areas", "E10000002+E10000001", "E10000001+E10000002" },
	{ "by spaces and commas", "E10000002 E10000001,E10000003",
	    "E10000001+E10000002+E10000003" },
	{ "one twice", "E10000002+E10000001+E10000002", "E10000001+E10000002" },
	{ "the same area only", "E10000001+E10000001", "E10000001" },
	{ "what is taken out comes last", "-E10000001+E12000001",
	    "E12000001+-E10000001" },
	{ "a group of the profile", "llr+E10000001", "E10000001+llr" },
	{ "nothing but signs", "+ +,", "+ +," },
};

START_TEST(test_spelling)
{
	struct str normal = grouping_normal(&little.arena, text(spellings[_i].asked));

	ck_assert_msg(str_equal(normal, text(spellings[_i].normal)), "%s: %.*s",
	    spellings[_i].name, STR_ARG(normal));
	ck_assert(str_equal(grouping_normal(&little.arena, normal), normal));
}
END_TEST

/* Who is in it, under what name; or why there is none. */
static const struct {
	const char *name, *asked, *type, *code, *called, *reason;
	uint32_t first, count;
} groups[] = {
	{ "two areas", "e10000002+E10000001", "", "E10000001+E10000002",
	    "Area 10 and Millfield", NULL, MILLFIELD, 2 },
	{ "two regions", "E12000001+E12000002", "", "E12000001+E12000002",
	    "North and South", NULL, NORTH, 2 },
	{ "two regions, as counties", "E12000001+E12000002", "county-ua",
	    "E12000001+E12000002", "North and South", NULL, MILLFIELD, 6 },
	{ "a region without a county", "E12000001+-E10000003", "",
	    "E12000001+-E10000003", "North without Area 2", NULL, MILLFIELD, 2 },
	{ "a region and a county elsewhere", "E12000001+E10000004", "",
	    "E10000004+E12000001", "North and Zedton", NULL, MILLFIELD, 4 },
	{ "all without a county", "E92000001+-E10000001", "", "E92000001+-E10000001",
	    "England without Millfield", NULL, AREA_10, 5 },
	{ "many are counted", "E10000001+E10000002+E10000003+E10000004+E10000005", "",
	    "E10000001+E10000002+E10000003+E10000004+E10000005",
	    "Area 10, Area 2, Ashby and 2 others", NULL, MILLFIELD, 5 },
	{ "a county and its region", "E12000001+E10000001", "", NULL, NULL,
	    "Millfield is part of North and would be counted twice.", 0, 0 },
	{ "a ward and its county", "E05000001+E10000001", "", NULL, NULL,
	    "Ward 1 is part of Millfield and would be counted twice.", 0, 0 },
	{ "all and a part", "E92000001+E12000001", "", NULL, NULL,
	    "North is part of England and would be counted twice.", 0, 0 },
	{ "of two kinds", "E05000001+E10000002", "", NULL, NULL,
	    "They are not areas of one kind.", 0, 0 },
	{ "not in what it is taken from", "E12000001+-E10000004", "", NULL, NULL,
	    "Zedton is not part of what it is taken from.", 0, 0 },
	{ "one left", "E12000002+-E10000004+-E10000005", "", NULL, NULL,
	    "A group has 2 to 512 areas, and this one has 1.", 0, 0 },
	{ "none left", "E12000001+-E12000001", "", NULL, NULL, "Nothing is left of it.",
	    0, 0 },
};

START_TEST(test_group)
{
	const struct question question = { .area = text(groups[_i].asked),
		.type = text(groups[_i].type) };
	struct view view;
	struct lost lost;
	struct err err;

	little_open(&little);
	if (groups[_i].reason) {
		ck_assert(!view_resolve(&little.arena, &little.release, &question,
		    VIEW_AREA, &view, &lost, &err));
		ck_assert_msg(str_equal(lost.reason, text(groups[_i].reason)), "%.*s",
		    STR_ARG(lost.reason));
		ck_assert_str_eq(lost.parameter, "area");
		return;
	}
	ck_assert_msg(view_resolve(&little.arena, &little.release, &question, VIEW_AREA,
			  &view, &lost, &err),
	    "%s", err.text);

	const struct group *group = release_group(view.release, view.area);
	ck_assert_ptr_nonnull(group);
	ck_assert_uint_eq(group->count, groups[_i].count);
	for (uint32_t i = 0; i < group->count; i++)
		ck_assert_uint_eq(group->members[i], groups[_i].first + i);
	ck_assert_msg(str_equal(group->code, text(groups[_i].code)), "%.*s",
	    STR_ARG(group->code));
	ck_assert_msg(str_equal(group->name, text(groups[_i].called)), "%.*s",
	    STR_ARG(group->name));
	ck_assert_uint_eq(release_area(view.release, group->code), view.area);
}
END_TEST

/* A region and a county that is not there: the nearest in its place. */
START_TEST(test_unknown)
{
	const struct question question = { .benchmark = text("E1000001+E10000002") };
	struct view view;
	struct lost lost;
	struct err err;

	little_open(&little);
	ck_assert(!view_resolve(
	    &little.arena, &little.release, &question, 0, &view, &lost, &err));
	ck_assert_str_eq(lost.parameter, "benchmark");
	ck_assert(str_equal(lost.nearest_value, text("E10000001+E10000002")));
}
END_TEST

START_TEST(test_too_many_parts)
{
	struct str asked = text("E10000001");
	struct question question;
	struct view view;
	struct lost lost;
	struct err err;

	little_open(&little);
	for (int i = 0; i < GROUPING_PARTS; i++)
		asked = str_print(&little.arena, "%.*s+E1%07d", STR_ARG(asked), i);
	question = (struct question){ .area = asked };
	ck_assert(!view_resolve(
	    &little.arena, &little.release, &question, 0, &view, &lost, &err));
	ck_assert(str_equal(lost.reason, text("It has too many parts.")));
}
END_TEST

START_TEST(test_proportion)
{
	struct interval at95, at998;
	struct finding finding;
	struct view view;
	struct err err;

	little_open(&little);
	view = resolve("90001", "E10000001+E10000002", "");
	ck_assert_uint_eq(view.type, TYPE_COUNTY);
	ck_assert_uint_eq(view.parent, NORTH);
	finding = look_up(&view, view.area, Y2018);
	/* 20 % and 24.5 % of 10,000 each. */
	ck_assert(finding.figure.missing == MISSING_NOT);
	ck_assert_double_eq_tol(finding.figure.count, 4450, 1e-9);
	ck_assert_double_eq_tol(finding.figure.denominator, 20000, 1e-9);
	ck_assert_double_eq_tol(finding.figure.value, 22.25, 1e-12);
	ck_assert(interval_proportion(4450, 20000, 100, 0.95, &at95, &err));
	ck_assert(interval_proportion(4450, 20000, 100, 0.998, &at998, &err));
	ck_assert_double_eq_tol(finding.figure.lower95, at95.lower, 1e-12);
	ck_assert_double_eq_tol(finding.figure.upper95, at95.upper, 1e-12);
	ck_assert_double_eq_tol(finding.figure.lower998, at998.lower, 1e-12);
	ck_assert_double_eq_tol(finding.figure.upper998, at998.upper, 1e-12);
	ck_assert_uint_eq(finding.figure.line, 0);
}
END_TEST

/* 8 of 1,000 and 13 of 2,000, per 1,000. */
static void
put_rates(void)
{
	struct figure a = little_value(8, 1, 2), b = little_value(6.5, 1, 2);

	a.count = 8;
	a.denominator = 1000;
	b.count = 13;
	b.denominator = 2000;
	little_put(&little, ADMISSIONS_COUNTY, MILLFIELD, Y2013_15, a);
	little_put(&little, ADMISSIONS_COUNTY, AREA_10, Y2013_15, b);
}

START_TEST(test_rate)
{
	struct interval at95;
	struct finding finding;
	struct view view;
	struct err err;

	put_rates();
	little_open(&little);
	view = resolve("90002", "E10000001+E10000002", "");
	finding = look_up(&view, view.area, Y2013_15);
	ck_assert_double_eq_tol(finding.figure.value, 7, 1e-12);
	ck_assert(interval_rate(21, 3000, 1000, 0.95, &at95, &err));
	ck_assert_double_eq_tol(finding.figure.lower95, at95.lower, 1e-12);
	ck_assert_double_eq_tol(finding.figure.upper95, at95.upper, 1e-12);
}
END_TEST

START_TEST(test_plain_count)
{
	struct finding finding;
	struct view view;

	little.draft.indicators[WELLBEING].value_type = VALUE_COUNT;
	little_open(&little);
	view = resolve("90003", "E10000001+E10000002+E10000003", "");
	finding = look_up(&view, view.area, Y2018);
	ck_assert_double_eq(finding.figure.value, 1 + 2 + 3);
	ck_assert(isnan(finding.figure.lower95));
}
END_TEST

/* What is put into a cell of Millfield, and what follows for the group. */
static const struct {
	const char *name, *indicator;
	uint32_t series, period;
	double value, count, denominator;
	enum missing missing, wanted;
} refusals[] = {
	{ "a mean", "90003", WELLBEING_COUNTY, Y2018, 1, 1, 1, MISSING_NOT,
	    MISSING_GROUP_KIND },
	{ "a standardised rate", "90004", CARE_COUNTY, Y2018, 1, 1, 100, MISSING_NOT,
	    MISSING_GROUP_STANDARDISED },
	{ "a rate without counts", "90002", ADMISSIONS_COUNTY, Y2013_15, 80, NONE, NONE,
	    MISSING_NOT, MISSING_GROUP_COUNTS },
	{ "a hidden member", "90001", SMOKING_COUNTY, Y2018, NONE, NONE, NONE,
	    MISSING_SUPPRESSED, MISSING_GROUP_REFUSED },
	{ "a hidden value beside its count", "90001", SMOKING_COUNTY, Y2018, NONE, 3,
	    10000, MISSING_SUPPRESSED, MISSING_GROUP_PART },
	{ "a member without a row", "90001", SMOKING_COUNTY, Y2018, NONE, NONE, NONE,
	    MISSING_NO_ROW, MISSING_GROUP_PART },
	{ "a value that is no quotient", "90001", SMOKING_COUNTY, Y2018, 66, 2000,
	    10000, MISSING_NOT, MISSING_GROUP_DIFFERENT },
	{ "a value printed whole", "90001", SMOKING_COUNTY, Y2018, 20, 1957, 10000,
	    MISSING_NOT, MISSING_NOT },
};

START_TEST(test_refusal)
{
	struct figure figure = {
		.value = refusals[_i].value,
		.lower95 = NONE,
		.upper95 = NONE,
		.lower998 = NONE,
		.upper998 = NONE,
		.count = refusals[_i].count,
		.denominator = refusals[_i].denominator,
		.missing = refusals[_i].missing,
		.source = RELEASE_NONE,
	};
	struct finding finding;
	struct view view;

	little_put(
	    &little, refusals[_i].series, MILLFIELD, refusals[_i].period, figure);
	little_open(&little);
	view = resolve(refusals[_i].indicator, "E10000001+E10000002", "");
	finding = look_up(&view, view.area, refusals[_i].period);
	ck_assert_int_eq(finding.figure.missing, refusals[_i].wanted);
	ck_assert_int_eq(
	    isnan(finding.figure.value), refusals[_i].wanted != MISSING_NOT);
	if (refusals[_i].wanted != MISSING_NOT)
		ck_assert(isnan(finding.figure.count) &&
			  isnan(finding.figure.denominator) &&
			  isnan(finding.figure.lower95));
}
END_TEST

START_TEST(test_modelled)
{
	struct view view;

	little.draft.indicators[SMOKING].modelled = true;
	little_open(&little);
	view = resolve("90001", "E10000001+E10000002", "");
	ck_assert_int_eq(
	    look_up(&view, view.area, Y2018).figure.missing, MISSING_GROUP_MODELLED);
}
END_TEST

/* Zero of zero people has no value, and no division by it. */
START_TEST(test_nobody)
{
	struct figure nobody = little_missing(MISSING_NO_DENOMINATOR);
	struct view view;

	little_put(&little, SMOKING_COUNTY, MILLFIELD, Y2018, nobody);
	little_put(&little, SMOKING_COUNTY, AREA_10, Y2018, nobody);
	little_open(&little);
	view = resolve("90001", "E10000001+E10000002", "");
	ck_assert_int_eq(
	    look_up(&view, view.area, Y2018).figure.missing, MISSING_GROUP_PART);
}
END_TEST

/* The group's areas are what is compared, and the group is not one of them. */
START_TEST(test_parent)
{
	struct ranking ranking;
	struct view view;
	struct err err;
	struct rug rug;

	little_open(&little);
	view = resolve("90001", "", "E10000001+E10000002");
	ck_assert(ranking_ask(&little.arena, &view, &ranking, &err));
	ck_assert_uint_eq(ranking.area_count, 2);
	ck_assert_double_eq_tol(ranking.parent.figure.value, 22.25, 1e-12);
	ck_assert(ranking.parent.verdict == VERDICT_BETTER);
	ck_assert(rug_ask(&little.arena, &view, &rug, &err));
	ck_assert_uint_eq(rug.area_count, 2);
	ck_assert_uint_eq(rug.rows[0].parent.area, view.parent);
}
END_TEST

START_TEST(test_benchmark)
{
	const struct question question = { .indicator = text("90001"),
		.type = text("county-ua"),
		.parent = text("all"),
		.benchmark = text("E10000001+E10000002") };
	struct ranking ranking;
	struct view view;
	struct lost lost;
	struct err err;

	little_open(&little);
	ck_assert(view_resolve(&little.arena, &little.release, &question,
	    VIEW_INDICATOR | VIEW_TYPE | VIEW_PARENT, &view, &lost, &err));
	ck_assert(ranking_ask(&little.arena, &view, &ranking, &err));
	ck_assert_uint_eq(ranking.area_count, 6);
	/* 22.25 %: Millfield's 19 to 21 is below, Area 2's 24 to 26 above. */
	for (uint32_t i = 0; i < ranking.area_count; i++) {
		if (ranking.areas[i].area == MILLFIELD)
			ck_assert(ranking.areas[i].verdict == VERDICT_BETTER);
		if (ranking.areas[i].area == AREA_2)
			ck_assert(ranking.areas[i].verdict == VERDICT_WORSE);
	}
}
END_TEST

/* Trends of a group are tested like any other. */
START_TEST(test_trend)
{
	struct finding finding;
	struct view view;
	struct err err;

	little_open(&little);
	view = resolve("90001", "E10000001+E10000003", "");
	finding = look_up(&view, view.area, Y2018);
	ck_assert(finding_trend(view.release, &finding, &err));
	ck_assert_int_eq(finding.trend.reason, TREND_REASON_NONE);
}
END_TEST

/* A place on the scale of the areas of its type, which it does not stretch. */
START_TEST(test_spine)
{
	struct view view;
	struct spine spine;
	struct err err;

	little_open(&little);
	view = resolve("90001", "E10000001+E10000002", "");
	view.domain = NEED;
	ck_assert(spine_ask(&little.arena, &view, &spine, &err));
	ck_assert_uint_eq(spine.rows[0].values, 5);
	ck_assert(spine.rows[0].at_area > 0 && spine.rows[0].at_area < 1);
	ck_assert_uint_eq(spine.rows[0].parent.area, NORTH);
}
END_TEST

START_TEST(test_choices)
{
	struct choices areas, benchmarks;
	struct view view;

	little_open(&little);
	view = resolve("90001", "E10000001+E10000002", "");
	areas = choices_areas(&little.arena, &view);
	ck_assert_uint_eq(areas.count, 7);
	ck_assert(areas.at[0].chosen);
	ck_assert(str_equal(areas.at[0].value, text("E10000001+E10000002")));
	benchmarks = choices_benchmarks(&little.arena, &view);
	ck_assert_uint_eq(benchmarks.count, 3);
}
END_TEST

/* Millfield's neighbours are Area 10 and Area 2; the profile has a group of its own. */
static void
put_neighbours(void)
{
	static struct release_neighbour neighbours[] = {
		{ 0, MILLFIELD, AREA_2, 1, 0.5 },
		{ 0, MILLFIELD, AREA_10, 2, 0.75 },
	};
	static struct draft_kind kind = { .slug = STR_IN_TABLE("alike"),
		.name = STR_IN_TABLE("Statistical neighbours"),
		.measured = true };
	static uint32_t areas[] = { MILLFIELD, ZEDTON };
	static struct draft_group group = {
		.code = STR_IN_TABLE("pair"),
		.name = STR_IN_TABLE("The pair"),
		.areas = areas,
		.count = 2,
	};

	little.draft.neighbours = neighbours;
	little.draft.neighbour_count = 2;
	little.draft.kinds = &kind;
	little.draft.kind_count = 1;
	little.draft.groups = &group;
	little.draft.group_count = 1;
}

static const struct {
	const char *name, *asked, *code, *called;
	uint32_t members, listed;
} alike[] = {
	{ "neighbours", "E10000001~alike", "E10000001~alike",
	    "Millfield\u2019s statistical neighbours", 2, 3 },
	{ "case does not matter", "e10000001~ALIKE", "E10000001~alike",
	    "Millfield\u2019s statistical neighbours", 2, 3 },
	{ "with the area itself", "E10000001~alike+E10000001",
	    "E10000001+E10000001~alike",
	    "Millfield and Millfield\u2019s statistical neighbours", 3, 3 },
	{ "less one", "E10000001~alike+-E10000002+E10000004",
	    "E10000001~alike+E10000004+-E10000002",
	    "Millfield\u2019s statistical neighbours and Zedton without Area 10", 2,
	    2 },
	{ "a named group", "pair", "pair", "The pair", 2, 2 },
	{ "and another area", "pair+E10000002", "E10000002+pair",
	    "Area 10 and The pair", 3, 3 },
};

START_TEST(test_alike)
{
	struct view view;

	put_neighbours();
	little_open(&little);
	view = resolve("90001", alike[_i].asked, "");

	const struct group *group = release_group(view.release, view.area);
	ck_assert_ptr_nonnull(group);
	ck_assert_uint_eq(group->count, alike[_i].members);
	ck_assert_uint_eq(group->listed_count, alike[_i].listed);
	ck_assert_msg(
	    str_equal(group->code, text(alike[_i].code)), "%.*s", STR_ARG(group->code));
	ck_assert_msg(str_equal(group->name, text(alike[_i].called)), "%.*s",
	    STR_ARG(group->name));
}
END_TEST

static const struct {
	const char *name, *asked, *what, *nearest, *reason;
} unlike[] = {
	{ "a kind that is not there", "E10000001~alikes", "kind of similar areas",
	    "E10000001~alike", "" },
	{ "nobody is like it", "E10000004~alike", "group of areas", "",
	    "Zedton\u2019s statistical neighbours are not known." },
	{ "of an area that is not there", "E1000001~alike", "area", "E10000001~alike",
	    "" },
	{ "of a group", "pair~alike+E10000002", "group of areas", "",
	    "Only a single area has others that are like it." },
	{ "an area that is its own neighbour's neighbour", "E10000001~alike+E10000003",
	    "group of areas", "",
	    "Area 2 is part of Millfield\u2019s statistical neighbours and would be "
	    "counted twice." },
};

START_TEST(test_unlike)
{
	const struct question question = { .area = text(unlike[_i].asked) };
	struct view view;
	struct lost lost;
	struct err err;

	put_neighbours();
	little_open(&little);
	ck_assert(!view_resolve(
	    &little.arena, &little.release, &question, VIEW_AREA, &view, &lost, &err));
	ck_assert_str_eq(lost.what, unlike[_i].what);
	ck_assert(str_equal(lost.nearest_value, text(unlike[_i].nearest)));
	ck_assert_msg(str_equal(lost.reason, text(unlike[_i].reason)), "%.*s",
	    STR_ARG(lost.reason));
}
END_TEST

/* Side by side with the area they are like, and compared with them alone. */
START_TEST(test_alike_parent)
{
	struct ranking ranking;
	struct view view;
	struct err err;

	put_neighbours();
	little_open(&little);
	view = resolve("90001", "", "E10000001~alike");
	ck_assert(ranking_ask(&little.arena, &view, &ranking, &err));
	ck_assert_uint_eq(ranking.area_count, 3);
	/* 24.5 % and 25 % of 10,000 each. */
	ck_assert_double_eq_tol(ranking.parent.figure.value, 24.75, 1e-12);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("grouping");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	ADD_ROWS(tcase, test_spelling, spellings);
	ADD_ROWS(tcase, test_group, groups);
	tcase_add_test(tcase, test_unknown);
	tcase_add_test(tcase, test_too_many_parts);
	tcase_add_test(tcase, test_proportion);
	tcase_add_test(tcase, test_rate);
	tcase_add_test(tcase, test_plain_count);
	ADD_ROWS(tcase, test_refusal, refusals);
	tcase_add_test(tcase, test_modelled);
	tcase_add_test(tcase, test_nobody);
	tcase_add_test(tcase, test_parent);
	tcase_add_test(tcase, test_benchmark);
	tcase_add_test(tcase, test_trend);
	tcase_add_test(tcase, test_spine);
	tcase_add_test(tcase, test_choices);
	ADD_ROWS(tcase, test_alike, alike);
	ADD_ROWS(tcase, test_unlike, unlike);
	tcase_add_test(tcase, test_alike_parent);
	return unit_run("grouping", tcase);
}
