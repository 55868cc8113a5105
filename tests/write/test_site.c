/* Whole pages: as they were when last looked at, and every link on them leads
 * somewhere.
 */
#include "write/site.h"

#include <stdio.h>
#include <stdlib.h>

#include "../unit.h"
#include "assets/assets.h"
#include "base/file.h"
#include "base/table.h"
#include "markup.h"
#include "shire.h"

static const struct {
	const char *name, *path, *query;
} golden[] = {
	{ "home", "/little/", "" },
	{ "home-ward", "/little/", "type=ward" },
	{ "overview", "/little/overview", "type=county-ua" },
	{ "overview-north", "/little/overview",
	    "domain=services&type=county-ua&parent=E12000001&sort=1" },
	{ "overview-parent", "/little/overview", "benchmark=parent" },
	{ "compare", "/little/compare", "indicator=90001&type=county-ua" },
	{ "compare-levels", "/little/compare", "indicator=90002&sort=name" },
	{ "compare-fifths", "/little/compare", "indicator=90003&type=county-ua" },
	{ "compare-missing", "/little/compare",
	    "indicator=90004&period=2018&sort=-value" },
	{ "map", "/little/map", "indicator=90001&type=county-ua&area=E10000002" },
	{ "map-fifths", "/little/map", "indicator=90003&type=county-ua" },
	{ "map-ramp", "/little/map",
	    "indicator=90001&type=county-ua&colours=continuous" },
	{ "map-tiles", "/little/map", "indicator=90001&type=region" },
	{ "map-nowhere", "/little/map", "indicator=90001&type=ward&parent=all" },
	{ "map.svg", "/little/map.svg",
	    "indicator=90001&type=county-ua&colours=quartiles" },
	{ "area", "/little/area", "area=E10000001" },
	{ "area-domain", "/little/area", "area=E10000006&domain=services" },
	{ "trends", "/little/trends", "indicator=90001&area=E10000001" },
	{ "trends-gap", "/little/trends", "indicator=90001&area=E10000006&sex=female" },
	{ "inequalities", "/little/inequalities", "indicator=90001&area=E10000001" },
	{ "inequalities-few", "/little/inequalities",
	    "indicator=90004&area=E10000001&period=2017" },
	{ "inequalities-none", "/little/inequalities", "indicator=90003" },
	{ "spread", "/little/spread", "indicator=90001&area=E10000001" },
	{ "funnel", "/little/funnel", "indicator=90001&area=E10000001" },
	{ "funnel-none", "/little/funnel", "indicator=90003&type=county-ua" },
	{ "inequality-trends", "/little/inequality-trends",
	    "indicator=90004&area=E10000001" },
	{ "england", "/little/england", "" },
	{ "definitions", "/little/definitions", "" },
	{ "definition", "/little/definitions", "indicator=90001" },
	{ "download", "/little/download", "" },
	{ "help", "/little/help", "area=E10000001" },
	{ "search", "/little/search", "q=smokers+milfield" },
	{ "search-nothing", "/little/search", "q=%3Cb%3E" },
	{ "search.json", "/little/search.json", "q=ashby" },
	{ "why", "/little/why", "indicator=90001&area=E10000001" },
	{ "why-missing", "/little/why", "indicator=90004&area=E10000001&period=2018" },
	{ "why.json", "/little/why.json", "indicator=90001&area=E10000001" },
	{ "lost-type", "/little/overview", "type=conty-ua" },
	{ "lost-area", "/little/area", "area=E10000009" },
	{ "lost-page", "/little/trend", "" },
	{ "lost-profile", "/litle/", "" },
	{ "fault", "/little/", "type=%ff" },
	{ "profiles", "/", "" },
	{ "overview.csv", "/little/overview.csv", "type=county-ua&domain=services" },
	{ "compare.csv", "/little/compare.csv", "indicator=90002" },
	{ "area.csv", "/little/area.csv", "area=E10000001" },
	{ "trends.csv", "/little/trends.csv", "indicator=90001&area=E10000001" },
	{ "spread.csv", "/little/spread.csv", "indicator=90004" },
	{ "funnel.csv", "/little/funnel.csv", "indicator=90001" },
	{ "inequalities.csv", "/little/inequalities.csv",
	    "indicator=90001&area=E10000001" },
	{ "inequality-trends.csv", "/little/inequality-trends.csv",
	    "indicator=90004&area=E10000001" },
	{ "england.csv", "/little/england.csv", "" },
	{ "download.csv", "/little/download.csv", "indicator=90004" },
};

static void
ask(const struct site *site, const char *path, const char *query, struct reply *reply)
{
	site_reply(site, str_of(path), str_of(query), reply);
}

/* The name of the release is its checksum, and the style sheet's address its own: both
 * change for reasons that are no business of the pages. Digits become "x". */
static void
blank_digits(struct buf *page, struct str before, size_t digits)
{
	for (size_t i = 0; i + before.len + digits <= page->len; i++)
		if (memcmp(page->at + i, before.at, before.len) == 0)
			memset(page->at + i + before.len, 'x', digits);
}

static void
blank(struct buf *page)
{
	blank_digits(page, STR("Release "), 16);
	blank_digits(page, STR("\"release\":\""), 16);
	blank_digits(
	    page, STR("Release</dt>\n<dd class=\"govuk-summary-list__value\">"), 16);
	blank_digits(page, STR("/assets/tartan."), 8);
	blank_digits(page, STR("/assets/favicon."), 8);
}

/* TARTAN_GOLDEN is the folder of the pages; with TARTAN_GOLDEN_WRITE they are written
 * there instead of compared. */
START_TEST(test_golden)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	const char *name = golden[_i].name, *folder = getenv("TARTAN_GOLDEN");
	const char *ending = strchr(name, '.') != NULL ? "" : ".html";
	struct file file = { 0 };
	struct err err = { 0 };
	struct reply reply;
	char path[4096];

	ck_assert(folder != NULL);
	shire_open(shire, 2);
	ask(&shire->site, golden[_i].path, golden[_i].query, &reply);
	blank(&reply.body);
	snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
	if (getenv("TARTAN_GOLDEN_WRITE") != NULL)
		ck_assert_msg(
		    file_save(path, buf_str(&reply.body), &err), "%s", err.text);
	ck_assert_msg(file_open(&file, path, &err), "%s", err.text);
	ck_assert_msg(str_equal(file.bytes, buf_str(&reply.body)),
	    "%s is not as it was; look, then set TARTAN_GOLDEN_WRITE=1", name);
	file_close(&file);
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

static const struct {
	const char *name, *path, *query;
	uint32_t profiles;
	int status;
	const char *type, *has;
} replies[] = {
	{ "the only profile is the site", "/", "", 1, 200, "text/html",
	    "Find an area" },
	{ "several are listed", "/", "", 2, 200, "text/html", "/twin/" },
	{ "figures under another name", "/little/overview",
	    "domain=services&type=country", 1, 200, "text/html",
	    "/little/overview?domain=services&amp;type=england\">England</a>, which "
	    "are "
	    "mostly the same areas." },
	{ "the indicator under another name", "/little/compare",
	    "indicator=90004&type=country", 1, 200, "text/html",
	    "This indicator is not published for Country, but for " },
	{ "none is no fault", "/", "", 0, 200, "text/html", "no profile here yet" },
	{ "nowhere without profiles", "/x/", "", 0, 404, "text/html", "not found" },
	{ "the profile's home", "/twin/", "", 2, 200, "text/html",
	    "href=\"/twin/overview" },
	{ "a slash is added", "/twin", "type=ward", 2, 301, "text/html", "" },
	{ "no such profile", "/nobody/", "", 2, 404, "text/html", "Page not found" },
	{ "no such page", "/little/nothing", "", 2, 404, "text/html",
	    "Page not found" },
	{ "the nearest page", "/little/comparre", "", 2, 404, "text/html",
	    "href=\"/little/compare\"" },
	{ "the nearest profile", "/litle/overview", "", 2, 404, "text/html",
	    "href=\"/little/\"" },
	{ "the nearest type", "/little/overview", "type=county", 2, 404, "text/html",
	    "type=county-ua" },
	{ "no such indicator", "/little/compare", "indicator=1", 2, 404, "text/html",
	    "no indicator" },
	{ "lost figures are a page", "/little/compare.csv", "indicator=1", 2, 404,
	    "text/html", "no indicator" },
	{ "a bad query", "/little/", "type=%zz", 2, 400, "text/html",
	    "does not make sense" },
	{ "a bad path", "/%00", "", 2, 400, "text/html", "does not make sense" },
	{ "what is asked is escaped", "/little/overview", "type=%3Cscript%3E%22", 2,
	    404, "text/html", "&lt;script&gt;&quot;" },
	{ "a chart", "/little/compare.svg", "", 2, 200, "image/svg+xml", "<svg" },
	{ "another chart", "/little/trends.svg", "", 2, 200, "image/svg+xml", "<svg" },
	{ "a profile's chart", "/little/area.svg", "", 2, 200, "image/svg+xml",
	    "<svg" },
	{ "a chart of boxes", "/little/spread.svg", "indicator=90001", 2, 200,
	    "image/svg+xml", "<svg" },
	{ "a funnel", "/little/funnel.svg", "indicator=90001", 2, 200, "image/svg+xml",
	    "Average" },
	{ "no funnel is a picture too", "/little/funnel.svg", "indicator=90003", 2, 200,
	    "image/svg+xml", "There is no funnel to draw." },
	{ "a funnel of another sex than there is", "/little/funnel",
	    "indicator=90004&sex=male", 2, 404, "text/html", "has no figures for" },
	{ "a chart of parts", "/little/inequalities.svg", "indicator=90001", 2, 200,
	    "image/svg+xml", "<svg" },
	{ "charts of parts", "/little/inequality-trends.svg", "indicator=90001", 2, 200,
	    "image/svg+xml", "<svg" },
	{ "a breakdown that nothing has", "/little/inequalities",
	    "indicator=90004&by=deprivaton-deciles", 2, 404, "text/html",
	    "by=deprivation-deciles" },
	{ "a breakdown that others have", "/little/inequalities",
	    "indicator=90001&by=deprivation-deciles", 2, 404, "text/html",
	    "is not broken down by" },
	{ "an area without parts", "/little/inequalities",
	    "indicator=90004&area=E12000001", 2, 200, "text/html",
	    "There are no figures by" },
	{ "the country has parts", "/little/inequalities",
	    "indicator=90004&area=E12000001", 2, 200, "text/html",
	    "There are some for " },
	{ "figures", "/little/overview.csv", "", 2, 200, "text/csv",
	    "Indicator ID,Indic" },
	{ "all figures", "/little/download.csv", "", 2, 200, "text/csv", "90004" },
	{ "figures of a domain", "/little/download.csv", "domain=services", 2, 200,
	    "text/csv", "90003" },
	{ "each symbol is explained once", "/little/help", "", 2, 200, "text/html",
	    "Too few cases to work it out; or not published because" },
	{ "a style sheet", "/assets/tartan.css", "", 2, 200, "text/css", "govuk" },
	{ "of another build", "/assets/tartan.00000000.css", "", 2, 200, "text/css",
	    "govuk" },
	{ "no asset", "/assets/tartan.js", "", 2, 404, "text/html", "not found" },
	{ "an indicator without the type", "/little/compare",
	    "indicator=90002&type=ward", 2, 200, "text/html", "No area has a figure" },
	{ "a period it has not", "/little/compare", "indicator=90004&period=2013", 2,
	    404, "text/html", "has no figures for 2013" },
	{ "the nearest period", "/little/compare", "indicator=90004&period=2013", 2,
	    404, "text/html",
	    "The nearest that there is: <a class=\"govuk-link\" "
	    "href=\"/little/compare?domain=services&amp;indicator=90004&amp;"
	    "type=county-ua&amp;period=2017\">" },
	{ "a sex it has not", "/little/compare", "indicator=90004&sex=female", 2, 404,
	    "text/html", "has no figures for female" },
	{ "a sex and an age it has not", "/little/trends",
	    "indicator=90004&sex=female&age=16-yrs&area=E10000001", 2, 404, "text/html",
	    "has no figures for female, 16 yrs" },
	{ "a group it has not", "/little/compare",
	    "indicator=90001&category=deprivation-deciles-most-deprived", 2, 404,
	    "text/html", "has no figures for Most deprived" },
	{ "a sex and a period it has not", "/little/compare",
	    "indicator=90004&sex=male&period=2013", 2, 404, "text/html",
	    "has no figures for 2013." },
	{ "an area of another type", "/little/area", "area=E05000001&type=county-ua", 2,
	    404, "text/html", "Ward 1 is not one of the counties" },
	{ "the nearest area", "/little/area", "area=E05000001&type=county-ua", 2, 404,
	    "text/html", "area=E10000001\">Millfield</a>" },
	{ "a parent without such areas", "/little/overview",
	    "type=region&parent=E12000002", 2, 404, "text/html",
	    "There are no regions in South" },
	{ "figures that do not go together are a page", "/little/compare.csv",
	    "indicator=90004&sex=female", 2, 404, "text/html", "has no figures for" },
	{ "an area waits for a page about areas", "/little/overview",
	    "type=ward&area=E10000004", 2, 200, "text/html", "Zedton" },
	{ "a nearest sex that it has not is not offered", "/little/compare",
	    "indicator=90004&sex=femal", 2, 404, "text/html",
	    "see the same page without it" },
	{ "what has been changed is said", "/little/compare",
	    "indicator=90004&changed=sex,period,nonsense", 2, 200, "text/html",
	    "shows another sex (Persons) and another period." },
	{ "from England there is a way to all areas", "/little/trends",
	    "indicator=90004&area=E92000001", 2, 200, "text/html",
	    "href=\"/little/compare?domain=services&amp;indicator=90004&amp;"
	    "sex=persons&amp;age=under-16-yrs&amp;area=E92000001\">Compare this" },
	{ "of what the page is not about nothing is said", "/little/overview",
	    "changed=sex", 2, 200, "text/html", "Identification of need" },
};

/* Where forms lead to that have been filled in. */
static const struct {
	const char *name, *path, *query, *location;
} forms[] = {
	{ "as it was asked for", "/little/compare", "indicator=90001&sex=male&form=1",
	    "/little/compare?domain=identification-of-need&indicator=90001&sex=male&"
	    "type=county-ua" },
	{ "empty fields", "/little/compare", "indicator=90001&sex=&period=&form=1",
	    "/little/compare?domain=identification-of-need&indicator=90001" },
	{ "another indicator", "/little/compare", "indicator=90004&sex=female&form=1",
	    "/little/compare?domain=services&indicator=90004&sex=persons&"
	    "type=county-ua&changed=sex" },
	{ "another indicator, another time", "/little/compare",
	    "indicator=90002&period=2015&sex=male&form=1",
	    "/little/compare?domain=identification-of-need&indicator=90002&sex=persons&"
	    "type=county-ua&period=2014-16&changed=sex%2Cperiod" },
	{ "another kind of area", "/little/area", "type=ward&area=E10000004&form=1",
	    "/little/area?type=ward&area=E05000017&changed=area" },
	{ "the state of another page says nothing", "/little/overview",
	    "type=ward&area=E12000001&form=1", "/little/overview?type=ward" },
	{ "a table", "/little/area.csv", "type=ward&area=E10000004&form=1",
	    "/little/area.csv?type=ward&area=E05000017&changed=area" },
};

START_TEST(test_form)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct reply reply;

	shire_open(shire, 2);
	ask(&shire->site, forms[_i].path, forms[_i].query, &reply);
	ck_assert_msg(reply.status == 302, "%s: %d", forms[_i].name, reply.status);
	ck_assert_msg(strcmp(reply.location, forms[_i].location) == 0, "%s: %s",
	    forms[_i].name, reply.location);
	ck_assert_uint_eq(reply.body.len, 0);
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

START_TEST(test_reply)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	AUTO_ARENA arena = { 0 };
	struct reply reply;
	const char *name = replies[_i].name, *fault;

	shire_open(shire, replies[_i].profiles);
	ask(&shire->site, replies[_i].path, replies[_i].query, &reply);
	ck_assert_msg(reply.status == replies[_i].status, "%s: %d", name, reply.status);
	ck_assert_msg(str_starts(str_of(reply.type), str_of(replies[_i].type)),
	    "%s: %s", name, reply.type);
	ck_assert_msg(str_has(buf_str(&reply.body), str_of(replies[_i].has)),
	    "%s: %.*s", name, STR_ARG(buf_str(&reply.body)));
	if (str_starts(str_of(reply.type), STR("text/html")) && reply.status != 301) {
		fault = markup_fault(&arena, buf_str(&reply.body));
		ck_assert_msg(fault == NULL, "%s: %s", name, fault);
	}
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

START_TEST(test_moved)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct reply reply;

	shire_open(shire, 2);
	ask(&shire->site, "/twin", "type=ward", &reply);
	ck_assert_str_eq(reply.location, "/twin/?type=ward");
	reply_done(&reply);
	ask(&shire->site, "/little/compare.csv", "indicator=90001&type=county-ua",
	    &reply);
	ck_assert_str_eq(reply.file_name,
	    "little-compare-identification-of-need-90001-county-ua.csv");
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

/* An asset is for ever only under the address that names its bytes. */
START_TEST(test_asset_age)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct reply reply;
	char path[64];

	shire_open(shire, 1);
	snprintf(path, sizeof path, "/assets/tartan.%.8s.css",
	    asset_find("tartan.css", strlen("tartan.css"))->etag);
	ask(&shire->site, path, "", &reply);
	ck_assert(reply.forever && reply.status == 200);
	reply_done(&reply);
	ask(&shire->site, "/assets/tartan.css", "", &reply);
	ck_assert(!reply.forever && reply.status == 200);
	reply_done(&reply);
	ask(&shire->site, "/assets/tartan.01234567.css", "", &reply);
	ck_assert(!reply.forever && reply.status == 200);
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

/* Home names a domain that waits for its figures and leads nobody there; who has its
 * address is told. */
START_TEST(test_empty_domain)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct little *little = &shire->little;
	struct reply reply;
	struct str body;

	little_start(little);
	little->draft.domains[SERVICES].count = 0;
	little_open(little);
	shire->profiles[0] = (struct site_profile){ STR("half"), &little->release };
	shire->site = (struct site){ shire->profiles, 1 };
	ask(&shire->site, "/half/", "", &reply);
	body = buf_str(&reply.body);
	ck_assert(str_has(body, STR("<h3 class=\"govuk-heading-s\">Services</h3>")));
	ck_assert(str_has(body, STR("No figures yet.")));
	ck_assert(!str_has(body, STR("domain=services")));
	reply_done(&reply);
	ask(&shire->site, "/half/overview", "domain=services", &reply);
	body = buf_str(&reply.body);
	ck_assert_int_eq(reply.status, 200);
	ck_assert(str_has(body, STR("This domain has no figures yet.")));
	reply_done(&reply);
	ask(&shire->site, "/half/compare", "", &reply);
	body = buf_str(&reply.body);
	ck_assert(!str_has(body, STR("label=\"Services\"")));
	reply_done(&reply);
	little_done(little);
	free(shire);
}
END_TEST

/* England looked at as an area is not its own neighbour: its heads of columns. */
static const struct {
	const char *name, *path, *query;
	unsigned heads;
} englands[] = {
	{ "profile", "/little/area", "area=E92000001&domain=services", 1 },
	{ "profile of an area", "/little/area", "area=E10000001&domain=services", 1 },
	{ "overview", "/little/overview", "type=england", 1 },
	{ "overview of areas", "/little/overview", "type=county-ua", 1 },
	{ "trends", "/little/trends", "indicator=90001&area=E92000001", 0 },
	{ "trends of an area", "/little/trends", "indicator=90001&area=E10000001", 1 },
};

START_TEST(test_england_once)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct reply reply;
	const char *at, *end;
	unsigned heads = 0;

	shire_open(shire, 1);
	ask(&shire->site, englands[_i].path, englands[_i].query, &reply);
	ck_assert_int_eq(reply.status, 200);
	buf_add_char(&reply.body, '\0');
	at = reply.body.at;
	while ((at = strstr(at, "<th scope=\"col\"")) != NULL) {
		end = strstr(at, "</th>");
		ck_assert(end != NULL);
		heads += str_has(
		    (struct str){ at, (size_t)(end - at + 1) }, STR(">England<"));
		at = end;
	}
	ck_assert_msg(heads == englands[_i].heads, "%s: %u", englands[_i].name, heads);
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

static const struct {
	const char *name, *path;
	int status;
} empties[] = {
	{ "home", "/bare/", 200 },
	{ "overview", "/bare/overview", 404 },
	{ "compare", "/bare/compare", 404 },
	{ "its figures", "/bare/compare.csv", 404 },
	{ "its chart", "/bare/compare.svg", 404 },
	{ "map", "/bare/map", 404 },
	{ "its picture", "/bare/map.svg", 404 },
	{ "area", "/bare/area", 404 },
	{ "trends", "/bare/trends", 404 },
	{ "england", "/bare/england", 404 },
	{ "definitions", "/bare/definitions", 200 },
	{ "download", "/bare/download", 200 },
	{ "all figures", "/bare/download.csv", 200 },
	{ "help", "/bare/help", 200 },
};

/* A release of nothing but a title, which a builder would refuse but a file may be. */
START_TEST(test_empty)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct draft_note note = { .text = STR("") };
	struct draft_category category = { .name = STR("") };
	struct reply reply;

	shire->little.draft = (struct draft){
		.profile = { .title = STR("Bare"),
		    .root = RELEASE_NONE,
		    .benchmark = RELEASE_NONE },
		.notes = &note,
		.note_count = 1,
		.categories = &category,
		.category_count = 1,
	};
	little_open(&shire->little);
	shire->profiles[0] =
	    (struct site_profile){ STR("bare"), &shire->little.release };
	shire->site = (struct site){ shire->profiles, 1 };
	ask(&shire->site, empties[_i].path, "", &reply);
	ck_assert_msg(reply.status == empties[_i].status, "%s: %d", empties[_i].name,
	    reply.status);
	reply_done(&reply);
	shire_done(shire);
	free(shire);
}
END_TEST

/* So many addresses are followed: each kind of page with each kind of question, but not
 * each question with each other. */
enum { CRAWL_MOST = 3000 };

struct crawl {
	struct arena arena;
	struct table found;
	const char *from[CRAWL_MOST]; /* the page that led there */
};

static void
add_link(struct crawl *crawl, struct str address, const char *from)
{
	uint32_t before = crawl->found.count;

	/* Addresses of other places are not ours to follow, nor are places on a page.
	 */
	if (!str_starts(address, STR("/")) || before >= CRAWL_MOST)
		return;
	table_add(&crawl->found, address);
	if (crawl->found.count > before)
		crawl->from[before] = from;
}

static void
add_links(struct crawl *crawl, struct str page, const char *from)
{
	static const char *const attributes[] = { "href", "action" };
	struct str rest, address;

	for (size_t i = 0; i < 2; i++) {
		rest = page;
		while (markup_next(&crawl->arena, &rest, attributes[i], &address))
			add_link(crawl, address, from);
	}
}

static void
follow(struct crawl *crawl, const struct site *site, uint32_t number)
{
	struct str address = crawl->found.texts[number], query = address, path;
	char *name = str_c(&crawl->arena, address);
	struct reply reply;
	const char *fault;

	path = str_cut(&query, '?');
	site_reply(site, path, query, &reply);
	ck_assert_msg(reply.status == 200, "%s on %s: %d", name, crawl->from[number],
	    reply.status);
	ck_assert_msg(reply.body.len > 0, "%s on %s: empty", name, crawl->from[number]);
	if (str_starts(str_of(reply.type), STR("text/html"))) {
		fault = markup_fault(&crawl->arena, buf_str(&reply.body));
		ck_assert_msg(fault == NULL, "%s: %s", name, fault);
		add_links(crawl, buf_str(&reply.body), name);
	}
	reply_done(&reply);
}

START_TEST(test_every_link)
{
	struct shire *shire = memory_take(1, sizeof *shire);
	struct crawl *crawl = memory_take(1, sizeof *crawl);

	shire_open(shire, 2);
	/* First from the golden pages, those of lost readers among them. */
	for (size_t i = 0; i < ROWS(golden); i++) {
		struct reply reply;

		ask(&shire->site, golden[i].path, golden[i].query, &reply);
		if (str_starts(str_of(reply.type), STR("text/html")))
			add_links(crawl, buf_str(&reply.body), golden[i].name);
		reply_done(&reply);
	}
	ck_assert_uint_gt(crawl->found.count, 200);
	for (uint32_t i = 0; i < crawl->found.count; i++)
		follow(crawl, &shire->site, i);
	table_done(&crawl->found);
	arena_done(&crawl->arena);
	shire_done(shire);
	free(crawl);
	free(shire);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("site");

	tcase_set_timeout(tcase, 120);
	ADD_ROWS(tcase, test_golden, golden);
	ADD_ROWS(tcase, test_reply, replies);
	ADD_ROWS(tcase, test_form, forms);
	tcase_add_test(tcase, test_empty_domain);
	ADD_ROWS(tcase, test_england_once, englands);
	ADD_ROWS(tcase, test_empty, empties);
	tcase_add_test(tcase, test_moved);
	tcase_add_test(tcase, test_asset_age);
	tcase_add_test(tcase, test_every_link);
	return unit_run("site", tcase);
}
