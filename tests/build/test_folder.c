#include "build/build.h"

#include <stdio.h>

#include "../unit.h"
#include "folder_of.h"

#define HEADER                                                                         \
	"Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area "          \
	"Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Count,"       \
	"Denominator,Value note\n"
#define ENGLAND "1,First,,,E92000001,England,England,Persons,5 yrs,,,2015,10,,,\n"
#define LONDON                                                                         \
	"1,First,E92000001,England,E12000007,London "                                  \
	"region,Region,Persons,5 yrs,,,2015,11,,,\n"
#define LAMBETH                                                                        \
	"1,First,E12000007,London region,E09000022,Lambeth,County & "                  \
	"UA,Persons,5 yrs,,,2015,12,,,\n"

enum { FILES_MOST = 4 };

/* What a folder comes to: its report and, line by line, what the draft holds. */
static const struct {
	const char *name;
	struct {
		const char *path, *bytes;
	} files[FILES_MOST];
	const char *wanted;
} cases[] = {
	{ "identical repetitions are folded",
	    { { "a.csv", HEADER ENGLAND LONDON },
		{ "b/c.csv", HEADER ENGLAND ENGLAND } },
	    "area E12000007 London region\n"
	    "area E92000001 England, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "type Region (region): E12000007\n"
	    "region E12000007 in E92000001\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1\n"
	    "rows: 4, repeated 2, figures 2\n" },
	{ "differing names are noted once",
	    { { "a.csv", HEADER LONDON },
		{ "b.csv", HEADER "1,Uno,,,E12000007,London Region,Region,Persons,5 "
				  "yrs,,,2016,11,,,\n" },
		{ "c.csv", HEADER "1,Eins,,,E12000007,Londres,Region,Persons,5 "
				  "yrs,,,2017,11,,,\n" } },
	    "b.csv:0:0: note: area 'E12000007' is called 'London Region' here and "
	    "'London region' before; the first name is kept\n"
	    "b.csv:0:0: note: indicator '1' is called 'Uno' here and 'First' before; "
	    "the first name is kept\n"
	    "area E12000007 London region\n"
	    "area E92000001 England, root, benchmark\n"
	    "type Region (region): E12000007\n"
	    "region E12000007 in E92000001\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015; 2016; 2017;\n"
	    "series: 1x3\n"
	    "rows: 3, repeated 0, figures 3\n" },
	{ "a name that is missing comes from another row",
	    { { "a.csv", HEADER "1,,,,E12000007,,Region,,,,,2015,11,,,\n" LONDON
				"2,,,,E12000008,,Region,,,,,2015,11,,,\n" } },
	    "area E12000007 London region\n"
	    "area E12000008 E12000008\n"
	    "area E92000001 England, root, benchmark\n"
	    "type Region (region): E12000007 E12000008\n"
	    "region E12000007 in E92000001\n"
	    "domain All indicators (all-indicators): 1 2\n"
	    "order: 1 2\n"
	    "ages: 5 yrs; ;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1 1x1\n"
	    "rows: 3, repeated 0, figures 3\n" },
	{ "parents are collected, each pair once",
	    { { "a.csv", HEADER ENGLAND LONDON LAMBETH
		"1,First,E12000007,London region,E09000022,Lambeth,County & "
		"UA,Persons,5 yrs,,,2016,12,,,\n"
		"1,First,E54000030,South East "
		"London,E09000022,Lambeth,County & UA,Persons,5 yrs,,,2017,"
		"12,,,\n" } },
	    "area E09000022 Lambeth\n"
	    "area E12000007 London region\n"
	    "area E54000030 South East London\n"
	    "area E92000001 England, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "type Region (region): E12000007\n"
	    "type County & UA (county-ua): E09000022\n"
	    "region E12000007 in E92000001\n"
	    "county-ua E09000022 in E12000007\n"
	    "county-ua E09000022 in E54000030\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015; 2016; 2017;\n"
	    "series: 1x1 1x1 1x3\n"
	    "rows: 5, repeated 0, figures 5\n" },
	{ "area types by level",
	    { { "a.csv", HEADER LAMBETH
		"1,First,,,E05000416,Bishop's,Electoral Best Fit Ward,,5 "
		"yrs,,,2015,1,,,\n" LONDON ENGLAND
		"1,First,,,E23000001,Metropolitan Police,Police forces,,5 "
		"yrs,,,2015,1,,,\n" } },
	    "area E05000416 Bishop's\n"
	    "area E09000022 Lambeth\n"
	    "area E12000007 London region\n"
	    "area E23000001 Metropolitan Police\n"
	    "area E92000001 England, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "type Region (region): E12000007\n"
	    "type County & UA (county-ua): E09000022\n"
	    "type Electoral Best Fit Ward (electoral-best-fit-ward): E05000416\n"
	    "type Police forces (police-forces): E23000001\n"
	    "region E12000007 in E92000001\n"
	    "county-ua E09000022 in E12000007\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1 1x1 1x1 1x1\n"
	    "rows: 5, repeated 0, figures 5\n" },
	{ "area types by tartan.yaml, then by level",
	    { { "a.csv", HEADER ENGLAND LONDON LAMBETH },
		{ "tartan.yaml", "area types: [county & ua, Regoin]\n" } },
	    "tartan.yaml:1:27: note: area type 'Regoin' is not in the data; is "
	    "'Region' meant?\n"
	    "area E09000022 Lambeth\n"
	    "area E12000007 London region\n"
	    "area E92000001 England, root, benchmark\n"
	    "type County & UA (county-ua): E09000022\n"
	    "type England (england): E92000001\n"
	    "type Region (region): E12000007\n"
	    "county-ua E09000022 in E12000007\n"
	    "region E12000007 in E92000001\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1 1x1\n"
	    "rows: 3, repeated 0, figures 3\n" },
	{ "domains in order, and what none names in one of its own",
	    { { "a.csv",
		  HEADER ENGLAND "22,Second,,,E92000001,,England,,,,,2015,1,,,\n"
				 "33,Third,,,E92000001,,England,,,,,2015,1,,,\n"
				 "44,Fourth,,,E92000001,,England,,,,,2015,1,,,\n" },
		{ "tartan.yaml", "domains:\n"
				 "  - name: Need\n"
				 "    indicators: [33, 1]\n"
				 "  - name: need!\n"
				 "    indicators: [1, 222, mood, 1]\n"
				 "  - name: Empty\n" } },
	    "tartan.yaml:5:21: note: indicator '222' of domain 'need!' is not in the "
	    "data; is '22' meant?\n"
	    "tartan.yaml:5:26: note: indicator 'mood' of domain 'need!' is not in the "
	    "data\n"
	    "tartan.yaml:5:32: note: indicator '1' is listed twice in domain 'need!'; "
	    "shown once\n"
	    "area E92000001 England, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "domain Need (need): 33 1\n"
	    "domain need! (need-2): 1\n"
	    "domain Empty (empty):\n"
	    "domain Other indicators (other-indicators): 22 44\n"
	    "order: 33 1 22 44\n"
	    "ages: 5 yrs; ;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1 1x1 1x1\n"
	    "rows: 4, repeated 0, figures 4\n" },
	{ "a root that is not England",
	    { { "a.csv", HEADER "1,First,,,W92000004,Wales,Country,,,,,2015,1,,,\n"
				"1,First,W92000004,Wales,W06000015,Cardiff,County & "
				"UA,,,,,2015,1,,,\n" } },
	    "area W06000015 Cardiff\n"
	    "area W92000004 Wales, root, benchmark\n"
	    "type Country (country): W92000004\n"
	    "type County & UA (county-ua): W06000015\n"
	    "county-ua W06000015 in W92000004\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: ;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1\n"
	    "rows: 2, repeated 0, figures 2\n" },
	{ "a benchmark by name",
	    { { "a.csv", HEADER ENGLAND LONDON },
		{ "tartan.yaml", "benchmark: london region\n" } },
	    "area E12000007 London region, benchmark\n"
	    "area E92000001 England, root\n"
	    "type England (england): E92000001\n"
	    "type Region (region): E12000007\n"
	    "region E12000007 in E92000001\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1\n"
	    "rows: 2, repeated 0, figures 2\n" },
	{ "ages youngest first, periods oldest first, categories apart",
	    { { "a.csv",
		HEADER "1,First,,,E92000001,,England,,10-14 yrs,,,2016/17,1,,,\n"
		       "1,First,,,E92000001,,England,,School age,,,2015 - 17,1,,,\n"
		       "1,First,,,E92000001,,England,,5 yrs,,,2014,1,,,\n"
		       "1,First,,,E92000001,,England,,5 yrs,Deprivation,Most "
		       "deprived,2014,1,,,\n"
		       "1,First,,,E92000001,,England,,<1 yr,,,2015 Q2,1,,,\n" } },
	    "area E92000001 E92000001, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: <1 yr; 5 yrs; 10-14 yrs; School age;\n"
	    "periods: 2014; 2015 Q2; 2016/17; 2015 - 17;\n"
	    "series: 1x1 1x1 1x1 1x1 1x1\n"
	    "rows: 5, repeated 0, figures 5\n" },
	{ "one period in two spellings is one",
	    { { "a.csv", HEADER "1,First,,,E92000001,,England,,,,,2015/16,1,,,\n"
				"1,First,,,E92000001,,England,,,,,2015-16,1,,,\n"
				"1,First,,,E92000001,,England,,,,,2015/2016,1,,,\n" } },
	    "area E92000001 E92000001, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: ;\n"
	    "periods: 2015/16;\n"
	    "series: 1x1\n"
	    "rows: 3, repeated 2, figures 1\n" },
	{ "a list of areas gives names and parents",
	    { { "a.csv",
		  HEADER "1,First,,,E09000022,,County & UA,,,,,2015,1,,,\n" LONDON },
		{ "z.csv", "ltla23_code,ltla23_name,rgn23_code,rgn23_name\n"
			   "E09000022,Lambeth,E12000007,London\n"
			   "E06000001,Hartlepool,E12000001,North East\n" } },
	    "area E09000022 Lambeth\n"
	    "area E12000007 London region\n"
	    "area E92000001 England, root, benchmark\n"
	    "type Region (region): E12000007\n"
	    "type County & UA (county-ua): E09000022\n"
	    "region E12000007 in E92000001\n"
	    "county-ua E09000022 in E12000007\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs; ;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1\n"
	    "rows: 2, repeated 0, figures 2\n" },
	{ "changes of areas, each said once, by who says most",
	    { { "a.csv", HEADER "1,First,,,E09000022,Lambeth,County & "
				"UA,Persons,5 yrs,,,2015,1,,,\n" },
		{ "c.csv", "Area Code,Predecessor code,Predecessor name,Date\n"
			   "E09000022,E09000098,Old Lambeth,2009-04-01\n"
			   "E09000022,E09000098,,01/04/2009\n"
			   "E09000022,E09000022,,2012-06\n"
			   "E09000099,E09000097,Elsewhere,2009-04-01\n" },
		{ "z.csv", "AreaCode,AreaName,AreaType,Valid from,Valid to\n"
			   "E09000022,Lambeth,County & UA,2009-04-01,\n"
			   "E09000098,Old Lambeth,County & UA,,2009-03-31\n" } },
	    "area E09000022 Lambeth\n"
	    "area E09000098 Old Lambeth\n"
	    "type County & UA (county-ua): E09000022\n"
	    "change 24111: E09000022 from E09000098\n"
	    "change 24149: E09000022 from E09000022\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015;\n"
	    "series: 1x1\n"
	    "rows: 1, repeated 0, figures 1\n" },
	{ "the end of an area",
	    { { "a.csv", HEADER "1,First,,,E09000022,Lambeth,County & "
				"UA,Persons,5 yrs,,,2015,1,,,\n" },
		{ "z.csv", "AreaCode,AreaName,AreaType,Valid from,Valid to\n"
			   "E09000022,Lambeth,County & UA,1965-04-01,2020-04-14\n" } },
	    "area E09000022 Lambeth\n"
	    "type County & UA (county-ua): E09000022\n"
	    "change 23583: E09000022 from nothing\n"
	    "change 24243: nothing from E09000022\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015;\n"
	    "series: 1x1\n"
	    "rows: 1, repeated 0, figures 1\n" },
	{ "files for people are passed over, others with a note",
	    { { "a.csv", HEADER ENGLAND }, { "README.md", "# Sources\n" },
		{ "map.geojson", "{ \"type\": \"FeatureCollection\" }\n" },
		{ "notes.yaml", "to do: nothing\n" } },
	    "map.geojson:0:0: note: no outlines of areas; wanted features with "
	    "polygons, "
	    "ignored\n"
	    "notes.yaml:0:0: note: YAML that is neither 'tartan.yaml' nor has a key "
	    "'indicators', 'tables' or 'populations'; ignored\n"
	    "area E92000001 England, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: 5 yrs;\n"
	    "periods: 2015;\n"
	    "series: 1x1\n"
	    "rows: 1, repeated 0, figures 1\n" },
	{ "short rows, thousands and signs for no number",
	    { { "a.csv", HEADER "1,First,,,E92000001,,England,,,,,2015,\"1,234\"\n"
				"1,First,,,E12000007,,Region,,,,,2015,[c],,,\n" } },
	    "a.csv:2:1: note: 1 row is shorter than the header; its missing cells are "
	    "taken as empty\n"
	    "area E12000007 E12000007\n"
	    "area E92000001 E92000001, root, benchmark\n"
	    "type England (england): E92000001\n"
	    "type Region (region): E12000007\n"
	    "domain All indicators (all-indicators): 1\n"
	    "order: 1\n"
	    "ages: ;\n"
	    "periods: 2015;\n"
	    "series: 1x1 1x1\n"
	    "rows: 2, repeated 0, figures 2\n" },
};

static void
print_types(struct buf *out, const struct draft *draft)
{
	for (uint32_t t = 0; t < draft->type_count; t++) {
		const struct draft_area_type *type = &draft->types[t];
		buf_print(
		    out, "type %.*s (%.*s):", STR_ARG(type->name), STR_ARG(type->slug));
		for (uint32_t a = 0; a < type->count; a++)
			buf_print(
			    out, " %.*s", STR_ARG(draft->areas[type->areas[a]].code));
		buf_add_char(out, '\n');
	}
}

static struct str
code_of(const struct draft *draft, uint32_t area)
{
	return area == RELEASE_NONE ? STR("nothing") : draft->areas[area].code;
}

static void
print_geography(struct buf *out, const struct draft *draft)
{
	for (uint32_t a = 0; a < draft->area_count; a++)
		buf_print(out, "area %.*s %.*s%s%s\n", STR_ARG(draft->areas[a].code),
		    STR_ARG(draft->areas[a].name),
		    a == draft->profile.root ? ", root" : "",
		    a == draft->profile.benchmark ? ", benchmark" : "");
	print_types(out, draft);
	for (uint32_t r = 0; r < draft->relation_count; r++) {
		const struct release_relation *relation = &draft->relations[r];
		buf_print(out, "%.*s %.*s in %.*s\n",
		    STR_ARG(draft->types[relation->type].slug),
		    STR_ARG(draft->areas[relation->area].code),
		    STR_ARG(draft->areas[relation->parent].code));
	}
	for (uint32_t i = 0; i < draft->change_count; i++) {
		const struct release_change *change = &draft->changes[i];
		buf_print(out, "change %d: %.*s from %.*s\n", change->month,
		    STR_ARG(code_of(draft, change->area)),
		    STR_ARG(code_of(draft, change->before)));
	}
}

static void
print_domains(struct buf *out, const struct draft *draft)
{
	for (uint32_t d = 0; d < draft->domain_count; d++) {
		const struct draft_domain *domain = &draft->domains[d];
		buf_print(out, "domain %.*s (%.*s):", STR_ARG(domain->name),
		    STR_ARG(domain->slug));
		for (uint32_t i = 0; i < domain->count; i++)
			buf_print(out, " %.*s",
			    STR_ARG(draft->indicators[domain->indicators[i]].key));
		buf_add_char(out, '\n');
	}
	buf_print(out, "order:");
	for (uint32_t i = 0; i < draft->indicator_count; i++)
		buf_print(out, " %.*s", STR_ARG(draft->indicators[i].key));
	buf_add_char(out, '\n');
}

static void
print_dimensions(struct buf *out, const struct draft *draft)
{
	buf_print(out, "ages:");
	for (uint32_t i = 0; i < draft->age_count; i++)
		buf_print(out, " %.*s;", STR_ARG(draft->ages[i]));
	buf_print(out, "\nperiods:");
	for (uint32_t i = 0; i < draft->period_count; i++)
		buf_print(out, " %.*s;", STR_ARG(draft->periods[i].label));
	buf_print(out, "\nseries:");
	for (uint32_t i = 0; i < draft->series_count; i++)
		buf_print(out, " %ux%u", draft->series[i].area_count,
		    draft->series[i].period_count);
	buf_print(out, "\nrows: %llu, repeated %llu, figures %llu\n",
	    (unsigned long long)draft->profile.rows,
	    (unsigned long long)draft->profile.repeated,
	    (unsigned long long)draft->profile.figures);
}

static void
print_draft(struct buf *out, const struct build *build)
{
	folder_of_print(out, &build->report);
	print_geography(out, &build->draft);
	print_domains(out, &build->draft);
	print_dimensions(out, &build->draft);
}

static void
write_files(const struct folder_of *folder, size_t number)
{
	for (int i = 0; i < FILES_MOST && cases[number].files[i].path; i++)
		folder_of_add(folder, cases[number].files[i].path,
		    str_of(cases[number].files[i].bytes));
}

START_TEST(test_folder)
{
	AUTO_BUF got = { 0 }, wanted = { 0 };
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	write_files(&folder, (size_t)_i);
	folder_of_read(&folder, &build, 0);
	print_draft(&got, &build);
	buf_add(&wanted, str_of(cases[_i].wanted));
	folder_of_compare(cases[_i].name, &got, &wanted);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Settings that contradict the figures or each other. */
static const struct {
	const char *name, *path, *settings, *wanted;
} refusals[] = {
	{ "a benchmark that is not there", "tartan.yaml",
	    "title: A\nbenchmark: Narnia\n",
	    "tartan.yaml:2:12: fault: benchmark 'Narnia' is not in the data; wanted "
	    "the "
	    "name or code of an area\n" },
	{ "a second tartan.yaml", "sub/tartan.yaml", "title: A\n",
	    "tartan.yaml:0:0: fault: a second tartan.yaml beside 'sub/tartan.yaml'; "
	    "wanted one\n" },
	{ "an unknown key", "tartan.yaml", "titel: A\n",
	    "tartan.yaml:1:1: fault: unknown key 'titel', the nearest is 'title'\n" },
};

START_TEST(test_refusal)
{
	AUTO_BUF got = { 0 }, wanted = { 0 };
	struct folder_of folder;
	struct build build;
	struct err err;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "a.csv", STR(HEADER ENGLAND));
	folder_of_add(&folder, "tartan.yaml", STR("title: B\n"));
	folder_of_add(&folder, refusals[_i].path, str_of(refusals[_i].settings));
	ck_assert_msg(!build_read(&build, folder.path, 0, &err), "%s: no fault",
	    refusals[_i].name);
	ck_assert_int_eq(err.fault, FAULT_INPUT);
	folder_of_print(&got, &build.report);
	buf_add(&wanted, str_of(refusals[_i].wanted));
	folder_of_compare(refusals[_i].name, &got, &wanted);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Names and goals are kept as they are written; what is squeezed is only shown. The
 * same name with other spaces is no other name. */
START_TEST(test_to_the_byte)
{
	struct folder_of folder;
	struct build build;
	const struct draft *draft = &build.draft;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "a.csv",
	    STR("id,indicator name,area code,area name,period,value,compared to goal\n"
		"1,Suicide  rate ,E12000001,North  East,2015,1,Red \n"
		"2,Self-harm,E12000001,North  East,2015,1,\n"));
	folder_of_add(&folder, "b.csv",
	    STR("id,indicator name,area code,area name,period,value,compared to goal\n"
		"1,Suicide rate,E12000001,North East,2016,1,Green\n"));
	folder_of_read(&folder, &build, 0);
	ck_assert_uint_eq(build.report.count, 0);
	ck_assert(str_equal(draft->indicators[0].name, STR("Suicide rate")));
	ck_assert(str_equal(draft->indicators[0].published, STR("Suicide  rate ")));
	ck_assert(str_equal(draft->indicators[1].published, STR("")));
	ck_assert(str_equal(draft->areas[0].name, STR("North East")));
	ck_assert(str_equal(draft->areas[0].published, STR("North  East")));
	ck_assert_uint_eq(draft->goal_count, 3);
	ck_assert(str_equal(draft->goals[1], STR("Red ")));
	ck_assert(str_equal(draft->goals[2], STR("Green")));
	ck_assert(draft->series[0].columns & 1u << COLUMN_GOAL);
	ck_assert(!(draft->series[1].columns & 1u << COLUMN_GOAL));
	build_done(&build);
	/* A name that somebody gave was published nowhere. */
	folder_of_add(
	    &folder, "definitions.yaml", STR("indicators: {1: {name: Suicides}}\n"));
	folder_of_read(&folder, &build, 0);
	ck_assert(str_equal(draft->indicators[0].name, STR("Suicides")));
	ck_assert_uint_eq(draft->indicators[0].published.len, 0);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Titles where nobody gives one. */
/* As many areas as months, each area in a month of its own: a matrix of nothing. */
START_TEST(test_sparse)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
		"Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	AUTO_BUF table = { 0 };
	AUTO_BUF got = { 0 };
	AUTO_BUF wanted = { 0 };
	struct folder_of folder;
	struct build build;
	struct err err;

	buf_add(&table, STR("Indicator ID,Area Code,Time period,Value\n"));
	for (int i = 0; i < 4500; i++)
		buf_print(
		    &table, "1,E%08d,%s %d,1\n", i, months[i % 12], 1810 + i / 12);
	folder_of_nothing(&folder);
	folder_of_add(&folder, "a.csv", buf_str(&table));
	ck_assert(!build_read(&build, folder.path, 0, &err));
	folder_of_print(&got, &build.report);
	buf_add(&wanted, STR("a.csv:2:0: fault: indicator '1' has 4500 areas and 4500 "
			     "periods but 4500 "
			     "rows; wanted figures for one in 1000 at least\n"));
	folder_of_compare("sparse", &got, &wanted);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

START_TEST(test_title)
{
	static const struct {
		const char *folder, *settings, *title, *slug;
	} titles[] = {
		{ "cyp-2019", NULL, "Cyp 2019", "cyp-2019" },
		{ "two_words", "", "Two words", "two-words" },
		{ "x", "title: \"Children's minds\"\n", "Children's minds",
		    "childrens-minds" },
		{ "x", "title: A\nslug: b\n", "A", "b" },
	};
	AUTO_ARENA arena = { 0 };
	struct folder_of folder;
	struct build build;
	struct err err = { 0 };
	const struct draft_profile *profile = &build.draft.profile;

	folder_of_nothing(&folder);
	folder_of_add(&folder, str_print(&arena, "%s/a.csv", titles[_i].folder).at,
	    STR(HEADER ENGLAND));
	if (titles[_i].settings)
		folder_of_add(&folder,
		    str_print(&arena, "%s/tartan.yaml", titles[_i].folder).at,
		    str_of(titles[_i].settings));
	ck_assert_msg(build_read(&build,
			  folder_of_path(&arena, &folder, titles[_i].folder), 0, &err),
	    "%s", err.text);
	ck_assert_msg(str_equal(profile->title, str_of(titles[_i].title)), "%.*s",
	    STR_ARG(profile->title));
	ck_assert_msg(str_equal(profile->slug, str_of(titles[_i].slug)), "%.*s",
	    STR_ARG(profile->slug));
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("folder");

	ADD_ROWS(tcase, test_folder, cases);
	ADD_ROWS(tcase, test_refusal, refusals);
	tcase_add_loop_test(tcase, test_title, 0, 4);
	tcase_add_test(tcase, test_to_the_byte);
	tcase_add_test(tcase, test_sparse);
	return unit_run("build folder", tcase);
}
