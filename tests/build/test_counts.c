/* Tables of counts become figures: what each kind of definition makes of a small table,
 * every figure of it. */
#include <stdio.h>
#include <stdlib.h>

#include "../unit.h"
#include "base/file.h"
#include "figures_of.h"

#define TIDY_TABLE                                                                     \
	"tables:\n"                                                                    \
	"  - file: counts.csv\n"                                                       \
	"    columns: {area: code, period: year, sex: sex}\n"                          \
	"    makes:\n"                                                                 \
	"      - indicator: share\n"                                                   \
	"        method: proportion\n"                                                 \
	"        count: cases\n"                                                       \
	"        denominator: of\n"

/* Two districts of Rutshire, and what lies above. */
#define SHIRE_LIST                                                                     \
	{                                                                              \
		"list.csv",                                                            \
		    "Area Code,Area Name,Area Type,Parent Code,Parent Name,Parent "    \
		    "Type\n"                                                           \
		    "E07000001,Ash,District,E10000001,Rutshire,County\n"               \
		    "E07000002,Elm,District,E10000001,Rutshire,County\n"               \
	}

#define DISTRICTS                                                                      \
	"code,year,sex,cases,of\n"                                                     \
	"E07000001,2019,Persons,5,100\n"                                               \
	"E07000002,2019,Persons,15,300\n"

/* Three years of two districts, one count hidden. */
#define YEARS                                                                          \
	"code,year,cases,of\n"                                                         \
	"E07000001,2017,4,100\nE07000001,2018,5,100\nE07000001,2019,6,100\n"           \
	"E07000001,2020,7,100\nE07000002,2017,1,50\nE07000002,2018,2,50\n"             \
	"E07000002,2019,3,50\nE07000002,2020,c,50\n"

#define BANDS                                                                          \
	"code,year,age,cases,of\n"                                                     \
	"E07000001,2019,0-9,4,1000\nE07000001,2019,10-19,8,2000\n"                     \
	"E07000001,2019,20+,9,4000\n"                                                  \
	"E07000002,2019,0-9,1,900\nE07000002,2019,10-19,2,2100\n"                      \
	"E07000002,2019,20+,3,3000\n"                                                  \
	"E07000001,2020,0-9,4,1000\nE07000001,2020,10-19,c,2000\n"                     \
	"E07000001,2020,20+,9,4000\n"

enum { FILES = 4 };

static const struct {
	const char *name;
	const char *files[FILES][2];
} cases[] = {
	{ "tidy", { { "definitions.yaml", TIDY_TABLE },
		      { "counts.csv", DISTRICTS "E07000001,2020,Persons,c,100\n"
						"E07000002,2020,Persons,9,300\n"
						"E07000001,2021,Persons,7,100\n" },
		      SHIRE_LIST } },
	{ "published-parent",
	    { { "definitions.yaml", TIDY_TABLE },
		{ "counts.csv", DISTRICTS "E10000001,2019,Persons,21,400\n" },
		SHIRE_LIST } },
	{ "parents-by-column",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: [code, county], area name: [name, county]}\n"
		  "    fixed: {period: 2021/22}\n"
		  "    complete: true\n"
		  "    makes:\n"
		  "      - {indicator: n, method: count, count: cases}\n" },
		{ "counts.csv", "code,name,county,cases\n"
				"A,Ash,Kent,3\nB,Elm,Kent,\"1,004\"\n" } } },
	{ "parents-unlisted",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: [code, county]}\n"
		  "    fixed: {period: 2021/22}\n"
		  "    makes:\n"
		  "      - {indicator: n, method: count, count: cases}\n" },
		{ "counts.csv", "code,county,cases\nA,Kent,3\nB,Kent,4\n" } } },
	/* Big is cut in two after 2019; Ash has no row of 2021 for one sex alone. */
	{ "parents-of-areas-that-change",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: [code, county], period: year, sex: sex}\n"
		  "    complete: true\n"
		  "    makes:\n"
		  "      - {indicator: n, method: count, count: cases}\n" },
		{ "counts.csv",
		    "code,county,year,sex,cases\n"
		    "Ash,Kent,2019,Male,1\nAsh,Kent,2019,Female,2\n"
		    "Big,Kent,2019,Male,10\nBig,Kent,2019,Female,20\n"
		    "Ash,Kent,2020,Male,3\nAsh,Kent,2020,Female,4\n"
		    "East,Kent,2020,Male,5\nEast,Kent,2020,Female,6\n"
		    "West,Kent,2020,Male,7\nWest,Kent,2020,Female,c\n"
		    "Ash,Kent,2021,Male,8\n"
		    "East,Kent,2021,Male,9\nEast,Kent,2021,Female,10\n"
		    "West,Kent,2021,Male,11\nWest,Kent,2021,Female,12\n" } } },
	/* The same in a list, whose dates tell; Elm has no row of 2021. */
	{ "listed-areas-that-change",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: code, period: year}\n"
		  "    makes:\n"
		  "      - {indicator: n, method: count, count: cases}\n" },
		{ "counts.csv",
		    "code,year,cases\n"
		    "E07000001,2019,1\nE07000002,2019,2\nE07000005,2019,10\n"
		    "E07000001,2020,3\nE07000002,2020,4\nE07000006,2020,5\n"
		    "E07000007,2020,6\n"
		    "E07000001,2021,7\nE07000006,2021,8\nE07000007,2021,9\n" },
		{ "list.csv",
		    "Area Code,Area Name,Area Type,Parent Code,Parent Name,Parent "
		    "Type\n"
		    "E07000001,Ash,District,E10000001,Rutshire,County\n"
		    "E07000002,Elm,District,E10000001,Rutshire,County\n"
		    "E07000005,Big,District,E10000001,Rutshire,County\n"
		    "E07000006,East,District,E10000001,Rutshire,County\n"
		    "E07000007,West,District,E10000001,Rutshire,County\n" },
		{ "changes.csv",
		    "Area Code,Area Name,Predecessor Code,Predecessor Name,Date\n"
		    "E07000006,East,E07000005,Big,2020-01-01\n"
		    "E07000007,West,E07000005,Big,2020-01-01\n" } } },
	{ "areas-without-a-name",
	    { { "definitions.yaml", TIDY_TABLE },
		{ "counts.csv", DISTRICTS "ZZZ,2019,Persons,1,2\n"
					  "ZZZ,2018,Persons,1,2\n" },
		SHIRE_LIST } },
	{ "no-sums",
	    { { "definitions.yaml", TIDY_TABLE "        sum to parents: false\n" },
		{ "counts.csv", DISTRICTS }, SHIRE_LIST } },
	{ "years-across",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: wide.csv\n"
		  "    columns: {area: code}\n"
		  "    years: ending March\n"
		  "    makes:\n"
		  "      - {indicator: a, method: rate, multiplier: 1000,\n"
		  "         count: seen_*, denominator: people_*}\n"
		  "      - {indicator: b, method: count, count: seen_*}\n" },
		{ "wide.csv", "code,seen_2019,seen_2020,people_2019,people_2020\n"
			      "E06000001,10,~,1000,2000\n" } } },
	{ "sexes-across",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: wide.csv\n"
		  "    columns: {area: code, period: year}\n"
		  "    across: sex\n"
		  "    words: {sex: {all: Persons}}\n"
		  "    makes:\n"
		  "      - {indicator: a, method: count, count: '*'}\n" },
		{ "wide.csv", "code,year,male,female,all\nE06000001,2019,4,5,9\n" } } },
	{ "denominators-in-rows",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: long.csv\n"
		  "    columns: {area: code, period: year, category: group}\n"
		  "    fixed: {category type: Group, sex: Persons}\n"
		  "    symbols: {\"<5\": suppressed, nil: zero}\n"
		  "    makes:\n"
		  "      - indicator: checked\n"
		  "        method: proportion\n"
		  "        count: number\n"
		  "        where: {what: [Checked, checked twice]}\n"
		  "        denominator: {column: number, where: {what: All}}\n" },
		{ "long.csv", "code,year,group,what,number\n"
			      "E06000001,201920,A,Checked,30\n"
			      "E06000001,201920,A,All,40\n"
			      "E06000001,201920,B,Checked,<5\n"
			      "E06000001,201920,B,All,60\n"
			      "E06000001,201920,C,Checked twice,nil\n"
			      "E06000001,201920,C,All,50\n"
			      "E06000001,201920,C,Other,51\n"
			      "E06000001,201920,D,Checked,1\n" } } },
	{ "people",
	    { { "definitions.yaml",
		  "populations:\n"
		  "  - name: estimates\n"
		  "    file: people.csv\n"
		  "    columns: {area: code, sex: gender}\n"
		  "    words: {sex: {1: Male, 2: Female}}\n"
		  "    fixed: {period: 2019}\n"
		  "    people: \"age*\"\n"
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: code, period: year, sex: sex, age: age}\n"
		  "    makes:\n"
		  "      - indicator: seen\n"
		  "        method: rate\n"
		  "        multiplier: 1000\n"
		  "        count: cases\n"
		  "        denominator: {population: estimates}\n"
		  "      - indicator: pinned\n"
		  "        method: rate\n"
		  "        multiplier: 1000\n"
		  "        count: cases\n"
		  "        denominator: {population: estimates, ages: 0-2, year: "
		  "2019}\n" },
		{ "people.csv", "code,gender,age0,age1,age2,age3+\n"
				"E06000001,1,10,20,30,40\nE06000001,2,1,2,3,4\n" },
		{ "counts.csv", "code,year,sex,age,cases\n"
				"E06000001,2019/20,Persons,0-1 yrs,3\n"
				"E06000001,2019,Male,1+ yrs,2\n"
				"E06000001,2020,Female,2 yrs,1\n" } } },
	{ "pooled",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: code, period: year}\n"
		  "    makes:\n"
		  "      - {indicator: share, method: proportion, count: cases,\n"
		  "         denominator: of, pool: 3y}\n" },
		{ "counts.csv", YEARS }, SHIRE_LIST } },
	/* What one year's symbol says is not so of three years. */
	{ "pooled-of-years-that-lack",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: code, period: year}\n"
		  "    makes:\n"
		  "      - {indicator: share, method: proportion, count: cases,\n"
		  "         denominator: of, pool: 3y}\n" },
		{ "counts.csv",
		    "code,year,cases,of\n"
		    "E07000001,2017,2,100\nE07000001,2018,3,100\nE07000001,2019,~,100\n"
		    "E07000002,2017,~,100\nE07000002,2018,3,100\nE07000002,2019,c,100\n"
		    "E07000003,2017,2,100\nE07000003,2018,,100\n"
		    "E07000003,2019,4,100\n" } } },
	{ "pooled-beside-single",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: code, period: year}\n"
		  "    makes:\n"
		  "      - {indicator: share, method: proportion, count: cases,\n"
		  "         denominator: of, pool: 2y, keep single years: true}\n" },
		{ "counts.csv", YEARS } } },
	{ "standardised",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: code, period: year, age: age}\n"
		  "    fixed: {sex: Persons}\n"
		  "    makes:\n"
		  "      - {indicator: rate, method: dsr, count: cases,\n"
		  "         denominator: of, standard population: European 2013}\n" },
		{ "counts.csv", BANDS }, SHIRE_LIST } },
	{ "own-standard",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: counts.csv\n"
		  "    columns: {area: code, period: year, age: age}\n"
		  "    where not: {age: 20+}\n"
		  "    makes:\n"
		  "      - indicator: rate\n"
		  "        method: dsr\n"
		  "        multiplier: 1000\n"
		  "        count: cases\n"
		  "        denominator: of\n"
		  "        sum to parents: false\n"
		  "        standardised age: Under 20\n"
		  "        standard population: {0-9 yrs: 3, 10-19: 1}\n" },
		{ "counts.csv", BANDS } } },
	{ "given",
	    { { "definitions.yaml",
		  "tables:\n"
		  "  - file: means.csv\n"
		  "    columns: {area: code, period: year}\n"
		  "    makes:\n"
		  "      - {indicator: score, method: given, value: mean,\n"
		  "         lower limit: low, upper limit: high}\n"
		  "indicators:\n"
		  "  score: {value type: mean, unit: points}\n" },
		{ "means.csv", "code,year,mean,low,high\n"
			       "E06000001,2019,13.9,12,15\nE06000002,2019,k,,\n" } } },
};

static const char *
golden_path(struct arena *arena, const char *name)
{
	const char *folder = getenv("TARTAN_GOLDEN");

	ck_assert_msg(folder, "TARTAN_GOLDEN is not set");
	return str_print(arena, "%s/counts-%s.txt", folder, name).at;
}

/* With TARTAN_GOLDEN_WRITE what was made becomes what is wanted. */
static void
compare_golden(const char *name, struct str got)
{
	AUTO_ARENA arena = { 0 };
	const char *path = golden_path(&arena, name);
	struct file file;
	struct err err = { 0 };

	if (getenv("TARTAN_GOLDEN_WRITE"))
		ck_assert_msg(file_save(path, got, &err), "%s", err.text);
	ck_assert_msg(file_open(&file, path, &err), "%s", err.text);
	ck_assert_msg(str_equal(got, file.bytes),
	    "%s is not as it was; look, then set TARTAN_GOLDEN_WRITE=1\n%.*s", path,
	    STR_ARG(got));
	file_close(&file);
}

START_TEST(test_figures)
{
	AUTO_BUF got = { 0 };
	struct folder_of folder;
	struct release release;

	folder_of_nothing(&folder);
	for (size_t i = 0; i < FILES && cases[_i].files[i][0]; i++)
		folder_of_add(
		    &folder, cases[_i].files[i][0], str_of(cases[_i].files[i][1]));
	figures_of_open(&folder, &release, &got);
	figures_of_print(&got, &release);
	compare_golden(cases[_i].name, buf_str(&got));
	release_close(&release);
	folder_of_remove(&folder);
}
END_TEST

/* What is wrong with a definition is told with its line, what is wrong with a table
 * with the table's. */
#define SHARE                                                                          \
	"    makes:\n"                                                                 \
	"      - {indicator: share, method: proportion, count: cases, denominator: "   \
	"of}\n"

static const struct {
	const char *name, *definitions, *counts;
} faults[] = {
	{ "no-such-file",
	    "tables:\n  - file: count.csv\n    columns: {area: code}\n" SHARE, NULL },
	{ "no-file", "tables:\n  - columns: {area: code, period: year}\n" SHARE, NULL },
	{ "no-makes", "tables:\n  - file: counts.csv\n    columns: {area: code}\n",
	    NULL },
	{ "no-area",
	    "tables:\n  - file: counts.csv\n    columns: {period: year}\n" SHARE,
	    NULL },
	{ "no-such-column",
	    "tables:\n  - file: counts.csv\n    columns: {area: codes, period: when}\n"
	    "    where: {seks: Persons}\n    makes:\n"
	    "      - {indicator: share, method: proportion, count: case,\n"
	    "         denominator: off}\n",
	    NULL },
	{ "no-period",
	    "tables:\n  - file: counts.csv\n    columns: {area: code}\n" SHARE, NULL },
	{ "nothing-across",
	    "tables:\n  - file: counts.csv\n    columns: {area: code}\n    makes:\n"
	    "      - {indicator: n, method: count, count: cases_*}\n",
	    NULL },
	{ "unknown-part",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, peroid: year}\n"
	    "    fixed: {colour: red}\n    words: {sexes: {1: Male}}\n"
	    "    across: column\n" SHARE,
	    NULL },
	{ "unknown-keys",
	    "tables:\n  - fil: counts.csv\n    makes:\n      - {indicatr: n}\n"
	    "populations:\n  - {nam: x}\n",
	    NULL },
	{ "wrong-words",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    years: ending May\n    symbols: {c: hidden}\n    makes:\n"
	    "      - {indicator: a, method: ratio, count: cases, denominator: of}\n"
	    "      - {indicator: b, method: rate, count: cases, denominator: of,\n"
	    "         multiplier: many, pool: 3m, sum to parents: perhaps}\n",
	    NULL },
	{ "wrong-kinds",
	    "tables:\n  - counts.csv\n  - file: counts.csv\n"
	    "    columns: {area: code, period: year}\n" SHARE
	    "populations: {file: x}\n",
	    NULL },
	{ "recipes-that-lack",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    makes:\n      - {method: proportion, count: cases, denominator: of}\n"
	    "      - {indicator: a}\n"
	    "      - {indicator: b, method: rate, count: cases}\n"
	    "      - {indicator: c, method: dsr, count: cases, denominator: of}\n"
	    "      - {indicator: d, method: given, pool: 3y}\n"
	    "      - {indicator: e, method: count, count: cases, value: of,\n"
	    "         standard population: European 2013}\n"
	    "      - {indicator: f, method: rate, count: cases, denominator: {}}\n"
	    "      - {indicator: g, method: dsr, count: cases, denominator: of,\n"
	    "         standard population: World}\n",
	    NULL },
	{ "no-such-value",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    where: {sex: Person}\n" SHARE,
	    NULL },
	{ "no-such-value-in-a-recipe",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    makes:\n      - indicator: n\n        method: count\n"
	    "        count: cases\n        where: {sex: [Persons, Everybody else]}\n",
	    NULL },
	{ "nothing-left",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    where not: {sex: Persons}\n" SHARE,
	    NULL },
	{ "wrong-cells",
	    "tables:\n  - file: counts.csv\n"
	    "    columns: {area: code, period: year, sex: sex}\n" SHARE,
	    "code,year,sex,cases,of\n,2019,Persons,1,2\nE06000001,soon,Persons,1,2\n"
	    "E06000001,2019,Both,1,2\nE06000001,2019,Persons,-1,2\n"
	    "E06000001,2019,Persons,five,2\nE06000001,2019,Male,5,-2\n" },
	{ "empty-table",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: "
	    "year}\n" SHARE,
	    "" },
	{ "only-a-header",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: "
	    "year}\n" SHARE,
	    "code,year,cases,of\n" },
	{ "rows-that-differ",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: "
	    "year}\n" SHARE,
	    "code,year,cases,of\nE06000001,2019,1,2\nE06000001,2019,1,3\n" },
	{ "more-than-all",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: "
	    "year}\n" SHARE,
	    "code,year,cases,of\nE06000001,2019,3,2\n" },
	{ "some-of-none",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    makes:\n      - {indicator: seen, method: rate, count: cases,\n"
	    "         denominator: of, pool: 3y}\n"
	    "  - file: counts.csv\n    columns: {area: code, period: year, age: age}\n"
	    "    makes:\n      - {indicator: rate, method: dsr, count: cases,\n"
	    "         denominator: of, standard population: European 2013}\n",
	    "code,year,age,cases,of\nE06000001,2019,0-9,9,0\n"
	    "E06000002,2019,0-9,0,0\nE06000003,2019,0-9,9,1\n" },
	{ "left-out-by-the-table",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    where: {what: cases}\n    makes:\n      - indicator: share\n"
	    "        method: proportion\n        count: n\n"
	    "        denominator: {column: n, where: {what: all}}\n"
	    "  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    where not: {what: all}\n    makes:\n      - indicator: other\n"
	    "        method: proportion\n        count: n\n"
	    "        denominator: {column: n, where: {what: all}}\n",
	    "code,year,what,n\nE06000001,2019,cases,1\nE06000001,2019,all,2\n" },
	{ "two-denominators",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    makes:\n      - indicator: share\n        method: proportion\n"
	    "        count: n\n        where: {what: some}\n"
	    "        denominator: {column: n, where: {what: all}}\n",
	    "code,year,what,n\nE06000001,2019,some,1\nE06000001,2019,all,2\n"
	    "E06000001,2019,all,3\n" },
	{ "recipes-that-differ",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: "
	    "year}\n" SHARE
	    "      - {indicator: share, method: rate, count: cases, denominator: of}\n"
	    "indicators:\n  share: {value type: count}\n",
	    NULL },
	{ "multipliers-that-differ",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    makes:\n      - {indicator: share, method: rate, count: cases,\n"
	    "         denominator: of, multiplier: 1000}\n"
	    "indicators:\n  share: {multiplier: 100}\n",
	    NULL },
	{ "no-such-population",
	    "populations:\n  - name: estimates\n    file: people.csv\n"
	    "    columns: {area: code}\n    people: n\n"
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year}\n"
	    "    makes:\n      - {indicator: a, method: rate, count: cases,\n"
	    "         denominator: {population: estimate}}\n"
	    "      - {indicator: b, method: rate, count: cases,\n"
	    "         denominator: {population: forecast, column: of}}\n",
	    NULL },
	{ "other-people",
	    "populations:\n  - name: estimates\n    file: counts.csv\n"
	    "    columns: {area: code, period: year, age: sex}\n    people: of\n"
	    "  - name: others\n    file: counts.csv\n"
	    "    columns: {area: code}\n    people: of\n"
	    "tables:\n  - file: more.csv\n    columns: {area: code, period: year}\n"
	    "    makes:\n      - {indicator: a, method: rate, count: cases,\n"
	    "         denominator: {population: others, ages: 5-16}}\n",
	    NULL },
	{ "bands-that-overlap",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year, "
	    "age: "
	    "age}\n"
	    "    makes:\n      - {indicator: rate, method: dsr, count: cases,\n"
	    "         denominator: of, standard population: European 2013}\n",
	    "code,year,age,cases,of\nE06000001,2019,0-9,1,20\nE06000001,2019,5-14,1,"
	    "20\n" },
	{ "bands-with-a-gap",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year, "
	    "age: "
	    "age}\n"
	    "    makes:\n      - {indicator: rate, method: dsr, count: cases,\n"
	    "         denominator: of, standard population: European 2013}\n",
	    "code,year,age,cases,of\nE06000001,2019,0-4,1,20\nE06000001,2019,10-14,1,"
	    "20\n" },
	{ "bands-of-no-age",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year, "
	    "age: "
	    "age}\n"
	    "    makes:\n      - {indicator: rate, method: dsr, count: cases,\n"
	    "         denominator: of, standard population: European 2013}\n",
	    "code,year,age,cases,of\nE06000001,2019,young,1,20\n" },
	{ "bands-without-weight",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year, "
	    "age: "
	    "age}\n"
	    "    makes:\n      - {indicator: rate, method: dsr, count: cases,\n"
	    "         denominator: of, standard population: European 2013}\n"
	    "      - {indicator: own, method: dsr, count: cases,\n"
	    "         denominator: of, standard population: {0-6: 1}}\n",
	    "code,year,age,cases,of\nE06000001,2019,0-7,1,20\n" },
	{ "weights-without-band",
	    "tables:\n  - file: counts.csv\n    columns: {area: code, period: year, "
	    "age: "
	    "age}\n"
	    "    makes:\n      - {indicator: own, method: dsr, count: cases,\n"
	    "         denominator: of, standard population: {0-7: 1, 8-9: 2}}\n",
	    "code,year,age,cases,of\nE06000001,2019,0-7,1,20\n" },
};

/* What is wrong with the folder, which goes. */
static void
check_faults(const char *name, struct folder_of *folder)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct build build;
	struct err err = { 0 };

	ck_assert(!build_read(&build, folder->path, 2, &err));
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	folder_of_print(&got, &build.report);
	compare_golden(str_print(&arena, "fault-%s", name).at, buf_str(&got));
	build_done(&build);
	folder_of_remove(folder);
}

START_TEST(test_faults)
{
	const char *counts = faults[_i].counts ? faults[_i].counts : DISTRICTS;
	struct folder_of folder;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "definitions.yaml", str_of(faults[_i].definitions));
	folder_of_add(&folder, "counts.csv", str_of(counts));
	check_faults(faults[_i].name, &folder);
}
END_TEST

#define SEEN_OF_P20                                                                    \
	"    makes:\n"                                                                 \
	"      - {indicator: %s, method: rate, count: cases,\n"                        \
	"         denominator: {population: p20%s}}\n"

/* The age is at fault, of the rows or of the definition; or the table of people. */
START_TEST(test_ages_of_no_years)
{
	static const struct {
		const char *indicator, *ages, *rest;
	} tables[] = {
		{ "seen", "", "    where: {age: School age}\n" },
		{ "said", ", ages: Young", "    where: {age: School age}\n" },
		{ "none", ", ages: 5-10", "    where: {age: 5-9}\n" },
		{ "some", "", "" },
	};
	AUTO_BUF yaml = { 0 };
	struct folder_of folder;

	buf_add(&yaml,
	    STR("populations:\n  - name: p20\n    file: people.csv\n"
		"    columns: {area: code, period: year, age: age}\n    people: n\n"
		"tables:\n"));
	for (size_t i = 0; i < ROWS(tables); i++)
		buf_print(&yaml,
		    "  - file: counts.csv\n"
		    "    columns: {area: code, period: year, age: age}\n"
		    "%s" SEEN_OF_P20,
		    tables[i].rest, tables[i].indicator, tables[i].ages);
	folder_of_nothing(&folder);
	folder_of_add(&folder, "definitions.yaml", buf_str(&yaml));
	folder_of_add(&folder, "counts.csv",
	    STR("code,year,age,cases\nE06000001,2019,School age,1\n"
		"E06000001,2019,5-9,1\n"));
	folder_of_add(
	    &folder, "people.csv", STR("code,year,age,n\nE06000001,2019,5-9,9\n"));
	check_faults("ages-of-no-years", &folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("counts");

	ADD_ROWS(tcase, test_figures, cases);
	ADD_ROWS(tcase, test_faults, faults);
	tcase_add_test(tcase, test_ages_of_no_years);
	return unit_run("build counts", tcase);
}
