#include "build/describe.h"

#include "../unit.h"
#include "facts_of.h"
#include "folder_of.h"

#define HEADER                                                                         \
	"Indicator ID,Indicator Name,Area Code,Sex,Time period,Value,Lower CI 95.0 "   \
	"limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,"     \
	"Denominator,Value note,Recent Trend,Compared to England value or "            \
	"percentiles\n"

/* What people say of an indicator: in a metadata download, in definitions.yaml. */
#define SHARE                                                                          \
	HEADER                                                                         \
	"1,A,E92000001,Persons,2015,40.0000,37.0075,43.0691,,,400,1000,,,\n"           \
	"1,A,E12000001,Persons,2015,75.0000,68.5659,80.4918,,,150,200,,,Better\n"
#define METADATA                                                                       \
	"Indicator ID,Indicator,Definition,Caveats,Unit,Value type,Polarity\n"         \
	"1,By the metadata,What it is,,per 1000,Crude rate,RAG - Low is good\n"        \
	"2,Not here,What it is,Beware,%,Proportion,Not applicable\n"
#define DEFINITIONS                                                                    \
	"indicators:\n"                                                                \
	"  1:\n"                                                                       \
	"    name: By hand\n"                                                          \
	"    value type: ratio\n"                                                      \
	"    decimals: 3\n"                                                            \
	"    comparison: none\n"                                                       \
	"    modelled: true\n"                                                         \
	"    definition: What it really is\n"                                          \
	"    caveats: Beware\n"

static const struct {
	const char *name, *metadata, *definitions, *wanted;
} sayings[] = {
	{ "nobody says anything", NULL, NULL,
	    "Name: A\n"
	    "Value type: Proportion, 2 for, 0 against\n"
	    "Multiplier: 100, 2 for, 0 against\n"
	    "Confidence limits: Wilson score method, 2 for, 0 against\n"
	    "Polarity: High is good, 1 for, 0 against\n"
	    "Comparison: 95% confidence limits, 1 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "the metadata download", METADATA, NULL,
	    "Name: By the metadata\n"
	    "Value type: Crude rate, from the published metadata\n"
	    "Multiplier: 1000, from the published metadata\n"
	    "Unit: per 1000, from the published metadata\n"
	    "Confidence limits: Wilson score method, 2 for, 0 against\n"
	    "Polarity: Low is good, from the published metadata\n"
	    "Comparison: 95% confidence limits, 1 for, 0 against\n"
	    "Decimals: 1\n"
	    "Definition: What it is, from the published metadata\n" },
	{ "definitions", NULL, DEFINITIONS,
	    "Name: By hand\n"
	    "Value type: Ratio, from the definitions file\n"
	    "Multiplier: 100, 2 for, 0 against\n"
	    "Confidence limits: Wilson score method, 2 for, 0 against\n"
	    "Polarity: High is good, 1 for, 0 against\n"
	    "Comparison: Not compared, from the definitions file\n"
	    "Decimals: 3, from the definitions file\n"
	    "Modelled: yes, from the definitions file\n"
	    "Definition: What it really is, from the definitions file\n"
	    "Caveats: Beware, from the definitions file\n" },
	{ "definitions win over metadata", METADATA, DEFINITIONS,
	    "Name: By hand\n"
	    "Value type: Ratio, from the definitions file\n"
	    "Multiplier: 1000, from the published metadata\n"
	    "Unit: per 1000, from the published metadata\n"
	    "Confidence limits: Wilson score method, 2 for, 0 against\n"
	    "Polarity: Low is good, from the published metadata\n"
	    "Comparison: Not compared, from the definitions file\n"
	    "Decimals: 3, from the definitions file\n"
	    "Modelled: yes, from the definitions file\n"
	    "Definition: What it really is, from the definitions file\n"
	    "Caveats: Beware, from the definitions file\n" },
};

/* Counts that lie in tens; said to be rounded to hundreds, limits are as loose. */
static void
add_tens(struct buf *out)
{
	buf_add(out, STR(HEADER));
	for (unsigned i = 0; i < 10; i++)
		buf_print(out, "1,A,E0600%04u,Persons,2015,40.0000,,,,,%u,%u,,,\n",
		    i + 1, 400 + 10 * (i % 4), 1000 + 25 * (i % 4));
}

static const struct {
	const char *name, *definitions, *wanted;
} roundings[] = {
	{ "nobody says anything", NULL,
	    "Value type: Proportion, 10 for, 0 against\n"
	    "Multiplier: 100, 10 for, 0 against\n"
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 1\n"
	    "Rounding of counts: to 10, 10 for, 0 against\n" },
	{ "said not to be rounded", "indicators: {1: {rounding of counts: none}}\n",
	    "Value type: Proportion, 10 for, 0 against\n"
	    "Multiplier: 100, 10 for, 0 against\n"
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 1\n"
	    "Rounding of counts: to 0, from the definitions file\n" },
};

START_TEST(test_rounding)
{
	AUTO_BUF bytes = { 0 }, got = { 0 }, wanted = { 0 };
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	add_tens(&bytes);
	folder_of_add(&folder, "x.csv", buf_str(&bytes));
	if (roundings[_i].definitions)
		folder_of_add(
		    &folder, "definitions.yaml", str_of(roundings[_i].definitions));
	folder_of_read(&folder, &build, 0);
	facts_of(&got, &build.draft.indicators[0]);
	buf_add(&wanted, str_of(roundings[_i].wanted));
	folder_of_compare(roundings[_i].name, &got, &wanted);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

static void
print_saying(struct buf *out, const struct draft_indicator *i)
{
	buf_print(out, "Name: %.*s\n", STR_ARG(i->name));
	facts_of(out, i);
	for (uint32_t f = 0; f < i->field_count; f++)
		buf_print(out, "%.*s: %.*s, %s\n", STR_ARG(i->fields[f].label),
		    STR_ARG(i->fields[f].text), origin_word(i->fields[f].origin));
}

/* What is said wins over what the figures show, and later sayings over earlier ones. */
START_TEST(test_sayings)
{
	AUTO_BUF got = { 0 }, wanted = { 0 };
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "x.csv", STR(SHARE));
	/* By name the metadata come last, which must not matter. */
	if (sayings[_i].metadata)
		folder_of_add(&folder, "z.csv", str_of(sayings[_i].metadata));
	if (sayings[_i].definitions)
		folder_of_add(
		    &folder, "definitions.yaml", str_of(sayings[_i].definitions));
	folder_of_read(&folder, &build, 0);
	ck_assert_uint_eq(build.report.count, 0);
	print_saying(&got, &build.draft.indicators[0]);
	buf_add(&wanted, str_of(sayings[_i].wanted));
	folder_of_compare(sayings[_i].name, &got, &wanted);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Every conclusion has a sentence of evidence, and every assumption its reason. */
START_TEST(test_evidence_in_words)
{
	struct folder_of folder;
	struct build build;
	const struct draft_indicator *i;

	folder_of_nothing(&folder);
	folder_of_add(&folder, "x.csv", STR(SHARE));
	folder_of_read(&folder, &build, 0);
	i = &build.draft.indicators[0];
	ck_assert_int_eq(i->facts[FACT_VALUE_TYPE].origin, ORIGIN_INFERRED);
	for (unsigned f = 0; f < FACT_COUNT; f++)
		ck_assert_msg((i->facts[f].origin == ORIGIN_INFERRED ||
				  i->facts[f].origin == ORIGIN_ASSUMED) ==
				  (i->facts[f].text.len > 0),
		    "%s", fact_word((enum fact)f));
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("sayings");

	ADD_ROWS(tcase, test_sayings, sayings);
	ADD_ROWS(tcase, test_rounding, roundings);
	tcase_add_test(tcase, test_evidence_in_words);
	return unit_run("build sayings", tcase);
}
