#include "source/columns.h"

#include "../unit.h"
#include "source/gss.h"
#include "source/symbol.h"

START_TEST(test_names_in_order)
{
	size_t count;
	const struct columns_name *names = columns_names(&count);

	for (size_t i = 1; i < count; i++)
		ck_assert_msg(strcmp(names[i - 1].folded, names[i].folded) < 0, "%s",
		    names[i].folded);
}
END_TEST

/* Every role has a title, and every title leads to its role. */
START_TEST(test_titles)
{
	AUTO_ARENA arena = { 0 };

	for (int role = 0; role < ROLE_COUNT; role++) {
		const char *title = columns_title((enum role)role);
		ck_assert_msg(columns_role(&arena, str_of(title)) == (enum role)role,
		    "%s", title);
	}
}
END_TEST

static const struct {
	const char *header;
	enum role role;
} roles[] = {
	{ "IndicatorID", ROLE_INDICATOR_ID },
	{ " indicator-id ", ROLE_INDICATOR_ID },
	{ "AreaName", ROLE_AREA_NAME },
	{ "Category_Type", ROLE_CATEGORY_TYPE },
	{ "Timeperiod", ROLE_PERIOD },
	{ "Time_period_Sortable", ROLE_SORTABLE },
	{ "TimeperiodSortable", ROLE_SORTABLE },
	{ "Lower_CI_95.0_limit", ROLE_LOWER95 },
	{ "Lower CI 95.0 limit", ROLE_LOWER95 },
	{ "LowerCI95.0limit", ROLE_LOWER95 },
	{ "lower_ci", ROLE_LOWER95 },
	{ "Upper CI limit", ROLE_UPPER95 },
	{ "Upper_CI_99.8_limit", ROLE_UPPER998 },
	{ "Compared to England value or percentiles", ROLE_ENGLAND },
	{ "Compared_to_England_value_or_percentiles", ROLE_ENGLAND },
	{ "significance", ROLE_ENGLAND },
	{ "Compared to Region value or percentiles", ROLE_PARENT },
	{ "Compared to parent value or percentiles", ROLE_PARENT },
	{ "Compared to Counties & UAs (from Apr 2021) value or percentiles",
	    ROLE_PARENT },
	{ "Compared to ICB sub-locations value or percentiles", ROLE_PARENT },
	{ "Compared to percentiles", ROLE_PARENT },
	{ "ComparedtoParentvalueorpercentiles", ROLE_PARENT },
	{ "Compared to goal", ROLE_GOAL },
	{ "Target data", ROLE_GOAL },
	{ "Compared to", ROLE_COUNT },
	{ "measure", ROLE_UNIT },
	{ "colour", ROLE_COUNT },
	{ "", ROLE_COUNT },
};

START_TEST(test_role)
{
	AUTO_ARENA arena = { 0 };

	ck_assert_msg(columns_role(&arena, str_of(roles[_i].header)) == roles[_i].role,
	    "%s", roles[_i].header);
}
END_TEST

static const struct {
	const char *name, *text;
	enum role third; /* of the column "unit" */
} units[] = {
	{ "sexes", "i,v,unit\n1,2,Persons\n1,2,\n1,2,Female\n", ROLE_SEX },
	{ "units", "i,v,unit\n1,2,per 10,000\n", ROLE_UNIT },
	{ "both", "i,v,unit\n1,2,Persons\n1,2,%\n", ROLE_UNIT },
	{ "nothing", "i,v,unit\n1,2,\n", ROLE_UNIT },
};

START_TEST(test_unit)
{
	struct csv *csv = memory_take(1, sizeof *csv);
	struct report report = { 0 };
	struct columns columns;

	csv_init(csv, str_of(units[_i].text), '\n', 1, STR("x"), &report);
	ck_assert(csv_next(csv));
	ck_assert(!columns_read(&columns, csv)); /* area code and others are missing */
	ck_assert_msg(columns.at[units[_i].third] == 2, "%s", units[_i].name);
	ck_assert(csv_next(csv)); /* still behind the header */
	ck_assert_uint_eq(csv->line, 2);
	report_done(&report);
	free(csv);
}
END_TEST

START_TEST(test_symbols_in_order)
{
	size_t count;
	const struct symbol *all = symbols(&count);

	for (size_t i = 1; i < count; i++)
		ck_assert_msg(
		    strcmp(all[i - 1].text, all[i].text) < 0, "%s", all[i].text);
}
END_TEST

static const struct {
	const char *text;
	const char *note; /* NULL: no symbol */
} symbol_cases[] = {
	{ "NA", "" },
	{ "n/a", "" },
	{ "-", "" },
	{ "\xe2\x80\x93", "" },
	{ "*", "Value suppressed for disclosure control reasons" },
	{ "[c]", "Value suppressed for disclosure control reasons" },
	{ "c", "Value suppressed for disclosure control reasons" },
	{ "C", "Value suppressed for disclosure control reasons" },
	{ " [X] ", "Value not available" },
	{ "z", "Value not applicable" },
	{ "[low]", "Value rounds to zero but is not zero" },
	{ "k", "Value rounds to zero but is not zero" },
	{ "~", "Value rounds to zero but is not zero" },
	{ "", "" },
	{ "[]", NULL },
	{ "n/a?", NULL },
	{ "cc", NULL },
	{ "a long text that is no symbol", NULL },
};

START_TEST(test_symbol)
{
	struct str note;
	bool good = symbol_parse(str_of(symbol_cases[_i].text), &note);

	ck_assert_msg(
	    good == (symbol_cases[_i].note != NULL), "%s", symbol_cases[_i].text);
	if (good)
		ck_assert_msg(str_equal(note, str_of(symbol_cases[_i].note)), "%s",
		    symbol_cases[_i].text);
}
END_TEST

static const struct {
	const char *code, *type;
} codes[] = {
	{ "E92000001", "England" },
	{ "E12000004", "Region" },
	{ "E06000015", "Counties and unitary authorities" },
	{ "E10000018", "Counties and unitary authorities" },
	{ "E07000131", "Districts" },
	{ "E05000436", "Wards" },
	{ "E47000001", "Combined authorities" },
	{ "E54000015", "Integrated care boards" },
	{ "E38000228", "Sub-integrated care boards" },
	{ "E06", "Other areas" },
	{ "A81002", "Other areas" },
	{ "", "Other areas" },
};

START_TEST(test_code)
{
	ck_assert_msg(
	    str_equal(gss_type_name(str_of(codes[_i].code)), str_of(codes[_i].type)),
	    "%s", codes[_i].code);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("columns");

	tcase_add_test(tcase, test_names_in_order);
	tcase_add_test(tcase, test_titles);
	ADD_ROWS(tcase, test_role, roles);
	ADD_ROWS(tcase, test_unit, units);
	tcase_add_test(tcase, test_symbols_in_order);
	ADD_ROWS(tcase, test_symbol, symbol_cases);
	ADD_ROWS(tcase, test_code, codes);
	return unit_run("source columns", tcase);
}
