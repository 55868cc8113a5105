#include "model/unit.h"

#include "../unit.h"

/* Units of published downloads, of tables re-shaped by hand and of needs assessments.
 */
static const struct {
	const char *number, *unit, *said;
} sayings[] = {
	{ "9.2", "%", "9.2%" },
	{ "9.2", "% of pupils", "9.2% of pupils" },
	{ "5.8", "Percentage", "5.8%" },
	{ "5.8", "percent", "5.8%" },
	{ "5.8", "per cent", "5.8%" },
	{ "16", "percent higher", "16% higher" },
	{ "12", "percent (estimated)", "12% (estimated)" },
	{ "2.1", "Percentage point", "2.1 percentage points" },
	{ "1", "percentage points", "1 percentage point" },
	{ "45.1", "per 1,000", "45.1 per 1,000" },
	{ "45.1", "per 1000", "45.1 per 1000" },
	{ "402.2", "per 100,000", "402.2 per 100,000" },
	{ "402.2", "Age standardised rate per 100,000", "402.2 per 100,000" },
	{ "12", "Crude rate - per 10,000", "12 per 10,000" },
	{ "1,234", "\xc2\xa3",
	    "\xc2\xa3"
	    "1,234" },
	{ "-5", "\xc2\xa3",
	    "-\xc2\xa3"
	    "5" },
	{ "34.10", "\xc2\xa3 per 10,000",
	    "\xc2\xa3"
	    "34.10 per 10,000" },
	{ "12", "rate (\xc2\xa3) per 100",
	    "\xc2\xa3"
	    "12 per 100" },
	{ "1,234",
	    "\xc2\xa3"
	    "000s",
	    "\xc2\xa3"
	    "1,234 thousand" },
	{ "12", "\xc2\xa3m",
	    "\xc2\xa3"
	    "12 million" },
	{ "12", "\xc2\xa3 or so", "12 (\xc2\xa3 or so)" },
	{ "11.9", "GBP billion",
	    "\xc2\xa3"
	    "11.9 billion" },
	{ "2,220", "GBP per child per year",
	    "\xc2\xa3"
	    "2,220 per child per year" },
	{ "12.3", "years", "12.3 years" },
	{ "12.3", "Years", "12.3 years" },
	{ "1", "years", "1 year" },
	{ "1.0", "years", "1.0 years" },
	{ "6", "weeks of pregnancy to second birthday",
	    "6 weeks of pregnancy to second birthday" },
	{ "3", "pupils per 30", "3 pupils per 30" },
	{ "120", "children", "120 children" },
	{ "1", "children", "1 child" },
	{ "1", "families", "1 family" },
	{ "1", "people", "1 person" },
	{ "2", "Persons", "2 persons" },
	{ "4", "ACEs (or more)", "4 ACEs (or more)" },
	{ "15", "staff", "15 staff" },
	{ "1", "staff", "1 member of staff" },
	{ "1,234", "count", "1,234" },
	{ "1,234", "Number", "1,234" },
	{ "1,234", "", "1,234" },
	{ "45.1", "score", "45.1 (score)" },
	{ "45.1", "Score", "45.1 (score)" },
	{ "14.2", "SDQ score", "14.2 (SDQ score)" },
	{ "0.5", "Proportion", "0.5 (proportion)" },
	{ "4", "ratio", "4 (ratio)" },
	{ "1.3", "index", "1.3 (index)" },
	{ "1.3", "Mean", "1.3 (mean)" },
	{ "1.3", "per person", "1.3 per person" },
	{ "1.3", "persons aged 5", "1.3 persons aged 5" },
	{ "1.3", "perinatal deaths", "1.3 perinatal deaths" },
	{ "1", "hospital admissions per year", "1 hospital admission per year" },
	{ "3", "areas", "3 areas" },
	{ "1.3", "status", "1.3 (status)" },
};

START_TEST(test_say)
{
	AUTO_ARENA arena = { 0 };
	struct str said =
	    unit_say(&arena, str_of(sayings[_i].number), str_of(sayings[_i].unit));

	ck_assert_msg(str_equal(said, str_of(sayings[_i].said)), "%s %s: '%.*s'",
	    sayings[_i].number, sayings[_i].unit, STR_ARG(said));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("unit");

	ADD_ROWS(tcase, test_say, sayings);
	return unit_run("model unit", tcase);
}
