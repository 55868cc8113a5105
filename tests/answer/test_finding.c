#include "answer/finding.h"

#include <math.h>

#include "../unit.h"
#include "little.h"

#define NONE ((double)NAN)

static struct little little;
static const struct variant smoking = { SMOKING, SEX_PERSONS, AGE_16, 0 };
static const struct variant admissions = { ADMISSIONS, SEX_PERSONS, AGE_ALL, 0 };
static const struct variant care_most = { CARE, SEX_PERSONS, AGE_UNDER_16,
	CATEGORY_MOST };
static const struct variant care_least = { CARE, SEX_PERSONS, AGE_UNDER_16,
	CATEGORY_LEAST };
static const struct variant nothing = { SMOKING, SEX_NONE, AGE_16, 0 };

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

static const struct {
	const char *name;
	const struct variant *variant;
	uint32_t type, area, period;
	uint32_t series, found_period;
	double value;
	enum missing missing;
} looks[] = {
	{ "a county's figure", &smoking, TYPE_COUNTY, MILLFIELD, Y2018, SMOKING_COUNTY,
	    Y2018, 20, MISSING_NOT },
	{ "of any type", &smoking, RELEASE_NONE, MILLFIELD, Y2018, SMOKING_COUNTY,
	    Y2018, 20, MISSING_NOT },
	{ "its latest", &smoking, TYPE_COUNTY, MILLFIELD, RELEASE_NONE, SMOKING_COUNTY,
	    Y2018, 20, MISSING_NOT },
	{ "the latest is the latest with a value", &smoking, TYPE_COUNTY, ASHBY,
	    RELEASE_NONE, SMOKING_COUNTY, Y2017, 30, MISSING_NOT },
	{ "a suppressed figure says so", &smoking, TYPE_COUNTY, ASHBY, Y2018,
	    SMOKING_COUNTY, Y2018, NONE, MISSING_SUPPRESSED },
	{ "no row", &smoking, TYPE_COUNTY, ASHBY_TOO, Y2016, SMOKING_COUNTY, Y2016,
	    NONE, MISSING_NO_ROW },
	{ "never any value: the latest reason", &admissions, TYPE_COUNTY, ASHBY_TOO,
	    RELEASE_NONE, ADMISSIONS_COUNTY, Y2016_18, NONE, MISSING_SMALL },
	{ "a period the series has not", &admissions, TYPE_COUNTY, MILLFIELD, Y2018,
	    ADMISSIONS_COUNTY, Y2018, NONE, MISSING_NO_ROW },
	{ "England under England", &smoking, RELEASE_NONE, ENGLAND, Y2017,
	    SMOKING_ENGLAND, Y2017, 25, MISSING_NOT },
	{ "England under Country", &smoking, RELEASE_NONE, ENGLAND, Y2018,
	    SMOKING_COUNTRY, Y2018, 25, MISSING_NOT },
	{ "England's latest is under Country", &smoking, RELEASE_NONE, ENGLAND,
	    RELEASE_NONE, SMOKING_COUNTRY, Y2018, 25, MISSING_NOT },
	{ "also when the type of counties is preferred", &smoking, TYPE_COUNTY, ENGLAND,
	    Y2018, SMOKING_COUNTRY, Y2018, 25, MISSING_NOT },
	{ "also when England is preferred", &smoking, TYPE_ENGLAND, ENGLAND, Y2018,
	    SMOKING_COUNTRY, Y2018, 25, MISSING_NOT },
	{ "a region, with counties preferred", &smoking, TYPE_COUNTY, NORTH, Y2018,
	    SMOKING_REGION, Y2018, 23, MISSING_NOT },
	{ "no such series", &nothing, TYPE_COUNTY, MILLFIELD, Y2018, RELEASE_NONE,
	    Y2018, NONE, MISSING_NO_ROW },
	{ "no area", &smoking, TYPE_COUNTY, RELEASE_NONE, Y2018, RELEASE_NONE, Y2018,
	    NONE, MISSING_NO_ROW },
	{ "a region without figures", &admissions, RELEASE_NONE, NORTH, Y2016_18,
	    RELEASE_NONE, Y2016_18, NONE, MISSING_NO_ROW },
};

START_TEST(test_look_up)
{
	struct finding found;
	struct err err;

	ck_assert(finding_look_up(&little.release, looks[_i].variant, looks[_i].type,
	    looks[_i].area, looks[_i].period, &found, &err));
	ck_assert_msg(found.series == looks[_i].series &&
			  found.area == looks[_i].area &&
			  found.period == looks[_i].found_period &&
			  found.figure.missing == looks[_i].missing,
	    "%s: series %u, period %u, missing %d", looks[_i].name, found.series,
	    found.period, (int)found.figure.missing);
	ck_assert_msg(isnan(looks[_i].value) ? isnan(found.figure.value)
					     : found.figure.value == looks[_i].value,
	    "%s: %g", looks[_i].name, found.figure.value);
	ck_assert_int_eq(found.verdict, VERDICT_NONE);
	ck_assert_ptr_nonnull(found.why_none);
}
END_TEST

static const struct {
	const char *name;
	const struct variant *variant;
	uint32_t area, benchmark, period;
	uint32_t series;
	double value;
} benchmarks[] = {
	{ "England's of the same period", &smoking, MILLFIELD, ENGLAND, Y2017,
	    SMOKING_ENGLAND, 25 },
	{ "the region's", &smoking, MILLFIELD, NORTH, Y2017, SMOKING_REGION, 23 },
	{ "the same category", &care_most, MILLFIELD, ENGLAND, Y2018, CARE_ENGLAND_MOST,
	    70 },
	{ "the total where there is no such category", &care_least, MILLFIELD, ENGLAND,
	    Y2018, CARE_ENGLAND, 50 },
	{ "its own total for the benchmark's category", &care_most, ENGLAND, ENGLAND,
	    Y2018, CARE_ENGLAND, 50 },
	{ "nothing", &smoking, MILLFIELD, RELEASE_NONE, Y2018, RELEASE_NONE, NONE },
};

START_TEST(test_benchmark)
{
	struct finding found;
	struct err err;

	ck_assert(finding_look_up_benchmark(&little.release, benchmarks[_i].variant,
	    benchmarks[_i].area, benchmarks[_i].benchmark, benchmarks[_i].period,
	    &found, &err));
	ck_assert_msg(found.series == benchmarks[_i].series &&
			  (isnan(benchmarks[_i].value)
				  ? isnan(found.figure.value)
				  : found.figure.value == benchmarks[_i].value),
	    "%s: series %u, %g", benchmarks[_i].name, found.series, found.figure.value);
}
END_TEST

static struct finding
look(const struct variant *variant, uint32_t area, uint32_t period)
{
	struct finding found;
	struct err err;

	ck_assert(finding_look_up(
	    &little.release, variant, RELEASE_NONE, area, period, &found, &err));
	return found;
}

enum { BY_ENGLAND, BY_PARENT };
#define SAID_ENGLAND(verdict) ((uint16_t)((verdict) + 1) << PUBLISHED_ENGLAND)
#define SAID_PARENT(verdict) ((uint16_t)((verdict) + 1) << PUBLISHED_PARENT)

/* Millfield's figure against that of England or the North in 2018, both given here. */
static const struct {
	const char *name;
	enum comparison comparison;
	enum polarity polarity;
	double value, half95, half998;
	double other, other_half;
	unsigned published;
	int by;
	enum verdict verdict;
	bool as_published;
	const char *why;
} verdicts[] = {
	{ "below, low is good", COMPARISON_INTERVAL, POLARITY_LOW, 20, 1, 2, 25, 1, 0,
	    BY_ENGLAND, VERDICT_BETTER, false, NULL },
	{ "below, high is good", COMPARISON_INTERVAL, POLARITY_HIGH, 20, 1, 2, 25, 1, 0,
	    BY_ENGLAND, VERDICT_WORSE, false, NULL },
	{ "below, no judgement", COMPARISON_INTERVAL, POLARITY_NEUTRAL, 20, 1, 2, 25, 1,
	    0, BY_ENGLAND, VERDICT_LOWER, false, NULL },
	{ "below, judgement unknown", COMPARISON_INTERVAL, POLARITY_UNKNOWN, 20, 1, 2,
	    25, 1, 0, BY_ENGLAND, VERDICT_LOWER, false, NULL },
	{ "on the limit", COMPARISON_INTERVAL, POLARITY_LOW, 24, 1, 2, 25, 1, 0,
	    BY_ENGLAND, VERDICT_SIMILAR, false, NULL },
	{ "the benchmark's own limits do not matter", COMPARISON_INTERVAL, POLARITY_LOW,
	    23.5, 1, 2, 25, 9, 0, BY_ENGLAND, VERDICT_BETTER, false, NULL },
	{ "one level of 99.8 %", COMPARISON_INTERVAL_998, POLARITY_LOW, 23.5, 1, 2, 25,
	    1, 0, BY_ENGLAND, VERDICT_SIMILAR, false, NULL },
	{ "beyond it", COMPARISON_INTERVAL_998, POLARITY_LOW, 22.5, 1, 2, 25, 1, 0,
	    BY_ENGLAND, VERDICT_BETTER, false, NULL },
	{ "two levels, between them", COMPARISON_TWO_LEVELS, POLARITY_LOW, 23.5, 1, 2,
	    25, 1, 0, BY_ENGLAND, VERDICT_BETTER, false, NULL },
	{ "two levels, beyond both", COMPARISON_TWO_LEVELS, POLARITY_LOW, 22.5, 1, 2,
	    25, 1, 0, BY_ENGLAND, VERDICT_BEST, false, NULL },
	{ "two levels, far above", COMPARISON_TWO_LEVELS, POLARITY_LOW, 28, 1, 2, 25, 1,
	    0, BY_ENGLAND, VERDICT_WORST, false, NULL },
	{ "overlap", COMPARISON_OVERLAP, POLARITY_LOW, 23, 1, 2, 25, 1, 0, BY_ENGLAND,
	    VERDICT_SIMILAR, false, NULL },
	{ "no overlap", COMPARISON_OVERLAP, POLARITY_LOW, 22.9, 1, 2, 25, 1, 0,
	    BY_ENGLAND, VERDICT_BETTER, false, NULL },
	{ "overlap with an England without limits", COMPARISON_OVERLAP, POLARITY_LOW,
	    23, 1, 2, 25, NONE, 0, BY_ENGLAND, VERDICT_NONE, false,
	    "there are no confidence limits" },
	{ "the region", COMPARISON_INTERVAL, POLARITY_LOW, 20, 1, 2, 15, 1, 0,
	    BY_PARENT, VERDICT_WORSE, false, NULL },
	{ "not compared", COMPARISON_NONE, POLARITY_LOW, 20, 1, 2, 25, 1,
	    SAID_ENGLAND(VERDICT_BETTER), BY_ENGLAND, VERDICT_NONE, false,
	    "this indicator is not compared" },
	{ "not to be compared", COMPARISON_INTERVAL, POLARITY_NONE, 20, 1, 2, 25, 1, 0,
	    BY_ENGLAND, VERDICT_NONE, false, "this indicator is not compared" },
	{ "no value", COMPARISON_INTERVAL, POLARITY_LOW, NONE, 1, 2, 25, 1, 0,
	    BY_ENGLAND, VERDICT_NONE, false, "it has no value" },
	{ "no limits", COMPARISON_INTERVAL, POLARITY_LOW, 20, NONE, NONE, 25, 1, 0,
	    BY_ENGLAND, VERDICT_NONE, false, "there are no confidence limits" },
	{ "no limits, but published", COMPARISON_INTERVAL, POLARITY_LOW, 20, NONE, NONE,
	    25, 1, SAID_ENGLAND(VERDICT_WORSE), BY_ENGLAND, VERDICT_WORSE, true, NULL },
	{ "what was published of the region is not of England", COMPARISON_INTERVAL,
	    POLARITY_LOW, 20, NONE, NONE, 25, 1, SAID_PARENT(VERDICT_WORSE), BY_ENGLAND,
	    VERDICT_NONE, false, "there are no confidence limits" },
	{ "no limits, but published of the region", COMPARISON_INTERVAL, POLARITY_LOW,
	    20, NONE, NONE, 25, 1,
	    SAID_PARENT(VERDICT_SIMILAR) | SAID_ENGLAND(VERDICT_WORSE), BY_PARENT,
	    VERDICT_SIMILAR, true, NULL },
	{ "published as not compared", COMPARISON_INTERVAL, POLARITY_LOW, 20, NONE,
	    NONE, 25, 1, SAID_ENGLAND(VERDICT_NONE), BY_ENGLAND, VERDICT_NONE, false,
	    "there are no confidence limits" },
	{ "ours before theirs", COMPARISON_INTERVAL, POLARITY_LOW, 20, 1, 2, 25, 1,
	    SAID_ENGLAND(VERDICT_WORSE), BY_ENGLAND, VERDICT_BETTER, false, NULL },
	{ "England has no value", COMPARISON_INTERVAL, POLARITY_LOW, 20, 1, 2, NONE, 1,
	    0, BY_ENGLAND, VERDICT_NONE, false,
	    "the benchmark has no value for this period" },
	{ "England has no value, but published", COMPARISON_INTERVAL, POLARITY_LOW, 20,
	    1, 2, NONE, 1, SAID_ENGLAND(VERDICT_BETTER), BY_ENGLAND, VERDICT_BETTER,
	    true, NULL },
	{ "quintile, lowest", COMPARISON_QUINTILES, POLARITY_LOW, 1, NONE, NONE, 25, 1,
	    0, BY_ENGLAND, VERDICT_BEST, false, NULL },
	{ "quintile, highest", COMPARISON_QUINTILES, POLARITY_LOW, 99, NONE, NONE, 25,
	    1, 0, BY_ENGLAND, VERDICT_WORST, false, NULL },
	{ "quintile, middle", COMPARISON_QUINTILES, POLARITY_NEUTRAL, 25.6, NONE, NONE,
	    25, 1, 0, BY_ENGLAND, VERDICT_SIMILAR, false, NULL },
	{ "quintile, second", COMPARISON_QUINTILES, POLARITY_NEUTRAL, 25.2, NONE, NONE,
	    25, 1, 0, BY_ENGLAND, VERDICT_LOWER, false, NULL },
	{ "quintile without England's value", COMPARISON_QUINTILES, POLARITY_NEUTRAL,
	    99, NONE, NONE, NONE, 1, 0, BY_ENGLAND, VERDICT_HIGHEST, false, NULL },
	{ "quintiles of three areas", COMPARISON_QUINTILES, POLARITY_NEUTRAL, 99, NONE,
	    NONE, 25, 1, 0, BY_PARENT, VERDICT_NONE, false,
	    "fewer than five areas have a value" },
};

START_TEST(test_compare)
{
	struct figure figure =
	    little_value(verdicts[_i].value, verdicts[_i].half95, verdicts[_i].half998);
	struct figure other =
	    little_value(verdicts[_i].other, verdicts[_i].other_half, NONE);
	struct finding finding, benchmark;

	figure.published = (uint16_t)verdicts[_i].published;
	figure.missing = isnan(figure.value) ? MISSING_UNPUBLISHED : MISSING_NOT;
	other.missing = isnan(other.value) ? MISSING_UNPUBLISHED : MISSING_NOT;
	little_start(&little);
	little.draft.indicators[SMOKING].comparison = verdicts[_i].comparison;
	little.draft.indicators[SMOKING].polarity = verdicts[_i].polarity;
	little_put(&little, SMOKING_COUNTY, MILLFIELD, Y2018, figure);
	little_put(&little, SMOKING_COUNTRY, ENGLAND, Y2018, other);
	little_put(&little, SMOKING_REGION, NORTH, Y2018, other);
	/* Six values for the quintiles. */
	little_put(&little, SMOKING_COUNTY, ASHBY, Y2018, little_value(30, NONE, NONE));
	little_open(&little);

	bool by_parent = verdicts[_i].by == BY_PARENT;
	finding = look(&smoking, MILLFIELD, Y2018);
	benchmark = look(&smoking, by_parent ? NORTH : ENGLAND, Y2018);
	finding_compare(&little.release, &finding, &benchmark, by_parent);
	ck_assert_msg(finding.verdict == verdicts[_i].verdict &&
			  finding.as_published == verdicts[_i].as_published,
	    "%s: %s%s", verdicts[_i].name, verdict_word(finding.verdict),
	    finding.as_published ? ", as published" : "");
	if (verdicts[_i].why)
		ck_assert_str_eq(finding.why_none, verdicts[_i].why);
	else
		ck_assert_msg(finding.why_none == NULL, "%s: %s", verdicts[_i].name,
		    finding.why_none);
	little_done(&little);
}
END_TEST

START_TEST(test_not_with_itself)
{
	struct finding england = look(&smoking, ENGLAND, Y2018);

	finding_compare(&little.release, &england, &england, false);
	ck_assert_int_eq(england.verdict, VERDICT_NONE);
	ck_assert_str_eq(england.why_none, "it is what others are compared with");
}
END_TEST

START_TEST(test_category_with_its_total)
{
	struct finding most = look(&care_most, ENGLAND, Y2018), total;
	struct err err;

	ck_assert(finding_look_up_benchmark(
	    &little.release, &care_most, ENGLAND, ENGLAND, Y2018, &total, &err));
	finding_compare(&little.release, &most, &total, false);
	ck_assert_int_eq(most.verdict, VERDICT_WORSE);
}
END_TEST

START_TEST(test_other_period)
{
	struct finding finding = look(&smoking, MILLFIELD, Y2018);
	struct finding england = look(&smoking, ENGLAND, Y2017);

	finding_compare(&little.release, &finding, &england, false);
	ck_assert_int_eq(finding.verdict, VERDICT_NONE);
	ck_assert_str_eq(
	    finding.why_none, "the benchmark has no value for this period");
}
END_TEST

START_TEST(test_no_benchmark)
{
	struct finding finding = look(&smoking, MILLFIELD, Y2018);
	struct finding none = look(&smoking, RELEASE_NONE, Y2018);

	finding_compare(&little.release, &finding, &none, true);
	ck_assert_int_eq(finding.verdict, VERDICT_NONE);
	ck_assert_str_eq(finding.why_none, "there is no area to compare it with");
}
END_TEST

/* Another area's figures say nothing of what the source said of England. */
START_TEST(test_other_benchmark_has_no_published_verdict)
{
	struct figure figure = little_value(20, NONE, NONE);
	struct finding finding, other;

	figure.published = SAID_ENGLAND(VERDICT_WORSE) | SAID_PARENT(VERDICT_WORSE);
	little_start(&little);
	little_put(&little, SMOKING_COUNTY, MILLFIELD, Y2018, figure);
	little_open(&little);
	finding = look(&smoking, MILLFIELD, Y2018);
	other = look(&smoking, ZEDTON, Y2018);
	finding_compare(&little.release, &finding, &other, false);
	ck_assert_int_eq(finding.verdict, VERDICT_NONE);
	little_done(&little);
}
END_TEST

/* A folder need not hold figures of England for its source to have compared with it. */
START_TEST(test_no_root)
{
	struct figure figure = little_value(20, NONE, NONE);
	struct finding finding, other;

	figure.published = SAID_ENGLAND(VERDICT_WORSE) | SAID_PARENT(VERDICT_BETTER);
	little_start(&little);
	little.draft.profile.root = RELEASE_NONE;
	little.draft.profile.benchmark = RELEASE_NONE;
	little_put(&little, SMOKING_COUNTY, MILLFIELD, Y2018, figure);
	little_open(&little);
	finding = look(&smoking, MILLFIELD, Y2018);
	other = look(&smoking, RELEASE_NONE, Y2018);
	finding_compare(&little.release, &finding, &other, false);
	ck_assert_int_eq(finding.verdict, VERDICT_WORSE);
	ck_assert(finding.as_published && !finding.why_none);
	/* Of a parent that is not known nothing is said. */
	finding_compare(&little.release, &finding, &other, true);
	ck_assert_int_eq(finding.verdict, VERDICT_NONE);
	ck_assert_str_eq(finding.why_none, "there is no area to compare it with");
	finding = look(&smoking, ZEDTON, Y2018);
	finding_compare(&little.release, &finding, &other, false);
	ck_assert_int_eq(finding.verdict, VERDICT_NONE);
	ck_assert_str_eq(finding.why_none, "there is no area to compare it with");
	little_done(&little);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("finding"), *own = tcase_create("own releases");
	Suite *suite = suite_create("answer finding");
	SRunner *runner = srunner_create(suite);
	int failed;

	tcase_add_unchecked_fixture(tcase, set_up, tear_down);
	ADD_ROWS(tcase, test_look_up, looks);
	ADD_ROWS(tcase, test_benchmark, benchmarks);
	tcase_add_test(tcase, test_not_with_itself);
	tcase_add_test(tcase, test_category_with_its_total);
	tcase_add_test(tcase, test_other_period);
	tcase_add_test(tcase, test_no_benchmark);
	ADD_ROWS(own, test_compare, verdicts);
	tcase_add_test(own, test_other_benchmark_has_no_published_verdict);
	tcase_add_test(own, test_no_root);
	suite_add_tcase(suite, tcase);
	suite_add_tcase(suite, own);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
