/* Sums of areas against what was published for the areas they make up. Each comparison
 * prints its outcome and asserts the numbers of it. */
#include <math.h>
#include <stdio.h>

#include "../unit.h"
#include "counts_data.h"
#include "figures_of.h"

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
	for (size_t i = 0; i < COUNTS_NEEDS; i++)
		buf_print(&yaml,
		    "      - {indicator: %s, method: proportion, count: t_%s,\n"
		    "         denominator: %s}\n",
		    counts_needs[i].name, counts_needs[i].name, counts_needs[i].of);
	add_both(&yaml, head, false);
	for (size_t i = 0; i < COUNTS_NEEDS; i++)
		buf_print(&yaml,
		    "      - {indicator: pub_%s, method: given, value: pt_%s,\n"
		    "         count: t_%s, denominator: %s}\n",
		    counts_needs[i].name, counts_needs[i].name, counts_needs[i].name,
		    counts_needs[i].of);
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	counts_data_link(&folder, "dfe/sen_la.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < COUNTS_NEEDS; i++)
		compare_sums(&release, counts_needs[i].name, 5, false, &sums);
	check_sums("special educational needs", &sums, (struct sums){ 863, 0, 2640 });
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
		for (size_t i = 0; i < COUNTS_CARE; i++)
			buf_print(&yaml,
			    "      - indicator: %sm%zu\n        method: count\n"
			    "        count: number\n        where:\n"
			    "          cla_group: \"%s\"\n          characteristic: "
			    "\"%s\"\n",
			    turn ? "pub_" : "", i, counts_care[i].group,
			    counts_care[i].name);
	}
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	counts_data_link(&folder, "dfe/la_conviction_health_outcome_cla.csv");
	figures_of_open(&folder, &release, &report);
	for (size_t i = 0; i < COUNTS_CARE; i++)
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
		counts_data_link(
		    &folder, str_print(&arena, "fingertips/%s/%s.csv",
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
	TCase *tcase = tcase_create("counts sums");

	if (!counts_data()) {
		puts("1..0 # SKIP there are no published files in TARTAN_DATA");
		return 0;
	}
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_sums_of_special_needs);
	tcase_add_test(tcase, test_sums_of_looked_after);
	ADD_ROWS(tcase, test_downloads, downloads);
	return unit_run("build counts sums", tcase);
}
