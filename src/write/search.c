#include "write/search.h"

#include "answer/search.h"
#include "base/json.h"
#include "draw/phrase.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

void
search_form(struct page *page, struct str asked)
{
	struct html *h = &page->html;

	html_open(
	    h, "form", "class", "search", "method", "get", "role", "search", NULL);
	html_attribute(h, "action", page_link(page, PAGE_SEARCH, NULL));
	html_leaf(h, "label", "Search for an area or an indicator", "class",
	    "govuk-label govuk-label--s", "for", "search", NULL);
	html_void(h, "input", "class", "govuk-input", "type", "search", "id", "search",
	    "name", parameter_name(PARAMETER_SEARCH), NULL);
	html_attribute(h, "value", asked);
	html_leaf(
	    h, "button", "Search", "type", "submit", "class", "govuk-button", NULL);
	html_close(h, "form");
}

static struct str
area_address(struct page *page, const struct search_hit *hit)
{
	struct question question = {
		.area = release_area_code(page->release, hit->number),
		.type =
		    release_text(page->release, page->release->types[hit->type].slug),
	};

	return page_link(page, PAGE_AREA, &question);
}

static struct str
indicator_address(struct page *page, const struct search_hit *hit)
{
	struct question question = {
		.indicator = release_text(
		    page->release, page->release->indicators[hit->number].key),
	};

	return page_link(page, PAGE_COMPARE, &question);
}

/* "County & UA in East Midlands, E10000018; formerly ..." */
static struct str
area_details(struct page *page, const struct search_hit *hit)
{
	const struct release *release = page->release;
	uint32_t parent = release_parent(release, hit->type, hit->number);
	struct str type = wording_type(release, hit->type), former = STR(""),
		   in = STR("");

	if (parent != RELEASE_NONE)
		in = str_print(page->arena, " in %.*s",
		    STR_ARG(wording_area_short(release, parent)));
	if (hit->former != RELEASE_NONE)
		former = str_print(page->arena, "; %.*s became part of it",
		    STR_ARG(release_area_name(release, hit->former)));
	return str_print(page->arena, "%.*s%.*s, %.*s%.*s", STR_ARG(type), STR_ARG(in),
	    STR_ARG(release_area_code(release, hit->number)), STR_ARG(former));
}

static void
write_hit(struct page *page, struct str address, struct str name, struct str details)
{
	struct html *h = &page->html;

	html_open(h, "li", NULL);
	page_anchor(page, address, name);
	if (details.len > 0)
		html_leaf_text(h, "span", details, "class", "detail", NULL);
	html_close(h, "li");
}

/* "12 areas", or how many of how many are shown. */
static struct str
found(struct page *page, uint32_t shown, uint32_t total, const char *one,
    const char *many)
{
	struct str all = wording_count(page->arena, total, one, many);

	return shown < total ? str_print(page->arena, "%.*s, the best %u of them",
				   STR_ARG(all), (unsigned)shown)
			     : all;
}

static void
write_areas(struct page *page, const struct search *search)
{
	struct html *h = &page->html;

	if (search->area_count == 0)
		return;
	html_leaf_text(h, "h2",
	    found(page, search->area_count, search->area_total, "area", "areas"),
	    "class", "govuk-heading-m", NULL);
	html_open(h, "ul", "class", "govuk-list hits", NULL);
	for (uint32_t i = 0; i < search->area_count; i++) {
		const struct search_hit *hit = &search->areas[i];
		write_hit(page, area_address(page, hit),
		    release_area_name(page->release, hit->number),
		    area_details(page, hit));
	}
	html_close(h, "ul");
}

static void
write_indicators(struct page *page, const struct search *search)
{
	const struct release *release = page->release;
	struct html *h = &page->html;

	if (search->indicator_count == 0)
		return;
	html_leaf_text(h, "h2",
	    found(page, search->indicator_count, search->indicator_total, "indicator",
		"indicators"),
	    "class", "govuk-heading-m", NULL);
	html_open(h, "ul", "class", "govuk-list hits", NULL);
	for (uint32_t i = 0; i < search->indicator_count; i++) {
		const struct search_hit *hit = &search->indicators[i];
		write_hit(page, indicator_address(page, hit),
		    phrase_indicator(release, hit->number),
		    phrase_unit(release, hit->number));
	}
	html_close(h, "ul");
}

static void
write_nothing(struct page *page)
{
	struct html *h = &page->html;

	html_leaf(h, "p", "You can:", "class", "govuk-body", NULL);
	html_open(h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
	html_leaf(h, "li", "use fewer words, or other ones", NULL);
	html_open(h, "li", NULL);
	page_anchor(page, page_link(page, PAGE_DEFINITIONS, NULL),
	    STR("read the list of all indicators"));
	html_close(h, "li");
	html_open(h, "li", NULL);
	page_anchor(page, link_profile(page->arena, page->slug),
	    STR("choose an area from a list"));
	html_close(h, "li");
	html_close(h, "ul");
}

/* Nothing at all, the number of what was found, or that there is none. */
static struct str
heading_of(struct page *page, const struct search *search, struct str asked)
{
	if (!asked.len)
		return STR("Search");
	return str_print(page->arena, "%s for “%.*s”",
	    search->area_total + search->indicator_total ? "Results" : "No results",
	    STR_ARG(asked));
}

bool
search_page(struct page *page, struct err *err)
{
	struct str asked = str_trim(page->question.search);
	struct page_head head = { .lost = true };
	struct search search;

	(void)err; /* nothing here looks at figures */
	search_ask(page->arena, page->release, asked, &search);
	head.heading = heading_of(page, &search, asked);
	page_begin(page, &head);
	search_form(page, asked);
	if (search.area_count && search.areas[0].score < search.indicators[0].score) {
		write_indicators(page, &search);
		write_areas(page, &search);
	} else {
		write_areas(page, &search);
		write_indicators(page, &search);
	}
	if (asked.len > 0 && !search.area_count && !search.indicator_count)
		write_nothing(page);
	page_end(page);
	return true;
}

static void
add_hit(struct json *json, const char *key, struct str value, struct str name,
    struct str details, struct str address)
{
	json_object(json);
	json_key(json, key);
	json_text(json, value);
	json_key(json, "name");
	json_text(json, name);
	json_key(json, "details");
	json_text(json, details);
	json_key(json, "url");
	json_text(json, address);
	json_close(json);
}

bool
search_json(struct page *page, struct buf *out, struct err *err)
{
	const struct release *release = page->release;
	struct json json = json_to(out);
	struct search search;

	(void)err;
	search_ask(page->arena, release, page->question.search, &search);
	json_object(&json);
	json_key(&json, "query");
	json_text(&json, page->question.search);
	json_key(&json, "areas");
	json_array(&json);
	for (uint32_t i = 0; i < search.area_count; i++)
		add_hit(&json, "code",
		    release_area_code(release, search.areas[i].number),
		    release_area_name(release, search.areas[i].number),
		    area_details(page, &search.areas[i]),
		    area_address(page, &search.areas[i]));
	json_close(&json);
	json_key(&json, "indicators");
	json_array(&json);
	for (uint32_t i = 0; i < search.indicator_count; i++)
		add_hit(&json, "id",
		    release_text(
			release, release->indicators[search.indicators[i].number].key),
		    phrase_indicator(release, search.indicators[i].number),
		    phrase_unit(release, search.indicators[i].number),
		    indicator_address(page, &search.indicators[i]));
	json_close(&json);
	json_close(&json);
	buf_add_char(out, '\n');
	return true;
}
