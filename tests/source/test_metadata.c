#include "source/metadata.h"

#include "../unit.h"
#include "base/buf.h"
#include "source/plain.h"

static const struct {
	const char *name, *html, *text;
} plains[] = {
	{ "plain", "Nothing to do.", "Nothing to do." },
	{ "nothing", "", "" },
	{ "white space", "  a \t b\r\n\r\n\r\n c ", "a b\nc" },
	{ "tags", "<p>One <b>two</b></p><P class=\"x\">three</P>", "One two\nthree" },
	{ "line breaks", "a<br>b<br/>c<br />d", "a\nb\nc\nd" },
	{ "lists", "a<ul><li>b</li><li>c</li></ul>d", "a\n- b\n- c\nd" },
	{ "a link", "See <a href=\"https://x.org/a?b=1&c\">the source</a>.",
	    "See the source (https://x.org/a?b=1&c)." },
	{ "a link that is its address", "<a href='https://x.org'>https://x.org</a>",
	    "https://x.org" },
	{ "a link of no words", "<a target=_blank href=https://x.org></a>",
	    "https://x.org" },
	{ "an anchor", "<a name=\"x\">words</a>", "words" },
	{ "entities", "&lt;5 &amp; &pound;3 &#163;&#xA3;&nbsp;&rsquo;",
	    "<5 & \xc2\xa3"
	    "3 \xc2\xa3\xc2\xa3 \xe2\x80\x99" },
	{ "no entities", "R&D; a & b &bogus; &#; &#xzz; &#1114112; &",
	    "R&D; a & b &bogus; &#; &#xzz; &#1114112; &" },
	{ "an entity of four bytes", "&#x1f642;", "\xf0\x9f\x99\x82" },
	{ "no tags", "<16 yrs, p<0.05, a < b > c, <unknown>",
	    "<16 yrs, p<0.05, a < b > c, <unknown>" },
	{ "a tag that never ends", "a <b", "a <b" },
	{ "a table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
	    "a b\nc" },
};

START_TEST(test_plain)
{
	AUTO_ARENA arena = { 0 };
	struct str text = plain_text(&arena, str_of(plains[_i].html));

	ck_assert_msg(str_equal(text, str_of(plains[_i].text)), "%s: got\n%.*s",
	    plains[_i].name, STR_ARG(text));
}
END_TEST

static void
print_indicator(struct buf *out, const struct config_indicator *indicator)
{
	buf_print(out, "%llu:%u %.*s '%.*s' unit '%.*s' has %x: %d %g %d %d\n",
	    (unsigned long long)indicator->place.line, indicator->place.column,
	    STR_ARG(indicator->key), STR_ARG(indicator->name), STR_ARG(indicator->unit),
	    indicator->has, indicator->value_type, indicator->multiplier,
	    indicator->polarity, indicator->year_type);
	for (uint32_t i = 0; i < indicator->field_count; i++)
		buf_print(out, "  %.*s: %.*s\n", STR_ARG(indicator->fields[i].label),
		    STR_ARG(indicator->fields[i].text));
}

static const struct {
	const char *name, *bytes, *result;
} cases[] = {
	{ "facts and fields",
	    "\xef\xbb\xbf\"Indicator ID\",Indicator,Definition,Rationale,Unit,Value "
	    "type,Year type,Polarity\r\n"
	    "91141,\"Estimated  prevalence\",\"<p>Children, "
	    "5&ndash;16</p>\",,%,Proportion,Calendar,RAG - Low is good\r\n"
	    "41001,Suicide rate,,\"a\nb\",\"per 100,000\",Directly standardised "
	    "rate,Financial,\r\n",
	    "2:1 91141 'Estimated prevalence' unit '%' has 217: 1 100 1 0\n"
	    "  Definition: Children, 5\xe2\x80\x93"
	    "16\n"
	    "3:1 41001 'Suicide rate' unit 'per 100,000' has 207: 3 100000 0 2\n"
	    "  Rationale: a\nb\n" },
	{ "words that are not known",
	    "Indicator ID,Indicator,Polarity,Value type,Definition\n"
	    "1,a,Sideways,Guess,x\n",
	    "2:1 1 'a' unit '' has 0: 0 0 0 0\n"
	    "  Polarity: Sideways\n"
	    "  Value type: Guess\n"
	    "  Definition: x\n"
	    "2:5: note: Polarity 'Sideways' is not known; kept as text\n"
	    "2:14: note: Value type 'Guess' is not known; kept as text\n" },
	{ "no ID", "Indicator ID,Indicator,Definition\n,a,b\n2,b,\n",
	    "3:1 2 'b' unit '' has 0: 0 0 0 0\n"
	    "2:1: the indicator ID is empty; wanted that of the figures\n" },
	{ "no rows", "Indicator ID,Indicator,Definition\n",
	    "1:1: the file has a header but no rows; wanted one an indicator\n" },
	{ "nothing", "", "1:1: the file is empty; wanted metadata\n" },
	{ "no column of IDs", "Indicator,Definition\na,b\n",
	    "1:1: column 'Indicator ID' is missing\n" },
	{ "not text", "Indicator ID\n\xc2\xa3\xa3\n",
	    "2:2: byte 0xA3 is not UTF-8, as other characters of the file are; wanted "
	    "UTF-8 throughout\n" },
};

START_TEST(test_read)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct source_file file = { .path = STR("x"),
		.bytes = str_of(cases[_i].bytes) };
	struct config_definitions definitions;
	struct report report = { 0 };

	metadata_read(&arena, &file, &definitions, &report);
	for (uint32_t i = 0; i < definitions.count; i++)
		print_indicator(&got, &definitions.indicators[i]);
	report_sort(&report);
	for (uint32_t i = 0; i < report.count; i++)
		buf_print(&got, "%llu:%u: %s%.*s\n",
		    (unsigned long long)report.entries[i].place.line,
		    report.entries[i].place.column,
		    report.entries[i].gravity == GRAVITY_NOTE ? "note: " : "",
		    STR_ARG(report.entries[i].text));
	ck_assert_msg(str_equal(buf_str(&got), str_of(cases[_i].result)),
	    "%s: got\n%.*s", cases[_i].name, STR_ARG(buf_str(&got)));
	report_done(&report);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("metadata");

	ADD_ROWS(tcase, test_plain, plains);
	ADD_ROWS(tcase, test_read, cases);
	return unit_run("source metadata", tcase);
}
