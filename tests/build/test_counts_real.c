/* Published tables of counts, and what their publishers made of them. They lie in the
 * directory that TARTAN_DATA names; without it the test is skipped. Each comparison
 * prints its outcome and asserts the numbers of it. */
#include <math.h>
#include <stdio.h>

#include "../unit.h"
#include "counts_data.h"
#include "figures_of.h"

/* How figures that were made compare with those that were published. */
struct tally {
	unsigned agree;   /* to the last digit printed */
	unsigned rounded; /* as counts rounded to a step allow */
	unsigned differ;
	unsigned uncounted;   /* published, but a count is hidden */
	unsigned unpublished; /* counted, but the published value is hidden */
};

struct comparing {
	const struct release *release;
	const char *ours, *published;
	double half; /* of the last digit published */
	double step; /* that counts are rounded to */
	struct tally *tally;
};

/* Whether a published value can come of counts that were rounded to ours. */
static bool
by_rounding(const struct comparing *w, const struct figure *ours, double published)
{
	double half = w->step / 2;
	double least = fmax(ours->count - half, 0) / (ours->denominator + half) * 100;
	double most = (ours->count + half) / fmax(ours->denominator - half, 1e-9) * 100;

	return published >= least - w->half - 1e-9 &&
	       published <= most + w->half + 1e-9;
}

/* One line of the outcome; all of them when TARTAN_LIST is set. */
static void
tell(const struct comparing *w, const struct release_series *s, uint32_t area,
    uint32_t period, const struct figure *ours, const struct figure *published,
    const char *why)
{
	const struct release *r = w->release;

	printf("#   %s %.*s %.*s %.*s %.*s: %g of %g is %.4f, published %g: %s\n",
	    w->ours, STR_ARG(release_text(r, r->areas[area].name)),
	    STR_ARG(release_text(r, r->periods[period].label)),
	    STR_ARG(release_text(r, r->ages[s->age].label)),
	    STR_ARG(release_text(r, r->categories[s->category].name)), ours->count,
	    ours->denominator, ours->value, published->value, why);
}

static void
weigh(const struct comparing *w, const struct release_series *s, uint32_t area,
    uint32_t period, const struct figure *ours, const struct figure *published)
{
	bool all = getenv("TARTAN_LIST") != NULL;
	const char *why = NULL;

	if (isnan(ours->value) && isnan(published->value))
		return;
	if (isnan(ours->value)) {
		w->tally->uncounted++;
		why = all ? "a count is hidden or zero" : NULL;
	} else if (isnan(published->value)) {
		w->tally->unpublished++;
		why = all ? "its percentage is hidden" : NULL;
	} else if (fabs(ours->value - published->value) <= w->half + 1e-9) {
		w->tally->agree++;
	} else if (w->step > 0 && by_rounding(w, ours, published->value)) {
		w->tally->rounded++;
		why = all ? "counts are rounded" : NULL;
	} else {
		w->tally->differ++;
		why = "differs";
	}
	if (why)
		tell(w, s, area, period, ours, published, why);
}

/* Every figure of a series with the same of the published indicator. */
static void
compare_series(const struct comparing *w, uint32_t number)
{
	const struct release *r = w->release;
	const struct release_series *s = &r->series[number];
	uint32_t other =
	    release_find_series(r, release_indicator(r, str_of(w->published)),
		s->area_type, s->sex, s->age, s->category);
	struct figures ours, published;
	struct err err;

	ck_assert_uint_ne(other, RELEASE_NONE);
	ck_assert(release_figures(r, number, &ours, &err));
	ck_assert(release_figures(r, other, &published, &err));
	for (uint32_t a = 0; a < s->areas; a++)
		for (uint32_t p = 0; p < s->periods; p++) {
			struct figure x = figures_at(&ours, a, p);
			struct figure y = figures_at(&published,
			    figures_area(&published, ours.areas[a]),
			    figures_period(&published, ours.periods[p]));
			if (x.missing != MISSING_NO_ROW || y.missing != MISSING_NO_ROW)
				weigh(w, s, ours.areas[a], ours.periods[p], &x, &y);
		}
}

static void
compare(const struct release *release, const char *ours, const char *published,
    double half, double step, struct tally *tally)
{
	struct comparing w = { release, ours, published, half, step, tally };
	uint32_t indicator = release_indicator(release, str_of(ours));
	const struct release_indicator *i;

	ck_assert_msg(indicator != RELEASE_NONE, "%s", ours);
	i = &release->indicators[indicator];
	for (uint32_t s = 0; s < i->series; s++)
		compare_series(&w, i->first_series + s);
}

static void
write_needs(const struct folder_of *folder)
{
	AUTO_BUF yaml = { 0 };

	buf_add(&yaml, STR("tables:\n"
			   "  - file: sen_la.csv\n"
			   "    columns:\n"
			   "      area: [new_la_code, region_code, country_code]\n"
			   "      area name: [la_name, region_name, country_name]\n"
			   "      period: time_period\n"
			   "      category: social_care_group\n"
			   "    fixed: {category type: Social care group}\n"
			   "    symbols: {c: suppressed, z: not applicable}\n"
			   "    makes:\n"));
	for (size_t i = 0; i < COUNTS_NEEDS; i++)
		buf_print(&yaml,
		    "      - {indicator: %s, method: proportion, count: t_%s,\n"
		    "         denominator: %s}\n"
		    "      - {indicator: pub_%s, method: given, value: pt_%s}\n",
		    counts_needs[i].name, counts_needs[i].name, counts_needs[i].of,
		    counts_needs[i].name, counts_needs[i].name);
	folder_of_add(folder, "definitions.yaml", buf_str(&yaml));
	counts_data_link(folder, "dfe/sen_la.csv");
}

static void
print_tally(const char *what, const struct tally *t)
{
	printf("# %-28s %6u agree, %5u by rounding, %4u differ, %4u uncounted, %4u "
	       "unpublished\n",
	    what, t->agree, t->rounded, t->differ, t->uncounted, t->unpublished);
}

static void
add_tally(struct tally *sum, const struct tally *t)
{
	sum->agree += t->agree;
	sum->rounded += t->rounded;
	sum->differ += t->differ;
	sum->uncounted += t->uncounted;
	sum->unpublished += t->unpublished;
}

static void
check_tally(const struct tally *got, struct tally wanted)
{
	ck_assert_uint_eq(got->agree, wanted.agree);
	ck_assert_uint_eq(got->rounded, wanted.rounded);
	ck_assert_uint_eq(got->differ, wanted.differ);
	ck_assert_uint_eq(got->uncounted, wanted.uncounted);
	ck_assert_uint_eq(got->unpublished, wanted.unpublished);
}

/* Compares NAME with pub_NAME and adds the outcome to the sum. */
static void
compare_pair(const struct release *release, const char *name, double half, double step,
    struct tally *sum)
{
	AUTO_ARENA arena = { 0 };
	struct tally tally = { 0 };

	compare(
	    release, name, str_print(&arena, "pub_%s", name).at, half, step, &tally);
	print_tally(name, &tally);
	add_tally(sum, &tally);
}

/* Counts are rounded to ten, percentages are made of those that were not. */
START_TEST(test_special_needs)
{
	AUTO_BUF report = { 0 };
	struct folder_of folder;
	struct release release;
	struct tally sum = { 0 };

	folder_of_nothing(&folder);
	write_needs(&folder);
	figures_of_open(&folder, &release, &report);
	ck_assert_msg(buf_str(&report).len == 0, "%.*s", STR_ARG(buf_str(&report)));
	for (size_t i = 0; i < COUNTS_NEEDS; i++)
		compare_pair(&release, counts_needs[i].name, 0.05, 10, &sum);
	print_tally("special educational needs", &sum);
	check_tally(&sum, (struct tally){ 34692, 1991, 0, 153, 0 });
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

#define CARE_TABLE                                                                     \
	"tables:\n"                                                                    \
	"  - file: la_conviction_health_outcome_cla.csv\n"                             \
	"    columns:\n"                                                               \
	"      area: [new_la_code, region_code, country_code]\n"                       \
	"      area name: [la_name, region_name, country_name]\n"                      \
	"      period: time_period\n"                                                  \
	"    years: ending March\n"                                                    \
	"    symbols: {c: suppressed, z: not applicable, k: rounds to zero}\n"         \
	"    makes:\n"

static void
add_care(struct buf *yaml, size_t number)
{
	buf_print(yaml,
	    "      - indicator: m%zu\n        method: proportion\n"
	    "        count: number\n        where: &w%zu\n"
	    "          cla_group: \"%s\"\n          characteristic: \"%s\"\n"
	    "        denominator:\n          column: number\n          where:\n"
	    "            cla_group: \"%s\"\n            characteristic: \"%s\"\n"
	    "      - {indicator: pub_m%zu, method: given, value: percentage, where: "
	    "*w%zu}\n",
	    number, number, counts_care[number].group, counts_care[number].name,
	    counts_care[number].group, counts_care[number].of, number, number);
}

/* Percentages are printed without decimals, counts rounded to ten. */
START_TEST(test_looked_after)
{
	AUTO_BUF report = { 0 }, yaml = { 0 };
	AUTO_ARENA arena = { 0 };
	struct folder_of folder;
	struct release release;
	struct tally sum = { 0 };

	folder_of_nothing(&folder);
	buf_add(&yaml, STR(CARE_TABLE));
	for (size_t i = 0; i < COUNTS_CARE; i++)
		add_care(&yaml, i);
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	counts_data_link(&folder, "dfe/la_conviction_health_outcome_cla.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < COUNTS_CARE; i++)
		compare_pair(&release, str_print(&arena, "m%zu", i).at, 0.5, 10, &sum);
	print_tally("looked-after children", &sum);
	check_tally(&sum, (struct tally){ 7832, 172, 0, 113, 1 });
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

/* By sex and age, England only. */
static const struct {
	const char *what, *of;
} nation[] = {
	{ "1.1 Convicted or subject to youth cautions, or youth conditional cautions "
	  "during the year",
	    "1. Convictions: Children looked after age groups" },
	{ "2a.1 Identified as having a substance misuse problem",
	    "2a. Substance misuse: Children looked after age groups" },
	{ "2b.1 Had their annual health assessment",
	    "2b. Health assessments: Children looked after age groups" },
	{ "3.1 Development assessments up to date",
	    "3. Development assessments: Children looked after age groups" },
	{ "4.1 SDQ score was received",
	    "4. SDQ score: Children looked after age groups" },
	{ "4.1.3 SDQ score is a cause for concern", "4.1 SDQ score was received" },
};

START_TEST(test_nation)
{
	AUTO_BUF report = { 0 }, yaml = { 0 };
	AUTO_ARENA arena = { 0 };
	struct folder_of folder;
	struct release release;
	struct tally sum = { 0 };

	folder_of_nothing(&folder);
	buf_add(&yaml,
	    STR("tables:\n"
		"  - file: national_*.csv\n"
		"    columns: {area: country_code, area name: country_name, sex: "
		"gender,\n"
		"      period: time_period, age: age_group}\n"
		"    words: {sex: {Total: Persons}, age: {Total all ages: All ages}}\n"
		"    years: ending March\n"
		"    makes:\n"));
	for (size_t i = 0; i < ROWS(nation); i++)
		buf_print(&yaml,
		    "      - {indicator: m%zu, method: proportion, count: number,\n"
		    "         where: {characteristic: \"%s\"},\n"
		    "         denominator: {column: number,\n"
		    "           where: {characteristic: \"%s\"}}}\n"
		    "      - {indicator: pub_m%zu, method: given, value: percentage,\n"
		    "         where: {characteristic: \"%s\"}}\n",
		    i, nation[i].what, nation[i].of, i, nation[i].what);
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	counts_data_link(
	    &folder, "dfe/national_conviction_health_outcomes_for_cla.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < ROWS(nation); i++)
		compare_pair(&release, str_print(&arena, "m%zu", i).at, 0.5, 10, &sum);
	print_tally("looked-after children, nation", &sum);
	check_tally(&sum, (struct tally){ 540, 90, 0, 12, 36 });
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("counts real");

	if (!counts_data()) {
		puts("1..0 # SKIP there are no published files in TARTAN_DATA");
		return 0;
	}
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_special_needs);
	tcase_add_test(tcase, test_looked_after);
	tcase_add_test(tcase, test_nation);
	return unit_run("build counts real", tcase);
}
