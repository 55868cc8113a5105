#include "answer/choices.h"
#include "write/filters.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/prose.h"
#include "write/search.h"
#include "write/wording.h"

/* Updates before the rest is folded away. */
enum { UPDATES_SHOWN = 5 };

/* A domain that waits for its figures is no link: nobody who goes from link to link, by
 * keyboard or by ear, is led to an empty page. */
static void
write_empty_domain(struct page *page, const struct release_domain *record)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	struct str summary = release_text(release, record->summary);

	html_open(h, "li", "class", "is-empty", NULL);
	html_leaf_text(h, "h3", release_text(release, record->name), "class",
	    "govuk-heading-s", NULL);
	html_open(h, "p", "class", "govuk-body", NULL);
	if (summary.len > 0) {
		html_text(h, summary);
		html_say(h, " ");
	}
	html_say(h, "No figures yet.");
	html_close(h, "p");
	html_close(h, "li");
}

static void
write_domain(struct page *page, uint32_t domain)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	const struct release_domain *record = &release->domains[domain];
	struct question question =
	    page_question(page, PARAMETER_DOMAIN, release_text(release, record->slug));
	struct str summary = release_text(release, record->summary);

	html_open(h, "li", NULL);
	html_open(h, "h3", "class", "govuk-heading-s", NULL);
	page_anchor(page, page_link(page, PAGE_OVERVIEW, &question),
	    release_text(release, record->name));
	html_close(h, "h3");
	html_open(h, "p", "class", "govuk-body", NULL);
	if (summary.len > 0) {
		html_text(h, summary);
		html_say(h, " ");
	}
	html_text(
	    h, wording_count(page->arena, record->count, "indicator", "indicators"));
	html_say(h, ".");
	html_close(h, "p");
	html_close(h, "li");
}

static void
write_domains(struct page *page)
{
	struct html *h = &page->html;

	if (page->release->domain_count == 0)
		return;
	part_heading(page, "Domains");
	html_open(h, "ul", "class", "govuk-list domains", NULL);
	for (uint32_t i = 0; i < page->release->domain_count; i++) {
		const struct release_domain *record = &page->release->domains[i];

		if (record->count > 0)
			write_domain(page, i);
		else
			write_empty_domain(page, record);
	}
	html_close(h, "ul");
}

/* Other kinds of area to look for, as links to this page. */
static void
write_types(struct page *page)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	bool first = true;

	if (release->type_count < 2)
		return;
	html_open(h, "p", "class", "govuk-body", NULL);
	html_say(h, "Look for another kind of area: ");
	for (uint32_t type = 0; type < release->type_count; type++) {
		struct question question = { .type = release_text(
						 release, release->types[type].slug) };

		if (type == page->view.type || release->types[type].count == 0)
			continue;
		if (!first)
			html_say(h, ", ");
		first = false;
		page_anchor(page, page_link(page, PAGE_HOME, &question),
		    wording_type(release, type));
	}
	html_say(h, ".");
	html_close(h, "p");
}

static void
write_find(struct page *page)
{
	struct html *h = &page->html;
	const struct release *release = page->release;

	if (page->view.type == RELEASE_NONE)
		return;
	part_heading(page, "Find an area");
	html_open(h, "form", "class", "filters", "method", "get", "aria-label",
	    "Find an area", NULL);
	html_attribute(h, "action", page_link(page, PAGE_AREA, NULL));
	filters_areas(page, "find-area",
	    str_c(page->arena, wording_type(release, page->view.type)), page->view.type,
	    page->view.area);
	html_void(h, "input", "type", "hidden", "name", "type", NULL);
	html_attribute(
	    h, "value", release_text(release, release->types[page->view.type].slug));
	html_leaf(h, "button", "Show this area", "type", "submit", "class",
	    "govuk-button", NULL);
	html_close(h, "form");
	write_types(page);
}

static void
write_update(struct page *page, const struct release_update *update)
{
	struct html *h = &page->html;
	struct str date = release_text(page->release, update->date);

	html_open(h, "div", "class", "govuk-summary-list__row", NULL);
	html_open(h, "dt", "class", "govuk-summary-list__key", NULL);
	html_open(h, "time", NULL);
	html_attribute(h, "datetime", date);
	html_text(h, wording_date(page->arena, date));
	html_close(h, "time");
	html_close(h, "dt");
	html_open(h, "dd", "class", "govuk-summary-list__value", NULL);
	prose_write(h, release_text(page->release, update->text), 3);
	html_close(h, "dd");
	html_close(h, "div");
}

static void
write_update_list(struct page *page, uint32_t from, uint32_t until)
{
	part_summary_begin(page);
	for (uint32_t i = from; i < until; i++)
		write_update(page, &page->release->updates[i]);
	part_summary_end(page);
}

static void
write_updates(struct page *page)
{
	struct html *h = &page->html;
	uint32_t count = page->release->update_count;
	uint32_t shown = count < UPDATES_SHOWN ? count : UPDATES_SHOWN;

	if (count == 0)
		return;
	part_heading(page, "Recent updates");
	write_update_list(page, 0, shown);
	if (shown == count)
		return;
	html_open(h, "details", "class", "govuk-details", NULL);
	html_open(h, "summary", "class", "govuk-details__summary", NULL);
	html_leaf_text(h, "span",
	    wording_count(
		page->arena, count - shown, "earlier update", "earlier updates"),
	    "class", "govuk-details__summary-text", NULL);
	html_close(h, "summary");
	html_open(h, "div", "class", "govuk-details__text", NULL);
	write_update_list(page, shown, count);
	html_close(h, "div");
	html_close(h, "details");
}

static void
write_about(struct page *page)
{
	const struct release *release = page->release;
	const struct release_profile *profile = release->profile;
	struct str contact = release_text(release, profile->contact);
	struct str counts[] = {
		wording_count(
		    page->arena, release->indicator_count, "indicator", "indicators"),
		wording_count(page->arena, release->area_count, "area", "areas"),
		wording_count(page->arena, profile->figures, "figure", "figures"),
	};

	part_heading(page, "About these figures");
	part_summary_begin(page);
	part_summary_row(page, "Publisher", release_text(release, profile->publisher));
	part_summary_row(page, "Published",
	    wording_date(page->arena, release_text(release, profile->published)));
	part_summary_row(page, "Holds", wording_list(page->arena, counts, 3));
	part_summary_row(page, "Licence", release_text(release, profile->licence));
	if (contact.len > 0) {
		part_summary_row_begin(page, STR("Contact"));
		part_contact(page, contact);
		part_summary_row_end(page);
	}
	part_summary_end(page);
}

bool
home_page(struct page *page, struct err *err)
{
	const struct release *release = page->release;
	const struct release_profile *profile = release->profile;
	struct page_head head = { .heading = release_text(release, profile->title),
		.description = release_text(release, profile->summary) };

	(void)err; /* nothing here looks at figures */
	page_begin(page, &head);
	if (head.description.len > 0)
		html_leaf_text(
		    &page->html, "p", head.description, "class", "govuk-body-l", NULL);
	search_form(page, STR(""));
	prose_write(&page->html, release_text(release, profile->introduction), 2);
	write_find(page);
	write_domains(page);
	write_updates(page);
	write_about(page);
	page_end(page);
	return true;
}
