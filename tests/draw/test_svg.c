#include "draw/svg.h"

#include <math.h>

#include "../unit.h"
#include "xml.h"

static const struct {
	const char *name;
	struct str text;
	const char *written;
} texts[] = {
	{ "plain", STR_IN_TABLE("Leicester"), "Leicester" },
	{ "markup", STR_IN_TABLE("</text><script>alert('1')</script>"),
	    "&lt;/text&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;" },
	{ "quotes and ampersand", STR_IN_TABLE("\"A\" & 'B'"),
	    "&quot;A&quot; &amp; &#39;B&#39;" },
	{ "an entity stays text", STR_IN_TABLE("&amp;"), "&amp;amp;" },
	{ "accents", STR_IN_TABLE("Île-de-Fréjus – £"), "Île-de-Fréjus – £" },
	{ "line ends and tabs", STR_IN_TABLE("a\r\n\tb"), "a   b" },
	{ "NUL and controls", STR_IN_TABLE("a\0b\x1b\x7f"),
	    "a\xef\xbf\xbd"
	    "b\xef\xbf\xbd\xef\xbf\xbd" },
	{ "a lone byte of Latin-1", STR_IN_TABLE("Fr\xe9jus"), "Fr\xef\xbf\xbdjus" },
	{ "a cut character at the end", STR_IN_TABLE("a\xe2\x80"),
	    "a\xef\xbf\xbd\xef\xbf\xbd" },
	{ "a character XML forbids",
	    STR_IN_TABLE("a\xef\xbf\xbf"
			 "b"),
	    "a\xef\xbf\xbd"
	    "b" },
	{ "a section end", STR_IN_TABLE("]]>"), "]]&gt;" },
	{ "nothing", STR_IN_TABLE(""), "" },
};

START_TEST(test_escape)
{
	AUTO_BUF out = { 0 }, want = { 0 };
	struct svg svg = { .out = &out };
	struct xml xml;

	svg_open(&svg, "g", NULL);
	svg_attribute(&svg, "class", texts[_i].text);
	svg_text(&svg, texts[_i].text);
	svg_close(&svg);
	buf_print(
	    &want, "<g class=\"%s\">%s</g>\n", texts[_i].written, texts[_i].written);
	ck_assert_msg(str_equal(buf_str(&out), buf_str(&want)), "%s: %.*s",
	    texts[_i].name, STR_ARG(buf_str(&out)));
	ck_assert_msg(
	    xml_read(&xml, buf_str(&out)), "%s: %s", texts[_i].name, xml.fault);
}
END_TEST

static const struct {
	const char *name;
	double value;
	const char *written;
} numbers[] = {
	{ "whole", 12, "12" },
	{ "two decimals", 12.345678, "12.35" },
	{ "no zeros behind", 0.5, "0.5" },
	{ "tens keep theirs", 1200, "1200" },
	{ "negative", -3.25, "-3.25" },
	{ "less than a hundredth", -0.001, "0" },
	{ "not a number", (double)NAN, "0" },
	{ "boundless", (double)INFINITY, "1000000" },
	{ "far away", -1e300, "-1000000" },
};

START_TEST(test_number)
{
	AUTO_BUF out = { 0 }, want = { 0 };
	struct svg svg = { .out = &out };

	svg_open(&svg, "g", NULL);
	svg_attribute_number(&svg, "x", numbers[_i].value);
	svg_close(&svg);
	buf_print(&want, "<g x=\"%s\"/>\n", numbers[_i].written);
	ck_assert_msg(str_equal(buf_str(&out), buf_str(&want)), "%s: %.*s",
	    numbers[_i].name, STR_ARG(buf_str(&out)));
}
END_TEST

static const struct {
	const char *name;
	struct svg_document document;
	const char *begins;
} documents[] = {
	{ "alone",
	    { .alone = true,
		.width = 960,
		.height = 80.5,
		.title = STR_IN_TABLE("A & B"),
		.message = STR_IN_TABLE("C") },
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"80.5\" "
	    "viewBox=\"0 0 960 80.5\" role=\"img\" font-family=\"Arial, Helvetica, "
	    "sans-serif\" font-size=\"16\" fill=\"#0B0C0C\"><title>A &amp; B</title>\n"
	    "<desc>C</desc>\n<rect x=\"0\" y=\"0\" width=\"960\" height=\"80.5\" "
	    "fill=\"#FFFFFF\"/>\n</svg>\n" },
	{ "in a page",
	    { .width = 390,
		.height = 200,
		.id = "trend",
		.class = "narrow",
		.title = STR_IN_TABLE("A"),
		.message = STR_IN_TABLE("C") },
	    "<svg class=\"narrow\" viewBox=\"0 0 390 200\" role=\"img\" "
	    "aria-labelledby=\"trend-title trend-desc\" font-size=\"16\" "
	    "fill=\"#0B0C0C\"><title id=\"trend-title\">A</title>\n"
	    "<desc id=\"trend-desc\">C</desc>\n</svg>\n" },
	{ "in a cell",
	    { .width = 160, .height = 24, .fixed = true, .title = STR_IN_TABLE("A") },
	    "<svg width=\"160\" height=\"24\" viewBox=\"0 0 160 24\" "
	    "aria-hidden=\"true\" font-size=\"16\" fill=\"#0B0C0C\"/>\n" },
};

START_TEST(test_document)
{
	AUTO_BUF out = { 0 };
	struct svg svg = { .out = &out };
	struct xml xml;

	svg_begin(&svg, &documents[_i].document);
	svg_close(&svg);
	ck_assert_msg(str_equal(buf_str(&out), str_of(documents[_i].begins)),
	    "%s: %.*s", documents[_i].name, STR_ARG(buf_str(&out)));
	ck_assert_msg(
	    xml_read(&xml, buf_str(&out)), "%s: %s", documents[_i].name, xml.fault);
}
END_TEST

/* The tests below stand on the checker, so it must find what it is for. */
static const struct {
	const char *name, *document;
} broken[] = {
	{ "left open", "<g>" },
	{ "closed by another", "<g><a></g></a>" },
	{ "closed twice", "<g/></g>" },
	{ "two roots", "<g/><g/>" },
	{ "bare ampersand", "<g>a & b</g>" },
	{ "unquoted", "<g x=1/>" },
	{ "attribute twice", "<g x=\"1\" x=\"2\"/>" },
	{ "id twice", "<g><a id=\"i\"/><a id=\"i\"/></g>" },
	{ "style", "<g style=\"fill:red\"/>" },
	{ "style element", "<g><style>a</style></g>" },
	{ "not a number", "<g x=\"nan\"/>" },
	{ "empty", "" },
};

START_TEST(test_checker)
{
	struct xml xml;

	ck_assert_msg(
	    !xml_read(&xml, str_of(broken[_i].document)), "%s", broken[_i].name);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("svg");

	ADD_ROWS(tcase, test_escape, texts);
	ADD_ROWS(tcase, test_number, numbers);
	ADD_ROWS(tcase, test_document, documents);
	ADD_ROWS(tcase, test_checker, broken);
	return unit_run("svg", tcase);
}
