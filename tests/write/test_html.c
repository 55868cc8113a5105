#include "write/html.h"

#include <signal.h>

#include "../unit.h"
#include "write/prose.h"

#define FFFD "\xEF\xBF\xBD"

static const struct {
	const char *name, *text, *html;
} escapes[] = {
	{ "plain", "County & UA", "County &amp; UA" },
	{ "markup", "<script>alert('x')</script>",
	    "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" },
	{ "quotes", "\"a\"", "&quot;a&quot;" },
	{ "already escaped", "&amp;", "&amp;amp;" },
	{ "beyond ASCII", "Ynys M\xC3\xB4n \xE2\x96\xB2",
	    "Ynys M\xC3\xB4n \xE2\x96\xB2" },
	{ "line breaks and tabs", "a\n\tb", "a\n\tb" },
	{ "control characters", "a\x01\x1b[31m\x7f", "a" FFFD FFFD "[31m" FFFD },
	{ "a lone byte", "a\xFFz", "a" FFFD "z" },
	{ "a cut character", "a\xE2\x96", "a" FFFD FFFD },
	{ "an overlong <", "\xC0\xBC", FFFD FFFD },
	{ "empty", "", "" },
};

START_TEST(test_escape)
{
	AUTO_BUF out = { 0 };

	html_escape(&out, str_of(escapes[_i].text));
	ck_assert_msg(str_equal(buf_str(&out), str_of(escapes[_i].html)), "%s: '%.*s'",
	    escapes[_i].name, STR_ARG(buf_str(&out)));
}
END_TEST

START_TEST(test_nul_is_no_text)
{
	AUTO_BUF out = { 0 };

	html_escape(&out, STR("a\0b"));
	ck_assert(str_equal(buf_str(&out), STR("a" FFFD "b")));
}
END_TEST

START_TEST(test_elements)
{
	AUTO_BUF out = { 0 };
	struct html h = { .out = &out };

	html_begin(&h);
	html_open(&h, "p", "class", "note", NULL);
	html_attribute(&h, "title", STR("\"<&"));
	html_flag(&h, "hidden");
	html_say(&h, "a < b");
	html_void(&h, "br", NULL);
	html_print(&h, "%d > %s", 1, "0");
	html_leaf(&h, "b", "bold", "id", "x", NULL);
	html_leaf_text(&h, "i", STR("<i>"), NULL);
	html_open(&h, "span", NULL);
	html_close(&h, "span");
	html_trusted(&h, STR("<svg></svg>"));
	html_close(&h, "p");
	html_end(&h);
	ck_assert(str_equal(buf_str(&out),
	    STR("<!DOCTYPE html>\n<p class=\"note\" title=\"&quot;&lt;&amp;\" hidden>"
		"a &lt; b<br>1 &gt; 0<b id=\"x\">bold</b><i>&lt;i&gt;</i><span></span>"
		"<svg></svg></p>\n")));
}
END_TEST

static const struct {
	const char *name, *markdown, *html;
} proses[] = {
	{ "nothing", "", "" },
	{ "a paragraph", "Hello *you*, **there**.",
	    "<p class=\"govuk-body\">Hello <em>you</em>, "
	    "<strong>there</strong>.</p>\n" },
	{ "a heading is moved down", "# Top\n### Third",
	    "<h2 class=\"govuk-heading-m\">Top</h2>\n"
	    "<h4 class=\"govuk-heading-s\">Third</h4>\n" },
	{ "never below six", "###### Six", "<h6 class=\"govuk-heading-s\">Six</h6>\n" },
	{ "a tight list", "- a\n- b",
	    "<ul class=\"govuk-list "
	    "govuk-list--bullet\"><li>a</li>\n<li>b</li>\n</ul>\n" },
	{ "a link", "[x](https://example.org/?a=1&b=2)",
	    "<p class=\"govuk-body\"><a class=\"govuk-link\" "
	    "href=\"https://example.org/?a=1&amp;b=2\">x</a></p>\n" },
	{ "a link within the site", "[x](definitions?a=b:c)",
	    "<p class=\"govuk-body\"><a class=\"govuk-link\" "
	    "href=\"definitions?a=b:c\">x</a></p>\n" },
	{ "no script in a link", "[x](javascript:alert(1))",
	    "<p class=\"govuk-body\"><span>x</span></p>\n" },
	{ "nor in disguise", "[x](JaVaScript&colon;alert(1))",
	    "<p class=\"govuk-body\"><span>x</span></p>\n" },
	{ "no data", "[x](data:text/html,hello)",
	    "<p class=\"govuk-body\"><span>x</span></p>\n" },
	{ "markup is text", "a <b onclick=\"x\">c</b>",
	    "<p class=\"govuk-body\">a &lt;b "
	    "onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n" },
	{ "a block of markup is text", "<script>\nx\n</script>",
	    "<p class=\"govuk-body\">&lt;script&gt;\nx\n&lt;/script&gt;\n</p>\n" },
	{ "of a picture its words", "![a map](map.png)",
	    "<p class=\"govuk-body\">a map</p>\n" },
};

START_TEST(test_prose)
{
	AUTO_BUF out = { 0 };
	struct html h = { .out = &out };
	struct str html;

	prose_write(&h, str_of(proses[_i].markdown), 2);
	html = buf_str(&out);
	if (str_starts(html, STR("<div class=\"prose\">")))
		html = str_slice(html, sizeof "<div class=\"prose\">" - 1,
		    html.len - sizeof "</div>\n" + 1);
	ck_assert_uint_eq(h.depth, 0);
	ck_assert_msg(str_equal(html, str_of(proses[_i].html)), "%s: '%.*s'",
	    proses[_i].name, STR_ARG(html));
}
END_TEST

/* Deeper than the stack of elements: what is too deep loses its frame, not its text. */
START_TEST(test_deep_prose)
{
	enum { DEEP = 2000 };
	AUTO_BUF out = { 0 }, markdown = { 0 };
	struct html h = { .out = &out };

	for (int i = 0; i < DEEP; i++)
		buf_add(&markdown, STR("> "));
	buf_add(&markdown, STR("bottom"));
	prose_write(&h, buf_str(&markdown), 2);
	ck_assert_uint_eq(h.depth, 0);
	ck_assert(str_has(buf_str(&out), STR("bottom")));
}
END_TEST

static const struct {
	const char *name, *text, *html;
} plains[] = {
	{ "two paragraphs", "a\n\n b ",
	    "<p class=\"govuk-body\">a</p>\n<p class=\"govuk-body\">b</p>\n" },
	{ "an address before a full stop", "See https://example.org/x.",
	    "<p class=\"govuk-body\">See <a class=\"govuk-link\" "
	    "href=\"https://example.org/x\">https://example.org/x</a>.</p>\n" },
	{ "no address", "javascript:alert(1)",
	    "<p class=\"govuk-body\">javascript:alert(1)</p>\n" },
	{ "markup", "<b>", "<p class=\"govuk-body\">&lt;b&gt;</p>\n" },
	{ "nothing", " \n ", "" },
};

START_TEST(test_plain)
{
	AUTO_BUF out = { 0 };
	struct html h = { .out = &out };

	prose_plain(&h, str_of(plains[_i].text));
	ck_assert_msg(str_equal(buf_str(&out), str_of(plains[_i].html)), "%s: '%.*s'",
	    plains[_i].name, STR_ARG(buf_str(&out)));
}
END_TEST

/* A page that does not close what it opens is a bug, and found as one. */
START_TEST(test_close_another)
{
	AUTO_BUF out = { 0 };
	struct html h = { .out = &out };

	html_open(&h, "p", NULL);
	html_close(&h, "div");
}
END_TEST

START_TEST(test_leave_open)
{
	AUTO_BUF out = { 0 };
	struct html h = { .out = &out };

	html_open(&h, "p", NULL);
	html_end(&h);
}
END_TEST

START_TEST(test_attribute_too_late)
{
	AUTO_BUF out = { 0 };
	struct html h = { .out = &out };

	html_open(&h, "p", NULL);
	html_say(&h, "text");
	html_attribute(&h, "class", STR("x"));
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("html");

	ADD_ROWS(tcase, test_escape, escapes);
	tcase_add_test(tcase, test_nul_is_no_text);
	tcase_add_test(tcase, test_elements);
	ADD_ROWS(tcase, test_prose, proses);
	tcase_add_test(tcase, test_deep_prose);
	ADD_ROWS(tcase, test_plain, plains);
	tcase_add_test_raise_signal(tcase, test_close_another, SIGABRT);
	tcase_add_test_raise_signal(tcase, test_leave_open, SIGABRT);
	tcase_add_test_raise_signal(tcase, test_attribute_too_late, SIGABRT);
	return unit_run("html", tcase);
}
