#include "answer/choices.h"

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

typedef struct choices choose(struct arena *arena, const struct view *view);

enum { MOST = 7, ALL = -1 };

/* Choices as "value=name", the chosen one with a star before it; only the first seven
 * are looked at. ALL stands for RELEASE_NONE. */
static const struct {
	const char *name;
	choose *choose;
	int domain, indicator, type, parent, area, benchmark;
	bool is_parent;
	int series, period;
	uint32_t count;
	const char *choices[MOST];
} rows[] = {
	{ "domains", choices_domains, SERVICES, ALL, ALL, ALL, ALL, ENGLAND, false, ALL,
	    ALL, 2,
	    { "identification-of-need=Identification of need", "*services=Services" } },
	{ "domains, none chosen", choices_domains, ALL, ALL, ALL, ALL, ALL, ENGLAND,
	    false, ALL, ALL, 2,
	    { "identification-of-need=Identification of need", "services=Services" } },
	{ "types of everything", choices_types, ALL, ALL, TYPE_COUNTY, ALL, ALL,
	    ENGLAND, false, ALL, ALL, 3,
	    { "region=Region", "*county-ua=County & UA", "ward=Ward" } },
	{ "types of a domain", choices_types, NEED, ALL, TYPE_COUNTY, ALL, ALL, ENGLAND,
	    false, ALL, ALL, 2, { "region=Region", "*county-ua=County & UA" } },
	{ "types of an indicator", choices_types, SERVICES, WELLBEING, TYPE_COUNTY, ALL,
	    ALL, ENGLAND, false, ALL, ALL, 2,
	    { "*county-ua=County & UA", "ward=Ward" } },
	{ "the type one is in", choices_types, ALL, CARE, TYPE_ENGLAND, ALL, ALL,
	    ENGLAND, false, ALL, ALL, 2,
	    { "*england=England", "county-ua=County & UA" } },
	{ "a type without figures one is in", choices_types, ALL, CARE, TYPE_WARD, ALL,
	    ALL, ENGLAND, false, ALL, ALL, 2,
	    { "county-ua=County & UA", "*ward=Ward" } },
	{ "parents of counties", choices_parents, ALL, ALL, TYPE_COUNTY, SOUTH, ALL,
	    ENGLAND, false, ALL, ALL, 3,
	    { "all=All", "E12000001=North", "*E12000002=South" } },
	{ "parents of regions", choices_parents, ALL, ALL, TYPE_REGION, ALL, ALL,
	    ENGLAND, false, ALL, ALL, 1, { "*all=All" } },
	{ "parents of wards", choices_parents, ALL, ALL, TYPE_WARD, ALL, ALL, ENGLAND,
	    false, ALL, ALL, 3,
	    { "*all=All", "E10000001=Millfield", "E10000004=Zedton" } },
	{ "areas", choices_areas, ALL, ALL, TYPE_COUNTY, NORTH, ZEDTON, ENGLAND, false,
	    ALL, ALL, 6,
	    { "E10000003=Area 2", "E10000002=Area 10", "E10000005=Ashby",
		"E10000006=Ashby", "E10000001=Millfield", "*E10000004=Zedton" } },
	{ "benchmarks", choices_benchmarks, ALL, ALL, TYPE_COUNTY, NORTH, ALL, ENGLAND,
	    false, ALL, ALL, 2, { "*E92000001=England", "parent=North" } },
	{ "benchmarks, the parent", choices_benchmarks, ALL, ALL, TYPE_COUNTY, NORTH,
	    ALL, NORTH, true, ALL, ALL, 2, { "E92000001=England", "*parent=North" } },
	{ "benchmarks, each its own", choices_benchmarks, ALL, ALL, TYPE_COUNTY, ALL,
	    ALL, ALL, true, ALL, ALL, 2,
	    { "E92000001=England", "*parent=Own parent" } },
	{ "benchmarks of regions", choices_benchmarks, ALL, ALL, TYPE_REGION, ALL, ALL,
	    ENGLAND, false, ALL, ALL, 1, { "*E92000001=England" } },
	{ "benchmarks, another area", choices_benchmarks, ALL, ALL, TYPE_COUNTY, NORTH,
	    ALL, ZEDTON, false, ALL, ALL, 3,
	    { "E92000001=England", "parent=North", "*E10000004=Zedton" } },
	{ "sexes", choices_sexes, ALL, SMOKING, TYPE_COUNTY, ALL, ALL, ENGLAND, false,
	    ALL, ALL, 3, { "*persons=Persons", "male=Male", "female=Female" } },
	{ "sexes of a type", choices_sexes, ALL, SMOKING, TYPE_REGION, ALL, ALL,
	    ENGLAND, false, ALL, ALL, 1, { "*persons=Persons" } },
	{ "sexes of a type without figures", choices_sexes, ALL, SMOKING, TYPE_WARD,
	    ALL, ALL, ENGLAND, false, ALL, ALL, 3,
	    { "*persons=Persons", "male=Male", "female=Female" } },
	{ "ages", choices_ages, ALL, CARE, TYPE_COUNTY, ALL, ALL, ENGLAND, false, ALL,
	    ALL, 1, { "under-16-yrs=<16 yrs" } },
	{ "categories", choices_categories, ALL, CARE, TYPE_COUNTY, ALL, ALL, ENGLAND,
	    false, ALL, ALL, 3,
	    { "*=All",
		"deprivation-deciles-most-deprived=Deprivation deciles: Most deprived",
		"deprivation-deciles-least-deprived=Deprivation deciles: Least "
		"deprived" } },
	{ "categories of an indicator without", choices_categories, ALL, SMOKING,
	    TYPE_COUNTY, ALL, ALL, ENGLAND, false, ALL, ALL, 1, { "*=All" } },
	{ "no indicator", choices_ages, ALL, ALL, TYPE_COUNTY, ALL, ALL, ENGLAND, false,
	    ALL, ALL, 0, { NULL } },
	{ "periods, newest first", choices_periods, ALL, ADMISSIONS, TYPE_COUNTY, ALL,
	    ALL, ENGLAND, false, ADMISSIONS_COUNTY, ALL, 4,
	    { "*2016-18=2016 - 18", "2015-17=2015 - 17", "2014-16=2014 - 16",
		"2013-15=2013 - 15" } },
	{ "a period", choices_periods, ALL, ADMISSIONS, TYPE_COUNTY, ALL, ALL, ENGLAND,
	    false, ADMISSIONS_COUNTY, Y2014_16, 4,
	    { "2016-18=2016 - 18", "2015-17=2015 - 17", "*2014-16=2014 - 16",
		"2013-15=2013 - 15" } },
	{ "no series", choices_periods, ALL, ADMISSIONS, TYPE_WARD, ALL, ALL, ENGLAND,
	    false, ALL, ALL, 0, { NULL } },
};

START_TEST(test_choices)
{
	AUTO_ARENA arena = { 0 };
	const char *name = rows[_i].name;
	struct view view = {
		.release = &little.release,
		.domain = (uint32_t)rows[_i].domain,
		.variant = { (uint32_t)rows[_i].indicator, SEX_PERSONS, AGE_16, 0 },
		.series = (uint32_t)rows[_i].series,
		.type = (uint32_t)rows[_i].type,
		.parent = (uint32_t)rows[_i].parent,
		.area = (uint32_t)rows[_i].area,
		.benchmark = (uint32_t)rows[_i].benchmark,
		.benchmark_is_parent = rows[_i].is_parent,
		.period = (uint32_t)rows[_i].period,
	};
	struct choices choices = rows[_i].choose(&arena, &view);

	ck_assert_msg(
	    choices.count == rows[_i].count, "%s: %u choices", name, choices.count);
	for (uint32_t i = 0; i < choices.count && i < MOST; i++) {
		const struct choice *c = &choices.at[i];
		struct str text = str_print(&arena, "%s%.*s=%.*s", c->chosen ? "*" : "",
		    STR_ARG(c->value), STR_ARG(c->name));
		ck_assert_msg(str_equal(text, str_of(rows[_i].choices[i])),
		    "%s: '%.*s'", name, STR_ARG(text));
	}
}
END_TEST

static const struct {
	const char *name;
	uint32_t indicator, type, count;
	struct variant variants[3];
} variants[] = {
	{ "three sexes", SMOKING, TYPE_COUNTY, 3,
	    { { SMOKING, SEX_PERSONS, AGE_16, 0 }, { SMOKING, SEX_MALE, AGE_16, 0 },
		{ SMOKING, SEX_FEMALE, AGE_16, 0 } } },
	{ "of one type", SMOKING, TYPE_REGION, 1,
	    { { SMOKING, SEX_PERSONS, AGE_16, 0 } } },
	{ "of any type, each once", SMOKING, RELEASE_NONE, 3,
	    { { SMOKING, SEX_PERSONS, AGE_16, 0 }, { SMOKING, SEX_MALE, AGE_16, 0 },
		{ SMOKING, SEX_FEMALE, AGE_16, 0 } } },
	{ "no categories", CARE, TYPE_COUNTY, 1,
	    { { CARE, SEX_PERSONS, AGE_UNDER_16, 0 } } },
	{ "none", CARE, TYPE_WARD, 0, { { 0, 0, 0, 0 } } },
};

START_TEST(test_variants)
{
	AUTO_ARENA arena = { 0 };
	uint32_t count;
	const struct variant *got = choices_variants(
	    &arena, &little.release, variants[_i].indicator, variants[_i].type, &count);

	ck_assert_msg(count == variants[_i].count, "%s: %u", variants[_i].name, count);
	for (uint32_t i = 0; i < count; i++)
		ck_assert_msg(
		    memcmp(&got[i], &variants[_i].variants[i], sizeof *got) == 0,
		    "%s: %u", variants[_i].name, i);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("choices");

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	ADD_ROWS(tcase, test_choices, rows);
	ADD_ROWS(tcase, test_variants, variants);
	return unit_run("answer choices", tcase);
}
