#include "answer/mapping.h"

#include <math.h>

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

static struct mapping
mapping_of(struct arena *arena, const struct view *view)
{
	struct mapping mapping;
	struct err err;

	ck_assert(mapping_ask(arena, view, &mapping, &err));
	return mapping;
}

static const struct map_area *
area_of(const struct mapping *mapping, uint32_t area)
{
	for (uint32_t i = 0; i < mapping->ranking.area_count; i++)
		if (mapping->areas[i].finding->area == area)
			return &mapping->areas[i];
	ck_abort_msg("no area %u", area);
}

/* The other Ashby has no outline. */
START_TEST(test_outlines)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);
	struct mapping mapping = mapping_of(&arena, &view);

	ck_assert_int_eq(mapping.ground, MAP_OUTLINES);
	ck_assert_uint_eq(mapping.map, 0);
	ck_assert_uint_eq(mapping.ranking.area_count, 6);
	ck_assert_uint_eq(mapping.placed, 5);
	ck_assert(!area_of(&mapping, ASHBY_TOO)->placed);
	ck_assert_ptr_null(area_of(&mapping, ASHBY_TOO)->shape);
	ck_assert_int_eq(area_of(&mapping, AREA_10)->shape->x, 415000);
	ck_assert(area_of(&mapping, ASHBY)->placed);
}
END_TEST

static const struct {
	const char *name;
	uint32_t indicator, type;
	enum map_ground ground;
	uint32_t placed;
} grounds[] = {
	{ "regions are tiles", SMOKING, TYPE_REGION, MAP_TILES, 2 },
	{ "wards are nowhere", SMOKING, TYPE_WARD, MAP_NOWHERE, 0 },
};

START_TEST(test_grounds)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.type = grounds[_i].type;
	struct mapping mapping = mapping_of(&arena, &view);
	ck_assert_int_eq(mapping.ground, grounds[_i].ground);
	ck_assert_uint_eq(mapping.placed, grounds[_i].placed);
}
END_TEST

/* 20, 24.5, 25, 25.5, 40 and one missing. */
static const struct {
	const char *name, *word;
	enum map_colours colours;
	int groups, millfield, area_2, ashby_too;
} ways[] = {
	{ "without a wish", "", MAP_COMPARISON, 0, 0, 0, 0 },
	{ "comparison", "comparison", MAP_COMPARISON, 0, 0, 0, 0 },
	{ "fifths", "Quintiles", MAP_QUINTILES, 5, 1, 3, 5 },
	{ "quarters", "quartiles", MAP_QUARTILES, 4, 1, 2, 4 },
	{ "a ramp", "continuous", MAP_CONTINUOUS, 0, 0, 0, 0 },
	{ "nonsense", "rainbow", MAP_COMPARISON, 0, 0, 0, 0 },
};

START_TEST(test_colours)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.colours = str_of(ways[_i].word);
	struct mapping mapping = mapping_of(&arena, &view);
	ck_assert_int_eq(mapping.colours, ways[_i].colours);
	ck_assert_int_eq(mapping.groups, ways[_i].groups);
	ck_assert_int_eq(area_of(&mapping, MILLFIELD)->group, ways[_i].millfield);
	ck_assert_int_eq(area_of(&mapping, AREA_2)->group, ways[_i].area_2);
	ck_assert_int_eq(area_of(&mapping, ASHBY_TOO)->group, ways[_i].ashby_too);
	ck_assert_int_eq(area_of(&mapping, ASHBY)->group, 0);
}
END_TEST

START_TEST(test_shares)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.colours = STR("continuous");
	struct mapping mapping = mapping_of(&arena, &view);
	ck_assert_double_eq(mapping.least, 20);
	ck_assert_double_eq(mapping.most, 40);
	ck_assert_uint_eq(mapping.with_value, 5);
	ck_assert_double_eq(area_of(&mapping, MILLFIELD)->share, 0);
	ck_assert_double_eq(area_of(&mapping, AREA_2)->share, 0.25);
	ck_assert_double_eq(area_of(&mapping, ASHBY_TOO)->share, 1);
	ck_assert_double_nan(area_of(&mapping, ASHBY)->share);
}
END_TEST

/* Where nothing is compared, quintiles are what says most. */
START_TEST(test_not_compared)
{
	AUTO_ARENA arena = { 0 };
	struct view view = little_view(&little, RELEASE_NONE);

	view.benchmark = RELEASE_NONE;
	struct mapping mapping = mapping_of(&arena, &view);
	ck_assert_int_eq(mapping.colours, MAP_QUINTILES);
}
END_TEST

START_TEST(test_words)
{
	enum map_colours got;

	for (enum map_colours c = 0; c < MAP_COLOURS_COUNT; c++) {
		ck_assert(map_colours_called(str_of(map_colours_word(c)), &got));
		ck_assert_int_eq(got, c);
	}
	ck_assert(!map_colours_called(STR(""), &got));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("mapping");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_outlines);
	ADD_ROWS(tcase, test_grounds, grounds);
	ADD_ROWS(tcase, test_colours, ways);
	tcase_add_test(tcase, test_shares);
	tcase_add_test(tcase, test_not_compared);
	tcase_add_test(tcase, test_words);
	return unit_run("answer mapping", tcase);
}
