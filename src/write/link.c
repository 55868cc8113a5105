#include "write/link.h"

#include <assert.h>
#include <stddef.h>

#include "answer/grouping.h"
#include "assets/assets.h"
#include "base/buf.h"

/* What a reader takes along from page to page. */
enum {
	STATE = 1 << PARAMETER_DOMAIN | 1 << PARAMETER_TYPE | 1 << PARAMETER_AREA |
		1 << PARAMETER_PARENT | 1 << PARAMETER_BENCHMARK,
	VARIANT = 1 << PARAMETER_INDICATOR | 1 << PARAMETER_SEX | 1 << PARAMETER_AGE |
		  1 << PARAMETER_CATEGORY,
	/* A variant and its parts, of which a category is one. */
	PARTED = 1 << PARAMETER_INDICATOR | 1 << PARAMETER_SEX | 1 << PARAMETER_AGE |
		 1 << PARAMETER_BY,
	/* What a form sends and where it leads to. */
	FILLED = 1 << PARAMETER_FORM | 1 << PARAMETER_CHANGED
};

static const struct {
	const char *name;
	size_t offset;
} parameters[PARAMETER_COUNT] = {
	[PARAMETER_DOMAIN] = { "domain", offsetof(struct question, domain) },
	[PARAMETER_INDICATOR] = { "indicator", offsetof(struct question, indicator) },
	[PARAMETER_SEX] = { "sex", offsetof(struct question, sex) },
	[PARAMETER_AGE] = { "age", offsetof(struct question, age) },
	[PARAMETER_CATEGORY] = { "category", offsetof(struct question, category) },
	[PARAMETER_TYPE] = { "type", offsetof(struct question, type) },
	[PARAMETER_AREA] = { "area", offsetof(struct question, area) },
	[PARAMETER_PARENT] = { "parent", offsetof(struct question, parent) },
	[PARAMETER_BENCHMARK] = { "benchmark", offsetof(struct question, benchmark) },
	[PARAMETER_PERIOD] = { "period", offsetof(struct question, period) },
	[PARAMETER_SORT] = { "sort", offsetof(struct question, sort) },
	[PARAMETER_COLOURS] = { "colours", offsetof(struct question, colours) },
	[PARAMETER_SEARCH] = { "q", offsetof(struct question, search) },
	[PARAMETER_BY] = { "by", offsetof(struct question, by) },
	[PARAMETER_FORM] = { "form", offsetof(struct question, form) },
	[PARAMETER_CHANGED] = { "changed", offsetof(struct question, changed) },
};

static const struct {
	const char *word;
	unsigned parameters;
	bool csv, svg, json;
} pages[PAGE_COUNT] = {
	[PAGE_HOME] = { .word = "", .parameters = STATE },
	[PAGE_OVERVIEW] = { .word = "overview",
	    .parameters = STATE | FILLED | 1 << PARAMETER_SORT,
	    .csv = true },
	[PAGE_COMPARE] = { .word = "compare",
	    .parameters =
		STATE | VARIANT | FILLED | 1 << PARAMETER_PERIOD | 1 << PARAMETER_SORT,
	    .csv = true,
	    .svg = true },
	[PAGE_MAP] = { .word = "map",
	    .parameters = STATE | VARIANT | FILLED | 1 << PARAMETER_PERIOD |
			  1 << PARAMETER_SORT | 1 << PARAMETER_COLOURS,
	    .csv = true,
	    .svg = true },
	[PAGE_AREA] = { .word = "area",
	    .parameters = STATE | FILLED,
	    .csv = true,
	    .svg = true },
	[PAGE_TRENDS] = { .word = "trends",
	    .parameters = STATE | VARIANT | FILLED,
	    .csv = true,
	    .svg = true },
	[PAGE_ENGLAND] = { .word = "england", .parameters = STATE, .csv = true },
	[PAGE_DEFINITIONS] = { .word = "definitions",
	    .parameters = STATE | 1 << PARAMETER_INDICATOR },
	[PAGE_DOWNLOAD] = { .word = "download",
	    .parameters = STATE | 1 << PARAMETER_INDICATOR,
	    .csv = true },
	[PAGE_HELP] = { .word = "help", .parameters = STATE },
	[PAGE_WHY] = { .word = "why",
	    .parameters = STATE | VARIANT | 1 << PARAMETER_PERIOD,
	    .json = true },
	[PAGE_SEARCH] = { .word = "search",
	    .parameters = STATE | 1 << PARAMETER_SEARCH,
	    .json = true },
	[PAGE_GROUP] = { .word = "group", .parameters = STATE | FILLED },
	[PAGE_INEQUALITIES] = { .word = "inequalities",
	    .parameters = STATE | PARTED | FILLED | 1 << PARAMETER_PERIOD,
	    .csv = true,
	    .svg = true },
	[PAGE_SPREAD] = { .word = "spread",
	    .parameters = STATE | VARIANT | FILLED,
	    .csv = true,
	    .svg = true },
	[PAGE_FUNNEL] = { .word = "funnel",
	    .parameters = STATE | VARIANT | FILLED | 1 << PARAMETER_PERIOD,
	    .csv = true,
	    .svg = true },
	[PAGE_INEQUALITY_TRENDS] = { .word = "inequality-trends",
	    .parameters = STATE | PARTED | FILLED,
	    .csv = true,
	    .svg = true },
};

static const char *const endings[] = { [FORM_PAGE] = "",
	[FORM_CSV] = ".csv",
	[FORM_SVG] = ".svg",
	[FORM_JSON] = ".json" };

const char *
parameter_name(enum parameter parameter)
{
	return parameters[parameter].name;
}

enum parameter
parameter_called(const char *name)
{
	enum parameter p = 0;

	while (p < PARAMETER_COUNT && strcmp(parameters[p].name, name) != 0)
		p++;
	return p;
}

struct str *
parameter_of(struct question *question, enum parameter parameter)
{
	assert(parameter < PARAMETER_COUNT);
	return (struct str *)(void *)((char *)question + parameters[parameter].offset);
}

static struct str
asked(const struct question *question, enum parameter parameter)
{
	struct question copy = *question;

	return *parameter_of(&copy, parameter);
}

bool
parameter_belongs(enum parameter parameter, enum page_kind page)
{
	return (pages[page].parameters & 1u << parameter) != 0;
}

const char *
page_word(enum page_kind page)
{
	return pages[page].word;
}

bool
page_has_form(enum page_kind page, enum page_form form)
{
	switch (form) {
	case FORM_PAGE: return true;
	case FORM_CSV: return pages[page].csv;
	case FORM_SVG: return pages[page].svg;
	case FORM_JSON: return pages[page].json;
	}
	return false;
}

static bool
is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

void
link_encode(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (is_unreserved(text.at[i]))
			buf_add_char(out, text.at[i]);
		else
			buf_print(out, "%%%02X", (unsigned)(unsigned char)text.at[i]);
	}
}

static bool
is_of_places(enum parameter parameter)
{
	return parameter == PARAMETER_AREA || parameter == PARAMETER_PARENT ||
	       parameter == PARAMETER_BENCHMARK || parameter == PARAMETER_SORT;
}

/* The plus signs of a group stay, so that people can read it: in a query they mean
 * spaces, which part it too. */
static void
encode_group(struct buf *link, struct str group)
{
	while (group.len > 0) {
		link_encode(link, str_cut(&group, '+'));
		if (group.at != NULL)
			buf_add_char(link, '+');
	}
}

static void
add_query(struct buf *link, enum page_kind page, const struct question *question)
{
	char separator = '?';

	for (enum parameter p = 0; question != NULL && p < PARAMETER_COUNT; p++) {
		struct str value = asked(question, p);

		if (value.len == 0 || !parameter_belongs(p, page))
			continue;
		buf_print(link, "%c%s=", separator, parameters[p].name);
		if (is_of_places(p) && grouping_is(value))
			encode_group(link, value);
		else
			link_encode(link, value);
		separator = '&';
	}
}

struct str
link_page(struct arena *arena, struct str profile, enum page_kind page,
    const struct question *question, enum page_form form)
{
	AUTO_BUF link = { 0 };

	assert(page_has_form(page, form));
	buf_add_char(&link, '/');
	link_encode(&link, profile);
	buf_print(&link, "/%s%s", pages[page].word, endings[form]);
	add_query(&link, page, question);
	return str_copy(arena, buf_str(&link));
}

struct str
link_profile(struct arena *arena, struct str profile)
{
	return link_page(arena, profile, PAGE_HOME, NULL, FORM_PAGE);
}

struct str
link_site(struct arena *arena, const struct question *question)
{
	AUTO_BUF link = { 0 };

	buf_add_char(&link, '/');
	add_query(&link, PAGE_HOME, question);
	return str_copy(arena, buf_str(&link));
}

struct str
link_asset(struct arena *arena, const char *name)
{
	const struct asset *asset = asset_find(name, strlen(name));
	const char *ending = strrchr(name, '.');

	if (asset == NULL || ending == NULL)
		return str_print(arena, "/assets/%s", name);
	return str_print(arena, "/assets/%.*s.%.8s%s", (int)(ending - name), name,
	    asset->etag, ending);
}

static int
hexadecimal(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* What is not worth a message of its own: no reader can get there but by hand. */
static bool
is_sound(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7f)
			return false;
	return str_utf8_until(text) == text.len;
}

/* The byte that "%XX" at the start of text stands for, or -1. */
static int
escaped_byte(struct str text)
{
	int high = text.len > 2 ? hexadecimal(text.at[1]) : -1;
	int low = text.len > 2 ? hexadecimal(text.at[2]) : -1;

	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static bool
decode(struct arena *arena, struct str text, bool is_query, struct str *out,
    struct err *err)
{
	char *to = ARENA_NEW(arena, char, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '%') {
			int byte = escaped_byte(str_slice(text, i, text.len));

			if (byte < 0)
				return err_set(err, FAULT_INPUT,
				    "a percent sign without two hexadecimal digits");
			c = (char)byte;
			i += 2;
		} else if (c == '+' && is_query) {
			c = ' ';
		}
		to[len++] = c;
	}
	*out = (struct str){ .at = to, .len = len };
	if (!is_sound(*out))
		return err_set(err, FAULT_INPUT, "characters that are not text");
	return true;
}

/* "compare.csv" into page and form; false when there is no such page. */
static bool
read_page(struct str word, struct route *route)
{
	for (enum page_form form = FORM_CSV; form <= FORM_JSON; form++) {
		struct str ending = str_of(endings[form]);

		if (str_ends(word, ending)) {
			route->form = form;
			word = str_slice(word, 0, word.len - ending.len);
			break;
		}
	}
	for (enum page_kind page = 0; page < PAGE_COUNT; page++) {
		if (!str_equal(word, str_of(pages[page].word)))
			continue;
		route->page = page;
		return page_has_form(page, route->form);
	}
	return false;
}

bool
link_is_readable(struct str address)
{
	struct str query = address;

	return str_cut(&query, '?').len <= LINK_PATH_LONGEST &&
	       query.len <= LINK_QUERY_LONGEST;
}

static enum route_kind
kind_of(struct route *route, bool has_rest)
{
	if (route->profile.len == 0)
		return has_rest ? ROUTE_NOWHERE : ROUTE_SITE;
	if (str_equal(route->profile, STR("assets")))
		return ROUTE_ASSET;
	if (!has_rest)
		return ROUTE_PROFILE;
	return read_page(route->name, route) ? ROUTE_PAGE : ROUTE_NOWHERE;
}

bool
link_read_path(
    struct arena *arena, struct str path, struct route *route, struct err *err)
{
	struct str rest = path, profile;
	bool has_slash = str_starts(path, STR("/"));

	*route = (struct route){ .kind = ROUTE_NOWHERE };
	if (path.len > LINK_PATH_LONGEST)
		return err_set(err, FAULT_INPUT, "the address is too long");
	if (!has_slash)
		return decode(arena, path, false, &route->name, err);
	rest = str_slice(rest, 1, rest.len);
	/* Parts first, so that an encoded slash is a part of a name. */
	profile = str_cut(&rest, '/');
	if (!decode(arena, profile, false, &route->profile, err) ||
	    !decode(arena, rest, false, &route->name, err))
		return false;
	route->kind = kind_of(route, rest.at != NULL);
	return true;
}

/* One more of the boxes that were ticked. */
static bool
add_member(struct arena *arena, struct str value, struct str *members, struct err *err)
{
	*members = str_print(arena, "%.*s%s%.*s", STR_ARG(*members),
	    members->len > 0 ? "+" : "", STR_ARG(value));
	return members->len <= LINK_VALUE_LONGEST ||
	       err_set(err, FAULT_INPUT,
		   "so many areas do not fit into an address; a group of them has to "
		   "be named in the settings of the profile");
}

static bool
read_pair(struct arena *arena, struct str pair, struct question *question,
    struct str *members, struct err *err)
{
	struct str name, value;

	if (!decode(arena, str_cut(&pair, '='), true, &name, err) ||
	    !decode(arena, pair, true, &value, err))
		return false;
	value = str_trim(value);
	if (value.len > LINK_VALUE_LONGEST)
		return err_set(err, FAULT_INPUT, "a value of the address is too long");
	if (str_equal(name, STR("member")))
		return add_member(arena, value, members, err);
	for (enum parameter p = 0; p < PARAMETER_COUNT; p++)
		if (str_equal(name, str_of(parameters[p].name)))
			*parameter_of(question, p) =
			    is_of_places(p) ? grouping_normal(arena, value) : value;
	return true;
}

bool
link_read_query(
    struct arena *arena, struct str query, struct question *question, struct err *err)
{
	struct str members = STR("");

	*question = (struct question){ 0 };
	if (query.len > LINK_QUERY_LONGEST)
		return err_set(err, FAULT_INPUT, "the address is too long");
	while (query.len > 0)
		if (!read_pair(arena, str_cut(&query, '&'), question, &members, err))
			return false;
	if (members.len > 0)
		question->area = grouping_normal(arena, members);
	return true;
}
