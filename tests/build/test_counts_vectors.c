/* Reference results from tables of counts: directly standardised rates as the field's R
 * package gives them (TARTAN_VECTORS), and denominators of published tables of people
 * (TARTAN_DATA). Tests of what is not there are skipped. */
#define _XOPEN_SOURCE 700 /* realpath */
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"
#include "figures_of.h"

static const char *
directory(const char *variable)
{
	const char *name = getenv(variable);

	return name && file_is_directory(name) ? name : NULL;
}

static void
link_file(const struct folder_of *folder, const char *variable, const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct str from = str_print(&arena, "%s/%s", directory(variable), path);
	char *full = realpath(from.at, NULL);
	const char *slash = strrchr(path, '/');

	ck_assert_msg(full, "%s", from.at);
	ck_assert_int_eq(
	    symlink(full, folder_of_path(&arena, folder, slash ? slash + 1 : path)), 0);
	free(full);
}

/* The package has no rate of fewer than ten events, as we have none. */
static const struct {
	const char *indicator, *area;
	double value, lower95, upper95, lower998, count, denominator;
} rates[] = {
	{ "europe", "testdata_big", 10430.247991469425, 9717.7090679856847,
	    11178.940915479252, 9323.2878802199048, 895, 8970 },
	{ "europe", "testdata_small", 1103.212025300104, 877.455767536709,
	    1367.0882227251795, 763.64203579398759, 91, 8970 },
	{ "europe", "testdata_tiny", (double)NAN, (double)NAN, (double)NAN, (double)NAN,
	    9, 8970 },
	{ "own", "DSR_1976", 859.20975850223647, 799.11609314421025, 922.52538803183177,
	    765.92821065689554, 804, 8763 },
};

static void
same(const char *what, double got, double wanted)
{
	if (isnan(wanted))
		ck_assert_msg(isnan(got), "%s: %.17g, want none", what, got);
	else
		ck_assert_msg(fabs(got - wanted) <= 1e-12 * fabs(wanted),
		    "%s: %.17g, want %.17g", what, got, wanted);
}

START_TEST(test_standardised)
{
	AUTO_BUF report = { 0 };
	struct folder_of folder;
	struct release release;

	if (!directory("TARTAN_VECTORS"))
		return;
	folder_of_nothing(&folder);
	link_file(&folder, "TARTAN_VECTORS", "calculate_dsr.in.csv");
	folder_of_add(&folder, "definitions.yaml",
	    STR("tables:\n"
		"  - file: calculate_dsr.in.csv\n"
		"    columns: {area: case, age: ageband}\n"
		"    fixed: {period: 2020, sex: Persons}\n"
		"    words: {age: {55-69: 55-59}} # as the file spells it\n"
		"    symbols: {NA: zero} # as the package takes it\n"
		"    makes:\n"
		"      - {indicator: europe, method: dsr, count: x, denominator: n,\n"
		"         where not: {case: DSR_1976},\n"
		"         standard population: European 2013}\n"
		"      - {indicator: own, method: dsr, count: x, denominator: n,\n"
		"         where: {case: DSR_1976}, multiplier: 10000,\n"
		"         standard population: {0-4: 8000, 5-9: 7000, 10-14: 7000,\n"
		"           15-19: 7000, 20-24: 7000, 25-29: 7000, 30-34: 7000,\n"
		"           35-39: 7000, 40-44: 7000, 45-49: 7000, 50-54: 7000,\n"
		"           55-59: 6000, 60-64: 5000, 65-69: 4000, 70-74: 3000,\n"
		"           75-79: 2000, 80-84: 1000, 85+: 1000}}\n"));
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < ROWS(rates); i++) {
		struct figure f = figures_of_find(&release, rates[i].indicator,
		    rates[i].area, "2020", SEX_PERSONS, "All ages");
		same(rates[i].area, f.value, rates[i].value);
		same(rates[i].area, f.lower95, rates[i].lower95);
		same(rates[i].area, f.upper95, rates[i].upper95);
		same(rates[i].area, f.lower998, rates[i].lower998);
		same(rates[i].area, f.count, rates[i].count);
		same(rates[i].area, f.denominator, rates[i].denominator);
	}
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

/* Sums worked out from the rows of the files by hand. */
static const struct {
	const char *indicator, *period;
	enum sex sex;
	const char *age;
	double people;
} people[] = {
	{ "estimates", "2020/21", SEX_PERSONS, "5-16 yrs", 70984 },
	{ "estimates", "2020", SEX_PERSONS, "18+ yrs", 431170 },
	{ "projections", "2016", SEX_MALE, "10-14 yrs", 13509 },
	{ "projections", "2016", SEX_FEMALE, "10-14 yrs", 12987 },
	{ "projections", "2016/17", SEX_PERSONS, "10-14 yrs", 26496 },
	{ "projections", "2015 - 17", SEX_PERSONS, "10-14 yrs", 79787 },
};

START_TEST(test_people)
{
	AUTO_BUF report = { 0 };
	struct folder_of folder;
	struct release release;

	if (!directory("TARTAN_DATA"))
		return;
	folder_of_nothing(&folder);
	link_file(&folder, "TARTAN_DATA", "population/population20_utla20.csv");
	link_file(&folder, "TARTAN_DATA", "population/snpp_e.csv");
	folder_of_add(&folder, "counts.csv",
	    STR("what,year,sex,age,cases\n"
		"e,2020/21,Persons,5-16 yrs,11\ne,2020,Persons,18+ yrs,12\n"
		"p,2016,Male,10-14 yrs,13\np,2016,Female,10-14 yrs,14\n"
		"p,2016/17,Persons,10-14 yrs,15\np,2015 - 17,Persons,10-14 yrs,16\n"));
	folder_of_add(&folder, "definitions.yaml",
	    STR("populations:\n"
		"  - {name: wide, file: population20_utla20.csv,\n"
		"     columns: {area: utla20_code}, fixed: {period: 2020},\n"
		"     people: \"*\"}\n"
		"  - {name: long, file: snpp_e.csv, people: OBS_VALUE,\n"
		"     columns: {area: GEOGRAPHY_CODE, age: C_AGE, sex: GENDER,\n"
		"       period: PROJECTED_YEAR_NAME},\n"
		"     words: {sex: {1: Male, 2: Female}}}\n"
		"tables:\n"
		"  - file: counts.csv\n"
		"    columns: {period: year, sex: sex, age: age}\n"
		"    fixed: {area: E06000047}\n"
		"    makes:\n"
		"      - {indicator: estimates, method: rate, count: cases,\n"
		"         where: {what: e}, denominator: {population: wide}}\n"
		"      - {indicator: projections, method: rate, count: cases,\n"
		"         where: {what: p}, denominator: {population: long}}\n"));
	figures_of_open(&folder, &release, &report);
	ck_assert_msg(buf_str(&report).len == 0, "%.*s", STR_ARG(buf_str(&report)));
	for (size_t i = 0; i < ROWS(people); i++) {
		struct figure f = figures_of_find(&release, people[i].indicator,
		    "E06000047", people[i].period, people[i].sex, people[i].age);
		same(people[i].period, f.denominator, people[i].people);
		same(people[i].period, f.value, f.count / people[i].people * 100000);
	}
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("counts vectors");

	tcase_add_test(tcase, test_standardised);
	tcase_add_test(tcase, test_people);
	return unit_run("build counts vectors", tcase);
}
