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
		  "    makes:\n"
		  "      - {indicator: n, method: count, count: cases}\n" },
		{ "counts.csv", "code,name,county,cases\n"
				"A,Ash,Kent,3\nB,Elm,Kent,\"1,004\"\n" } } },
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

int
main(void)
{
	TCase *tcase = tcase_create("counts");

	ADD_ROWS(tcase, test_figures, cases);
	return unit_run("build counts", tcase);
}
