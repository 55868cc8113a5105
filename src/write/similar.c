#include "write/similar.h"

#include <math.h>

#include "draw/phrase.h"
#include "write/parts.h"
#include "write/wording.h"

/* Distances are of the size of one: a standard deviation. */
enum { DECIMALS = 2 };

static void
write_basis(struct page *page, const struct release_kind *kind)
{
	struct html *h = &page->html;
	struct str left_out = release_text(page->release, kind->left_out);

	html_open(h, "p", "class", "govuk-body", NULL);
	html_text(h, release_text(page->release, kind->basis));
	if (kind->measured)
		html_say(h, " The smaller the distance, the more alike.");
	if (left_out.len > 0) {
		html_say(h, " Areas that lack one of the figures are left out: ");
		html_text(h, left_out);
		html_say(h, ".");
	}
	html_close(h, "p");
}

static void
write_neighbour(struct page *page, const struct release_neighbour *neighbour)
{
	struct html *h = &page->html;
	struct question question = page_question(page, PARAMETER_AREA,
	    release_area_code(page->release, neighbour->neighbour));

	html_open(h, "li", NULL);
	html_attribute(h, "value", str_print(page->arena, "%u", neighbour->rank));
	page_anchor(page, page_link(page, PAGE_AREA, &question),
	    phrase_area(page->release, neighbour->neighbour));
	if (!isnan(neighbour->distance)) {
		html_say(h, ", distance ");
		html_text(
		    h, wording_decimals(page->arena, neighbour->distance, DECIMALS));
	}
	html_close(h, "li");
}

static void
write_uses(struct page *page, const struct release_kind *kind)
{
	struct html *h = &page->html;
	struct str code = str_print(page->arena, "%.*s~%.*s",
	    STR_ARG(release_area_code(page->release, page->view.area)),
	    STR_ARG(release_text(page->release, kind->slug)));
	struct question together = page_question(page, PARAMETER_BENCHMARK, code);
	struct question apart = page_question(page, PARAMETER_PARENT, code);

	html_open(h, "p", "class", "govuk-body", NULL);
	page_anchor(page, page_link(page, PAGE_AREA, &together),
	    str_print(page->arena, "Compare %.*s with them taken together",
		STR_ARG(phrase_area(page->release, page->view.area))));
	html_say(h, " or ");
	page_anchor(
	    page, page_link(page, PAGE_OVERVIEW, &apart), STR("see them side by side"));
	html_say(h, ".");
	html_close(h, "p");
}

static void
write_kind(struct page *page, uint32_t number, const struct release_neighbour *found,
    uint32_t count)
{
	struct html *h = &page->html;
	const struct release_kind *kind = &page->release->kinds[number];

	html_leaf_text(h, "h3", release_text(page->release, kind->name), "class",
	    "govuk-heading-s", NULL);
	write_basis(page, kind);
	html_open(h, "ol", "class", "govuk-list govuk-list--number neighbours", NULL);
	for (uint32_t i = 0; i < count; i++)
		write_neighbour(page, &found[i]);
	html_close(h, "ol");
	write_uses(page, kind);
}

void
similar_write(struct page *page)
{
	uint32_t area = page->view.area, count;
	bool begun = false;

	for (uint32_t i = 0; area != RELEASE_NONE && i < page->release->kind_count;
	     i++) {
		const struct release_neighbour *found =
		    release_neighbours(page->release, i, area, &count);

		if (count == 0)
			continue;
		if (!begun)
			part_heading(
			    page, str_c(page->arena,
				      str_print(page->arena, "Areas like %.*s",
					  STR_ARG(phrase_area(page->release, area)))));
		begun = true;
		write_kind(page, i, found, count);
	}
}
