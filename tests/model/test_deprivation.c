#include "model/deprivation.h"

#include "../unit.h"

#define TYPE "County & UA deprivation deciles in England (IMD2019, 4/19 geography)"
#define FIFTHS "LSOA11 deprivation quintiles in England"

static const struct {
	const char *type, *name;
	unsigned place, of; /* 0: none */
} cases[] = {
	{ TYPE, "Most deprived decile (IMD2019)", 1, 10 },
	{ TYPE, "Second most deprived decile (IMD2019)", 2, 10 },
	{ TYPE, "Third more deprived decile (IMD2019)", 3, 10 },
	{ TYPE, "Fifth more deprived decile (IMD2019)", 5, 10 },
	{ TYPE, "Fifth less deprived decile (IMD2019)", 6, 10 },
	{ TYPE, "Third less deprived decile (IMD2019)", 8, 10 },
	{ TYPE, "Second least deprived decile (IMD2019)", 9, 10 },
	{ TYPE, "Least deprived decile (IMD 2019)", 10, 10 },
	{ FIFTHS, "Most deprived quintile", 1, 5 },
	{ FIFTHS, "2nd most deprived quintile", 2, 5 },
	{ FIFTHS, "Middle quintile", 3, 5 },
	{ FIFTHS, "4th most deprived quintile", 4, 5 },
	{ FIFTHS, "Second least deprived", 4, 5 },
	{ FIFTHS, "Least deprived", 5, 5 },
	{ "Deprivation", "Decile 7", 7, 10 },
	{ TYPE, "1 (most deprived)", 1, 10 },
	{ TYPE, "10 - least deprived", 10, 10 },
	{ TYPE, "Decile 11", 0, 0 },
	{ TYPE, "England", 0, 0 },
	{ TYPE, "Third decile from 2019", 0, 0 },
	{ "Deprivation", "Most deprived half", 0, 0 },
	{ "Income", "Decile 3", 0, 0 },
	{ "Ethnic groups", "White", 0, 0 },
	{ "", "", 0, 0 },
};

START_TEST(test_names)
{
	struct deprivation found = { 0 };
	bool is =
	    deprivation_parse(str_of(cases[_i].type), str_of(cases[_i].name), &found);

	ck_assert_msg(is == (cases[_i].of > 0), "%s", cases[_i].name);
	ck_assert_msg(found.place == cases[_i].place && found.of == cases[_i].of,
	    "%s: %u of %u", cases[_i].name, found.place, found.of);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("deprivation");

	ADD_ROWS(tcase, test_names, cases);
	return unit_run("deprivation", tcase);
}
