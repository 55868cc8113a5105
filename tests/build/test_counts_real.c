/* Published tables of counts, and what their publishers made of them. They lie in the
 * directory that TARTAN_DATA names; without it the test is skipped. Each comparison
 * prints its outcome and asserts the numbers of it. */
#define _XOPEN_SOURCE 700 /* realpath */
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"
#include "figures_of.h"

static const char *
directory(void)
{
	const char *name = getenv("TARTAN_DATA");

	return name && file_is_directory(name) ? name : NULL;
}

static void
link_file(const struct folder_of *folder, const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct str from = str_print(&arena, "%s/%s", directory(), path);
	char *full = realpath(from.at, NULL);
	const char *name = strrchr(path, '/') + 1;

	ck_assert_msg(full, "%s", from.at);
	ck_assert_int_eq(symlink(full, folder_of_path(&arena, folder, name)), 0);
	free(full);
}

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

/* Kinds of need are of the pupils with any; the rest of all pupils. */
static const struct {
	const char *name, *of;
} needs[] = {
	{ "no_identified_SEN", "t_pupils" },
	{ "all_SEN", "t_pupils" },
	{ "SEN_support", "t_pupils" },
	{ "statement_or_EHC_plan", "t_pupils" },
	{ "ASD", "t_all_SEN" },
	{ "HI", "t_all_SEN" },
	{ "MLD", "t_all_SEN" },
	{ "MSI", "t_all_SEN" },
	{ "NSA", "t_all_SEN" },
	{ "OTH", "t_all_SEN" },
	{ "PD", "t_all_SEN" },
	{ "PMLD", "t_all_SEN" },
	{ "SEMH", "t_all_SEN" },
	{ "SLCN", "t_all_SEN" },
	{ "SLD", "t_all_SEN" },
	{ "SPLD", "t_all_SEN" },
	{ "VI", "t_all_SEN" },
};

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
	for (size_t i = 0; i < ROWS(needs); i++)
		buf_print(&yaml,
		    "      - {indicator: %s, method: proportion, count: t_%s,\n"
		    "         denominator: %s}\n"
		    "      - {indicator: pub_%s, method: given, value: pt_%s}\n",
		    needs[i].name, needs[i].name, needs[i].of, needs[i].name,
		    needs[i].name);
	folder_of_add(folder, "definitions.yaml", buf_str(&yaml));
	link_file(folder, "dfe/sen_la.csv");
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
	for (size_t i = 0; i < ROWS(needs); i++)
		compare_pair(&release, needs[i].name, 0.05, 10, &sum);
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

/* What is counted and out of what, in the words of the release. */
static const struct {
	const char *name, *group, *of;
} care[] = {
	{ "Development assessments up to date",
	    "Development assessments: Children looked after ages 0 to 4 years",
	    "Total ages 0 to 4 years" },
	{ "Convicted or subject to youth cautions, or youth conditional cautions "
	  "during "
	  "the year",
	    "Convictions: Children looked after Ages 10 to 17 years",
	    "Total ages 10 to 17 years" },
	{ "Had their annual health assessment",
	    "Health assessments: Children looked after all ages", "Total all ages" },
	{ "Had their immunisations up to date",
	    "Health assessments: Children looked after all ages", "Total all ages" },
	{ "Had their teeth checked by a dentist",
	    "Health assessments: Children looked after all ages", "Total all ages" },
	{ "SDQ score is a cause for concern", "Ages 5 to 16 years with SDQ score",
	    "SDQ score was received" },
	{ "SDQ score is borderline", "Ages 5 to 16 years with SDQ score",
	    "SDQ score was received" },
	{ "SDQ score is normal", "Ages 5 to 16 years with SDQ score",
	    "SDQ score was received" },
	{ "SDQ score was received", "Ages 5 to 16 years with SDQ score",
	    "Total ages 5 to 16 years" },
	{ "Identified as having a substance misuse problem",
	    "Substance misuse: Children looked after all ages", "Total all ages" },
	{ "Received an intervention for their substance misuse problem",
	    "Substance misuse: Children looked after all ages",
	    "Identified as having a substance misuse problem" },
	{ "Offered intervention but refused it",
	    "Substance misuse: Children looked after all ages",
	    "Identified as having a substance misuse problem" },
};

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
	    number, number, care[number].group, care[number].name, care[number].group,
	    care[number].of, number, number);
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
	for (size_t i = 0; i < ROWS(care); i++)
		add_care(&yaml, i);
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	link_file(&folder, "dfe/la_conviction_health_outcome_cla.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < ROWS(care); i++)
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
	link_file(&folder, "dfe/national_conviction_health_outcomes_for_cla.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < ROWS(nation); i++)
		compare_pair(&release, str_print(&arena, "m%zu", i).at, 0.5, 10, &sum);
	print_tally("looked-after children, nation", &sum);
	check_tally(&sum, (struct tally){ 540, 90, 0, 12, 36 });
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

/* How sums of areas compare with what was published for the areas they make up. */
struct sums {
	unsigned same; /* count and denominator, but for the rounding of the latter */
	unsigned differ;
	unsigned without; /* no sum was made, as something is hidden or missing */
};

struct summing {
	const struct release *release;
	const char *name;
	double slack; /* of published counts */
	bool exact;   /* value and limits are published in full */
	struct sums *sums;
};

/* Value and limits agree to nine figures, as far as they are published. */
static bool
is_same(const struct figure *sum, const struct figure *published)
{
	const double pairs[][2] = { { sum->value, published->value },
		{ sum->lower95, published->lower95 },
		{ sum->upper95, published->upper95 } };

	for (size_t i = 0; i < ROWS(pairs); i++)
		if (fabs(pairs[i][0] - pairs[i][1]) > 1e-9 * fabs(pairs[i][1]))
			return false;
	return true;
}

static void
weigh_sum(const struct summing *w, const struct release_series *s, uint32_t area,
    uint32_t period, const struct figure *sum, const struct figure *published)
{
	const struct release *r = w->release;
	double by_count = sum->count - published->count;
	double by_denominator = sum->denominator - published->denominator;

	if (isnan(published->count))
		return;
	if (isnan(sum->count)) {
		w->sums->without++;
		return;
	}
	if (fabs(by_count) <= w->slack && !(fabs(by_denominator) > w->slack) &&
	    (!w->exact || is_same(sum, published))) {
		w->sums->same++;
		return;
	}
	w->sums->differ++;
	printf("#   %s %.*s %.*s %.*s: sum %.10g of %.10g is %.6g, published "
	       "%.10g of %.10g, %.6g\n",
	    w->name, STR_ARG(release_text(r, r->areas[area].name)),
	    STR_ARG(release_text(r, r->periods[period].label)),
	    STR_ARG(release_text(r, r->categories[s->category].name)), sum->count,
	    sum->denominator, sum->value, published->count, published->denominator,
	    published->value);
}

/* Every published figure with the sum that was made in its place. */
static void
compare_sums(const struct release *r, const char *name, double slack, bool exact,
    struct sums *sums)
{
	AUTO_ARENA arena = { 0 };
	struct str published = str_print(&arena, "pub_%s", name);
	const struct summing w = { r, name, slack, exact, sums };
	uint32_t ours = release_indicator(r, str_of(name));
	const struct release_indicator *i =
	    &r->indicators[release_indicator(r, published)];

	for (uint32_t n = i->first_series; n < i->first_series + i->series; n++) {
		const struct release_series *s = &r->series[n];
		uint32_t other = release_find_series(
		    r, ours, s->area_type, s->sex, s->age, s->category);
		struct figures at, made;
		struct err err;
		ck_assert(release_figures(r, n, &at, &err));
		if (other != RELEASE_NONE)
			ck_assert(release_figures(r, other, &made, &err));
		for (uint32_t a = 0; a < s->areas; a++)
			for (uint32_t p = 0; p < s->periods; p++) {
				struct figure x = { .count = (double)NAN };
				struct figure y = figures_at(&at, a, p);
				if (other != RELEASE_NONE)
					x = figures_at(&made,
					    figures_area(&made, at.areas[a]),
					    figures_period(&made, at.periods[p]));
				weigh_sum(&w, s, at.areas[a], at.periods[p], &x, &y);
			}
	}
}

static void
check_sums(const char *what, const struct sums *got, struct sums wanted)
{
	printf("# %-28s %5u sums as published, %4u differ, %5u not made\n", what,
	    got->same, got->differ, got->without);
	ck_assert_uint_eq(got->same, wanted.same);
	ck_assert_uint_eq(got->differ, wanted.differ);
	ck_assert_uint_eq(got->without, wanted.without);
}

/* The table twice: its local authorities, to be summed, and what is published of the
 * areas they make up. */
static void
add_both(struct buf *yaml, const char *head, bool areas)
{
	buf_add(yaml, str_of(head));
	buf_print(yaml, "    %s: {geographic_level: Local authority}\n%s    makes:\n",
	    areas ? "where" : "where not", areas ? "    complete: true\n" : "");
}

START_TEST(test_sums_of_special_needs)
{
	static const char head[] =
	    "  - file: sen_la.csv\n"
	    "    columns:\n"
	    "      area: [new_la_code, region_code, country_code]\n"
	    "      area name: [la_name, region_name, country_name]\n"
	    "      period: time_period\n"
	    "      category: social_care_group\n"
	    "    fixed: {category type: Social care group}\n";
	AUTO_BUF report = { 0 }, yaml = { 0 };
	struct folder_of folder;
	struct release release;
	struct sums sums = { 0 };

	folder_of_nothing(&folder);
	buf_add(&yaml, STR("tables:\n"));
	add_both(&yaml, head, true);
	for (size_t i = 0; i < ROWS(needs); i++)
		buf_print(&yaml,
		    "      - {indicator: %s, method: proportion, count: t_%s,\n"
		    "         denominator: %s}\n",
		    needs[i].name, needs[i].name, needs[i].of);
	add_both(&yaml, head, false);
	for (size_t i = 0; i < ROWS(needs); i++)
		buf_print(&yaml,
		    "      - {indicator: pub_%s, method: given, value: pt_%s,\n"
		    "         count: t_%s, denominator: %s}\n",
		    needs[i].name, needs[i].name, needs[i].name, needs[i].of);
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	link_file(&folder, "dfe/sen_la.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < ROWS(needs); i++)
		compare_sums(&release, needs[i].name, 5, false, &sums);
	check_sums("special educational needs", &sums, (struct sums){ 781, 0, 2722 });
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

START_TEST(test_sums_of_looked_after)
{
	static const char head[] =
	    "  - file: la_conviction_health_outcome_cla.csv\n"
	    "    columns:\n"
	    "      area: [new_la_code, region_code, country_code]\n"
	    "      area name: [la_name, region_name, country_name]\n"
	    "      period: time_period\n"
	    "    years: ending March\n";
	AUTO_BUF report = { 0 }, yaml = { 0 };
	AUTO_ARENA arena = { 0 };
	struct folder_of folder;
	struct release release;
	struct sums sums = { 0 };

	folder_of_nothing(&folder);
	buf_add(&yaml, STR("tables:\n"));
	for (int turn = 0; turn < 2; turn++) {
		add_both(&yaml, head, turn == 0);
		for (size_t i = 0; i < ROWS(care); i++)
			buf_print(&yaml,
			    "      - indicator: %sm%zu\n        method: count\n"
			    "        count: number\n        where:\n"
			    "          cla_group: \"%s\"\n          characteristic: "
			    "\"%s\"\n",
			    turn ? "pub_" : "", i, care[i].group, care[i].name);
	}
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	link_file(&folder, "dfe/la_conviction_health_outcome_cla.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < ROWS(care); i++)
		compare_sums(
		    &release, str_print(&arena, "m%zu", i).at, 5, false, &sums);
	check_sums("looked-after children", &sums, (struct sums){ 212, 0, 508 });
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

/* Downloads that give counts beside what they publish, and what sums of areas make of
 * them. Estimates 91137 to 91141 are modelled for each region by itself, counts of
 * 92315 are rounded to ten for regions and not for the areas within; standardised rates
 * have the counts of their sums and values of their own. */
static const struct {
	const char *folder, *child, *files[6];
	struct {
		const char *key, *method;
		double multiplier, slack;
		bool exact;
		struct sums wanted;
	} indicators[11];
} downloads[] = {
	{ "cyp-2019", "County & UA",
	    { "east-midlands", "east-of-england", "north-east", "south-east",
		"west-midlands" },
	    {
		{ "91137", "proportion", 100, 1e-6, false, { 0, 5, 1 } },
		{ "91138", "proportion", 100, 1e-6, false, { 0, 5, 1 } },
		{ "91139", "proportion", 100, 1e-6, false, { 0, 5, 1 } },
		{ "91141", "proportion", 100, 1e-6, false, { 0, 5, 1 } },
		{ "91145", "count", 1, 1e-6, false, { 5, 0, 1 } },
		{ "91146", "count", 1, 1e-6, false, { 5, 0, 1 } },
		{ "92315", "proportion", 100, 0, true, { 0, 4, 2 } },
		{ "90813", "rate", 100000, 0, false, { 5, 0, 1 } },
		{ "92796", "rate", 100000, 0, true, { 2, 0, 4 } },
		{ "91871", "proportion", 100, 0, true, { 5, 0, 1 } },
	    } },
	{ "suicide-2019", "County & UA", { "east-midlands", "london", "north-east" },
	    {
		{ "41001", "rate", 100000, 0, false, { 3, 0, 1 } },
		{ "91390", "rate", 100000, 0, true, { 3, 0, 1 } },
		{ "91393", "rate", 100000, 0, true, { 3, 0, 1 } },
		{ "91404", "count", 1, 0, false, { 3, 0, 1 } },
		{ "91430", "rate", 100000, 0, true, { 3, 0, 1 } },
	    } },
	{ "lambeth-2023", "Electoral Best Fit Ward", { "Longtermillnesswards" },
	    { { "93276", "proportion", 100, 0, true, { 1, 0, 1 } } } },
};

static void
add_download(struct buf *yaml, size_t number, bool areas)
{
	buf_print(yaml,
	    "  - file: '*.csv'\n"
	    "    columns: {area: [Area Code, Parent Code], area name: [Area Name, "
	    "Parent Name],\n"
	    "      area type: Area Type, sex: Sex, age: Age, period: Time period}\n"
	    "    %s: {Area Type: %s}\n%s    makes:\n",
	    areas ? "where" : "where not", downloads[number].child,
	    areas ? "    complete: true\n" : "");
	for (size_t i = 0; downloads[number].indicators[i].key; i++) {
		const char *key = downloads[number].indicators[i].key;
		const char *method = downloads[number].indicators[i].method;
		bool of = strcmp(method, "count") != 0;
		if (areas)
			buf_print(yaml,
			    "      - {indicator: %s, method: %s, multiplier: %g, "
			    "count: "
			    "Count, %swhere: {Indicator ID: %s}}\n",
			    key, method, downloads[number].indicators[i].multiplier,
			    of ? "denominator: Denominator, " : "", key);
		else
			buf_print(yaml,
			    "      - {indicator: pub_%s, method: given, value: Value, "
			    "lower limit: Lower CI 95.0 limit, upper limit: Upper CI "
			    "95.0 limit, count: Count, %swhere: {Indicator ID: %s}}\n",
			    key, of ? "denominator: Denominator, " : "", key);
	}
}

/* Regions and counties recomputed from the areas within; England has regions that are
 * not in the files. */
START_TEST(test_downloads)
{
	AUTO_BUF report = { 0 }, yaml = { 0 };
	AUTO_ARENA arena = { 0 };
	struct folder_of folder;
	struct release release;

	folder_of_nothing(&folder);
	buf_add(&yaml, STR("tables:\n"));
	add_download(&yaml, (size_t)_i, true);
	add_download(&yaml, (size_t)_i, false);
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	for (size_t i = 0; downloads[_i].files[i]; i++)
		link_file(&folder, str_print(&arena, "fingertips/%s/%s.csv",
				       downloads[_i].folder, downloads[_i].files[i])
				       .at);
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; downloads[_i].indicators[i].key; i++) {
		const char *key = downloads[_i].indicators[i].key;
		struct sums sums = { 0 };
		compare_sums(&release, key, downloads[_i].indicators[i].slack,
		    downloads[_i].indicators[i].exact, &sums);
		check_sums(key, &sums, downloads[_i].indicators[i].wanted);
	}
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("counts real");

	if (!directory()) {
		puts("1..0 # SKIP there are no published files in TARTAN_DATA");
		return 0;
	}
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_special_needs);
	tcase_add_test(tcase, test_looked_after);
	tcase_add_test(tcase, test_nation);
	tcase_add_test(tcase, test_sums_of_special_needs);
	tcase_add_test(tcase, test_sums_of_looked_after);
	ADD_ROWS(tcase, test_downloads, downloads);
	return unit_run("build counts real", tcase);
}
