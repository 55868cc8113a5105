#include "write/siblings.h"

#include "answer/sibling.h"
#include "write/settle.h"
#include "write/wording.h"

/* The same page for another kind of area, which has much the same areas. */
static void
write_link(struct page *page, uint32_t type)
{
	struct question question = settle_question(page, page->kind,
	    page_question(page, PARAMETER_TYPE,
		release_text(page->release, page->release->types[type].slug)));

	page_anchor(page, page_link(page, page->kind, &question),
	    wording_type(page->release, type));
}

static void
write_sibling(struct page *page, const struct sibling *sibling)
{
	struct html *h = &page->html;
	struct str count = wording_count(
	    page->arena, sibling->indicators, "more indicator", "more indicators");

	html_open(h, "p", "class", "govuk-body", NULL);
	html_text(h, count);
	html_print(h, " %s published for ", sibling->indicators == 1 ? "is" : "are");
	write_link(page, sibling->type);
	html_say(h, ", which are mostly the same areas.");
	html_close(h, "p");
}

void
siblings_write(struct page *page)
{
	uint32_t count;
	const struct sibling *siblings = sibling_list(page->arena, &page->view, &count);

	for (uint32_t i = 0; i < count; i++)
		write_sibling(page, &siblings[i]);
}

void
siblings_write_indicator(struct page *page)
{
	struct html *h = &page->html;
	uint32_t type = page->view.type;
	uint32_t sibling =
	    sibling_of(page->release, type, page->view.variant.indicator);

	if (sibling == RELEASE_NONE)
		return;
	html_open(h, "p", "class", "govuk-inset-text", NULL);
	html_say(h, "This indicator is not published for ");
	html_text(h, wording_type(page->release, type));
	html_say(h, ", but for ");
	write_link(page, sibling);
	html_say(h, ", which are mostly the same areas.");
	html_close(h, "p");
}
