#include "model/area.h"

#include "../unit.h"

static const struct {
	const char *name;
	enum area_level level;
} types[] = {
	{ "England", LEVEL_COUNTRY },
	{ "Country", LEVEL_COUNTRY },
	{ "National", LEVEL_COUNTRY },
	{ "Region", LEVEL_REGION },
	{ "Regions", LEVEL_REGION },
	{ "Regional", LEVEL_REGION },
	{ "Government Office Region", LEVEL_REGION },
	{ "Regions (statistical)", LEVEL_REGION },
	{ "NHS Regions", LEVEL_NHS_REGION },
	{ "NHS regions (from Apr 2021)", LEVEL_NHS_REGION },
	{ "Combined Authorities", LEVEL_COMBINED_AUTHORITY },
	{ "Combined authorities (pre 2024)", LEVEL_COMBINED_AUTHORITY },
	{ "NHS Integrated Care Boards", LEVEL_ICB },
	{ "ICBs (from Apr 2023)", LEVEL_ICB },
	{ "STPs", LEVEL_ICB },
	{ "NHS Sub Integrated Care Boards", LEVEL_SUB_ICB },
	{ "ICB sub-locations", LEVEL_SUB_ICB },
	{ "CCGs (from Apr 2021)", LEVEL_SUB_ICB },
	{ "Clinical Commissioning Groups (2018/19)", LEVEL_SUB_ICB },
	{ "County & UA", LEVEL_UPPER_TIER },
	{ "County & UA (pre 4/19)", LEVEL_UPPER_TIER },
	{ "Counties & UAs (from Apr 2023)", LEVEL_UPPER_TIER },
	{ "Counties and Unitary Authorities", LEVEL_UPPER_TIER },
	{ "Upper tier local authorities (post 4/21)", LEVEL_UPPER_TIER },
	{ "Upper tier local authorities (4/21-3/23)", LEVEL_UPPER_TIER },
	{ "upper tier", LEVEL_UPPER_TIER },
	{ "Local authority", LEVEL_UPPER_TIER },
	{ "District & UA", LEVEL_LOWER_TIER },
	{ "district", LEVEL_LOWER_TIER },
	{ "Districts and Unitary Authorities", LEVEL_LOWER_TIER },
	{ "Districts & UAs (from Apr 2023)", LEVEL_LOWER_TIER },
	{ "Lower tier local authorities (4/21-3/23)", LEVEL_LOWER_TIER },
	{ "Electoral Best Fit Ward", LEVEL_WARD },
	{ "Electoral wards", LEVEL_WARD },
	{ "Ward", LEVEL_WARD },
	{ "MSOA", LEVEL_SMALL_AREA },
	{ "Middle Super Output Area", LEVEL_SMALL_AREA },
	{ "NHS Primary Care Networks", LEVEL_NETWORK },
	{ "PCNs (v. 26/02/21)", LEVEL_NETWORK },
	{ "GPs", LEVEL_PRACTICE },
	{ "General Practice", LEVEL_PRACTICE },
	{ "Police force area", LEVEL_OTHER },
	{ "Acute Trust", LEVEL_OTHER },
	{ "", LEVEL_OTHER },
};

START_TEST(test_levels)
{
	enum area_level level = area_level_of(str_of(types[_i].name));

	ck_assert_msg(level == types[_i].level, "'%s' is one of the %s", types[_i].name,
	    area_level_word_plural(level));
}
END_TEST

START_TEST(test_words)
{
	ck_assert_str_eq(area_level_word_plural(LEVEL_REGION), "regions");
	for (int l = 0; l < LEVEL_COUNT; l++) {
		ck_assert_str_ne(area_level_word_plural((enum area_level)l), "");
	}
}
END_TEST

static const struct {
	const char *name, *short_name;
} names[] = {
	{ "East Midlands region", "East Midlands" },
	{ "Yorkshire and the Humber Region", "Yorkshire and the Humber" },
	{ "East of England region (statistical)", "East of England" },
	{ "London NHS Region", "London" },
	{ "NHS Lincolnshire Integrated Care Board - QJM", "Lincolnshire" },
	{ "NHS Lincolnshire Integrated Care Board", "Lincolnshire" },
	{ "South Yorkshire ICB - 02P", "South Yorkshire ICB - 02P" },
	{ "West Yorkshire Combined Authority", "West Yorkshire" },
	{ "Liverpool City Region Combined Authority", "Liverpool City Region" },
	{ "Liverpool City Region", "Liverpool City Region" },
	{ "  Leicester ", "Leicester" },
	{ "England", "England" },
	{ "region", "region" },
	{ "NHS Trust Somewhere", "NHS Trust Somewhere" },
	{ "", "" },
};

START_TEST(test_short_names)
{
	struct str got = area_short_name(str_of(names[_i].name));

	ck_assert_msg(str_equal(got, str_of(names[_i].short_name)), "'%s': '%.*s'",
	    names[_i].name, STR_ARG(got));
}
END_TEST

static const struct {
	const char *text;
	bool is_code;
} codes[] = {
	{ "E06000016", true },
	{ "e92000001", true },
	{ "E0600001", false },
	{ "E060000166", false },
	{ "E0600001A", false },
	{ "106000016", false },
	{ "Leicester", false },
	{ "", false },
};

START_TEST(test_codes)
{
	ck_assert_msg(area_is_code(str_of(codes[_i].text)) == codes[_i].is_code, "'%s'",
	    codes[_i].text);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("area");

	ADD_ROWS(tcase, test_levels, types);
	tcase_add_test(tcase, test_words);
	ADD_ROWS(tcase, test_short_names, names);
	ADD_ROWS(tcase, test_codes, codes);
	return unit_run("area", tcase);
}
