#include "write/origin.h"

#include "draw/phrase.h"
#include "write/parts.h"

/* An area that has figures leads to its page. */
static bool
has_page(const struct release *release, uint32_t area)
{
	for (uint32_t type = 0; type < release->type_count; type++)
		if (release_type_has(release, type, area))
			return true;
	return false;
}

static void
write_area(struct page *page, uint32_t area)
{
	struct str name = release_area_name(page->release, area);
	struct question question = {
		.area = release_area_code(page->release, area),
	};

	if (!name.len)
		name = question.area;
	if (has_page(page->release, area))
		page_anchor(page, page_link(page, PAGE_AREA, &question), name);
	else
		html_text(&page->html, name);
}

/* "A, B and C": those of a run of changes that another was made of. */
static void
write_others(struct page *page, const struct release_change *changes, uint32_t count)
{
	uint32_t others = 0, written = 0;

	for (uint32_t i = 0; i < count; i++)
		others += changes[i].before != changes[i].area;
	for (uint32_t i = 0; i < count; i++) {
		if (changes[i].before == changes[i].area)
			continue;
		written++;
		html_say(&page->html, written == 1        ? ""
				      : written == others ? " and "
							  : ", ");
		write_area(page, changes[i].before);
	}
}

/* "has had another boundary since April 2023, when it took in B" */
static void
write_boundary(struct page *page, const struct release_change *changes, uint32_t count)
{
	html_print(&page->html, " has had another boundary since %.*s",
	    STR_ARG(phrase_month(page->arena, changes->month)));
	if (count < 2)
		return;
	html_say(&page->html, ", when it took in ");
	write_others(page, changes, count);
}

/* "came into being in April 2019 from A, B and C" */
static void
write_beginning(struct page *page, const struct release_change *changes, uint32_t count)
{
	html_print(&page->html, " came into being in %.*s",
	    STR_ARG(phrase_month(page->arena, changes->month)));
	if (changes->before == RELEASE_NONE)
		return;
	html_say(&page->html, " from ");
	write_others(page, changes, count);
}

/* The changes of the first month; returns how many they are. */
static uint32_t
write_change(struct page *page, const struct release_change *changes, uint32_t count)
{
	struct html *h = &page->html;
	uint32_t until = 0;
	bool was_there = false;

	while (until < count && changes[until].month == changes->month) {
		was_there |= changes[until].before == changes[until].area;
		until++;
	}
	html_open(h, "p", "class", "govuk-body", NULL);
	html_text(h, phrase_area(page->release, page->view.area));
	if (was_there)
		write_boundary(page, changes, until);
	else
		write_beginning(page, changes, until);
	html_say(h, ".");
	html_close(h, "p");
	return until;
}

static void
write_end(struct page *page, const struct release_change *end)
{
	struct html *h = &page->html;

	html_open(h, "p", "class", "govuk-body", NULL);
	html_text(h, phrase_area(page->release, page->view.area));
	if (end->area == RELEASE_NONE) {
		html_print(h, " ended in %.*s.",
		    STR_ARG(phrase_month(page->arena, end->month)));
	} else {
		html_print(h, " became part of ");
		write_area(page, end->area);
		html_print(
		    h, " in %.*s.", STR_ARG(phrase_month(page->arena, end->month)));
	}
	html_close(h, "p");
}

void
origin_write(struct page *page)
{
	const struct release *release = page->release;
	const struct release_change *changes, *end;
	uint32_t count;

	if (page->view.area == RELEASE_NONE)
		return;
	changes = release_changes(release, page->view.area, &count);
	end = release_end(release, page->view.area);
	if (count || end)
		part_heading(page, "How this area has changed");
	for (uint32_t i = 0; i < count;)
		i += write_change(page, changes + i, count - i);
	if (end)
		write_end(page, end);
}
