/* Finding things in a release by what people call them. */
#include <math.h>

#include "../unit.h"
#include "release/group.h"
#include "release/map.h"
#include "sample.h"

/* One release for all rows of a table; the bytes outlive it. */
struct shelf {
	struct sample sample;
	struct str bytes;
	struct release release;
};

static void
shelf_open(struct shelf *shelf)
{
	struct err err = { 0 };

	sample_make(&shelf->sample);
	shelf->bytes = sample_bytes(&shelf->sample.draft, 1);
	ck_assert_msg(
	    release_open_bytes(&shelf->release, shelf->bytes, &err), "%s", err.text);
}

static void
shelf_close(struct shelf *shelf)
{
	release_close(&shelf->release);
	free((void *)(uintptr_t)shelf->bytes.at);
}

typedef uint32_t find_function(const struct release *release, struct str name);

static const struct {
	const char *name;
	find_function *find;
	const char *asked;
	uint32_t want;
} names[] = {
	{ "first area", release_area, "E06000016", 0 },
	{ "last area", release_area, "E92000001", 3 },
	{ "area in small letters", release_area, "e12000004", 2 },
	{ "unknown area", release_area, "E12000005", RELEASE_NONE },
	{ "area before all", release_area, "", RELEASE_NONE },
	{ "area behind all", release_area, "W", RELEASE_NONE },
	{ "indicator by number", release_indicator, "91141", 0 },
	{ "indicator by key", release_indicator, "Admissions", 1 },
	{ "unknown indicator", release_indicator, "9114", RELEASE_NONE },
	{ "area type", release_area_type, "County-UA", 2 },
	{ "unknown area type", release_area_type, "ward", RELEASE_NONE },
	{ "domain", release_domain, "services", 1 },
	{ "unknown domain", release_domain, "Services ", RELEASE_NONE },
};

START_TEST(test_names)
{
	struct shelf shelf;

	shelf_open(&shelf);
	uint32_t got = names[_i].find(&shelf.release, str_of(names[_i].asked));
	ck_assert_msg(got == names[_i].want, "%s: %u", names[_i].name, got);
	shelf_close(&shelf);
}
END_TEST

static const struct {
	const char *name;
	uint32_t indicator, type, sex, age, category, want;
} series[] = {
	{ "first", 0, 1, SEX_PERSONS, 0, 0, 0 },
	{ "middle", 0, 2, SEX_PERSONS, 0, 0, 1 },
	{ "last of an indicator", 0, 2, SEX_FEMALE, 1, 0, 2 },
	{ "with a category", 1, 2, SEX_PERSONS, 1, 1, 3 },
	{ "last", 2, 0, SEX_NONE, 1, 0, 4 },
	{ "another sex", 0, 2, SEX_MALE, 0, 0, RELEASE_NONE },
	{ "another age", 0, 2, SEX_FEMALE, 0, 0, RELEASE_NONE },
	{ "another category", 1, 2, SEX_PERSONS, 1, 0, RELEASE_NONE },
	{ "a type before all", 0, 0, SEX_PERSONS, 0, 0, RELEASE_NONE },
	{ "an age behind all", 2, 0, SEX_NONE, RELEASE_NONE, 0, RELEASE_NONE },
};

START_TEST(test_series)
{
	struct shelf shelf;

	shelf_open(&shelf);
	uint32_t got = release_find_series(&shelf.release, series[_i].indicator,
	    series[_i].type, series[_i].sex, series[_i].age, series[_i].category);
	ck_assert_msg(got == series[_i].want, "%s: %u", series[_i].name, got);
	shelf_close(&shelf);
}
END_TEST

static const struct {
	const char *name;
	uint32_t type, area, parent;
} parents[] = {
	{ "of a region", 1, 2, 3 },
	{ "the first of two", 2, 1, 2 },
	{ "of the root", 0, 3, RELEASE_NONE },
	{ "of an area of another type", 1, 0, RELEASE_NONE },
	{ "of a type behind all", 3, 0, RELEASE_NONE },
};

START_TEST(test_parents)
{
	struct shelf shelf;

	shelf_open(&shelf);
	uint32_t got =
	    release_parent(&shelf.release, parents[_i].type, parents[_i].area);
	ck_assert_msg(got == parents[_i].parent, "%s: %u", parents[_i].name, got);
	shelf_close(&shelf);
}
END_TEST

static const struct {
	const char *name;
	uint32_t type, parent, count, first;
} children[] = {
	{ "regions of England", 1, 3, 1, 2 },
	{ "authorities of a region", 2, 2, 2, 0 },
	{ "authorities of England", 2, 3, 2, 0 },
	{ "of an area that has none", 2, 1, 0, 0 },
	{ "of a type behind all", 3, 0, 0, 0 },
};

START_TEST(test_children)
{
	const struct release_relation *got;
	struct shelf shelf;
	uint32_t count;

	shelf_open(&shelf);
	got = release_children(
	    &shelf.release, children[_i].type, children[_i].parent, &count);
	ck_assert_msg(count == children[_i].count, "%s: %u", children[_i].name, count);
	for (uint32_t i = 0; i < count; i++) {
		ck_assert_uint_eq(got[i].parent, children[_i].parent);
		ck_assert_uint_eq(got[i].area, children[_i].first + i);
	}
	shelf_close(&shelf);
}
END_TEST

/* Changes of the sample: area 0 from area 1; area 2 twice; area 0 ends. */
START_TEST(test_changes)
{
	static const uint32_t counts[SAMPLE_AREAS] = { 1, 0, 2, 0 };
	static const uint32_t firsts[SAMPLE_AREAS] = { 0, 0, 1, 0 };
	struct shelf shelf;
	uint32_t count;

	shelf_open(&shelf);
	for (uint32_t i = 0; i < SAMPLE_AREAS; i++) {
		const struct release_change *got =
		    release_changes(&shelf.release, i, &count);
		ck_assert_uint_eq(count, counts[i]);
		ck_assert(!count || got == shelf.release.changes + firsts[i]);
	}
	ck_assert_ptr_eq(release_end(&shelf.release, 0), shelf.release.changes + 3);
	ck_assert_ptr_eq(release_end(&shelf.release, 1), shelf.release.changes);
	ck_assert_ptr_null(release_end(&shelf.release, 2));
	ck_assert_ptr_null(release_end(&shelf.release, 3));
	shelf_close(&shelf);
}
END_TEST

/* Groups of the sample: areas 0 and 1, area 3; they are found behind all areas. */
START_TEST(test_groups)
{
	struct shelf shelf;
	uint32_t count;

	shelf_open(&shelf);
	ck_assert_uint_eq(release_area(&shelf.release, STR("BOTH")), SAMPLE_AREAS);
	ck_assert_uint_eq(release_area(&shelf.release, STR("one")), SAMPLE_AREAS + 1);
	ck_assert_ptr_null(release_group(&shelf.release, SAMPLE_AREAS - 1));
	ck_assert_ptr_null(release_group(&shelf.release, SAMPLE_AREAS + SAMPLE_GROUPS));

	const struct group *both = release_group(&shelf.release, SAMPLE_AREAS);
	ck_assert_uint_eq(both->count, 2);
	ck_assert(
	    str_equal(release_area_name(&shelf.release, SAMPLE_AREAS), STR("Both")));
	for (uint32_t type = 0; type < SAMPLE_TYPES; type++) {
		bool of_type = release_type_has(&shelf.release, type, 0) &&
			       release_type_has(&shelf.release, type, 1);
		ck_assert(both->types[type] == of_type);
		release_children(&shelf.release, type, SAMPLE_AREAS, &count);
		ck_assert_uint_eq(count, of_type ? 2 : 0);
	}
	shelf_close(&shelf);
}
END_TEST

START_TEST(test_maps)
{
	const uint32_t areas[] = { 1, 2, 3 }, others[] = { 2, 3 };
	struct shelf shelf;
	uint32_t found;

	shelf_open(&shelf);
	ck_assert_int_eq(map_shape(&shelf.release, 0, 1)->x, 1500);
	ck_assert_ptr_null(map_shape(&shelf.release, 0, 2));
	ck_assert_uint_eq(map_for(&shelf.release, areas, 3, &found), 0);
	ck_assert_uint_eq(found, 1);
	ck_assert_uint_eq(map_for(&shelf.release, others, 2, &found), RELEASE_NONE);
	ck_assert_uint_eq(found, 0);
	shelf_close(&shelf);
}
END_TEST

START_TEST(test_neighbours)
{
	const struct release_neighbour *found;
	struct shelf shelf;
	uint32_t count;

	shelf_open(&shelf);
	ck_assert_uint_eq(release_kind(&shelf.release, STR("Alike")), 1);
	ck_assert_uint_eq(release_kind(&shelf.release, STR("none")), RELEASE_NONE);
	found = release_neighbours(&shelf.release, 1, 1, &count);
	ck_assert_uint_eq(count, 1);
	ck_assert_uint_eq(found->neighbour, 0);
	release_neighbours(&shelf.release, 0, 1, &count);
	ck_assert_uint_eq(count, 0);
	release_neighbours(&shelf.release, 1, SAMPLE_AREAS - 1, &count);
	ck_assert_uint_eq(count, 0);
	shelf_close(&shelf);
}
END_TEST

START_TEST(test_areas_of_types)
{
	struct shelf shelf;

	shelf_open(&shelf);
	ck_assert(release_type_has(&shelf.release, 2, 0));
	ck_assert(release_type_has(&shelf.release, 2, 1));
	ck_assert(!release_type_has(&shelf.release, 2, 2));
	ck_assert(release_type_has(&shelf.release, 0, 3));
	ck_assert(!release_type_has(&shelf.release, 0, RELEASE_NONE));
	shelf_close(&shelf);
}
END_TEST

START_TEST(test_places_in_a_series)
{
	struct figures figures;
	struct shelf shelf;
	struct err err;

	shelf_open(&shelf);
	ck_assert(release_figures(&shelf.release, 2, &figures, &err));
	ck_assert_uint_eq(figures_area(&figures, 1), 0);
	ck_assert_uint_eq(figures_area(&figures, 0), RELEASE_NONE);
	ck_assert_uint_eq(figures_area(&figures, RELEASE_NONE), RELEASE_NONE);
	ck_assert_uint_eq(figures_period(&figures, 1), 0);
	ck_assert_uint_eq(figures_period(&figures, 2), RELEASE_NONE);

	struct figure none = figures_at(&figures, RELEASE_NONE, 0);
	ck_assert_int_eq(none.missing, MISSING_NO_ROW);
	ck_assert(isnan(none.value) && isnan(none.denominator));
	ck_assert_uint_eq(none.source, RELEASE_NONE);
	none = figures_at(&figures, 0, RELEASE_NONE);
	ck_assert_int_eq(none.missing, MISSING_NO_ROW);
	shelf_close(&shelf);
}
END_TEST

static const struct {
	const char *name;
	uint16_t published;
	bool england, parent, has_trend;
	enum verdict verdict;
	enum trend trend;
} published[] = {
	{ "nothing", 0, false, false, false, VERDICT_NONE, TREND_UNKNOWN },
	{ "not compared", (VERDICT_NONE + 1) << PUBLISHED_ENGLAND, true, false, false,
	    VERDICT_NONE, TREND_UNKNOWN },
	{ "highest", (VERDICT_HIGHEST + 1) << PUBLISHED_ENGLAND, true, false, false,
	    VERDICT_HIGHEST, TREND_UNKNOWN },
	{ "worse than the region", (VERDICT_WORSE + 1) << PUBLISHED_PARENT, false, true,
	    false, VERDICT_WORSE, TREND_UNKNOWN },
	{ "no trend to be had", (TREND_UNKNOWN + 1) << PUBLISHED_TREND, false, false,
	    true, VERDICT_NONE, TREND_UNKNOWN },
	{ "falling", (TREND_DOWN + 1) << PUBLISHED_TREND, false, false, true,
	    VERDICT_NONE, TREND_DOWN },
	{ "new", PUBLISHED_NEW, false, false, false, VERDICT_NONE, TREND_UNKNOWN },
};

START_TEST(test_published_words)
{
	struct figure figure = { .published = published[_i].published };
	const char *name = published[_i].name;
	enum verdict verdict;
	enum trend trend;

	bool england = figure_published_verdict(&figure, false, &verdict);
	ck_assert_msg(england == published[_i].england, "%s", name);
	ck_assert_msg(!england || verdict == published[_i].verdict, "%s", name);
	bool parent = figure_published_verdict(&figure, true, &verdict);
	ck_assert_msg(parent == published[_i].parent, "%s", name);
	ck_assert_msg(!parent || verdict == published[_i].verdict, "%s", name);
	bool has_trend = figure_published_trend(&figure, &trend);
	ck_assert_msg(has_trend == published[_i].has_trend, "%s", name);
	ck_assert_msg(!has_trend || trend == published[_i].trend, "%s", name);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("find");

	ADD_ROWS(tcase, test_names, names);
	ADD_ROWS(tcase, test_series, series);
	ADD_ROWS(tcase, test_parents, parents);
	ADD_ROWS(tcase, test_children, children);
	tcase_add_test(tcase, test_changes);
	tcase_add_test(tcase, test_groups);
	tcase_add_test(tcase, test_maps);
	tcase_add_test(tcase, test_neighbours);
	tcase_add_test(tcase, test_areas_of_types);
	tcase_add_test(tcase, test_places_in_a_series);
	ADD_ROWS(tcase, test_published_words, published);
	return unit_run("find", tcase);
}
