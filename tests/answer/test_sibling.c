#include "answer/sibling.h"

#include "../unit.h"
#include "little.h"

/* "Country" is England under another name; wards are made another edition of the
 * counties, with so many of their areas. */
static const struct {
	const char *name;
	uint32_t type, indicator, shared, wanted;
} rows[] = {
	{ "figures under the other name", TYPE_COUNTRY, CARE, 0, TYPE_ENGLAND },
	{ "figures of its own", TYPE_COUNTRY, SMOKING, 0, RELEASE_NONE },
	{ "no figures under either name", TYPE_COUNTRY, WELLBEING, 0, RELEASE_NONE },
	{ "all areas in common", TYPE_WARD, CARE, 6, TYPE_COUNTY },
	{ "half of them", TYPE_WARD, CARE, 3, TYPE_COUNTY },
	{ "fewer than half", TYPE_WARD, CARE, 2, RELEASE_NONE },
	{ "no type", RELEASE_NONE, CARE, 0, RELEASE_NONE },
};

/* As many counties, and wards for the rest, so that there are six. */
static void
make_sibling(struct little *little, uint32_t shared)
{
	struct draft_area_type *wards = &little->draft.types[TYPE_WARD];

	wards->level = LEVEL_UPPER_TIER;
	wards->areas = ARENA_NEW(&little->arena, uint32_t, 6);
	wards->count = 6;
	for (uint32_t i = 0; i < 6; i++)
		wards->areas[i] =
		    (shared + i < 6 ? WARD : MILLFIELD) + (shared + i) % 6;
	little->draft.series[WELLBEING_WARD].areas = wards->areas;
	little->draft.series[WELLBEING_WARD].area_count = wards->count;
}

START_TEST(test_sibling)
{
	struct little little;

	little_start(&little);
	little.cell_count = 0;
	if (rows[_i].shared)
		make_sibling(&little, rows[_i].shared);
	little_open(&little);
	ck_assert_msg(sibling_of(&little.release, rows[_i].type, rows[_i].indicator) ==
			  rows[_i].wanted,
	    "%s", rows[_i].name);
	little_done(&little);
}
END_TEST

/* Of the domain's three indicators smoking has figures for the country itself. */
START_TEST(test_list)
{
	AUTO_ARENA arena = { 0 };
	struct little little;
	struct view view;
	uint32_t count;

	little_start(&little);
	little_open(&little);
	view = (struct view){
		.release = &little.release,
		.domain = SERVICES,
		.type = TYPE_COUNTRY,
	};
	const struct sibling *list = sibling_list(&arena, &view, &count);
	ck_assert_uint_eq(count, 1);
	ck_assert_uint_eq(list[0].type, TYPE_ENGLAND);
	ck_assert_uint_eq(list[0].indicators, 1);
	view.type = TYPE_COUNTY;
	sibling_list(&arena, &view, &count);
	ck_assert_uint_eq(count, 0);
	little_done(&little);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("sibling");

	ADD_ROWS(tcase, test_sibling, rows);
	tcase_add_test(tcase, test_list);
	return unit_run("answer sibling", tcase);
}
