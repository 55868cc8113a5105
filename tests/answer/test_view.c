#include "answer/view.h"

#include "../unit.h"
#include "little.h"

static struct little little;

static void
set_up(void)
{
	little_start(&little);
	little_open(&little);
}

static void
tear_down(void)
{
	little_done(&little);
}

enum {
	OVERVIEW = VIEW_DOMAIN | VIEW_TYPE | VIEW_PARENT,
	COMPARE = VIEW_INDICATOR | VIEW_TYPE | VIEW_PARENT | VIEW_PERIOD,
	PROFILE = VIEW_AREA | VIEW_TYPE,
	TRENDS = VIEW_INDICATOR | VIEW_AREA | VIEW_TYPE,
	NO = -1
};

/* What an address like a server sees it means; NO: none. */
static const struct {
	const char *name;
	unsigned needs;
	struct question question;
	int domain, indicator, sex, age, category, type, parent, area, benchmark,
	    period;
} views[] = {
	{ "overview", OVERVIEW, { .sort = { "", 0 } }, NEED, NO, NO, NO, NO,
	    TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "overview of a domain", OVERVIEW, { .domain = { "services", 8 } }, SERVICES,
	    NO, NO, NO, NO, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "case does not matter", OVERVIEW, { .domain = { "SERVICES", 8 } }, SERVICES,
	    NO, NO, NO, NO, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "more areas than go together: the first parent", OVERVIEW,
	    { .domain = { "services", 8 }, .type = { "ward", 4 } }, SERVICES, NO, NO,
	    NO, NO, TYPE_WARD, MILLFIELD, NO, ENGLAND, NO },
	{ "all of them", OVERVIEW, { .type = { "ward", 4 }, .parent = { "all", 3 } },
	    NEED, NO, NO, NO, NO, TYPE_WARD, NO, NO, ENGLAND, NO },
	{ "the root as parent means all", OVERVIEW,
	    { .type = { "ward", 4 }, .parent = { "E92000001", 9 } }, NEED, NO, NO, NO,
	    NO, TYPE_WARD, NO, NO, ENGLAND, NO },
	{ "a parent", OVERVIEW, { .parent = { "E12000002", 9 } }, NEED, NO, NO, NO, NO,
	    TYPE_COUNTY, SOUTH, NO, ENGLAND, NO },
	{ "a parent of another type gives way", OVERVIEW,
	    { .type = { "region", 6 }, .parent = { "E12000002", 9 } }, NEED, NO, NO, NO,
	    NO, TYPE_REGION, NO, NO, ENGLAND, NO },
	{ "the parent of the area", OVERVIEW, { .area = { "E10000004", 9 } }, NEED, NO,
	    NO, NO, NO, TYPE_COUNTY, SOUTH, ZEDTON, ENGLAND, NO },
	{ "having been in England", OVERVIEW, { .area = { "E92000001", 9 } }, NEED, NO,
	    NO, NO, NO, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "compared with the parent", OVERVIEW,
	    { .parent = { "E12000002", 9 }, .benchmark = { "parent", 6 } }, NEED, NO,
	    NO, NO, NO, TYPE_COUNTY, SOUTH, NO, SOUTH, NO },
	{ "each with its own", OVERVIEW, { .benchmark = { "parent", 6 } }, NEED, NO, NO,
	    NO, NO, TYPE_COUNTY, NO, NO, NO, NO },
	{ "with another area", OVERVIEW, { .benchmark = { "e10000001", 9 } }, NEED, NO,
	    NO, NO, NO, TYPE_COUNTY, NO, NO, MILLFIELD, NO },

	{ "compare", COMPARE, { .sort = { "", 0 } }, NO, SMOKING, SEX_PERSONS, AGE_16,
	    0, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "compare, a domain", COMPARE, { .domain = { "services", 8 } }, SERVICES,
	    WELLBEING, SEX_PERSONS, AGE_5_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "compare, a type without the first indicator", COMPARE,
	    { .domain = { "services", 8 }, .type = { "england", 7 } }, SERVICES, CARE,
	    SEX_PERSONS, AGE_UNDER_16, 0, TYPE_ENGLAND, NO, NO, ENGLAND, NO },
	{ "an indicator", COMPARE, { .indicator = { "90004", 5 } }, NO, CARE,
	    SEX_PERSONS, AGE_UNDER_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "an indicator of another domain", COMPARE,
	    { .indicator = { "90004", 5 }, .domain = { "identification-of-need", 22 } },
	    SERVICES, CARE, SEX_PERSONS, AGE_UNDER_16, 0, TYPE_COUNTY, NO, NO, ENGLAND,
	    NO },
	{ "a sex", COMPARE, { .indicator = { "90001", 5 }, .sex = { "female", 6 } }, NO,
	    SMOKING, SEX_FEMALE, AGE_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "a sex it has not", COMPARE,
	    { .indicator = { "90004", 5 }, .sex = { "female", 6 } }, NO, CARE,
	    SEX_PERSONS, AGE_UNDER_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "an age", COMPARE,
	    { .indicator = { "90004", 5 }, .age = { "under-16-yrs", 12 } }, NO, CARE,
	    SEX_PERSONS, AGE_UNDER_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "a category", COMPARE,
	    { .indicator = { "90004", 5 },
		.category = { "deprivation-deciles-least-deprived", 34 } },
	    NO, CARE, SEX_PERSONS, AGE_UNDER_16, CATEGORY_LEAST, TYPE_COUNTY, NO, NO,
	    ENGLAND, NO },
	{ "a category it has not", COMPARE,
	    { .indicator = { "90001", 5 },
		.category = { "deprivation-deciles-least-deprived", 34 } },
	    NO, SMOKING, SEX_PERSONS, AGE_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, NO },
	{ "a period", COMPARE, { .indicator = { "90001", 5 }, .period = { "2015", 4 } },
	    NO, SMOKING, SEX_PERSONS, AGE_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, Y2015 },
	{ "a rolling period", COMPARE,
	    { .indicator = { "90002", 5 }, .period = { "2015-17", 7 } }, NO, ADMISSIONS,
	    SEX_PERSONS, AGE_ALL, 0, TYPE_COUNTY, NO, NO, ENGLAND, Y2015_17 },
	{ "a rolling period as it is printed", COMPARE,
	    { .indicator = { "90002", 5 }, .period = { "2015 - 17", 9 } }, NO,
	    ADMISSIONS, SEX_PERSONS, AGE_ALL, 0, TYPE_COUNTY, NO, NO, ENGLAND,
	    Y2015_17 },
	{ "a period it has not: the nearest in time", COMPARE,
	    { .indicator = { "90002", 5 }, .period = { "2015", 4 } }, NO, ADMISSIONS,
	    SEX_PERSONS, AGE_ALL, 0, TYPE_COUNTY, NO, NO, ENGLAND, Y2014_16 },
	{ "a period before all it has", COMPARE,
	    { .indicator = { "90004", 5 }, .period = { "2013", 4 } }, NO, CARE,
	    SEX_PERSONS, AGE_UNDER_16, 0, TYPE_COUNTY, NO, NO, ENGLAND, Y2017 },

	{ "the profile of an area", PROFILE, { .area = { "E10000002", 9 } }, NO, NO, NO,
	    NO, NO, TYPE_COUNTY, NORTH, AREA_10, ENGLAND, NO },
	{ "of any area: the first by name", PROFILE, { .sort = { "", 0 } }, NO, NO, NO,
	    NO, NO, TYPE_COUNTY, NORTH, AREA_2, ENGLAND, NO },
	{ "below a parent", PROFILE, { .parent = { "E12000002", 9 } }, NO, NO, NO, NO,
	    NO, TYPE_COUNTY, SOUTH, ASHBY, ENGLAND, NO },
	{ "a parent that is not its own", PROFILE,
	    { .area = { "E10000002", 9 }, .parent = { "E12000002", 9 } }, NO, NO, NO,
	    NO, NO, TYPE_COUNTY, NORTH, AREA_10, ENGLAND, NO },
	{ "of a region", PROFILE, { .area = { "E12000001", 9 } }, NO, NO, NO, NO, NO,
	    TYPE_REGION, NO, NORTH, ENGLAND, NO },
	{ "of England", PROFILE, { .area = { "E92000001", 9 } }, NO, NO, NO, NO, NO,
	    TYPE_ENGLAND, NO, ENGLAND, ENGLAND, NO },
	{ "another type: the area above", PROFILE,
	    { .area = { "E10000002", 9 }, .type = { "region", 6 } }, NO, NO, NO, NO, NO,
	    TYPE_REGION, NO, NORTH, ENGLAND, NO },
	{ "another type: the first below", PROFILE,
	    { .area = { "E10000004", 9 }, .type = { "ward", 4 } }, NO, NO, NO, NO, NO,
	    TYPE_WARD, ZEDTON, WARD + 16, ENGLAND, NO },
	{ "another type: none above or below", PROFILE,
	    { .area = { "E12000001", 9 }, .type = { "ward", 4 } }, NO, NO, NO, NO, NO,
	    TYPE_WARD, MILLFIELD, WARD, ENGLAND, NO },
	{ "trends", TRENDS, { .indicator = { "90001", 5 }, .area = { "E12000001", 9 } },
	    NO, SMOKING, SEX_PERSONS, AGE_16, 0, TYPE_REGION, NO, NORTH, ENGLAND, NO },
	{ "trends of England: the type with the figures", TRENDS,
	    { .indicator = { "90002", 5 }, .area = { "E92000001", 9 } }, NO, ADMISSIONS,
	    SEX_PERSONS, AGE_ALL, 0, TYPE_ENGLAND, NO, ENGLAND, ENGLAND, NO },
	{ "nothing asked or needed", 0, { .sort = { "", 0 } }, NO, NO, NO, NO, NO, NO,
	    NO, NO, ENGLAND, NO },
};

static int
signed_of(uint32_t number)
{
	return number == RELEASE_NONE ? NO : (int)number;
}

START_TEST(test_resolve)
{
	AUTO_ARENA arena = { 0 };
	struct view view;
	struct lost lost;
	struct err err = { 0 };
	const char *name = views[_i].name;

	ck_assert_msg(view_resolve(&arena, &little.release, &views[_i].question,
			  views[_i].needs, &view, &lost, &err),
	    "%s: %s", name, err.text);

	const struct {
		const char *what;
		uint32_t got;
		int want;
	} parts[] = {
		{ "domain", view.domain, views[_i].domain },
		{ "indicator", view.variant.indicator, views[_i].indicator },
		{ "sex", view.variant.sex, views[_i].sex },
		{ "age", view.variant.age, views[_i].age },
		{ "category", view.variant.category, views[_i].category },
		{ "type", view.type, views[_i].type },
		{ "parent", view.parent, views[_i].parent },
		{ "area", view.area, views[_i].area },
		{ "benchmark", view.benchmark, views[_i].benchmark },
		{ "period", view.period, views[_i].period },
	};
	for (size_t i = 0; i < ROWS(parts); i++)
		ck_assert_msg(signed_of(parts[i].got) == parts[i].want,
		    "%s: %s is %d, not %d", name, parts[i].what,
		    signed_of(parts[i].got), parts[i].want);
}
END_TEST

static const struct {
	const char *name;
	unsigned needs;
	struct question question;
	const char *what, *parameter, *nearest, *value;
	const char *type; /* slug of a list to choose from, or NULL */
} losses[] = {
	{ "a misspelt domain", OVERVIEW, { .domain = { "servces", 7 } }, "domain",
	    "domain", "Services", "services", NULL },
	{ "an unheard-of domain", OVERVIEW, { .domain = { "zzzzzzzz", 8 } }, "domain",
	    "domain", "", "", NULL },
	{ "a mistyped indicator", COMPARE, { .indicator = { "9000", 4 } }, "indicator",
	    "indicator", "Smoking at age 16", "90001", NULL },
	{ "an indicator by its name", COMPARE, { .indicator = { "wellbeing", 9 } },
	    "indicator", "indicator", "Wellbeing", "90003", NULL },
	{ "a type", OVERVIEW, { .type = { "county", 6 } }, "area type", "type",
	    "County & UA", "county-ua", NULL },
	{ "an area by its name", PROFILE, { .area = { "milfield", 8 } }, "area", "area",
	    "Millfield", "E10000001", NULL },
	{ "an area's code", PROFILE, { .area = { "E1000001", 8 } }, "area", "area",
	    "Millfield", "E10000001", NULL },
	{ "an area's code that is whole", PROFILE, { .area = { "E10000009", 9 } },
	    "area with the code", "area", "", "", "county-ua" },
	{ "a code of another kind", PROFILE, { .area = { "w06000001", 9 } },
	    "area with the code", "area", "", "", NULL },
	{ "a parent's code", OVERVIEW, { .parent = { "E12000009", 9 } },
	    "area with the code", "parent", "", "", "region" },
	{ "a parent", OVERVIEW, { .parent = { "north", 5 } }, "parent area", "parent",
	    "North", "E12000001", NULL },
	{ "a benchmark", OVERVIEW, { .benchmark = { "England", 7 } },
	    "area to compare with", "benchmark", "England", "E92000001", NULL },
	{ "a sex", COMPARE, { .sex = { "females", 7 } }, "sex", "sex", "Female",
	    "female", NULL },
	{ "an age", OVERVIEW, { .age = { "5-15-yrs", 8 } }, "age", "age", "5-16 yrs",
	    "5-16-yrs", NULL },
	{ "an age that is another indicator's", COMPARE, { .age = { "5-15-yrs", 8 } },
	    "age", "age", "16 yrs", "16-yrs", NULL },
	{ "an age none is near to", COMPARE,
	    { .indicator = { "90004", 5 }, .age = { "zz", 2 } }, "age", "age", "", "",
	    NULL },
	{ "words of an indicator's name, one misspelt", COMPARE,
	    { .indicator = { "smokng at", 9 } }, "indicator", "indicator",
	    "Smoking at age 16", "90001", NULL },
	{ "a period before all", COMPARE,
	    { .indicator = { "90004", 5 }, .period = { "1999", 4 } }, "period",
	    "period", "2017", "2017", NULL },
	{ "a period after all", COMPARE,
	    { .indicator = { "90002", 5 }, .period = { "2022/23", 7 } }, "period",
	    "period", "2016 - 18", "2016-18", NULL },
	{ "a category", OVERVIEW,
	    { .category = { "deprivation-deciles-last-deprived", 33 } }, "category",
	    "category", "Least deprived", "deprivation-deciles-least-deprived", NULL },
	{ "a period that is none", OVERVIEW, { .period = { "2015-1y", 7 } }, "period",
	    "period", "2015 - 17", "2015-17", NULL },
	{ "a very long name", OVERVIEW,
	    { .domain = { "services services services services services services "
			  "services services",
		  71 } },
	    "domain", "domain", "", "", NULL },
};

START_TEST(test_lost)
{
	AUTO_ARENA arena = { 0 };
	struct view view;
	struct lost lost;
	struct err err = { 0 };
	const char *name = losses[_i].name;

	ck_assert_msg(!view_resolve(&arena, &little.release, &losses[_i].question,
			  losses[_i].needs, &view, &lost, &err),
	    "%s is found", name);
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	ck_assert_str_eq(lost.what, losses[_i].what);
	ck_assert_str_eq(lost.parameter, losses[_i].parameter);
	ck_assert(lost.asked.len > 0);
	ck_assert_msg(str_equal(lost.nearest, str_of(losses[_i].nearest)) &&
			  str_equal(lost.nearest_value, str_of(losses[_i].value)),
	    "%s: nearest is '%.*s' (%.*s)", name, STR_ARG(lost.nearest),
	    STR_ARG(lost.nearest_value));
	if (losses[_i].type)
		ck_assert_uint_eq(lost.type,
		    release_area_type(&little.release, str_of(losses[_i].type)));
	else
		ck_assert_uint_eq(lost.type, RELEASE_NONE);
}
END_TEST

/* Where nothing is near there is a list of what the indicator has. */
START_TEST(test_listed)
{
	AUTO_ARENA arena = { 0 };
	const struct question question = { .indicator = STR("90004"),
		.sex = STR("zzzzzz") };
	struct view view;
	struct lost lost;
	struct err err = { 0 };

	ck_assert(!view_resolve(
	    &arena, &little.release, &question, COMPARE, &view, &lost, &err));
	ck_assert_uint_eq(lost.nearest.len, 0);
	ck_assert_uint_eq(lost.count, 1);
	ck_assert(str_equal(lost.names[0], STR("Persons")));
	ck_assert(str_equal(lost.usual_value, STR("persons")));
}
END_TEST

/* What a question has to give up, one thing at a time and several. */
static const struct {
	const char *name;
	unsigned needs;
	struct question question;
	unsigned parts;
} ways[] = {
	{ "nothing", COMPARE, { .indicator = { "90001", 5 }, .sex = { "male", 4 } },
	    0 },
	{ "a sex", COMPARE, { .indicator = { "90004", 5 }, .sex = { "female", 6 } },
	    VIEW_PART_SEX },
	{ "an age", COMPARE, { .indicator = { "90001", 5 }, .age = { "5-16-yrs", 8 } },
	    VIEW_PART_AGE },
	{ "a category", COMPARE,
	    { .indicator = { "90001", 5 },
		.category = { "deprivation-deciles-least-deprived", 34 } },
	    VIEW_PART_CATEGORY },
	{ "a period", COMPARE, { .indicator = { "90002", 5 }, .period = { "2015", 4 } },
	    VIEW_PART_PERIOD },
	{ "a parent", OVERVIEW,
	    { .type = { "region", 6 }, .parent = { "E12000002", 9 } },
	    VIEW_PART_PARENT },
	{ "an area", PROFILE, { .area = { "E10000002", 9 }, .type = { "region", 6 } },
	    VIEW_PART_AREA },
	{ "the parent of another area", PROFILE,
	    { .area = { "E10000002", 9 }, .parent = { "E12000002", 9 } },
	    VIEW_PART_PARENT },
	{ "two at once", COMPARE,
	    { .indicator = { "90002", 5 },
		.sex = { "male", 4 },
		.period = { "2015", 4 } },
	    VIEW_PART_SEX | VIEW_PART_PERIOD },
	{ "nothing of a type without figures", COMPARE,
	    { .indicator = { "90002", 5 },
		.type = { "ward", 4 },
		.sex = { "male", 4 },
		.period = { "2015", 4 } },
	    0 },
	{ "all is no parent", OVERVIEW, { .parent = { "all", 3 } }, 0 },
	{ "nor is the root", OVERVIEW, { .parent = { "E92000001", 9 } }, 0 },
};

START_TEST(test_gave_way)
{
	AUTO_ARENA arena = { 0 };
	struct view view;
	struct lost lost;
	struct err err = { 0 };

	ck_assert_msg(view_resolve(&arena, &little.release, &ways[_i].question,
			  ways[_i].needs, &view, &lost, &err),
	    "%s: %s", ways[_i].name, err.text);
	ck_assert_msg(
	    view.gave_way == ways[_i].parts, "%s: %#x", ways[_i].name, view.gave_way);
}
END_TEST

/* Males are only known of England as a whole: who asks for them is shown England. */
START_TEST(test_type_with_the_variant)
{
	const struct question question = { .indicator = STR("90001"),
		.sex = STR("male") };
	AUTO_ARENA arena = { 0 };
	struct little own;
	struct view view;
	struct lost lost;
	struct err err = { 0 };

	little_start(&own);
	own.draft.series[SMOKING_COUNTY_MALE].sex = SEX_FEMALE;
	own.draft.series[SMOKING_COUNTY_FEMALE].sex = SEX_NONE;
	little_open(&own);
	ck_assert(
	    view_resolve(&arena, &own.release, &question, COMPARE, &view, &lost, &err));
	ck_assert_uint_eq(view.type, TYPE_ENGLAND);
	ck_assert_uint_eq(view.variant.sex, SEX_MALE);
	ck_assert_uint_eq(view.gave_way, 0);
	little_done(&own);
}
END_TEST

START_TEST(test_own_parents)
{
	static const struct {
		const char *name;
		struct question question;
		bool is_parent;
	} rows[] = {
		{ "none asked for", { .parent = { "E12000001", 9 } }, false },
		{ "the word",
		    { .parent = { "E12000001", 9 }, .benchmark = { "parent", 6 } },
		    true },
		{ "its code",
		    { .parent = { "E12000001", 9 }, .benchmark = { "E12000001", 9 } },
		    true },
		{ "another region",
		    { .parent = { "E12000001", 9 }, .benchmark = { "E12000002", 9 } },
		    false },
		{ "no parent", { .benchmark = { "parent", 6 } }, true },
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		AUTO_ARENA arena = { 0 };
		struct view view;
		struct lost lost;
		struct err err = { 0 };
		ck_assert(view_resolve(&arena, &little.release, &rows[i].question,
		    OVERVIEW, &view, &lost, &err));
		ck_assert_msg(
		    view.benchmark_is_parent == rows[i].is_parent, "%s", rows[i].name);
	}
}
END_TEST

START_TEST(test_areas_by_name)
{
	static const uint32_t all[] = { AREA_2, AREA_10, ASHBY, ASHBY_TOO, MILLFIELD,
		ZEDTON };
	static const uint32_t south[] = { ASHBY, ASHBY_TOO, ZEDTON };
	AUTO_ARENA arena = { 0 };
	struct view view = {
		.release = &little.release,
		.type = TYPE_COUNTY,
		.parent = RELEASE_NONE,
	};
	uint32_t count;
	const uint32_t *areas = view_areas(&arena, &view, &count);

	ck_assert_uint_eq(count, ROWS(all));
	ck_assert_mem_eq(areas, all, sizeof all);
	view.parent = SOUTH;
	areas = view_areas(&arena, &view, &count);
	ck_assert_uint_eq(count, ROWS(south));
	ck_assert_mem_eq(areas, south, sizeof south);
	view.type = RELEASE_NONE;
	view_areas(&arena, &view, &count);
	ck_assert_uint_eq(count, 0);
}
END_TEST

/* A release without domains, root, relations or anything but one series. */
START_TEST(test_bare_release)
{
	AUTO_ARENA arena = { 0 };
	struct little bare;
	const struct question question = { .sort = STR("") };
	struct view view;
	struct lost lost;
	struct err err = { 0 };

	little_start(&bare);
	bare.draft.domain_count = 0;
	bare.draft.relation_count = 0;
	bare.draft.profile.root = RELEASE_NONE;
	bare.draft.profile.benchmark = RELEASE_NONE;
	little_open(&bare);
	ck_assert(view_resolve(&arena, &bare.release, &question,
	    OVERVIEW | COMPARE | PROFILE, &view, &lost, &err));
	ck_assert_uint_eq(view.domain, RELEASE_NONE);
	ck_assert_uint_eq(view.variant.indicator, SMOKING);
	ck_assert_uint_eq(view.parent, RELEASE_NONE);
	ck_assert_uint_eq(view.area, AREA_2);
	ck_assert_uint_eq(view.benchmark, RELEASE_NONE);
	little_done(&bare);
}
END_TEST

START_TEST(test_empty_release)
{
	AUTO_ARENA arena = { 0 };
	struct little empty;
	const struct question question = { .sort = STR("") };
	struct view view;
	struct lost lost;
	struct err err = { 0 };

	little_start(&empty);
	empty.draft.domain_count = 0;
	empty.draft.relation_count = 0;
	empty.draft.series_count = 0;
	empty.draft.indicator_count = 0;
	empty.draft.type_count = 0;
	little_open(&empty);
	ck_assert(view_resolve(
	    &arena, &empty.release, &question, OVERVIEW, &view, &lost, &err));
	ck_assert(!view_resolve(
	    &arena, &empty.release, &question, COMPARE, &view, &lost, &err));
	ck_assert_str_eq(lost.what, "indicator");
	ck_assert(!view_resolve(
	    &arena, &empty.release, &question, PROFILE, &view, &lost, &err));
	ck_assert_str_eq(lost.parameter, "area");
	little_done(&empty);
}
END_TEST

START_TEST(test_age_slugs)
{
	static const char *const slugs[AGES] = { "5-16-yrs", "under-16-yrs", "16-yrs",
		"all-ages" };
	AUTO_ARENA arena = { 0 };

	for (uint32_t i = 0; i < AGES; i++)
		ck_assert(str_equal(
		    view_age_slug(&arena, &little.release, i), str_of(slugs[i])));
	ck_assert(str_equal(
	    view_period_slug(&arena, &little.release, Y2015_17), STR("2015-17")));
	ck_assert(view_category_slug(&arena, &little.release, 0).len == 0);
	for (uint32_t i = 0; i < SEX_COUNT; i++)
		ck_assert(view_sex_slug(i)[0] != '\0');
}
END_TEST

/* The first domain waits for its figures: pages that need an indicator pass it over. */
START_TEST(test_domain_without_indicators)
{
	const unsigned needs[] = { COMPARE, TRENDS, COMPARE | VIEW_DOMAIN };
	struct question asked = { .domain = STR("identification-of-need") };
	struct question plain = { .sort = STR("") };
	struct little own;

	little_start(&own);
	own.draft.domains[NEED].count = 0;
	little_open(&own);
	for (size_t i = 0; i < ROWS(needs); i++) {
		AUTO_ARENA arena = { 0 };
		struct lost lost;
		struct view view;
		struct err err;
		ck_assert_msg(view_resolve(&arena, &own.release, &plain, needs[i],
				  &view, &lost, &err),
		    "%zu", i);
		ck_assert_uint_eq(view.variant.indicator, WELLBEING);
		ck_assert_msg(view_resolve(&arena, &own.release, &asked, needs[i],
				  &view, &lost, &err),
		    "%zu, asked for", i);
		ck_assert_uint_eq(view.variant.indicator, WELLBEING);
	}
	little_done(&own);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("view");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	ADD_ROWS(tcase, test_resolve, views);
	ADD_ROWS(tcase, test_lost, losses);
	tcase_add_test(tcase, test_listed);
	ADD_ROWS(tcase, test_gave_way, ways);
	tcase_add_test(tcase, test_type_with_the_variant);
	tcase_add_test(tcase, test_own_parents);
	tcase_add_test(tcase, test_areas_by_name);
	tcase_add_test(tcase, test_bare_release);
	tcase_add_test(tcase, test_empty_release);
	tcase_add_test(tcase, test_domain_without_indicators);
	tcase_add_test(tcase, test_age_slugs);
	return unit_run("answer view", tcase);
}
