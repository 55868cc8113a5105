#include "write/link.h"

#include "../unit.h"
#include "answer/grouping.h"
#include "write/site.h"

static const struct {
	const char *name, *path;
	enum route_kind kind;
	const char *profile, *rest;
	enum page_kind page;
	enum page_form form;
} paths[] = {
	{ "the site", "/", ROUTE_SITE, "", "", PAGE_HOME, FORM_PAGE },
	{ "a profile's home", "/cyp/", ROUTE_PAGE, "cyp", "", PAGE_HOME, FORM_PAGE },
	{ "without its slash", "/cyp", ROUTE_PROFILE, "cyp", "", PAGE_HOME, FORM_PAGE },
	{ "a page", "/cyp/compare", ROUTE_PAGE, "cyp", "compare", PAGE_COMPARE,
	    FORM_PAGE },
	{ "its figures", "/cyp/compare.csv", ROUTE_PAGE, "cyp", "compare.csv",
	    PAGE_COMPARE, FORM_CSV },
	{ "its chart", "/cyp/compare.svg", ROUTE_PAGE, "cyp", "compare.svg",
	    PAGE_COMPARE, FORM_SVG },
	{ "encoded", "/c%79p/%63ompare", ROUTE_PAGE, "cyp", "compare", PAGE_COMPARE,
	    FORM_PAGE },
	{ "plus is no space", "/a+b/", ROUTE_PAGE, "a+b", "", PAGE_HOME, FORM_PAGE },
	{ "no such page", "/cyp/compere", ROUTE_NOWHERE, "cyp", "compere", 0, 0 },
	{ "no such form", "/cyp/england.svg", ROUTE_NOWHERE, "cyp", "england.svg", 0,
	    0 },
	{ "a home has no figures", "/cyp/.csv", ROUTE_NOWHERE, "cyp", ".csv", 0, 0 },
	{ "too deep", "/cyp/compare/x", ROUTE_NOWHERE, "cyp", "compare/x", 0, 0 },
	{ "nothing twice", "//", ROUTE_NOWHERE, "", "", 0, 0 },
	{ "up", "/../etc/passwd", ROUTE_NOWHERE, "..", "etc/passwd", 0, 0 },
	{ "an asset", "/assets/tartan.css", ROUTE_ASSET, "assets", "tartan.css", 0, 0 },
	{ "no asset's name", "/assets", ROUTE_ASSET, "assets", "", 0, 0 },
	{ "no slash", "cyp", ROUTE_NOWHERE, "", "cyp", 0, 0 },
	{ "empty", "", ROUTE_NOWHERE, "", "", 0, 0 },
	{ "an encoded slash is none", "/cyp%2Fcompare", ROUTE_PROFILE, "cyp/compare",
	    "", 0, 0 },
	{ "capitals are other letters", "/cyp/Compare", ROUTE_NOWHERE, "cyp", "Compare",
	    0, 0 },
};

START_TEST(test_path)
{
	AUTO_ARENA arena = { 0 };
	struct route route;
	struct err err;
	const char *name = paths[_i].name;

	ck_assert_msg(
	    link_read_path(&arena, str_of(paths[_i].path), &route, &err), "%s", name);
	ck_assert_msg(route.kind == paths[_i].kind, "%s: %d", name, (int)route.kind);
	ck_assert_msg(str_equal(route.profile, str_of(paths[_i].profile)), "%s", name);
	ck_assert_msg(str_equal(route.name, str_of(paths[_i].rest)), "%s", name);
	if (route.kind != ROUTE_PAGE)
		return;
	ck_assert_msg(route.page == paths[_i].page, "%s", name);
	ck_assert_msg(route.form == paths[_i].form, "%s", name);
}
END_TEST

static const struct {
	const char *name, *path;
} bad_paths[] = {
	{ "half a number", "/cyp/%4" },
	{ "no number", "/cyp/%zz" },
	{ "a percent sign at the end", "/cyp/%" },
	{ "NUL", "/cyp/%00" },
	{ "a line feed", "/cyp/%0a" },
	{ "no UTF-8", "/cyp/%ff" },
	{ "an overlong slash", "/cyp%c0%af" },
};

START_TEST(test_bad_path)
{
	AUTO_ARENA arena = { 0 };
	struct route route;
	struct err err = { 0 };

	ck_assert_msg(!link_read_path(&arena, str_of(bad_paths[_i].path), &route, &err),
	    "%s", bad_paths[_i].name);
	ck_assert_msg(err.fault == FAULT_INPUT, "%s", bad_paths[_i].name);
}
END_TEST

static const struct {
	const char *name, *query, *type, *area;
} queries[] = {
	{ "empty", "", "", "" },
	{ "one", "type=region", "region", "" },
	{ "two", "type=region&area=E12000004", "region", "E12000004" },
	{ "unknown names", "x=1&type=region&y", "region", "" },
	{ "the last counts", "type=a&type=b", "b", "" },
	{ "encoded", "t%79pe=%72egion", "region", "" },
	{ "plus is a space", "area=a+b", "", "a b" },
	{ "an encoded plus is not", "area=a%2Bb", "", "a+b" },
	{ "equals in a value", "area=a=b", "", "a=b" },
	{ "no value", "type&area=", "", "" },
	{ "empty pairs", "&&type=a&", "a", "" },
	{ "beyond ASCII", "area=M%C3%B4n", "", "M\xC3\xB4n" },
	{ "spaces at the ends", "area=+a+", "", "a" },
	{ "names in capitals", "Type=a", "", "" },
};

START_TEST(test_query)
{
	AUTO_ARENA arena = { 0 };
	struct question question;
	struct err err;
	const char *name = queries[_i].name;

	ck_assert_msg(
	    link_read_query(&arena, str_of(queries[_i].query), &question, &err),
	    "%s: %s", name, err.text);
	ck_assert_msg(str_equal(question.type, str_of(queries[_i].type)), "%s", name);
	ck_assert_msg(str_equal(question.area, str_of(queries[_i].area)), "%s", name);
}
END_TEST

static const struct {
	const char *name, *query;
} bad_queries[] = {
	{ "half a number", "type=%1" },
	{ "no number", "type=%g0" },
	{ "NUL", "type=%00" },
	{ "escape", "type=%1b" },
	{ "no UTF-8", "type=%fe" },
	{ "no UTF-8 unencoded", "type=\xff" },
	{ "a surrogate", "type=%ED%A0%80" },
	{ "bad in what is not used", "x=%ff" },
};

START_TEST(test_bad_query)
{
	AUTO_ARENA arena = { 0 };
	struct question question;
	struct err err = { 0 };

	ck_assert_msg(
	    !link_read_query(&arena, str_of(bad_queries[_i].query), &question, &err),
	    "%s", bad_queries[_i].name);
	ck_assert_msg(err.fault == FAULT_INPUT, "%s", bad_queries[_i].name);
}
END_TEST

START_TEST(test_too_long)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF text = { 0 };
	struct question question;
	struct route route;
	struct err err;

	buf_add(&text, STR("area="));
	while (text.len < LINK_VALUE_LONGEST + 5)
		buf_add_char(&text, 'x');
	ck_assert(link_read_query(&arena, buf_str(&text), &question, &err));
	buf_add_char(&text, 'x');
	ck_assert(!link_read_query(&arena, buf_str(&text), &question, &err));
	text.len = 0;
	while (text.len < LINK_QUERY_LONGEST)
		buf_add_char(&text, '&');
	ck_assert(link_read_query(&arena, buf_str(&text), &question, &err));
	buf_add_char(&text, '&');
	ck_assert(!link_read_query(&arena, buf_str(&text), &question, &err));
	text.at[0] = '/';
	ck_assert(!link_read_path(&arena, buf_str(&text), &route, &err));
}
END_TEST

/* Whatever a question says comes back from the address made of it. */
START_TEST(test_round_trip)
{
	static const char letters[] = "abzAZ09-._~ %&=+?#/\\\"'<>;:@\x7e\xC3\xB4";
	AUTO_ARENA arena = { 0 };
	unsigned long long state = (unsigned long long)_i;
	struct question asked = { 0 }, got;
	struct route route;
	struct str link, path;
	struct err err;
	/* Between them they have all parameters. */
	enum page_kind page = _i % 2 ? PAGE_MAP : PAGE_INEQUALITIES;

	for (enum parameter p = 0; p < PARAMETER_COUNT; p++) {
		if (!parameter_belongs(p, page))
			continue;
		char *text = ARENA_NEW(&arena, char, 32);
		size_t len = 0;

		while (len < 20 && unit_random(&state) % 12 != 0) {
			/* The last letter has two bytes. */
			size_t n = unit_random(&state) % (sizeof letters - 2);

			text[len++] = letters[n];
			if (n == sizeof letters - 3)
				text[len++] = letters[n + 1];
		}
		*parameter_of(&asked, p) = str_trim((struct str){ text, len });
		/* Of areas and groups of them there is one spelling. */
		if (p == PARAMETER_AREA || p == PARAMETER_PARENT ||
		    p == PARAMETER_BENCHMARK || p == PARAMETER_SORT)
			*parameter_of(&asked, p) =
			    grouping_normal(&arena, *parameter_of(&asked, p));
	}
	link = link_page(&arena, STR("a b/c"), page, &asked, FORM_CSV);
	for (size_t i = 0; i < link.len; i++)
		ck_assert(strchr(" \"'<>#", link.at[i]) == NULL);
	path = str_cut(&link, '?');
	ck_assert(link_read_path(&arena, path, &route, &err));
	ck_assert(route.kind == ROUTE_PAGE && route.page == page &&
		  route.form == FORM_CSV && str_equal(route.profile, STR("a b/c")));
	ck_assert_msg(link_read_query(&arena, link, &got, &err), "%s", err.text);
	/* Only the page of search carries what is searched for. */
	asked.search = STR("");
	for (enum parameter p = 0; p < PARAMETER_COUNT; p++)
		ck_assert_msg(
		    !parameter_belongs(p, PAGE_COMPARE) ||
			str_equal(*parameter_of(&asked, p), *parameter_of(&got, p)),
		    "%s", parameter_name(p));
}
END_TEST

static const struct {
	const char *name, *path, *query, *canonical;
} canonicals[] = {
	{ "as it is", "/cyp/overview", "", "/cyp/overview" },
	{ "in order", "/cyp/overview", "type=b&domain=a",
	    "/cyp/overview?domain=a&type=b" },
	{ "a group of areas in the order of their codes", "/cyp/area",
	    "area=E10000018+E06000017,E06000016",
	    "/cyp/area?area=E06000016+E06000017+E10000018" },
	{ "a group by boxes", "/cyp/group", "member=E10000018&form=1&member=E06000017",
	    "/cyp/group?area=E06000017+E10000018&form=1" },
	{ "a plus sign that is no group", "/cyp/area", "area=a%2Bb",
	    "/cyp/area?area=a%2Bb" },
	{ "without the unknown", "/cyp/overview", "utm=1&type=b",
	    "/cyp/overview?type=b" },
	{ "without the empty", "/cyp/overview", "domain=&type=b",
	    "/cyp/overview?type=b" },
	{ "without what means nothing there", "/cyp/overview", "indicator=1&type=b",
	    "/cyp/overview?type=b" },
	{ "figures", "/cyp/overview.csv", "type=b", "/cyp/overview.csv?type=b" },
	{ "the site", "/", "x=1&type=b", "/?type=b" },
	{ "encoding", "/c%79p/overview", "type=%62", "/cyp/overview?type=b" },
	{ "no page", "/cyp/nothing", "", NULL },
	{ "no text", "/cyp/overview", "type=%ff", NULL },
	{ "an asset", "/assets/tartan.css", "x=1", "/assets/tartan.css" },
	{ "no asset", "/assets/tartan.csv", "", NULL },
};

START_TEST(test_canonical)
{
	const char *want = canonicals[_i].canonical, *name = canonicals[_i].name;
	char out[128];
	bool made = site_canonical(
	    str_of(canonicals[_i].path), str_of(canonicals[_i].query), out, sizeof out);

	ck_assert_msg(made == (want != NULL), "%s", name);
	if (!made)
		return;
	ck_assert_msg(strcmp(out, want) == 0, "%s: '%s'", name, out);
	ck_assert_msg(!site_canonical(str_of(canonicals[_i].path),
			  str_of(canonicals[_i].query), out, strlen(want)),
	    "%s, without room", name);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("link");

	ADD_ROWS(tcase, test_path, paths);
	ADD_ROWS(tcase, test_bad_path, bad_paths);
	ADD_ROWS(tcase, test_query, queries);
	ADD_ROWS(tcase, test_bad_query, bad_queries);
	tcase_add_test(tcase, test_too_long);
	tcase_add_loop_test(tcase, test_round_trip, 0, 500);
	ADD_ROWS(tcase, test_canonical, canonicals);
	return unit_run("link", tcase);
}
