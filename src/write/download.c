#include "answer/rows.h"
#include "write/csv.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

/* A part of a long download; large enough that few are needed, small enough to hold for
 * every reader at once. */
enum { PART_BYTES = 1 << 20 };

/* What stands in the columns that do not explain themselves. */
static const struct {
	const char *column, *text;
} columns[] = {
	{ "Parent Code, Parent Name",
	    "The area that this one is part of. Empty for the area above all others." },
	{ "Area Code", "The official code of the area, such as E06000016." },
	{ "Category Type, Category", "A group of people or places, such as a tenth of "
				     "areas by deprivation. Empty "
				     "for everybody." },
	{ "Value", "The figure itself, in the unit of the indicator, not rounded." },
	{ "Lower and Upper CI 95.0 limit",
	    "The range in which the true value most likely lies: 95 of 100 such ranges "
	    "hold it." },
	{ "Lower and Upper CI 99.8 limit", "The same, for 998 of 1,000 such ranges." },
	{ "Count", "How many people, events or pounds the value was worked out from." },
	{ "Denominator",
	    "How many there could have been, such as all people of that age." },
	{ "Value note",
	    "What the source says about this figure, or why there is none." },
	{ "Recent Trend",
	    "Where the last five years are heading. Only in the row of the latest "
	    "period." },
	{ "Compared to England value or percentiles",
	    "How the value compares with the area above all others." },
	{ "Compared to … value or percentiles",
	    "How the value compares with the parent. The name of the column says which "
	    "kind of area that is." },
	{ "Time period Sortable", "When the period begins, as year, quarter and month: "
				  "20150000. Sort by this." },
	{ "New data", "Says “New data” where the source marks the "
		      "figure as new." },
	{ "Time period range",
	    "How long the period is: 1y is one year, 1q a quarter, 1m a "
	    "month." },
};

static const char what_files_hold[] =
    "The files have the 27 columns of England’s public health profiles, in the "
    "same order and under the same names, so that programs which read those files "
    "read these. A cell without a figure is empty. The text is UTF-8.";

static void
write_link(struct page *page, const struct question *question, struct str text)
{
	page_anchor(page,
	    link_page(page->arena, page->slug, PAGE_DOWNLOAD, question, FORM_CSV),
	    text);
}

static void
write_item(struct page *page, const struct question *question, struct str text)
{
	html_open(&page->html, "li", NULL);
	write_link(page, question, text);
	html_close(&page->html, "li");
}

static void
begin_list(struct page *page)
{
	html_open(&page->html, "ul", "class", "govuk-list govuk-list--spaced", NULL);
}

static void
write_whole(struct page *page)
{
	struct html *h = &page->html;
	struct str count =
	    wording_count(page->arena, page->release->profile->figures, "row", "rows");

	html_open(h, "p", "class", "govuk-body", NULL);
	write_link(page, NULL, STR("All figures of this profile (CSV)"));
	html_say(h, ", ");
	html_text(h, count);
	html_say(h, ".");
	html_close(h, "p");
}

static void
write_domains(struct page *page)
{
	const struct release *release = page->release;

	part_heading(page, "One domain");
	begin_list(page);
	for (uint32_t i = 0; i < release->domain_count; i++) {
		struct question question = { .domain = release_text(
						 release, release->domains[i].slug) };

		if (release->domains[i].count > 0)
			write_item(page, &question, wording_domain(release, i));
	}
	html_close(&page->html, "ul");
}

static void
write_types(struct page *page)
{
	const struct release *release = page->release;

	part_heading(page, "One kind of area");
	begin_list(page);
	for (uint32_t i = 0; i < release->type_count; i++) {
		struct question question = { .type = release_text(
						 release, release->types[i].slug) };

		write_item(page, &question, wording_type(release, i));
	}
	html_close(&page->html, "ul");
}

static void
write_indicators(struct page *page)
{
	struct html *h = &page->html;
	const struct release *release = page->release;

	part_heading(page, "One indicator");
	html_open(h, "details", "class", "govuk-details", NULL);
	html_open(h, "summary", "class", "govuk-details__summary", NULL);
	html_leaf_text(h, "span",
	    wording_count(
		page->arena, release->indicator_count, "indicator", "indicators"),
	    "class", "govuk-details__summary-text", NULL);
	html_close(h, "summary");
	html_open(h, "div", "class", "govuk-details__text", NULL);
	begin_list(page);
	for (uint32_t i = 0; i < release->indicator_count; i++) {
		struct question question = { .indicator = release_text(
						 release, release->indicators[i].key) };

		write_item(page, &question, wording_indicator_short(release, i));
	}
	html_close(h, "ul");
	html_close(h, "div");
	html_close(h, "details");
}

static void
write_columns(struct page *page)
{
	struct html *h = &page->html;

	part_heading(page, "What the files hold");
	part_paragraph(page, str_of(what_files_hold));
	part_summary_begin(page);
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
		part_summary_row(page, columns[i].column, str_of(columns[i].text));
	part_summary_end(page);
	html_open(h, "p", "class", "govuk-body", NULL);
	html_say(h,
	    "Most pages have their own figures as a file too. The link stands below "
	    "the table.");
	html_close(h, "p");
}

bool
download_page(struct page *page, struct err *err)
{
	struct page_head head = { .heading = STR("Download the figures"),
		.description =
		    STR("All figures of the profile, or a part of them, as CSV "
			"files.") };

	(void)err; /* nothing here looks at figures */
	page_begin(page, &head);
	write_whole(page);
	write_domains(page);
	write_types(page);
	write_indicators(page);
	write_columns(page);
	page_end(page);
	return true;
}

static bool
add_to_csv(void *context, const struct download_row *row)
{
	csv_add(context, row);
	return true;
}

/* The indicator at a place of the walk. */
static uint32_t
indicator_at(const struct reply_rest *rest, uint32_t place)
{
	return rest->domain == RELEASE_NONE ? place : rest->release->items[place];
}

bool
download_continue(struct reply *reply, struct err *err)
{
	struct reply_rest *rest = &reply->rest;
	AUTO_ARENA arena = { 0 };
	AUTO_CSV csv = csv_of(&arena, rest->release, &reply->body);

	while (rest->next < rest->until && reply->body.len < PART_BYTES) {
		struct rows_filter filter = { .domain = RELEASE_NONE,
			.indicator = indicator_at(rest, rest->next++),
			.type = rest->type,
			.parent = rest->parent,
			.area = rest->area };

		if (!rows_walk(rest->release, &filter, add_to_csv, &csv, err))
			return false;
	}
	reply->more = rest->next < rest->until;
	return true;
}

static struct reply_rest
rest_of(const struct page *page, struct arena arena)
{
	const struct release *release = page->release;
	const struct question *asked = &page->question;
	const struct view *view = &page->view;
	struct reply_rest rest = { .release = release,
		.arena = arena,
		.domain = RELEASE_NONE,
		.type = asked->type.len > 0 ? view->type : RELEASE_NONE,
		.parent = asked->parent.len > 0 ? view->parent : RELEASE_NONE,
		.area = asked->area.len > 0 ? view->area : RELEASE_NONE,
		.until = release->indicator_count };

	if (asked->indicator.len > 0) {
		rest.next = view->variant.indicator;
		rest.until = rest.next + 1;
	} else if (asked->domain.len > 0) {
		rest.domain = view->domain;
		rest.next = release->domains[view->domain].first;
		rest.until = rest.next + release->domains[view->domain].count;
	}
	return rest;
}

bool
download_begin(struct page *page, struct reply *reply, struct err *err)
{
	AUTO_CSV csv = csv_of(page->arena, page->release, &reply->body);

	reply->rest = rest_of(page, reply->rest.arena);
	csv_begin(&csv, reply->rest.type);
	return download_continue(reply, err);
}
