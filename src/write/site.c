#include "write/site.h"

#include <assert.h>
#include <stdio.h>

#include "assets/assets.h"
#include "write/link.h"
#include "write/page.h"
#include "write/pages.h"
#include "write/settle.h"

static const char type_html[] = "text/html; charset=utf-8";
static const char type_csv[] = "text/csv; charset=utf-8";
static const char type_json[] = "application/json";
static const char type_svg[] = "image/svg+xml; charset=utf-8";

typedef bool write_page(struct page *page, struct err *err);
typedef bool write_file(struct page *page, struct buf *out, struct err *err);

static const struct {
	write_page *page;
	write_file *csv, *svg, *json;
} kinds[PAGE_COUNT] = {
	[PAGE_HOME] = { .page = home_page },
	[PAGE_OVERVIEW] = { .page = overview_page, .csv = overview_csv },
	[PAGE_COMPARE] = { .page = compare_page,
	    .csv = compare_csv,
	    .svg = compare_svg },
	[PAGE_MAP] = { .page = map_page, .csv = compare_csv, .svg = map_svg },
	[PAGE_AREA] = { .page = area_page, .csv = area_csv, .svg = area_svg },
	[PAGE_TRENDS] = { .page = trends_page, .csv = trends_csv, .svg = trends_svg },
	[PAGE_ENGLAND] = { .page = england_page, .csv = england_csv },
	[PAGE_DEFINITIONS] = { .page = definitions_page },
	[PAGE_DOWNLOAD] = { .page = download_page }, /* its CSV comes in parts */
	[PAGE_HELP] = { .page = help_page },
	[PAGE_WHY] = { .page = why_page, .json = why_json },
	[PAGE_GROUP] = { .page = group_page },
	[PAGE_SEARCH] = { .page = search_page, .json = search_json },
	[PAGE_SPREAD] = { .page = spread_page, .csv = spread_csv, .svg = spread_svg },
	[PAGE_FUNNEL] = { .page = funnel_page, .csv = funnel_csv, .svg = funnel_svg },
	[PAGE_INEQUALITIES] = { .page = inequalities_page,
	    .csv = inequalities_csv,
	    .svg = inequalities_svg },
	[PAGE_INEQUALITY_TRENDS] = { .page = inequality_trends_page,
	    .csv = inequality_trends_csv,
	    .svg = inequality_trends_svg },
};

/* Starts afresh, whatever has been written. */
static void
restart(struct page *page, struct reply *reply, int status)
{
	reply->body.len = 0;
	reply->status = status;
	reply->type = type_html;
	reply->file_name[0] = '\0';
	reply->more = false;
	page->html = (struct html){ .out = &reply->body };
	page->keys = (struct page_keys){ 0 };
}

static void
reply_fault(struct page *page, struct reply *reply, const struct err *err)
{
	restart(page, reply, 500);
	fault_page(page, 500, err->text);
}

static const struct site_profile *
find_profile(const struct site *site, struct str slug)
{
	for (uint32_t i = 0; i < site->count; i++)
		if (str_equal(site->profiles[i].slug, slug))
			return &site->profiles[i];
	return NULL;
}

static void
stand_in(struct page *page, const struct site_profile *profile)
{
	page->slug = profile->slug;
	page->release = profile->release;
}

/* "leicestershire-compare-91141-county-ua.csv": a file is to say what it holds. */
static void
name_file(const struct page *page, const char *ending, struct reply *reply)
{
	struct arena *arena = page->arena;
	const struct question *asked = &page->question;
	struct str parts[] = { page->slug, str_of(page_word(page->kind)), asked->domain,
		asked->indicator, asked->type, asked->parent, asked->area,
		asked->period };
	AUTO_BUF name = { 0 };

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if (parts[i].len == 0)
			continue;
		if (name.len > 0)
			buf_add_char(&name, '-');
		buf_add(&name, str_slug(arena, parts[i]));
	}
	snprintf(reply->file_name, sizeof reply->file_name, "%.*s%s",
	    (int)(name.len < 140 ? name.len : 140), name.at, ending);
}

static bool
write_form(struct page *page, enum page_form form, struct reply *reply, struct err *err)
{
	switch (form) {
	case FORM_PAGE: return kinds[page->kind].page(page, err);
	case FORM_CSV:
		reply->type = type_csv;
		name_file(page, ".csv", reply);
		if (page->kind == PAGE_DOWNLOAD)
			return download_begin(page, reply, err);
		return kinds[page->kind].csv(page, &reply->body, err);
	case FORM_SVG:
		reply->type = type_svg;
		return kinds[page->kind].svg(page, &reply->body, err);
	case FORM_JSON:
		reply->type = type_json;
		return kinds[page->kind].json(page, &reply->body, err);
	}
	return false;
}

static void
keep_what_belongs(struct page *page)
{
	for (enum parameter p = 0; p < PARAMETER_COUNT; p++)
		if (!parameter_belongs(p, page->kind))
			*parameter_of(&page->question, p) = STR("");
}

static void
reply_lost(struct page *page, struct reply *reply, const struct lost *lost)
{
	restart(page, reply, 404);
	lost_page(page, lost);
}

/* A form that was filled in leads to the address of what it asks for. False when that
 * is longer than an address may be. */
static bool
reply_form(
    struct page *page, enum page_form form, unsigned changed, struct reply *reply)
{
	struct str address;

	page->question.changed = settle_changed(page, changed);
	address = link_page(page->arena, page->slug, page->kind, &page->question, form);
	if (address.len >= sizeof reply->location || !link_is_readable(address))
		return false;
	reply->status = 302;
	snprintf(reply->location, sizeof reply->location, "%.*s", STR_ARG(address));
	return true;
}

static void
reply_misfit(struct page *page, const struct question *asked, unsigned parts,
    struct reply *reply)
{
	restart(page, reply, 404);
	misfit_page(page, asked, parts);
}

static void
reply_view(struct page *page, enum page_form form, struct reply *reply)
{
	const struct question asked = page->question;
	unsigned changed = settle(page);
	struct lost lost = { .what = "areas of which all others are a part" };
	struct err err = { 0 };

	if (asked.form.len > 0 && reply_form(page, form, changed, reply))
		return;
	if (changed != 0) {
		reply_misfit(page, &asked, changed, reply);
		return;
	}
	page->aside = settle_sentence(page, asked.changed);
	if (write_form(page, form, reply, &err))
		return;
	if (err.fault == FAULT_MISSING)
		reply_lost(page, reply, &lost);
	else
		reply_fault(page, reply, &err);
}

static void
reply_page(struct page *page, enum page_form form, struct reply *reply)
{
	unsigned needs = settle_needs(page->kind);
	/* The groups of a long download outlive the request. */
	struct arena *arena = form == FORM_CSV && page->kind == PAGE_DOWNLOAD
				  ? &reply->rest.arena
				  : page->arena;
	struct lost lost = { 0 };
	struct err err = { 0 };

	keep_what_belongs(page);
	if (!view_resolve(arena, page->release, &page->question, needs, &page->view,
		&lost, &err)) {
		if (err.fault == FAULT_MISSING && lost.what != NULL)
			reply_lost(page, reply, &lost);
		else
			reply_fault(page, reply, &err);
		return;
	}
	page->release = page->view.release;
	/* There is nothing to see in an empty profile, but for its home. */
	if (page->kind != PAGE_HOME && !settle_has(page, needs, &lost.what)) {
		reply_lost(page, reply, &lost);
		return;
	}
	reply_view(page, form, reply);
}

static bool
is_digits(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("0123456789abcdef", text.at[i]) == NULL)
			return false;
	return text.len == 8;
}

/* The name without the eight digits that tell its content: "tartan.0123abcd.css" is
 * "tartan.css"; *digits is empty if it has none. */
static struct str
asset_name(struct arena *arena, struct str name, struct str *digits)
{
	struct str rest = name;
	struct str stem = str_cut(&rest, '.');
	struct str middle = str_cut(&rest, '.');

	*digits = STR("");
	if (!is_digits(middle) || rest.at == NULL)
		return name;
	*digits = middle;
	return str_print(arena, "%.*s.%.*s", STR_ARG(stem), STR_ARG(rest));
}

static bool
is_asset(struct arena *arena, struct str name)
{
	struct str digits;
	struct str plain = asset_name(arena, name, &digits);

	return asset_find(plain.at, plain.len) != NULL;
}

/* Digits of another build are answered with what there is now, but not for ever. */
static bool
reply_asset(struct arena *arena, struct str name, struct reply *reply)
{
	struct str digits;
	struct str plain = asset_name(arena, name, &digits);
	const struct asset *asset = asset_find(plain.at, plain.len);

	if (asset == NULL)
		return false;
	reply->type = asset->type;
	reply->forever = digits.len > 0 && str_starts(str_of(asset->etag), digits);
	buf_add(&reply->body,
	    (struct str){ .at = (const char *)asset->bytes, .len = asset->len });
	return true;
}

static void
reply_nowhere(struct page *page, const struct route *route, struct reply *reply)
{
	restart(page, reply, 404);
	nowhere_page(page, route);
}

static void
reply_moved(struct page *page, struct str query, struct reply *reply)
{
	struct str address = link_profile(page->arena, page->slug);
	bool has_query = query.len > 0 && query.len <= LINK_QUERY_LONGEST;

	reply->status = 301;
	snprintf(reply->location, sizeof reply->location, "%.*s%s%.*s",
	    STR_ARG(address), has_query ? "?" : "", has_query ? (int)query.len : 0,
	    query.at);
}

static void
reply_route(
    struct page *page, const struct route *route, struct str query, struct reply *reply)
{
	const struct site_profile *profile =
	    route->kind == ROUTE_SITE && page->site->count == 1
		? &page->site->profiles[0]
		: find_profile(page->site, route->profile);
	bool found = profile != NULL;

	if (found)
		stand_in(page, profile);
	switch (route->kind) {
	case ROUTE_SITE:
		if (found)
			reply_page(page, FORM_PAGE, reply);
		else
			profiles_page(page);
		return;
	case ROUTE_ASSET:
		if (!reply_asset(page->arena, route->name, reply))
			reply_nowhere(page, route, reply);
		return;
	case ROUTE_PROFILE:
		if (found)
			reply_moved(page, query, reply);
		else
			reply_nowhere(page, route, reply);
		return;
	case ROUTE_PAGE:
		page->kind = route->page;
		if (found)
			reply_page(page, route->form, reply);
		else
			reply_nowhere(page, route, reply);
		return;
	case ROUTE_NOWHERE: reply_nowhere(page, route, reply); return;
	}
}

void
site_reply(
    const struct site *site, struct str path, struct str query, struct reply *reply)
{
	AUTO_ARENA arena = { 0 };
	struct page page = { .arena = &arena, .site = site };
	struct route route;
	struct err err = { 0 };

	*reply = (struct reply){ .status = 200, .type = type_html };
	page.html.out = &reply->body;
	if (!link_read_path(&arena, path, &route, &err) ||
	    !link_read_query(&arena, query, &page.question, &err)) {
		restart(&page, reply, 400);
		fault_page(&page, 400, err.text);
		return;
	}
	reply_route(&page, &route, query, reply);
}

void
reply_done(struct reply *reply)
{
	buf_done(&reply->body);
	arena_done(&reply->rest.arena);
}

bool
site_continue(struct reply *reply)
{
	struct err err = { 0 };

	assert(reply->more);
	reply->body.len = 0;
	return download_continue(reply, &err);
}

bool
site_canonical(struct str path, struct str query, char *out, size_t room)
{
	AUTO_ARENA arena = { 0 };
	struct route route;
	struct question question;
	struct err err = { 0 };
	struct str address;

	if (!link_read_path(&arena, path, &route, &err) ||
	    !link_read_query(&arena, query, &question, &err))
		return false;
	if (route.kind == ROUTE_PAGE)
		address =
		    link_page(&arena, route.profile, route.page, &question, route.form);
	else if (route.kind == ROUTE_SITE)
		address = link_site(&arena, &question);
	else if (route.kind == ROUTE_ASSET && is_asset(&arena, route.name))
		address = str_print(&arena, "/assets/%.*s", STR_ARG(route.name));
	else
		return false;
	if (address.len + 1 > room || !link_is_readable(address))
		return false;
	memcpy(out, address.at, address.len);
	out[address.len] = '\0';
	return true;
}
