#include "write/views.h"

#include "draw/phrase.h"

/* In the order of the navigation; those of one item stand together, the first of them
 * is what the item leads to. */
static const struct {
	enum page_kind kind, item;
	const char *label; /* of the item */
	const char *way;   /* beside the others of the item */
} views[] = {
	{ PAGE_OVERVIEW, PAGE_OVERVIEW, "Overview", NULL },
	{ PAGE_COMPARE, PAGE_COMPARE, "Compare areas", "Bars" },
	{ PAGE_MAP, PAGE_COMPARE, NULL, "Map" },
	{ PAGE_FUNNEL, PAGE_COMPARE, NULL, "Funnel plot" },
	{ PAGE_AREA, PAGE_AREA, "Area profile", NULL },
	{ PAGE_TRENDS, PAGE_TRENDS, "Trends", "One area" },
	{ PAGE_SPREAD, PAGE_TRENDS, NULL, "All areas" },
	{ PAGE_INEQUALITIES, PAGE_INEQUALITIES, "Inequalities", "One period" },
	{ PAGE_INEQUALITY_TRENDS, PAGE_INEQUALITIES, NULL, "Over time" },
	{ PAGE_ENGLAND, PAGE_ENGLAND, NULL, NULL }, /* called after the root area */
	{ PAGE_DEFINITIONS, PAGE_DEFINITIONS, "Definitions", NULL },
	{ PAGE_DOWNLOAD, PAGE_DOWNLOAD, "Download", NULL },
};

enum { VIEWS = sizeof views / sizeof views[0] };

/* The item that a page belongs to; PAGE_COUNT for one of none. */
static enum page_kind
item_of(enum page_kind kind)
{
	for (size_t i = 0; i < VIEWS; i++)
		if (views[i].kind == kind)
			return views[i].item;
	return PAGE_COUNT;
}

static void
write_link(
    struct page *page, enum page_kind kind, struct str label, const char *current)
{
	struct html *h = &page->html;

	html_open(h, "li", NULL);
	html_open(h, "a", NULL);
	html_attribute(h, "href", page_link(page, kind, &page->question));
	if (current != NULL)
		html_attribute(h, "aria-current", str_of(current));
	html_text(h, label);
	html_close(h, "a");
	html_close(h, "li");
}

/* The current page itself, or the item that it belongs to. */
static const char *
current_of(const struct page *page, enum page_kind item, bool lost)
{
	if (lost || item_of(page->kind) != item)
		return NULL;
	return page->kind == item ? "page" : "true";
}

static void
write_items(struct page *page, bool lost)
{
	struct html *h = &page->html;
	struct str root = phrase_area(page->release, page->release->profile->root);

	html_open(h, "nav", "class", "views", "aria-label", "Views", NULL);
	html_open(h, "ul", NULL);
	for (size_t i = 0; i < VIEWS; i++) {
		struct str label =
		    views[i].label != NULL ? str_of(views[i].label) : root;

		if (views[i].kind == views[i].item && label.len > 0)
			write_link(page, views[i].kind, label,
			    current_of(page, views[i].kind, lost));
	}
	html_close(h, "ul");
	html_close(h, "nav");
}

static void
write_ways(struct page *page)
{
	struct html *h = &page->html;
	enum page_kind item = item_of(page->kind);
	unsigned ways = 0;

	for (size_t i = 0; i < VIEWS; i++)
		ways += views[i].item == item;
	if (ways < 2)
		return;
	html_open(h, "nav", "class", "ways", "aria-label", "Ways to show it", NULL);
	html_open(h, "ul", NULL);
	for (size_t i = 0; i < VIEWS; i++)
		if (views[i].item == item)
			write_link(page, views[i].kind, str_of(views[i].way),
			    views[i].kind == page->kind ? "page" : NULL);
	html_close(h, "ul");
	html_close(h, "nav");
}

void
views_write(struct page *page, bool lost)
{
	write_items(page, lost);
	if (!lost)
		write_ways(page);
}
