#include "stats/life_table.h"

#include <math.h>
#include <string.h>

#include "../unit.h"

#define NONE ((double)NAN)

/* A made-up county, and a small town of it where three people die at 90 or over. */
static const struct life_band county[LIFE_BANDS] = {
	{ 31, 7060 },
	{ 6, 28210 },
	{ 4, 35100 },
	{ 5, 34200 },
	{ 17, 32400 },
	{ 26, 33150 },
	{ 30, 35420 },
	{ 38, 36080 },
	{ 52, 34790 },
	{ 77, 33010 },
	{ 118, 36120 },
	{ 171, 38450 },
	{ 246, 36880 },
	{ 362, 32190 },
	{ 548, 29440 },
	{ 861, 27910 },
	{ 1238, 21860 },
	{ 1651, 15730 },
	{ 1702, 9610 },
	{ 1489, 6120 },
};
static const struct life_band town[LIFE_BANDS] = {
	{ 1, 70 },
	{ 0, 260 },
	{ 0, 330 },
	{ 0, 320 },
	{ 1, 310 },
	{ 0, 320 },
	{ 1, 340 },
	{ 1, 350 },
	{ 1, 340 },
	{ 2, 330 },
	{ 2, 350 },
	{ 3, 380 },
	{ 4, 360 },
	{ 6, 320 },
	{ 8, 290 },
	{ 11, 270 },
	{ 14, 210 },
	{ 18, 150 },
	{ 17, 90 },
	{ 3, 20 },
};

/* From the formulas in exact fractions. */
static const struct {
	const char *name;
	const struct life_band *bands;
	size_t band;
	double years, se, deaths, population;
} expectancies[] = {
	{ "county at birth", county, 0, 76.5547022591114, 0.1720848655454361, 8672,
	    563730 },
	{ "county at 1", county, 1, 75.89055734704412, 0.1619237349590191, 8641,
	    556670 },
	{ "county at 15", county, 4, 62.040194547460615, 0.1575854411624906, 8626,
	    459160 },
	{ "county at 65", county, 14, 16.483624978539094, 0.09709224115382889, 7489,
	    110670 },
	{ "county at 85", county, 18, 5.052997132233324, 0.07367252232850456, 3191,
	    15730 },
	{ "county at 90", county, 19, 4.110141034251176, 0.10651465757190284, 1489,
	    6120 },
	{ "town at birth", town, 0, 70.9941120336329, 2.1735613863052956, 93, 5410 },
	{ "town at 1, where nobody dies", town, 1, 71.00833395113837,
	    1.9537525519308143, 92, 5340 },
	{ "town at 65", town, 14, 15.202707423153727, 1.0714362330679135, 71, 1030 },
	{ "town at 90", town, 19, 6.666666666666667, 3.849001794597505, 3, 20 },
};

START_TEST(test_expectancy)
{
	struct life_expectancy out[LIFE_BANDS];
	const char *name = expectancies[_i].name;
	struct err err;

	ck_assert(life_table(expectancies[_i].bands, out, &err));
	struct life_expectancy got = out[expectancies[_i].band];
	ck_assert_msg(fabs(got.years / expectancies[_i].years - 1) < 1e-14, "%s: %.17g",
	    name, got.years);
	ck_assert_msg(
	    fabs(got.se / expectancies[_i].se - 1) < 1e-13, "%s: %.17g", name, got.se);
	ck_assert_msg(got.deaths == expectancies[_i].deaths, "%s", name);
	ck_assert_msg(got.population == expectancies[_i].population, "%s", name);
	ck_assert_msg(got.withheld == LIFE_SHOWN, "%s: %d", name, got.withheld);
}
END_TEST

/* Where everybody reaches 90 the last band is all there is: 1 / M more years, with the
 * standard error 1 / (M sqrt(deaths)). */
START_TEST(test_nobody_dies_young)
{
	struct life_band bands[LIFE_BANDS];
	struct life_expectancy out[LIFE_BANDS];
	struct err err;

	for (size_t i = 0; i < LIFE_BANDS; i++)
		bands[i] = (struct life_band){ 0, 1000 };
	bands[LIFE_BANDS - 1].deaths = 250;
	ck_assert(life_table(bands, out, &err));
	for (size_t i = 0; i < LIFE_BANDS; i++) {
		ck_assert_double_eq_tol(
		    out[i].years, 90 - life_band_start(i) + 4, 1e-12);
		ck_assert_double_eq_tol(out[i].se, 4 / sqrt(250), 1e-12);
	}
}
END_TEST

/* Four times the people and deaths: the same years, twice as sure. */
START_TEST(test_more_people_are_surer)
{
	struct life_expectancy one[LIFE_BANDS], four[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	struct err err;

	for (size_t i = 0; i < LIFE_BANDS; i++)
		bands[i] = (struct life_band){ 4 * county[i].deaths,
			4 * county[i].population };
	ck_assert(life_table(county, one, &err) && life_table(bands, four, &err));
	for (size_t i = 0; i < LIFE_BANDS; i++) {
		ck_assert_double_eq_tol(four[i].years, one[i].years, 1e-12);
		ck_assert_double_eq_tol(four[i].se, one[i].se / 2, 1e-12);
	}
}
END_TEST

/* What one changed band does to the town's table: from which band on the expectancy is
 * withheld for this reason, and what is said of those before. */
static const struct {
	const char *name;
	size_t band;
	struct life_band instead;
	size_t from;
	enum life_withheld before, after;
} withheld[] = {
	{ "one death at 90 or over", 19, { 1, 20 }, 18, LIFE_SHOWN, LIFE_WIDE },
	{ "two deaths at 90 or over", 19, { 2, 20 }, 19, LIFE_SHOWN, LIFE_WIDE },
	{ "no death at 90 or over", 19, { 0, 20 }, 0, LIFE_SHOWN, LIFE_ENDLESS },
	{ "everybody dies at 20 to 24", 5, { 320, 320 }, 6, LIFE_SHOWN, LIFE_NOBODY },
	{ "everybody dies at 85 to 89", 18, { 90, 90 }, 19, LIFE_SHOWN, LIFE_NOBODY },
};

START_TEST(test_withheld)
{
	struct life_expectancy out[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	const char *name = withheld[_i].name;
	struct err err;

	memcpy(bands, town, sizeof bands);
	bands[withheld[_i].band] = withheld[_i].instead;
	ck_assert(life_table(bands, out, &err));
	for (size_t i = 0; i < LIFE_BANDS; i++) {
		enum life_withheld want =
		    i < withheld[_i].from ? withheld[_i].before : withheld[_i].after;
		bool none = want == LIFE_ENDLESS || want == LIFE_NOBODY;
		struct interval limits;
		ck_assert(life_limits(&out[i], 0.95, &limits, &err));
		ck_assert_msg(
		    out[i].withheld == want, "%s, band %zu: %d", name, i, want);
		ck_assert_msg(isnan(out[i].years) == none, "%s, band %zu", name, i);
		ck_assert_msg(
		    isnan(limits.value) == (want != LIFE_SHOWN), "%s, %zu", name, i);
		ck_assert_msg(isnan(limits.lower) == none, "%s, band %zu", name, i);
		ck_assert_msg(isnan(limits.upper) == none, "%s, band %zu", name, i);
	}
}
END_TEST

/* Nobody reaches the last band, so that it does not matter that nobody dies in it. */
START_TEST(test_the_end_may_come_early)
{
	struct life_expectancy out[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	struct err err;

	memcpy(bands, town, sizeof bands);
	bands[18].deaths = 90;
	bands[19].deaths = 0;
	ck_assert(life_table(bands, out, &err));
	ck_assert_int_eq(out[17].withheld, LIFE_SHOWN);
	ck_assert_double_eq_tol(out[18].years, 2.5, 1e-14);
	ck_assert_int_eq(out[19].withheld, LIFE_NOBODY);
}
END_TEST

static const struct {
	double confidence, lower, upper;
} levels[] = {
	{ 0.95, 76.21742212035792, 76.89198239786487 },
	{ 0.998, 76.02292004820035, 77.08648447002244 },
	{ 0.9, 76.27164784387553, 76.83775667434726 },
};

START_TEST(test_limits)
{
	struct life_expectancy out[LIFE_BANDS];
	struct interval got;
	struct err err;

	ck_assert(life_table(county, out, &err));
	ck_assert(life_limits(&out[0], levels[_i].confidence, &got, &err));
	ck_assert_double_eq_tol(got.lower, levels[_i].lower, 1e-11);
	ck_assert_double_eq_tol(got.value, 76.5547022591114, 1e-11);
	ck_assert_double_eq_tol(got.upper, levels[_i].upper, 1e-11);
}
END_TEST

START_TEST(test_limits_want_a_level)
{
	struct life_expectancy expectancy = { .years = 80, .se = 1 };
	struct interval got;
	struct err err;

	ck_assert(!life_limits(&expectancy, 95, &got, &err));
	ck_assert_str_eq(err.text, "confidence must lie between 0 and 1, not 95");
}
END_TEST

/* Band 8 is ages 35 to 39. */
static const struct {
	const char *name;
	size_t band;
	struct life_band instead;
	const char *text;
} refusals[] = {
	{ "negative deaths", 8, { -5, 340 },
	    "deaths at ages 35 to 39 must be 0 or more, not -5" },
	{ "endless deaths", 8, { (double)INFINITY, 340 },
	    "deaths at ages 35 to 39 must be 0 or more, not inf" },
	{ "nobody", 8, { 0, 0 },
	    "the population at ages 35 to 39 must be more than 0, not 0" },
	{ "fewer than nobody", 0, { 0, -7 },
	    "the population at age 0 must be more than 0, not -7" },
	{ "endless population", 8, { 1, (double)INFINITY },
	    "the population at ages 35 to 39 must be more than 0, not inf" },
	{ "more deaths than people", 19, { 21, 20 },
	    "deaths at ages 90 and over must not exceed the population 20, not 21" },
	{ "deaths missing", 8, { NONE, 340 }, "deaths at ages 35 to 39 are missing" },
	{ "population missing", 1, { 0, NONE }, "people at ages 1 to 4 are missing" },
	{ "a band missing", 19, { NONE, NONE },
	    "deaths at ages 90 and over are missing" },
};

START_TEST(test_refusals)
{
	struct life_expectancy out[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	struct err err;

	memcpy(bands, town, sizeof bands);
	memset(out, 0x5a, sizeof out);
	bands[refusals[_i].band] = refusals[_i].instead;
	ck_assert_msg(!life_table(bands, out, &err), "%s", refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	ck_assert_str_eq(err.text, refusals[_i].text);
	for (size_t i = 0; i < sizeof out; i++)
		ck_assert_int_eq(((const unsigned char *)out)[i], 0x5a);
}
END_TEST

/* Exactly 5,000 person-years are as few as fewer. */
static const struct {
	double population; /* of each band */
	bool enough;
} sizes[] = { { 249, false }, { 250, false }, { 250.5, true } };

START_TEST(test_size)
{
	struct life_expectancy out[LIFE_BANDS];
	struct life_band bands[LIFE_BANDS];
	struct err err;

	for (size_t i = 0; i < LIFE_BANDS; i++)
		bands[i] = (struct life_band){ 1, sizes[_i].population };
	ck_assert(life_table(bands, out, &err) == sizes[_i].enough);
	if (!sizes[_i].enough)
		ck_assert_ptr_nonnull(
		    strstr(err.text, "a life table needs more than 5000 person-years"));
}
END_TEST

START_TEST(test_ages)
{
	size_t band = 77;
	struct err err;

	for (size_t i = 0; i < LIFE_BANDS; i++) {
		ck_assert(life_band_find(life_band_start(i), &band, &err));
		ck_assert_uint_eq(band, i);
	}
	ck_assert_int_eq(life_band_start(0), 0);
	ck_assert_int_eq(life_band_start(1), 1);
	ck_assert_int_eq(life_band_start(2), 5);
	ck_assert_int_eq(life_band_start(LIFE_BANDS - 1), 90);
}
END_TEST

static const double no_ages[] = { -1, 2, 64, 64.5, 95, NONE };

START_TEST(test_no_such_age)
{
	size_t band = 77;
	struct err err;

	ck_assert(!life_band_find(no_ages[_i], &band, &err));
	ck_assert_int_eq(err.fault, FAULT_MISSING);
	ck_assert_msg(
	    strstr(err.text, "no age band begins at ") == err.text, "%s", err.text);
	ck_assert_uint_eq(band, 77);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("life table");

	ADD_ROWS(tcase, test_expectancy, expectancies);
	tcase_add_test(tcase, test_nobody_dies_young);
	tcase_add_test(tcase, test_more_people_are_surer);
	ADD_ROWS(tcase, test_withheld, withheld);
	tcase_add_test(tcase, test_the_end_may_come_early);
	ADD_ROWS(tcase, test_limits, levels);
	tcase_add_test(tcase, test_limits_want_a_level);
	ADD_ROWS(tcase, test_refusals, refusals);
	ADD_ROWS(tcase, test_size, sizes);
	tcase_add_test(tcase, test_ages);
	ADD_ROWS(tcase, test_no_such_age, no_ages);
	return unit_run("life table", tcase);
}
