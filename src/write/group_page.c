#include "answer/choices.h"
#include "draw/phrase.h"
#include "write/filters.h"
#include "write/group.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

/* So many boxes are still a list to tick in. */
enum { TOGETHER = 400 };

/* The group that the address names in whatever place, or RELEASE_NONE. */
static uint32_t
group_asked(const struct page *page)
{
	const struct view *view = &page->view;
	const uint32_t areas[] = { view->area, view->parent, view->benchmark };

	for (size_t i = 0; i < sizeof areas / sizeof areas[0]; i++)
		if (areas[i] != RELEASE_NONE && release_group(page->release, areas[i]))
			return areas[i];
	return RELEASE_NONE;
}

/* Whether the box of an area is ticked: it is in the group, or the one area there is.
 */
static bool
is_ticked(const struct page *page, uint32_t chosen, uint32_t area)
{
	const struct group *group =
	    chosen == RELEASE_NONE ? NULL : release_group(page->release, chosen);

	for (uint32_t i = 0; group != NULL && i < group->count; i++)
		if (group->members[i] == area)
			return true;
	return area == chosen;
}

static void
write_box(struct page *page, uint32_t area, bool ticked)
{
	struct html *h = &page->html;
	struct str code = release_area_code(page->release, area);
	struct str id =
	    str_print(page->arena, "member-%.*s", STR_ARG(str_slug(page->arena, code)));

	html_open(h, "div", "class", "govuk-checkboxes__item", NULL);
	html_void(h, "input", "class", "govuk-checkboxes__input", "type", "checkbox",
	    "name", "member", NULL);
	html_attribute(h, "id", id);
	html_attribute(h, "value", code);
	if (ticked)
		html_flag(h, "checked");
	html_open(h, "label", "class", "govuk-label govuk-checkboxes__label", NULL);
	html_attribute(h, "for", id);
	html_text(h, phrase_area(page->release, area));
	html_close(h, "label");
	html_close(h, "div");
}

static bool
is_orphan(const struct page *page, uint32_t area)
{
	uint32_t parent = release_parent(page->release, page->view.type, area);

	return parent == RELEASE_NONE || parent == page->release->profile->root;
}

/* The areas below a parent; of all, those that have none. */
static void
write_boxes(struct page *page, uint32_t parent, struct str legend, uint32_t chosen)
{
	struct html *h = &page->html;
	struct view view = page->view;
	uint32_t count, shown = 0;
	uint32_t *areas;

	view.parent = parent;
	areas = view_areas(page->arena, &view, &count);
	for (uint32_t i = 0; i < count; i++)
		if (parent != RELEASE_NONE || is_orphan(page, areas[i]))
			areas[shown++] = areas[i];
	if (shown == 0)
		return;
	html_open(h, "fieldset", "class", "govuk-fieldset boxes", NULL);
	html_leaf_text(h, "legend", legend, "class",
	    "govuk-fieldset__legend govuk-fieldset__legend--s", NULL);
	html_open(h, "div", "class", "govuk-checkboxes govuk-checkboxes--small", NULL);
	for (uint32_t i = 0; i < shown; i++)
		write_box(page, areas[i], is_ticked(page, chosen, areas[i]));
	html_close(h, "div");
	html_close(h, "fieldset");
}

static bool
is_group(const struct page *page, struct str code)
{
	uint32_t area = release_area(page->release, code);

	return area != RELEASE_NONE && release_group(page->release, area) != NULL;
}

/* All areas of the type, parent by parent; of one parent alone where they are many. */
static void
write_all_boxes(struct page *page, uint32_t chosen)
{
	struct view view = page->view;
	struct choices parents;
	uint32_t count;

	release_areas_of_type(page->release, view.type, &count);
	view.parent = RELEASE_NONE;
	parents = choices_parents(page->arena, &view);
	if (count <= TOGETHER || parents.count < 2)
		write_boxes(page, RELEASE_NONE,
		    wording_upper(page->arena,
			str_of(wording_type_plural(page->release, view.type))),
		    chosen);
	for (uint32_t i = 1; i < parents.count; i++) {
		uint32_t parent = release_area(page->release, parents.at[i].value);
		bool shown =
		    count <= TOGETHER ||
		    (page->view.parent == RELEASE_NONE ? i == 1
						       : page->view.parent == parent);

		if (shown && !is_group(page, parents.at[i].value))
			write_boxes(
			    page, parent, phrase_area(page->release, parent), chosen);
	}
}

static void
write_hidden(struct page *page, const char *name, struct str value)
{
	if (value.len == 0)
		return;
	html_void(&page->html, "input", "type", "hidden", "name", name, NULL);
	html_attribute(&page->html, "value", value);
}

static void
write_form(struct page *page, uint32_t chosen)
{
	struct html *h = &page->html;
	const struct release *release = page->release;

	html_open(h, "form", "class", "group-form", "method", "get", "aria-label",
	    "Areas of the group", NULL);
	html_attribute(h, "action", page_link(page, PAGE_GROUP, NULL));
	write_all_boxes(page, chosen);
	write_hidden(page, "domain", page->question.domain);
	write_hidden(
	    page, "type", release_text(release, release->types[page->view.type].slug));
	write_hidden(page, "form", STR("1"));
	html_leaf(h, "button", "Take these areas together", "type", "submit", "class",
	    "govuk-button", NULL);
	html_close(h, "form");
}

/* Another kind of area, and where there are too many of it another parent. */
static void
write_filters(struct page *page)
{
	struct filters filters = filters_of(page, PAGE_GROUP);
	struct choices types = choices_types(page->arena, &page->view);
	uint32_t count;

	release_areas_of_type(page->release, page->view.type, &count);
	filters_add(&filters, PARAMETER_TYPE, "Kind of area", NULL, &types);
	if (count > TOGETHER) {
		struct choices parents = choices_parents(page->arena, &page->view);
		filters_add(&filters, PARAMETER_PARENT, "Areas in", NULL, &parents);
	}
	filters_drop(&filters, PARAMETER_AREA);
	filters_drop(&filters, PARAMETER_PARENT);
	filters_end(&filters);
}

/* Where a group is of use: as an area, as a parent, as a benchmark. */
static void
write_uses(struct page *page, uint32_t chosen)
{
	const struct release *release = page->release;
	struct str code = release_area_code(release, chosen);
	struct question plain = { .domain = page->question.domain,
		.type = release_text(release, release->types[page->view.type].slug) };
	struct question as_area = plain, as_parent = plain, as_benchmark = plain;
	const struct {
		enum page_kind kind;
		const struct question *question;
		const char *text;
	} uses[] = {
		{ PAGE_AREA, &as_area, "Its profile: all indicators" },
		{ PAGE_OVERVIEW, &as_parent, "An overview of its areas" },
		{ PAGE_COMPARE, &as_parent, "Compare its areas" },
		{ PAGE_COMPARE, &as_benchmark, "Compare other areas with it" },
	};

	as_area.area = as_parent.parent = as_benchmark.benchmark = code;
	part_heading(page, "What to look at");
	html_open(&page->html, "ul", "class", "govuk-list govuk-list--spaced", NULL);
	for (size_t i = 0; i < sizeof uses / sizeof uses[0]; i++) {
		html_open(&page->html, "li", NULL);
		page_anchor(page, page_link(page, uses[i].kind, uses[i].question),
		    str_of(uses[i].text));
		html_close(&page->html, "li");
	}
	html_close(&page->html, "ul");
}

static void
write_members(struct page *page, const struct group *group)
{
	part_paragraph(page,
	    str_print(page->arena,
		"Made from %.*s. Figures of the group are worked out from theirs, and "
		"are not published figures.",
		STR_ARG(
		    group_members(page->arena, page->release, group, group->count))));
}

static const char how[] =
    "Counts and what they are counted among are added up, and the value and its "
    "confidence limits worked out from the sums. Where the source gives no counts, or "
    "hides one of them, the group has no figure and the page says why.";

bool
group_page(struct page *page, struct err *err)
{
	uint32_t chosen = group_asked(page);
	const struct group *group = NULL;
	struct page_head head = { .heading = STR("Take several areas together") };

	(void)err; /* nothing here looks at figures */
	if (chosen != RELEASE_NONE) {
		group = release_group(page->release, chosen);
		head.heading = group->name;
		head.caption = STR("Group of areas");
	}
	page_begin(page, &head);
	if (group != NULL) {
		write_members(page, group);
		write_uses(page, chosen);
		part_heading(page, "Other areas");
	}
	part_paragraph(page, str_of(how));
	write_filters(page);
	write_form(page, group != NULL ? chosen : page->view.area);
	page_end(page);
	return true;
}
