#include "source/config.h"

#include <stdio.h>

#include "../unit.h"

/* All that was reported, as "line:column: text" and line feeds. */
static void
print_report(struct report *report, char *out, size_t room)
{
	size_t n = 0;

	out[0] = '\0';
	report_sort(report);
	for (uint32_t i = 0; i < report->count && n < room; i++) {
		const struct report_entry *entry = &report->entries[i];
		ck_assert(str_equal(entry->place.file, STR("dir/tartan.yaml")));
		n += (size_t)snprintf(out + n, room - n, "%llu:%u: %.*s\n",
		    (unsigned long long)entry->place.line, entry->place.column,
		    STR_ARG(entry->text));
	}
}

static bool
is(struct str got, const char *want)
{
	return str_equal(got, str_of(want));
}

static const char whole_profile[] =
    "\xef\xbb\xbf# A profile\n"
    "title: Children and young people\xe2\x80\x99s mental health\n"
    "slug: cyp-2018\n"
    "summary: >\n"
    "  What is known,\n"
    "  in figures.\n"
    "introduction: |\n"
    "  # About\n"
    "\n"
    "  Some *words*.\n"
    "notice: \"Beta: read with care\"\n"
    "made up: true\n"
    "publisher: A council\n"
    "contact: someone@example.org\n"
    "licence: OGL v3.0\n"
    "published: 2018-02-28\n"
    "benchmark: England\n"
    "area types: [County & UA, 'Region']\n"
    "domains:\n"
    "  - name: Need\n"
    "    summary: Who needs help\n"
    "    indicators:\n"
    "      - 91141\n"
    "      - &hospital self-harm\n"
    "  - {name: Services, indicators: [*hospital, 92315]}\n"
    "  - name: Empty so far\n"
    "updates:\n"
    "  - date: 2018-02-05\n"
    "    text: First figures\n"
    "  - {date: February 2018, text: Before}\n"
    "  - {date: 2017-12, text: Long before}\n";

START_TEST(test_profile)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;

	config_read_profile(
	    &arena, str_of(whole_profile), STR("dir/tartan.yaml"), &got, &report);
	ck_assert_uint_eq(report.faults + report.notes, 0);
	ck_assert(
	    is(got.title, "Children and young people\xe2\x80\x99s mental health"));
	ck_assert(is(got.slug, "cyp-2018"));
	ck_assert(is(got.summary, "What is known, in figures."));
	ck_assert(is(got.introduction, "# About\n\nSome *words*."));
	ck_assert(is(got.notice, "Beta: read with care"));
	ck_assert(got.made_up);
	ck_assert(is(got.publisher, "A council"));
	ck_assert(is(got.contact, "someone@example.org"));
	ck_assert(is(got.licence, "OGL v3.0"));
	ck_assert(is(got.published, "2018-02-28"));
	ck_assert(is(got.benchmark, "England"));
	ck_assert_uint_eq(got.benchmark_place.line, 17);
	ck_assert_uint_eq(got.benchmark_place.column, 12);
	ck_assert_uint_eq(got.area_type_count, 2);
	ck_assert(is(got.area_types[0], "County & UA"));
	ck_assert(is(got.area_types[1], "Region"));
	ck_assert_uint_eq(got.area_type_places[1].column, 27);
	report_done(&report);
}
END_TEST

START_TEST(test_quality_ranks)
{
	AUTO_ARENA arena = { 0 };
	struct config_profile got;
	struct report report = { 0 };
	const struct str text = STR("quality ranks:\n"
				    "  - name: Robust\n"
				    "    meaning: complete\n"
				    "    indicators: [91141, self-harm]\n"
				    "  - meaning: nameless\n");

	config_read_profile(&arena, text, STR("tartan.yaml"), &got, &report);
	ck_assert_uint_eq(got.rank_count, 2);
	ck_assert(is(got.ranks[0].name, "Robust"));
	ck_assert(is(got.ranks[0].meaning, "complete"));
	ck_assert_uint_eq(got.ranks[0].count, 2);
	ck_assert(is(got.ranks[0].indicators[1], "self-harm"));
	ck_assert_uint_eq(report.faults, 1);
	report_done(&report);
}
END_TEST

START_TEST(test_one_text_is_a_list)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;

	config_read_profile(&arena,
	    STR("area types: Region\ndomains:\n  - name: Need\n    indicators: "
		"91141\n"),
	    STR("tartan.yaml"), &got, &report);
	ck_assert_uint_eq(report.faults, 0);
	ck_assert_uint_eq(got.area_type_count, 1);
	ck_assert(is(got.area_types[0], "Region"));
	ck_assert_uint_eq(got.area_type_places[0].column, 13);
	ck_assert_uint_eq(got.domains[0].count, 1);
	ck_assert(is(got.domains[0].indicators[0], "91141"));
	report_done(&report);
}
END_TEST

START_TEST(test_domains_and_updates)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;

	config_read_profile(
	    &arena, str_of(whole_profile), STR("dir/tartan.yaml"), &got, &report);
	ck_assert_uint_eq(got.domain_count, 3);
	ck_assert(is(got.domains[0].name, "Need"));
	ck_assert(is(got.domains[0].summary, "Who needs help"));
	ck_assert_uint_eq(got.domains[0].count, 2);
	ck_assert(is(got.domains[0].indicators[0], "91141"));
	ck_assert(is(got.domains[0].indicators[1], "self-harm"));
	ck_assert_uint_eq(got.domains[0].places[0].line, 23);
	ck_assert_uint_eq(got.domains[0].places[0].column, 9);
	ck_assert(is(got.domains[1].indicators[0], "self-harm"));
	ck_assert(is(got.domains[1].indicators[1], "92315"));
	ck_assert_uint_eq(got.domains[2].count, 0);
	ck_assert_uint_eq(got.update_count, 3);
	ck_assert(is(got.updates[0].date, "2018-02-05"));
	ck_assert(is(got.updates[0].text, "First figures"));
	ck_assert(is(got.updates[1].date, "2018-02"));
	ck_assert(is(got.updates[2].date, "2017-12"));
	report_done(&report);
}
END_TEST

/* Texts that say nothing are no fault. */
static const struct {
	const char *name, *text;
} silent[] = {
	{ "empty", "" },
	{ "white space", " \n\n" },
	{ "comment", "# nothing yet\n" },
	{ "marker", "---\n" },
	{ "null", "~\n" },
	{ "keys without values", "title:\ndomains:\nupdates: ~\nmade up: null\n" },
	{ "empty lists", "domains: []\nupdates: []\narea types: []\n" },
};

START_TEST(test_silent)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;
	char all[2000];

	config_read_profile(
	    &arena, str_of(silent[_i].text), STR("dir/tartan.yaml"), &got, &report);
	print_report(&report, all, sizeof all);
	ck_assert_msg(all[0] == '\0', "%s: %s", silent[_i].name, all);
	ck_assert_uint_eq(got.title.len + got.domain_count + got.update_count, 0);
	report_done(&report);
}
END_TEST

static const struct {
	const char *name, *text, *faults;
} wrong_profiles[] = {
	{ "unknown key", "title: x\ntitel: y\n",
	    "2:1: unknown key 'titel', the nearest is 'title'\n" },
	{ "case of a key", "Title: x\n",
	    "1:1: unknown key 'Title', the nearest is 'title'\n" },
	{ "underscore in a key", "made_up: true\n",
	    "1:1: unknown key 'made_up', the nearest is 'made up'\n" },
	{ "unknown key like nothing", "title: x\nzzzzzz: 1\n",
	    "2:1: unknown key 'zzzzzz', wanted one of: title, slug, summary, "
	    "introduction, notice, made up, publisher, contact, licence, published, "
	    "benchmark, area types, domains, quality ranks, updates, groups, "
	    "similar\n" },
	{ "key twice", "title: x\nslug: y\ntitle: z\n",
	    "3:1: 'title' is given twice, first on line 1\n" },
	{ "list for text", "title: [a]\n", "1:8: 'title' is a list, wanted text\n" },
	{ "map for text", "title:\n  a: b\n",
	    "2:3: 'title' is a map of keys, wanted text\n" },
	{ "text for list", "domains: Need\n",
	    "1:10: 'domains' is 'Need', wanted a list\n" },
	{ "map for list", "area types: {a: b}\n",
	    "1:13: 'area types' is a map of keys, wanted a list\n" },
	{ "text for a domain", "domains:\n  - Need\n",
	    "2:5: found 'Need', wanted a map of keys\n" },
	{ "nothing for a domain", "domains:\n  -\n",
	    "2:3: found nothing, wanted a map of keys\n" },
	{ "domain without a name", "domains:\n  - summary: x\n",
	    "2:5: the key 'name' is missing here\n" },
	{ "domain with an empty name", "domains:\n  - name: ' '\n",
	    "2:11: the name of a domain is empty, wanted one such as 'Need'\n" },
	{ "domain twice", "domains:\n  - name: Need\n  - name: Other\n  - name: need\n",
	    "4:11: domain 'need' is there twice, first on line 2, wanted another "
	    "name\n" },
	{ "unknown key of a domain", "domains:\n  - name: x\n    indicator: [1]\n",
	    "3:5: unknown key 'indicator', the nearest is 'indicators'\n" },
	{ "list in a list", "domains:\n  - name: x\n    indicators: [1, [2]]\n",
	    "3:21: found a list, wanted text\n" },
	{ "word for a truth", "made up: maybe\n",
	    "1:10: 'made up' is 'maybe', wanted true or false\n" },
	{ "quoted truth", "made up: 'true'\n",
	    "1:10: 'made up' is 'true', wanted true or false\n" },
	{ "no slug", "slug: My Profile\n",
	    "1:7: 'My Profile' is no name for an address, wanted one such as "
	    "'my-profile'\n" },
	{ "no such day", "published: 2018-02-30\n",
	    "1:12: 'published' is '2018-02-30', wanted a day of the years "
	    "1801 to 2200, as YYYY-MM-DD\n" },
	{ "a day far off", "published: 2999-01-01\n",
	    "1:12: 'published' is '2999-01-01', wanted a day of the years 1801 to "
	    "2200, as YYYY-MM-DD\n" },
	{ "day wanted", "published: 2018-02\n",
	    "1:12: 'published' is '2018-02', wanted a day of the years "
	    "1801 to 2200, as YYYY-MM-DD\n" },
	{ "update without a date", "updates:\n  - text: x\n",
	    "2:5: the key 'date' is missing here\n" },
	{ "update of no day", "updates:\n  - {date: 2018-13, text: x}\n",
	    "2:12: 'date' is '2018-13', wanted a date of the years 1801 to 2200, as "
	    "YYYY-MM-DD or YYYY-MM\n" },
	{ "several at once", "titel: x\nmade up: 1\ndomains: 2\n",
	    "1:1: unknown key 'titel', the nearest is 'title'\n"
	    "2:10: 'made up' is '1', wanted true or false\n"
	    "3:10: 'domains' is '2', wanted a list\n" },
	{ "a list", "- a\n", "1:1: found a list, wanted keys such as 'title'\n" },
	{ "text", "hello\n", "1:1: found text, wanted keys such as 'title'\n" },
	{ "unclosed list", "area types: [a, b\n",
	    "2:1: not to be read as YAML: flow sequence without a closing bracket\n" },
	{ "colon in plain text", "title: a: b\n",
	    "1:9: not to be read as YAML: invalid nested block mapping on the same "
	    "line\n" },
	{ "columns are characters", "title: \xc3\xa9: b\n",
	    "1:9: not to be read as YAML: invalid nested block mapping on the same "
	    "line\n" },
	{ "two documents", "title: a\n---\ntitle: b\n",
	    "2:1: a second document begins, wanted one in a file\n" },
	{ "unknown alias", "title: *a\n", "1:8: no '&a' stands before this '*a'\n" },
	{ "what holds itself", "domains: &a [*a]\n",
	    "1:14: no '&a' stands before this '*a'\n" },
	{ "list for a key", "? [a]\n: b\n", "1:3: a key is a list, wanted text\n" },
	{ "invalid UTF-8", "title: x\nslug: \xff\n",
	    "2:7: byte 0xff is no text, wanted UTF-8\n" },
	{ "directive", "# x\n%YAML 1.2\n---\ntitle: x\n",
	    "2:1: a line begins with '%', wanted a key\n" },
	{ "control character", "title: x\x01\n",
	    "1:9: byte 0x01 is no text, wanted UTF-8\n" },
};

START_TEST(test_wrong_profile)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;
	char all[2000];

	config_read_profile(&arena, str_of(wrong_profiles[_i].text),
	    STR("dir/tartan.yaml"), &got, &report);
	print_report(&report, all, sizeof all);
	ck_assert_msg(strcmp(all, wrong_profiles[_i].faults) == 0, "%s: %s",
	    wrong_profiles[_i].name, all);
	report_done(&report);
}
END_TEST

static const struct {
	const char *text, *date; /* NULL: refused */
} dates[] = {
	{ "2018-02-28", "2018-02-28" },
	{ "2016-02-29", "2016-02-29" },
	{ "2000-02-29", "2000-02-29" },
	{ "2018-12-31", "2018-12-31" },
	{ "2018-02", "2018-02" },
	{ "2010-12", "2010-12" },
	{ "February 2018", "2018-02" },
	{ "sept 2018", "2018-09" },
	{ "2018-02-29", NULL },
	{ "1900-02-29", NULL },
	{ "2018-04-31", NULL },
	{ "2018-00-01", NULL },
	{ "2018-01-00", NULL },
	{ "2018-1-1", NULL },
	{ "2018-01-011", NULL },
	{ "2018-01-01-01", NULL },
	{ "2018-01-", NULL },
	{ "0001-01-01", NULL },
	{ "2018", NULL },
	{ "28/02/2018", NULL },
	{ "Febuary 2018", NULL },
	{ "Jan 2018 - Mar 2018", NULL },
	{ "2018 Q1", NULL },
};

START_TEST(test_dates)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;
	char text[200];

	snprintf(text, sizeof text, "updates: [{date: %s, text: x}]", dates[_i].text);
	config_read_profile(
	    &arena, str_of(text), STR("dir/tartan.yaml"), &got, &report);
	ck_assert_msg(
	    (report.faults > 0) == (dates[_i].date == NULL), "'%s'", dates[_i].text);
	ck_assert_uint_eq(got.update_count, 1);
	ck_assert_msg(is(got.updates[0].date, dates[_i].date ? dates[_i].date : ""),
	    "'%s'", dates[_i].text);
	report_done(&report);
}
END_TEST

static const char whole_definitions[] =
    "indicators:\n"
    "  91141:\n"
    "    name: Estimated prevalence\n"
    "    short name: Prevalence\n"
    "    topic: Need\n"
    "    quality: Some concerns\n"
    "    unit: '%'\n"
    "    multiplier: 100\n"
    "    value type: Proportion\n"
    "    polarity: low\n"
    "    confidence limits: wilson\n"
    "    comparison: 95\n"
    "    decimals: 1\n"
    "    modelled: true\n"
    "    frequency: annual\n"
    "    year type: financial\n"
    "    rounding of counts: 5\n"
    "    definition: |\n"
    "      Children *aged* 5 to 16.\n"
    "    data source: A survey\n"
    "    impact of covid-19: ~\n"
    "    standard population/values: None\n"
    "  self-harm: {polarity: none, multiplier: \"100,000\", frequency: 3y,\n"
    "    comparison: two levels, confidence limits: none,\n"
    "    rounding of counts: none}\n"
    "  nothing-known:\n";

START_TEST(test_definitions)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_definitions got;

	config_read_definitions(
	    &arena, str_of(whole_definitions), STR("dir/tartan.yaml"), &got, &report);
	ck_assert_uint_eq(report.faults + report.notes, 0);
	ck_assert_uint_eq(got.count, 3);
	const struct config_indicator *i = &got.indicators[0];
	ck_assert(is(i->key, "91141") && i->place.line == 2 && i->place.column == 3);
	ck_assert(is(i->name, "Estimated prevalence"));
	ck_assert(is(i->short_name, "Prevalence"));
	ck_assert(is(i->topic, "Need") && is(i->quality, "Some concerns"));
	ck_assert_uint_eq(i->has, (1u << FACT_COUNT) - 1);
	ck_assert(is(i->unit, "%"));
	ck_assert(i->multiplier == 100);
	ck_assert_int_eq(i->value_type, VALUE_PROPORTION);
	ck_assert_int_eq(i->polarity, POLARITY_LOW);
	ck_assert_int_eq(i->interval, INTERVAL_WILSON);
	ck_assert_int_eq(i->comparison, COMPARISON_INTERVAL);
	ck_assert_int_eq(i->decimals, 1);
	ck_assert(i->modelled);
	ck_assert_uint_eq(i->frequency_months, 12);
	ck_assert_int_eq(i->year_type, PERIOD_FINANCIAL);
	ck_assert_uint_eq(i->rounding, 5);
	ck_assert_uint_eq(i->field_count, 3);
	ck_assert(is(i->fields[0].label, "Definition"));
	ck_assert(is(i->fields[0].text, "Children *aged* 5 to 16."));
	ck_assert(is(i->fields[1].label, "Data source"));
	ck_assert(is(i->fields[2].label, "Standard population/values"));
	report_done(&report);
}
END_TEST

START_TEST(test_few_facts)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_definitions got;

	config_read_definitions(
	    &arena, str_of(whole_definitions), STR("dir/tartan.yaml"), &got, &report);
	const struct config_indicator *i = &got.indicators[1];
	ck_assert(is(i->key, "self-harm"));
	ck_assert_uint_eq(i->has, 1u << FACT_POLARITY | 1u << FACT_MULTIPLIER |
				      1u << FACT_FREQUENCY | 1u << FACT_COMPARISON |
				      1u << FACT_INTERVAL | 1u << FACT_ROUNDING);
	ck_assert_uint_eq(i->rounding, 0);
	ck_assert_int_eq(i->polarity, POLARITY_NONE);
	ck_assert(i->multiplier == 100000);
	ck_assert_uint_eq(i->frequency_months, 36);
	ck_assert_int_eq(i->comparison, COMPARISON_TWO_LEVELS);
	ck_assert_int_eq(i->interval, INTERVAL_NONE);
	ck_assert(is(got.indicators[2].key, "nothing-known"));
	ck_assert_uint_eq(got.indicators[2].has, 0);
	report_done(&report);
}
END_TEST

static const struct {
	const char *name, *line, *faults;
} wrong_definitions[] = {
	{ "unknown key", "rational: x",
	    "3:5: unknown key 'rational', the nearest is 'rationale'\n" },
	{ "unknown key near a fact", "value-type: x",
	    "3:5: unknown key 'value-type', the nearest is 'value type'\n" },
	{ "multiplier", "multiplier: many",
	    "3:17: 'multiplier' is 'many', wanted a number above 0, such as 100000\n" },
	{ "multiplier of nought", "multiplier: 0",
	    "3:17: 'multiplier' is '0', wanted a number above 0, such as 100000\n" },
	{ "value type", "value type: guess",
	    "3:17: 'value type' is 'guess', wanted proportion, crude rate, directly "
	    "standardised rate, indirectly standardised rate, indirectly standardised "
	    "ratio, ratio, count, mean, score, life expectancy or slope index of "
	    "inequality\n" },
	{ "polarity", "polarity: up",
	    "3:15: 'polarity' is 'up', wanted low is good, high is good, no judgement "
	    "or none\n" },
	{ "confidence limits", "confidence limits: [wilson]",
	    "3:24: 'confidence limits' is a list, wanted wilson, byar, dobson, t, "
	    "other "
	    "or none\n" },
	{ "comparison", "comparison: 99",
	    "3:17: 'comparison' is '99', wanted 95, two levels, overlap, quintiles or "
	    "none\n" },
	{ "decimals", "decimals: -1",
	    "3:15: 'decimals' is '-1', wanted a whole number from 0 to 10\n" },
	{ "many decimals", "decimals: 11",
	    "3:15: 'decimals' is '11', wanted a whole number from 0 to 10\n" },
	{ "modelled", "modelled: sometimes",
	    "3:15: 'modelled' is 'sometimes', wanted true or false\n" },
	{ "frequency", "frequency: seldom",
	    "3:16: 'frequency' is 'seldom', wanted annual, quarterly, monthly, or a "
	    "length such as 1y, 3q or 2m\n" },
	{ "year type", "year type: leap",
	    "3:16: 'year type' is 'leap', wanted calendar, financial or academic\n" },
	{ "rounding", "rounding of counts: 1",
	    "3:25: 'rounding of counts' is '1', wanted none, or a number such as 5\n" },
	{ "an unknown regime", "disclosure: fingertip",
	    "3:17: 'disclosure' is 'fingertip', wanted one of fingertips, hes, "
	    "hes-2017, mhsds, none, or a map of its parts; is 'fingertips' meant?\n" },
	{ "an unknown part of a rule", "disclosure: {smal: 1-4}",
	    "3:18: unknown key 'smal', the nearest is 'small'\n" },
	{ "no range", "disclosure: {small: few}",
	    "3:25: 'small' is 'few', wanted counts from least to most such as 1-4, or "
	    "none\n" },
	{ "a range of the wrong way round", "disclosure: {small: 4-1}",
	    "3:25: 'small' is '4-1', wanted counts from least to most such as 1-4, or "
	    "none\n" },
	{ "a rule that contradicts itself", "disclosure: {small: 2-4}",
	    "3:17: 'disclosure': small counts begin at 2, want 0 or 1\n" },
	{ "zeros", "disclosure: {zeros: sometimes}",
	    "3:25: 'zeros' is 'sometimes', wanted shown, or may be hidden\n" },
	{ "rates", "disclosure: {rates: false}",
	    "3:25: 'rates' is 'false', wanted shown or hidden\n" },
	{ "a level", "disclosure: {never hidden: [national, county]}",
	    "3:43: found 'county', wanted national, regional or local\n" },
	{ "rounding to one", "disclosure: {rounding: {local: 1}}",
	    "3:36: 'local' is '1', wanted none, or a number such as 5\n" },
	{ "like nothing", "disclosure: {like: nobody}",
	    "3:24: 'like' is 'nobody', wanted one of fingertips, hes, hes-2017, mhsds, "
	    "none, or a map of its parts\n" },
	{ "list for a text about it", "caveats: [a, b]",
	    "3:14: 'caveats' is a list, wanted text\n" },
};

START_TEST(test_wrong_definition)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_definitions got;
	char text[300], all[2000];

	snprintf(text, sizeof text, "indicators:\n  91141:\n    %s\n",
	    wrong_definitions[_i].line);
	config_read_definitions(
	    &arena, str_of(text), STR("dir/tartan.yaml"), &got, &report);
	print_report(&report, all, sizeof all);
	ck_assert_msg(strcmp(all, wrong_definitions[_i].faults) == 0, "%s: %s",
	    wrong_definitions[_i].name, all);
	ck_assert_uint_eq(got.count, 1);
	ck_assert_uint_eq(got.indicators[0].has, 0);
	report_done(&report);
}
END_TEST

static const struct {
	const char *name, *text, *faults;
} wrong_files[] = {
	{ "indicators are a list", "indicators: [1]\n",
	    "1:13: 'indicators' is a list, wanted a map of keys\n" },
	{ "an indicator is text", "indicators:\n  1: x\n",
	    "2:6: '1' is 'x', wanted a map of keys\n" },
	{ "an indicator twice", "indicators:\n  1: {name: a}\n  1: {name: b}\n",
	    "3:3: '1' is given twice, first on line 2\n" },
	{ "no key", "indicators:\n  '': {name: a}\n",
	    "2:3: the key of an indicator is empty, wanted its number or a name\n" },
	{ "no such key", "91141:\n  name: x\n",
	    "1:1: unknown key '91141', wanted one of: indicators, tables, "
	    "populations, disclosure\n" },
	{ "a list", "- 1\n", "1:1: found a list, wanted keys such as 'indicators'\n" },
};

START_TEST(test_wrong_file)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_definitions got;
	char all[2000];

	config_read_definitions(&arena, str_of(wrong_files[_i].text),
	    STR("dir/tartan.yaml"), &got, &report);
	print_report(&report, all, sizeof all);
	ck_assert_msg(strcmp(all, wrong_files[_i].faults) == 0, "%s: %s",
	    wrong_files[_i].name, all);
	report_done(&report);
}
END_TEST

/* Documents that are small to write and large to follow are refused. */
static const struct {
	const char *name, *open, *fault;
	size_t repeat;
} greedy[] = {
	{ "deep lists", "[", "1:17: lists and maps are more than 16 deep\n", 1000000 },
	{ "deep maps", "{a: ", "1:65: lists and maps are more than 16 deep\n", 100000 },
	{ "deep block lists", "- ", "1:33: lists and maps are more than 16 deep\n",
	    100000 },
	{ "too many bytes", "# a comment that goes on\n",
	    "0:0: 5000000 bytes are too many, wanted at most 4194304\n", 200000 },
};

START_TEST(test_greedy)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;
	size_t len = strlen(greedy[_i].open);
	char *text = ARENA_NEW(&arena, char, len *greedy[_i].repeat + 1), all[500];

	for (size_t i = 0; i < greedy[_i].repeat; i++)
		memcpy(text + i * len, greedy[_i].open, len);
	config_read_profile(
	    &arena, str_of(text), STR("dir/tartan.yaml"), &got, &report);
	print_report(&report, all, sizeof all);
	ck_assert_msg(
	    strcmp(all, greedy[_i].fault) == 0, "%s: %s", greedy[_i].name, all);
	report_done(&report);
}
END_TEST

/* Nine lists of nine of the one before would be a thousand million values. */
START_TEST(test_laughs)
{
	AUTO_ARENA arena = { 0 };
	struct report report = { 0 };
	struct config_profile got;
	char text[2000], all[500];
	size_t n = (size_t)snprintf(text, sizeof text, "a0: &a0 [x]\n");

	for (int i = 1; i < 10; i++)
		n += (size_t)snprintf(text + n, sizeof text - n,
		    "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, "
		    "*a%d]\n",
		    i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1,
		    i - 1);
	config_read_profile(
	    &arena, str_of(text), STR("dir/tartan.yaml"), &got, &report);
	print_report(&report, all, sizeof all);
	ck_assert_str_eq(all, "7:20: more than 262144 values are too many\n");
	report_done(&report);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("config");

	tcase_add_test(tcase, test_profile);
	tcase_add_test(tcase, test_one_text_is_a_list);
	tcase_add_test(tcase, test_domains_and_updates);
	tcase_add_test(tcase, test_quality_ranks);
	ADD_ROWS(tcase, test_silent, silent);
	ADD_ROWS(tcase, test_wrong_profile, wrong_profiles);
	ADD_ROWS(tcase, test_dates, dates);
	tcase_add_test(tcase, test_definitions);
	tcase_add_test(tcase, test_few_facts);
	ADD_ROWS(tcase, test_wrong_definition, wrong_definitions);
	ADD_ROWS(tcase, test_wrong_file, wrong_files);
	ADD_ROWS(tcase, test_greedy, greedy);
	tcase_add_test(tcase, test_laughs);
	return unit_run("config", tcase);
}
